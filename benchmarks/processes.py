"""The bots that are measured, each in a process of its own, and what the system says about it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.wire import request

READY_WITHIN_SECONDS = 30.0
POLL_SECONDS = 0.005


@dataclass(frozen=True, slots=True)
class Running:
    port: int
    process: psutil.Process
    ready_after_seconds: float

    def memory_mb(self) -> float:
        return float(self.process.memory_info().rss) / 2**20

    def cpu_seconds(self) -> float:
        times = self.process.cpu_times()
        return float(times.user + times.system)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(module: str, arguments: Sequence[str], *, port: int, log: Path) -> Iterator[Running]:
    """A Python module as a process that answers HTTP on the port; what it prints goes to the file."""
    began = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdout=output,
            stderr=subprocess.STDOUT,
            env={name: value for name, value in os.environ.items() if not name.startswith("TILSKUDD_")},
        )
        try:
            _wait_until_ready(process, port, log, began)
            yield Running(port, psutil.Process(process.pid), time.perf_counter() - began)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, log: Path, began: float) -> None:
    while not _answers(port):
        if process.poll() is not None or time.perf_counter() - began > READY_WITHIN_SECONDS:
            raise RuntimeError(f"nothing answers on port {port}: {log.read_text(errors='replace')[-2000:]}")
        time.sleep(POLL_SECONDS)


def _answers(port: int) -> bool:
    """Any answer will do: only our own bot has a page for it."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            connection.sendall(request("GET", "/healthz", port))
            return connection.recv(4096).startswith(b"HTTP/1.1")
    except OSError:
        return False
