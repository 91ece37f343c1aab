"""Teams' pace: never faster than it takes, never slower than it has to be."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pace import MARGIN_SECONDS, PER_CONVERSATION, PER_TENANT, Pace, Track, Window


class Clock:
    """Time that passes only when everyone waits for it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, woken))
        await woken

    async def run_until(self, *tasks: asyncio.Task[None]) -> None:
        while not all(task.done() for task in tasks):
            for _ in range(10):
                await asyncio.sleep(0)
            if self._sleepers:
                self._sleepers.sort(key=lambda sleeper: sleeper[0])
                self.now, woken = self._sleepers.pop(0)
                if not woken.done():
                    woken.set_result(None)
        for task in tasks:
            task.result()


class Sends:
    def __init__(self) -> None:
        self.clock = Clock()
        self.pace = Pace(clock=self.clock, sleep=self.clock.sleep)
        self.left: list[tuple[str, int, float]] = []

    async def send(self, conversation: str, number: int, tenant: str = "tenant-1") -> None:
        await self.pace.wait(conversation, tenant)
        self.left.append((conversation, number, self.clock()))

    def start(self, conversation: str, count: int, tenant: str = "tenant-1") -> list[asyncio.Task[None]]:
        return [asyncio.create_task(self.send(conversation, number, tenant)) for number in range(count)]

    def times(self, conversation: str | None = None) -> list[float]:
        return [at for name, _, at in self.left if conversation in (None, name)]


def most_in(times: list[float], window: Window) -> int:
    return max(sum(1 for other in times if at <= other < at + window.seconds) for at in times)


async def test_one_conversation_keeps_every_window_and_its_order() -> None:
    sends = Sends()
    await sends.clock.run_until(*sends.start("a", 200))
    times = sends.times()
    assert all(most_in(times, window) <= window.sends for window in PER_CONVERSATION)
    assert [number for _, number, _ in sends.left] == list(range(200))
    assert most_in(times, Window(7, 1)) == 7
    assert times[6] == times[0], "what is free leaves at once"
    assert times[199] - times[0] < 3 * (30 + 1), "200 sends fit in three and a half windows of 60"


async def test_a_tenant_keeps_its_window_over_all_conversations() -> None:
    sends = Sends()
    tasks = [task for number in range(60) for task in sends.start(f"c{number}", 3)]
    await sends.clock.run_until(*tasks)
    assert most_in(sends.times(), PER_TENANT[0]) <= 50
    assert sends.times()[-1] - sends.times()[0] < 4


async def test_a_conversation_that_has_to_wait_delays_no_other() -> None:
    sends = Sends()
    slow = sends.start("slow", 300)
    for _ in range(10):
        await asyncio.sleep(0)
    quick = sends.start("quick", 5)
    await sends.clock.run_until(*quick)
    assert sends.times("quick") == [1000.0] * 5
    await sends.clock.run_until(*slow)


async def test_another_tenant_is_not_delayed() -> None:
    sends = Sends()
    many = [task for number in range(100) for task in sends.start(f"c{number}", 1)]
    other = sends.start("other", 7, tenant="tenant-2")
    await sends.clock.run_until(*other)
    assert sends.times("other") == [1000.0] * 7
    await sends.clock.run_until(*many)


async def test_retry_after_is_remembered_also_for_those_who_wait() -> None:
    sends = Sends()
    tasks = sends.start("a", 10)
    for _ in range(10):
        await asyncio.sleep(0)
    sends.pace.hold("a", 20)
    sends.pace.hold("a", 5)
    assert sends.pace.delay_seconds("a") >= 20
    await sends.clock.run_until(*tasks)
    assert all(at >= 1020 for at in sends.times()[7:])
    assert sends.pace.delay_seconds("b") == 0


async def test_who_cannot_wait_so_long_is_told_at_once() -> None:
    sends = Sends()
    await sends.clock.run_until(*sends.start("a", 7))
    assert not await sends.pace.wait("a", "tenant-1", at_most_seconds=0.5)
    assert await sends.pace.wait("b", "tenant-1", at_most_seconds=0)
    assert len(sends.left) == 7


async def test_those_ahead_in_the_queue_count_as_waiting_time() -> None:
    sends = Sends()
    tasks = sends.start("a", 21)
    for _ in range(10):
        await asyncio.sleep(0)
    assert sends.pace.delay_seconds("a") == pytest.approx(3 * (1 + MARGIN_SECONDS))
    assert not await sends.pace.wait("a", "tenant-1", at_most_seconds=2)
    await sends.clock.run_until(*tasks)


async def test_who_gives_up_waiting_leaves_the_queue() -> None:
    sends = Sends()
    await sends.clock.run_until(*sends.start("a", 7))
    waiting = sends.start("a", 3)
    for _ in range(10):
        await asyncio.sleep(0)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert sends.pace.delay_seconds("a") == pytest.approx(1 + MARGIN_SECONDS)
    await sends.clock.run_until(*sends.start("a", 1))


async def test_only_so_many_conversations_are_remembered() -> None:
    clock = Clock()
    pace = Pace(max_lanes=2, clock=clock, sleep=clock.sleep)
    for name in ("a", "b", "c"):
        pace.hold(name, 10)
    assert [pace.delay_seconds(name) for name in ("a", "b", "c")] == [0, 10, 10]


@given(st.lists(st.floats(min_value=0, max_value=3), min_size=1, max_size=80))
def test_no_rhythm_of_sends_breaks_a_window(pauses: list[float]) -> None:
    windows = (Window(3, 1), Window(10, 7))
    track = Track(windows)
    now, left = 0.0, []
    for pause in pauses:
        now = track.free_at(now + pause)
        track.leave(now)
        left.append(now)
    assert all(most_in(left, window) <= window.sends for window in windows)
    assert all(earlier <= later for earlier, later in pairwise(left))
