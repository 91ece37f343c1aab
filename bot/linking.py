"""Two accounts of one human become one person: what the other had is this one's, in one write."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot import records
from bot.activities import to_message
from bot.cards.elements import Pen
from bot.cards.say import say_card
from bot.delivery.news import chat_of
from dialogs.application import Application
from dialogs.context import Context, LinkState
from dialogs.effects import LinkPersons, Say
from dialogs.members import Invitation, Member
from dialogs.person import Linking, Person
from storage.store import AuditLine, Key, OutboxRow, Put, Store, Stored

PURPOSE = "identity"
VALID_SECONDS = 15 * 60
MOST = 500
"""Applications or questions of one person."""


@dataclass(frozen=True, slots=True)
class Linked:
    person: Person
    application: Application | None
    """The open one, where it is changed too."""
    put: list[Put] = field(default_factory=list)
    expect: dict[Key, int] = field(default_factory=dict)
    delete: list[Key] = field(default_factory=list)
    audit: list[AuditLine] = field(default_factory=list)
    enqueue: list[OutboxRow] = field(default_factory=list)


def put_link_code(hashed: str, person: Person, at: datetime) -> Put:
    expires_at = at.timestamp() + VALID_SECONDS
    body = {"schema_version": 1, "purpose": PURPOSE, "person": person.id, "expires_at": expires_at}
    return Put(Key("code", hashed), body, expires_at=expires_at)


async def other_of(store: Store, hashed: str, person: Person, now: float) -> Person | None:
    """The person who was given the code; None where it leads to nobody else, or no longer."""
    key = Key("code", hashed)
    code = (await store.get([key])).get(key)
    if code is None or code.body.get("purpose") != PURPOSE or float(code.body["expires_at"]) < now:
        return None
    other_key = records.person_key(str(code.body["person"]))
    stored = (await store.get([other_key])).get(other_key)
    other = records.to_person(stored) if stored is not None else None
    return other if other is not None and other.id != person.id and not other.linked_to else None


async def state_of(store: Store, pending: Linking, person: Person, now: float) -> LinkState:
    """Whether the two can become one now."""
    other = await other_of(store, pending.code, person, now)
    if other is None or other.id != pending.person:
        return "gone"
    for stored in await store.find("application", "member", other.id, limit=MOST):
        application = records.to_application(stored)
        own, theirs = application.member(person.id), application.member(other.id)
        if own is not None and theirs is not None and (own.party, own.role) != (theirs.party, theirs.role):
            return "two_parties"
    return "possible"


async def what_linking_writes(
    store: Store,
    effect: LinkPersons,
    person: Person,
    application: Application | None,
    context: Context,
    *,
    door: str,
    at: datetime,
) -> Linked | None:
    """`person` is the one that stays, `application` the open one as the step left it. None if the code is gone."""
    other_key, code = records.person_key(effect.person), Key("code", effect.code)
    first = await store.get([other_key, code])
    if len(first) < 2:
        return None
    stored = first[other_key]
    other = records.to_person(stored)
    open_application = person.open_application or other.open_application
    kept = person.model_copy(
        update={
            "linked": (*person.linked, other.id, *other.linked),
            "open_application": open_application,
            "welcomed": True,
        }
    )
    gone = Person(id=other.id, tenant_id=other.tenant_id, object_id=other.object_id, linked_to=person.id)
    linked = Linked(kept, application, put=[records.put_person(gone)], expect={other_key: stored.revision})
    linked.delete.append(code)
    linked.expect[code] = first[code].revision
    await _identities(store, other, person, linked)
    for found in await store.find("application", "member", other.id, limit=MOST):
        before = records.to_application(found)
        if application is not None and before.id == application.id:
            linked = replace(linked, application=_moved(application, other.id, person.id, at))
            continue
        after, audit = records.with_audit(
            before, _moved(before, other.id, person.id, at), person_id=person.id, door=door, at=at
        )
        linked.put.append(records.put_application(after))
        linked.expect[found.key] = found.revision
        linked.audit.extend(audit)
    for found in await store.find("inquiry", "asker", other.id, limit=MOST):
        inquiry = records.to_inquiry(found).model_copy(update={"asked_by": person.id})
        linked.put.append(records.put_inquiry(inquiry))
        linked.expect[found.key] = found.revision
    if other.conversation is not None:
        linked.enqueue.append(_tell(other, person, context, effect))
    return linked


async def _identities(store: Store, other: Person, person: Person, linked: Linked) -> None:
    """Every account of the other leads to this one: also those that it had taken over."""
    earlier = await store.get([records.person_key(one) for one in other.linked])
    accounts = [other, *(records.to_person(found) for found in earlier.values())]
    keys = [records.identity_key(one.tenant_id, one.object_id) for one in accounts]
    known: Mapping[Key, Stored] = await store.get(keys)
    for key, found in known.items():
        linked.put.append(Put(key, {**found.body, "person": person.id}))
        linked.expect[key] = found.revision


def _moved(application: Application, old: str, new: str, at: datetime) -> Application:
    """The same application with one person in the other's place; what was written stays told by who wrote it."""
    has_both = application.has_member(new)
    members = tuple(
        _member(member, new, at, is_double=has_both)
        if member.person_id == old and member.is_active
        else member
        for member in application.members
    )
    invitations = tuple(_invitation(one, old, new) for one in application.invitations)
    deletion = application.deletion
    if deletion is not None and deletion.by == old:
        deletion = deletion.model_copy(update={"by": new})
    return application.model_copy(
        update={"members": members, "invitations": invitations, "deletion": deletion}
    )


def _member(member: Member, new: str, at: datetime, *, is_double: bool) -> Member:
    if is_double:
        return member.model_copy(update={"standing": "left", "ended_at": at, "ended_by": new})
    return member.model_copy(update={"person_id": new, "formerly": (*member.formerly, member.person_id)})


def _invitation(invitation: Invitation, old: str, new: str) -> Invitation:
    changed: dict[str, object] = {}
    for name in ("by", "person_id", "replaces"):
        if getattr(invitation, name) == old:
            changed[name] = new
    claim = invitation.claim
    if claim is not None and claim.person_id == old:
        changed["claim"] = claim.model_copy(update={"person_id": new})
    return invitation.model_copy(update=changed)


def _tell(other: Person, person: Person, context: Context, effect: LinkPersons) -> OutboxRow:
    """In the other chat, in whose language it was spoken: that it happened, and with which account."""
    row_id, now = f"linked.{effect.code[:24]}", time.time()
    pen = Pen(context.texts, other.language, row_id)
    said = say_card(pen, None, Say("linked-there", {"name": person.name, "tenant": person.tenant_id}))
    body = {**chat_of(other), "do": "send", "activity": to_message(said), "repeat": pen.t("card-repeat")}
    return OutboxRow(row_id, "teams", str(body["conversation"]), body, now, now)
