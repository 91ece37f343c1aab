"""Delivers outbox rows to Teams: sends, updates and new channel threads, at the pace Teams takes."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, assert_never

from bot.body import Json
from bot.outcomes import Blocked, Gone, NotSent, Outcome, Refused, Sent, Throttled, Unknown
from bot.outgoing import Outgoing
from bot.pace import Pace
from storage.store import OutboxRow, OutboxState, Settled, Store

REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Pauses:
    """How long to wait before the next attempt."""

    first_seconds: float = 2.0
    longest_seconds: float = 900.0

    def after(self, attempts: int) -> float:
        return min(self.longest_seconds, self.first_seconds * 2.0 ** min(max(0, attempts - 1), 20))


PAUSES = Pauses()


class TeamsDelivery:
    """One row, one attempt, one settlement. Knows which activity each delivered row became."""

    def __init__(self, store: Store, connector: Outgoing, pace: Pace, pauses: Pauses = PAUSES) -> None:
        self.pauses = pauses
        self._store = store
        self._connector = connector
        self._pace = pace
        self._activity_ids = Remembered()
        self._chats = Remembered()
        """The personal chats that were opened: member -> conversation."""

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        return ()

    async def deliver(self, row: OutboxRow, *, at_most_seconds: float = float("inf")) -> Settled:
        """Waits for its turn in Teams' pace; not at all when that is longer than `at_most_seconds`."""
        outcome = await self._attempt(row, at_most_seconds)
        if isinstance(outcome, Sent) and outcome.activity_id:
            self._activity_ids.put(row.id, outcome.activity_id)
        return settled(row, outcome, time.time(), self.pauses)

    async def activity_id(self, row_id: str) -> str | None:
        """None while the row is not delivered; "" when it never will be, or its answer did not tell."""
        known = self._activity_ids.get(row_id)
        if known:
            return known
        rows = await self._store.outbox(ids=[row_id])
        if rows and rows[0].state in ("waiting", "uncertain"):
            return None
        return str(rows[0].result.get("activity_id", "")) if rows else ""

    async def _attempt(self, row: OutboxRow, at_most_seconds: float) -> Outcome:
        body = row.body
        activity = body["activity"]
        if row.state == "uncertain" and body.get("repeat"):
            activity = marked_as_repeat(activity, str(body["repeat"]))
        url, conversation, tenant = (
            str(body["service_url"]),
            str(body["conversation"]),
            body.get("tenant", ""),
        )
        paced = partial(self._paced, str(tenant), at_most_seconds)
        match body["do"]:
            case "send":
                return await paced(conversation, lambda: self._connector.send(url, conversation, activity))
            case "update":
                activity_id = body.get("activity_id") or await self.activity_id(str(body["message"]))
                if activity_id is None:
                    return NotSent("message_not_there")
                if not activity_id:
                    return Gone("no_activity_id")
                return await paced(
                    conversation,
                    lambda: self._connector.update(url, conversation, str(activity_id), activity),
                )
            case "person":
                chat = await self._chat(row, paced)
                if not isinstance(chat, str):
                    return chat
                return await paced(chat, lambda: self._connector.send(url, chat, activity))
            case "thread":
                request = {
                    "isGroup": True,
                    "channelData": {"channel": {"id": conversation}, "tenant": {"id": tenant}},
                    "activity": activity,
                }
                return await paced(conversation, lambda: self._connector.create_conversation(url, request))
            case _:
                return Refused(0, "unknown_row")

    async def _chat(self, row: OutboxRow, paced: Paced) -> str | Outcome:
        """The personal chat with a member of a team: opened, or found again."""
        body, member = row.body, str(row.body["member"])
        known = self._chats.get(member)
        if known:
            return known
        request = {
            "isGroup": False,
            "bot": {"id": body.get("bot", "")},
            "members": [{"id": member}],
            "tenantId": body.get("tenant", ""),
            "channelData": {"tenant": {"id": body.get("tenant", "")}},
        }
        opened = await paced(
            str(body["conversation"]),
            lambda: self._connector.create_conversation(str(body["service_url"]), request),
        )
        match opened:
            case Sent():
                self._chats.put(member, opened.conversation_id)
                return opened.conversation_id
            case Unknown():
                # Opening a chat that is open already repeats nothing, so not knowing is no uncertainty.
                return NotSent("chat_not_opened")
            case _:
                return opened

    async def _paced(
        self, tenant: str, at_most_seconds: float, conversation: str, call: Callable[[], Awaitable[Outcome]]
    ) -> Outcome:
        leave = await self._pace.wait(conversation, tenant, at_most_seconds=at_most_seconds)
        if leave is None:
            return Throttled(self._pace.delay_seconds(conversation))
        outcome = await call()
        self._pace.arrive(leave)
        if isinstance(outcome, Throttled):
            self._pace.hold(conversation, outcome.retry_after_seconds)
        return outcome


Paced = Callable[[str, Callable[[], Awaitable[Outcome]]], Awaitable[Outcome]]


class Remembered:
    """The latest of what can be looked up again."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, str] = OrderedDict()

    def get(self, name: str) -> str | None:
        return self._known.get(name)

    def put(self, name: str, value: str) -> None:
        self._known[name] = value
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)


def settled(row: OutboxRow, outcome: Outcome, now: float, pauses: Pauses = PAUSES) -> Settled:
    """What the attempt makes of the row. An update that is uncertain is simply done again: it repeats nothing."""
    pause = pauses.after(row.attempts)
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
