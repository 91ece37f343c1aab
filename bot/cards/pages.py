"""Splits what is too long for one message: Teams takes 40,000 characters of card, and nothing is left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from bot.cards.elements import Json

ROOM = 30_000
"""Characters of JSON for the body of one card; the rest is for buttons and the frame."""


def pages(elements: Iterable[Json], room: int = ROOM) -> list[list[Json]]:
    """The elements in order, in as many bodies as they need; at least one. A text too long alone is divided."""
    made: list[list[Json]] = [[]]
    used = 0
    for element in elements:
        for piece in _pieces(element, room):
            size = size_of(piece)
            if made[-1] and used + size > room:
                made.append([])
                used = 0
            made[-1].append(piece)
            used += size
    return made


def size_of(element: Json | Sequence[Json]) -> int:
    return len(json.dumps(element, ensure_ascii=True))


def _pieces(element: Json, room: int) -> list[Json]:
    if size_of(element) <= room or element.get("type") != "RichTextBlock":
        return [element]
    *before, last = element["inlines"]
    text, made = str(last["text"]), []
    step = room // 12
    for start in range(0, len(text), step):
        run = {**last, "text": text[start : start + step]}
        made.append({**element, "inlines": [*(before if start == 0 else []), run]})
    return made
