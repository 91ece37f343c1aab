"""What a turn writes: person, application, audit, what sending adds, and the replies, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import records
from bot.activities import Where
from bot.asked import what_asking_writes
from bot.codes import hash_code
from bot.linking import Linked, put_link_code, what_linking_writes
from bot.loading import Loaded
from bot.replies import Replies
from bot.sent import what_sending_writes
from bot.telling import news_rows
from bot.wishes import what_wishing_writes
from dialogs.application import Application
from dialogs.context import Context
from dialogs.effects import FileIt, KeepText, LinkPersons, ShowCode, ShowLinkCode
from dialogs.moment import Step
from dialogs.person import Person
from dialogs.undoing import has_deeds, without_deeds
from storage.store import AuditLine, Committed, Conflict, Key, LineId, OutboxRow, Put, Store, Stored


@dataclass(frozen=True, slots=True)
class TurnWritten:
    became: Committed | Conflict
    person: Person
    """As they were written."""
    application: Application | None
    """As it was written, with the new end of its audit; None where there is none or it was not."""


async def write_turn(
    store: Store,
    loaded: Loaded,
    step: Step,
    person: Person,
    said: Replies,
    *,
    context: Context,
    where: Where,
    door: str,
    at: datetime,
    secret: bytes,
    sealed: Sequence[AuditLine] | None = None,
) -> TurnWritten:
    """All of it or nothing. A Conflict when a record changed since it was read, or a case number is taken.

    `sealed` are the audit's lines where the step has them already, and its application their end.
    """
    before, after = loaded.application, step.application
    linked = Linked(person, after)
    linking = next((effect for effect in step.effects if isinstance(effect, LinkPersons)), None)
    if linking is not None:
        found = await what_linking_writes(store, linking, person, after, context, door=door, at=at)
        if found is None:
            return TurnWritten(Conflict({}), person, None)
        linked, person, after = found, found.person, found.application
    expect: dict[Key, int] = {records.person_key(person.id): loaded.person_revision, **linked.expect}
    put: list[Put] = [records.put_person(person), *linked.put]
    delete: list[Key] = [*linked.delete]
    audit: list[AuditLine] = [*linked.audit]
    enqueue: list[OutboxRow] = [*said.rows, *linked.enqueue]
    if not loaded.has_identity:
        identity = records.identity_key(person.tenant_id, person.object_id)
        expect[identity] = 0
        put.append(Put(identity, {"person": person.id}))
    put_application: Application | None = None
    if after is not None and after is not before:
        same = before is not None and before.id == after.id
        expect[records.application_key(after.id)] = loaded.application_revision if same else 0
        if sealed is None:
            after, sealed = records.with_audit(
                before if same else None, after, person_id=person.id, door=door, at=at
            )
        audit += sealed
        put.append(records.put_application(after))
        put_application = after
        sent = next((effect for effect in step.effects if isinstance(effect, FileIt)), None)
        if sent is not None:
            written = what_sending_writes(
                after, sent.version, person, context, receipt_row=said.receipt_row, where=where
            )
            put += written.put
            expect |= written.expect
            enqueue += written.enqueue
    about = after.id if after is not None else step.erased
    if about is not None:
        enqueue += news_rows(step, about, at.timestamp())
    spread = await what_wishing_writes(store, step)
    put += spread.put
    expect |= spread.expect
    enqueue += spread.enqueue
    put += _codes(step, after, person, secret, at)
    put += [
        records.put_kept_text(one.text_hash, one.kept) for one in step.effects if isinstance(one, KeepText)
    ]
    asked = what_asking_writes(step, at, timedelta(days=context.unanswered_days))
    put += asked.put
    expect |= asked.expect
    enqueue += asked.enqueue
    erase: list[LineId] = []
    if step.erased is not None:
        key = records.application_key(step.erased)
        delete.append(key)
        expect[key] = loaded.application_revision
        # «Gone for good» is said of what stood in it, also in its audit: that it was there stays, as hashes.
        last = loaded.application.audit.seq if loaded.application is not None else 0
        asked_about = loaded.application.agreement.asked if loaded.application is not None else ()
        delete += [records.agreement_key(step.erased, text_hash) for text_hash in asked_about]
        erase = [LineId(step.erased, seq) for seq in range(1, last + 1)]
        for forgetful in await _others_who_forget(store, loaded.application, person, step.erased):
            expect[forgetful.key] = forgetful.revision
            put.append(records.put_person(without_deeds(records.to_person(forgetful), step.erased)))
    became = await store.commit(
        expect=expect, put=put, delete=delete, append_audit=audit, erase_values=erase, enqueue=enqueue
    )
    return TurnWritten(became, person, put_application)


async def _others_who_forget(
    store: Store, application: Application | None, person: Person, erased: str
) -> list[Stored]:
    """What they could have taken back of it is as gone as what stood there."""
    members = application.members if application is not None else ()
    others = {records.person_key(one.person_id) for one in members if not one.is_person(person.id)}
    found = await store.get(sorted(others))
    return [one for one in found.values() if has_deeds(records.to_person(one), erased)]


def _codes(
    step: Step, application: Application | None, person: Person, secret: bytes, at: datetime
) -> list[Put]:
    """Of each code that is given out, only the keyed hash is written."""
    made = {one.id: one for one in application.invitations} if application is not None else {}
    put = []
    for effect in step.effects:
        match effect:
            case ShowCode() if application is not None:
                hashed = hash_code(secret, effect.code)
                put.append(records.put_invitation(hashed, application.id, made[effect.invitation]))
            case ShowLinkCode():
                put.append(put_link_code(hash_code(secret, effect.code), person, at))
            case _:
                pass
    return put
