"""The Word form filled in, read as answers: each as if it were typed, in the form's order, upon those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import assert_never

from dialogs.brought import Brought, BroughtAnswer, BroughtLine, LeftOut, WhyLeftOut
from dialogs.fields import Field, any_field
from dialogs.file_parts import Place
from dialogs.form_lines import PHASES, lines_of, phases_of, standing_phases
from dialogs.form_places import Spot, Written, party_of, written_in
from dialogs.party_names import PartyNames
from dialogs.person import LANGUAGES, Language
from dialogs.questions import Choice, Choices, Page, Question
from dialogs.reading import read
from dialogs.reading_choices import fold
from dialogs.readings import Doubted, InThePast, Several, Taken, Unclear, Wrong
from dialogs.showing import label, with_brought
from dialogs.slots import slot_name
from dialogs.table_cells import taken_out_of
from dialogs.table_costs import PAGE as COSTS
from dialogs.texts.catalogues import OSLO
from dialogs.view import View

EXTRAS = "extras"
"""Read first: what is asked anywhere may hang on it."""
PHASE_BEGINS = "phase_"
EXTRA_OF = {"cost_shift": "cost_shift", PHASE_BEGINS: "phases"}
"""By how the names of their questions begin."""
BRINGS = {
    "own_money": "money",
    "own_full_time": "full_time",
    "own_full_time_rate": "full_time",
    "own_full_time_nok": "full_time",
    "own_hours": "hours",
    "own_hours_rate": "hours",
    "own_hours_nok": "hours",
    "own_other": "other",
    "own_other_nok": "other",
    "own_none_reason": "none",
}
OPENED_BY = {
    **{name: ("own_kinds", code) for name, code in BRINGS.items()},
    **dict.fromkeys(("other_financing_from", "other_financing_nok"), ("other_financing", "yes")),
    "responsibility_who": ("responsibility_relevant", "yes"),
    "responsibility_why_not": ("responsibility_relevant", "no"),
}
"""Questions that are asked only after a tick: who has answered them and not ticked has meant it."""


def read_places(
    places: Iterable[Place], view: View, at: datetime, language: Language, *, most_lines: int
) -> Brought:
    """Never raises, whatever was written. What is left out is told in the reader's language."""
    hints = frozenset(view.context.texts.say(language, "d-form-hint") for language in LANGUAGES)
    reading = _Reading(view, at, language, written_in(places, hints))
    return reading.read(most_lines)


@dataclass(slots=True)
class _Reading:
    view: View
    """With everything that has been read so far."""
    at: datetime
    language: Language
    written: Mapping[Spot, Written]
    answers: dict[str, BroughtAnswer] = field(default_factory=dict)
    phases: list[BroughtLine] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def read(self, most_lines: int) -> Brought:
        before = self.view
        known = self.view.context.form.questions()
        pages = [page for section in self.view.context.form.sections for page in section.pages]
        for page in sorted(pages, key=lambda page: page.name != EXTRAS):
            for question in page.questions:
                spots = [spot for spot in self.written if spot.question == question.name]
                for spot in spots:
                    if not page.repeated:
                        self._answer(page, question, spot)
                    elif page.name not in (COSTS, PHASES):
                        self._leave(spot, "only_typed")
                self._tick_for(question)
            if page.name == PHASES:
                self._read_phases(page)
        lines, left_out = lines_of(self.written, self.view, self.today, most_lines)
        self.left_out += left_out
        for spot in self.written:
            if spot.question not in known:
                self._leave(spot, "not_asked")
        place = {asked.id: number for number, asked in enumerate(self.view.fields)}
        in_order = sorted(self.answers.values(), key=lambda answer: place.get(answer.slot, len(place)))
        answers = []
        for answer in in_order:
            stands = before.application.value(answer.slot)
            if answer.value is None and stands is not None:
                self._leave_unread(answer)
            elif answer.value is None or answer.value != stands:
                revision = before.application.revision(answer.slot)
                answers.append(answer.model_copy(update={"revision": revision}))
        return Brought(
            lines=lines,
            answers=tuple(answers),
            phases=tuple(self.phases),
            left_out=tuple(self.left_out),
            is_of_file=True,
        )

    def _read_phases(self, page: Page) -> None:
        """One that is called as one that stands is that one, as it is to be now; the others come after them."""
        if not all(question.applies(self.view, None, None) for question in page.questions):
            for spot in self.written:
                if any(spot.question == question.name for question in page.questions):
                    self._leave(spot, "not_asked")
            return
        standing = standing_phases(self.view)
        for phase in phases_of(self.written, self.view, self.today):
            name = phase.answer("phase_name")
            line = standing.get(fold(str(name.value))) if name is not None else None
            if line is None:
                self.phases.append(phase)
            else:
                for answer in phase.answers:
                    self._keep(answer.model_copy(update={"slot": slot_name(answer.slot, line=line)}))

    @property
    def today(self) -> date:
        return self.at.astimezone(OSLO).date()

    def _tick_for(self, question: Question) -> None:
        """A tick that was forgotten, once the answers that come with it show that it was meant."""
        for spot, written in self.written.items():
            code = self._gates(spot.question).get(question.name)
            if code is None or not (written.text or written.codes):
                continue
            gate = question.name
            party = party_of(self.view, spot.party) if spot.party else None
            if spot.party and party is None:
                continue
            slot = slot_name(gate, party)
            standing = self.view.value(gate, party)
            match question.kind:
                case Choice() if standing is None:
                    self._keep(BroughtAnswer(slot=slot, value=code))
                case Choices(alone=alone, options=options) if code not in (standing or ()):
                    if code == alone and standing:
                        continue
                    ticked = {code, *(standing or ())} - ({alone} if code != alone else set())
                    self._keep(BroughtAnswer(slot=slot, value=[one for one in options if one in ticked]))
                case _:
                    pass

    def _gates(self, question: str) -> Mapping[str, str]:
        """Which ticks open a question: the question that is ticked -> its code."""
        extras = self.view.context.form.questions().get(EXTRAS)
        options = getattr(extras.kind, "options", ()) if extras is not None else ()
        code = next((code for begins, code in EXTRA_OF.items() if question.startswith(begins)), question)
        gates = {EXTRAS: code} if code in options else {}
        opened_by = OPENED_BY.get(question)
        if opened_by is None and question.startswith(PHASE_BEGINS):
            opened_by = OPENED_BY["responsibility_who"]
        return gates | ({opened_by[0]: opened_by[1]} if opened_by is not None else {})

    def _answer(self, page: Page, question: Question, spot: Spot) -> None:
        written = self.written[spot]
        party = party_of(self.view, spot.party) if spot.party else None
        if spot.party and party is None:
            return self._leave(spot, "no_such_party")
        is_misplaced = spot.line or bool(party) == (page.each == "application")
        if is_misplaced or not question.applies(self.view, party, None):
            return self._leave(spot, "not_asked")
        years = self.view.years() if question.by_year else ()
        year = (spot.year or (years[0] if years else None)) if question.by_year else None
        asked = any_field(self.view.context.form, slot_name(question.name, party, None, year))
        if asked is None or (question.by_year and (year is None or year not in years)):
            return self._leave(spot, "year_outside" if spot.year else "not_asked")
        for answer in self._read(asked, written, is_for_all_years=len(years) > 1 and not spot.year):
            self._keep(answer)
        return None

    def _read(self, asked: Field, written: Written, *, is_for_all_years: bool) -> Iterator[BroughtAnswer]:
        if written.codes:
            yield self._ticked(asked, written)
            return
        problem = taken_out_of(self.view.context.texts, written.text)
        if problem:
            yield BroughtAnswer(slot=asked.id, raw=written.text, problem=problem)
            return
        reading = read(self.view, asked, self._named(asked, written.text), self.today)
        match reading:
            case Several():
                for slot, value in reading.values.items():
                    yield BroughtAnswer(slot=slot, value=value, raw=written.text, is_unsure=True)
            case Taken() | Doubted() | Wrong() if is_for_all_years:
                yield BroughtAnswer(slot=asked.id, raw=written.text, problem="each_year")
            case Taken():
                yield BroughtAnswer(slot=asked.id, value=reading.value)
            case Doubted() | InThePast():
                yield BroughtAnswer(slot=asked.id, value=reading.value, raw=written.text, is_unsure=True)
            case Wrong():
                yield BroughtAnswer(slot=asked.id, raw=written.text, problem=reading.as_problem())
            case Unclear():
                yield BroughtAnswer(slot=asked.id, raw=written.text, problem="unconfirmed")
            case _:
                assert_never(reading)

    def _named(self, asked: Field, text: str) -> str:
        """A party as people call it is chosen by its id."""
        if isinstance(asked.question.kind, Choice) and asked.question.kind.options == "parties":
            named = PartyNames(self.view).named(text)
            return named[0] if len(named) == 1 else text
        return text

    def _ticked(self, asked: Field, written: Written) -> BroughtAnswer:
        """Boxes; those of another release, or more than one where one is to be chosen, are said to be wrong."""
        kind = asked.question.kind
        options = [code for code, _ in self.view.options(asked)]
        codes = [code for code in options if code in written.codes]
        raw = self._ticks(asked.question.name, written.codes)
        if isinstance(kind, Choice):
            if len(codes) == 1 and len(written.codes) == 1:
                return BroughtAnswer(slot=asked.id, value=codes[0])
            return BroughtAnswer(slot=asked.id, raw=raw, problem="choose_one")
        if not isinstance(kind, Choices) or not codes or len(codes) < len(set(written.codes)):
            return BroughtAnswer(slot=asked.id, raw=raw, problem="choose_some")
        if kind.alone in codes and len(codes) > 1:
            return BroughtAnswer(slot=asked.id, raw=raw, problem="choose_alone")
        return BroughtAnswer(slot=asked.id, value=codes)

    def _keep(self, answer: BroughtAnswer) -> None:
        self.answers[answer.slot] = answer
        self.view = with_brought(self.view, [answer])

    def _leave(self, spot: Spot, why: WhyLeftOut) -> None:
        written = self.written[spot]
        name = self.view.context.texts.optional(self.language, f"q-{spot.question}.label")
        text = written.text or self._ticks(spot.question, written.codes)
        self.left_out.append(LeftOut(row=0, text=f"{name}: {text}" if name else text, why=why))

    def _leave_unread(self, answer: BroughtAnswer) -> None:
        """What cannot be read does not take the place of what can."""
        asked = any_field(self.view.context.form, answer.slot)
        name = label(self.view, asked, self.language) if asked is not None else answer.slot
        self.left_out.append(LeftOut(row=0, text=f"{name}: {answer.raw}", why="not_read"))

    def _ticks(self, question: str, codes: Iterable[str]) -> str:
        """In words; a box of another release as it is called there."""
        say = self.view.context.texts.optional
        return "; ".join(say(self.language, f"o-{question}-{code}") or code for code in codes)
