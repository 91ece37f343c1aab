"""Sending in two steps, once: nothing half is sent, and nothing twice."""

from __future__ import annotations

from typing import Literal

from dialogs.application import Submission
from dialogs.call_news import tell_of_deadline
from dialogs.changes_told import tell_now
from dialogs.effects import APPLICATIONS, START, SUMMARY, Button, FileIt, Say, ShowReceipt
from dialogs.events import Command
from dialogs.moment import Moment
from dialogs.person import Sending
from dialogs.places import deadline_state
from dialogs.progress import fingerprint, gaps
from dialogs.texts.catalogues import OSLO

Late = Literal["in_time", "late", "not_known"]


def prepare(moment: Moment) -> None:
    """The first step: says what is missing, or shows what is sent and to whom."""
    if gaps(moment.view):
        moment.say("cannot-send")
        return moment.summarise()
    if moment.view.call is not None and deadline_state(moment.view.call, moment.event.at) != "open":
        tell_of_deadline(moment, moment.view.call)
    moment.change_person(shown=None, changing=None, back_to_summary=False)
    access = tuple(member.person_id for member in moment.draft.active)
    news = tell_now(moment)
    return moment.ask_about(Sending(fingerprint=fingerprint(moment.view), access=access, news=news))


def send(moment: Moment, pending: Sending) -> None:
    """The second step. The draft may have changed since the first, or somebody come in: then it is shown anew."""
    has_come = any(member.person_id not in pending.access for member in moment.draft.active)
    if has_come or gaps(moment.view) or fingerprint(moment.view) != pending.fingerprint:
        moment.say("changed-before-sending")
        return prepare(moment)
    version = len(moment.draft.submissions) + 1
    text = moment.draft.agreement.text
    submission = Submission(
        version=version,
        received_at=moment.event.at,
        by=moment.person.id,
        late=lateness(moment),
        fingerprint=pending.fingerprint,
        content_hash=text.content_hash if text is not None else "",
    )
    number = moment.draft.case_number or case_number(moment)
    moment.change_application(
        status="sent",
        case_number=number,
        submissions=(*moment.draft.submissions, submission),
        deletion=None,
    )
    moment.change_person(shown=None, changing=None, back_to_summary=False)
    moment.replacement = Say("sent", {"case": number}, tone="good")
    return moment.show(ShowReceipt(version), FileIt(version))


def not_sent(moment: Moment) -> None:
    moment.say("not-sent", SUMMARY)


def closed(moment: Moment) -> None:
    """A sent application is closed: old cards and commands answer politely and change nothing."""
    case = moment.draft.case_number or ""
    moment.say("closed", Button("receipt", Command.RECEIPT), START, APPLICATIONS, case=case)


def was_sent_already(moment: Moment) -> None:
    """A second click, an old card, another client: the same number, and nothing happens again."""
    moment.replacement = Say("sent", {"case": moment.draft.case_number or ""}, tone="good")


def case_number(moment: Moment) -> str:
    """`RST-2026-K7MP4`: the year it was received, and a code without look-alikes."""
    return f"RST-{moment.event.at.astimezone(OSLO).year}-{moment.event.fresh_code('case')}"


def lateness(moment: Moment) -> Late:
    call = moment.view.call
    state = deadline_state(call, moment.event.at) if call is not None else "not_known"
    match state:
        case "open":
            return "in_time"
        case "passed" | "closed":
            return "late"
        case _:
            return "not_known"
