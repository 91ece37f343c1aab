"""The sheets of a workbook read as one: the first with cost lines, and the first with what each party brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dialogs.brought import Brought, LeftOut, NotRead
from dialogs.file_parts import Sheet
from dialogs.tables import read_table
from dialogs.view import View


def read_sheets(sheets: Sequence[Sheet], view: View, today: date, *, most_lines: int) -> Brought | NotRead:
    """Never raises, whatever stands in the cells."""
    all_read = [(sheet, read_table(sheet.grid, view, today, most_lines=most_lines)) for sheet in sheets]
    found = [(sheet, read) for sheet, read in all_read if isinstance(read, Brought) and not read.is_empty]
    taken = [next((one for one in found if one[1].lines), None), next(_of_parties(found), None)]
    used = [one for one in taken if one is not None]
    if not used:
        return next((read for _, read in all_read if isinstance(read, NotRead)), NotRead(code="no_amounts"))
    costs = next((read for _, read in used if read.lines), Brought())
    is_one = len(used) == 1
    return costs.model_copy(
        update={
            "answers": tuple(answer for _, read in used for answer in read.answers),
            "left_out": tuple(
                one if is_one else _named(sheet, one) for sheet, read in used for one in read.left_out
            ),
            "columns_left_out": tuple(name for _, read in used for name in read.columns_left_out),
            "is_in_thousands": any(read.is_in_thousands for _, read in used),
            "is_of_file": True,
            "sheets_left_out": tuple(sheet.name for sheet in sheets if all(sheet is not s for s, _ in used)),
        }
    )


def _of_parties(found: Sequence[tuple[Sheet, Brought]]) -> Iterator[tuple[Sheet, Brought]]:
    return (one for one in found if one[1].answers)


def _named(sheet: Sheet, left_out: LeftOut) -> LeftOut:
    return left_out.model_copy(update={"text": f"{sheet.name}: {left_out.text}"})
