"""What the store holds: whether it opens, what the outbox waits for, and which channels receive."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

from bot.commands.finding import Finding, note, ok, wrong
from bot.commands.opening import existing_store
from bot.commands.outbox import age_text
from bot.commands.refusal import Refusal
from bot.delivery.notice import TO_CHANNEL
from bot.settings import Settings
from knowledge.community_files import CommunityFileWrong, load_communities
from storage.data_folder import DataFolder
from storage.sqlite_schema import MIGRATIONS
from storage.store import OUTBOX_STATES, OutboxRow, Store

LATE_SECONDS = 900.0
"""A row that has been due so long is held up by something."""
MOST_ROWS = 2_000


def _is_new(settings: Settings) -> bool:
    return not DataFolder(settings.data).store_file.exists()


async def store_check(settings: Settings) -> Sequence[Finding]:
    if _is_new(settings):
        return [note("store", "not there yet; the first `serve` or `chat` makes it")]
    try:
        async with existing_store(settings.data) as store:
            return [ok("store", f"opens, schema {len(MIGRATIONS)}"), *await _outbox(store, settings)]
    except Refusal as refused:
        remedy = "Check who owns the files and that the disk is mounted; else restore a backup of the folder."
        return [wrong("store", refused.sentence, remedy)]


async def _outbox(store: Store, settings: Settings) -> list[Finding]:
    counts = await store.outbox_counts()
    waiting = await store.outbox(states=("waiting", "uncertain"), limit=MOST_ROWS)
    failed = await store.outbox(states=("failed",), limit=MOST_ROWS)
    now = time.time()
    said = ", ".join(f"{counts[state]} {state}" for state in OUTBOX_STATES)
    late = [row for row in waiting if row.due_at < now - LATE_SECONDS]
    if not late:
        return [ok("outbox", said), *_failures(failed)]
    oldest = age_text(now - min(row.due_at for row in late))
    is_served = DataFolder(settings.data).serving_pid() is not None
    remedy = (
        "`outbox` shows why each waits; the log of the serving process says what Teams answers."
        if is_served
        else "Start `serve`: it delivers what waits."
    )
    return [
        wrong("outbox", f"{said}; {len(late)} overdue, the oldest by {oldest}", remedy),
        *_failures(failed),
    ]


def _failures(failed: Sequence[OutboxRow]) -> list[Finding]:
    """A notice that failed means a channel that no longer receives; other rows mostly a person who has left."""
    notices = [row for row in failed if row.target in TO_CHANNEL]
    found = [
        wrong(
            "dead channel",
            f"the secretariat of {row.body.get('community', '?')} was not told ({row.id}: {_code(row)})",
            "If the channel is gone: `secretariat invite <community> --replace`, and connect another. "
            f"Then `outbox --retry {row.id}`.",
        )
        for row in notices
    ]
    others = Counter((row.target, _code(row)) for row in failed if row.target not in TO_CHANNEL)
    if any(target == "folder" for target, _ in others):
        remedy = "`outbox --state failed` names them; the code says what stands in the way."
        found.append(wrong("filing", "sent applications are not filed", remedy))
    if others:
        said = ", ".join(f"{count} {target} ({code})" for (target, code), count in sorted(others.items()))
        found.append(note("outbox", f"given up: {said}"))
    return found


def _code(row: OutboxRow) -> str:
    return str(row.result.get("code") or "no code")


async def channels_check(settings: Settings) -> Sequence[Finding]:
    try:
        communities = load_communities(settings.communities_dir)
    except CommunityFileWrong as bad:
        return [wrong("helsefellesskap", str(bad), "Mend the file; `serve` does not start with it.")]
    found = [ok("helsefellesskap", f"{len(communities)} files: {', '.join(communities)}")]
    try:
        async with existing_store(settings.data) as store:
            bound = {stored.key.id: stored.body for stored in await store.scan("channel")}
    except Refusal:
        return found  # Said of the store itself already.
    connected = sorted(bound.keys() & communities.keys())
    without = sorted(communities.keys() - bound.keys())
    if connected:
        found.append(ok("channels", f"receive: {', '.join(connected)}"))
    if without:
        found.append(note("channels", f"no channel yet: {', '.join(without)} (`secretariat invite`)"))
    for unknown in sorted(bound.keys() - communities.keys()):
        remedy = "Put its file back; until then nobody can apply to it and its officers see nothing."
        found.append(wrong("channels", f"{unknown} has a channel, but no file", remedy))
    if DataFolder(settings.data).mode() == "credentials":
        found += [
            note("channels", f"{name} has no settings.secretariat_tenant_id, so it cannot be connected")
            for name, community in communities.items()
            if community.settings.secretariat_tenant_id is None
        ]
    return found
