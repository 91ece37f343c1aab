"""How typed text says that a quantity is for every year («per år i 3 år») or for every party («hver»)."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dialogs.numerals import read_number

LONGEST_YEARS: Final = 10


@dataclass(frozen=True, slots=True)
class Whole:
    """Nothing was said about years or parties."""

    rest: str


@dataclass(frozen=True, slots=True)
class EveryYear:
    rest: str
    years: int | None


@dataclass(frozen=True, slots=True)
class EveryParty:
    rest: str


# «i år» is this year and stands for nothing here; only «i året» is every year.
_EVERY_YEAR: Final = (
    r"(?: ?/ ?(?:år|year)"
    r"| (?:per|pr\.?|for hvert|for kvart|hvert|kvart|in each|for each|each|every) ?(?:år|year)"
    r"| (?:i|om) året| a year| per annum| p\. ?a\.?|,? (?:årlig|årleg|annually|yearly))"
)
_FOR_YEARS: Final = r"(?: (?:i|for|over|in) (?P<years>[^,;()]{1,40}?) ?(?:år|years?))"
_RATE: Final = re.compile(rf"(?P<rest>.+?){_EVERY_YEAR}(?:,?{_FOR_YEARS})?")
_DURATION: Final = re.compile(r"(?P<rest>.+),? (?:i|for|in) (?P<years>[^,;()]{1,40}?) ?(?:år|years?)")
_PARTY: Final = r"(?:kommune|part|kommunen|parten|municipality|party|partner)"
_EVERY_PARTY: Final = re.compile(
    r"(?P<rest>.+?) (?:to each|(?:(?:til|på|for) )?"
    rf"(?:hver|kvar|each|apiece)(?: {_PARTY}| av (?:oss|partene|partane|kommunene|kommunane)| of us| seg)?"
    rf"|(?:per|pr\.?) {_PARTY})"
)


def how_distributed(text: str) -> Whole | EveryYear | EveryParty | None:
    """Takes text that has been through `plain`. None: years are named, but cannot be read."""
    if found := _RATE.fullmatch(text):
        years = None if found["years"] is None else read_years(found["years"])
        return None if years is None and found["years"] is not None else EveryYear(found["rest"], years)
    if found := _EVERY_PARTY.fullmatch(text):
        return EveryParty(found["rest"])
    return Whole(text)


def lasting_years(text: str) -> Whole | EveryYear | None:
    """As `how_distributed`, for what lasts: «20 % stilling i 2 år» needs no «per år».

    «over 2 år» may be a total and is not read.
    """
    if found := _RATE.fullmatch(text) or _DURATION.fullmatch(text):
        years = None if found["years"] is None else read_years(found["years"])
        return None if years is None and found["years"] is not None else EveryYear(found["rest"], years)
    return Whole(text)


def read_years(text: str) -> int | None:
    number = read_number(text)
    if number is None or number.doubtful or number.mark or number.decimals or number.value.denominator != 1:
        return None
    return int(number.value) if 1 <= number.value <= LONGEST_YEARS else None
