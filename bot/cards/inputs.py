"""One input for each kind of answer. What was typed stands in it, right or wrong; the server checks, not the client."""

from __future__ import annotations

from typing import assert_never

from bot.cards.elements import Json, Pen
from dialogs import questions
from dialogs.questions import Choice, Choices
from dialogs.showing import option_label, short_label, typed_text
from dialogs.view import Field, View, typed_party_id

FEW = 6


def input_of(pen: Pen, view: View, field: Field) -> Json:
    """No maxLength: clients cut at it without a word. No isRequired: half a card may be saved."""
    common: Json = {
        "id": field.id,
        "label": _label(pen, view, field),
        "errorMessage": pen.t("e-empty"),
    }
    kind = field.question.kind
    answer = view.answer(field)
    typed = typed_text(view, field, pen.language)
    if typed and ((answer is not None and answer.is_valid) or not isinstance(kind, Choice | Choices)):
        common["value"] = typed
    match kind:
        case Choice():
            return {**common, **_choice_set(pen, view, field), "isMultiSelect": False}
        case Choices():
            return {
                **common,
                **_choice_set(pen, view, field, few=len(view.options(field))),
                "isMultiSelect": True,
            }
        case questions.Text():
            return {**common, **_text(pen, field), "isMultiline": kind.multiline}
        case questions.Names():
            return {**common, **_text(pen, field), "isMultiline": True}
        case questions.Email():
            return {**common, **_text(pen, field), "style": "Email"}
        case questions.Phone():
            return {**common, **_text(pen, field), "style": "Tel"}
        case (
            questions.Nok()
            | questions.FullTimeEquivalents()
            | questions.Hours()
            | questions.PeriodOfTime()
            | questions.Day()
            | questions.Municipalities()
        ):
            return {**common, **_text(pen, field)}
        case _:
            assert_never(kind)


def _label(pen: Pen, view: View, field: Field) -> str:
    label = short_label(view, field, pen.language)
    return label if field.question.required else pen.t("card-optional", label=label)


def _text(pen: Pen, field: Field) -> Json:
    example = pen.texts.optional(pen.language, f"q-{field.question.name}.example")
    multiline = getattr(field.question.kind, "multiline", False)
    shown = {} if multiline or not example else {"placeholder": pen.t("card-for-example", example=example)}
    return {"type": "Input.Text", **shown}


def _choice_set(pen: Pen, view: View, field: Field, few: int = FEW) -> Json:
    codes = [code for code, _ in view.options(field)]
    options = [{"title": option_label(view, field, code, pen.language), "value": code} for code in codes]
    # Beside a radio button markdown is read; in a list it is not, and there people's own words belong.
    typed = {party.id for party in view.parties() if party.id == typed_party_id(party.name)}
    style = "expanded" if len(options) <= few and typed.isdisjoint(codes) else "compact"
    return {"type": "Input.ChoiceSet", "style": style, "choices": options}
