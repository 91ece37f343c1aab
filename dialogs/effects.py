"""What the dialog wants done. Effects carry keys and values, never sentences: words are the receiver's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from dialogs.agreement.records import Form, KeptText, Statement
from dialogs.brought import Brought, SheetCosts
from dialogs.deed import Deed
from dialogs.events import Command
from dialogs.findings import EntryRef
from dialogs.inquiry import Inquiry
from dialogs.members import NewsSetting

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
BESIDE = "beside"
"""What was written without becoming an answer: a part of the summary of its own."""
BESIDE_THE_DRAFT = Button("summary_beside", Command.SUMMARY, BESIDE)
ASK_SECRETARIAT = Button("ask_secretariat", Command.ASK_SECRETARIAT)
INQUIRIES = Button("inquiries", Command.INQUIRIES)
INVITE = Button("invite", Command.INVITE)
MEMBERS = Button("members", Command.MEMBERS)
PROPOSALS = Button("proposals", Command.PROPOSALS)
AGREEMENT = Button("agreement", Command.AGREEMENT)
ASK_CONFIRMATION = Button("ask_confirmation", Command.ASK_CONFIRMATION)
UNLOCK = Button("unlock", Command.UNLOCK)
NOMINATE = Button("nominate", Command.NOMINATE)
CONFIRM = Button("confirm", Command.CONFIRM)
PAPER = Button("paper", Command.PAPER)
HISTORY = Button("history", Command.HISTORY)
UNDO = Button("undo", Command.UNDO)
REDO = Button("redo", Command.REDO)


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence under `m-<key>`, with people's words only in `values`."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    quote: str = ""
    """People's words shown apart, exactly as they came."""
    quote_of: str = ""
    is_kept: bool = True
    """Whether the quoted words are stored, so that a part of them may stand for the whole."""
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
    """All answers to check; where they are many, what stops sending and a way to each part."""

    everything: bool = False
    """However many they are."""
    viewer: str = ""
    """Who looks: of what stands beside the draft each sees what is theirs to see."""


@dataclass(frozen=True, slots=True)
class ShowPart:
    """The answers of one section, or what stands beside the draft. A long part comes in several batches."""

    part: str
    batch: int = 1
    viewer: str = ""


@dataclass(frozen=True, slots=True)
class ShowChanged:
    """After a change from the summary: what stops sending now, and what the change was about."""

    slot: str
    with_budget: bool
    """The change, or what came of it, changed amounts."""
    viewer: str = ""


@dataclass(frozen=True, slots=True)
class ShowStatus:
    at: datetime
    may_write: bool = True


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
    news: tuple[str, ...] = ()
    """The gatherings of changes that had not been told when it was asked."""


@dataclass(frozen=True, slots=True)
class ConfirmTaking:
    """What was read of a table or a file, line by line, before it is taken."""

    brought: Brought
    about: str
    may_be_answer: bool = False
    proposed: tuple[str, ...] = ()
    """Slots of other parties' own fields: what is taken in there is a proposal."""


@dataclass(frozen=True, slots=True)
class ChooseSheets:
    """Which of the sheets with costs are to be read."""

    costs: tuple[SheetCosts, ...]
    about: str


@dataclass(frozen=True, slots=True)
class CorrectTable:
    """The table as it was read, to be put right."""

    brought: Brought
    about: str


@dataclass(frozen=True, slots=True)
class ShowReceipt:
    version: int


OfferedFile = Literal["form", "budget"]


@dataclass(frozen=True, slots=True)
class OfferFile:
    """The same questions as a Word form, or the tables of the budget as an Excel file."""

    what: OfferedFile


@dataclass(frozen=True, slots=True)
class OfferPreview:
    """The draft as a PDF, marked as a draft: drawn when it is fetched, of what then stands."""


@dataclass(frozen=True, slots=True)
class FileIt:
    """A version was sent: file it, tell the secretariat, offer the PDF. Done by what is written with the turn."""

    version: int


@dataclass(frozen=True, slots=True)
class ShowEntry:
    """An entry of the knowledge base, word for word: an answer, what is not known, or a fixed reply."""

    entry: EntryRef
    today: date
    about: str = ""
    """What «Passet svaret?» names when it is answered; "" where it is not asked."""
    fitted: bool | None = None
    """What was said to «Passet svaret?»."""
    may_be_answer: bool = False
    """What was asked may have been meant as the answer to the open field."""
    with_details: bool = False


@dataclass(frozen=True, slots=True)
class ShowDetails:
    """The rest of an entry whose beginning was shown."""

    entry: EntryRef


@dataclass(frozen=True, slots=True)
class ShowNear:
    """«Mente du …?»"""

    entries: tuple[EntryRef, ...]
    about: str


@dataclass(frozen=True, slots=True)
class AskCommunity:
    """Where the person belongs: the answer hangs on it, or it is to be sent to somebody."""

    about: str
    is_to_forward: bool


@dataclass(frozen=True, slots=True)
class OfferEntries:
    """What the knowledge base has on a question of the form; nothing where it has nothing."""

    question: str


@dataclass(frozen=True, slots=True)
class ConfirmInquiry:
    """The second step: just what the secretariat will get."""

    inquiry: Inquiry
    about: str


@dataclass(frozen=True, slots=True)
class SendInquiry:
    """A question to the secretariat was sent. Done by what is written with the turn."""

    inquiry: Inquiry


@dataclass(frozen=True, slots=True)
class ShowInquiries:
    """A person's own questions to the secretariat, and what has become of them."""


@dataclass(frozen=True, slots=True)
class ChooseParty:
    """Which of the parties the person belongs to. Nothing waits for the answer."""


@dataclass(frozen=True, slots=True)
class ChooseInvited:
    """Whom to invite: a party, or the secretariat to read along."""


@dataclass(frozen=True, slots=True)
class ShowCode:
    """An invitation was made: its code, which is shown this once and kept nowhere but as a keyed hash."""

    invitation: str
    code: str = field(repr=False)
    known: tuple[tuple[str, str], ...] = ()
    """People of that party whom the inviter knows from other applications: id and name."""


@dataclass(frozen=True, slots=True)
class ShowMembers:
    """Who is in, who is invited, who waits to be let in, and what each party lacks."""

    person_id: str
    """Who looks: each may do other things about it."""
    at: datetime


@dataclass(frozen=True, slots=True)
class ConfirmAdmitting:
    """Who waits to be let in, and whether they are to be."""

    invitation: str
    about: str


@dataclass(frozen=True, slots=True)
class ShowAnswers:
    """The whole application to read, for who may change nothing of it."""


@dataclass(frozen=True, slots=True)
class ShowLinkCode:
    """A code to be typed from another account of the same human; it is shown this once."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinkPersons:
    """That other person is this one. Done by what is written with the turn."""

    person: str
    code: str
    """The keyed hash of the code, which is used up with it."""


@dataclass(frozen=True, slots=True)
class ShowProposals:
    """What the parties propose to each other, and what the viewer can do about it."""

    person_id: str


@dataclass(frozen=True, slots=True)
class ShowAgreement:
    """How each party stands to the agreement, and its text; with `whole` all of the text, else where it is."""

    person_id: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class OfferAgreement:
    """The agreement as a file."""

    suffix: Literal["pdf", "docx"]


@dataclass(frozen=True, slots=True)
class KeepText:
    """A text that is asked about, to be kept as it is. Done by what is written with the turn."""

    text_hash: str
    kept: KeptText


@dataclass(frozen=True, slots=True)
class ChooseConfirmer:
    """Who confirms for the own party."""

    person_id: str


@dataclass(frozen=True, slots=True)
class ConfirmAgreement:
    """The second step: just what is confirmed, and what is said of whoever does."""

    party: str
    form: Form
    statement: Statement
    covers: tuple[str, ...]
    mandate: str
    about: str


@dataclass(frozen=True, slots=True)
class ConfirmUnlocking:
    """Which confirmations fall when the text is changed."""

    about: str


@dataclass(frozen=True, slots=True)
class ShowConfirmed:
    """A receipt for one confirmation."""

    confirmation: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change, as the audit tells it."""

    seq: int
    at: datetime
    person: str
    door: str
    field: str
    """A slot, or the name of another part of the application."""
    old: Any = None
    new: Any = None
    is_erased: bool = False
    """What was there and what came is not known any more."""


@dataclass(frozen=True, slots=True)
class ShowHistory:
    """The lines before that number, the newest first. They are read when it is drawn, and only then."""

    before: int
    lines: tuple[HistoryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmUndoing:
    """What would be taken back, or made again: from what to what."""

    deed: Deed
    is_redo: bool
    about: str


@dataclass(frozen=True, slots=True)
class ChooseNews:
    """How the person wants to hear what the others change."""

    setting: NewsSetting
    """In all applications but those for which another was chosen; with `is_here` in this one."""
    here: NewsSetting | None = None
    """What was chosen for the open application alone; None where nothing was."""
    is_here: bool = False
    """Asked for the open application alone."""


@dataclass(frozen=True, slots=True)
class SpreadNews:
    """The person's setting for all their applications: the others are changed by what is written with the turn."""

    setting: NewsSetting
    at: datetime
    id: str
    """For what is gathered anew."""


News = Literal[
    "claim",
    "admitted",
    "declined",
    "joined",
    "left",
    "removed",
    "invited",
    "deletion",
    "kept",
    "deleted",
    "receipt",
    "proposed",
    "own_kept",
    "remark",
    "changed",
    "named",
    "locked",
    "asked_to_confirm",
    "opened",
    "confirmed",
    "fell",
    "refused",
]


@dataclass(frozen=True, slots=True)
class Tell:
    """News of an application for another person than the one who acts, drawn from the records when it is sent."""

    id: str
    to: str
    """A person's id."""
    what: News
    about: str
    """The invitation or the member it is about, by id; of proposals, when the latest was made, or what they are for."""
    after_seconds: float = 0.0


Reason = Literal["unknown", "not_fitting", "none_of_these"]


@dataclass(frozen=True, slots=True)
class KeepUnanswered:
    """A question without a good answer, kept for a curator to see. Done by what is written with the turn."""

    id: str
    text: str
    reason: Reason
    shown: tuple[str, ...]
    """The ids of the entries that did not fit."""
    question: str = ""
    """The form's question that was open."""
    community: str = ""


Effect = (
    Say
    | AskPage
    | Understood
    | ShowSummary
    | ShowPart
    | ShowChanged
    | ShowStatus
    | ShowNeeded
    | ShowApplications
    | ConfirmSending
    | ConfirmTaking
    | CorrectTable
    | ChooseSheets
    | ShowReceipt
    | OfferFile
    | OfferPreview
    | FileIt
    | ShowEntry
    | ShowDetails
    | ShowNear
    | AskCommunity
    | OfferEntries
    | ConfirmInquiry
    | SendInquiry
    | ShowInquiries
    | KeepUnanswered
    | ChooseParty
    | ChooseInvited
    | ShowCode
    | ShowMembers
    | ConfirmAdmitting
    | ShowAnswers
    | ShowLinkCode
    | LinkPersons
    | ShowProposals
    | ShowHistory
    | ConfirmUndoing
    | ChooseNews
    | SpreadNews
    | ShowAgreement
    | KeepText
    | OfferAgreement
    | ChooseConfirmer
    | ConfirmAgreement
    | ConfirmUnlocking
    | ShowConfirmed
    | Tell
)
