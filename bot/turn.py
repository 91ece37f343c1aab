"""One turn: load, advance, commit, reply. Nothing is said before it is durable."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import structlog

from bot import records
from bot.activities import Incoming, Wrote, text_reply, to_message
from bot.adapter import InvokeReply
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.say import say_card
from bot.deeds import application_named, to_event
from bot.held_digits import HeldDigits
from bot.incoming import Scrub, Scrubbed
from bot.interpret import Phrases
from bot.locks import Locks
from bot.replies import FormOffer, Replies, replies
from bot.sent import Sent, what_sending_writes
from dialogs.application import Application, SetAside
from dialogs.context import Context, Listed
from dialogs.conversation import advance
from dialogs.effects import FileIt, Say
from dialogs.events import AnyEvent, Command, Commanded, Typed
from dialogs.moment import Step
from dialogs.person import ConversationReference, Person
from dialogs.progress import missing_count
from dialogs.view import View
from storage.store import AuditLine, Committed, Conflict, Key, OutboxRow, Put, Store, Stored, StoreUnavailable

log = structlog.get_logger(__name__)

ATTEMPTS = 8
NOTHING = InvokeReply(
    200, {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": ""}
)


class TooManyConflicts(Exception):
    """The records changed under a turn again and again: a bug, since each round reads them anew."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records of a turn as they were read. Revision 0 means that the record is new."""

    person: Person
    person_revision: int
    application: Application | None
    application_revision: int
    refused: bool = False
    """A card or a command named an application that this person may not open, or that is not there."""


class Turns:
    """Takes deeds one at a time per conversation; correctness rests on the revisions, not on the lock."""

    def __init__(
        self,
        *,
        store: Store,
        context: Context,
        phrases: Phrases,
        connected: Callable[[], frozenset[str]],
        send_now: Callable[[Sequence[OutboxRow]], Awaitable[None]],
        wake: Callable[[], None],
        flush: Callable[[], Awaitable[None]],
        door: str = "teams",
        form: FormOffer,
        raise_faults: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._clock = clock
        self._store = store
        self._context = context
        self._phrases = phrases
        self._connected = connected
        self._send_now = send_now
        self._wake = wake
        self._flush = flush
        self._door = door
        self._raise_faults = raise_faults
        self._form = form
        self._locks = Locks()
        self._held = HeldDigits()

    async def take(self, incoming: Incoming) -> InvokeReply | None:
        """Always ends well for Teams: an error is said once, logged by id, and answered with 200."""
        turn_id = "t" + secrets.token_hex(10)
        began = time.perf_counter()
        async with self._locks.hold(incoming.where.conversation_id):
            try:
                reply = await self._take(incoming, turn_id, self._clock())
            except StoreUnavailable:
                log.error("turn.store_unavailable", turn=turn_id)
                reply = await self._apologise(incoming, turn_id, "busy")
            except Exception as fault:  # the named edge for bugs: rolled back, said once, logged by id
                if self._raise_faults:
                    raise
                log.error("turn.fault", turn=turn_id, fault=type(fault).__name__)
                await self._set_aside(incoming, turn_id)
                reply = await self._apologise(incoming, turn_id, "set-aside-fault")
        log.info("turn", turn=turn_id, seconds=round(time.perf_counter() - began, 4))
        return reply

    async def _take(self, incoming: Incoming, turn_id: str, at: datetime) -> InvokeReply | None:
        for _ in range(ATTEMPTS):
            loaded = await self._load(incoming, at)
            context = replace(self._context, connected=self._connected())
            view = View(loaded.application, context) if loaded.application is not None else None
            event = to_event(
                incoming,
                loaded.person,
                view,
                scrub=Scrub(context.texts, loaded.person.language),
                phrases=self._phrases,
                held=self._held,
                at=at,
            )
            if event is None:
                return NOTHING if incoming.is_invoke else None
            loaded, context, event = await self._named(loaded, context, event)
            if isinstance(event, Typed) and await self._was_answered_already(loaded.person, event):
                self._wake()
                return None
            if loaded.refused:
                step = Step(None, loaded.person, (Say("refused-person"),))
                loaded = replace(loaded, application=None)
            else:
                step = advance(loaded.application, loaded.person, event, context)
            said = replies(
                step,
                loaded.person,
                incoming,
                context,
                form=self._form,
                turn_id=turn_id,
                now=at.timestamp(),
            )
            person = self._remember(said, incoming, event)
            if await self._commit(loaded, step, person, said, incoming, at):
                await self._send_now(said.rows)
                self._wake()
                return InvokeReply(200, said.invoke) if incoming.is_invoke else None
        raise TooManyConflicts

    async def _load(self, incoming: Incoming, at: datetime) -> Loaded:
        who, where = incoming.who, incoming.where
        identity = await self._one(records.identity_key(who.tenant_id, who.object_id))
        person_id = str(identity.body["person"]) if identity else "p" + secrets.token_hex(12)
        stored = await self._one(records.person_key(person_id)) if identity else None
        if stored is not None:
            person = records.to_person(stored)
        else:
            person = Person(id=person_id, tenant_id=who.tenant_id, object_id=who.object_id)
        name = Scrub(self._context.texts, person.language).name(who.name) or person.name
        conversation = person.conversation
        if where.scope == "personal":
            conversation = ConversationReference(
                service_url=where.service_url,
                conversation_id=where.conversation_id,
                bot_id=where.bot_id,
                user_id=who.user_id,
            )
        person = person.model_copy(update={"name": name, "conversation": conversation, "seen_at": at})
        named = application_named(incoming.deed)
        wanted = named or person.open_application
        found = await self._one(records.application_key(wanted)) if wanted else None
        application = records.to_application(found) if found is not None else None
        refused = False
        if application is None or not application.has_member(person.id):
            refused = bool(named)
            application = None
        elif application.id != person.open_application and application.is_draft:
            person = person.model_copy(update={"open_application": application.id})
        return Loaded(
            person,
            stored.revision if stored is not None else 0,
            application,
            found.revision if found is not None and application is not None else 0,
            refused,
        )

    async def _one(self, key: Key) -> Stored | None:
        return (await self._store.get([key])).get(key)

    async def _named(
        self, loaded: Loaded, context: Context, event: AnyEvent
    ) -> tuple[Loaded, Context, AnyEvent]:
        """Commands that name or list applications need them loaded: the person's own, and no other."""
        if not isinstance(event, Commanded) or event.command not in (Command.APPLICATIONS, Command.OPEN):
            return loaded, context, event
        found = await self._store.find("application", "member", loaded.person.id, limit=200)
        mine = sorted(
            (records.to_application(stored) for stored in found), key=lambda a: a.changed_at, reverse=True
        )
        listed = tuple(_listed(application, context) for application in mine)
        context = replace(context, mine=listed)
        if event.command is Command.APPLICATIONS:
            return loaded, context, event
        wanted = event.argument
        if wanted.isdigit() and 1 <= int(wanted) <= len(mine):
            wanted = mine[int(wanted) - 1].id
        revisions = {stored.key.id: stored.revision for stored in found}
        application = next((a for a in mine if a.id == wanted), None)
        if application is None:
            return replace(loaded, refused=True), context, event
        loaded = replace(
            loaded,
            application=application,
            application_revision=revisions[application.id],
            refused=False,
        )
        return loaded, context, replace(event, argument=wanted)

    async def _was_answered_already(self, person: Person, event: Typed) -> bool:
        """The same text again while nothing of its answer has been delivered: Teams repeats, not the person."""
        if not person.last_rows or person.last_text != _text_hash(person, event.text):
            return False
        await self._flush()
        rows = await self._store.outbox(ids=person.last_rows)
        return bool(rows) and all(row.state in ("waiting", "uncertain") for row in rows)

    def _remember(self, said: Replies, incoming: Incoming, event: AnyEvent) -> Person:
        person = said.person
        if not isinstance(event, Typed):
            return person
        rows = tuple(row.id for row in said.rows if row.body["do"] == "send")
        return person.model_copy(update={"last_text": _text_hash(person, event.text), "last_rows": rows})

    async def _commit(
        self, loaded: Loaded, step: Step, person: Person, said: Replies, incoming: Incoming, at: datetime
    ) -> bool:
        expect: dict[Key, int] = {records.person_key(person.id): loaded.person_revision}
        put: list[Put] = [records.put_person(person)]
        delete: list[Key] = []
        audit: list[AuditLine] = []
        enqueue = list(said.rows)
        if loaded.person_revision == 0:
            identity = records.identity_key(person.tenant_id, person.object_id)
            expect[identity] = 0
            put.append(Put(identity, {"person": person.id}))
        after = step.application
        before = loaded.application
        if after is not None and after is not before:
            same = before is not None and before.id == after.id
            expect[records.application_key(after.id)] = loaded.application_revision if same else 0
            after, audit = records.with_audit(
                before if same else None, after, person_id=person.id, door=self._door, at=at
            )
            put.append(records.put_application(after))
            sent = next((e for e in step.effects if isinstance(e, FileIt)), None)
            if sent is not None:
                written: Sent = what_sending_writes(
                    after,
                    sent.version,
                    person,
                    self._context,
                    receipt_row=said.receipt_row,
                    where=incoming.where,
                )
                put += written.put
                expect |= written.expect
                enqueue += written.enqueue
        if step.erased is not None:
            key = records.application_key(step.erased)
            delete.append(key)
            expect[key] = loaded.application_revision
        result = await self._store.commit(
            expect=expect, put=put, delete=delete, append_audit=audit, enqueue=enqueue
        )
        match result:
            case Committed():
                return True
            case Conflict():
                return False

    async def _set_aside(self, incoming: Incoming, turn_id: str) -> None:
        """After a bug: the typed text is kept with the open application, so that nothing typed is lost."""
        if not isinstance(incoming.deed, Wrote):
            return
        try:
            at = self._clock()
            loaded = await self._load(incoming, at)
            scrubbed = Scrub(self._context.texts, loaded.person.language).text(incoming.deed.text)
            if loaded.application is None or not isinstance(scrubbed, Scrubbed):
                return
            kept = SetAside(text=scrubbed.text, slot=None, reason="fault", by=loaded.person.id, at=at)
            application = loaded.application.model_copy(
                update={"set_aside": (*loaded.application.set_aside, kept)[-50:]}
            )
            await self._store.commit(
                expect={records.application_key(application.id): loaded.application_revision},
                put=[records.put_application(application)],
            )
        except Exception as fault:  # the edge of the edge: the apology must still be said
            log.error("turn.not_set_aside", turn=turn_id, fault=type(fault).__name__)

    async def _apologise(self, incoming: Incoming, turn_id: str, key: str) -> InvokeReply | None:
        """Said without the store, which may be what failed."""
        pen = Pen(self._context.texts, "nb", turn_id)
        values: dict[str, str | int] = {"id": turn_id} if key == "set-aside-fault" else {}
        card = say_card(pen, None, Say(key, values))
        if incoming.is_invoke:
            return InvokeReply(200, text_reply(pen.t(f"m-{key}", **values)))
        where = incoming.where
        body: Json = {
            "do": "send",
            "service_url": where.service_url,
            "conversation": where.conversation_id,
            "tenant": where.tenant_id,
            "activity": to_message(card),
        }
        now = time.time()
        await self._send_now([OutboxRow(f"{turn_id}.sorry", "teams", where.conversation_id, body, now, now)])
        return None


def _listed(application: Application, context: Context) -> Listed:
    return Listed(
        id=application.id,
        title=str(application.value("title") or ""),
        status=application.status,
        case_number=application.case_number,
        changed_at=application.changed_at,
        missing=missing_count(View(application, context)),
    )


def _text_hash(person: Person, text: str) -> str:
    return hashlib.sha256(f"{person.id}\0{text}".encode()).hexdigest()[:24]
