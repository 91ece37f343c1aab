"""Reads amounts, hours and positions in a field: also «per år» and «hver», shown before they are taken."""

from __future__ import annotations

from typing import assert_never

from dialogs import amounts, full_time_equivalents, questions
from dialogs.named_years import over_named_years
from dialogs.readings import Doubted, Reading, Several, Taken, Wrong
from dialogs.view import Field, View


def read_nok(view: View, asked: Field, text: str) -> Reading:
    by_name = over_named_years(view, asked, text, lambda part: read_nok(view, asked, part))
    if by_name is not None:
        return by_name
    amount = amounts.read_amount(text)
    match amount:
        case amounts.Amount():
            return Taken(amount.nok)
        case amounts.Doubtful():
            kind = asked.question.kind
            may_be_small = isinstance(kind, questions.Nok) and kind.may_be_small
            return Taken(amount.nok) if may_be_small else Doubted(amount.nok)
        case amounts.Refused():
            return Wrong(f"amount_{amount.code}")
        case amounts.PerYear():
            return _over_years(view, asked, amount.nok, amount.years)
        case amounts.Each():
            return _over_parties(view, asked, amount.nok)
        case _:
            assert_never(amount)


def read_full_time(view: View, asked: Field, text: str) -> Reading:
    by_name = over_named_years(view, asked, text, lambda part: read_full_time(view, asked, part))
    if by_name is not None:
        return by_name
    share = full_time_equivalents.read_full_time_equivalents(text)
    match share:
        case full_time_equivalents.FullTimeEquivalents():
            return Taken(share.thousandths)
        case full_time_equivalents.FullTimeEquivalentsInYears():
            return _over_years(view, asked, share.thousandths, share.years)
        case full_time_equivalents.Refused():
            return Wrong(f"full_time_{share.code}")
        case _:
            assert_never(share)


def _over_years(view: View, asked: Field, value: int, years: int | None) -> Reading:
    """«per år»: the same question for the same party in each year. A cost line stands for one year only."""
    if not asked.question.by_year:
        return Wrong("amount_one_year") if len(view.years()) > 1 or (years or 1) > 1 else Taken(value)
    fields = [f for f in view.fields if f.question is asked.question and f.slot.party == asked.slot.party]
    if years is not None and years != len(fields):
        return Wrong("years_differ", {"said": years, "years": len(fields)})
    return Taken(value) if len(fields) == 1 else Several({f.id: value for f in fields})


def _over_parties(view: View, asked: Field, value: int) -> Reading:
    """«hver»: each party, or each municipality where one of them was asked; in the one year there is."""
    kinds = {party.id: party.kind for party in view.parties()}
    if asked.slot.party not in kinds or (asked.question.by_year and len(view.years()) > 1):
        return Wrong("amount_one_amount")
    meant = {"municipality"} if kinds[asked.slot.party] == "municipality" else {"municipality", "hospital"}
    fields = [
        f for f in view.fields if f.question is asked.question and kinds.get(f.slot.party or "") in meant
    ]
    return Several({f.id: value for f in fields}) if len(fields) > 1 else Taken(value)


def read_hours(text: str) -> Reading:
    hours = amounts.read_hours(text)
    return Wrong(f"hours_{hours.code}") if isinstance(hours, amounts.Refused) else Taken(hours.half_hours)
