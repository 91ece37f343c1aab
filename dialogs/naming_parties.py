"""Finds the party that a person means by an id, a number in the list, or a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from dialogs.party_names import PartyNames
from dialogs.view import View

T = TypeVar("T")


def party_named(view: View, wanted: str) -> str | None:
    """None where none or several may be meant."""
    parties = view.parties()
    if any(party.id == wanted for party in parties):
        return wanted
    numbered = at_number(parties, wanted)
    if numbered is not None:
        return numbered.id
    named = PartyNames(view).named(wanted) if parties else ()
    return named[0] if len(named) == 1 else None


def at_number(choices: Sequence[T], wanted: str) -> T | None:
    is_number = wanted.isascii() and wanted.isdigit() and len(wanted) < 4
    return choices[int(wanted) - 1] if is_number and 1 <= int(wanted) <= len(choices) else None
