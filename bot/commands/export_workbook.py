"""The committee's workbook: a row for each sent application, sums against the frame, room for ranking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from bot import records
from bot.commands.export_lines import Chosen, every
from dialogs.application import Application, Submission
from dialogs.budget import Budget, budget_of
from dialogs.context import Context
from dialogs.person import Language
from dialogs.places import Frame, frame_for
from dialogs.showing import community_name, label, shown
from dialogs.texts.catalogues import OSLO
from dialogs.view import View
from storage.filing.workbook import Column, Sheet, Value, Workbook
from storage.store import Json, Key, Store

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
class _Column:
    header: str
    width: int
    cell: Cell
    is_summed: bool = False


async def sent_cases(store: Store, context: Context, chosen: Chosen) -> list[Case]:
    """By the time they were received."""
    cases = []
    async for stored in every(store, "application"):
        application = records.to_application(stored)
        if application.status != "sent" or not application.submissions or not chosen.holds(application):
            continue
        version = application.submissions[-1].version
        key, handling = (
            records.submission_key(application.id, version),
            Key("handling", f"{application.id}.{version}"),
        )
        found = await store.get([key, handling])
        if key in found:
            sent = Application.model_validate(found[key].body["application"])
            noted = found[handling].body if handling in found else {}
            cases.append(Case(View(sent, context), sent.submissions[-1], noted))
    return sorted(cases, key=lambda case: case.submission.received_at)


def committee_workbook(
    cases: Sequence[Case], context: Context, chosen: Chosen, language: Language
) -> Workbook:
    """A sheet for each call; one without rows when nothing was sent."""
    say = context.texts.say
    calls = sorted({case.call for case in cases})
    sheets = tuple(
        _sheet(
            [case for case in cases if case.call == call],
            f"{call[0]} {call[1]}",
            _frame(context, *call),
            context,
            language,
        )
        for call in calls
    )
    title = say(language, "d-kicker")
    if not sheets:
        name = " ".join(str(part) for part in (chosen.community, chosen.year) if part)
        known = chosen.community is not None and chosen.year is not None
        frame = _frame(context, str(chosen.community), int(chosen.year or 0)) if known else None
        sheets = (_sheet([], name or title, frame, context, language),)
    return Workbook(title, sheets)


def _frame(context: Context, community: str, year: int) -> Frame | None:
    known = context.communities.get(community)
    return frame_for(known, year) if known is not None else None


def _sheet(
    cases: Sequence[Case], name: str, frame: Frame | None, context: Context, language: Language
) -> Sheet:
    columns = _columns(context, language, sorted({year for case in cases for year in case.budget.years}))
    applied = sum(case.budget.applied() for case in cases)
    rows = tuple(tuple(column.cell(case, language) for column in columns) for case in cases)
    sums = tuple(_sum(row[at] for row in rows) if c.is_summed else None for at, c in enumerate(columns))
    say = context.texts.say
    return Sheet(
        name=name,
        columns=tuple(Column(column.header, column.width) for column in columns),
        rows=rows,
        sums_row=(say(language, "d-sum"), *sums[1:]) if rows else None,
        summary=_summary(context, frame, applied, len(rows), language),
        frozen_columns=1,
    )


def _sum(values: Iterable[Value]) -> int:
    return sum(value for value in values if isinstance(value, int))


def _summary(
    context: Context, frame: Frame | None, applied: int, count: int, language: Language
) -> tuple[tuple[str, Value], ...]:
    """The frame comes from the helsefellesskap's own file, and from nowhere else."""
    say = context.texts.say
    asked: list[tuple[str, Value]] = [
        (say(language, "d-export-count"), count),
        (say(language, "d-export-applied-in-all"), applied),
    ]
    if frame is None:
        return (*asked, (say(language, "d-export-frame"), say(language, "d-export-not-known")))
    key = "d-export-frame-about" if frame.approximate else "d-export-frame"
    return (
        *asked,
        (say(language, key), frame.amount_nok),
        (say(language, "d-export-frame-left"), frame.amount_nok - applied),
    )


def _columns(context: Context, language: Language, years: Iterable[int]) -> tuple[_Column, ...]:
    def said(key: str) -> str:
        return context.texts.say(language, key)

    def money(key: str, amount: Callable[[Case], int]) -> _Column:
        return _Column(said(key), 14, lambda case, _: amount(case), is_summed=True)

    return (
        _Column(said("card-case"), 18, lambda case, _: case.view.application.case_number),
        _Column(said("card-received"), 12, lambda case, _: _local(case).date()),
        _Column(said("d-export-time"), 10, lambda case, _: f"{_local(case):%H:%M:%S}"),
        _Column(said("d-export-margin"), 12, lambda case, _: _margin_days(case)),
        _Column(said("card-deadline"), 18, lambda case, lang: _say(case, lang, LATE[case.submission.late])),
        _Column(said("q-title.label"), 40, lambda case, _: case.view.value("title")),
        _Column(said("card-goes-to"), 26, _community),
        _Column(said("q-hospitals.label"), 28, lambda case, _: _parties(case, "hospital")),
        _Column(said("q-municipalities.label"), 28, lambda case, _: _parties(case, "municipality")),
        money("d-applied", lambda case: case.budget.applied()),
        *(_Column(f"{said('d-applied')} {year}", 14, _applied_in(year), is_summed=True) for year in years),
        money("d-total", lambda case: case.budget.costs()),
        money("d-own", lambda case: case.budget.own()),
        _Column(said("d-export-own-unvalued"), 32, _unvalued),
        money("d-sort-other", lambda case: case.budget.total("other")),
        _Column(said("q-smallest_amount.label"), 14, lambda case, _: _asked(case, "smallest_amount")),
        _Column(said("d-export-from"), 12, lambda case, _: _day(case, 0)),
        _Column(said("d-export-to"), 12, lambda case, _: _day(case, 1)),
        _Column(said("q-areas.label"), 30, lambda case, lang: _shown(case, "areas", lang)),
        _Column(said("q-groups.label"), 30, lambda case, lang: _shown(case, "groups", lang)),
        _Column(
            said("q-responsibility_relevant.label"),
            18,
            lambda case, lang: _shown(case, "responsibility_relevant", lang),
        ),
        _Column(said("notice-agreement"), 26, _agreement),
        _Column(said("notice-kind"), 16, _kind),
        _Column(said("notice-number-label"), 18, lambda case, _: _noted(case, "archive_number")),
        _Column(said("d-export-taken-by"), 18, lambda case, _: _noted(case, "taken_by")),
        _Column(said("d-export-ranking"), 10, _empty),
        _Column(said("d-export-recommendation"), 30, _empty),
        _Column(said("d-export-recommended"), 14, _empty),
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
    parties = case.view.parties()
    stated = sum(1 for party in parties if case.view.value("agreed", party.id) == "yes")
    return _say(case, language, "notice-agreement-stated", stated=stated, all=len(parties))


def _kind(case: Case, language: Language) -> Value:
    continued = "continuation" in (case.view.value("extras") or ())
    return _say(case, language, "notice-continued" if continued else "notice-new")


def _noted(case: Case, name: str) -> Value:
    return str(case.handling.get(name) or "") or None
