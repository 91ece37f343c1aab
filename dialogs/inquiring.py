"""A question about the scheme: what was found is shown, and what was asked before is asked again."""

from __future__ import annotations

from typing import assert_never

from dialogs.effects import (
    ASK_SECRETARIAT,
    Button,
    KeepUnanswered,
    Reason,
    ShowDetails,
    ShowEntry,
)
from dialogs.events import Commanded, Inquired, Replied, Typed, without_codes
from dialogs.findings import EntryRef, Found, Looked, Near, NotKnown
from dialogs.forwarding import belongs_to, offer
from dialogs.moment import Moment
from dialogs.person import Belonging, Fitting, LatestQuestion, Suggested, Writing

UNKNOWNS_BORNE = 2
"""After so many in a row the secretariat is offered at once."""


def inquired(moment: Moment, event: Inquired) -> None:
    was_writing = isinstance(moment.person.pending, Writing)
    moment.let_go()
    if event.looked is None:
        moment.say("not-looked-up")
        return moment.ask_about(Writing()) if was_writing else moment.ask_again()
    if was_writing:
        return offer(moment, without_codes(event.text), event.looked)
    return answer(moment, without_codes(event.text), event.looked, is_surely=event.is_surely)


def answer(moment: Moment, text: str, looked: Looked, *, is_surely: bool = True) -> None:
    if looked.depends_on_place and moment.person.community is None:
        return moment.ask_about(Belonging(text=text))
    _remember(moment, text, looked)
    finding = looked.finding
    match finding:
        case Near():
            moment.change_person(unknowns=0)
            kept = "" if looked.is_personal else text
            return moment.ask_about(Suggested(text=kept, entries=finding.entries))
        case Found() | NotKnown(entry=EntryRef()):
            assert finding.entry is not None
            moment.change_person(unknowns=0)
            return _show(moment, finding.entry, asks_fit=not looked.is_personal, is_surely=is_surely)
        case NotKnown():
            return _unknown(moment, "unknown")
        case _:
            assert_never(finding)


def show_entry(moment: Moment, event: Commanded) -> None:
    """A tap on an entry that was offered, as `entry/question`: the question it was offered for, if for one."""
    if event.looked is None or not isinstance(event.looked.finding, Found | NotKnown):
        moment.say("no-such-entry")
        return moment.ask_again()
    entry = event.looked.finding.entry
    assert entry is not None
    if isinstance(moment.person.pending, Suggested):
        moment.let_go()
    _, _, question = event.argument.partition("/")
    latest = moment.person.latest
    if latest is None or latest.id != question:
        _remember(moment, "", event.looked)
    return _show(moment, entry, asks_fit=not event.looked.is_personal)


def suggested(moment: Moment, pending: Suggested, event: Replied) -> None:
    if event.reply == "no":
        return _unknown(moment, "none_of_these", tuple(entry.id for entry in pending.entries))
    if event.looked is None or not isinstance(event.looked.finding, Found | NotKnown):
        moment.say("no-such-entry")
        return moment.ask_again()
    assert event.looked.finding.entry is not None
    return _show(moment, event.looked.finding.entry, asks_fit=not event.looked.is_personal)


def details(moment: Moment) -> None:
    latest = moment.person.latest
    if latest is None or not latest.entries:
        moment.say("nothing-more")
    else:
        moment.show(ShowDetails(latest.entries[-1]))
    return moment.ask_again()


def fits(moment: Moment, *, fits: bool, about: str = "") -> None:
    """What was said to «Passet svaret?». `about` is what a tapped card says it asked; typed, it is the latest."""
    latest = moment.person.latest
    entry = _entry_asked_about(latest, about)
    if latest is None or entry is None:
        moment.say("settled-already")
        return moment.ask_again()
    if isinstance(moment.person.pending, Fitting):
        moment.let_go()
    if about:
        moment.replacement = ShowEntry(entry, moment.today, fitted=fits)
    if fits:
        return None if about else moment.say("fits")
    _keep(moment, latest, "not_fitting", (entry.id,))
    moment.say("fits-not", *_ways_on(latest))
    return moment.ask_again()


def was_answer(moment: Moment, event: Commanded) -> Typed | None:
    """What was taken for a question was meant for the field that is still open."""
    latest, asked = moment.person.latest, moment.shown_field()
    if latest is None or not latest.text or asked is None or latest.slot != asked.id:
        moment.say("no-such-answer")
        moment.ask_again()
        return None
    moment.change_person(latest=None)
    return Typed(at=event.at, key=event.key, text=latest.text)


def _entry_asked_about(latest: LatestQuestion | None, about: str) -> EntryRef | None:
    if latest is None or not latest.entries:
        return None
    if not about:
        return latest.entries[-1]
    question, _, place = about.partition(".")
    known = question == latest.id and place.isascii() and place.isdigit() and len(place) < 3
    return latest.entries[int(place)] if known and int(place) < len(latest.entries) else None


def _remember(moment: Moment, text: str, looked: Looked) -> None:
    asked = moment.shown_field()
    latest = LatestQuestion(
        id=moment.event.fresh("question"),
        at=moment.event.at,
        text="" if looked.is_personal else text,
        may_be_passed_on=looked.may_be_passed_on,
        slot=asked.id if asked is not None else "",
        application=moment.application.id if moment.application is not None else "",
    )
    moment.change_person(latest=latest)


def _show(moment: Moment, entry: EntryRef, *, asks_fit: bool, is_surely: bool = True) -> None:
    latest = moment.person.latest
    assert latest is not None
    about = f"{latest.id}.{len(latest.entries)}" if asks_fit else ""
    latest = latest.model_copy(update={"entries": (*latest.entries, entry)})
    moment.change_person(latest=latest)
    moment.show(ShowEntry(entry, moment.today, about, may_be_answer=not is_surely))
    if asks_fit and moment.person.pending is None and moment.shown_field() is None:
        moment.change_person(pending=Fitting(id=about, application=latest.application))
    return moment.ask_again()


def _unknown(moment: Moment, reason: Reason, shown: tuple[str, ...] = ()) -> None:
    latest = moment.person.latest
    if latest is None:
        moment.say("not-found")
        return moment.ask_again()
    unknowns = moment.person.unknowns + 1
    moment.change_person(unknowns=unknowns)
    _keep(moment, latest, reason, shown)
    if unknowns > UNKNOWNS_BORNE and latest.text and latest.may_be_passed_on:
        return offer(moment, latest.text)
    moment.say("not-found" if moment.shown_field() is None else "not-found-beside", *_ways_on(latest))
    return moment.ask_again()


def _ways_on(latest: LatestQuestion) -> tuple[Button, ...]:
    return (ASK_SECRETARIAT,) if latest.may_be_passed_on else ()


def _keep(moment: Moment, latest: LatestQuestion, reason: Reason, shown: tuple[str, ...]) -> None:
    if latest.text:
        field = moment.view.field_by_id.get(latest.slot) if latest.slot and moment.application else None
        question = field.question.name if field is not None else ""
        community = belongs_to(moment) or ""
        moment.show(KeepUnanswered(latest.id, latest.text, reason, shown, question, community))
