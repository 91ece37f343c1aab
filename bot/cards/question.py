"""A page of the form as a card: where one is, what is asked, help, what is wrong, and the ways on."""

from __future__ import annotations

from bot.cards.elements import Json, Pen, card, labelled, problem, small, words
from bot.cards.fitting import ROOM_FOR_VALUES, shortened, units
from bot.cards.inputs import input_of
from dialogs.effects import AskPage
from dialogs.events import Command
from dialogs.progress import part_of
from dialogs.questions import Choice, Choices
from dialogs.showing import page_title, problem_text, short_label, typed_text
from dialogs.view import Field, Instance, View

QUIET = ("skipped", "again")


def question_card(pen: Pen, view: View, effect: AskPage) -> Json | None:
    """None when the form no longer has the page."""
    instance = next((i for i in view.instances() if i.id == effect.instance), None)
    if instance is None:
        return None
    fields = view.fields_of(instance)
    part, parts = part_of(view, instance.section.name)
    section = pen.t(f"s-{instance.section.name}")
    title = page_title(view, instance.page.name, instance.party, instance.line, pen.language)
    crowded = _without_room(pen, view, fields)
    body = [
        small(pen.t("card-part", part=part, parts=parts, section=section)),
        words(title, size="Large", bold=True),
        *(
            element
            for field in fields
            for element in _asked(pen, view, field, effect, len(fields) == 1, field.id in crowded)
        ),
    ]
    answerable = tuple(field for field in fields if field.id not in crowded)
    return card(
        pen, body, _actions(pen, view, instance, answerable), fallback=pen.t(f"q-{fields[0].question.name}")
    )


def _without_room(pen: Pen, view: View, fields: tuple[Field, ...]) -> set[str]:
    """Fields whose text is too long for the card. An input that holds a part of it would save only that part."""
    sizes = {field.id: units(typed_text(view, field, pen.language)) for field in fields}
    crowded: set[str] = set()
    for field_id in sorted(sizes, key=lambda each: -sizes[each]):
        if sum(size for each, size in sizes.items() if each not in crowded) <= ROOM_FOR_VALUES:
            break
        crowded.add(field_id)
    return crowded


def _asked(pen: Pen, view: View, field: Field, effect: AskPage, alone: bool, is_crowded: bool) -> list[Json]:
    name = field.question.name
    focused = alone or field.id == effect.slot
    made: list[Json] = [words(pen.t(f"q-{name}"), bold=True)] if focused else []
    help_text = pen.texts.optional(pen.language, f"q-{name}.help")
    if help_text and (focused or effect.help):
        made.append(words(help_text, subtle=True))
    example = pen.texts.optional(pen.language, f"q-{name}.example")
    if example and focused and (effect.help or effect.example):
        made.append(words(pen.t("card-for-example", example=example), subtle=True))
    answer = view.answer(field)
    if answer is not None and answer.problem and answer.problem not in QUIET:
        if answer.raw and isinstance(field.question.kind, Choice | Choices):
            made.append(labelled(pen.t("card-you-wrote"), shortened(pen, answer.raw)))
        made.append(problem(problem_text(view, answer.problem, pen.language)))
    if is_crowded:
        name_of = short_label(view, field, pen.language)
        return [*made, labelled(name_of, shortened(pen, typed_text(view, field, pen.language)))]
    return [*made, input_of(pen, view, field)]


def _actions(pen: Pen, view: View, instance: Instance, fields: tuple[Field, ...]) -> list[Json]:
    revisions = {field.id: view.application.revision(field.id) for field in fields}
    save = pen.tap(pen.t("b-save"), "answer", p=instance.id, r=revisions)
    return [
        save,
        _command(pen, Command.SKIP, instance.id),
        _command(pen, Command.BACK, instance.id),
        *_line_actions(pen, view, instance),
        *([_command(pen, Command.EXAMPLE)] if _has_long_example(pen, fields) else []),
        _command(pen, Command.SUMMARY),
    ]


def _has_long_example(pen: Pen, fields: tuple[Field, ...]) -> bool:
    return any(
        getattr(f.question.kind, "multiline", False)
        and pen.texts.has(pen.language, f"q-{f.question.name}.example")
        for f in fields
    )


def _line_actions(pen: Pen, view: View, instance: Instance) -> list[Json]:
    """One line of several can be taken away."""
    if instance.line is None or len(view.lines(instance.page.name)) < 2:
        return []
    remove = {"c": str(Command.REMOVE_LINE), "x": instance.id}
    return [{**pen.tap(pen.t("b-remove-line"), "command", **remove), "associatedInputs": "none"}]


def _command(pen: Pen, command: Command, page: str = "") -> Json:
    """With its page, so that an old card's button means the page it stands on."""
    data = {"c": str(command), **({"x": page} if page else {})}
    return {**pen.tap(pen.t(f"b-{command}"), "command", **data), "associatedInputs": "none"}
