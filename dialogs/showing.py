"""How an answer is written for people: the same words in cards, documents and exports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never

from dialogs import questions
from dialogs.application import Answer
from dialogs.brought import BroughtAnswer
from dialogs.fields import any_field
from dialogs.person import Language
from dialogs.rates import implied_rate, rate_of, worth
from dialogs.texts import catalogues
from dialogs.view import OTHER_COMMUNITY, Field, Instance, View

LONGEST_NAME = 60
"""Characters of what a line is called, where it names one of its fields."""


def label(view: View, field: Field, language: Language) -> str:
    """«Søknadsbeløp – Bygland, 2027», «Beløp – Bil og utstyr, 2027»: the field's short name, and which of several."""
    name = view.context.texts.question(language, field.question.name).label
    if field.slot.line:
        return f"{name} – {line_name(view, field.instance, language)}"
    party = view.party_name(field.slot.party) if field.slot.party else ""
    return " – ".join(p for p in (name, ", ".join(p for p in (party, year_of(view, field)) if p)) if p)


def line_name(view: View, instance: Instance, language: Language) -> str:
    """«Bil og utstyr, 2027»: a line by what it is called, which may be people's words; else «Kostnad 2»."""
    first, line = instance.page.questions[0], instance.line
    called = view.value(first.name, line=line) if isinstance(first.kind, questions.Text) else None
    if not called:
        return page_title(view, instance.page.name, None, line, language)
    year = next((q.name for q in instance.page.questions if _is_year(q)), "")
    chosen = view.value(year, line=line) if year and len(view.years()) > 1 else None
    short = called if len(called) <= LONGEST_NAME else called[: LONGEST_NAME - 1] + "…"
    return f"{short}, {chosen}" if chosen else short


def _is_year(question: questions.Question) -> bool:
    return isinstance(question.kind, questions.Choice) and question.kind.options == "cost_years"


def on_button(text: str) -> str:
    """A button reads markdown: of people's words it bears letters, figures and what cannot be a sign of it."""
    plain = "".join(sign if sign.isalnum() or sign in " ,–%…-" else " " for sign in text)
    return " ".join(plain.split()).replace(" ,", ",")


def short_label(view: View, field: Field, language: Language) -> str:
    """The same under a heading that names the party already."""
    return with_year(view.context.texts.question(language, field.question.name).label, year_of(view, field))


def with_year(name: str, year: str) -> str:
    return f"{name} {year}" if year else name


def year_of(view: View, field: Field) -> str:
    return str(field.slot.year) if field.slot.year and len(view.years()) > 1 else ""


def page_title(view: View, page: str, party: str | None, line: str | None, language: Language) -> str:
    """«Kontaktperson – Bygland», «Kostnad 2»."""
    title = view.context.texts.say(language, f"p-{page}")
    if party:
        return f"{title} – {view.party_name(party)}"
    if line:
        lines = view.lines(page)
        return f"{title} {lines.index(line) + 1 if line in lines else line}"
    return title


def option_label(view: View, field: Field, code: str, language: Language) -> str:
    """An option in the reader's words; a code that is no longer offered is shown as it is."""
    if field.question.name == "community" and code in view.context.communities:
        return community_name(view, code, language)
    proper = dict(view.options(field)).get(code)
    return proper or view.context.texts.optional(language, f"o-{field.question.name}-{code}") or code


def community_name(view: View, code: str, language: Language) -> str:
    community = view.context.communities.get(code)
    if community is None:
        return view.context.texts.say(language, f"o-community-{OTHER_COMMUNITY}")
    return community.name.in_language(language)


def shown(view: View, field: Field, language: Language) -> str:
    """The answer as text; "" when there is none that can be read."""
    answer = view.answer(field)
    if answer is None or not answer.is_valid:
        return ""
    text = value_text(view, field, answer.value, language)
    return _with_worth(view, field, text, language)


def _with_worth(view: View, field: Field, text: str, language: Language) -> str:
    """Årsverk and hours with what they are worth, and their worth with its rate: each is seen both ways."""
    say, name, slot = view.context.texts.say, field.question.name, field.slot
    nok = worth(view, slot)
    rate = rate_of(view, name, slot.party) if nok is not None else implied_rate(view, slot)
    if rate is None:
        return text
    values = {"text": text, "rate": catalogues.nok(language, rate)}
    if nok is None:
        return say(language, f"v-{name}", **values)
    return say(language, f"v-{name}", **values, amount=catalogues.nok(language, nok))


def value_text(view: View, field: Field, value: Any, language: Language) -> str:
    kind = field.question.kind
    match kind:
        case questions.Text() | questions.Email() | questions.Phone():
            return str(value)
        case questions.Choice():
            return option_label(view, field, str(value), language)
        case questions.Choices():
            return "; ".join(option_label(view, field, code, language) for code in value)
        case questions.Municipalities():
            places = view.context.municipalities
            return ", ".join(places[number].label for number in value if number in places)
        case questions.Names():
            return ", ".join(value)
        case questions.Nok():
            return catalogues.nok(language, value)
        case questions.FullTimeEquivalents():
            return catalogues.thousandths(language, value)
        case questions.Hours():
            return catalogues.half_hours(language, value)
        case questions.PeriodOfTime():
            first, last = value
            return f"{catalogues.day(language, first)} – {catalogues.day(language, last)}"
        case questions.Day():
            return catalogues.day(language, value)
        case _:
            assert_never(kind)


def brought_text(view: View, answer: BroughtAnswer, language: Language) -> str:
    """An answer that was read of a table, as it will be stored: its value, or what was written."""
    field = any_field(view.context.form, answer.slot)
    if field is None or answer.value is None:
        return answer.raw
    return value_text(view, field, answer.value, language)


def with_brought(view: View, answers: Iterable[BroughtAnswer]) -> View:
    """The draft as if they were taken in: what they name, and what they make asked, is known by them."""
    draft = view.application
    taken = {
        answer.slot: Answer(
            value=answer.value,
            raw=answer.raw,
            problem=answer.problem,
            by=draft.created_by,
            at=draft.changed_at,
        )
        for answer in answers
    }
    return View(draft.model_copy(update={"answers": {**draft.answers, **taken}}), view.context)


def typed_text(view: View, field: Field, language: Language) -> str:
    """The answer as its own author would type it again: what a card's input is filled with."""
    answer = view.answer(field)
    if answer is None:
        return ""
    if not answer.is_valid or answer.value is None:
        return answer.raw
    return value_as_typed(view, field, answer.value, language)


def value_as_typed(view: View, field: Field, value: Any, language: Language) -> str:
    """A value that stands nowhere yet, as its author would type it."""
    match field.question.kind:
        case questions.Choice():
            return str(value)
        case questions.Choices():
            return ",".join(value)
        case questions.Names():
            return "\n".join(value)
        case questions.Nok():
            return catalogues.number(language, value)
        case _:
            return value_text(view, field, value, language)


def problem_text(view: View, problem: str, language: Language) -> str:
    """The sentence beside a field, from the code that is stored with it."""
    code, *pairs = problem.split(" ")
    values = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
    return view.context.texts.say(language, f"e-{code}", **values)
