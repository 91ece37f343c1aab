"""The language of a question is told by the question, and is bokmål where nothing tells."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dialogs.evidence import Language
from knowledge.entry import LANGUAGES
from knowledge.entry_files import load_entries
from knowledge.languages import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "nb"),
        ("?", "nb"),
        ("🎉 2026", "nb"),
        ("frist", "nb"),
        ("Når er fristen?", "nb"),
        ("Hva er formålet med tilskuddet?", "nb"),
        ("Kva er formålet med tilskotet?", "nn"),
        ("når må me ha levert", "nn"),
        ("Kan tilskotet gå til drift?", "nn"),
        ("What is the purpose?", "en"),
        ("deadline", "en"),
        ("Can Evje og Hornnes apply with Sørlandet sykehus?", "en"),
        ("Kan vi få penger for «discharge planning»?", "nb"),
        ("Vi har team, workshop og deadline i Agder, hva nå?", "nb"),
        ("for " * 100_000, "nb"),
    ],
)
def test_the_language_is_told(text: str, language: Language) -> None:
    assert guess_language(text) == language


def share_told(language: Language, texts: Iterable[str]) -> float:
    told = [guess_language(text) == language for text in texts]
    return sum(told) / len(told)


@pytest.mark.parametrize(("language", "at_least"), [("nb", 0.95), ("nn", 0.85), ("en", 0.99)])
def test_most_of_how_people_ask_is_told_by_itself(language: Language, at_least: float) -> None:
    """Many a short question is written alike in bokmål and nynorsk, and dialect has words of both."""
    entries = load_entries().values()
    assert (
        share_told(language, (text for e in entries for text in e.phrasings.in_language(language))) > at_least
    )


def test_english_and_norwegian_are_not_mixed_up() -> None:
    texts = [
        (language, text)
        for entry in load_entries().values()
        for language in LANGUAGES
        for text in entry.phrasings.in_language(language)
    ]
    mixed_up = [text for language, text in texts if (language == "en") != (guess_language(text) == "en")]
    assert len(mixed_up) < len(texts) / 200
