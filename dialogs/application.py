"""The record of one application: its members, its answers, and what has been sent of it."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from dialogs.agreement.records import Agreement
from dialogs.members import AtWork, Deletion, Invitation, Member
from dialogs.proposal import Proposal, Remark
from dialogs.signature import Signature
from dialogs.stored import Frozen

SCHEMA_VERSION = 1
MOST_SET_ASIDE = 200
"""Texts beside one draft."""
MOST_CHARACTERS_SET_ASIDE = 100_000
"""In all: a record is read and written as a whole with every deed."""


class Answer(Frozen):
    """What stands in one slot, right or wrong. A slot that is absent was never answered (NOT_ASKED)."""

    value: Any = None
    """The answer as its kind stores it (codes, whole kroner, ISO dates); None while it is wrong or skipped."""
    raw: str = ""
    """What was typed, kept as long as it could not be read."""
    problem: str | None = None
    """The code of what is wrong with `raw`, or "skipped" (NOT_ANSWERED)."""
    revision: int = 1
    by: str
    at: datetime

    @property
    def is_valid(self) -> bool:
        return self.problem is None

    @property
    def was_skipped(self) -> bool:
        return self.problem == "skipped"


Reason = Literal["fault", "identity_number", "conflict", "not_shown", "unclear", "no_longer_asked", "locked"]


class SetAside(Frozen):
    """Text that could not be placed, kept so that nothing typed is lost."""

    text: str
    slot: str | None
    reason: Reason
    by: str
    at: datetime

    @property
    def key(self) -> str:
        """What a button names it by."""
        return hashlib.sha256(f"{self.at.isoformat()}\0{self.slot}\0{self.text}".encode()).hexdigest()[:12]


class Gathering(Frozen):
    """Changes that are being gathered for one member, to be told together."""

    id: str
    to: str
    since: datetime
    """Of the first of them."""
    due: datetime
    was: dict[str, Any] = Field(default_factory=dict)
    """Slot -> what stood there before the first of them, where something did."""


class Gone(Frozen):
    """An answer that was taken back, by its slot, or a line that was removed, by its page."""

    what: str
    by: str
    at: datetime
    line: str = ""
    """Of a line, whose answers the draft still holds."""


class AuditHead(Frozen):
    """The end of the application's audit chain: the next line is seq + 1 and carries this hash."""

    seq: int = 0
    hash: str = ""


class Submission(Frozen):
    """One version as it was sent. The answers as sent are a record of their own, which is never changed."""

    version: int
    received_at: datetime
    by: str
    late: Literal["in_time", "late", "not_known"]
    fingerprint: str
    content_hash: str = ""
    """Of the agreement's text as it was confirmed; "" where none was."""
    answers_sha256: str = ""
    """Of the answers that were sent, as the filed data have them; "" before that was kept."""
    head: AuditHead | None = None
    """Where the audit ended when it was sent, that line included. None before that was kept, as the signature."""
    signature: Signature | None = None
    """Of the head, with what was sent."""


class Application(Frozen):
    schema_version: int = SCHEMA_VERSION
    id: str
    created_at: datetime
    created_by: str
    changed_at: datetime
    status: Literal["draft", "sent", "withdrawn"] = "draft"
    members: tuple[Member, ...]
    """Also those who have left: what they wrote is told by whom."""
    invitations: tuple[Invitation, ...] = ()
    """Open ones, and the latest that were settled."""
    deletion: Deletion | None = None
    answers: dict[str, Answer] = Field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()
    """For parties that have answered themselves; what is proposed to the others stands among the answers."""
    remarks: tuple[Remark, ...] = ()
    """What was said to proposals, the latest last."""
    at_work: tuple[AtWork, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    gone: tuple[Gone, ...] = ()
    """The latest of them, for those who are told of changes."""
    lines: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """The lines of each repeated page, in order: page name -> line ids."""
    case_number: str | None = None
    submissions: tuple[Submission, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    agreement: Agreement = Agreement()
    audit: AuditHead = AuditHead()

    @property
    def is_draft(self) -> bool:
        return self.status == "draft"

    def has_member(self, person_id: str) -> bool:
        return self.member(person_id) is not None

    def member(self, person_id: str) -> Member | None:
        """The person as a member who may read it now; None for everybody else."""
        return next((m for m in self.members if m.person_id == person_id and m.is_active), None)

    @property
    def active(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.is_active)

    @property
    def contacts(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.is_contact)

    def name_of(self, person_id: str) -> str:
        """As Teams called them when they came; also of somebody who is no longer in."""
        names = [member.name for member in self.members if member.is_person(person_id)]
        return names[-1] if names else ""

    def people_of(self, party: str | None) -> tuple[Member, ...]:
        """Who is in for the party, also those who only confirm; nobody for none."""
        return tuple(m for m in self.active if m.party == party) if party is not None else ()

    def contacts_of(self, party: str | None) -> tuple[Member, ...]:
        return tuple(member for member in self.contacts if member.party == party)

    def beside_for(self, person_id: str) -> tuple[SetAside, ...]:
        """What stands beside the draft, as this person sees it; "" sees all of it.

        Words that were for no field are their author's, as long as the author is in: they may be a remark to the bot.
        """
        is_in = {one.by for one in self.set_aside for member in self.active if member.is_person(one.by)}
        own = [member for member in self.active if member.is_person(person_id)]
        return tuple(
            one
            for one in self.set_aside
            if not person_id
            or one.slot is not None
            or one.by not in is_in
            or one.by == person_id
            or any(member.is_person(one.by) for member in own)
        )

    def value(self, slot: str) -> Any:
        answer = self.answers.get(slot)
        return answer.value if answer is not None and answer.is_valid else None

    def has_room_beside(self, *texts: str) -> bool:
        """Whether the texts can be set aside: what stands there already makes no way for them."""
        length = sum(len(text) for text in (*texts, *(one.text for one in self.set_aside)))
        return len(self.set_aside) + len(texts) <= MOST_SET_ASIDE and length <= MOST_CHARACTERS_SET_ASIDE

    def revision(self, slot: str) -> int:
        answer = self.answers.get(slot)
        return answer.revision if answer is not None else 0
