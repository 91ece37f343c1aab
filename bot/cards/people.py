"""What somebody who is or was in an application is called there: by name, and for which party."""

from __future__ import annotations

from bot.cards.elements import Pen
from dialogs.ownership import party_of
from dialogs.view import View


def person_name(pen: Pen, view: View, person_id: str) -> str:
    """Also of who has left: what they wrote is told by whom."""
    name = view.application.name_of(person_id) or pen.t("card-no-name")
    party = party_of(view.application, person_id)
    return f"{name} ({view.party_name(party)})" if party else name
