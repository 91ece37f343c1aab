"""The budget so that a phone can read it: one line a sum, computed, with what does not meet."""

from __future__ import annotations

from bot.cards.elements import Json, Pen, box, heading, near, parted, problem, words
from dialogs.budget import Budget, CostShift, budget_of
from dialogs.texts.catalogues import nok
from dialogs.view import View


def budget_elements(pen: Pen, view: View) -> list[Json]:
    """Nothing while no amount is known."""
    budget = budget_of(view)
    if not budget.entries:
        return []
    made = []
    for year in budget.years if len(budget.years) > 1 else ():
        made += [words(str(year), bold=True), *map(near, _sums(pen, budget, year))]
    if len(budget.years) > 1:
        made.append(words(pen.t("card-all-years"), bold=True))
    made += [*map(near, _sums(pen, budget, None)), *_by_party(pen, view, budget)]
    return [parted(heading(pen.t("card-budget"))), box(made), *_cost_shift(pen, view, budget.shift)]


def _cost_shift(pen: Pen, view: View, shift: CostShift | None) -> list[Json]:
    if shift is None:
        return []
    lines = []
    for what, party, amount in shift.rows():
        named = {"party": view.party_name(party) if party else pen.t("card-some-party")}
        lines.append(words(pen.t(f"card-shift-{what}", amount=nok(pen.language, amount), **named)))
    return [box([words(pen.t("card-shift"), bold=True), *map(near, lines)])]


def budget_so_far(pen: Pen, view: View) -> list[Json]:
    """Beside a question about money: what the costs are, and how much of them nobody pays for yet."""
    budget = budget_of(view)
    if not budget.costs():
        return []
    lines = [words(pen.t("card-costs", amount=nok(pen.language, budget.costs())))]
    if budget.financing():
        lines.append(words(pen.t("card-financing", amount=nok(pen.language, budget.financing()))))
    left = budget.difference()
    if left > 0:
        lines.append(words(pen.t("card-left", amount=nok(pen.language, left)), bold=True))
    elif left == 0:
        lines.append(words(pen.t("card-balanced"), bold=True))
    else:
        lines.append(problem(pen.t("card-over", amount=nok(pen.language, -left))))
    return [box([words(pen.t("card-so-far"), size="Small", subtle=True), *map(near, lines)])]


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
    elif budget.costs(year):
        made.append(words(pen.t("card-balanced"), bold=True))
    return made


def _by_party(pen: Pen, view: View, budget: Budget) -> list[Json]:
    made = []
    for party in view.parties():
        applied, own = budget.total("applied", party=party.id), budget.own(party.id)
        if applied or own:
            amounts = {"applied": nok(pen.language, applied), "own": nok(pen.language, own)}
            made.append(words(pen.t("card-party-money", party=party.name, **amounts)))
    return [*made[:1], *map(near, made[1:])]
