"""TinyDB's API over SQLite: TinyDB's own tables, given mappings that read and write one document by its id.

Stock TinyDB reads all documents into a dict, changes the dict and writes all of it back. Here the same code
of TinyDB changes a mapping whose items are rows, so every method of a table means what TinyDB documents, and
costs by what it touches. Document ids are text; one that TinyDB makes up is the next number.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table
from tinydb.utils import LRUCache

from storage.json_text import from_text
from storage.sqlite_records import RecordsOfKind, kinds
from storage.store import Json
from storage.written import to_text


class EditedRecords(RecordsOfKind):
    """Writes back the documents that were changed where they lay, as TinyDB's `update` does."""

    def __init__(self, connection: sqlite3.Connection, kind: str) -> None:
        super().__init__(connection, kind)
        self._lent: dict[str, tuple[Json, str]] = {}

    def __getitem__(self, id: str) -> Json:
        if id not in self._lent:
            text = self.text(id)
            self._lent[id] = from_text(text), text
        return self._lent[id][0]

    def __setitem__(self, id: str, body: Json) -> None:
        self._lent.pop(str(id), None)
        super().__setitem__(str(id), body)

    def __delitem__(self, id: str) -> None:
        self._lent.pop(id, None)
        super().__delitem__(id)

    def __contains__(self, id: object) -> bool:
        return super().__contains__(str(id))

    def clear(self) -> None:
        self._lent.clear()
        super().clear()

    def write_back(self) -> None:
        for id, (body, before) in list(self._lent.items()):
            if to_text(body) != before:
                self[id] = body


class AllRecords(MutableMapping[str, Any]):
    """What TinyDB takes for the whole database: table name -> RecordsOfKind. An empty one is none."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getitem__(self, kind: str) -> RecordsOfKind:
        return RecordsOfKind(self._connection, kind)

    def __setitem__(self, kind: str, documents: Mapping[str, Json]) -> None:
        records = self[kind]
        copied = {id: dict(body) for id, body in documents.items()}
        records.clear()
        records.update(copied)

    def __delitem__(self, kind: str) -> None:
        self[kind].clear()

    def __contains__(self, kind: object) -> bool:
        return kind in set(self)

    def __iter__(self) -> Iterator[str]:
        return iter(kinds(self._connection))

    def __len__(self) -> int:
        return len(kinds(self._connection))


class SqliteStorage(Storage):
    """TinyDB's storage over an open connection, which it closes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def read(self) -> Any:
        return AllRecords(self.connection)

    def write(self, data: Mapping[str, Mapping[str, Json]]) -> None:
        if isinstance(data, AllRecords):
            return
        copied = {kind: dict(documents) for kind, documents in data.items()}
        with self.transaction():
            everything = AllRecords(self.connection)
            everything.clear()
            everything.update(copied)

    def close(self) -> None:
        self.connection.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written within, or nothing; also within a transaction of somebody else."""
        inner = self.connection.in_transaction
        self.connection.execute("SAVEPOINT tinydb" if inner else "BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("RELEASE tinydb" if inner else "COMMIT")
        except BaseException:
            if inner and self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO tinydb")
                self.connection.execute("RELEASE tinydb")
            elif self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise


class NoCache(LRUCache[Any, Any]):
    """Remembers no answers to queries: another thread or process may have changed the documents since."""

    def set(self, key: Any, value: Any) -> None:
        pass


class SqliteTable(Table):
    """A TinyDB table whose documents are records of one kind."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB lets it be chosen, but types it as int
    query_cache_class = NoCache
    _storage: SqliteStorage
    _next_id: Any

    @property
    def records(self) -> RecordsOfKind:
        return RecordsOfKind(self._storage.connection, self.name)

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """As TinyDB's, but documents asked for by several ids are looked up, not searched for."""
        if (doc_ids := kwargs.get("doc_ids")) is None or kwargs.get("doc_id") is not None:
            return super().get(*args, **kwargs)
        records = self.records
        chosen = {str(id): records.seq(str(id)) for id in doc_ids}
        in_order = sorted((seq, id) for id, seq in chosen.items() if seq is not None)
        make: Callable[[Any, Any], Document] = self.document_class
        return [make(records[id], id) for _, id in in_order]

    def _read_table(self) -> Any:
        return self.records

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._storage.transaction():
            records = EditedRecords(self._storage.connection, self.name)
            updater(records)
            records.write_back()

    def _get_next_id(self) -> Any:
        if self._next_id is None or str(self._next_id) in self.records:
            self._next_id = self.records.highest_number() + 1
        next_id = str(self._next_id)
        self._next_id += 1
        return next_id


class SqliteDB(TinyDB):
    """TinyDB with tables in SQLite: SqliteDB(connection).table("application").get(doc_id="...")"""

    table_class = SqliteTable
    default_storage_class = SqliteStorage  # type: ignore[assignment]  # TinyDB types it as its own

    @property
    def storage(self) -> SqliteStorage:
        return cast(SqliteStorage, self._storage)

    def records(self, kind: str) -> RecordsOfKind:
        """The rows under the table of that name."""
        return cast(SqliteTable, self.table(kind)).records
