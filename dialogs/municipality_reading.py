"""What one typed name is read as: a municipality, several that may be meant, or none and what is near."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from dialogs.places import Municipality, Spelling
from dialogs.spelling import key, plain, typed_without_norwegian_letters

LONGEST_NAME = 80
SHORT_KEY = 3
"""Names up to this length are only taken as written: «Bo» is not Bø, and «Is» is neither Os nor Ås."""


@dataclass(frozen=True, slots=True)
class Found:
    municipalities: tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """More than one may be meant, likeliest first: to be asked about."""

    text: str
    choices: tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No municipality of today. `near` may be empty; `former` is an old municipality's name, if it is one."""

    text: str
    near: tuple[Municipality, ...] = ()
    former: str = ""


Reading = Found | Ambiguous | Unknown

_SAYS_MUNICIPALITY = re.compile(
    r"bykommune|komm?un(e|a|en|er|ene|ar|ane|es|ens|enes|anes)|komm|herad(et)?|fylket?|municipalit(y|ies)|county"
    r"|suohkan|gielda|tjielte|komuuni|kommuuni|kunta"
)
_CHATTER = re.compile(
    r"vi|me|er|det|dei|de|disse|desse|alle|all|både|båe|sammen|saman|together|the|of|fra|frå|from|we|are"
)
_IN = frozenset(("i", "in", "på"))


class Gazetteer:
    """The municipalities, laid out for looking up. Made for one reading and thrown away."""

    def __init__(self, municipalities: Mapping[str, Municipality]) -> None:
        self.municipalities = municipalities
        self.spellings = tuple(s for m in municipalities.values() for s in m.spellings)
        self._by_plain: dict[str, list[Spelling]] = {}
        self._by_key: dict[str, list[Spelling]] = {}
        for spelling in self.spellings:
            self._by_plain.setdefault(spelling.plain, []).append(spelling)
            self._by_key.setdefault(spelling.key, []).append(spelling)
        names: dict[str, set[str]] = {}
        for county, others in {(m.county, m.county_names) for m in municipalities.values()}:
            for name in (county, *others):
                names.setdefault(name, set()).add(county)
        self.county_names: tuple[str, ...] = tuple(names)
        self._counties = {key(name): frozenset(counties) for name, counties in names.items()}

    def exactly(self, name: str) -> list[Spelling]:
        """Spellings that the name is, accents and keyboard aside; short ones keyboard aside only."""
        variants = (plain(name), typed_without_norwegian_letters(name))
        written = [s for variant in variants for s in self._by_plain.get(variant, ())]
        if written:
            return written
        return [
            s for v in variants for s in self._by_key.get(key(v), ()) if _is_written_without_accents(v, s)
        ]

    def counties(self, name: str) -> frozenset[str]:
        """The counties of today that go or went by this name."""
        return self._counties.get(key(name), frozenset())

    def of(self, spellings: Iterable[Spelling]) -> tuple[Municipality, ...]:
        return tuple(self.municipalities[n] for n in dict.fromkeys(s.number for s in spellings))


def _is_written_without_accents(name: str, spelling: Spelling) -> bool:
    """Whether only accents are missing: «Kafjord» is Kåfjord, but «Kæfjord» may be Kvæfjord."""
    if len(spelling.key) <= SHORT_KEY or len(name) != len(spelling.plain) or len(name) != len(spelling.key):
        return False
    return all(n in pair for n, *pair in zip(name, spelling.plain, spelling.key, strict=True))


def words_of(text: str) -> list[str]:
    """The words that may name a place: «Vi er Bergen kommune» is «Bergen»."""
    words = [w for w in text.split() if plain(w) and not _names_nothing(w)]
    while len(words) > 1 and plain(words[0]) in _IN:
        words = words[1:]
    return words


def _names_nothing(word: str) -> bool:
    return bool(_SAYS_MUNICIPALITY.fullmatch(key(word)) or _CHATTER.fullmatch(plain(word)))


def read_one(text: str, gazetteer: Gazetteer) -> Reading:
    """Reads one name, perhaps with its county or number: «Herøy i Nordland», «4219 Evje og Hornnes»."""
    shown = " ".join(text.split())[:LONGEST_NAME]
    words = words_of(text)
    if not words or len(text) > LONGEST_NAME:
        return Unknown(shown)
    numbered = [w for w in (words[0], words[-1]) if plain(w) in gazetteer.municipalities]
    if numbered:
        return _numbered(shown, plain(numbered[0]), [w for w in words if w != numbered[0]], gazetteer)
    name = " ".join(words)
    spellings = gazetteer.exactly(name)
    if spellings:
        return _settle(shown, spellings, gazetteer)
    part_of = _that_it_is_part_of(name, gazetteer)
    if part_of:
        return Unknown(shown, part_of)
    rest, counties = _county_said(words, gazetteer)
    in_county = _in_county(shown, rest, counties, gazetteer) if counties else None
    return in_county or _nearly(shown, name, gazetteer) or Unknown(shown, _near(name, gazetteer))


def _settle(shown: str, spellings: Iterable[Spelling], gazetteer: Gazetteer) -> Reading:
    """Between spellings that fit equally well. What is a municipality today goes before what once was one."""
    spellings = tuple(spellings)
    today = gazetteer.of(s for s in spellings if s.former is None)
    match today:
        case ():
            former = next((s.former.name for s in spellings if s.former), "")
            return Unknown(shown, gazetteer.of(spellings), former)
        case (municipality,):
            return Found((municipality,))
        case _:
            return Ambiguous(shown, today)


def _numbered(shown: str, number: str, rest: list[str], gazetteer: Gazetteer) -> Reading:
    """A number with another municipality's name beside it may be a postal code."""
    municipality = gazetteer.municipalities[number]
    reading = read_one(" ".join(rest), gazetteer) if rest else Found((municipality,))
    match reading:
        case Found(municipalities=found) if municipality not in found:
            return Ambiguous(shown, (*found, municipality))
        case Ambiguous(choices=choices) if municipality not in choices:
            return Ambiguous(shown, (*choices, municipality))
        case Unknown(near=near):
            return Unknown(shown, tuple(dict.fromkeys((municipality, *near)))[:5])
        case Found() | Ambiguous():
            return Found((municipality,))


def _county_said(words: list[str], gazetteer: Gazetteer) -> tuple[list[str], frozenset[str]]:
    for length in range(min(5, len(words) - 1), 0, -1):
        counties = gazetteer.counties(" ".join(words[-length:]))
        rest = words[:-length]
        if counties:
            return (rest[:-1] if len(rest) > 1 and plain(rest[-1]) in _IN else rest), counties
    return words, frozenset()


def _in_county(
    shown: str, words: list[str], counties: frozenset[str], gazetteer: Gazetteer
) -> Reading | None:
    """None where the name without the county is none: «Inndre Østfold» is one name."""
    name = " ".join(words)
    spellings = gazetteer.exactly(name)
    there = [s for s in spellings if gazetteer.municipalities[s.number].county in counties]
    if there:
        return _settle(shown, there, gazetteer)
    if spellings:
        return Unknown(shown, gazetteer.of(spellings))
    match _nearly(shown, name, gazetteer):
        case Found(municipalities=(municipality,)) as found if municipality.county in counties:
            return found
        case Ambiguous(choices=choices):
            return Ambiguous(shown, tuple(m for m in choices if m.county in counties) or choices)
        case _:
            return None


def _nearly(shown: str, name: str, gazetteer: Gazetteer) -> Reading | None:
    """A typing error, taken only when no other name lies about as near; else all that do are asked about."""
    typed = {key(name), key(typed_without_norwegian_letters(name))}
    distances = [(min(OSA.distance(t, s.key, score_cutoff=3) for t in typed), s) for s in gazetteer.spellings]
    short = [s for distance, s in distances if distance == 0 and len(s.key) <= SHORT_KEY]
    if short:
        return Unknown(shown, gazetteer.of(short))
    taken = [distance for distance, s in distances if distance <= _errors_allowed(s)]
    genitive = [s for _, s in distances if len(s.key) >= SHORT_KEY and s.key + "s" in typed]
    if not taken and not genitive:
        return None
    widest = 1 if genitive else min(taken) + 1
    near = [(d, s) for d, s in distances if d <= (widest if len(s.key) > 5 else 1)]
    near.sort(key=lambda pair: (pair[0], pair[1].former is not None, pair[1].key))
    spellings = [s for _, s in near]
    if len({s.former or s.number for s in spellings}) == 1:
        return _settle(shown, spellings, gazetteer)
    choices = gazetteer.of(spellings)
    if len(choices) == 1 and spellings[0].former is None:
        return Found(choices)
    return Ambiguous(shown, choices[:5])


def _errors_allowed(spelling: Spelling) -> int:
    length = len(spelling.key)
    return 0 if length < 5 else 1 if length < 9 else 2


def _that_it_is_part_of(name: str, gazetteer: Gazetteer) -> tuple[Municipality, ...]:
    words = set(key(name).split())
    return gazetteer.of(s for s in gazetteer.spellings if s.former is None and words < set(s.key.split()))[:5]


def _near(name: str, gazetteer: Gazetteer) -> tuple[Municipality, ...]:
    """Those that stand in what was typed; else those that are spelled a little like it."""
    typed = key(name)
    if gazetteer.counties(name):
        return ()
    inside = [s for s in gazetteer.spellings if f" {s.key} " in f" {typed} " and len(s.key) > SHORT_KEY]
    if inside:
        return gazetteer.of(inside)[:5]
    keys = [s.key for s in gazetteer.spellings]
    cutoff = 65 if len(typed) > 4 else 75
    alike = process.extract(typed, keys, scorer=fuzz.ratio, score_cutoff=cutoff, limit=6)
    return gazetteer.of(gazetteer.spellings[index] for _, _, index in alike)[:3]
