"""A file that somebody sent: shown as it was read, and taken in only when the person has said so."""

from __future__ import annotations

from dialogs.brought import Brought, NotRead, SentSheet, SheetCosts
from dialogs.effects import BESIDE_THE_DRAFT, RESUME, START, Button
from dialogs.events import Command, SentFile
from dialogs.file_parts import Sheet
from dialogs.file_tables import SeveralSheets, SheetRead, read_sheets
from dialogs.form_reading import read_places
from dialogs.moment import Moment
from dialogs.person import TakingIn, WhichSheets
from dialogs.sending import closed
from dialogs.taking import MOST_LINES
from dialogs.taking_in import lines_hash, stand_already

ALL_SHEETS = "all"
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
    if isinstance(read, SeveralSheets):
        costs = tuple(_costs(one) for one in read.costs)
        sheets = tuple(SentSheet(name=sheet.name, grid=sheet.grid) for sheet in event.sheets)
        return moment.ask_about(WhichSheets(sheets=sheets, costs=costs))
    return _offer(moment, read)


def chosen(moment: Moment, pending: WhichSheets, which: str) -> None:
    """`which`: the place of one of the sheets, or all of them; anything else is no."""
    places = [one.at for one in pending.costs if which in (ALL_SHEETS, str(one.at))]
    if not places:
        moment.say("file-not-taken")
        return moment.ask_again()
    sheets = tuple(Sheet(one.name, one.grid) for one in pending.sheets)
    read = read_sheets(sheets, moment.view, moment.today, most_lines=MOST_LINES, wanted=places)
    assert not isinstance(read, SeveralSheets)
    return _offer(moment, read)


def _offer(moment: Moment, read: Brought | NotRead) -> None:
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


def _costs(sheet: SheetRead) -> SheetCosts:
    read = sheet.brought
    return SheetCosts(at=sheet.at, name=sheet.name, count=len(read.lines), nok=read.cost_nok())


def _read(moment: Moment, event: SentFile) -> Brought | NotRead | SeveralSheets:
    if event.places:
        language = moment.person.language
        return read_places(event.places, moment.view, event.at, language, most_lines=MOST_LINES)
    return read_sheets(event.sheets, moment.view, moment.today, most_lines=MOST_LINES)
