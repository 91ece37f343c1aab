"""The budget as tables: cost lines, and financing by party and year, with sums that are computed."""

from __future__ import annotations

from dialogs.budget import Budget, CostShift, budget_of
from dialogs.document import Block, Note, Subheading, Table
from dialogs.person import Language
from dialogs.showing import shown
from dialogs.texts.catalogues import nok
from dialogs.view import View

SORTS = ("applied", "own_money", "own_value", "other")


def money_blocks(view: View, language: Language) -> list[Block]:
    say = view.context.texts.say
    budget = budget_of(view)
    if not budget.entries:
        return []
    blocks: list[Block] = [
        Subheading(say(language, "d-costs")),
        _costs(view, budget, language),
        Subheading(say(language, "d-financing")),
        _financing(view, budget, language),
    ]
    for year in budget.years if len(budget.years) > 1 else (None,):
        difference = budget.difference(year)
        if difference:
            key = "card-lacking" if difference > 0 else "card-over"
            blocks.append(Note(say(language, key, amount=nok(language, abs(difference))), "missing"))
    if budget.shift is not None:
        blocks += [Subheading(say(language, "card-shift")), _cost_shift(view, budget.shift, language)]
    return blocks


def _cost_shift(view: View, shift: CostShift, language: Language) -> Table:
    say = view.context.texts.say
    *rows, left = (
        (say(language, f"d-shift-{what}"), view.party_name(party) if party else "", nok(language, amount))
        for what, party, amount in shift.rows()
    )
    return Table(
        headers=(say(language, "card-shift"), say(language, "d-party"), say(language, "d-amount")),
        rows=tuple(rows),
        numeric_columns=frozenset({2}),
        sums_row=left,
        caption=say(language, "card-shift"),
    )


def _costs(view: View, budget: Budget, language: Language) -> Table:
    say = view.context.texts.say
    only = str(budget.years[0]) if len(budget.years) == 1 else ""
    rows = []
    for line in view.lines("cost"):
        cells = {
            field.question.name: shown(view, field, language)
            for field in view.fields
            if field.slot.line == line and field.instance.page.name == "cost"
        }
        rows.append(
            (
                cells.get("cost_what", ""),
                cells.get("cost_party", ""),
                cells.get("cost_year", only),
                cells.get("cost_nok", ""),
            )
        )
    return Table(
        headers=tuple(say(language, f"d-{name}") for name in ("cost", "party", "year", "amount")),
        rows=tuple(rows),
        numeric_columns=frozenset({3}),
        sums_row=(say(language, "d-sum"), "", "", nok(language, budget.costs())),
        caption=say(language, "d-costs"),
    )


def _financing(view: View, budget: Budget, language: Language) -> Table:
    say = view.context.texts.say
    years = budget.years
    headers = (
        say(language, "d-party"),
        say(language, "d-sort"),
        *(str(year) for year in years),
        *((say(language, "d-sum"),) if len(years) > 1 else ()),
    )
    names = {p.id: p.name for p in view.parties()}
    rows = []
    for party in (*names, None):
        for sort in SORTS:
            if (sort == "other") != (party is None) or not budget.total(sort, party=party):
                continue
            amounts = [nok(language, budget.total(sort, party=party, year=year)) for year in years]
            total = [nok(language, budget.total(sort, party=party))] if len(years) > 1 else []
            rows.append((names.get(party or "", ""), say(language, f"d-sort-{sort}"), *amounts, *total))
    sums = [nok(language, budget.financing(year)) for year in years]
    total = [nok(language, budget.financing())] if len(years) > 1 else []
    return Table(
        headers=headers,
        rows=tuple(rows),
        numeric_columns=frozenset(range(2, len(headers))),
        sums_row=(say(language, "d-sum"), "", *sums, *total),
        caption=say(language, "d-financing"),
    )
