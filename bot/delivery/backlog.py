"""Which queues have rows left to the worker, so that nothing written later overtakes them."""

from __future__ import annotations

from storage.store import OutboxRow


class Backlog:
    """Kept in memory, and filled from the outbox when the process starts."""

    def __init__(self) -> None:
        self._rows: dict[str, set[str]] = {}

    def add(self, row: OutboxRow) -> None:
        self._rows.setdefault(row.queue, set()).add(row.id)

    def done(self, row: OutboxRow) -> None:
        """Delivered, or failed for good."""
        left = self._rows.get(row.queue)
        if left is not None:
            left.discard(row.id)
            if not left:
                del self._rows[row.queue]

    def is_behind(self, queue: str) -> bool:
        return queue in self._rows
