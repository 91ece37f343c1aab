"""What was understood: takes the place of the card that asked."""

from __future__ import annotations

from bot.cards.elements import Json, Pen, beside, card, labelled, near, problem, small, words
from bot.cards.fitting import shortened
from bot.cards.waiting import waiting_notes
from dialogs import questions
from dialogs.effects import Understood
from dialogs.events import Command
from dialogs.showing import label, page_title, problem_text, short_label, shown
from dialogs.view import Field, View


def understood_card(pen: Pen, view: View, effect: Understood) -> Json:
    """Each field with what stands in it now; numbers said back as they were read."""
    fields = [view.field_by_id[slot] for slot in effect.slots if slot in view.field_by_id]
    told = [field for field in fields if len(fields) == 1 or not _was_left_empty(view, field)]
    lines = [
        *_heading(pen, view, fields),
        *(line for field in told for line in _lines(pen, view, field, fields)),
    ]
    if not lines:
        return card(pen, [small(pen.t("card-saved"))])
    body = [lines[0], *map(near, lines[1:]), *waiting_notes(pen, view, fields)]
    if not any((answer := view.answer(field)) is not None and answer.is_valid for field in fields):
        return card(pen, body)
    change = pen.tap(pen.t("b-change"), "command", c=str(Command.CHANGE), x=fields[0].id)
    return card(pen, [beside(body, change, pen.t("b-change"))])


def _heading(pen: Pen, view: View, fields: list[Field]) -> list[Json]:
    """Whom several fields are about, said once."""
    if not _share_page(fields):
        return []
    instance = fields[0].instance
    return [
        words(page_title(view, instance.page.name, instance.party, instance.line, pen.language), bold=True)
    ]


def _lines(pen: Pen, view: View, field: Field, fields: list[Field]) -> list[Json]:
    name = short_label if _share_page(fields) else label
    return understood_lines(pen, view, field, name(view, field, pen.language), echoed=True)


def _share_page(fields: list[Field]) -> bool:
    """Several of one page that stands more than once in the form."""
    pages = {field.instance.id for field in fields}
    return len(fields) > 1 and len(pages) == 1 and bool(fields[0].instance.party or fields[0].instance.line)


def _was_left_empty(view: View, field: Field) -> bool:
    answer = view.answer(field)
    return answer is not None and answer.was_skipped and not field.question.required


def understood_lines(pen: Pen, view: View, field: Field, name: str, *, echoed: bool = False) -> list[Json]:
    """One field under `name`. Echoed, a number is said back as it was read: «Jeg leste …», and what is wrong
    is left to the question that follows."""
    answer = view.answer(field)
    if answer is None:
        return []
    if answer.was_skipped:
        return [labelled(name, pen.t("card-skipped" if field.question.required else "card-left-empty"))]
    if answer.problem == "again":
        return [labelled(name, pen.t(f"o-{field.question.name}-yes"))]
    if answer.problem:
        typed = shortened(pen, answer.raw) if echoed else answer.raw
        said = [labelled(name, pen.t("card-no-answer-yet", text=typed) if typed else pen.t("card-nothing"))]
        return said if echoed else [*said, problem(problem_text(view, answer.problem, pen.language))]
    text = shown(view, field, pen.language)
    if echoed and isinstance(
        field.question.kind, questions.Nok | questions.FullTimeEquivalents | questions.Hours
    ):
        return [labelled(name, pen.t("card-read", value=text))]
    return [labelled(name, text)]
