"""What can be said at any moment: start, help, back, skip, change, summary, status, send and the rest."""

from __future__ import annotations

from dialogs import sending
from dialogs.answering import add_line
from dialogs.application import Application, Member
from dialogs.effects import (
    Button,
    OfferFormFile,
    ShowApplications,
    ShowNeeded,
    ShowReceipt,
    ShowStatus,
)
from dialogs.events import Command, Commanded
from dialogs.moment import APPLICATIONS, ASK, NEEDED, RESUME, START, Moment, yes_no
from dialogs.person import LANGUAGES, Deleting
from dialogs.progress import missing_count
from dialogs.reading import nearest
from dialogs.slots import to_slot
from dialogs.view import Field, View

NEEDS_DRAFT = {
    Command.BACK,
    Command.SKIP,
    Command.CHANGE,
    Command.ADD_LINE,
    Command.REMOVE_LINE,
    Command.SUMMARY,
    Command.STATUS,
    Command.RESUME,
    Command.DELETE,
    Command.SEND,
    Command.EXAMPLE,
}
CHANGES_DRAFT = NEEDS_DRAFT - {Command.SUMMARY, Command.STATUS, Command.RESUME}


def command(moment: Moment, event: Commanded) -> None:
    if event.command is not Command.LANGUAGE:
        moment.change_person(pending=None)
    if event.command in NEEDS_DRAFT and moment.application is None:
        return moment.say("no-draft", START, APPLICATIONS)
    if event.command in CHANGES_DRAFT and not moment.draft.is_draft:
        return closed(moment)
    match event.command:
        case Command.START:
            return _start(moment)
        case Command.NEEDED:
            return moment.show(ShowNeeded())
        case Command.FORM_FILE:
            return moment.show(OfferFormFile())
        case Command.HELP:
            return _help(moment)
        case Command.EXAMPLE:
            return moment.ask_again(example=True)
        case Command.BACK:
            return _back(moment)
        case Command.SKIP:
            return _skip(moment)
        case Command.CHANGE:
            return _change(moment, event.argument)
        case Command.ADD_LINE:
            return _add_line(moment, event.argument)
        case Command.REMOVE_LINE:
            return _remove_line(moment, event.argument)
        case Command.SUMMARY:
            return moment.summarise()
        case Command.STATUS:
            moment.show(ShowStatus())
            return moment.ask_again() if moment.draft.is_draft else None
        case Command.CANCEL:
            moment.change_person(changing=None, back_to_summary=False, shown=None)
            return moment.say("cancelled", RESUME if moment.application else START, APPLICATIONS)
        case Command.RESUME:
            return _resume(moment)
        case Command.APPLICATIONS:
            return moment.show(ShowApplications())
        case Command.OPEN:
            return _open(moment, event.argument)
        case Command.DELETE:
            moment.expect(Deleting(application=moment.draft.id))
            return moment.say("delete-sure", *yes_no("deleting"), quote=moment.draft.value("title") or "")
        case Command.SEND:
            return sending.prepare(moment)
        case Command.RECEIPT:
            if moment.application is None or moment.draft.is_draft:
                return moment.say("no-receipt")
            return moment.show(ShowReceipt(len(moment.draft.submissions)))
        case Command.PRIVACY:
            moment.say("privacy")
            return moment.ask_again()
        case Command.LANGUAGE:
            return _language(moment, event.argument)
        case Command.ASK:
            return moment.say("ask-away")


def closed(moment: Moment) -> None:
    """A sent application is closed: old cards and commands answer politely and change nothing."""
    moment.say("closed", Button("receipt", Command.RECEIPT), START, case=moment.draft.case_number or "")


def _start(moment: Moment) -> None:
    open_now = moment.application
    if open_now is not None and open_now.is_draft and not open_now.answers:
        return moment.go_on()
    person = moment.person
    moment.application = Application(
        id="a" + moment.event.fresh("application"),
        created_at=moment.event.at,
        created_by=person.id,
        changed_at=moment.event.at,
        members=(
            Member(person_id=person.id, name=person.name, guest=person.guest, joined_at=moment.event.at),
        ),
    )
    moment.change_person(
        open_application=moment.application.id, shown=None, changing=None, back_to_summary=False
    )
    moment.say("started", NEEDED)
    return moment.go_on()


def _help(moment: Moment) -> None:
    if moment.shown_field() is not None:
        return moment.ask_again(help=True)
    return moment.say("help", RESUME if moment.application else START, NEEDED, ASK)


def _back(moment: Moment) -> None:
    """The page before the one shown, with its values; from the summary, the last page."""
    pages = list(dict.fromkeys(f.instance.id for f in moment.view.fields))
    shown = moment.person.shown
    at = pages.index(shown.page) if shown is not None and shown.page in pages else len(pages)
    if at == 0:
        moment.say("first-question")
        return moment.ask_again()
    first = next(f for f in moment.view.fields if f.instance.id == pages[at - 1])
    moment.change_person(changing=None, back_to_summary=False)
    return moment.ask(first)


def _skip(moment: Moment) -> None:
    asked = moment.shown_field()
    if asked is None:
        return moment.go_on()
    for field in moment.view.fields_of(asked.instance):
        answer = moment.view.answer(field)
        if (answer is None or not answer.is_valid) and (field is asked or field.id >= asked.id):
            moment.put(field.id, raw=answer.raw if answer else "", problem="skipped")
            break
    if asked.question.required and moment.draft.value(asked.id) is None:
        moment.say("skipped")
    return moment.go_on(after_skip=True)


def _change(moment: Moment, wanted: str) -> None:
    """`wanted` is a slot from a button, or what a person calls the field."""
    slot = to_slot(wanted)
    if slot is not None and wanted in moment.view.field_by_id:
        return _change_field(moment, moment.view.field_by_id[wanted])
    if not wanted.strip():
        return moment.summarise()
    found = nearest(moment.view, field_phrases(moment.view), wanted)
    if len(found) == 1:
        return _change_field(moment, moment.view.field_by_id[found[0]])
    if not found:
        moment.say("no-such-field", quote=wanted)
        return moment.ask_again()
    buttons = tuple(Button("", Command.CHANGE, slot, label=f"field:{slot}") for slot in found)
    return moment.say("which-field", *buttons)


def _change_field(moment: Moment, asked: Field) -> None:
    moment.change_person(changing=asked.id, back_to_summary=moment.person.shown is None)
    moment.ask(asked)


def field_phrases(view: View) -> dict[str, list[str]]:
    """What people may call each field now, in every language: slot -> phrases."""
    texts = view.context.texts
    phrases: dict[str, list[str]] = {}
    for field in view.fields:
        names = [texts.say(language, f"q-{field.question.name}.label") for language in LANGUAGES]
        for language in LANGUAGES:
            more = texts.optional(language, f"q-{field.question.name}.synonyms")
            names += [n.strip() for n in more.split("|")] if more else []
        party = view.party_name(field.slot.party) if field.slot.party else ""
        year = str(field.slot.year) if field.slot.year and len(view.years()) > 1 else ""
        phrases[field.id] = [" ".join(p for p in (name, party, year) if p) for name in names] + (
            names if not party else []
        )
    return phrases


def _add_line(moment: Moment, page: str) -> None:
    if any(i.page.name == page and i.page.repeated for i in moment.view.instances()):
        line = add_line(moment, page)
        first = next(f for f in moment.view.fields if f.instance.page.name == page and f.slot.line == line)
        return _change_field(moment, first)
    return moment.ask_again()


def _remove_line(moment: Moment, argument: str) -> None:
    page, _, line = argument.partition("#")
    lines = moment.draft.lines.get(page) or moment.view.lines(page)
    if line in lines and len(lines) > 1:
        moment.change_application(
            lines={**moment.draft.lines, page: tuple(kept for kept in lines if kept != line)}
        )
        moment.say("line-removed")
    return moment.summarise()


def _resume(moment: Moment) -> None:
    if not moment.draft.is_draft:
        return closed(moment)
    moment.say("resumed", missing=missing_count(moment.view))
    return moment.go_on()


def _open(moment: Moment, wanted: str) -> None:
    """The turn has loaded the application that was asked for, if this person may open it."""
    if moment.application is None or moment.application.id != wanted:
        return moment.show(ShowApplications())
    moment.change_person(open_application=wanted, shown=None, changing=None, back_to_summary=False)
    if not moment.draft.is_draft:
        return closed(moment)
    return _resume(moment)


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
