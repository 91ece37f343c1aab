"""Who may do what on the web page: every address and verb for every kind of session, from the table of routes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, get_args
from urllib.parse import quote

from bot import records
from bot.web.routes import ROUTES
from bot.web.sessions import COOKIE, KIND
from bot.web.site import Route
from dialogs.application import Application
from storage.json_text import to_bytes
from tests.stage import Stage, person
from tests.three_tenants import EVA, KARI, MUNICIPAL, PER, SIV, let_in
from tests.web_browser import Browser, Page
from tests.web_stage import WebStage, two_are_in, web_stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

STRANGER = person(40, "Frode Fremmed", tenant=MUNICIPAL)
Who = Literal["nobody", "stranger", "elsewhere", "left", "removed", "reader", "signatory", "contact"]
"""Without a session; in no application; contact of another one; gone before signing in; taken out after having
opened it; from the secretariat; in it to confirm for a party; in it to write for one."""
SEEN: Final = {"nobody": 403, "stranger": 404, "elsewhere": 404, "left": 404, "removed": 403}
"""What an application's address answers those who are not in it: nothing tells that it is there."""
MINE: Final = {"nobody": 403, "stranger": 200, "elsewhere": 200, "left": 200, "removed": 200}
ANYBODY: Final = {"nobody": 200, **dict.fromkeys(("stranger", "elsewhere", "left", "removed"), 200)}


@dataclass(frozen=True, slots=True)
class Row:
    """What each is answered; `form` is what a contact's good form holds."""

    answers: Mapping[str, int]
    form: Callable[[Application], list[tuple[str, str]]] = lambda _: []


def for_all(
    answers: Mapping[str, int], *, reader: int, contact: int, signatory: int | None = None
) -> Mapping[str, int]:
    """A signatory is answered as a contact is, where nothing else is said."""
    return {**answers, "reader": reader, "signatory": signatory or contact, "contact": contact}


def a_confirmation(_: Application) -> list[tuple[str, str]]:
    return [("gjor", json.dumps({"verb": "reply", "t": "confirming", "y": "yes", "i": "x", "k": "k"}))]


def an_answer(application: Application) -> list[tuple[str, str]]:
    slots = ("own_kinds@m4219", "own_none_reason@m4219")
    revisions = {slot: application.revision(slot) for slot in slots}
    deed = {"verb": "answer", "p": "own@m4219", "k": "k", "r": revisions}
    return [("gjor", json.dumps(deed)), ("own_kinds@m4219", "none"), ("own_none_reason@m4219", "Vi er små.")]


# Where `removed` is 403 at the list of applications, they are signed out: in one before, and in none any more.
EXPECTED: Final = {
    "GET /inn": Row(for_all(ANYBODY, reader=200, contact=200)),
    "POST /inn": Row(for_all(ANYBODY, reader=200, contact=200)),
    "POST /inn/retur": Row(dict.fromkeys(for_all(ANYBODY, reader=403, contact=403), 403)),
    "POST /ut": Row(for_all(MINE, reader=200, contact=200)),
    "POST /sprak": Row(
        {**for_all(ANYBODY, reader=200, contact=200), "removed": 403}, lambda _: [("sprak", "nb")]
    ),
    "GET /tilgjengelighet": Row(for_all(ANYBODY, reader=200, contact=200)),
    "GET /bli-med": Row(for_all(MINE, reader=200, contact=200)),
    "POST /bli-med": Row({**for_all(MINE, reader=422, contact=422), **dict.fromkeys(list(MINE)[1:], 422)}),
    "GET /": Row({**for_all(ANYBODY, reader=200, contact=200), "removed": 403}),
    "GET /soknad/{application}": Row(for_all(SEEN, reader=200, contact=200)),
    "GET /soknad/{application}/felt/{page}": Row(for_all(SEEN, reader=403, signatory=404, contact=200)),
    "GET /soknad/{application}/forslag": Row(for_all(SEEN, reader=403, signatory=403, contact=200)),
    "GET /soknad/{application}/endring": Row(for_all(SEEN, reader=403, signatory=403, contact=200)),
    "POST /soknad/{application}/endring": Row(
        for_all(SEEN, reader=403, signatory=403, contact=200),
        lambda _: [("felt", "title"), ("ord", "Kortere tittel?")],
    ),
    "POST /soknad/{application}/gjor": Row(for_all(SEEN, reader=403, signatory=400, contact=200), an_answer),
    "GET /soknad/{application}/avtalen": Row(for_all(SEEN, reader=200, contact=200)),
    "GET /soknad/{application}/bekreft": Row(for_all(SEEN, reader=403, contact=200)),
    "POST /soknad/{application}/bekreft": Row(for_all(SEEN, reader=403, contact=200), a_confirmation),
    "GET /soknad/{application}/avsla": Row(for_all(SEEN, reader=403, contact=200)),
    "POST /soknad/{application}/avsla": Row(
        for_all(SEEN, reader=403, contact=200), lambda _: [("ord", "For dyrt.")]
    ),
}


def named(route: Route) -> str:
    return f"{route.method} {route.path}"


def test_every_route_has_its_row_and_every_row_its_route() -> None:
    assert [named(route) for route in ROUTES] == list(EXPECTED)


def test_no_address_of_an_application_is_for_anybody() -> None:
    assert {one.needs for one in ROUTES if "{application}" in one.path} == {
        "member",
        "party",
        "contact",
        "fresh",
    }


def address(route: Route, application: str) -> str:
    return route.path.format(application=application, page=quote("own@m4219", safe=""))


async def as_asked(
    browser: Browser, route: Route, application: Application, *, token: str | None, headers: Any = None
) -> Page:
    where = address(route, application.id)
    if route.method == "GET":
        return await browser.get(where)
    csrf = [("csrf", token)] if token is not None else []
    return await browser.post(where, [*csrf, *EXPECTED[named(route)].form(application)], headers=headers)


async def rewritten(site: WebStage, change: Callable[[Application], Application]) -> Application:
    (stored,) = [one for one in await site.bot.store.scan("application") if len(one.body["members"]) > 1]
    changed = change(Application.model_validate(stored.body))
    await site.bot.store.commit(expect={stored.key: stored.revision}, put=[records.put_application(changed)])
    return changed


async def with_standing(site: WebStage, person_id: str, **changed: object) -> Application:
    def change(application: Application) -> Application:
        members = tuple(
            one.model_copy(update=changed) if one.person_id == person_id else one
            for one in application.members
        )
        return application.model_copy(update={"members": members})

    return await rewritten(site, change)


async def person_id(site: WebStage, user: Any) -> str:
    key = records.identity_key(user.tenant_id, user.aad_object_id)
    return str((await site.bot.store.get([key]))[key].body["person"])


async def session_of(site: WebStage, who: Who, application: Application) -> Browser:
    """A browser with a session of that kind, new each time. Per is the one who is in, or was."""
    per = await person_id(site, PER)
    back = {"standing": "active", "role": "contact"}
    if who == "nobody":
        return await site.browser()
    if who == "stranger":
        return await site.signed_in(STRANGER)
    if who == "elsewhere":
        return await site.signed_in(EVA)
    if who == "left":
        await with_standing(site, per, standing="left")
        return await site.signed_in(PER)
    await with_standing(site, per, **back)
    browser = await site.signed_in(PER)
    if who == "removed":
        assert (await browser.get(f"/soknad/{application.id}")).status == 200
        await with_standing(site, per, standing="removed")
    if who in ("reader", "signatory"):
        await with_standing(site, per, role=who)
    return browser


async def everything(site: WebStage) -> dict[str, bytes]:
    kinds = ("person", "application", "invitation")
    stored = [one for kind in kinds for one in await site.bot.store.scan(kind)]
    return {one.key.id: to_bytes({k: v for k, v in one.body.items() if k != "members"}) for one in stored}


async def test_each_address_answers_each_kind_of_session_as_the_table_says(
    stage: Stage, tmp_path: Path
) -> None:
    async with web_stage(stage, tmp_path) as site:
        await two_are_in(stage)
        eva = stage.teams.personal(EVA)
        await eva.say("start")
        found = [Application.model_validate(one.body) for one in await site.bot.store.scan("application")]
        application = next(one for one in found if len(one.members) > 1)
        answered: dict[str, dict[str, int]] = {}
        for route in ROUTES:
            row = answered.setdefault(named(route), {})
            whos: tuple[Who, ...] = get_args(Who)
            for who in whos:
                browser = await session_of(site, who, application)
                now = next(
                    Application.model_validate(one.body)
                    for one in await site.bot.store.scan("application")
                    if one.key.id == application.id
                )
                before = await everything(site)
                held = browser.cookie(COOKIE)
                token = site.site.sessions.token(held) if held else None
                page = await as_asked(browser, route, now, token=token)
                row[who] = page.status
                if "{application}" in route.path and who not in ("reader", "signatory", "contact"):
                    assert "akutteam" not in page.html, (named(route), who)
                    assert await everything(site) == before, (named(route), who)
                if page.status == 403 and who == "removed" and "{application}" in route.path:
                    assert "Du er ikke med i søknaden lenger" in page.text
                    assert (await browser.get("/")).address.endswith("/inn")
        assert answered == {name: dict(row.answers) for name, row in EXPECTED.items()}


async def test_a_form_without_its_token_or_from_elsewhere_does_nothing(stage: Stage, tmp_path: Path) -> None:
    async with web_stage(stage, tmp_path) as site:
        await two_are_in(stage)
        application = await site.application()
        other = await site.signed_in(KARI)
        browser = await site.signed_in(PER)
        right = site.site.sessions.token(browser.cookie(COOKIE))
        anothers = site.site.sessions.token(other.cookie(COOKIE))
        before = await everything(site)
        same = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
        taken = []
        for route in (one for one in ROUTES if one.method == "POST" and not one.from_elsewhere):
            for token, headers in (
                (None, same),
                ("", same),
                ("0" * 64, same),
                (anothers, same),
                (right, {"Sec-Fetch-Site": "cross-site"}),
                (right, {"Sec-Fetch-Site": "same-site"}),
                (right, {"Sec-Fetch-Site": "none"}),
                (right, {"Origin": "https://evil.example"}),
                (right, {"Origin": site.origin.replace("https", "http")}),
            ):
                page = await as_asked(browser, route, application, token=token, headers=headers)
                if page.status != 403 or "Skjemaet kom ikke fra denne siden" not in page.text:
                    taken.append((named(route), token, headers))
        assert taken == []
        assert await everything(site) == before
        assert len(await site.bot.store.scan(KIND)) == 2
        (do,) = [one for one in ROUTES if one.path.endswith("/gjor")]
        page = await as_asked(browser, do, application, token=right, headers={"Origin": site.origin})
        assert page.status == 200
        assert await everything(site) != before


async def test_another_verb_than_a_routes_own_is_refused(stage: Stage, tmp_path: Path) -> None:
    async with web_stage(stage, tmp_path) as site:
        browser = await site.browser()
        verbs = {
            path: {one.method for one in ROUTES if one.path == path} for path in {r.path for r in ROUTES}
        }
        for path, known in verbs.items():
            for verb in {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"} - known:
                where = site.origin + path.format(application="a1", page="x")
                async with browser.session.request(verb, where) as answer:
                    assert answer.status == 405, (verb, path)
                    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


async def test_another_partys_fields_and_proposals_are_out_of_reach(stage: Stage, tmp_path: Path) -> None:
    """Siv is in for Bygland: what is Evje's is neither filled in nor accepted by her, whatever she posts."""
    async with web_stage(stage, tmp_path) as site:
        await two_are_in(stage)
        await let_in(stage, KARI, "inviter Bygland", SIV)
        application = await site.application()
        siv, per = await site.signed_in(SIV), await site.signed_in(PER)
        await per.get(f"/soknad/{application.id}/forslag")
        accepts = [value for form in per.now.forms for name, value in form.fields if name == "gjor"]
        assert accepts
        token = site.site.sessions.token(siv.cookie(COOKIE))
        before = await site.application()
        at = f"/soknad/{application.id}"
        page = await siv.post(f"{at}/gjor", [("csrf", token), *an_answer(application)])
        assert page.status == 400
        for slot in ("title", "applied@m4219", "own_kinds@hsorlandet-sykehus"):
            deed = json.dumps({"verb": "answer", "p": "x", "k": "k", "r": {slot: 1}})
            page = await siv.post(f"{at}/gjor", [("csrf", token), ("gjor", deed), (slot, "1")])
            assert page.status == 400, slot
        for deed in accepts:
            await siv.post(f"{at}/gjor", [("csrf", token), ("gjor", deed)])
        after = await site.application()
        assert (after.answers, after.proposals) == (before.answers, before.proposals)
        assert (await siv.get(f"{at}/felt/{quote('own@m4219', safe='')}")).status == 404


async def test_what_the_page_has_no_button_for_is_refused(stage: Stage, tmp_path: Path) -> None:
    async with web_stage(stage, tmp_path) as site:
        await two_are_in(stage)
        application = await site.application()
        browser = await site.signed_in(PER)
        token = site.site.sessions.token(browser.cookie(COOKIE))
        for deed in (
            *(
                {"verb": "command", "c": c}
                for c in ("send", "delete", "leave", "invite", "start", "join", "unlock")
            ),
            *(
                {"verb": "reply", "t": t, "y": "yes"}
                for t in ("sending", "deleting", "admitting", "linking", "unlocking", "confirming")
            ),
            {"verb": "officer", "c": "send"},
            {"verb": ["command"], "c": "accept"},
            {"verb": "answer", "r": {}},
            {"verb": "answer", "r": "title"},
            {"a": "x"},
        ):
            fields = [("csrf", token), ("gjor", json.dumps(deed))]
            page = await browser.post(f"/soknad/{application.id}/gjor", fields)
            assert page.status == 400, deed
        for text in ("", "[]", "{", '{"verb":' * 50, "null"):
            page = await browser.post(f"/soknad/{application.id}/gjor", [("csrf", token), ("gjor", text)])
            assert page.status == 400, text
        assert (await site.application()).audit == application.audit
