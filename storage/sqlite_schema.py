"""The tables of the database file and how older ones become today's: each step adds, none takes away."""

from __future__ import annotations

import sqlite3
from typing import Final

RECORDS_AUDIT_AND_OUTBOX = (
    """
    CREATE TABLE record (
        seq INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        body TEXT NOT NULL,
        expires_at REAL,
        UNIQUE (kind, id)
    )
    """,
    "CREATE INDEX record_expires ON record (expires_at) WHERE expires_at IS NOT NULL",
    """
    CREATE TABLE idx (
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        id TEXT NOT NULL,
        PRIMARY KEY (kind, name, value, id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX idx_of_record ON idx (kind, id)",
    """
    CREATE TABLE audit (
        application_id TEXT NOT NULL,
        seq INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (application_id, seq)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE audit_values (
        application_id TEXT NOT NULL,
        seq INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (application_id, seq)
    )
    """,
    """
    CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        target TEXT NOT NULL,
        queue TEXT NOT NULL,
        body TEXT NOT NULL,
        created_at REAL NOT NULL,
        due_at REAL NOT NULL,
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        result TEXT NOT NULL,
        free_at REAL NOT NULL,
        under_way INTEGER NOT NULL DEFAULT 0,
        head INTEGER NOT NULL DEFAULT 0
    )
    """,
    # What is settled stands in none of these three, so claiming costs by what is open.
    "CREATE INDEX outbox_open ON outbox (queue, seq) WHERE state IN ('waiting', 'uncertain')",
    "CREATE UNIQUE INDEX outbox_head ON outbox (queue) WHERE head = 1",
    "CREATE INDEX outbox_free ON outbox (free_at) WHERE head = 1",
    "CREATE INDEX outbox_state ON outbox (state, due_at)",
)

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (RECORDS_AUDIT_AND_OUTBOX,)
"""The statements that lead to version 1, 2, ... A step that has been released is never changed."""


class DatabaseTooNew(Exception):
    """The database was written by a newer version of the program, whose records this one could harm."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"the database has version {found}, this program knows {known}")
        self.found = found
        self.known = known


def migrate(connection: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> None:
    """Brings the tables up to date; takes a write lock only when there is something to do."""
    if _version(connection, len(migrations)) == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY)")
        # Another process may have come first while this one waited for the lock.
        for version in range(_version(connection, len(migrations)), len(migrations)):
            for statement in migrations[version]:
                connection.execute(statement)
            connection.execute("INSERT INTO schema_version (version) VALUES (?)", (version + 1,))
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _version(connection: sqlite3.Connection, known: int) -> int:
    named = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").fetchone()
    if named is None:
        return 0
    (found,) = connection.execute("SELECT coalesce(max(version), 0) FROM schema_version").fetchone()
    if found > known:
        raise DatabaseTooNew(found, known)
    return int(found)
