"""Who is in: party by party, with what each may do about it, what each party lacks, and who is on the way in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.elements import Json, Pen, beside, box, card, heading, labelled, near, parted, words
from bot.cards.inviting import claim_elements, decision_actions, invited_for
from bot.cards.lacking import lacks_text, missing_by_party
from bot.cards.summary import command
from dialogs.effects import ShowMembers
from dialogs.events import Command
from dialogs.inviting import SOMEBODY
from dialogs.members import Member
from dialogs.membership import (
    is_among_parties,
    is_last_of_party,
    listed,
    may_admit,
    may_remove,
    may_replace,
    may_revoke,
    unused,
    waiting,
)
from dialogs.places import days_left
from dialogs.texts.catalogues import moment
from dialogs.view import View


def members_card(pen: Pen, view: View, effect: ShowMembers) -> Json:
    application = view.application
    viewer = application.member(effect.person_id)
    body: list[Json] = [heading(pen.t("card-members"), level=1), *_by_party(pen, view, viewer)]
    if viewer is not None:
        body += _waiting(pen, view, viewer, effect.at)
        body += _invited(pen, view, viewer, effect.at)
    may_invite = viewer is not None and viewer.is_contact
    return card(pen, body, [command(pen, Command.INVITE, SOMEBODY)] if may_invite else [])


def _by_party(pen: Pen, view: View, viewer: Member | None) -> list[Json]:
    made: list[Json] = []
    numbers = {member.person_id: number for number, member in enumerate(listed(view), 1)}
    for name, members in _groups(pen, view):
        made.append(words(name, bold=True))
        for member in members:
            line = words(f"{numbers[member.person_id]}. {_name(pen, member)}")
            action = _action(pen, view, viewer, member)
            made.append(near(beside([line], action, str(action["title"])) if action is not None else line))
        if not members:
            made.append(near(words(pen.t("card-nobody-in"), subtle=True)))
    return made


def _action(pen: Pen, view: View, viewer: Member | None, member: Member) -> Json | None:
    """The one thing that the viewer most likely wants to do about a member; the others are typed."""
    if viewer is None:
        return None
    if member == viewer:
        if is_last_of_party(view, viewer):
            return command(pen, Command.REPLACE, member.person_id) if viewer.party is not None else None
        return command(pen, Command.LEAVE)
    if may_remove(viewer, member):
        return command(pen, Command.REMOVE_MEMBER, member.person_id)
    if may_replace(view.application, viewer, member, view.context):
        return command(pen, Command.REPLACE, member.person_id)
    return None


def access_elements(pen: Pen, view: View) -> list[Json]:
    """Everybody who can see the application now, in few lines."""
    return [
        near(labelled(name, ", ".join(_name(pen, one) for one in members) or pen.t("card-nobody-in")))
        for name, members in _groups(pen, view)
    ]


def party_lines(pen: Pen, view: View, now: datetime) -> list[Json]:
    """Of each party who is in, invited or waiting, and what of its own is missing, with the days left for it."""
    missing = missing_by_party(pen, view)
    days = days_left(view.call, now) if view.application.is_draft else None
    made = []
    for party in view.parties():
        who = _on_the_way(pen, view, party.id, now)
        lacks = lacks_text(pen, missing.get(party.id, ()), days)
        made.append(near(labelled(party.name, f"{who}\n{lacks}")))
    if None in missing:
        made.append(near(labelled(pen.t("card-in-common"), lacks_text(pen, missing[None], days))))
    others = [*_groups(pen, view)][len(view.parties()) :]
    return [*made, *(near(labelled(name, ", ".join(_name(pen, m) for m in ms))) for name, ms in others)]


def _on_the_way(pen: Pen, view: View, party: str, now: datetime) -> str:
    application = view.application
    said = [", ".join(_name(pen, m) for m in application.contacts_of(party)) or pen.t("card-nobody-in")]
    if any(one.party == party for one in waiting(application, now)):
        said.append(pen.t("card-somebody-waits"))
    until = [one.until for one in unused(application, now) if one.party == party and one.way == "code"]
    if until:
        said.append(pen.t("card-invited-until", until=moment(pen.language, max(until))))
    asked = [one.until for one in unused(application, now) if one.party == party and one.way == "person"]
    if asked:
        said.append(pen.t("card-asked-until", until=moment(pen.language, max(asked))))
    return " ".join(said)


def _groups(pen: Pen, view: View) -> Iterator[tuple[str, Sequence[Member]]]:
    application = view.application
    for party in view.parties():
        yield party.name, application.contacts_of(party.id)
    rest = [one for one in application.contacts if not is_among_parties(view, one.party)]
    others = {
        "card-party-not-said": [one for one in rest if one.party is None],
        "card-party-not-among": [one for one in rest if one.party is not None],
        "card-reader": [one for one in application.active if one.role == "reader"],
    }
    yield from ((pen.t(name), members) for name, members in others.items() if members)


def _name(pen: Pen, member: Member) -> str:
    return f"{member.name} ({pen.t('card-guest')})" if member.guest else member.name


def _waiting(pen: Pen, view: View, viewer: Member, now: datetime) -> list[Json]:
    made: list[Json] = []
    for number, invitation in enumerate(waiting(view.application, now), 1):
        lines = claim_elements(pen, view, invitation, viewer, f"{number}. ")
        if may_admit(view.application, invitation, viewer, view.context):
            lines.append({"type": "ActionSet", "actions": decision_actions(pen, invitation)})
        made.append(box(lines, "warning"))
    return [parted(heading(pen.t("card-waiting"))), *made] if made else []


def _invited(pen: Pen, view: View, viewer: Member, now: datetime) -> list[Json]:
    """Those one may take back come first: they are what «trekk tilbake 1» counts."""
    every = unused(view.application, now)
    own = [one for one in every if may_revoke(one, viewer)]
    others = [one for one in every if one not in own]
    made: list[Json] = []
    for number, invitation in enumerate([*own, *others], 1):
        key = "card-invited-until" if invitation.way == "code" else "card-asked-until"
        until = pen.t(key, until=moment(pen.language, invitation.until))
        name = invited_for(pen, view, invitation)
        if invitation in own:
            revoke = command(pen, Command.REVOKE, invitation.id)
            made.append(beside([labelled(f"{number}. {name}", until)], revoke, pen.t("b-revoke")))
        else:
            made.append(labelled(name, until))
    return [parted(heading(pen.t("card-invited"))), *made] if made else []
