"""The texts of a file that was read, looked through for numbers of persons like all else that people write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.activities import Opened
from bot.incoming import Scrub, Scrubbed
from dialogs.file_parts import Place, Sheet
from dialogs.grids import Grid, as_text

CHUNK_CHARACTERS = 12_000
"""Of a sheet at a time: numbers are looked for in rows that stand together."""


def texts_of_file(opened: Opened) -> list[str]:
    chunks = (as_text(chunk) for sheet in opened.sheets for chunk in _chunks(sheet.grid))
    names = (sheet.name for sheet in opened.sheets)
    return [opened.text, *names, *chunks, *(place.text for place in opened.places)]


def scrubbed_file(opened: Opened, scrub: Scrub) -> tuple[Opened, bool]:
    """The file without numbers of persons and control characters, and whether a number was taken out."""
    looked = _Looking(scrub)
    sheets = tuple(Sheet(looked.text(sheet.name), looked.grid(sheet.grid)) for sheet in opened.sheets)
    places = tuple(Place(one.tag, looked.text(one.text), one.is_ticked) for one in opened.places)
    return replace(opened, sheets=sheets, places=places), looked.is_number_out


class _Looking:
    def __init__(self, scrub: Scrub) -> None:
        self._scrub = scrub
        self.is_number_out = False

    def text(self, text: str) -> str:
        """ "" for what is longer than any answer."""
        scrubbed = self._scrub.text(text)
        if not isinstance(scrubbed, Scrubbed):
            return ""
        self.is_number_out |= scrubbed.masked == "number"
        return scrubbed.text

    def grid(self, grid: Grid) -> Grid:
        rows: list[tuple[str, ...]] = []
        for chunk in _chunks(grid):
            rows += (tuple(line.split("\t")) for line in self.text(as_text(chunk)).split("\n"))
        return tuple(rows)


def _chunks(grid: Grid) -> Iterator[Grid]:
    chunk: list[tuple[str, ...]] = []
    length = 0
    for row in grid:
        own = sum(len(cell) + 1 for cell in row)
        if chunk and length + own > CHUNK_CHARACTERS:
            yield tuple(chunk)
            chunk, length = [], 0
        chunk.append(row)
        length += own
    if chunk:
        yield tuple(chunk)
