"""The questions to measure on: readable, about entries that are there, and apart from what the entries learn from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from knowledge.entry import LANGUAGES
from knowledge.entry_files import load_entries
from knowledge.likeness import normalised
from knowledge.question_files import KINDS, load_questions, split_of
from knowledge.strangers import load_strangers
from knowledge.yaml_files import FileWrong
from tests.command_line import ROOT

QUESTIONS = load_questions(ROOT / "tests" / "questions")
ENTRIES = load_entries()


def test_there_are_enough_of_every_kind_and_in_every_language() -> None:
    assert len(QUESTIONS) >= 400
    assert {question.kind for question in QUESTIONS} == set(KINDS)
    assert {question.language for question in QUESTIONS} == set(LANGUAGES)


def test_what_is_expected_is_an_entry() -> None:
    assert {id for question in QUESTIONS for id in question.wanted} - ENTRIES.keys() == set()


def test_a_question_with_an_answer_says_which() -> None:
    assert [q.id for q in QUESTIONS if q.is_answerable and q.expected is None] == []


def test_no_question_is_asked_twice() -> None:
    asked = Counter(normalised(question.question) for question in QUESTIONS)
    assert [text for text, times in asked.items() if times > 1] == []


def test_no_text_stands_both_in_a_phrasing_and_in_a_question() -> None:
    """A finder that has learnt a question by heart would be praised for it."""
    phrasings = {
        normalised(text): entry.id
        for entry in ENTRIES.values()
        for language in LANGUAGES
        for text in (entry.question.in_language(language), *entry.phrasings.in_language(language))
    }
    strangers = load_strangers()
    phrasings |= {
        normalised(text): "strangers"
        for texts in (strangers.near, strangers.far, strangers.injection, strangers.statements)
        for text in texts
    }
    learnt = {question.id: phrasings.get(normalised(question.question)) for question in QUESTIONS}
    assert {id: where for id, where in learnt.items() if where} == {}


def test_about_half_are_for_choosing_and_the_halves_never_change() -> None:
    tune = sum(question.split == "tune" for question in QUESTIONS)
    assert 0.4 < tune / len(QUESTIONS) < 0.6
    assert [split_of(f"adviser-{number:03}") for number in range(1, 7)] == [
        *("final", "final", "tune", "final", "final", "final")
    ]


HEADINGS = "id\tlanguage\tkind\tcommunity\tquestion\texpected\talso\n"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "line 1: must be the columns"),
        (HEADINGS + "a-1\tnb\tplain\t\tHva?\n", "line 2: has 5 columns instead of 7"),
        (HEADINGS + "a-1\tsv\tplain\t\tHva?\tpurpose\t\n", "line 2, language: Input should be"),
        (HEADINGS + "a-1\tnb\tgrim\t\tHva?\tpurpose\t\n", "line 2, kind: Input should be"),
        (HEADINGS + "a-1\tnb\tplain\t\tHva?\tpurpose\tFeil id\n", "line 2, also.0: String should match"),
        (HEADINGS + 2 * "a-1\tnb\tplain\t\tHva?\tpurpose\t\n", "a-1: stands twice"),
    ],
)
def test_a_wrong_table_is_refused_with_file_and_line(tmp_path: Path, table: str, said: str) -> None:
    (tmp_path / "a.tsv").write_text(table, encoding="utf-8")
    with pytest.raises(FileWrong) as refused:
        load_questions(tmp_path)
    assert said in str(refused.value)


def test_quotation_marks_are_part_of_the_question(tmp_path: Path) -> None:
    row = 'a-1\ten\tplain\tagder\t"Own effort", what is it?\tpurpose\tareas, terms areas\n'
    (tmp_path / "a.tsv").write_text(HEADINGS + row, encoding="utf-8")
    (question,) = load_questions(tmp_path)
    assert question.question == '"Own effort", what is it?'
    assert question.wanted == {"purpose", "areas", "terms"}
