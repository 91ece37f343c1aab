"""What every sort of table has: rows with cells under columns, sums, and what is left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dialogs.brought import LeftOut, WhyLeftOut
from dialogs.column_words import ColumnWords
from dialogs.grids import Grid
from dialogs.party_names import PartyNames
from dialogs.table_cells import amount_of
from dialogs.table_columns import Column, Columns, is_year
from dialogs.view import View


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    """Counted from one, as it stood."""
    cells: tuple[str, ...]
    """As many as there are columns."""

    @property
    def text(self) -> str:
        return " · ".join(cell for cell in self.cells if cell)


@dataclass(slots=True)
class Table:
    """A grid whose columns are known, while it is read."""

    grid: Grid
    view: View
    today: date
    columns: Columns
    words: ColumnWords
    parties: PartyNames
    left_out: list[LeftOut] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """Those that hold something of their own; titles, empty rows and sums are left out."""
        width = len(self.columns.columns)
        for number, cells in enumerate(self.grid, 1):
            row = Row(number, (*cells[:width], *("",) * (width - len(cells))))
            if not any(cells) or number == self.columns.first_row:
                continue  # the header is said by being understood
            if number < self.columns.first_row:
                self.leave(row, "title")
            elif any(cell and self.words.names_sum(cell) for cell in row.cells):
                self.leave(row, "sum")
                self._add_sum(row)
            else:
                yield row

    def leave(self, row: Row, why: WhyLeftOut) -> None:
        if not any((one.row, one.why) == (row.number, why) for one in self.left_out):
            self.left_out.append(LeftOut(row=row.number, text=row.text, why=why))

    def amount_columns(self) -> Iterator[tuple[int, Column]]:
        return ((at, column) for at, column in enumerate(self.columns.columns) if column.holds_amounts)

    def year_of(self, row: Row, column: Column) -> str:
        """As it is written over the column or in the row; "" where it is not."""
        said = (row.cells[at] for at in self.columns.of("year") if row.cells[at])
        return str(column.year or "") or next(said, "")

    def is_outside(self, said: str) -> bool:
        """A year that the measure does not last into."""
        years = self.view.years()
        return is_year(said) and bool(years) and int(said) not in years

    def columns_left_out(self) -> tuple[str, ...]:
        """By their headers, and those without by their letters."""
        named = (c.header for c in self.columns.columns if c.role == "aside" and c.header)
        return (*named, *self.columns.unnamed)

    def _add_sum(self, row: Row) -> None:
        read = [
            amount_of("", row.cells[at], is_in_thousands=column.is_in_thousands).value
            for at, column in self.amount_columns()
        ]
        known = [nok for nok in read if nok is not None]
        if known and len(known) == len(read):
            self.sums.append(sum(known))
