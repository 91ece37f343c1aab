"""Outbox rows for news to other people: who is told what about what, by ids alone, drawn when they are sent."""

from __future__ import annotations

from dialogs.effects import Tell
from dialogs.moment import Step
from storage.store import OutboxRow

TARGET = "news"


def news_rows(step: Step, application_id: str, now: float) -> list[OutboxRow]:
    return [
        OutboxRow(
            f"{application_id}.{tell.id}",
            TARGET,
            f"news:{tell.to}",
            {"application": application_id, "person": tell.to, "what": tell.what, "about": tell.about},
            now,
            now,
        )
        for tell in (effect for effect in step.effects if isinstance(effect, Tell))
    ]
