"""The first hello, said once; and everything that is not text, answered honestly and once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.fake_teams import Chat
from tests.stage import KARI, OLGA, PER, Stage, dump

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

HELLO = "Hei! Jeg hjelper dere å søke om"


def hellos(chat: Chat) -> int:
    return sum(HELLO in text for text in chat.texts())


async def test_a_person_is_welcomed_once_however_often_the_client_says_hello(stage: Stage) -> None:
    async with stage.running():
        kari = stage.kari
        await kari.install()
        assert hellos(kari) == 1
        for _ in range(3):
            await kari.open_again()
        assert hellos(kari) == 1
    async with stage.running():
        await stage.kari.open_again()
        assert hellos(stage.kari) == 1


async def test_both_events_of_an_installation_at_once_make_one_welcome(stage: Stage) -> None:
    async with stage.running():
        kari = stage.kari
        kari.conversation.has_bot = True
        added = [{"id": stage.teams.service.bot.id}]
        await asyncio.gather(
            kari.raw(type="installationUpdate", action="add"),
            kari.raw(type="conversationUpdate", membersAdded=added),
            kari.raw(type="installationUpdate", action="add-upgrade"),
            kari.raw(type="conversationUpdate", membersAdded=added),
        )
        assert hellos(kari) == 1
        assert len(await stage.store.scan("person")) == 1


async def test_the_welcome_says_what_it_does_who_sees_it_and_how_to_begin(stage: Stage) -> None:
    async with stage.running():
        await stage.kari.install()
        welcome = await stage.kari.wait_for(HELLO, anywhere=True)
    for words in ("lagres", "kan se det", "personvern", "[Start en søknad]", "[Still et spørsmål]"):
        assert words in welcome.text


async def test_who_writes_before_the_client_says_hello_is_answered(stage: Stage) -> None:
    async with stage.running():
        await stage.kari.say("start")
        await stage.kari.wait_for("Helsefellesskap")


async def test_installing_again_loses_nothing_and_says_nothing_twice(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        before = await stage.application()
        await stage.kari.uninstall()
        await stage.kari.install()
        assert await stage.application() == before
        await stage.kari.say("oppsummering")
        await stage.kari.wait_for("Ingenting mangler")


async def test_a_language_is_remembered_for_the_person(stage: Stage) -> None:
    async with stage.running():
        await stage.kari.say("language english")
        await stage.teams.personal(PER).say("språk nynorsk")
    async with stage.running():
        await stage.kari.say("help")
        assert "You can write this" in stage.kari.last.text or "at any time" in stage.kari.last.text
        await stage.teams.personal(PER).say("hjelp")
        assert "Dette kan du skrive når som helst" in stage.teams.personal(PER).last.text
        assert "hald fram" in stage.teams.personal(PER).last.text


async def test_in_a_group_and_a_team_an_installation_says_nothing(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        group = stage.teams.group([KARI, OLGA]).chat(KARI)
        await group.install()
        await stage.team.install_bot(OLGA)
        await stage.team.add_member(KARI)
        await stage.team.rename_channel("Annet", "Nytt navn", OLGA)
        assert group.texts() == []
        assert [text for name in ("General", "Søknader") for text in stage.channel(OLGA, name).texts()] == []


async def edit(chat: Chat) -> None:
    await chat.edit(await chat.say("hjelp"), "Noe annet")


async def delete(chat: Chat) -> None:
    await chat.delete(await chat.say("hjelp"))


async def react(chat: Chat) -> None:
    await chat.say("hjelp")
    await chat.react(chat.last, "heart")


async def take_back(chat: Chat) -> None:
    await chat.say("hjelp")
    await chat.react(chat.last, "heart", remove=True)


async def gif(chat: Chat) -> None:
    await chat.send_gif()


async def voice(chat: Chat) -> None:
    await chat.send_voice()


async def picture(chat: Chat) -> None:
    await chat.send_picture()


async def file(chat: Chat) -> None:
    await chat.send_file("søknad.docx", b"PK")


async def nothing(chat: Chat) -> None:
    await chat.say("   ")


@pytest.mark.parametrize(
    ("do", "answer"),
    [
        (edit, "Det endrer ikke svaret"),
        (delete, "Svaret i søknaden står som før"),
        (react, "En reaksjon endrer ingenting"),
        (gif, "Jeg kan ikke lese bilder"),
        (voice, "Jeg kan ikke høre lyd"),
        (picture, "Jeg kan ikke lese bilder"),
        (file, "Jeg leser bare filer fra Excel"),
        (nothing, "Meldingen var tom"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
async def test_what_is_no_text_gets_one_honest_reply_and_changes_nothing(
    stage: Stage, do: Callable[[Chat], Awaitable[None]], answer: str
) -> None:
    async with stage.running() as bot:
        await stage.draft_ready()
        kari = stage.kari
        await kari.say("endre hva dere vil gjøre")
        await kari.wait_for("Hva dere vil gjøre")
        await kari.say("hjelp")
        before = await stage.application()
        await do(kari)
        await stage.settled(bot)
        assert sum(answer in text for text in kari.texts()) == 1
        assert await stage.application() == before

        # The same question is still the one that is answered.
        await kari.say("Et større team.")
        assert (await stage.application())["answers"]["what"]["value"] == "Et større team."


async def test_a_reaction_taken_back_is_met_with_silence(stage: Stage) -> None:
    async with stage.running() as bot:
        await take_back(stage.kari)
        await stage.settled(bot)
        assert len(stage.kari.texts()) == 1


async def test_an_edit_of_an_answer_does_not_change_it(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        await stage.kari.say("endre tittel")
        sent = await stage.kari.say("Riktig navn")
        await stage.kari.edit(sent, "Endret navn")
        await stage.kari.delete(sent)
        assert (await stage.application())["answers"]["title"]["value"] == "Riktig navn"
        assert "Endret navn" not in await dump(stage.store)


async def test_activities_of_no_concern_are_met_with_silence(stage: Stage) -> None:
    async with stage.running() as bot:
        kari = stage.kari
        await kari.install()
        before, said = await dump(stage.store), len(kari.texts())
        for fields in (
            {"type": "typing"},
            {"type": "event", "name": "application/vnd.microsoft.readReceipt", "value": {}},
            {"type": "invoke", "name": "composeExtension/query", "value": {}},
            {"type": "conversationUpdate", "membersAdded": [{"id": kari.user.id}]},
            {"type": "conversationUpdate", "membersRemoved": [{"id": kari.user.id}]},
            {"type": "installationUpdate", "action": "remove"},
            {"type": "handoff"},
        ):
            assert (await kari.raw(**fields)).status == 200
        await stage.settled(bot)
        assert len(kari.texts()) == said
        assert await dump(stage.store) == before
