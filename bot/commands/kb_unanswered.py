"""`kb unanswered`: what people asked and were not helped with, alike beside alike, for a curator to see."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from bot.commands.card_text import printable
from bot.commands.opening import existing_store
from bot.commands.refusal import FAILED, Refusal
from bot.settings import Settings
from knowledge.likeness import groups
from storage.store import Conflict, Key, Store, Stored

KIND = "unanswered"
PAGE = 500


def kb_unanswered(settings: Settings, *, done: Sequence[str]) -> None:
    asyncio.run(_remove(settings, done) if done else _show(settings))


async def _show(settings: Settings) -> None:
    async with existing_store(settings.data) as store:
        kept = await _all(store)
    if not kept:
        print("No question waits.")
        return
    kept.sort(key=lambda stored: str(stored.body.get("at", "")), reverse=True)
    texts = [str(stored.body.get("text", "")) for stored in kept]
    console = Console(markup=False, highlight=False, soft_wrap=True)
    found = groups(texts)
    for group in found:
        _show_group(console, [kept[place] for place in group])
    console.print(
        f"{len(kept)} question{'s' if len(kept) > 1 else ''} in {len(found)} group{'s' if len(found) > 1 else ''}. "
        "`kb draft` begins an entry; `kb unanswered --done ID` takes a question away."
    )


def _show_group(console: Console, group: Sequence[Stored]) -> None:
    reasons = Counter(str(stored.body.get("reason", "")) for stored in group)
    told = ", ".join(f"{times} {reason.replace('_', ' ')}" for reason, times in reasons.most_common())
    console.print(Text(f"{len(group)} alike: {told}" if len(group) > 1 else told[2:], style="bold"))
    for stored in group:
        body = stored.body
        said = (
            str(body.get("at", ""))[:10],
            body.get("language"),
            body.get("community"),
            f"field {body['field']}" if body.get("field") else "",
            f"shown {', '.join(map(str, body['shown']))}" if body.get("shown") else "",
        )
        console.print(f"  {' '.join(printable(str(body.get('text', ''))).split())}")
        console.print(
            Text(f"    {stored.key.id} · {' · '.join(str(each) for each in said if each)}", style="dim")
        )
    console.print()


async def _remove(settings: Settings, ids: Sequence[str]) -> None:
    """Nothing is taken away unless everything named is there."""
    async with existing_store(settings.data) as store:
        keys = [Key(KIND, id) for id in dict.fromkeys(ids)]
        there = await store.get(keys)
        for key in keys:
            if key not in there:
                raise Refusal(f"No question {key.id} waits.", FAILED)
        outcome = await store.commit(expect={key: there[key].revision for key in keys}, delete=keys)
        if isinstance(outcome, Conflict):
            raise Refusal("A question changed meanwhile. Look again, and try once more.", FAILED)
    for key in keys:
        print(f"{key.id} is taken away.")


async def _all(store: Store) -> list[Stored]:
    kept: list[Stored] = []
    while page := await store.scan(KIND, after=kept[-1].key.id if kept else "", limit=PAGE):
        kept += page
    return kept
