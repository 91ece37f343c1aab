"""A whole application by three organisations in three tenants, two of them sharing one, with a guest among them."""

from __future__ import annotations

from tests.stage import Stage, answers
from tests.three_tenants import (
    EVA,
    GRETE,
    KARI,
    MUNICIPAL,
    OLGA,
    PER,
    SIV,
    SVEIN,
    THREE_PARTIES,
    code_for,
    context,
    let_in,
)

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]


async def test_three_parties_come_together_change_hands_and_send_one_application(stage: Stage) -> None:
    async with stage.running(context=context()) as bot:
        channel = stage.teams.team("Sekretariatet", ["Søknader"], [OLGA]).channel("Søknader", OLGA)
        await stage.connect(channel)
        kari = stage.teams.personal(KARI)
        await stage.type_all(kari, answers(THREE_PARTIES))
        await kari.wait_for("Ingenting mangler")
        assert "Jeg regner med at du er med for Sørlandet sykehus HF" in kari.transcript()

        per, asked_for_per = await let_in(stage, KARI, "inviter Evje og Hornnes", PER)
        siv, _ = await let_in(stage, KARI, "inviter Bygland", SIV)
        _, asked_for_grete = await let_in(stage, SIV, "inviter Bygland", GRETE)
        await let_in(stage, KARI, "inviter Sørlandet sykehus", SVEIN)
        assert f"Evje og Hornnes, Bygland ({MUNICIPAL})" in asked_for_per
        assert "Ikke gjest." in asked_for_per
        assert "Det er samme Teams-organisasjon som din egen" in asked_for_grete
        assert "Gjest i den organisasjonen" in asked_for_grete

        # Siv and Kari are at the title at the same time: whoever comes last sees both, and chooses.
        await siv.say("endre tittel")
        await kari.say("endre tittel")
        await kari.say("Felles akutteam i Setesdal")
        await siv.say("Akutteam for alle")
        assert "Felles akutteam i Setesdal" in siv.last.text
        assert "Akutteam for alle" in siv.last.text
        await siv.submit(siv.last, "Behold det som står")
        assert (await stage.application())["answers"]["title"]["value"] == "Felles akutteam i Setesdal"

        # A colleague takes over from Per, who lets her in himself; then he is out.
        code = await code_for(per, "gi plassen videre")
        eva = stage.teams.personal(EVA)
        await eva.say(f"bli med {code}")
        asked = await per.wait_for("Eva Evje")
        assert "Kommer i stedet for Per Evje" in asked.text
        await per.submit(asked, "Slipp inn")
        await eva.submit(await eva.wait_for("Du er sluppet inn"), "Åpne")
        await per.say("oppsummering")
        assert "Du har ingen søknad åpen" in per.last.text

        # Siv takes the guest out; Grete hears nothing more.
        grete = stage.teams.personal(GRETE)
        await siv.say("hvem er med")
        assert "Grete Gjest (gjest)" in siv.last.text
        await stage.settled(bot)
        heard = len(grete.texts())
        await siv.say("ta ut 5")
        await siv.say("ja")
        await kari.wait_for("Grete Gjest er tatt ut av søknaden")

        # What Kari wrote for the municipalities waits for their word, and stops sending until both have given it.
        await eva.say("send")
        await eva.wait_for("Du kan ikke sende søknaden ennå")
        for chat in (eva, siv):
            await chat.say("godta alle")
            await chat.wait_for("forslag er godtatt")
            await chat.say("godta alle")
        await eva.say("send")
        confirm = await eva.wait_for("Disse ser søknaden")
        for name in ("Kari Sykehus, Svein Sykehus", "Eva Evje", "Siv Bygland"):
            assert name in confirm.text
        assert "Grete" not in confirm.text
        assert "Per Evje" not in confirm.text
        await eva.say("ja")
        await eva.wait_for("Kvittering")
        number = await stage.case_number()
        for chat in (kari, siv, stage.teams.personal(SVEIN)):
            receipt = await chat.wait_for(number)
            assert "Sendt av Eva Evje" in receipt.text
        await stage.settled(bot)
        for chat in (kari, siv, stage.teams.personal(SVEIN), eva):
            texts = "\n".join(chat.texts())
            assert texts.count("Mottatt av sekretariatet.") == 1
            assert texts.count(f"file offered: {number}.pdf") == 1
        assert len(grete.texts()) == heard
        assert number not in per.transcript()
        assert number not in grete.transcript()
        await kari.say("send")
        assert f"Søknaden {number} er sendt og kan ikke endres her" in kari.last.text
        assert number in channel.transcript()


async def test_the_secretariats_officer_comes_in_to_read_and_only_from_its_tenant(stage: Stage) -> None:
    async with stage.running(context=context()):
        kari = stage.teams.personal(KARI)
        await stage.type_all(kari, answers(THREE_PARTIES)[:40])
        code = await code_for(kari, "inviter sekretariatet")
        for user in (PER, SVEIN):
            await stage.teams.personal(user).say(f"bli med {code}")
            assert "Koden gjelder ikke" in stage.teams.personal(user).last.text
        olga = stage.teams.personal(OLGA)
        await olga.say(f"bli med {code}")
        asked = await kari.wait_for("Olga Saksbehandler")
        assert "sekretariatet i Helsefellesskapet Agder" in asked.text
        await kari.submit(asked, "Slipp inn")
        await olga.submit(await olga.wait_for("Du er sluppet inn"), "Åpne")
        assert "Felles akutteam" in olga.transcript()
        await olga.say("endre tittel")
        assert "Du kan lese denne søknaden, men ikke endre den" in olga.last.text


async def test_a_code_works_in_a_personal_chat_alone_is_used_up_by_no_preview_and_repeated_nowhere(
    stage: Stage,
) -> None:
    async with stage.running(context=context()) as bot:
        kari = stage.teams.personal(KARI)
        await stage.type_all(kari, answers(THREE_PARTIES)[:40])
        code = await code_for(kari, "inviter Evje og Hornnes")
        group = stage.teams.group([PER, EVA])
        for text in (f"bli med {code}", code):
            await group.chat(PER).say(text)
            assert "Søknader skriver du i den personlige samtalen med meg" in group.chat(PER).last.text
        await stage.settled(bot)
        own = stage.teams.bot_url.removesuffix("/api/messages")
        for path in ("/api/messages", f"/{code}", f"/healthz?message=bli%20med%20{code}"):
            await stage.teams.get(own + path)
        per = stage.teams.personal(PER)
        await per.say(f"bli med {code}")
        await kari.wait_for("Per Evje")
        kept = repr([await stage.store.scan(kind) for kind in ("person", "application", "unanswered")])
        assert code not in kept + repr(await stage.store.outbox(limit=1000))
