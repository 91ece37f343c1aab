"""A sentence is put together without Fluent where there is nothing to choose, and says the same."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from bot.words import load_texts
from dialogs.person import LANGUAGES, Language
from dialogs.texts.catalogues import MissingWords, Texts, half_hours, thousandths

CATALOGUE = """
missing = { $count ->
    [one] Én mangler i { $where }.
   *[other] { $count } mangler i { $where }.
}
braces = Skriv {"{"}navn{"}"} i { $where }
read = Jeg leste { $value }.
bare = { $value }
described = Noe
    .label = Om { $value }
"""


def texts_of(source: str) -> Texts:
    return Texts({language: [source] for language in LANGUAGES})


@pytest.mark.parametrize("value", ["{ikke et navn}", "*<b>", "", "en {0} to", 0, 7, 999, 1000, 1_250_000])
@pytest.mark.parametrize("key", ["read", "bare", "described.label"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_stands_as_it_is_or_as_the_language_writes_it(
    language: Language, key: str, value: str | int
) -> None:
    said = texts_of(CATALOGUE).say(language, key, value=value)
    frame = {"read": ("Jeg leste ", "."), "bare": ("", ""), "described.label": ("Om ", "")}[key]
    written = (
        f"{value:,}".replace(",", "," if language == "en" else "\u00a0") if isinstance(value, int) else value
    )
    assert said == f"{frame[0]}{written}{frame[1]}"


def test_braces_of_the_catalogue_are_text() -> None:
    assert texts_of(CATALOGUE).say("nb", "braces", where="feltet") == "Skriv {navn} i feltet"


def test_a_choice_is_fluents() -> None:
    texts = texts_of(CATALOGUE)
    assert texts.say("nb", "missing", count=1, where="del 2") == "Én mangler i del 2."
    assert texts.say("nb", "missing", count=3, where="del 2") == "3 mangler i del 2."


@pytest.mark.parametrize("key", ["read", "bare", "missing", "nothing"])
def test_a_missing_value_or_key_is_a_fault_and_never_a_hole(key: str) -> None:
    with pytest.raises(MissingWords):
        texts_of(CATALOGUE).say("nb", key, other="x")


def test_a_value_may_be_as_long_as_an_answer() -> None:
    long = "Akutteamet følger pasienten hjem. " * 200
    assert load_texts().say("nb", "card-read", value=long).count(long) == 1


@given(st.integers(min_value=0, max_value=10_000_000))
def test_a_decimal_is_written_as_the_language_writes_it(value: int) -> None:
    locales: dict[Language, str] = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
    for language, locale in locales.items():
        assert thousandths(language, value) == format_decimal(value / 1000, "#,##0.###", locale)
        assert half_hours(language, value) == format_decimal(value / 2, "#,##0.#", locale)
