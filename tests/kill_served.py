"""The real `serve` as a process that is killed outright and started again, on the same port and data."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import TracebackType

from tests.running_bot import free_port

SECONDS_TO_START = 60


class Served:
    """`up` is set while it answers; `lives` counts how often it was started."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.up = asyncio.Event()
        self.lives = 0
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Served:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing of it runs any longer, however the test ended."""
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    @property
    def bot_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/messages"

    async def start(self) -> None:
        with (self.data / "serve.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "serve", "--local"),
                *("--port", str(self.port), "--data", str(self.data)),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        assert self._process.stdout is not None
        async with asyncio.timeout(SECONDS_TO_START):
            said = await self._process.stdout.readline()
        assert said.startswith(b"Ready"), said
        self.lives += 1
        self.up.set()

    async def kill(self) -> None:
        """As the power going: nothing of it runs any longer, and it was not asked."""
        self.up.clear()
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def end(self) -> None:
        """As an operator ends it."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()
