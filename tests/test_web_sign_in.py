"""Signing in on the web page, against a real OpenID Connect provider: the good way, and each way that is refused."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import pytest

from bot.web.sessions import COOKIE, KIND
from bot.web.signing_in import CONSUMERS
from bot.web.signing_in import COOKIE as WAY_COOKIE
from bot.web.signing_in import KIND as WAY
from storage.json_text import to_bytes
from tests.entra import CLIENT_ID, Account
from tests.stage import KINDS, Stage
from tests.three_tenants import KARI, PER, SIV
from tests.web_browser import Page
from tests.web_stage import WebStage, account_of, two_are_in, web_stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

ELSEWHERE: Final = "3f6c2f0e-0000-4000-8000-0000000000ff"
FAILED: Final = "Innloggingen ble ikke fullført"


@pytest.fixture
async def site(stage: Stage, tmp_path: Path) -> AsyncIterator[WebStage]:
    async with web_stage(stage, tmp_path) as running:
        yield running


async def sessions(site: WebStage) -> int:
    return len(await site.bot.store.scan(KIND))


def is_refused(page: Page, said: str = FAILED) -> bool:
    return page.status == 403 and said in page.text and COOKIE not in str(page.headers)


async def test_who_comes_back_is_known_by_tenant_and_object_id_and_has_a_new_session(site: WebStage) -> None:
    browser = await site.browser()
    browser.hold(COOKIE, "known-beforehand-by-somebody-else-0123456789")
    page = await site.sign_in(browser, PER)
    assert page.title == "Søknadene dine – Tilskuddshjelpen"
    held = browser.cookie(COOKIE)
    assert held
    assert held != "known-beforehand-by-somebody-else-0123456789"
    (stored,) = await site.bot.store.scan(KIND)
    assert (stored.body["tenant_id"], stored.body["object_id"]) == (PER.tenant_id, PER.aad_object_id)
    assert held not in stored.key.id + str(stored.body)
    assert await site.bot.store.scan(WAY) == []
    assert browser.cookie(WAY_COOKIE) == ""


async def test_the_authority_is_asked_with_all_that_binds_its_answer_to_us(site: WebStage) -> None:
    browser = await site.browser()
    await site.sign_in(browser, PER)
    (asked,) = await site.entra.asked()
    assert asked["redirect_uri"] == f"{site.origin}/inn/retur"
    assert (asked["response_type"], asked["response_mode"]) == ("code", "form_post")
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["nonce"]) == 64
    assert len(asked["state"]) > 40
    assert "offline_access" not in asked["scope"]
    assert "max_age" not in asked


async def test_signing_in_again_ends_the_session_that_was(site: WebStage) -> None:
    browser = await site.signed_in(PER)
    first = browser.cookie(COOKIE)
    await site.prove(browser, PER)
    assert browser.cookie(COOKIE) != first
    assert await sessions(site) == 1
    assert (await site.entra.asked())[-1]["max_age"] == "600"


WRONG_TOKENS: Final[dict[str, dict[str, Any]]] = {
    "another tenant's issuer": {"claims": {"iss": f"https://login.example/{PER.tenant_id}/v2.0"}},
    "an issuer for every tenant": {"claims": {"iss": "https://localhost/{tenantid}/v2.0"}},
    "a tenant that is not the issuer's": {"claims": {"tid": KARI.tenant_id}},
    "another audience": {"claims": {"aud": "00000000-0000-4000-8000-000000000000"}},
    "several audiences": {"claims": {"aud": [CLIENT_ID, "00000000-0000-4000-8000-000000000000"]}},
    "another nonce": {"claims": {"nonce": "0" * 64}},
    "no nonce": {"without": ["nonce"]},
    "no tenant": {"without": ["tid"]},
    "no object id": {"without": ["oid"]},
    "an object id that is none": {"claims": {"oid": "../person"}},
    "run out": {"claims": {"exp": int(time.time()) - 3600, "iat": int(time.time()) - 7200}},
    "no end": {"without": ["exp"]},
    "not yet valid": {"claims": {"nbf": int(time.time()) + 3600}},
    "unsigned": {"key": "none"},
    "signed with our own secret": {"key": "shared"},
    "signed with a stranger's key": {"key": "stranger"},
    "signed with a key nobody knows": {"key": "stranger", "kid": "second"},
}


async def test_a_token_with_anything_wrong_lets_nobody_in(site: WebStage) -> None:
    let_in = {}
    for name, wrong in WRONG_TOKENS.items():
        browser = await site.browser()
        page = await site.sign_in(browser, PER, wrong)
        if not is_refused(page) or await sessions(site):
            let_in[name] = (page.status, page.text[:200])
    assert let_in == {}


async def test_a_private_account_is_refused_and_told_why(site: WebStage) -> None:
    page = await site.sign_in(await site.browser(), Account(CONSUMERS, PER.aad_object_id, "Per Evje"))
    assert is_refused(page, "Private kontoer kan ikke brukes")
    assert await sessions(site) == 0


async def test_only_the_tenants_that_the_setting_names_come_in(stage: Stage, tmp_path: Path) -> None:
    async with web_stage(stage, tmp_path, tenants=frozenset({PER.tenant_id})) as site:
        page = await site.sign_in(await site.browser(), KARI)
        assert is_refused(page, "Kontoer fra organisasjonen din kan ikke brukes her")
        assert await sessions(site) == 0
        assert (await site.sign_in(await site.browser(), PER)).status == 200


async def test_a_foreign_tenant_that_asserts_the_invited_persons_name_and_address_sees_nothing(
    site: WebStage,
) -> None:
    await two_are_in(site.stage)
    application = await site.application()
    claims = {"preferred_username": "per@example.no", "upn": "per@example.no", "email_verified": True}
    for tenant, object_id in (
        (ELSEWHERE, PER.aad_object_id),
        (ELSEWHERE, SIV.aad_object_id),
        (PER.tenant_id, KARI.aad_object_id),
    ):
        impostor = Account(tenant, object_id, PER.name, "per@example.no", claims)
        browser = await site.signed_in(impostor)
        assert "Du er ikke med i noen søknad ennå" in browser.now.text
        page = await browser.get(f"/soknad/{application.id}")
        assert (page.status, "akutteam" in page.html) == (404, False)


async def test_a_way_leads_in_once(site: WebStage) -> None:
    browser = await site.browser()
    await site.entra.next_is(account_of(PER))
    await browser.get("/inn")
    await site.begin(browser)
    held = browser.cookie(WAY_COOKIE)
    (form,) = (await site.to_authority(browser)).forms
    assert (await site.back(browser)).status == 200
    for again in (browser, await site.browser()):
        again.hold(WAY_COOKIE, held)
        assert is_refused(await again.post("/inn/retur", form.fields, headers={}))
    assert await sessions(site) == 1


async def test_two_answers_at_once_let_one_in(site: WebStage) -> None:
    browser = await site.browser()
    await site.entra.next_is(account_of(PER))
    await browser.get("/inn")
    await site.begin(browser)
    held = browser.cookie(WAY_COOKIE)
    (form,) = (await site.to_authority(browser)).forms
    others = [await site.browser() for _ in range(4)]
    for other in others:
        other.hold(WAY_COOKIE, held)
    pages = await asyncio.gather(*(other.post("/inn/retur", form.fields, headers={}) for other in others))
    assert sorted(page.status for page in pages) == [200, 403, 403, 403]
    assert await sessions(site) == 1


async def test_an_answer_for_another_browser_is_refused_and_leaves_that_ones_way_open(site: WebStage) -> None:
    mine, anothers = await site.browser(), await site.browser()
    await site.entra.next_is(account_of(PER))
    for browser in (mine, anothers):
        await browser.get("/inn")
        await site.begin(browser)
        await site.to_authority(browser)
    (form,) = mine.now.forms
    assert is_refused(await anothers.post("/inn/retur", form.fields, headers={}))
    bare = await site.browser()
    assert is_refused(await bare.post("/inn/retur", form.fields, headers={}))
    assert await sessions(site) == 0
    assert (await site.back(mine)).status == 200


async def test_an_answer_without_a_code_or_with_a_wrong_one_is_refused(site: WebStage) -> None:
    for fields in (
        [("error", "access_denied"), ("error_description", "<script>")],
        [("code", "made-up")],
        [],
    ):
        browser = await site.browser()
        await site.entra.next_is(account_of(PER))
        await browser.get("/inn")
        await site.begin(browser)
        (form,) = (await site.to_authority(browser)).forms
        state = next(value for name, value in form.fields if name == "state")
        page = await browser.post("/inn/retur", [*fields, ("state", state)], headers={})
        assert is_refused(page)
        assert "<script>" not in page.html
    assert await sessions(site) == 0


async def test_a_fresh_proof_must_be_fresh(site: WebStage) -> None:
    browser = await site.signed_in(PER)
    for wrong, said in (
        ({"claims": {"auth_time": int(time.time()) - 3600}}, "for lenge siden"),
        ({"without": ["auth_time"]}, "for lenge siden"),
        ({"claims": {"auth_time": "now"}}, FAILED),
    ):
        page = await site.prove(browser, PER, wrong)
        assert is_refused(page, said), page.text
    assert (await site.prove(browser, PER)).status == 200


async def test_where_the_authority_is_down_it_is_said_and_nothing_is_begun(site: WebStage) -> None:
    await site.entra.stop()
    browser = await site.browser()
    await browser.get("/inn")
    page = await site.begin(browser)
    assert (page.status, "Innloggingen svarer ikke akkurat nå" in page.text) == (503, True)
    assert await site.bot.store.scan(WAY) == []


async def test_a_preview_of_a_link_consumes_nothing(site: WebStage) -> None:
    """Neither the page of an invitation, nor the one that the authority answers to, does anything when it is got."""
    before = await everything(site)
    previewer = await site.browser()
    for path in (
        "/inn",
        "/inn/retur",
        "/inn/retur?code=a&state=b",
        "/bli-med",
        "/",
        "/soknad/a1",
        "/tilgjengelighet",
    ):
        await previewer.get(path, headers={"User-Agent": "SkypeUriPreview"})
    assert await everything(site) == before


async def everything(site: WebStage) -> dict[str, bytes]:
    return {
        f"{kind}/{stored.key.id}": to_bytes(stored.body)
        for kind in (*KINDS, KIND, WAY)
        for stored in await site.bot.store.scan(kind)
    }
