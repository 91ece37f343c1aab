"""What was asked about may have been answered by another meanwhile: then both values are shown, not one overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs import questions
from dialogs.moment import Moment
from dialogs.person import Asked, Differing, Spread, Which
from dialogs.showing import value_text
from dialogs.texts.catalogues import number
from dialogs.view import Field


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
    fields = (moment.view.field_by_id.get(slot) for slot in pending.values)
    return {
        field.id: (_typed(moment, field, pending.values[field.id]), pending.values[field.id])
        for field in fields
        if field is not None
    }


def which_as_typed(moment: Moment, pending: Which, chosen: str) -> str:
    places = moment.context.municipalities
    return ", ".join([*(places[each].label for each in (*pending.understood, chosen)), *pending.rest])


def _typed(moment: Moment, field: Field, value: int) -> str:
    language = moment.person.language
    if isinstance(field.question.kind, questions.Nok):
        return number(language, value)
    return value_text(moment.view, field, value, language)
