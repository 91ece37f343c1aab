"""What places are called: the file places.yaml, the municipalities and the helsefellesskap, as one list of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from dialogs.evidence import Frozen, Line, Slug
from dialogs.places import Community, Municipality, Region
from dialogs.spelling import key, typed_without_norwegian_letters
from knowledge.yaml_files import read_yaml, validated


class PlaceNames(Frozen):
    """The file places.yaml."""

    communities: Mapping[Slug, tuple[Line, ...]]
    maybe: Mapping[Slug, tuple[Line, ...]]
    regions: Mapping[Region, tuple[Line, ...]]
    directions: Mapping[Region, tuple[Line, ...]]
    direction_endings: tuple[Line, ...]
    either: Mapping[Region, tuple[Line, ...]]
    elsewhere: Mapping[Region, tuple[Line, ...]]
    others: tuple[Line, ...]
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
    is_sure: bool = True
    """False where the name may mean another place as well."""


def squeezed(name: str) -> str:
    """As it is compared: without spaces and hyphens, but with its letters."""
    return key_of(name) if name.isascii() else "".join(filter(str.isalpha, name.casefold()))


def key_of(name: str) -> str:
    """The same from any keyboard: «Sør-Øst», «sorost» and «Soer Oest»."""
    return "".join(filter(str.isalpha, key(typed_without_norwegian_letters(name))))


def names_of_places(
    names: PlaceNames, communities: Mapping[str, Community], municipalities: Mapping[str, Municipality]
) -> Iterator[tuple[str, Place]]:
    """The most telling last: it is what stands."""
    region_of_county = {c: region for region, counties in names.region_of_county.items() for c in counties}
    yield from _of_municipalities(names, municipalities, region_of_county)
    community_of_county = {county: community for community, county in names.community_of_county.items()}
    for county, region in region_of_county.items():
        yield county, Place(region, community_of_county.get(county))
    for region, called in names.either.items():
        yield from ((name, Place(region, is_region=True, is_sure=False)) for name in called)
    for region, called in names.elsewhere.items():
        yield from ((name, Place(region)) for name in called)
    for region, called in names.directions.items():
        for ending in ("", *names.direction_endings):
            yield from ((f"{name}{ending}", Place(region, is_region=True)) for name in called)
    for region, called in names.regions.items():
        yield from ((name, Place(region, is_region=True)) for name in called)
    regions = {id: community.hospitals[0].region for id, community in communities.items()}
    for id, region in regions.items():
        yield from ((name, Place(region, id, is_sure=False)) for name in names.maybe.get(id, ()))
        yield from ((name, Place(region, id)) for name in names.communities.get(id, ()))
    for id, community in communities.items():
        of_hospitals = (hospital.name.removesuffix(" HF") for hospital in community.hospitals)
        own = (community.name.in_language(language) for language in ("nb", "nn", "en"))
        for name in (*of_hospitals, *own):
            yield name, Place(regions[id], id)


def _of_municipalities(
    names: PlaceNames, municipalities: Mapping[str, Municipality], region_of_county: Mapping[str, Region]
) -> Iterator[tuple[str, Place]]:
    community_of_county = {county: community for community, county in names.community_of_county.items()}
    places: dict[str, set[Place]] = defaultdict(set)
    for municipality in municipalities.values():
        county = municipality.county.casefold()
        place = Place(region_of_county[county], community_of_county.get(county))
        for spelling in municipality.spellings:
            places[spelling.plain].add(place)
        for name in municipality.county_names:
            places[name.casefold()].add(place)
    for name, meant in places.items():
        first = min(meant, key=lambda place: (place.region, place.community or ""))
        yield name, first if len(meant) == 1 else Place(first.region, is_sure=False)


def load_place_names() -> PlaceNames:
    """Raises FileWrong."""
    file = files("knowledge").joinpath("places.yaml")
    return validated(file.name, PlaceNames, read_yaml(file))
