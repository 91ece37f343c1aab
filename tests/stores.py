"""Every store there is. A new one is one more row here, and all the contract holds for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from storage.memory_store import MemoryStore
from storage.store import Store

OpenStore = Callable[[Path], Store]


def _memory(folder: Path) -> Store:
    return MemoryStore()


STORES: dict[str, OpenStore] = {
    "memory": _memory,
}
