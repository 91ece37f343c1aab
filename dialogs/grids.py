"""A pasted text as rows of cells: tabs, pipes, semicolons or wide spaces between them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable

Grid = tuple[tuple[str, ...], ...]
"""Rows in order, as long as each was; a cell has no tab, no line break and no space around it."""

MOST_ROWS = 500
MOST_COLUMNS = 30
_RULE = re.compile(r"[\s|:+=-]*")
"""The line under a header in markdown, or one that is drawn to look at."""
_WIDE = re.compile(r"\t| {2,}|\u00a0{2,}")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")


def grid_of(text: str) -> Grid | None:
    """None where the text is no table: too few lines with more than one cell, or they are not alike."""
    lines = text.strip("\n").split("\n")
    if len(lines) > MOST_ROWS + 1:
        return None
    if "\t" in text:
        return _checked(_quoted_tabs(text.strip("\n")) or [line.split("\t") for line in lines], fewest=1)
    for split in (_piped, _by(";"), _by_wide_spaces):
        rows = split(lines)
        if rows is not None and (grid := _checked(rows, fewest=2)) is not None:
            return grid
    return None


def to_grid(rows: Iterable[Iterable[str]]) -> Grid:
    """Cells made alike; rows and columns beyond the most are left out."""
    made = []
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row][:MOST_COLUMNS]
        while cells and not cells[-1]:
            cells.pop()
        made.append(tuple(cells))
        if len(made) == MOST_ROWS:
            break
    return tuple(made)


def as_text(grid: Grid) -> str:
    """One line a row, tabs between cells: what `grid_of` reads back."""
    return "\n".join("\t".join(row) for row in grid)


def _checked(rows: list[list[str]], *, fewest: int) -> Grid | None:
    grid = to_grid(rows)
    several = [len(row) for row in grid if len([cell for cell in row if cell]) > 1]
    filled = [row for row in grid if any(row)]
    is_table = len(several) >= fewest and len(several) * 2 > len(filled)
    return grid if is_table else None


def _quoted_tabs(text: str) -> list[list[str]] | None:
    """As Excel copies: a cell with a line break stands in quotation marks. None where those do not meet."""
    if '"' not in text:
        return None
    try:
        rows = list(csv.reader(text.split("\n"), delimiter="\t", strict=True))
    except csv.Error:
        return None
    return rows


def _piped(lines: list[str]) -> list[list[str]] | None:
    if sum("|" in line for line in lines) * 2 <= sum(1 for line in lines if line.strip()):
        return None
    rows = []
    for line in lines:
        if "|" in line and _RULE.fullmatch(line):
            continue
        inside = line.strip().removeprefix("|")
        inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
        rows.append([cell.replace("\\|", "|") for cell in _UNESCAPED_PIPE.split(inside)])
    return rows


def _by(separator: str) -> Callable[[list[str]], list[list[str]] | None]:
    def split(lines: list[str]) -> list[list[str]] | None:
        return [line.split(separator) for line in lines] if any(separator in line for line in lines) else None

    return split


def _by_wide_spaces(lines: list[str]) -> list[list[str]] | None:
    return [_WIDE.split(line.strip()) for line in lines]
