"""Outbox rows that say something in the conversation a deed came from."""

from __future__ import annotations

import hashlib
import json
import time

from bot.activities import Incoming, Where
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


def deed_name(incoming: Incoming, what: str = "") -> str:
    """For the ids of rows: the same whenever Teams delivers the deed again, and no other deed's.

    An activity's id alone may be another's too, in another conversation or tenant, or forged to be. `what` is
    named instead of the id where the same deed may come under several.
    """
    where = incoming.where
    parts = (where.tenant_id, where.conversation_id, incoming.who.object_id, what or incoming.id)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:24]


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
