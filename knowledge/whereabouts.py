"""Which places a question speaks of: helsefellesskap, hospitals, regions, counties, municipalities, as people write."""

# Norwegian on purpose: words that are looked for in questions, never words that people read from here.

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.places import Community, Municipality, Region
from knowledge.place_names import Place, PlaceNames, key_of, names_of_places, squeezed

LONGEST_NAME_WORDS = 6
SHORTEST_TYPED_OTHERWISE = 4
"""Letters a name must have to be known without its own letters: «Bø» is not «bo»."""
SHORTEST_APART = 6
"""Letters of a name of several words, written however they are joined."""
SHORTEST_GENITIVE = 4
"""Letters a name must have before an s that is not its own: «oss» is not Os'."""
SHORTEST_MISSPELT, SHORTEST_LITTLE_KNOWN = 6, 9
"""Letters a name must have to be seen through wrong ones; a small municipality's is more often a word."""
WRONG_LETTERS: Final = ((6, 1), (11, 2), (15, 3))
"""From so many letters of a name on, so many wrong ones are seen through."""
WRONG_LETTERS_IN_DOUBT: Final = ((5, 1), (8, 2), (12, 3))
_TOKEN = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n]\s*|[«\"(]\s*)$")
_BEFORE_PLACES: Final = frozenset(
    (
        "i",
        "helse",
        "på",
        "frå",
        "fra",
        "til",
        "for",
        "in",
        "from",
        "of",
        "at",
        "og",
        "and",
        "eller",
        "or",
        "ved",
        "hos",
        "rundt",
        "around",
        "near",
        "mot",
        "vs",
        "versus",
        "enn",
        "than",
        "fikk",
        "fekk",
        "fik",
        "fått",
        "får",
        "gjekk",
        "gikk",
        "did",
        "got",
        "get",
        "gets",
        "received",
        "receive",
        "the",
        "up",
        "hele",
        "heile",
        "whole",
        "all",
        "oppe",
        "oppi",
        "nede",
        "langt",
        "lengst",
        "lenger",
        "kommunene",
        "kommunane",
        "regionen",
        "region",
        "helseregionen",
        "helseregion",
    )
)
_BEFORE_UNKNOWN: Final = frozenset(
    (
        "i",
        "helse",
        "på",
        "frå",
        "fra",
        "til",
        "in",
        "from",
        "at",
        "ved",
        "hos",
        "rundt",
        "near",
        "fikk",
        "fekk",
        "fik",
        "får",
        "did",
    )
)
_AFTER_MIDDLE: Final = frozenset(("i", "på", "mellom", "imot", "inne", "under", "oppi", "ute"))
"""What makes «midt» a word of its own: in the middle of, between."""
_ENDING = re.compile(
    r"(?P<name>.{4,}?)(?:s|e|-)?(?:region(?:en|a)?|områd(?:et|e|a|ene)|kommun(?:en|ene|ane|er|ar|e)|fylket?|distriktet?"
    r"|s[yj]u?kehus(?:et|ene|a)?|klinikken|klinikk|helsefellesskap(?:et)?|folket?|benken|væringe[rn]e?|væring(?:ar|ane))"
)


@dataclass(frozen=True, slots=True)
class Mention:
    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    """In small letters."""
    squeezed: str
    key: str
    start: int
    end: int
    is_capital: bool
    is_before_number: bool
    is_last: bool
    """Of its sentence."""


class Gazetteer:
    """Knows every name that is written down here, and what stands behind it."""

    def __init__(
        self,
        names: PlaceNames,
        communities: Mapping[str, Community],
        municipalities: Mapping[str, Municipality],
        ordinary: Set[str] = frozenset(),
    ) -> None:
        """`ordinary` are words that are no names, in small letters."""
        self._ordinary = ordinary
        self._regions = {id: community.hospitals[0].region for id, community in communities.items()}
        self._also_words = {squeezed(name) for name in names.also_words}
        self._known: dict[str, Place] = {}
        self._typed_otherwise: dict[str, Place] = {}
        for name, place in names_of_places(names, communities, municipalities):
            self._known[squeezed(name)] = place
            key = key_of(name)
            is_word = squeezed(name) in self._also_words or (key in ordinary and key != squeezed(name))
            if len(key) >= SHORTEST_TYPED_OTHERWISE and not is_word:
                self._typed_otherwise[key] = place
        self._by_first_letter: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._typed_otherwise):
            self._by_first_letter[key[0]].append(key)
        well_known = (*names.communities.values(), *names.maybe.values(), *names.regions.values())
        self._well_known = {key_of(name) for called in well_known for name in called if " " not in name}
        elsewhere = (*names.elsewhere.values(), *names.region_of_county.values())
        self._widely_known = self._well_known | {key_of(name) for called in elsewhere for name in called}
        self._others = [tuple(name.split()) for name in names.others]

    def region_of(self, community: str) -> Region | None:
        return self._regions.get(community)

    def mentions(self, text: str) -> list[Mention]:
        """In the order they stand; the longest name wins."""
        tokens, found, at = _tokens(text), [], 0
        while at < len(tokens):
            for length in range(min(LONGEST_NAME_WORDS, len(tokens) - at), 0, -1):
                place = self._place(tokens, at, length)
                if place is not None:
                    found.append(Mention(place, tokens[at].start, tokens[at + length - 1].end))
                    at += length - 1
                    break
            at += 1
        return found

    def leaves_open(self, text: str) -> bool:
        """Whether some place may be spoken of that is not among the mentions: an unknown name, or «the neighbours»."""
        tokens = _tokens(text)
        words = [token.text for token in tokens]
        if any(self._stands(other, words) for other in self._others):
            return True
        mentioned = [(mention.start, mention.end) for mention in self.mentions(text)]
        free = [
            at
            for at, token in enumerate(tokens)
            if not any(start <= token.start < end for start, end in mentioned)
        ]
        return any(self._may_be_name(tokens, at) for at in free)

    def _stands(self, other: tuple[str, ...], words: list[str]) -> bool:
        return any(tuple(words[at : at + len(other)]) == other for at in range(len(words)))

    def _place(self, tokens: list[_Token], at: int, length: int) -> Place | None:
        if length > 1:
            within = tokens[at : at + length]
            name, key = "".join(token.squeezed for token in within), "".join(token.key for token in within)
            return self._exactly(name, key) if len(name) >= SHORTEST_APART else None
        word = tokens[at].text
        whole = self._exactly(tokens[at].squeezed, tokens[at].key)
        for form in dict.fromkeys((word, word.removesuffix("s"))):
            place = self._exactly(squeezed(form), key_of(form)) if form != word else whole
            if place is not None and (form == word or len(form) >= SHORTEST_GENITIVE):
                must_be_written = squeezed(form) in self._also_words
                return place if not must_be_written or _is_written_as_name(tokens, at) else None
        if word in self._ordinary:
            return None
        ended = _ENDING.fullmatch(word)
        if ended is not None:
            return None if squeezed(ended["name"]) in self._also_words else self._single(ended["name"])
        return self._misspelt(tokens[at].key)

    def _single(self, word: str) -> Place | None:
        return self._exactly(squeezed(word), key_of(word)) or self._misspelt(key_of(word))

    def _exactly(self, name: str, key: str) -> Place | None:
        place = self._known.get(name)
        if place is None and len(name) >= SHORTEST_TYPED_OTHERWISE:
            place = self._typed_otherwise.get(key)
        return place

    def _misspelt(self, key: str) -> Place | None:
        near = self._near(key, WRONG_LETTERS)
        if not all(
            len(name) >= (SHORTEST_MISSPELT if name in self._well_known else SHORTEST_LITTLE_KNOWN)
            for name in near
        ):
            return None
        places = {self._typed_otherwise[name] for name in near}
        return places.pop() if len(places) == 1 else None

    def _near(self, key: str, allowed: tuple[tuple[int, int], ...]) -> list[str]:
        most = max((wrong for letters, wrong in allowed if len(key) >= letters), default=0)
        if not most:
            return []
        names = self._by_first_letter.get(key[0], ())
        near = process.extract(key, names, scorer=OSA.distance, score_cutoff=most, limit=None)
        best = min((distance for _, distance, _ in near), default=0)
        return [name for name, distance, _ in near if distance == best]

    def _may_be_name(self, tokens: list[_Token], at: int) -> bool:
        token = tokens[at]
        if token.text in self._ordinary or token.squeezed in self._ordinary:
            return False
        is_after_place_word = at > 0 and tokens[at - 1].text in _BEFORE_UNKNOWN
        if is_after_place_word and (token.is_capital or token.is_last or token.is_before_number):
            return True
        near = self._near(token.key, WRONG_LETTERS_IN_DOUBT)
        return bool(near) and (
            token.is_capital or is_after_place_word or not self._widely_known.isdisjoint(near)
        )


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(
            match.group().casefold(),
            squeezed(match.group()),
            key_of(match.group()),
            match.start(),
            match.end(),
            match.group()[0].isupper() and not _SENTENCE_START.search(text[: match.start()]),
            text[match.end() :].lstrip(" '-’")[:1].isdigit(),
            not text[match.end() :].strip() or text[match.end() :].lstrip()[0] in "?!.",
        )
        for match in _TOKEN.finditer(text)
    ]


def _is_written_as_name(tokens: list[_Token], at: int) -> bool:
    if tokens[at].is_capital:
        return True
    before = tokens[at - 1].text if at else ""
    return before in _BEFORE_PLACES and not _is_in_the_middle(tokens, at)


def _is_in_the_middle(tokens: list[_Token], at: int) -> bool:
    """«Midt i skjemaet», but not «midt i 2024»."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].text == "midt"
        and after is not None
        and after.text in _AFTER_MIDDLE
        and not after.is_before_number
    )
