"""The rows of a table as cost lines: what, which party, which year, how much."""

from __future__ import annotations

from collections.abc import Collection
from typing import assert_never

from dialogs.brought import Brought, BroughtAnswer, BroughtLine
from dialogs.fields import any_field
from dialogs.reading import read
from dialogs.readings import Doubted, InThePast, Several, Taken, Unclear, Wrong
from dialogs.table_cells import amount_of, is_nothing, taken_out_of
from dialogs.table_columns import Column, is_year
from dialogs.table_rows import Row, Table
from dialogs.view import View

PAGE = "cost"
QUESTIONS = ("cost_what", "cost_party", "cost_year", "cost_nok")
SURE_NOK = 10_000


def read_costs(table: Table, *, most_lines: int) -> Brought:
    lines: list[BroughtLine] = []
    for row in table.rows():
        made = _lines(table, row)
        if len(lines) + len(made) > most_lines:
            table.leave(row, "too_many")
        else:
            lines += made
    found = Brought(lines=tuple(lines))
    amounts = [line.answer("cost_nok") for line in lines]
    largest = max((answer.value or 0 for answer in amounts if answer is not None), default=0)
    sums = table.sums
    return found.model_copy(
        update={
            "left_out": tuple(table.left_out),
            "columns_left_out": table.columns_left_out(),
            "sum_said": sums[0] if len(sums) == 1 and sums[0] != found.cost_nok() else None,
            "is_in_thousands": any(column.is_in_thousands for _, column in table.amount_columns()),
            "are_amounts_small": 0 < largest < SURE_NOK,
        }
    )


def missing_everywhere(view: View, brought: Brought) -> tuple[str, ...]:
    """Questions that some line says nothing of, and that one choice may answer for all those lines."""
    asked = {"cost_party": bool(view.parties()), "cost_year": len(view.years()) > 1}
    return tuple(
        name
        for name, is_asked in asked.items()
        if is_asked and any(line.answer(name) is None for line in brought.lines)
    )


def with_chosen(view: View, brought: Brought, chosen: Collection[str]) -> Brought:
    """The lines with a party or a year where they had none. What is neither is passed over."""
    parties = {party.id for party in view.parties()}
    years = {str(year) for year in view.years()}
    added = [
        BroughtAnswer(slot=name, value=code)
        for name, known in (("cost_party", parties), ("cost_year", years))
        if name in missing_everywhere(view, brought)
        for code in sorted(known & set(chosen))[:1]
    ]
    lines = []
    for line in brought.lines:
        answers = [*line.answers, *(one for one in added if line.answer(one.slot) is None)]
        in_order = sorted(answers, key=lambda answer: QUESTIONS.index(answer.slot))
        lines.append(line.model_copy(update={"answers": tuple(in_order)}))
    return brought.model_copy(update={"lines": tuple(lines)})


def _lines(table: Table, row: Row) -> list[BroughtLine]:
    """One for each column of amounts that holds one; none for a row that is left out."""
    what = _what(table, row)
    if what is not None and table.words.names_financing(what.raw or str(what.value)):
        table.leave(row, "financing")
        return []
    made, has_amount = [], False
    for at, column in table.amount_columns():
        cell = row.cells[at]
        if is_nothing(cell):
            continue
        has_amount = True
        said = table.year_of(row, column)
        if table.is_outside(said):
            table.leave(row, "year_outside")
            continue
        amount = amount_of("cost_nok", cell, is_in_thousands=column.is_in_thousands)
        answers = (what, _party(table, row, column), _year(table, said), amount)
        made.append(BroughtLine(row=row.number, answers=tuple(one for one in answers if one is not None)))
    if not has_amount:
        table.leave(row, "no_amount")
    return made


def _what(table: Table, row: Row) -> BroughtAnswer | None:
    text = ", ".join(row.cells[at] for at in table.columns.of("what") if row.cells[at])
    if not text:
        return None
    problem = taken_out_of(table.view.context.texts, text)
    if problem:
        return BroughtAnswer(slot="cost_what", raw=text, problem=problem)
    asked = any_field(table.view.context.form, "cost_what")
    if asked is None:
        return None
    reading = read(table.view, asked, text, table.today)
    match reading:
        case Taken():
            return BroughtAnswer(slot="cost_what", value=reading.value)
        case Wrong():
            return BroughtAnswer(slot="cost_what", raw=text, problem=reading.as_problem())
        case Several() | Doubted() | InThePast() | Unclear():
            return BroughtAnswer(slot="cost_what", raw=text, problem="unconfirmed")
        case _:
            assert_never(reading)


def _party(table: Table, row: Row, column: Column) -> BroughtAnswer | None:
    if column.party:
        return BroughtAnswer(slot="cost_party", value=column.party)
    said = ", ".join(row.cells[at] for at in table.columns.of("party") if row.cells[at])
    named = table.parties.named(said)
    if len(named) == 1:
        return BroughtAnswer(slot="cost_party", value=named[0])
    return BroughtAnswer(slot="cost_party", raw=said, problem="choose_one") if said else None


def _year(table: Table, said: str) -> BroughtAnswer | None:
    """None where it is not said, or where there is only one and it is not asked for."""
    years = table.view.years()
    if not said or (len(years) == 1 and is_year(said)):
        return None
    if is_year(said) and years:
        return BroughtAnswer(slot="cost_year", value=said)
    return BroughtAnswer(slot="cost_year", raw=said, problem="choose_one")
