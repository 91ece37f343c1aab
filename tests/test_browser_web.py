"""The web page in Chromium: every page by axe-core on a phone and at a desk, and the whole way without scripts."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from playwright.async_api import Browser, BrowserContext, FloatRect, Page, async_playwright

from bot.web.rendering import Pages
from bot.web.sessions import COOKIE
from tests.playground import CHROMIUM_ARGUMENTS
from tests.playground_card import are_pictures_wanted, keep_picture
from tests.stage import Stage
from tests.test_web_agreement import agreeing, asked_to_confirm
from tests.three_tenants import KARI, PER, SIV, code_for
from tests.web_stage import WebStage, account_of, two_are_in, web_stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

AXE: Final = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
SIZES: Final[Mapping[str, tuple[int, int]]] = {"-phone": (390, 844), "": (1280, 900)}
TALLEST: Final = 1500
"""Of a picture; the rest of a long page is more of the same."""
FINDINGS: Final = """rules => axe.run(document, {runOnly: rules}).then(found => found.violations.map(
    one => [one.id, one.nodes.map(node => node.target.join(' ')).join(', ')]))"""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    executable = shutil.which("chromium")
    assert executable, "the browser tests need Chromium as `chromium`; `make test` says how"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        await browser.close()


async def a_context(browser: Browser, *, scripts: bool = True, locale: str = "nb-NO") -> BrowserContext:
    context = await browser.new_context(
        ignore_https_errors=True, locale=locale, timezone_id="Europe/Oslo", java_script_enabled=scripts
    )
    context.set_default_timeout(30_000)
    return context


class Eyes:
    """Looks at a page as it is, in both sizes, and keeps what is found."""

    def __init__(self) -> None:
        self.axe = AXE.read_text("utf-8")
        self.found: dict[str, list[Any]] = {}
        self.seen: set[str] = set()
        self.said: list[str] = []

    async def look(self, page: Page, name: str, *, is_kept: bool = False) -> None:
        self.seen.add(name)
        for size, (width, height) in SIZES.items():
            await page.set_viewport_size({"width": width, "height": height})
            await page.evaluate(self.axe)
            found: list[Any] = await page.evaluate(FINDINGS, list(RULES))
            if await page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(["wider than the window", ""])
            if found:
                self.found[f"{name}{size}"] = found
            if is_kept and are_pictures_wanted():
                tall = min(TALLEST, int(await page.evaluate("document.documentElement.scrollHeight")))
                top = FloatRect(x=0, y=0, width=width, height=tall)
                picture = await page.screenshot(full_page=True, clip=top)
                keep_picture(picture, f"{name}{size}")


async def sign_in(page: Page, web: WebStage, who: Any, where: str = "/inn") -> None:
    await web.entra.next_is(account_of(who))
    await page.goto(web.origin + where)
    await page.get_by_role("button", name="Logg inn med jobbkontoen").click()
    await page.wait_for_url(f"{web.origin}/**")
    await page.get_by_role("button", name="Logg ut").wait_for()


async def test_every_page_is_without_findings_on_a_phone_and_at_a_desk(stage: Stage, tmp_path: Path) -> None:
    async with web_stage(stage, tmp_path) as web, chromium() as browser:
        await two_are_in(stage)
        code = await code_for(stage.teams.personal(KARI), "inviter Bygland")
        eyes = Eyes()
        page = await (await a_context(browser)).new_page()
        page.on("console", lambda line: eyes.said.append(line.text))
        page.on("pageerror", lambda fault: eyes.said.append(str(fault)))
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))

        await page.goto(f"{web.origin}/inn#{code}")
        await eyes.look(page, "web-signin")
        assert page.url == f"{web.origin}/inn"
        assert await page.get_by_text("Koden fra lenken er klar").is_visible()
        await web.entra.next_is(account_of(SIV))
        await page.get_by_role("button", name="Logg inn med jobbkontoen").click()
        await page.wait_for_url(f"{web.origin}/bli-med")
        assert await page.get_by_label("Kode").input_value() == code
        assert not [one for one in requested if code in one]
        await eyes.look(page, "web-join")
        await page.get_by_label("Kode").fill("feil")
        await page.get_by_role("button", name="Bruk koden").click()
        await eyes.look(page, "web-join-wrong")
        await page.get_by_label("Kode").fill(code)
        await page.get_by_role("button", name="Bruk koden").click()
        await page.get_by_text("Jeg har spurt dem som er med").wait_for()
        await eyes.look(page, "web-join-asked")

        kari = stage.teams.personal(KARI)
        await kari.submit(await kari.wait_for("Siv Bygland"), "Slipp inn")
        await kari.wait_for("er med i søknaden nå")
        await page.goto(web.origin)
        await eyes.look(page, "web-applications")
        await page.get_by_role("link", name="Felles akutteam").click()
        await eyes.look(page, "web-application", is_kept=True)

        await page.get_by_role("link", name="Egeninnsats – Bygland").click()
        await eyes.look(page, "web-question")
        await page.get_by_role("checkbox", name="Ingen egeninnsats").uncheck()
        await page.get_by_role("checkbox", name="Egne penger").check()
        await page.get_by_role("button", name="Lagre").click()
        await page.get_by_role("textbox", name="Egne penger").fill("ganske mye")
        await page.get_by_role("button", name="Lagre").click()
        await page.get_by_role("alert").wait_for()
        await eyes.look(page, "web-question-wrong", is_kept=True)
        await page.get_by_role("alert").get_by_role("link").click()
        focused = await page.evaluate("document.activeElement.name")
        assert str(focused).startswith("own_money@")
        await page.keyboard.press("Control+A")
        await page.keyboard.type("12345678901")
        await page.keyboard.press("Enter")
        await page.wait_for_load_state()
        await eyes.look(page, "web-question-doubt")

        application = (await web.application()).id
        await page.goto(f"{web.origin}/soknad/{application}/forslag")
        await eyes.look(page, "web-proposals", is_kept=True)
        await page.goto(f"{web.origin}/soknad/{application}/endring")
        await eyes.look(page, "web-change")
        await page.get_by_role("button", name="Send til de andre").click()
        await eyes.look(page, "web-change-wrong")
        await page.get_by_label("Hva gjelder det?").select_option(label="Tittel")
        await page.get_by_label("Hva bør endres?").fill("Kan tittelen bli kortere?")
        await page.get_by_role("button", name="Send til de andre").click()
        await page.get_by_text("Sendt til de andre kontaktene").wait_for()
        await eyes.look(page, "web-change-asked")
        await page.goto(f"{web.origin}/tilgjengelighet")
        await eyes.look(page, "web-accessibility")
        # Nothing that the policy stopped, and no fault of the script.
        assert [line for line in eyes.said if "status of 422" not in line] == []

        await page.goto(f"{web.origin}/finnes-ikke")
        await eyes.look(page, "web-error")
        await page.goto(web.origin)
        await page.get_by_role("button", name="Logg ut").click()
        await eyes.look(page, "web-signed-out")
        assert eyes.found == {}
        assert len(eyes.seen) == 16


async def test_the_agreements_pages_are_without_findings(stage: Stage, tmp_path: Path) -> None:
    async with web_stage(stage, tmp_path, context=agreeing()) as web, chromium() as browser:
        await asked_to_confirm(stage)
        eyes = Eyes()
        page = await (await a_context(browser)).new_page()
        await sign_in(page, web, PER)
        await page.goto(web.origin)
        await page.get_by_role("link", name="Felles akutteam").click()
        await page.get_by_role("link", name="Les avtalen").click()
        await eyes.look(page, "web-agreement", is_kept=True)
        await page.get_by_role("button", name="Velg hvem som bekrefter").click()
        await eyes.look(page, "web-nominate")
        await page.get_by_role("button", name="Jeg bekrefter").click()
        await page.get_by_role("button", name="Les og bekreft").first.click()
        await page.wait_for_url("**/felt/**")
        await eyes.look(page, "web-authority")
        await page.get_by_role("radio", name="Stillingen").check()
        await page.get_by_role("group", name="egen").get_by_role("radio", name="Ja").check()
        await page.get_by_role("button", name="Lagre").click()
        await page.wait_for_url("**/bekreft**")
        await eyes.look(page, "web-confirm", is_kept=True)
        await page.get_by_role("link", name="Tilbake til avtalen").click()
        await page.get_by_role("link", name="Bekrefter ikke").click()
        await eyes.look(page, "web-decline")
        await page.get_by_role("button", name="Send begrunnelsen").click()
        await eyes.look(page, "web-decline-wrong")
        (held,) = [one for one in await page.context.cookies() if one["name"] == COOKIE]
        await web.site.sessions.change(held["value"], auth_time=0.0)
        await page.goto(page.url.replace("avsla", "bekreft"))
        await eyes.look(page, "web-prove")
        await web.entra.next_is(account_of(PER))
        await page.get_by_role("button", name="Logg inn på nytt").click()
        await page.wait_for_url(f"{web.origin}/soknad/**")
        await page.get_by_role("button", name="Bekreft for Evje og Hornnes").click()
        await page.get_by_text("Evje og Hornnes har bekreftet avtalen").wait_for()
        await eyes.look(page, "web-confirmed", is_kept=True)

        # Where Designsystemet is not installed.
        web.site.draw_with(Pages(web.bot.context.texts, is_plain=True))
        await eyes.look(page, "web-plain-deed")
        await page.goto(page.url.partition("?")[0])
        assert "/static/plain." in await page.content()
        await eyes.look(page, "web-plain-agreement")
        await page.goto(page.url.replace("avtalen", "endring"))
        await eyes.look(page, "web-plain-change")
        await page.goto(page.url.replace("endring", f"felt/{quote('own@m4219', safe='')}"))
        await eyes.look(page, "web-plain-question")
        assert eyes.found == {}
        assert len(eyes.seen) == 12


async def test_everything_but_the_link_with_a_code_works_without_scripts(
    stage: Stage, tmp_path: Path
) -> None:
    async with web_stage(stage, tmp_path) as web, chromium() as browser:
        await two_are_in(stage)
        with_scripts = await a_context(browser)
        await sign_in(await with_scripts.new_page(), web, PER)
        context = await a_context(browser, scripts=False)
        held = [one for one in await with_scripts.cookies() if one["name"].startswith("__Host-session")]
        assert [(one["secure"], one["httpOnly"], one["sameSite"]) for one in held] == [(True, True, "Lax")]
        await context.add_cookies(
            [
                {
                    "name": held[0]["name"],
                    "value": held[0]["value"],
                    "url": web.origin,
                    "secure": True,
                    "httpOnly": True,
                    "sameSite": "Lax",
                }
            ]
        )
        page = await context.new_page()
        await page.goto(web.origin)
        await page.get_by_role("link", name="Felles akutteam").click()
        await page.get_by_role("link", name="Forslag til dere").click()
        await page.get_by_role("button", name="Godta alle").click()
        await page.get_by_text("Venter på andre parter").wait_for()
        await page.get_by_role("link", name="Tilbake til søknaden").click()
        await page.get_by_role("link", name="Enighet – Evje og Hornnes").click()
        await page.get_by_role("textbox", name="Den som bekrefter", exact=True).fill("Anne Eksempel")
        await page.get_by_role("button", name="Lagre").click()
        await page.get_by_text("Anne Eksempel").first.wait_for()
        await page.get_by_role("link", name="Be om en endring").click()
        await page.get_by_label("Hva gjelder det?").select_option(label="Tittel")
        await page.get_by_label("Hva bør endres?").fill("Kortere?")
        await page.get_by_role("button", name="Send til de andre").click()
        await page.get_by_text("Kortere?").wait_for()
        await page.get_by_role("button", name="Nynorsk").click()
        await page.get_by_role("button", name="Logg ut").click()
        await page.get_by_text("Du er logga ut").wait_for()


async def test_a_page_of_another_site_can_neither_frame_nor_post_to_ours(
    stage: Stage, tmp_path: Path
) -> None:
    async with web_stage(stage, tmp_path) as web, chromium() as browser:
        await two_are_in(stage)
        context = await a_context(browser)
        await sign_in(await context.new_page(), web, PER)
        application = await web.application()
        evil = await context.new_page()
        here = f"{web.origin}/soknad/{application.id}"

        async def fulfil(route: Any) -> None:
            await route.fulfill(
                content_type="text/html",
                body=f'<iframe src="{here}"></iframe><form method="post" action="{here}/endring">'
                '<input name="felt" value="title"><input name="ord" value="Evil"><button>Go</button></form>',
            )

        await context.route("https://evil.example/**", fulfil)
        await evil.goto("https://evil.example/")
        assert len(evil.frames) == 2
        assert "akutteam" not in await evil.frames[1].content()
        await evil.get_by_role("button", name="Go").click()
        await evil.wait_for_url(f"{here}/endring")
        assert "Evil" not in await evil.content()
        assert (await web.application()).remarks == application.remarks
