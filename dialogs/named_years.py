"""«50 000 i 2027 og 60 000 i 2028», «0,2 begge år»: one text for a question that is asked for each year."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Callable

from dialogs.readings import Doubted, Reading, Several, Taken
from dialogs.view import Field, View

LONGEST = 200
_BETWEEN = re.compile(r"[,;\n]\s+|\n|,?\s+(?:og|and)\s+", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:(?:i|in)\s+)?(?P<first>20\d\d)\s*[:=]\s*(?P<said>.+)|(?P<rest>.+?)\s+(?:i|in|for)\s+(?P<last>20\d\d)"
)
_BOTH = re.compile(r"(?P<rest>.+?)\s+(?:i |in )?(?:begge (?:år|åra|årene)|both years)", re.IGNORECASE)


def over_named_years(
    view: View, asked: Field, text: str, read_one: Callable[[str], Reading]
) -> Several | None:
    """None where the text names no years, or something of it cannot be read."""
    if not asked.question.by_year or len(text) > LONGEST:
        return None
    alike = [f for f in view.fields if f.question is asked.question and f.slot.party == asked.slot.party]
    slots = {str(field.slot.year): field.id for field in alike}
    both = _BOTH.fullmatch(text) if len(slots) == 2 else None
    said = dict.fromkeys(slots, both["rest"]) if both is not None else _by_year(text)
    if len(said) < 2 or not said.keys() <= slots.keys():
        return None
    values: dict[str, int] = {}
    for year, part in said.items():
        match read_one(part):
            case Taken(value=value) | Doubted(value=value):
                values[slots[year]] = value
            case _:
                return None
    return Several(values)


def _by_year(text: str) -> dict[str, str]:
    parts = _BETWEEN.split(text)
    named = [found for part in parts if (found := _NAMED.fullmatch(part.strip(" .")))]
    said = {found["first"] or found["last"]: found["said"] or found["rest"] for found in named}
    return said if len(said) == len(parts) else {}
