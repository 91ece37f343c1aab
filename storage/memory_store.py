"""A store that forgets when the process ends: for tests, and for trying the conversation without a disk."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from storage.memory_outbox import MemoryOutbox
from storage.store import (
    AuditLine,
    Committed,
    Conflict,
    Key,
    OutboxRow,
    OutboxState,
    Put,
    Settled,
    Stored,
    StoreUnavailable,
)
from storage.written import check_commit, from_text, to_text


@dataclass(frozen=True, slots=True)
class _Record:
    """Kept as text, so that nobody outside shares an object with the store."""

    revision: int
    text: str
    index: frozenset[tuple[str, str]]
    expires_at: float | None


class MemoryStore:
    def __init__(self) -> None:
        self._records: dict[Key, _Record] = {}
        self._audit: dict[str, list[tuple[str, str]]] = {}
        self._outbox = MemoryOutbox()
        self._closed = False

    async def get(self, keys: Sequence[Key]) -> Mapping[Key, Stored]:
        await self._let_others_run()
        return {key: _stored(key, self._records[key]) for key in keys if key in self._records}

    async def find(self, kind: str, index: str, value: str, *, limit: int = 100) -> Sequence[Stored]:
        await self._let_others_run()
        found = [
            key for key, each in self._records.items() if key.kind == kind and (index, value) in each.index
        ]
        return [_stored(key, self._records[key]) for key in sorted(found)[:limit]]

    async def scan(self, kind: str, *, after: str = "", limit: int = 500) -> Sequence[Stored]:
        await self._let_others_run()
        found = [key for key in self._records if key.kind == kind and key.id > after]
        return [_stored(key, self._records[key]) for key in sorted(found)[:limit]]

    async def commit(
        self,
        *,
        expect: Mapping[Key, int],
        put: Sequence[Put] = (),
        delete: Sequence[Key] = (),
        append_audit: Sequence[AuditLine] = (),
        enqueue: Sequence[OutboxRow] = (),
    ) -> Committed | Conflict:
        check_commit(expect, put, delete, append_audit, enqueue)
        records = [
            (
                each.key,
                to_text(each.body),
                frozenset((name, value) for name, values in each.index.items() for value in values),
                each.expires_at,
            )
            for each in put
        ]
        lines = [(line, to_text(line.body), to_text(line.values)) for line in append_audit]
        rows = [(row, to_text(row.body), to_text(row.result)) for row in enqueue]
        await self._let_others_run()

        found = {key: now for key in expect if (now := self._revision(key)) != expect[key]}
        ends = {line.application_id: len(self._audit.get(line.application_id, ())) for line in append_audit}
        for line in append_audit:
            if line.seq <= ends[line.application_id]:
                found[Key("audit", line.application_id)] = ends[line.application_id]
        if found:
            return Conflict(found)
        for line in append_audit:
            ends[line.application_id] += 1
            if line.seq != ends[line.application_id]:
                raise ValueError("an audit is written without gaps")

        for key, text, index, expires_at in records:
            self._records[key] = _Record(self._revision(key) + 1, text, index, expires_at)
        for key in delete:
            self._records.pop(key, None)
        for line, text, values in lines:
            self._audit.setdefault(line.application_id, []).append((text, values))
        for row, text, result in rows:
            self._outbox.write(row, text, result)
        return Committed({each.key: self._revision(each.key) for each in put})

    async def audit(self, application_id: str, *, after: int = 0, limit: int = 1000) -> Sequence[AuditLine]:
        await self._let_others_run()
        return [
            AuditLine(application_id, seq, from_text(text), from_text(values))
            for seq, (text, values) in enumerate(self._audit.get(application_id, ()), start=1)
            if after < seq <= after + limit
        ]

    async def claim(self, now: float, *, lease_seconds: float, limit: int = 50) -> Sequence[OutboxRow]:
        await self._let_others_run()
        return self._outbox.claim(now, lease_seconds=lease_seconds, limit=limit)

    async def settle(self, settled: Sequence[Settled]) -> None:
        settled = [replace(each, result=from_text(to_text(each.result))) for each in settled]
        await self._let_others_run()
        for each in settled:
            self._outbox.settle(each)

    async def outbox(
        self, *, ids: Sequence[str] = (), states: Sequence[OutboxState] = (), limit: int = 500
    ) -> Sequence[OutboxRow]:
        await self._let_others_run()
        return self._outbox.rows(ids, states, limit)

    async def outbox_counts(self) -> Mapping[OutboxState, int]:
        await self._let_others_run()
        return self._outbox.counts()

    async def purge(self, now: float) -> int:
        await self._let_others_run()
        expired = [
            key
            for key, each in self._records.items()
            if each.expires_at is not None and each.expires_at <= now
        ]
        for key in expired:
            del self._records[key]
        return len(expired) + self._outbox.purge(now)

    async def close(self) -> None:
        self._closed = True

    def _revision(self, key: Key) -> int:
        return self._records[key].revision if key in self._records else 0

    async def _let_others_run(self) -> None:
        """Gives way as a store on a disk does, so that what races there races here too."""
        if self._closed:
            raise StoreUnavailable("closed")
        await asyncio.sleep(0)


def _stored(key: Key, record: _Record) -> Stored:
    return Stored(key, record.revision, from_text(record.text))
