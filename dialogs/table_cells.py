"""One cell of a table as a value: plain digits under a header of amounts are sure, all else is read as when typed."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from typing import assert_never

from dialogs import amounts, full_time_equivalents
from dialogs.brought import BroughtAnswer
from dialogs.person import LANGUAGES
from dialogs.texts.catalogues import Texts

_DIGITS = re.compile(r"[0-9]{1,10}|[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3}){1,3}")
_NOTHING = ("", "-", "–", "—", "0", "0,-", "0 kr", "kr 0", "0,00", "0,0")


def is_nothing(cell: str) -> bool:
    """Empty, or nought: no cost, and nothing that anybody brings."""
    return cell.lower() in _NOTHING


def amount_of(slot: str, cell: str, *, is_in_thousands: bool = False) -> BroughtAnswer:
    """Whole kroner."""
    if _DIGITS.fullmatch(cell) and not is_in_thousands:
        nok = int("".join(sign for sign in cell if sign.isdigit()))
        if nok <= amounts.LARGEST_NOK:
            return BroughtAnswer(slot=slot, value=nok)
    amount = amounts.read_amount(f"{cell} tusen" if is_in_thousands else cell)
    match amount:
        case amounts.Amount():
            return BroughtAnswer(slot=slot, value=amount.nok)
        case amounts.Doubtful():
            return BroughtAnswer(slot=slot, value=amount.nok, raw=cell, is_unsure=True)
        case amounts.PerYear():
            return BroughtAnswer(slot=slot, raw=cell, problem="amount_one_year")
        case amounts.Each():
            return BroughtAnswer(slot=slot, raw=cell, problem="amount_one_amount")
        case amounts.Refused():
            return BroughtAnswer(slot=slot, raw=cell, problem=f"amount_{amount.code}")
        case _:
            assert_never(amount)


def full_time_of(slot: str, cell: str, *, is_per_cent: bool = False) -> BroughtAnswer:
    """Thousandths of a full-time equivalent."""
    share = full_time_equivalents.read_full_time_equivalents(
        f"{cell} %" if is_per_cent and "%" not in cell else cell
    )
    match share:
        case full_time_equivalents.FullTimeEquivalents():
            return BroughtAnswer(slot=slot, value=share.thousandths)
        case full_time_equivalents.FullTimeEquivalentsInYears():
            return BroughtAnswer(slot=slot, raw=cell, problem="full_time_one_amount")
        case full_time_equivalents.Refused():
            return BroughtAnswer(slot=slot, raw=cell, problem=f"full_time_{share.code}")
        case _:
            assert_never(share)


def hours_of(slot: str, cell: str) -> BroughtAnswer:
    hours = amounts.read_hours(cell)
    if isinstance(hours, amounts.Hours):
        return BroughtAnswer(slot=slot, value=hours.half_hours)
    return BroughtAnswer(slot=slot, raw=cell, problem=f"hours_{hours.code}")


def taken_out_of(texts: Texts, cell: str) -> str:
    """The code of what was taken out of a cell before it came here; "" where it is whole."""
    for language in LANGUAGES:
        if texts.say(language, "m-number-removed") in cell:
            return "identity_number"
        if texts.say(language, "m-digits-masked") in cell:
            return "eleven_digits"
    return ""
