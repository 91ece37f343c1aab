"""Tells the secretariat of a sent version: its own thread in the connected channel."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from bot.activities import to_message
from bot.cards.elements import Pen
from bot.cards.notice import notice_card
from bot.delivery.receipt import receipt_rows
from bot.delivery.teams import TeamsDelivery
from bot.records import channel_key
from dialogs.application import Application
from dialogs.context import Context
from dialogs.view import View
from storage.store import Key, OutboxRow, OutboxState, Settled, Store

NOBODY_PAUSE_SECONDS = 60.0
MOST_WAITING = 5_000
TO_CHANNEL = ("notice", "inquiry")
"""What goes to a secretariat's channel, and waits for one."""


class NoticeDelivery:
    """Waits, as long as it takes, for a channel to be connected; the receipt says so meanwhile."""

    def __init__(self, store: Store, context: Context, teams: TeamsDelivery) -> None:
        self._store = store
        self._context = context
        self._teams = teams

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        return receipt_rows(row, became, now)

    async def hurry(self) -> None:
        """A channel has been connected: what waited for one is due now, and so is what an old one refused."""
        rows = await self._store.outbox(states=["waiting", "failed"], limit=MOST_WAITING)
        now = time.time()
        waiting = [row for row in rows if row.target in TO_CHANNEL and _waits_for_channel(row)]
        await self._store.settle([Settled(row.id, "waiting", now) for row in waiting])

    async def deliver(self, row: OutboxRow) -> Settled:
        channel = channel_key(str(row.body["community"]))
        submission = Key("submission", f"{row.body['application']}.{row.body['version']}")
        found = await self._store.get([channel, submission])
        if submission not in found:
            return Settled(row.id, "failed", time.time(), {"code": "no_submission"})
        if channel not in found:
            return Settled(row.id, "waiting", time.time() + NOBODY_PAUSE_SECONDS, {"code": "not_connected"})
        bound = found[channel].body
        application = Application.model_validate(found[submission].body["application"])
        view = View(application, self._context)
        language = bound.get("language", "nb")
        pen = Pen(self._context.texts, language, row.id, application.id)
        body = {
            "do": "thread",
            "service_url": bound["service_url"],
            "conversation": bound["channel"],
            "tenant": bound["tenant"],
            "activity": to_message(notice_card(pen, view, int(row.body["version"]))),
            "repeat": pen.t("card-repeat"),
        }
        return await self._teams.deliver(replace(row, body=body))


def _waits_for_channel(row: OutboxRow) -> bool:
    return row.state == "failed" or row.result.get("code") == "not_connected"
