"""A fingerprint tells whether a sentence stands in a document, and nothing else of what the document says."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.fingerprints import HASH_BYTES, SEQUENCE_WORDS, Fingerprint, fingerprint, holds
from knowledge.source_files import load_sources, to_json

LETTER = """Det forutsettes dokumentert enighet mellom
aktuell(e) kommune(r) og   helseforetak. *Helseforetakene skal ivareta utbetaling og regnskapsføring*"""


@pytest.mark.parametrize(
    "quote",
    [
        "Det forutsettes dokumentert enighet mellom aktuell(e) kommune(r) og helseforetak.",
        "det forutsettes dokumentert ENIGHET\n mellom",
        "Helseforetakene skal ivareta utbetaling og regnskapsføring",
        "helseforetak. Helseforetakene skal ivareta utbetaling",
    ],
)
def test_white_space_case_and_emphasis_apart_a_quote_is_literal(quote: str) -> None:
    assert holds(fingerprint(LETTER), quote)


@pytest.mark.parametrize(
    "quote",
    [
        "Det forutsettes dokumentert semje mellom aktuell(e) kommune(r) og helseforetak.",
        "Det forutsettes dokumentert enighet mellom aktuell(e) kommune(r) og helseforetak",
        "Det forutsettes dokumentert enighet mellom … Helseforetakene skal ivareta utbetaling og",
        "dokumentert enighet mellom aktuell(e)",
        "",
    ],
)
def test_another_word_a_missing_mark_two_pieces_or_too_few_words_are_not_held(quote: str) -> None:
    assert not holds(fingerprint(LETTER), quote)


WORDS = st.lists(st.text(alphabet="abcæøå*.", min_size=1, max_size=4), min_size=0, max_size=40)


@given(words=WORDS, start=st.integers(0, 39), length=st.integers(SEQUENCE_WORDS, 20))
def test_every_piece_of_five_words_or_more_is_held(words: list[str], start: int, length: int) -> None:
    words = [word for word in words if word.strip("*")]
    piece = words[start : start + length]
    assert holds(fingerprint(" ".join(words)), " ".join(piece)) == (len(piece) >= SEQUENCE_WORDS)


def test_a_fingerprint_that_was_cut_is_refused() -> None:
    whole = fingerprint(LETTER)
    cut = base64.b64encode(base64.b64decode(whole.sequences)[HASH_BYTES:]).decode()
    with pytest.raises(ValueError, match="does not fit"):
        Fingerprint(algorithm=1, words=whole.words, sequences=cut)


def test_the_sources_say_what_their_fingerprints_are_of_and_hold_no_text() -> None:
    sources = load_sources()
    assert {s.document.id for s in sources.values() if s.text == "document"} == {
        "asu-midt-2024",
        "asu-sondre-trondelag-2024",
        "partnerskapsmotet-05-2024",
        "regjeringen-nytt-tilskudd",
        "ssu-agder-2024",
    }
    assert [s.document.id for s in sources.values() if s.text == "own_words"] == ["tilskuddshjelpen"]
    for source in sources.values():
        assert source.fingerprint is not None
        assert source.text != "document" or source.document.read == "whole"
        assert len(to_json(source)) < (50_000 if source.text != "own_words" else 100_000)
