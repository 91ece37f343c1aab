"""Who is signed in on the web page: short-lived records, found by the hash of what only the browser holds."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from typing import Any, Final

from pydantic import Field

from bot.activities import Incoming
from bot.body import Json
from dialogs.person import Language
from dialogs.stored import Frozen
from storage.store import Committed, Key, Put, Store

COOKIE: Final = "__Host-session"
KIND: Final = "websession"
IDLE_SECONDS: Final = 30 * 60.0
WHOLE_SECONDS: Final = 8 * 3600.0
SEEN_EVERY_SECONDS: Final = 60.0
"""So seldom is it written down that a session is still used."""


class Said(Frozen):
    """What the latest deed led to, shown on the page that follows it and nowhere else."""

    id: str
    application: str = ""
    cards: tuple[dict[str, Any], ...] = ()
    text: str = ""


class Session(Frozen):
    schema_version: int = 1
    tenant_id: str
    object_id: str
    issuer: str
    name: str = ""
    """As the sign-in called them: shown, and never asked about what they may do."""
    guest: bool | None = None
    language: Language = "nb"
    began_at: float
    seen_at: float
    token_id: str
    """Of the token they came with, for what a confirmation is kept with."""
    auth_time: float
    """When they last proved to their own organisation who they are."""
    been_in: tuple[str, ...] = ()
    """Applications that were opened: no longer in one of them, the session ends."""
    said: Said | None = Field(default=None, repr=False)


class Sessions:
    def __init__(self, store: Store, secret: bytes) -> None:
        self._store = store
        self._secret = secret

    async def begin(self, session: Session) -> str:
        """What the browser is to hold: new at each sign-in, so that one known beforehand is worth nothing."""
        held = secrets.token_urlsafe(32)
        await self._store.commit(expect={session_key(held): 0}, put=[_put(held, session)])
        return held

    async def of(self, held: str, now: float) -> Session | None:
        """None where it has ended, or never was."""
        if not 20 <= len(held) <= 100 or not held.isascii():
            return None
        found = (await self._store.get([session_key(held)])).get(session_key(held))
        if found is None:
            return None
        session = Session.model_validate(found.body)
        if now >= _ends(session):
            await self.end(held)
            return None
        if now - session.seen_at < SEEN_EVERY_SECONDS:
            return session
        seen = session.model_copy(update={"seen_at": now})
        await self._store.commit(expect={session_key(held): found.revision}, put=[_put(held, seen)])
        return seen

    async def change(self, held: str, **changed: object) -> None:
        """Nothing happens to a session that has ended meanwhile."""
        for _ in range(8):
            found = (await self._store.get([session_key(held)])).get(session_key(held))
            if found is None:
                return
            session = Session.model_validate(found.body).model_copy(update=changed)
            written = await self._store.commit(
                expect={session_key(held): found.revision}, put=[_put(held, session)]
            )
            if isinstance(written, Committed):
                return

    async def end(self, held: str) -> None:
        await self.end_at(session_key(held))

    async def end_at(self, key: Key) -> None:
        await self._store.commit(expect={}, delete=[key])

    def token(self, held: str) -> str:
        """What each form of this session carries, so that no other page can send one in its name."""
        return hmac.new(self._secret, f"csrf\0{held}".encode(), hashlib.sha256).hexdigest()

    def is_token(self, held: str, given: str) -> bool:
        return hmac.compare_digest(self.token(held).encode(), given.encode("utf-8", "replace"))


class GuestsOfTheWeb:
    """Whether somebody is a guest where they come from, as their sign-in said it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def __call__(self, incoming: Incoming) -> bool | None:
        key = Key(KIND, incoming.where.conversation_id.removeprefix("web:"))
        found = (await self._store.get([key])).get(key)
        return Session.model_validate(found.body).guest if found is not None else None


def conversation_of(held: str) -> str:
    """What turns of this session are ordered by; nothing can be made of it."""
    return f"web:{session_key(held).id}"


def session_key(held: str) -> Key:
    return Key(KIND, hashlib.sha256(held.encode()).hexdigest())


def _ends(session: Session) -> float:
    return min(session.seen_at + IDLE_SECONDS, session.began_at + WHOLE_SECONDS)


def _put(held: str, session: Session) -> Put:
    body: Json = session.model_dump(mode="json")
    return Put(session_key(held), body, expires_at=_ends(session))


def cookie(name: str, value: str, *, seconds: int | None = None, site: str = "Lax") -> Mapping[str, str]:
    """A header that only this host over https gets back, and no script can read."""
    age = "" if seconds is None else f"; Max-Age={seconds}"
    return {"Set-Cookie": f"{name}={value}; Path=/; Secure; HttpOnly; SameSite={site}{age}"}
