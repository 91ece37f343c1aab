"""`kb eval`: asks the finder what it has not seen, and counts what became of it."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Literal

from rich.console import Console
from rich.table import Table

from bot.commands.knowing import finder_of, library_of
from bot.commands.refusal import WRONG_CALL, Refusal
from bot.settings import Settings
from knowledge.entry import LANGUAGES
from knowledge.evaluation import OUTCOMES, Judged, Scores, Tally, confusions, evaluate, scores, tally
from knowledge.finding import Finder
from knowledge.library import Library
from knowledge.question_files import KINDS, Question, load_questions
from knowledge.yaml_files import FileWrong

Splits = Literal["tune", "final", "all"]
WIDTH_IN_A_FILE = 160
LONGEST_TOLD = 200
"""Characters of a question, to see which it is."""
GOALS = "to reach: helped .93, wrong .04 at most, near .90, far .98, harmful 0"


def kb_eval(
    settings: Settings,
    *,
    split: Splits,
    questions: Path,
    directory: Path | None,
    as_json: bool,
    make_finder: Callable[[Library], Finder] = finder_of,
) -> None:
    library = library_of(settings, directory)
    chosen = [each for each in _questions(questions) if split in ("all", each.split)]
    judged = evaluate(make_finder(library), chosen, library, date.today())  # noqa: DTZ011 the day here
    # What goes wrong in the final half is for nobody to look at: who mends it question by question has used it.
    told = [each for each in judged if each.question.split == "tune"]
    if as_json:
        print(json.dumps(_figures(split, judged, told), ensure_ascii=False, indent=2))
        return
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        console.width = WIDTH_IN_A_FILE
    console.print(_table("by kind", judged, lambda each: each.kind, KINDS))
    console.print(_table("by language", judged, lambda each: each.language, LANGUAGES))
    for language in LANGUAGES:
        of_language = [each for each in judged if each.question.language == language]
        console.print(f"{language:<4} {_said(scores(of_language))}")
    console.print(f"all  {_said(scores(judged))}")
    console.print(f"     {GOALS}")
    if told:
        print("\nWhat went wrong: expected → found")
        for each, expected in confusions(told):
            print(_confusion(each, expected))
    print(f"{len(judged)} questions ({split})")


def _questions(directory: Path) -> Sequence[Question]:
    try:
        return load_questions(directory)
    except FileWrong as wrong:
        raise Refusal(f"{wrong}. Where the questions lie is said with --questions.", WRONG_CALL) from None


def _table(
    title: str, judged: Sequence[Judged], of: Callable[[Question], str], groups: Sequence[str]
) -> Table:
    table = Table(title=title, title_justify="left", pad_edge=False)
    table.add_column("")
    for heading in ("questions", *OUTCOMES, "harmful", "suggestions shown", "ms p50", "ms p99"):
        table.add_column(heading, justify="right")
    for group in groups:
        counted = tally(each for each in judged if of(each.question) == group)
        if counted.questions:
            table.add_row(group, *_cells(counted))
    table.add_section()
    table.add_row("all", *_cells(tally(judged)))
    return table


def _cells(counted: Tally) -> tuple[str, ...]:
    numbers = (
        counted.questions,
        *(counted.outcomes[outcome] for outcome in OUTCOMES),
        counted.harmful,
        counted.suggestions,
    )
    p50, p99 = _milliseconds(counted)
    return (*(str(number) if number else "·" for number in numbers), f"{p50:.1f}", f"{p99:.1f}")


def _milliseconds(counted: Tally) -> tuple[float, float]:
    """The median and the 99th percentile."""
    cuts = (
        statistics.quantiles(counted.seconds * 2, n=100, method="inclusive")
        if counted.seconds
        else [0.0] * 99
    )
    return cuts[49] * 1000, cuts[98] * 1000


def _said(scored: Scores) -> str:
    return (
        f"helped {_share(scored.helped)} · wrong {_share(scored.wrong)} · "
        f"near abstained {_share(scored.near_abstained)} · far abstained {_share(scored.far_abstained)} · "
        f"injection abstained {_share(scored.injection_abstained)} · harmful {scored.harmful}"
    )


def _share(share: float | None) -> str:
    return "none asked" if share is None else f"{share:.3f}"


def _confusion(each: Judged, expected: str) -> str:
    question = each.question
    what = f"{each.outcome}, harmful" if each.is_harmful else each.outcome
    asker = f", {question.community}" if question.community else ""
    text = (
        question.question
        if len(question.question) <= LONGEST_TOLD
        else question.question[:LONGEST_TOLD] + "…"
    )
    return f"{what}: {question.id}{asker}: {expected} → {', '.join(each.found) or '-'}\n    {text}"


def _figures(split: Splits, judged: Sequence[Judged], told: Sequence[Judged]) -> dict[str, Any]:
    def group(of: Callable[[Question], str], groups: Sequence[str]) -> dict[str, Any]:
        return {
            name: _counted(tally(each for each in judged if of(each.question) == name)) for name in groups
        }

    return {
        "split": split,
        "questions": len(judged),
        "overall": asdict(scores(judged)),
        "all": _counted(tally(judged)),
        "per_language": {
            language: asdict(scores([each for each in judged if each.question.language == language]))
            for language in LANGUAGES
        },
        "by_kind": group(lambda question: question.kind, KINDS),
        "by_language": group(lambda question: question.language, LANGUAGES),
        "confusions": [
            {
                "question": each.question.id,
                "outcome": each.outcome,
                "harmful": each.is_harmful,
                "expected": expected,
                "found": list(each.found),
            }
            for each, expected in confusions(told)
        ],
    }


def _counted(counted: Tally) -> dict[str, Any]:
    p50, p99 = _milliseconds(counted)
    return {
        "questions": counted.questions,
        **{outcome: counted.outcomes[outcome] for outcome in OUTCOMES},
        "harmful": counted.harmful,
        "suggestions_shown": counted.suggestions,
        "ms_p50": round(p50, 3),
        "ms_p99": round(p99, 3),
    }
