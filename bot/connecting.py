"""Connects a channel to a helsefellesskap by a one-time code, so that it is told of new applications."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import structlog

from bot import records
from bot.activities import Incoming, Wrote, to_message
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.say import say_card
from bot.codes import Tries, code_key, find_code
from bot.interpret import Phrases, fold
from bot.roster import Rosters
from dialogs.context import Context
from dialogs.effects import Say
from dialogs.person import Language
from dialogs.plain_text import from_teams
from storage.store import Committed, Key, OutboxRow, Put, Store

log = structlog.get_logger(__name__)


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
        tries: Tries | None = None,
    ) -> None:
        self._store = store
        self._context = context
        self._rosters = rosters
        self._phrases = phrases
        self._secret = secret
        self._any_tenant = any_tenant
        """Local mode: the packaged helsefellesskap name no tenant, and there is only one."""
        self._tries = tries or Tries()

    def wants(self, deed: Wrote) -> bool:
        said = fold(from_teams(deed.text, recipient_name=deed.mentions_as, is_markup=deed.is_markup))
        return any(said.startswith(opener) for opener in self._phrases.connect)

    async def take(self, incoming: Incoming, deed: Wrote) -> list[OutboxRow]:
        """What is said in the channel."""
        where = incoming.where
        if where.scope != "channel":
            return [self._say(incoming, "connect-in-channel")]
        code = find_code(from_teams(deed.text, recipient_name=deed.mentions_as, is_markup=deed.is_markup))
        if not self._tries.may_try(incoming.who.object_id, where.tenant_id) or code is None:
            return [self._say(incoming, "connect-code-wrong")]
        key = code_key(self._secret, code)
        stored = (await self._store.get([key])).get(key)
        body = stored.body if stored is not None else {}
        if (
            stored is None
            or body.get("purpose") != "secretariat"
            or float(body.get("expires_at", 0)) < time.time()
            or not self._is_own_tenant(str(body["community"]), where.tenant_id)
            or await self._rosters.officer(
                where.service_url, where.channel_id, where.tenant_id, incoming.who.object_id
            )
            is None
        ):
            self._tries.was_wrong(incoming.who.object_id, where.tenant_id)
            log.info("connect.refused")
            return [self._say(incoming, "connect-code-wrong")]
        return await self._bind(incoming, key, stored.revision, body)

    def _is_own_tenant(self, community: str, tenant: str) -> bool:
        known = self._context.communities.get(community)
        if known is None:
            return False
        configured = known.settings.secretariat_tenant_id
        return tenant == configured if configured else self._any_tenant

    async def _bind(self, incoming: Incoming, key: Key, revision: int, code: Json) -> list[OutboxRow]:
        where, community = incoming.where, str(code["community"])
        channel = records.channel_key(community)
        old = (await self._store.get([channel])).get(channel)
        name = self._name(community, self._language(community))
        if old is not None and not code.get("replace"):
            return [self._say(incoming, "connect-replace-needed", community=name)]
        language = self._language(community)
        body: Json = {
            "tenant": where.tenant_id,
            "team": where.team_id,
            "channel": where.channel_id,
            "service_url": where.service_url,
            "bot": where.bot_id,
            "language": language,
            "connected_at": datetime.now(UTC).isoformat(),
            "connected_by": incoming.who.object_id,
        }
        expect = {key: revision, channel: old.revision if old is not None else 0}
        rows = [self._say(incoming, "connected", community=name)]
        if old is not None:
            rows.append(self._tell_old(old.body, incoming, name))
        written = await self._store.commit(expect=expect, put=[Put(channel, body)], delete=[key])
        if not isinstance(written, Committed):
            return [self._say(incoming, "connect-code-wrong")]
        log.info("connect.bound", community=community)
        return rows

    def _tell_old(self, old: Json, incoming: Incoming, name: str) -> OutboxRow:
        pen = self._pen(incoming, old.get("language", "nb"))
        now = time.time()
        body: Json = {
            "do": "thread",
            "service_url": old["service_url"],
            "conversation": old["channel"],
            "tenant": old["tenant"],
            "activity": to_message(say_card(pen, None, Say("connect-moved", {"community": name}))),
        }
        return OutboxRow(f"moved.{incoming.id}", "teams", f"channel:{old['channel']}", body, now, now)

    def _say(self, incoming: Incoming, key: str, **values: str | int) -> OutboxRow:
        pen = self._pen(incoming, "nb")
        now = time.time()
        body: Json = {
            "do": "send",
            "service_url": incoming.where.service_url,
            "conversation": incoming.where.conversation_id,
            "tenant": incoming.where.tenant_id,
            "activity": to_message(say_card(pen, None, Say(key, values))),
        }
        return OutboxRow(f"{key}.{incoming.id}", "teams", incoming.where.conversation_id, body, now, now)

    def _pen(self, incoming: Incoming, language: Language) -> Pen:
        return Pen(self._context.texts, language, f"connect.{incoming.id}")

    def _language(self, community: str) -> Language:
        known = self._context.communities.get(community)
        return (known.settings.language if known is not None else None) or "nb"

    def _name(self, community: str, language: Language) -> str:
        known = self._context.communities.get(community)
        return known.name.in_language(language) if known is not None else community
