"""What a case officer does with a question in the secretariat's channel: takes it, answers it, or closes it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from bot import records
from bot.activities import Incoming, Tapped, card_reply, text_reply, to_message
from bot.adapter import InvokeReply
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.inquiry import inquiry_card
from bot.delivery.inquiry import answer_row, delivery_of
from bot.incoming import Scrub, Scrubbed
from bot.officers import is_bound
from bot.roster import Officer, Rosters
from bot.rows import deed_name, own_row
from dialogs.context import Context
from dialogs.inquiry import LONGEST_ANSWER, Handled, Inquiry
from dialogs.person import Language
from dialogs.plain_text import is_blank
from storage.store import Committed, OutboxRow, Store

log = structlog.get_logger(__name__)

VERBS = frozenset(("inquiry_take", "inquiry_answer", "inquiry_close"))


@dataclass(frozen=True, slots=True)
class Bound:
    """A question as an officer may see it: to the helsefellesskap whose channel this is."""

    inquiry: Inquiry
    revision: int
    officer: Officer
    language: Language


class Inquiries:
    def __init__(self, store: Store, context: Context, rosters: Rosters) -> None:
        self._store = store
        self._context = context
        self._rosters = rosters

    async def take(self, incoming: Incoming, deed: Tapped) -> tuple[InvokeReply, list[OutboxRow]]:
        """The answer, the same for everyone who may not, and rows to send. Nothing is changed by a refusal."""
        bound = await self._bound(incoming, deed)
        if bound is None:
            log.info("officer.refused", verb=deed.verb)
            return InvokeReply(200, text_reply(self._context.texts.say("nb", "notice-refused"))), []
        handled = self._handled(bound)
        inquiry = bound.inquiry
        if not inquiry.is_open:
            return await self._as_it_stands(incoming, deed, bound)
        match deed.verb:
            case "inquiry_take":
                if inquiry.taken is not None and inquiry.taken.by_id == handled.by_id:
                    return await self._as_it_stands(incoming, deed, bound)
                if inquiry.taken is not None and deed.data.get("h") != bound.revision:
                    card = self._card(bound, inquiry, deed, "waiting", take_over=bound.revision)
                    return InvokeReply(200, card_reply(card)), []
                earlier = (*inquiry.taken_before, *([inquiry.taken] if inquiry.taken is not None else []))
                change: Json = {"state": "taken", "taken": handled, "taken_before": earlier}
                return await self._change(incoming, deed, bound, change)
            case "inquiry_close":
                return await self._change(incoming, deed, bound, {"state": "closed", "closed": handled})
            case _:
                return await self._answer(incoming, deed, bound, handled)

    async def _bound(self, incoming: Incoming, deed: Tapped) -> Bound | None:
        reference, where = deed.data.get("i"), incoming.where
        if where.scope != "channel" or not isinstance(reference, str):
            return None
        key = records.inquiry_key(reference)
        stored = (await self._store.get([key])).get(key)
        if stored is None:
            return None
        inquiry = records.to_inquiry(stored)
        channel_key = records.channel_key(inquiry.community)
        channel = (await self._store.get([channel_key])).get(channel_key)
        if channel is None or not is_bound(channel.body, incoming):
            return None
        officer = await self._rosters.officer(
            where.service_url,
            str(channel.body["channel"]),
            str(channel.body["tenant"]),
            incoming.who.object_id,
        )
        if not isinstance(officer, Officer):
            return None
        return Bound(inquiry, stored.revision, officer, channel.body.get("language", "nb"))

    def _handled(self, bound: Bound) -> Handled:
        name = Scrub(self._context.texts, bound.language).name(bound.officer.name)
        return Handled(by=name, by_id=bound.officer.object_id, at=datetime.now(UTC))

    async def _answer(
        self, incoming: Incoming, deed: Tapped, bound: Bound, handled: Handled
    ) -> tuple[InvokeReply, list[OutboxRow]]:
        typed = deed.data.get("answer")
        text = typed if isinstance(typed, str) else ""
        if len(text) > LONGEST_ANSWER:
            return self._said(bound, "notice-inquiry-answer-long", maximum=LONGEST_ANSWER), []
        scrubbed = Scrub(self._context.texts, bound.language).text(text)
        if not isinstance(scrubbed, Scrubbed) or is_blank(scrubbed.text):
            return self._said(bound, "notice-inquiry-empty"), []
        if scrubbed.masked in ("number", "doubtful"):
            return self._said(bound, "notice-inquiry-digits"), []
        change = {"state": "answered", "answer": scrubbed.text.strip(), "answered": handled}
        return await self._change(incoming, deed, bound, change)

    async def _change(
        self, incoming: Incoming, deed: Tapped, bound: Bound, change: Json
    ) -> tuple[InvokeReply, list[OutboxRow]]:
        """The record and what tells the asker are written together; the card is everybody's and follows."""
        changed = bound.inquiry.model_copy(update=change)
        put = records.put_inquiry(changed)
        tell = [] if changed.is_open else [await self._answer_row(incoming, deed, changed)]
        written = await self._store.commit(expect={put.key: bound.revision}, put=[put], enqueue=tell)
        if not isinstance(written, Committed):
            return self._said(bound, "m-try-again"), []
        card = self._card(bound, changed, deed, "waiting")
        return InvokeReply(200, card_reply(card)), [*tell, self._update(incoming, deed, card)]

    async def _as_it_stands(
        self, incoming: Incoming, deed: Tapped, bound: Bound
    ) -> tuple[InvokeReply, list[OutboxRow]]:
        """Done already, by this very tap or by a colleague: an old card is brought up to date."""
        delivery = await delivery_of(self._store, bound.inquiry)
        card = self._card(bound, bound.inquiry, deed, delivery)
        return InvokeReply(200, card_reply(card)), [self._update(incoming, deed, card)]

    async def _answer_row(self, incoming: Incoming, deed: Tapped, inquiry: Inquiry) -> OutboxRow:
        key = records.person_key(inquiry.asked_by)
        stored = (await self._store.get([key])).get(key)
        asker = records.to_person(stored).conversation if stored is not None else None
        return answer_row(inquiry, asker, incoming.where, self._message(deed), time.time())

    def _card(
        self, bound: Bound, inquiry: Inquiry, deed: Tapped, delivery: str, *, take_over: int = 0
    ) -> Json:
        pen = Pen(self._context.texts, bound.language, str(deed.data.get("k") or inquiry.reference))
        return inquiry_card(pen, inquiry, delivery=delivery, take_over=take_over)

    def _update(self, incoming: Incoming, deed: Tapped, card: Json) -> OutboxRow:
        message = self._message(deed)
        body: Json = {"do": "update", **message, "activity": to_message(card)}
        queue = f"update:{message.get('activity_id') or message['message']}"
        return own_row(f"update.{deed_name(incoming)}", incoming.where, body, queue=queue)

    def _message(self, deed: Tapped) -> Json:
        """Which message to change: the one that was tapped, as Teams says, else the one its button names."""
        named: Json = {"message": str(deed.data.get("k") or "")}
        return {**named, "activity_id": deed.message_id} if deed.message_id else named

    def _said(self, bound: Bound, key: str, **values: int) -> InvokeReply:
        return InvokeReply(200, text_reply(self._context.texts.say(bound.language, key, **values)))
