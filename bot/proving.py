"""How somebody came in, as a confirmation is kept with it: found by the door, never typed and never from a card."""

from __future__ import annotations

from dataclasses import dataclass

from bot.activities import Incoming
from bot.redeeming import IsGuest
from dialogs.agreement.records import Door, Proof
from dialogs.events import AnyEvent, Replied
from dialogs.person import Confirming, Person


@dataclass(frozen=True, slots=True)
class Proving:
    door: Door
    issuer: str
    """Who vouches for accounts at this door."""
    is_guest: IsGuest

    async def __call__(self, event: AnyEvent, person: Person, incoming: Incoming) -> Proof | None:
        """Only for the answer to the second step: whether somebody is a guest has to be asked."""
        if not isinstance(event, Replied) or not isinstance(person.pending, Confirming):
            return None
        if incoming.proof is not None:
            return incoming.proof
        return Proof(
            door=self.door,
            issuer=self.issuer,
            tenant_id=incoming.who.tenant_id,
            object_id=incoming.who.object_id,
            guest=await self.is_guest(incoming),
            name=person.name,
            deed=incoming.id,
            sent_at=incoming.sent_at,
        )
