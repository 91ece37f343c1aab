"""A table read as cost lines, or as what each party brings and applies for: nothing is guessed in silence."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dialogs import amounts
from dialogs.brought import Brought, BroughtAnswer, BroughtLine, LeftOut, NotRead, WhyLeftOut
from dialogs.fields import line_field
from dialogs.grids import Grid
from dialogs.party_names import PartyNames
from dialogs.reading import read
from dialogs.readings import Taken, Wrong
from dialogs.table_columns import Column, Columns, ColumnWords, columns_of, is_year
from dialogs.view import View

SURE_NOK = 10_000
_DIGITS = re.compile(r"[0-9]{1,10}|[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3}){1,3}")
_NOTHING = ("", "-", "–", "—", "0", "0,-")
PAGE = "cost"
QUESTIONS = ("cost_what", "cost_party", "cost_year", "cost_nok")


def read_table(grid: Grid, view: View, today: date, *, most_lines: int) -> Brought | NotRead:
    """Never raises, whatever stands in the cells."""
    words, parties = ColumnWords(view.context.texts), PartyNames(view)
    columns = columns_of(grid, words, parties)
    if isinstance(columns, NotRead):
        return columns
    if not columns.of("what"):
        return NotRead(code="no_what")
    return _Costs(grid, view, today, columns, words, parties, most_lines).read()


@dataclass(slots=True)
class _Costs:
    grid: Grid
    view: View
    today: date
    columns: Columns
    words: ColumnWords
    parties: PartyNames
    most_lines: int
    lines: list[BroughtLine] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)

    def read(self) -> Brought:
        for at, row in enumerate(self.grid):
            if any(row):
                self._row(at + 1, row, is_above=at < self.columns.first_row)
        found = Brought(lines=tuple(self.lines))
        total = found.cost_nok()
        used = self.columns.columns
        return found.model_copy(
            update={
                "left_out": tuple(self.left_out),
                "columns_left_out": tuple(
                    column.header for column in used if column.role == "aside" and column.header
                ),
                "sum_said": self.sums[0] if len(self.sums) == 1 and self.sums[0] != total else None,
                "is_in_thousands": any(column.is_in_thousands for column in used if column.holds_amounts),
                "are_amounts_small": 0 < max(self._each_nok(), default=0) < SURE_NOK,
            }
        )

    def _each_nok(self) -> list[int]:
        answers = (line.answer("cost_nok") for line in self.lines)
        return [answer.value for answer in answers if answer is not None and answer.value is not None]

    def _row(self, number: int, row: tuple[str, ...], *, is_above: bool) -> None:
        if is_above:
            if number < self.columns.first_row:  # the header itself is said by being understood
                self._leave(number, row, "title")
            return
        cells = [self._cell(row, at) for at in range(len(self.columns.columns))]
        first = next((cell for cell in cells if cell), "")
        if self.words.names_sum(first):
            self._leave(number, row, "sum")
            self._add_sum(cells)
            return
        made = [
            line
            for at, column in enumerate(self.columns.columns)
            if column.role == "amount" and (line := self._line(number, cells, at, column)) is not None
        ]
        if not made:
            self._leave(number, row, "no_amount")
        for line in made:
            if line == "year_outside" or len(self.lines) >= self.most_lines:
                self._leave(number, row, "year_outside" if line == "year_outside" else "too_many")
                return
        self.lines += [line for line in made if isinstance(line, BroughtLine)]

    def _cell(self, row: tuple[str, ...], at: int) -> str:
        return row[at] if at < len(row) else ""

    def _leave(self, number: int, row: tuple[str, ...], why: WhyLeftOut) -> None:
        self.left_out.append(LeftOut(row=number, text=" · ".join(cell for cell in row if cell), why=why))

    def _add_sum(self, cells: list[str]) -> None:
        read = [
            read_cell(cells[at], is_in_thousands=column.is_in_thousands)
            for at, column in enumerate(self.columns.columns)
            if column.role == "amount"
        ]
        if all(isinstance(one, Cell) for one in read):
            self.sums.append(sum(one.nok for one in read if isinstance(one, Cell)))

    def _line(
        self, number: int, cells: list[str], at: int, column: Column
    ) -> BroughtLine | WhyLeftOut | None:
        """None where there is no amount in this column."""
        if cells[at] in _NOTHING:
            return None
        year = self._year(cells, column)
        if year == "outside":
            return "year_outside"
        answers = [self._what(cells), self._party(cells, column), year, self._amount(cells[at], column)]
        return BroughtLine(
            row=number, answers=tuple(one for one in answers if isinstance(one, BroughtAnswer))
        )

    def _what(self, cells: list[str]) -> BroughtAnswer | None:
        texts = [cells[at] for at in self.columns.of("what") if cells[at]]
        if not texts:
            return None
        return self._answer("cost_what", ", ".join(texts))

    def _party(self, cells: list[str], column: Column) -> BroughtAnswer | None:
        if column.party:
            return BroughtAnswer(slot="cost_party", value=column.party)
        said = ", ".join(cells[at] for at in self.columns.of("party") if cells[at])
        if not said:
            return None
        named = self.parties.named(said)
        if len(named) == 1:
            return BroughtAnswer(slot="cost_party", value=named[0])
        return BroughtAnswer(slot="cost_party", raw=said, problem="choose_one")

    def _year(self, cells: list[str], column: Column) -> BroughtAnswer | str | None:
        said = str(column.year or "") or next((cells[at] for at in self.columns.of("year") if cells[at]), "")
        years = self.view.years()
        if not said or not years:
            return None
        if is_year(said) and int(said) not in years:
            return "outside"
        if len(years) == 1 and is_year(said):
            return None  # there is only one, and it is not asked for
        if is_year(said):
            return BroughtAnswer(slot="cost_year", value=said)
        return BroughtAnswer(slot="cost_year", raw=said, problem="choose_one")

    def _amount(self, cell: str, column: Column) -> BroughtAnswer:
        read = read_cell(cell, is_in_thousands=column.is_in_thousands)
        if isinstance(read, str):
            return BroughtAnswer(slot="cost_nok", raw=cell, problem=read)
        return BroughtAnswer(
            slot="cost_nok", value=read.nok, raw=cell if read.is_unsure else "", is_unsure=read.is_unsure
        )

    def _answer(self, question: str, raw: str) -> BroughtAnswer:
        asked = line_field(self.view.context.form, question)
        match read(self.view, asked, raw, self.today):
            case Taken(value=value):
                return BroughtAnswer(slot=question, value=value)
            case Wrong() as wrong:
                return BroughtAnswer(slot=question, raw=raw, problem=wrong.as_problem())
            case _:
                return BroughtAnswer(slot=question, raw=raw, problem="unconfirmed")


@dataclass(frozen=True, slots=True)
class Cell:
    nok: int
    is_unsure: bool = False


def read_cell(cell: str, *, is_in_thousands: bool = False) -> Cell | str:
    """Whole kroner, or the code of what is wrong. Plain digits under a header of amounts are sure."""
    if _DIGITS.fullmatch(cell) and not is_in_thousands:
        nok = int("".join(sign for sign in cell if sign.isdigit()))
        return Cell(nok) if nok <= amounts.LARGEST_NOK else "amount_too_large"
    match amounts.read_amount(f"{cell} tusen" if is_in_thousands else cell):
        case amounts.Amount(nok=nok):
            return Cell(nok)
        case amounts.Doubtful(nok=nok):
            return Cell(nok, is_unsure=True)
        case amounts.PerYear():
            return "amount_one_year"
        case amounts.Each():
            return "amount_one_amount"
        case amounts.Refused(code=code):
            return f"amount_{code}"
