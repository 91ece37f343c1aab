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


def groups(texts: Sequence[str], percent: float = 72) -> list[list[int]]:
    """The places of texts that ask about the same in much the same words, the largest group first.

    A text joins the group whose first text it is most like: what is far from it does not come along by the way.
    """
    found: list[list[int]] = []
    firsts: list[str] = []
    for place, text in enumerate(map(normalised, texts)):
        nearest = process.extractOne(text, firsts, scorer=_likeness, score_cutoff=percent)
        if nearest is None:
            found.append([place])
            firsts.append(text)
        else:
            found[nearest[2]].append(place)
    return sorted(found, key=len, reverse=True)


def _likeness(first: str, second: str, *, score_cutoff: float | None = None) -> float:
    """In whatever order the words stand; a short question that stands whole in a longer one is like it."""
    fewest = min(first.count(" "), second.count(" ")) + 1
    scorer = fuzz.token_set_ratio if fewest >= 3 else fuzz.token_sort_ratio
    return scorer(first, second, score_cutoff=score_cutoff)
