"""Whether a stored value still is an answer to its question: releases change, and so do the things it names."""

from __future__ import annotations

from datetime import date
from typing import Any, assert_never

from dialogs import questions
from dialogs.questions import Kind


def has_shape(kind: Kind, value: Any) -> bool:
    """Whether the value is of the sort that the kind stores. What it names may still be gone."""
    match kind:
        case questions.Text() | questions.Email() | questions.Phone():
            return isinstance(value, str)
        case questions.Choice():
            return isinstance(value, str) and (kind.options not in YEARS or _is_year(value))
        case questions.Choices() | questions.Municipalities() | questions.Names():
            return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)
        case questions.Nok() | questions.FullTimeEquivalents() | questions.Hours():
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case questions.PeriodOfTime():
            return _is_period(value)
        case questions.Day():
            return _is_day(value)
        case _:
            assert_never(kind)


YEARS = ("years", "cost_years")


def is_offered(kind: Kind, value: Any, options: frozenset[str]) -> bool:
    """Whether everything the value names can be chosen now; for values of the right shape."""
    match kind:
        case questions.Choice():
            return value in options
        case questions.Choices():
            alone = kind.alone is not None and kind.alone in value and len(value) > 1
            return options.issuperset(value) and not alone
        case questions.Text():
            return len(value) <= kind.maximum
        case _:
            return True


def as_typed(value: Any) -> str:
    """A value that no longer fits, as text for the person to look at; "" where only codes are left of it."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _is_year(value: str) -> bool:
    return len(value) == 4 and value.isascii() and value.isdigit()


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_period(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(_is_day(day) for day in value)
        and bool(value[0] <= value[1])
    )
