"""A stage with the web page beside the pretended Teams: the real bot, a real sign-in server, browsers."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from bot.app import Bot, signing_in_keys
from bot.web.opening import web_site
from bot.web.sessions import COOKIE
from bot.web.signing_in import Registration
from bot.web.site import Site
from dialogs.application import Application
from dialogs.context import Context
from tests.entra import CLIENT_ID, CLIENT_SECRET, Account, Certificates, Entra, entra, make_certificates
from tests.fake_teams import User
from tests.stage import Stage, answers
from tests.three_tenants import KARI, PER, THREE_PARTIES, let_in
from tests.three_tenants import context as three_tenants
from tests.web_browser import Browser, Page, a_browser


def account_of(user: User, **claims: Any) -> Account:
    return Account(user.tenant_id, user.aad_object_id, user.name, claims=claims)


@dataclass(slots=True)
class WebStage:
    stage: Stage
    bot: Bot
    site: Site
    entra: Entra
    certificates: Certificates
    origin: str
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def browser(self, language: str = "nb") -> Browser:
        return await self._stack.enter_async_context(
            a_browser(self.origin, self.certificates.client, language=language)
        )

    async def signed_in(self, who: Account | User, *, language: str = "nb") -> Browser:
        browser = await self.browser(language)
        page = await self.sign_in(browser, who)
        assert page.status == 200, page.text
        return browser

    async def sign_in(
        self, browser: Browser, who: Account | User, wrong: dict[str, Any] | None = None
    ) -> Page:
        """The whole way: our page, the authority's, and back."""
        await self.entra.next_is(who if isinstance(who, Account) else account_of(who), wrong)
        await browser.get("/inn")
        await self.begin(browser)
        await self.to_authority(browser)
        return await self.back(browser)

    async def prove(self, browser: Browser, who: Account | User, wrong: dict[str, Any] | None = None) -> Page:
        """As the page asks for it before something that needs a fresh proof."""
        await self.entra.next_is(who if isinstance(who, Account) else account_of(who), wrong)
        token = self.site.sessions.token(browser.cookie(COOKIE))
        await browser.post("/inn", [("csrf", token), ("bevis", "1"), ("til", "/")])
        await self.to_authority(browser)
        return await self.back(browser)

    async def to_authority(self, browser: Browser) -> Page:
        """Ends at the authority's page, which posts its answer to ours."""
        (way,) = {href for _, href in browser.now.links if href.startswith(self.entra.authority)}
        return await browser.get(way)

    async def back(self, browser: Browser) -> Page:
        assert browser.now.forms, (browser.now.address, browser.now.html[1100:])
        (form,) = browser.now.forms
        headers = {"Sec-Fetch-Site": "cross-site", "Origin": self.entra.origin}
        return await browser.post(form.action, form.fields, headers=headers)

    async def begin(self, browser: Browser) -> Page:
        (form,) = [one for one in browser.now.forms if one.action == "/inn"]
        return await browser.post("/inn", form.fields)

    async def application(self) -> Application:
        (stored,) = await self.bot.store.scan("application")
        return Application.model_validate(stored.body)


def free_socket() -> socket.socket:
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setblocking(False)
    return listening


@asynccontextmanager
async def web_stage(
    stage: Stage, folder: Path, *, context: Context | None = None, tenants: frozenset[str] = frozenset()
) -> AsyncIterator[WebStage]:
    certificates = make_certificates(folder)
    listening = free_socket()
    origin = f"https://localhost:{listening.getsockname()[1]}"
    async with (
        entra(certificates, f"{origin}/inn/retur") as authority,
        stage.running(context=context or three_tenants()) as bot,
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=certificates.client)) as session,
        AsyncExitStack() as stack,
    ):
        registration = Registration(
            client_id=CLIENT_ID,
            client_secret=CLIENT_SECRET,
            authority=authority.authority,
            public_url=origin,
            tenants=tenants,
            ca_file=certificates.ca_file,
        )
        keys = signing_in_keys(session, registration)
        site = web_site(bot, registration, keys)
        app = web.Application()
        site.join(app)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.SockSite(runner, listening, ssl_context=certificates.server).start()
        try:
            yield WebStage(stage, bot, site, authority, certificates, origin, stack)
        finally:
            await runner.cleanup()
            await keys.close()


async def two_are_in(stage: Stage) -> None:
    """Kari's application of three parties is typed, and Per is let in for his municipality."""
    kari = stage.teams.personal(KARI)
    await stage.type_all(kari, answers(THREE_PARTIES))
    await kari.wait_for("Ingenting mangler")
    await let_in(stage, KARI, "inviter Evje og Hornnes", PER)
