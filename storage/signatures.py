"""What a signature is made of, and whether one holds: for whoever has nothing but public keys."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Literal

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dialogs.signature import Signature
from storage.store import Json

KEYS_FILE = "signing-keys.json"
KEYS_SCHEMA = "tilskuddshjelpen/signing-keys/1"

Purpose = Literal["audit-head", "confirmation", "manifest"]
"""What is signed for one purpose is never a signature for another."""

PublicKeys = Mapping[str, str]
"""Key id -> the public key, 32 bytes as hex."""


class KeysUnreadable(Exception):
    """The file of public keys is none. Caught by the commands."""


def signed_bytes(purpose: Purpose, payload: Json) -> bytes:
    """One line that says what it is, then the payload by RFC 8785. Raises rfc8785.CanonicalizationError."""
    return f"tilskuddshjelpen/{purpose}/1\n".encode() + rfc8785.dumps(payload)


def key_id_of(public_key: str) -> str:
    """Follows from the key, so that no file can give a key another's id."""
    return hashlib.sha256(bytes.fromhex(public_key)).hexdigest()[:32]


def holds(
    keys: PublicKeys, purpose: Purpose, payload: Json, signature: Signature
) -> Literal["yes", "no", "unknown_key"]:
    """Whether the one with the key has signed just this for just that. A key under another's id is unknown."""
    public_key = keys.get(signature.key_id)
    try:
        if public_key is None or key_id_of(public_key) != signature.key_id:
            return "unknown_key"
        made_with = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
    except ValueError:
        return "unknown_key"
    try:
        made_with.verify(bytes.fromhex(signature.signature), signed_bytes(purpose, payload))
    except (InvalidSignature, ValueError):
        # What RFC 8785 cannot write (CanonicalizationError is a ValueError) was never signed.
        return "no"
    return "yes"


def keys_to_bytes(keys: PublicKeys) -> bytes:
    listed = {"schema": KEYS_SCHEMA, "keys": dict(sorted(keys.items()))}
    return json.dumps(listed, indent=2).encode() + b"\n"


def keys_from_bytes(content: bytes) -> PublicKeys:
    """Raises KeysUnreadable."""
    try:
        read = json.loads(content)
        if read["schema"] != KEYS_SCHEMA:
            raise KeysUnreadable
        return {str(key_id): str(public_key) for key_id, public_key in read["keys"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KeysUnreadable from None
