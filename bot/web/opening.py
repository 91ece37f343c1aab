"""Puts the web page together, for whoever has the settings for one: nobody else loads what draws it."""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.app import Bot
from bot.keys import KeyCache
from bot.peer_limit import PeerLimit
from bot.web.routes import ROUTES
from bot.web.signing_in import Registration, SigningIn
from bot.web.site import Site


def web_site(
    bot: Bot, registration: Registration, keys: KeyCache, *, clock: Callable[[], float] = time.time
) -> Site:
    return Site(
        routes=ROUTES,
        store=bot.store,
        context=bot.context,
        turns=bot.web_turns,
        phrases=bot.phrases,
        secret=bot.secret,
        signing_in=SigningIn(bot.store, registration, keys, clock=clock),
        public_url=registration.public_url,
        # Behind a proxy everybody comes from one address.
        peer_limit=PeerLimit(per_second=200, burst=1_000),
        session_limit=PeerLimit(per_second=5, burst=100),
        clock=clock,
    )
