"""How columns and rows of sums are called, in any of the languages, with units, years and typos."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, get_args

from rapidfuzz import fuzz

from dialogs.person import LANGUAGES
from dialogs.spelling import plain
from dialogs.texts.catalogues import Texts

OfParty = Literal["own_money", "own_full_time", "own_full_time_nok", "own_hours", "own_hours_nok", "applied"]
OF_PARTY: tuple[OfParty, ...] = get_args(OfParty)
Role = Literal["what", "party", "year", "amount", "sum", "aside"] | OfParty
NAMED: tuple[Role, ...] = ("what", "party", "year", "amount", "sum", "aside", *OF_PARTY)

LIKE_ENOUGH = 88
SHORTEST_WITH_TYPOS = 5
LONGEST_HEADER = 80
YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_KRONER = re.compile(r"\b(?:kr|nok|kroner|kronar)\b")
_UNIT = re.compile(
    r"[(\[{][^)\]}]*[)\]}]|\b(?:i |in )?(?:hele? |heile |whole |tusen |1 ?000 ?)?(?:kr|nok|kroner|kronar|tkr|tnok)\b\.?"
    r"|\bi (?:tusen|1 ?000)\b"
)
_THOUSANDS = re.compile(
    r"\b(?:tkr|tnok|kkr|tusen|thousands?)\b|\b1 ?000 ?(?:kr|nok|kroner)\b|\b(?:kr|nok|kroner|i) 1 ?000\b"
)


class ColumnWords:
    """Made once: the catalogues do not change."""

    def __init__(self, texts: Texts) -> None:
        def phrases(key: str) -> frozenset[str]:
            return frozenset(
                plain(phrase) for language in LANGUAGES for phrase in texts.phrases(language, key)
            )

        self._roles: Mapping[Role, frozenset[str]] = {role: phrases(f"c-column-{role}") for role in NAMED}
        financing = self._roles["own_money"] | self._roles["applied"] | phrases("c-row-financing")
        self._financing = financing

    def role_of(self, header: str) -> Role | None:
        """By what it is called, else by the longest of the names that it holds."""
        said = _bare(header)
        if not said:
            return "amount" if _KRONER.search(header.lower()) else None
        held: list[tuple[int, Role]] = []
        for role, phrases in self._roles.items():
            if said in phrases:
                return role
            for phrase in phrases:
                if f" {phrase} " in f" {said} " or _is_nearly(said, phrase):
                    held.append((len(phrase), role))
        return max(held, default=(0, None))[1]

    def names_sum(self, cell: str) -> bool:
        said = _bare(cell)
        return any(said == phrase or said.startswith(f"{phrase} ") for phrase in self._roles["sum"])

    def names_financing(self, cell: str) -> bool:
        """A row that says where the money comes from is no cost."""
        return _bare(cell) in self._financing


def years_in(header: str) -> list[int]:
    return [int(year) for year in YEAR.findall(header)]


def says_thousands(header: str) -> bool:
    return _THOUSANDS.search(header.lower()) is not None


def says_per_cent(header: str) -> bool:
    return "%" in header or "prosent" in header.lower()


def _bare(cell: str) -> str:
    return plain(_UNIT.sub(" ", YEAR.sub(" ", cell[:LONGEST_HEADER].lower())))


def _is_nearly(said: str, phrase: str) -> bool:
    return len(phrase) >= SHORTEST_WITH_TYPOS and fuzz.ratio(said, phrase) >= LIKE_ENOUGH
