"""The port to finding: who asks what, and from where. Place and year are data that choose among entries."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Protocol

from dialogs.evidence import Language
from dialogs.findings import EntryRef, Finding, Found, NotKnown
from knowledge.entry import Entry


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it came, scrubbed."""

    text: str
    language: Language | None = None
    """The language to answer in; it says nothing about the language of the text."""
    community: str | None = None
    """The asker's helsefellesskap: the open application's, else what the person once said."""
    today: datetime.date | None = None


class Finder(Protocol):
    def find(self, asked: Asked) -> Finding:
        """Takes milliseconds of one core: never to be called on the event loop."""


def ref(entry: Entry) -> EntryRef:
    return EntryRef(entry.id, entry.version)


def shown(entry: Entry) -> Finding:
    """What showing the entry amounts to: an answer, or an honest word that there is none."""
    return Found(ref(entry)) if entry.kind == "answer" else NotKnown(ref(entry))
