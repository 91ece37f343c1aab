"""The sheets of a workbook as rows of text, as they are seen: shown values, no formulas, no hidden sheets."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from storage.filing.packages import CONTENT_TYPES, Refused

MOST_ROWS = 500
MOST_COLUMNS = 30
MOST_SHEETS = 20
MOST_CHARACTERS = 60_000
_MAIN = re.compile(rb"spreadsheetml\.(?:sheet|template)\.main\+xml")
_FORMAT_PARTS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
"""What a number's format shows beside the number: words, colours, room."""

Rows = list[list[str]]


def is_workbook(parts: Mapping[str, bytes]) -> bool:
    return _MAIN.search(parts[CONTENT_TYPES]) is not None


def read_sheets(packed: bytes) -> list[tuple[str, Rows]]:
    """Each visible sheet with anything in it: its name and its rows. Of a package that was checked. Raises Refused."""
    try:
        workbook = openpyxl.load_workbook(
            io.BytesIO(packed), read_only=True, data_only=True, keep_links=False
        )
        sheets = [
            (sheet.title, _rows(sheet)) for sheet in workbook.worksheets if sheet.sheet_state == "visible"
        ]
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError) as wrong:
        raise Refused("damaged") from wrong
    except (SyntaxError, zipfile.BadZipFile, OSError) as wrong:
        raise Refused("damaged") from wrong
    found = [(name, rows) for name, rows in sheets if any(any(row) for row in rows)]
    if not found:
        raise Refused("no_cells")
    if sum(len(cell) for _, rows in found for row in rows for cell in row) > MOST_CHARACTERS:
        raise Refused("too_much_text")
    return found[:MOST_SHEETS]


def _rows(sheet: Any) -> Rows:
    rows: Rows = []
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1), 1):
        row = [cell_text(cell.value, str(getattr(cell, "number_format", ""))) for cell in cells]
        if (number > MOST_ROWS and any(row)) or any(row[MOST_COLUMNS:]):
            raise Refused("too_many_cells")
        while row and not row[-1]:
            row.pop()
        rows.append(row)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def cell_text(value: object, number_format: str) -> str:
    """As it is seen, so far as it matters: a number that is shown without decimals has none."""
    match value:
        case None:
            return ""
        case bool():
            return ""
        case int() | float() | Decimal():
            return _number(value, number_format)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return " ".join(str(value).split())


def _number(value: int | float | Decimal, number_format: str) -> str:
    shown = _FORMAT_PARTS.sub("", number_format.split(";")[0])
    try:
        exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if "%" in shown:
            return f"{_plain(exact * 100, 4)} %"
        has_decimals = "." in shown or shown.lower() in ("general", "", "@") or "e" in shown.lower()
        return _plain(exact, 6 if has_decimals else 0)
    except InvalidOperation:
        return repr(value)


def _plain(number: Decimal, decimals: int) -> str:
    """In Norwegian, without a decimal that says nothing."""
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{rounded:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")
