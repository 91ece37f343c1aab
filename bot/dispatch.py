"""Which room a deed belongs to: the personal chat's turn, the secretariat's channel, or an offered file."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.activities import Consented, Incoming, Tapped, Wrote, text_reply, to_message
from bot.adapter import InvokeReply
from bot.body import Json
from bot.cards.elements import Pen, card, words
from bot.connecting import Connecting
from bot.consents import Consents
from bot.officers import VERBS, Officers
from bot.replies import OWN_LEASE_SECONDS
from bot.turn import Turns
from dialogs.context import Context
from storage.store import OutboxRow, Store, StoreUnavailable

log = structlog.get_logger(__name__)


class Dispatch:
    """In groups and channels no draft is ever shown: there are the secretariat's cards, and a way to the chat."""

    def __init__(
        self,
        *,
        store: Store,
        context: Context,
        turns: Turns,
        officers: Officers,
        connecting: Connecting,
        consents: Consents,
        send_now: Callable[[Sequence[OutboxRow]], Awaitable[None]],
        after_connecting: Callable[[], Awaitable[None]],
        raise_faults: bool = False,
    ) -> None:
        self._store = store
        self._context = context
        self._turns = turns
        self._officers = officers
        self._connecting = connecting
        self._consents = consents
        self._send_now = send_now
        self._after_connecting = after_connecting
        self._raise_faults = raise_faults

    async def take(self, incoming: Incoming) -> InvokeReply | None:
        deed = incoming.deed
        personal = incoming.where.scope == "personal"
        is_officers = isinstance(deed, Tapped) and deed.verb in VERBS
        if personal and not is_officers and not isinstance(deed, Consented) and not self._is_code(deed):
            return await self._turns.take(incoming)
        try:
            return await self._beside(incoming, deed)
        except StoreUnavailable:
            log.error("dispatch.store_unavailable")
        except Exception as fault:  # the named edge for bugs outside a turn: said once, logged by type
            if self._raise_faults:
                raise
            log.error("dispatch.fault", fault=type(fault).__name__)
        busy = self._context.texts.say("nb", "m-busy")
        return InvokeReply(200, text_reply(busy)) if incoming.is_invoke else None

    def _is_code(self, deed: object) -> bool:
        return isinstance(deed, Wrote) and self._connecting.wants(deed)

    async def _beside(self, incoming: Incoming, deed: object) -> InvokeReply | None:
        match deed:
            case Consented():
                if incoming.where.scope == "personal":
                    await self._consents.take(incoming, deed)
                return InvokeReply(200, {})
            case Tapped() if deed.verb in VERBS:
                reply, rows = await self._officers.take(incoming, deed)
                await self._write(rows)
                return reply
            case Tapped():
                return InvokeReply(200, text_reply(self._context.texts.say("nb", "m-only-personal")))
            case Wrote() if self._connecting.wants(deed):
                await self._write(await self._connecting.take(incoming, deed))
                await self._after_connecting()
                return None
            case Wrote():
                await self._write([self._go_personal(incoming)])
                return None
            case _:
                return None

    def _go_personal(self, incoming: Incoming) -> OutboxRow:
        where, now = incoming.where, time.time()
        pen = Pen(self._context.texts, "nb", incoming.id)
        link = {
            "type": "Action.OpenUrl",
            "title": pen.t("b-go-personal"),
            "url": f"https://teams.microsoft.com/l/chat/0/0?users={where.bot_id}",
        }
        body: Json = {
            "do": "send",
            "service_url": where.service_url,
            "conversation": where.conversation_id,
            "tenant": where.tenant_id,
            "activity": to_message(card(pen, [words(pen.t("m-only-personal"))], [link])),
        }
        return OutboxRow(f"personal.{incoming.id}", "teams", where.conversation_id, body, now, now)

    async def _write(self, rows: Sequence[OutboxRow]) -> None:
        """Written first, then sent; what goes to somebody else is left to the worker."""
        if not rows:
            return
        now = time.time()
        leased = [
            OutboxRow(r.id, r.target, r.queue, r.body, r.created_at, now + OWN_LEASE_SECONDS)
            if r.target == "teams"
            else r
            for r in rows
        ]
        await self._store.commit(expect={}, enqueue=leased)
        await self._send_now([r for r in leased if r.target == "teams"])
