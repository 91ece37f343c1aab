"""Reads dates and periods as people write them; of a time of year («høsten 2027») the dates are asked for."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dialogs.dates import (
    LAST_YEAR,
    DateRefusal,
    Span,
    as_said,
    in_year,
    read_time,
    read_time_without_year,
    refuse_unread,
    why_unread,
)
from dialogs.numerals import read_number
from dialogs.typed_text import Refused

__all__ = ["DateRefusal", "Period", "Refused", "read_date", "read_period", "starts_in_the_past"]

LONGEST_MONTHS: Final = 120


@dataclass(frozen=True, slots=True)
class Period:
    """Both days are part of it."""

    first: date
    last: date


_FROM: Final = r"(?:fra og med|frå og med|f\.?o\.?m\.?|fra|frå|from|starting(?: on| in| from)?)"
_OPENING: Final = re.compile(
    r"(?:i |in )?(?:(?:perioden|prosjektperioden|tidsrommet|the period):? )?"
    rf"(?:{_FROM} |(?P<between>mellom|between) )?"
)
_SEPARATOR: Final = re.compile(
    r" ?- ?| ?/ ?|,? (?:til og med|t\.?o\.?m\.?|til ut|ut|til|up to and including|through|till|until|to) "
    r"|(?P<and> (?:og|and) )"
)
_YEARS: Final = re.compile(
    r"(?:(?:i|in|hele|heile|all of) )?(?P<years>[0-9]{4}(?:(?:, ?| og | and |, og |, and | ?\+ ?)[0-9]{4})+)"
)
_SHORT_YEARS: Final = re.compile(r"(?P<century>20)(?P<first>[0-9]{2}) ?- ?(?P<last>1[3-9]|[2-9][0-9])")
_LENGTH: Final = r"(?P<length>[^,;()]{1,40}?) ?(?P<unit>år|years?|måneder|månader|måned|månad|mnd|months?)\.?"
_LENGTH_FIRST: Final = re.compile(rf"(?:i |for )?{_LENGTH} (?:framover |fram )?{_FROM} (?P<start>.+)")
_LENGTH_LAST: Final = re.compile(
    rf"(?:{_FROM} )?(?P<start>.+?),? (?:og|i|for|and|\+) {_LENGTH}(?: fram| framover)?"
)


def read_date(text: str, *, today: date) -> date | Refused[DateRefusal]:
    """Never raises, whatever the text. `today` gives two-digit years their century and «i dag» its day."""
    refused = refuse_unread(text)
    if refused is not None:
        return refused
    said = as_said(text)
    time = read_time(said, today)
    if isinstance(time, Refused):
        return time
    return time.first if time is not None and time.unit == "day" else why_unread(said)


def read_period(text: str, *, today: date) -> Period | Refused[DateRefusal]:
    """Never raises, whatever the text. One day alone is no period, but asked about (need_dates)."""
    refused = refuse_unread(text)
    if refused is not None:
        return refused
    said = as_said(text)
    read = _read_period(said, today) or why_unread(said)
    return read if isinstance(read, Refused) else _checked(read)


def starts_in_the_past(period: Period, today: date) -> bool:
    return period.first < today


def _read_period(said: str, today: date) -> Period | Refused[DateRefusal] | None:
    time = read_time(said, today)
    if isinstance(time, Span) and (time.unit == "day" or time.month_or_day):
        return Refused("need_dates")
    if time is not None:
        return Period(time.first, time.last) if isinstance(time, Span) else time
    if found := _SHORT_YEARS.fullmatch(said):
        return Period(date(int(f"20{found['first']}"), 1, 1), date(int(f"20{found['last']}"), 12, 31))
    if found := _YEARS.fullmatch(said):
        return _following_years([int(year) for year in re.findall("[0-9]{4}", found["years"])], today)
    for pattern in (_LENGTH_FIRST, _LENGTH_LAST):
        if (found := pattern.fullmatch(said)) and (lasting := _lasting(found, today)) is not None:
            return lasting
    readings = list(dict.fromkeys(_from_to(said, today)))
    periods = [reading for reading in readings if isinstance(reading, Period)]
    if len(periods) > 1:
        return Refused("need_dates")
    return periods[0] if periods else readings[0] if readings else None


def _from_to(said: str, today: date) -> Iterator[Period | Refused[DateRefusal]]:
    """Every way of cutting the text in a first and a last time; almost always there is one."""
    opening = _OPENING.match(said)
    between = opening is not None and opening["between"] is not None
    times = said[opening.end() :] if opening else said
    for cut in _SEPARATOR.finditer(times):
        if (cut["and"] is not None) != between:
            continue
        last = read_time(times[cut.end() :], today)
        first = read_time(times[: cut.start()], today)
        if first is None and isinstance(last, Span) and "/" not in cut[0]:
            without_year = read_time_without_year(times[: cut.start()])
            first = in_year(without_year, last) if without_year else None
            if (
                isinstance(first, Span) and first.first > last.last
            ):  # «august – juni 2027» began the year before
                first = Refused("need_dates")
        if first is not None and last is not None:
            yield _combined(first, last, cut[0])


def _combined(
    first: Span | Refused[DateRefusal], last: Span | Refused[DateRefusal], separator: str
) -> Period | Refused[DateRefusal]:
    if isinstance(first, Refused):
        return first
    if isinstance(last, Refused):
        return last
    school_year = "/" in separator and (first.unit, last.unit) != ("day", "day")
    days_without_year = "day" in (first.unit, last.unit) and (first.month_or_day or last.month_or_day)
    no_first_day = (first.unit, last.unit) == ("year", "day")
    unsure = school_year or days_without_year or no_first_day
    return Refused("need_dates") if unsure else Period(first.first, last.last)


def _following_years(years: list[int], today: date) -> Period | Refused[DateRefusal]:
    spans = [read_time(f"{year:04}", today) for year in years]
    refused = next((span for span in spans if isinstance(span, Refused)), None)
    if refused is not None:
        return refused
    if years != list(range(years[0], years[0] + len(years))):
        return Refused("need_dates")
    return Period(date(years[0], 1, 1), date(years[-1], 12, 31))


def _lasting(found: re.Match[str], today: date) -> Period | Refused[DateRefusal] | None:
    """None when what stands there is no length and no start; some other way of reading may fit."""
    length, start = read_number(found["length"]), read_time(found["start"], today)
    if length is None or start is None:
        return None
    if isinstance(start, Refused):
        return start
    months = length.value * (12 if found["unit"] in ("år", "year", "years") else 1)
    unsure = start.month_or_day or length.doubtful or bool(length.mark)
    if unsure or months.denominator != 1 or months < 1:
        return Refused("need_dates")
    if months > LONGEST_MONTHS:
        return Refused("too_long")
    return Period(start.first, _last_day(start.first, int(months)))


def _last_day(first: date, months: int) -> date:
    month = first.month - 1 + months
    year, month = first.year + month // 12, month % 12 + 1
    days = calendar.monthrange(year, month)[1]
    if first.day > days:  # a month from 31 January ends with February
        return date(year, month, days)
    return date(year, month, first.day) - timedelta(days=1)


def _checked(period: Period) -> Period | Refused[DateRefusal]:
    if period.first > period.last:
        return Refused("order")
    if period.last.year > LAST_YEAR:
        return Refused("year_out_of_range")
    return Refused("too_long") if period.last > _last_day(period.first, LONGEST_MONTHS) else period
