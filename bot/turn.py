"""One turn: load, advance, commit, reply. Nothing is said before it is durable."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import structlog

from bot.activities import Attached, Incoming, Opened, Wrote
from bot.adapter import InvokeReply
from bot.answering import Answering
from bot.apology import Apology
from bot.codes import new_code
from bot.deeds import plain, texts_in, to_event
from bot.delivery.state import NOTHING_YET, delivery_state
from bot.held_digits import HeldDigits
from bot.history import with_history
from bot.incoming import Scrub, Scrubbed
from bot.interpret import Phrases, code_in
from bot.latest import Latest
from bot.loading import Loaded, Loading
from bot.locks import Locks
from bot.logs import told
from bot.looking_up import LookingUp
from bot.proving import Proving
from bot.redeeming import IsGuest, Redeeming
from bot.replies import FileOffers, Replies, Speaks, replies
from bot.sealing import seal
from bot.sent_files import OpenFile
from bot.signing import Signer
from bot.writing import write_turn
from dialogs.agreement.records import Door
from dialogs.context import Context
from dialogs.conversation import advance
from dialogs.effects import FileIt, Say, SendInquiry, ShowReceipt, Tell
from dialogs.events import AnyEvent, Replied
from dialogs.moment import Step
from dialogs.person import ElevenDigits, Person
from dialogs.view import View
from knowledge.library import EMPTY
from storage.store import Committed, OutboxRow, Store, StoreUnavailable

LOCAL_ISSUER = "local"
"""Nobody vouches for who somebody is in local mode."""
log = structlog.get_logger(__name__)

ATTEMPTS = 8
NOTHING = InvokeReply(
    200, {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": ""}
)


class TooManyConflicts(Exception):
    """The records changed under a turn again and again: a bug, since each round reads them anew."""


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
        door: Door = "teams",
        speaks: Speaks = replies,
        issuer: str = LOCAL_ISSUER,
        hears_client: bool = True,
        offers: FileOffers,
        open_file: OpenFile,
        secret: bytes,
        signer: Signer,
        is_guest: IsGuest,
        answering: Answering,
        raise_faults: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        latest: Latest | None = None,
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
        self._speaks = speaks
        self._raise_faults = raise_faults
        self._offers = offers
        self._open_file = open_file
        self._looking_up = LookingUp(answering, phrases)
        self._latest = latest or Latest()
        self._loading = Loading(store, context, self._latest, hears_client=hears_client)
        self._redeeming = Redeeming(store, secret, is_guest)
        self._proving = Proving(door, issuer, is_guest)
        self._secret = secret
        self._signer = signer
        self._apology = Apology(store, context, self._loading, phrases, send_now)
        self._locks = Locks()
        self._held = HeldDigits()

    async def take(self, incoming: Incoming) -> InvokeReply | None:
        """Always ends well for Teams: an error is said once, logged by id, and answered with 200."""
        turn_id = "t" + secrets.token_hex(10)
        began = time.perf_counter()
        # When it came, not when it was its turn: a deadline may hang on it.
        at = self._clock()
        async with self._locks.hold(incoming.where.conversation_id):
            try:
                reply = await self._take(incoming, turn_id, at)
            except StoreUnavailable:
                log.error("turn.store_unavailable", turn=turn_id)
                reply = await self._apology.for_store(incoming, turn_id)
            except Exception as fault:  # the named edge for bugs: rolled back, said once, logged by id
                if self._raise_faults:
                    raise
                log.error("turn.fault", turn=turn_id, **told(fault))
                reply = await self._apology.for_fault(incoming, turn_id, at)
        log.info("turn", turn=turn_id, seconds=round(time.perf_counter() - began, 4))
        return reply

    async def _take(self, incoming: Incoming, turn_id: str, at: datetime) -> InvokeReply | None:
        salt, taken = "", frozenset[str]()
        scrub: Scrub | None = None
        for _ in range(ATTEMPTS):
            loaded = await self._loading.load(incoming, at)
            if scrub is None or scrub.language != loaded.person.language:
                scrub = Scrub(self._context.texts, loaded.person.language)
            if isinstance(incoming.deed, Attached):
                incoming = replace(incoming, deed=await self._opened(incoming.deed, loaded))
            await scrub.ahead(texts_in(incoming.deed, loaded.person, loaded.application))
            typed = self._typed(incoming, loaded.person, scrub)
            if await self._was_answered_already(loaded.person, typed):
                self._wake()
                return None
            context = self._context_now(taken)
            view = loaded.view_in(context)
            library = EMPTY
            event = None if loaded.refused else self._event(incoming, loaded.person, view, scrub, at)
            if event is not None:
                event = replace(
                    event,
                    key=event.key + salt,
                    code=new_code(),
                    proof=await self._proving(event, loaded.person, incoming),
                )
                event, library = await self._looking_up.look(event, loaded.person, view)
                loaded, context, event = await self._loading.named(loaded, context, event)
                loaded, context, event = await self._redeeming.redeem(loaded, context, event, incoming)
                if context.redeemed is not None:
                    view = None
            if loaded.refused:
                step = Step(None, loaded.person, (Say("refused-person"),))
            elif event is None:
                return NOTHING if incoming.is_invoke else None
            else:
                step = advance(loaded.application, loaded.person, event, context, view)
            sealed = seal(
                step,
                loaded.application,
                self._signer,
                context,
                person_id=loaded.person.id,
                door=self._door,
                at=at,
            )
            step = sealed.step if sealed is not None else await with_history(self._store, step)
            said = self._speaks(
                step,
                loaded.person,
                incoming,
                context,
                offers=self._offers,
                turn_id=turn_id,
                delivery=await self._delivery(step),
                library=library,
            )
            turn_written = await write_turn(
                self._store,
                loaded,
                step,
                _remembering(said, typed),
                said,
                context=context,
                where=incoming.where,
                door=self._door,
                at=at,
                secret=self._secret,
                sealed=sealed.lines if sealed is not None else None,
            )
            written = turn_written.became
            if isinstance(written, Committed):
                self._latest.keep(step, turn_written.person, turn_written.application, written, self._context)
                own = [row for row in said.rows if row.target == "teams"]
                await self._send_now(own)
                if len(own) < len(said.rows) or any(
                    isinstance(e, FileIt | SendInquiry | Tell) for e in step.effects
                ):
                    self._wake()
                return InvokeReply(200, said.invoke) if incoming.is_invoke else None
            if isinstance(event, Replied) and event.text and isinstance(loaded.person.pending, ElevenDigits):
                self._held.hold(loaded.person.id, event.text)  # for the next attempt
            taken |= {key.id for key in written.found if key.kind == "inquiry"}
            if any(key.kind in ("case", "inquiry") for key in written.found):
                salt += "~"  # somebody has just this number: another is drawn
        raise TooManyConflicts

    def _context_now(self, taken_references: frozenset[str]) -> Context:
        """The same one for as long as nothing in it changes."""
        connected = self._connected()
        if connected != self._context.connected:
            self._context = replace(self._context, connected=connected)
        now = self._context
        return replace(now, taken_references=taken_references) if taken_references else now

    async def _opened(self, attached: Attached, loaded: Loaded) -> Opened | Wrote:
        """Where there is nothing that the file could be taken into, it is left where it lies, and the text is heard."""
        application, person = loaded.application, loaded.person
        member = application.member(person.id) if application is not None and application.is_draft else None
        if member is None or not member.is_contact:
            return Wrote(attached.text) if attached.text.strip() else Opened()
        return await self._open_file(attached)

    def _event(
        self, incoming: Incoming, person: Person, view: View | None, scrub: Scrub, at: datetime
    ) -> AnyEvent | None:
        return to_event(
            incoming,
            person,
            view,
            scrub=scrub,
            phrases=self._phrases,
            held=self._held,
            at=at,
        )

    def _typed(self, incoming: Incoming, person: Person, scrub: Scrub) -> str:
        """A hash of what was typed, scrubbed before it is hashed; "" for everything else, and for a code."""
        deed = incoming.deed
        if not isinstance(deed, Wrote) or code_in(plain(deed).strip(), self._phrases) is not None:
            return ""
        scrubbed = scrub.text(plain(deed))
        kept = scrubbed.text if isinstance(scrubbed, Scrubbed) else str(scrubbed.length)
        return hashlib.sha256(f"{person.id}\0{kept}".encode()).hexdigest()[:24]

    async def _delivery(self, step: Step) -> Mapping[str, str]:
        """What has become of a version that was sent before, for a receipt that is shown again."""
        shown = next((effect for effect in step.effects if isinstance(effect, ShowReceipt)), None)
        is_new = any(isinstance(effect, FileIt) for effect in step.effects)
        if shown is None or is_new or step.application is None:
            return NOTHING_YET
        return await delivery_state(self._store, step.application.id, shown.version)

    async def _was_answered_already(self, person: Person, typed: str) -> bool:
        """The same text again while nothing of its answer has been delivered: Teams repeats, not the person."""
        if not typed or not person.last_rows or person.last_text != typed:
            return False
        await self._flush()
        rows = await self._store.outbox(ids=person.last_rows)
        return bool(rows) and all(row.state in ("waiting", "uncertain") for row in rows)


def _remembering(said: Replies, typed: str) -> Person:
    """The person as the turn leaves them, knowing which rows answered what they typed."""
    if not typed:
        return said.person
    rows = tuple(row.id for row in said.rows if row.body.get("do") == "send")
    return said.person.model_copy(update={"last_text": typed, "last_rows": rows})
