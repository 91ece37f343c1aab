"""Whose a field is, and which values wait for the word of the party whose it is. Each is asked, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dialogs.application import Answer, Application
from dialogs.fields import Field
from dialogs.proposal import proposal_key
from dialogs.questions import Form
from dialogs.slots import to_slot
from dialogs.standing import has_shape
from dialogs.view import View


@dataclass(frozen=True, slots=True)
class Open:
    """A value for a party's own field that somebody else has given, and the party has not said yes to."""

    slot: str
    owner: str
    """The party whose field it is."""
    value: Any
    by: str
    party: str | None
    """Whose proposal it is; None where whoever gave it belongs to no party yet."""
    at: datetime
    stands: bool
    """It counts as the answer as long as the party has none of its own."""

    @property
    def key(self) -> str:
        return proposal_key(self.slot, self.value, self.party, self.at)


def owner_of(field: Field) -> str | None:
    return field.slot.party if field.question.belongs_to_party else None


def owner_of_slot(form: Form, slot: str) -> str | None:
    where = to_slot(slot)
    question = form.questions().get(where.question) if where is not None else None
    return where.party if where is not None and question is not None and question.belongs_to_party else None


def speaks_for(application: Application, person_id: str, party: str) -> bool:
    """Also who has left: what they said for their party stands."""
    return any(one.party == party and one.is_person(person_id) for one in application.members)


def party_of(application: Application, person_id: str) -> str | None:
    """The latest one, also of who has left."""
    return next((one.party for one in reversed(application.members) if one.is_person(person_id)), None)


def is_only_proposed(application: Application, standing: Answer | None, owner: str, person_id: str) -> bool:
    """Whether what this person writes in the party's field stands beside what is there, and not in its place.

    A proposal gives way to its own party's next one, and an empty field to anybody's. Those who belong to no party
    yet count as one.
    """
    if standing is None or speaks_for(application, person_id, owner):
        return False
    if speaks_for(application, standing.by, owner):
        return True
    is_own = party_of(application, standing.by) == party_of(application, person_id)
    return not is_own and (standing.value is not None or bool(standing.raw))


def waits_for_owner(application: Application, standing: Answer, owner: str) -> bool:
    """Whether an answer in a party's field is another's word."""
    return standing.is_valid and not speaks_for(application, standing.by, owner)


def open_proposals(view: View, owner: str | None = None) -> tuple[Open, ...]:
    """In the form's order, of one field the standing one first; with `owner` only those for that party."""
    return tuple(_open(view, owner))


def _open(view: View, wanted: str | None) -> Iterator[Open]:
    for field in view.fields:
        owner = owner_of(field)
        if owner is not None and wanted in (None, owner):
            yield from open_at(view, field, owner)


def open_at(view: View, field: Field, owner: str) -> Iterator[Open]:
    """What waits for its owner in one field."""
    application = view.application
    answer = view.answer(field)
    if answer is not None and waits_for_owner(application, answer, owner):
        by = party_of(application, answer.by)
        yield Open(field.id, owner, answer.value, answer.by, by, answer.at, stands=True)
    for one in application.proposals:
        is_there = one.party is None or any(party.id == one.party for party in view.parties())
        if one.slot == field.id and is_there and has_shape(field.question.kind, one.value):
            yield Open(one.slot, owner, one.value, one.by, one.party, one.at, stands=False)


def is_in(application: Application, party: str) -> bool:
    """Whether the party has somebody in who can say yes: then its open proposals stop sending."""
    return bool(application.contacts_of(party))
