"""Outbox rows that say something in the conversation a deed came from."""

from __future__ import annotations

import time

from bot.activities import Where
from bot.body import Json
from storage.store import OutboxRow

OWN_LEASE_SECONDS = 30.0
"""How long whoever wrote a row has to send it before the worker takes it: longer than every attempt at it."""


def place(where: Where) -> Json:
    """The part of a row's body that says where it goes."""
    return {
        "service_url": where.service_url,
        "conversation": where.conversation_id,
        "tenant": where.tenant_id,
    }


def own_row(row_id: str, where: Where, body: Json, *, queue: str = "", now: float | None = None) -> OutboxRow:
    """A row that its writer sends at once. Only where that fails, or the process dies, the worker does."""
    written = time.time() if now is None else now
    return OutboxRow(
        row_id,
        "teams",
        queue or where.conversation_id,
        {**place(where), **body, "at_once": True},
        written,
        written + OWN_LEASE_SECONDS,
    )
