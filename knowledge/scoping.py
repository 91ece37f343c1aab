"""Which entries hold for the one who asks: place and year choose, so that nobody is shown another place's figure."""

# Norwegian on purpose: words that are looked for in questions, never words that people read from here.

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from dialogs.places import Region
from knowledge.entry import Communal, Entry, National, Regional, passages
from knowledge.figures import Amount, figures
from knowledge.finding import Asked
from knowledge.place_names import Place
from knowledge.sentences import asking_first
from knowledge.whereabouts import Gazetteer
from knowledge.years import years_asked

_WE = re.compile(r"\b(?:vi|oss|vår|vårt|våre|me|jeg|eg|æ|ej|we|we're|us|our|ours|my)\b", re.IGNORECASE)
NATIONAL, REGIONAL, LOCAL = 0, 2, 4
"""The narrower the place an entry is for, the better it fits who is there; a year that fits counts half as much."""
OF_THE_YEAR = 1


@dataclass(frozen=True, slots=True)
class Situation:
    """What a question says of place and year, and where the asker is."""

    named: frozenset[Place]
    """Places the question names: they come before the asker's own, and those of the asking sentence before others."""
    own: Place | None
    """The asker's."""
    years: frozenset[int]
    beside: frozenset[Place]
    """All that the deciding sentence names, and the asker's own where that is named elsewhere in the text."""

    @property
    def community(self) -> str | None:
        return self.own.community if self.own else None

    @property
    def region(self) -> Region | None:
        return self.own.region if self.own else None

    @classmethod
    def of(cls, asked: Asked, gazetteer: Gazetteer) -> Situation:
        today = asked.today or datetime.date.today()  # noqa: DTZ011 - a year is all that is asked of it
        named, beside = _named(asked, gazetteer)
        return cls(
            named=named,
            own=_own_place(asked, gazetteer),
            years=years_asked(asked.text, today),
            beside=beside,
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


def holds_everywhere(entry: Entry) -> bool:
    """Whether it may be shown to anyone, whatever place and year they mean."""
    return (isinstance(entry.scope, National) or entry.shown_elsewhere) and not _years(entry)


def covers_all_named(entry: Entry, situation: Situation) -> bool:
    """Not where several places or years are named and it is of one; nor of the whole, where a part is named."""
    years = _years(entry)
    if years and not situation.years <= years:
        return False
    is_local = not isinstance(entry.scope, National) and not entry.shown_elsewhere
    is_placeless = situation.own is None and not situation.beside
    if is_local and (
        is_placeless or any(place.is_region and not place.is_sure for place in situation.beside)
    ):
        return False
    parts = {place for place in situation.beside if not place.is_region}
    wholes = {place.region for place in situation.beside if place.is_region}
    match entry.scope:
        case National():
            return not (parts and years and _tells_amount(entry))
        case Regional(region=region):
            is_around = all(place.region == region and _is_known(place) for place in situation.beside)
            tells_of_part = not (wholes or parts <= {situation.own}) and _tells_amount(entry)
            return not is_local or (is_around and not tells_of_part)
        case Communal(community=community):
            is_there = all(place.community == community and place.is_sure for place in parts)
            around = {place.region for place in (*parts, situation.own) if place is not None}
            return not is_local or (is_there and wholes <= around and bool(parts or not wholes))
        case _:
            assert_never(entry.scope)


def _is_known(place: Place) -> bool:
    """What may be more than a helsefellesskap is in its region all the same."""
    return place.is_sure or place.community is not None


def _tells_amount(entry: Entry) -> bool:
    return any(isinstance(each, Amount) for each in figures(" ".join(passages(entry, "nb")), "nb"))


def _named(asked: Asked, gazetteer: Gazetteer) -> tuple[frozenset[Place], frozenset[Place]]:
    """Of several places it is the asker's own that is asked about, where that is among them («… but in Agder?»).

    What only the rest of the text names is not what «we» ask about; without a «we», it may be either.
    """
    *asking, whole = asking_first(asked.text)
    named = [frozenset(mention.place for mention in gazetteer.mentions(text)) for text in (*asking, whole)]
    deciding = next(filter(None, named), frozenset())
    own = {place for places in named for place in places if place.community == asked.community is not None}
    if own:
        others = deciding if any(named[:-1]) or not asking else frozenset[Place]()
        return frozenset(own | {place for place in deciding if place.is_region}), others | own
    mine = _own_place(asked, gazetteer)
    if mine is None or not asking or any(named[:-1]):
        return deciding, deciding
    if any(_WE.search(text) for text in asking):
        return frozenset(), deciding
    return deciding, deciding | {mine}


def _own_place(asked: Asked, gazetteer: Gazetteer) -> Place | None:
    region = gazetteer.region_of(asked.community) if asked.community else None
    return Place(region, asked.community) if region else None


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
