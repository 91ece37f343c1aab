"""The sentences of a message, those that ask first: what they name is what is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(
    r"(?:[^.!?\n]|(?<=\d)\.(?=\s?[^\WA-ZÆØÅ_])|(?<=\bst)\.(?= O))+(?:[.!?]+|\n|$)|\n", re.IGNORECASE
)


def asking_first(text: str) -> Iterator[str]:
    """Each sentence with a question mark, the last one first, and then the whole text."""
    sentences = [match.group() for match in _SENTENCE.finditer(text)]
    yield from (sentence for sentence in reversed(sentences) if sentence.rstrip().endswith("?"))
    yield text
