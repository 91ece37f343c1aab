"""What a code leads to: looked up by its keyed hash, within the tries one has, and judged before the dialog sees it."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot import records
from bot.activities import Incoming, Wrote
from bot.codes import hash_code
from bot.loading import Loaded
from bot.outcomes import Roster
from bot.outgoing import Outgoing
from bot.rows import deed_name
from bot.tries import Tries
from dialogs.context import Context, Redeemed
from dialogs.events import AnyEvent, Command, Commanded
from dialogs.membership import can_be_redeemed
from storage.store import Store

PATIENCE_SECONDS = 2.0
"""How long a turn waits to be told whether somebody is a guest; not knowing is an answer too."""

IsGuest = Callable[[Incoming], Awaitable[bool | None]]


class Redeeming:
    def __init__(self, store: Store, secret: bytes, is_guest: IsGuest) -> None:
        self._store = store
        self._secret = secret
        self._is_guest = is_guest
        self._tries = Tries(store)

    async def redeem(
        self, loaded: Loaded, context: Context, event: AnyEvent, incoming: Incoming
    ) -> tuple[Loaded, Context, AnyEvent]:
        """For a typed code the application it leads to, if it does. The code itself goes no further than here."""
        if not isinstance(event, Commanded) or event.command is not Command.JOIN or not event.argument:
            return loaded, context, event
        code, event = event.argument, replace(event, argument="code")
        if not isinstance(incoming.deed, Wrote):
            return loaded, context, event
        tenant, object_id, now = incoming.who.tenant_id, incoming.who.object_id, event.at.timestamp()
        hashed = hash_code(self._secret, code)
        deed = hashlib.sha256(f"{deed_name(incoming)}{hashed}".encode()).hexdigest()[:16]
        if not await self._tries.may_try(tenant, object_id, deed, now):
            return loaded, context, event
        found = await self._invited(loaded, context, event, hashed, tenant)
        if found is None:
            return loaded, context, event
        await self._tries.was_right(tenant, object_id, deed, now)
        loaded, invitation = found
        redeemed = Redeemed(invitation, tenant, await self._is_guest(incoming))
        return loaded, replace(context, redeemed=redeemed), event

    async def _invited(
        self, loaded: Loaded, context: Context, event: Commanded, hashed: str, tenant: str
    ) -> tuple[Loaded, str] | None:
        key = records.invitation_key(hashed)
        stored = (await self._store.get([key])).get(key)
        if stored is None:
            return None
        application_key = records.application_key(str(stored.body["application"]))
        found = (await self._store.get([application_key])).get(application_key)
        if found is None:
            return None
        application = records.to_application(found)
        invitation = next((i for i in application.invitations if i.id == stored.body["invitation"]), None)
        if invitation is None or not can_be_redeemed(
            application, invitation, loaded.person.id, tenant, context, event.at
        ):
            return None
        loaded = replace(loaded, application=application, application_revision=found.revision)
        return loaded, invitation.id


class Guests:
    """Asks Teams whether a person is a guest where they are: what they send does not tell."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing

    async def __call__(self, incoming: Incoming) -> bool | None:
        """None where Teams does not say, or not in time."""
        where = incoming.where
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                roster = await self._outgoing.members(where.service_url, where.conversation_id)
        except TimeoutError:
            return None
        if not isinstance(roster, Roster):
            return None
        for member in roster.members:
            if incoming.who.object_id in (member.get("aadObjectId"), member.get("objectId")):
                name, role = member.get("userPrincipalName"), member.get("userRole")
                if role in ("guest", "anonymous") or "#EXT#" in str(name or ""):
                    return True
                return False if role or name else None
        return None
