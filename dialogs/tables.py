"""A table read as cost lines, or as what each party brings and applies for: nothing is guessed in silence."""

from __future__ import annotations

from datetime import date

from dialogs.brought import Brought, NotRead
from dialogs.column_words import ColumnWords
from dialogs.grids import Grid
from dialogs.party_names import PartyNames
from dialogs.table_columns import columns_of
from dialogs.table_costs import read_costs
from dialogs.table_rows import Table
from dialogs.table_shares import holds_shares, read_shares
from dialogs.view import View


def read_table(grid: Grid, view: View, today: date, *, most_lines: int) -> Brought | NotRead:
    """Never raises, whatever stands in the cells. `most_lines` of costs."""
    words, parties = ColumnWords(view.context.texts), PartyNames(view)
    columns = columns_of(grid, words, parties)
    if isinstance(columns, NotRead):
        return columns
    table = Table(grid, view, today, columns, words, parties)
    if holds_shares(columns.columns):
        return read_shares(table)
    if not columns.of("what"):
        return NotRead(code="no_what")
    return read_costs(table, most_lines=most_lines)
