"""A question to the secretariat over HTTP: to the channel, answered by an officer, and back to who asked."""

from __future__ import annotations

import re

from tests.stage import ODD, Stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

QUESTION = "Kan vi få penger til en båt?"
ANSWER = "Ja, hvis båten er en del av tiltaket."


async def asked(stage: Stage, question: str = QUESTION) -> str:
    """Kari, who has no application, asks the secretariat of Agder; returns the reference."""
    kari = stage.kari
    await kari.say(question)
    await kari.wait_for("Dette finner jeg ikke i kildene.")
    await kari.say("spør sekretariatet")
    await kari.wait_for("Hvilket helsefellesskap hører du til?")
    await kari.say("Agder")
    await kari.wait_for("Send dette til sekretariatet?")
    await kari.say("ja")
    sent = await kari.wait_for("Jeg sender spørsmålet")
    found = re.search(r"SP-[A-Z0-9]{5}", sent.text)
    assert found is not None
    return found.group()


async def test_a_question_goes_to_the_channel_and_the_officers_answer_back_to_who_asked(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.connect()
        reference = await asked(stage)
        notice = await stage.channel().wait_for(f"Spørsmål {reference}")
        assert QUESTION in notice.text
        taken = await stage.channel().submit(notice, "Jeg tar det", twice=True)
        assert "Tatt av Olga Saksbehandler" in taken.text
        await stage.channel().submit(notice, "Send svaret", {"answer": ANSWER}, twice=True)
        answer = await stage.kari.wait_for(ANSWER)
        assert "Svar fra Olga Saksbehandler, sekretariatet for Helsefellesskapet Agder" in answer.text
        await stage.settled(bot)
        (seen,) = [one for one in stage.channel(ODD).messages if one.id == notice.id]
        assert "Besvart av Olga Saksbehandler" in seen.text
        assert "Levert til den som spurte." in seen.text
        assert sum(ANSWER in text for text in stage.kari.texts()) == 1
        await stage.kari.say("mine spørsmål")
        await stage.kari.wait_for(f"{reference} · Besvart")
