"""A page of the form as a card: where one is, what is asked, help, what is wrong, and the ways on."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from bot.cards.budget import budget_so_far
from bot.cards.elements import Json, Pen, apart, card, labelled, near, primary, problem, small, title, words
from bot.cards.fitting import ROOM_FOR_VALUES, shortened, surely_fits, units
from bot.cards.inputs import input_of
from dialogs.alike import BETWEEN, alike_parties
from dialogs.effects import AskPage
from dialogs.events import Command
from dialogs.person import Language
from dialogs.progress import part_of
from dialogs.questions import Choice, Choices, Nok, Question, Text
from dialogs.showing import page_title, problem_text, short_label, typed_text
from dialogs.texts.catalogues import Texts
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
    typed: Mapping[str, str]
    """What is filled in, as its author would type it; nothing for a field that is not answered."""
    crowded: Set[str]
    """Fields whose text is too long for the card. An input that holds a part of it would save only that part."""
    is_single: bool
    is_all_in_heading: bool
    """The only question, of a page that stands once: the card's heading asks it."""

    def is_asked_now(self, field: Field) -> bool:
        return self.is_single or field.id == self.effect.slot


def question_card(pen: Pen, view: View, effect: AskPage) -> Json | None:
    """None when the form no longer has the page."""
    instance = view.instance(effect.instance)
    if instance is None:
        return None
    fields = view.fields_of(instance)
    typed = {field.id: typed_text(view, field, pen.language) for field in fields if view.answer(field)}
    is_single = len(fields) == 1
    asking = _Asking(
        pen,
        view,
        effect,
        instance,
        fields,
        firsts={field.question: field for field in reversed(fields)},
        typed=typed,
        crowded=_without_room(typed),
        is_single=is_single,
        is_all_in_heading=is_single and not (instance.party or instance.line),
    )
    body = [
        *_top(asking),
        *(element for field in fields for element in _asked(asking, field)),
        *(budget_so_far(pen, view) if _is_about_money(instance) else ()),
    ]
    fallback = pen.question(fields[0].question.name).asked
    return card(pen, body, _actions(asking), fallback=fallback)


def _top(asking: _Asking) -> list[Json]:
    """Where one is, and as the heading the question itself where the card has only one."""
    pen, view, instance = asking.pen, asking.view, asking.instance
    part, parts = part_of(view, instance.section.name)
    where = small(pen.t("card-part", part=part, parts=parts, section=pen.t(f"s-{instance.section.name}")))
    if asking.is_all_in_heading:
        return [where, near(title(pen.question(asking.fields[0].question.name).asked))]
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


def _without_room(texts: Mapping[str, str]) -> set[str]:
    if surely_fits("".join(texts.values()), ROOM_FOR_VALUES - 2 * len(texts)):
        return set()
    sizes = {field_id: units(text) for field_id, text in texts.items()}
    crowded: set[str] = set()
    for field_id in sorted(sizes, key=lambda each: -sizes[each]):
        if sum(size for each, size in sizes.items() if each not in crowded) <= ROOM_FOR_VALUES:
            break
        crowded.add(field_id)
    return crowded


def _asked(asking: _Asking, field: Field) -> list[Json]:
    pen, view, question = asking.pen, asking.view, field.question
    is_first, is_now = asking.firsts[question] is field, asking.is_asked_now(field)
    made = [*pen.texts.once(_question, pen.language, question, asking.is_all_in_heading, is_first, is_now)]
    made += _example(asking, field, is_now=is_now)
    typed = asking.typed.get(field.id, "")
    answer = view.answer(field)
    if answer is not None and answer.problem and answer.problem not in QUIET:
        if answer.raw and isinstance(question.kind, Choice | Choices):
            made.append(labelled(pen.t("card-you-wrote"), shortened(pen, answer.raw)))
        made.append(problem(problem_text(view, answer.problem, pen.language)))
    if field.id in asking.crowded:
        return [*made, labelled(short_label(view, field, pen.language), shortened(pen, typed))]
    drawn = input_of(pen, view, field, typed)
    return [apart(made[0]), *made[1:], near(drawn)] if made else [drawn]


def _question(
    texts: Texts, language: Language, question: Question, in_heading: bool, is_first: bool, is_now: bool
) -> tuple[Json, ...]:
    """The one that is asked now in full, and every one that its input's label is too short to ask; with help, once."""
    said = texts.question(language, question.name)
    help_text = said.help if is_first else None
    asks = is_now or bool(help_text) or isinstance(question.kind, Choice | Choices)
    return (
        *((words(said.asked, bold=True),) if asks and not in_heading else ()),
        *((near(words(help_text, subtle=True)),) if help_text else ()),
    )


def _example(asking: _Asking, field: Field, *, is_now: bool) -> list[Json]:
    """Shown when it was asked for; that of a long text waits in the card, unseen, for «Vis eksempel»."""
    pen, effect = asking.pen, asking.effect
    is_wanted = (effect.help or effect.example) and is_now
    if not (is_wanted or _is_long(field)):
        return []
    example = pen.question(field.question.name).example
    if not example:
        return []
    shown = near(words(pen.t("card-for-example", example=example), subtle=True))
    return [{**shown, "id": _example_id(field), "isVisible": is_wanted}]


def _example_id(field: Field) -> str:
    return f"example:{field.id}"


def _is_long(field: Field) -> bool:
    return isinstance(field.question.kind, Text) and field.question.kind.multiline


def _actions(asking: _Asking) -> list[Json]:
    pen, instance, application = asking.pen, asking.instance, asking.view.application
    answerable = (field.id for field in asking.fields if field.id not in asking.crowded)
    revisions = {field_id: application.revision(field_id) for field_id in answerable}
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
    waiting = [f for f in asking.fields if _is_long(f) and pen.question(f.question.name).example]
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
