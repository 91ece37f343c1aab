"""What a page asks: its fields for one party or line and for each year, laid out once for all drafts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dialogs.questions import Form, Page, Question, Section
from dialogs.slots import Slot, slot_name, to_slot

FIRST_LINE = "1"
MOST_LAID_OUT = 2_000


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


@dataclass(frozen=True, slots=True)
class Pages:
    """All that can be asked of some parties, in some lines and years; whether it is depends on the answers."""

    instances: tuple[Instance, ...]
    """In the form's order, each page once for each party or line it stands for."""
    by_id: Mapping[str, Instance]
    questions: tuple[tuple[Question, Instance, tuple[Field, ...]], ...]
    """Each with its fields: one, or one for each year."""


PartyKind = Literal["hospital", "municipality"]
Parties = tuple[tuple[str, PartyKind], ...]
Lines = tuple[tuple[str, tuple[str, ...]], ...]
"""The lines of each repeated page that has more than the first."""


class Layout:
    """Laying the pages out anew for every draft would be most of a turn's work, and they are alike in many."""

    def __init__(self) -> None:
        self.pages = lru_cache(MOST_LAID_OUT)(_pages)
        self.fields = lru_cache(MOST_LAID_OUT)(_fields)


def _pages(form: Form, parties: Parties, lines: Lines, years: tuple[int, ...]) -> Pages:
    instances = tuple(_instances(form, parties, dict(lines)))
    questions = ((question, each, fields) for each in instances for question, fields in _fields(each, years))
    return Pages(instances, {each.id: each for each in instances}, tuple(questions))


def _instances(form: Form, parties: Parties, lines: Mapping[str, tuple[str, ...]]) -> Iterator[Instance]:
    for section in form.sections:
        for page in section.pages:
            if page.repeated:
                yield from (
                    Instance(section, page, line=line) for line in lines.get(page.name, (FIRST_LINE,))
                )
            elif page.each == "application":
                yield Instance(section, page)
            else:
                for party, kind in parties:
                    if page.each in ("party", kind):
                        yield Instance(section, page, party=party)


def _fields(instance: Instance, years: tuple[int, ...]) -> tuple[tuple[Question, tuple[Field, ...]], ...]:
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


def any_field(form: Form, name: str) -> Field | None:
    """The field of a slot, also while it is not asked: of a line that is not there yet, or of what does not apply."""
    slot = to_slot(name)
    asked = form.questions().get(slot.question) if slot is not None else None
    page = form.page_of(slot.question) if slot is not None else None
    section = form.section_of(page.name) if page is not None else None
    if slot is None or asked is None or page is None or section is None:
        return None
    return Field(slot, asked, Instance(section, page, slot.party, slot.line), name)
