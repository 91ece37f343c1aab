"""Which places a question speaks of: helsefellesskap, hospitals, regions, counties, municipalities, as people write."""

# Norwegian on purpose: words that are looked for in questions, never words that people read from here.

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from rapidfuzz.distance import OSA

from dialogs.evidence import Frozen, Line, Slug
from dialogs.places import Community, Municipality, Region
from knowledge.yaml_files import read_yaml, validated

LONGEST_NAME_WORDS = 4
SHORTEST_MISSPELT = 6
"""Letters a name must have for one wrong letter in it to be seen through."""
SHORTEST_GENITIVE = 4
"""Letters a name must have before an s that is not its own: «oss» is not Os'."""
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n]\s*|[«\"(]\s*)$")
_BEFORE_PLACES: Final = frozenset("i,helse,på,frå,fra,til,for,in,from,of,at,og,and,eller".split(","))  # noqa: SIM905
_AFTER_MIDDLE: Final = frozenset(("i", "på", "mellom", "imot", "inne", "under"))
"""What makes «midt» a word of its own: in the middle of, between."""


class PlaceNames(Frozen):
    """The file places.yaml."""

    communities: Mapping[Slug, tuple[Line, ...]]
    regions: Mapping[Region, tuple[Line, ...]]
    elsewhere: Mapping[Region, tuple[Line, ...]]
    region_of_county: Mapping[Region, tuple[Line, ...]]
    community_of_county: Mapping[Slug, Line]
    also_words: tuple[Line, ...]
    """Names that are words as well: seen only where they are written as names."""


@dataclass(frozen=True, slots=True)
class Place:
    region: Region
    community: str | None = None
    """None for a region as a whole, and where no helsefellesskap is known."""
    is_region: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    place: Place
    start: int
    end: int


class Gazetteer:
    """Knows every name that is written down here, and what stands behind it."""

    def __init__(
        self,
        names: PlaceNames,
        communities: Mapping[str, Community],
        municipalities: Mapping[str, Municipality],
    ) -> None:
        self._also_words = frozenset(names.also_words)
        self._regions = {id: community.hospitals[0].region for id, community in communities.items()}
        self._known = MappingProxyType(dict(self._gather(names, communities, municipalities)))
        well_known = [
            name for called in (*names.communities.values(), *names.regions.values()) for name in called
        ]
        self._misspellable = [
            name
            for name in (*well_known, *names.community_of_county.values())
            if len(name) >= SHORTEST_MISSPELT and " " not in name and name not in self._also_words
        ]

    def region_of(self, community: str) -> Region | None:
        return self._regions.get(community)

    def mentions(self, text: str) -> list[Mention]:
        """In the order they stand; the longest name wins."""
        tokens = [(match.group().casefold(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        found, at = [], 0
        while at < len(tokens):
            for length in range(min(LONGEST_NAME_WORDS, len(tokens) - at), 0, -1):
                place = self._place(text, tokens, at, length)
                if place is not None:
                    found.append(Mention(place, tokens[at][1], tokens[at + length - 1][2]))
                    at += length - 1
                    break
            at += 1
        return found

    def _place(self, text: str, tokens: list[tuple[str, int, int]], at: int, length: int) -> Place | None:
        words = [word for word, _, _ in tokens[at : at + length]]
        name = " ".join(words)
        for form in (name, name.removesuffix("s")):
            if form in self._known and (form == name or len(form) >= SHORTEST_GENITIVE):
                is_name = form not in self._also_words or _is_written_as_name(text, tokens, at)
                return self._known[form] if is_name else None
        if length == 1 and len(name) >= SHORTEST_MISSPELT:
            return self._misspelt(name)
        return None

    def _misspelt(self, name: str) -> Place | None:
        near = [
            known
            for known in self._misspellable
            if abs(len(known) - len(name)) <= 1
            and known[0] == name[0]
            and OSA.distance(known, name, score_cutoff=1) <= 1
        ]
        places = {self._known[known] for known in near}
        return places.pop() if len(places) == 1 else None

    def _gather(
        self,
        names: PlaceNames,
        communities: Mapping[str, Community],
        municipalities: Mapping[str, Municipality],
    ) -> Iterator[tuple[str, Place]]:
        """The most telling last: it is what stands."""
        region_of_county = {
            c: region for region, counties in names.region_of_county.items() for c in counties
        }
        community_of_county = {county: community for community, county in names.community_of_county.items()}
        for municipality in municipalities.values():
            county = municipality.county.casefold()
            place = Place(region_of_county[county], community_of_county.get(county))
            for spelling in municipality.spellings:
                yield spelling.plain, place
        for county, region in region_of_county.items():
            yield county, Place(region, community_of_county.get(county))
        for region, called in names.elsewhere.items():
            yield from ((name, Place(region)) for name in called)
        for region, called in names.regions.items():
            yield from ((name, Place(region, is_region=True)) for name in called)
        for id, called in names.communities.items():
            if id in self._regions:
                yield from ((name, Place(self._regions[id], id)) for name in called)
        for id, community in communities.items():
            of_hospitals = (hospital.name.casefold().removesuffix(" hf") for hospital in community.hospitals)
            own = (community.name.in_language(language).casefold() for language in ("nb", "nn", "en"))
            for name in (*of_hospitals, *own):
                yield name, Place(self._regions[id], id)


def _is_written_as_name(text: str, tokens: list[tuple[str, int, int]], at: int) -> bool:
    _, start, _ = tokens[at]
    if text[start].isupper() and not _SENTENCE_START.search(text[:start]):
        return True
    before = tokens[at - 1][0] if at else ""
    after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return before in _BEFORE_PLACES and after not in _AFTER_MIDDLE


def load_place_names() -> PlaceNames:
    """Raises FileWrong."""
    file = files("knowledge").joinpath("places.yaml")
    return validated(file.name, PlaceNames, read_yaml(file))
