"""The one write of the store, inside a transaction, and the audit that it appends to."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from storage.json_text import from_text
from storage.sqlite_outbox import enqueue
from storage.sqlite_tables import SqliteDB
from storage.store import AuditLine, Committed, Conflict, Key
from storage.written import Written, check_without_gaps


def commit(db: SqliteDB, written: Written) -> Committed | Conflict:
    """Looks at everything before it writes anything."""
    connection = db.storage.connection
    now = {key: db.records(key.kind).revision(key.id) for key in written.expect}
    found = {key: revision for key, revision in now.items() if revision != written.expect[key]}
    ends = {line.application_id: -1 for line in written.audit}
    for application_id in ends:
        ends[application_id] = _last_seq(connection, application_id)
    for line in written.audit:
        if line.seq <= ends[line.application_id]:
            found[Key("audit", line.application_id)] = ends[line.application_id]
    if found:
        return Conflict(found)
    check_without_gaps(ends, written.audit)

    revisions = {}
    for record in written.put:
        records = db.records(record.key.kind)
        records.write(record)
        known = now.get(record.key)
        revisions[record.key] = records.revision(record.key.id) if known is None else known + 1
    for key in written.delete:
        db.records(key.kind).delete(key.id)
    for application_id, seq, body, values in written.audit:
        connection.execute("INSERT INTO audit VALUES (?, ?, ?)", (application_id, seq, body))
        if values != "{}":
            connection.execute("INSERT INTO audit_values VALUES (?, ?, ?)", (application_id, seq, values))
    if written.erase:
        connection.executemany("DELETE FROM audit_values WHERE application_id = ? AND seq = ?", written.erase)
    for row in written.outbox:
        enqueue(connection, row)
    return Committed(revisions)


def audit(
    connection: sqlite3.Connection, application_id: str, *, after: int, limit: int
) -> Sequence[AuditLine]:
    rows = connection.execute(
        "SELECT seq, audit.body, coalesce(audit_values.body, '{}')"
        " FROM audit LEFT JOIN audit_values USING (application_id, seq)"
        " WHERE application_id = ? AND seq > ? ORDER BY seq LIMIT ?",
        (application_id, after, limit),
    )
    return [AuditLine(application_id, seq, from_text(body), from_text(values)) for seq, body, values in rows]


def _last_seq(connection: sqlite3.Connection, application_id: str) -> int:
    (last,) = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM audit WHERE application_id = ?", (application_id,)
    ).fetchone()
    return int(last)
