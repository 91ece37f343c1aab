"""The outbox of the memory store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from storage.json_text import from_text
from storage.store import DELIVERED_KEPT_SECONDS, OUTBOX_STATES, OutboxRow, OutboxState, Settled
from storage.written import OutboxText, to_text


@dataclass(frozen=True, slots=True)
class _Row:
    row: OutboxRow
    """Without body and result, which are kept as text."""
    body: str
    result: str
    free_at: float
    """When it may be claimed: due, and no longer leased."""
    under_way: bool = False
    """Claimed and not settled since: what became of it is not known."""

    @property
    def is_open(self) -> bool:
        return self.row.state in ("waiting", "uncertain")

    def read(self) -> OutboxRow:
        return replace(self.row, body=from_text(self.body), result=from_text(self.result))


class MemoryOutbox:
    def __init__(self) -> None:
        self._rows: dict[str, _Row] = {}

    def write(self, written: OutboxText) -> None:
        row, body, result = written
        self._rows.setdefault(row.id, _Row(row, body, result, free_at=row.due_at))

    def claim(self, now: float, *, lease_seconds: float, limit: int) -> Sequence[OutboxRow]:
        first: dict[str, _Row] = {}
        for each in self._rows.values():
            if each.is_open:
                first.setdefault(each.row.queue, each)
        due = [each for each in first.values() if each.free_at <= now]
        return [self._lease(each, until=now + lease_seconds) for each in due[:limit]]

    def _lease(self, each: _Row, *, until: float) -> OutboxRow:
        state: OutboxState = "uncertain" if each.under_way else each.row.state
        row = replace(each.row, attempts=each.row.attempts + 1, state=state)
        leased = replace(each, row=row, free_at=until, under_way=True)
        self._rows[row.id] = leased
        return leased.read()

    def settle(self, settled: Settled) -> None:
        if (each := self._rows.get(settled.id)) is None:
            return
        result = to_text(from_text(each.result) | settled.result)
        if each.row.state == "delivered":
            self._rows[settled.id] = replace(each, result=result)
            return
        row = replace(each.row, state=settled.state, due_at=settled.due_at)
        body = "{}" if settled.state == "delivered" else each.body
        self._rows[settled.id] = _Row(row, body, result, free_at=settled.due_at)

    def rows(self, ids: Sequence[str], states: Sequence[OutboxState], limit: int) -> Sequence[OutboxRow]:
        if ids:
            chosen = [self._rows[id] for id in dict.fromkeys(ids) if id in self._rows]
        else:
            chosen = list(reversed(self._rows.values()))
        return [each.read() for each in chosen if not states or each.row.state in states][:limit]

    def counts(self) -> Mapping[OutboxState, int]:
        states = [each.row.state for each in self._rows.values()]
        return {state: states.count(state) for state in OUTBOX_STATES}

    def purge(self, now: float) -> int:
        old = [
            id
            for id, each in self._rows.items()
            if each.row.state == "delivered" and each.row.due_at <= now - DELIVERED_KEPT_SECONDS
        ]
        for id in old:
            del self._rows[id]
        return len(old)
