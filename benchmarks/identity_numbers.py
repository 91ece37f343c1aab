"""How well identity numbers are found: `python -m benchmarks.identity_numbers [texts] [seed]` prints it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from time import perf_counter

from rich.console import Console
from rich.table import Table

from dialogs.identity_numbers import Masked, mask_identity_numbers
from tests.identity_number_texts import (
    NATURAL_STYLES,
    Sample,
    texts_with,
    texts_with_eleven_digits,
    texts_without,
)


def outcome(masked: Masked) -> str:
    if masked.removed:
        return "removed"
    return "asked about" if masked.doubtful else "left alone"


def figures(title: str, samples: Iterable[tuple[str, Sample]]) -> Table:
    counts: dict[str, Counter[str]] = {}
    seconds = 0.0
    for row, sample in samples:
        begun = perf_counter()
        masked = mask_identity_numbers(sample.text, removed_as="[-]", doubtful_as="[?]")
        seconds += perf_counter() - begun
        counts.setdefault(row, Counter())[outcome(masked)] += 1
    total = sum(counts.values(), Counter[str]())
    table = Table(title=f"{title} ({1e6 * seconds / total.total():.0f} µs a text)", title_justify="left")
    table.add_column("", min_width=24)
    columns = ("removed", "asked about", "left alone")
    for column in (*columns, "texts"):
        table.add_column(column, justify="right")
    for row, count in (*counts.items(), ("in all", total)):
        table.add_row(row, *(f"{count[column]:,}" for column in columns), f"{count.total():,}")
    return table


def main(texts: int = 10_000, seed: int = 20270101) -> None:
    console = Console(width=100)
    numbers = list(texts_with(texts, seed))
    natural = [sample for sample in numbers if sample.style in NATURAL_STYLES]
    console.print(figures("Texts with a number, by how it is written", ((s.style, s) for s in numbers)))
    console.print(figures("The same, by kind, as people write them", ((s.kind, s) for s in natural)))
    without = ((s.style, s) for s in texts_without(texts, seed))
    console.print(figures("Texts without", without))
    eleven = ((s.style, s) for s in texts_with_eleven_digits(texts, seed))
    console.print(figures("Eleven digits that are something else", eleven))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
