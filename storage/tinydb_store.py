"""The embedded store: TinyDB's tables in one SQLite file, written by one thread and read by another."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from storage import sqlite_commit, sqlite_outbox
from storage.json_text import from_text
from storage.sqlite_file import as_unavailable, connect, connect_to_read, create
from storage.sqlite_records import delete_expired
from storage.sqlite_tables import SqliteDB
from storage.sqlite_work import SqliteWork
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
)
from storage.worker import Worker
from storage.written import to_text, written

BUSY_TIMEOUT_SECONDS = 5.0
"""How long a write waits for another process (export, outbox, doctor) that writes at the same time."""
PURGED_AT_A_TIME = 500
LONGEST_WITHOUT_OTHERS_SECONDS = 0.005
MOST_IN_PLACE = 8
"""Records that are read without leaving the event loop. Readers of a WAL wait for nobody."""


def open_store(path: Path, *, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> TinyDbStore:
    """Opens or makes the file. Raises StoreUnavailable, and DatabaseTooNew for a later program's file."""
    create(path)
    writing = SqliteWork(
        lambda: connect(path, busy_timeout_seconds=busy_timeout_seconds), begin="BEGIN IMMEDIATE"
    )
    reading = SqliteWork(
        lambda: connect_to_read(path, busy_timeout_seconds=busy_timeout_seconds), begin="BEGIN"
    )
    try:
        writing.open()
        reading.open()
    except sqlite3.Error as error:
        writing.close()
        raise as_unavailable(error) from None
    looking = SqliteWork(lambda: connect_to_read(path, busy_timeout_seconds=0), begin="BEGIN")
    return TinyDbStore(Worker("store-writer", writing), Worker("store-reader", reading), looking)


def open_tables(path: Path, *, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> SqliteDB:
    """The records of a store's file as TinyDB's tables, for looking at and mending by hand."""
    create(path)
    return SqliteDB(connect(path, busy_timeout_seconds=busy_timeout_seconds))


class TinyDbStore:
    def __init__(self, writer: Worker[SqliteDB], reader: Worker[SqliteDB], looking: SqliteWork) -> None:
        self._writer = writer
        self._reader = reader
        self._looking = looking
        self._asking: asyncio.Task[object] | None = None
        self._asks_since = 0.0

    async def get(self, keys: Sequence[Key]) -> Mapping[Key, Stored]:
        def read(db: SqliteDB) -> Mapping[Key, Stored]:
            looked_up = [db.records(key.kind).stored(key.id) for key in keys]
            return {stored.key: stored for stored in looked_up if stored is not None}

        if len(keys) > MOST_IN_PLACE or self._reader.is_closed:
            return await self._reader.ask(read)
        await self._let_others_in()
        try:
            # In place: a few records by their ids take a tenth of the time that handing them over takes.
            return self._looking.look(read)
        except sqlite3.Error:
            return await self._reader.ask(read)

    async def _let_others_in(self) -> None:
        """Whoever asks again and again does, as with every other method; before who comes anew, they have been in."""
        task, now = asyncio.current_task(), time.monotonic()
        if task is not self._asking:
            self._asking, self._asks_since = task, now
        elif now - self._asks_since > LONGEST_WITHOUT_OTHERS_SECONDS:
            await asyncio.sleep(0)
            self._asks_since = time.monotonic()

    async def find(self, kind: str, index: str, value: str, *, limit: int = 100) -> Sequence[Stored]:
        return await self._reader.ask(lambda db: db.records(kind).found(index, value, limit))

    async def scan(self, kind: str, *, after: str = "", limit: int = 500) -> Sequence[Stored]:
        return await self._reader.ask(lambda db: db.records(kind).page(after, limit))

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
        as_text = written(expect, put, delete, append_audit, erase_values, enqueue)
        return await self._writer.ask(lambda db: sqlite_commit.commit(db, as_text))

    async def audit(self, application_id: str, *, after: int = 0, limit: int = 1000) -> Sequence[AuditLine]:
        return await self._reader.ask(
            lambda db: sqlite_commit.audit(db.storage.connection, application_id, after=after, limit=limit)
        )

    async def claim(self, now: float, *, lease_seconds: float, limit: int = 50) -> Sequence[OutboxRow]:
        return await self._writer.ask(
            lambda db: sqlite_outbox.claim(
                db.storage.connection, now, lease_seconds=lease_seconds, limit=limit
            )
        )

    async def settle(self, settled: Sequence[Settled]) -> None:
        # Into text and back: nobody shares an object with the thread, and what cannot be kept stops here.
        kept = [
            Settled(each.id, each.state, each.due_at, from_text(to_text(each.result))) for each in settled
        ]

        def write(db: SqliteDB) -> None:
            for each in kept:
                sqlite_outbox.settle(db.storage.connection, each)

        await self._writer.ask(write)

    async def outbox(
        self, *, ids: Sequence[str] = (), states: Sequence[OutboxState] = (), limit: int = 500
    ) -> Sequence[OutboxRow]:
        def read(db: SqliteDB) -> Sequence[OutboxRow]:
            if ids:
                return sqlite_outbox.rows_by_id(db.storage.connection, ids, states, limit)
            return sqlite_outbox.newest_rows(db.storage.connection, states, limit)

        return await self._reader.ask(read)

    async def outbox_counts(self) -> Mapping[OutboxState, int]:
        return await self._reader.ask(lambda db: sqlite_outbox.counts(db.storage.connection))

    async def purge(self, now: float) -> int:
        def erase_some(db: SqliteDB) -> int:
            connection = db.storage.connection
            return delete_expired(connection, now, PURGED_AT_A_TIME) + sqlite_outbox.delete_delivered(
                connection, now, PURGED_AT_A_TIME
            )

        erased = 0
        while some := await self._writer.ask(erase_some):
            erased += some
        await self._writer.ask(_empty_the_log, alone=True)
        return erased

    async def close(self) -> None:
        # The writer last: who closes the file last takes its log into it.
        await self._reader.close()
        self._looking.close()
        await self._writer.close()


def _empty_the_log(db: SqliteDB) -> None:
    """Takes the log into the file: the log is where overwritten and deleted text would otherwise stay.

    If another process reads just then for longer than we wait, what is left goes with the next purge.
    """
    db.storage.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
