"""A store that forgets when the process ends: for tests, and for trying the conversation without a disk."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from storage.json_text import from_text
from storage.memory_outbox import MemoryOutbox
from storage.store import (
    AuditLine,
    Committed,
    Conflict,
    Key,
    LineId,
    OutboxRow,
    OutboxState,
    Put,
    Settled,
    Stored,
    StoreUnavailable,
)
from storage.written import AuditText, RecordText, check_without_gaps, to_text, written


@dataclass(frozen=True, slots=True)
class _Record:
    """Kept as text, so that nobody outside shares an object with the store."""

    revision: int
    written: RecordText


class MemoryStore:
    def __init__(self) -> None:
        self._records: dict[Key, _Record] = {}
        self._audit: dict[str, list[AuditText]] = {}
        self._outbox = MemoryOutbox()
        self._closed = False

    async def get(self, keys: Sequence[Key]) -> Mapping[Key, Stored]:
        await self._let_others_run()
        return {key: _stored(key, self._records[key]) for key in keys if key in self._records}

    async def find(self, kind: str, index: str, value: str, *, limit: int = 100) -> Sequence[Stored]:
        await self._let_others_run()
        found = [
            key
            for key, each in self._records.items()
            if key.kind == kind and (index, value) in each.written.found_by
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
        erase_values: Sequence[LineId] = (),
        enqueue: Sequence[OutboxRow] = (),
    ) -> Committed | Conflict:
        commit = written(expect, put, delete, append_audit, erase_values, enqueue)
        await self._let_others_run()

        found = {key: now for key, wanted in commit.expect.items() if (now := self._revision(key)) != wanted}
        ends = {line.application_id: len(self._audit.get(line.application_id, ())) for line in commit.audit}
        for line in commit.audit:
            if line.seq <= ends[line.application_id]:
                found[Key("audit", line.application_id)] = ends[line.application_id]
        if found:
            return Conflict(found)
        check_without_gaps(ends, commit.audit)

        for record in commit.put:
            self._records[record.key] = _Record(self._revision(record.key) + 1, record)
        for key in commit.delete:
            self._records.pop(key, None)
        for line in commit.audit:
            self._audit.setdefault(line.application_id, []).append(line)
        for application_id, seq in commit.erase:
            lines = self._audit.get(application_id, [])
            if 1 <= seq <= len(lines):
                lines[seq - 1] = lines[seq - 1]._replace(values="{}")
        for row in commit.outbox:
            self._outbox.write(row)
        return Committed({record.key: self._revision(record.key) for record in commit.put})

    async def audit(self, application_id: str, *, after: int = 0, limit: int = 1000) -> Sequence[AuditLine]:
        await self._let_others_run()
        return [
            AuditLine(application_id, line.seq, from_text(line.body), from_text(line.values))
            for line in self._audit.get(application_id, ())
            if after < line.seq <= after + limit
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
            if each.written.expires_at is not None and each.written.expires_at <= now
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
    return Stored(key, record.revision, record.written.body)
