"""What is proposed to a party: shown, accepted, turned down, answered in words, and told to those it is for."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.effects import PROPOSALS, ShowProposals, Understood
from dialogs.events import Remarked, Typed
from dialogs.members import Member
from dialogs.moment import Moment
from dialogs.naming_parties import at_number
from dialogs.ownership import Open, open_proposals
from dialogs.person import Wording
from dialogs.proposal import Remark
from dialogs.telling import tell
from dialogs.view import View

ALL = "all"
BETWEEN = "."
"""Between the keys of proposals that one button accepts."""
MOST_SHOWN = 10
"""Proposals of each sort in one list; the next ones come when these have been answered."""
GATHERED_SECONDS = 60.0
"""So long what is proposed is gathered before its party is told: one card of several fields is one message."""
MOST_REMARKS = 200


def show(moment: Moment) -> None:
    moment.show(ShowProposals(moment.person.id))
    return moment.ask_briefly()


def accept(moment: Moment, wanted: str) -> None:
    """`wanted` is keys from a button, a number in the list, all that are listed, or nothing: the only one."""
    own = to_own_party(moment)
    keys = wanted.split(BETWEEN)
    found = (
        own[:MOST_SHOWN] if wanted == ALL else [one for one in own if one.key in keys] or _named(own, wanted)
    )
    if not found or len({one.slot for one in found}) < len(found):
        return _which(moment, own)
    for one in found:
        moment.put(one.slot, one.value)
        _drop(moment, *(other.key for other in own if other.slot == one.slot and other.at <= one.at))
    moment.replacement = ShowProposals(moment.person.id)
    moment.say("proposals-accepted", count=len(found))
    moment.show(Understood(tuple(one.slot for one in found)))
    return moment.ask_again()


def keep_own(moment: Moment, wanted: str) -> None:
    """What the party has answered itself goes on standing, and the proposal falls."""
    own = [one for one in to_own_party(moment) if not one.stands]
    found = [one for one in _named(to_own_party(moment), wanted) if not one.stands] or (
        own if not wanted and len(own) == 1 else []
    )
    if not found:
        return _which(moment, own)
    _drop(moment, found[0].key)
    for member in moment.draft.contacts:
        if member.person_id != moment.person.id and member.party != _own_party(moment):
            tell(moment, member.person_id, "own_kept", found[0].slot)
    moment.replacement = ShowProposals(moment.person.id)
    moment.say("own-kept")
    moment.show(Understood((found[0].slot,)))
    return moment.ask_again()


def answer_in_words(moment: Moment, wanted: str) -> None:
    """`wanted` names any proposal: those to others are counted after those to the own party."""
    every = in_order(moment.view, moment.member)
    found = _named(every, wanted)
    if not found:
        return _which(moment, every)
    return moment.ask_about(Wording(proposal=found[0].key))


def say_in_words(moment: Moment, event: Typed, pending: Wording) -> None:
    """Everybody who is in hears it; where the proposal has been settled meanwhile, the words stay beside the draft."""
    moment.let_go()
    found = next((one for one in open_proposals(moment.view) if one.key == pending.proposal), None)
    if event.masked == "number":
        moment.say("identity-number-out")
    if found is None or len(moment.draft.remarks) >= MOST_REMARKS:
        if moment.put_aside(event.text, None, "unclear"):
            moment.say("proposal-settled", quote=event.text)
        return moment.ask_again()
    _say_to_all(moment, found.slot, event.text)
    moment.say("said-it", PROPOSALS)
    return moment.ask_again()


def remark(moment: Moment, event: Remarked) -> None:
    """A change that is asked for: whoever may make it hears it, and nothing is changed."""
    if event.slot not in moment.view.field_by_id or len(moment.draft.remarks) >= MOST_REMARKS:
        if moment.put_aside(event.text, None, "no_longer_asked"):
            moment.say("change-not-asked", quote=event.text)
        return
    _say_to_all(moment, event.slot, event.text)
    moment.say("change-asked")


def _say_to_all(moment: Moment, slot: str, text: str) -> None:
    said = Remark(slot=slot, text=text, by=moment.person.id, party=_own_party(moment), at=moment.event.at)
    moment.change_application(remarks=(*moment.draft.remarks, said))
    for member in moment.draft.contacts:
        if member.person_id != moment.person.id:
            tell(moment, member.person_id, "remark", said.key)


def to_own_party(moment: Moment) -> tuple[Open, ...]:
    """What waits for the word of the person's own party."""
    party = _own_party(moment)
    return open_proposals(moment.view, party) if party is not None else ()


def in_order(view: View, viewer: Member | None) -> tuple[Open, ...]:
    """As a list counts them: those to the viewer's own party, then the others."""
    party = viewer.party if viewer is not None and viewer.is_contact else None
    return tuple(sorted(open_proposals(view), key=lambda one: one.owner != party))


def _which(moment: Moment, choices: Sequence[Open]) -> None:
    moment.say("proposals-which" if choices else "no-proposals")
    return show(moment) if choices else moment.ask_again()


def _named(choices: Sequence[Open], wanted: str) -> Sequence[Open]:
    by_key = [one for one in choices if one.key == wanted]
    numbered = at_number(choices, wanted or "1" * (len(choices) == 1))
    return by_key or ([numbered] if numbered is not None else [])


def _drop(moment: Moment, *keys: str) -> None:
    kept = tuple(one for one in moment.draft.proposals if one.key not in keys)
    if kept != moment.draft.proposals:
        moment.change_application(proposals=kept)


def tell_of_proposals(moment: Moment, before: View | None) -> None:
    """To everybody who is in for a party, what this step has proposed to it."""
    application = moment.application
    if application is None or before is None or application is before.application or not application.is_draft:
        return
    owners = {member.party for member in application.contacts} - {_own_party(moment)}
    if not owners:
        return
    known = {one.key for one in open_proposals(before)}
    new = {one.owner for one in open_proposals(moment.view) if one.key not in known} & owners
    for member in application.contacts:
        if member.party in new and member.person_id != moment.person.id:
            at = moment.event.at.isoformat()
            tell(moment, member.person_id, "proposed", at, after_seconds=GATHERED_SECONDS)


def _own_party(moment: Moment) -> str | None:
    member = moment.member
    return member.party if member is not None and member.is_contact else None
