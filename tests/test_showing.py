"""An answer as it is shown: the curator's words, where they are from, and whom they are for."""

from __future__ import annotations

from datetime import date

import pytest

from bot.words import load_texts
from dialogs.evidence import Language
from knowledge.entry import LANGUAGES, passages
from knowledge.library import load_library
from knowledge.showing import shown_parts, shown_text, source_line

LIBRARY = load_library()
TEXTS = load_texts()
TODAY = date(2026, 11, 30)


def shown(id: str, language: Language = "nb") -> str:
    return shown_text(LIBRARY, LIBRARY.entries[id], language, TEXTS, TODAY)


def line(id: str, language: Language = "nb") -> str:
    return source_line(LIBRARY, LIBRARY.entries[id], language, TEXTS)


def test_an_answer_stands_word_for_word_with_its_source_date_and_place() -> None:
    assert shown("decides-nord-2025") == (
        "I Helse Nord var det Tildelingsutvalget som i 2025 besluttet hvilke søknader som fikk tilskudd. "
        "Helsefellesskapene vurderte og prioriterte først, og sendte søknadene videre.\n\n"
        "Kilden sier ikke når søkerne fikk svar.\n\n"
        "Kilde: «Partnerskapsmøtet sak 05-2024: Vurdering og prioritering av søknadsbasert rekrutterings- og "
        "samhandlingstilskudd», Partnerskapsmøtet, Nordlandssykehusets helsefellesskap, 5. mars 2025, "
        "gjelder Helse Nord RHF, budsjettåret 2025."
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "uten dato (etter våre notater), gjelder Helsefellesskapet Agder, budsjettåret 2026."),
        ("nn", "utan dato (etter notata våre), gjeld Helsefellesskapet Agder, budsjettåret 2026."),
        ("en", "undated (from our notes), applies to Agder health community, budget year 2026."),
    ],
)
def test_what_was_read_in_notes_of_a_page_says_so(language: Language, said: str) -> None:
    assert line("deadline-agder-2026", language).endswith(said)


def test_what_minutes_quote_keeps_its_own_day() -> None:
    assert "30. august 2024, med sitat fra 21. august 2024; «" in line("region-midt-2024")


def test_several_documents_are_each_named_once() -> None:
    said = line("national-split-2024")
    assert said.startswith("Kilder: ")
    assert said.count("Helsefellesskapet Agder") == 1
    assert said.endswith(". Gjelder hele landet, budsjettåret 2024.")


def test_an_answer_about_the_bot_cites_the_bot() -> None:
    assert line("bot-saved") == "Kilde: Tilskuddshjelpen, slik den virker nå, gjelder hele landet."


def test_what_is_not_known_says_where_to_turn() -> None:
    assert "\n\nSpør sekretariatet i helsefellesskapet deres.\n\nKilde" in shown("unknown-our-deadline")


def test_what_is_fixed_is_said_without_more() -> None:
    assert shown("personal-crisis").count("\n\n") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_shown(language: Language) -> None:
    for entry in LIBRARY.entries.values():
        parts = shown_parts(LIBRARY, entry, language, TEXTS)
        assert parts.passages == passages(entry, language)
        assert bool(parts.source) == bool(entry.sources)
        assert "{" not in shown(entry.id, language)
