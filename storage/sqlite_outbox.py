"""The outbox in SQLite. The first open row of a queue is marked as its head, and only heads are claimed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from storage.json_text import from_text
from storage.store import DELIVERED_KEPT_SECONDS, OUTBOX_STATES, OutboxRow, OutboxState, Settled
from storage.written import OutboxText, to_text

_ROWS: Final = (
    "SELECT id, target, queue, body, created_at, due_at, state, attempts, result, seq, under_way FROM outbox"
)
_OPEN: Final = ("waiting", "uncertain")


def enqueue(connection: sqlite3.Connection, written: OutboxText) -> None:
    row, body, result = written
    values = (
        row.id,
        row.target,
        row.queue,
        body,
        row.created_at,
        row.due_at,
        row.state,
        row.attempts,
        result,
    )
    connection.execute(
        "INSERT INTO outbox"
        " (id, target, queue, body, created_at, due_at, state, attempts, result, free_at, head)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE queue = ? AND state IN ('waiting', 'uncertain')))"
        " ON CONFLICT (id) DO NOTHING",
        (*values, row.due_at, row.state in _OPEN, row.queue),
    )


def claim(
    connection: sqlite3.Connection, now: float, *, lease_seconds: float, limit: int
) -> Sequence[OutboxRow]:
    rows = connection.execute(
        _ROWS + " INDEXED BY outbox_free WHERE head = 1 AND free_at <= ? ORDER BY seq LIMIT ?",
        (now, limit),
    ).fetchall()
    claimed = []
    for columns in rows:
        seq, under_way = columns[-2:]
        row = _row(columns)
        row = replace(row, attempts=row.attempts + 1, state="uncertain" if under_way else row.state)
        connection.execute(
            "UPDATE outbox SET free_at = ?, under_way = 1, state = ?, attempts = ? WHERE seq = ?",
            (now + lease_seconds, row.state, row.attempts, seq),
        )
        claimed.append(row)
    return claimed


def settle(connection: sqlite3.Connection, settled: Settled) -> None:
    found = connection.execute(
        "SELECT seq, queue, state, result FROM outbox WHERE id = ?", (settled.id,)
    ).fetchone()
    if found is None:
        return
    seq, queue, state, before = found
    result = to_text(from_text(before) | settled.result)
    if state == "delivered":
        connection.execute("UPDATE outbox SET result = ? WHERE seq = ?", (result, seq))
        return
    connection.execute(
        "UPDATE outbox SET state = ?, due_at = ?, free_at = ?, result = ?, under_way = 0, head = head AND ?,"
        " body = CASE WHEN ? THEN '{}' ELSE body END WHERE seq = ?",
        (
            settled.state,
            settled.due_at,
            settled.due_at,
            result,
            settled.state in _OPEN,
            settled.state == "delivered",
            seq,
        ),
    )
    if (state in _OPEN) != (settled.state in _OPEN):
        _mark_head(connection, queue)


def _mark_head(connection: sqlite3.Connection, queue: str) -> None:
    connection.execute("UPDATE outbox SET head = 0 WHERE queue = ? AND head = 1", (queue,))
    connection.execute(
        "UPDATE outbox SET head = 1 WHERE seq ="
        " (SELECT min(seq) FROM outbox WHERE queue = ? AND state IN ('waiting', 'uncertain'))",
        (queue,),
    )


def rows_by_id(
    connection: sqlite3.Connection, ids: Sequence[str], states: Sequence[OutboxState], limit: int
) -> Sequence[OutboxRow]:
    rows = []
    for id in dict.fromkeys(ids):
        columns = connection.execute(_ROWS + " WHERE id = ?", (id,)).fetchone()
        if columns is not None:
            rows.append(_row(columns))
    return [row for row in rows if not states or row.state in states][:limit]


def newest_rows(
    connection: sqlite3.Connection, states: Sequence[OutboxState], limit: int
) -> Sequence[OutboxRow]:
    wanted = (tuple(states) or OUTBOX_STATES) * len(OUTBOX_STATES)
    rows = connection.execute(
        _ROWS + " WHERE state IN (?, ?, ?, ?) ORDER BY seq DESC LIMIT ?",
        (*wanted[: len(OUTBOX_STATES)], limit),
    )
    return [_row(columns) for columns in rows]


def counts(connection: sqlite3.Connection) -> Mapping[OutboxState, int]:
    rows = connection.execute("SELECT state, count(*) FROM outbox GROUP BY state")
    return dict.fromkeys(OUTBOX_STATES, 0) | dict(rows)


def delete_delivered(connection: sqlite3.Connection, now: float, limit: int) -> int:
    deleted = connection.execute(
        "DELETE FROM outbox WHERE seq IN"
        " (SELECT seq FROM outbox WHERE state = 'delivered' AND due_at <= ? LIMIT ?)",
        (now - DELIVERED_KEPT_SECONDS, limit),
    )
    return deleted.rowcount


def _row(columns: Sequence[Any]) -> OutboxRow:
    id, target, queue, body, created_at, due_at, state, attempts, result, *_ = columns
    return OutboxRow(
        id, target, queue, from_text(body), created_at, due_at, state, attempts, from_text(result)
    )
