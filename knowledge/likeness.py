"""How alike texts are as people read them: case, punctuation and white space apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

_WORD = re.compile(r"\w+")


def normalised(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold())) or text.strip()


def alike(texts: Sequence[str], percent: float) -> Iterator[tuple[int, int]]:
    """The places of each two normalised texts that share so many percent of their letters, in order."""
    by_length = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    lengths = [len(texts[place]) for place in by_length]
    ordered = [texts[place] for place in by_length]
    for first, text in enumerate(ordered):
        # A text of twice the length cannot be alike; nor one that is longer by what the percentage allows.
        end = bisect_right(lengths, len(text) * (200 / percent - 1))
        found = process.extract(
            text, ordered[first + 1 : end], scorer=fuzz.ratio, score_cutoff=percent, limit=None
        )
        for _, _, offset in found:
            yield by_length[first], by_length[first + 1 + offset]
