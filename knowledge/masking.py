"""A question without its places and years: what is asked is learnt apart from where and when."""

# Norwegian on purpose: words that are looked for in questions, never words that people read from here.

from __future__ import annotations

import re

from knowledge.whereabouts import Gazetteer

PLACE, REGION, YEAR = "stedx", "regionx", "årx"
"""Words that nobody writes."""
_YEAR = re.compile(r"(?<![\d.,])20[1-3]\d(?![.,]?\d)")

_HERE = re.compile(r"(?<=\bher )(?:nord|sør|vest|øst|aust)\b", re.IGNORECASE)


def masked(text: str, gazetteer: Gazetteer) -> str:
    parts, at = [], 0
    for mention in gazetteer.mentions(text):
        parts += [text[at : mention.start], REGION if mention.place.is_region else PLACE]
        at = mention.end
    return _YEAR.sub(YEAR, _HERE.sub(PLACE, "".join((*parts, text[at:]))))
