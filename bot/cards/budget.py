"""The budget so that a phone can read it: one line a sum, computed, with what does not meet."""

from __future__ import annotations

from bot.cards.elements import Json, Pen, heading, problem, words
from dialogs.budget import Budget, budget_of
from dialogs.texts.catalogues import nok
from dialogs.view import View


def budget_elements(pen: Pen, view: View) -> list[Json]:
    """Nothing while no amount is known."""
    budget = budget_of(view)
    if not budget.entries:
        return []
    made = [heading(pen.t("card-budget"))]
    for year in budget.years if len(budget.years) > 1 else ():
        made.append(words(str(year), bold=True))
        made += _sums(pen, budget, year)
    if len(budget.years) > 1:
        made.append(words(pen.t("card-all-years"), bold=True))
    return [*made, *_sums(pen, budget, None), *_by_party(pen, view, budget)]


def _sums(pen: Pen, budget: Budget, year: int | None) -> list[Json]:
    rows = (
        ("card-costs", budget.costs(year)),
        ("card-applied", budget.total("applied", year=year)),
        ("card-own-money", budget.total("own_money", year=year)),
        ("card-own-value", budget.total("own_value", year=year)),
        ("card-other", budget.total("other", year=year)),
    )
    made = [words(pen.t(key, amount=nok(pen.language, amount))) for key, amount in rows if amount]
    difference = budget.difference(year)
    if difference > 0:
        made.append(problem(pen.t("card-lacking", amount=nok(pen.language, difference))))
    elif difference < 0:
        made.append(problem(pen.t("card-over", amount=nok(pen.language, -difference))))
    return made


def _by_party(pen: Pen, view: View, budget: Budget) -> list[Json]:
    made = []
    for party in view.parties():
        applied, own = budget.total("applied", party=party.id), budget.own(party.id)
        if applied or own:
            amounts = {"applied": nok(pen.language, applied), "own": nok(pen.language, own)}
            made.append(words(pen.t("card-party-money", party=party.name, **amounts)))
    return made
