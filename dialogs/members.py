"""Who is in an application, who is invited, and who waits to be let in: parts of its record."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from dialogs.stored import Frozen

VALID = timedelta(days=14)
"""An invitation, and a request to be let in that nobody answers."""
MOST_OPEN = 20
"""Invitations of one application at a time."""
MOST_MEMBERS = 60

Way = Literal["code", "person"]
"""By whoever has the code, or by one known person alone."""
NewsSetting = Literal["at_once", "daily", "none"]
NEWS: tuple[NewsSetting, ...] = ("at_once", "daily", "none")
Role = Literal["contact", "reader", "signatory"]
"""A contact writes for a party. A reader, from the secretariat, sees the draft and changes nothing.
A signatory sees it and confirms the agreement for a party."""


class Member(Frozen):
    """A person who may read the application, and as a contact write in it. Only an active one may."""

    person_id: str
    formerly: tuple[str, ...] = ()
    """Ids of other accounts that turned out to be the same human: what they wrote is this member's."""
    name: str
    """The name Teams gave when the person joined."""
    guest: bool | None = None
    """A guest of the tenant they came from; None where Teams did not tell."""
    tenant_id: str = ""
    """The tenant they came from when they joined; "" before that was kept."""
    party: str | None = None
    role: Role = "contact"
    news: NewsSetting = "at_once"
    """How they want to hear what the others change: copied here, so that nobody else's record is read for it."""
    news_here: bool = False
    """It was chosen for this application alone, and does not follow what they choose for all."""
    standing: Literal["active", "left", "removed"] = "active"
    joined_at: datetime
    via: Literal["start", "invitation", "successor"] = "start"
    invited_by: str | None = None
    admitted_by: str | None = None
    admitted_by_party: str | None = None
    """The party of whoever let them in, which may be another than their own."""
    ended_at: datetime | None = None
    ended_by: str | None = None

    def is_person(self, person_id: str) -> bool:
        return person_id == self.person_id or person_id in self.formerly

    @property
    def is_active(self) -> bool:
        return self.standing == "active"

    @property
    def is_contact(self) -> bool:
        return self.is_active and self.role == "contact"


class Claim(Frozen):
    """Somebody who has shown an invitation and waits for a contact to let them in, as Teams presented them then."""

    person_id: str
    name: str
    guest: bool | None = None
    tenant_id: str = ""
    news: NewsSetting = "at_once"
    at: datetime


class Invitation(Frozen):
    """A way in for one person. Its code lies elsewhere, as a keyed hash that leads to this id."""

    id: str
    role: Role = "contact"
    party: str | None = None
    """None for a reader."""
    way: Way = "code"
    person_id: str | None = None
    """That one person; "" where nobody was found, which the inviter is not told."""
    by: str
    by_party: str | None = None
    at: datetime
    until: datetime
    replaces: str | None = None
    """The member who goes when this one comes."""
    state: Literal["open", "claimed", "used", "declined", "revoked"] = "open"
    claim: Claim | None = None
    settled_by: str | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be shown by whoever has it."""
        return self.state == "open" and now < self.until

    def waits(self, now: datetime) -> bool:
        """Whether somebody waits for a contact to let them in."""
        return self.state == "claimed" and self.claim is not None and now < self.claim.at + VALID


class AtWork(Frozen):
    """A member who was asked a page and has not gone on yet."""

    page: str
    by: str
    at: datetime


class Deletion(Frozen):
    """A draft of several parties that one of them wants gone: it goes when all have said yes."""

    by: str
    at: datetime
    agreed: tuple[str, ...]
    """Parties whose contact has said yes."""
