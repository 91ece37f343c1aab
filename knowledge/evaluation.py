"""How well a finder does on questions that it has not seen: what became of each, and how it adds up."""

from __future__ import annotations

import datetime
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, assert_never, get_args

from dialogs.findings import Finding, Found, Near, NotKnown
from knowledge.entry import Entry, National
from knowledge.evaluation_places import PlaceNames, place_fits, year_fits, years_named
from knowledge.finding import Asked, Finder
from knowledge.library import Library
from knowledge.municipalities import load_municipalities
from knowledge.question_files import Question

Outcome = Literal["right", "suggested", "missed", "wrong", "abstained"]
"""`right`: what was wanted is shown, also where that is an honest «not known». `suggested`: it is among the
suggestions. `missed`: there are suggestions, without it. `wrong`: another entry is shown as the answer.
`abstained`: no answer is shown, and for a question with an answer, nor are suggestions."""
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class Judged:
    question: Question
    outcome: Outcome
    found: tuple[str, ...]
    """The entry that is shown, or those that are suggested."""
    is_suggestion: bool
    is_harmful: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of some of the questions."""

    outcomes: Counter[Outcome]
    harmful: int
    suggestions: int
    """Where suggestions were shown, whatever is in them."""
    seconds: tuple[float, ...]

    @property
    def questions(self) -> int:
        return len(self.seconds)

    def share(self, *outcomes: Outcome) -> float | None:
        """None where there is nothing to count."""
        if not self.questions:
            return None
        return sum(self.outcomes[each] for each in outcomes) / self.questions


def evaluate(
    finder: Finder,
    questions: Iterable[Question],
    library: Library,
    today: datetime.date,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[Judged, ...]:
    judge = Judge(library, today)
    judged = []
    for question in questions:
        asked = Asked(question.question, question.language, question.community, today)
        began = clock()
        finding = finder.find(asked)
        judged.append(judge(question, finding, clock() - began))
    return tuple(judged)


class Judge:
    def __init__(self, library: Library, today: datetime.date) -> None:
        self._library = library
        self._today = today
        self._places = PlaceNames(load_municipalities().values())

    def __call__(self, question: Question, finding: Finding, seconds: float = 0.0) -> Judged:
        match finding:
            case Found(entry=entry):
                found: tuple[str, ...] = (entry.id,)
                outcome: Outcome = "right" if entry.id in question.wanted else "wrong"
            case Near(entries=entries):
                found = tuple(entry.id for entry in entries)
                outcome = "suggested" if question.wanted.intersection(found) else "missed"
                if not question.is_answerable:
                    outcome = "abstained"
            case NotKnown(entry=gap):
                found = (gap.id,) if gap else ()
                outcome = "right" if question.wanted.intersection(found) else "abstained"
            case _:
                assert_never(finding)
        is_suggestion = isinstance(finding, Near)
        is_harmful = not is_suggestion and any(self.is_harmful(question, each) for each in found)
        return Judged(question, outcome, found, is_suggestion, is_harmful, seconds)

    def is_harmful(self, question: Question, shown: str) -> bool:
        """Whether the entry would be taken for the asker's own, and is another place's or another year's.

        The place and the year that the question names decide; where it names no place, the asker's own does, and
        an asker of whom nothing is known has none. Whoever asks about a place or a year without an entry
        («elsewhere») is shown another's whatever is bound to one. What the question's author wanted is never
        harmful, nor what says itself how it stands elsewhere.
        """
        entry = self._library.entries.get(shown)
        if entry is None or shown in question.wanted or entry.shown_elsewhere:
            return False
        if isinstance(entry.scope, National) and entry.validity.year is None:
            return False
        return question.kind == "elsewhere" or not self._fits(entry, question)

    def _fits(self, entry: Entry, question: Question) -> bool:
        asker = self._library.communities.get(question.community or "")
        named = self._places.named_in(question.question)
        years = years_named(question.question, self._today)
        return place_fits(entry, named, asker) and year_fits(entry, years)


def tally(judged: Iterable[Judged]) -> Tally:
    counted = tuple(judged)
    return Tally(
        Counter(each.outcome for each in counted),
        sum(each.is_harmful for each in counted),
        sum(each.is_suggestion for each in counted),
        tuple(each.seconds for each in counted),
    )


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures that there are goals for, each a share, but `harmful`, which is a number."""

    helped: float | None
    """Right, or right among the suggestions, of the questions that have an answer or a word that none is known."""
    wrong: float | None
    near_abstained: float | None
    far_abstained: float | None
    injection_abstained: float | None
    harmful: int
    """Of all questions."""


def scores(judged: Sequence[Judged]) -> Scores:
    answerable = tally(each for each in judged if each.question.is_answerable)
    near, far, injection = (
        tally(each for each in judged if each.question.kind == kind) for kind in ("near", "far", "injection")
    )
    return Scores(
        answerable.share("right", "suggested"),
        answerable.share("wrong"),
        near.share("right", "abstained"),
        far.share("right", "abstained"),
        injection.share("right", "abstained"),
        tally(judged).harmful,
    )


def confusions(judged: Iterable[Judged]) -> Iterator[tuple[Judged, str]]:
    """What went wrong, the worst first, with what was expected."""
    order = {"wrong": 1, "missed": 2, "abstained": 3}
    amiss = [
        each
        for each in judged
        if each.is_harmful
        or each.outcome == "wrong"
        or (each.question.is_answerable and each.outcome in ("missed", "abstained"))
    ]
    for each in sorted(amiss, key=lambda one: (not one.is_harmful, order.get(one.outcome, 4))):
        yield each, each.question.expected or "-"
