"""What the embedded store does when the disk, the file or another process fails it, or is too curious."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.sqlite_file import connect, create
from storage.sqlite_schema import MIGRATIONS, DatabaseTooNew, migrate
from storage.sqlite_tables import SqliteDB
from storage.sqlite_work import SqliteWork
from storage.store import Committed, Key, OutboxRow, Put, Settled, StoreUnavailable
from storage.tinydb_store import TinyDbStore, open_store, open_tables
from storage.worker import Done, Failed, Job

PAGE_BYTES = 4096
CANARY = "kanarifugl-7391"


def key(n: int) -> Key:
    return Key("application", f"a{n}")


async def write(store: TinyDbStore, n: int, text: str = "") -> None:
    assert isinstance(await store.commit(expect={}, put=[Put(key(n), {"n": n, "text": text})]), Committed)


@contextmanager
def file_garbled(path: Path) -> Iterator[None]:
    """All but the first page is nonsense, as after a bad disk."""
    whole = path.read_bytes()
    path.write_bytes(whole[:PAGE_BYTES] + b"\x5a" * (len(whole) - PAGE_BYTES))
    yield
    path.write_bytes(whole)


# A full disk: a limit of the operating system on the size of files stands in for it, in a process of its own.

FULL_DISK = """
import asyncio, resource, sys
from pathlib import Path
from storage.store import Committed, Key, Put, StoreUnavailable
from storage.tinydb_store import open_store, open_tables

def room(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

def commit(store, name, size):
    return store.commit(expect={}, put=[Put(Key("application", name), {"text": "x" * size})])

async def main():
    store = open_store(Path(sys.argv[1]))
    assert isinstance(await commit(store, "before", 100), Committed)

    room(1_000_000)
    with open_tables(Path(sys.argv[1])) as other:
        # While another process writes they gather, so that the big one shares its transaction with small ones.
        other.storage.connection.execute("BEGIN IMMEDIATE")
        some = [asyncio.ensure_future(commit(store, f"small {n}", 1_000)) for n in range(8)]
        some.insert(4, asyncio.ensure_future(commit(store, "big", 2_000_000)))
        await asyncio.sleep(0)
        other.storage.connection.execute("ROLLBACK")
    outcomes = await asyncio.gather(*some, return_exceptions=True)
    big = outcomes.pop(4)
    assert all(isinstance(each, Committed) for each in outcomes), outcomes
    assert isinstance(big, StoreUnavailable), big
    print(*big.args)

    room(1)
    outcomes = await asyncio.gather(*(commit(store, "no room", 100) for _ in range(3)), return_exceptions=True)
    assert all(isinstance(each, StoreUnavailable) for each in outcomes), outcomes
    assert set(await store.get([Key("application", "before")])), "reading goes on"

    room(resource.RLIM_INFINITY)
    assert isinstance(await commit(store, "after", 2_000_000), Committed)
    print(*(each.key.id for each in await store.scan("application")), sep=",")
    await store.close()

asyncio.run(main())
"""


def test_a_full_disk_is_told_without_harm_and_gone_when_there_is_room(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path / "store.db")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    code, ids = ended.stdout.splitlines()
    assert code in ("SQLITE_FULL", "SQLITE_IOERR_WRITE")
    assert ids.split(",") == ["after", "before", *(f"small {n}" for n in range(8))]
    with open_tables(tmp_path / "store.db") as db:
        assert db.storage.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def test_what_fails_in_the_database_takes_nothing_else_of_its_transaction_with_it(
    tmp_path: Path,
) -> None:
    create(tmp_path / "store.db")
    work = SqliteWork(lambda: connect(tmp_path / "store.db", busy_timeout_seconds=1), begin="BEGIN IMMEDIATE")

    def insert(id: str) -> Job[SqliteDB]:
        return job(lambda db: db.records("application").update({id: {}}))

    def job(do: Callable[[SqliteDB], object]) -> Job[SqliteDB]:
        return Job(do, alone=False, future=asyncio.get_running_loop().create_future())

    def broken(db: SqliteDB) -> None:
        db.records("application").update({"half": {}})
        db.storage.connection.execute("NONSENSE")

    outcomes = work.do([insert("a"), job(broken), insert("b")])
    assert [type(each) for each in outcomes] == [Done, Failed, Done]
    assert list(work.open().records("application")) == ["a", "b"]
    work.close()


# A bad file


async def test_a_store_whose_file_can_be_read_again_works_again(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(path)
    await asyncio.gather(*(write(store, n, "x" * 2_000) for n in range(50)))
    await store.close()

    store = open_store(path)
    with file_garbled(path):
        for _ in range(2):
            with pytest.raises(StoreUnavailable):
                await store.get([key(7)])
        away = path.rename(tmp_path / "away")
        with pytest.raises(StoreUnavailable, match="SQLITE_CANTOPEN"):
            await store.get([key(7)])
        assert not path.exists(), "a file that is missing is not replaced by an empty one"
        away.rename(path)
    assert (await store.get([key(7)]))[key(7)].body["n"] == 7
    await write(store, 51)
    await store.close()


def test_a_file_that_is_no_database_is_refused_at_start(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_text("not a database" * 1_000)
    with pytest.raises(StoreUnavailable, match="SQLITE_NOTADB"):
        open_store(path)


def test_a_folder_that_cannot_be_made_is_told_at_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match=r"ENOTDIR|EEXIST"):
        open_store(tmp_path / "file" / "store.db")


# Versions of the file


async def test_a_file_of_a_later_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    await open_store(path).close()
    with open_tables(path) as db:
        db.storage.connection.execute("INSERT INTO schema_version VALUES (?)", (len(MIGRATIONS) + 1,))
    with pytest.raises(DatabaseTooNew) as refused:
        open_store(path)
    assert (refused.value.found, refused.value.known) == (len(MIGRATIONS) + 1, len(MIGRATIONS))


async def test_an_older_file_gets_what_is_new_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(path)
    await write(store, 1)
    await store.close()
    connection = connect(path, busy_timeout_seconds=1)
    broken = (*MIGRATIONS, ("ALTER TABLE record ADD COLUMN note TEXT", "NONSENSE"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, broken)
    for _ in range(2):
        migrate(connection, (*MIGRATIONS, ("ALTER TABLE record ADD COLUMN note TEXT",)))
    assert connection.execute("SELECT id, note FROM record").fetchall() == [("a1", None)]
    assert connection.execute("SELECT max(version) FROM schema_version").fetchone() == (len(MIGRATIONS) + 1,)
    connection.close()


async def test_several_who_make_the_same_file_at_once_all_can_use_it(tmp_path: Path) -> None:
    for n in range(5):
        with ThreadPoolExecutor(4) as pool:
            stores = list(pool.map(open_store, [tmp_path / f"{n}.db"] * 4))
        await asyncio.gather(*(write(store, n) for n, store in enumerate(stores)))
        for store in stores:
            assert len(await store.scan("application")) == 4
            await store.close()


# Others at the same file


async def test_reads_do_not_wait_for_a_write_that_waits_for_another_process(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(path, busy_timeout_seconds=60)
    await write(store, 1)
    with open_tables(path) as other:
        other.storage.connection.execute("BEGIN IMMEDIATE")
        waiting = asyncio.ensure_future(write(store, 2))
        for _ in range(20):
            assert set(await store.get([key(1), key(2)])) == {key(1)}
        assert not waiting.done()
        other.storage.connection.execute("ROLLBACK")
        await waiting
    assert set(await store.get([key(2)])) == {key(2)}
    await store.close()


async def test_a_file_that_another_process_never_lets_go_is_told_to_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(path, busy_timeout_seconds=0.05)
    with open_tables(path) as other:
        other.storage.connection.execute("BEGIN IMMEDIATE")
        outcomes = await asyncio.gather(*(write(store, n) for n in range(10)), return_exceptions=True)
        assert [str(each) for each in outcomes] == ["SQLITE_BUSY"] * 10
        other.storage.connection.execute("ROLLBACK")
    await write(store, 1)
    assert len(await store.scan("application")) == 1
    await store.close()


async def test_two_stores_on_one_file_lose_no_increment(tmp_path: Path) -> None:
    stores = [open_store(tmp_path / "store.db") for _ in range(2)]

    async def increment(store: TinyDbStore) -> None:
        while True:
            now = (await store.get([key(1)])).get(key(1))
            revision, count = (now.revision, now.body["count"]) if now else (0, 0)
            put = Put(key(1), {"count": count + 1})
            if isinstance(await store.commit(expect={key(1): revision}, put=[put]), Committed):
                return

    await asyncio.gather(*(increment(store) for store in stores for _ in range(10)))
    for store in stores:
        assert (await store.get([key(1)]))[key(1)].body == {"count": 20}
        await store.close()


# What is erased, and what an error says


async def test_after_a_purge_no_file_holds_what_was_erased(tmp_path: Path) -> None:
    chance = random.Random(11)
    store = open_store(tmp_path / "store.db")

    def secret() -> str:
        return f"{CANARY} " * chance.randrange(1, 900)

    for n in range(60):
        await write(store, n, secret())
        await store.commit(
            expect={},
            put=[Put(Key("code", f"{n}"), {"text": secret()}, {"of": [f"{CANARY}-{n}"]}, expires_at=5.0)],
            enqueue=[OutboxRow(f"r{n}", "teams", f"{CANARY}", {"text": secret()}, 0.0, 0.0)],
        )
    for n in chance.sample(range(60), 60):
        if n % 3 == 0:
            await store.commit(expect={}, delete=[key(n)])
        else:
            await write(store, n, "ø" * chance.randrange(9_000))
        await store.settle([Settled(f"r{n}", "delivered", 0.0)])
    assert holding_the_canary(tmp_path)
    assert await store.purge(31 * 24 * 3600.0) == 120
    assert holding_the_canary(tmp_path) == []
    assert len(await store.scan("application")) == 40
    await store.close()


def holding_the_canary(folder: Path) -> list[str]:
    return [path.name for path in sorted(folder.iterdir()) if CANARY.encode() in path.read_bytes()]


async def test_an_error_says_a_code_and_nothing_that_was_written(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(path, busy_timeout_seconds=0.01)
    with open_tables(path) as other:
        other.storage.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable) as failed:
            await store.commit(expect={}, put=[Put(Key("application", CANARY), {CANARY: CANARY})])
        other.storage.connection.execute("ROLLBACK")
    assert failed.value.args == ("SQLITE_BUSY",)
    assert failed.value.__cause__ is None
    assert failed.value.__context__ is None
    await store.close()
