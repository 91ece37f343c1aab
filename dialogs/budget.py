"""Sums and what does not add up. Sums are computed, never typed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from dialogs.rates import EFFORTS, worth
from dialogs.view import View


@dataclass(frozen=True, slots=True)
class Money:
    """Whole kroner of one party in one year, of one sort."""

    sort: Literal["cost", "applied", "own_money", "own_value", "other"]
    party: str | None
    year: int
    nok: int


ShiftRow = Literal["higher", "saves", "gap", "granted", "left"]


@dataclass(frozen=True, slots=True)
class CostShift:
    """Whole kroner: one party's costs grow while the other saves; the grant may cover some of what is between."""

    higher: str | None
    """The party whose costs grow; None where there is only one, or nobody has said."""
    saves: str | None
    higher_nok: int
    saved_nok: int
    granted_nok: int

    @property
    def gap_nok(self) -> int:
        return self.higher_nok - self.saved_nok

    @property
    def left_nok(self) -> int:
        """Of the gap, when the grant has covered its part; negative where it would cover more than there is."""
        return self.gap_nok - self.granted_nok

    def rows(self) -> Iterator[tuple[ShiftRow, str | None, int]]:
        """As a small table: what it is, whose it is, and whole kroner; what is left stands last."""
        yield "higher", self.higher, self.higher_nok
        yield "saves", self.saves, self.saved_nok
        yield "gap", None, self.gap_nok
        yield "granted", None, self.granted_nok
        yield "left", None, self.left_nok


@dataclass(frozen=True, slots=True)
class Budget:
    """All money of a draft, as far as it is known. Financing = applied + own money + valued own effort + other."""

    entries: tuple[Money, ...]
    years: tuple[int, ...]
    shift: CostShift | None = None

    def total(self, *sorts: str, party: str | None = None, year: int | None = None) -> int:
        return sum(
            e.nok
            for e in self.entries
            if e.sort in sorts and (party is None or e.party == party) and (year is None or e.year == year)
        )

    def costs(self, year: int | None = None) -> int:
        return self.total("cost", year=year)

    def financing(self, year: int | None = None) -> int:
        return self.total("applied", "own_money", "own_value", "other", year=year)

    def applied(self) -> int:
        return self.total("applied")

    def own(self, party: str | None = None) -> int:
        return self.total("own_money", "own_value", party=party)

    def fingerprint(self) -> str:
        """Changes with every sum of a sort, a party or a year, and with the cost shift."""
        sums: Counter[str] = Counter()
        for entry in self.entries:
            sums[f"{entry.sort}@{entry.party}/{entry.year}"] += entry.nok
        text = json.dumps({where: nok for where, nok in sorted(sums.items()) if nok})
        text += json.dumps(asdict(self.shift)) if self.shift is not None else ""
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def difference(self, year: int | None = None) -> int:
        """Kroner of cost that nobody pays for; negative where the financing is larger than the cost."""
        return self.costs(year) - self.financing(year)


VALUED = ("own_full_time_nok", "own_hours_nok", "own_other_nok")
OF_MONEY = ("cost_nok", "applied", "own_money", "other_financing_nok", *VALUED, *EFFORTS)


def budget_of(view: View) -> Budget:
    """The budget of what applies now; hidden answers are in no sum."""
    return view.once(_budget_of)


def _budget_of(view: View) -> Budget:
    return Budget(tuple(_entries(view)), view.years(), _cost_shift_of(view))


def _entries(view: View) -> Iterable[Money]:
    only_year = view.years()[0] if len(view.years()) == 1 else None
    asked = view.field_by_id
    for name, answer in view.application.answers.items():
        # Most answers are no money: one look at the beginning of the slot tells.
        field = asked.get(name) if name.startswith(OF_MONEY) else None
        if field is None or not answer.is_valid or not isinstance(answer.value, int):
            continue
        slot, value = field.slot, answer.value
        match slot.question:
            case "cost_nok":
                year = only_year or int(view.value("cost_year", line=slot.line) or 0)
                yield Money("cost", view.value("cost_party", line=slot.line), year, value)
            case "applied":
                yield Money("applied", slot.party, slot.year or 0, value)
            case "own_money":
                yield Money("own_money", slot.party, slot.year or 0, value)
            case "other_financing_nok":
                yield Money("other", None, slot.year or 0, value)
            case name if name in VALUED:
                yield Money("own_value", slot.party, slot.year or 0, value)
            case name if name in EFFORTS and (nok := worth(view, slot)) is not None:
                yield Money("own_value", slot.party, slot.year or 0, nok)
            case _:
                pass


def _cost_shift_of(view: View) -> CostShift | None:
    """None where the applicants have ticked none, or not said how much."""
    higher_nok = view.value("cost_shift_nok") if "cost_shift_nok" in view.field_by_id else None
    if higher_nok is None:
        return None
    return CostShift(
        view.value("cost_shift_higher"),
        view.value("cost_shift_saves"),
        higher_nok,
        view.value("cost_shift_saved_nok") or 0,
        view.value("cost_shift_granted_nok") or 0,
    )
