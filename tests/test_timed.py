"""What is due by the clock."""

from __future__ import annotations

import asyncio

from bot.timed import Purging
from storage.memory_store import MemoryStore
from storage.store import Key, Put

CODE = Key("code", "hash")


async def is_gone(store: MemoryStore) -> bool:
    """After as many looks as it takes, within a second."""
    for _ in range(200):
        if CODE not in await store.get([CODE]):
            return True
        await asyncio.sleep(0.005)
    return False


async def test_an_expired_code_is_erased_at_start_and_a_later_one_when_its_time_has_come() -> None:
    store, now = MemoryStore(), [100.0]
    await store.commit(expect={}, put=[Put(CODE, {}, expires_at=50.0)])
    purging = Purging(store, every_seconds=0.01, clock=lambda: now[0])
    purging.start()
    assert await is_gone(store)
    await store.commit(expect={}, put=[Put(CODE, {}, expires_at=150.0)])
    await asyncio.sleep(0.05)
    assert CODE in await store.get([CODE])
    now[0] = 151.0
    assert await is_gone(store)
    await purging.stop()
