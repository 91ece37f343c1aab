"""No text breaks the reading of amounts, and none is silently read as another amount than was meant."""

# Norwegian on purpose: what people type.

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from dialogs.amounts import LARGEST_NOK, Amount, Doubtful, Each, PerYear, Refused, read_amount, read_hours
from tests.written_amounts import NORWEGIAN_WAYS, grouped, in_english, in_norwegian

ANY_TEXT = st.text(st.characters(exclude_categories=()))
FRAGMENTS = """
    0 1 2 3 5 10 12 20 50 100 200 250 300 000 00 1200 2027 1.200 1,200 300.000 300,000 1,5 1.2 0,3 ,00 ,- .-
    - – — ' ½ ² ٣ O + x * / = % ( ) kr kr. kroner nok NOK tkr mnok k m mill mill. million millioner milliard
    tusen hundre hundred thousand en ein ett a one to two tre three fem five ti tjue twenty femti og and
    halv half halvannen null per år hvert året i for 3 years each hver til kvar ca. inntil mellom fra søker om
    vi eks mva inkl øre timer t
"""
SPACES = [" ", "\u00a0", "\u202f", "\n", "\t", "\u200b"]
ALMOST_AMOUNTS = st.tuples(
    st.lists(st.sampled_from([*FRAGMENTS.split(), *SPACES]), max_size=8), st.sampled_from(["", " "])
).map(lambda drawn: drawn[1].join(drawn[0]))


@given(ANY_TEXT | ALMOST_AMOUNTS)
def test_any_text_at_all_is_read_or_refused_and_never_breaks(text: str) -> None:
    read = read_amount(text)

    match read:
        case Amount(nok) | Doubtful(nok) | Each(nok) | PerYear(nok):
            assert isinstance(nok, int)
            assert 0 <= nok <= LARGEST_NOK
        case Refused():
            pass
    hours = read_hours(text)
    assert isinstance(hours, Refused) or isinstance(hours.half_hours, int)


@given(st.integers(0, LARGEST_NOK) | st.integers(0, 20_000), st.sampled_from(NORWEGIAN_WAYS))
def test_every_amount_written_in_a_usual_way_reads_back_as_itself(
    nok: int, way: Callable[[int], str]
) -> None:
    read = read_amount(way(nok))

    assert read in (Amount(nok), Doubtful(nok))
    if 10_000 <= nok < 10_000_000:
        assert read == Amount(nok)


@given(
    st.integers(1, 9_999),
    st.sampled_from(["{} tusen", "{}'", "{}k", "tkr {}", "{} tusen kroner", "kr {} tusen"]),
)
def test_thousands_read_back_as_themselves(thousands: int, way: str) -> None:
    assert read_amount(way.format(thousands)) == Amount(thousands * 1_000)


@given(
    st.integers(1, 99_999), st.sampled_from(["{} mill", "{} mill. kr", "{} MNOK", "MNOK {}", "{} millioner"])
)
def test_millions_with_decimals_read_back_as_themselves(hundredths: int, way: str) -> None:
    whole, part = divmod(hundredths, 100)
    written = f"{whole},{part:02}" if part else f"{whole}"

    assert read_amount(way.format(written)) == Amount(hundredths * 10_000)


@given(st.integers(1, 999), st.sampled_from(["tusen", "thousand", "millioner", "million"]), st.booleans())
def test_round_amounts_in_words_read_back_as_themselves(number: int, scale: str, joined: bool) -> None:
    said = in_english(number) if scale in ("thousand", "million") else in_norwegian(number)
    if joined and scale == "tusen":
        said = said.replace(" ", "")
    worth = 1_000 if scale in ("tusen", "thousand") else 1_000_000

    assert read_amount(f"{said} {scale}") == Amount(number * worth)


@given(st.integers(1, 999_999_999) | st.integers(1_000, 99_999), st.booleans())
def test_an_amount_in_words_is_never_read_as_another(nok: int, norwegian: bool) -> None:
    read = read_amount(f"{(in_norwegian if norwegian else in_english)(nok)} kroner")

    assert isinstance(read, Refused) or read in (Amount(nok), Doubtful(nok))
    if nok >= 1_000 and nok % 1_000 == 0:
        assert read == Amount(nok)


AMOUNTS = st.integers(10_000, 9_999_999).flatmap(
    lambda nok: st.sampled_from([way(nok) for way in NORWEGIAN_WAYS])
)
_GLUE = "- – + / = ; , ( x * og and eller til to i : kr per av ' mill tusen"
GLUE = ("", *_GLUE.split())


@given(AMOUNTS, st.sampled_from(SPACES), st.sampled_from(GLUE), st.sampled_from(SPACES), AMOUNTS)
def test_two_amounts_are_never_taken_for_one(
    first: str, before: str, glue: str, after: str, second: str
) -> None:
    assert not isinstance(read_amount(f"{first}{before}{glue or ' '}{after}{second}"), Amount)


@given(AMOUNTS, st.text("bcdfghjlpquvwxyz", min_size=2, max_size=12), st.booleans())
def test_an_amount_beside_words_we_do_not_know_is_never_taken(amount: str, word: str, before: bool) -> None:
    text = f"{word} {amount}" if before else f"{amount} {word}"

    assert isinstance(read_amount(text), Refused)


@given(
    AMOUNTS,
    st.characters(categories=["Nd", "Nl", "No"], exclude_characters="0123456789½¼¾"),
    st.integers(0, 20),
)
def test_digits_of_other_scripts_are_named_wherever_they_stand(amount: str, digit: str, at: int) -> None:
    assert read_amount(amount[:at] + digit + amount[at:]) == Refused("foreign_digits")


@given(st.integers(10_000, 9_999_999), st.data())
def test_a_group_with_a_digit_lost_or_too_many_is_never_taken(nok: int, data: st.DataObject) -> None:
    written = grouped(nok, data.draw(st.sampled_from([" ", ".", ","])))
    at = data.draw(st.sampled_from([found.end() for found in re.finditer("[ .,]", written)]))
    with_digit_lost, with_digit_more = written[:at] + written[at + 1 :], written[:at] + "7" + written[at:]

    assert not isinstance(read_amount(with_digit_lost), Amount)
    assert not isinstance(read_amount(with_digit_more), Amount)
