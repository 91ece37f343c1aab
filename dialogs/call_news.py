"""What is known of the call the draft is for, said once when it is chosen. None of it stops anyone from writing."""

from __future__ import annotations

from typing import assert_never

from dialogs.effects import Say
from dialogs.moment import Moment
from dialogs.places import Call, days_left, deadline_state
from dialogs.view import OTHER_COMMUNITY, Field

CHOOSES_CALL = ("community", "year")


def tell_of_call(moment: Moment, answered: Field) -> None:
    """After an answer that chose the helsefellesskap or the year: the deadline, and whether anybody receives."""
    community, call = moment.view.value("community"), moment.view.call
    if answered.question.name not in CHOOSES_CALL:
        return
    if community == OTHER_COMMUNITY and answered.question.name == "community":
        moment.say("other-community")
    if call is not None:
        tell_of_deadline(moment, call)
        if community not in moment.context.connected:
            moment.say("not-connected", community=str(community))


def tell_of_deadline(moment: Moment, call: Call) -> None:
    state = deadline_state(call, moment.event.at)
    deadline = ""
    if call.deadline is not None:
        until = call.deadline
        deadline = until.last_instant().isoformat() if until.time else until.day.isoformat()
    match state:
        case "open":
            days = days_left(call, moment.event.at) or 0
            moment.say("deadline-known", deadline=deadline, days=days)
        case "passed":
            moment.show(Say("deadline-passed", {"deadline": deadline}, tone="attention"))
        case "closed":
            moment.show(Say("call-closed", tone="attention"))
        case "not_known":
            moment.say("deadline-unknown", year=str(call.year))
        case _:
            assert_never(state)
