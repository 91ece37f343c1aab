"""The columns of the committee's workbook: what each says of a case, and which are added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from dialogs.agreement.words import state_text
from dialogs.application import Submission
from dialogs.budget import Budget, budget_of
from dialogs.context import Context
from dialogs.person import Language
from dialogs.showing import community_name, label, shown
from dialogs.texts.catalogues import OSLO
from dialogs.view import View
from storage.filing.workbook import Value
from storage.store import Json

UNVALUED = ("own_full_time", "own_hours", "own_other")
LATE = {"in_time": "d-export-in-time", "late": "notice-late", "not_known": "notice-deadline-unknown"}


@dataclass(frozen=True)
class Case:
    """One sent application as its latest version stands, and what the secretariat has noted on it."""

    view: View
    submission: Submission
    handling: Json

    @cached_property
    def budget(self) -> Budget:
        return budget_of(self.view)

    @property
    def call(self) -> tuple[str, int]:
        return str(self.view.value("community")), int(self.view.value("year"))


Cell = Callable[[Case, Language], Value]


@dataclass(frozen=True, slots=True)
class CaseColumn:
    header: str
    width: int
    cell: Cell
    is_summed: bool = False


def columns_for(context: Context, language: Language, years: Iterable[int]) -> tuple[CaseColumn, ...]:
    def said(key: str) -> str:
        return context.texts.say(language, key)

    def money(key: str, amount: Callable[[Case], int]) -> CaseColumn:
        return CaseColumn(said(key), 14, lambda case, _: amount(case), is_summed=True)

    return (
        CaseColumn(said("card-case"), 18, lambda case, _: case.view.application.case_number),
        CaseColumn(said("card-received"), 12, lambda case, _: _local(case).date()),
        CaseColumn(said("d-export-time"), 10, lambda case, _: f"{_local(case):%H:%M:%S}"),
        CaseColumn(said("d-export-margin"), 12, lambda case, _: _margin_days(case)),
        CaseColumn(
            said("card-deadline"), 18, lambda case, lang: _say(case, lang, LATE[case.submission.late])
        ),
        CaseColumn(said("q-title.label"), 40, lambda case, _: case.view.value("title")),
        CaseColumn(said("card-goes-to"), 26, _community),
        CaseColumn(said("q-hospitals.label"), 28, lambda case, _: _parties(case, "hospital")),
        CaseColumn(said("q-municipalities.label"), 28, lambda case, _: _parties(case, "municipality")),
        money("d-applied", lambda case: case.budget.applied()),
        *(CaseColumn(f"{said('d-applied')} {year}", 14, _applied_in(year), is_summed=True) for year in years),
        money("d-total", lambda case: case.budget.costs()),
        money("d-own", lambda case: case.budget.own()),
        CaseColumn(said("d-export-own-unvalued"), 32, _unvalued),
        money("d-sort-other", lambda case: case.budget.total("other")),
        CaseColumn(said("q-smallest_amount.label"), 14, lambda case, _: _asked(case, "smallest_amount")),
        CaseColumn(said("d-export-from"), 12, lambda case, _: _day(case, 0)),
        CaseColumn(said("d-export-to"), 12, lambda case, _: _day(case, 1)),
        CaseColumn(said("q-areas.label"), 30, lambda case, lang: _shown(case, "areas", lang)),
        CaseColumn(said("q-groups.label"), 30, lambda case, lang: _shown(case, "groups", lang)),
        CaseColumn(
            said("q-responsibility_relevant.label"),
            18,
            lambda case, lang: _shown(case, "responsibility_relevant", lang),
        ),
        CaseColumn(said("notice-agreement"), 26, _agreement),
        CaseColumn(said("notice-kind"), 16, _kind),
        CaseColumn(said("notice-number-label"), 18, lambda case, _: _noted(case, "archive_number")),
        CaseColumn(said("d-export-taken-by"), 18, lambda case, _: _noted(case, "taken_by")),
        CaseColumn(said("d-export-ranking"), 10, _empty),
        CaseColumn(said("d-export-recommendation"), 30, _empty),
        CaseColumn(said("d-export-recommended"), 14, _empty),
    )


def _empty(case: Case, language: Language) -> Value:
    """For people to fill in."""
    return None


def _say(case: Case, language: Language, key: str, **values: str | int) -> str:
    return case.view.context.texts.say(language, key, **values)


def _local(case: Case) -> datetime:
    return case.submission.received_at.astimezone(OSLO)


def _margin_days(case: Case) -> Value:
    """Days left when it came, with two decimals; negative after the deadline, empty where none is known."""
    call = case.view.call
    if call is None or call.deadline is None:
        return None
    left = call.deadline.last_instant() - case.submission.received_at
    return Decimal(str(round(left.total_seconds() / 86_400, 2)))


def _community(case: Case, language: Language) -> Value:
    return community_name(case.view, case.call[0], language)


def _parties(case: Case, kind: str) -> Value:
    return ", ".join(party.name for party in case.view.parties() if party.kind == kind)


def _applied_in(year: int) -> Cell:
    return lambda case, _: case.budget.total("applied", year=year)


def _unvalued(case: Case, language: Language) -> Value:
    view = case.view
    own = [field for field in view.fields if field.question.name in UNVALUED and shown(view, field, language)]
    return (
        "; ".join(f"{label(view, field, language)}: {shown(view, field, language)}" for field in own) or None
    )


def _day(case: Case, at: int) -> Value:
    period = case.view.value("period")
    return date.fromisoformat(period[at]) if period else None


def _asked(case: Case, question: str) -> Value:
    """What was sent; an answer that no longer applies was not."""
    value: Value = case.view.value(question) if question in case.view.field_by_id else None
    return value


def _shown(case: Case, question: str, language: Language) -> Value:
    field = case.view.field_by_id.get(question)
    return shown(case.view, field, language) if field is not None else None


def _agreement(case: Case, language: Language) -> Value:
    return state_text(case.view, language)


def _kind(case: Case, language: Language) -> Value:
    continued = case.view.wants("continuation")
    return _say(case, language, "notice-continued" if continued else "notice-new")


def _noted(case: Case, name: str) -> Value:
    return str(case.handling.get(name) or "") or None
