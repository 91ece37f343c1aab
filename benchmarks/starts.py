"""How long the bot takes from nothing to ready, and how much of that is importing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import free_port, running

WHAT_SERVING_IMPORTS = "import bot.__main__, bot.commands.serve, bot.settings"


@dataclass(frozen=True, slots=True)
class Starts:
    """Seconds, the median of several."""

    ready: float
    """From the start of the process to 200 from /healthz."""
    importing: float
    python: float
    """Of Python alone."""


def measure_starts(data: Path, folder: Path, times: int) -> Starts:
    """On a data folder that is in use already, with Python's compiled files there, as on every start but the first."""
    _ready_after(data, folder)
    ready, importing, python = [], [], []
    for _ in range(times):
        ready.append(_ready_after(data, folder))
        importing.append(_took([sys.executable, "-c", WHAT_SERVING_IMPORTS]))
        python.append(_took([sys.executable, "-c", "pass"]))
    alone = statistics.median(python)
    return Starts(statistics.median(ready), statistics.median(importing) - alone, alone)


def _ready_after(data: Path, folder: Path) -> float:
    port = free_port()
    serve = ["serve", "--local", "--port", str(port), "--data", str(data)]
    with running("bot", serve, port=port, log=folder / "start.log") as bot:
        return bot.ready_after_seconds


def _took(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - began
