"""The sheets of a workbook read as one: those with cost lines that are wished, and all with what each party brings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.brought import Brought, BroughtAnswer, LeftOut, NotRead
from dialogs.file_parts import Sheet
from dialogs.party_names import PartyNames
from dialogs.table_costs import with_chosen
from dialogs.tables import read_table
from dialogs.view import View

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class SheetRead:
    at: int
    """Its place in the workbook."""
    name: str
    brought: Brought


@dataclass(frozen=True, slots=True)
class SeveralSheets:
    """Several have cost lines: parts of one budget, or one and an older one. Which are meant is asked."""

    costs: tuple[SheetRead, ...]


def read_sheets(
    sheets: Sequence[Sheet],
    view: View,
    today: date,
    *,
    most_lines: int,
    wanted: Collection[int] | None = None,
) -> Brought | NotRead | SeveralSheets:
    """Never raises, whatever stands in the cells. `wanted`: the places of the sheets whose costs are taken."""
    all_read = [read_table(sheet.grid, view, today, most_lines=most_lines) for sheet in sheets]
    found = [
        SheetRead(at, sheet.name, _with_what_it_is_called(view, sheet.name, read))
        for at, (sheet, read) in enumerate(zip(sheets, all_read, strict=True))
        if isinstance(read, Brought) and not read.is_empty
    ]
    costs = tuple(one for one in found if one.brought.lines)
    if wanted is None and len(costs) > 1:
        return SeveralSheets(costs)
    used = [one for one in found if not one.brought.lines or wanted is None or one.at in wanted]
    if not used:
        return next((read for read in all_read if isinstance(read, NotRead)), NotRead(code="no_amounts"))
    return _together(sheets, used)


def _together(sheets: Sequence[Sheet], used: Sequence[SheetRead]) -> Brought:
    with_costs = [one.brought for one in used if one.brought.lines]
    says_sum = any(read.sum_said is not None for read in with_costs)
    sums = (read.cost_nok() if read.sum_said is None else read.sum_said for read in with_costs)
    answers, twice = _answers(used)
    left_out = [
        one if len(used) == 1 else _named(sheet.name, one) for sheet in used for one in sheet.brought.left_out
    ]
    places = {one.at for one in used}
    return Brought(
        lines=tuple(line for read in with_costs for line in read.lines),
        answers=answers,
        left_out=(*left_out, *twice),
        columns_left_out=tuple(name for one in used for name in one.brought.columns_left_out),
        sum_said=sum(sums) if says_sum else None,
        is_in_thousands=any(one.brought.is_in_thousands for one in used),
        are_amounts_small=bool(with_costs) and all(read.are_amounts_small for read in with_costs),
        is_of_file=True,
        sheets_left_out=tuple(sheet.name for at, sheet in enumerate(sheets) if at not in places),
    )


def _answers(used: Sequence[SheetRead]) -> tuple[tuple[BroughtAnswer, ...], tuple[LeftOut, ...]]:
    """The first that says something of a field is heard; what says otherwise is told to be left out."""
    found: dict[str, BroughtAnswer] = {}
    twice: dict[str, LeftOut] = {}
    for sheet in used:
        for answer in sheet.brought.answers:
            before = found.setdefault(answer.slot, answer)
            if isinstance(before.value, list) and isinstance(answer.value, list):
                more = [code for code in answer.value if code not in before.value]
                found[answer.slot] = before.model_copy(update={"value": [*before.value, *more]})
            elif (before.value, before.raw) != (answer.value, answer.raw):
                twice[sheet.name] = LeftOut(row=0, text=sheet.name, why="twice")
    return tuple(found.values()), tuple(twice.values())


def _with_what_it_is_called(view: View, name: str, read: Brought) -> Brought:
    """«Budsjett 2028» or «Kommunen»: the year or the party of the lines that say none themselves."""
    return with_chosen(view, read, [*_years_in(view, name), *_party_in(view, name)]) if read.lines else read


def _years_in(view: View, name: str) -> Sequence[str]:
    said = {str(year) for year in view.years()}.intersection(_WORD.findall(name))
    return [*said] if len(said) == 1 else ()


def _party_in(view: View, name: str) -> Iterator[str]:
    names = PartyNames(view)
    words = [word for word in _WORD.findall(name) if not word.isdigit()]
    exact = {found[0] for said in (" ".join(words), *words) if len(found := names.named(said)) == 1}
    if len(exact) == 1:
        yield exact.pop()


def _named(sheet: str, left_out: LeftOut) -> LeftOut:
    return left_out.model_copy(update={"text": f"{sheet}: {left_out.text}"})
