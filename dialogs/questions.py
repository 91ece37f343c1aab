"""What a question is: its kind of answer, when it is asked, and what it is for. A field of the form carries one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dialogs.view import View

Options = tuple[str, ...]
ProperNames = Literal["communities", "years", "hospitals", "parties", "other_municipalities", "cost_years"]
"""Options that are names of the world, not words of ours: they come from the view and need no translation."""


@dataclass(frozen=True, slots=True)
class Text:
    maximum: int
    """Characters (code points)."""
    multiline: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly one; stored as its code."""

    options: Options | ProperNames


@dataclass(frozen=True, slots=True)
class Choices:
    """One or more; stored as a list of codes in the form's order. `alone` excludes the others."""

    options: Options | ProperNames
    alone: str | None = None


@dataclass(frozen=True, slots=True)
class Municipalities:
    """One or more of Norway's; stored as a list of municipality numbers, as typed in order."""

    most: int


@dataclass(frozen=True, slots=True)
class Names:
    """One or more organisations by name, one a line; stored as a list of names."""

    maximum: int
    """Characters per name."""
    most: int


@dataclass(frozen=True, slots=True)
class Nok:
    """Whole Norwegian kroner, ≥ 0; stored as an int."""

    may_be_small: bool = False
    """Of one hour, say: «555» is not asked about as possibly meant in thousands."""


@dataclass(frozen=True, slots=True)
class FullTimeEquivalents:
    """Årsverk; stored as an int of thousandths."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Stored as an int of half hours."""


@dataclass(frozen=True, slots=True)
class PeriodOfTime:
    """From and to; stored as two ISO dates."""


@dataclass(frozen=True, slots=True)
class Day:
    """One date; stored as ISO."""


@dataclass(frozen=True, slots=True)
class Email:
    pass


@dataclass(frozen=True, slots=True)
class Phone:
    pass


Kind = (
    Text
    | Choice
    | Choices
    | Municipalities
    | Names
    | Nok
    | FullTimeEquivalents
    | Hours
    | PeriodOfTime
    | Day
    | Email
    | Phone
)

Applies = Callable[["View", str | None, str | None], bool]
"""Whether a question is asked, given the draft, the party and the line it would be asked for.

It looks at answers through `View.value`: so it is known which of them what is asked hangs on (`View.after`).
"""


def always(view: View, party: str | None, line: str | None) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """One field. Its words stand in the catalogues under `q-<name>`: label, help, example.

    Declared once, so two are the same only when they are one (as with pages and sections).
    """

    name: str
    kind: Kind
    source: str
    """The sentence behind the field, or "our rule"."""
    material: bool
    """Whether the agreement's text shows it, so that a change makes confirmations fall."""
    belongs_to_party: bool
    """Whether the party it is asked for has the last word: what another party writes there is a proposal to it."""
    borne_by: str = ""
    """Of a line: the question of the same line that says which party it belongs to; "" where the page says it."""
    required: bool = True
    applies: Applies = always
    by_year: bool = False
    """Asked for each year of the measure's period; stored with the year also when there is only one."""
    names_person: bool = False
    """Holds a contact's name, e-mail or phone: may be erased with the person."""

    @property
    def asks_for_lines(self) -> str:
        """The repeated page it asks about one more of; "" for all other questions."""
        return self.name.removesuffix("_more") if self.name.endswith("_more") else ""


Each = Literal["application", "hospital", "municipality", "party"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """Questions that a person answers together: one card. Typed answers go to them one at a time."""

    name: str
    questions: tuple[Question, ...]
    each: Each = "application"
    repeated: bool = False
    """Has lines: as many times as the person says. The last question of the form's page `<name>_more` asks."""
    alike: bool = False
    """What one party answers is often what the next one does too, and can be taken over."""
    applies: Applies = always
    on_demand: bool = False
    """Asked only of whoever gets to it in a way of its own, never in the form's turn."""


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A part of the form with a heading: «Del 3 av 7»."""

    name: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Form:
    sections: tuple[Section, ...]

    def questions(self) -> Mapping[str, Question]:
        return self._questions

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return {q.name: q for s in self.sections for p in s.pages for q in p.questions}

    def page_of(self, question: str) -> Page | None:
        return next(
            (p for s in self.sections for p in s.pages for q in p.questions if q.name == question), None
        )

    def section_of(self, page: str) -> Section | None:
        return next((s for s in self.sections for p in s.pages if p.name == page), None)
