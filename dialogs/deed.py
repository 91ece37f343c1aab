"""What a person changed with one deed, and what stood there before: a part of their own record, to take it back by."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dialogs.application import Answer
from dialogs.proposal import Proposal
from dialogs.stored import Frozen

MOST = 10
"""Of one person, and as many that were taken back."""
MOST_FIELDS = 120
MOST_CHARACTERS = 20_000
"""In all: the record is read and written as a whole with every deed."""


class Before(Frozen):
    slot: str
    answer: Answer | None
    """What stood there, with its revision; None where nothing ever did."""
    revision: int
    """The field's after the deed: while it is this one, nothing has come since."""

    @property
    def revision_before(self) -> int:
        return self.answer.revision if self.answer is not None else 0

    @property
    def length(self) -> int:
        return len(self.answer.raw) + len(str(self.answer.value or "")) if self.answer is not None else 0


class LinesBefore(Frozen):
    page: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class Deed(Frozen):
    id: str
    application: str
    at: datetime
    fields: tuple[Before, ...] = ()
    lines: tuple[LinesBefore, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    """Those of others that it settled."""
    obstacle: Literal["anothers", "too_much"] | None = None
    """Why it cannot be taken back."""

    @property
    def length(self) -> int:
        return sum(one.length for one in self.fields) + sum(len(str(one.value)) for one in self.proposals)


def bounded(deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """The latest of them."""
    kept: list[Deed] = []
    room = MOST_CHARACTERS
    for deed in reversed(deeds[-MOST:]):
        room -= deed.length
        if room < 0:
            break
        kept.insert(0, deed)
    return tuple(kept)


def moved(deeds: tuple[Deed, ...], revisions: dict[str, tuple[int, int]]) -> tuple[Deed, ...]:
    """After fields were put back: slot -> the revision that has the same content again, and its new one."""
    return tuple(
        deed.model_copy(
            update={
                "fields": tuple(
                    one.model_copy(update={"revision": revisions[one.slot][1]})
                    if one.slot in revisions and one.revision == revisions[one.slot][0]
                    else one
                    for one in deed.fields
                )
            }
        )
        for deed in deeds
    )
