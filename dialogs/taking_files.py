"""A file that somebody sent: shown as it was read, and taken in only when the person has said so."""

from __future__ import annotations

from dialogs.brought import Brought, NotRead
from dialogs.effects import BESIDE_THE_DRAFT, RESUME, START, Button
from dialogs.events import Command, SentFile
from dialogs.file_tables import read_sheets
from dialogs.form_reading import read_places
from dialogs.moment import Moment
from dialogs.person import TakingIn
from dialogs.sending import closed
from dialogs.taking import MOST_LINES
from dialogs.taking_in import lines_hash, stand_already

TEMPLATES = (Button("form_file", Command.FORM_FILE), Button("budget_file", Command.BUDGET_FILE))


def sent_file(moment: Moment, event: SentFile) -> None:
    if moment.application is None:
        return moment.say("start-first", START)
    if not moment.draft.is_draft:
        return closed(moment)
    if event.masked == "number":
        moment.say("identity-number-out")
    if event.text and moment.put_aside(event.text, None, "not_shown"):
        moment.say("file-text", RESUME, quote=event.text)
    if event.refusal is not None:
        moment.say(f"file-{event.refusal}", *TEMPLATES)
        return moment.ask_again()
    moment.let_go()
    read = _read(moment, event)
    if isinstance(read, NotRead):
        moment.say(f"file-{read.code}", *TEMPLATES)
        return moment.ask_again()
    if read.lines and stand_already(moment.view, read.model_copy(update={"answers": ()})):
        read = read.model_copy(update={"lines": (), "sum_said": None, "are_amounts_small": False})
    if not read.is_empty and not stand_already(moment.view, read):
        return moment.ask_about(TakingIn(brought=read, lines_before=lines_hash(moment.view)))
    if moment.put_aside(read.words_left_out(), None, "unclear"):
        fits = not read.words_left_out()
        moment.say("file-stands") if fits else moment.say("file-fits_nowhere", BESIDE_THE_DRAFT)
    return moment.ask_again()


def _read(moment: Moment, event: SentFile) -> Brought | NotRead:
    if event.places:
        language = moment.person.language
        return read_places(event.places, moment.view, event.at, language, most_lines=MOST_LINES)
    return read_sheets(event.sheets, moment.view, moment.today, most_lines=MOST_LINES)
