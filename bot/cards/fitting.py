"""How much of a text a card shows: Teams takes no card over its limit, and nothing is left out unsaid."""

from __future__ import annotations

import json

from bot.cards.elements import Pen

ROOM_FOR_VALUES = 30_000
"""For all inputs of one card, as Teams counts: UTF-16 units of JSON."""
SHOWN = 4_000
"""Of a text that is shortened, in the same measure."""


def surely_fits(text: str, room: int) -> bool:
    """Without counting: no sign takes more than six units."""
    return 6 * len(text) + 2 <= room


def units(text: str) -> int:
    return len(json.dumps(text, ensure_ascii=False).encode("utf-16-le", "surrogatepass")) // 2


def shortened(pen: Pen, text: str, room: int = SHOWN, *, is_kept: bool = True) -> str:
    """The text, or its beginning and how much more there is: what is kept is kept whole."""
    if surely_fits(text, room) or units(text) <= room:
        return text
    shown = text[: room // 2]
    while units(shown) > room:
        shown = shown[: len(shown) * 3 // 4]
    more = "card-and-more" if is_kept else "card-and-more-not-kept"
    return f"{shown}\n{pen.t(more, count=len(text) - len(shown))}"
