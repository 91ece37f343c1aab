"""A person's wish for news, taken to all their applications in the one write of the turn that chose it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot import records
from bot.telling import news_row
from dialogs.effects import SpreadNews, Tell
from dialogs.hearing import with_wish
from dialogs.moment import Step
from storage.store import Key, OutboxRow, Put, Store

MOST = 500
"""Applications of one person."""


@dataclass(frozen=True, slots=True)
class Spread:
    put: list[Put] = field(default_factory=list)
    expect: dict[Key, int] = field(default_factory=dict)
    enqueue: list[OutboxRow] = field(default_factory=list)


async def what_wishing_writes(store: Store, step: Step) -> Spread:
    """Of every draft but the open one, which the step has changed itself."""
    spread = Spread()
    wish = next((effect for effect in step.effects if isinstance(effect, SpreadNews)), None)
    if wish is None:
        return spread
    now = wish.at.timestamp()
    for found in await store.find("application", "member", step.person.id, limit=MOST):
        application = records.to_application(found)
        member = application.member(step.person.id)
        is_open = step.application is not None and step.application.id == application.id
        if is_open or member is None or not application.is_draft:
            continue
        if member.news_here or member.news == wish.setting:
            continue
        after, new = with_wish(application, member, wish.setting, wish.at, wish.id, is_own=False)
        spread.put.append(records.put_application(after))
        spread.expect[found.key] = found.revision
        if new is not None:
            tell = Tell(wish.id, new.to, "changed", new.id, (new.due - wish.at).total_seconds())
            spread.enqueue.append(news_row(tell, application.id, now))
    return spread
