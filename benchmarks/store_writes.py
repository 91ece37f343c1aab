"""How long a durable write takes as the store grows, how many 32 writers do a second, what the loop feels of it.

python -m benchmarks.store_writes [--records 100 10000 100000] [--seconds 5] [--folder DIR]

Stores of every size are open at once and measured in turns, so that a busy moment of the machine hits all alike.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from storage.store import Committed, Json, Key, OutboxRow, Put, Settled
from storage.tinydb_store import TinyDbStore, open_store

SENTENCE = "Felles akutteam på Ørlandet, "
WRITERS = 32
ROUNDS = 2_000


class Applications:
    """A store of a given size, with records of 5 to 9 KB as filled-in applications have."""

    def __init__(self, folder: Path, size: int) -> None:
        self.size = size
        self.store: TinyDbStore = open_store(folder / f"{size}.db")
        self._chance = random.Random(size)

    async def fill(self) -> None:
        for start in range(0, self.size, 200):
            numbers = range(start, min(start + 200, self.size))
            await self.store.commit(expect={}, put=[self._put(n) for n in numbers])

    async def write(self) -> None:
        """One durable write of one record, as at the end of a turn."""
        outcome = await self.store.commit(expect={}, put=[self._put(self._any())])
        assert isinstance(outcome, Committed)

    async def read(self) -> None:
        await self.store.get([_key(self._any())])

    async def turn(self) -> None:
        """Read, then write what was read with its revision."""
        key = _key(number := self._any())
        revision = (await self.store.get([key]))[key].revision
        outcome = await self.store.commit(expect={key: revision}, put=[self._put(number)])
        assert isinstance(outcome, Committed)

    async def find(self) -> None:
        await self.store.find("application", "member", f"m{self._any() // 2}", limit=20)

    def _any(self) -> int:
        return self._chance.randrange(self.size)

    def _put(self, n: int) -> Put:
        body: Json = {f"field_{i}": SENTENCE * self._chance.randint(16, 30) for i in range(10)}
        return Put(_key(n), body, index={"member": [f"m{n // 2}"], "community": ["agder"]})


def _key(n: int) -> Key:
    return Key("application", f"{n * 7919 % 1_000_003:08x}")


async def _seconds(work: Coroutine[Any, Any, None]) -> float:
    start = time.perf_counter()
    await work
    return time.perf_counter() - start


def _ms(seconds: Sequence[float]) -> str:
    cuts = statistics.quantiles(seconds, n=100)
    return f"p50 {cuts[49] * 1000:7.3f} ms   p99 {cuts[98] * 1000:7.3f} ms"


async def _one_at_a_time(all_sizes: Sequence[Applications]) -> None:
    times: dict[tuple[str, int], list[float]] = {}
    for _ in range(ROUNDS):
        for each in all_sizes:
            for name, work in (
                ("write", each.write()),
                ("get", each.read()),
                ("find", each.find()),
                ("get and write", each.turn()),
            ):
                times.setdefault((name, each.size), []).append(await _seconds(work))
    for (name, size), seconds in sorted(times.items()):
        print(f"{name:>14} {size:>8,} records   {_ms(seconds)}")
    smallest, largest = all_sizes[0].size, all_sizes[-1].size
    ratio = statistics.median(times["write", largest]) / statistics.median(times["write", smallest])
    print(f"a write at {largest:,} records takes {ratio:.2f} times one at {smallest:,}")


async def _many_at_a_time(applications: Applications, seconds: float) -> None:
    lags: list[float] = []
    times: list[float] = []
    start = time.perf_counter()
    end = start + seconds

    async def feel_the_loop() -> None:
        while time.perf_counter() < end:
            lags.append(await _seconds(asyncio.sleep(0.001)) - 0.001)

    async def write() -> None:
        while time.perf_counter() < end:
            times.append(await _seconds(applications.write()))

    await asyncio.gather(feel_the_loop(), *(write() for _ in range(WRITERS)))
    per_second = len(times) / (time.perf_counter() - start)
    print(
        f"{WRITERS:>6} writers {applications.size:>8,} records   {per_second:7,.0f} writes/s   {_ms(times)}"
    )
    print(f"{'loop lag':>14} {'':>17}   {_ms(lags)}")


async def _outbox(folder: Path, settled: int) -> None:
    """A message through the outbox, beside that many that were delivered before."""
    store = open_store(folder / f"outbox-{settled}.db")
    rows = [OutboxRow(f"s{n}", "teams", f"q{n % 900}", {"n": n}, 0.0, 0.0) for n in range(settled)]
    for start in range(0, settled, 500):
        some = rows[start : start + 500]
        await store.commit(expect={}, enqueue=some)
        await store.settle([Settled(row.id, "delivered", 1.0) for row in some])
    steps: dict[str, list[float]] = {"enqueue": [], "claim": [], "settle": []}

    for n in range(500):
        row = OutboxRow(f"t{n}", "teams", f"q{n}", {}, 0.0, 0.0)
        start_seconds = time.perf_counter()
        await store.commit(expect={}, enqueue=[row])
        enqueued = time.perf_counter()
        (claimed,) = await store.claim(10.0, lease_seconds=30.0)
        leased = time.perf_counter()
        await store.settle([Settled(claimed.id, "delivered", 10.0)])
        steps["enqueue"].append(enqueued - start_seconds)
        steps["claim"].append(leased - enqueued)
        steps["settle"].append(time.perf_counter() - leased)
    for name, seconds in steps.items():
        print(f"{name:>14} {settled:>8,} settled   {_ms(seconds)}")
    await store.close()


async def measure(folder: Path, sizes: Sequence[int], seconds: float) -> None:
    all_sizes = [Applications(folder, size) for size in sizes]
    for each in all_sizes:
        await each.fill()
    await _one_at_a_time(all_sizes)
    for each in all_sizes:
        await _many_at_a_time(each, seconds)
        await each.store.close()
    for settled in (100, 100_000):
        await _outbox(folder, settled)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures durable writes of the embedded store.")
    parser.add_argument("--records", type=int, nargs="+", default=[100, 10_000, 100_000])
    parser.add_argument("--seconds", type=float, default=5.0, help="how long the writers write")
    parser.add_argument("--folder", type=Path, help="a folder on the disk to measure")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        asyncio.run(measure(Path(folder), sorted(chosen.records), chosen.seconds))


if __name__ == "__main__":
    main()
