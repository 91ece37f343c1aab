"""Reads one time as people write it: a day, a month or a year."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dialogs.month_names import MONTHS, WORDS_OF_TIME
from dialogs.typed_text import MAX_TYPED_CHARACTERS, Refused, has_foreign_digits, plain, without_full_stop

# need_dates: a time is meant, but it has no sure first and last day. too_long: the period, not the text.
DateRefusal = Literal[
    "not_a_date", "need_dates", "no_such_date", "order", "year_out_of_range", "too_long", "foreign_digits"
]
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
# A year in two digits is read when it lies near; «jan 5» is no January of 2005.
_YEARS_BACK: Final = 10
_YEARS_AHEAD: Final = 20


@dataclass(frozen=True, slots=True)
class Span:
    """`month_or_day`: a month with two digits, as «may 27», which an English reader takes for the 27th."""

    first: date
    last: date
    unit: Literal["day", "month", "year"]
    month_or_day: bool = False


@dataclass(frozen=True, slots=True)
class WithoutYear:
    day: int | None
    month: int | None


_DAY: Final = r"(?P<day>[0-9]{1,2})"
_MONTH: Final = r"(?P<month>[0-9]{1,2})"
_NAME: Final = r"(?P<name>[a-z]+)\.?"
_ORDINAL: Final = r"(?:\.|st|nd|rd|th)?"
_LONG_YEAR: Final = r"(?P<year>[0-9]{4})"
_YEAR: Final = r"(?P<year>[0-9]{4}|'?[0-9]{2})"
_DAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:den )?{_DAY}\. ?{_MONTH}\. ?{_YEAR}",
        rf"(?:den )?{_DAY}\. ?{_MONTH} {_LONG_YEAR}",
        rf"{_LONG_YEAR}(?P<mark>[-./])(?P<month>[0-9]{{2}})(?P=mark)(?P<day>[0-9]{{2}})",
        rf"(?:den )?{_DAY}/{_MONTH}(?:-| ){_YEAR}",
        rf"{_DAY}(?P<unsure>/){_MONTH}/{_YEAR}",
        rf"{_DAY}(?P<unsure>-){_MONTH}-{_LONG_YEAR}",
        rf"(?:den |the )?{_DAY}{_ORDINAL} ?(?:of )?{_NAME},? ?{_YEAR}",
        rf"{_NAME} {_DAY}{_ORDINAL},? {_LONG_YEAR}",
    )
)
_MONTHS: Final = tuple(
    re.compile(pattern) for pattern in (rf"{_NAME},? ?(?:of )?{_YEAR}", rf"{_MONTH}[./]{_LONG_YEAR}")
)
_DAYS_WITHOUT_YEAR: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:den |the )?{_DAY}{_ORDINAL} ?(?:of )?{_NAME}",
        rf"(?:den )?{_DAY}\. ?{_MONTH}\.?",
        rf"{_DAY}/{_MONTH}",
        _NAME,
        rf"(?:den )?{_DAY}\.?",
    )
)
_ALL_OF: Final = re.compile(
    r"(?:(?:i|in|gjennom|throughout|during) )?(?:(?:hele|heile|all of|the whole of) )?"
    r"(?:(?:året|år|kalenderåret|budsjettåret|the year|year) )?"
)
_TODAY: Final = ("i dag", "idag", "today")
_THIS_YEAR: Final = ("i år", "this year")
_NEXT_YEAR: Final = ("neste år", "next year")


def read_time(said: str, today: date) -> Span | Refused[DateRefusal] | None:
    """Takes text that has been through `plain`. None: no day, month or year stands there."""
    if said in _TODAY:
        return Span(today, today, "day")
    if said in _THIS_YEAR or said in _NEXT_YEAR:
        return _year_span(today.year + (said in _NEXT_YEAR))
    for pattern in _DAYS:
        if (found := pattern.fullmatch(said)) and (month := _month_of(found)) is not None:
            year = _year_of(found["year"], today)
            if "unsure" in pattern.groupindex and _is_american_or_not(int(found["day"]), month):
                return Refused("need_dates")
            return year if isinstance(year, Refused) else _day_span(year, month, int(found["day"]))
    said = said[_end_of(_ALL_OF, said) :]
    for pattern in _MONTHS:
        if (found := pattern.fullmatch(said)) and (month := _month_of(found)) is not None:
            year = _year_of(found["year"], today)
            return year if isinstance(year, Refused) else _month_span(year, month, len(found["year"]) == 2)
    if re.fullmatch("[0-9]{4}", said):
        return _year_span(int(said))
    return None


def read_time_without_year(said: str) -> WithoutYear | None:
    for pattern in _DAYS_WITHOUT_YEAR:
        if found := pattern.fullmatch(said):
            groups = found.groupdict()
            month = _month_of(found)
            if month is not None or not {"name", "month"} & groups.keys():
                return WithoutYear(int(groups["day"]) if groups.get("day") else None, month)
    return None


def in_year(time: WithoutYear, following: Span) -> Span | Refused[DateRefusal] | None:
    """The time in the year, or the month, of what follows it; None when that does not say which."""
    if following.unit == "year" or (time.day is not None and following.unit != "day"):
        return None
    month = time.month or following.first.month
    year = following.first.year
    return _month_span(year, month, False) if time.day is None else _day_span(year, month, time.day)


def refuse_unread(text: str) -> Refused[DateRefusal] | None:
    """What is refused before anything is parsed."""
    if len(text) > MAX_TYPED_CHARACTERS:
        return Refused("not_a_date")
    return Refused("foreign_digits") if has_foreign_digits(text) else None


def as_said(text: str) -> str:
    return re.sub(" +", " ", without_full_stop(plain(text)))


def why_unread(said: str) -> Refused[DateRefusal]:
    words = re.findall("[a-zæøå]+[0-9]?", said)
    time = any(word in MONTHS or word in WORDS_OF_TIME for word in words)
    year_or_day = re.search(r"(?<![0-9])(?:20[0-9]{2}(?![0-9])|[0-9]{1,2}[./][0-9]{1,2}(?![0-9]))", said)
    return Refused("need_dates") if time or year_or_day else Refused("not_a_date")


def _month_of(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    if "name" in groups:
        return MONTHS.get(groups["name"])
    return int(groups["month"]) if "month" in groups else None


def _year_of(text: str, today: date) -> int | Refused[DateRefusal]:
    if len(text) == 4:
        year = int(text)
        return year if FIRST_YEAR <= year <= LAST_YEAR else Refused("year_out_of_range")
    year = 2000 + int(text.removeprefix("'"))
    return year if -_YEARS_BACK <= year - today.year <= _YEARS_AHEAD else Refused("need_dates")


def _is_american_or_not(day: int, month: int) -> bool:
    """Whether 1/2/2027 may be the first of February and the second of January."""
    return day <= 12 and month <= 12 and day != month


def _day_span(year: int, month: int, day: int) -> Span | Refused[DateRefusal]:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return Refused("no_such_date")
    return Span(date(year, month, day), date(year, month, day), "day")


def _month_span(year: int, month: int, month_or_day: bool) -> Span | Refused[DateRefusal]:
    if not 1 <= month <= 12:
        return Refused("no_such_date")
    last = date(year, month, calendar.monthrange(year, month)[1])
    return Span(date(year, month, 1), last, "month", month_or_day)


def _year_span(year: int) -> Span | Refused[DateRefusal]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Refused("year_out_of_range")
    return Span(date(year, 1, 1), date(year, 12, 31), "year")


def _end_of(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0
