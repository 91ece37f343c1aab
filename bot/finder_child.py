"""The learned finder in a process of its own, so that no turn waits for it; until it is ready, letters must do."""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path

import structlog

from bot.answering import AsyncFinder, InThread
from bot.logs import told
from dialogs.findings import Finding
from knowledge.by_letters import lexical_finder
from knowledge.finder_process import READY, from_finding_line, to_library_line, to_question_line
from knowledge.finding import Asked
from knowledge.library import Library

log = structlog.get_logger(__name__)

START_SECONDS = 2.0
"""Before the child is started: it is some seconds' work, and the bot is to take people in first."""
PAUSES_SECONDS = (1.0, 10.0, 60.0, 600.0)
"""Before the child is started again after it has ended by itself."""
MOST_WAITING = 200
"""Questions at a time; beyond, letters must do."""
LONGEST_LINE = 1 << 20


class ChildGone(Exception):
    """The process ended while a question was with it."""


class InChild:
    """An AsyncFinder. Made inside the event loop."""

    def __init__(
        self,
        library: Library,
        *,
        folder: Path | None = None,
        start_seconds: float = START_SECONDS,
        pauses_seconds: Sequence[float] = PAUSES_SECONDS,
    ) -> None:
        self._start_seconds = start_seconds
        self._pauses_seconds = pauses_seconds
        self._library = library
        self._folder = folder
        self._by_letters: AsyncFinder = InThread(lambda: lexical_finder(library))
        self._process: Process | None = None
        self._ready = asyncio.Event()
        self._numbers = 0
        self._waiting: dict[int, asyncio.Future[Finding]] = {}
        self._running = asyncio.create_task(self._run())

    async def learned(self) -> None:
        """Returns when the process answers; until then letters do."""
        await self._ready.wait()

    async def find(self, asked: Asked) -> Finding:
        process = self._process
        if (
            not self._ready.is_set()
            or process is None
            or process.stdin is None
            or len(self._waiting) >= MOST_WAITING
        ):
            return await self._by_letters.find(asked)
        self._numbers += 1
        number = self._numbers
        answer: asyncio.Future[Finding] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            process.stdin.write(to_question_line(number, asked).encode() + b"\n")
            await process.stdin.drain()
            return await answer
        except (ChildGone, ConnectionError):
            return await self._by_letters.find(asked)
        finally:
            self._waiting.pop(number, None)

    async def ready(self) -> None:
        await self._by_letters.ready()

    async def close(self) -> None:
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        await self._by_letters.close()

    async def _run(self) -> None:
        await asyncio.sleep(self._start_seconds)
        for pause in itertools.chain(self._pauses_seconds, itertools.repeat(self._pauses_seconds[-1])):
            try:
                await self._one_child()
            except Exception as fault:  # the named edge: the bot goes on by letters
                log.error("finder.fault", **told(fault))
            await asyncio.sleep(pause)

    async def _one_child(self) -> None:
        """Until it ends."""
        command = (sys.executable, "-m", "knowledge.finder_process")
        process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, limit=LONGEST_LINE)
        self._process = process
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(to_library_line(self._library, self._folder).encode() + b"\n")
            await process.stdin.drain()
            async for line in process.stdout:
                self._take(json.loads(line))
            log.warning("finder.ended", code=await process.wait())
        finally:
            self._ready.clear()
            self._process = None
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_exception(ChildGone())
            await _end(process)

    def _take(self, said: dict[str, object]) -> None:
        if READY in said:
            self._ready.set()
            log.info("finder.ready")
            return
        answer = self._waiting.get(int(str(said["number"])))
        if answer is not None and not answer.done():
            answer.set_result(from_finding_line(said))


async def _end(process: Process) -> None:
    if process.returncode is not None:
        return
    if process.stdin is not None:
        process.stdin.close()
    try:
        async with asyncio.timeout(1.0):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
