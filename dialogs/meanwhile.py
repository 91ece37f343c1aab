"""What was asked about may have been answered by another meanwhile: then both values are shown, not one overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs.moment import Moment
from dialogs.person import Asked, Differing, Spread, Which
from dialogs.showing import value_as_typed


def differing(moment: Moment, pending: Asked, mine: Mapping[str, tuple[str, Any]]) -> tuple[Differing, ...]:
    """`mine`: slot -> what the person wrote, and the value it is where that is known already."""
    return tuple(
        Differing(slot=slot, raw=raw)
        for slot, (raw, value) in mine.items()
        if _is_newer(moment, pending, slot, value)
    )


def _is_newer(moment: Moment, pending: Asked, slot: str, value: Any) -> bool:
    answer = moment.draft.answers.get(slot)
    if answer is None or pending.revisions.get(slot, answer.revision) == answer.revision:
        return False
    return answer.value != value if answer.value is not None else bool(answer.raw)


def spread_as_typed(moment: Moment, pending: Spread) -> dict[str, tuple[str, Any]]:
    view, language = moment.view, moment.person.language
    return {
        slot: (value_as_typed(view, field, value, language), value)
        for slot, value in pending.values.items()
        if (field := view.field_by_id.get(slot)) is not None
    }


def which_as_typed(moment: Moment, pending: Which, chosen: str) -> str:
    places = moment.context.municipalities
    return ", ".join([*(places[each].label for each in (*pending.understood, chosen)), *pending.rest])
