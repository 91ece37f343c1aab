"""What one party proposes for a field of another's, and what is said to it: parts of the application's record."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from dialogs.stored import Frozen


class Proposal(Frozen):
    """A value beside the party's own answer. Where the party has not answered, a proposal stands as the answer."""

    slot: str
    value: Any
    by: str
    party: str | None
    """Whose proposal it is."""
    at: datetime

    @property
    def key(self) -> str:
        return proposal_key(self.slot, self.value, self.party, self.at)


class Remark(Frozen):
    """What somebody says in words to a proposal."""

    slot: str
    text: str
    by: str
    party: str | None
    at: datetime

    @property
    def key(self) -> str:
        return hashlib.sha256(f"{self.slot}\0{self.by}\0{self.at.isoformat()}".encode()).hexdigest()[:12]


def proposal_key(slot: str, value: Any, party: str | None, at: datetime) -> str:
    """What a button names it by: another value, or the same one proposed anew, is another proposal."""
    return hashlib.sha256(f"{slot}\0{value!r}\0{party}\0{at.isoformat()}".encode()).hexdigest()[:12]
