"""What sending writes beside the application: the version as sent, its number, and what must be delivered."""

from __future__ import annotations

import time
from dataclasses import dataclass

from bot import records
from bot.activities import Where
from bot.rows import place
from dialogs.application import Application
from dialogs.context import Context
from dialogs.person import Person
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
    to = {
        "application": application.id,
        "version": version,
        "community": community,
        "person": person.id,
        "receipt": receipt_row,
        **place(where),
    }
    enqueue = [
        OutboxRow(f"{application.id}.{version}.{target}", target, f"{target}:{application.id}", to, now, now)
        for target in ("folder", "notice")
    ]
    return Sent(put, expect, enqueue)
