"""Which secretariats are connected, and in which channels."""

from __future__ import annotations

from bot.activities import Where
from storage.store import Store


class Connected:
    """Which helsefellesskap have a secretariat connected, as of the latest look."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: frozenset[str] = frozenset()
        self._channels: dict[tuple[str, str, str], str] = {}

    def __call__(self) -> frozenset[str]:
        return self._known

    async def refresh(self) -> None:
        channels = await self._store.scan("channel")
        self._known = frozenset(stored.key.id for stored in channels)
        self._channels = {
            (str(body["tenant"]), str(body["team"]), str(body["channel"])): stored.key.id
            for stored in channels
            if (body := stored.body).keys() >= {"tenant", "team", "channel"}
        }

    def community_in(self, where: Where) -> str | None:
        """The helsefellesskap whose secretariat has this channel."""
        return self._channels.get((where.tenant_id, where.team_id, where.channel_id))
