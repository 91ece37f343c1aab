"""What holds for every reply of the web page: headers, limits, nothing of the request, nothing secret in the log."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import structlog
from pydantic import SecretStr
from structlog.testing import LogCapture

from bot.app import web_registration
from bot.peer_limit import PeerLimit
from bot.settings import Settings
from bot.web.routes import ROUTES
from bot.web.sessions import COOKIE
from bot.web.signing_in import COOKIE as WAY_COOKIE
from bot.web.site import LIMITS
from tests.stage import Stage
from tests.three_tenants import KARI, PER, SIV, code_for
from tests.web_stage import WebStage, account_of, two_are_in, web_stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

STRICT: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
CANARY: Final = "kanarifugl"


@pytest.fixture
async def site(stage: Stage, tmp_path: Path) -> AsyncIterator[WebStage]:
    async with web_stage(stage, tmp_path) as running:
        yield running


async def test_every_reply_is_strict_about_itself_and_repeats_nothing_of_the_request(site: WebStage) -> None:
    browser = await site.signed_in(PER)
    token = site.site.sessions.token(browser.cookie(COOKIE))
    loose: dict[str, object] = {}
    paths = [one.path.format(application="a1", page=CANARY) for one in ROUTES]
    for path in (
        *paths,
        f"/{CANARY}",
        f"/soknad/{CANARY}",
        f"/static/{CANARY}.css",
        "/.env",
        "/%3Cscript%3E",
    ):
        for page in (
            await browser.get(f"{path}?{CANARY}={CANARY}", follow=False),
            await browser.post(path, [("csrf", CANARY), (CANARY, CANARY)], follow=False),
            *(
                [await browser.post(path, [("csrf", token), (CANARY, CANARY)], follow=False)]
                if path != "/ut"
                else []
            ),
        ):
            held = {name: page.headers.get(name) for name in STRICT}
            if held != STRICT or CANARY in page.html + str(page.headers):
                loose[f"{page.status} {path}"] = held
            for said in page.headers.getall("Set-Cookie", []):
                assert re.fullmatch(
                    r"__Host-\w+=[\w-]*; Path=/; Secure; HttpOnly; SameSite=(Lax|None)(; Max-Age=\d+)?", said
                )
            assert not re.search(r"<script(?! src=)|<style|\son\w+=|\sstyle=|javascript:", page.html)
    assert loose == {}


async def test_what_never_changes_is_kept_and_found_by_its_content(site: WebStage) -> None:
    browser = await site.browser()
    page = await browser.get("/inn")
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.html)
    assert len(named) >= 3
    for path in named:
        asset = await browser.get(path)
        assert (asset.status, asset.headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
        assert re.fullmatch(r"/static/[a-z]+\.[0-9a-f]{16}\.(css|js)", path)
        assert asset.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_body_that_is_too_large_or_no_form_is_refused_unread(site: WebStage) -> None:
    browser = await site.signed_in(PER)
    token = site.site.sessions.token(browser.cookie(COOKIE))
    large = await browser.post("/bli-med", [("csrf", token), ("kode", "x" * LIMITS.body_bytes)])
    assert large.status == 413
    many = await browser.post("/bli-med", [("csrf", token), *((f"f{n}", "") for n in range(300))])
    assert many.status == 400
    for data, kind in (
        (b"csrf=%ff", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"csrf=a", "text/plain"),
        (b"\xff\xfe", "application/x-www-form-urlencoded"),
    ):
        headers = {"Content-Type": kind, "Sec-Fetch-Site": "same-origin"}
        async with browser.session.post(f"{site.origin}/bli-med", data=data, headers=headers) as answer:
            assert answer.status in (400, 403), (data, kind)


async def test_a_session_that_asks_too_much_is_asked_to_wait(site: WebStage) -> None:
    browser, other = await site.signed_in(PER), await site.signed_in(KARI)
    site.site.limit_sessions(PeerLimit(per_second=0.001, burst=3))
    answered = [(await browser.get("/bli-med")).status for _ in range(5)]
    assert answered == [200, 200, 200, 429, 429]
    assert browser.now.headers["Retry-After"] == "5"
    assert (await other.get("/bli-med")).status == 200


async def test_nothing_secret_and_no_words_are_logged(stage: Stage, tmp_path: Path) -> None:
    capture = LogCapture()
    before = structlog.get_config()
    structlog.configure(processors=[capture])
    try:
        async with web_stage(stage, tmp_path) as site:
            await two_are_in(stage)
            code = await code_for(stage.teams.personal(KARI), "inviter Bygland")
            browser = await site.browser()
            await site.entra.next_is(account_of(SIV))
            await browser.get("/inn")
            await site.begin(browser)
            way = browser.cookie(WAY_COOKIE)
            (form,) = (await site.to_authority(browser)).forms
            await site.back(browser)
            await browser.get("/bli-med")
            await browser.press("Bruk koden", kode=code)
            per = await site.signed_in(PER)
            application = await site.application()
            await per.get(f"/soknad/{application.id}/endring")
            await per.press("Send til de andre", felt="title", ord=f"Noe om {CANARY}")
            await per.get(f"/soknad/{application.id}/{CANARY}?x={CANARY}")
            secrets = [
                code,
                way,
                browser.cookie(COOKIE),
                per.cookie(COOKIE),
                site.site.sessions.token(per.cookie(COOKIE)),
                *(value for name, value in form.fields if name in ("code", "state")),
                CANARY,
                "Siv Bygland",
            ]
    finally:
        structlog.configure(**before)
    told = json.dumps(capture.entries, default=str)
    assert "turn" in told
    assert [one for one in secrets if one in told] == []


def test_without_its_settings_there_is_no_web_page_and_with_some_of_them_it_is_said_what_lacks() -> None:
    assert web_registration(Settings()) is None
    assert Settings().missing_for_web() == []
    assert Settings(public_url="https://x.example").missing_for_web() == [
        "TILSKUDD_WEB_CLIENT_ID",
        "TILSKUDD_WEB_CLIENT_SECRET",
    ]


@pytest.mark.parametrize(
    ("public_url", "authority"),
    [
        ("http://soknad.example", "https://login.microsoftonline.com/organizations"),
        ("https://soknad.example/sti", "https://login.microsoftonline.com/organizations"),
        ("https://soknad.example?x=1", "https://login.microsoftonline.com/organizations"),
        ("https://a@soknad.example", "https://login.microsoftonline.com/organizations"),
        ("soknad.example", "https://login.microsoftonline.com/organizations"),
        ("https://soknad.example", "http://login.microsoftonline.com/organizations"),
        ("https://soknad.example", "https://login.microsoftonline.com"),
        ("https://soknad.example", "https://login.microsoftonline.com/organizations/v2.0"),
    ],
)
def test_addresses_that_cannot_be_used_are_refused_at_start(public_url: str, authority: str) -> None:
    settings = Settings(
        public_url=public_url, web_client_id="x", web_client_secret=SecretStr("y"), web_authority=authority
    )
    with pytest.raises(ValueError, match=r"^TILSKUDD_"):
        web_registration(settings)


def test_each_tenants_own_issuer_is_asked_for() -> None:
    settings = Settings(
        public_url="https://soknad.example/", web_client_id="x", web_client_secret=SecretStr("y")
    )
    known = web_registration(settings)
    assert known is not None
    assert known.returns_to == "https://soknad.example/inn/retur"
    assert known.metadata_issuer == "https://login.microsoftonline.com/{tenantid}/v2.0"
    assert known.issuer_of("t") == "https://login.microsoftonline.com/t/v2.0"
