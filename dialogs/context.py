"""What the dialog may know about the world while it takes one step. Frozen: it is given, never asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from dialogs.agreement.records import KeptText
from dialogs.fields import Layout
from dialogs.inquiry import Inquiry
from dialogs.places import Community, Municipality
from dialogs.questions import Form
from dialogs.texts.catalogues import Texts


@dataclass(frozen=True, slots=True)
class Listed:
    """One of a person's applications, as a list shows it."""

    id: str
    title: str
    status: str
    case_number: str | None
    changed_at: datetime
    missing: int


@dataclass(frozen=True, slots=True)
class Redeemed:
    """An invitation that was shown, and who shows it, as Teams presents them now."""

    invitation: str
    tenant_id: str
    guest: bool | None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who may be asked to come in: the inviter knows them already, or called them by their exact name."""

    person_id: str
    name: str
    party: str


@dataclass(frozen=True, slots=True)
class InvitedTo:
    """An invitation that is for this person alone: as much of the application as they are told."""

    application: str
    invitation: str
    by_name: str
    by_party: str
    party: str
    community: str


@dataclass(frozen=True, slots=True)
class OtherAccount:
    """Whose code for linking was typed."""

    code: str
    """Its keyed hash."""
    person: str
    name: str
    tenant_id: str


LinkState = Literal["possible", "two_parties", "gone"]


@dataclass(frozen=True, slots=True)
class Context:
    form: Form
    texts: Texts
    communities: Mapping[str, Community]
    municipalities: Mapping[str, Municipality]
    """By municipality number."""
    connected: frozenset[str] = frozenset()
    """Communities whose secretariat is connected to receive."""
    mine: tuple[Listed, ...] = field(default_factory=tuple)
    inquiries: tuple[Inquiry, ...] = ()
    """The person's own questions to secretariats, where the step needs them."""
    unanswered_days: int = 90
    """How long a question without a good answer is kept for a curator to see."""
    taken_references: frozenset[str] = frozenset()
    """References of inquiries that were found to be another's when this step was first tried."""
    redeemed: Redeemed | None = None
    """The application is then the one that the invitation is to, and the person no member of it."""
    is_guest: bool | None = None
    """Where somebody is to be invited: whether the inviter is a guest where they are, if it was not known."""
    known_people: tuple[KnownPerson, ...] = ()
    """Where somebody is to be invited."""
    invited_to: tuple[InvitedTo, ...] = ()
    """The person's own open invitations, where they ask for them."""
    linking: OtherAccount | None = None
    link_state: LinkState = "gone"
    """Whether the two accounts that the person was asked about can become one."""
    kept_text: KeptText | None = None
    """The agreement as it was asked about, where it is to be shown."""
    fallen_text: KeptText | None = None
    """The one that a confirmation which fell was of, where the difference is to be shown."""
    chat_link: str = ""
    """Opens a personal chat with the bot; what is put after it stands there ready to be sent. "" without Teams."""
    web_link: str = ""
    """The web page where an invitation can be shown without Teams; "" where there is none."""
    layout: Layout = field(default_factory=Layout, repr=False, compare=False)
