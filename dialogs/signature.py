"""A signature as it is kept in a record, beside what it was made of."""

from __future__ import annotations

from dialogs.stored import Frozen


class Signature(Frozen):
    """Ed25519. What was signed, and for what purpose, is told by the record it stands in."""

    key_id: str
    """Of the key it was made with: the first 32 hex digits of the SHA-256 of its public part."""
    signature: str
    """64 bytes as hex."""
