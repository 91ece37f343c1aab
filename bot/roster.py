"""Who is a case officer: a member of the connected channel's team by roster, at most five minutes old, and no guest."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.body import Json
from bot.outcomes import Roster
from bot.outgoing import Outgoing

MAX_AGE_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Officer:
    object_id: str
    user_id: str
    name: str


@dataclass(frozen=True, slots=True)
class NoRoster:
    """The roster cannot be had now, so nobody is an officer."""


class Rosters:
    def __init__(self, connector: Outgoing, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._connector = connector
        self._clock = clock
        self._known: dict[tuple[str, str], tuple[float, dict[str, Officer]]] = {}

    async def officer(
        self, service_url: str, channel_id: str, tenant_id: str, object_id: str
    ) -> Officer | NoRoster | None:
        """None for a stranger, a guest, and someone of another tenant."""
        at, members = self._known.get((service_url, channel_id), (0.0, {}))
        if not members or self._clock() - at > MAX_AGE_SECONDS:
            fetched = await self._connector.members(service_url, channel_id)
            if not isinstance(fetched, Roster):
                return NoRoster()
            members = {m.object_id: m for raw in fetched.members if (m := _member(raw, tenant_id))}
            self._known[service_url, channel_id] = (self._clock(), members)
        return members.get(object_id)


def _member(raw: Json, tenant_id: str) -> Officer | None:
    object_id = raw.get("aadObjectId") or raw.get("objectId")
    is_guest = raw.get("userRole") == "guest" or "#EXT#" in str(raw.get("userPrincipalName") or "")
    if not isinstance(object_id, str) or is_guest or raw.get("tenantId", tenant_id) != tenant_id:
        return None
    return Officer(object_id, str(raw.get("id") or ""), str(raw.get("name") or ""))
