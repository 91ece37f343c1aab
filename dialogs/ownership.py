"""Whose a field is, and which values wait for the word of the party whose it is. Each is asked, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dialogs.application import Answer, Application
from dialogs.fields import Field
from dialogs.proposal import proposal_key
from dialogs.questions import Form, Nok, Question
from dialogs.slots import Slot, slot_name, to_slot
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


def owner_of(view: View, field: Field) -> str | None:
    """The party it is asked for; of a cost the party that pays it, once that is said."""
    owner = _owner(view.application, field.question, field.slot)
    is_party = owner is not None and any(party.id == owner for party in view.parties())
    return owner if is_party or not field.question.borne_by else None


def owner_of_slot(form: Form, application: Application, slot: str) -> str | None:
    where = to_slot(slot)
    question = form.questions().get(where.question) if where is not None else None
    return _owner(application, question, where) if question is not None and where is not None else None


def _owner(application: Application, question: Question, where: Slot) -> str | None:
    if not question.belongs_to_party:
        return None
    if not question.borne_by:
        return where.party
    bearer = application.value(slot_name(question.borne_by, line=where.line))
    return bearer if isinstance(bearer, str) else None


def speaks_for(application: Application, person_id: str, party: str) -> bool:
    """Also who has left: what they said for their party stands."""
    return any(one.party == party and one.is_person(person_id) for one in application.members)


def party_of(application: Application, person_id: str) -> str | None:
    """The latest one, also of who has left."""
    return next((one.party for one in reversed(application.members) if one.is_person(person_id)), None)


def is_only_proposed(
    application: Application,
    standing: Answer | None,
    owner: str,
    person_id: str,
    *,
    whole: Answer | None = None,
) -> bool:
    """Whether what this person writes in the party's field stands beside what is there, and not in its place.

    A proposal gives way to its own party's next one, and an empty field to anybody's. Those who belong to no party
    yet count as one. `whole` is the answer that stands for all of a line: its amount.
    """
    if standing is None or speaks_for(application, person_id, owner):
        return False
    if any(one is not None and speaks_for(application, one.by, owner) for one in (standing, whole)):
        return True
    is_own = party_of(application, standing.by) == party_of(application, person_id)
    return not is_own and (standing.value is not None or bool(standing.raw))


def waits_for_owner(application: Application, field: Field, standing: Answer, owner: str) -> bool:
    """Whether an answer in a party's field is another's word. Of a cost the amount waits, for all of the line."""
    if field.question.borne_by and not isinstance(field.question.kind, Nok):
        return False
    return standing.is_valid and not speaks_for(application, standing.by, owner)


def whole_line(form: Form, application: Application, slot: str) -> Answer | None:
    """The answer that stands for all of the line a slot is of: its amount. None for what is of no party's line."""
    where = to_slot(slot)
    page = form.page_of(where.question) if where is not None else None
    if where is None or page is None or where.line is None:
        return None
    amount = next((q for q in page.questions if q.borne_by and isinstance(q.kind, Nok)), None)
    found = application.answers.get(slot_name(amount.name, line=where.line)) if amount is not None else None
    return found if found is not None and found.is_valid else None


def is_line_of_another(view: View, page: str, line: str, person_id: str) -> str | None:
    """The party whose own word the line is, where it has somebody in and this person does not speak for it."""
    application = view.application
    for field in view.fields:
        if field.instance.page.name == page and field.slot.line == line and field.question.borne_by:
            owner = owner_of(view, field)
            standing = whole_line(view.context.form, application, field.id) or view.answer(field)
            if owner is None or standing is None or speaks_for(application, person_id, owner):
                continue
            if is_in(application, owner) and speaks_for(application, standing.by, owner):
                return owner
    return None


def open_proposals(view: View, owner: str | None = None) -> tuple[Open, ...]:
    """In the form's order, of one field the standing one first; with `owner` only those for that party."""
    return tuple(_open(view, owner))


def _open(view: View, wanted: str | None) -> Iterator[Open]:
    for field in view.fields:
        owner = owner_of(view, field)
        if owner is not None and wanted in (None, owner):
            yield from open_at(view, field, owner)


def open_at(view: View, field: Field, owner: str) -> Iterator[Open]:
    """What waits for its owner in one field."""
    application = view.application
    answer = view.answer(field)
    if answer is not None and waits_for_owner(application, field, answer, owner):
        by = party_of(application, answer.by)
        yield Open(field.id, owner, answer.value, answer.by, by, answer.at, stands=True)
    for one in application.proposals:
        is_there = one.party is None or any(party.id == one.party for party in view.parties())
        if one.slot == field.id and is_there and has_shape(field.question.kind, one.value):
            yield Open(one.slot, owner, one.value, one.by, one.party, one.at, stands=False)


def is_in(application: Application, party: str) -> bool:
    """Whether the party has somebody in who can say yes: then its open proposals stop sending."""
    return bool(application.contacts_of(party))
