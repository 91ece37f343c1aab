"""What does not stop sending, but the parties and the secretariat should see: each a sentence with its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dialogs.budget import Budget, budget_of
from dialogs.person import Language
from dialogs.places import frame_for
from dialogs.texts.catalogues import nok
from dialogs.view import View

MOST_IN_SHORT = 6


@dataclass(frozen=True, slots=True)
class Oddity:
    """A sentence under `r-<code>`, and the slot to look at."""

    code: Literal[
        "above_frame",
        "bears_without_own",
        "nobody_brings",
        "phase_nobody",
        "phase_several",
        "phase_handover",
        "shift_over",
    ]
    slot: str
    values: Mapping[str, str] = field(default_factory=dict)
    amounts: Mapping[str, int] = field(default_factory=dict)
    """Whole kroner."""


def oddities(view: View) -> tuple[Oddity, ...]:
    """In the form's order."""
    budget = budget_of(view)
    return (*_of_own_effort(view, budget), *_of_frame(view, budget), *_of_shift(budget), *_of_phases(view))


def oddity_text(view: View, oddity: Oddity, language: Language) -> str:
    amounts = {name: nok(language, amount) for name, amount in oddity.amounts.items()}
    return view.context.texts.say(language, f"r-{oddity.code}", **oddity.values, **amounts)


def oddity_texts(view: View, language: Language) -> list[str]:
    """Where there is little room: the first of them. The summary has more."""
    return [oddity_text(view, oddity, language) for oddity in oddities(view)[:MOST_IN_SHORT]]


def _of_own_effort(view: View, budget: Budget) -> Iterator[Oddity]:
    parties = view.parties()
    kinds = {party.id: view.value("own_kinds", party.id) or () for party in parties}
    if parties and all(kinds.values()) and all("none" in brought for brought in kinds.values()):
        yield Oddity("nobody_brings", f"own_kinds@{parties[0].id}")
        return
    for party in parties:
        borne = budget.total("cost", party=party.id)
        if borne and "none" in kinds[party.id]:
            values = {"party": party.name}
            yield Oddity("bears_without_own", f"own_kinds@{party.id}", values, {"amount": borne})


def _of_frame(view: View, budget: Budget) -> Iterator[Oddity]:
    """The frame is of the call's budget year; what is applied for in later years is no part of it."""
    year = int(view.value("year") or 0)
    frame = frame_for(view.community, year) if view.community is not None else None
    applied = budget.total("applied", year=year)
    if frame is not None and applied > frame.amount_nok:
        slot = next((f.id for f in view.fields if f.slot.question == "applied" and f.slot.year == year), "")
        values = {"yeartext": str(year), "approximate": "yes" if frame.approximate else "no"}
        yield Oddity("above_frame", slot, values, {"applied": applied, "frame": frame.amount_nok})


def _of_shift(budget: Budget) -> Iterator[Oddity]:
    shift = budget.shift
    if shift is not None and shift.granted_nok > max(shift.gap_nok, 0):
        amounts = {"amount": shift.granted_nok, "gap": max(shift.gap_nok, 0)}
        yield Oddity("shift_over", "cost_shift_granted_nok", amounts=amounts)


def _of_phases(view: View) -> Iterator[Oddity]:
    """Gaps and overlaps between phases. One that has no name yet is only missing."""
    names = {line: view.value("phase_name", line=line) for line in view.lines("phase")}
    lines = [line for line in names if names[line] and f"phase_name#{line}" in view.field_by_id]
    there = {party.id for party in view.parties()}
    responsible = {
        line: [party for party in view.value("phase_party", line=line) or () if party in there]
        for line in lines
    }
    for at, line in enumerate(lines):
        following = next(iter(lines[at + 1 :]), None)
        phase, slot = {"phase": str(names[line])}, f"phase_party#{line}"
        if not responsible[line]:
            yield Oddity("phase_nobody", slot, phase)
        elif len(responsible[line]) > 1:
            parties = ", ".join(view.party_name(party) for party in responsible[line])
            yield Oddity("phase_several", slot, {**phase, "parties": parties})
        if following is None or not (responsible[line] and responsible[following]):
            continue
        is_handed_over = responsible[line] != responsible[following]
        if is_handed_over and not view.value("phase_handover", line=line):
            values = {**phase, "next": str(names[following])}
            yield Oddity("phase_handover", f"phase_handover#{line}", values)
