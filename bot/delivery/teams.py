"""Delivers outbox rows to Teams: sends, updates and new channel threads, at the pace Teams takes."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, assert_never

from bot.body import Json
from bot.outcomes import Blocked, Gone, NotSent, Outcome, Refused, Sent, Throttled, Unknown
from bot.outgoing import Outgoing
from bot.pace import Pace
from storage.store import OutboxRow, OutboxState, Settled, Store

REMEMBERED = 20_000
FIRST_PAUSE_SECONDS = 2.0
LONGEST_PAUSE_SECONDS = 900.0


class TeamsDelivery:
    """One row, one attempt, one settlement. Knows which activity each delivered row became."""

    def __init__(self, store: Store, connector: Outgoing, pace: Pace) -> None:
        self._store = store
        self._connector = connector
        self._pace = pace
        self._activity_ids: OrderedDict[str, str] = OrderedDict()

    def follows(self, row: OutboxRow, now: float) -> Sequence[OutboxRow]:
        return ()

    async def deliver(self, row: OutboxRow, *, at_most_seconds: float = float("inf")) -> Settled:
        """Waits for its turn in Teams' pace; not at all when that is longer than `at_most_seconds`."""
        body = row.body
        conversation, tenant = str(body["conversation"]), str(body.get("tenant", ""))
        if not await self._pace.wait(conversation, tenant, at_most_seconds=at_most_seconds):
            return Settled(
                row.id, row.state, time.time() + self._pace.delay_seconds(conversation), {"code": "pace"}
            )
        outcome = await self._attempt(row)
        if isinstance(outcome, Sent) and outcome.activity_id:
            self._remember(row.id, outcome.activity_id)
        if isinstance(outcome, Throttled):
            self._pace.hold(str(body["conversation"]), outcome.retry_after_seconds)
        return settled(row, outcome, time.time())

    async def _attempt(self, row: OutboxRow) -> Outcome:
        body = row.body
        activity = body["activity"]
        if row.state == "uncertain" and body.get("repeat"):
            activity = marked_as_repeat(activity, str(body["repeat"]))
        url, conversation = str(body["service_url"]), str(body["conversation"])
        match body["do"]:
            case "send":
                return await self._connector.send(url, conversation, activity)
            case "update":
                activity_id = str(body.get("activity_id") or "") or await self.activity_id(
                    str(body["message"])
                )
                if not activity_id:
                    return Gone("no_activity_id")
                return await self._connector.update(url, conversation, activity_id, activity)
            case "person":
                return await self._to_person(url, body, activity)
            case "thread":
                request = {
                    "isGroup": True,
                    "channelData": {
                        "channel": {"id": conversation},
                        "tenant": {"id": body.get("tenant", "")},
                    },
                    "activity": activity,
                }
                return await self._connector.create_conversation(url, request)
            case _:
                return Refused(0, "unknown_row")

    async def _to_person(self, url: str, body: Json, activity: Json) -> Outcome:
        """Opens the personal chat with a member of a team, or finds it again, and sends there."""
        request = {
            "isGroup": False,
            "bot": {"id": body.get("bot", "")},
            "members": [{"id": body["member"]}],
            "tenantId": body.get("tenant", ""),
            "channelData": {"tenant": {"id": body.get("tenant", "")}},
        }
        opened = await self._connector.create_conversation(url, request)
        if not isinstance(opened, Sent):
            # Opening a chat that is open already repeats nothing, so not knowing is no uncertainty.
            return NotSent("chat_not_opened") if isinstance(opened, Unknown) else opened
        return await self._connector.send(url, opened.conversation_id, activity)

    async def activity_id(self, row_id: str) -> str:
        """ "" when the row was never delivered, or its answer did not tell."""
        known = self._activity_ids.get(row_id)
        if known is not None:
            return known
        rows = await self._store.outbox(ids=[row_id])
        return str(rows[0].result.get("activity_id", "")) if rows else ""

    def _remember(self, row_id: str, activity_id: str) -> None:
        self._activity_ids[row_id] = activity_id
        while len(self._activity_ids) > REMEMBERED:
            self._activity_ids.popitem(last=False)


def settled(row: OutboxRow, outcome: Outcome, now: float) -> Settled:
    """What the attempt makes of the row. An update that is uncertain is simply done again: it repeats nothing."""
    pause = min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** max(0, row.attempts - 1))
    match outcome:
        case Sent():
            result = {"activity_id": outcome.activity_id or "", "conversation_id": outcome.conversation_id}
            return Settled(row.id, "delivered", now, result)
        case Throttled():
            return Settled(row.id, row.state, now + outcome.retry_after_seconds, {"code": "429"})
        case NotSent():
            return Settled(row.id, row.state, now + pause, {"code": outcome.reason_code})
        case Unknown():
            state: OutboxState = "waiting" if row.body.get("do") == "update" else "uncertain"
            return Settled(row.id, state, now + pause, {"code": outcome.reason_code})
        case Blocked():
            return Settled(row.id, "failed", now, {"code": "blocked"})
        case Gone():
            return Settled(row.id, "failed", now, {"code": outcome.code})
        case Refused():
            return Settled(row.id, "failed", now, {"code": f"{outcome.status} {outcome.code}".strip()})
        case _:
            assert_never(outcome)


def marked_as_repeat(activity: Json, words: str) -> Json:
    """The same message, saying that it may have come before."""
    attachments: Sequence[Any] = activity.get("attachments") or ()
    if not attachments:
        return activity
    content = attachments[0].get("content", {})
    mark = {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": words, "isSubtle": True}]}
    marked = {**content, "body": [mark, *content.get("body", [])]}
    return {**activity, "attachments": [{**attachments[0], "content": marked}, *attachments[1:]]}
