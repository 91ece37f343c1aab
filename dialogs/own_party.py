"""Which party a person belongs to: found out where it can be, else asked beside the form, which waits for nothing."""

from __future__ import annotations

from dialogs.effects import INVITE, Button, ChooseParty, Say
from dialogs.events import Command
from dialogs.members import Member
from dialogs.membership import is_among_parties, may_choose_party, tenants_of
from dialogs.moment import Moment
from dialogs.naming_parties import party_named


def settle_party(moment: Moment) -> None:
    """Once the parties are named: the one that is known from elsewhere, else a question that need not be answered."""
    if moment.application is None or not moment.is_asking or moment.person.asked_party == moment.draft.id:
        return
    member = moment.member
    if member is None or not member.is_contact or _is_settled(moment, member):
        return
    if len({party.kind for party in moment.view.parties()}) < 2:
        return
    moment.change_person(asked_party=moment.draft.id)
    known = _known_party(moment)
    if known is None:
        moment.show_before_question(ChooseParty())
        return
    _choose(moment, member, known)
    change = Button("other_party", Command.PARTY)
    moment.show_before_question(Say("party-known", {"party": moment.view.party_name(known)}, (change,)))


def choose(moment: Moment, wanted: str) -> None:
    """`wanted` is a party's id from a button, or what the person calls it; with nothing it is asked."""
    member = moment.member
    assert member is not None
    party = party_named(moment.view, wanted)
    if not moment.view.parties():
        moment.say("parties-first")
    elif party is None:
        moment.show(ChooseParty())
    elif party == member.party:
        _say_chosen(moment, party)
    elif may_choose_party(moment.view, member, party):
        _choose(moment, member, party)
        _say_chosen(moment, party)
    else:
        moment.say("party-taken", party=moment.view.party_name(party))
    return moment.ask_again()


def _say_chosen(moment: Moment, party: str) -> None:
    alone = len(moment.draft.contacts) == 1
    moment.say("party-chosen", *((INVITE,) if alone else ()), party=moment.view.party_name(party))


def _choose(moment: Moment, member: Member, party: str) -> None:
    changed = member.model_copy(update={"party": party})
    members = tuple(changed if one is member else one for one in moment.draft.members)
    moment.change_application(members=members)
    moment.change_person(party=party)


def _is_settled(moment: Moment, member: Member) -> bool:
    return is_among_parties(moment.view, member.party)


def _known_party(moment: Moment) -> str | None:
    """The one they were in last, or the only one that settings give their tenant."""
    member = moment.member
    assert member is not None
    free = [p.id for p in moment.view.parties() if may_choose_party(moment.view, member, p.id)]
    if moment.person.party in free:
        return moment.person.party
    tenant = member.tenant_id or moment.person.tenant_id
    mapped = [party for party in free if tenant in tenants_of(moment.context, party)]
    return mapped[0] if len(mapped) == 1 else None
