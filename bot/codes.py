"""One-time codes: read aloud, typed from paper, stored only as keyed hashes."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from dialogs.events import ALPHABET
from storage.store import Key

LENGTH = 8
KEY_FILE = "secret.key"
_CODE = re.compile(rf"[{ALPHABET}]{{4}}[\s-]?[{ALPHABET}]{{4}}")


def new_code() -> str:
    """`K7MP-4Q2A`, from the system's generator: 38 bits."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{signs[:4]}-{signs[4:]}"


def find_code(text: str) -> str | None:
    """The code in a text, in the form it was given out, whatever the case and the hyphen."""
    found = _CODE.search(text.upper())
    if found is None:
        return None
    signs = re.sub(r"[\s-]", "", found[0])
    return f"{signs[:4]}-{signs[4:]}"


def is_code(text: str) -> bool:
    """Whether the text is a code and nothing else."""
    return _CODE.fullmatch(text.upper()) is not None


def hash_code(secret: bytes, code: str) -> str:
    return hmac.new(secret, code.encode(), hashlib.sha256).hexdigest()


def code_key(secret: bytes, code: str) -> Key:
    return Key("code", hash_code(secret, code))


def load_secret(folder: Path) -> bytes:
    """The folder's own key, made on first use, readable by its owner alone. Two makers agree on one."""
    path = folder / KEY_FILE
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        for _ in range(50):
            made = path.read_bytes()
            if len(made) == 32:
                return made
            time.sleep(0.02)
        raise ValueError(f"{KEY_FILE} is not 32 bytes long") from None
    with os.fdopen(descriptor, "wb") as file:
        made = secrets.token_bytes(32)
        file.write(made)
        file.flush()
        os.fsync(file.fileno())
    return made


class Tries:
    """Wrong tries: so many an hour for one person, and so many for a tenant. In memory; a restart forgives."""

    def __init__(
        self, *, per_person: int = 5, per_tenant: int = 50, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limits = {"person": per_person, "tenant": per_tenant}
        self._clock = clock
        self._wrong: dict[tuple[str, str], deque[float]] = {}

    def may_try(self, person: str, tenant: str) -> bool:
        return all(self._count(sort, name) < self._limits[sort] for sort, name in self._names(person, tenant))

    def was_wrong(self, person: str, tenant: str) -> None:
        for name in self._names(person, tenant):
            self._wrong.setdefault(name, deque()).append(self._clock())

    def was_right(self, person: str, tenant: str) -> None:
        """Takes the latest wrong one back."""
        for name in self._names(person, tenant):
            if self._wrong.get(name):
                self._wrong[name].pop()

    def _names(self, person: str, tenant: str) -> tuple[tuple[str, str], tuple[str, str]]:
        return ("person", f"{tenant}/{person}"), ("tenant", tenant)

    def _count(self, sort: str, name: str) -> int:
        times = self._wrong.get((sort, name), deque())
        while times and times[0] < self._clock() - 3600:
            times.popleft()
        return len(times)
