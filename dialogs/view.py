"""A draft read with the form: its parties, its years, and the slots that are asked now, in order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from dialogs.application import Answer, Application
from dialogs.context import Context
from dialogs.fields import FIRST_LINE, Field, Instance, Pages, PartyKind
from dialogs.places import Call, Community, call_for
from dialogs.questions import Choice, Choices, always
from dialogs.readings import Reading
from dialogs.slots import slot_name
from dialogs.standing import as_typed, has_shape, is_offered

__all__ = ["Field", "Instance", "Party", "View"]

OTHER_COMMUNITY = "other"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Party:
    id: str
    kind: PartyKind
    name: str


_HANGS_ON_VALUES = ("community", "call", "_parties", "_years", "_pages", "fields", "on_demand", "field_by_id")


class View:
    """Reads one draft. Made anew for every draft, so what it works out once holds."""

    def __init__(self, application: Application, context: Context) -> None:
        self.application = application
        self.context = context
        self.readings: dict[tuple[str, str, date], Reading] = {}
        """What texts were read as: slot, text, today -> reading."""
        self._values: dict[str, Any] = {}
        self._standing: dict[str, Answer | None] = {}
        self._fields_of: dict[str, tuple[Field, ...]] = {}
        self._made: dict[Callable[[View], Any], Any] = {}

    def once(self, make: Callable[[View], T]) -> T:
        """What is worked out of the whole draft: for several cards of a turn, once."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def after(self, application: Application) -> View:
        """The same draft as it became. What hangs on answers that stand as they did is not worked out anew.

        What is asked hangs on answers that were looked at by `value`, and on the lines: on nothing else.
        """
        before, became = self.application, View(application, self.context)
        if (before.id, before.created_at, before.lines, before.agreement) != (
            application.id,
            application.created_at,
            application.lines,
            application.agreement,
        ):
            return became
        changed = _changed(before.answers, application.answers)
        if not changed.isdisjoint(self._values):
            return became
        became._standing = self._standing.copy()
        for slot in changed:
            became._standing.pop(slot, None)
        became._values = self._values.copy()
        became._fields_of = self._fields_of.copy()
        known = self.__dict__
        became.__dict__.update((name, known[name]) for name in _HANGS_ON_VALUES if name in known)
        return became

    def value(
        self, question: str, party: str | None = None, line: str | None = None, year: int | None = None
    ) -> Any:
        """None also where the form no longer has the question, or it has become one of another kind."""
        slot = slot_name(question, party, line, year)
        if slot not in self._values:
            self._values[slot] = self._value_now(question, self.application.value(slot))
        return self._values[slot]

    def is_given(self, question: str, party: str | None = None) -> bool:
        """Whether anything stands there, right or wrong."""
        if self.value(question, party) is not None:  # what is asked may hang on it from now on
            return True
        answer = self.application.answers.get(slot_name(question, party))
        return answer is not None and bool(answer.raw)

    def _value_now(self, question: str, value: Any) -> Any:
        asked = self.context.form.questions().get(question)
        return value if asked is not None and value is not None and has_shape(asked.kind, value) else None

    def answer(self, field: Field) -> Answer | None:
        """The answer as it stands today: one whose question or choices have changed is shown as wrong."""
        slot = field.id
        if slot not in self._standing:
            self._standing[slot] = self._as_it_stands(field, self.application.answers.get(slot))
        return self._standing[slot]

    def _as_it_stands(self, field: Field, answer: Answer | None) -> Answer | None:
        if answer is None or not answer.is_valid:
            return answer
        kind = field.question.kind
        options = self.options(field) if isinstance(kind, Choice | Choices) else ()
        if has_shape(kind, answer.value) and is_offered(
            kind, answer.value, frozenset(code for code, _ in options)
        ):
            return answer
        raw = "" if isinstance(kind, Choice | Choices) else as_typed(answer.value)
        return answer.model_copy(update={"value": None, "raw": raw, "problem": "no_longer"})

    @cached_property
    def community(self) -> Community | None:
        return self.context.communities.get(self.value("community") or "")

    @cached_property
    def call(self) -> Call | None:
        """The year's call; None while the helsefellesskap or the year is not known."""
        year = self.value("year")
        if self.community is None or year is None:
            return None
        return call_for(self.community, int(year))

    def known_hospitals(self) -> dict[str, str]:
        """The community's hospital parties: id -> name. Empty where the helsefellesskap is not known."""
        return {h.id: h.name for h in self.community.hospitals} if self.community else {}

    def wants(self, extra: str) -> bool:
        """Whether the applicants have ticked it among what they may add."""
        return extra in (self.value("extras") or ())

    def call_questions(self) -> tuple[str, ...]:
        return tuple(self.call.extra_questions) if self.call else ()

    def call_wants_attachments(self) -> bool:
        return bool(self.call and self.call.attachments_required)

    @cached_property
    def _parties(self) -> tuple[Party, ...]:
        known = self.known_hospitals()
        hospitals = [
            Party(f"h{i}", "hospital", known[i]) for i in self.value("hospitals") or () if i in known
        ]
        if self.value("community") == OTHER_COMMUNITY:
            hospitals = [Party(typed_party_id(n), "hospital", n) for n in self.value("hospital_names") or ()]
        municipalities = [
            Party(f"m{number}", "municipality", self.context.municipalities[number].name)
            for number in self.value("municipalities") or ()
            if number in self.context.municipalities
        ]
        return (*hospitals, *municipalities)

    def parties(self) -> tuple[Party, ...]:
        """Hospitals first, then municipalities, in the order they were named."""
        return self._parties

    def party_name(self, party_id: str) -> str:
        return next((p.name for p in self.parties() if p.id == party_id), party_id)

    @cached_property
    def _years(self) -> tuple[int, ...]:
        period = self.value("period")
        if period:
            first, last = (date.fromisoformat(day).year for day in period)
            return tuple(range(first, last + 1))
        year = self.value("year")
        return (int(year),) if year else ()

    def years(self) -> tuple[int, ...]:
        """The years of the measure's period; before it is known, the year of the call."""
        return self._years

    def lines(self, page: str) -> tuple[str, ...]:
        return self.application.lines.get(page) or (FIRST_LINE,)

    @cached_property
    def _pages(self) -> Pages:
        parties = tuple((party.id, party.kind) for party in self.parties())
        lines = tuple((page, lines) for page, lines in self.application.lines.items() if lines)
        return self.context.layout.pages(self.context.form, parties, lines, self.years())

    def instances(self) -> tuple[Instance, ...]:
        """Every page that applies, in the form's order, once for each party or line it stands for."""
        return self._pages.instances

    def instance(self, page: str) -> Instance | None:
        """The page by its id; None where it does not apply."""
        return self._pages.by_id.get(page)

    def fields_of(self, instance: Instance) -> tuple[Field, ...]:
        """What the page asks now: questions that do not apply are not there."""
        page = instance.id
        if page not in self._fields_of:
            asked: list[Field] = []
            for question, fields in self.context.layout.fields(instance, self.years()):
                if question.applies(self, instance.party, instance.line):
                    asked += fields
            self._fields_of[page] = tuple(asked)
        return self._fields_of[page]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All that the form asks now, in order."""
        return self._asked(on_demand=False)

    @cached_property
    def on_demand(self) -> tuple[Field, ...]:
        """What can be asked now beside the form's own questions."""
        return self._asked(on_demand=True)

    def _asked(self, *, on_demand: bool) -> tuple[Field, ...]:
        asked: list[Field] = []
        for question, instance, fields in self._pages.questions:
            if instance.page.on_demand is not on_demand:
                continue
            if question.applies is always or question.applies(self, instance.party, instance.line):
                asked += fields
        return tuple(asked)

    @cached_property
    def field_by_id(self) -> dict[str, Field]:
        return {field.id: field for field in (*self.fields, *self.on_demand)}

    def options(self, field: Field) -> tuple[tuple[str, str | None], ...]:
        """The codes one may choose, each with its proper name, or None where the catalogue has the words."""
        kind = field.question.kind
        options = getattr(kind, "options", ())
        match options:
            case "communities":
                named = tuple((c.id, None) for c in self.context.communities.values())
                return (*named, (OTHER_COMMUNITY, None))
            case "years":
                return tuple((str(year), str(year)) for year in self.call_years())
            case "cost_years":
                return tuple((str(year), str(year)) for year in self.years())
            case "hospitals":
                return tuple(self.known_hospitals().items())
            case "parties":
                return tuple((p.id, p.name) for p in self.parties())
            case "other_municipalities":
                others = (p for p in self.parties() if p.kind == "municipality" and p.id != field.slot.party)
                return tuple((p.id, p.name) for p in others)
            case _:
                return tuple((code, None) for code in options)

    def call_years(self) -> tuple[int, ...]:
        """The years one can apply for: from the year the draft was begun, two on, and the calls that are known."""
        begun = self.application.created_at.year
        known = {c.year for c in self.community.calls if c.year >= begun} if self.community else set()
        return tuple(sorted(known | {begun, begun + 1, begun + 2}))


def _changed(before: Mapping[str, Answer], after: Mapping[str, Answer]) -> set[str]:
    """The slots whose answers are others now. Who changes an application writes new answers, and keeps the others."""
    if before is after:
        return set()
    changed = {slot for slot, answer in after.items() if before.get(slot) is not answer}
    return changed | (before.keys() - after.keys())


def typed_party_id(name: str) -> str:
    """A party that is known by name only keeps its id, and so its answers, as long as its name stands."""
    return "x" + hashlib.sha256(name.casefold().encode()).hexdigest()[:8]
