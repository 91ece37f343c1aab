"""Which entries hold for the one who asks: place and year choose, so that nobody is shown another place's figure."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from dialogs.places import Region
from knowledge.entry import Communal, Entry, National, Regional
from knowledge.finding import Asked
from knowledge.sentences import asking_first
from knowledge.whereabouts import Gazetteer, Place
from knowledge.years import years_asked

NATIONAL, REGIONAL, LOCAL = 0, 2, 4
"""The narrower the place an entry is for, the better it fits who is there; a year that fits counts half as much."""
OF_THE_YEAR = 1


@dataclass(frozen=True, slots=True)
class Situation:
    """What a question says of place and year, and where the asker is."""

    named: frozenset[Place]
    """Places the question names: they come before the asker's own, and those of the asking sentence before others."""
    community: str | None
    region: Region | None
    """Of the asker."""
    years: frozenset[int]

    @classmethod
    def of(cls, asked: Asked, gazetteer: Gazetteer) -> Situation:
        today = asked.today or datetime.date.today()  # noqa: DTZ011 - a year is all that is asked of it
        return cls(
            named=_named(asked, gazetteer),
            community=asked.community,
            region=gazetteer.region_of(asked.community) if asked.community else None,
            years=years_asked(asked.text, today),
        )


def best_fitting(entries: Sequence[Entry], situation: Situation) -> Entry | None:
    """Among entries that answer the same for different places and years; None where none of them may be shown."""
    fitting = [(fitness(entry, situation), entry) for entry in entries]
    allowed = [(fit, entry.kind == "answer", entry) for fit, entry in fitting if fit is not None]
    return max(allowed, key=lambda each: each[:2])[2] if allowed else None


def fitness(entry: Entry, situation: Situation) -> int | None:
    """None where the entry is another place's or another year's."""
    by_place = _by_place(entry, situation)
    if by_place is None:
        return None
    years = _years(entry)
    if not years or not situation.years:
        return by_place
    return by_place + OF_THE_YEAR if years & situation.years else None


def _named(asked: Asked, gazetteer: Gazetteer) -> frozenset[Place]:
    """Of several places it is the asker's own that is asked about, where that is among them («… but in Agder?»)."""
    texts = asking_first(asked.text)
    named = [frozenset(mention.place for mention in gazetteer.mentions(text)) for text in texts]
    own = {place for places in named for place in places if place.community == asked.community is not None}
    if own:
        return frozenset(own | {place for place in next(filter(None, named)) if place.is_region})
    return next(filter(None, named), frozenset())


def _by_place(entry: Entry, situation: Situation) -> int | None:
    match entry.scope:
        case National():
            return NATIONAL
        case Regional(region=region):
            holds, fit = _holds_in_region(region, situation), REGIONAL
        case Communal(community=community):
            holds, fit = _holds_in_community(entry, community, situation), LOCAL
        case _:
            assert_never(entry.scope)
    if holds:
        return fit
    if entry.shown_elsewhere:
        return NATIONAL
    # Of an asker of whom nothing is known, what only one place has tells the place: the Tildelingsutvalg, say.
    is_placeless = not situation.named and situation.community is None
    return NATIONAL if is_placeless and entry.subject is None else None


def _holds_in_region(region: Region, situation: Situation) -> bool:
    if situation.named:
        return any(place.region == region for place in situation.named)
    return situation.region == region


def _holds_in_community(entry: Entry, community: str, situation: Situation) -> bool:
    if not situation.named:
        return situation.community == community
    if any(place.community == community for place in situation.named):
        return True
    # «Midt» said by somebody in Trøndelag may mean their own; but not where the region has an answer of its own.
    own_region = any(place.is_region and place.region == situation.region for place in situation.named)
    return own_region and situation.community == community and entry.subject is None


def _years(entry: Entry) -> frozenset[int]:
    """A call of 2026 with its deadline in 2025 is asked for by either."""
    validity = entry.validity
    days = (validity.since, validity.until)
    return frozenset(
        year for year in (validity.year, *(day.year if day else None for day in days)) if year is not None
    )
