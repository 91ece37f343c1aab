"""How far a draft has come: what is missing, what contradicts itself, and which question is next."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dialogs.budget import budget_of
from dialogs.view import Field, View


@dataclass(frozen=True, slots=True)
class Gap:
    """Why the application cannot be sent yet: a sentence under `g-<code>`, and the slot to mend."""

    code: Literal[
        "missing", "wrong", "money_lacking", "money_over", "year_outside", "same_party", "nothing_applied"
    ]
    slot: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def next_field(view: View) -> Field | None:
    """The first applicable question without a good answer; those skipped but required come last."""
    for asked in view.fields:
        answer = view.answer(asked)
        if answer is None or not (answer.is_valid or answer.was_skipped):
            return asked
    return next((f for f in view.fields if f.question.required and not _is_answered(view, f)), None)


def _is_answered(view: View, asked: Field) -> bool:
    answer = view.answer(asked)
    return answer is not None and answer.is_valid


def gaps(view: View) -> tuple[Gap, ...]:
    """Everything that stops sending, in the form's order; contradictions last."""
    return (*_missing(view), *_contradictions(view))


def missing_count(view: View) -> int:
    return sum(1 for _ in _missing(view))


def _missing(view: View) -> Iterator[Gap]:
    for asked in view.fields:
        answer = view.answer(asked)
        if asked.question.asks_for_lines:
            continue  # what a line lacks is missing there
        if answer is not None and not answer.is_valid and not answer.was_skipped:
            yield Gap("wrong", asked.id)
        elif asked.question.required and (answer is None or answer.was_skipped):
            yield Gap("missing", asked.id)


def _contradictions(view: View) -> Iterator[Gap]:
    budget = budget_of(view)
    years: tuple[int | None, ...] = budget.years if len(budget.years) > 1 else (None,)
    first_cost = next((f.id for f in view.fields if f.slot.question == "cost_nok"), "")
    if budget.costs() or budget.financing():
        for year in years:
            difference = budget.difference(year)
            if difference:
                code: Literal["money_lacking", "money_over"] = (
                    "money_lacking" if difference > 0 else "money_over"
                )
                yield Gap(code, first_cost, {"nok": abs(difference), "year": year or 0})
    for asked in view.fields:
        if asked.slot.question == "cost_year":
            chosen = view.value("cost_year", line=asked.slot.line)
            if chosen is not None and int(chosen) not in view.years():
                yield Gap("year_outside", asked.id, {"year": int(chosen)})
    applied = [f for f in view.fields if f.slot.question == "applied"]
    if applied and all(_is_answered(view, f) for f in applied) and not budget.applied():
        yield Gap("nothing_applied", applied[0].id)
    higher, saves = view.value("cost_shift_higher"), view.value("cost_shift_saves")
    if higher is not None and higher == saves and "cost_shift_saves" in view.field_by_id:
        yield Gap("same_party", "cost_shift_saves")


def part_of(view: View, section: str) -> tuple[int, int]:
    """«Del 3 av 7»."""
    names = [s.name for s in view.context.form.sections]
    return names.index(section) + 1, len(names)


def fingerprint(view: View) -> str:
    """Changes with every answer that would be sent, and with nothing else."""
    content = {f.id: view.application.value(f.id) for f in view.fields}
    text = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
