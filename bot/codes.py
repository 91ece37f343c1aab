"""One-time codes: read aloud, typed from paper, stored only as keyed hashes."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import time
from pathlib import Path

from dialogs.events import ALPHABET
from storage.store import Key

LENGTH = 8
CHANGES = 3
KEY_FILE = "secret.key"
_CODE = re.compile(rf"[{ALPHABET}]{{4}}[\s-]?[{ALPHABET}]{{4}}")


def new_code() -> str:
    """`K7MP-4Q2A`, from the system's generator: 38 bits. A letter and a digit tell it from a number and a word."""
    while True:
        drawn = secrets.randbelow(len(ALPHABET) ** LENGTH)
        signs = "".join(ALPHABET[drawn // len(ALPHABET) ** place % len(ALPHABET)] for place in range(LENGTH))
        if not (signs.isdigit() or signs.isalpha()):
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


def is_surely_code(text: str, *, is_asked: bool = True) -> bool:
    """As `is_code`, with a letter and a digit, and the hyphen: no answer looks like that.

    Without the hyphen only what changes between letters and digits as no word or figure does; where no question is
    open (`is_asked`) any of them.
    """
    signs = re.sub(r"[\s-]", "", text)
    if not is_code(text) or signs.isdigit() or signs.isalpha():
        return False
    changes = len(re.findall(r"(?<=[0-9])(?=[A-Z])|(?<=[A-Z])(?=[0-9])", signs.upper()))
    return "-" in text or (" " not in text and (not is_asked or changes >= CHANGES))


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
