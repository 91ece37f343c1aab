"""The web page for those who do not have the app: reading, answering for one's own party, asking for a change."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.web.sessions import COOKIE, IDLE_SECONDS, KIND, WHOLE_SECONDS
from tests.entra import Account
from tests.stage import Stage
from tests.three_tenants import KARI, MUNICIPAL, PER, SIV, code_for
from tests.web_stage import WebStage, two_are_in, web_stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]


@pytest.fixture
async def site(stage: Stage, tmp_path: Path) -> AsyncIterator[WebStage]:
    """Kari of the hospital has written the application, and Per of Evje og Hornnes is in."""
    async with web_stage(stage, tmp_path) as running:
        await two_are_in(stage)
        yield running


async def test_somebody_without_the_app_signs_in_and_reads_the_application(site: WebStage) -> None:
    browser = await site.signed_in(PER)
    assert browser.now.title == "Søknadene dine – Tilskuddshjelpen"
    page = await browser.follow("Felles akutteam")
    assert "Du er med for Evje og Hornnes" in page.text
    assert "Et team med lege og sykepleier." in page.text
    assert "Egeninnsats – Evje og Hornnes Venter på deres ja" in page.text


async def test_the_own_partys_answers_are_given_a_page_at_a_time_and_what_is_wrong_is_said_beside_it(
    site: WebStage,
) -> None:
    browser = await site.signed_in(PER)
    await browser.follow("Felles akutteam")
    await browser.follow("Egeninnsats – Evje og Hornnes")
    page = await browser.press("Lagre", **{"own_kinds@m4219": ["money", "hours"]})
    assert "/felt/own@m4219" in page.address
    names = [name for name, _ in browser.now.form_with("Lagre").fields]
    money, hours = (
        next(name for name in names if name.startswith(what)) for what in ("own_money", "own_hours")
    )
    page = await browser.press("Lagre", **{money: "ganske mye", hours: "40"})
    assert page.title.startswith("Feil: Egeninnsats – Evje og Hornnes")
    assert 'value="ganske mye"' in page.html
    assert 'aria-invalid="true"' in page.html
    assert "Dette må rettes: 1" in page.text
    page = await browser.press("Lagre", **{money: "100'"})
    assert "100 000 kr" in page.text.replace("\u00a0", " ")
    application = await site.application()
    assert application.value(money) == 100_000
    lines = await site.bot.store.audit(application.id)
    assert {line.body["door"] for line in lines} == {"teams", "web"}
    last = [line for line in lines if line.body["door"] == "web"][-1]
    per = next(one for one in application.members if one.party == "m4219")
    assert last.body["person"] == per.person_id


async def test_a_form_sent_twice_is_one_deed_and_an_old_page_takes_nothing_over(site: WebStage) -> None:
    browser, other = await site.signed_in(PER), await site.signed_in(PER)
    for each in (browser, other):
        await each.follow("Felles akutteam")
        await each.follow("Enighet – Evje og Hornnes")
    form = browser.now.form_with("Lagre")
    asked = next(name for name, value in form.fields if value == "Kari Direktør")
    fields = [(n, "Anne Eksempel" if n == asked else v) for n, v in form.fields]
    await asyncio.gather(*(browser.post(form.action, fields) for _ in range(3)))
    once = await site.application()
    assert once.value(asked) == "Anne Eksempel"
    await browser.post(form.action, fields)
    assert (await site.application()).answers == once.answers
    page = await other.press("Lagre", **{asked: "Berit Eksempel"})
    assert "Anne Eksempel" in page.text
    assert "Berit Eksempel" in page.text
    assert (await site.application()).value(asked) == "Anne Eksempel"
    await other.get(page.address.partition("?")[0])
    await other.press("Bruk det jeg skrev")
    assert (await site.application()).value(asked) == "Berit Eksempel"


async def test_proposals_are_accepted_and_answered_in_words(site: WebStage) -> None:
    browser = await site.signed_in(PER)
    await browser.follow("Felles akutteam")
    page = await browser.follow("Forslag til dere: 7")
    assert "Sørlandet sykehus HF foreslår: Ingen egeninnsats." in page.text
    page = await browser.press("Godta: 1. Egeninnsats – Evje og Hornnes")
    assert page.address.split("?")[0].endswith("/forslag")
    application = await site.application()
    per = next(one for one in application.members if one.party == "m4219")
    assert application.answers["own_kinds@m4219"].by == per.person_id
    page = await browser.press("Godta alle")
    assert "Fylt ut" in (await browser.follow("Tilbake til søknaden")).text
    await browser.follow("Forslag til dere: 0")
    link = next(title for title, _ in browser.now.links if title.startswith("Svar med ord"))
    await browser.follow(link)
    await browser.press("Send til de andre", ord="Dette må Bygland si noe om.")
    assert "Dette må Bygland si noe om." in browser.now.text
    kari = site.stage.teams.personal(KARI)
    assert "Dette må Bygland si noe om." in (await kari.wait_for("Dette må Bygland")).text


async def test_a_change_is_asked_for_and_nothing_is_changed_by_it(site: WebStage) -> None:
    browser = await site.signed_in(PER)
    await browser.follow("Felles akutteam")
    await browser.follow("Be om en endring")
    before = await site.application()
    page = await browser.press("Send til de andre", ord="Kan tittelen bli kortere?", felt="")
    assert (page.status, "Velg hva det gjelder" in page.text) == (422, True)
    assert "Kan tittelen bli kortere?" in page.html
    page = await browser.press("Send til de andre", felt="title", ord=" ")
    assert "Skriv hva som bør endres" in page.text
    page = await browser.press("Send til de andre", felt="title", ord="Kan tittelen bli <b>kortere</b>?")
    assert "Sendt til de andre kontaktene" in page.text
    assert "Kan tittelen bli <b>kortere</b>?" in page.text
    assert "<b>" not in page.html
    after = await site.application()
    assert after.answers == before.answers
    kari = site.stage.teams.personal(KARI)
    told = await kari.wait_for("Kan tittelen bli")
    assert "Evje og Hornnes" in told.text
    assert "Tittel" in told.text


async def test_an_invitation_is_shown_on_the_page_and_a_contact_lets_in(site: WebStage) -> None:
    """Siv has no app at all: what Teams can tell her she sees here."""
    kari = site.stage.teams.personal(KARI)
    code = await code_for(kari, "inviter Bygland")
    siv = Account(MUNICIPAL, SIV.aad_object_id, "Siv Bygland", claims={"acct": 0})
    browser = await site.signed_in(siv)
    assert "Du er ikke med i noen søknad ennå" in browser.now.text
    await browser.follow("Jeg har fått en kode")
    refused = []
    for wrong in ("", "hei", "K7MP-4Q2A", "slett", "<script>"):
        page = await browser.press("Bruk koden", kode=wrong)
        refused.append("Koden gjelder ikke" in page.text and "akutteam" not in page.html)
        await browser.get("/bli-med")
    assert refused == [True] * 5
    page = await browser.press("Bruk koden", kode=f" {code.lower()} ")
    assert "Jeg har spurt dem som er med" in page.text
    asked = await kari.wait_for("Siv Bygland")
    assert "Ikke gjest." in asked.text
    await kari.submit(asked, "Slipp inn")
    await kari.wait_for("er med i søknaden nå")
    await browser.get("/")
    page = await browser.follow("Felles akutteam")
    assert "Du er med for Bygland" in page.text
    await site.stage.settled(site.bot)
    assert [row.id for row in await site.bot.store.outbox(states=["failed"])] == []


async def test_guessing_codes_is_counted_as_in_teams(site: WebStage) -> None:
    kari = site.stage.teams.personal(KARI)
    code = await code_for(kari, "inviter Bygland")
    browser = await site.signed_in(SIV)
    await browser.get("/bli-med")
    for number in range(6):
        await browser.press("Bruk koden", kode=f"K7MP-4Q2{'23456789'[number]}")
        await browser.get("/bli-med")
    page = await browser.press("Bruk koden", kode=code)
    assert "Koden gjelder ikke" in page.text


async def test_what_is_done_on_the_page_leaves_the_chat_in_teams_where_it_was(site: WebStage) -> None:
    per = site.stage.teams.personal(PER)
    await per.say("endre tittel")
    await per.wait_for("Hva heter tiltaket")
    browser = await site.signed_in(PER)
    await browser.follow("Felles akutteam")
    await browser.follow("Egeninnsats – Evje og Hornnes")
    await browser.press("Lagre")
    await per.say("Akutteam for Evje")
    await per.wait_for("Akutteam for Evje")
    assert (await site.application()).value("title") == "Akutteam for Evje"


async def test_the_page_speaks_the_persons_language(site: WebStage) -> None:
    browser = await site.browser("nn-NO,nn;q=0.9")
    page = await browser.get("/inn")
    assert page.title == "Logg inn – Tilskuddshjelpen"
    assert 'lang="nn"' in page.html
    assert "Private kontoar kan ikkje brukast" in page.text
    browser = await site.signed_in(PER, language="en")
    assert "Søknadene dine" in browser.now.text  # as Per has it in Teams
    page = await browser.press("English")
    assert "Your applications" in page.text
    per = site.stage.teams.personal(PER)
    await per.say("help")
    await per.wait_for("You can")


async def test_a_session_ends_when_it_is_left_alone_or_old_or_signed_out(site: WebStage) -> None:
    browser = await site.signed_in(PER)
    held = browser.cookie(COOKIE)
    (stored,) = await site.bot.store.scan(KIND)
    sessions = site.site.sessions
    began = float(stored.body["began_at"])
    assert await sessions.of(held, began + IDLE_SECONDS - 1) is not None
    assert await sessions.of(held, began + 2 * IDLE_SECONDS - 2) is not None
    assert await sessions.of(held, began + 4 * IDLE_SECONDS) is None
    assert await site.bot.store.scan(KIND) == []
    assert (await browser.get("/")).address.endswith("/inn")

    browser = await site.signed_in(PER)
    held, now = browser.cookie(COOKIE), float((await site.bot.store.scan(KIND))[0].body["began_at"])
    while now < began + WHOLE_SECONDS - IDLE_SECONDS:
        now += IDLE_SECONDS - 60
        assert await sessions.of(held, now) is not None
    assert await sessions.of(held, began + WHOLE_SECONDS + 60) is None

    browser = await site.signed_in(PER)
    held = browser.cookie(COOKIE)
    page = await browser.press("Logg ut")
    assert "Du er logget ut" in page.text
    assert browser.cookie(COOKIE) == ""
    browser.hold(COOKIE, held)
    assert (await browser.get("/")).address.endswith("/inn")
