"""The folder that holds everything a serving process keeps: one process at a time, and always in one mode."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from filelock import FileLock, Timeout

Mode = Literal["local", "credentials"]
"""Whether Teams' tokens are checked: what was proven never mixes with what anyone at the machine writes."""
MODES: Final[tuple[Mode, ...]] = get_args(Mode)
Unreadable = Literal["unreadable"]


class DataFolderInUse(Exception):
    """Another process serves from the folder. Its pid is None where it is not known."""

    def __init__(self, path: Path, pid: int | None) -> None:
        super().__init__(f"{path} is in use" + (f" by process {pid}" if pid else ""))
        self.path = path
        self.pid = pid


class DataFolderOfOtherMode(Exception):
    """The folder was used in the other mode before, or it cannot be read in which."""

    def __init__(self, path: Path, *, found: Mode | Unreadable, wanted: Mode) -> None:
        super().__init__(f"{path} is for the mode {found}, not {wanted}")
        self.path = path
        self.found = found
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class DataFolder:
    path: Path

    @property
    def store_file(self) -> Path:
        return self.path / "store.db"

    def create(self) -> None:
        """Makes the folder for its owner alone; one that exists keeps the permissions it was given."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def mode(self) -> Mode | Unreadable | None:
        """The mode it has been served in; None for a folder that never was."""
        try:
            marker = json.loads((self.path / "mode.json").read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except ValueError:
            return "unreadable"
        return next((mode for mode in MODES if marker == {"mode": mode}), "unreadable")

    def use_in(self, mode: Mode) -> None:
        """For what people write beside a serving process. Raises DataFolderOfOtherMode."""
        self.create()
        self._check_or_mark(mode)

    def serving_pid(self) -> int | None:
        """The process that serves from the folder, as it wrote itself down; None when none does."""
        pid = self._pid()
        if pid is None:
            return None
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return None
        except PermissionError:
            return pid
        return pid

    @contextlib.contextmanager
    def serving(self, mode: Mode) -> Iterator[None]:
        """Holds the folder as its only serving process. Raises DataFolderInUse and DataFolderOfOtherMode.

        The lock is the kernel's, so it ends with the process, however that ends. Commands that look or mend
        (export, outbox, doctor) work on the store beside it without the lock.
        """
        self.create()
        lock = FileLock(self.path / "serve.lock", timeout=0, mode=0o600, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            raise DataFolderInUse(self.path, self._pid()) from None
        try:
            self._check_or_mark(mode)
            self._write("serve.pid", str(os.getpid()))
            yield
        finally:
            with contextlib.suppress(FileNotFoundError):
                self._pid_file.unlink()
            lock.release()

    @property
    def _pid_file(self) -> Path:
        return self.path / "serve.pid"

    def _check_or_mark(self, wanted: Mode) -> None:
        found = self.mode()
        if found is None:
            self._write("mode.json", json.dumps({"mode": wanted}))
        elif found != wanted:
            raise DataFolderOfOtherMode(self.path, found=found, wanted=wanted)

    def _pid(self) -> int | None:
        try:
            return int(self._pid_file.read_text())
        except (OSError, ValueError):
            return None

    def _write(self, name: str, text: str) -> None:
        """Whole or not at all, also if the machine stops."""
        fresh = self.path / f"{name}.new"
        with open(
            os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.path / name)
        folder = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
