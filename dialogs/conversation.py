"""The whole dialog as one pure function: what an event does to the records, and what is shown."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

from dialogs.agreement import confirming
from dialogs.agreement.locking import fall_where_changed, keep_locked, would_change_locked
from dialogs.agreement.stating import may_state
from dialogs.answering import take_card, take_typed
from dialogs.application import Application
from dialogs.changes_told import tell_of_changes
from dialogs.commanding import command
from dialogs.context import Context
from dialogs.effects import APPLICATIONS, ASK, MEMBERS, NEEDED, RESUME, START, SUMMARY, Button, Say
from dialogs.events import (
    AnyEvent,
    Command,
    Commanded,
    Greeted,
    Inquired,
    Pasted,
    Refused,
    Remarked,
    Replied,
    SentFile,
    Submitted,
    Typed,
    Unreadable,
    Unsure,
)
from dialogs.inquiring import inquired
from dialogs.moment import Moment, Step
from dialogs.own_party import settle_party
from dialogs.person import Meant, Person, Refusing, Wording
from dialogs.proposing import remark, say_in_words, tell_of_proposals
from dialogs.replying import reply
from dialogs.sending import closed
from dialogs.taking_files import sent_file
from dialogs.taking_in import pasted
from dialogs.undoing import remember
from dialogs.view import View

REMEMBERED = 40
"""Deeds of one person that are remembered, so that a repetition is recognised."""
REPEATED_WITHIN = timedelta(seconds=45)
"""A double click, or Teams delivering once more; the same button later is a new wish."""
ADDS = (Command.START, Command.ADD_LINE, Command.INVITE, Command.REPLACE, Command.LINK)


def advance(
    application: Application | None,
    person: Person,
    event: AnyEvent,
    context: Context,
    view: View | None = None,
) -> Step:
    """One step. `application` is the person's open one, or the one a tapped card was drawn for.

    The caller has checked that the person is a member of it. The same event twice does nothing twice.
    `view` saves reading the application with this context once more, where that has been done.
    """
    moment = Moment(application, person, event, context, view)
    if _is_repetition(person, event):
        return moment.step()
    before = moment.view if application is not None else None
    _take(moment, event)
    if would_change_locked(application, moment):
        moment = Moment(application, person, event, context, view)
        keep_locked(moment, event)
    fall_where_changed(moment, application)
    if moment.goes_on_confirming:
        confirming.go_on(moment)
    remember(moment, application)
    tell_of_proposals(moment, before)
    tell_of_changes(moment, application)
    settle_party(moment)
    done = {key: at for key, at in moment.person.done.items() if key != event.key}
    latest = [*done.items(), (event.key, event.at)][-REMEMBERED:]
    moment.change_person(done=dict(latest), seen_at=event.at)
    return moment.step()


def _is_repetition(person: Person, event: AnyEvent) -> bool:
    """Answers are known as repetitions by what stands in the draft; a command, by coming at once again."""
    before = person.done.get(event.key)
    if before is None:
        return False
    match event:
        case Submitted():
            return False
        case Replied():
            return event.to != "sending"
        case Commanded():
            latest = next(reversed(person.done))
            soon = event.at - before < REPEATED_WITHIN
            return soon and (event.command in ADDS or latest == event.key)
        case _:
            return True


def _take(moment: Moment, event: AnyEvent) -> None:
    match event:
        case Greeted():
            _greet(moment)
        case Commanded():
            meant = command(moment, event)
            if meant is not None:
                _take(moment, meant)
        case Replied():
            following = reply(moment, event)
            if following is not None:
                _take(moment, following)
        case Typed() | Pasted() | SentFile() | Submitted() | Remarked() if not _may_answer(moment, event):
            moment.say("reader-only", SUMMARY, MEMBERS)
        case Unsure() if not moment.may_write:
            _take(moment, Inquired(at=event.at, key=event.key, text=event.text, looked=event.looked))
        case Typed():
            _typed(moment, event)
        case Pasted():
            plain = pasted(moment, event)
            if plain is not None:
                _take(moment, plain)
        case SentFile():
            sent_file(moment, event)
        case Submitted():
            _submitted(moment, event)
        case Remarked():
            _say_number_is_out(moment, event)
            _remarked(moment, event)
        case Inquired():
            _say_number_is_out(moment, event)
            inquired(moment, event)
        case Unsure():
            _say_number_is_out(moment, event)
            is_closed = moment.application is not None and not moment.draft.is_draft
            closed(moment) if is_closed else moment.ask_about(Meant(text=event.text))
        case Unreadable():
            moment.say(f"unreadable-{event.what}")
            moment.ask_again()
        case Refused():
            moment.show(Say(f"refused-{event.refusal}", event.values))
            moment.ask_again()
        case _:
            assert_never(event)


def _may_answer(moment: Moment, event: Typed | Pasted | SentFile | Submitted | Remarked) -> bool:
    """Who only confirms answers what is asked of whoever confirms, and says why they do not."""
    if moment.may_write:
        return True
    member = moment.member if moment.application is not None else None
    if member is None or member.role != "signatory":
        return False
    if isinstance(moment.person.pending, Refusing):
        return isinstance(event, Typed)
    page = event.page if isinstance(event, Submitted) else moment.person.shown and moment.person.shown.page
    instance = moment.instance(page or "")
    return instance is not None and may_state(instance.page.name, instance.party, member.party)


def _greet(moment: Moment) -> None:
    if not moment.person.welcomed:
        moment.change_person(welcomed=True)
        moment.say("welcome", START, NEEDED, ASK, Button("languages", Command.LANGUAGE))


def _typed(moment: Moment, event: Typed) -> None:
    if moment.application is None:
        _say_number_is_out(moment, event)
        return moment.say("start-first", START, NEEDED, ASK)
    if not moment.draft.is_draft:
        _say_number_is_out(moment, event)
        return closed(moment)
    pending = moment.person.pending
    if isinstance(pending, Wording) and pending.application == moment.draft.id:
        return say_in_words(moment, event, pending)
    if isinstance(pending, Refusing) and pending.application == moment.draft.id:
        return confirming.refused(moment, event, pending)
    asked = moment.shown_field()
    if asked is None:
        return _not_shown(moment, event)
    return take_typed(moment, event, asked)


def _not_shown(moment: Moment, event: Typed) -> None:
    """Typed when no question stands open: kept with the draft, so that nothing is lost, and said."""
    moment.let_go()
    _say_number_is_out(moment, event)
    if moment.put_aside(event.text, None, "not_shown"):
        moment.say("set-aside", RESUME, ASK, APPLICATIONS, quote=event.text)


def _say_number_is_out(moment: Moment, event: Typed | Remarked | Inquired | Unsure) -> None:
    if event.masked == "number":
        moment.say("identity-number-out")


def _submitted(moment: Moment, event: Submitted) -> None:
    if moment.application is None:
        return moment.say("start-first", START, NEEDED, ASK)
    if not moment.draft.is_draft:
        return closed(moment)
    return take_card(moment, event)


def _remarked(moment: Moment, event: Remarked) -> None:
    if moment.application is None:
        return moment.say("start-first", START, NEEDED, ASK)
    if not moment.draft.is_draft:
        return closed(moment)
    return remark(moment, event)
