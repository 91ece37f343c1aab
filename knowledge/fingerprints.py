"""Whether a sentence stands in a document, told without a copy of the document: hashes of its word sequences."""

from __future__ import annotations

import base64
import binascii
import hashlib
import unicodedata
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from dialogs.evidence import Frozen

ALGORITHM = 1
SEQUENCE_WORDS = 5
HASH_BYTES = 4
"""A sequence that is not in a document of 1,200 words passes as if it were once in 2**32 / 1,200 times, which is
one in 3.5 million; a quote of twenty words has sixteen sequences that must stand in a row."""

_MARKS = str.maketrans("", "", "*")
"""Emphasis of the text's own format, which a reader does not see."""


class Fingerprint(Frozen):
    """The hashes of all five-word sequences, in the document's order, so that a quote must stand in one piece."""

    algorithm: Literal[1]
    words: Annotated[int, Field(ge=0)]
    sequences: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]*={0,2}$")]
    """Base64 of the hashes, four bytes each."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        try:
            length = len(base64.b64decode(self.sequences, validate=True))
        except binascii.Error:
            raise ValueError("sequences are not base64") from None
        if length != HASH_BYTES * max(0, self.words - SEQUENCE_WORDS + 1):
            raise ValueError("the number of sequences does not fit the number of words")
        return self


def words_of(text: str) -> list[str]:
    """White space, case, and the text's own emphasis marks apart; punctuation counts."""
    return unicodedata.normalize("NFKC", text).translate(_MARKS).casefold().split()


def fingerprint(text: str) -> Fingerprint:
    words = words_of(text)
    hashes = b"".join(_hashes(words))
    return Fingerprint(
        algorithm=ALGORITHM, words=len(words), sequences=base64.b64encode(hashes).decode("ascii")
    )


def holds(document: Fingerprint, quote: str) -> bool:
    """Whether the quote stands in the document, in one piece. A quote of fewer than five words is never held."""
    wanted = _hashes(words_of(quote))
    if not wanted:
        return False
    raw = base64.b64decode(document.sequences)
    have = [raw[at : at + HASH_BYTES] for at in range(0, len(raw), HASH_BYTES)]
    return any(have[at : at + len(wanted)] == wanted for at in range(len(have) - len(wanted) + 1))


def _hashes(words: list[str]) -> list[bytes]:
    return [
        hashlib.blake2b(" ".join(words[at : at + SEQUENCE_WORDS]).encode(), digest_size=HASH_BYTES).digest()
        for at in range(len(words) - SEQUENCE_WORDS + 1)
    ]
