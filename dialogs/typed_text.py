"""Where every reader of typed numbers and dates begins: the length is capped and the signs are made alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

MAX_TYPED_CHARACTERS: Final = 300

Code = TypeVar("Code", bound=str, covariant=True)


@dataclass(frozen=True, slots=True)
class Refused(Generic[Code]):
    """The text could not be taken; the code names the sentence that asks again."""

    code: Code


# Marks without width that Word, Excel and Windows leave in pasted numbers. What can turn the reading order
# round (RLM, overrides, isolates) is not among them, so that text holding it is refused.
_WITHOUT_WIDTH: Final = "\u200b\u200e\u2060\ufeff"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_TICKS: Final = "\u2018\u2019\u201b\u02b9\u02bc\u2032\u00b4`"
_FRACTIONS: Final = (("½", "1/2"), ("¼", "1/4"), ("¾", "3/4"))


def has_foreign_digits(text: str) -> bool:
    """Whether a digit is neither 0 to 9 nor one of the halves and quarters of a keyboard."""
    return any(sign.isnumeric() and sign not in "0123456789½¼¾" for sign in text)


def plain(text: str) -> str:
    """In lower case, with one kind of space, dash and apostrophe. Line breaks and tabs inside stay."""
    text = unicodedata.normalize("NFC", text).lower()
    signs: list[str] = []
    for sign in text:
        if sign in _WITHOUT_WIDTH:
            continue
        if sign in _DASHES:
            signs.append("-")
        elif sign in _TICKS:
            signs.append("'")
        elif sign == "\u2044":
            signs.append("/")
        elif unicodedata.category(sign) == "Zs":
            signs.append(" ")
        else:
            signs.append(sign)
    text = "".join(signs)
    for sign, written in _FRACTIONS:
        text = re.sub(f" ?{sign}", f" {written}", text)
    return text.strip()


def without_full_stop(text: str) -> str:
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") else text
