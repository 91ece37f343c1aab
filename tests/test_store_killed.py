"""A process that is killed while it writes loses nothing that it was told is written."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

from storage.store import AuditLine, Key, OutboxRow
from storage.tinydb_store import open_store, open_tables

WRITERS = 8
KILLS = 200 if os.environ.get("SOAK") else 10

WRITE_UNTIL_KILLED = """
import asyncio, os, sys
from pathlib import Path
from storage.store import AuditLine, Committed, Key, OutboxRow, Put
from storage.tinydb_store import open_store

async def write(store, name):
    key = Key("application", name)
    found = (await store.get([key])).get(key)
    n = found.revision if found else 0
    while True:
        outcome = await store.commit(
            expect={key: n},
            put=[Put(key, {"n": n + 1, "text": "Felles akutteam " * 400}, index={"n": [str(n + 1)]})],
            append_audit=[AuditLine(name, n + 1, {"n": n + 1}, {"new": "x"})],
            enqueue=[OutboxRow(f"{name}-{n + 1}", "teams", name, {}, 0.0, 0.0)],
        )
        assert isinstance(outcome, Committed)
        n += 1
        os.write(1, f"{name} {n}\\n".encode())

async def main():
    store = open_store(Path(sys.argv[1]))
    await asyncio.gather(*(write(store, f"a{n}") for n in range(int(sys.argv[2]))))

asyncio.run(main())
"""


def acknowledged_before_a_kill(path: Path, after: int) -> Counter[str]:
    """The highest number that each writer was told is written."""
    told: Counter[str] = Counter()
    with subprocess.Popen(
        [sys.executable, "-c", WRITE_UNTIL_KILLED, str(path), str(WRITERS)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        for count, line in enumerate(child.stdout, start=1):
            name, number = line.split()
            told[name] = int(number)
            if count == after:
                child.kill()
    return told


async def test_every_write_that_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    chance = random.Random(20)
    path = tmp_path / "store.db"
    for _ in range(KILLS):
        told = acknowledged_before_a_kill(path, after=chance.randrange(1, 1_500))
        assert told
        with open_tables(path) as db:
            assert db.storage.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        store = open_store(path)
        for name, number in told.items():
            key = Key("application", name)
            found = (await store.get([key]))[key]
            written = found.body["n"]
            assert written == found.revision >= number
            # Record, index, audit and outbox of a commit came together or not at all.
            assert [each.key for each in await store.find("application", "n", str(written))].count(key) == 1
            lines = await store.audit(name, limit=100_000)
            assert lines == [AuditLine(name, n + 1, {"n": n + 1}, {"new": "x"}) for n in range(written)]
            last = f"{name}-{written}"
            assert await store.outbox(ids=[last, f"{name}-{written + 1}"]) == [
                OutboxRow(last, "teams", name, {}, 0.0, 0.0)
            ]
        await store.close()
