"""The command line as an operator starts it: a process of its own, with nothing of this one's environment."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BOT = (sys.executable, "-m", "bot")
ROOT = Path(__file__).parents[1]
LONGEST_SECONDS = 60.0
USER = "prove"


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    out: str
    err: str


def environment_for(more: Mapping[str, str] | None = None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TILSKUDD_")}
    plain = {"COLUMNS": "160", "NO_COLOR": "1", "LOGNAME": USER, "USER": USER, "PYTHONWARNINGS": "error"}
    return {**kept, **plain, **(more or {})}


def tilskuddshjelpen(
    *arguments: str | Path,
    typed: str = "",
    environment: Mapping[str, str] | None = None,
    folder: Path = ROOT,
    command: Sequence[str] = BOT,
) -> Ended:
    """Runs one command to its end."""
    done = subprocess.run(
        [*command, *map(str, arguments)],
        input=typed.encode(),
        capture_output=True,
        cwd=folder,
        env={**environment_for(environment), "PYTHONPATH": str(ROOT)},
        timeout=LONGEST_SECONDS,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@dataclass(slots=True)
class Serving:
    """A `serve` that has said it is ready. Its output is whole once it has ended."""

    process: subprocess.Popen[bytes]
    port: int
    ready_line: str
    out: Path
    err: Path

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(LONGEST_SECONDS)

    def said(self) -> str:
        """Everything it wrote to both its outputs."""
        return self.out.read_text("utf-8") + self.err.read_text("utf-8")

    def status(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_SECONDS)
        try:
            connection.request(method, path, body, dict(headers or {}))
            return connection.getresponse().status
        finally:
            connection.close()


@contextmanager
def serving(
    *arguments: str | Path,
    output: Path,
    environment: Mapping[str, str] | None = None,
    command: Sequence[str] = (*BOT, "serve"),
) -> Iterator[Serving]:
    """Starts `serve` on a free port and yields when it says that it is ready."""
    output.mkdir(parents=True, exist_ok=True)
    out, err = output / "serve.out", output / "serve.err"
    with out.open("wb") as to_out, err.open("wb") as to_err:
        process = subprocess.Popen(
            [*command, "--port", "0", *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=to_out,
            stderr=to_err,
            cwd=ROOT,
            env=environment_for(environment),
        )
    try:
        ready_line = _wait_until_ready(process, out, err)
        port = re.search(r"http://[^ ]*:(\d+)/", ready_line)
        assert port is not None, ready_line
        yield Serving(process, int(port[1]), ready_line, out, err)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(LONGEST_SECONDS)


def _wait_until_ready(process: subprocess.Popen[bytes], out: Path, err: Path) -> str:
    while "Ready:" not in (said := out.read_text("utf-8")):
        assert process.poll() is None, f"ended before it was ready:\n{said}\n{err.read_text('utf-8')}"
        time.sleep(0.05)
    return said
