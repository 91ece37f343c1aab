"""Before something that waited is sent to a person: are they still in the application it is of?"""

from __future__ import annotations

import time
from collections.abc import Sequence

from bot import records
from bot.delivery.teams import TeamsDelivery
from dialogs.application import Application
from dialogs.person import Person
from storage.store import OutboxRow, OutboxState, Settled, Store

MOST_HOPS = 5


class StillIn:
    """Teams, for replies that could not be sent at once: what somebody who has left was to read is dropped."""

    def __init__(self, store: Store, teams: TeamsDelivery) -> None:
        self._store = store
        self._teams = teams

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        return self._teams.follows(row, became, now)

    async def deliver(self, row: OutboxRow) -> Settled:
        of, to = row.body.get("of"), row.body.get("to")
        if isinstance(of, str) and isinstance(to, str):
            application = await application_of(self._store, of)
            person = await person_of(self._store, to)
            if application is None or person is None or not application.has_member(person.id):
                return dropped(row, "no_longer_in")
        return await self._teams.deliver(row)


async def person_of(store: Store, person_id: str) -> Person | None:
    """Also where they have become one with another account's person since."""
    for _ in range(MOST_HOPS):
        key = records.person_key(person_id)
        stored = (await store.get([key])).get(key)
        if stored is None:
            return None
        person = records.to_person(stored)
        if not person.linked_to:
            return person
        person_id = person.linked_to
    return None


async def application_of(store: Store, application_id: str) -> Application | None:
    key = records.application_key(application_id)
    stored = (await store.get([key])).get(key)
    return records.to_application(stored) if stored is not None else None


def dropped(row: OutboxRow, code: str) -> Settled:
    """Settled for good without anything having been sent; with that the row's body is emptied."""
    return Settled(row.id, "delivered", time.time(), {"code": code})
