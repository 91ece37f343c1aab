"""A question to the secretariat, in two steps: what would be sent is shown first, and nothing else is."""

from __future__ import annotations

from datetime import timedelta

from dialogs.effects import INQUIRIES, Say, SendInquiry
from dialogs.events import Replied
from dialogs.findings import Looked
from dialogs.inquiry import LONGEST_QUESTION, MOST_OPEN, Inquiry
from dialogs.moment import Moment
from dialogs.person import Belonging, Forwarding, Writing
from dialogs.view import OTHER_COMMUNITY

STILL_MEANT = timedelta(hours=1)
"""How long «spør sekretariatet» means the question that was asked last."""


def ask_secretariat(moment: Moment, argument: str) -> None:
    """With «new» another question than the one that was asked last."""
    latest = moment.person.latest
    is_meant = latest is not None and moment.event.at - latest.at < STILL_MEANT and argument != "new"
    if latest is None or not is_meant:
        return moment.ask_about(Writing())
    if latest.text and latest.may_be_passed_on:
        return offer(moment, latest.text)
    if not latest.may_be_passed_on:
        moment.say("not-passed-on")
    return moment.ask_about(Writing())


def offer(moment: Moment, text: str, looked: Looked | None = None) -> None:
    """Shows just what would be sent, and to whom; or why nothing can be."""
    if looked is not None and looked.is_personal:
        moment.say("not-passed-on")
        return moment.ask_again()
    if len(text) > LONGEST_QUESTION:
        moment.say("inquiry-too-long", length=len(text), maximum=LONGEST_QUESTION)
        return moment.ask_about(Writing())
    community = belongs_to(moment)
    if community is None:
        return moment.ask_about(Belonging(text=text, is_to_forward=True))
    if not _can_be_sent(moment, community):
        return moment.ask_again()
    return moment.ask_about(Forwarding(inquiry=_inquiry(moment, text, community)))


def send(moment: Moment, pending: Forwarding, event: Replied) -> None:
    """The second step. Meanwhile the channel may be gone, and two others may have been sent."""
    inquiry = pending.inquiry
    if not _can_be_sent(moment, inquiry.community):
        return moment.ask_again()
    organisation = event.text if event.to else inquiry.organisation
    reference = inquiry.reference
    if reference in moment.context.taken_references:
        reference = _reference(moment)
    inquiry = inquiry.model_copy(
        update={"organisation": organisation, "reference": reference, "asked_at": event.at}
    )
    moment.change_person(latest=None, unknowns=0, organisation=organisation)
    moment.show(SendInquiry(inquiry))
    sent = Say("inquiry-sent", {"reference": reference}, (INQUIRIES,), tone="good")
    if event.to:
        moment.replacement = sent
    else:
        moment.show(sent)
    return moment.ask_again()


def belongs_to(moment: Moment) -> str | None:
    """The open application's helsefellesskap, else what the person has said; None where neither is known."""
    value = moment.view.value("community") if moment.application is not None else None
    return str(value) if value is not None else moment.person.community


def _can_be_sent(moment: Moment, community: str) -> bool:
    """Says why where it cannot."""
    if community == OTHER_COMMUNITY:
        moment.say("inquiry-nowhere")
        return False
    if community not in moment.context.connected:
        moment.say("inquiry-nobody", community=community)
        return False
    if sum(inquiry.is_open for inquiry in moment.context.inquiries) >= MOST_OPEN:
        moment.say("inquiry-enough", INQUIRIES, most=MOST_OPEN)
        return False
    return True


def _inquiry(moment: Moment, text: str, community: str) -> Inquiry:
    person, application, latest = moment.person, moment.application, moment.person.latest
    asked = moment.shown_field()
    if latest is not None and latest.text == text and application is not None:
        asked = moment.view.field_by_id.get(latest.slot) if latest.slot else None
    return Inquiry(
        reference=_reference(moment),
        community=community,
        asked_by=person.id,
        asked_at=moment.event.at,
        text=text,
        question=asked.question.name if asked is not None else "",
        application=application.id if application is not None else "",
        organisation=_organisation(moment),
    )


def _organisation(moment: Moment) -> str:
    """The party the person writes for, where the application knows it; else what they called it last time."""
    if moment.application is not None:
        parties = {m.person_id: m.party for m in moment.application.members}
        party = parties.get(moment.person.id)
        if party:
            return moment.view.party_name(party)
    return moment.person.organisation


def _reference(moment: Moment) -> str:
    """`SP-7K2QM`, without look-alikes."""
    return f"SP-{moment.event.fresh_code('inquiry')}"
