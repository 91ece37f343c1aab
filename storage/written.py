"""How a commit is checked and turned into text before a store touches its data, the same for every store."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from storage.store import AuditLine, Json, Key, OutboxRow, Put

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def to_text(body: Json) -> str:
    """The body as JSON. Raises ValueError for NaN and for a lone surrogate, which no database can hold."""
    if not isinstance(body, dict):
        raise ValueError("a body is a JSON object")
    text = _ENCODER.encode(body)
    check_text(text)
    return text


def from_text(text: str) -> Json:
    body: Json = json.loads(text)
    return body


def check_text(*texts: str) -> None:
    """Raises UnicodeEncodeError (a ValueError) for a lone surrogate."""
    for text in texts:
        text.encode()


def check_commit(
    expect: Mapping[Key, int],
    put: Sequence[Put],
    delete: Sequence[Key],
    append_audit: Sequence[AuditLine],
    enqueue: Sequence[OutboxRow],
) -> None:
    """Raises ValueError when a commit contradicts itself: a bug in the caller, so nothing is tried."""
    _check_distinct("key", [*(each.key for each in put), *delete])
    _check_distinct("audit line", [(line.application_id, line.seq) for line in append_audit])
    _check_distinct("outbox row", [row.id for row in enqueue])
    if any(revision < 0 for revision in expect.values()):
        raise ValueError("an expected revision is 0 or more")
    if any(line.seq < 1 for line in append_audit):
        raise ValueError("audit lines are numbered from 1")
    for key in (*expect, *delete):
        check_text(*key)
    check_text(*(line.application_id for line in append_audit))
    for row in enqueue:
        check_text(row.id, row.target, row.queue)
    for each in put:
        check_text(*each.key)
        for name, values in each.index.items():
            if isinstance(values, str):
                raise ValueError("an index holds a list of values, not one text")
            check_text(name, *values)


def _check_distinct(what: str, named: Iterable[Any]) -> None:
    seen = list(named)
    if len(set(seen)) < len(seen):
        raise ValueError(f"a commit names the same {what} twice")
