"""Brings a question to the secretariat's channel, and its answer to who asked, also days later."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot import records
from bot.activities import Where, to_message
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.inquiry import answer_card, inquiry_card, not_delivered_card
from bot.delivery.news import chat_of
from bot.delivery.notice import NOBODY_PAUSE_SECONDS
from bot.delivery.still_in import person_of
from bot.delivery.teams import TeamsDelivery
from bot.rows import place
from dialogs.context import Context
from dialogs.inquiry import OPEN, Inquiry
from dialogs.person import ConversationReference, Language
from storage.store import OutboxRow, OutboxState, Settled, Store


def answer_row(
    inquiry: Inquiry, asker: ConversationReference | None, channel: Where, message: Json, now: float
) -> OutboxRow:
    """To who asked. It knows the card in the channel, which is told what becomes of it."""
    to: Json = {"inquiry": inquiry.reference, "person": inquiry.asked_by}
    if asker is not None:
        to |= {"service_url": asker.service_url, "conversation": asker.conversation_id}
    card = {**place(channel), **message}
    row_id = answer_row_id(inquiry)
    return OutboxRow(row_id, "inquiry_answer", f"answer:{inquiry.asked_by}", {**to, "card": card}, now, now)


def answer_row_id(inquiry: Inquiry) -> str:
    return f"{inquiry.reference}.{inquiry.state}"


async def delivery_of(store: Store, inquiry: Inquiry) -> str:
    """Whether who asked has been told. A row that is there no longer was delivered: only those are erased."""
    rows = await store.outbox(ids=[answer_row_id(inquiry)])
    return rows[0].state if rows else "delivered"


class InquiryDelivery:
    """To the channel, in a thread of its own; waits, as long as it takes, for one to be connected."""

    def __init__(self, store: Store, context: Context, teams: TeamsDelivery) -> None:
        self._store = store
        self._context = context
        self._teams = teams

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        """A channel that takes nothing is told to who asked."""
        if became != "failed":
            return ()
        body = {"inquiry": row.body["inquiry"]}
        return (OutboxRow(f"{row.id}.failed", "inquiry_failed", f"answer:{row.id}", body, now, now),)

    async def follow(self, communities: Iterable[str]) -> None:
        """What is open goes to the channel that is connected now, where it has not been there already."""
        for community in communities:
            key = records.channel_key(community)
            channel = (await self._store.get([key])).get(key)
            if channel is None:
                continue
            place, now = str(channel.body["channel"]), time.time()
            for state in OPEN:
                for stored in await self._store.find("inquiry", "community", f"{community}.{state}"):
                    if not await self._is_in(place, stored.key.id):
                        row_id = f"{stored.key.id}.asked.{hashlib.sha256(place.encode()).hexdigest()[:12]}"
                        to = {"inquiry": stored.key.id, "community": community}
                        row = OutboxRow(row_id, "inquiry", f"inquiry:{stored.key.id}", to, now, now)
                        await self._store.commit(expect={}, enqueue=[row])

    async def _is_in(self, channel: str, reference: str) -> bool:
        """Whether its card came to this channel, or is still on its way to whichever is connected."""
        rows = await self._store.outbox(ids=[f"{reference}.asked"])
        return any(
            row.state in ("waiting", "uncertain")
            or str(row.result.get("conversation_id")).partition(";")[0] == channel
            for row in rows
        )

    async def deliver(self, row: OutboxRow) -> Settled:
        inquiry = await inquiry_of(self._store, row)
        if inquiry is None:
            return Settled(row.id, "failed", time.time(), {"code": "erased"})
        key = records.channel_key(inquiry.community)
        channel = (await self._store.get([key])).get(key)
        if channel is None:
            return Settled(row.id, "waiting", time.time() + NOBODY_PAUSE_SECONDS, {"code": "not_connected"})
        bound = channel.body
        pen = Pen(self._context.texts, bound.get("language", "nb"), row.id)
        body = {
            "do": "thread",
            "service_url": bound["service_url"],
            "conversation": bound["channel"],
            "tenant": bound["tenant"],
            "activity": to_message(inquiry_card(pen, inquiry)),
            "repeat": pen.t("card-repeat"),
        }
        return await self._teams.deliver(replace(row, body=body))


class AnswerDelivery:
    """To who asked, in the chat as it was when they were last there, in their language."""

    def __init__(self, store: Store, context: Context, teams: TeamsDelivery, *, failed: bool = False) -> None:
        self._store = store
        self._context = context
        self._teams = teams
        self._failed = failed
        """Instead of the answer: that the question could not be delivered."""

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        """The card in the channel tells what became of the answer."""
        card = row.body.get("card")
        if not isinstance(card, dict):
            return ()
        queue = f"update:{card.get('activity_id') or card.get('message')}"
        body = {**card, "inquiry": row.body["inquiry"], "became": became}
        return (OutboxRow(f"{row.id}.told.{became}", "inquiry_card", queue, body, now, now),)

    async def deliver(self, row: OutboxRow) -> Settled:
        inquiry = await inquiry_of(self._store, row)
        if inquiry is None:
            return Settled(row.id, "failed", time.time(), {"code": "erased"})
        person = await person_of(self._store, inquiry.asked_by)
        if person is None or person.conversation is None:
            return Settled(row.id, "failed", time.time(), {"code": "erased"})
        pen = Pen(self._context.texts, person.language, row.id)
        draw = not_delivered_card if self._failed else answer_card
        body: Json = {
            "do": "send",
            **chat_of(person),
            "activity": to_message(
                draw(pen, self._context, inquiry),
                notice=pen.t("card-inquiry-about", reference=inquiry.reference),
            ),
            "repeat": pen.t("card-repeat"),
        }
        return await self._teams.deliver(replace(row, body=body))


class InquiryCardDelivery:
    """Brings the card in the channel up to date when who asked has been told, or cannot be."""

    def __init__(self, store: Store, context: Context, teams: TeamsDelivery) -> None:
        self._store = store
        self._context = context
        self._teams = teams

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        return ()

    async def deliver(self, row: OutboxRow) -> Settled:
        inquiry = await inquiry_of(self._store, row)
        if inquiry is None:
            return Settled(row.id, "failed", time.time(), {"code": "erased"})
        key = records.channel_key(inquiry.community)
        channel = (await self._store.get([key])).get(key)
        language: Language = channel.body.get("language", "nb") if channel is not None else "nb"
        pen = Pen(self._context.texts, language, str(row.body.get("message") or row.id))
        drawn = inquiry_card(pen, inquiry, delivery=str(row.body["became"]))
        return await self._teams.deliver(
            replace(row, body={**row.body, "do": "update", "activity": to_message(drawn)})
        )


async def inquiry_of(store: Store, row: OutboxRow) -> Inquiry | None:
    key = records.inquiry_key(str(row.body["inquiry"]))
    stored = (await store.get([key])).get(key)
    return records.to_inquiry(stored) if stored is not None else None
