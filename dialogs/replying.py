"""A yes, a no or a choice: what it does to what was pending."""

from __future__ import annotations

from typing import assert_never

from dialogs import (
    deleting,
    forwarding,
    inquiring,
    joining,
    linking,
    parting,
    sending,
    taking_files,
    taking_in,
    undoing,
)
from dialogs.agreement import confirming, locking
from dialogs.answering import ask_which_stands, carry_on
from dialogs.changing import change
from dialogs.effects import RESUME, Understood
from dialogs.events import Inquired, Pasted, Replied, Typed
from dialogs.meanwhile import differing, spread_as_typed, which_as_typed
from dialogs.moment import Moment
from dialogs.person import (
    Admitting,
    Belonging,
    Confirming,
    Deleting,
    Differs,
    Doubt,
    ElevenDigits,
    Fitting,
    Forwarding,
    Inquiring,
    Leaving,
    Linking,
    Meant,
    PastPeriod,
    Pending,
    Refusing,
    Removing,
    Sending,
    Spread,
    Suggested,
    TakingAway,
    TakingIn,
    Undoing,
    Unlocking,
    Which,
    WhichField,
    WhichSheets,
    Wording,
    Writing,
)
from dialogs.reading import read
from dialogs.readings import Taken, Unclear
from dialogs.summing_up import take_away
from dialogs.taking import keep, take
from dialogs.view import OTHER_COMMUNITY, Field

BESIDE_THE_FORM = (Suggested, Fitting, Belonging, Forwarding, Admitting, Leaving, Removing, Linking)
"""Asked about the scheme, the secretariat or who is in: settled also when the application is sent."""


def reply(moment: Moment, event: Replied) -> Inquired | Pasted | Typed | None:
    """Settles what is pending. May return the event that the reply turned out to be."""
    pending = moment.person.pending
    if event.to == "sending" and moment.application is not None and not moment.draft.is_draft:
        sending.was_sent_already(moment)
        return None
    if event.to == "fitting":
        inquiring.fits(moment, fits=event.reply == "yes", about=event.about)
        return None
    if pending is None or not _is_about(moment, event, pending):
        moment.say("settled-already")
        moment.ask_again()
        return None
    if _may_mean_another_question(event, pending) or _is_left_standing(event, pending):
        moment.let_go()
    else:
        moment.settle()
    is_closed = moment.application is not None and not moment.draft.is_draft
    if is_closed and not isinstance(pending, BESIDE_THE_FORM):
        sending.closed(moment)
        return None
    return _settle(moment, pending, event)


def _is_about(moment: Moment, event: Replied, pending: Pending) -> bool:
    """A tap answers just what its card asked; typed words answer what was asked last."""
    if event.to and (event.to != pending.type or pending.id not in ("", event.about)):
        return False
    return pending.application == (moment.application.id if moment.application is not None else "")


def _may_mean_another_question(event: Replied, pending: Pending) -> bool:
    """A typed «nei» answers what was asked last, also where that has not reached the person yet.

    So it takes nothing away that they wrote: which of two values is to stay out is sure from a tap alone.
    """
    return isinstance(pending, Differs) and not event.to and event.reply == "no"


def _is_left_standing(event: Replied, pending: Pending) -> bool:
    """Whether the words that were asked about become no answer, and stay beside the draft."""
    return isinstance(pending, TakingIn) and taking_in.keeps_words(pending, event)


def _settle(moment: Moment, pending: Pending, event: Replied) -> Inquired | Pasted | Typed | None:
    yes = event.reply == "yes"
    match pending:
        case Sending():
            sending.send(moment, pending) if yes else sending.not_sent(moment)
        case Confirming():
            confirming.confirmed(moment, pending) if yes else confirming.not_now(moment)
        case Unlocking():
            locking.opened(moment) if yes else moment.ask_again()
        case Deleting():
            deleting.delete(moment, pending) if yes else moment.say("not-deleted", RESUME)
        case Meant():
            if yes:
                return Typed(at=event.at, key=event.key, text=pending.text)
            return Inquired(at=event.at, key=event.key, text=pending.text, looked=event.looked)
        case Admitting():
            joining.admit_shown(moment, pending) if yes else moment.ask_again()
        case Leaving():
            parting.left(moment) if yes else moment.ask_again()
        case Linking():
            linking.linked(moment, pending) if yes else moment.ask_again()
        case Removing():
            parting.removed(moment, pending) if yes else moment.ask_again()
        case Undoing():
            undoing.confirmed(moment, pending) if yes else moment.ask_again()
        case TakingAway():
            take_away(moment, pending) if yes else moment.ask_again()
        case TakingIn():
            return taking_in.settle(moment, pending, event)
        case WhichSheets():
            taking_files.chosen(moment, pending, event.reply)
        case Spread():
            _spread(moment, pending) if yes else _not_meant(moment, event, *pending.values)
        case Doubt():
            _doubt(moment, pending) if yes else _not_meant(moment, event, pending.slot)
        case PastPeriod():
            _past(moment, pending) if yes else _not_meant(moment, event, pending.slot)
        case Which():
            _which(moment, pending, event)
        case WhichField():
            change(moment, event.reply) if event.reply in pending.slots else moment.ask_again()
        case Differs():
            _differs(moment, pending, mine=yes)
        case ElevenDigits():
            _eleven_digits(moment, pending, event)
        case Inquiring() | Writing() | Wording() | Refusing():
            moment.ask_again()
        case Suggested():
            inquiring.suggested(moment, pending, event)
        case Fitting():
            inquiring.fits(moment, fits=yes)
        case Belonging():
            _belonging(moment, pending, event)
        case Forwarding():
            forwarding.send(moment, pending, event) if yes else _not_forwarded(moment)
        case _:
            assert_never(pending)
    return None


def _field(moment: Moment, slot: str) -> Field | None:
    """None when the form no longer asks it: a new release, or another answer meanwhile."""
    return moment.view.field_by_id.get(slot)


def _taken(moment: Moment, asked: Field | None, *slots: str) -> None:
    moment.replacement = Understood(slots)
    if asked is None:
        moment.go_on()
    else:
        carry_on(moment, asked)


def _not_meant(moment: Moment, event: Replied, *slots: str) -> None:
    """The field that was read wrong is asked again, also where a card has others: what is typed now is for it.

    Where the right answer was said with the no, it is taken.
    """
    for slot in slots:
        asked, answer = _field(moment, slot), moment.draft.answers.get(slot)
        if asked is not None and event.text:
            return _taken(moment, asked, slot) if take(moment, asked, event.text) else None
        is_own = answer is not None and answer.by == moment.person.id
        if asked is not None and answer is not None and is_own and answer.problem == "unconfirmed":
            moment.put(slot, raw=answer.raw, problem="not_meant")
            return moment.ask(asked)
    return moment.ask_again()


def _spread(moment: Moment, pending: Spread) -> None:
    known = [asked for slot in pending.values if (asked := _field(moment, slot)) is not None]
    both = differing(moment, pending, spread_as_typed(moment, pending))
    for asked in known:
        if asked.id not in {one.slot for one in both}:
            keep(moment, asked, pending.values[asked.id])
    if both:
        return ask_which_stands(moment, both)
    return _taken(moment, known[0] if known else None, *(asked.id for asked in known))


def _doubt(moment: Moment, pending: Doubt) -> None:
    asked = _field(moment, pending.slot)
    if asked is not None:
        if both := differing(moment, pending, {asked.id: (pending.raw, pending.value)}):
            return ask_which_stands(moment, both)
        keep(moment, asked, pending.value)
    return _taken(moment, asked, pending.slot)


def _past(moment: Moment, pending: PastPeriod) -> None:
    asked = _field(moment, pending.slot)
    if asked is not None:
        value = getattr(read(moment.view, asked, pending.raw, moment.today), "value", None)
        if both := differing(moment, pending, {asked.id: (pending.raw, value)}):
            return ask_which_stands(moment, both)
        if value is not None:
            keep(moment, asked, value)
    return _taken(moment, asked, pending.slot)


def _which(moment: Moment, pending: Which, event: Replied) -> None:
    number = event.reply
    asked = _field(moment, pending.slot)
    if asked is None:
        return moment.go_on()
    if number not in pending.choices:
        return _not_meant(moment, event, pending.slot)
    if both := differing(moment, pending, {asked.id: (which_as_typed(moment, pending, number), None)}):
        return ask_which_stands(moment, both)
    understood = (*pending.understood, number)
    if pending.rest:
        reading = read(moment.view, asked, ", ".join(pending.rest), moment.today)
        if isinstance(reading, Unclear):
            return moment.ask_about(
                Which(
                    slot=pending.slot,
                    understood=(*understood, *reading.understood),
                    choices=reading.choices,
                    rest=reading.rest,
                    text=reading.text,
                )
            )
        if isinstance(reading, Taken):
            understood = (*understood, *reading.value)
        else:
            names = ", ".join(moment.context.municipalities[n].label for n in understood)
            moment.put(asked.id, raw=f"{names}, {', '.join(pending.rest)}", problem="municipality_rest")
            return _taken(moment, asked, asked.id)
    keep(moment, asked, list(dict.fromkeys(understood)))
    return _taken(moment, asked, asked.id)


def _differs(moment: Moment, pending: Differs, *, mine: bool) -> None:
    first, *more = pending.fields
    asked = _field(moment, first.slot)
    taken = True
    if asked is not None and mine:
        if moment.draft.revision(asked.id) != pending.revision:
            return ask_which_stands(moment, pending.fields)
        taken = take(moment, asked, first.raw, first.masked)
    elif mine:
        moment.put_aside(first.raw, first.slot, "no_longer_asked")
    if more:
        return ask_which_stands(moment, tuple(more))
    return _taken(moment, asked, first.slot) if taken else None


def _eleven_digits(moment: Moment, pending: ElevenDigits, event: Replied) -> None:
    """«yes»: the digits are a person's number, and stay out. «no»: they may stand, if they are still held."""
    asked = _field(moment, pending.slot)
    if asked is None:
        return moment.go_on()
    both = differing(moment, pending, {asked.id: (event.text or pending.raw, None)})
    if both and event.reply == "no":
        return ask_which_stands(moment, both)
    if both:
        moment.say("identity-number")
    elif event.reply == "yes":
        moment.put(asked.id, raw=pending.raw, problem="identity_number")
        moment.say("identity-number")
    elif event.text:
        take(moment, asked, event.text)
    else:
        moment.say("write-digits-again")
    return None if moment.person.pending is not None else _taken(moment, asked, asked.id)


def _belonging(moment: Moment, pending: Belonging, event: Replied) -> None:
    if event.reply not in (*moment.context.communities, OTHER_COMMUNITY):
        return moment.ask_again()
    moment.change_person(community=event.reply)
    if pending.is_to_forward:
        return forwarding.offer(moment, pending.text)
    return inquiring.inquired(
        moment, Inquired(at=event.at, key=event.key, text=pending.text, looked=event.looked)
    )


def _not_forwarded(moment: Moment) -> None:
    moment.say("inquiry-not-sent")
    return moment.ask_again()
