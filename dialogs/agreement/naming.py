"""Who confirms for a party: named by its own people only, from among those who are in, or invited for it."""

from __future__ import annotations

from dialogs.agreement.records import Agreement, Nomination
from dialogs.effects import CONFIRM, PAPER, Button, ChooseConfirmer
from dialogs.events import Command
from dialogs.moment import Moment
from dialogs.naming_parties import at_number
from dialogs.telling import tell


def nominate(moment: Moment, wanted: str) -> None:
    """`wanted` is a member's id from a button, their number in the list, or nothing: then it is asked."""
    member = moment.member
    assert member is not None
    if member.party is None:
        moment.say("own-party-first")
        return moment.ask_again()
    own = moment.draft.people_of(member.party)
    found = next((one for one in own if one.person_id == wanted), None) or at_number(own, wanted)
    if found is None:
        moment.show(ChooseConfirmer(moment.person.id))
        return moment.ask_again()
    with_nomination(moment, member.party, found.person_id)
    if found.person_id == moment.person.id:
        moment.say("confirmer-is-you", *confirm_button(moment))
    else:
        moment.say("confirmer-named", name=found.name)
        if moment.draft.agreement.is_locked and moment.draft.agreement.text is not None:
            tell(moment, found.person_id, "asked_to_confirm", moment.draft.agreement.text.text_hash)
        else:
            tell(moment, found.person_id, "named", found.person_id)
    return moment.ask_again()


def with_nomination(moment: Moment, party: str, person_id: str, by: str = "") -> None:
    """One at a time for each party: the latest that was named."""
    agreement = moment.draft.agreement
    others = tuple(one for one in agreement.nominations if one.party != party)
    named = Nomination(party=party, person_id=person_id, by=by or moment.person.id, at=moment.event.at)
    became: Agreement = agreement.model_copy(update={"nominations": (*others, named)})
    moment.change_application(agreement=became)


def confirm_button(moment: Moment) -> tuple[Button, ...]:
    return (CONFIRM,) if moment.draft.agreement.is_locked else ()


def nominate_self_button(moment: Moment) -> tuple[Button, ...]:
    """What the one who asked most likely does next: confirms, or says who does."""
    member = moment.member
    if member is None or member.party is None:
        return ()
    if moment.draft.agreement.is_nominated(member.party, moment.person.id):
        return (CONFIRM,)
    return (Button("nominate", Command.NOMINATE), PAPER)
