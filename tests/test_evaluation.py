"""How an answer is judged: what counts as help, what as wrong, and what would harm."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from bot.commands.kb_eval import kb_eval
from bot.commands.refusal import Refusal
from bot.settings import Settings
from dialogs.findings import Finding, Near, NotKnown
from knowledge.evaluation import Judge, Judged, Outcome, confusions, evaluate, scores, tally
from knowledge.finding import Asked, ref, shown
from knowledge.library import load_library
from knowledge.question_files import COLUMNS, Question, QuestionKind, split_of
from tests.command_line import tilskuddshjelpen

LIBRARY = load_library()
TODAY = date(2026, 11, 30)
JUDGE = Judge(LIBRARY, TODAY)


def asked(
    text: str = "Hva er formålet?",
    *,
    kind: QuestionKind = "plain",
    community: str | None = None,
    wanted: Sequence[str] = ("purpose",),
) -> Question:
    return Question(
        id="q",
        language="nb",
        kind=kind,
        community=community,
        question=text,
        wanted=frozenset(wanted),
        expected=wanted[0] if wanted else None,
    )


def finds(*ids: str) -> Finding:
    """One is shown, several are suggested, none is not known."""
    entries = [LIBRARY.entries[id] for id in ids]
    if len(entries) == 1:
        return shown(entries[0])
    return Near(tuple(ref(entry) for entry in entries)) if entries else NotKnown()


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (("purpose",), "right"),
        (("areas",), "wrong"),
        (("areas", "purpose"), "suggested"),
        (("areas", "four-patient-groups"), "missed"),
        ((), "abstained"),
        (("unknown-ceiling",), "abstained"),
    ],
)
def test_a_question_with_an_answer_is_helped_by_the_answer_or_by_its_suggestion(
    found: Sequence[str], outcome: Outcome
) -> None:
    assert JUDGE(asked(), finds(*found)).outcome == outcome


def test_a_second_entry_that_answers_it_is_right_too() -> None:
    assert JUDGE(asked(wanted=("purpose", "areas")), finds("areas")).outcome == "right"


@pytest.mark.parametrize("kind", ["near", "far", "injection"])
def test_where_there_is_no_answer_every_answer_is_wrong_and_everything_else_abstains(
    kind: QuestionKind,
) -> None:
    nothing = asked("Hva er renta?", kind=kind, wanted=())
    assert JUDGE(nothing, finds()).outcome == "abstained"
    assert JUDGE(nothing, finds("unknown-ceiling")).outcome == "abstained"
    assert JUDGE(nothing, finds("purpose")).outcome == "wrong"
    suggested = JUDGE(nothing, finds("purpose", "areas"))
    assert (suggested.outcome, suggested.is_suggestion) == ("abstained", True)
    gap = asked("Hva er taket?", kind=kind, wanted=("unknown-ceiling",))
    assert JUDGE(gap, finds("unknown-ceiling")).outcome == "right"


FRAME_AGDER = "frame-agder-2024"


@pytest.mark.parametrize(
    ("text", "community", "shown_entry", "harmful"),
    [
        ("Hvor mye har vi?", "agder", FRAME_AGDER, False),
        ("Hvor mye har vi?", "ostfold", FRAME_AGDER, True),
        ("Hvor mye har vi?", None, FRAME_AGDER, True),
        ("Hvor mye har de i Agder?", "ostfold", FRAME_AGDER, False),
        ("hvor mye har de på sørlandet", None, FRAME_AGDER, False),
        ("Hvor mye har vi i Evje og Hornnes?", None, FRAME_AGDER, False),
        ("Hvor mye har de i Horten?", "agder", FRAME_AGDER, True),
        ("Hvor mye har de i Namsos?", "sondre-trondelag", "frame-sondre-trondelag-2024", True),
        ("Hvor mye har vi i 2024?", "agder", FRAME_AGDER, False),
        ("Hvor mye har vi i 2026?", "agder", FRAME_AGDER, True),
        ("Hvor mye har vi i år?", "agder", FRAME_AGDER, True),
        ("Hvor mye fikk Helse Nord?", None, "region-nord-2024", False),
        ("Hvor mye fikk regionen vår?", "troms-og-ofoten", "region-nord-2024", False),
        ("Hvor mye fikk regionen vår?", "agder", "region-nord-2024", True),
        ("Hva er summen for landet i 2026?", None, "national-amount-2024", True),
        ("Hva er summen for landet?", None, "national-amount-2024", False),
        ("Når måtte de i Lofoten levere?", None, "deadline-nord-2025", False),
        ("Når må vi levere?", "agder", "deadline-nord-2025", True),
        ("Hvor mye har vi i Agder i 2026?", "agder", "purpose", False),
    ],
)
def test_what_belongs_to_another_place_or_year_harms(
    text: str, community: str | None, shown_entry: str, harmful: bool
) -> None:
    question = asked(text, community=community, wanted=("unknown-frame",))
    assert JUDGE(question, finds(shown_entry)).is_harmful == harmful


def test_what_the_author_of_the_question_wanted_never_harms() -> None:
    assert not JUDGE(asked("Hvor mye?", wanted=(FRAME_AGDER,)), finds(FRAME_AGDER)).is_harmful


def test_a_suggestion_names_its_place_and_harms_nobody() -> None:
    assert not JUDGE(asked("Hvor mye?"), finds(FRAME_AGDER, "frame-ostfold-2024")).is_harmful


def test_who_asks_about_what_has_no_entry_is_harmed_by_whatever_is_bound() -> None:
    both_years = "Ni millioner i 2024, men hva har vi i Agder i 2026?"
    elsewhere = asked(both_years, kind="elsewhere", community="agder", wanted=("unknown-frame",))
    assert JUDGE(elsewhere, finds(FRAME_AGDER)).is_harmful


class AlwaysPurpose:
    def find(self, asked: Asked) -> Finding:
        return finds("purpose")


def test_the_figures_add_up() -> None:
    questions = [
        asked(),
        asked(wanted=("areas",)),
        asked(kind="near", wanted=()),
        asked(kind="far", wanted=("purpose",)),
    ]
    judged = evaluate(AlwaysPurpose(), questions, LIBRARY, TODAY, clock=iter(range(100)).__next__)
    counted = tally(judged)
    assert (counted.questions, counted.outcomes["right"], counted.outcomes["wrong"]) == (4, 2, 2)
    assert counted.seconds == (1, 1, 1, 1)
    scored = scores(judged)
    assert (scored.helped, scored.wrong, scored.near_abstained, scored.far_abstained) == (0.5, 0.5, 0.0, 1.0)
    assert scored.injection_abstained is None


def test_what_went_wrong_is_listed_with_the_worst_first() -> None:
    judged: list[Judged] = [
        JUDGE(asked(), finds()),
        JUDGE(asked(), finds("areas")),
        JUDGE(asked(wanted=("unknown-frame",)), finds(FRAME_AGDER)),
        JUDGE(asked(), finds("purpose")),
        JUDGE(asked(kind="far", wanted=()), finds()),
    ]
    assert [(each.found, expected) for each, expected in confusions(judged)] == [
        ((FRAME_AGDER,), "unknown-frame"),
        (("areas",), "purpose"),
        ((), "purpose"),
    ]


# --- The command.


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """One that is answered, one that is not known, and one about a place without an entry, in either half."""
    rows = [
        ("nb", "plain", "", "Hvor mye fikk Helse Vest i 2024?", "region-vest-2024", ""),
        ("nn", "near", "", "xyzzy qwfp", "-", ""),
        (
            "nb",
            "elsewhere",
            "ostfold",
            "Hva var søknadsfristen i Agder for 2026?",
            "unknown-our-deadline",
            "",
        ),
    ]
    lines = [
        "\t".join((f"{half}-{number}", *row))
        for half, ids in (("tune", TUNE), ("final", FINAL))
        for number, row in zip(ids, rows, strict=True)
    ]
    text = "\n".join(("\t".join(COLUMNS), *lines))
    (tmp_path / "a.tsv").write_text(text, encoding="utf-8")
    return tmp_path


TUNE = [n for n in range(100) if split_of(f"tune-{n}") == "tune"][:3]
FINAL = [n for n in range(100) if split_of(f"final-{n}") == "final"][:3]


class KnowsTitles:
    """And nothing of places."""

    def find(self, asked: Asked) -> Finding:
        titled = (e for e in LIBRARY.entries.values() if e.question.nb == asked.text)
        return next((shown(entry) for entry in titled), NotKnown())


def measured(questions: Path, split: Literal["tune", "final", "all"], *, as_json: bool = False) -> None:
    kb_eval(
        Settings(),
        split=split,
        questions=questions,
        directory=None,
        as_json=as_json,
        make_finder=lambda library: KnowsTitles(),
    )


def test_what_went_wrong_in_the_tune_half_is_listed(
    questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measured(questions, "tune")
    out = capsys.readouterr().out
    assert "all  helped 0.500 · wrong 0.500 · near abstained 1.000 · far abstained none asked" in out
    assert f"wrong, harmful: tune-{TUNE[2]}, ostfold: unknown-our-deadline → deadline-agder-2026" in out
    assert "Hva var søknadsfristen i Agder for 2026?" in out
    assert out.endswith("3 questions (tune)\n")


def test_what_went_wrong_in_the_final_half_is_not_told(
    questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measured(questions, "all")
    out = capsys.readouterr().out
    assert out.endswith("6 questions (all)\n")
    assert f"tune-{TUNE[2]}" in out
    assert not any(f"final-{number}" in out for number in FINAL)


def test_the_figures_can_be_had_as_json(questions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    measured(questions, "tune", as_json=True)
    figures = json.loads(capsys.readouterr().out)
    assert (figures["split"], figures["questions"]) == ("tune", 3)
    assert figures["overall"]["helped"] == 0.5
    assert figures["overall"]["far_abstained"] is None
    assert figures["by_kind"]["elsewhere"]["harmful"] == 1
    assert figures["by_language"]["nn"]["abstained"] == 1
    assert figures["confusions"] == [
        {
            "question": f"tune-{TUNE[2]}",
            "outcome": "wrong",
            "harmful": True,
            "expected": "unknown-our-deadline",
            "found": ["deadline-agder-2026"],
        }
    ]


def test_only_the_tune_half_is_asked_unless_told_otherwise(questions: Path) -> None:
    ended = tilskuddshjelpen("kb", "eval", "--questions", questions)
    assert ended.code == 0, ended.err
    assert ended.out.endswith("3 questions (tune)\n")


def test_a_folder_without_questions_is_said(tmp_path: Path) -> None:
    with pytest.raises(
        Refusal, match=r"has no \.tsv file\. Where the questions lie is said with --questions"
    ):
        kb_eval(Settings(), split="tune", questions=tmp_path, directory=None, as_json=False)
