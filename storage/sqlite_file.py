"""Opens the database file: who may read it, and how it is written so that what was promised lasts."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import stat
import time
from pathlib import Path

from storage.sqlite_schema import migrate
from storage.store import StoreUnavailable


def create(path: Path) -> None:
    """Makes the file and its folder if they are missing, for the owner's eyes only."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(0o600)  # The log beside it takes its permissions from the file.
    except OSError as error:
        raise StoreUnavailable(errno.errorcode.get(error.errno or 0, "OSError")) from None


def connect(path: Path, *, busy_timeout_seconds: float) -> sqlite3.Connection:
    """A connection that writes durably. Raises sqlite3.Error and DatabaseTooNew; never makes a new file."""
    connection = _open(path, busy_timeout_seconds)
    try:
        # Of a new file: most pages that a turn writes are of an index, in which it changes a few bytes.
        connection.execute("PRAGMA page_size = 4096")
        _write_ahead(connection, until=time.monotonic() + busy_timeout_seconds)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        # Pages in the log before they are taken into the file (32 MB): many writes of a record become one.
        connection.execute("PRAGMA wal_autocheckpoint = 8000")
        connection.execute("PRAGMA journal_size_limit = 33554432")
        connection.execute("PRAGMA cache_size = -32768")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, *, busy_timeout_seconds: float) -> sqlite3.Connection:
    """A connection that cannot write, to a file whose tables are up to date."""
    connection = _open(path, busy_timeout_seconds)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cache_size = -16384")
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection, *, until: float) -> None:
    """SQLite does not wait by itself for others who change a new file to a write-ahead log at the same time."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > until:
                raise
        time.sleep(0.01)


def _open(path: Path, busy_timeout_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        # A file that is gone (a disk not mounted) must not be replaced by an empty one: no "c" in the mode.
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=busy_timeout_seconds,
        isolation_level=None,
        check_same_thread=False,  # Opened where the store is opened, used by its one thread.
        cached_statements=256,
    )
    # Sorting must not leave what people wrote in temporary files.
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def as_unavailable(error: sqlite3.Error) -> StoreUnavailable:
    """The error by its code alone: SQLite's own text could name what was written."""
    return StoreUnavailable(getattr(error, "sqlite_errorname", type(error).__name__))


def is_a_bug(error: sqlite3.Error) -> bool:
    """Whether the call was wrong, not the disk."""
    return isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError | sqlite3.DataError)


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another process held the file longer than we wait."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
