"""A throwaway bot for trying the pretended Teams on: it does with each activity what the test says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

import aiohttp
from aiohttp import web

from tests.fake_teams_world import ADAPTIVE_CARD, Json

Answer = tuple[int, Any]
Behaviour = Callable[["EchoBot", Json], Awaitable[Any]]


async def echo(bot: EchoBot, activity: Json) -> None:
    """The stock behaviour: typed text comes back."""
    if activity["type"] == "message":
        await bot.reply(
            activity, {"type": "message", "text": f"Du skrev: {activity.get('text', '').strip()}"}
        )


class EchoBot:
    """What the behaviour returns is the body of the HTTP answer; a pair gives status and body."""

    def __init__(self, behaviour: Behaviour = echo) -> None:
        self.behaviour = behaviour
        self.heard: list[Json] = []
        self.headers: list[dict[str, str]] = []
        self.url = ""
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/api/messages", self._take)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/api/messages"
        self._session = aiohttp.ClientSession()

    async def stop(self) -> None:
        if self._session is not None:
            await self._session.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        activity: Json = await request.json()
        self.heard.append(activity)
        self.headers.append(dict(request.headers))
        match await self.behaviour(self, activity):
            case None:
                return web.Response(status=200)
            case (int(status), body):
                return web.json_response(body, status=status)
            case body:
                return web.json_response(body)

    async def reply(self, to: Json, activity: Json) -> Answer:
        return await self.send(to, to["conversation"]["id"], activity)

    async def reply_card(self, to: Json, card: Json) -> Answer:
        attachment = {"contentType": ADAPTIVE_CARD, "content": card}
        return await self.reply(to, {"type": "message", "attachments": [attachment]})

    async def send(self, to: Json, conversation_id: str, activity: Json) -> Answer:
        path = f"v3/conversations/{quote(conversation_id, safe='')}/activities"
        return await self.ask("POST", to["serviceUrl"] + path, json=activity)

    async def update(self, to: Json, activity_id: str, activity: Json) -> Answer:
        path = f"v3/conversations/{quote(to['conversation']['id'], safe='')}/activities/{activity_id}"
        return await self.ask("PUT", to["serviceUrl"] + path, json=activity)

    async def delete(self, to: Json, activity_id: str) -> Answer:
        path = f"v3/conversations/{quote(to['conversation']['id'], safe='')}/activities/{activity_id}"
        return await self.ask("DELETE", to["serviceUrl"] + path)

    async def ask(self, method: str, url: str, **how: Any) -> Answer:
        """Any call; returns status and the parsed JSON, or the text where it is none."""
        assert self._session is not None
        async with self._session.request(method, url, **how) as response:
            is_json = response.content_type == "application/json"
            return response.status, await (response.json() if is_json else response.text())


def shown_card(card: Json) -> Json:
    """The answer to adaptiveCard/action that replaces the card."""
    return {"statusCode": 200, "type": ADAPTIVE_CARD, "value": card}


def shown_message(text: str) -> Json:
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}


def a_card(*body: Json, actions: list[Json] | None = None, **more: Any) -> Json:
    card = {"type": "AdaptiveCard", "version": "1.5", "lang": "nb", "body": list(body), **more}
    return card if actions is None else {**card, "actions": actions}


def a_text(text: str, **more: Any) -> Json:
    return {"type": "TextBlock", "text": text, "wrap": True, **more}


def a_run(text: str) -> Json:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text}]}


def an_input(identifier: str, kind: str = "Input.Text", **more: Any) -> Json:
    return {"type": kind, "id": identifier, "label": identifier.capitalize(), **more}


def an_execute(title: str, verb: str, **more: Any) -> Json:
    return {"type": "Action.Execute", "title": title, "verb": verb, **more}
