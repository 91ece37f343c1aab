"""The cost lines of the Word form filled in: what, which party, which year, how much."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogs.brought import BroughtAnswer, BroughtLine, LeftOut
from dialogs.fields import any_field
from dialogs.form_places import Spot, Written
from dialogs.party_names import PartyNames
from dialogs.reading import read
from dialogs.readings import Taken, Wrong
from dialogs.table_cells import amount_of, taken_out_of
from dialogs.table_costs import QUESTIONS
from dialogs.view import View

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
