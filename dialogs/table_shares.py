"""The rows of a table as what each party brings and applies for, by year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from dialogs.brought import Brought, BroughtAnswer
from dialogs.column_words import OF_PARTY, OfParty
from dialogs.slots import slot_name, to_slot
from dialogs.table_cells import amount_of, full_time_of, hours_of, is_nothing
from dialogs.table_columns import Column
from dialogs.table_rows import Row, Table
from dialogs.view import View

KIND_OF: dict[OfParty, str] = {
    "own_money": "money",
    "own_full_time": "full_time",
    "own_full_time_nok": "full_time",
    "own_hours": "hours",
    "own_hours_nok": "hours",
}
"""What the party is then said to bring."""
NO_KIND = "none"


def holds_shares(columns: tuple[Column, ...]) -> bool:
    """Rows of parties, and columns of what they bring or apply for; no column says what a cost is for."""
    roles = {column.role for column in columns}
    return "party" in roles and bool(roles & set(OF_PARTY)) and not roles & {"what", "amount"}


def read_shares(table: Table) -> Brought:
    found: dict[str, BroughtAnswer] = {}
    for row in table.rows():
        for answer in _row(table, row):
            if answer.slot in found:
                table.leave(row, "twice")
            else:
                found[answer.slot] = answer
    answers = [*_kinds(table.view, found), *found.values()]
    return Brought(
        answers=tuple(
            answer.model_copy(update={"revision": table.view.application.revision(answer.slot)})
            for answer in answers
        ),
        left_out=tuple(table.left_out),
        columns_left_out=table.columns_left_out(),
        is_in_thousands=any(column.is_in_thousands for _, column in table.amount_columns()),
    )


def _row(table: Table, row: Row) -> Iterator[BroughtAnswer]:
    said = ", ".join(row.cells[at] for at in table.columns.of("party") if row.cells[at])
    named = table.parties.named(said)
    if len(named) != 1:
        return table.leave(row, "no_such_party")
    years = table.view.years()
    for at, column in table.amount_columns():
        cell, year = row.cells[at], table.year_of(row, column)
        if column.role not in OF_PARTY or not cell or (is_nothing(cell) and column.role != "applied"):
            continue
        if table.is_outside(year):
            table.leave(row, "year_outside")
        elif not year and len(years) != 1:
            table.leave(row, "which_year")
        else:
            slot = slot_name(column.role, named[0], None, int(year) if year.isdigit() else years[0])
            yield _value(slot, cell, column)
    return None


def _value(slot: str, cell: str, column: Column) -> BroughtAnswer:
    match column.role:
        case "own_full_time":
            return full_time_of(slot, cell, is_per_cent=column.is_per_cent)
        case "own_hours":
            return hours_of(slot, cell)
        case "own_money" | "own_full_time_nok" | "own_hours_nok" | "applied":
            return amount_of(slot, "0" if is_nothing(cell) else cell, is_in_thousands=column.is_in_thousands)
        case "what" | "party" | "year" | "amount" | "sum" | "aside":
            raise ValueError(column.role)
        case _:
            assert_never(column.role)


def _kinds(view: View, found: dict[str, BroughtAnswer]) -> Iterator[BroughtAnswer]:
    """A party that brings something is said to bring that sort of thing, beside what it said before."""
    asked = view.context.form.questions().get("own_kinds")
    options = getattr(asked.kind, "options", ()) if asked is not None else ()
    for party in view.parties():
        slots = [slot for name in found if (slot := to_slot(name)) is not None and slot.party == party.id]
        brings = {KIND_OF[role] for role in KIND_OF if any(slot.question == role for slot in slots)}
        standing = view.value("own_kinds", party.id) or []
        kinds = [kind for kind in options if kind in brings or (kind in standing and kind != NO_KIND)]
        if brings and kinds != standing:
            yield BroughtAnswer(slot=slot_name("own_kinds", party.id), value=kinds)
