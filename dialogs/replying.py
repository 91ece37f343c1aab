"""A yes, a no or a choice: what it does to what was pending."""

from __future__ import annotations

from typing import assert_never

from dialogs import sending
from dialogs.answering import ask_differs, ask_which, carry_on, take
from dialogs.effects import Understood
from dialogs.events import Commanded, Inquired, Replied, Typed
from dialogs.moment import RESUME, START, Moment
from dialogs.person import (
    Deleting,
    Differs,
    Doubt,
    ElevenDigits,
    Meant,
    PastPeriod,
    Pending,
    Sending,
    Spread,
    Which,
)
from dialogs.reading import Taken, Unclear, read
from dialogs.view import Field

NOT_A_REPLY = "neither"


def reply(moment: Moment, event: Replied) -> Commanded | Inquired | Typed | None:
    """Settles what is pending. May return the event that the reply turned out to be."""
    pending = moment.person.pending
    if event.to == "sending" and moment.application is not None and not moment.draft.is_draft:
        sending.was_sent_already(moment)
        return None
    if pending is None or (event.to and event.to != pending.type):
        moment.ask_again()
        return None
    moment.change_person(pending=None)
    return _settle(moment, pending, event)


def _settle(moment: Moment, pending: Pending, event: Replied) -> Commanded | Inquired | Typed | None:
    yes = event.reply == "yes"
    match pending:
        case Sending():
            sending.send(moment, pending) if yes else sending.not_sent(moment)
        case Deleting():
            _delete(moment, pending) if yes else _kept(moment)
        case Meant():
            if yes:
                return Typed(at=event.at, key=event.key, text=pending.text)
            return Inquired(at=event.at, key=event.key, text=pending.text)
        case Spread():
            _spread(moment, pending) if yes else moment.ask_again()
        case Doubt():
            _doubt(moment, pending) if yes else moment.ask_again()
        case PastPeriod():
            _past(moment, pending) if yes else moment.ask_again()
        case Which():
            _which(moment, pending, event.reply)
        case Differs():
            _differs(moment, pending, yes)
        case ElevenDigits():
            _eleven_digits(moment, pending, event)
        case _:
            assert_never(pending)
    return None


def _field(moment: Moment, slot: str) -> Field | None:
    """None when the form no longer asks it: a new release, or another answer meanwhile."""
    return moment.view.field_by_id.get(slot) if moment.application is not None else None


def _taken(moment: Moment, asked: Field | None, *slots: str) -> None:
    moment.replacement = Understood(slots)
    if asked is None:
        moment.go_on()
    else:
        carry_on(moment, asked)


def _spread(moment: Moment, pending: Spread) -> None:
    known = [slot for slot in pending.values if _field(moment, slot)]
    for slot in known:
        moment.put(slot, pending.values[slot])
    _taken(moment, _field(moment, known[0]) if known else None, *known)


def _doubt(moment: Moment, pending: Doubt) -> None:
    asked = _field(moment, pending.slot)
    if asked is not None:
        moment.put(asked.id, pending.value)
    _taken(moment, asked, pending.slot)


def _past(moment: Moment, pending: PastPeriod) -> None:
    asked = _field(moment, pending.slot)
    if asked is not None:
        reading = read(moment.view, asked, pending.raw, moment.event.at.date())
        value = getattr(reading, "value", None)
        if value is not None:
            moment.put(asked.id, value)
    _taken(moment, asked, pending.slot)


def _which(moment: Moment, pending: Which, number: str) -> None:
    asked = _field(moment, pending.slot)
    if asked is None:
        return moment.go_on()
    if number not in pending.choices:
        return ask_which(moment, pending)
    understood = (*pending.understood, number)
    if pending.rest:
        reading = read(moment.view, asked, ", ".join(pending.rest), moment.event.at.date())
        if isinstance(reading, Unclear):
            return ask_which(
                moment,
                Which(
                    slot=pending.slot,
                    understood=(*understood, *reading.understood),
                    choices=reading.choices,
                    rest=reading.rest,
                ),
            )
        if isinstance(reading, Taken):
            understood = (*understood, *reading.value)
        else:
            names = ", ".join(moment.context.municipalities[n].name for n in understood)
            moment.put(asked.id, raw=f"{names}, {', '.join(pending.rest)}", problem="municipality_rest")
            return _taken(moment, asked, asked.id)
    moment.put(asked.id, list(dict.fromkeys(understood)))
    return _taken(moment, asked, asked.id)


def _differs(moment: Moment, pending: Differs, mine: bool) -> None:
    asked = _field(moment, pending.slot)
    if asked is not None and mine:
        if moment.draft.revision(asked.id) != pending.revision:
            return ask_differs(
                moment, pending.model_copy(update={"revision": moment.draft.revision(asked.id)})
            )
        if not take(moment, asked, pending.raw):
            return None
    if pending.more:
        (slot, raw), *more = pending.more.items()
        return ask_differs(
            moment, Differs(slot=slot, raw=raw, revision=moment.draft.revision(slot), more=dict(more))
        )
    return _taken(moment, asked, pending.slot)


def _eleven_digits(moment: Moment, pending: ElevenDigits, event: Replied) -> None:
    """«yes»: the digits are a person's number, and stay out. «no»: they may stand, if they are still held."""
    asked = _field(moment, pending.slot)
    if asked is None:
        return moment.go_on()
    if event.reply == "yes":
        moment.put(asked.id, raw=pending.raw, problem="identity_number")
        moment.say("identity-number")
    elif event.text:
        take(moment, asked, event.text)
    else:
        moment.say("write-digits-again")
    return None if moment.person.pending is not None else _taken(moment, asked, asked.id)


def _delete(moment: Moment, pending: Deleting) -> None:
    if (
        moment.application is None
        or moment.application.id != pending.application
        or not moment.draft.is_draft
    ):
        return moment.ask_again()
    moment.erased = pending.application
    moment.application = None
    moment.change_person(open_application=None, shown=None, changing=None, back_to_summary=False)
    return moment.say("deleted", START)


def _kept(moment: Moment) -> None:
    moment.say("not-deleted", RESUME)
