"""`python -m benchmarks`: one interleaved run of everything, printed and written into docs/performance.md."""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from pathlib import Path

from rich.console import Console

from benchmarks.answers import ENTRIES, measure_answers
from benchmarks.drafts import measure_drafts
from benchmarks.report import Figures, to_screen, write_into
from benchmarks.starts import measure_starts
from benchmarks.turns import Effort, measure_turns
from benchmarks.writes import SIZES, measure_writes

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
FULL = Effort(rounds=7, turns=400, seconds=4.0, people=1024)
QUICK = Effort(rounds=1, turns=100, seconds=1.0, people=128)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="a minute, to see that it works; nothing is written"
    )
    parser.add_argument("--folder", type=Path, help="a folder on the disk to measure")
    chosen = parser.parse_args()
    console = Console(width=118)
    effort = QUICK if chosen.quick else FULL
    sizes = SIZES[:2] if chosen.quick else SIZES
    began = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(dir=chosen.folder) as made:
        folder = Path(made)
        turns = asyncio.run(measure_turns(folder, effort, console.print))
        console.print("starts …")
        starts = measure_starts(folder / "data", folder, times=1 if chosen.quick else 7)
        console.print("writes …")
        (folder / "writes").mkdir()
        writes = asyncio.run(measure_writes(folder / "writes", 200 if chosen.quick else 2_000, sizes))
        console.print("drafts …")
        drafts = asyncio.run(measure_drafts(folder, *((1, 20) if chosen.quick else (6, 60))))
    console.print("answers …")
    entries = ENTRIES[:2] if chosen.quick else ENTRIES
    seconds, questions = (3.0, 100) if chosen.quick else (20.0, 400)
    answers = asyncio.run(measure_answers(seconds, questions, entries))
    figures = Figures(turns, writes, drafts, starts, answers, effort, (began, os.getloadavg()[0]))
    console.print(to_screen(figures))
    if not chosen.quick:
        write_into(DOCUMENT, figures)
        console.print(f"Written into {DOCUMENT}")


if __name__ == "__main__":
    main()
