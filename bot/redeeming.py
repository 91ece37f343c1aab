"""What a code leads to: looked up by its keyed hash, within the tries one has, and judged before the dialog sees it."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot import records
from bot.activities import Incoming, Wrote
from bot.codes import hash_code
from bot.linking import other_of, state_of
from bot.loading import Loaded
from bot.outcomes import Roster
from bot.outgoing import Outgoing
from bot.rows import deed_name
from bot.tries import Tries
from dialogs.context import Context, OtherAccount, Redeemed
from dialogs.events import AnyEvent, Command, Commanded, Replied
from dialogs.membership import can_be_redeemed
from dialogs.person import Linking
from storage.store import Store

PATIENCE_SECONDS = 2.0
"""How long a turn waits to be told whether somebody is a guest; not knowing is an answer too."""

SHOWN = "shown"
"""What is left of a code in the event: that there was one."""

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
        """For what is shown the application it leads to, if it does. A code itself goes no further than here."""
        if isinstance(event, Replied) and isinstance(loaded.person.pending, Linking):
            now = event.at.timestamp()
            state = await state_of(self._store, loaded.person.pending, loaded.person, now)
            return loaded, replace(context, link_state=state), event
        if not isinstance(event, Commanded):
            return loaded, context, event
        if event.command in (Command.INVITE, Command.REPLACE):
            return loaded, await self._inviter(loaded, context, incoming), event
        if not event.argument:
            return loaded, context, event
        if event.command is Command.LINK:
            other = await self._other(loaded, event, event.argument, incoming)
            return loaded, replace(context, linking=other), replace(event, argument=SHOWN)
        if event.command is not Command.JOIN:
            return loaded, context, event
        shown, event = event.argument, replace(event, argument=SHOWN)
        if "/" in shown:
            application, _, invitation = shown.partition("/")
            found = await self._leads_to(loaded, context, event, application, invitation, incoming)
            if found is None or not found.is_for_one:
                return replace(loaded, refused=True), context, event
        elif isinstance(incoming.deed, Wrote):
            found = await self._by_code(loaded, context, event, shown, incoming)
        else:
            found = None
        if found is None:
            return loaded, context, event
        redeemed = Redeemed(found.invitation, incoming.who.tenant_id, await self._is_guest(incoming))
        return found.loaded, replace(context, redeemed=redeemed), event

    async def _inviter(self, loaded: Loaded, context: Context, incoming: Incoming) -> Context:
        """Before others come in, it is to be known of whoever began whether they are a guest."""
        application = loaded.application
        member = application.member(loaded.person.id) if application is not None else None
        if member is None or member.guest is not None:
            return context
        return replace(context, is_guest=await self._is_guest(incoming))

    async def _other(
        self, loaded: Loaded, event: Commanded, code: str, incoming: Incoming
    ) -> OtherAccount | None:
        if not isinstance(incoming.deed, Wrote):
            return None
        async with self._trying(event, code, incoming) as tried:
            if tried is None:
                return None
            other = await other_of(self._store, tried.hashed, loaded.person, event.at.timestamp())
            tried.is_right = other is not None
        return OtherAccount(tried.hashed, other.id, other.name, other.tenant_id) if other else None

    async def _by_code(
        self, loaded: Loaded, context: Context, event: Commanded, code: str, incoming: Incoming
    ) -> Led | None:
        async with self._trying(event, code, incoming) as tried:
            if tried is None:
                return None
            key = records.invitation_key(tried.hashed)
            stored = (await self._store.get([key])).get(key)
            if stored is None:
                return None
            to = str(stored.body["application"]), str(stored.body["invitation"])
            found = await self._leads_to(loaded, context, event, *to, incoming)
            tried.is_right = found is not None
        return found

    @asynccontextmanager
    async def _trying(self, event: Commanded, code: str, incoming: Incoming) -> AsyncIterator[Tried | None]:
        """Counted as wrong first, and taken back when it was right; None where there have been too many."""
        account, now = (incoming.who.tenant_id, incoming.who.object_id), event.at.timestamp()
        tried = Tried(hash_code(self._secret, code))
        deed = hashlib.sha256(f"{deed_name(incoming)}{tried.hashed}".encode()).hexdigest()[:16]
        may_try = await self._tries.may_try(*account, deed, now)
        yield tried if may_try else None
        if tried.is_right:
            await self._tries.was_right(*account, deed, now)

    async def _leads_to(
        self,
        loaded: Loaded,
        context: Context,
        event: Commanded,
        application_id: str,
        invitation_id: str,
        incoming: Incoming,
    ) -> Led | None:
        key = records.application_key(application_id)
        found = (await self._store.get([key])).get(key)
        if found is None:
            return None
        application = records.to_application(found)
        invitation = next((i for i in application.invitations if i.id == invitation_id), None)
        if invitation is None or not can_be_redeemed(
            application, invitation, loaded.person.id, incoming.who.tenant_id, context, event.at
        ):
            return None
        loaded = replace(loaded, application=application, application_revision=found.revision)
        return Led(loaded, invitation.id, invitation.person_id == loaded.person.id)


@dataclass(slots=True)
class Tried:
    """A code that somebody tries."""

    hashed: str
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Led:
    """Where an invitation leads, for who may show it."""

    loaded: Loaded
    invitation: str
    is_for_one: bool
    """For this person alone."""


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
