"""Text from people, as typed: what is put right, what is refused, and how it is counted."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from html.entities import html5
from typing import Final

# Bullets that Word takes from the fonts Symbol and Wingdings; in any other font they are empty boxes.
# Wingdings' crosses and ticked boxes (F0FB, F0FD, F0FE) mean something and are left to be drawn as they came.
_WORD_BULLETS: Final = "\uf06c\uf06e\uf06f\uf071\uf074-\uf077\uf09f\uf0a7\uf0a8\uf0b7\uf0be\uf0d8\uf0fc"
_WORD_SIGNS: Final = {"\uf02d": "–", "\uf0e0": "→", "\uf0e8": "→", "\uf0f0": "→"}
_REPLACED: Final = re.compile(f"(?P<line_end>\r\n?)|(?P<sign>[{''.join(_WORD_SIGNS)}])|[{_WORD_BULLETS}]")

# Unicode's property Bidi_Control: also the marks U+200E, U+200F and U+061C, which alone can turn «1–2» round.
_BIDI_CONTROLS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_REFUSED: Final = re.compile(
    "(?P<nul>\x00)|(?P<control_character>[\x01-\x08\x0b-\x1f\x7f-\x9f])"
    f"|(?P<lone_surrogate>[\ud800-\udfff])|(?P<bidi_control>[{_BIDI_CONTROLS}])"
)

_MENTION: Final = re.compile(
    r"<at(?: [^<>]*)?>(?P<name>[^<>]*)</at>(?P<blanks>(?:&nbsp;|[ \u00a0])*)", re.IGNORECASE
)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));")
_NO_INK: Final = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs by their class, and yet drawn as nothing."""
_LINE_BREAKS: Final = re.compile(r"[\n\t\r\x0b\x0c\x85\u2028\u2029]+")


class RefusalCode(StrEnum):
    NUL = "nul"
    CONTROL_CHARACTER = "control_character"
    LONE_SURROGATE = "lone_surrogate"
    BIDI_CONTROL = "bidi_control"


@dataclass(frozen=True, slots=True)
class Clean:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refused:
    code: RefusalCode
    """Of the first character that cannot be taken."""
    position: int
    """Where in `without` it stood."""
    without: str = field(repr=False)
    """The text as it would be accepted without any such character, for the person to say yes to."""


@dataclass(frozen=True, slots=True)
class TooLong:
    length: int
    maximum: int


def clean(text: str) -> Clean | Refused:
    """Line ends become LF, Word's bullets «•»; everything else is accepted exactly as it is, or refused."""
    replaced = _REPLACED.sub(_replacement, text)
    found = _REFUSED.search(replaced)
    if found is None:
        return Clean(replaced)
    code = next(code for code in RefusalCode if found[code] is not None)
    return Refused(code, found.start(), _REFUSED.sub("", replaced))


def from_teams(text: str, *, recipient_name: str | None, is_markup: bool = False) -> str:
    """`activity.text` as the person typed it: without the mention of the bot, entities as the signs they are.

    `recipient_name` is the name in the activity's mention of the bot, None when it has none; `is_markup` says
    that `textFormat` is xml. With neither, the text is not markup and comes back as it is.
    """
    if recipient_name is None and not is_markup:
        return text
    names = [_ENTITY.sub(_decoded, mention["name"]) for mention in _MENTION.finditer(text)]
    typed = _MENTION.sub(lambda mention: _mentioned(mention, recipient_name), text)
    if recipient_name in names:
        typed = typed.replace("&nbsp;", " ").strip()
    return _ENTITY.sub(_decoded, typed)


def length(text: str) -> int:
    """In code points, the same on every machine: an emoji made of several counts as several."""
    return len(text)


def counted(text: str, maximum: int) -> TooLong | None:
    return TooLong(length(text), maximum) if length(text) > maximum else None


def one_line(text: str) -> str:
    """For names and titles: line breaks and tabs, with the space around them, become one space."""
    parts = (part.strip() for part in _LINE_BREAKS.split(text))
    return " ".join(part for part in parts if part)


def is_blank(text: str) -> bool:
    """Nothing of it is seen: spaces, and signs that have neither width nor ink."""
    return not any(unicodedata.category(sign)[0] in "LNPS" and sign not in _NO_INK for sign in text)


def _replacement(found: re.Match[str]) -> str:
    if found["line_end"]:
        return "\n"
    return _WORD_SIGNS[found["sign"]] if found["sign"] else "•"


def _mentioned(mention: re.Match[str], recipient_name: str | None) -> str:
    if _ENTITY.sub(_decoded, mention["name"]) == recipient_name:
        return ""
    return mention["name"] + mention["blanks"]


def _decoded(entity: re.Match[str]) -> str:
    """Never the lenient half-matches of HTML, where «&notat;» would become «¬at;»."""
    if entity["name"] == "nbsp":
        return " "
    if entity["name"]:
        return html5.get(f"{entity['name']};", entity[0])
    return html.unescape(entity[0])
