"""Which room a deed belongs to: the personal chat's turn, the secretariat's channel, or an offered file."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.activities import Consented, Incoming, Tapped, Wrote, text_reply, to_message
from bot.adapter import InvokeReply
from bot.cards.elements import Pen, card, words
from bot.connecting import Connecting
from bot.consents import Consents
from bot.deeds import plain
from bot.inquiries import VERBS as INQUIRY_VERBS
from bot.inquiries import Inquiries
from bot.interpret import Phrases, code_in
from bot.logs import told
from bot.officers import VERBS, Officers
from bot.public_answers import VERBS as PUBLIC_VERBS
from bot.public_answers import PublicAnswers, go_personal
from bot.rows import deed_name, own_row
from bot.spoken import spoken
from bot.turn import Turns
from dialogs.context import Context
from storage.store import OutboxRow, Store, StoreUnavailable

log = structlog.get_logger(__name__)


class Dispatch:
    """In groups and channels no draft is ever shown: there are answers, the secretariat's cards, a way to the chat."""

    def __init__(
        self,
        *,
        store: Store,
        context: Context,
        turns: Turns,
        officers: Officers,
        inquiries: Inquiries,
        public: PublicAnswers,
        connecting: Connecting,
        consents: Consents,
        send_now: Callable[[Sequence[OutboxRow]], Awaitable[None]],
        wake: Callable[[], None],
        after_connecting: Callable[[], Awaitable[None]],
        phrases: Phrases,
        raise_faults: bool = False,
    ) -> None:
        self._store = store
        self._context = context
        self._turns = turns
        self._officers = officers
        self._inquiries = inquiries
        self._public = public
        self._connecting = connecting
        self._consents = consents
        self._send_now = send_now
        self._wake = wake
        self._after_connecting = after_connecting
        self._phrases = phrases
        self._raise_faults = raise_faults

    async def take(self, incoming: Incoming) -> InvokeReply | None:
        if self._is_for_dialog(incoming):
            return await self._turns.take(incoming)
        key = "m-fault"
        try:
            return await self._beside(incoming)
        except StoreUnavailable:
            log.error("dispatch.store_unavailable")
            key = "m-busy"
        except Exception as fault:  # the named edge for bugs outside a turn: said once, logged by type
            if self._raise_faults:
                raise
            log.error("dispatch.fault", deed=incoming.id, **told(fault))
        sorry = self._context.texts.say(spoken(incoming), key, id=incoming.id)
        return InvokeReply(200, text_reply(sorry)) if incoming.is_invoke else None

    def _is_for_dialog(self, incoming: Incoming) -> bool:
        match incoming.deed:
            case Consented():
                return False
            case Tapped() as tapped if tapped.verb in VERBS | INQUIRY_VERBS | PUBLIC_VERBS:
                return False
            case Wrote() as wrote if self._connecting.wants(wrote, incoming.where.scope):
                return False
            case _:
                return incoming.where.scope == "personal"

    async def _beside(self, incoming: Incoming) -> InvokeReply | None:
        match incoming.deed:
            case Consented() as consented:
                if incoming.where.scope == "personal":
                    await self._consents.take(incoming, consented)
                return InvokeReply(200, {})
            case Tapped() as tapped if tapped.verb in VERBS:
                reply, rows = await self._officers.take(incoming, tapped)
                await self._write(rows)
                return reply
            case Tapped() as tapped if tapped.verb in INQUIRY_VERBS:
                reply, rows = await self._inquiries.take(incoming, tapped)
                await self._write(rows)
                return reply
            case Tapped() as tapped if tapped.verb in PUBLIC_VERBS:
                reply, rows = await self._public.tapped(incoming, tapped)
                await self._write(rows)
                return reply
            case Tapped():
                only_personal = self._context.texts.say(spoken(incoming), "m-only-personal")
                return InvokeReply(200, text_reply(only_personal))
            case Wrote() as wrote if self._connecting.wants(wrote, incoming.where.scope):
                connection = await self._connecting.take(incoming, wrote)
                if connection.is_new:
                    await self._after_connecting()
                await self._write(connection.rows)
                return None
            case Wrote() as wrote if code_in(plain(wrote).strip(), self._phrases) is not None:
                await self._write([self._go_personal(incoming)])
                return None
            case Wrote() as wrote:
                answers = await self._public.wrote(incoming, wrote)
                await self._write([self._go_personal(incoming)] if answers is None else answers)
                return None
            case _:
                return None

    def _go_personal(self, incoming: Incoming) -> OutboxRow:
        pen = Pen(self._context.texts, spoken(incoming), incoming.id)
        drawn = card(pen, [words(pen.t("m-only-personal"))], [go_personal(pen, incoming.where)])
        body = {"do": "send", "activity": to_message(drawn), "repeat": pen.t("card-repeat")}
        return own_row(f"personal.{deed_name(incoming)}", incoming.where, body)

    async def _write(self, rows: Sequence[OutboxRow]) -> None:
        """Written first, then sent; what goes to somebody else is left to the worker.

        A row that is there already belongs to a deed that Teams delivers again: it is sent once.
        """
        known = {row.id for row in await self._store.outbox(ids=[row.id for row in rows])} if rows else set()
        new = [row for row in rows if row.id not in known]
        if new:
            await self._store.commit(expect={}, enqueue=new)
            await self._send_now([row for row in new if row.body.get("at_once")])
            self._wake()
