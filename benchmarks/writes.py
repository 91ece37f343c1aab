"""A durable write of one application beside 100, 10,000 and 100,000 others; the stores take turns."""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.store_writes import Applications

SIZES = (100, 10_000, 100_000)


async def measure_writes(folder: Path, rounds: int, sizes: Sequence[int] = SIZES) -> Mapping[int, float]:
    """Size of the store -> median milliseconds of a write."""
    stores = [Applications(folder, size) for size in sizes]
    for each in stores:
        await each.fill()
    seconds: dict[int, list[float]] = {each.size: [] for each in stores}
    for _ in range(rounds):
        for each in stores:
            began = time.perf_counter()
            await each.write()
            seconds[each.size].append(time.perf_counter() - began)
    for each in stores:
        await each.store.close()
    return {size: statistics.median(taken) * 1000 for size, taken in seconds.items()}
