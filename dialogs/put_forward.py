"""What becomes of proposals when somebody writes in a party's own field: made anew, replaced, or settled."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from dialogs.application import Application
from dialogs.ownership import party_of
from dialogs.proposal import Proposal


def with_proposal(
    application: Application, slot: str, value: Any, person_id: str, at: datetime
) -> tuple[Proposal, ...]:
    """A party's newer proposal takes the place of its older one; what stands already need not be proposed."""
    party = party_of(application, person_id)
    others = tuple(one for one in application.proposals if (one.slot, one.party) != (slot, party))
    if value == application.value(slot):
        return others
    if any((one.slot, one.party, one.value) == (slot, party, value) for one in application.proposals):
        return application.proposals
    return (*others, Proposal(slot=slot, value=value, by=person_id, party=party, at=at))


def still_open(
    application: Application, answered: dict[str, Any], seen: Collection[str], seen_at: datetime | None
) -> tuple[Proposal, ...]:
    """After the party itself has answered anew, slot -> value: what it says the same as is settled, and what it saw.

    What has come since it was shown the field goes on waiting for its word.
    """
    return tuple(
        one
        for one in application.proposals
        if one.slot not in answered
        or not (
            one.value == answered[one.slot]
            or (one.slot in seen and seen_at is not None and one.at <= seen_at)
        )
    )
