from __future__ import annotations

import unicodedata
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.no import fodselsnummer, kontonr

from dialogs.folded_text import fold
from dialogs.identity_check import IdentityKind, identity_kind, is_account_number
from dialogs.identity_numbers import Doubt, Masked, Span, mask_identity_numbers, remove, restore
from tests.identity_number_texts import (
    KINDS,
    NATURAL_STYLES,
    SCRIPTS,
    SEPARATORS,
    STYLES,
    Sample,
    account_number,
    identity_number,
    in_script,
    split,
    texts_with,
    texts_with_eleven_digits,
    texts_without,
)

TEXTS = 10_000
SEED = 20270101
KIND_OF = {
    "birth": IdentityKind.BIRTH_NUMBER,
    "d": IdentityKind.D_NUMBER,
    "h": IdentityKind.HELP_NUMBER,
    "d+h": IdentityKind.HELP_NUMBER,
    "fh": IdentityKind.COMMON_HELP_NUMBER,
    "+65": IdentityKind.SYNTHETIC,
    "d+65": IdentityKind.SYNTHETIC,
    "+80": IdentityKind.SYNTHETIC,
    "d+80": IdentityKind.SYNTHETIC,
    "2032": IdentityKind.FROM_2032,
    "d2032": IdentityKind.FROM_2032,
}


def masked(text: str) -> Masked:
    return mask_identity_numbers(text, removed_as="[fjernet]", doubtful_as="[skjult]")


def number(kind: str = "+80", seed: int = 1) -> str:
    return identity_number(Random(seed), kind)


def digits_of(text: str) -> str:
    return "".join(character for character in fold(text).text if character in "0123456789")


def is_covered(sample: Sample, spans: tuple[Span, ...]) -> bool:
    """All of the number is in one of the spans (which may hold the century of its date too)."""
    taken = [digits_of(sample.text[span.start : span.end]) for span in spans]
    return any(
        sample.digits in one or (one[:4] + one[6:] == sample.digits and len(one) == 13) for one in taken
    )


# Measured on 10,000 of each; `python -m benchmarks.identity_numbers` prints the same as a table.


def test_ten_thousand_of_ten_thousand_numbers_are_caught() -> None:
    missed = []
    for sample in texts_with(TEXTS, SEED):
        result = masked(sample.text)
        if not is_covered(sample, result.removed + result.doubtful) or sample.digits in digits_of(
            result.text
        ):
            missed.append((sample.kind, sample.style))
    assert missed == []


def test_a_number_written_as_people_write_it_is_taken_out_without_asking() -> None:
    asked = [
        sample.digits
        for sample in texts_with(TEXTS, SEED)
        if sample.style in NATURAL_STYLES
        and "2032" not in sample.kind
        and not is_covered(sample, masked(sample.text).removed)
    ]
    assert len(asked) <= 2
    assert all(digits.endswith("000") for digits in asked)  # as a date and an amount would look


def test_nothing_is_taken_out_of_ten_thousand_texts_without_and_next_to_nothing_is_asked_about() -> None:
    results = [(sample, masked(sample.text)) for sample in texts_without(TEXTS, SEED)]
    assert [sample for sample, result in results if result.removed] == []
    asked = Counter(sample.style for sample, result in results if result.doubtful)
    assert sum(asked.values()) <= 15, asked


def test_eleven_digits_that_may_be_something_else_are_asked_about_and_seldom_taken_for_certain() -> None:
    outcomes = {sample: masked(sample.text) for sample in texts_with_eleven_digits(TEXTS, SEED)}
    certain = Counter(sample.style for sample, result in outcomes.items() if result.removed)
    untouched = Counter(
        sample.style for sample, result in outcomes.items() if not result.removed and not result.doubtful
    )
    assert untouched == {}
    assert set(certain) <= {"account", "serial"}  # nothing around them says what they are
    assert certain["account"] <= 0.055 * TEXTS / 6  # every eleventh account has the other control digit too
    assert certain["serial"] <= 0.008 * TEXTS / 6


# The rules.


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_known_by_its_date_and_both_control_digits(kind: str) -> None:
    random = Random(7)
    for _ in range(300):
        digits = identity_number(random, kind)
        assert identity_kind(digits) == KIND_OF[kind]
        assert is_account_number(digits)
        wrong = digits[:-1] + str((int(digits[-1]) + 1) % 10)
        assert identity_kind(wrong) is None


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        ("02013299997", IdentityKind.BIRTH_NUMBER),
        ("02013299903", IdentityKind.FROM_2032),
        ("30108299920", IdentityKind.BIRTH_NUMBER),
        ("30108299939", IdentityKind.FROM_2032),
    ],
)
def test_the_tax_administrations_own_examples_for_2032_are_known(digits: str, kind: IdentityKind) -> None:
    """Source: Skatteetaten, «Nytt fødselsnummer fra 2032»: constructed numbers, not given to anybody."""
    assert identity_kind(digits) == kind


@pytest.mark.parametrize(
    "date", ["000150", "320150", "310450", "300250", "290249", "011350", "720150", "019350"]
)
def test_a_day_that_does_not_exist_is_no_identity_number(date: str) -> None:
    assert all(identity_kind(f"{date}{tail:05}") is None for tail in range(100_000))


def test_where_the_reference_library_agrees_and_where_it_falls_short() -> None:
    """python-stdnum knows ordinary, D- and H-numbers in ASCII digits with spaces, hyphens or colons; no more.

    Here «birth» and «d» are of the ranges given to nobody, which it refuses by the century. We do not look at
    that: from 2032 the digits after the date no longer tell it.
    """
    random = Random(11)
    known = {
        kind for kind in KINDS for _ in range(200) if fodselsnummer.is_valid(identity_number(random, kind))
    }
    assert known == {"h", "d+h"}
    digits = next(digits for seed in range(99) if fodselsnummer.is_valid(digits := number("h", seed)))
    assert kontonr.is_valid(digits)
    for separator in SEPARATORS:
        written = separator.join(split(digits, 6))
        is_known = separator.strip("\u00a0\u2009\u202f\u2007\u3000 ") in (
            "",
            ":",
            "-",
            "\u2010",
            "\u2011",
            "–",
            "—",
            "−",
        )
        assert fodselsnummer.is_valid(written) == is_known, separator
        assert masked(written).removed
    for separator in "\u200b\u00ad\u2060\u200d\u202c\t\n":
        written = separator.join(split(digits, 6))
        assert not fodselsnummer.is_valid(written)
        assert masked(written).text in ("[fjernet]", "[skjult]")
    for zero in SCRIPTS.values():
        assert masked(in_script(digits, zero)).removed


# Reading.


@pytest.mark.parametrize(
    "text",
    [
        "12 345 678 901 kr", "12.345.678.901", "10 000 000–12 500 000 kr", "300 000 + 25 000 + 1 200",
        "660000 28000", "+47 900 00 000", "0047 900 00 000", "004790000000", "+4790000000",
        "900 00 000 / 911 11 111", "+46 70 123 45 67", "987 654 321", "org.nr. 987654321", "2024/12345-67",
        "24/00123-4", "2024/1234567", "01.01.2027 300 000", "01.01.2027 150 timer", "1.1.2027–31.12.2028",
        "2026 2027 2028", "2026/2027/2028", "Lønn\t300000\t25000\t2027", "| 300 000 | 25 000 |",
        "07.30-15.30", "1 2 3 4 5 6 7 8 9", "0,33333333333", "https://example.no/dok/12345678901",
        "https://example.no/1234567890123", "9" * 5000, "1" * 12, "4" * 13, "31.12.28 30450 kr",
        "4838 Arendal, 4735 Evje", "",
    ],
)  # fmt: skip
def test_numbers_that_explain_themselves_are_left_alone(text: str) -> None:
    result = masked(text)
    assert result.text == text
    assert result.removed == result.doubtful == ()


def test_an_international_account_number_is_known_by_its_own_control_digits() -> None:
    account = account_number(Random(3))
    check = 98 - int(f"{account}232400") % 97
    for written in (f"NO{check:02}{account}", f"no{check:02} {' '.join(split(account, 4, 2))}"):
        assert masked(written).text == written
    assert masked(f"NO{(check + 1) % 97:02} {' '.join(split(account, 4, 2))}").doubtful


@pytest.mark.parametrize(
    ("template", "becomes"),
    [
        ("fnr:{d}", "fnr:[fjernet]"),
        ("x{d}y", "x[fjernet]y"),
        ("({a}-{b})", "([fjernet])"),
        ("{d}²", "[fjernet]²"),
        ("{d}{d}", "[fjernet]"),
        ("{d}\n{d}", "[fjernet]\n[fjernet]"),
        ("2026 {d} 300 000", "2026 [fjernet] 300 000"),
        ("{a}\t{b}", "[skjult]"),
        ("{a}\n{b}", "[skjult]"),
        ("{a}, personnummer {b}", "[fjernet]"),
        ("konto {d}", "konto [skjult]"),
        ("fødselsnummer {d}", "fødselsnummer [fjernet]"),
        ("+{d}", "+[skjult]"),
        ("9{d}", "9{d}"),
        ("{d}9", "{d}9"),
        ("{a}<b>{b}</b>", "[fjernet]</b>"),
        ("{a}&nbsp;{b}", "[fjernet]"),
        ("{a} kr {b}", "{a} kr {b}"),
        ("{d} og {a}-{b}", "[fjernet] og [fjernet]"),
        ("a1{a}-{b}", "a1{a}-{b}"),
    ],
)
def test_only_the_number_is_taken_out(template: str, becomes: str) -> None:
    digits = number()
    values = {"d": digits, "a": digits[:6], "b": digits[6:]}
    assert masked(template.format(**values)).text == becomes.format(**values)


def test_a_date_of_birth_with_its_century_and_the_five_digits_after_it_are_one_number() -> None:
    digits = number("birth")
    day, month, year = split(digits[:6], 2, 2)
    assert masked(f"f. {day}.{month}.19{year}, pnr. {digits[6:]}").text == "f. [fjernet]"
    assert masked(f"f. {day}.{month}.19{year} {digits[6:]}").text == "f. [skjult]"


def test_a_zero_that_a_spreadsheet_dropped_is_put_back() -> None:
    digits = next(digits for seed in range(99) if (digits := number("birth", seed)).startswith("0"))
    assert masked(f"Kari\t{digits[1:]}").text == "Kari\t[skjult]"
    assert masked(f"fnr {digits[1:]}").text == "fnr [fjernet]"


def test_a_number_one_slip_from_valid_is_asked_about() -> None:
    digits = number("birth")
    slip = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    for written in (
        slip,
        f"{slip[:6]} {slip[6:]}",
        f"{slip[:6]}-{slip[6:]}",
        f"{slip[:6]}, personnr. {slip[6:]}",
    ):
        assert masked(written).text == "[skjult]"


def test_a_number_of_2032_is_asked_about_until_the_text_says_what_it_is() -> None:
    digits = number("2032")
    assert masked(digits).doubtful[0].kind is Doubt.IDENTITY_NUMBER
    assert masked(f"fnr {digits}").removed[0].kind is IdentityKind.FROM_2032


def test_places_are_those_of_the_text_as_typed() -> None:
    digits = number()
    written = "\u200b".join(digits)
    text = f"😀 {written}\u200b, konto {account_number(Random(4))}"
    result = masked(text)
    assert [text[span.start : span.end] for span in result.removed] == [written]
    assert result.text == "😀 [fjernet]\u200b, konto [skjult]"


def test_an_accent_or_a_keycap_on_the_last_digit_goes_with_it() -> None:
    keycaps = "".join(f"{digit}\ufe0f\u20e3" for digit in number())
    assert masked(f"{keycaps}!").text == "[fjernet]!"


# The person's answer.


def test_a_doubtful_number_is_put_back_as_typed_when_the_person_says_what_it_is() -> None:
    text = f"Konto {' '.join(split(account_number(Random(5)), 4, 2))} og pasient {number()}"
    result = masked(text)
    (doubtful,) = result.doubtful
    answered = restore(result, doubtful)
    assert answered.text == text.replace(number(), "[fjernet]")
    assert answered.doubtful == ()
    assert answered.removed == result.removed
    with pytest.raises(KeyError):
        restore(answered, doubtful)


def test_a_doubtful_number_is_removed_for_good_when_the_person_says_that_it_is_an_identity_number() -> None:
    first, second = (account_number(Random(seed)) for seed in (6, 7))
    result = masked(f"{first} og {second}")
    answered = remove(result, result.doubtful[0])
    assert answered.text == "[fjernet] og [skjult]"
    assert answered.removed == result.doubtful[:1]
    assert restore(answered, result.doubtful[1]).text == f"[fjernet] og {second}"
    with pytest.raises(KeyError):
        remove(result, Span(0, 1, Doubt.UNKNOWN))


def test_no_digit_of_a_number_is_ever_in_a_repr() -> None:
    result = masked(f"{number()} og {account_number(Random(8))}")
    shown = f"{result!r} {result} {result.removed + result.doubtful} {result._parts}"
    assert "Masked(removed=1, doubtful=1)" in shown
    assert number()[:4] not in shown
    assert account_number(Random(8))[:4] not in shown


# Properties.

hard_text = st.text(
    st.one_of(st.sampled_from("0123456789 .-/\t\n,:<b>&nbsp;+\u200b²٣３\ud800"), st.characters()),
    max_size=120,
)


@given(hard_text)
def test_no_text_makes_it_raise_and_what_is_not_masked_is_untouched(text: str) -> None:
    result = masked(text)
    spans = sorted(result.removed + result.doubtful, key=lambda span: span.start)
    place, kept = 0, []
    for span in spans:
        assert place <= span.start < span.end <= len(text)
        kept.append(text[place : span.start])
        place = span.end
    assert "".join((*kept, text[place:])) == result.text.replace("[fjernet]", "").replace("[skjult]", "")
    for span in result.doubtful:
        result = restore(result, span)
    assert result.removed or result.text == text


@given(
    st.sampled_from(KINDS),
    st.sampled_from(sorted(STYLES)),
    st.integers(0, 2**32),
    st.text(st.characters(exclude_categories=["N"]), max_size=20),
    st.text(st.characters(exclude_categories=["N"]), max_size=20),
)
def test_a_number_is_caught_whatever_is_written_around_it(
    kind: str, style: str, seed: int, before: str, after: str
) -> None:
    random = Random(seed)
    digits = identity_number(random, kind)
    written = STYLES[style](random, digits)
    assert digits[6:] not in digits_of(masked(f"{before}x{written}x{after}").text)


@given(st.lists(st.sampled_from(sorted(STYLES)), min_size=1, max_size=4), st.integers(0, 2**32))
def test_what_has_been_masked_holds_nothing_more_to_mask(styles: list[str], seed: int) -> None:
    random = Random(seed)
    text = " og ".join(STYLES[style](random, identity_number(random, "+80")) for style in styles)
    once = masked(text).text
    assert masked(once).text == once


@given(st.characters(categories=["Nd"]))
def test_a_decimal_digit_of_any_script_is_read(digit: str) -> None:
    assert fold(digit).text == str(unicodedata.decimal(digit))
