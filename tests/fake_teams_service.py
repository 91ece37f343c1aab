"""The pretended service as a running thing: its HTTP server towards the bot, and its posts to the bot."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import aiohttp
from aiohttp import web

from tests.card_validation import CardValidator
from tests.fake_teams_activities import Place, envelope, new_invoke_id
from tests.fake_teams_connector import Connector
from tests.fake_teams_faults import Faults
from tests.fake_teams_files import Files
from tests.fake_teams_judge import Judge
from tests.fake_teams_switchboard import Switchboard
from tests.fake_teams_world import BotAccount, Conversation, Json, User, World

TokenFor = Callable[[Json], str | None]
UPLOAD_LIMIT_BYTES: Final = 64 * 1024 * 1024


class BotDidNotAnswer(Exception):
    """No answer in Teams' time, or no connection; what the bot has done is unknown."""


@dataclass(frozen=True, slots=True)
class BotAnswer:
    status: int
    body: Any
    """The parsed JSON; None when there is none."""
    text: str


def no_token(activity: Json) -> str | None:
    """Local mode: nothing is signed."""
    return None


class Service:
    """One running Teams. `token_for` gives the whole Authorization header for an activity, or None."""

    def __init__(
        self,
        bot_url: str,
        *,
        validator: CardValidator | None,
        bot: BotAccount,
        token_for: TokenFor,
        now: Callable[[], datetime],
    ) -> None:
        self.bot_url = bot_url
        self.bot = bot
        self.token_for = token_for
        self.now = now
        self.world = World(bot)
        self.judge = Judge(bot.id, validator, self.world.touch)
        self.faults = Faults()
        self.switchboard = Switchboard(self.world, self.judge, self.faults)
        self.connector = Connector(self.world, self.judge, self.switchboard)
        self.files = Files(self.judge, self.switchboard, lambda: self.address)
        self.region = "emea"
        self.patience_seconds = 15.0
        self.resends = False
        """Whether what was not answered in time is delivered twice more, the last with a new id."""
        self.address = ""
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None

    @property
    def service_url(self) -> str:
        return f"{self.address}/{self.region}/"

    async def start(self, port: int = 0) -> None:
        app = web.Application(client_max_size=UPLOAD_LIMIT_BYTES)
        app.add_routes([*self.connector.routes(), *self.files.routes()])
        app.router.add_route("*", "/{anything:.*}", self._nothing_there)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    async def stop(self) -> None:
        self.faults.end_all()
        if self._session is not None:
            await self._session.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _nothing_there(self, request: web.Request) -> web.Response:
        self.judge.report(f"{request.method} {request.path}: Teams has no such interface")
        return web.Response(status=404)

    def place(self, user: User, conversation: Conversation, thread_id: str | None = None) -> Place:
        return Place(self.bot, user, conversation, thread_id or conversation.id, self.service_url)

    def activity(self, kind: str, place: Place, identifier: str | None = None) -> Json:
        return envelope(kind, identifier or self.new_id(kind), place, self.now())

    def new_id(self, kind: str) -> str:
        return new_invoke_id() if kind == "invoke" else self.world.new_message_id()

    async def deliver(self, activity: Json) -> BotAnswer:
        """Posts to the bot as Teams does; raises BotDidNotAnswer."""
        attempts = [activity]
        if self.resends:
            attempts += [activity, {**activity, "id": self.new_id(activity["type"])}]
        for attempt in attempts:
            try:
                async with asyncio.timeout(self.patience_seconds):
                    return await self._post(attempt)
            except TimeoutError:
                continue
            except aiohttp.ClientError as error:
                raise BotDidNotAnswer(str(error)) from error
        raise BotDidNotAnswer(f"{len(attempts)} × {self.patience_seconds} s without an answer")

    async def get(self, address: str) -> str:
        assert self._session is not None, "the pretended Teams is not started"
        async with self._session.get(address) as response:
            return await response.text()

    async def _post(self, activity: Json) -> BotAnswer:
        assert self._session is not None, "the pretended Teams is not started"
        authorization = self.token_for(activity)
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if authorization is not None:
            headers["Authorization"] = authorization
        body = json.dumps(activity, ensure_ascii=False).encode("utf-8", "surrogatepass")
        async with self._session.post(self.bot_url, data=body, headers=headers) as response:
            text = await response.text()
            is_json = response.content_type == "application/json" and text
            return BotAnswer(response.status, json.loads(text) if is_json else None, text)

    async def tell(self, activity: Json, expect_status: int | None = None) -> BotAnswer:
        """Delivers, and holds the bot to its answer: success, or just this status."""
        answer = await self.deliver(activity)
        good = answer.status in (200, 201, 202) if expect_status is None else answer.status == expect_status
        if not good:
            what = f"{activity['type']} {activity.get('name', '')}".strip()
            self.judge.report(f"the bot answered {answer.status} to {what}: {answer.text[:200]}")
        self.judge.check()
        return answer


def utc_now() -> datetime:
    return datetime.now(UTC)
