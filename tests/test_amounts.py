"""Amounts and hours, typed as people type them: what is read, what is asked about, what is refused."""

# Norwegian on purpose: what people type.

from __future__ import annotations

import pytest

from dialogs.amounts import (
    Amount,
    Doubtful,
    Each,
    Hours,
    NumberRefusal,
    PerYear,
    Refused,
    read_amount,
    read_hours,
)

THREE_HUNDRED_THOUSAND = """
    300000 · 300 000 · 300.000 · kr 300 000,- · 300' · 300k · 300 tusen · tkr 300
    300 000. · 300 000,00 · 300.000,00 · 300 000 kr · 300 000 kr. · 300000kr · kr300000 · kr. 300 000
    kr: 300 000 · NOK 300 000 · 300 000 NOK · 300 000 kroner · 300 000 kronar · 300 000 norske kroner
    300 000,- · 300 000,– · 300 000.- · 300’ · 300' kr · kr 300' · 300K · 300 k · NOK 300k · 300 tkr · 300 TNOK
    TNOK 300 · 300 tusen kroner · 300tusen · 300 thousand · 300'000 · 300,000.00
    0,3 mill · 0.3 mill. · 0,30 millioner kroner · 0,300 mill · MNOK 0,3
    tre hundre tusen · trehundretusen · tre hundre tusen kroner · 3 hundre tusen · three hundred thousand
"""
THREE_HUNDRED_THOUSAND_PASTED = [
    "300\u00a0000",
    "300\u202f000",
    "300\u2009000",
    "\ufeff300 000\n",
    "300\u200b000",
]
ONE_POINT_TWO_MILLION = """
    1,2 mill · 1.2 mill. · 1,2 MNOK · 1 200 000,00 kr · en million to hundre tusen
    1.200.000 · 1,200,000 · 1 200 000 · kr 1.200.000,- · 1,200,000.00 · 1,20 mill kr · 1,200 mill · 1.200 million
    1,2 mill. kr · 1,2 millionar · 1,2 mio · 1.2 million · NOK 1.2 million · mnok 1,2 · 1,2 mkr
    1 200 tusen · tkr 1 200 · 1200' · 1 million 200 tusen · 1 mill. 200 tusen · tolv hundre tusen
    ein million to hundre tusen · én million tohundretusen · en million og to hundre tusen
    one million two hundred thousand
"""
TWO_HUNDRED_THOUSAND_EACH = """
    200 000 hver · 200 000 kr hver · 200' til hver · 200 000 på kvar · 200 000 kvar
    200 000 each · 200 000 kr to each · 200 000 per kommune · 200 000 til hver kommune · 200 000 per municipality
"""


def each_way(table: str) -> list[str]:
    return [typed.strip() for line in table.strip().splitlines() for typed in line.split("·")]


@pytest.mark.parametrize("typed", each_way(THREE_HUNDRED_THOUSAND) + THREE_HUNDRED_THOUSAND_PASTED)
def test_three_hundred_thousand_kroner_is_read_however_it_is_written(typed: str) -> None:
    assert read_amount(typed) == Amount(300_000)


@pytest.mark.parametrize("typed", each_way(ONE_POINT_TWO_MILLION))
def test_one_point_two_million_kroner_is_read_however_it_is_written(typed: str) -> None:
    assert read_amount(typed) == Amount(1_200_000)


@pytest.mark.parametrize(
    ("typed", "nok"),
    [
        ("ein million", 1_000_000),
        ("en halv million", 500_000),
        ("ein halv million", 500_000),
        ("½ million", 500_000),
        ("1/2 mill", 500_000),
        ("half a million", 500_000),
        ("kvart million", 250_000),
        ("halvannen million", 1_500_000),
        ("halvannan million", 1_500_000),
        ("en og en halv million", 1_500_000),
        ("one and a half million", 1_500_000),
        ("2 1/2 mill", 2_500_000),
        ("2½ mill", 2_500_000),
        ("2 ½ mill", 2_500_000),
        ("to og en halv million", 2_500_000),
        ("2,375 mill", 2_375_000),
        ("1,2345 mill", 1_234_500),
        ("tohundreogfemtitusen", 250_000),
        ("to hundre og femti tusen kroner", 250_000),
        ("two hundred and fifty thousand", 250_000),
        ("femogtjue tusen", 25_000),
        ("twenty-five thousand", 25_000),
        ("hundre tusen", 100_000),
        ("1,5 tusen", 1_500),
        ("5'", 5_000),
        ("fem tusen", 5_000),
        ("tusen kroner", 1_000),
        ("to tusen fem hundre", 2_500),
        ("1 200 kr", 1_200),
        ("kr 5000", 5_000),
        ("25.000", 25_000),
        ("12 000 000 kr", 12_000_000),
        ("0", 0),
        ("0 kr", 0),
        ("kr 0,-", 0),
        ("null kroner", 0),
    ],
)
def test_an_amount_is_read_as_it_is_said(typed: str, nok: int) -> None:
    assert read_amount(typed) == Amount(nok)


@pytest.mark.parametrize(
    ("typed", "nok"),
    [
        ("1.200", 1_200),
        ("1,200", 1_200),
        ("1.200 kr", 1_200),
        ("12,500", 12_500),
        ("300,000", 300_000),  # to an English reader 300 000, to a Norwegian one 300 with three decimals
        ("5", 5),  # five thousand? five million?
        ("300", 300),
        ("kr 300", 300),
        ("300,-", 300),
        ("fem hundre", 500),
        ("1 200", 1_200),  # budgets are often in thousands
        ("1200", 1_200),
        ("2027", 2_027),  # a year?
        ("1,0", 1),
        ("300000,0", 300_000),
        ("300  000", 300_000),  # two columns?
        ("300 000-", 300_000),  # a minus put last? half a range?
        ("300 000 -", 300_000),
        ("91234567", 91_234_567),  # a phone?
        ("974 753 804", 974_753_804),  # an organisation number?
        ("1 mrd", 1_000_000_000),
        ("2 mil", 2_000_000),
        ("1.2m", 1_200_000),
        ("1.200 tkr", 1_200_000),
        ("1,250 tusen", 1_250_000),
        ("tkr 300 000", 300_000_000),
        ("1 200 mill", 1_200_000_000),
        ("1 mill 200 000", 1_200_000),
        ("1 million og 200 tusen", 1_200_000),
        ("tre hundre tusen fem", 300_005),
        ("300 000 kr eks mva", 300_000),
        ("300 000 (inkl. mva)", 300_000),
        ("300 000 + mva", 300_000),
        ("300 000 kr excl. VAT", 300_000),
        ("søker 300 000", 300_000),
        ("vi søker om 300 000 kr", 300_000),
        ("we apply for 300 000 kr", 300_000),
        ("søknadsbeløp: 300 000", 300_000),
    ],
)
def test_an_amount_that_may_mean_another_is_asked_about(typed: str, nok: int) -> None:
    assert read_amount(typed) == Doubtful(nok)


@pytest.mark.parametrize(
    ("typed", "nok", "years"),
    [
        ("300 000 per år i 3 år", 300_000, 3),
        ("300 000 per år i tre år", 300_000, 3),
        ("kr 300 000,- pr. år i 3 år", 300_000, 3),
        ("300' per år over to år", 300_000, 2),
        ("300 000 kr/år i 3 år", 300_000, 3),
        ("300 000 kr årlig i to år", 300_000, 2),
        ("300 000 kvart år i tre år", 300_000, 3),
        ("300 000 per year for 3 years", 300_000, 3),
        ("0,3 mill per år, i 3 år", 300_000, 3),
        ("300 000 i året", 300_000, None),
        ("300 000 per år", 300_000, None),
        ("300 000 hvert år", 300_000, None),
        ("300 000 kr årleg", 300_000, None),
        ("300 000 a year", 300_000, None),
        ("300 000 annually", 300_000, None),
        ("1.200 per år", 1_200, None),
    ],
)
def test_an_amount_per_year_keeps_the_years_that_were_said(typed: str, nok: int, years: int | None) -> None:
    assert read_amount(typed) == PerYear(nok, years)


@pytest.mark.parametrize("typed", each_way(TWO_HUNDRED_THOUSAND_EACH))
def test_an_amount_for_each_party_is_told_from_one_for_all(typed: str) -> None:
    assert read_amount(typed) == Each(200_000)


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("one_amount", "250–300 000"),
        ("one_amount", "250-300"),
        ("one_amount", "ca. 300 000"),
        ("one_amount", "omtrent 300 000 kr"),
        ("one_amount", "about 300 000"),
        ("one_amount", "mellom 2 og 3 mill"),
        ("one_amount", "between two and three million"),
        ("one_amount", "to-tre millioner"),
        ("one_amount", "fem seks millioner"),
        ("one_amount", "2 til 3 mill"),
        ("one_amount", "200 000 to 300 000"),
        ("one_amount", "2 to 3 million"),
        ("one_amount", "inntil 300 000"),
        ("one_amount", "opptil en million"),
        ("one_amount", "up to 300 000"),
        ("one_amount", "maks 300 000"),
        ("one_amount", "~300 000"),
        ("one_amount", "et par hundre tusen"),
        ("one_amount", "300 000 eller 400 000"),
        ("one_amount", "300 000 2027"),
        ("one_amount", "300 000 i 2027"),
        ("one_amount", "300 000 i år"),  # this year, not every year
        ("one_amount", "300 000 i tre år"),  # in all, or in each?
        ("one_amount", "300 000 over 3 år"),
        ("one_amount", "300 000 per år i 2027 og 2028"),
        ("one_amount", "300 000 per år i 50 år"),
        ("one_amount", "200 000 hver per år"),
        ("one_amount", "200 000 hver i 3 år"),
        ("one_amount", "25 000 i måneden"),
        ("one_amount", "3 x 100 000"),
        ("one_amount", "100 000 + 200 000"),
        ("one_amount", "2 og 3 mill"),
        ("one_amount", "50 % av 300 000"),
        ("one_amount", "1 2"),
        ("one_amount", "12 34"),
        ("one_amount", "300 00"),
        ("one_amount", "1.200 000"),
        ("one_amount", "300\t000"),
        ("one_amount", "300 000\n400 000"),
        ("one_amount", "en million to hundre"),  # 1,2 million to some, 1 000 200 to others
        ("one_amount", "1 mill 200"),
        ("one_amount", "300 tusen 500"),
        ("one_amount", "fem og tjue tusen"),
        ("one_amount", "og 1.200 hver"),
        ("one_amount", "tre to hver"),
        ("not_a_number", "thousand 1,5 hundred"),
        ("not_a_number", "halvannen en million"),
        ("one_amount", "tre million og"),
        ("negative", "-5"),
        ("negative", "−300 000"),
        ("negative", "– 300 000"),
        ("negative", "kr -300 000"),
        ("negative", "minus 5"),
        ("negative", "minus fem tusen"),
        ("negative", "(300 000)"),
        ("too_large", "999999999999999"),
        ("too_large", "10 000 000 000"),
        ("too_large", "10 milliarder"),
        ("too_large", "9 000 000 000 per år i 3 år"),
        ("too_precise", "12,3456"),
        ("too_precise", "1,5"),  # million?
        ("too_precise", "1.2"),
        ("too_precise", "2 1/2"),
        ("too_precise", "½"),
        ("too_precise", "300 000,50"),
        ("too_precise", "300 000 kr 50 øre"),
        ("too_precise", "0,3333333 mill"),
        ("foreign_digits", "²"),
        ("foreign_digits", "٣٠٠"),
        ("foreign_digits", "３００"),
        ("foreign_digits", "三百"),
        ("foreign_digits", "300 00०"),
        ("too_long", "9" * 5_000),
        ("too_long", "300 000" + " " * 300),
        ("not_a_number", "ganske mye"),
        ("not_a_number", ""),
        ("not_a_number", " "),
        ("not_a_number", "tusen takk"),
        ("not_a_number", "kr"),
        ("not_a_number", "mill"),
        ("not_a_number", "mill 2"),
        ("not_a_number", "hver"),
        ("not_a_number", "' kr"),
        ("not_a_number", "k"),
        ("not_a_number", "- nei"),
        ("not_a_number", "3OO OOO"),
        ("not_a_number", "l00000"),
        ("not_a_number", "1.000.00"),
        ("not_a_number", "1.2.2027"),
        ("not_a_number", "010127"),
        ("not_a_number", "0300"),
        ("not_a_number", "1 200,000"),
        ("not_a_number", "300 000 SEK"),
        ("not_a_number", "$300 000"),
        ("not_a_number", "300 000 €"),
        ("not_a_number", "50 %"),
        ("not_a_number", "300\u0336"),  # struck out
        ("not_a_number", "\u202e000300"),  # reading order turned round
        ("not_a_number", "kan vi søke om lønn?"),
        ("not_a_number", "300 000?"),
        ("not_a_number", "\ud800"),
        ("not_a_number", "MNOK 1,2 mill"),
    ],
)
def test_what_is_no_single_amount_is_asked_for_again_with_the_reason(code: NumberRefusal, typed: str) -> None:
    assert read_amount(typed) == Refused(code)


@pytest.mark.parametrize(
    ("typed", "half_hours"),
    [
        ("120 timer", 240),
        ("120 t", 240),
        ("120 timar", 240),
        ("120t.", 240),
        ("120 hours", 240),
        ("120 arbeidstimer", 240),
        ("120", 240),
        ("1 200", 2_400),
        ("1200 t", 2_400),
        ("7,5 timer", 15),
        ("7½ t", 15),
        ("37.5", 75),
        ("1,0 timer", 2),
        ("en time", 2),
        ("halvannen time", 3),
        ("hundre timer", 200),
        ("120 timer per år", 240),
        ("0", 0),
    ],
)
def test_hours_are_read_whole_and_half(typed: str, half_hours: int) -> None:
    assert read_hours(typed) == Hours(half_hours)


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("too_precise", "7,25"),
        ("too_precise", "1.200 timer"),  # 1 200, or one hour and a fifth?
        ("too_precise", "1,200"),
        ("one_amount", "100-120 timer"),
        ("one_amount", "ca. 120 timer"),
        ("one_amount", "2 timer i uka"),
        ("one_amount", "120 timer hver"),
        ("one_amount", "120 timer per år i 3 år"),
        ("one_amount", "5 t 30 min"),
        ("negative", "-5 timer"),
        ("too_large", "2 millioner timer"),
        ("not_a_number", "en del timer"),
        ("not_a_number", "timer"),
        ("foreign_digits", "١٢٠"),
        ("too_long", "9" * 5_000),
    ],
)
def test_what_is_no_single_number_of_hours_is_asked_for_again(code: NumberRefusal, typed: str) -> None:
    assert read_hours(typed) == Refused(code)
