"""What has become of a sent version, as its receipt tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from storage.store import OutboxRow, Store

NOTHING_YET: Final[Mapping[str, str]] = {"filed": "waiting", "told": "waiting"}
_WHAT: Final = {"folder": "filed", "notice": "told"}


async def delivery_state(store: Store, application_id: str, version: int) -> dict[str, str]:
    """«filed» and «told», each "waiting", "delivered", "uncertain", "failed" or "nobody" (no channel yet)."""
    ids = {f"{application_id}.{version}.{target}": what for target, what in _WHAT.items()}
    news = {news_id(row_id, "delivered"): what for row_id, what in ids.items()}
    state = dict(NOTHING_YET)
    for row in await store.outbox(ids=[*ids, *news]):
        if row.id in news:
            # The news of a delivery is written before the delivery itself is settled.
            state[news[row.id]] = "delivered"
        else:
            state[ids[row.id]] = _of(row)
    return state


def news_id(row_id: str, became: str) -> str:
    """The row that brings the receipt up to date when the row has become so."""
    return f"{row_id}.receipt.{became}"


def _of(row: OutboxRow) -> str:
    if row.state == "waiting" and row.result.get("code") == "not_connected":
        return "nobody"
    return row.state
