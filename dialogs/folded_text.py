"""Text as the number finder sees it: digits of any script as 0–9, invisible characters gone, offsets kept."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Final

STYLE_CHANGE: Final = "\x1f"
"""Stands around digits that are not of a script but of a typography (², ①), so that the 2 of a footnote
mark directly after a number is not read as the number's last digit."""

_BREAK: Final = "¤"
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cn", "Cs", "Me", "Mn"})
_INVISIBLE_LETTERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5")
_LINE_ENDS: Final = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_SLASHES: Final = frozenset("⁄∕⧸")
_MINUSES: Final = frozenset("−⁻₋‐⁃¯ˉ")
_BLANKS: Final = frozenset("\u2800")


@dataclass(frozen=True, slots=True)
class Folded:
    text: str = field(repr=False)
    offsets: tuple[int, ...] | None = field(repr=False)
    """For each character of `text` its place in the original; None when each stands where it stood."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open stretch of the original that `text[start:end]` (not empty) was read from."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Folded:
    table = {character: _folded(character) for character in set(text)}
    if all(len(folded) == 1 for folded in table.values()):
        return Folded(text.translate({ord(character): folded for character, folded in table.items()}), None)
    offsets = tuple(place for place, character in enumerate(text) for _ in table[character])
    return Folded("".join(table[character] for character in text), offsets)


def is_attached(character: str) -> bool:
    """Whether it is drawn on the character before it (an accent, a keycap, a variation selector)."""
    return unicodedata.category(character) in ("Mn", "Me")


def _folded(character: str) -> str:
    if character in _LINE_ENDS:
        return "\n"
    if character == "\t":
        return character
    category = unicodedata.category(character)
    if category in _INVISIBLE or character in _INVISIBLE_LETTERS:
        return ""
    if character.isascii():
        return character
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Zs" or character in _BLANKS:
        return " "
    if category == "Pd" or character in _MINUSES:
        return "-"
    if character in _SLASHES:
        return "/"
    if category == "Co" or character in "·•‣∙⋅・･●▪◦":
        return "·"
    if category == "No":
        return _typographic_digits(character)
    plain = unicodedata.normalize("NFKC", character)
    if plain in (character, ""):
        return character
    return "".join(character if part == character else _folded(part) for part in plain)


def _typographic_digits(character: str) -> str:
    digit = unicodedata.digit(character, None)
    plain = unicodedata.normalize("NFKC", character) if digit is None else str(digit)
    digits = "".join(part for part in plain if part.isascii() and part.isdigit())
    is_fraction = "⁄" in plain
    return f"{STYLE_CHANGE}{digits}{STYLE_CHANGE}" if digits and not is_fraction else _BREAK
