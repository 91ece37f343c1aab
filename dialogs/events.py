"""What a person did, in the dialog's words. When it came, and what fresh ids grow from, come with it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from dialogs.agreement.records import Proof
from dialogs.file_parts import FileRefusal, Place, Sheet
from dialogs.findings import Looked

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0/O, 1/I/L, U: a case number is read aloud and typed from paper."""


_CODE = re.compile(
    rf"\b(?=[{ALPHABET}-]*[0-9])(?=[0-9-]*[A-Z])[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}\b", re.IGNORECASE
)


def without_codes(text: str) -> str:
    """A question as it may be kept and passed on: a one-time code that stands in it is nobody else's business."""
    return _CODE.sub("····-····", text)


class Command(StrEnum):
    """What can be said at any moment, by typing or by a button."""

    START = "start"
    NEEDED = "needed"
    FORM_FILE = "form_file"
    BUDGET_FILE = "budget_file"
    HELP = "help"
    EXAMPLE = "example"
    BACK = "back"
    SKIP = "skip"
    CHANGE = "change"
    ADD_LINE = "add_line"
    REMOVE_LINE = "remove_line"
    REMOVE_ASIDE = "remove_aside"
    SAME = "same"
    SUMMARY = "summary"
    STATUS = "status"
    CANCEL = "cancel"
    RESUME = "resume"
    APPLICATIONS = "applications"
    OPEN = "open"
    DELETE = "delete"
    SEND = "send"
    RECEIPT = "receipt"
    PREVIEW = "preview"
    PRIVACY = "privacy"
    LANGUAGE = "language"
    ASK = "ask"
    SHOW_ENTRY = "show_entry"
    MORE = "more"
    FITS = "fits"
    FITS_NOT = "fits_not"
    WAS_ANSWER = "was_answer"
    ASK_SECRETARIAT = "ask_secretariat"
    INQUIRIES = "inquiries"
    THANKS = "thanks"
    PARTY = "party"
    INVITE = "invite"
    REVOKE = "revoke"
    JOIN = "join"
    ADMIT = "admit"
    DECLINE = "decline"
    MEMBERS = "members"
    LEAVE = "leave"
    REMOVE_MEMBER = "remove_member"
    REPLACE = "replace"
    KEEP_DRAFT = "keep_draft"
    LINK = "link"
    PROPOSALS = "proposals"
    ACCEPT = "accept"
    KEEP_OWN = "keep_own"
    NEWS = "news"
    ANSWER_PROPOSAL = "answer_proposal"
    AGREEMENT = "agreement"
    ASK_CONFIRMATION = "ask_confirmation"
    UNLOCK = "unlock"
    NOMINATE = "nominate"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    PAPER = "paper"
    HISTORY = "history"
    UNDO = "undo"
    REDO = "redo"


Masked = Literal["nothing", "number", "doubtful", "control"]
"""What was taken out of a text before it came here: an identity number, digits that may be one, control characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    at: datetime
    """Server UTC, taken at the door."""
    key: str
    """The same for every repetition of the same deed."""
    code: str = field(default="", repr=False)
    """A one-time code from the system's generator, where the deed may give one out."""
    proof: Proof | None = field(default=None, repr=False)
    """How the person came in, as the door found it: what a confirmation is kept with."""
    looked: Looked | None = None
    """What the knowledge base has for what is asked here; None where nothing is, or it could not be asked now."""

    def fresh(self, what: str, length: int = 16) -> str:
        """The same button pressed again on another day is another deed, so the time is part of it."""
        return self._drawn(what).hex()[:length]

    def fresh_code(self, what: str, length: int = 5) -> str:
        """Characters that can be read on a phone."""
        number = int.from_bytes(self._drawn(what), "big")
        code = ""
        for _ in range(length):
            number, digit = divmod(number, len(ALPHABET))
            code += ALPHABET[digit]
        return code

    def _drawn(self, what: str) -> bytes:
        return hashlib.sha256(f"{what}\0{self.key}\0{self.at.isoformat()}".encode()).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed(Event):
    """Text that answers what was shown last."""

    text: str
    masked: Masked = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted(Event):
    """A typed text that looks like a table. What cannot be read as one is an answer like any other."""

    text: str
    masked: Masked = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile(Event):
    """A file, as far as it could be read: sheets, or the places of our form; else why it could not."""

    sheets: tuple[Sheet, ...] = field(default=(), repr=False)
    places: tuple[Place, ...] = field(default=(), repr=False)
    refusal: FileRefusal | None = None
    text: str = field(default="", repr=False)
    """What was typed in the same message."""
    masked: Masked = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(Event):
    """A question card sent in: what stands in each field, and the revisions the card was drawn with."""

    raw: Mapping[str, str]
    revisions: Mapping[str, int]
    page: str
    masked: Mapping[str, Masked] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commanded(Event):
    command: Command
    argument: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied(Event):
    """A tap, or a typed word, that answers a yes/no or a which."""

    to: str
    """The type of what was asked, for instance "sending"; "" when it was typed."""
    about: str = ""
    """The id of what was asked, as the tapped card has it; "" when it was typed."""
    reply: str
    """"yes", "no", or the code of a choice."""
    text: str = ""
    """What was typed, when it was typed. With `eleven_digits`: the text with its digits, while they are held.
    With `forwarding`: the organisation as it stands on the tapped card."""
    application: str = ""
    """The application the tapped card was drawn for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked(Event):
    """Words about one field, said to everybody who is in: a change that is asked for, an answer to a proposal."""

    slot: str
    text: str = field(repr=False)
    masked: Masked = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquired(Event):
    """A question about the scheme."""

    text: str
    masked: Masked = "nothing"
    is_surely: bool = True
    """False where it was typed into a free text and may have been meant for it: one tap makes it the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure(Event):
    """Either an answer to the field or a question; one tap tells.

    What `leans` to being an answer is one, unless the knowledge base has just that question.
    """

    text: str
    masked: Masked = "nothing"
    leans: Literal["question", "answer"] = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeted(Event):
    """The chat was opened, or the bot installed. Clients repeat it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable(Event):
    """Something that is not text to the bot: it gets one honest reply and changes nothing."""

    what: Literal["edited", "deleted", "reaction", "gif", "voice", "file", "image", "empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Event):
    """Text that cannot be kept as it is (control characters, too long). Nothing of it is stored."""

    refusal: str
    values: Mapping[str, str | int] = field(default_factory=dict)


AnyEvent = (
    Typed
    | Pasted
    | SentFile
    | Submitted
    | Commanded
    | Replied
    | Remarked
    | Inquired
    | Unsure
    | Greeted
    | Unreadable
    | Refused
)
