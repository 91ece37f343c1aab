"""Nothing that a turn or the outbox worker asks of the store looks through what it does not need."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

import pytest

from storage import sqlite_commit, sqlite_outbox
from storage.sqlite_records import delete_expired
from storage.sqlite_schema import migrate
from storage.sqlite_tables import SqliteDB
from storage.store import AuditLine, Committed, Key, LineId, OutboxRow, Put, Settled
from storage.written import written
from tests.query_plans import plans, statements_run

DRAFT = Key("application", "a1")


@pytest.fixture
def db() -> Iterator[SqliteDB]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    with SqliteDB(connection) as opened:
        commit(opened)
        yield opened


def commit(db: SqliteDB) -> None:
    revision = db.records(DRAFT.kind).revision(DRAFT.id)
    outcome = sqlite_commit.commit(
        db,
        written(
            expect={DRAFT: revision},
            put=[Put(DRAFT, {}, {"member": [f"kari {revision}"]}, expires_at=1.0)],
            delete=[Key("code", "c1")],
            append_audit=[AuditLine("a1", revision + 1, {}, {"new": "x"})],
            erase_values=[LineId("a1", revision)] if revision else [],
            enqueue=[OutboxRow(f"r{revision}", "teams", "chat-1", {}, 0.0, 0.0)],
        ),
    )
    assert isinstance(outcome, Committed)


ASKED: dict[str, Callable[[SqliteDB], object]] = {
    "get": lambda db: db.records("application").stored("a1"),
    "find": lambda db: db.records("application").found("member", "kari 0", 10),
    "scan": lambda db: db.records("application").page("", 10),
    "commit": commit,
    "audit": lambda db: sqlite_commit.audit(db.storage.connection, "a1", after=0, limit=10),
    "claim": lambda db: sqlite_outbox.claim(db.storage.connection, 5.0, lease_seconds=5.0, limit=10),
    "settle": lambda db: sqlite_outbox.settle(db.storage.connection, Settled("r0", "delivered", 1.0)),
    "rows by id": lambda db: sqlite_outbox.rows_by_id(db.storage.connection, ["r0"], [], 10),
    "purge": lambda db: (
        delete_expired(db.storage.connection, 5.0, 10),
        sqlite_outbox.delete_delivered(db.storage.connection, 5.0, 10),
    ),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_what_is_asked_of_the_store_is_looked_up(db: SqliteDB, ask: Callable[[SqliteDB], object]) -> None:
    with statements_run(db.storage.connection) as statements:
        ask(db)
    assert statements
    plan = plans(db.storage.connection, statements)
    assert "SEARCH" in plan
    assert "SCAN" not in plan.replace("SCAN CONSTANT ROW", "")


def test_claiming_looks_at_the_first_open_row_of_each_queue_alone(db: SqliteDB) -> None:
    with statements_run(db.storage.connection) as statements:
        sqlite_outbox.claim(db.storage.connection, 5.0, lease_seconds=5.0, limit=10)
    assert "outbox_free (free_at<?)" in plans(db.storage.connection, statements)
    (where,) = db.storage.connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'outbox_free'"
    ).fetchone()
    assert where.endswith("WHERE head = 1")
