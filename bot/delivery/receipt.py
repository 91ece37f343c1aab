"""Brings a receipt up to date when documents are filed or the secretariat has been told."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from bot import records
from bot.activities import to_message
from bot.cards.elements import Pen, card, words
from bot.cards.sending import delivery_lines, receipt_cards
from bot.delivery.news import chat_of
from bot.delivery.state import delivery_state, news_id
from bot.delivery.still_in import application_of, dropped, person_of
from bot.delivery.teams import TeamsDelivery
from dialogs.application import Application
from dialogs.context import Context
from dialogs.person import Person
from dialogs.view import View
from storage.store import Json, OutboxRow, OutboxState, Settled, Store

_WHAT = {"folder": "filed", "notice": "told"}


def receipt_rows(row: OutboxRow, became: OutboxState, now: float) -> list[OutboxRow]:
    """The rows that follow when `row` (folder or notice) has been delivered, or has failed for good.

    One for whoever sent it, and one for each of the others who got a receipt.
    """
    news = {_WHAT[row.target]: became}
    name = news_id(row.id, became)
    body = {**row.body, "news": news}
    own = OutboxRow(name, "receipt", f"receipt:{row.body['application']}", body, now, now)
    others = [
        OutboxRow(
            f"{name}.{one['person']}",
            "receipt",
            f"receipt:{one['receipt']}",
            {"application": body["application"], "version": body["version"], "news": news, **one},
            now,
            now,
        )
        for one in row.body.get("others", ())
    ]
    return [own, *others]


class ReceiptDelivery:
    def __init__(self, store: Store, context: Context, teams: TeamsDelivery) -> None:
        self._store = store
        self._context = context
        self._teams = teams

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        return ()

    async def deliver(self, row: OutboxRow) -> Settled:
        body = row.body
        application_id, version = str(body["application"]), int(body["version"])
        key = records.submission_key(application_id, version)
        stored = (await self._store.get([key])).get(key)
        now = await application_of(self._store, application_id)
        person = await person_of(self._store, str(body["person"]))
        if stored is None or now is None or person is None or person.conversation is None:
            return Settled(row.id, "failed", time.time(), {"code": "erased"})
        if not now.has_member(person.id):
            return dropped(row, "no_longer_in")
        receipt = str(body["receipt"])
        activity_id = await self._teams.activity_id(receipt)
        if activity_id is None:
            return Settled(
                row.id,
                "waiting",
                time.time() + self._teams.pauses.first_seconds,
                {"code": "receipt_not_there"},
            )
        application = Application.model_validate(stored.body["application"])
        state = await delivery_state(self._store, application_id, version)
        view = View(application, self._context)
        pen = Pen(self._context.texts, person.language, receipt if activity_id else row.id, application_id)
        sender = application.submissions[version - 1].by
        sent_by = application.name_of(sender) if sender != str(body["person"]) else ""
        attempt: Json
        if activity_id:
            drawn = receipt_cards(pen, view, version, state, sent_by=sent_by)[0]
            attempt = {"do": "update", "activity_id": activity_id, "activity": to_message(drawn)}
        else:
            case = pen.t("m-sent", case=application.case_number or "")
            drawn = card(pen, [words(case), *(words(line) for line in delivery_lines(pen, state))])
            attempt = {"do": "send", "activity": to_message(drawn), "repeat": pen.t("card-repeat")}
        return await self._teams.deliver(replace(row, body={**_where(body, person), **attempt}))


def _where(body: Json, person: Person) -> Json:
    """Where whoever sent it was; of the others, where they were last. The region may have moved since."""
    if "conversation" not in body:
        return chat_of(person)
    to = {name: body[name] for name in ("service_url", "conversation", "tenant")}
    if person.conversation is not None:
        to["service_url"] = person.conversation.service_url
    return to
