"""Outbox rows for news to other people: who is told what about what, by ids alone, drawn when they are sent."""

from __future__ import annotations

from dialogs.effects import Tell
from dialogs.moment import Step
from storage.store import OutboxRow

TARGET = "news"


def news_rows(step: Step, application_id: str, now: float) -> list[OutboxRow]:
    tells = (effect for effect in step.effects if isinstance(effect, Tell))
    return [news_row(tell, application_id, now) for tell in tells]


def news_row(tell: Tell, application_id: str, now: float) -> OutboxRow:
    return OutboxRow(
        f"{application_id}.{tell.id}",
        TARGET,
        _queue(tell, application_id),
        {"application": application_id, "person": tell.to, "what": tell.what, "about": tell.about},
        now,
        now + tell.after_seconds,
    )


def _queue(tell: Tell, application_id: str) -> str:
    """What is gathered for a while waits apart: rows of one queue go out in order, and nothing is to wait for it."""
    gathered = f":{tell.what}:{application_id}" if tell.after_seconds else ""
    return f"news:{tell.to}{gathered}"
