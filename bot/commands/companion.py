"""A program that `run` starts, waits for and stops again, together with all that it has started itself."""

from __future__ import annotations

import asyncio
import ctypes
import http.client
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

SECONDS_TO_START = 60
SECONDS_TO_STOP = 10
LAST_WORDS = 15


@dataclass(slots=True)
class Companion:
    """An asynchronous context manager: entered, it runs; left, nothing of it runs any longer."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str]
    port: int
    ready_path: str
    log: Path
    _process: asyncio.subprocess.Process | None = None
    _ended: asyncio.Task[int] | None = field(default=None, repr=False)

    @property
    def ended(self) -> asyncio.Task[int]:
        assert self._ended is not None, "entered first"
        return self._ended

    async def __aenter__(self) -> Companion:
        with self.log.open("wb") as log:
            # A session of its own: Ctrl-C reaches `run` alone, which then stops each in turn.
            self._process = await asyncio.create_subprocess_exec(
                *self.arguments,
                env=self.environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_end_with_parent(),
            )
        self._ended = asyncio.create_task(self._process.wait())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._signal_all(signal.SIGTERM)
        await asyncio.wait({self.ended}, timeout=SECONDS_TO_STOP)
        self._signal_all(signal.SIGKILL)
        await self.ended

    async def ready(self) -> bool:
        """Whether it answers within SECONDS_TO_START; asks until it does."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + SECONDS_TO_START
        while not await asyncio.to_thread(_answers, self.port, self.ready_path):
            if loop.time() > deadline:
                return False
            await asyncio.sleep(0.1)
        return True

    def last_words(self) -> str:
        lines = self.log.read_text("utf-8", errors="replace").splitlines()[-LAST_WORDS:]
        return "\n".join(f"    {line}" for line in lines) or "    (nothing)"

    def _signal_all(self, number: signal.Signals) -> None:
        assert self._process is not None, "entered first"
        try:
            os.killpg(self._process.pid, number)
        except ProcessLookupError:
            return


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _end_with_parent() -> Callable[[], None] | None:
    """On Linux also a `run` that is killed outright takes the program with it; elsewhere it cannot."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    set_parent_death_signal = 1

    def prepare() -> None:
        prctl(set_parent_death_signal, signal.SIGTERM)

    return prepare
