"""A question in a channel or a group, where the bot is mentioned: answered in its thread, with nothing of a draft."""

from __future__ import annotations

import pytest

from tests.fake_teams import Chat
from tests.stage import GRETE, KARI, OLGA, STRANGER, Stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

ASKED = "hvor lang tid tar dette"
SAVED = "Blir det jeg skriver lagret, og hvordan fortsetter jeg senere?"


def a_group(stage: Stage) -> Chat:
    return stage.teams.group([KARI, OLGA]).chat(KARI)


async def said(chat: Chat, text: str) -> str:
    before = len(chat.texts())
    await chat.say(text)
    return "\n".join(chat.texts()[before:])


@pytest.mark.parametrize("place", ["channel", "group"])
async def test_a_question_is_answered_with_its_source_in_the_same_thread(stage: Stage, place: str) -> None:
    stage.finder.knows(ASKED, "bot-preparation")
    async with stage.running():
        chat = stage.channel() if place == "channel" else a_group(stage)
        await chat.say(ASKED)
        answer = await chat.wait_for("Regn med omtrent en time i alt")
        assert "Kilde: Tilskuddshjelpen" in answer.text
        assert "Passet svaret?" not in answer.text
        if place == "channel":
            assert answer.thread_id == chat.messages[-2].thread_id


async def test_whoever_asks_gets_no_record_and_what_was_shown_can_be_traced(stage: Stage) -> None:
    stage.finder.knows(ASKED, "bot-preparation")
    async with stage.running():
        await said(stage.team.channel("Søknader", STRANGER), ASKED)
        assert await stage.store.scan("person") == []
        assert await stage.store.scan("identity") == []
        (line,) = await stage.store.scan("shown")
    assert (line.body["entry"], line.body["person"], line.body["where"]) == ("bot-preparation", "", "channel")


async def test_a_channel_asks_on_behalf_of_its_helsefellesskap(stage: Stage) -> None:
    async with stage.running():
        await said(stage.channel(), "hvem bestemmer her")
        await stage.connect()
        await said(stage.channel(), "hvem bestemmer her")
        await said(a_group(stage), "hvem bestemmer her")
    assert [asked.community for asked in stage.finder.asked] == [None, "agder", None]


async def test_near_ones_are_tapped_by_anyone_and_said_once_for_each_card(stage: Stage) -> None:
    stage.finder.knows("det der", "bot-language", "bot-delete-draft")
    async with stage.running():
        chat = stage.channel()
        await chat.say("det der")
        near = await chat.wait_for("Mente du")
        for who in (OLGA, GRETE):
            await stage.team.channel("Søknader", who).submit(near, "1. Hvilke språk kan jeg bruke?")
        await chat.wait_for("Jeg snakker bokmål")
        assert sum("Jeg snakker bokmål" in text for text in chat.texts()) == 1


async def test_a_related_answer_comes_in_the_same_thread(stage: Stage) -> None:
    stage.finder.knows(ASKED, "bot-preparation")
    async with stage.running():
        chat = stage.channel()
        await chat.say(ASKED)
        answer = await chat.wait_for("Se også")
        await chat.submit(answer, SAVED)
        more = await chat.wait_for("lagres med en gang")
        assert more.thread_id == answer.thread_id


async def test_what_is_unknown_leads_to_the_personal_chat_and_waits_for_a_curator(stage: Stage) -> None:
    async with stage.running():
        await stage.connect()
        answer = await said(stage.channel(), "kan vi få båt")
        assert "Dette finner jeg ikke i kildene." in answer
        assert "I den personlige samtalen kan jeg sende spørsmålet" in answer
        (kept,) = await stage.store.scan("unanswered")
        assert (kept.body["text"], kept.body["community"]) == ("kan vi få båt", "agder")
        assert await stage.store.scan("inquiry") == []


async def test_a_personal_question_leaves_no_words(stage: Stage) -> None:
    stage.finder.knows("jeg har vondt i kneet", "personal-medical")
    async with stage.running():
        assert "kan jeg ikke svare på" in await said(stage.channel(), "jeg har vondt i kneet")
        assert await stage.store.scan("unanswered") == []


async def test_a_number_of_a_person_is_taken_out(stage: Stage) -> None:
    async with stage.running():
        answer = await said(stage.channel(), "kan 01819000049 få båt")
        assert "Det så ut som et fødselsnummer." in answer
        (kept,) = await stage.store.scan("unanswered")
    assert kept.body["text"] == "kan [nummer fjernet] få båt"


async def test_a_repeated_delivery_is_answered_once(stage: Stage) -> None:
    stage.finder.knows(ASKED, "bot-preparation")
    async with stage.running():
        chat = stage.channel()
        typed = await chat.say(ASKED)
        await chat.wait_for("Regn med omtrent en time i alt")
        await chat.redeliver(typed, same_id=True)
        assert sum("Regn med omtrent en time" in text for text in chat.texts()) == 1
        assert len(await stage.store.scan("shown")) == 1


async def test_in_the_language_of_whoever_asks(stage: Stage) -> None:
    stage.finder.knows(ASKED, "bot-preparation")
    async with stage.running():
        await stage.kari.say("english")
        assert "Count on about an hour in all" in await said(a_group(stage), ASKED)


async def test_when_nothing_can_be_looked_up_that_is_said(stage: Stage) -> None:
    stage.finder.breaks = True
    async with stage.running():
        assert "Jeg får ikke slått opp akkurat nå." in await said(stage.channel(), ASKED)
