"""Going out: one leaves, is taken out by one's own party, or is replaced; from then on one sees and gets nothing."""

from __future__ import annotations

from typing import Literal

from dialogs.effects import APPLICATIONS, MEMBERS, START, Button, ChooseParty, Say
from dialogs.events import Command
from dialogs.inviting import is_room, make
from dialogs.members import Member
from dialogs.membership import is_last_of_party, listed, may_remove, may_replace
from dialogs.moment import Moment
from dialogs.naming_parties import at_number
from dialogs.person import Leaving, Removing
from dialogs.telling import tell_others

Standing = Literal["left", "removed"]


def leave(moment: Moment) -> None:
    """The last contact of a party stays until somebody has come instead; who is alone deletes or sends."""
    member = moment.member
    assert member is not None
    others = [one for one in moment.draft.contacts if one is not member]
    if member.is_contact and member.party is None and others:
        moment.say("own-party-first")
        return moment.show(ChooseParty())
    if is_last_of_party(moment.view, member):
        return moment.show(last_of_party(moment, member))
    return moment.ask_about(Leaving())


def last_of_party(moment: Moment, member: Member) -> Say:
    successor = Button("successor", Command.REPLACE, member.person_id)
    delete = Button("delete", Command.DELETE)
    is_alone = moment.draft.contacts == (member,) and moment.draft.is_draft
    buttons: tuple[Button, ...] = (successor,) if member.party is not None else ()
    if is_alone:
        buttons = (*buttons, delete)
    return Say("last-of-party", {}, buttons)


def left(moment: Moment) -> None:
    """The yes to leaving. Somebody else may have left since it was asked."""
    member = moment.member
    assert member is not None
    if is_last_of_party(moment.view, member):
        return moment.show(last_of_party(moment, member))
    tell_others(moment, "left", member.person_id)
    end(moment, member, "left")
    moment.leave_application()
    return moment.say("left", START, APPLICATIONS)


def remove(moment: Moment, wanted: str) -> None:
    """`wanted` is a person's id from a button, or their number in the list."""
    member, other = moment.member, _member(moment, wanted)
    assert member is not None
    if other is None:
        moment.say("no-such-member", MEMBERS)
    elif other == member:
        return leave(moment)
    elif may_remove(member, other):
        return moment.ask_about(Removing(person=other.person_id))
    else:
        moment.say("not-your-party", name=other.name)
    return moment.ask_again()


def removed(moment: Moment, pending: Removing) -> None:
    member, other = moment.member, moment.draft.member(pending.person)
    assert member is not None
    if other is None or not may_remove(member, other):
        moment.say("no-such-member", MEMBERS)
        return moment.ask_again()
    end(moment, other, "removed")
    tell_others(moment, "removed", other.person_id)
    moment.say("removed", MEMBERS, name=other.name)
    return moment.ask_again()


def replace_member(moment: Moment, wanted: str) -> None:
    """A code for whoever is to come in somebody's place; who is replaced goes when the other is let in."""
    member = moment.member
    assert member is not None
    other = _member(moment, wanted) if wanted else member
    if other is None:
        moment.say("no-such-member", MEMBERS)
    elif other.party is None and other == member:
        moment.say("own-party-first")
        return moment.show(ChooseParty())
    elif not may_replace(moment.draft, member, other, moment.context):
        moment.say("not-your-party", name=other.name)
    elif is_room(moment):
        return make(moment, other.party, replaces=other.person_id)
    return moment.ask_again()


def end(moment: Moment, member: Member, standing: Standing) -> None:
    """The member sees nothing from here on, and what they had under way falls."""
    ended = member.model_copy(
        update={"standing": standing, "ended_at": moment.event.at, "ended_by": moment.person.id}
    )
    invitations = tuple(
        one.model_copy(update={"state": "revoked", "settled_by": moment.person.id})
        if one.by == member.person_id and one.is_open(moment.event.at)
        else one
        for one in moment.draft.invitations
    )
    members = tuple(ended if one is member else one for one in moment.draft.members)
    moment.change_application(members=members, invitations=invitations)


def _member(moment: Moment, wanted: str) -> Member | None:
    """By id, or by the number in the list of who is in."""
    everybody = listed(moment.view)
    return next((one for one in everybody if one.person_id == wanted), None) or at_number(everybody, wanted)
