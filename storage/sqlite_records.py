"""Records in SQLite, each read and written by its id, in the shape of the mappings that TinyDB works on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any

from storage.json_text import from_text
from storage.store import Json, Key, Stored
from storage.written import RecordText, to_text


class RecordsOfKind(MutableMapping[str, Json]):
    """All records of a kind: id -> body, in the order they were first written."""

    def __init__(self, connection: sqlite3.Connection, kind: str) -> None:
        self._connection = connection
        self.kind = kind

    def __getitem__(self, id: str) -> Json:
        return from_text(self.text(id))

    def __setitem__(self, id: str, body: Json) -> None:
        """Leaves the index and the expiry of a record that exists as they are."""
        self._connection.execute(
            "INSERT INTO record (kind, id, revision, body) VALUES (?, ?, 1, ?)"
            " ON CONFLICT (kind, id) DO UPDATE SET revision = revision + 1, body = excluded.body",
            (self.kind, id, to_text(body)),
        )

    def __delitem__(self, id: str) -> None:
        if not self.delete(id):
            raise KeyError(id)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self.revision(id) > 0

    def __len__(self) -> int:
        (count,) = self._one("SELECT count(*) FROM record WHERE kind = ?", self.kind)
        return int(count)

    def __iter__(self) -> Iterator[str]:
        rows = self._connection.execute("SELECT id FROM record WHERE kind = ? ORDER BY seq", (self.kind,))
        return iter([id for (id,) in rows])

    def items(self) -> Any:
        """One record in memory at a time; what is written meanwhile is not met."""
        return ((id, from_text(text)) for id, text in self._bodies())

    def clear(self) -> None:
        self._connection.execute("DELETE FROM record WHERE kind = ?", (self.kind,))
        self._connection.execute("DELETE FROM idx WHERE kind = ?", (self.kind,))

    def highest_number(self) -> int:
        """The highest id that is a number, or 0."""
        (highest,) = self._one(
            "SELECT max(CAST(id AS INTEGER)) FROM record"
            " WHERE kind = ? AND id <> '' AND id NOT GLOB '*[^0-9]*' AND length(id) < 19",
            self.kind,
        )
        return int(highest or 0)

    def revision(self, id: str) -> int:
        """0 for a record that does not exist."""
        found = self._one("SELECT revision FROM record WHERE kind = ? AND id = ?", self.kind, id)
        return int(found[0]) if found else 0

    def seq(self, id: str) -> int | None:
        """Grows in the order in which records were first written."""
        found = self._one("SELECT seq FROM record WHERE kind = ? AND id = ?", self.kind, id)
        return int(found[0]) if found else None

    def text(self, id: str) -> str:
        """The body as it lies there. Raises KeyError."""
        if (found := self._one("SELECT body FROM record WHERE kind = ? AND id = ?", self.kind, id)) is None:
            raise KeyError(id)
        return str(found[0])

    def stored(self, id: str) -> Stored | None:
        found = self._one("SELECT revision, body FROM record WHERE kind = ? AND id = ?", self.kind, id)
        return Stored(Key(self.kind, id), *found) if found else None

    def found(self, name: str, value: str, limit: int) -> Sequence[Stored]:
        rows = self._connection.execute(
            "SELECT record.id, revision, body FROM idx JOIN record USING (kind, id)"
            " WHERE idx.kind = ? AND name = ? AND value = ? ORDER BY idx.id LIMIT ?",
            (self.kind, name, value, limit),
        )
        return [self._stored(row) for row in rows]

    def page(self, after: str, limit: int) -> Sequence[Stored]:
        rows = self._connection.execute(
            "SELECT id, revision, body FROM record WHERE kind = ? AND id > ? ORDER BY id LIMIT ?",
            (self.kind, after, limit),
        )
        return [self._stored(row) for row in rows]

    def write(self, record: RecordText) -> None:
        """Writes the whole record; its index becomes exactly the given one."""
        id = record.key.id
        self._connection.execute(
            "INSERT INTO record (kind, id, revision, body, expires_at) VALUES (?, ?, 1, ?, ?)"
            " ON CONFLICT (kind, id) DO UPDATE SET"
            " revision = revision + 1, body = excluded.body, expires_at = excluded.expires_at",
            (self.kind, id, record.body, record.expires_at),
        )
        rows = self._connection.execute(
            "SELECT name, value FROM idx WHERE kind = ? AND id = ?", (self.kind, id)
        )
        before = frozenset(rows)
        for name, value in before - record.found_by:
            self._connection.execute(
                "DELETE FROM idx WHERE kind = ? AND name = ? AND value = ? AND id = ?",
                (self.kind, name, value, id),
            )
        for name, value in record.found_by - before:
            self._connection.execute("INSERT INTO idx VALUES (?, ?, ?, ?)", (self.kind, name, value, id))

    def delete(self, id: str) -> bool:
        """Whether there was a record to delete."""
        self._connection.execute("DELETE FROM idx WHERE kind = ? AND id = ?", (self.kind, id))
        deleted = self._connection.execute("DELETE FROM record WHERE kind = ? AND id = ?", (self.kind, id))
        return deleted.rowcount > 0

    def _bodies(self) -> Iterator[tuple[str, str]]:
        rows = self._connection.execute("SELECT seq FROM record WHERE kind = ? ORDER BY seq", (self.kind,))
        for (seq,) in rows.fetchall():
            if row := self._one("SELECT id, body FROM record WHERE seq = ? AND kind = ?", seq, self.kind):
                yield row[0], row[1]

    def _stored(self, row: tuple[str, int, str]) -> Stored:
        id, revision, text = row
        return Stored(Key(self.kind, id), revision, text)

    def _one(self, statement: str, *values: str | int) -> Any:
        return self._connection.execute(statement, values).fetchone()


def kinds(connection: sqlite3.Connection) -> Sequence[str]:
    """The kinds of which there is a record: one step in the index for each, however many records it has."""
    rows = connection.execute(
        "WITH RECURSIVE step (kind) AS (SELECT min(kind) FROM record UNION ALL"
        " SELECT (SELECT min(kind) FROM record WHERE kind > step.kind) FROM step WHERE step.kind IS NOT NULL)"
        " SELECT kind FROM step WHERE kind IS NOT NULL"
    )
    return [kind for (kind,) in rows]


def delete_expired(connection: sqlite3.Connection, now: float, limit: int) -> int:
    rows = connection.execute("SELECT kind, id FROM record WHERE expires_at <= ? LIMIT ?", (now, limit))
    return sum(RecordsOfKind(connection, kind).delete(id) for kind, id in rows.fetchall())
