"""Answers: how long one takes, what the event loop feels of twenty a second, and what it costs with more entries."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import cycle, islice

from bot.answering import Answering, Shelf, lexical
from bot.finder_child import InChild
from dialogs.evidence import Language
from knowledge.entry import LANGUAGES, Entry, Phrasings
from knowledge.finding import Asked
from knowledge.library import Library, load_library
from knowledge.question_files import load_questions
from tests.command_line import ROOT

ENTRIES = (100, 1_000, 10_000)
PHRASINGS = {"nb": 3, "nn": 4, "en": 3}
"""The fewest that an entry may have."""
QUESTIONS_A_SECOND = 20
GROWTH_QUESTIONS = 60
LAG_EVERY_SECONDS = 0.005


@dataclass(frozen=True, slots=True)
class Answers:
    """Milliseconds, of questions that the entries were not written from."""

    entries: int
    p50_ms: float
    p99_ms: float
    lag_idle_p99_ms: float
    lag_asked_p99_ms: float
    """How late the event loop takes up what is due, while twenty questions a second are asked."""
    growth_ms: Mapping[int, float]
    """Entries of ten phrasings each -> median of a question."""


async def measure_answers(seconds: float, questions: int, sizes: Sequence[int] = ENTRIES) -> Answers:
    """By the learned finder in its own process, as `serve` answers; the growth by letters, which more entries than
    can be learnt are found by."""
    library = load_library()
    asked = _questions()
    async with _answering(library) as (answering, shelf):
        taken = [await _seconds(answering, shelf, each) for each in islice(cycle(asked), questions)]
        idle = await _lag(seconds)
        under_load = await _lag(seconds, answering, shelf, asked)
    cuts = statistics.quantiles(taken, n=100)
    return Answers(
        len(library.entries),
        cuts[49] * 1000,
        cuts[98] * 1000,
        idle * 1000,
        under_load * 1000,
        await _growth(library, asked, sizes),
    )


def _questions() -> list[Asked]:
    """The half that is for choosing."""
    return [
        Asked(question.question, question.language, question.community)
        for question in load_questions(ROOT / "tests" / "questions")
        if question.split == "tune"
    ]


@asynccontextmanager
async def _answering(library: Library) -> AsyncIterator[tuple[Answering, Shelf]]:
    answering = Answering(lambda: library, InChild, patience_seconds=600)
    shelf = await answering.shelf()
    assert shelf is not None
    assert isinstance(shelf.finder, InChild)
    await shelf.finder.learned()
    try:
        yield answering, shelf
    finally:
        await answering.stop()


async def _seconds(answering: Answering, shelf: Shelf, asked: Asked) -> float:
    began = time.perf_counter()
    found = await answering.find(shelf, asked)
    assert found is not None
    return time.perf_counter() - began


async def _lag(
    seconds: float,
    answering: Answering | None = None,
    shelf: Shelf | None = None,
    asked: Sequence[Asked] = (),
) -> float:
    """The 99th percentile of how late a timer of the event loop is."""
    late: list[float] = []
    asking = asyncio.create_task(_ask(answering, shelf, asked)) if answering and shelf else None
    end = time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        await asyncio.sleep(LAG_EVERY_SECONDS)
        late.append(time.perf_counter() - began - LAG_EVERY_SECONDS)
    if asking is not None:
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await asking
    return statistics.quantiles(late, n=100)[98]


async def _ask(answering: Answering, shelf: Shelf, asked: Sequence[Asked]) -> None:
    """At even intervals, whether or not the one before has been answered."""
    began = time.perf_counter()
    async with asyncio.TaskGroup() as answers:
        for number, each in enumerate(cycle(asked)):
            await asyncio.sleep(max(0.0, began + number / QUESTIONS_A_SECOND - time.perf_counter()))
            answers.create_task(answering.find(shelf, each))


async def _growth(library: Library, asked: Sequence[Asked], sizes: Sequence[int]) -> Mapping[int, float]:
    """The finders of every size take turns, so that a busy moment of the machine hits all alike."""
    chance = random.Random(20270101)
    taken: dict[int, list[float]] = {size: [] for size in sizes}
    finders = {}
    for size in sizes:
        made = {entry.id: entry for entry in islice(_made(library, chance), size)}
        finders[size] = lexical(Library(made, library.sources, library.communities))
        await finders[size].find(asked[0])
    for each in islice(cycle(asked), GROWTH_QUESTIONS):
        for size, finder in finders.items():
            began = time.perf_counter()
            await finder.find(each)
            taken[size].append(time.perf_counter() - began)
    for finder in finders.values():
        await finder.close()
    return {size: statistics.median(seconds) * 1000 for size, seconds in taken.items()}


def _made(library: Library, chance: random.Random) -> Iterator[Entry]:
    """The real entries again and again, each time about other things: half of the longer words are made up."""
    for number, entry in enumerate(cycle(library.entries.values())):
        words: dict[str, str] = {}
        phrasings: dict[Language, tuple[str, ...]] = {
            language: tuple(
                _about_other_things(text, words, chance)
                for text in entry.phrasings.in_language(language)[: PHRASINGS[language]]
            )
            for language in LANGUAGES
        }
        yield entry.model_copy(
            update={
                "id": f"{entry.id}-{number}",
                "phrasings": Phrasings(nb=phrasings["nb"], nn=phrasings["nn"], en=phrasings["en"]),
            }
        )


def _about_other_things(text: str, words: dict[str, str], chance: random.Random) -> str:
    return " ".join(words.setdefault(word, _other(word, chance)) for word in text.split())


def _other(word: str, chance: random.Random) -> str:
    if len(word) < 5 or chance.random() < 0.5:
        return word
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiouyøå") for _ in range(len(word) // 2))
