"""What leaves as Excel is typed: sums can be made, and nothing that people wrote is run."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from storage.filing.workbook import Column, Sheet, Workbook, render_workbook

CREATED = datetime(2026, 11, 14, 14, 42, tzinfo=UTC)
APPLICATIONS = Sheet(
    name="Søknader",
    columns=(
        Column("Saksnummer", 18),
        Column("Tiltak", 40),
        Column("Søknadsbeløp", number_format="#,##0"),
        Column("Årsverk"),
        Column("Mottatt"),
        Column("Prioritet", 10),
    ),
    rows=(
        ("RST-2026-K7MP4", "Felles akutteam", 1_200_000, Decimal("1.5"), date(2026, 11, 14), None),
        ("RST-2026-Q4NR8", "=1+1", 300_000, Decimal("0.2"), date(2026, 11, 30), None),
    ),
    sums_row=("Sum", None, 1_500_000, Decimal("1.7"), None, None),
    summary=(("Ramme", 10_000_000), ("Rest av rammen", 8_500_000)),
    frozen_columns=1,
)


def opened(sheet: Sheet) -> Worksheet:
    package = render_workbook(Workbook("Søknader 2026", (sheet,)), created=CREATED)
    worksheet = openpyxl.load_workbook(io.BytesIO(package)).worksheets[0]
    assert isinstance(worksheet, Worksheet)
    return worksheet


def one_cell(text: str) -> Sheet:
    return Sheet("Ark", (Column("Tekst"),), ((text,),))


def as_excel_reads(held: object) -> str:
    """Excel turns _x0041_ back into the character; openpyxl leaves that to its caller."""
    assert isinstance(held, str)
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda escape: chr(int(escape[1], 16)), held)


def test_the_committees_sheet_has_typed_cells_sums_and_empty_columns_to_fill_in() -> None:
    sheet = opened(APPLICATIONS)
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Saksnummer", "Tiltak", "Søknadsbeløp", "Årsverk", "Mottatt", "Prioritet"],
        ["RST-2026-K7MP4", "Felles akutteam", 1_200_000, 1.5, datetime(2026, 11, 14), None],  # noqa: DTZ001
        ["RST-2026-Q4NR8", "=1+1", 300_000, 0.2, datetime(2026, 11, 30), None],  # noqa: DTZ001
        ["Sum", None, 1_500_000, 1.7, None, None],
        [None] * 6,
        ["Ramme", 10_000_000, None, None, None, None],
        ["Rest av rammen", 8_500_000, None, None, None, None],
    ]
    assert sheet.title == "Søknader"
    assert sheet["C2"].number_format == "#,##0"
    assert sheet["E2"].is_date
    assert sheet["E2"].number_format == "dd.mm.yyyy"
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:F3"
    assert sheet.column_dimensions["B"].width == 40
    assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("https://example.org")',
        "+47 00000000",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "#N/A",
        "TRUE",
        "1e5",
        "007",
    ],
)
def test_what_looks_like_a_formula_a_number_or_an_error_stays_text(text: str) -> None:
    cell = opened(one_cell(text))["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix is text.startswith(("=", "+", "-", "@", "\t"))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t=+-@_x00")))
def test_every_text_that_is_accepted_comes_out_of_excel_as_it_went_in(text: str) -> None:
    held = opened(one_cell(text))["A2"].value
    expected = text.replace("\ufffe", "▯").replace("\uffff", "▯")
    assert ("" if held is None else as_excel_reads(held)) == expected


def test_an_escape_that_only_excel_knows_is_not_run() -> None:
    assert opened(one_cell("_x0041_ og _x000D_"))["A2"].value == "_x005F_x0041_ og _x005F_x000D_"


def test_control_characters_and_lone_surrogates_are_shown_as_something_missing() -> None:
    assert opened(one_cell("a\x00b\x1bc\ud800d"))["A2"].value == "a▯b▯c▯d"


def test_a_text_longer_than_a_cell_holds_is_cut_so_that_it_shows() -> None:
    held = opened(one_cell("x" * 40_000))["A2"].value
    assert isinstance(held, str)
    assert len(held) == 32_767
    assert held.endswith("x […]")


def test_what_a_sheet_cannot_show_is_refused() -> None:
    with pytest.raises(ValueError, match="NaN"):
        opened(Sheet("Ark", (Column("Beløp"),), ((Decimal("NaN"),),)))
    with pytest.raises(ValueError, match="time"):
        opened(Sheet("Ark", (Column("Tid"),), ((CREATED,),)))
    with pytest.raises(ValueError, match="2 cells under 1"):
        Sheet("Ark", (Column("Tekst"),), (("a", "b"),))


def test_a_sheets_name_is_made_one_that_excel_takes() -> None:
    sheet = Sheet("Søknader [2026]: Agder/Østfold og mange andre", (Column("Tekst"),), ())
    assert opened(sheet).title == "Søknader 2026 Agder Østfold og"


def test_the_same_workbook_gives_the_same_bytes_and_says_when_it_was_made() -> None:
    workbook = Workbook("Søknader 2026", (APPLICATIONS,))
    package = render_workbook(workbook, created=CREATED)
    assert package == render_workbook(workbook, created=CREATED)
    properties = openpyxl.load_workbook(io.BytesIO(package)).properties
    assert properties.created == CREATED.replace(tzinfo=None)
    assert properties.modified == CREATED.replace(tzinfo=None)
    assert {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(package)).infolist()} == {1980}
