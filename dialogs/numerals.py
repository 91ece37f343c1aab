"""Reads one number, in digits, in words or both; the whole text must be that number, else nothing is read."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from dialogs.number_tokens import Numeral, Token, tokens_of
from dialogs.number_words import ENGLISH, NORWEGIAN, NumberWord

__all__ = ["Numeral", "count_numbers", "mentions_number", "read_number"]


# One letter per word (dialogs/number_words.py) makes the grammar of spoken numbers a regular expression.
_SMALL: Final = r"(?:t[as]?|n|[as])"
_SPOKEN: Final = rf"(?:[asn]?h(?:o?{_SMALL})?|{_SMALL})"
_WHOLE: Final = rf"(?:dh?|{_SPOKEN})"
_ONE_SCALE: Final = re.compile(
    rf"(?P<head>z(?![TMG])|{_WHOLE}|(?:(?P<before>{_WHOLE})o)?a?fa?)(?P<scale>[TMG]?)"
)
_THOUSANDS_ALONE: Final = re.compile(r"T")
_TWO_SCALES: Final = re.compile(
    rf"(?:(?P<millions>{_WHOLE})M)?(?:(?:(?<=M)o)?(?P<thousands>{_WHOLE})?(?P<scale>T))?"
    rf"(?:(?:(?<=[TM])o)?(?P<rest>{_WHOLE}))?"
)
_COUNTED: Final = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]*)?|[0-9][0-9.,']*")
_LETTERS: Final = re.compile(r"[a-zæøåéè]+")


def read_number(text: str) -> Numeral | None:
    """Takes text that has been through `plain`."""
    collapsed = re.sub(" +", " ", text)
    readings = {_read(collapsed, words) for words in (NORWEGIAN, ENGLISH)} - {None}
    if len(readings) != 1:
        return None
    (numeral,) = readings
    return replace(numeral, doubtful=True) if numeral and collapsed != text else numeral


def count_numbers(text: str) -> int:
    """How many separate numbers the text seems to hold; used only to say why it could not be read."""
    words = [NORWEGIAN.get(word) or ENGLISH.get(word) for word in _LETTERS.findall(text)]
    return len(_COUNTED.findall(text)) + sum(word is not None and word.place in "sntzf" for word in words)


def mentions_number(text: str) -> bool:
    return count_numbers(text) > 0 or any(
        (word := NORWEGIAN.get(letters) or ENGLISH.get(letters)) is not None and word.place in "hTMG"
        for letters in _LETTERS.findall(text)
    )


def _read(text: str, words: Mapping[str, NumberWord]) -> Numeral | None:
    tokens = tokens_of(text, words)
    if not tokens:
        return None
    places = "".join(token.place for token in tokens)
    if one := _ONE_SCALE.fullmatch(places):
        return _one_scale(one, tokens)
    if _THOUSANDS_ALONE.fullmatch(places):
        return Numeral(Fraction(1_000), multiplied=True)
    if two := _TWO_SCALES.fullmatch(places):
        return _two_scales(two, tokens)
    return None


def _one_scale(found: re.Match[str], tokens: Sequence[Token]) -> Numeral | None:
    head = tokens[: found.end("head")]
    fraction = next((token.numeral.value for token in head if token.place == "f"), None)
    if fraction is None:
        number = _whole(head)
    elif found["before"] is None:
        number = Numeral(fraction) if fraction < 1 or "a" not in found["head"] else None
    else:
        before = _whole(head[: found.end("before")])
        whole_and_half = before is not None and before.value.denominator == 1 and fraction < 1
        number = Numeral(before.value + fraction) if before and whole_and_half and not before.mark else None
    if number is None or not found["scale"]:
        return number
    scale = tokens[-1].numeral
    value, doubtful = number.value, number.doubtful or scale.doubtful
    if found["scale"] == "T":
        doubtful = doubtful or number.mark != "" or value >= 10_000 or number.decimals > 3
    elif number.mark:
        value = value / 1_000
        doubtful = doubtful or value >= 100
    else:
        doubtful = doubtful or value >= 1_000 or number.decimals > 6
    return Numeral(value * scale.value, multiplied=True, doubtful=doubtful)


def _two_scales(found: re.Match[str], tokens: Sequence[Token]) -> Numeral | None:
    """«en million to hundre tusen», «to tusen fem hundre».

    «en million to hundre» is not read: some mean 1,2 million by it, some 1 000 200.
    """
    parts = {
        name: _whole(tokens[found.start(name) : found.end(name)])
        for name in ("millions", "thousands", "rest")
        if found[name] is not None
    }
    if not all(part and part.value.denominator == 1 and not part.decimals for part in parts.values()):
        return None
    millions, thousands, rest = (
        part.value if (part := parts.get(name)) else None for name in ("millions", "thousands", "rest")
    )
    doubtful = any(token.numeral.doubtful or token.numeral.mark for token in tokens)
    doubtful = doubtful or ("d" in found[0] and "o" in found[0])
    if thousands is None and found["scale"]:
        if millions is not None:
            return None
        thousands = Fraction(1)
    if rest is not None and thousands is not None:
        if rest >= 1_000 or "d" in found["rest"]:
            return None
        doubtful = doubtful or rest < 100 or found["rest"].startswith("h")
    elif rest is not None:
        if millions is None or found["rest"] != "d" or not 1_000 <= rest < 1_000_000:
            return None
        doubtful = True
    below_million = (thousands or Fraction(0)) * 1_000 + (rest or 0)
    if millions is not None and below_million >= 1_000_000:
        return None
    doubtful = doubtful or any(part is not None and part >= 1_000 for part in (millions, thousands))
    return Numeral((millions or 0) * 1_000_000 + below_million, multiplied=True, doubtful=doubtful)


def _whole(tokens: Sequence[Token]) -> Numeral | None:
    """The value of one run below a thousand, or of one number in digits («3 hundre» is both)."""
    first = tokens[0]
    if len(tokens) == 1 and first.place != "h":
        return first.numeral
    if first.place == "d" and not (first.numeral.value.denominator == 1 and 1 <= first.numeral.value < 20):
        return None
    total = Fraction(0)
    for token in tokens:
        total = (total or Fraction(1)) * 100 if token.place == "h" else total + token.numeral.value
    return Numeral(total)
