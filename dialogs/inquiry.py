"""The record of one question to a secretariat: what was asked, who took it, what was answered."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dialogs.stored import Frozen

State = Literal["open", "taken", "answered", "closed"]
STATES: tuple[State, ...] = ("open", "taken", "answered", "closed")
OPEN: tuple[State, ...] = ("open", "taken")
"""The secretariat still has something to do."""
MOST_OPEN = 3
"""Of one person, before the secretariat has answered or closed one."""
LONGEST_QUESTION = 2_000
LONGEST_ANSWER = 4_000


class Handled(Frozen):
    """What an officer did, who it was, and when."""

    by: str
    by_id: str
    at: datetime


class Inquiry(Frozen):
    """The words in it are data and can be erased: nothing that is hashed holds them."""

    schema_version: int = 1
    reference: str
    """`SP-7K2QM`: what the asker and the secretariat both call it."""
    community: str
    asked_by: str
    asked_at: datetime
    text: str
    question: str = ""
    """The form's question that was open, by name; never what stood in it."""
    application: str = ""
    """The application it was asked from."""
    organisation: str = ""
    state: State = "open"
    taken: Handled | None = None
    taken_before: tuple[Handled, ...] = ()
    """Who had it before it was taken over, the first first."""
    answer: str = ""
    answered: Handled | None = None
    closed: Handled | None = None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN
