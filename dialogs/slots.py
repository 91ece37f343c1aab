"""The name of one answer: a question, for one party, in one line, in one year."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SLOT = re.compile(
    r"(?P<question>[a-z][a-z0-9_]{0,39})"
    r"(?:@(?P<party>[a-z0-9][a-z0-9-]{0,60}))?"
    r"(?:#(?P<line>[a-z0-9]{1,20}))?"
    r"(?:/(?P<year>[0-9]{4}))?"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one answer stands. Written as `own_money@m4203/2027`; the parts that a question lacks are left out."""

    question: str
    party: str | None = None
    line: str | None = None
    year: int | None = None

    def __str__(self) -> str:
        return slot_name(self.question, self.party, self.line, self.year)


def slot_name(
    question: str, party: str | None = None, line: str | None = None, year: int | None = None
) -> str:
    """`str(Slot(...))` without making one."""
    party = f"@{party}" if party else ""
    line = f"#{line}" if line else ""
    return f"{question}{party}{line}/{year}" if year else f"{question}{party}{line}"


def to_slot(text: str) -> Slot | None:
    """Reads `str(slot)` back; None for anything else, since cards come back from anyone."""
    found = _SLOT.fullmatch(text)
    if found is None:
        return None
    year = found["year"]
    return Slot(found["question"], found["party"], found["line"], int(year) if year else None)
