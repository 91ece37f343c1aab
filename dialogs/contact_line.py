"""«Kari Eksempel, rådgiver, kari@example.no, 00 00 00 00»: one typed line for all of a contact's fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs import questions
from dialogs.view import Field, View

_BETWEEN = re.compile(r"[,;\n\t]")


def over_contact(view: View, asked: Field, text: str) -> dict[str, str]:
    """Slot -> its part of the line, by what each part is; empty when the text is no such line.

    Only where an address shows that it is one, and when the question shown is the contact's first or name.
    """
    fields = view.fields_of(asked.instance)
    texts = [f for f in fields if isinstance(f.question.kind, questions.Text)]
    persons = [f for f in texts if f.question.names_person]
    starts = {f.id for f in (*fields[:1], *persons[:1])}
    email, phone = _first(fields, questions.Email), _first(fields, questions.Phone)
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    if email is None or asked.id not in starts or len(parts) < 2:
        return {}
    raw: dict[str, str] = {}
    rest = []
    for part in parts:
        if "@" in part and email.id not in raw:
            raw[email.id] = part
        elif phone is not None and phone.id not in raw and _is_mostly_digits(part):
            raw[phone.id] = part
        else:
            rest.append(part)
    named = texts if len(rest) == len(texts) else persons
    if email.id not in raw or len(rest) > len(named):
        return {}
    return {**dict(zip((f.id for f in named), rest, strict=False)), **raw}


def _first(fields: Sequence[Field], kind: type[questions.Email] | type[questions.Phone]) -> Field | None:
    return next((f for f in fields if isinstance(f.question.kind, kind)), None)


def _is_mostly_digits(part: str) -> bool:
    return sum(sign.isdigit() for sign in part) * 2 > len(part)
