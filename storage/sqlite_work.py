"""Where the store's threads do their work: one connection, all that waits in one transaction."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from storage.sqlite_file import as_unavailable, is_a_bug, is_busy
from storage.sqlite_tables import SqliteDB
from storage.worker import Done, Failed, Job, Outcome

T = TypeVar("T")


class SqliteWork:
    """Opens its connection again after a failure: a store whose disk is back works again by itself."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], *, begin: str) -> None:
        self._connect = connect
        self._begin = begin
        self._db: SqliteDB | None = None

    def open(self) -> SqliteDB:
        if self._db is None:
            self._db = SqliteDB(self._connect())
        return self._db

    def close(self) -> None:
        db, self._db = self._db, None
        if db is not None:
            with contextlib.suppress(sqlite3.Error):  # What was promised was committed before.
                db.close()

    def do(self, jobs: Sequence[Job[SqliteDB]]) -> Sequence[Outcome]:
        outcomes: list[Outcome] = []
        for alone, group in groupby(jobs, key=lambda job: job.alone):
            if alone:
                outcomes += [self._do_alone(job) for job in group]
            else:
                outcomes += self._do_together(list(group))
        return outcomes

    def look(self, work: Callable[[SqliteDB], T]) -> T:
        """In one transaction, by the caller's own thread. Raises sqlite3.Error; the next look opens anew."""
        try:
            db = self.open()
            db.storage.connection.execute(self._begin)
            found = work(db)
            db.storage.connection.execute("COMMIT")
        except BaseException:
            self.close()
            raise
        return found

    def _do_together(self, jobs: Sequence[Job[SqliteDB]]) -> Sequence[Outcome]:
        """In one transaction, and one wait for the disk. If it fails, each gets a transaction of its own."""
        try:
            db = self.open()
            connection = db.storage.connection
            connection.execute(self._begin)
            if len(jobs) == 1:
                return [_do_only(connection, db, jobs[0])]
            outcomes = [_do_within(connection, db, job) for job in jobs]
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            self.close()
            if len(jobs) > 1 and not is_busy(error):
                return [outcome for job in jobs for outcome in self._do_together([job])]
            return [_failed(error) for _ in jobs]
        return outcomes

    def _do_alone(self, job: Job[SqliteDB]) -> Outcome:
        """Outside any transaction."""
        try:
            return Done(job.work(self.open()))
        except sqlite3.Error as error:
            self.close()
            return _failed(error)


def _do_only(connection: sqlite3.Connection, db: SqliteDB, job: Job[SqliteDB]) -> Outcome:
    """The transaction is the job's own: it needs no savepoint, which would cost a tenth of the write."""
    try:
        outcome: Outcome = Done(job.work(db))
    except sqlite3.Error:
        raise
    except Exception as error:
        connection.execute("ROLLBACK")
        return Failed(error)
    connection.execute("COMMIT")
    return outcome


def _do_within(connection: sqlite3.Connection, db: SqliteDB, job: Job[SqliteDB]) -> Outcome:
    """A job that raises takes back what it wrote itself; the others of the transaction stay."""
    connection.execute("SAVEPOINT job")
    try:
        outcome: Outcome = Done(job.work(db))
    except sqlite3.Error:
        raise
    except Exception as error:
        connection.execute("ROLLBACK TO job")
        outcome = Failed(error)
    connection.execute("RELEASE job")
    return outcome


def _failed(error: sqlite3.Error) -> Outcome:
    return Failed(error if is_a_bug(error) else as_unavailable(error))
