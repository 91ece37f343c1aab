"""Whatever is done to a store in whatever order, it answers as a few dicts would."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from storage.store import (
    DELIVERED_KEPT_SECONDS,
    OUTBOX_STATES,
    AuditLine,
    Committed,
    Conflict,
    Json,
    Key,
    LineId,
    OutboxRow,
    OutboxState,
    Put,
    Settled,
    Stored,
)
from storage.written import to_text
from tests.stores import STORES, OpenStore

T = TypeVar("T")

KEYS = [Key(kind, id) for kind in ("application", "person") for id in ("a", "b", "ø")]
INDEX_VALUES = ["kari", "ola", "🏥"]
QUEUES = ["chat-1", "chat-2"]
LEASE_SECONDS = 10.0

keys = st.sampled_from(KEYS)
revisions = st.integers(0, 3)
bodies = st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=5) | st.none(), max_size=3)
indexes = st.dictionaries(st.just("member"), st.lists(st.sampled_from(INDEX_VALUES), max_size=2), max_size=1)
row_ids = st.sampled_from([f"r{n}" for n in range(6)])
states = st.sampled_from(OUTBOX_STATES)
seconds = st.integers(0, 100).map(float)


class StoreAndModel(RuleBasedStateMachine):
    """The model holds what was written as it was written; every question is put to both."""

    open_store: OpenStore

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.folder = TemporaryDirectory()
        self.store = self.opened()
        self.records: dict[Key, tuple[Stored, Put]] = {}
        self.lines: dict[str, list[AuditLine]] = {}
        self.rows: dict[str, OutboxRow] = {}
        self.free_at: dict[str, float] = {}
        self.under_way: set[str] = set()
        self.now = 0.0

    def opened(self) -> Any:
        return type(self).open_store(Path(self.folder.name))

    def teardown(self) -> None:
        self.run(self.store.close())
        self.loop.close()
        self.folder.cleanup()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(work)

    def revision(self, key: Key) -> int:
        return self.records[key][0].revision if key in self.records else 0

    @rule(
        expect=st.dictionaries(keys, st.none() | revisions, max_size=3),
        put=st.lists(
            st.builds(Put, keys, bodies, indexes, st.none() | seconds), max_size=3, unique_by=lambda p: p.key
        ),
        delete=st.lists(keys, max_size=2, unique=True),
        lines=st.integers(0, 3),
        repeat_a_line=st.booleans(),
        erase=st.lists(st.integers(-1, 8), max_size=3, unique=True),
        enqueue=st.lists(st.tuples(row_ids, st.sampled_from(QUEUES), seconds), max_size=3),
    )
    def try_a_commit(
        self,
        expect: dict[Key, int | None],
        put: list[Put],
        delete: list[Key],
        lines: int,
        repeat_a_line: bool,
        erase: list[int],
        enqueue: list[tuple[str, str, float]],
    ) -> None:
        self.commit(expect, put, delete, lines, repeat_a_line, erase, enqueue)

    def commit(
        self,
        expect: dict[Key, int | None],
        put: list[Put],
        delete: list[Key],
        lines: int,
        repeat_a_line: bool,
        erase: list[int],
        enqueue: list[tuple[str, str, float]],
    ) -> None:
        # None stands for the revision that is right, whatever that is by now.
        wanted = {key: self.revision(key) if guess is None else guess for key, guess in expect.items()}
        delete = [key for key in delete if key not in {each.key for each in put}]
        existing = self.lines.get("a", [])
        first = len(existing) + (0 if repeat_a_line and existing else 1)
        audit = [
            AuditLine("a", seq, {"n": seq}, {"v": "ø"} if seq % 2 else {})
            for seq in range(first, first + lines)
        ]
        rows = {id: OutboxRow(id, "teams", queue, {"id": id}, 0.0, due_at) for id, queue, due_at in enqueue}
        erased = [seq for seq in erase if seq not in {line.seq for line in audit}]
        outcome = self.run(
            self.store.commit(
                expect=wanted,
                put=put,
                delete=delete,
                append_audit=audit,
                erase_values=[LineId("a", seq) for seq in erased],
                enqueue=list(rows.values()),
            )
        )
        found = {key: self.revision(key) for key in wanted if self.revision(key) != wanted[key]}
        if audit and first <= len(existing):
            found[Key("audit", "a")] = len(existing)
        if found:
            assert outcome == Conflict(found)
            return
        for each in put:
            assert isinstance(each.body, dict)
            self.records[each.key] = Stored(each.key, self.revision(each.key) + 1, to_text(each.body)), each
        for key in delete:
            self.records.pop(key, None)
        if audit:
            self.lines["a"] = existing + audit
        for line in self.lines.get("a", []):
            if line.seq in erased:
                self.lines["a"][line.seq - 1] = replace(line, values={})
        for id, row in rows.items():
            if id not in self.rows:
                self.rows[id] = row
                self.free_at[id] = row.due_at
        assert outcome == Committed({each.key: self.revision(each.key) for each in put})

    @rule(ids=st.lists(row_ids, min_size=1, max_size=4, unique=True), queue=st.sampled_from(QUEUES))
    def enqueue(self, ids: list[str], queue: str) -> None:
        self.commit({}, [], [], 0, False, [], [(id, queue, self.now) for id in ids])

    @rule(seconds=seconds, limit=st.integers(1, 3))
    def claim(self, seconds: float, limit: int) -> None:
        self.now += seconds
        heads: dict[str, OutboxRow] = {}
        for row in self.rows.values():
            if row.state in ("waiting", "uncertain"):
                heads.setdefault(row.queue, row)
        due = [row for row in heads.values() if self.free_at[row.id] <= self.now]
        in_order = [row for row in self.rows.values() if row in due][:limit]
        for row in in_order:
            state: OutboxState = "uncertain" if row.id in self.under_way else row.state
            self.rows[row.id] = replace(row, state=state, attempts=row.attempts + 1)
            self.free_at[row.id] = self.now + LEASE_SECONDS
            self.under_way.add(row.id)
        claimed = self.run(self.store.claim(self.now, lease_seconds=LEASE_SECONDS, limit=limit))
        assert claimed == [self.rows[row.id] for row in in_order]

    @rule(
        id=row_ids, state=states, wait=seconds, result=st.dictionaries(st.just("code"), st.text(max_size=2))
    )
    def settle(self, id: str, state: OutboxState, wait: float, result: Json) -> None:
        due_at = self.now + wait
        self.run(self.store.settle([Settled(id, state, due_at, result)]))
        if (row := self.rows.get(id)) is None:
            return
        merged = row.result | result
        if row.state == "delivered":
            self.rows[id] = replace(row, result=merged)
        else:
            body = {} if state == "delivered" else row.body
            self.rows[id] = replace(row, state=state, due_at=due_at, result=merged, body=body)
            self.free_at[id] = due_at
            self.under_way.discard(id)

    @rule(later=st.sampled_from([0.0, 50.0, DELIVERED_KEPT_SECONDS + 50.0]))
    def purge(self, later: float) -> None:
        now = self.now + later
        expired = [
            key
            for key, (_, put) in self.records.items()
            if put.expires_at is not None and put.expires_at <= now
        ]
        old = [
            id
            for id, row in self.rows.items()
            if row.state == "delivered" and row.due_at <= now - DELIVERED_KEPT_SECONDS
        ]
        for key in expired:
            del self.records[key]
        for id in old:
            del self.rows[id], self.free_at[id]
        assert self.run(self.store.purge(now)) == len(expired) + len(old)

    @invariant()
    def both_say_the_same(self) -> None:
        self.run(self.compare())

    async def compare(self) -> None:
        stored = {key: each for key, (each, _) in self.records.items()}
        assert await self.store.get(KEYS) == stored
        for kind in ("application", "person"):
            in_order = sorted(
                (each for each in stored.values() if each.key.kind == kind), key=lambda e: e.key
            )
            assert await self.store.scan(kind) == in_order
            for value in INDEX_VALUES:
                assert await self.store.find(kind, "member", value) == [
                    each for each in in_order if value in self.records[each.key][1].index.get("member", [])
                ]
        assert await self.store.audit("a") == self.lines.get("a", [])
        assert await self.store.outbox() == list(reversed(self.rows.values()))
        counted = [row.state for row in self.rows.values()]
        assert await self.store.outbox_counts() == {state: counted.count(state) for state in OUTBOX_STATES}


class DurableStoreAndModel(StoreAndModel):
    @rule()
    def restart(self) -> None:
        self.run(self.store.close())
        self.store = self.opened()


@pytest.mark.parametrize("name", STORES)
def test_a_store_answers_as_its_model_does(name: str) -> None:
    forgets = name == "memory"
    machine = type(name, (StoreAndModel if forgets else DurableStoreAndModel,), {"open_store": STORES[name]})
    examples = settings().max_examples // (2 if forgets else 4)  # One is many calls, and a new file each.
    run_state_machine_as_test(machine, settings=settings(max_examples=examples, stateful_step_count=20))
