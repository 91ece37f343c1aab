"""«Kari Eksempel, rådgiver, kari@example.no, 00 00 00 00»: one typed line for all that a page asks about a person."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dialogs import periods, questions
from dialogs.month_names import MONTHS
from dialogs.reading_choices import option_phrases
from dialogs.view import Field, View

_BETWEEN = re.compile(r"[,;\n\t]|(?<=[a-zæøå]{5})\.\s+(?=[A-ZÆØÅ])")
_ADDRESS = re.compile(r"(?<=\w)\s+(\S+@\S+)")
_DAY_OF_MONTH = re.compile(rf"[0-3]?\d\. ?(?:[01]?\d\.?|(?:{'|'.join(MONTHS)})\.?)", re.IGNORECASE)
_SAYS_CONTACT = re.compile(r"kontakt(?:person(?:en)?)?:?\s+|contact(?: person)?:?\s+", re.IGNORECASE)
_CONFIRMS = re.compile(r"(?:^|\s+)(?:bekrefter|bekreftar|stadfester|stadfestar|confirms)\b", re.IGNORECASE)
_ROLE_AND_NAME = re.compile(
    r"(?P<role>[a-zæøå][a-zæøå -]*?)\s+(?P<name>[A-ZÆØÅ][\w.-]*(?:\s+[A-ZÆØÅ][\w.-]*)+)"
)
_Marks = type[questions.Email] | type[questions.Phone] | type[questions.Day]


def over_contact(view: View, asked: Field, text: str, today: date) -> dict[str, str]:
    """Slot -> its part of the line, by what each part is; empty when the text is no such line.

    Only where an address or a date shows that it is one. When the question shown is neither the page's first nor the
    name, only a line with all of it is: what was half filled in is filled in anew.
    """
    fields = view.fields_of(asked.instance)
    texts = [f for f in fields if isinstance(f.question.kind, questions.Text) and f.question.required]
    persons = [f for f in texts if f.question.names_person]
    parts = [part.strip() for part in _BETWEEN.split(_ADDRESS.sub(r", \1", text)) if part.strip()]
    parts = [one for part in parts for one in _confirming(part)]
    if len(parts) < 2 or not persons:
        return {}
    raw, rest = _marked(fields, parts, today)
    raw, rest = _with_options(view, fields, raw, rest)
    placed = _placed(texts, persons, rest)
    starts = {fields[0].id, persons[0].id}
    is_whole = len(rest) >= len(persons)
    if not placed or not _is_line(fields, raw) or not (asked.id in starts or is_whole):
        return {}
    return {**placed, **raw}


def _confirming(part: str) -> list[str]:
    """«kommunedirektør Anne Prøve bekrefter i kraft av stillingen»: the name, the role, and by what."""
    said, *by_what = _CONFIRMS.split(part, maxsplit=1)
    named = _ROLE_AND_NAME.fullmatch(said.strip()) if by_what else None
    who = [named["name"], named["role"]] if named is not None else [said.strip()]
    return [one for one in (*who, *(one.strip() for one in by_what)) if one]


def _with_options(
    view: View, fields: Sequence[Field], raw: dict[str, str], rest: Sequence[str]
) -> tuple[dict[str, str], list[str]]:
    """What stands beside a name and a date may be an option of the page: «i kraft av stillingen»."""
    choices = [f for f in fields[1:] if isinstance(f.question.kind, questions.Choice)]
    found, left = dict(raw), []
    for part in rest:
        said = part.casefold()
        named = [
            (field.id, code)
            for field in choices
            for code, phrases in option_phrases(view, field).items()
            if any(len(p) > 4 and re.search(rf"\b{re.escape(p)}\b", said) for p in phrases)
        ]
        if len(named) == 1 and named[0][0] not in found:
            found[named[0][0]] = named[0][1]
        else:
            left.append(part)
    return found, left


def next_of_kind(view: View, asked: Field) -> Field | None:
    """The next party's first field, where nothing is answered, when all that is left here may be skipped."""
    here = view.fields_of(asked.instance)
    left = [f for f in here if (answer := view.answer(f)) is None or not answer.is_valid]
    if asked.instance.party is None or asked not in left or any(f.question.required for f in left):
        return None
    pages = [one for one in view.instances() if one.page is asked.instance.page]
    for one in pages[pages.index(asked.instance) + 1 :]:
        fields = view.fields_of(one)
        if all(view.answer(field) is None for field in fields):
            return fields[0]
    return None


def _marked(fields: Sequence[Field], parts: Sequence[str], today: date) -> tuple[dict[str, str], list[str]]:
    """What shows by itself which field it is for, and the rest in order."""
    email, phone, day = (_first(fields, kind) for kind in (questions.Email, questions.Phone, questions.Day))
    raw: dict[str, str] = {}
    rest: list[str] = []
    for part in parts:
        if email is not None and email.id not in raw and "@" in part:
            raw[email.id] = part
        elif day is not None and day.id not in raw and _is_day(part, today):
            raw[day.id] = part
        elif phone is not None and phone.id not in raw and _is_mostly_digits(part):
            raw[phone.id] = part
        else:
            rest.append(_SAYS_CONTACT.sub("", part, count=1) if _SAYS_CONTACT.match(part) else part)
    return raw, rest


def _is_line(fields: Sequence[Field], raw: dict[str, str]) -> bool:
    marks = (_first(fields, questions.Email), _first(fields, questions.Day))
    return any(mark is not None and mark.id in raw for mark in marks)


def _placed(texts: Sequence[Field], persons: Sequence[Field], rest: Sequence[str]) -> dict[str, str]:
    """Names in the page's order. More parts than questions: a department and its place, before the person."""
    if len(rest) > len(texts) > len(persons):
        last = len(rest) - len(persons)
        rest = [", ".join(rest[:last]), *rest[last:]]
    if len(rest) > len(texts) or not rest:
        return {}
    named = texts if len(rest) == len(texts) else persons
    return dict(zip((f.id for f in named), rest, strict=False))


def _first(fields: Sequence[Field], kind: _Marks) -> Field | None:
    return next((f for f in fields if isinstance(f.question.kind, kind)), None)


def _is_day(part: str, today: date) -> bool:
    """Also one that lacks its year, which is then asked for."""
    return isinstance(periods.read_date(part, today=today), date) or bool(_DAY_OF_MONTH.fullmatch(part))


def _is_mostly_digits(part: str) -> bool:
    return sum(sign.isdigit() for sign in part) * 2 > len(part)
