"""The record of one person: language, what they were shown last, and what they were asked to say yes or no to."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from dialogs.agreement.records import Form, Statement
from dialogs.brought import Brought, SentSheet, SheetCosts
from dialogs.deed import Deed
from dialogs.events import Masked
from dialogs.findings import EntryRef
from dialogs.inquiry import Inquiry
from dialogs.members import NewsSetting
from dialogs.stored import Frozen

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")


class Shown(Frozen):
    """The question a person was shown last: typed text answers this one, whatever the form asks next."""

    application: str
    page: str
    slots: tuple[str, ...]
    slot: str
    """The one a typed answer goes to."""
    revisions: dict[str, int]
    at: datetime | None = None
    """None before that was kept."""
    message: str = ""
    """The outbox row that carried the card, so that it can be replaced by what was understood."""


class Asked(Frozen):
    """Something a person was asked beside the form. A tap names it by its id: an old card answers nothing new."""

    id: str = ""
    application: str = ""
    """The draft it is about; "" where there was none."""
    revisions: dict[str, int] = Field(default_factory=dict)
    """Of the fields it is about, as they were when it was asked."""


class Spread(Asked):
    """Is this how the amounts fall? Slot -> whole kroner or thousandths."""

    type: Literal["spread"] = "spread"
    values: dict[str, int]


class Doubt(Asked):
    """Was this value meant?"""

    type: Literal["doubt"] = "doubt"
    slot: str
    raw: str
    value: int


class PastPeriod(Asked):
    """The period starts in the past: is that right?"""

    type: Literal["past_period"] = "past_period"
    slot: str
    raw: str


class Which(Asked):
    """Which of these places was meant? The rest of what was typed is understood already."""

    type: Literal["which"] = "which"
    slot: str
    understood: tuple[str, ...]
    choices: tuple[str, ...]
    rest: tuple[str, ...] = ()
    """Further parts of the same text still to be asked about, as typed."""
    text: str = ""
    """The part that is asked about, as typed, where it is no name as it stands."""


class WhichField(Asked):
    """Which of these fields is to be changed?"""

    type: Literal["which_field"] = "which_field"
    slots: tuple[str, ...]


class Differing(Frozen):
    slot: str
    raw: str
    masked: Masked = "nothing"


class Differs(Asked):
    """The field changed since the person was shown it: which value is to stand?"""

    type: Literal["differs"] = "differs"
    fields: tuple[Differing, ...]
    """The first is asked about; the others, of the same card, wait."""
    revision: int
    """Of the first, as both values were shown."""


class Wording(Asked):
    """The next text is what the person says to a proposal."""

    type: Literal["wording"] = "wording"
    proposal: str
    """Its key."""


class Meant(Asked):
    """Was the text an answer to the field, or a question?"""

    type: Literal["meant"] = "meant"
    text: str


class ElevenDigits(Asked):
    """May the eleven digits stand?"""

    type: Literal["eleven_digits"] = "eleven_digits"
    slot: str
    raw: str
    """With the digits masked; they themselves are held in memory only, and for minutes."""


class Confirming(Asked):
    """Does the party confirm the agreement, with this said of whoever confirms? The second step."""

    type: Literal["confirming"] = "confirming"
    party: str
    form: Form
    statement: Statement
    covers: tuple[str, ...] = ()
    mandate: str = ""
    content_hash: str
    text_hash: str
    at: datetime


class Refusing(Asked):
    """The next text is why the party does not confirm."""

    type: Literal["refusing"] = "refusing"
    party: str
    text_hash: str


class Unlocking(Asked):
    """Is the text to be opened, though confirmations fall when it is changed?"""

    type: Literal["unlocking"] = "unlocking"


class Sending(Asked):
    type: Literal["sending"] = "sending"
    fingerprint: str
    access: tuple[str, ...] = ()
    """Who could see the application when it was asked."""
    news: tuple[str, ...] = ()
    """The gatherings of changes that were told because of it."""


class Deleting(Asked):
    """Asked twice: the draft cannot be had back."""

    type: Literal["deleting"] = "deleting"
    sure: bool = False
    """The first yes has been said."""


class TakingAway(Asked):
    """Is this text beside the draft to go? Asked, since the number it is typed by may mean another the next time."""

    type: Literal["taking_away"] = "taking_away"
    text_key: str


class TakingIn(Asked):
    """Is this to be taken in, as it was read? Of a table: beside the lines that stand, or in their place?"""

    type: Literal["taking_in"] = "taking_in"
    brought: Brought
    text: str = ""
    """As it was pasted: it stands beside the draft until it is taken in whole."""
    may_be_answer: bool = False
    """A free text was open: the table may have been meant for it."""
    lines_before: str = ""
    """A hash of the lines that stood when it was read."""
    is_correcting: bool = False


class WhichSheets(Asked):
    """The costs of which sheets are meant?"""

    type: Literal["which_sheets"] = "which_sheets"
    sheets: tuple[SentSheet, ...]
    costs: tuple[SheetCosts, ...]


class Admitting(Asked):
    """Is this person, who waits, to be let in?"""

    type: Literal["admitting"] = "admitting"
    invitation: str


class Leaving(Asked):
    """Does the person want to leave the application?"""

    type: Literal["leaving"] = "leaving"


class Removing(Asked):
    """Is this member to be taken out?"""

    type: Literal["removing"] = "removing"
    person: str


class Linking(Asked):
    """Is the account whose code was typed the same human's?"""

    type: Literal["linking"] = "linking"
    code: str
    """Its keyed hash."""
    person: str
    name: str
    tenant_id: str


class Inquiring(Asked):
    """The next text is a question about the scheme, whatever the form asks."""

    type: Literal["inquiring"] = "inquiring"


class Suggested(Asked):
    """Which of these was meant, or none?"""

    type: Literal["suggested"] = "suggested"
    text: str
    """The question as it was asked, scrubbed."""
    entries: tuple[EntryRef, ...]


class Fitting(Asked):
    """Was that the answer? Asked so that a typed yes or no counts only where no field is open."""

    type: Literal["fitting"] = "fitting"


class Belonging(Asked):
    """Which helsefellesskap does the person belong to? Asked when an answer hangs on it, or somebody is to be asked."""

    type: Literal["belonging"] = "belonging"
    text: str
    is_to_forward: bool = False
    """Asked in order to send the question on, not to answer it."""


class Writing(Asked):
    """The next text is a question to the secretariat."""

    type: Literal["writing"] = "writing"


class Undoing(Asked):
    """Is this change of the person's own to be taken back, or one that was taken back to be made again?"""

    type: Literal["undoing"] = "undoing"
    deed: Deed
    is_redo: bool = False


class Forwarding(Asked):
    """Is this to be sent to the secretariat, just as it stands?"""

    type: Literal["forwarding"] = "forwarding"
    inquiry: Inquiry


Pending = Annotated[
    Spread
    | Doubt
    | PastPeriod
    | Which
    | WhichField
    | Differs
    | Wording
    | Meant
    | ElevenDigits
    | Confirming
    | Refusing
    | Unlocking
    | Sending
    | Deleting
    | TakingAway
    | Undoing
    | Admitting
    | Leaving
    | Removing
    | Linking
    | TakingIn
    | WhichSheets
    | Inquiring
    | Suggested
    | Fitting
    | Belonging
    | Writing
    | Forwarding,
    Field(discriminator="type"),
]


class AtConfirming(Frozen):
    application: str
    party: str
    form: Form


class LatestQuestion(Frozen):
    """What was asked last: «mer», «passet ikke» and «spør sekretariatet» are about it."""

    id: str
    at: datetime
    text: str
    """As asked, scrubbed; "" where it may be about somebody's health or case."""
    entries: tuple[EntryRef, ...] = ()
    """What has been shown for it, the latest last."""
    may_be_passed_on: bool = True
    slot: str = ""
    """The field that was open."""
    application: str = ""


class ConversationReference(Frozen):
    """Where the person's personal chat is, as it was at the last turn."""

    service_url: str
    conversation_id: str
    bot_id: str = ""
    user_id: str = ""
    tenant_id: str = ""
    """Of the account that was used there; "" before that was kept."""


class Person(Frozen):
    schema_version: int = 1
    id: str
    tenant_id: str
    object_id: str
    name: str = ""
    guest: bool | None = None
    language: Language = "nb"
    news: NewsSetting = "at_once"
    """How they want to hear what the others change, where they have not chosen otherwise for one application."""
    welcomed: bool = False
    open_application: str | None = None
    community: str | None = None
    """Where the person belongs, as they said once; the open application's goes before it."""
    party: str = ""
    """The party they last said that they belong to, as applications name it."""
    asked_party: str = ""
    """The application in which they were asked: once in each, and never again unasked."""
    organisation: str = ""
    """Whom the person last asked the secretariat on behalf of."""
    latest: LatestQuestion | None = None
    unknowns: int = 0
    """Questions in a row that nothing was found for."""
    shown: Shown | None = None
    changing: str | None = None
    """The slot being changed out of turn; the form goes on where it was afterwards."""
    back_to_summary: bool = False
    """The change began in the summary, and ends there."""
    budget_before: str = ""
    """A hash of the budget as it was when the change began."""
    asks_what_follows: bool = False
    """Everything had been asked when the change began: what it brings along is asked before returning."""
    confirming: AtConfirming | None = None
    """The party whose confirmation the person is giving or registering."""
    pending: Pending | None = None
    undo: tuple[Deed, ...] = ()
    """The person's latest changes of drafts, the latest last, with what stood there before."""
    redo: tuple[Deed, ...] = ()
    """Those they have taken back."""
    conversation: ConversationReference | None = None
    linked: tuple[str, ...] = ()
    """Ids of persons who turned out to be the same human, by another account, and became this one."""
    linked_to: str = ""
    """This person has become that one; nothing else of the record is used."""
    done: dict[str, datetime] = Field(default_factory=dict)
    """The latest deeds by key, so that a repetition does nothing twice."""
    last_text: str = ""
    """A hash of the latest typed text, to know a message that is delivered again under a new id."""
    last_rows: tuple[str, ...] = ()
    """The outbox rows that answered it."""
    seen_at: datetime | None = None
