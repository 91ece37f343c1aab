"""Reads a page of the audit for whoever asks for it; no other turn reads any of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogs.effects import HistoryLine, ShowHistory
from dialogs.history import LINES_SHOWN
from dialogs.moment import Step
from storage.store import AuditLine, Store


async def with_history(store: Store, step: Step) -> Step:
    """The step, with the lines that its history is to show, the newest first."""
    application = step.application
    if application is None or not any(isinstance(effect, ShowHistory) for effect in step.effects):
        return step
    effects = []
    for effect in step.effects:
        if isinstance(effect, ShowHistory):
            first = max(1, effect.before - LINES_SHOWN)
            lines = await store.audit(application.id, after=first - 1, limit=effect.before - first)
            effect = replace(effect, lines=tuple(_to_line(line) for line in reversed(lines)))
        effects.append(effect)
    return replace(step, effects=tuple(effects))


def _to_line(line: AuditLine) -> HistoryLine:
    body: dict[str, Any] = line.body
    return HistoryLine(
        seq=line.seq,
        at=datetime.fromisoformat(body["at"]),
        person=str(body["person"]),
        door=str(body["door"]),
        field=str(body["field"]),
        old=line.values.get("old"),
        new=line.values.get("new"),
        is_erased=not line.values,
    )
