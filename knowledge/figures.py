"""The figures and dates of a text, written one way, so that an answer can be held to its sources in any language."""

# Norwegian on purpose: words that are looked for in curated texts, never words that people read from here.

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from dialogs.evidence import Language

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "mars march mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_NORWEGIAN = ("to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
_ENGLISH = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_NUMBER = r"\d{1,3}(?:[ .,\u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PATTERN = re.compile(
    rf"""
      (?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}|\d{{2}})(?!\d)
    | (?P<day_said>\d{{1,2}})\.?\s*(?P<month_said>{_MONTH})\b\.?(?:\s+\(?(?P<year_said>20\d\d))?
    | (?P<millions>(?:(?!20\d\d\b)(?:{_NUMBER})(?:\s+(?:og|and|eller|or)\s+|,\s+))*(?:{_NUMBER}))\s*mill
    | (?P<grouped>\d{{1,3}}(?:[ .,\u00a0]\d{{3}})+)(?!\d)
    | (?P<calendar>(?:19|20)\d\d)(?!\d)
    | (?P<plain>\d+(?:[.,]\d+)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
"""Between the thousands of a number."""


@dataclass(frozen=True, slots=True)
class Amount:
    nok: int

    def __str__(self) -> str:
        return f"NOK {self.nok:,}"


@dataclass(frozen=True, slots=True)
class DayOfYear:
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.day}.{self.month}."


@dataclass(frozen=True, slots=True)
class FullDate:
    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.day}.{self.month}.{self.year}"


@dataclass(frozen=True, slots=True)
class CalendarYear:
    year: int

    def __str__(self) -> str:
        return f"the year {self.year}"


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal

    def __str__(self) -> str:
        return f"the number {self.value}"


Figure = Amount | DayOfYear | FullDate | CalendarYear | Number


def figures(text: str, language: Language) -> frozenset[Figure]:
    """Amounts in kroner, dates, years and other numbers, from two upwards also as words («fire»)."""
    said = {word.casefold() for word in _WORD.findall(text)}
    words = _ENGLISH if language == "en" else _NORWEGIAN
    counted = {Number(Decimal(number)) for number, word in enumerate(words, start=2) if word in said}
    return frozenset(counted.union(*(_figures(match) for match in _PATTERN.finditer(text))))


def carried(quote: str) -> frozenset[Figure]:
    """What a quote can carry: a date also its day and its year, words in either language."""
    found = figures(quote, "nb") | figures(quote, "en")
    return found.union(*(_implied(figure) for figure in found))


def _figures(match: re.Match[str]) -> Iterator[Figure]:
    if match["day"]:
        year = int(match["year"])
        yield FullDate(year + 2000 if year < 100 else year, int(match["month"]), int(match["day"]))
    elif match["day_said"]:
        month, day = _MONTHS[match["month_said"].casefold()], int(match["day_said"])
        yield FullDate(int(match["year_said"]), month, day) if match["year_said"] else DayOfYear(month, day)
    elif match["millions"]:
        for number in re.findall(r"\d+(?:[.,]\d+)?", _SPACES.sub("", match["millions"])):
            yield Amount(int(Decimal(number.replace(",", ".")) * 1_000_000))
    elif match["grouped"]:
        yield Amount(int(re.sub(r"\D", "", match["grouped"])))
    elif match["calendar"]:
        yield CalendarYear(int(match["calendar"]))
    else:
        yield Number(Decimal(match["plain"].replace(",", ".")))


def _implied(figure: Figure) -> Iterator[Figure]:
    match figure:
        case FullDate():
            yield DayOfYear(figure.month, figure.day)
            yield CalendarYear(figure.year)
        case Amount() | DayOfYear() | CalendarYear() | Number():
            return
        case _:
            assert_never(figure)
