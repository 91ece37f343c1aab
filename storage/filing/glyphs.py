"""Which characters the bundled fonts can show, by their own word, and what stands in for the rest."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

FONT_FOLDER = Path(__file__).parent / "fonts"
FONT_FAMILIES = ("Inter", "DejaVu Sans")
"""In the order they are tried for each character."""

STAND_IN = "▯"
"""U+25AF, in DejaVu Sans: what a reader sees where a character could not be shown."""

_FONT_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "DejaVuSans.ttf")
_INVISIBLE = frozenset("\ufeff\ufe0e\ufe0f")
"""A byte order mark, and the two that choose between a drawn and a coloured emoji."""
_NEVER_IN_AN_ARCHIVED_PDF = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Control, lone surrogate, private use, unassigned: refused by the standards, or of unknown look."""


def stand_ins(texts: Iterable[str]) -> Mapping[str, str]:
    """Each character of the texts that cannot be shown, in order of appearance -> what stands in for it.

    Line breaks and tabs are layout and not among them. What is invisible is only left out.
    """
    seen = dict.fromkeys(character for text in texts for character in dict.fromkeys(text))
    first, bold, fallback = (_covered(FONT_FOLDER / name) for name in _FONT_FILES)
    first &= bold
    return {
        character: "" if character in _INVISIBLE else STAND_IN
        for character in seen
        if character not in "\n\t" and not _can_be_shown(character, first, fallback)
    }


def _can_be_shown(character: str, first: frozenset[int], fallback: frozenset[int]) -> bool:
    category = unicodedata.category(character)
    if category in _NEVER_IN_AN_ARCHIVED_PDF or character in _INVISIBLE:
        return False
    if category.startswith("M"):
        # A letter and its marks are set in one font, so a mark must be in whichever font the letter is in.
        return ord(character) in first and ord(character) in fallback
    return ord(character) in first or ord(character) in fallback


def _covered(font: Path) -> frozenset[int]:
    """The code points of a TrueType font's Unicode character map (format 12, as both our fonts have)."""
    with font.open("rb") as file:
        (table_count,) = struct.unpack(">4xH6x", file.read(12))
        tables = {}
        for _ in range(table_count):
            tag, offset, length = struct.unpack(">4s4xII", file.read(16))
            tables[tag] = (offset, length)
        offset, length = tables[b"cmap"]
        file.seek(offset)
        cmap = file.read(length)
    (subtable_count,) = struct.unpack_from(">2xH", cmap)
    for index in range(subtable_count):
        (start,) = struct.unpack_from(">4xI", cmap, 4 + 8 * index)
        (subtable_format,) = struct.unpack_from(">H", cmap, start)
        if subtable_format == 12:
            (group_count,) = struct.unpack_from(">12xI", cmap, start)
            groups = struct.iter_unpack(">III", cmap[start + 16 : start + 16 + 12 * group_count])
            return frozenset(point for first, last, _glyph in groups for point in range(first, last + 1))
    raise ValueError(f"{font.name} has no character map of format 12")
