"""How each party stands to the text as it is now: who has confirmed, who has said no, whose word is lacking."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.agreement.records import Confirmation, Nomination, Refusal
from dialogs.places import AgreementForm
from dialogs.view import Party, View


@dataclass(frozen=True, slots=True)
class PartyStands:
    party: Party
    confirmation: Confirmation | None
    """That stands, on the text as it is; of another party where that one has this one's mandate."""
    fallen: Confirmation | None
    """The latest that no longer holds, where none does."""
    refusal: Refusal | None
    """Of the text as it is."""
    nominated: tuple[Nomination, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far the parties have come: «3 av 3, 1 ikke verifisert»."""

    parties: int
    confirmed: int
    unverified: int
    """Of the confirmed: by whom, is only stated."""
    confirmations: int
    """Fewer than the confirmed where one confirms for several."""


def how_agreed(view: View) -> AgreementForm:
    """As the installation or the call wants it; where nobody says, what the applicants say is all there is."""
    if view.community is None or view.call is None:
        return "stated"
    return view.community.settings.agreement_form or view.call.agreement_form


def parties_stand(view: View) -> tuple[PartyStands, ...]:
    agreement = view.application.agreement
    text_hash = agreement.text.text_hash if agreement.text is not None else ""
    made = []
    for party in view.parties():
        of_it = [one for one in agreement.confirmations if party.id in one.parties]
        standing = [one for one in of_it if one.stands and one.text_hash == text_hash]
        fallen = [one for one in of_it if not one.stands]
        refused = [r for r in agreement.refusals if r.party == party.id and r.text_hash == text_hash]
        latest = standing[-1] if standing else None
        made.append(
            PartyStands(
                party,
                latest,
                fallen[-1] if fallen and latest is None else None,
                refused[-1] if refused and latest is None else None,
                agreement.nominated(party.id),
            )
        )
    return tuple(made)


def agreed(view: View) -> Agreed:
    confirmed = [one.confirmation for one in parties_stand(view) if one.confirmation is not None]
    return Agreed(
        parties=len(view.parties()),
        confirmed=len(confirmed),
        unverified=sum(1 for one in confirmed if not one.is_verified),
        confirmations=len({one.id for one in confirmed}),
    )


def lacking(view: View) -> tuple[Party, ...]:
    """The parties whose word on the text as it is now is not there; none where it is only stated."""
    if how_agreed(view) == "stated":
        return ()
    return tuple(one.party for one in parties_stand(view) if one.confirmation is None)
