"""`outbox`: what is to be delivered and what became of it, by ids and codes; and another try for what failed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from bot.commands.opening import existing_store
from bot.commands.refusal import FAILED, Refusal
from bot.settings import Settings
from storage.store import OUTBOX_STATES, OutboxRow, OutboxState, Settled, Store

NOT_DELIVERED: tuple[OutboxState, ...] = ("waiting", "uncertain", "failed")
WIDTH_IN_A_FILE = 200
"""So that ids stay whole where nobody has to read between the edges of a window."""
_COLUMNS = ("id", "target", "state", "age", "next try", "attempts", "code")


def outbox(settings: Settings, *, state: OutboxState | None, retry: Sequence[str], limit: int) -> None:
    asyncio.run(_outbox(settings, state=state, retry=retry, limit=limit))


async def _outbox(settings: Settings, *, state: OutboxState | None, retry: Sequence[str], limit: int) -> None:
    async with existing_store(settings.data) as store:
        if retry:
            await _retry(store, retry)
        counts = await store.outbox_counts()
        states = (state,) if state else NOT_DELIVERED
        rows = await store.outbox(states=states, limit=limit)
    _show(counts, rows, more=sum(counts[each] for each in states) - len(rows))


async def _retry(store: Store, ids: Sequence[str]) -> None:
    """Nothing is put back unless everything named can be."""
    found = {row.id: row for row in await store.outbox(ids=ids)}
    for wanted in ids:
        if wanted not in found:
            raise Refusal(f"The outbox has no row {wanted}.", FAILED)
        if found[wanted].state != "failed":
            raise Refusal(f"{wanted} is {found[wanted].state}; only what failed can be tried again.", FAILED)
    now = time.time()
    await store.settle([Settled(wanted, "waiting", now, {"retried_at": now}) for wanted in ids])
    for wanted in ids:
        print(f"{wanted} waits again; a running `serve` tries it within seconds.")


def _show(counts: Mapping[OutboxState, int], rows: Sequence[OutboxRow], *, more: int) -> None:
    print(" · ".join(f"{counts[state]} {state}" for state in OUTBOX_STATES))
    if not rows:
        return
    table = Table(pad_edge=False)
    for column in _COLUMNS:
        table.add_column(column, overflow="fold", no_wrap=column != "code")
    now = time.time()
    for row in rows:
        table.add_row(*cells(row, now))
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        console.width = WIDTH_IN_A_FILE
    console.print(table)
    if more > 0:
        print(f"… and {more} more; --limit shows them.")


def cells(row: OutboxRow, now: float) -> tuple[str, ...]:
    """A row as it is shown: nothing of its body, which holds people's words."""
    is_open = row.state in ("waiting", "uncertain")
    return (
        row.id,
        row.target,
        row.state,
        age_text(now - row.created_at),
        ("now" if row.due_at <= now else f"in {age_text(row.due_at - now)}") if is_open else "",
        str(row.attempts),
        str(row.result.get("code") or ""),
    )


def age_text(seconds: float) -> str:
    """«42 s», «5 min», «3 h», «12 d»: the largest unit that is not nought."""
    seconds = max(0.0, seconds)
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= size:
            return f"{int(seconds // size)} {unit}"
    return f"{int(seconds)} s"
