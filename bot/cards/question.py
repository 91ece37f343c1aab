"""A page of the form as a card: where one is, what is asked, help, what is wrong, and the ways on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.cards.budget import budget_so_far
from bot.cards.elements import Json, Pen, apart, card, labelled, near, primary, problem, small, title, words
from bot.cards.fitting import ROOM_FOR_VALUES, shortened, surely_fits, units
from bot.cards.inputs import input_of
from dialogs.alike import BETWEEN, alike_parties
from dialogs.effects import AskPage
from dialogs.events import Command
from dialogs.progress import part_of
from dialogs.questions import Choice, Choices, Nok, Question
from dialogs.showing import page_title, problem_text, short_label, typed_text
from dialogs.view import Field, Instance, View, typed_party_id

QUIET = ("skipped", "again")


@dataclass(frozen=True, slots=True)
class _Asking:
    """One page, as it is asked now."""

    pen: Pen
    view: View
    effect: AskPage
    instance: Instance
    fields: tuple[Field, ...]
    firsts: Mapping[Question, Field]
    """A question for each year is one question: the field it begins with."""

    @property
    def is_single(self) -> bool:
        return len(self.fields) == 1

    def is_first_of_question(self, field: Field) -> bool:
        return self.firsts[field.question] is field

    def is_asked_now(self, field: Field) -> bool:
        return self.is_single or field.id == self.effect.slot

    @property
    def stands_once(self) -> bool:
        return not (self.instance.party or self.instance.line)


def question_card(pen: Pen, view: View, effect: AskPage) -> Json | None:
    """None when the form no longer has the page."""
    instance = view.instance(effect.instance)
    if instance is None:
        return None
    fields = view.fields_of(instance)
    firsts = {field.question: field for field in reversed(fields)}
    asking = _Asking(pen, view, effect, instance, fields, firsts)
    crowded = _without_room(pen, view, fields)
    body = [
        *_top(asking),
        *(element for field in fields for element in _asked(asking, field, field.id in crowded)),
        *(budget_so_far(pen, view) if _is_about_money(instance) else ()),
    ]
    answerable = tuple(field for field in fields if field.id not in crowded)
    return card(pen, body, _actions(asking, answerable), fallback=pen.t(f"q-{fields[0].question.name}"))


def _top(asking: _Asking) -> list[Json]:
    """Where one is, and as the heading the question itself where the card has only one."""
    pen, view, instance = asking.pen, asking.view, asking.instance
    part, parts = part_of(view, instance.section.name)
    where = small(pen.t("card-part", part=part, parts=parts, section=pen.t(f"s-{instance.section.name}")))
    if asking.is_single and asking.stands_once:
        return [where, near(title(pen.t(f"q-{asking.fields[0].question.name}")))]
    name = page_title(view, instance.page.name, instance.party, instance.line, pen.language)
    made = [where, near(title(name))]
    if _is_half_answered(view, asking.fields):
        made.append(near(words(pen.t("card-rest"), subtle=True)))
    return made


def _is_half_answered(view: View, fields: tuple[Field, ...]) -> bool:
    answers = [view.answer(field) for field in fields]
    return any(a is not None and a.is_valid for a in answers) and any(a is None for a in answers)


def _is_about_money(instance: Instance) -> bool:
    asked = (question for question in instance.page.questions)
    return any(isinstance(question.kind, Nok) or question.asks_for_lines for question in asked)


def _without_room(pen: Pen, view: View, fields: tuple[Field, ...]) -> set[str]:
    """Fields whose text is too long for the card. An input that holds a part of it would save only that part."""
    texts = {field.id: typed_text(view, field, pen.language) for field in fields if view.answer(field)}
    if surely_fits("".join(texts.values()), ROOM_FOR_VALUES - 2 * len(texts)):
        return set()
    sizes = {field_id: units(text) for field_id, text in texts.items()}
    crowded: set[str] = set()
    for field_id in sorted(sizes, key=lambda each: -sizes[each]):
        if sum(size for each, size in sizes.items() if each not in crowded) <= ROOM_FOR_VALUES:
            break
        crowded.add(field_id)
    return crowded


def _asked(asking: _Asking, field: Field, is_crowded: bool) -> list[Json]:
    pen, view, name = asking.pen, asking.view, field.question.name
    is_first = asking.is_first_of_question(field)
    help_text = pen.texts.optional(pen.language, f"q-{name}.help") if is_first else None
    made = _question(asking, field, has_help=bool(help_text))
    if help_text:
        made.append(near(words(help_text, subtle=True)))
    made += _example(asking, field)
    answer = view.answer(field)
    if answer is not None and answer.problem and answer.problem not in QUIET:
        if answer.raw and isinstance(field.question.kind, Choice | Choices):
            made.append(labelled(pen.t("card-you-wrote"), shortened(pen, answer.raw)))
        made.append(problem(problem_text(view, answer.problem, pen.language)))
    if is_crowded:
        short = short_label(view, field, pen.language)
        return [*made, labelled(short, shortened(pen, typed_text(view, field, pen.language)))]
    drawn = input_of(pen, view, field)
    return [apart(made[0]), *made[1:], near(drawn)] if made else [drawn]


def _question(asking: _Asking, field: Field, *, has_help: bool) -> list[Json]:
    """The one that is asked now in full, and every one that its input's label is too short to ask."""
    if asking.is_single and asking.stands_once:
        return []
    if asking.is_asked_now(field) or has_help or isinstance(field.question.kind, Choice | Choices):
        return [words(asking.pen.t(f"q-{field.question.name}"), bold=True)]
    return []


def _example(asking: _Asking, field: Field) -> list[Json]:
    """Shown when it was asked for; that of a long text waits in the card, unseen, for «Vis eksempel»."""
    pen, effect = asking.pen, asking.effect
    is_wanted = (effect.help or effect.example) and asking.is_asked_now(field)
    if not (is_wanted or _is_long(field)):
        return []
    example = pen.texts.optional(pen.language, f"q-{field.question.name}.example")
    if not example:
        return []
    shown = near(words(pen.t("card-for-example", example=example), subtle=True))
    return [{**shown, "id": _example_id(field), "isVisible": is_wanted}]


def _example_id(field: Field) -> str:
    return f"example:{field.id}"


def _is_long(field: Field) -> bool:
    return bool(getattr(field.question.kind, "multiline", False))


def _actions(asking: _Asking, answerable: tuple[Field, ...]) -> list[Json]:
    pen, instance = asking.pen, asking.instance
    revisions = {field.id: asking.view.application.revision(field.id) for field in answerable}
    save = pen.tap(pen.t("b-save"), "answer", p=instance.id, r=revisions)
    return [
        primary(save),
        *_alike_action(asking),
        _command(pen, Command.SKIP, instance.id),
        _command(pen, Command.BACK, instance.id),
        *_line_actions(asking),
        *_example_action(asking),
        _command(pen, Command.SUMMARY),
    ]


def _example_action(asking: _Asking) -> list[Json]:
    """Done by the client alone, so that nothing half written is lost. Typed, «eksempel» does the same."""
    pen = asking.pen
    waiting = [
        f
        for f in asking.fields
        if _is_long(f) and pen.texts.has(pen.language, f"q-{f.question.name}.example")
    ]
    if not waiting:
        return []
    targets = [{"elementId": _example_id(field), "isVisible": True} for field in waiting]
    return [{"type": "Action.ToggleVisibility", "title": pen.t("b-example"), "targetElements": targets}]


def _alike_action(asking: _Asking) -> list[Json]:
    """Another party's answers with one tap, while the page is empty. A button reads markdown: no typed name."""
    pen, view, instance = asking.pen, asking.view, asking.instance
    answers = (view.answer(field) for field in asking.fields)
    if any(answer is not None and answer.is_valid for answer in answers):
        return []
    named = {party.id: party.name for party in view.parties() if party.id != typed_party_id(party.name)}
    party = next((one for one in alike_parties(view, instance) if one in named), None)
    if party is None:
        return []
    same = {"c": str(Command.SAME), "x": f"{instance.id}{BETWEEN}{party}"}
    return [
        {**pen.tap(pen.t("b-same-as", party=named[party]), "command", **same), "associatedInputs": "none"}
    ]


def _line_actions(asking: _Asking) -> list[Json]:
    """One line of several can be taken away."""
    pen, instance = asking.pen, asking.instance
    if instance.line is None or len(asking.view.lines(instance.page.name)) < 2:
        return []
    remove = {"c": str(Command.REMOVE_LINE), "x": instance.id}
    return [{**pen.tap(pen.t("b-remove-line"), "command", **remove), "associatedInputs": "none"}]


def _command(pen: Pen, command: Command, page: str = "") -> Json:
    """With its page, so that an old card's button means the page it stands on."""
    data = {"c": str(command), **({"x": page} if page else {})}
    return {**pen.tap(pen.t(f"b-{command}"), "command", **data), "associatedInputs": "none"}
