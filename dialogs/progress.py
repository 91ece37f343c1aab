"""How far a draft has come: what is missing, what contradicts itself, and which question is next."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dialogs.agreement.standing import lacking
from dialogs.application import Answer
from dialogs.budget import budget_of
from dialogs.ownership import is_in, open_proposals, owner_of, speaks_for
from dialogs.view import Field, View


@dataclass(frozen=True, slots=True)
class Gap:
    """Why the application cannot be sent yet: a sentence under `g-<code>`, and the slot to mend."""

    code: Literal[
        "missing",
        "wrong",
        "money_lacking",
        "money_over",
        "year_outside",
        "same_party",
        "nothing_applied",
        "proposed",
        "not_asked_to_confirm",
        "unconfirmed",
    ]
    slot: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def next_field(view: View, person_id: str, elsewhere: Container[str] = ()) -> Field | None:
    """The first applicable question without a good answer; those skipped but required come last.

    What another party that is in has the last word on is theirs to be asked, and so it is theirs to pass over.
    `elsewhere` are pages that others are at.
    """
    skipped: Field | None = None
    for asked in view.fields:
        answer = view.answer(asked)
        if (answer is not None and answer.is_valid) or asked.instance.id in elsewhere:
            continue
        if _is_anothers(view, asked, person_id):
            continue
        if answer is None or not _was_passed_over(view, asked, answer, person_id):
            return asked
        skipped = skipped or (asked if asked.question.required else None)
    return skipped


def _is_anothers(view: View, asked: Field, person_id: str) -> bool:
    """Not of a line that is begun: whoever is at it says whose it is, and the rest of it."""
    owner = owner_of(view, asked) if not asked.question.borne_by else None
    application = view.application
    return owner is not None and is_in(application, owner) and not speaks_for(application, person_id, owner)


def _was_passed_over(view: View, asked: Field, answer: Answer, person_id: str) -> bool:
    owner = owner_of(view, asked)
    application = view.application
    is_own = owner is not None and speaks_for(application, person_id, owner)
    return answer.was_skipped and (not is_own or speaks_for(application, answer.by, owner or ""))


def _is_answered(view: View, asked: Field) -> bool:
    answer = view.answer(asked)
    return answer is not None and answer.is_valid


def gaps(view: View) -> tuple[Gap, ...]:
    """Everything that stops sending, in the form's order; contradictions last."""
    return view.once(_gaps)


def _gaps(view: View) -> tuple[Gap, ...]:
    found = (*_missing(view), *_proposed(view), *_contradictions(view))
    return (*found, *_unconfirmed(view))


def gaps_in_text(view: View) -> tuple[Gap, ...]:
    """What must be settled before anybody is asked to confirm: all that the agreement's text is made of."""
    fields = view.field_by_id
    return tuple(
        gap
        for gap in (*_missing(view), *_proposed(view), *_contradictions(view))
        if gap.slot not in fields or fields[gap.slot].question.material
    )


def _unconfirmed(view: View) -> Iterator[Gap]:
    """Parties whose confirmation is lacking, unless the call takes it afterwards."""
    without = lacking(view)
    if not without:
        return
    if not view.application.agreement.is_locked:
        yield Gap("not_asked_to_confirm", "")
    elif view.call is None or view.call.late_confirmation_until is None:
        for party in without:
            yield Gap("unconfirmed", "", {"owner": party.id})


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


def _proposed(view: View) -> Iterator[Gap]:
    """What waits for the word of a party that has somebody to give it."""
    for one in open_proposals(view):
        if is_in(view.application, one.owner):
            yield Gap("proposed", one.slot, {"owner": one.owner})


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
