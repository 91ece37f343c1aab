"""Tables in SQLite do what TinyDB's own tables do, and read and write only what they touch."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.queries import QueryInstance
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from storage.sqlite_records import RecordsOfKind
from storage.sqlite_schema import migrate
from storage.sqlite_tables import SqliteDB
from storage.store import Key, Put
from storage.tinydb_store import open_store, open_tables
from tests.query_plans import plans, statements_run


@pytest.fixture
def db() -> Iterator[SqliteDB]:
    with new_db() as opened:
        yield opened


def new_db() -> SqliteDB:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    return SqliteDB(connection)


# Beside stock TinyDB

Step = Callable[[Any], Any]

fields = st.dictionaries(
    st.sampled_from(["a", "b", "ø"]), st.integers(-3, 3) | st.text(max_size=3) | st.none(), max_size=3
)
ids = st.integers(1, 12)
conditions: st.SearchStrategy[QueryInstance] = st.one_of(
    st.builds(lambda name, value: where(name) == value, st.sampled_from(["a", "b"]), st.integers(-3, 3)),
    st.builds(lambda name: where(name).exists(), st.sampled_from(["a", "b", "ø"])),
    st.builds(lambda name: ~where(name).exists(), st.sampled_from(["a", "ø"])),
)
changes = st.one_of(fields, st.sampled_from([delete("a"), increment("a")]))


def steps() -> st.SearchStrategy[Step]:
    documents = st.one_of(fields, st.builds(lambda body, id: (body, id), fields, ids))

    def made(document: Any, table: Table) -> Any:
        # The one difference: stock ids are int, ours text.
        if isinstance(document, tuple):
            return Document(document[0], table.document_id_class(document[1]))
        return document

    def own(table: Table, some: list[int]) -> list[Any]:
        return [table.document_id_class(id) for id in some]

    some_ids = st.lists(ids, max_size=3, unique=True)
    return st.one_of(
        st.builds(lambda d: lambda t: t.insert(made(d, t)), documents),
        # Without ids of their own: after one with an id stock TinyDB makes up the same id and overwrites it.
        st.builds(lambda bodies: lambda t: t.insert_multiple(bodies), st.lists(fields, max_size=4)),
        st.builds(lambda d, c: lambda t: t.upsert(made(d, t), c), documents, conditions),
        st.builds(lambda f, c: lambda t: t.update(f, c), changes, conditions),
        st.builds(lambda f, some: lambda t: t.update(f, doc_ids=own(t, some)), changes, some_ids),
        st.builds(lambda f: lambda t: t.update(f), changes),
        st.builds(
            lambda pairs: lambda t: t.update_multiple(pairs),
            st.lists(st.tuples(changes, conditions), max_size=3),
        ),
        st.builds(lambda c: lambda t: t.remove(c), conditions),
        st.builds(lambda some: lambda t: t.remove(doc_ids=own(t, some)), some_ids),
        st.just(lambda t: t.truncate()),
        st.builds(lambda c: lambda t: t.search(c), conditions),
        st.builds(lambda c: lambda t: t.count(c), conditions),
        st.builds(lambda c: lambda t: t.get(c), conditions),
        st.builds(lambda id: lambda t: t.get(doc_id=t.document_id_class(id)), ids),
        st.builds(lambda some: lambda t: t.get(doc_ids=own(t, some)), some_ids),
        st.builds(lambda c: lambda t: t.contains(c), conditions),
        st.builds(lambda id: lambda t: t.contains(doc_id=t.document_id_class(id)), ids),
        st.just(lambda t: len(t)),
        st.just(lambda t: list(t)),
        st.just(lambda t: t.all()),
    )


def outcome(step: Step, table: Table) -> Any:
    """What a step returns or raises, with ids as text."""
    try:
        return comparable(step(table))
    except (ValueError, TypeError, KeyError) as error:
        return type(error)


def comparable(value: Any) -> Any:
    if isinstance(value, Document):
        return str(value.doc_id), dict(value)
    if isinstance(value, list):
        return [comparable(each) for each in value]
    # A count or a truth stays what it is; an id becomes text.
    return str(value) if type(value) in (int, str) else value


class CopiesAsAFileDoes(MemoryStorage):
    """Stock MemoryStorage shares its documents with its callers, so that a failed update changes them."""

    def read(self) -> Any:
        return json.loads(json.dumps(super().read()))

    def write(self, data: Any) -> None:
        super().write(json.loads(json.dumps(data)))


@given(st.lists(steps(), max_size=12))
def test_every_sequence_of_calls_does_what_it_does_on_a_stock_table(some: list[Step]) -> None:
    with new_db() as ours:
        stock = TinyDB(storage=CopiesAsAFileDoes)
        for step in some:
            assert outcome(step, ours.table("application")) == outcome(step, stock.table("application"))
            assert contents(ours.table("application")) == contents(stock.table("application"))


def contents(table: Table) -> list[tuple[str, dict[str, Any]]]:
    return [(str(each.doc_id), dict(each)) for each in table]


# What is ours


@pytest.fixture
def table(db: SqliteDB) -> Any:
    """Any, because TinyDB's signatures know ids as int only."""
    return db.table("application")


def document(body: dict[str, Any], id: str) -> Document:
    text_id: Any = id
    return Document(body, text_id)


def test_a_document_is_got_by_its_id(table: Any) -> None:
    assert table.insert(document({"title": "Felles akutteam"}, "a1")) == "a1"
    found = table.get(doc_id="a1")
    assert (found.doc_id, found) == ("a1", {"title": "Felles akutteam"})
    assert table.get(doc_id="a2") is None


def test_documents_asked_for_by_id_come_in_the_order_they_were_written(table: Any) -> None:
    table.insert_multiple([{"n": n} for n in range(5)])
    assert [each["n"] for each in table.get(None, doc_ids=["5", "2", "9", "3"])] == [1, 2, 4]


def test_a_number_that_another_table_object_gave_is_not_given_again(db: SqliteDB, table: Any) -> None:
    other: Any = SqliteDB(db.storage.connection).table("application")
    assert [table.insert({}), other.insert({}), table.insert({}), other.insert({})] == ["1", "2", "3", "4"]
    table.insert(document({}, "not a number"))
    assert table.insert({}) == "5"


def test_of_several_documents_all_are_inserted_or_none(table: Any) -> None:
    table.insert(document({"n": 1}, "1"))
    with pytest.raises(ValueError, match="already exists"):
        table.insert_multiple([{"n": 2}, document({"n": 3}, "x"), document({"n": 4}, "1")])
    assert contents(table) == [("1", {"n": 1})]
    assert table.insert_multiple([document({"n": 2}, "2"), {"n": 3}]) == ["2", "3"]


def test_tables_are_those_that_hold_documents(db: SqliteDB) -> None:
    for name in ("b", "a", "ø"):
        db.table(name).insert({"n": 1})
    assert db.tables() == {"a", "b", "ø"}
    db.drop_table("a")
    db.drop_table("never was")
    assert db.tables() == {"b", "ø"}
    assert len(db.table("a")) == 0
    db.insert({"in": "the default table"})
    assert (len(db), db.tables()) == (1, {"_default", "b", "ø"})
    db.drop_tables()
    assert (len(db), db.tables()) == (0, set())


def test_the_whole_database_can_be_replaced_as_tinydb_does(db: SqliteDB) -> None:
    db.table("a").insert({"n": 1})
    everything = dict(db.storage.read())
    db.storage.write(everything | {"b": {"x": {"n": 2}}})
    assert {name: contents(db.table(name)) for name in db.tables()} == {
        "a": [("1", {"n": 1})],
        "b": [("x", {"n": 2})],
    }


def test_a_document_that_was_read_is_not_the_one_that_is_stored(table: Any) -> None:
    table.insert({"list": [1]})
    table.all()[0]["list"].append(2)
    table.search(where("list").exists())[0]["list"].append(3)
    assert table.all() == [{"list": [1]}]


def test_a_search_sees_what_another_connection_wrote(tmp_path: Path) -> None:
    with open_tables(tmp_path / "store.db") as mine, open_tables(tmp_path / "store.db") as theirs:
        assert mine.table("a").search(where("n") == 1) == []
        theirs.table("a").insert({"n": 1})
        assert mine.table("a").search(where("n") == 1) == [{"n": 1}]


def test_documents_written_while_a_table_is_walked_through_are_not_met(table: Any) -> None:
    table.insert_multiple([{"n": n} for n in range(3)])
    for document in table:
        table.insert({"n": document["n"] + 10})
        table.remove(doc_ids=["3"])
    assert [each["n"] for each in table] == [0, 1, 10, 11]


def test_an_update_that_fails_halfway_changes_nothing(table: Any) -> None:
    table.insert_multiple([{"n": 1}, {"n": 2}, {"m": 3}])
    with pytest.raises(KeyError):
        table.update(increment("n"))
    assert table.all() == [{"n": 1}, {"n": 2}, {"m": 3}]
    with pytest.raises(ValueError, match="JSON"):
        table.update({"n": float("nan")})
    assert table.all() == [{"n": 1}, {"n": 2}, {"m": 3}]


async def test_tables_and_store_are_two_looks_at_the_same_records(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store.db")
    key = Key("application", "a1")
    await store.commit(expect={}, put=[Put(key, {"n": 1}, index={"member": ["kari"]})])
    with open_tables(tmp_path / "store.db") as db:
        table = db.table("application")
        table.update({"n": 2})
        (found,) = await store.find("application", "member", "kari")
        assert (found.revision, found.body) == (2, {"n": 2})
        table.remove(where("n") == 2)
        assert await store.find("application", "member", "kari") == []
        assert await store.get([key]) == {}
    await store.close()


# What it costs


BY_ID: dict[str, Step] = {
    "get": lambda t: t.get(doc_id="7"),
    "get several": lambda t: t.get(None, doc_ids=["7", "8"]),
    "contains": lambda t: t.contains(doc_id="7"),
    "insert": lambda t: t.insert(document({"n": 1}, "new")),
    "insert next": lambda t: t.insert({"n": 1}),
    "update": lambda t: t.update({"n": 2}, doc_ids=["7"]),
    "upsert": lambda t: t.upsert(document({"n": 3}, "7")),
    "remove": lambda t: t.remove(doc_ids=["7"]),
}


@pytest.mark.parametrize("step", BY_ID.values(), ids=BY_ID)
def test_what_is_named_by_id_is_read_and_written_alone(db: SqliteDB, table: Any, step: Step) -> None:
    table.insert_multiple([{"n": n} for n in range(200)])
    with statements_run(db.storage.connection) as statements:
        step(table)
    assert len(statements) < 12
    assert "SCAN" not in plans(db.storage.connection, statements)
    reads = [each for each in statements if each.startswith("SELECT") and "max(" not in each]
    assert all("id = '" in each for each in reads)


def test_kinds_are_told_apart_by_the_index_alone(db: SqliteDB) -> None:
    db.table("a").insert({})
    with statements_run(db.storage.connection) as statements:
        db.tables()
    assert "SCAN record" not in plans(db.storage.connection, statements)
    assert isinstance(db.records("a"), RecordsOfKind)
