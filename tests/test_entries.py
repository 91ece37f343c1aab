"""The curated entries: what is asked, where it holds, and that nobody gets the rule of another place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dialogs.form import FORM
from knowledge.community_files import load_communities
from knowledge.entry import LANGUAGES, Entry
from knowledge.entry_checks import names, subjects, titles_say_whose
from knowledge.entry_files import EntryFileWrong, load_entries, load_topics

ENTRIES = load_entries()
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_is_in_the_language(language: str) -> None:
    titles = [entry.question.model_dump()[language] for entry in ENTRIES.values()]
    assert all(titles)


# -- a file of one's own ---------------------------------------------------------------------------------

A_FILE = """
topic: frister
entries:
  - id: var-frist
    kind: answer
    question: {nb: Når er fristen?, nn: Når er fristen?, en: When is the deadline?}
    scope: {kind: national}
    phrasings: {nb: [], nn: [], en: []}
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(content: str) -> Path:
        tmp_path.joinpath("frister.yaml").write_text(content, encoding="utf-8")
        return tmp_path

    return write_file


def test_a_directory_of_ones_own_takes_the_place_of_the_projects_entries(write: Write) -> None:
    assert list(load_entries(write(A_FILE))) == ["var-frist"]


SAID = "{short: Det er i dag.}"
MISSING = "{not_known: Ikke kjent., known: Ingenting.}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (A_FILE.replace("topic: frister", "topic: frist"), "the file must be named frist.yaml"),
        (A_FILE.replace("kind: answer", "kind: guess"), "entries.0.kind: Input should be 'answer'"),
        (A_FILE.replace(", en: When is the deadline?", ""), "entries.0.question.en: Field required"),
        (A_FILE.replace("{kind: national}", "{kind: region, region: Helse Sør}"), "entries.0.scope.region"),
        (A_FILE.replace("var-frist", "Vår frist"), "entries.0.id: String should match"),
        (
            A_FILE + "    validity: {since: 2026-12-15, until: 2026-01-01}\n",
            "Value error, since lies after until",
        ),
        (A_FILE + "    shown_elsewhere: true\n", "what is national is shown everywhere"),
        (
            A_FILE + "    sources: [{document: brev, quote: Fire ord er få, standing: decided}]\n",
            "a quote needs 5 words",
        ),
        (
            A_FILE + f"    gap: {{nb: {MISSING}, nn: {MISSING}, en: {MISSING}, turn_to: secretariat, "
            "forwardable: true}\n",
            "answer has an answer, not a gap",
        ),
        (
            A_FILE + f"    answer: {{nb: {SAID}, nn: {SAID}, en: {{short: Today., details: More.}}}}\n",
            "details in one language and not in another",
        ),
        (A_FILE + A_FILE[A_FILE.index("  - id") :], "var-frist: stands in frister.yaml too"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place_and_what_is_wrong(
    write: Write, content: str, said: str
) -> None:
    with pytest.raises(EntryFileWrong) as refused:
        load_entries(write(content))
    assert said in str(refused.value)


def entries_of(write: Write, content: str) -> dict[str, Entry]:
    return dict(load_entries(write(content)))


def test_a_relation_a_field_and_a_helsefellesskap_that_are_not_there_are_found(write: Write) -> None:
    wrong = (
        A_FILE.replace("{kind: national}", "{kind: community, community: fjordane}")
        + "    related: [borte, var-frist]\n    fields: [title, farge]\n"
    )
    assert [str(fault) for fault in names(entries_of(write, wrong), FIELDS, COMMUNITIES)] == [
        "var-frist: related: there is no borte",
        "var-frist: related: points at itself",
        "var-frist: fields: the form has no farge",
        "var-frist: scope: there is no helsefellesskap fjordane",
    ]


def test_a_subject_without_an_entry_for_everybody_else_is_found(write: Write) -> None:
    local = A_FILE.replace("{kind: national}", "{kind: community, community: agder}\n    subject: frist")
    assert [str(fault) for fault in subjects(entries_of(write, local))] == [
        "var-frist: subject frist: 0 entries are national and of no year",
        "var-frist: subject frist: has no other entry",
    ]


def test_a_local_title_that_does_not_say_whose_it_is_is_found(write: Write) -> None:
    local = A_FILE.replace("{kind: national}", "{kind: region, region: Helse Midt-Norge RHF}")
    found = [*titles_say_whose(entries_of(write, local), COMMUNITIES)]
    assert [fault.what for fault in found] == [
        f"question.{language}: does not say whose it is" for language in ("nb", "nn", "en")
    ]
