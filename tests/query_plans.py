"""What SQLite does for the statements that are run: which tables it looks through instead of looking up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


@contextmanager
def statements_run(connection: sqlite3.Connection) -> Iterator[list[str]]:
    """The statements, with their values, in the order they were run."""
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    yield statements
    connection.set_trace_callback(None)


def plans(connection: sqlite3.Connection, statements: Sequence[str]) -> str:
    explained = [
        str(row[3])
        for statement in statements
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH"))
        for row in connection.execute("EXPLAIN QUERY PLAN " + statement)
    ]
    return "\n".join(explained)
