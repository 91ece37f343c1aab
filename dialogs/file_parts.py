"""What a file that somebody sent holds: sheets of cells, or the places of our form; or why it is not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dialogs.grids import Grid

FileRefusal = Literal[
    "too_large",
    "unpacked",
    "damaged",
    "encrypted",
    "old_format",
    "other_kind",
    "macros",
    "external",
    "entities",
    "too_many_cells",
    "too_much_text",
    "no_cells",
    "not_our_form",
    "too_heavy",
    "not_fetched",
    "several",
    "busy",
]


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    grid: Grid


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the form by its tag: a text, or a box that is ticked."""

    tag: str
    text: str = ""
    is_ticked: bool = False
