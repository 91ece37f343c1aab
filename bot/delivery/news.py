"""Brings news of an application to one of its people: in the chat and the language they used last."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot import records
from bot.activities import to_message
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.news import news_card
from dialogs.context import Context
from dialogs.view import View
from storage.store import OutboxRow, OutboxState, Settled, Store


class Delivers(Protocol):
    async def deliver(self, row: OutboxRow) -> Settled: ...


class NewsDelivery:
    """What is no longer so, or no longer for this person, is dropped: nothing of it was in the row."""

    def __init__(self, store: Store, context: Context, teams: Delivers) -> None:
        self._store = store
        self._context = context
        self._teams = teams

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        return ()

    async def deliver(self, row: OutboxRow) -> Settled:
        person_key = records.person_key(str(row.body["person"]))
        application_key = records.application_key(str(row.body["application"]))
        found = await self._store.get([person_key, application_key])
        if len(found) < 2:
            return dropped(row, "erased")
        person = records.to_person(found[person_key])
        application = records.to_application(found[application_key])
        if person.conversation is None:
            return Settled(row.id, "failed", time.time(), {"code": "no_chat"})
        pen = Pen(self._context.texts, person.language, row.id, application.id)
        view = View(application, self._context)
        drawn = news_card(pen, view, row.body["what"], str(row.body["about"]), person.id)
        if drawn is None:
            return dropped(row, "no_longer")
        body: Json = {
            "do": "send",
            "service_url": person.conversation.service_url,
            "conversation": person.conversation.conversation_id,
            "tenant": person.conversation.tenant_id or person.tenant_id,
            "activity": to_message(drawn, notice=pen.t("card-news-notice")),
            "repeat": pen.t("card-repeat"),
        }
        return await self._teams.deliver(replace(row, body=body))


def dropped(row: OutboxRow, code: str) -> Settled:
    """Settled for good, without anything having been sent."""
    return Settled(row.id, "delivered", time.time(), {"code": code})
