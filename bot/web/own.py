"""What one party has to do on the web page: its own pages of the form, and which of them are not done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dialogs.ownership import open_at, owner_of
from dialogs.view import Field, Instance, View

State = Literal["done", "missing", "wrong", "proposed"]


@dataclass(frozen=True, slots=True)
class OwnPage:
    instance: Instance
    fields: tuple[Field, ...]
    state: State


def own_pages(view: View, party: str | None) -> tuple[OwnPage, ...]:
    """Pages on which every question is the party's own to answer, in the form's order."""
    found = []
    for instance in view.instances():
        fields = view.fields_of(instance)
        if party is not None and fields and all(owner_of(field) == party for field in fields):
            found.append(OwnPage(instance, fields, _state(view, fields)))
    return tuple(found)


def own_slots(view: View, party: str | None) -> frozenset[str]:
    return frozenset(field.id for page in own_pages(view, party) for field in page.fields)


def _state(view: View, fields: tuple[Field, ...]) -> State:
    answers = [(field, view.answer(field)) for field in fields]
    if any(a is not None and not a.is_valid and not a.was_skipped for _, a in answers):
        return "wrong"
    if any(a is None or (a.was_skipped and field.question.required) for field, a in answers):
        return "missing"
    if any(one.stands for field in fields for one in open_at(view, field, owner_of(field) or "")):
        return "proposed"
    return "done"
