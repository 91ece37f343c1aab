"""A data folder is served by one process at a time and never in two modes."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.data_folder import MODES, DataFolder, DataFolderInUse, DataFolderOfOtherMode, Mode
from storage.tinydb_store import open_store

SERVE = """
import sys, time
from pathlib import Path
from storage.data_folder import DataFolder
with DataFolder(Path(sys.argv[1])).serving("local"):
    print("serving", flush=True)
    time.sleep(600)
"""


@contextmanager
def another_process_serves(folder: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, str(folder)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "serving\n"
        yield other
        other.kill()


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_folder_that_another_process_serves_is_refused_with_its_pid(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "var")
    with another_process_serves(folder.path) as other:
        with pytest.raises(DataFolderInUse) as refused, folder.serving("local"):
            pass
        assert (refused.value.path, refused.value.pid) == (folder.path, other.pid)
        assert str(other.pid) in str(refused.value)


def test_a_folder_whose_process_was_killed_can_be_served_again(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with another_process_serves(folder.path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        with folder.serving("local"):
            assert (folder.path / "serve.pid").read_text() == str(os.getpid())


def test_the_same_process_cannot_serve_a_folder_twice(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with folder.serving("local"), pytest.raises(DataFolderInUse), folder.serving("local"):
        pass
    with folder.serving("local"):
        pass


def test_a_refused_serve_does_not_disturb_the_one_that_serves(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with folder.serving("local"):
        for _ in range(2):
            with pytest.raises(DataFolderInUse) as refused, folder.serving("credentials"):
                pass
            assert refused.value.pid == os.getpid()


def test_a_pid_that_is_not_known_is_left_out(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with folder.serving("local"):
        (tmp_path / "serve.pid").write_text("?")
        with pytest.raises(DataFolderInUse) as refused, folder.serving("local"):
            pass
        assert refused.value.pid is None


async def test_others_use_the_store_beside_the_one_that_serves(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with another_process_serves(folder.path):
        store = open_store(folder.store_file)
        assert await store.outbox() == []
        await store.close()


@pytest.mark.parametrize(("first", "then"), [MODES, MODES[::-1]])
def test_a_folder_used_in_one_mode_is_refused_in_the_other(tmp_path: Path, first: Mode, then: Mode) -> None:
    folder = DataFolder(tmp_path)
    assert folder.mode() is None
    for _ in range(2):
        with folder.serving(first):
            assert folder.mode() == first
        with pytest.raises(DataFolderOfOtherMode) as refused, folder.serving(then):
            pass
        assert (refused.value.found, refused.value.wanted) == (first, then)


@pytest.mark.parametrize("marker", [b"", b"{}", b"[]", b'{"mode": "other"}', b'{"mode": []}', b"\xff"])
def test_a_marker_that_cannot_be_read_is_no_permission(tmp_path: Path, marker: bytes) -> None:
    (tmp_path / "mode.json").write_bytes(marker)
    for mode in MODES:
        with pytest.raises(DataFolderOfOtherMode) as refused, DataFolder(tmp_path).serving(mode):
            pass
        assert refused.value.found == "unreadable"


def test_a_folder_that_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "var")
    with folder.serving("local"):
        assert permissions(folder.path) == 0o700
        assert {each.name: permissions(each) for each in folder.path.iterdir()} == {
            "mode.json": 0o600,
            "serve.lock": 0o600,
            "serve.pid": 0o600,
        }
        assert json.loads((folder.path / "mode.json").read_text()) == {"mode": "local"}


async def test_the_files_of_the_store_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "store.db"
    store = open_store(path)
    await store.commit(expect={})
    assert permissions(path.parent) == 0o700
    assert {each.name: permissions(each) for each in path.parent.iterdir()} == {
        "store.db": 0o600,
        "store.db-shm": 0o600,
        "store.db-wal": 0o600,
    }
    await store.close()
    path.chmod(0o644)
    store = open_store(path)
    assert permissions(path) == 0o600
    await store.close()
