"""The agreement on the web page: read whole, stated, confirmed in a second step by who has just proved who they are."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.web.sessions import COOKIE
from dialogs.context import Context
from tests.entra import Account
from tests.stage import Stage, answers
from tests.three_tenants import KARI, PER, let_in
from tests.three_tenants import context as three_tenants
from tests.web_browser import Browser
from tests.web_stage import WebStage, web_stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

TWO_PARTIES = """
start | Agder | 2027 | 1 | Evje og Hornnes
Medisinsk klinikk | Kari Eksempel, rådgiver, kari@example.no | hopp over
Per Prøve, helsesjef, per@example.no | 00 00 00 00 | 1 | sammen
Felles akutteam | Vi går sammen om et team. | Et team med lege og sykepleier.
Evje | Skrøpelige eldre | 2027 | Det støtter formålet. | 1, 2 | skrøpelige eldre | nei
Lege | Sørlandet sykehus HF | 1,2 mill | nei | sosiale kostnader
penger | 300 000 | ingen | Vi stiller lokaler uten verdi.
700 000 | 200 000 | nei
ja | Sykehuset til utskriving, deretter kommunen.
Ola Direktør | klinikksjef | Kari Direktør | kommunedirektør
1 | nei takk
"""


def agreeing() -> Context:
    """Agder asks the parties themselves."""
    context = three_tenants()
    agder = context.communities["agder"]
    settings = agder.settings.model_copy(update={"agreement_form": "either"})
    agder = agder.model_copy(update={"settings": settings})
    return replace(context, communities={**context.communities, "agder": agder})


async def asked_to_confirm(stage: Stage) -> None:
    """The text is asked about, in Teams, and Per has been let in for his municipality."""
    kari = stage.teams.personal(KARI)
    await stage.type_all(kari, answers(TWO_PARTIES))
    await let_in(stage, KARI, "inviter Evje og Hornnes", PER)
    per = stage.teams.personal(PER)
    await per.say("godta alle")
    await kari.say("be om bekreftelse")
    await kari.wait_for("Avtalen er låst som AV-")


@pytest.fixture
async def site(stage: Stage, tmp_path: Path) -> AsyncIterator[WebStage]:
    async with web_stage(stage, tmp_path, context=agreeing()) as running:
        await asked_to_confirm(stage)
        yield running


PER_AT_WORK = Account(PER.tenant_id, PER.aad_object_id, PER.name, claims={"acct": 0})


async def to_the_second_step(site: WebStage) -> Browser:
    browser = await site.signed_in(PER_AT_WORK)
    await browser.follow("Felles akutteam")
    page = await browser.follow("Les avtalen")
    assert "Sørlandet sykehus HF og Evje og Hornnes er enige om å gjennomføre tiltaket" in page.text
    assert "Enighet: 0 av 2" in page.text
    await browser.press("Velg hvem som bekrefter")
    await browser.press("Jeg bekrefter")
    await browser.follow("Tilbake til søknaden")
    await browser.follow("Les avtalen")
    page = await browser.press("Les og bekreft")
    assert "/felt/authority@m4219" in page.address, page.text
    page = await browser.press(
        "Lagre",
        **{"authority@m4219": "position", "covers_own_effort@m4219": "yes", "archive_number@m4219": "26/1"},
    )
    assert page.address.split("?")[0].endswith("/bekreft"), page.text
    assert "Kari Direktør, kommunedirektør" in page.text
    return browser


async def test_the_one_named_reads_the_whole_text_and_confirms_in_a_second_step(site: WebStage) -> None:
    browser = await to_the_second_step(site)
    assert (await site.application()).agreement.confirmations == ()
    page = await browser.press("Bekreft for Evje og Hornnes")
    assert "Evje og Hornnes har bekreftet avtalen" in page.text
    assert "Enighet: 1 av 2" in page.text
    (one,) = (await site.application()).agreement.confirmations
    assert (one.proof.door, one.proof.tenant_id, one.proof.object_id) == (
        "web",
        PER.tenant_id,
        PER.aad_object_id,
    )
    assert one.proof.issuer == f"{site.entra.origin}/{PER.tenant_id}/v2.0"
    assert one.proof.signed_in_at is not None
    assert (one.proof.guest, one.is_verified) == (False, True)
    assert len(one.proof.deed) >= 16
    assert one.statement.archive_number == "26/1"
    kari = site.stage.teams.personal(KARI)
    await kari.wait_for("Evje og Hornnes har bekreftet")


async def test_an_old_proof_confirms_nothing_and_a_new_one_goes_on_where_it_was(site: WebStage) -> None:
    browser = await to_the_second_step(site)
    form = browser.now.form_with("Bekreft for Evje og Hornnes")
    await site.site.sessions.change(browser.cookie(COOKIE), auth_time=time.time() - 601)
    page = await browser.post(form.action, form.fields)
    assert (page.status, "Vis hvem du er en gang til" in page.text) == (403, True)
    page = await browser.get(form.action)
    assert not any("Bekreft for" in title for one in page.forms for title, _, _ in one.buttons)
    assert (await site.application()).agreement.confirmations == ()
    await site.entra.next_is(PER_AT_WORK)
    await browser.press("Logg inn på nytt")
    await site.to_authority(browser)
    page = await site.back(browser)
    assert page.address.endswith("/bekreft")
    page = await browser.press("Bekreft for Evje og Hornnes")
    assert "Evje og Hornnes har bekreftet avtalen" in page.text


async def test_the_second_step_is_posted_to_its_own_address_and_no_other(site: WebStage) -> None:
    browser = await to_the_second_step(site)
    form = browser.now.form_with("Bekreft for Evje og Hornnes")
    elsewhere = await browser.post(form.action.replace("bekreft", "gjor"), form.fields)
    assert elsewhere.status == 400
    kari = await site.signed_in(KARI)
    token = site.site.sessions.token(kari.cookie(COOKIE))
    fields = [(name, token if name == "csrf" else value) for name, value in form.fields]
    await kari.post(form.action, fields)
    assert (await site.application()).agreement.confirmations == ()


async def test_whoever_does_not_confirm_says_why_and_the_others_hear_it(site: WebStage) -> None:
    browser = await to_the_second_step(site)
    await browser.follow("Tilbake til avtalen")
    link = next(href for title, href in browser.now.links if href.endswith("/avsla"))
    await browser.get(link)
    page = await browser.press("Send begrunnelsen", ord=" ")
    assert (page.status, "Skriv hvorfor" in page.text) == (422, True)
    page = await browser.press("Send begrunnelsen", ord="Slett, nei: beløpet er for høyt.")
    assert "beløpet er for høyt" in page.text
    (refusal,) = (await site.application()).agreement.refusals
    assert (refusal.party, refusal.reason) == ("m4219", "Slett, nei: beløpet er for høyt.")
    kari = site.stage.teams.personal(KARI)
    await kari.wait_for("beløpet er for høyt")


async def test_who_was_not_named_is_given_no_way_to_confirm(site: WebStage) -> None:
    browser = await site.signed_in(KARI)
    application = await site.application()
    page = await browser.get(f"/soknad/{application.id}/avtalen")
    assert not any(title == "Les og bekreft" for one in page.forms for title, _, _ in one.buttons)
    page = await browser.get(f"/soknad/{application.id}/bekreft")
    assert page.address.endswith("/avtalen")


async def test_a_signed_paper_is_registered_for_the_own_party(site: WebStage) -> None:
    browser = await site.signed_in(PER)
    application = await site.application()
    text = application.agreement.text
    assert text is not None
    await browser.get(f"/soknad/{application.id}/avtalen")
    page = await browser.press("Registrer papiravtale")
    assert "/felt/paper@m4219" in page.address
    stated = {
        "paper_name@m4219": "Kari Direktør",
        "paper_role@m4219": "kommunedirektør",
        "paper_date@m4219": "20.11.2026",
        "paper_code@m4219": "AV-222222",
        "paper_where@m4219": "Sak 26/1 i kommunens arkiv",
    }
    page = await browser.press("Lagre", **stated)
    assert page.title.startswith("Feil: ")
    page = await browser.press("Lagre", **{"paper_code@m4219": text.code.lower()})
    assert page.address.split("?")[0].endswith("/bekreft"), page.text
    button = next(title for one in page.forms for title, _, _ in one.buttons if "Evje" in title)
    await browser.press(button)
    (one,) = (await site.application()).agreement.confirmations
    assert (one.form, one.is_verified, one.proof.door) == ("paper", False, "web")
