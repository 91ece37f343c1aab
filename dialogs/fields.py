"""What a page asks: its fields for one party or line and for each year, laid out once for all drafts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dialogs.questions import Page, Question, Section
from dialogs.slots import Slot, slot_name

MOST_LAID_OUT = 20_000


@dataclass(frozen=True, slots=True)
class Instance:
    """A page as it stands for one party or one line: what one card shows."""

    section: Section
    page: Page
    party: str | None = None
    line: str | None = None

    @property
    def id(self) -> str:
        return slot_name(self.page.name, self.party, self.line)


@dataclass(frozen=True, slots=True)
class Field:
    """A slot that can be asked, with its question and the page it stands on."""

    slot: Slot
    question: Question
    instance: Instance
    id: str
    """The slot as it is written, which is what answers are stored under."""


LaidOut = tuple[tuple[Question, tuple[Field, ...]], ...]


class Layout:
    """Making the fields anew for every draft would be most of a turn's work, and they are the same in all."""

    def __init__(self) -> None:
        self.instance = lru_cache(MOST_LAID_OUT)(Instance)
        self.fields = lru_cache(MOST_LAID_OUT)(_fields)


def _fields(instance: Instance, years: tuple[int, ...]) -> LaidOut:
    """Each question of the page with its fields: one, or one for each year."""
    return tuple(
        (
            question,
            tuple(_field(question, instance, year) for year in (years if question.by_year else (None,))),
        )
        for question in instance.page.questions
    )


def _field(question: Question, instance: Instance, year: int | None) -> Field:
    slot = Slot(question.name, instance.party, instance.line, year)
    return Field(slot, question, instance, str(slot))
