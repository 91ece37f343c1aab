"""Inviting: a one-time code for a party or for a reader, what it is to be told with, and taking it back."""

from __future__ import annotations

from dialogs.effects import ChooseInvited, ChooseParty, ShowCode
from dialogs.members import MOST_OPEN, VALID, Invitation, Role
from dialogs.membership import may_revoke, unused
from dialogs.moment import Moment
from dialogs.naming_parties import at_number, party_named

SECRETARIAT = "secretariat"
SOMEBODY = "somebody"
"""Asks whom to invite, also where only one party lacks people."""
KEPT = 20
"""Settled invitations that are kept beside the open ones."""


def invite(moment: Moment, wanted: str) -> None:
    """`wanted` is a party, the secretariat, or nothing: then the only party that nobody is in for, if there is one."""
    member = moment.member
    assert member is not None
    if not moment.view.parties():
        moment.say("parties-first")
        return moment.ask_again()
    if member.party is None:
        moment.say("own-party-first")
        return moment.show(ChooseParty())
    if len(unused(moment.draft, moment.event.at)) >= MOST_OPEN:
        moment.say("invited-enough", most=MOST_OPEN)
        return moment.ask_again()
    if wanted == SECRETARIAT:
        return make(moment, None, "reader")
    party = party_named(moment.view, wanted) if wanted else _only_one_without_people(moment)
    if party is None:
        moment.show(ChooseInvited())
        return moment.ask_again()
    return make(moment, party)


def make(moment: Moment, party: str | None, role: Role = "contact", *, replaces: str | None = None) -> None:
    member = moment.member
    assert member is not None
    invitation = Invitation(
        id="i" + moment.event.fresh("invitation"),
        role=role,
        party=party,
        by=member.person_id,
        by_party=member.party,
        at=moment.event.at,
        until=moment.event.at + VALID,
        replaces=replaces,
    )
    moment.change_application(invitations=(*_kept(moment), invitation))
    moment.show(ShowCode(invitation.id, moment.event.code))
    return moment.ask_again()


def revoke(moment: Moment, wanted: str) -> None:
    """`wanted` is an invitation's id from a button, its number in the list, or nothing: then the only one."""
    member = moment.member
    assert member is not None
    own = [one for one in unused(moment.draft, moment.event.at) if may_revoke(one, member)]
    found = next((one for one in own if one.id == wanted), None) or at_number(
        own, wanted or "1" * (len(own) == 1)
    )
    if found is None:
        moment.say("no-such-invitation")
        return moment.ask_again()
    settle(moment, found, "revoked")
    moment.say("invitation-revoked")
    return moment.ask_again()


def settle(moment: Moment, invitation: Invitation, state: str) -> None:
    settled = invitation.model_copy(update={"state": state, "settled_by": moment.person.id})
    replace(moment, settled)


def replace(moment: Moment, invitation: Invitation) -> None:
    moment.change_application(
        invitations=tuple(invitation if one.id == invitation.id else one for one in moment.draft.invitations)
    )


def _only_one_without_people(moment: Moment) -> str | None:
    joined = {member.party for member in moment.draft.contacts}
    without = [party.id for party in moment.view.parties() if party.id not in joined]
    return without[0] if len(without) == 1 else None


def _kept(moment: Moment) -> tuple[Invitation, ...]:
    """All that are open or wait, and the latest of the others."""
    now = moment.event.at
    every = moment.draft.invitations
    settled = [one for one in every if not (one.is_open(now) or one.waits(now))]
    dropped = {one.id for one in settled[:-KEPT]}
    return tuple(one for one in every if one.id not in dropped)
