"""Which language somebody speaks whose own choice is not known: their client's, else bokmål."""

from __future__ import annotations

from bot.activities import Incoming
from dialogs.person import Language


def spoken(incoming: Incoming) -> Language:
    match incoming.locale[:2].lower():
        case "nn":
            return "nn"
        case "en":
            return "en"
        case _:
            return "nb"
