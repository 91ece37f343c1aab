"""The whole dialog as one pure function: what an event does to the records, and what is shown."""

from __future__ import annotations

from typing import assert_never

from dialogs.answering import take_card, take_typed
from dialogs.application import Application, SetAside
from dialogs.commanding import closed, command
from dialogs.context import Context
from dialogs.effects import Button, Say
from dialogs.events import (
    AnyEvent,
    Command,
    Commanded,
    Greeted,
    Inquired,
    Refused,
    Replied,
    Submitted,
    Typed,
    Unreadable,
    Unsure,
)
from dialogs.moment import APPLICATIONS, ASK, NEEDED, RESUME, START, Moment, Step
from dialogs.person import Meant, Person
from dialogs.replying import reply

REMEMBERED = 40
"""Deeds of one person that are remembered, so that a repetition is recognised."""


def advance(application: Application | None, person: Person, event: AnyEvent, context: Context) -> Step:
    """One step. `application` is the person's open one, or the one a tapped card was drawn for.

    The caller has checked that the person is a member of it. The same event twice does nothing twice.
    """
    moment = Moment(application, person, event, context)
    if event.key in person.done and not isinstance(event, Submitted | Replied):
        return moment.step()
    _take(moment, event)
    done = dict([*moment.person.done.items(), (event.key, event.at)][-REMEMBERED:])
    moment.change_person(done=done, seen_at=event.at)
    return moment.step()


def _take(moment: Moment, event: AnyEvent) -> None:
    match event:
        case Greeted():
            _greet(moment)
        case Commanded():
            command(moment, event)
        case Replied():
            following = reply(moment, event)
            if following is not None:
                _take(moment, following)
        case Typed():
            _typed(moment, event)
        case Submitted():
            _submitted(moment, event)
        case Inquired():
            moment.change_person(pending=None)
            moment.say("no-answer-yet")
            moment.ask_again()
        case Unsure():
            moment.expect(Meant(text=event.text))
            moment.say(
                "meant",
                Button("meant-answer", reply_to="meant", reply="yes"),
                Button("meant-question", reply_to="meant", reply="no"),
                quote=event.text,
            )
        case Unreadable():
            moment.say(f"unreadable-{event.what}")
            moment.ask_again()
        case Refused():
            moment.show(Say(f"refused-{event.code}", event.values))
            moment.ask_again()
        case _:
            assert_never(event)


def _greet(moment: Moment) -> None:
    if not moment.person.welcomed:
        moment.change_person(welcomed=True)
        moment.say("welcome", START, NEEDED, ASK, Button("languages", Command.LANGUAGE))


def _typed(moment: Moment, event: Typed) -> None:
    if isinstance(moment.person.pending, Meant) and moment.application is not None:
        _keep_aside(moment, moment.person.pending.text)
    moment.change_person(pending=None)
    if moment.application is None:
        return moment.say("start-first", START, NEEDED, ASK)
    if not moment.draft.is_draft:
        return closed(moment)
    if moment.shown_field() is None:
        return _not_shown(moment, event.text)
    return take_typed(moment, event)


def _not_shown(moment: Moment, text: str) -> None:
    """Typed when no question stands open: kept with the draft, so that nothing is lost, and said."""
    _keep_aside(moment, text)
    moment.say("set-aside", RESUME, ASK, APPLICATIONS, quote=text)


def _keep_aside(moment: Moment, text: str) -> None:
    aside = SetAside(text=text, slot=None, reason="not_shown", by=moment.person.id, at=moment.event.at)
    moment.change_application(set_aside=(*moment.draft.set_aside, aside)[-50:])


def _submitted(moment: Moment, event: Submitted) -> None:
    if moment.application is None:
        return moment.say("start-first", START, NEEDED, ASK)
    if not moment.draft.is_draft:
        return closed(moment)
    moment.change_person(pending=None)
    return take_card(moment, event)
