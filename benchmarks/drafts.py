"""A turn in a draft that many write in, or with a long budget, beside one in a draft that is hardly begun."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.load import Load, listening
from benchmarks.people import BEGUN, Talker, delivered, half_filled, shown_where_they_are
from benchmarks.processes import free_port, running
from bot import records
from bot.app import load_context
from bot.settings import Settings
from dialogs.application import Answer, Application
from dialogs.context import Context
from dialogs.members import Member
from dialogs.view import View
from storage.data_folder import DataFolder
from storage.store import AuditLine, OutboxRow, Put
from storage.tinydb_store import open_store

EMPTY, CROWDED, LONG = "hardly begun", "20 people, 1,000 audit lines", "200 cost lines"
PEOPLE, AUDIT_LINES, COST_LINES = 20, 1_000, 200
GOALS = {CROWDED: 1.5, LONG: 3.0}
BEGUN_WITH = ("community", "year", "hospitals", "municipalities")
TYPED = ("Felles akutteam", "Vi går sammen", "Et team rykker ut", "I kommunen", "Skrøpelige eldre")
"""The measure in short: one text for each of its questions."""


async def measure_drafts(folder: Path, rounds: int, turns: int) -> Mapping[str, float]:
    """What the draft is like -> median milliseconds of a turn, the kinds taken in turns. The floor is EMPTY."""
    taken: dict[str, list[float]] = {EMPTY: [], CROWDED: [], LONG: []}
    data = folder / "drafts"
    each = rounds * turns // len(TYPED) + 1
    people = {name: [f"kind{kind}-{n}" for n in range(each)] for kind, name in enumerate(taken)}
    await _put(data, people)
    port = free_port()
    serve = ("serve", "--local", "--port", str(port), "--data", str(data))
    async with listening() as connector:
        with running("bot", serve, port=port, log=folder / "drafts.log"):
            loads = {
                name: Load(connector, [Talker(one, TYPED) for one in named], port)
                for name, named in people.items()
            }
            for _ in range(rounds):
                for name, load in loads.items():
                    taken[name] += (await load.one_at_a_time(turns)).seconds
    return {name: statistics.median(seconds) * 1000 for name, seconds in taken.items()}


async def _put(data: Path, people: Mapping[str, list[str]]) -> None:
    context = load_context(Settings())
    store = open_store(DataFolder(data).store_file)
    for kind, names in people.items():
        for name in names:
            put: list[Put] = []
            shown: list[OutboxRow] = []
            draft = _draft(kind, name, context)
            for member in draft.members:
                own = member.person_id.removeprefix("p-")
                person = shown_where_they_are(draft, own, context)
                identity = records.identity_key(person.tenant_id, person.object_id)
                put += [records.put_person(person), Put(identity, {"person": person.id})]
                shown.append(delivered(person))
            draft, audit = _with_audit(draft) if kind == CROWDED else (draft, [])
            put.append(records.put_application(draft))
            await store.commit(expect={}, put=put, append_audit=audit, enqueue=shown)
    await store.close()


def _draft(kind: str, name: str, context: Context) -> Application:
    whole = half_filled(f"a-{name}", f"p-{name}", context)
    kept = {slot: one for slot, one in whole.answers.items() if slot.split("@")[0] in BEGUN_WITH}
    kept |= {slot: one for slot, one in whole.answers.items() if slot.startswith(("contact", "unit", "lead"))}
    kept |= {slot: one for slot, one in whole.answers.items() if slot.startswith("proposed_by")}
    application = whole.model_copy(update={"answers": kept, "lines": {}})
    match kind:
        case _ if kind == CROWDED:
            others = tuple(
                Member(person_id=f"p-{name}-{n}", name=f"Kari Eksempel {n}", joined_at=BEGUN, news="daily")
                for n in range(1, PEOPLE)
            )
            return application.model_copy(update={"members": (*application.members, *others)})
        case _ if kind == LONG:
            lines = tuple(str(line) for line in range(1, COST_LINES + 1))
            costs = dict(_costs(application, lines, context))
            return application.model_copy(update={"answers": {**kept, **costs}, "lines": {"cost": lines}})
        case _:
            return application


def _costs(
    application: Application, lines: tuple[str, ...], context: Context
) -> Iterator[tuple[str, Answer]]:
    party = View(application, context).parties()[0].id
    values: dict[str, Any] = {
        "cost_what": "Sykepleier i teamet",
        "cost_party": party,
        "cost_nok": 45_000,
        "cost_year": "2027",
    }
    for line in lines:
        for question, value in values.items():
            yield f"{question}#{line}", Answer(value=value, by=application.created_by, at=BEGUN)


def _with_audit(application: Application) -> tuple[Application, list[AuditLine]]:
    lines: list[AuditLine] = []
    for number in range(AUDIT_LINES):
        answer = Answer(value=f"Tekst {number}", by=application.created_by, at=BEGUN)
        changed = application.model_copy(update={"answers": {**application.answers, "where": answer}})
        changed, new = records.with_audit(
            application, changed, person_id=application.created_by, door="bench", at=BEGUN
        )
        lines += new
        application = changed
    answers = {slot: answer for slot, answer in application.answers.items() if slot != "where"}
    return application.model_copy(update={"answers": answers}), lines
