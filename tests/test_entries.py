"""The curated entries: what is asked, where it holds, and that nobody gets the rule of another place."""

from __future__ import annotations

import re

import pytest

from dialogs.evidence import Language
from dialogs.form import FORM
from knowledge import answer_checks
from knowledge.community_files import load_communities
from knowledge.entry import LANGUAGES, passages
from knowledge.entry_checks import names, subjects, titles_say_whose
from knowledge.entry_files import load_entries, load_topics
from knowledge.source_files import load_sources

ENTRIES = load_entries()
SOURCES = load_sources()
COMMUNITIES = load_communities()
FIELDS = frozenset(FORM.questions())


# -- the entries that come with the project --------------------------------------------------------------


def test_what_people_ask_is_covered_topic_by_topic() -> None:
    assert len(ENTRIES) >= 110
    assert {entry.kind for entry in ENTRIES.values()} == {"answer", "unknown", "fixed", "out_of_scope"}
    assert len(load_topics()) >= 20


def test_all_that_is_pointed_at_is_there_and_no_two_entries_ask_the_same() -> None:
    assert [*names(ENTRIES, FIELDS, COMMUNITIES)] == []


def test_one_entry_of_each_subject_is_left_for_other_places_and_years() -> None:
    assert [*subjects(ENTRIES)] == []


def test_a_local_title_says_whose_it_is() -> None:
    assert [*titles_say_whose(ENTRIES, COMMUNITIES)] == []


def test_every_entry_is_written_reviewed_and_short() -> None:
    assert [*answer_checks.written(ENTRIES)] == []


def test_every_entry_is_asked_as_people_ask_it_and_no_phrasing_is_anothers() -> None:
    assert [*answer_checks.too_few_phrasings(ENTRIES)] == []


def test_every_quote_stands_in_its_document() -> None:
    """Where it is the bot's own sentence that is gone, the answer about the bot must be read again."""
    assert [*answer_checks.quotes(ENTRIES, SOURCES)] == []


def test_every_figure_and_date_stands_in_a_quote() -> None:
    assert [*answer_checks.figures_are_carried(ENTRIES)] == []


def test_no_entry_claims_an_amount_or_a_day_of_another_place() -> None:
    assert [*answer_checks.figures_stay_in_their_place(ENTRIES, COMMUNITIES)] == []


def test_what_is_said_where_nothing_is_known_holds_no_amount_and_no_day() -> None:
    assert [*answer_checks.gaps_hold_no_figures(ENTRIES)] == []


def test_a_local_answer_says_whose_it_is() -> None:
    assert [*answer_checks.answers_say_whose(ENTRIES, COMMUNITIES)] == []


def test_a_proposal_is_called_one_and_what_was_replaced_is_not_told_as_if_it_held() -> None:
    assert [*answer_checks.standing_is_said(ENTRIES)] == []


def test_what_is_past_says_so() -> None:
    assert [*answer_checks.past_is_said(ENTRIES)] == []


BOKMAL = r"ikke|jeg|hva|hvem|hvor|hvilken|hvilke|noen|noe|være|kommuner|tilskudd\w*|søkere|enighet\w*|fra|bare|også"
NYNORSK = r"ikkje|eg|kva|kven|korleis|nokon|noko|vere|kommunar|tilskot\w*|søkjar\w*|frå|berre|vert|vart"


@pytest.mark.parametrize(
    ("language", "foreign"),
    [("nn", BOKMAL.replace("|også", "")), ("nb", NYNORSK), ("en", f"{BOKMAL}|{NYNORSK}")],
)
def test_no_word_of_one_language_has_strayed_into_another(language: Language, foreign: str) -> None:
    strayed = {
        (entry.id, word)
        for entry in ENTRIES.values()
        for text in (entry.question.in_language(language), *passages(entry, language))
        for word in re.findall(rf"\b(?:{foreign})\b", text, re.IGNORECASE)
    }
    assert strayed == set()


# -- the traps of the sources ----------------------------------------------------------------------------


def told(language: Language) -> dict[str, str]:
    return {entry.id: " ".join(passages(entry, language)) for entry in ENTRIES.values()}


UNEXPLAINED: dict[Language, str] = {
    "nb": "kildene forklarer ikke forskjellen",
    "nn": "kjeldene forklarer ikkje skilnaden",
    "en": "the sources do not explain the difference",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_two_figures_of_midt_stand_side_by_side_and_unexplained(language: Language) -> None:
    both = {id: text for id, text in told(language).items() if re.search(r"16[.,]2", text)}
    assert set(both) == {"region-midt-2024", "midt-two-figures", "national-split-2024"}
    for text in both.values():
        assert re.search(r"24[.,]30", text)
        assert UNEXPLAINED[language] in text.lower()
    assert not [
        id for id, text in told(language).items() if re.search("økt fra|auka frå|increased from", text)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_of_nord_stand_apart(language: Language) -> None:
    together = {id for id, text in told(language).items() if "90 mill" in text and "40 mill" in text}
    assert together == {"nord-three-figures"}
    assert {id for id, text in told(language).items() if "130 mill" in text} == {
        "nord-three-figures",
        "national-split-2024",
        "region-nord-2024",
    }


COMMITTEE: dict[Language, str] = {
    "nb": "Tildelingsutval",
    "nn": "Tildelingsutval",
    "en": "allocation committee",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_of_april_is_never_the_applicants_deadline(language: Language) -> None:
    april = {id: text for id, text in told(language).items() if re.search(r"1\.? april 2025", text, re.I)}
    assert set(april) == {"deadline-nord-2025", "forwarding-deadline-nord-2025", "process-nordland-2025"}
    assert all(COMMITTEE[language] in text for text in april.values())


def test_the_no_of_2021_answers_nothing_today() -> None:
    assert ENTRIES["unknown-appeal"].kind == "unknown"
    quoting = {e.id for e in ENTRIES.values() if any("no appeal" in quote.quote for quote in e.sources)}
    assert quoting == {"agder-2021-appeal", "agder-2021-funds"}
    assert "sier ikke noe om klage på dette tilskuddet i dag" in told("nb")["agder-2021-appeal"]


def test_the_criteria_for_ssu_projects_are_not_told_as_the_grants() -> None:
    quoting = {
        e.id
        for e in ENTRIES.values()
        if any("strategiens prioriterte områder" in quote.quote for quote in e.sources)
    }
    assert quoting == {"agder-ssu-criteria"}
    assert "Kildene sier ikke at de gjelder for tilskuddet" in told("nb")["agder-ssu-criteria"]


def test_incurred_is_not_before_the_award() -> None:
    assert ENTRIES["unknown-costs-before-award"].kind == "unknown"
    assert "«Påløpte» sier ikke at kostnader fra før tilsagnet dekkes" in told("nb")["cost-shift"]


def test_what_is_personal_is_fixed_and_never_passed_on() -> None:
    personal = next(topic for topic in load_topics() if topic.topic == "personal")
    assert {(entry.kind, entry.is_forwardable) for entry in personal.entries} == {("fixed", False)}


def test_an_answer_can_be_traced_to_what_the_entry_said_then() -> None:
    entry = ENTRIES["purpose"]
    later = entry.model_copy(update={"related": ()})
    assert entry.version != later.version
    assert entry.version == load_entries()["purpose"].version
