"""The figures as a table on the screen, and the same table in docs/performance.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.table import Table

from benchmarks.answers import Answers
from benchmarks.drafts import EMPTY, GOALS
from benchmarks.starts import Starts
from benchmarks.turns import FLOOR, OURS, STOCK, Effort, Turns

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
Row = tuple[str, str, str, str, str]
HEADINGS: Row = ("", "Tilskuddshjelpen", "floor", "stock botbuilder", "to reach")


@dataclass(frozen=True, slots=True)
class Figures:
    turns: Turns
    writes_ms: Mapping[int, float]
    drafts_ms: Mapping[str, float]
    starts: Starts
    answers: Answers
    effort: Effort
    loads: tuple[float, float]
    """The machine's load average before and after."""


def rows(figures: Figures) -> Iterator[Row]:
    turns, starts = figures.turns, figures.starts
    ours, floor, stock = (turns.results[name] for name in (OURS, FLOOR, STOCK))
    three = (ours, floor, stock)

    def row(what: str, texts: Sequence[str], goal: str = "") -> Row:
        return (what, texts[0], texts[1], texts[2], goal)

    yield row("a turn, one at a time, p50", [f"{each.p50_ms:.2f} ms" for each in three])
    yield (
        "  times the floor",
        f"{turns.slower_than_floor():.1f}",
        "1",
        f"{stock.p50_ms / floor.p50_ms:.1f}",
        "≤ 3",
    )
    yield row("a turn, one at a time, p99", [f"{each.p99_ms:.1f} ms" for each in three])
    yield row("turns/s, 32 conversations", [f"{each.turns_per_second:,.0f}" for each in three])
    beside_floor = floor.turns_per_second / stock.turns_per_second
    yield ("  times stock", f"{turns.faster_than_stock():.1f}", f"{beside_floor:.1f}", "1", "≥ 3")
    yield row("a turn, 32 conversations, p99", [f"{each.p99_together_ms:.0f} ms" for each in three])
    yield row("CPU of the process a turn", [f"{each.cpu_ms:.2f} ms" for each in three])
    yield row("memory at start", [f"{each.memory_idle_mb:.0f} MB" for each in three])
    yield row("memory after the load", [f"{each.memory_after_mb:.0f} MB" for each in three])
    smallest, largest = min(figures.writes_ms), max(figures.writes_ms)
    for size, taken_ms in sorted(figures.writes_ms.items()):
        yield (f"a durable write, {size:,} applications", f"{taken_ms:.3f} ms", "", "", "")
    ratio = figures.writes_ms[largest] / figures.writes_ms[smallest]
    yield (f"  {largest:,} beside {smallest:,}", f"{ratio:.2f}", "", "", "≤ 1.3")
    for kind, taken_ms in figures.drafts_ms.items():
        yield (f"a turn in a draft: {kind}", f"{taken_ms:.2f} ms", "", "", "")
    for kind, most in GOALS.items():
        beside = figures.drafts_ms[kind] / figures.drafts_ms[EMPTY]
        yield (f"  {kind} beside {EMPTY}", f"{beside:.1f}", "", "", f"≤ {most:g}")
    yield ("start to /healthz", f"{starts.ready:.2f} s", "", "", "≤ 2 s")
    yield ("  of which imports", f"{starts.importing:.2f} s", "", "", "")
    yield ("  of which Python itself", f"{starts.python:.2f} s", "", "", "")
    yield from answer_rows(figures.answers)


def answer_rows(answers: Answers) -> Iterator[Row]:
    yield (f"an answer out of {answers.entries} entries, p50", f"{answers.p50_ms:.1f} ms", "", "", "≤ 20 ms")
    yield ("an answer, p99", f"{answers.p99_ms:.1f} ms", "", "", "")
    yield ("event loop's lag, 20 questions/s, p99", f"{answers.lag_asked_p99_ms:.1f} ms", "", "", "≤ 10 ms")
    yield ("  while nobody asks", f"{answers.lag_idle_p99_ms:.1f} ms", "", "", "")
    for size, taken_ms in sorted(answers.growth_ms.items()):
        yield (f"an answer by letters, {size:,} entries of ten phrasings", f"{taken_ms:.1f} ms", "", "", "")
    smallest, largest = min(answers.growth_ms), max(answers.growth_ms)
    ratio = answers.growth_ms[largest] / answers.growth_ms[smallest]
    yield (f"  {largest:,} beside {smallest:,}", f"{ratio:.1f}", "", "", "")


def to_screen(figures: Figures) -> Table:
    table = Table(title="Form turns, writes, start, memory and answers", title_justify="left")
    for number, heading in enumerate(HEADINGS):
        table.add_column(heading, justify="right" if number else "left")
    for row in rows(figures):
        table.add_row(*row)
    return table


def to_markdown(figures: Figures) -> str:
    lines = [_line(HEADINGS), "|---|--:|--:|--:|--:|"]
    lines += [_line((row[0].replace("  ", "– "), *row[1:])) for row in rows(figures)]
    turns, effort = figures.turns, figures.effort
    lines += [
        "",
        f"{_machine()}, load average {figures.loads[0]:.1f} before and {figures.loads[1]:.1f} after; "
        f"{date.today().isoformat()}. Medians of {effort.rounds} rounds, each of {effort.turns} turns one at a "  # noqa: DTZ011
        f"time and {effort.seconds:.0f} s of 32 at once for each of the three; {effort.people} people, "
        f"each with an application of {turns.application_bytes / 1000:.1f} KB; "
        f"the card has {turns.card_bytes / 1000:.1f} KB; "
        f"one of our turns makes {turns.calls:.1f} calls to the connector, the others' 1.",
    ]
    return "\n".join(lines)


def write_into(document: Path, figures: Figures) -> None:
    """Puts the table between its markers. Raises ValueError where they are missing."""
    before, begin, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{document} has no place for the figures")
    document.write_text(f"{before}{BEGIN}\n\n{to_markdown(figures)}\n\n{END}{after}", encoding="utf-8")


def _line(row: Row) -> str:
    return f"| {' | '.join(row)} |"


def _machine() -> str:
    return f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {platform.system()}"
