"""Brings a receipt up to date when documents are filed or the secretariat has been told."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot import records
from bot.activities import to_message
from bot.cards.elements import Pen, card, words
from bot.cards.sending import delivery_lines, receipt_cards
from bot.delivery.state import delivery_state, news_id
from bot.delivery.teams import TeamsDelivery
from dialogs.application import Application
from dialogs.context import Context
from dialogs.view import View
from storage.store import Json, OutboxRow, OutboxState, Settled, Store

_WHAT = {"folder": "filed", "notice": "told"}


def receipt_row(row: OutboxRow, became: OutboxState, now: float) -> OutboxRow:
    """The row that follows when `row` (folder or notice) has been delivered, or has failed for good."""
    body = {**row.body, "news": {_WHAT[row.target]: became}}
    return OutboxRow(news_id(row.id, became), "receipt", f"receipt:{row.body['application']}", body, now, now)


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
        keys = (records.submission_key(application_id, version), records.person_key(str(body["person"])))
        found = await self._store.get(keys)
        if len(found) < 2:
            return Settled(row.id, "failed", time.time(), {"code": "erased"})
        receipt = str(body["receipt"])
        activity_id = await self._teams.activity_id(receipt)
        if activity_id is None:
            return Settled(
                row.id,
                "waiting",
                time.time() + self._teams.pauses.first_seconds,
                {"code": "receipt_not_there"},
            )
        application = Application.model_validate(found[keys[0]].body["application"])
        person = records.to_person(found[keys[1]])
        state = await delivery_state(self._store, application_id, version)
        view = View(application, self._context)
        pen = Pen(self._context.texts, person.language, receipt if activity_id else row.id, application_id)
        to: dict[str, Any] = {name: body[name] for name in ("service_url", "conversation", "tenant")}
        if person.conversation is not None:
            to["service_url"] = person.conversation.service_url
        attempt: Json
        if activity_id:
            drawn = receipt_cards(pen, view, version, state)[0]
            attempt = {**to, "do": "update", "activity_id": activity_id, "activity": to_message(drawn)}
        else:
            case = pen.t("m-sent", case=application.case_number or "")
            drawn = card(pen, [words(case), *(words(line) for line in delivery_lines(pen, state))])
            attempt = {**to, "do": "send", "activity": to_message(drawn), "repeat": pen.t("card-repeat")}
        return await self._teams.deliver(replace(row, body=attempt))
