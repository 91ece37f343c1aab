"""Tables as an Excel file: numbers are numbers, dates are dates, and what people wrote stays text."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
from openpyxl.cell import Cell as ExcelCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from storage.filing.office import same_bytes_each_time, xml_text

Value = str | int | Decimal | date | None
"""None leaves the cell empty, for people to fill in. A date is a day; times are put as text."""

_LONGEST_TEXT_CHARACTERS = 32_767
"""What Excel's cells hold; openpyxl would cut without a word."""
_CUT = " […]"
_LOOKS_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t")
_LOOKS_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_SHEET_NAME_CHARACTERS = 31
_BOLD = Font(name="Calibri", size=11, bold=True)


@dataclass(frozen=True, slots=True)
class Column:
    header: str
    width: int = 16
    """In characters."""
    number_format: str | None = None
    """Excel's own code. None: 1 200 000 for whole numbers, up to four decimals, 31.12.2026 for days."""


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    sums_row: tuple[Value, ...] | None = None
    """Right under the rows: computed by whoever made the sheet, so that every viewer shows it."""
    summary: tuple[tuple[str, Value], ...] = ()
    """Lines under it all, a label and a value: the frame, what is left of it."""
    frozen_columns: int = 0
    """How many stay in sight when one scrolls to the right; the headers always do."""

    def __post_init__(self) -> None:
        for row in (*self.rows, *([self.sums_row] if self.sums_row is not None else [])):
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells under {len(self.columns)} headers")


@dataclass(frozen=True, slots=True)
class Workbook:
    title: str
    sheets: tuple[Sheet, ...]


def render_workbook(workbook: Workbook, *, created: datetime) -> bytes:
    """The same workbook and time give the same bytes. Call it off the event loop."""
    excel = openpyxl.Workbook()
    for unasked in excel.worksheets:
        excel.remove(unasked)
    for sheet in workbook.sheets:
        _write(excel.create_sheet(_sheet_name(sheet.name)), sheet)
    properties = excel.properties
    properties.title, properties.creator = xml_text(workbook.title), ""
    package = io.BytesIO()
    excel.save(package)
    properties.created = properties.modified = created.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    return same_bytes_each_time(
        package.getvalue(), but=[("docProps/core.xml", tostring(properties.to_tree()))]
    )


def _write(drawn: Worksheet, sheet: Sheet) -> None:
    heavy, thin = Side(style="medium", color="123F5E"), Side(style="thin", color="1B1F23")
    for number, column in enumerate(sheet.columns, start=1):
        header = _fill(drawn, 1, number, column.header, column)
        header.font, header.border = _BOLD, Border(bottom=heavy)
        if any(isinstance(row[number - 1], int | Decimal) for row in sheet.rows):
            header.alignment = Alignment(wrap_text=True, vertical="top", horizontal="right")
        header.fill = PatternFill("solid", fgColor="F2F5F7")
        drawn.column_dimensions[get_column_letter(number)].width = column.width
    row_number = 1
    for row in sheet.rows:
        row_number += 1
        _fill_row(drawn, row_number, row, sheet.columns)
    drawn.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{row_number}"
    if sheet.sums_row is not None:
        row_number += 1
        for cell in _fill_row(drawn, row_number, sheet.sums_row, sheet.columns):
            cell.font, cell.border = _BOLD, Border(top=thin)
    row_number += 1
    for label, value in sheet.summary:
        row_number += 1
        _fill(drawn, row_number, 1, label, Column("")).font = _BOLD
        _fill(drawn, row_number, 2, value, Column(""))
    drawn.freeze_panes = f"{get_column_letter(1 + sheet.frozen_columns)}2"
    drawn.print_title_rows = "1:1"
    drawn.page_setup.orientation = "landscape"
    drawn.page_setup.paperSize = drawn.PAPERSIZE_A4
    drawn.page_setup.fitToWidth, drawn.page_setup.fitToHeight = 1, 0
    drawn.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _fill_row(
    drawn: Worksheet, row_number: int, row: Sequence[Value], columns: Sequence[Column]
) -> list[ExcelCell]:
    return [
        _fill(drawn, row_number, number, value, column)
        for number, (value, column) in enumerate(zip(row, columns, strict=True), start=1)
    ]


def _fill(drawn: Worksheet, row: int, number: int, value: Value, column: Column) -> ExcelCell:
    cell = drawn.cell(row=row, column=number)
    if not isinstance(cell, ExcelCell):
        raise TypeError("merged cells are never made here")
    match value:
        case None:
            pass
        case str():
            cell.value = _cell_text(value)
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(_LOOKS_LIKE_A_FORMULA)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        case Decimal() if not value.is_finite():
            raise ValueError("a sheet shows no infinity and no NaN")
        case int() | Decimal():
            cell.value = value
            cell.number_format = column.number_format or ("#,##0" if isinstance(value, int) else "#,##0.####")
            cell.alignment = Alignment(vertical="top")
        case datetime():
            raise ValueError("Excel knows no time zones: put a time as text")
        case date():
            cell.value = value
            cell.number_format = column.number_format or "dd.mm.yyyy"
            cell.alignment = Alignment(vertical="top", horizontal="left", indent=1)
    return cell


def _cell_text(text: str) -> str:
    """As Excel holds it: «_x0041_» would be read as an A, and what is too long is cut so that it shows."""
    held = _LOOKS_LIKE_AN_ESCAPE.sub("_x005F_", xml_text(text))
    if len(held) <= _LONGEST_TEXT_CHARACTERS:
        return held
    return held[: _LONGEST_TEXT_CHARACTERS - len(_CUT)] + _CUT


def _sheet_name(name: str) -> str:
    allowed = " ".join(_NOT_IN_A_SHEET_NAME.sub(" ", xml_text(name)).split())
    return allowed[:_LONGEST_SHEET_NAME_CHARACTERS].strip("' ")
