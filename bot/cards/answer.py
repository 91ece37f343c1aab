"""What was understood: takes the place of the card that asked."""

from __future__ import annotations

from bot.cards.elements import Json, Pen, card, labelled, problem, small
from bot.cards.fitting import shortened
from dialogs import questions
from dialogs.effects import Understood
from dialogs.events import Command
from dialogs.showing import label, problem_text, shown
from dialogs.view import Field, View


def understood_card(pen: Pen, view: View, effect: Understood) -> Json:
    """Each field with what stands in it now; numbers said back as they were read."""
    fields = [view.field_by_id[slot] for slot in effect.slots if slot in view.field_by_id]
    body = [
        element
        for field in fields
        for element in understood_lines(pen, view, field, label(view, field, pen.language), echoed=True)
    ]
    if not body:
        body = [small(pen.t("card-saved"))]
    change = [
        {
            **pen.tap(pen.t("b-change"), "command", c=str(Command.CHANGE), x=fields[0].id),
            "associatedInputs": "none",
        }
    ]
    return card(pen, body, change if fields else [])


def understood_lines(pen: Pen, view: View, field: Field, name: str, *, echoed: bool = False) -> list[Json]:
    """One field under `name`. Echoed, a number is said back as it was read: «Jeg leste …»."""
    answer = view.answer(field)
    if answer is None:
        return []
    if answer.was_skipped:
        return [labelled(name, pen.t("card-skipped"))]
    if answer.problem == "again":
        return [labelled(name, pen.t(f"o-{field.question.name}-yes"))]
    if answer.problem:
        typed = shortened(pen, answer.raw) if echoed else answer.raw
        said = [labelled(name, typed or pen.t("card-nothing"))]
        return [*said, problem(problem_text(view, answer.problem, pen.language))]
    text = shown(view, field, pen.language)
    if echoed and isinstance(
        field.question.kind, questions.Nok | questions.FullTimeEquivalents | questions.Hours
    ):
        return [labelled(name, pen.t("card-read", value=text))]
    return [labelled(name, text)]
