"""Dates and periods, typed as people type them. Today is 1 July 2026."""

# Norwegian on purpose: what people type.

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.periods import DateRefusal, Period, Refused, read_date, read_period, starts_in_the_past

TODAY = date(2026, 7, 1)
FIRST_OF_JANUARY_2027 = """
    1.1.2027 · 01.01.2027 · 1. 1. 2027 · 1.1 2027 · 01.01.27 · 1.1.27 · 2027-01-01 · 2027.01.01 · 1/1-27 · 1/1 2027
    1/1/2027 · 01-01-2027 · 1. januar 2027 · 1.januar 2027 · 1 januar 2027 · den 1. januar 2027 · 1. jan. 2027
    1 jan 27 · 1. januar '27 · 1 January 2027 · 1st January 2027 · January 1, 2027 · Jan 1st 2027
    the 1st of January 2027 · 1.1.2027.
"""


@pytest.mark.parametrize(
    "typed",
    [typed.strip() for line in FIRST_OF_JANUARY_2027.strip().splitlines() for typed in line.split("·")],
)
def test_the_first_of_january_is_read_however_it_is_written(typed: str) -> None:
    assert read_date(typed, today=TODAY) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1/2-27", "2027-02-01"),
        ("1/2 2027", "2027-02-01"),
        ("13/1/2027", "2027-01-13"),
        ("29.2.2028", "2028-02-29"),
        ("17. mai 2027", "2027-05-17"),
        ("i dag", "2026-07-01"),
        ("today", "2026-07-01"),
        ("31.12.2100", "2100-12-31"),
    ],
)
def test_a_date_is_read_the_norwegian_way(typed: str, day: str) -> None:
    assert read_date(typed, today=TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("no_such_date", "31.2.2027"),
        ("no_such_date", "29.2.2027"),
        ("no_such_date", "30. februar 2027"),
        ("no_such_date", "1.13.2027"),
        ("no_such_date", "0.1.2027"),
        ("year_out_of_range", "1.1.1999"),
        ("year_out_of_range", "1.1.2101"),
        ("need_dates", "1/2/2027"),  # to an American the second of January
        ("need_dates", "01-02-2027"),
        ("need_dates", "1.1.05"),  # hardly 2005
        ("need_dates", "1. januar"),
        ("need_dates", "januar 2027"),
        ("need_dates", "2027"),
        ("need_dates", "ca. 1.1.2027"),
        ("need_dates", "høsten 2027"),
        ("need_dates", "1.1.2027 – 31.12.2027"),
        ("need_dates", "1.1.20277"),
        ("not_a_date", "01012027"),
        ("not_a_date", "5"),
        ("not_a_date", "vet ikke"),
        ("not_a_date", ""),
        ("not_a_date", "9" * 5_000),
        ("foreign_digits", "١.١.٢٠٢٧"),
    ],
)
def test_what_is_no_sure_date_is_asked_for_again_with_the_reason(code: DateRefusal, typed: str) -> None:
    assert read_date(typed, today=TODAY) == Refused(code)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("januar 2027", "2027-01-01", "2027-01-31"),
        ("februar 2028", "2028-02-01", "2028-02-29"),
        ("jan 27 – des 28", "2027-01-01", "2028-12-31"),
        ("2027", "2027-01-01", "2027-12-31"),
        ("hele 2027", "2027-01-01", "2027-12-31"),
        ("budsjettåret 2027", "2027-01-01", "2027-12-31"),
        ("i år", "2026-01-01", "2026-12-31"),
        ("neste år", "2027-01-01", "2027-12-31"),
        ("2027-2028", "2027-01-01", "2028-12-31"),
        ("2027-28", "2027-01-01", "2028-12-31"),
        ("2027 og 2028", "2027-01-01", "2028-12-31"),
        ("2027, 2028 og 2029", "2027-01-01", "2029-12-31"),
        ("1.1.2027 – 31.12.2028", "2027-01-01", "2028-12-31"),
        ("01.01.27-31.12.28", "2027-01-01", "2028-12-31"),
        ("1.1.2027 til og med 31.12.2028", "2027-01-01", "2028-12-31"),
        ("fra og med 1.1.2027 t.o.m. 31.12.2028", "2027-01-01", "2028-12-31"),
        ("2027-01-01 - 2028-12-31", "2027-01-01", "2028-12-31"),
        ("2027-01-01/2028-12-31", "2027-01-01", "2028-12-31"),
        ("2027-01-01-2028-12-31", "2027-01-01", "2028-12-31"),
        ("fra august 2026 til juni 2027", "2026-08-01", "2027-06-30"),
        ("frå august 2026 til juni 2027", "2026-08-01", "2027-06-30"),
        ("aug 2026 - jun 27", "2026-08-01", "2027-06-30"),
        ("08.2026 - 06.2027", "2026-08-01", "2027-06-30"),
        ("from March 2027 to June 2028", "2027-03-01", "2028-06-30"),
        ("mellom januar 2027 og juni 2028", "2027-01-01", "2028-06-30"),
        ("i perioden januar 2027 til juni 2028", "2027-01-01", "2028-06-30"),
        ("januar 2027 ut 2028", "2027-01-01", "2028-12-31"),
        ("januar–juni 2027", "2027-01-01", "2027-06-30"),
        ("January to March 2027", "2027-01-01", "2027-03-31"),
        ("1.1.–31.12.2027", "2027-01-01", "2027-12-31"),
        ("1. januar – 30. juni 2027", "2027-01-01", "2027-06-30"),
        ("1.-30. juni 2027", "2027-06-01", "2027-06-30"),
        ("1/2 - 27/3 2027", "2027-02-01", "2027-03-27"),
        ("2 år fra 1.1.2027", "2027-01-01", "2028-12-31"),
        ("to år fra januar 2027", "2027-01-01", "2028-12-31"),
        ("fra 1.1.2027 i to år", "2027-01-01", "2028-12-31"),
        ("3 years from 1 January 2027", "2027-01-01", "2029-12-31"),
        ("18 måneder fra 1.1.2027", "2027-01-01", "2028-06-30"),
        ("halvannet år fra 1.1.2027", "2027-01-01", "2028-06-30"),
        ("1 måned fra 31.1.2027", "2027-01-31", "2027-02-28"),
        ("2 år fra 29.2.2028", "2028-02-29", "2030-02-28"),
        ("10 år fra 1.1.2027", "2027-01-01", "2036-12-31"),
        ("2027-2036", "2027-01-01", "2036-12-31"),
        ("fra i dag til 31.12.2027", "2026-07-01", "2027-12-31"),
        ("1.8.2027 – 1.8.2027", "2027-08-01", "2027-08-01"),
    ],
)
def test_a_period_is_read_with_its_first_and_last_day(typed: str, first: str, last: str) -> None:
    assert read_period(typed, today=TODAY) == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("need_dates", "høsten 2027"),
        ("need_dates", "hausten"),
        ("need_dates", "fra våren 2027 til høsten 2028"),
        ("need_dates", "first half"),
        ("need_dates", "1. halvår 2027"),
        ("need_dates", "Q1 2027"),
        ("need_dates", "skoleåret 2027/28"),
        ("need_dates", "2027/2028"),
        ("need_dates", "uke 10 2027"),
        ("need_dates", "1.1.2027"),  # until when?
        ("need_dates", "fra januar 2027"),
        ("need_dates", "til juni 2027"),
        ("need_dates", "ca. 2027"),
        ("need_dates", "2 år"),
        ("need_dates", "2 år fra høsten 2027"),
        ("need_dates", "august – juni 2027"),  # from the year before?
        ("need_dates", "januar til mars"),
        ("need_dates", "2027 og 2029"),
        ("need_dates", "2027-12"),  # December, or to 2012?
        ("need_dates", "jan 27"),  # a day to an English reader
        ("need_dates", "may 27 – june 30, 2027"),
        ("need_dates", "Jan 5 – Mar 10"),
        ("need_dates", "1. juni 2027 og 30. juni 2027"),
        ("need_dates", "5-6.2027"),
        ("need_dates", "1/2 jan 2027"),
        ("need_dates", "2027 - 2028 - 2029"),
        ("need_dates", "1.1.2027\n31.12.2027"),
        ("order", "2028-2027"),
        ("order", "31.12.2027 – 1.1.2027"),
        ("no_such_date", "31.2.2027 – 31.12.2027"),
        ("no_such_date", "1.1.2027 – 31.6.2027"),
        ("too_long", "2027-2037"),
        ("too_long", "11 år fra 1.1.2027"),
        ("too_long", "1.1.2027 – 1.1.2037"),
        ("year_out_of_range", "1999-2001"),
        ("year_out_of_range", "2099-2105"),
        ("year_out_of_range", "10 år fra 1.6.2099"),
        ("not_a_date", "ganske lenge"),
        ("not_a_date", "27-28"),
        ("not_a_date", ""),
        ("not_a_date", "9" * 5_000),
        ("foreign_digits", "٢٠٢٧"),
    ],
)
def test_what_is_no_sure_period_is_asked_for_again_with_the_reason(code: DateRefusal, typed: str) -> None:
    assert read_period(typed, today=TODAY) == Refused(code)


def test_a_period_that_has_begun_is_told_from_one_to_come() -> None:
    assert starts_in_the_past(Period(date(2026, 6, 30), date(2027, 6, 30)), TODAY)
    assert not starts_in_the_past(Period(TODAY, date(2027, 6, 30)), TODAY)


FRAGMENTS = """
    1. 1.1. 31.12. 1.1.2027 2027 2028 27 28 00 99 31.2.2027 2027-01-01 jan januar des. may juni høsten - – / . , +
    til og fra to and between mellom ut i hele 2 år år måneder 1/2 -27 from 12 halvannet ½ ٣
"""
ALMOST_PERIODS = st.tuples(
    st.lists(st.sampled_from(FRAGMENTS.split()), max_size=7), st.sampled_from(["", " "])
).map(lambda drawn: drawn[1].join(drawn[0]))
DAYS = st.dates(date(2017, 1, 1), date(2045, 12, 31))


@given(st.text(st.characters(exclude_categories=())) | ALMOST_PERIODS, st.dates())
def test_any_text_at_all_is_read_or_refused_and_never_breaks(text: str, today: date) -> None:
    day = read_date(text, today=today)
    period = read_period(text, today=today)

    assert isinstance(day, date | Refused)
    if isinstance(period, Period):
        assert period.first <= period.last
        assert (period.last - period.first).days < 3_654


DAY_FORMATS = ["%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d", "%d. %B %Y", "%d %b %y", "%d %B %Y"]


@given(DAYS, st.sampled_from(DAY_FORMATS))
def test_every_day_written_in_a_usual_way_reads_back_as_itself(day: date, way: str) -> None:
    assert read_date(day.strftime(way), today=TODAY) == day


@given(
    DAYS,
    st.integers(0, 3_600),
    st.sampled_from(DAY_FORMATS),
    st.sampled_from(DAY_FORMATS),
    st.sampled_from([" – ", "-", " - ", " til ", " to ", " t.o.m. "]),
)
def test_every_period_written_in_a_usual_way_reads_back_as_itself(
    first: date, days: int, first_way: str, last_way: str, between: str
) -> None:
    last = min(first + timedelta(days=days), date(2045, 12, 31))
    written = f"{first.strftime(first_way)}{between}{last.strftime(last_way)}"

    assert read_period(written, today=TODAY) == Period(first, last)
