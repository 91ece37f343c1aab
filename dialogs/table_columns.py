"""What each column of a table holds: by its header in any of the languages, else by what stands in it."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from rapidfuzz import fuzz

from dialogs.brought import NotRead
from dialogs.grids import Grid, grid_of
from dialogs.party_names import PartyNames
from dialogs.person import LANGUAGES
from dialogs.spelling import plain
from dialogs.texts.catalogues import Texts

OfParty = Literal["own_money", "own_full_time", "own_full_time_nok", "own_hours", "own_hours_nok", "applied"]
Role = Literal["what", "party", "year", "amount", "sum", "aside"] | OfParty
OF_PARTY: tuple[str, ...] = get_args(OfParty)
NAMED: tuple[Role, ...] = ("what", "party", "year", "amount", "sum", "aside", *get_args(OfParty))

LAST_HEADER_ROW = 5
LIKE_ENOUGH = 88
SHORTEST_WITH_TYPOS = 5
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_AMOUNT = re.compile(
    r"(?:(?:kr|nok)[.:]? ?)?[-(]?[0-9][0-9 .,'\u00a0\u202f]*\)?"
    r"(?: ?(?:,-|kr|nok|kroner|tkr|k|mill?\.?|mnok|millioner|tusen|thousand|million)\.?)?"
)
_THOUSANDS = re.compile(
    r"\b(?:tkr|tnok|kkr|nok 1 ?000|(?:i )?1 ?000 ?(?:kr|nok|kroner)|kr 1 ?000|tusen|thousands?)\b"
)
_UNIT = re.compile(
    r"[(\[{][^)\]}]*[)\]}]|\b(?:i |in )?(?:hele? |heile |whole )?(?:kr|nok|kroner|kronar)\b\.?"
)


@dataclass(frozen=True, slots=True)
class Column:
    role: Role
    header: str = ""
    party: str = ""
    """Whose amounts these are, where the header says it."""
    year: int = 0
    is_in_thousands: bool = False

    @property
    def holds_amounts(self) -> bool:
        return self.role == "amount" or self.role in OF_PARTY


@dataclass(frozen=True, slots=True)
class Columns:
    columns: tuple[Column, ...]
    first_row: int
    """Of the rows below the header, counted from 0."""

    def of(self, *roles: Role) -> list[int]:
        return [at for at, column in enumerate(self.columns) if column.role in roles]


def is_year(cell: str) -> bool:
    return _YEAR.fullmatch(cell) is not None


def looks_like_amount(cell: str) -> bool:
    """Cheap and generous: whether it is one is for the reader of amounts to say."""
    return not is_year(cell) and _AMOUNT.fullmatch(cell.strip().lower()) is not None


def looks_like_table(text: str, *, may_be_one_row: bool) -> bool:
    """Several rows, amounts in about every one below the header. One row alone needs tabs between its cells."""
    grid = grid_of(text)
    if grid is None:
        return False
    rows = [row for row in grid if any(row)]
    with_amount = sum(any(map(looks_like_amount, row)) for row in rows)
    if len(rows) == 1:
        return may_be_one_row and with_amount == 1
    return with_amount > 0 and with_amount * 2 >= len(rows) - 1


class ColumnWords:
    """How headers and rows of sums are called, made once for a reading."""

    def __init__(self, texts: Texts) -> None:
        self._roles: Mapping[Role, frozenset[str]] = {
            role: frozenset(
                plain(phrase)
                for language in LANGUAGES
                for phrase in texts.phrases(language, f"c-column-{role}")
            )
            for role in NAMED
        }

    def role_of(self, header: str) -> Role | None:
        """As it is called, else by the longest of the names that it holds."""
        said = plain(_UNIT.sub(" ", _YEAR.sub(" ", header.lower())))
        if not said:
            return None
        held: list[tuple[int, Role]] = []
        for role, phrases in self._roles.items():
            if said in phrases:
                return role
            for phrase in phrases:
                if f" {phrase} " in f" {said} " or _is_nearly(said, phrase):
                    held.append((len(phrase), role))
        return max(held, default=(0, None))[1]

    def names_sum(self, cell: str) -> bool:
        said = plain(_UNIT.sub(" ", _YEAR.sub(" ", cell.lower())))
        return any(said == phrase or said.startswith(f"{phrase} ") for phrase in self._roles["sum"])


def _is_nearly(said: str, phrase: str) -> bool:
    return len(phrase) >= SHORTEST_WITH_TYPOS and fuzz.ratio(said, phrase) >= LIKE_ENOUGH


def columns_of(grid: Grid, words: ColumnWords, parties: PartyNames) -> Columns | NotRead:
    width = max((len(row) for row in grid), default=0)
    for at, row in enumerate(grid[:LAST_HEADER_ROW]):
        header = _header(row, words, parties, width)
        if header is not None:
            return _checked(_without_header(grid, at + 1, header, parties), at + 1)
    return _checked(_without_header(grid, 0, (Column("aside"),) * width, parties), 0)


def _header(
    row: Sequence[str], words: ColumnWords, parties: PartyNames, width: int
) -> tuple[Column, ...] | None:
    """None where the row holds amounts, or too little that is known."""
    if any(looks_like_amount(cell) for cell in row):
        return None
    found = [_named(cell, words, parties) for cell in row]
    known = sum(column.role != "aside" for column in found)
    if known == 0 or (known == 1 and len([cell for cell in row if cell]) > 2):
        return None
    return (*found, *(Column("aside") for _ in range(width - len(found))))


def _named(cell: str, words: ColumnWords, parties: PartyNames) -> Column:
    year = int(found[0]) if (found := _YEAR.search(cell)) else 0
    thousands = _THOUSANDS.search(cell.lower()) is not None
    role = words.role_of(cell)
    if role in (None, "what", "aside"):
        named = parties.named(_YEAR.sub("", cell).strip(" ,:–-"))
        if len(named) == 1:
            return Column("amount", cell, named[0], year, thousands)
    if role is None:
        role = "amount" if year else "aside"
    return Column(role, cell, "", year, thousands)


def _without_header(
    grid: Grid, first: int, header: tuple[Column, ...], parties: PartyNames
) -> tuple[Column, ...]:
    """The header's columns, and what stands in those that it does not name."""
    is_named = any(column.header for column in header)
    columns = []
    for at, column in enumerate(header):
        cells = [row[at] for row in grid[first:] if at < len(row) and row[at]]
        holds = _holds(cells, parties)
        if column.role == "aside" and not column.header and cells:
            columns.append(replace(column, role=holds if not is_named or holds != "amount" else "aside"))
        elif column.role in ("what", *OF_PARTY) and not column.year and holds == "party":
            columns.append(replace(column, role="party"))  # «Søknadsbeløp» over the parties' names
        else:
            columns.append(column)
    if not any(column.holds_amounts for column in columns):
        sums = [at for at, column in enumerate(columns) if column.role == "sum"]
        if len(sums) == 1:
            columns[sums[0]] = replace(columns[sums[0]], role="amount")
    return tuple(columns)


def _holds(cells: Sequence[str], parties: PartyNames) -> Role:
    if not cells:
        return "aside"
    for role, is_one in (
        ("year", is_year),
        ("amount", looks_like_amount),
        ("party", lambda cell: bool(parties.named(cell))),
    ):
        if sum(map(is_one, cells)) * 2 > len(cells):
            return role  # type: ignore[return-value]  # a Literal that mypy takes for a str in the tuple
    return "what"


def _checked(columns: tuple[Column, ...], first: int) -> Columns | NotRead:
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
    return Columns(columns, first)
