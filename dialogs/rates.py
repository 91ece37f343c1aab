"""What an årsverk or an hour is worth: the party's own rate, else its helsefellesskap's; none is built in."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.fields import Field
from dialogs.slots import Slot, slot_name
from dialogs.view import View

LONGEST = 120
"""Characters of a rate."""
_A_YEAR = r"(?:årsverk(?:et)?|hel(?:e)? stilling|full stilling|stilling|full[- ]time equivalent|fte)"
_AN_HOUR = r"(?:time(?:n)?|hour)"
_PER = r"(?:(?:per|pr\.?|for (?:et|ett|eit|eitt|en|ein|hver|kvar|each|an?)|i|an?|/)\s*)"


@dataclass(frozen=True, slots=True)
class _Effort:
    quantity: str
    """The question for how much it is."""
    value: str
    """The question for what it is worth, where no rate says it."""
    rate: str
    parts: int
    """Of one unit, as the quantity is stored."""
    said: re.Pattern[str]


_EFFORTS = (
    _Effort(
        "own_full_time",
        "own_full_time_nok",
        "own_full_time_rate",
        1000,
        re.compile(rf"(?P<amount>.*\d.*?)\s*{_PER}{_A_YEAR}\.?", re.IGNORECASE | re.DOTALL),
    ),
    _Effort(
        "own_hours",
        "own_hours_nok",
        "own_hours_rate",
        2,
        re.compile(rf"(?P<amount>.*\d.*?)\s*(?:{_PER})?{_AN_HOUR}\.?", re.IGNORECASE | re.DOTALL),
    ),
)
EFFORTS = {effort.quantity: effort for effort in _EFFORTS}
_BY_VALUE = {effort.value: effort for effort in _EFFORTS}


def rate_of(view: View, quantity: str, party: str | None) -> int | None:
    """Whole kroner for one årsverk, or for one hour."""
    own = view.value(EFFORTS[quantity].rate, party)
    return own if isinstance(own, int) else community_rate(view, quantity)


def community_rate(view: View, quantity: str) -> int | None:
    if view.community is None:
        return None
    settings = view.community.settings
    rates = {
        "own_full_time": settings.rate_per_full_time_equivalent_nok,
        "own_hours": settings.rate_per_hour_nok,
    }
    return rates[quantity]


def worth(view: View, slot: Slot) -> int | None:
    """Whole kroner of a quantity by its rate; None where there is none, or a value was typed instead."""
    effort = EFFORTS.get(slot.question)
    if effort is None or view.value(effort.value, slot.party, year=slot.year) is not None:
        return None
    rate = rate_of(view, slot.question, slot.party)
    quantity = view.value(slot.question, slot.party, year=slot.year)
    return None if rate is None or quantity is None else _half_up(rate * int(quantity), effort.parts)


def implied_rate(view: View, slot: Slot) -> int | None:
    """Whole kroner for one årsverk or hour, of a value that was typed beside a quantity."""
    effort = _BY_VALUE.get(slot.question)
    if effort is None:
        return None
    many = view.value(effort.quantity, slot.party, year=slot.year)
    value = view.value(slot.question, slot.party, year=slot.year)
    return None if not many or value is None else _half_up(int(value) * effort.parts, int(many))


def _half_up(amount: int, divisor: int) -> int:
    return (2 * amount + divisor) // (2 * divisor)


def rate_said(view: View, asked: Field, text: str) -> tuple[Field, str] | None:
    """«900 000 per årsverk» where a value is asked for: the field of the rate, and the amount alone."""
    effort, amount = _BY_VALUE.get(asked.question.name), said_as_rate(asked.question.name, text)
    if effort is None or not amount:
        return None
    slot = Slot(effort.rate, asked.slot.party)
    question = view.context.form.questions()[effort.rate]
    return Field(slot, question, asked.instance, str(slot)), amount


def said_as_rate(value_question: str, text: str) -> str:
    """The amount of «900 000 per årsverk»; "" where the text is no rate, or the question takes none."""
    effort = _BY_VALUE.get(value_question)
    found = effort.said.fullmatch(text.strip()) if effort is not None and len(text) <= LONGEST else None
    return found["amount"].strip() if found is not None else ""


def rate_slot(asked: Field) -> tuple[str, ...]:
    """The slot of the rate that a value's question may be answered with; empty for all other questions."""
    effort = _BY_VALUE.get(asked.question.name)
    return (slot_name(effort.rate, asked.slot.party),) if effort is not None else ()
