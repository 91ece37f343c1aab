"""Which years a question speaks of: 2026, '26, 2024/25, i fjor, two years ago."""

# Norwegian on purpose: words that are looked for in questions, never words that people read from here.

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from knowledge.sentences import asking_first

FIRST, LAST = 2015, 2039
LONGEST_SPAN = 4
_COUNTED = (
    r"(?!\s*(?:kr|kroner|krone|nok|mill\w*|mrd|tusen|thousand|timar|timer|hours|dagar|dager|days|prosent"
    r"|percent|stk|år|years"
    r"|personar|personer|people|kommunar|kommuner|pasientar|pasienter|patients|stillinger|stillingar|årsverk|%)\b)"
)
_NUMBER = re.compile(
    rf"(?<!enn )(?<!than )(?:(?<![\d.,/–-])|(?<=\d\d\.)|(?<=\D[–/-]))(20[1-3]\d)(?![\d.,]*\d){_COUNTED}", re.I
)
_SPAN = re.compile(r"(?<![\d.,/–-])(?:20)?([1-3]\d) ?[/–-] ?(?:20)?([1-3]\d)(?![\d/–-]|[.,]\d)")
"""2024/2025, 2024-25, 24/25, 2024-2026."""
_DATE = re.compile(r"(?<![\d.])\d{1,2}[./]\d{1,2}[./](1[5-9]|2\d|3\d)(?![\d.])")
_MONEY_OF = re.compile(
    r"(?<![\d.,/-])(1[5-9]|2\d|3\d)-(?=midl|peng|ramm|tildel|budsjett|utlys|fordel|pott|tilsk)", re.I
)
_SHORT = re.compile(
    r"(?:['’´`]|(?<![\d\w])[-–]|\b(?:fy|h|v|b)[ -]?"
    r"|\b(?:i|for|in|året|år|av|of|frå|fra|til|sidan|siden|runden|runde|round|våren|vår|høsten|haust"
    r"|hausten|høst|sommeren"
    r"|sommaren|vinteren|autumn|spring|summer|winter|budsjett|budsjettet|budsjettår|budsjettåret|budget"
    r"|year|utlysningen"
    r"|utlysinga|utlysning|utlysing|call|og|and|eller|or|juletider|jul|desember|januar|februar|mars|april"
    r"|mai|juni|juli"
    r"|august|september|oktober|november|december|january|february|march|may|june|july|october)[ -]?['’´`-]?)"
    r"(1[5-9]|2\d|3\d)(?![.,]\d)(?=\s*[?!.,;:)»\"]|\s*$|['’]|-(?:\D|$)"
    rf"|\s+{_COUNTED}[^\W\d])",
    re.I,
)
_FISCAL = re.compile(r"\bfy[ -]?(20[1-3]\d)\b", re.I)
_UNITS: Final = {
    **dict.fromkeys(("en", "ein", "ett", "eitt", "one", "og en", "1"), 1),
    **dict.fromkeys(("to", "two", "2", "et par", "eit par", "a couple of"), 2),
    **dict.fromkeys(("tre", "three", "3"), 3),
    **dict.fromkeys(("fire", "four", "4"), 4),
    **dict.fromkeys(("fem", "five", "5"), 5),
    **dict.fromkeys(("seks", "six", "6"), 6),
    **dict.fromkeys(("sju", "syv", "seven", "7"), 7),
    **dict.fromkeys(("åtte", "eight", "8"), 8),
    **dict.fromkeys(("ni", "nine", "9"), 9),
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_SPELT = re.compile(
    rf"\b(?:totusen\s*(?:og\s*)?|to\s*tusen\s*(?:og\s*)?|two\s+thousand\s+(?:and\s+)?|twenty[ -]|tjue\s)?"
    rf"(?:(?:tjue|twenty)[ -]?(?P<unit>{_UNIT})|(?P<first>{_UNIT})ogtjue)\b{_COUNTED}",
    re.I,
)
_AGO = re.compile(
    rf"\b(?P<unit>{_UNIT})\s+(?:år|somrar|somre|vintrer|vintrar|years?)\s+(?P<when>siden|sidan|sia|tilbake"
    rf"|attende|ago|back)\b"
    rf"|\b(?:om|in)\s+(?P<later>{_UNIT})\s+(?:år|years?)\b",
    re.I,
)
_YEAR = r"(?:budsjett|kalender|tilskudds|tilskots|søknads)?år(?:et|ets|s|a)?"
_RELATIVE: Final = (
    (
        re.compile(
            r"\b(?:i\s?for\s?fjor|forfjor(?:år(?:et|ets)?|s)?|året før i fjor|the year before last|i forfjar)\b",
            re.I,
        ),
        -2,
    ),
    (
        re.compile(
            rf"\b(?:i\s?fjor|(?<!for)fjor(?:år(?:et|ets)?|s)|i fjar|(?:sist|siste|forrige|førre|forgangne"
            rf"|fyrre) {_YEAR}"
            r"|året som gikk|året som gjekk|last (?:fiscal |budget |calendar )?year(?:'?s)?"
            r"|previous (?:fiscal |budget )?year(?:'?s)?"
            r"|(?:forrige|førre) (?:budsjett|utlysning|utlysing|runde|tildeling)|(?:i )?fjor(?:høst|haust"
            r"|vår|sommer|sommar))\b",
            re.I,
        ),
        -1,
    ),
    (
        re.compile(
            rf"\b(?:i år|i år[ae]t|i årets|dette {_YEAR}|(?:inneværende|inneverande|nåværende"
            rf"|noverande) {_YEAR}|årets"
            r"|th(?:is|e current) (?:fiscal |budget |calendar )?year(?:'?s)?|current (?:fiscal "
            r"|budget )?year(?:'?s)?)\b",
            re.I,
        ),
        0,
    ),
    (
        re.compile(
            rf"\b(?:(?:neste|nest|kommende|komande|det nye|det kommende|det komande|nytt) {_YEAR}|til års"
            r"|(?:next|coming|upcoming|the coming|following) (?:fiscal |budget |calendar )?year(?:'?s)?"
            r"|(?:neste|kommende|komande|next|coming|upcoming) (?:budsjett(?:et)?|budget|utlysning|utlysing"
            r"|runde|call|round))\b",
            re.I,
        ),
        1,
    ),
    (re.compile(rf"\b(?:året etter neste|{_YEAR} etter neste|the year after next)\b", re.I), 2),
)
_OTHER_THAN = re.compile(r"\b(?:andre år(?:a|ene)?|other years?) (?:enn|than)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:året (?:før|etter)|åra (?:før|etter)|årene (?:før|etter)|year (?:before|after)|years? (?:before"
    r"|after)|earlier years?"
    r"|tidligere år(?:ene)?|tidlegare år(?:a)?|senere år|seinare år|other years?|previous (?:call|round)s?"
    r"|hvert år|kvart år|hver(?:t|e) enkelt år|de siste årene|dei siste åra|alle år(?:a|ene)?|every year"
    r"|sist(?:e)? (?:gang|runde|tildeling)"
    r"|last (?:time|round|call)|over nyttår|etter nyttår|20\d{3}|20\d(?!\d)|202\D\d)\b",
    re.I,
)
"""Speaks of other years without saying which."""


def years_asked(text: str, today: datetime.date) -> frozenset[int]:
    """Of the sentence that asks, where one does and names a year; else of the whole text."""
    return next(filter(None, (frozenset(_years(each, today)) for each in asking_first(text))), frozenset())


def leaves_year_open(text: str, years: frozenset[int]) -> bool:
    """Whether some other year than those that are named is spoken of, and not said which."""
    return bool(_OTHER_THAN.search(text)) or (not years and bool(_VAGUE.search(text)))


def _years(text: str, today: datetime.date) -> Iterator[int]:
    found = [int(match.group(1)) for pattern in (_NUMBER, _FISCAL) for match in pattern.finditer(text)]
    for match in _SPAN.finditer(text):
        first, second = int(match.group(1)), int(match.group(2))
        if first < second <= first + LONGEST_SPAN:
            found += range(2000 + first, 2000 + second + 1)
    short = (_SHORT, _DATE, _MONEY_OF)
    found += [2000 + int(match.group(1)) for pattern in short for match in pattern.finditer(text)]
    found += [2020 + _UNITS[(match["unit"] or match["first"]).casefold()] for match in _SPELT.finditer(text)]
    for match in _AGO.finditer(text):
        back = _UNITS[match["unit"].casefold()] if match["unit"] else -_UNITS[match["later"].casefold()]
        found.append(today.year - back)
    found += [today.year + offset for pattern, offset in _RELATIVE if pattern.search(text)]
    yield from (year for year in found if FIRST <= year <= LAST)
