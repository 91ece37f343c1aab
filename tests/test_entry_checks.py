"""What a curator may get wrong, and that it is found: in the file itself, and in what the entries say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dialogs.form import FORM
from knowledge import answer_checks
from knowledge.community_files import load_communities
from knowledge.entry import Entry
from knowledge.entry_checks import names, subjects, titles_say_whose
from knowledge.entry_files import EntryFileWrong, load_entries
from knowledge.source_files import load_sources

SOURCES = load_sources()
COMMUNITIES = load_communities()
FIELDS = frozenset(FORM.questions())

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


A_SOURCED_FILE = """
topic: frister
entries:
  - id: var-frist
    kind: answer
    question: {nb: Fristen i Agder?, nn: Fristen i Agder?, en: The deadline in Agder?}
    scope: {kind: community, community: agder}
    validity: {year: 2026, until: 2025-12-15}
    answer:
      nb: {short: Fristen i Agder for 2026 var 15. desember 2025.}
      nn: {short: Fristen i Agder for 2026 var 15. desember 2025.}
      en: {short: The deadline in Agder for 2026 was 15 December 2025.}
    sources:
      - document: utlysning-agder-2026
        quote: "Agder, call for 2026 | Joint application from municipalities in Agder"
        standing: stated
      - document: utlysning-agder-2026
        quote: SSU prioritises and allocates; deadline 15 December 2025;
        standing: stated
    phrasings: {nb: [], nn: [], en: []}
    reviewed: {on: 2026-11-23, by: curator}
"""


def faults(entries: dict[str, Entry]) -> list[str]:
    found = (
        *answer_checks.written(entries),
        *answer_checks.quotes(entries, SOURCES),
        *answer_checks.figures_are_carried(entries),
        *answer_checks.figures_stay_in_their_place(entries, COMMUNITIES),
        *answer_checks.gaps_hold_no_figures(entries),
        *answer_checks.answers_say_whose(entries, COMMUNITIES),
        *answer_checks.standing_is_said(entries),
        *answer_checks.past_is_said(entries),
    )
    return [fault.what for fault in found]


def test_an_entry_that_keeps_the_rules_has_no_fault(write: Write) -> None:
    assert faults(entries_of(write, A_SOURCED_FILE)) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "15. desember 2025.}\n      nn",
            "16. desember 2025.}\n      nn",
            "nb: no quote has 16.12.2025",
        ),
        ("2026 was 15", "2026 of NOK 9 million was 15", "en: no quote has NOK 9,000,000"),
        (
            "deadline 15 December 2025;",
            "deadline 15 December 2026;",
            "sources.1: the quote does not stand in",
        ),
        (
            "document: utlysning-agder-2026\n        quote: SSU",
            "document: brev\n        quote: SSU",
            "no document brev",
        ),
        ("The deadline in Agder for", "The deadline for", "en: does not say whose it is"),
        ("The deadline in Agder for 2026 was", "The deadline in Agder is", "en: does not say 2026"),
        ("in Agder for 2026 was", "in Agder for 2026 is", "en: does not say that it is past"),
        ("2025;\n        standing: stated", "2025;\n        standing: proposed", "nb: uses what is proposed"),
        ("    reviewed: {on: 2026-11-23, by: curator}\n", "", "reviewed: nobody has"),
        (
            "was 15 December 2025.",
            "was 15 December 2025. A. B. C. D. E.",
            "en: more than 5 sentences come first",
        ),
    ],
)
def test_each_broken_rule_is_found(write: Write, before: str, after: str, said: str) -> None:
    assert before in A_SOURCED_FILE
    found = faults(entries_of(write, A_SOURCED_FILE.replace(before, after)))
    assert any(said in fault for fault in found), found


def test_the_day_of_one_helsefellesskap_in_the_entry_of_another_is_found(write: Write) -> None:
    other = A_SOURCED_FILE[A_SOURCED_FILE.index("  - id") :]
    other = other.replace("var-frist", "deira-frist").replace("community: agder", "community: ostfold")
    both = entries_of(write, A_SOURCED_FILE + other)
    found = [*answer_checks.figures_stay_in_their_place(both, COMMUNITIES)]
    assert [str(fault) for fault in found] == [
        "deira-frist: 15.12.2025 is claimed by var-frist, of another place"
    ]


def test_phrasings_are_counted_and_kept_apart(write: Write) -> None:
    few = A_FILE.replace("nb: [], nn: [], en: []", "nb: [når er siste frist], nn: [], en: []")
    again = few[few.index("  - id") :].replace("var-frist", "deira-frist")
    found = answer_checks.too_few_phrasings(entries_of(write, few + again))
    assert [str(fault) for fault in found] == [
        "var-frist: phrasings: 1 nb, 0 nn, 0 en are too few",
        "deira-frist: phrasings: 1 nb, 0 nn, 0 en are too few",
        "deira-frist: phrasings.nb: stands in var-frist too",
    ]
