"""Inviting: a one-time code for a party or for a reader, what it is to be told with, and taking it back."""

from __future__ import annotations

from dialogs.effects import MEMBERS, ChooseInvited, ChooseParty, ShowCode
from dialogs.members import MOST_OPEN, VALID, Invitation, Member, Role, Way
from dialogs.membership import may_revoke, unused
from dialogs.moment import Moment
from dialogs.naming_parties import at_number, party_named
from dialogs.telling import tell
from dialogs.view import View

SECRETARIAT = "secretariat"
SIGNATORY = "signatory"
"""Whoever confirms the agreement for the own party."""
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
    if not is_room(moment):
        return moment.ask_again()
    if wanted == SECRETARIAT:
        return make(moment, None, "reader")
    if wanted == SIGNATORY:
        return make(moment, member.party, "signatory")
    if "@" in wanted:
        return _ask_known(moment, wanted)
    name, called_party = name_and_party(moment.view, wanted)
    if called_party is not None:
        return _ask_by_name(moment, name, called_party)
    party = party_named(moment.view, wanted) if wanted else _only_one_without_people(moment)
    if party is None:
        moment.show(ChooseInvited())
        return moment.ask_again()
    return make(moment, party)


def make(moment: Moment, party: str | None, role: Role = "contact", *, replaces: str | None = None) -> None:
    """An invitation by code."""
    made = _invitation(moment, party, role, replaces=replaces)
    known = () if replaces else moment.context.known_people
    people = tuple((one.person_id, one.name) for one in known if one.party == party)
    moment.show(ShowCode(made.id, moment.event.code, people))
    return moment.ask_again()


def _invitation(
    moment: Moment,
    party: str | None,
    role: Role = "contact",
    *,
    replaces: str | None = None,
    way: Way = "code",
    person_id: str | None = None,
) -> Invitation:
    member = moment.member
    assert member is not None
    invitation = Invitation(
        id="i" + moment.event.fresh("invitation"),
        role=role,
        party=party,
        way=way,
        person_id=person_id,
        by=member.person_id,
        by_party=member.party,
        at=moment.event.at,
        until=moment.event.at + VALID,
        replaces=replaces,
    )
    moment.change_application(invitations=(*_kept(moment), invitation), members=_with_known_guest(moment))
    return invitation


def _with_known_guest(moment: Moment) -> tuple[Member, ...]:
    """Whoever began was alone, and not asked about; from here on others see who it is."""
    known = moment.context.is_guest
    return tuple(
        one.model_copy(update={"guest": known}) if one is moment.member and known is not None else one
        for one in moment.draft.members
    )


def _ask_known(moment: Moment, wanted: str) -> None:
    """A tap on somebody's name: `person@party`. The caller has made sure that the inviter knows them."""
    person, _, party = wanted.partition("@")
    known = next((k for k in moment.context.known_people if (k.person_id, k.party) == (person, party)), None)
    if known is None:
        moment.show(ChooseInvited())
        return moment.ask_again()
    made = _invitation(moment, party, way="person", person_id=person)
    tell(moment, person, "invited", made.id)
    moment.say("person-asked", MEMBERS, name=known.name)
    return moment.ask_again()


def _ask_by_name(moment: Moment, name: str, party: str) -> None:
    """Says and writes down the same whether or not anybody is called that: nobody is found out this way."""
    known = next(iter(moment.context.known_people), None)
    made = _invitation(moment, party, way="person", person_id=known.person_id if known is not None else "")
    if known is not None:
        tell(moment, known.person_id, "invited", made.id)
    moment.say("name-asked", MEMBERS, party=moment.view.party_name(party), quote=name)
    return moment.ask_again()


def name_and_party(view: View, wanted: str) -> tuple[str, str | None]:
    """«Per Prøve, Bygland»: the name, and the party it is asked for; no party where none is named after a comma."""
    name, comma, party = wanted.rpartition(",")
    return (name.strip(), party_named(view, party.strip())) if comma and name.strip() else ("", None)


def is_room(moment: Moment) -> bool:
    """Says so where there is none for another invitation."""
    if len(unused(moment.draft, moment.event.at)) < MOST_OPEN:
        return True
    moment.say("invited-enough", most=MOST_OPEN)
    return False


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
