"""An amount or a date is the same figure however a language writes it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.evidence import Language
from knowledge.figures import Amount, CalendarYear, DayOfYear, Figure, FullDate, Number, carried, figures

MIDT = Amount(24_300_000)
APRIL = FullDate(2025, 4, 1)


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("24,30 mill. kroner", "nb", {MIDT}),
        ("24,30 millioner", "nb", {MIDT}),
        ("24,3 millionar", "nn", {MIDT}),
        ("NOK 24.30 million", "en", {MIDT}),
        ("11,170 mill. kroner", "nb", {Amount(11_170_000)}),
        ("11.170 million", "en", {Amount(11_170_000)}),
        ("16,2 og 24,30 millioner", "nb", {Amount(16_200_000), MIDT}),
        ("1 200 mill.", "nb", {Amount(1_200_000_000)}),
        ("500.000", "nb", {Amount(500_000)}),
        ("847 000 kr", "nb", {Amount(847_000)}),
        ("NOK 847,000", "en", {Amount(847_000)}),
        ("i 2024 og 150 mill.", "nb", {CalendarYear(2024), Amount(150_000_000)}),
        ("1. april 2025", "nb", {APRIL}),
        ("1 April 2025", "en", {APRIL}),
        ("01.04.2025", "nb", {APRIL}),
        ("01.04.25", "nb", {APRIL}),
        ("deadline 1 April (2025)", "en", {APRIL}),
        ("den 20. mars", "nn", {DayOfYear(3, 20)}),
        ("SSU 13.des.", "nb", {DayOfYear(12, 13)}),
        ("2023–2026", "nb", {CalendarYear(2023), CalendarYear(2026)}),
        ("fire representanter", "nb", {Number(Decimal(4))}),
        ("four people", "en", {Number(Decimal(4))}),
        ("to be or not to be", "en", set()),
        ("0,5 årsverk", "nb", {Number(Decimal("0.5"))}),
        ("én av dem, og ingen andre", "nb", set()),
    ],
)
def test_a_figure_is_read_as_its_language_writes_it(text: str, language: Language, read: set[Figure]) -> None:
    assert figures(text, language) == read


def test_a_quote_with_a_full_date_carries_its_day_and_its_year_but_not_the_reverse() -> None:
    assert {APRIL, DayOfYear(4, 1), CalendarYear(2025)} <= carried("innen fristen 1. april 2025")
    assert APRIL not in carried("den 1. april, i et brev fra 2025")


@given(nok=st.integers(1, 9_999), language=st.sampled_from(["nb", "nn", "en"]))
def test_every_amount_is_the_same_in_both_ways_of_writing(nok: int, language: Language) -> None:
    millions, rest = divmod(nok, 100)
    norwegian, english = f"{millions},{rest:02} mill. kr", f"NOK {millions}.{rest:02} million"
    assert figures(norwegian, language) == figures(english, language) == {Amount(nok * 10_000)}


@given(text=st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert figures(text, "nb") <= carried(text)
