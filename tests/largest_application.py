"""An application in which every question there is stands answered, each at its greatest length."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, assert_never

from dialogs import questions
from dialogs.application import Answer, Application
from dialogs.context import Context
from dialogs.view import Field, View

MUNICIPALITIES = 10
YEARS = 4
MOST_NOK = 999_999_999
HEAVY = 'Ærlig "sitat" \\ <b>æøå</b> 👩‍⚕️\n'
"""Signs that grow in JSON, in UTF-16 or in HTML."""
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def fill(
    application: Application, context: Context, signs: str = HEAVY, *, year: str = "2026"
) -> Application:
    """Answers whatever is asked, until nothing more comes of the answers; free text is `signs` again and again."""
    while True:
        view = View(application, context)
        open_fields = [f for f in view.fields if view.answer(f) is None and _can_be_answered(view, f)]
        if not open_fields:
            return application
        by = application.created_by
        new = {field.id: Answer(value=_most(view, field, signs, year), by=by, at=AT) for field in open_fields}
        application = application.model_copy(
            update={
                "answers": {**application.answers, **new},
                "lines": {page: tuple(str(line) for line in range(1, 31)) for page in ("cost", "phase")},
            }
        )


def _can_be_answered(view: View, field: Field) -> bool:
    """Some choices are there only once others are made."""
    is_choice = isinstance(field.question.kind, questions.Choice | questions.Choices)
    return not is_choice or bool(view.options(field))


def _most(view: View, field: Field, signs: str, budget_year: str) -> Any:
    kind, name = field.question.kind, field.question.name
    match kind:
        case questions.Text():
            text = signs if kind.multiline else signs.strip()
            return (text * (kind.maximum // len(text) + 1))[: kind.maximum]
        case questions.Choice():
            return _chosen(view, field, budget_year)
        case questions.Choices():
            options = [code for code, _ in view.options(field)]
            return [code for code in options if code != kind.alone]
        case questions.Municipalities():
            longest = sorted(view.context.municipalities.values(), key=lambda one: -len(one.label))
            return [one.number for one in longest[:MUNICIPALITIES]]
        case questions.Names():
            return [f"Sykehus {number} {'x' * (kind.maximum - 10)}" for number in range(4)]
        case questions.Nok():
            return MOST_NOK
        case questions.FullTimeEquivalents():
            return 999_999
        case questions.Hours():
            return 99_999
        case questions.PeriodOfTime():
            return ["2027-01-01", f"{2026 + YEARS}-12-31"]
        case questions.Day():
            return "2026-09-30"
        case questions.Email():
            return f"{name}.{'x' * 60}@{'y' * 60}.example.no"
        case questions.Phone():
            return "+47 00 00 00 00"
        case _:
            assert_never(kind)


def _chosen(view: View, field: Field, budget_year: str) -> str:
    """The choice that leads to more questions."""
    wanted = {
        "community": "agder",
        "year": budget_year,
        "cost_more": "no",
        "phase_more": "no",
        "confirmer_authority": "delegated",
        "cost_shift_saves": view.parties()[-1].id if view.parties() else "",
    }
    options = [code for code, _ in view.options(field)]
    choice = wanted.get(field.question.name, "yes" if "yes" in options else options[0])
    assert choice in options
    return choice


def balanced(application: Application, context: Context) -> Application:
    """With costs that the financing covers in every year."""
    amounts = {"cost_nok": 0, "other_financing_nok": 0, "applied": 0}
    answers = dict(application.answers)
    for field in View(application, context).fields:
        question = field.question.name
        if question in amounts or question.endswith("_nok") or question == "own_money":
            answers[field.id] = answers[field.id].model_copy(update={"value": 0})
    years = View(application, context).years()
    first = View(application, context).parties()[0].id
    for number, year in enumerate(years, 1):
        answers[f"cost_nok#{number}"] = answers[f"cost_nok#{number}"].model_copy(
            update={"value": 999_999_999}
        )
        answers[f"cost_year#{number}"] = answers[f"cost_year#{number}"].model_copy(
            update={"value": str(year)}
        )
        slot = f"applied@{first}/{year}"
        answers[slot] = answers[slot].model_copy(update={"value": 999_999_999})
    return application.model_copy(update={"answers": answers})
