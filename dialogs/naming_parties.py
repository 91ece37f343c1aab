"""Finds the party, the member or the invitation that a person means by a number, an id or a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from dialogs.spelling import key
from dialogs.view import View

T = TypeVar("T")


def party_named(view: View, wanted: str) -> str | None:
    """By its id, its number in the list, or its name or the only one it can be a part of."""
    parties = view.parties()
    if any(party.id == wanted for party in parties):
        return wanted
    numbered = at_number(parties, wanted)
    if numbered is not None:
        return numbered.id
    said = key(wanted)
    if len(said) < 3:
        return None
    names = {party.id: key(party.name) for party in parties}
    for found in (
        [party for party, name in names.items() if name == said],
        [party for party, name in names.items() if said in name or name in said],
    ):
        if len(found) == 1:
            return found[0]
    return None


def at_number(choices: Sequence[T], wanted: str) -> T | None:
    is_number = wanted.isascii() and wanted.isdigit() and len(wanted) < 4
    return choices[int(wanted) - 1] if is_number and 1 <= int(wanted) <= len(choices) else None
