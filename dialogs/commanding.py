"""What can be said at any moment: start, help, back, skip, change, summary, status, send and the rest."""

from __future__ import annotations

from typing import assert_never

from dialogs import (
    deleting,
    hearing,
    history,
    inquiring,
    inviting,
    joining,
    linking,
    own_party,
    parting,
    proposing,
    sending,
    undoing,
)
from dialogs.agreement import confirming, locking, naming
from dialogs.alike import take_over
from dialogs.application import Application
from dialogs.changing import add, change, remove
from dialogs.effects import (
    APPLICATIONS,
    ASK,
    MEMBERS,
    NEEDED,
    RESUME,
    START,
    SUMMARY,
    Button,
    OfferEntries,
    OfferFile,
    OfferPreview,
    Say,
    ShowApplications,
    ShowInquiries,
    ShowMembers,
    ShowNeeded,
    ShowReceipt,
    ShowStatus,
)
from dialogs.events import Command, Commanded, Typed
from dialogs.forwarding import ask_secretariat
from dialogs.members import Member
from dialogs.moment import Moment
from dialogs.person import LANGUAGES, Deleting, Fitting, Inquiring, Person, Suggested
from dialogs.progress import missing_count
from dialogs.summing_up import ask_to_take_away, sum_up

NEEDS_DRAFT = {
    Command.BACK,
    Command.SKIP,
    Command.CHANGE,
    Command.ADD_LINE,
    Command.REMOVE_LINE,
    Command.REMOVE_ASIDE,
    Command.SAME,
    Command.SUMMARY,
    Command.STATUS,
    Command.PREVIEW,
    Command.RESUME,
    Command.DELETE,
    Command.SEND,
    Command.EXAMPLE,
    Command.PROPOSALS,
    Command.ACCEPT,
    Command.KEEP_OWN,
    Command.ANSWER_PROPOSAL,
    Command.KEEP_DRAFT,
    Command.AGREEMENT,
    Command.ASK_CONFIRMATION,
    Command.UNLOCK,
    Command.NOMINATE,
    Command.CONFIRM,
    Command.REFUSE,
    Command.PAPER,
    Command.UNDO,
    Command.REDO,
}
OF_SIGNATORIES = {Command.CONFIRM, Command.REFUSE}
"""Also for who writes nothing else."""
CHANGES_DRAFT = NEEDS_DRAFT - {
    Command.SUMMARY,
    Command.STATUS,
    Command.PREVIEW,
    Command.RESUME,
    Command.PROPOSALS,
    Command.AGREEMENT,
}
OF_MEMBERS = {Command.MEMBERS, Command.LEAVE}
OF_CONTACTS = {
    Command.PARTY,
    Command.INVITE,
    Command.REVOKE,
    Command.ADMIT,
    Command.DECLINE,
    Command.REMOVE_MEMBER,
    Command.REPLACE,
}
"""About who is in: also when the application is sent."""
WHILE_IN = OF_CONTACTS | OF_MEMBERS | {Command.HISTORY}
ASIDE = {
    Command.LANGUAGE,
    Command.HELP,
    Command.PRIVACY,
    Command.NEEDED,
    Command.FORM_FILE,
    Command.BUDGET_FILE,
    Command.STATUS,
    Command.PREVIEW,
    Command.EXAMPLE,
    Command.SHOW_ENTRY,
    Command.MORE,
    Command.FITS,
    Command.FITS_NOT,
    Command.INQUIRIES,
    Command.THANKS,
    Command.MEMBERS,
    Command.PARTY,
    Command.INVITE,
    Command.REVOKE,
    Command.JOIN,
    Command.ADMIT,
    Command.DECLINE,
    Command.REPLACE,
    Command.KEEP_DRAFT,
    Command.LINK,
    Command.PROPOSALS,
    Command.ACCEPT,
    Command.KEEP_OWN,
    Command.NEWS,
    Command.NOMINATE,
    Command.HISTORY,
}
"""Said beside what is asked: the same is asked once more afterwards."""
ALL = "all"


def command(moment: Moment, event: Commanded) -> Typed | None:
    """May return the event that the command turned out to be."""
    if event.command is Command.WAS_ANSWER:
        return inquiring.was_answer(moment, event)
    _do(moment, event)
    return None


def _do(moment: Moment, event: Commanded) -> None:
    if event.command in NEEDS_DRAFT | WHILE_IN and moment.application is None:
        return moment.say("no-draft", START, APPLICATIONS)
    if event.command in CHANGES_DRAFT and not moment.draft.is_draft:
        return sending.closed(moment)
    of_contacts = (CHANGES_DRAFT - OF_SIGNATORIES) | OF_CONTACTS
    if event.command in of_contacts and not moment.may_write:
        return moment.say("reader-only", SUMMARY, MEMBERS)
    if event.command not in ASIDE:
        moment.let_go()
    match event.command:
        case Command.START:
            return _start(moment)
        case Command.NEEDED:
            moment.show(ShowNeeded())
            return moment.ask_again()
        case Command.FORM_FILE:
            moment.show(OfferFile("form"))
            return moment.ask_again()
        case Command.BUDGET_FILE:
            moment.show(OfferFile("budget"))
            return moment.ask_again()
        case Command.HELP:
            return _help(moment, event.argument)
        case Command.EXAMPLE:
            return moment.ask_again(example=True)
        case Command.BACK:
            return _back(moment, event.argument)
        case Command.SKIP:
            return _skip(moment, event.argument)
        case Command.CHANGE:
            return change(moment, event.argument)
        case Command.ADD_LINE:
            return add(moment, event.argument)
        case Command.REMOVE_LINE:
            return remove(moment, event.argument)
        case Command.SAME:
            return take_over(moment, event.argument)
        case Command.REMOVE_ASIDE:
            return ask_to_take_away(moment, event.argument)
        case Command.SUMMARY:
            return sum_up(moment, event.argument)
        case Command.STATUS:
            moment.show(ShowStatus(moment.event.at, moment.may_write))
            return moment.ask_briefly() if moment.draft.is_draft else None
        case Command.CANCEL:
            moment.put_away()
            moment.change_person(confirming=None)
            return moment.say("cancelled", RESUME if moment.application else START, APPLICATIONS)
        case Command.RESUME:
            return _resume(moment)
        case Command.APPLICATIONS:
            return moment.show(ShowApplications())
        case Command.OPEN:
            return _open(moment, event.argument)
        case Command.DELETE:
            return moment.ask_about(Deleting())
        case Command.SEND:
            return sending.prepare(moment)
        case Command.RECEIPT:
            return _receipt(moment)
        case Command.PREVIEW:
            return _preview(moment)
        case Command.PRIVACY:
            moment.say("privacy")
            moment.say("privacy-questions", days=moment.context.unanswered_days)
            return moment.ask_again()
        case Command.LANGUAGE:
            return _language(moment, event.argument)
        case Command.ASK:
            return moment.ask_about(Inquiring())
        case Command.SHOW_ENTRY:
            return inquiring.show_entry(moment, event)
        case Command.MORE:
            return inquiring.details(moment)
        case Command.FITS | Command.FITS_NOT:
            return inquiring.fits(moment, fits=event.command is Command.FITS)
        case Command.ASK_SECRETARIAT:
            return ask_secretariat(moment, event.argument)
        case Command.INQUIRIES:
            moment.show(ShowInquiries())
            return moment.ask_briefly()
        case Command.THANKS:
            moment.say("thanks")
            if isinstance(moment.person.pending, Suggested | Fitting):
                moment.let_go()
            return moment.ask_again()
        case Command.PARTY:
            return own_party.choose(moment, event.argument)
        case Command.INVITE:
            return inviting.invite(moment, event.argument)
        case Command.REVOKE:
            return inviting.revoke(moment, event.argument)
        case Command.JOIN:
            return _join(moment, event.argument)
        case Command.ADMIT:
            return joining.admit(moment, event.argument)
        case Command.DECLINE:
            return joining.decline(moment, event.argument)
        case Command.LEAVE:
            return parting.leave(moment)
        case Command.REMOVE_MEMBER:
            return parting.remove(moment, event.argument)
        case Command.REPLACE:
            return parting.replace_member(moment, event.argument)
        case Command.LINK:
            return linking.link(moment, event.argument)
        case Command.KEEP_DRAFT:
            return deleting.keep_draft(moment)
        case Command.MEMBERS:
            moment.show(ShowMembers(moment.person.id, moment.event.at))
            return moment.ask_briefly()
        case Command.PROPOSALS:
            return proposing.show(moment)
        case Command.ACCEPT:
            return proposing.accept(moment, event.argument)
        case Command.NEWS:
            return hearing.choose(moment, event.argument)
        case Command.UNDO:
            return undoing.ask(moment, "undo")
        case Command.REDO:
            return undoing.ask(moment, "redo")
        case Command.HISTORY:
            return history.show(moment, event.argument)
        case Command.KEEP_OWN:
            return proposing.keep_own(moment, event.argument)
        case Command.ANSWER_PROPOSAL:
            return proposing.answer_in_words(moment, event.argument)
        case Command.AGREEMENT:
            return locking.show(moment, event.argument)
        case Command.ASK_CONFIRMATION:
            return locking.ask_for_confirmation(moment)
        case Command.UNLOCK:
            return locking.ask_to_open(moment)
        case Command.NOMINATE:
            return naming.nominate(moment, event.argument)
        case Command.CONFIRM:
            return confirming.confirm(moment)
        case Command.REFUSE:
            return confirming.refuse(moment)
        case Command.PAPER:
            return confirming.register_paper(moment, event.argument)
        case Command.WAS_ANSWER:
            return None
        case _:
            assert_never(event.command)


def _start(moment: Moment) -> None:
    before = moment.application
    if before is not None and before.is_draft and not before.answers:
        return moment.go_on()
    person = moment.person
    moment.application = Application(
        id="a" + moment.event.fresh("application"),
        created_at=moment.event.at,
        created_by=person.id,
        changed_at=moment.event.at,
        members=(
            Member(
                person_id=person.id,
                name=person.name,
                guest=person.guest,
                tenant_id=_tenant_of(person),
                news=person.news,
                joined_at=moment.event.at,
            ),
        ),
    )
    moment.change_person(shown=None, changing=None, back_to_summary=False)
    if before is not None and before.is_draft:
        old = Button("open-other", Command.OPEN, before.id)
        moment.say("started-another", old, quote=str(before.value("title") or ""))
    else:
        moment.say("started", NEEDED)
    return moment.go_on()


def _tenant_of(person: Person) -> str:
    """Of the account they use now: one person may have two."""
    used = person.conversation.tenant_id if person.conversation is not None else ""
    return used or person.tenant_id


def _join(moment: Moment, code: str) -> None:
    if code:
        return joining.join(moment, moment.context.redeemed)
    for number, one in enumerate(moment.context.invited_to, 1):
        values = {"name": one.by_name, "by": one.by_party, "party": one.party, "community": one.community}
        join = Button("join", Command.JOIN, f"{one.application}/{one.invitation}")
        moment.show(Say("invited-to", {"number": number, **values}, (join,)))
    if not moment.context.invited_to:
        moment.say("join-how")
    return moment.ask_again()


def _help(moment: Moment, what: str) -> None:
    """In the middle of a field its own help, and where the rest is; otherwise everything that can be said."""
    asked = moment.shown_field()
    if asked is None:
        return moment.say("help", RESUME if moment.application else START, NEEDED, ASK)
    moment.say("help" if what == ALL else "help-more")
    moment.show(OfferEntries(asked.question.name))
    return moment.ask_again(help=True)


def _back(moment: Moment, page: str) -> None:
    """On a card the page before it, typed the question before; each with its value. From the summary, the last."""
    fields = moment.view.fields
    shown = moment.shown_field()
    if page:
        here = next((f for f in fields if f.instance.id == page), None)
        before = fields[: fields.index(here)] if here is not None else fields
        before = tuple(f for f in before if f.instance.id == before[-1].instance.id)[:1]
    else:
        before = fields[: fields.index(shown)] if shown is not None else fields
    if not before:
        moment.say("first-question")
        return moment.go_on() if shown is None else moment.ask_again()
    moment.change_person(changing=None, back_to_summary=False)
    return moment.ask(before[-1])


def _skip(moment: Moment, page: str) -> None:
    """Typed, the field that is asked; on a card, all that is empty on its page."""
    asked = moment.shown_field()
    instance = moment.instance(page) if page else None
    fields = (
        moment.view.fields_of(instance) if instance is not None else (asked,) if asked is not None else ()
    )
    lacking = False
    for field in fields:
        answer = moment.view.answer(field)
        if answer is None or not (answer.is_valid or answer.problem == "again"):
            moment.put(field.id, raw=answer.raw if answer else "", problem="skipped")
            lacking = lacking or field.question.required
    if lacking:
        moment.say("skipped")
    return moment.go_on(after_skip=True)


def _resume(moment: Moment) -> None:
    if not moment.draft.is_draft:
        return sending.closed(moment)
    if not moment.may_write:
        return moment.summarise()
    moment.say("resumed", missing=missing_count(moment.view))
    changing = moment.shown_field() or moment.view.field_by_id.get(moment.person.changing or "")
    if moment.person.changing is not None and changing is not None:
        return moment.ask(changing)
    return moment.go_on()


def _open(moment: Moment, wanted: str) -> None:
    """The turn has loaded the application that was asked for, if this person may open it."""
    if moment.application is None or moment.application.id != wanted:
        return moment.show(ShowApplications())
    moment.take_up()
    moment.change_person(shown=None, changing=None, back_to_summary=False)
    return _resume(moment)


def _receipt(moment: Moment) -> None:
    if moment.application is None or moment.draft.is_draft:
        moment.say("no-receipt")
        return moment.ask_again()
    return moment.show(ShowReceipt(len(moment.draft.submissions)))


def _preview(moment: Moment) -> None:
    """What is sent has its receipt, with the document as it was sent."""
    if not moment.draft.is_draft:
        return _receipt(moment)
    moment.say("preview")
    moment.show(OfferPreview())
    return moment.ask_briefly()


def _language(moment: Moment, wanted: str) -> None:
    language = next((known for known in LANGUAGES if known == wanted), None)
    if language is None:
        return moment.say(
            "languages",
            *(Button(f"language-{code}", Command.LANGUAGE, code) for code in LANGUAGES),
        )
    moment.change_person(language=language)
    moment.say("language-set")
    return moment.ask_again()
