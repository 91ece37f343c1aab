"""The tags of the Word form, read back: which question, for which party or line, and which box."""

# Norwegian on purpose: what a program writes into the file, never what people read here.

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogs.file_parts import Place
from dialogs.view import View

_TAG = re.compile(
    r"(?P<question>[a-z][a-z0-9_]{0,39})(?:@(?P<party>[a-z0-9-]{1,60}))?(?:#(?P<line>[0-9]{1,4}))?"
    r"(?:/(?P<year>[0-9]{4}))?(?::(?P<code>[A-Za-z0-9_-]{1,60}))?"
)
_NTH = re.compile(r"(?P<kind>hospital|municipality)(?P<number>[0-9]{1,2})")


PROMPTS = (
    "Klikk eller trykk her for å skrive inn tekst.",
    "Klikk her for å skrive inn tekst.",
    "Click or tap here to enter text.",
    "Click here to enter text.",
)
"""What Word itself says where somebody has taken a text away again."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the form something was written."""

    question: str
    party: str = ""
    """A party's id, or which of its kind: «municipality2»."""
    line: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What was written or ticked there."""

    text: str = ""
    codes: tuple[str, ...] = ()


def written_in(places: Iterable[Place], hints: frozenset[str]) -> Mapping[Spot, Written]:
    """In order; `hints` are what empty places say. A row that was copied is the next party's, or another line's."""
    hints = hints.union(PROMPTS)
    found: dict[Spot, Written] = {}
    seen: Counter[str] = Counter()
    last = _last_numbers(places := tuple(places))
    for place in places:
        tag = _TAG.fullmatch(place.tag)
        text = place.text.strip()
        if tag is None or text in hints:
            text = ""
        if tag is None:
            continue
        copy = seen[place.tag]
        seen[place.tag] += 1
        spot = Spot(
            tag["question"],
            _copied_party(tag["party"] or "", copy, last),
            f"{tag['line']}.{copy}" if tag["line"] and copy else tag["line"] or "",
            int(tag["year"] or 0),
        )
        if tag["code"] and place.is_ticked:
            before = found.get(spot, Written())
            found[spot] = Written(before.text, (*before.codes, tag["code"]))
        elif text:
            before = found.get(spot, Written())
            found[spot] = Written("\n".join(part for part in (before.text, text) if part), before.codes)
    return found


def _last_numbers(places: Iterable[Place]) -> dict[str, int]:
    """How many parties of each kind the form has places for, before any was copied."""
    last: dict[str, int] = {}
    for place in places:
        tag = _TAG.fullmatch(place.tag)
        nth = _NTH.fullmatch(tag["party"] or "") if tag is not None else None
        if nth is not None:
            last[nth["kind"]] = max(last.get(nth["kind"], 0), int(nth["number"]))
    return last


def _copied_party(party: str, copy: int, last: Mapping[str, int]) -> str:
    nth = _NTH.fullmatch(party)
    if nth is None or not copy:
        return party
    return f"{nth['kind']}{last[nth['kind']] + copy}"


def party_of(view: View, place: str) -> str | None:
    """The party that a place is for; None where there are not so many."""
    if any(party.id == place for party in view.parties()):
        return place
    nth = _NTH.fullmatch(place)
    if nth is None:
        return None
    of_kind = [party.id for party in view.parties() if party.kind == nth["kind"]]
    number = int(nth["number"])
    return of_kind[number - 1] if 1 <= number <= len(of_kind) else None
