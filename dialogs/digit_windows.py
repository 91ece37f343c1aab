"""Every way in which neighbouring groups of digits in a text can be read as one number of eleven."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import accumulate, pairwise
from typing import Final

from dialogs.folded_text import STYLE_CHANGE
from dialogs.identity_check import LENGTH
from dialogs.number_context import IDENTITY_WORDS

_LONGEST_GAP: Final = 96
FEWEST_DIGITS: Final = 9
_MOST_DIGITS: Final = 13
_MOST_GROUPS_RESTORED: Final = 4
"""A number in more groups is read only as it stands."""
_CENTURIES: Final = ("18", "19", "20")

_DIGITS: Final = re.compile("[0-9]+")
_MARKS: Final = r"._/\\:·*'\"()\[\]{}~#^+`´’-"
_TIGHT: Final = re.compile(rf" {{0,2}}|[{_MARKS}]{{1,3}} ?| [{_MARKS}]{{1,3}} ?")
_SENTENCE_END: Final = re.compile(r"[.:)\]] +$")
_WEAK: Final = re.compile(rf"[\s,;|{_MARKS}]{{1,24}}")
_LABEL: Final = re.compile(rf"[\s,.:;()\[\]/-]{{0,4}}(?:og |and )?{IDENTITY_WORDS}[\s,.:;()\[\]/-]{{0,4}}")
_INLINE_TAG: Final = re.compile(r"</?(?:b|i|u|s|em|strong|span|font|code)(?: [^<>]{0,40})?>", re.IGNORECASE)
_BLOCK_TAG: Final = re.compile(r"</?[a-z][^<>]{0,40}>", re.IGNORECASE)
_BLANK_ENTITY: Final = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj);", re.IGNORECASE)


class Gap(IntEnum):
    """How well what stands between two groups of digits holds them together, best first."""

    TIGHT = 0
    LABEL = 1
    """«, personnummer »: what follows is the rest of the number."""
    WEAK = 2
    """A table, a list or the end of a line or sentence."""
    BREAK = 3


@dataclass(frozen=True, slots=True)
class Window:
    digits: str = field(repr=False)
    """Eleven, or a longer run of several elevens."""
    shape: tuple[int, ...]
    """How many digits each group has, as written."""
    start: int
    end: int
    loosest_gap: Gap
    is_alone: bool
    """No other digits stand directly beside it."""
    is_restored: bool = False
    """A zero or a shortened year had to be put right to make it eleven digits."""


def windows(folded: str) -> Iterator[Window]:
    """Groups are never split: eleven digits inside a longer run are not a number."""
    groups = [match.span() for match in _DIGITS.finditer(folded)]
    known: dict[str, Gap] = {}
    gaps: list[Gap] = []
    for (_, left), (right, _) in pairwise(groups):
        between = folded[left:right]
        if between not in known:
            known[between] = _gap(between)
        gaps.append(known[between])
    lengths = [end - start for start, end in groups]
    for first, last in _stretches(lengths, gaps):
        shape = tuple(lengths[first : last + 1])
        digits = "".join([folded[start:end] for start, end in groups[first : last + 1]])
        loosest = max(gaps[first:last], default=Gap.TIGHT)
        stands_alone = Gap.TIGHT not in (*gaps[max(0, first - 1) : first], *gaps[last : last + 1])
        for number in _readings(digits, shape):
            is_restored = number != digits
            yield Window(number, shape, groups[first][0], groups[last][1], loosest, stands_alone, is_restored)


def _stretches(lengths: Sequence[int], gaps: Sequence[Gap]) -> Iterator[tuple[int, int]]:
    """The first and the last group of whatever has about eleven digits with no break between them.

    By how many digits stand before each group, so that a text of nothing but digits takes no longer than prose.
    """
    before = list(accumulate(lengths, initial=0))
    unbroken = len(lengths) - 1
    reach = [unbroken] * len(lengths)
    for place in range(len(gaps) - 1, -1, -1):
        if gaps[place] is Gap.BREAK:
            unbroken = place
        reach[place] = unbroken
    for first, length in enumerate(lengths):
        if length > _MOST_DIGITS:
            yield first, first
            continue
        shortest = bisect_left(before, before[first] + FEWEST_DIGITS, first + 1) - 1
        longest = bisect_right(before, before[first] + _MOST_DIGITS, first + 1) - 2
        for last in range(shortest, min(longest, first + LENGTH - 1, reach[first]) + 1):
            if before[last + 1] - before[first] == LENGTH or last - first < _MOST_GROUPS_RESTORED:
                yield first, last


def _readings(digits: str, shape: tuple[int, ...]) -> Iterator[str]:
    if len(digits) % LENGTH == 0 and (len(digits) == LENGTH or len(shape) == 1):
        yield digits
    match shape:
        case (10,) | (5, 5):  # a spreadsheet dropped the zero in front
            yield "0" + digits
        case (8, 5) if digits[4:6] in _CENTURIES:
            yield digits[:4] + digits[6:]
        case (1 | 2 as day, 1 | 2 as month, 2 | 4 as year, 5) if shape != (2, 2, 2, 5):
            date, serial = digits[:-5], digits[-5:]
            if year == 2 or date[-4:-2] in _CENTURIES:
                yield date[:day].zfill(2) + date[day : day + month].zfill(2) + date[-2:] + serial
        case _:
            return


def _gap(between: str) -> Gap:
    if len(between) > _LONGEST_GAP:
        return Gap.BREAK
    between = between.replace(STYLE_CHANGE, "")
    if "<" in between:
        between = _BLOCK_TAG.sub("\t", _INLINE_TAG.sub("", between))
    if "&" in between:
        between = _BLANK_ENTITY.sub(" ", between)
    if _TIGHT.fullmatch(between) and not _SENTENCE_END.search(between):
        return Gap.TIGHT
    if _WEAK.fullmatch(between):
        return Gap.WEAK
    return Gap.LABEL if _LABEL.fullmatch(between.lower()) else Gap.BREAK
