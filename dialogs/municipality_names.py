"""Municipalities as people list them, read part by part: what is understood, and what must be asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogs.municipality_reading import Found, Gazetteer, Reading, Unknown, read_one, words_of
from dialogs.places import Municipality
from dialogs.spelling import key

LONGEST_TEXT = 8_000
"""Characters; all of Norway's municipalities take about 3,500."""
MOST_PARTS = 500
MOST_ASKED = 25
"""Past these the text is no list of municipalities, and the rest of it is left as one part."""

_BULLET = re.compile(r"^[ \t]*(?:[-–—*•·●▪◦‣>]+|\d{1,3}[.)])[ \t]+", re.MULTILINE)
_BETWEEN = re.compile(
    r"\s*(?:[,;|\n\r\t•·●▪◦‣+&/]|\.(?=\s|$)|(?<=\s)[-–—](?=\s)|(?<!\S)(?:og|and|samt|med|with|pluss)(?!\S))\s*",
    re.IGNORECASE,
)
_HELD_TOGETHER = "_"


@dataclass(frozen=True, slots=True)
class Part:
    """One item of the list as it was typed, and what it was read as: Found has exactly one municipality."""

    text: str
    reading: Reading


def read_municipalities(text: str, municipalities: Mapping[str, Municipality]) -> tuple[Part, ...]:
    """The parts in the order they were typed. A text that names nothing gives one Unknown part."""
    text = unicodedata.normalize("NFC", text)
    if len(text) > LONGEST_TEXT:
        return (Part(text[:80], Unknown(text[:80])),)
    gazetteer = Gazetteer(municipalities)
    parts = _merged(_read_pieces(_pieces(text, gazetteer), gazetteer))
    return tuple(parts) or (Part("", Unknown("")),)


def find_municipalities(text: str, municipalities: Mapping[str, Municipality]) -> Reading:
    """The whole text as one answer: everything it names, or the first part that must be asked about."""
    parts = read_municipalities(text, municipalities)
    return next((p.reading for p in parts if not isinstance(p.reading, Found)), Found(found_in(parts)))


def found_in(parts: Iterable[Part]) -> tuple[Municipality, ...]:
    """What was understood, each once."""
    found = (m for part in parts if isinstance(part.reading, Found) for m in part.reading.municipalities)
    return tuple(dict.fromkeys(found))


def _pieces(text: str, gazetteer: Gazetteer) -> list[str]:
    text = _BULLET.sub("\n", re.sub(r"[^\S\n\r\t]+", " ", text))
    text = re.sub(r"[ ()\[\]{}]+", " ", text)
    for county in gazetteer.county_names:
        if " og " in county:
            spelled = r"\s+(?:og|and|&)\s+".join(re.escape(half) for half in county.split(" og "))
            text = re.sub(spelled, re.sub(r"\s", _HELD_TOGETHER, county), text, flags=re.IGNORECASE)
    pieces = (" ".join(piece.replace(_HELD_TOGETHER, " ").split()) for piece in _BETWEEN.split(text))
    return [piece for piece in pieces if words_of(piece)]


def _read_pieces(pieces: list[str], gazetteer: Gazetteer) -> list[Part]:
    parts: list[Part] = []
    index = 0
    while index < len(pieces):
        if len(parts) >= MOST_PARTS or sum(not isinstance(p.reading, Found) for p in parts) >= MOST_ASKED:
            rest = ", ".join(pieces[index:])[:80]
            return [*parts, Part(rest, Unknown(rest))]
        piece = pieces[index]
        pair = _two_halves(piece, pieces[index + 1], gazetteer) if index + 1 < len(pieces) else None
        if pair is not None:
            parts.append(pair)
            index += 2
            continue
        index += 1
        if parts and _is_county_only(piece, gazetteer):
            with_county = read_one(f"{parts[-1].text} {piece}", gazetteer)
            if isinstance(with_county, Found):
                parts[-1] = Part(f"{parts[-1].text}, {piece}", with_county)
                continue
        parts.extend(_read_piece(piece, gazetteer))
    return parts


def _is_county_only(piece: str, gazetteer: Gazetteer) -> bool:
    name = " ".join(words_of(piece))
    return bool(gazetteer.counties(name)) and not gazetteer.exactly(name)


def _two_halves(first: str, second: str, gazetteer: Gazetteer) -> Part | None:
    """A name with «og» or a hyphen in it was taken apart: «Evje og Hornnes», «Aurskog - Høland»."""
    if gazetteer.exactly(" ".join(words_of(first))) and gazetteer.exactly(" ".join(words_of(second))):
        return None
    whole = read_one(f"{first} og {second}", gazetteer)
    if isinstance(whole, Found) and " og " in f" {key(whole.municipalities[0].name)} ":
        return Part(f"{first} og {second}", whole)
    if gazetteer.exactly(" ".join(words_of(f"{first} {second}"))):
        return Part(f"{first}-{second}", read_one(f"{first} {second}", gazetteer))
    return None


def _read_piece(piece: str, gazetteer: Gazetteer) -> list[Part]:
    reading = read_one(piece, gazetteer)
    if isinstance(reading, Unknown) and not reading.former:
        names = _names_in_a_row(words_of(piece), gazetteer)
        if len(names) > 1:
            return [Part(name, read_one(name, gazetteer)) for name in names]
    return [Part(piece, reading)]


def _names_in_a_row(words: list[str], gazetteer: Gazetteer) -> list[str]:
    """«Risør Tvedestrand Søndre Land»: names with nothing between them; [] where that does not come out."""
    names: list[str] = []
    while words:
        length = next((n for n in (3, 2, 1) if gazetteer.exactly(" ".join(words[:n]))), 0)
        if not length:
            return []
        names.append(" ".join(words[:length]))
        words = words[length:]
    return names


def _merged(parts: list[Part]) -> list[Part]:
    """Names of one municipality that stand side by side are one part: «Kautokeino – Guovdageaidnu»."""
    merged: list[Part] = []
    for part in parts:
        previous = merged[-1] if merged else None
        if previous is not None and isinstance(part.reading, Found) and part.reading == previous.reading:
            merged[-1] = Part(f"{previous.text}, {part.text}", part.reading)
        else:
            merged.append(part)
    return merged
