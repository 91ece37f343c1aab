"""Two accounts of one human: a code shown in one and typed in the other, and a yes, make them one person."""

from __future__ import annotations

from dialogs.effects import APPLICATIONS, LinkPersons, ShowLinkCode
from dialogs.moment import Moment
from dialogs.person import Linking


def link(moment: Moment, shown: str) -> None:
    """With nothing shown a code is given out; with one, whose it is is said before anything happens."""
    if not shown:
        moment.show(ShowLinkCode(moment.event.code))
        return moment.ask_again()
    other = moment.context.linking
    if other is None:
        moment.say("code-wrong")
        return moment.ask_again()
    return moment.ask_about(
        Linking(code=other.code, person=other.person, name=other.name, tenant_id=other.tenant_id)
    )


def linked(moment: Moment, pending: Linking) -> None:
    """The yes. Meanwhile the code may have gone out of date, or both may have come into one application."""
    match moment.context.link_state:
        case "possible":
            moment.show(LinkPersons(pending.person, pending.code))
            moment.say("linked", APPLICATIONS)
        case "two_parties":
            moment.say("linked-two-parties", APPLICATIONS)
        case "gone":
            moment.say("code-wrong")
    return moment.ask_again()
