"""`run` as a person starts it, on ports of its own, until the test is done with it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECONDS_TO_STOP = 30


@dataclass(frozen=True, slots=True)
class LocalRun:
    process: subprocess.Popen[str]
    bot_port: int
    playground_port: int
    data: Path
    said: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.playground_port}"

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(SECONDS_TO_STOP)


@contextmanager
def local_run(
    data: Path, *, playground_port: int | None = None, module: str = "bot.commands.run"
) -> Iterator[LocalRun]:
    """Yields when `run` has said what to open. `playground_port` is where it is asked to be."""
    bot_port, free_port = two_free_ports()
    wanted = playground_port or free_port
    command = [sys.executable, "-m", module, "--data", str(data)]
    ports = ["--port", str(bot_port), "--playground-port", str(wanted)]
    with subprocess.Popen([*command, *ports], stdout=subprocess.PIPE, text=True) as process:
        try:
            said, opened_port = until_open(process)
            yield LocalRun(process, bot_port, opened_port, data, said)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.wait(SECONDS_TO_STOP)


def until_open(process: subprocess.Popen[str]) -> tuple[str, int]:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if opened := re.search(r"Open +http://127\.0\.0\.1:(\d+)", line):
            return said, int(opened.group(1))
    raise AssertionError(f"`run` ended before it was ready. It said:\n{said}")


def two_free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]
