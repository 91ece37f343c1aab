"""What is said and kept when a turn fails: one apology, and what the person had written, set aside."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Literal

import structlog

from bot import records
from bot.activities import Incoming, Tapped, Worded, Wrote, text_reply, to_message
from bot.adapter import InvokeReply
from bot.cards.elements import Pen
from bot.cards.say import say_card
from bot.deeds import plain, texts_in
from bot.incoming import Scrub, Scrubbed
from bot.interpret import Phrases, code_in
from bot.loading import Loading
from bot.logs import told
from bot.rows import place
from bot.spoken import spoken
from dialogs.application import SetAside
from dialogs.context import Context
from dialogs.effects import Say
from dialogs.person import Language
from dialogs.slots import to_slot
from storage.store import Committed, OutboxRow, Store

log = structlog.get_logger(__name__)

ATTEMPTS = 4
Sorry = Literal["busy", "fault", "set-aside-fault"]


class Apology:
    def __init__(
        self,
        store: Store,
        context: Context,
        loading: Loading,
        phrases: Phrases,
        send_now: Callable[[Sequence[OutboxRow]], Awaitable[None]],
    ) -> None:
        self._store = store
        self._context = context
        self._loading = loading
        self._phrases = phrases
        self._send_now = send_now

    async def for_fault(self, incoming: Incoming, turn_id: str, at: datetime) -> InvokeReply | None:
        """A bug: what was written is kept with the open application, and the person told by what id to ask."""
        kept, language = False, spoken(incoming)
        try:
            kept, language = await self._set_aside(incoming, at)
        except Exception as fault:  # the edge of the edge: the apology must still be said
            log.error("turn.not_set_aside", turn=turn_id, **told(fault))
        return await self._say(incoming, turn_id, "set-aside-fault" if kept else "fault", language)

    async def for_store(self, incoming: Incoming, turn_id: str) -> InvokeReply | None:
        """The store failed: said without it."""
        return await self._say(incoming, turn_id, "busy", spoken(incoming))

    async def _set_aside(self, incoming: Incoming, at: datetime) -> tuple[bool, Language]:
        language = spoken(incoming)
        for _ in range(ATTEMPTS):
            loaded = await self._loading.load(incoming, at)
            language = loaded.person.language
            scrub = Scrub(self._context.texts, language)
            await scrub.ahead(texts_in(incoming.deed, loaded.person, None))
            texts = _written(incoming, scrub)
            if any(code_in(text, self._phrases) is not None for _, text in texts):
                return False, language
            member = loaded.application.member(loaded.person.id) if loaded.application is not None else None
            if loaded.application is None or member is None or not member.is_contact or not texts:
                return False, language
            if not loaded.application.has_room_beside(*(text for _, text in texts)):
                return False, language
            aside = tuple(
                SetAside(text=text, slot=slot, reason="fault", by=loaded.person.id, at=at)
                for slot, text in texts
            )
            application = loaded.application.model_copy(
                update={"set_aside": (*loaded.application.set_aside, *aside)}
            )
            written = await self._store.commit(
                expect={records.application_key(application.id): loaded.application_revision},
                put=[records.put_application(application)],
            )
            if isinstance(written, Committed):
                return True, language
        return False, language

    async def _say(
        self, incoming: Incoming, turn_id: str, key: Sorry, language: Language
    ) -> InvokeReply | None:
        pen = Pen(self._context.texts, language, turn_id)
        values: dict[str, str | int] = {} if key == "busy" else {"id": turn_id}
        if incoming.is_invoke:
            return InvokeReply(200, text_reply(pen.t(f"m-{key}", **values)))
        body = {
            **place(incoming.where),
            "do": "send",
            "activity": to_message(say_card(pen, None, Say(key, values))),
        }
        now = time.time()
        conversation = incoming.where.conversation_id
        await self._send_now([OutboxRow(f"{turn_id}.sorry", "teams", conversation, body, now, now)])
        return None


def _written(incoming: Incoming, scrub: Scrub) -> list[tuple[str | None, str]]:
    """What a person had typed, in a message or in a card's fields, scrubbed as always."""
    match incoming.deed:
        case Wrote() as deed:
            raw: dict[str | None, str] = {None: plain(deed)}
        case Worded() as deed:
            raw = {None: deed.text}
        case Tapped() as deed:
            shown = deed.data.get("r")
            slots = [slot for slot in shown if to_slot(slot) is not None] if isinstance(shown, dict) else []
            raw = {slot: text for slot in slots if isinstance(text := deed.data.get(slot), str)}
        case _:
            return []
    kept = [(slot, scrub.text(text)) for slot, text in raw.items() if text.strip()]
    return [(slot, text.text) for slot, text in kept if isinstance(text, Scrubbed)]
