"""The key that audits and confirmations are signed with: read from outside the store, made only in local mode."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.settings import Settings, environment_name
from dialogs.signature import Signature
from storage.signatures import (
    KEYS_FILE,
    KeysUnreadable,
    PublicKeys,
    Purpose,
    key_id_of,
    keys_from_bytes,
    keys_to_bytes,
    signed_bytes,
)
from storage.store import Json

LOCAL_KEY_FILE = "signing-key.pem"
HOW_TO_MAKE = "openssl genpkey -algorithm ed25519 -out signing-key.pem && chmod 600 signing-key.pem"


class NoSigningKey(Exception):
    """There is no key that can be used. The sentence names no content; the commands say it."""


class Signer:
    """Signs; knows every public key that was signed with before."""

    def __init__(self, private_key: Ed25519PrivateKey, earlier: PublicKeys) -> None:
        self._private_key = private_key
        self.public_key = private_key.public_key().public_bytes_raw().hex()
        self.key_id = key_id_of(self.public_key)
        self.public_keys: PublicKeys = {**earlier, self.key_id: self.public_key}

    def __repr__(self) -> str:
        return f"Signer({self.key_id})"

    def sign(self, purpose: Purpose, payload: Json) -> Signature:
        """The same payload and key give the same signature. Takes some tens of microseconds.

        The payload must be told again from records that stay, byte by byte: strings, whole numbers, lists, objects.
        """
        signature = self._private_key.sign(signed_bytes(purpose, payload))
        return Signature(key_id=self.key_id, signature=signature.hex())


def open_signer(settings: Settings) -> Signer:
    """The key of the settings, in local mode one of the data folder's own. Raises NoSigningKey.

    Its public part is written down beside the store, where those of earlier keys stay.
    """
    path = settings.signing_key_file
    if path is None and not settings.local:
        raise NoSigningKey(f"{environment_name('signing_key_file')} is not set")
    private_key = _own_key(settings.data / LOCAL_KEY_FILE) if path is None else read_key(path)
    keys_file = settings.data / KEYS_FILE
    signer = Signer(private_key, read_public_keys(keys_file))
    with contextlib.suppress(FileNotFoundError):
        if keys_file.read_bytes() == keys_to_bytes(signer.public_keys):
            return signer
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(keys_file, keys_to_bytes(signer.public_keys))
    return signer


def read_key(path: Path) -> Ed25519PrivateKey:
    """Raises NoSigningKey with what is wrong with the file."""
    try:
        content = path.read_bytes()
        is_open = bool(path.stat().st_mode & 0o007)
    except OSError as error:
        raise NoSigningKey(f"{path} cannot be read: {error.strerror or 'the disk failed'}") from None
    if is_open:
        raise NoSigningKey(f"others on this machine can open {path} (chmod 600 {path})")
    try:
        key = serialization.load_pem_private_key(content, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise NoSigningKey(f"{path} is no private key in PEM without a password") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise NoSigningKey(f"{path} is a key of another kind than Ed25519")
    return key


def read_public_keys(path: Path) -> PublicKeys:
    """Raises NoSigningKey where the file is damaged: a signature by a key that it held could not be shown any more."""
    try:
        return keys_from_bytes(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise NoSigningKey(f"{path} cannot be read: {error.strerror or 'the disk failed'}") from None
    except KeysUnreadable:
        raise NoSigningKey(f"{path} cannot be read: restore it from a backup") from None


def _own_key(path: Path) -> Ed25519PrivateKey:
    """Made on first use, readable by its owner alone. Two makers agree on one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = Ed25519PrivateKey.generate()
    content = made.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    fresh = path.with_name(f"{path.name}.{os.getpid()}.{time.monotonic_ns()}")
    if not path.exists():
        _write(fresh, content)
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    return read_key(path)


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, readable by its owner alone."""
    fresh = path.with_name(f"{path.name}.new")
    with open(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
