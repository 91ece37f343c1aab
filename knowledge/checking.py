"""Everything that is checked of a knowledge base: what must be mended before it is used, and what may be better."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from dialogs.form import FORM
from knowledge import answer_checks, entry_checks
from knowledge.entry_checks import Entries, Fault
from knowledge.library import Library
from knowledge.phrasing_checks import MakeFinder, nearly_alike, won_by_another


def faults(library: Library) -> Iterator[Fault]:
    """What keeps a knowledge base from being used. The files themselves were held to the schema when loaded."""
    entries, communities = library.entries, library.communities
    yield from entry_checks.names(entries, frozenset(FORM.questions()), communities)
    yield from entry_checks.subjects(entries)
    yield from entry_checks.titles_say_whose(entries, communities)
    yield from answer_checks.written(entries)
    yield from answer_checks.quotes(entries, library.sources)
    yield from answer_checks.figures_are_carried(entries)
    yield from answer_checks.figures_stay_in_their_place(entries, communities)
    yield from answer_checks.gaps_hold_no_figures(entries)
    yield from answer_checks.answers_say_whose(entries, communities)
    yield from answer_checks.standing_is_said(entries)
    yield from answer_checks.past_is_said(entries)
    yield from answer_checks.too_few_phrasings(entries)


def advice(library: Library, make_finder: MakeFinder, today: datetime.date) -> Iterator[Fault]:
    """What a curator had better look at."""
    yield from passed_since_review(library.entries, today)
    yield from nearly_alike(library.entries)
    yield from won_by_another(library, make_finder)


def passed_since_review(entries: Entries, today: datetime.date) -> Iterator[Fault]:
    """What could still be acted on when somebody last looked, and no longer can."""
    for entry in entries.values():
        until = entry.validity.until
        if until is not None and entry.reviewed is not None and entry.reviewed.on <= until < today:
            yield Fault(entry.id, f"validity: {until} has passed since the review of {entry.reviewed.on}")
