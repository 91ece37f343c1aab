"""What the dialog wants done. Effects carry keys and values, never sentences: words are the receiver's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dialogs.events import Command

Value = str | int


@dataclass(frozen=True, slots=True)
class Button:
    """A tap: a command, or the reply to what is pending. Words stand under `b-<words>`."""

    words: str
    command: Command | None = None
    argument: str = ""
    reply_to: str = ""
    reply: str = ""
    about: str = ""
    """The id of what is pending, so that an old button answers nothing new."""
    label: str = ""
    """A proper name shown as it is, instead of words."""


START = Button("start", Command.START)
RESUME = Button("resume", Command.RESUME)
ASK = Button("ask", Command.ASK)
NEEDED = Button("needed", Command.NEEDED)
APPLICATIONS = Button("applications", Command.APPLICATIONS)
SUMMARY = Button("summary", Command.SUMMARY)


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence under `m-<key>`, with people's words only in `values`."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    quote: str = ""
    """People's words shown apart, exactly as they came."""
    quote_of: str = ""
    tone: Literal["plain", "good", "attention"] = "plain"


@dataclass(frozen=True, slots=True)
class AskPage:
    """A question card for one page instance. `slot` is the one a typed answer goes to."""

    instance: str
    slot: str
    help: bool = False
    example: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a card or a typed answer; takes the place of the card that asked."""

    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowSummary:
    pass


@dataclass(frozen=True, slots=True)
class ShowStatus:
    pass


@dataclass(frozen=True, slots=True)
class ShowNeeded:
    """All questions at a glance, before the start."""


@dataclass(frozen=True, slots=True)
class ShowApplications:
    pass


@dataclass(frozen=True, slots=True)
class ConfirmSending:
    """The second step: what is sent and to whom."""

    fingerprint: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class ShowReceipt:
    version: int


@dataclass(frozen=True, slots=True)
class OfferFormFile:
    """The same questions as a Word form."""


@dataclass(frozen=True, slots=True)
class FileIt:
    """A version was sent: file it, tell the secretariat, offer the PDF. Done by what is written with the turn."""

    version: int


Effect = (
    Say
    | AskPage
    | Understood
    | ShowSummary
    | ShowStatus
    | ShowNeeded
    | ShowApplications
    | ConfirmSending
    | ShowReceipt
    | OfferFormFile
    | FileIt
)
