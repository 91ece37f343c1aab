"""Wrong tries at codes: so many an hour for one person, and so many for a tenant. Kept, so a restart forgives none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from storage.store import Committed, Json, Key, Put, Store, Stored

PER_PERSON: Final = 5
PER_TENANT: Final = 50
HOUR_SECONDS: Final = 3600.0
ATTEMPTS = 60
"""As many as may guess at the same time; with more, the last ones are refused."""


class Tries:
    """Counted against who tries, never against what is tried for: nobody can use up another's invitation."""

    def __init__(self, store: Store, *, per_person: int = PER_PERSON, per_tenant: int = PER_TENANT) -> None:
        self._store = store
        self._limits = {"person": per_person, "tenant": per_tenant}

    async def may_try(self, tenant: str, object_id: str, deed: str, now: float) -> bool:
        """Counts it as wrong before anything is looked up, so that guessing at the same time is no way round.

        The same `deed` delivered again counts once.
        """
        keys = _keys(tenant, object_id)
        for _ in range(ATTEMPTS):
            found = await self._store.get([*keys.values()])
            wrong = {sort: _wrong(found, key, now) for sort, key in keys.items()}
            if any(known == deed for _, known in wrong["person"]):
                return True
            if any(len(wrong[sort]) >= self._limits[sort] for sort in keys):
                return False
            counted = {key: [*wrong[sort], [now, deed]] for sort, key in keys.items()}
            if await self._write(found, counted, now):
                return True
        return False

    async def was_right(self, tenant: str, object_id: str, deed: str, now: float) -> None:
        """Takes it back."""
        keys = _keys(tenant, object_id)
        for _ in range(ATTEMPTS):
            found = await self._store.get([*keys.values()])
            kept = {key: [one for one in _wrong(found, key, now) if one[1] != deed] for key in keys.values()}
            if await self._write(found, kept, now):
                return

    async def _write(
        self, found: Mapping[Key, Stored], wrong: Mapping[Key, list[list[object]]], now: float
    ) -> bool:
        put = []
        for key, tries in wrong.items():
            body: Json = {"schema_version": 1, "wrong": tries}
            if tries:
                put.append(Put(key, body, expires_at=now + HOUR_SECONDS))
        delete = [key for key, tries in wrong.items() if not tries and key in found]
        expect = {key: found[key].revision if key in found else 0 for key in wrong}
        return isinstance(await self._store.commit(expect=expect, put=put, delete=delete), Committed)


def _keys(tenant: str, object_id: str) -> dict[str, Key]:
    return {
        "person": Key("tries", f"person/{tenant}/{object_id}"),
        "tenant": Key("tries", f"tenant/{tenant}"),
    }


def _wrong(found: Mapping[Key, Stored], key: Key, now: float) -> list[list[object]]:
    """The latest hour's: each when, and which deed."""
    tries = found[key].body["wrong"] if key in found else []
    return [one for one in tries if one[0] > now - HOUR_SECONDS]
