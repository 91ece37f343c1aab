"""Connects a channel to a helsefellesskap by a one-time code, so that it is told of new applications."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import structlog

from bot import records
from bot.activities import Incoming, Scope, Wrote, to_message
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.say import say_card
from bot.codes import code_key, find_code, is_code
from bot.interpret import Phrases, fold
from bot.officers import is_bound
from bot.roster import NoRoster, Officer, Rosters
from bot.rows import deed_name, own_row
from bot.tries import Tries
from dialogs.context import Context
from dialogs.effects import Say
from dialogs.person import Language
from dialogs.plain_text import from_teams
from storage.store import Committed, Key, OutboxRow, Put, Store

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Connection:
    rows: list[OutboxRow]
    """What is said in the channel."""
    is_new: bool = False


class Connecting:
    """Redeems codes. One reply for wrong, used and expired; a code is used up only when the channel is bound."""

    def __init__(
        self,
        store: Store,
        context: Context,
        rosters: Rosters,
        phrases: Phrases,
        secret: bytes,
        *,
        any_tenant: bool,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._clock = clock
        self._store = store
        self._context = context
        self._rosters = rosters
        self._phrases = phrases
        self._secret = secret
        self._any_tenant = any_tenant
        """Local mode: the packaged helsefellesskap name no tenant, and there is only one."""
        self._tries = Tries(store)

    def wants(self, deed: Wrote, scope: Scope) -> bool:
        """Whether the text is about connecting. In a personal chat it may as well be an answer, so only a code is."""
        said = fold(_text(deed))
        opener = next((known for known in self._phrases.connect if said.startswith(known)), None)
        if opener is None or scope != "personal":
            return opener is not None
        return is_code(said.removeprefix(opener).strip())

    async def take(self, incoming: Incoming, deed: Wrote) -> Connection:
        where = incoming.where
        if where.scope != "channel":
            return self._says(incoming, "connect-in-channel")
        code = find_code(_text(deed))
        if code is None or not await self._tries.may_try(*self._try_of(incoming)):
            return self._says(incoming, "connect-code-wrong")
        key = code_key(self._secret, code)
        stored = (await self._store.get([key])).get(key)
        if stored is None:
            return await self._again(incoming, key)
        body = stored.body
        is_open = body.get("purpose") == "secretariat" and float(body.get("expires_at", 0)) >= self._clock()
        if not is_open or not self._is_own_tenant(str(body["community"]), where.tenant_id):
            return self._refuses(incoming)
        officer = await self._rosters.officer(
            where.service_url, where.channel_id, where.tenant_id, incoming.who.object_id
        )
        match officer:
            case NoRoster():
                await self._was_right(incoming)
                return self._says(incoming, "connect-no-roster")
            case None:
                return self._refuses(incoming)
            case Officer():
                await self._was_right(incoming)
                return await self._bind(incoming, key, stored.revision, body)

    async def _again(self, incoming: Incoming, key: Key) -> Connection:
        """A code that is not there: wrong, or used. Who used it here is told so again, since Teams repeats."""
        for stored in await self._store.scan("channel"):
            by_same = stored.body.get("connected_by") == incoming.who.object_id
            if stored.body.get("code") == key.id and by_same and is_bound(stored.body, incoming):
                await self._was_right(incoming)
                name = self._name(stored.key.id, self._language(stored.key.id))
                return self._says(incoming, "connected", community=name)
        return self._refuses(incoming)

    async def _was_right(self, incoming: Incoming) -> None:
        await self._tries.was_right(*self._try_of(incoming))

    def _try_of(self, incoming: Incoming) -> tuple[str, str, str, float]:
        return incoming.where.tenant_id, incoming.who.object_id, deed_name(incoming), self._clock()

    def _refuses(self, incoming: Incoming) -> Connection:
        log.info("connect.refused")
        return self._says(incoming, "connect-code-wrong")

    def _is_own_tenant(self, community: str, tenant: str) -> bool:
        known = self._context.communities.get(community)
        if known is None:
            return False
        configured = known.settings.secretariat_tenant_id
        return tenant == configured if configured else self._any_tenant

    async def _bind(self, incoming: Incoming, key: Key, revision: int, code: Json) -> Connection:
        where, community = incoming.where, str(code["community"])
        channel = records.channel_key(community)
        old = (await self._store.get([channel])).get(channel)
        name = self._name(community, self._language(community))
        if old is not None and not code.get("replace"):
            return self._says(incoming, "connect-replace-needed", community=name)
        body: Json = {
            "tenant": where.tenant_id,
            "team": where.team_id,
            "channel": where.channel_id,
            "service_url": where.service_url,
            "bot": where.bot_id,
            "language": self._language(community),
            "connected_at": datetime.now(UTC).isoformat(),
            "connected_by": incoming.who.object_id,
            "code": key.id,
        }
        moved = old is not None and old.body["channel"] != where.channel_id
        written = await self._store.commit(
            expect={key: revision, channel: old.revision if old is not None else 0},
            put=[Put(channel, body)],
            delete=[key],
            enqueue=[self._tell_old(old.body, incoming, name)] if old is not None and moved else [],
        )
        if not isinstance(written, Committed):
            return self._says(incoming, "connect-code-wrong")
        log.info("connect.bound", community=community)
        return replace(self._says(incoming, "connected", community=name), is_new=True)

    def _tell_old(self, old: Json, incoming: Incoming, name: str) -> OutboxRow:
        pen = self._pen(incoming, old.get("language", "nb"))
        now = time.time()
        body: Json = {
            "do": "thread",
            "service_url": old["service_url"],
            "conversation": old["channel"],
            "tenant": old["tenant"],
            "activity": to_message(say_card(pen, None, Say("connect-moved", {"community": name}))),
            "repeat": pen.t("card-repeat"),
        }
        return OutboxRow(f"moved.{deed_name(incoming)}", "teams", f"channel:{old['channel']}", body, now, now)

    def _says(self, incoming: Incoming, key: str, **values: str | int) -> Connection:
        pen = self._pen(incoming, "nb")
        drawn = say_card(pen, None, Say(key, values))
        body = {"do": "send", "activity": to_message(drawn), "repeat": pen.t("card-repeat")}
        return Connection([own_row(f"{key}.{deed_name(incoming)}", incoming.where, body)])

    def _pen(self, incoming: Incoming, language: Language) -> Pen:
        return Pen(self._context.texts, language, f"connect.{incoming.id}")

    def _language(self, community: str) -> Language:
        known = self._context.communities.get(community)
        return (known.settings.language if known is not None else None) or "nb"

    def _name(self, community: str, language: Language) -> str:
        known = self._context.communities.get(community)
        return known.name.in_language(language) if known is not None else community


def _text(deed: Wrote) -> str:
    return from_teams(deed.text, recipient_name=deed.mentions_as, is_markup=deed.is_markup)
