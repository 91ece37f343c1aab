"""Brings news of an application to one of its people: in the chat and the language they used last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot import records
from bot.activities import to_message
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.news import declined_card, deleted_card, news_card
from bot.cards.sending import receipt_cards
from bot.delivery.state import delivery_state
from bot.delivery.still_in import application_of, dropped, person_of
from bot.kept_texts import kept_text
from dialogs.agreement.records import KeptText
from dialogs.application import Application
from dialogs.context import Context
from dialogs.person import Person
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
        person = await person_of(self._store, str(row.body["person"]))
        if person is None:
            return dropped(row, "erased")
        if person.conversation is None:
            return dropped(row, "no_chat")  # they are on the web page alone, and see it there
        pen = Pen(self._context.texts, person.language, row.id, str(row.body["application"]))
        drawn = await self._drawn(pen, row, person)
        if drawn is None:
            return dropped(row, "no_longer")
        body: Json = {
            **chat_of(person),
            "do": "send",
            "activity": to_message(drawn, notice=pen.t("card-news-notice")),
            "repeat": pen.t("card-repeat"),
        }
        return await self._teams.deliver(replace(row, body=body))

    async def _drawn(self, pen: Pen, row: OutboxRow, person: Person) -> Json | None:
        what, about = row.body["what"], str(row.body["about"])
        application = await application_of(self._store, pen.application)
        if what == "deleted":
            bare = Pen(pen.texts, pen.language, pen.key)
            return deleted_card(bare, self._context, about) if application is None else None
        if application is None:
            return declined_card(pen) if what == "declined" else None
        if what == "receipt":
            return await self._receipt(pen, application, about, person)
        context = self._context
        if what == "fell":
            context = replace(context, fallen_text=await self._fallen_text(application, about))
        return news_card(pen, View(application, context), what, about, person.id)

    async def _fallen_text(self, application: Application, confirmation: str) -> KeptText | None:
        found = next((one for one in application.agreement.confirmations if one.id == confirmation), None)
        return await kept_text(self._store, application.id, found.text_hash) if found is not None else None

    async def _receipt(self, pen: Pen, application: Application, about: str, person: Person) -> Json | None:
        """A card of the receipt, which may be several: `version/place`."""
        version, _, place = about.partition("/")
        key = records.submission_key(application.id, int(version))
        stored = (await self._store.get([key])).get(key)
        if stored is None or not application.has_member(person.id):
            return None
        sent = Application.model_validate(stored.body["application"])
        state = await delivery_state(self._store, application.id, int(version))
        sender = sent.name_of(sent.submissions[int(version) - 1].by)
        drawn = receipt_cards(pen, View(sent, self._context), int(version), state, sent_by=sender)
        return drawn[int(place)] if int(place) < len(drawn) else None


def chat_of(person: Person) -> Json:
    """Where the person's chat is, for who has one."""
    assert person.conversation is not None
    return {
        "service_url": person.conversation.service_url,
        "conversation": person.conversation.conversation_id,
        "tenant": person.conversation.tenant_id or person.tenant_id,
    }
