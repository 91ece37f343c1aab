"""What sending writes beside the application: the version as sent, its number, and what must be delivered."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from bot import records
from bot.activities import Where
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.sending import receipt_cards
from bot.delivery.state import NOTHING_YET
from bot.rows import place
from bot.telling import TARGET as NEWS
from dialogs.application import Application
from dialogs.context import Context
from dialogs.person import LANGUAGES, Person
from dialogs.view import View
from storage.store import Key, OutboxRow, Put


@dataclass(frozen=True, slots=True)
class Sent:
    put: list[Put]
    expect: dict[Key, int]
    enqueue: list[OutboxRow]


def what_sending_writes(
    application: Application,
    version: int,
    person: Person,
    context: Context,
    *,
    receipt_row: str,
    where: Where,
) -> Sent:
    """All of it in the turn's own transaction: an application that is sent is filed and told, or not sent."""
    submission = records.submission_key(application.id, version)
    number = application.case_number or ""
    now = time.time()
    community = str(application.value("community") or "")
    put = [Put(submission, {"application": application.model_dump(mode="json"), "version": version})]
    expect = {submission: 0}
    if version == 1:
        put.append(Put(records.case_key(number), {"application": application.id}))
        expect[records.case_key(number)] = 0
    others = [
        {"person": member.person_id, "receipt": f"{application.id}.{version}.receipt.{member.person_id}"}
        for member in application.active
        if member.person_id != person.id
    ]
    to = {
        "application": application.id,
        "version": version,
        "community": community,
        "person": person.id,
        "receipt": receipt_row,
        "others": others,
        **place(where),
    }
    enqueue = [
        OutboxRow(f"{application.id}.{version}.{target}", target, f"{target}:{application.id}", to, now, now)
        for target in ("folder", "notice")
    ]
    enqueue += _receipts(application, version, context, others, now)
    return Sent(put, expect, enqueue)


def _receipts(
    application: Application, version: int, context: Context, others: Sequence[Json], now: float
) -> list[OutboxRow]:
    """For everybody else who is in: as many cards as it takes in whichever language; what is too many is dropped."""
    if not others:
        return []
    view = View(application, context)
    pens = (Pen(context.texts, language, "") for language in LANGUAGES)
    most = max(len(receipt_cards(pen, view, version, NOTHING_YET)) for pen in pens)
    return [
        OutboxRow(
            one["receipt"] if page == 0 else f"{one['receipt']}.{page}",
            NEWS,
            f"news:{one['person']}",
            {
                "application": application.id,
                "person": one["person"],
                "what": "receipt",
                "about": f"{version}/{page}",
            },
            now,
            now,
        )
        for one in others
        for page in range(most)
    ]
