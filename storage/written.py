"""How a commit is checked and turned into text before a store touches its data, the same for every store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from storage.json_text import from_text, to_bytes
from storage.store import AuditLine, Json, Key, LineId, OutboxRow, Put


def to_text(body: Json) -> str:
    """The body as JSON. Raises ValueError for NaN and for a lone surrogate, which no database can hold."""
    if not isinstance(body, dict):
        raise ValueError("a body is a JSON object")
    return to_bytes(body).decode()


def checked_text(text: str) -> str:
    """A body that is JSON already. The same errors."""
    if not text.startswith("{"):
        raise ValueError("a body is a JSON object")
    if "NaN" in text or "Infinity" in text:
        to_text(from_text(text))
    check_text(text)
    return text


def check_text(*texts: str) -> None:
    """Raises UnicodeEncodeError (a ValueError) for a lone surrogate."""
    for text in texts:
        text.encode()


class RecordText(NamedTuple):
    """A Put as it is kept."""

    key: Key
    body: str
    found_by: frozenset[tuple[str, str]]
    """Index names with one value each."""
    expires_at: float | None


class AuditText(NamedTuple):
    """An AuditLine as it is kept."""

    application_id: str
    seq: int
    body: str
    values: str


class OutboxText(NamedTuple):
    """An OutboxRow as it is kept."""

    row: OutboxRow
    body: str
    result: str


@dataclass(frozen=True, slots=True)
class Written:
    """A commit that any store can hold."""

    expect: Mapping[Key, int]
    put: Sequence[RecordText]
    delete: Sequence[Key]
    audit: Sequence[AuditText]
    erase: Sequence[LineId]
    outbox: Sequence[OutboxText]


def written(
    expect: Mapping[Key, int],
    put: Sequence[Put],
    delete: Sequence[Key],
    append_audit: Sequence[AuditLine],
    erase_values: Sequence[LineId],
    enqueue: Sequence[OutboxRow],
) -> Written:
    """Raises ValueError when a commit contradicts itself: a bug in the caller, so nothing is tried."""
    _check_distinct("key", [*(each.key for each in put), *delete])
    appended = [(line.application_id, line.seq) for line in append_audit]
    _check_distinct("audit line", [*appended, *erase_values])
    _check_distinct("outbox row", [row.id for row in enqueue])
    if any(revision < 0 for revision in expect.values()):
        raise ValueError("an expected revision is 0 or more")
    if any(line.seq < 1 for line in append_audit):
        raise ValueError("audit lines are numbered from 1")
    for key in (*expect, *delete):
        check_text(*key)
    check_text(*(line.application_id for line in erase_values))
    return Written(
        expect=dict(expect),
        put=[_record(each) for each in put],
        delete=list(delete),
        audit=[_audit(line) for line in append_audit],
        erase=list(erase_values),
        outbox=[_outbox(row) for row in enqueue],
    )


def check_without_gaps(ends: Mapping[str, int], lines: Sequence[AuditText]) -> None:
    """Raises ValueError unless the lines follow the last that exists of each application, one by one."""
    last = dict(ends)
    for line in lines:
        last[line.application_id] += 1
        if line.seq != last[line.application_id]:
            raise ValueError("an audit is written without gaps")


def _record(put: Put) -> RecordText:
    check_text(*put.key)
    for name, values in put.index.items():
        if isinstance(values, str):
            raise ValueError("an index holds a list of values, not one text")
        check_text(name, *values)
    index = frozenset((name, value) for name, values in put.index.items() for value in values)
    body = checked_text(put.body) if isinstance(put.body, str) else to_text(put.body)
    return RecordText(put.key, body, index, put.expires_at)


def _audit(line: AuditLine) -> AuditText:
    check_text(line.application_id)
    return AuditText(line.application_id, line.seq, to_text(line.body), to_text(line.values))


def _outbox(row: OutboxRow) -> OutboxText:
    check_text(row.id, row.target, row.queue)
    bare = OutboxRow(
        row.id, row.target, row.queue, {}, row.created_at, row.due_at, row.state, row.attempts, {}
    )
    return OutboxText(bare, to_text(row.body), to_text(row.result) if row.result else "{}")


def _check_distinct(what: str, named: Iterable[Any]) -> None:
    seen = list(named)
    if len(set(seen)) < len(seen):
        raise ValueError(f"a commit names the same {what} twice")
