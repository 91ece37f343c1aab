"""The committee's workbook: a row for each sent application, sums against the frame, room for ranking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot import records
from bot.commands.export_columns import Case, columns_for
from bot.commands.export_lines import Chosen, every
from dialogs.application import Application
from dialogs.context import Context
from dialogs.person import Language
from dialogs.places import Frame, frame_for
from dialogs.view import View
from storage.filing.workbook import Column, Sheet, Value, Workbook
from storage.store import Key, Store


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
    columns = columns_for(context, language, sorted({year for case in cases for year in case.budget.years}))
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
