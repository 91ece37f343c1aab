"""Which places and years a question names, for measuring alone: no finder may use it, so that both cannot err alike."""

# Norwegian on purpose: names that are looked for in questions, never words that people read from here.

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogs.places import Community, Municipality, Region
from knowledge.entry import Communal, Entry, National, Regional

_NORTH: Region = "Helse Nord RHF"
_MIDDLE: Region = "Helse Midt-Norge RHF"
_WEST: Region = "Helse Vest RHF"
_SOUTH_EAST: Region = "Helse Sør-Øst RHF"

_REGION_OF_COUNTY: Mapping[str, Region] = {
    **dict.fromkeys(("Nordland", "Troms", "Finnmark"), _NORTH),
    **dict.fromkeys(("Trøndelag", "Møre og Romsdal"), _MIDDLE),
    **dict.fromkeys(("Rogaland", "Vestland"), _WEST),
}
"""All other counties are in the south-east."""
_COMMUNITIES_OF_COUNTY: Mapping[str, frozenset[str]] = {
    "Agder": frozenset({"agder"}),
    "Østfold": frozenset({"ostfold"}),
    "Trøndelag": frozenset({"sondre-trondelag"}),
    "Vestland": frozenset({"bergensomradet"}),
    "Nordland": frozenset({"nordlandssykehuset", "troms-og-ofoten"}),
    "Troms": frozenset({"troms-og-ofoten"}),
}
_NAMES: tuple[tuple[str, Region, str], ...] = (
    # (how it begins, the region, the helsefellesskap: "" for the region as a whole, "other" for one without a file)
    ("helse nord", _NORTH, ""),
    ("nord-nor", _NORTH, ""),
    ("northern norway", _NORTH, ""),
    ("helse midt", _MIDDLE, ""),
    ("midt-nor", _MIDDLE, ""),
    ("mid-norway", _MIDDLE, ""),
    ("central norway", _MIDDLE, ""),
    ("helse vest", _WEST, ""),
    ("vestlandet", _WEST, ""),
    ("western norway", _WEST, ""),
    ("helse sør", _SOUTH_EAST, ""),
    ("sør-øst", _SOUTH_EAST, ""),
    ("sør-aust", _SOUTH_EAST, ""),
    ("south-east", _SOUTH_EAST, ""),
    ("agder", _SOUTH_EAST, "agder"),
    ("sørland", _SOUTH_EAST, "agder"),
    ("østfold", _SOUTH_EAST, "ostfold"),
    ("kalnes", _SOUTH_EAST, "ostfold"),
    ("søndre trøndelag", _MIDDLE, "sondre-trondelag"),
    ("sør-trøndelag", _MIDDLE, "sondre-trondelag"),
    ("sør i trøndelag", _MIDDLE, "sondre-trondelag"),
    ("st. olav", _MIDDLE, "sondre-trondelag"),
    ("nordlandssyk", _NORTH, "nordlandssykehuset"),
    ("salten", _NORTH, "nordlandssykehuset"),
    ("lofoten", _NORTH, "nordlandssykehuset"),
    ("vesterålen", _NORTH, "nordlandssykehuset"),
    ("ofoten", _NORTH, "troms-og-ofoten"),
    ("universitetssykehuset nord", _NORTH, "troms-og-ofoten"),
    ("bergensområdet", _WEST, "bergensomradet"),
    ("helse bergen", _WEST, "bergensomradet"),
    ("haraldsplass", _WEST, "bergensomradet"),
    ("haukeland", _WEST, "bergensomradet"),
    ("helse fonna", _WEST, "other"),
    ("helse førde", _WEST, "other"),
    ("helse stavanger", _WEST, "other"),
    ("jæren", _WEST, "other"),
    ("sunnmøre", _MIDDLE, "other"),
    ("nordmøre", _MIDDLE, "other"),
    ("nord-trøndelag", _MIDDLE, "other"),
    ("nordre trøndelag", _MIDDLE, "other"),
    ("nord i trøndelag", _MIDDLE, "other"),
    ("namsos", _MIDDLE, "other"),
    ("levanger", _MIDDLE, "other"),
    ("steinkjer", _MIDDLE, "other"),
    ("helgeland", _NORTH, "other"),
    ("finnmark", _NORTH, "other"),
    ("romerike", _SOUTH_EAST, "other"),
    ("vestre viken", _SOUTH_EAST, "other"),
    ("ahus", _SOUTH_EAST, "other"),
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_RELATIVE_YEARS = (
    (re.compile(r"\bi år\b|\bårets\b|\bthis year", re.IGNORECASE), 0),
    (re.compile(r"\bi fjor\b|\bfjorårets\b|\blast year", re.IGNORECASE), -1),
    (re.compile(r"\bneste år\b|\bnext year", re.IGNORECASE), 1),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A region as a whole, or a part of it, with the helsefellesskap that it may belong to."""

    region: Region
    communities: frozenset[str] | None
    """None for the region as a whole; empty where no helsefellesskap with a file can be meant."""


class PlaceNames:
    def __init__(self, municipalities: Iterable[Municipality]) -> None:
        self._begins = [
            (re.compile(rf"\b{re.escape(name)}"), Place(region, frozenset({id} - {"other"}) if id else None))
            for name, region, id in _NAMES
        ]
        begun = {name for name, _, _ in _NAMES}
        self._places: dict[str, set[Place]] = {}
        for municipality in municipalities:
            for name in {municipality.name, municipality.county}:
                if name.casefold() not in begun:
                    self._places.setdefault(name, set()).add(_in_county(municipality.county))
        names = "|".join(map(re.escape, sorted(self._places, key=len, reverse=True)))
        # With their capital letter, since «Time» and «Hole» are words too.
        self._names = re.compile(rf"(?<![\w-])({names})s?\b")

    def named_in(self, text: str) -> frozenset[Place]:
        folded = text.casefold()
        begun = {place for pattern, place in self._begins if pattern.search(folded)}
        return frozenset(begun.union(*(self._places[name] for name in self._names.findall(text))))


def years_named(text: str, today: datetime.date) -> frozenset[int]:
    said = {int(year) for year in _YEAR.findall(text)}
    return frozenset(said | {today.year + add for pattern, add in _RELATIVE_YEARS if pattern.search(text)})


def place_fits(entry: Entry, named: frozenset[Place], asker: Community | None) -> bool:
    """Whether a place that the question names, or the asker's where it names none, is one the entry is for."""
    places = named or frozenset({_place_of(asker)} if asker else ())
    match entry.scope:
        case National():
            return True
        case Regional(region=region):
            return any(place.region == region for place in places)
        case Communal(community=community):
            return any(place.communities and community in place.communities for place in places)


def year_fits(entry: Entry, named: frozenset[int]) -> bool:
    """A question that names no year may get an answer for one, since such an answer says its year."""
    validity = entry.validity
    if validity.year is None or not named:
        return True
    days = (validity.since, validity.until)
    return bool(named & {validity.year, *(day.year for day in days if day is not None)})


def _place_of(community: Community) -> Place:
    return Place(community.hospitals[0].region, frozenset({community.id}))


def _in_county(county: str) -> Place:
    return Place(_REGION_OF_COUNTY.get(county, _SOUTH_EAST), _COMMUNITIES_OF_COUNTY.get(county, frozenset()))
