"""botbuilder as it comes: its CloudAdapter answers every message with the card. `python -m benchmarks.stock PORT CARD`.

No app id, so that no token is asked for or checked; nothing is stored.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from aiohttp import web
from botbuilder.core import ActivityHandler, CardFactory, MessageFactory, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication


class Configuration:
    """What the authentication asks for, with nothing in it."""

    APP_ID = ""
    APP_PASSWORD = ""
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class Echo(ActivityHandler):  # type: ignore[misc]  # botbuilder has no types
    def __init__(self, card: Any) -> None:
        self._card = card

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(MessageFactory.attachment(CardFactory.adaptive_card(self._card)))


def stock_app(card: Any) -> web.Application:
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(Configuration()))
    bot = Echo(card)

    async def messages(request: web.Request) -> web.StreamResponse:
        answered: web.StreamResponse = await adapter.process(request, bot)
        return answered

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    return app


if __name__ == "__main__":
    port, card_file = sys.argv[1:]
    card = json.loads(Path(card_file).read_text(encoding="utf-8"))
    web.run_app(stock_app(card), host="127.0.0.1", port=int(port), access_log=None, print=lambda _: None)
