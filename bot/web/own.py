"""What one party has to do on the web page: its own pages of the form, and which of them are not done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dialogs.agreement.stating import may_state
from dialogs.members import Member
from dialogs.ownership import open_at, owner_of
from dialogs.view import Field, Instance, View

State = Literal["done", "missing", "wrong", "proposed"]


@dataclass(frozen=True, slots=True)
class OwnPage:
    instance: Instance
    fields: tuple[Field, ...]
    state: State


def own_pages(view: View, member: Member) -> tuple[OwnPage, ...]:
    """Pages of which every question is the party's own, and this member's to answer; costs stand in the chat."""
    found = []
    party = member.party
    for instance in view.instances():
        fields = view.fields_of(instance)
        if not member.is_contact and not may_state(instance.page.name, instance.party, party):
            continue
        if party is None or instance.line is not None or not fields:
            continue
        if all(owner_of(view, field) == party for field in fields):
            found.append(OwnPage(instance, fields, _state(view, fields)))
    return tuple(found)


def own_slots(view: View, member: Member) -> frozenset[str]:
    return frozenset(field.id for page in own_pages(view, member) for field in page.fields)


def is_of_form(page: OwnPage) -> bool:
    """Asked by the form itself, and not only of whoever confirms."""
    return not page.instance.page.on_demand


def _state(view: View, fields: tuple[Field, ...]) -> State:
    answers = [(field, view.answer(field)) for field in fields]
    if any(a is not None and not a.is_valid and not a.was_skipped for _, a in answers):
        return "wrong"
    if any(a is None or (a.was_skipped and field.question.required) for field, a in answers):
        return "missing"
    if any(one.stands for field in fields for one in open_at(view, field, owner_of(view, field) or "")):
        return "proposed"
    return "done"
