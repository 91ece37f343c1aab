"""What each column of a table holds: by its header in any of the languages, else by what stands in it."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dialogs.brought import NotRead
from dialogs.column_words import OF_PARTY, YEAR, ColumnWords, Role, says_per_cent, says_thousands, years_in
from dialogs.grids import Grid, grid_of
from dialogs.party_names import PartyNames

LAST_HEADER_ROW = 6
_AMOUNT = re.compile(
    r"(?:(?:kr|nok)[.:]? ?)?[-(]?[0-9][0-9 .,'\u00a0\u202f]*\)?"
    r"(?: ?(?:,-|kr|nok|kroner|tkr|k|mill?\.?|mnok|millioner|tusen|thousand|million)\.?)?"
)
_DATE = re.compile(r"[0-9]{1,2}\. ?[0-9]{1,2}\. ?(?:[0-9]{2}){1,2}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EVIDENCE = re.compile(r"[a-z]|(?:[^0-9]*[0-9]){3}")
"""Three digits or a unit: smaller figures count many other things than kroner."""


@dataclass(frozen=True, slots=True)
class Column:
    role: Role
    header: str = ""
    party: str = ""
    """Whose amounts these are, where the header says it."""
    year: int = 0
    is_in_thousands: bool = False
    is_per_cent: bool = False

    @property
    def holds_amounts(self) -> bool:
        return self.role == "amount" or self.role in OF_PARTY


@dataclass(frozen=True, slots=True)
class Columns:
    columns: tuple[Column, ...]
    first_row: int
    """Of the rows below the header, counted from 0."""
    unnamed: tuple[str, ...] = ()
    """Letters of columns without a header that hold something which is not used."""

    def of(self, *roles: Role) -> list[int]:
        return [at for at, column in enumerate(self.columns) if column.role in roles]


def is_year(cell: str) -> bool:
    return YEAR.fullmatch(cell) is not None


def looks_like_amount(cell: str) -> bool:
    """Cheap and generous: whether it is one is for the reader of amounts to say."""
    said = cell.strip().lower()
    return not is_year(said) and _DATE.fullmatch(said) is None and _AMOUNT.fullmatch(said) is not None


def looks_like_table(text: str, words: ColumnWords, *, may_be_one_row: bool) -> bool:
    """Several rows with amounts in about every one below a header. One row alone needs tabs between its cells."""
    grid = grid_of(text)
    if grid is None or "@" in text:
        return False
    rows = [row for row in grid if any(row)]
    if len(rows) == 1:
        return may_be_one_row and any(map(_is_surely_amount, rows[0]))
    is_headed = any(
        sum(words.role_of(cell) is not None for cell in row) > 1 for row in rows[:LAST_HEADER_ROW]
    )
    is_one = looks_like_amount if is_headed else _is_surely_amount
    with_amount = sum(any(map(is_one, row)) for row in rows)
    return with_amount > 0 and with_amount * 2 >= len(rows) - 1


def _is_surely_amount(cell: str) -> bool:
    return looks_like_amount(cell) and _EVIDENCE.match(cell.lower()) is not None


def columns_of(grid: Grid, words: ColumnWords, parties: PartyNames) -> Columns | NotRead:
    width = max((len(row) for row in grid), default=0)
    for at, row in enumerate(grid[:LAST_HEADER_ROW]):
        if any(map(looks_like_amount, row)):
            break
        header = _header(row, words, parties)
        if header is not None:
            header = (*header, *(Column("aside"),) * (width - len(header)))
            title = next((role for above in grid[:at] if (role := _role_of_title(above, words))), None)
            return _checked(_completed(grid, at + 1, header, parties, title), at + 1, grid)
    return _checked(_completed(grid, 0, (Column("aside"),) * width, parties, None), 0, grid)


def _role_of_title(row: Sequence[str], words: ColumnWords) -> Role | None:
    """«Søknadsbeløp per part», over the table."""
    role = next((words.role_of(cell) for cell in row if cell), None)
    return role if role in OF_PARTY else None


def _header(row: Sequence[str], words: ColumnWords, parties: PartyNames) -> tuple[Column, ...] | None:
    """None where too little of it is known."""
    found = tuple(_named(cell, words, parties) for cell in row)
    named_by_words = sum(column.role != "aside" and not column.party for column in found)
    named = named_by_words + len({column.party for column in found if column.party})
    filled = sum(bool(cell) for cell in row)
    is_header = filled > 1 and (named > 1 or (named_by_words == 1 and filled == 2))
    return found if is_header else None


def _named(cell: str, words: ColumnWords, parties: PartyNames) -> Column:
    years = years_in(cell)
    year = years[0] if len(years) == 1 else 0
    role = words.role_of(cell)
    party = ""
    if role in (None, "what", "aside"):
        named = parties.named(YEAR.sub("", cell).strip(" ,:–-"))
        party = named[0] if len(named) == 1 else ""
    if party or (year and role in (None, "what", "sum")):
        role = "amount"
    return Column(role or "aside", cell, party, year, says_thousands(cell), says_per_cent(cell))


def _completed(
    grid: Grid, first: int, header: tuple[Column, ...], parties: PartyNames, title: Role | None
) -> tuple[Column, ...]:
    """The header's columns, with what stands in those that it does not name, or names as something else."""
    is_named = any(column.header for column in header)
    cells = [[row[at] for row in grid[first:] if at < len(row) and row[at]] for at in range(len(header))]
    holds = [_holds(column, parties) for column in cells]
    columns = list(header)
    for at, column in enumerate(header):
        if not column.header and not (is_named and holds[at] == "amount"):
            columns[at] = replace(column, role=holds[at])
        elif column.role in ("what", *OF_PARTY) and not column.year and holds[at] == "party":
            columns[at] = replace(column, role="party")  # «Søknadsbeløp» over the parties' names
            title = column.role if column.role in OF_PARTY else title
        elif column.role == "what" and holds[at] == "amount":
            columns[at] = replace(column, role="amount")  # «Kostnad» over the amounts
    roles = {column.role for column in columns}
    if "what" not in roles and not (title and "party" in roles):
        text = next((at for at, c in enumerate(columns) if c.role == "aside" and holds[at] == "what"), None)
        if text is not None:
            columns[text] = replace(columns[text], role="what")
    if not any(column.holds_amounts for column in columns):
        sums = [at for at, column in enumerate(columns) if column.role == "sum"]
        if len(sums) == 1:
            columns[sums[0]] = replace(columns[sums[0]], role="amount")
    if title is not None and "party" in roles and "what" not in {c.role for c in columns}:
        columns = [replace(c, role=title) if c.role == "amount" else c for c in columns]
    return tuple(columns)


def _holds(cells: Sequence[str], parties: PartyNames) -> Role:
    if not cells or _are_numbers_of_rows(cells):
        return "aside"
    if _most(cells, is_year):
        return "year"
    if _most(cells, looks_like_amount):
        return "amount"
    return "party" if _most(cells, lambda cell: bool(parties.named(cell))) else "what"


def _most(cells: Sequence[str], is_one: Callable[[str], bool]) -> bool:
    return sum(map(is_one, cells)) * 2 > len(cells)


def _are_numbers_of_rows(cells: Sequence[str]) -> bool:
    numbers = [cell.rstrip(".)") for cell in cells]
    return numbers == [str(number) for number in range(1, len(cells) + 1)]


def _checked(columns: tuple[Column, ...], first: int, grid: Grid) -> Columns | NotRead:
    found = Columns(columns, first)
    amounts = found.of("amount")
    if not any(column.holds_amounts for column in columns):
        return NotRead(code="no_amounts")
    plain_amounts = [at for at in amounts if not columns[at].year and not columns[at].party]
    if len(plain_amounts) > 1:
        return NotRead(code="which_amount")
    if plain_amounts and len(amounts) > 1:  # beside those of years or parties, it is their sum
        columns = tuple(
            replace(column, role="sum") if at in plain_amounts else column
            for at, column in enumerate(columns)
        )
    unnamed = tuple(
        chr(ord("A") + at)
        for at, column in enumerate(columns)
        if column.role == "aside"
        and not column.header
        and at < 26
        and not _are_numbers_of_rows([row[at] for row in grid[first:] if at < len(row) and row[at]])
        and any(at < len(row) and row[at] for row in grid[first:])
    )
    return Columns(columns, first, unnamed)
