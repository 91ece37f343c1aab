"""One input for each kind of answer. What was typed stands in it, right or wrong; the server checks, not the client."""

from __future__ import annotations

from typing import assert_never

from bot.cards.elements import Json, Pen
from dialogs import questions
from dialogs.person import Language
from dialogs.questions import Choice, Choices, Kind, Question
from dialogs.showing import option_label, with_year, year_of
from dialogs.texts.catalogues import Texts
from dialogs.view import Field, View, typed_party_id

FEW = 6


def input_of(pen: Pen, view: View, field: Field, typed: str) -> Json:
    """No maxLength: clients cut at it without a word. No isRequired: half a card may be saved."""
    question = field.question
    made: Json = {"id": field.id, **pen.texts.once(_input, pen.language, question, year_of(view, field))}
    match question.kind:
        case Choice():
            made |= _choices(pen, view, field, FEW)
        case Choices():
            made |= _choices(pen, view, field, len(view.options(field)))
        case _:
            return {**made, "value": typed} if typed else made
    return {**made, "value": typed} if typed and _is_valid(view, field) else made


def _is_valid(view: View, field: Field) -> bool:
    answer = view.answer(field)
    return answer is not None and answer.is_valid


def _input(texts: Texts, language: Language, question: Question, year: str) -> Json:
    """All that is the same whoever is asked, and whatever they have answered."""
    said = texts.question(language, question.name)
    label = with_year(said.label, year)
    made = {
        "label": label if question.required else texts.say(language, "card-optional", label=label),
        "errorMessage": texts.say(language, "e-empty"),
        **_shape(question.kind),
    }
    if said.example and _is_of_one_line(question.kind):
        made["placeholder"] = texts.say(language, "card-for-example", example=said.example)
    return made


def _is_of_one_line(kind: Kind) -> bool:
    """Where an example has room in the input itself."""
    return not isinstance(kind, Choice | Choices) and not (
        isinstance(kind, questions.Text) and kind.multiline
    )


def _shape(kind: Kind) -> Json:
    match kind:
        case Choice():
            return {"type": "Input.ChoiceSet", "isMultiSelect": False}
        case Choices():
            return {"type": "Input.ChoiceSet", "isMultiSelect": True}
        case questions.Text():
            return {"type": "Input.Text", "isMultiline": kind.multiline}
        case questions.Names():
            return {"type": "Input.Text", "isMultiline": True}
        case questions.Email():
            return {"type": "Input.Text", "style": "Email"}
        case questions.Phone():
            return {"type": "Input.Text", "style": "Tel"}
        case (
            questions.Nok()
            | questions.FullTimeEquivalents()
            | questions.Hours()
            | questions.PeriodOfTime()
            | questions.Day()
            | questions.Municipalities()
        ):
            return {"type": "Input.Text"}
        case _:
            assert_never(kind)


def _choices(pen: Pen, view: View, field: Field, few: int) -> Json:
    codes = [code for code, _ in view.options(field)]
    options = [{"title": option_label(view, field, code, pen.language), "value": code} for code in codes]
    # Beside a radio button markdown is read; in a list it is not, and there people's own words belong.
    typed = {party.id for party in view.parties() if party.id == typed_party_id(party.name)}
    style = "expanded" if len(options) <= few and typed.isdisjoint(codes) else "compact"
    return {"style": style, "choices": options}
