"""What the knowledge base found for a question: one entry, near ones, or that nobody has written it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class EntryRef:
    """An entry as it stood: an answer that was given can be traced to its version."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Found:
    """One entry that the sources carry, to be shown word for word."""

    entry: EntryRef
    type: Literal["found"] = "found"


@dataclass(frozen=True, slots=True)
class Near:
    """Up to three entries, the nearest first: the person says which was meant."""

    entries: tuple[EntryRef, ...]
    type: Literal["near"] = "near"


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The entry that says what is not known, or that meets what is personal; None where there is none."""

    entry: EntryRef | None = None
    type: Literal["not_known"] = "not_known"


Finding = Found | Near | NotKnown


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found for one question, with what the dialog must know of the entries it names."""

    finding: Finding
    may_be_passed_on: bool = True
    """Whether the secretariat may be asked with the question as it stands."""
    is_personal: bool = False
    """It is, or may be, about somebody's health or case: its words are kept nowhere."""
    depends_on_place: bool = False
    """Where the asker belongs is not known, and another place has another answer."""
