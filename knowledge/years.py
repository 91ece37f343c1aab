"""Which years a question speaks of: 2026, '26, i fjor, this year."""

# Norwegian on purpose: words that are looked for in questions, never words that people read from here.

from __future__ import annotations

import datetime
import re
from typing import Final

from knowledge.sentences import asking_first

FIRST, LAST = 2015, 2039
_NUMBER = re.compile(
    r"(?<!enn )(?<!than )(?:(?<![\d.,/-])|(?<=\d\d\.))(20[1-3]\d)(?![\d.,]*\d)"
    r"(?!\s*(?:kr|kroner|timar|timer|hours|nok)\b)",
    re.I,
)
_SHORT = re.compile(
    r"(?:['’´`]|\b(?:i|for|in|året|av|of|frå|fra|runden|round) )(1[5-9]|2\d|3\d)"
    r"(?=\s*[?!.,;)]|\s*$|\s+(?:og|and|i|in|eller|or|for)\b)",
    re.I,
)
_SPELT: Final = {"tjuefire": 2024, "tjuefem": 2025, "tjueseks": 2026, "tjuesju": 2027, "tjueåtte": 2028}
_WORD = re.compile(r"\b(" + "|".join(_SPELT) + r")\b", re.I)
_RELATIVE: Final = (
    (re.compile(r"\b(?:i fjor|fjoråret|fjorårets|siste år|i fjar|last year)\b", re.I), -1),
    (re.compile(r"\b(?:i år|i år[ae]t|dette året|årets|this year|this year's)\b", re.I), 0),
    (re.compile(r"\b(?:neste år|neste års|til neste år|next year|next year's)\b", re.I), 1),
)


def years_asked(text: str, today: datetime.date) -> frozenset[int]:
    """Of the sentence that asks, where one does and names a year; else of the whole text."""
    return next(filter(None, (_years(sentence, today) for sentence in asking_first(text))), frozenset())


def _years(text: str, today: datetime.date) -> frozenset[int]:
    found = {int(match.group(1)) for match in _NUMBER.finditer(text)}
    found |= {2000 + int(match.group(1)) for match in _SHORT.finditer(text)}
    found |= {_SPELT[match.group(1).casefold()] for match in _WORD.finditer(text)}
    found |= {today.year + offset for pattern, offset in _RELATIVE if pattern.search(text)}
    return frozenset(year for year in found if FIRST <= year <= LAST)
