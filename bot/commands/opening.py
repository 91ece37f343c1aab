"""Opens the data folder and its store for a command, and says in a sentence why it cannot."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

from bot.commands.refusal import IN_USE, OTHER_MODE, STORE_CLOSED, Refusal
from storage.data_folder import DataFolder, DataFolderInUse, DataFolderOfOtherMode, Mode
from storage.sqlite_schema import DatabaseTooNew
from storage.store import Store, StoreUnavailable
from storage.tinydb_store import open_store

OpenStore = Callable[[Path], Store]

_MODES = {
    "local": "in local mode, where nobody proves who they are",
    "credentials": "with credentials, where Teams proves who people are",
    "unreadable": "in a mode that can no longer be read from its mode.json",
}


@contextlib.contextmanager
def held(data: Path, mode: Mode) -> Iterator[None]:
    """The folder as its only serving process."""
    with contextlib.ExitStack() as leaving:
        with refusals(data):
            leaving.enter_context(DataFolder(data).serving(mode))
        yield


@contextlib.contextmanager
def refusals(data: Path) -> Iterator[None]:
    """What can go wrong when a data folder and its store are opened, as sentences."""
    try:
        yield
    except DataFolderInUse as used:
        whose = f" (pid {used.pid})" if used.pid else ""
        raise Refusal(
            f"Another process{whose} serves from {data}. Stop it first, or choose another folder with --data.",
            IN_USE,
        ) from None
    except DataFolderOfOtherMode as other:
        raise Refusal(
            f"{data} has been used {_MODES[other.found]}; the two are never mixed. "
            "Choose another folder with --data.",
            OTHER_MODE,
        ) from None
    except DatabaseTooNew as new:
        raise Refusal(
            f"The store in {data} was written by a newer release (schema {new.found}; this one knows "
            f"{new.known}). Use that release or a newer one.",
            STORE_CLOSED,
        ) from None
    except StoreUnavailable as unavailable:
        raise _unavailable(data, unavailable) from None
    except OSError as error:
        raise Refusal(
            f"{data} cannot be used: {error.strerror or 'the disk failed'}.", STORE_CLOSED
        ) from None


def _unavailable(data: Path, unavailable: StoreUnavailable) -> Refusal:
    return Refusal(
        f"The store in {data} cannot be used ({unavailable}). `tilskuddshjelpen doctor` says more.",
        STORE_CLOSED,
    )


@contextlib.asynccontextmanager
async def existing_store(data: Path, open_it: OpenStore = open_store) -> AsyncIterator[Store]:
    """The store of a folder that has one: a command that looks must not make an empty one by a slip of --data."""
    file = DataFolder(data).store_file
    if not file.is_file():
        raise Refusal(f"There is no store in {data}. Where it is, is said with --data.", STORE_CLOSED)
    async with opened_store(data, open_it) as store:
        yield store


@contextlib.asynccontextmanager
async def opened_store(data: Path, open_it: OpenStore = open_store) -> AsyncIterator[Store]:
    """The store of the folder, made if it is not there."""
    with refusals(data):
        store = open_it(DataFolder(data).store_file)
    try:
        yield store
    except StoreUnavailable as unavailable:
        raise _unavailable(data, unavailable) from None
    finally:
        await store.close()
