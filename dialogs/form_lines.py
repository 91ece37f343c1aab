"""The lines of the Word form filled in: costs, by what, party, year and amount; phases, by name, party and handover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dialogs.brought import BroughtAnswer, BroughtLine, LeftOut
from dialogs.fields import any_field
from dialogs.form_places import Spot, Written
from dialogs.party_names import PartyNames
from dialogs.reading import read
from dialogs.reading_choices import BETWEEN, fold
from dialogs.readings import Taken, Wrong
from dialogs.slots import slot_name
from dialogs.table_cells import amount_of, taken_out_of
from dialogs.table_costs import QUESTIONS
from dialogs.view import View

PHASES = "phase"
PHASE_QUESTIONS = ("phase_name", "phase_party", "phase_handover")
MOST_PARTS = 20
Lines = tuple[tuple[BroughtLine, ...], tuple[LeftOut, ...]]


def lines_of(written: Mapping[Spot, Written], view: View, today: date, most_lines: int) -> Lines:
    """By their numbers, and those there is no room for; a line with nothing but a party or a year is none."""
    numbers = dict.fromkeys(spot.line for spot in written if spot.line and spot.question in QUESTIONS)
    lines = []
    for row, number in enumerate(numbers, 1):
        texts = {
            name: written[spot].text for name in QUESTIONS if (spot := Spot(name, line=number)) in written
        }
        if "cost_what" in texts or "cost_nok" in texts:
            made = (_answer(view, name, text, today) for name, text in texts.items())
            lines.append(BroughtLine(row=row, answers=tuple(one for one in made if one is not None)))
    left_out = (LeftOut(row=line.row, text=_text(line), why="too_many") for line in lines[most_lines:])
    return tuple(lines[:most_lines]), tuple(left_out)


def phases_of(written: Mapping[Spot, Written], view: View, today: date) -> tuple[BroughtLine, ...]:
    """By their numbers. `view` knows the parties that the form names."""
    numbers = dict.fromkeys(spot.line for spot in written if spot.line and spot.question in PHASE_QUESTIONS)
    lines = []
    for row, number in enumerate(numbers, 1):
        spots = (Spot(name, line=number) for name in PHASE_QUESTIONS)
        made = tuple(
            _of_phase(view, spot.question, written[spot].text, today) for spot in spots if spot in written
        )
        lines.append(BroughtLine(row=row, answers=made))
    return tuple(lines)


def standing_phases(view: View) -> Mapping[str, str]:
    """Names, folded -> their lines. Of phases in which nothing stands none is told."""
    lines = view.application.lines.get(PHASES, ())
    named = ((view.application.value(slot_name("phase_name", line=line)), line) for line in lines)
    return {fold(name): line for name, line in named if isinstance(name, str)}


def _of_phase(view: View, name: str, text: str, today: date) -> BroughtAnswer:
    problem = taken_out_of(view.context.texts, text)
    asked = any_field(view.context.form, name)
    if problem or asked is None:
        return BroughtAnswer(slot=name, raw=text, problem=problem or "unconfirmed")
    if name == "phase_party" and (parties := _parties(view, text)):
        return BroughtAnswer(slot=name, value=parties)
    reading = read(view, asked, text, today)
    if isinstance(reading, Taken):
        return BroughtAnswer(slot=name, value=reading.value)
    wrong = reading.as_problem() if isinstance(reading, Wrong) else "unconfirmed"
    return BroughtAnswer(slot=name, raw=text, problem=wrong)


def _parties(view: View, text: str) -> list[str]:
    """In the form's order; none where some part of the text names no one party."""
    chosen = _named_from(PartyNames(view), text, _parts(text))
    return [party.id for party in view.parties() if party.id in chosen]


def _parts(text: str) -> list[tuple[int, int]]:
    """Where each begins and ends."""
    between = [found.span() for found in BETWEEN.finditer(text)]
    begins, ends = [0, *(end for _, end in between)], [*(begin for begin, _ in between), len(text)]
    return [(begin, end) for begin, end in zip(begins, ends, strict=True) if begin < end]


def _named_from(names: PartyNames, text: str, parts: Sequence[tuple[int, int]]) -> set[str]:
    """The longest name first: «Evje og Hornnes» is one, and «kommunen og sykehuset» are two."""
    for count in range(min(len(parts), MOST_PARTS), 0, -1):
        named = names.named(text[parts[0][0] : parts[count - 1][1]])
        others = _named_from(names, text, parts[count:]) if len(named) == 1 else set()
        if len(named) == 1 and (others or count == len(parts)):
            return {named[0], *others}
    return set()


def _text(line: BroughtLine) -> str:
    return " · ".join(answer.raw or str(answer.value) for answer in line.answers)


def _answer(view: View, name: str, text: str, today: date) -> BroughtAnswer | None:
    """None for a year where there is only one and it is not asked for."""
    problem = taken_out_of(view.context.texts, text)
    if problem:
        return BroughtAnswer(slot=name, raw=text, problem=problem)
    if name == "cost_nok":
        return amount_of(name, text)
    if name == "cost_party":
        named = PartyNames(view).named(text)
        if len(named) == 1:
            return BroughtAnswer(slot=name, value=named[0])
        return BroughtAnswer(slot=name, raw=text, problem="choose_one")
    if name == "cost_year" and [text] == [str(year) for year in view.years()]:
        return None
    asked = any_field(view.context.form, name)
    reading = read(view, asked, text, today) if asked is not None else None
    if isinstance(reading, Taken):
        return BroughtAnswer(slot=name, value=reading.value)
    wrong = reading.as_problem() if isinstance(reading, Wrong) else "unconfirmed"
    return BroughtAnswer(slot=name, raw=text, problem=wrong)
