"""What was read of a table or a file: cost lines and answers, as they are shown before they are taken."""

from __future__ import annotations

from typing import Any, Literal

from dialogs.stored import Frozen

WhyLeftOut = Literal[
    "sum",
    "title",
    "no_amount",
    "financing",
    "year_outside",
    "which_year",
    "no_such_party",
    "twice",
    "too_many",
    "not_asked",
    "not_read",
    "only_typed",
]


class BroughtAnswer(Frozen):
    """One answer as it will be stored: a value, or what was written with what is wrong with it."""

    slot: str
    """For a cost line the question alone: the line is made when it is taken."""
    value: Any = None
    raw: str = ""
    problem: str | None = None
    is_unsure: bool = False
    """The value is likely, and shown beside what was written."""
    revision: int = 0
    """Of the answer that stood there when it was read."""


class BroughtLine(Frozen):
    row: int
    """Counted from one, as it stood."""
    answers: tuple[BroughtAnswer, ...]

    def answer(self, question: str) -> BroughtAnswer | None:
        return next((answer for answer in self.answers if answer.slot == question), None)


class LeftOut(Frozen):
    """A row that is not taken."""

    row: int
    text: str
    why: WhyLeftOut


class Brought(Frozen):
    lines: tuple[BroughtLine, ...] = ()
    answers: tuple[BroughtAnswer, ...] = ()
    phases: tuple[BroughtLine, ...] = ()
    """Of the patient's way, beside those that stand in the draft."""
    left_out: tuple[LeftOut, ...] = ()
    columns_left_out: tuple[str, ...] = ()
    """By their headers."""
    sum_said: int | None = None
    """What the table says its amounts come to, where they do not."""
    is_in_thousands: bool = False
    are_amounts_small: bool = False
    """None reaches 10 000 kroner: perhaps they were meant in thousands."""
    is_of_file: bool = False
    sheets_left_out: tuple[str, ...] = ()
    """By their names."""

    @property
    def is_empty(self) -> bool:
        return not self.lines and not self.answers and not self.phases

    @property
    def answer_count(self) -> int:
        """But for those in cost lines."""
        return len(self.answers) + sum(len(phase.answers) for phase in self.phases)

    def words_left_out(self) -> str:
        """The rows that are not taken and are no sums of those that are."""
        return "\n".join(one.text for one in self.left_out if one.why != "sum")

    def cost_nok(self) -> int:
        """Of the lines whose amount could be read."""
        found = (line.answer("cost_nok") for line in self.lines)
        return sum(answer.value for answer in found if answer is not None and answer.value is not None)


class SentSheet(Frozen):
    name: str
    grid: tuple[tuple[str, ...], ...]


class SheetCosts(Frozen):
    at: int
    """Its place among the sheets."""
    name: str
    count: int
    nok: int


class NotRead(Frozen):
    """A table that could not be read, by the code of the sentence that says what it takes: `e-table_<code>`."""

    code: Literal["no_amounts", "which_amount", "no_what"]
