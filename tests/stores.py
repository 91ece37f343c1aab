"""Every store there is. A new one is one more row here, and all the contract holds for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from storage.memory_store import MemoryStore
from storage.store import Store
from storage.tinydb_store import open_store

OpenStore = Callable[[Path], Store]


def _memory(folder: Path) -> Store:
    return MemoryStore()


def _tinydb(folder: Path) -> Store:
    return open_store(folder / "store.db")


STORES: dict[str, OpenStore] = {
    "memory": _memory,
    "tinydb": _tinydb,
}
