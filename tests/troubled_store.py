"""A store that is out of order for a while, or that somebody else writes to just before a commit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

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
    Store,
    Stored,
    StoreUnavailable,
)

Commit = Mapping[str, object]


class TroubledStore:
    """Passes everything on to `inner`, unless `broken`: then every method raises, as when the disk is full."""

    def __init__(self, inner: Store) -> None:
        self.inner = inner
        self.broken = False
        self.commits_broken = False
        self.before_commit: Callable[[Sequence[Put]], Awaitable[None]] | None = None

    async def get(self, keys: Sequence[Key]) -> Mapping[Key, Stored]:
        self._check()
        return await self.inner.get(keys)

    async def find(self, kind: str, index: str, value: str, *, limit: int = 100) -> Sequence[Stored]:
        self._check()
        return await self.inner.find(kind, index, value, limit=limit)

    async def scan(self, kind: str, *, after: str = "", limit: int = 500) -> Sequence[Stored]:
        self._check()
        return await self.inner.scan(kind, after=after, limit=limit)

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
        self._check()
        if self.commits_broken:
            raise StoreUnavailable("full")
        if self.before_commit is not None:
            await self.before_commit(put)
        return await self.inner.commit(
            expect=expect,
            put=put,
            delete=delete,
            append_audit=append_audit,
            erase_values=erase_values,
            enqueue=enqueue,
        )

    async def audit(self, application_id: str, *, after: int = 0, limit: int = 1000) -> Sequence[AuditLine]:
        self._check()
        return await self.inner.audit(application_id, after=after, limit=limit)

    async def claim(self, now: float, *, lease_seconds: float, limit: int = 50) -> Sequence[OutboxRow]:
        self._check()
        return await self.inner.claim(now, lease_seconds=lease_seconds, limit=limit)

    async def settle(self, settled: Sequence[Settled]) -> None:
        self._check()
        await self.inner.settle(settled)

    async def outbox(
        self, *, ids: Sequence[str] = (), states: Sequence[OutboxState] = (), limit: int = 500
    ) -> Sequence[OutboxRow]:
        self._check()
        return await self.inner.outbox(ids=ids, states=states, limit=limit)

    async def outbox_counts(self) -> Mapping[OutboxState, int]:
        self._check()
        return await self.inner.outbox_counts()

    async def purge(self, now: float) -> int:
        self._check()
        return await self.inner.purge(now)

    async def close(self) -> None:
        await self.inner.close()

    def _check(self) -> None:
        if self.broken:
            raise StoreUnavailable("out of order")
