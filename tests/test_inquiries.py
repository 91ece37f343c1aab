"""A question to the secretariat over HTTP: to the channel, answered by an officer, and back to who asked."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest

from storage.store import Key
from tests.fake_teams import UNAUTHORIZED, Chat, Outcome, Refuse, Seen, throttled
from tests.fake_teams_faults import Operation
from tests.stage import GRETE, KARI, ODD, OLGA, OTHER_TENANT, STRANGER, Stage, dump, person

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

QUESTION = "Kan vi få penger til en båt?"
ANSWER = "Ja, hvis båten er en del av tiltaket."
REFUSED = "Bare sekretariatets medlemmer i denne kanalen kan gjøre dette."
MEMBERS: Final[frozenset[Operation]] = frozenset({"members"})
VERBS = ("inquiry_take", "inquiry_answer", "inquiry_close")
BUTTONS = ("Jeg tar det", "Send svaret", "Lukk uten svar")


async def asked(stage: Stage, question: str = QUESTION) -> str:
    """Kari, who has no application, asks the secretariat of Agder; returns the reference."""
    kari = stage.kari
    await kari.say(question)
    await kari.wait_for("Dette finner jeg ikke i kildene.")
    await kari.say("spør sekretariatet")
    if not (await inquiries(stage)):
        await kari.wait_for("Hvilket helsefellesskap hører du til?")
        await kari.say("Agder")
    await kari.wait_for("Send dette til sekretariatet?")
    await kari.say("ja")
    sent = await kari.wait_for("Jeg sender spørsmålet")
    found = re.search(r"SP-[A-Z0-9]{5}", sent.text)
    assert found is not None
    return found.group()


async def noticed(stage: Stage) -> Seen:
    """The channel is connected, and a question has come to it."""
    await stage.connect()
    return await stage.channel().wait_for(f"Spørsmål {await asked(stage)}")


async def inquiries(stage: Stage) -> list[dict[str, Any]]:
    return [stored.body for stored in await stage.store.scan("inquiry")]


def as_seen(chat: Chat, notice: Seen) -> str:
    (seen,) = [one for one in chat.messages if one.id == notice.id]
    return seen.text


# From who asks to the officer, and back


async def test_a_question_goes_to_the_channel_and_the_officers_answer_back_to_who_asked(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        assert QUESTION in notice.text
        assert "Kari" not in notice.text, "who asked is not told"
        taken = await stage.channel().submit(notice, "Jeg tar det", twice=True)
        assert "Tatt av Olga Saksbehandler" in taken.text
        await stage.channel().submit(notice, "Send svaret", {"answer": ANSWER}, twice=True)
        answer = await stage.kari.wait_for(ANSWER)
        assert "Svar fra Olga Saksbehandler, sekretariatet for Helsefellesskapet Agder" in answer.text
        assert QUESTION in answer.text
        await stage.settled(bot)
        seen = as_seen(stage.channel(ODD), notice)
        assert "Besvart av Olga Saksbehandler" in seen
        assert "Levert til den som spurte." in seen
        assert sum(ANSWER in text for text in stage.kari.texts()) == 1
        await stage.kari.say("mine spørsmål")
        mine = await stage.kari.wait_for("Spørsmålene dine til sekretariatet")
        assert "Besvart" in mine.text
        assert ANSWER in mine.text


async def test_the_answer_comes_days_later_to_where_the_asker_is_now_after_a_restart(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
    stage.clock.forward(days=9)
    async with stage.running() as bot:
        await stage.kari.say("nynorsk")
        await stage.channel(ODD).submit(notice, "Send svaret", {"answer": ANSWER})
        answer = await stage.kari.wait_for(ANSWER)
        assert "Svar frå Odd Saksbehandler" in answer.text, "in the asker's language"
        await stage.settled(bot)


async def test_while_nobody_is_connected_any_more_it_waits_for_the_next_channel(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.connect()
        await stage.store.commit(expect={}, delete=[Key("channel", "agder")])
        reference = await asked(stage)
        await stage.settled(bot, but="inquiry")
        await stage.connect()
        await stage.channel().wait_for(f"Spørsmål {reference}")


async def test_a_channel_that_takes_over_gets_what_is_still_open(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        await stage.channel().submit(notice, "Jeg tar det")
        second = stage.channel(ODD, "Annet")
        await stage.connect(second, replace=True)
        moved = await second.wait_for(QUESTION)
        assert "Tatt av Olga" in moved.text
        await second.submit(moved, "Send svaret", {"answer": ANSWER})
        await stage.kari.wait_for(ANSWER)
        await stage.connect(stage.channel(), replace=True)
        await stage.settled(bot)
        assert sum(QUESTION in text for text in stage.channel().texts()) == 1


async def test_the_same_channel_connected_again_gets_nothing_twice(stage: Stage) -> None:
    async with stage.running() as bot:
        await noticed(stage)
        await stage.settled(bot)
        await stage.connect(replace=True)
        await stage.settled(bot)
        assert sum(QUESTION in text for text in stage.channel().texts()) == 1


async def test_closing_without_an_answer_is_told_to_who_asked(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        closed = await stage.channel().submit(notice, "Lukk uten svar")
        assert "Lukket av Olga Saksbehandler" in closed.text
        await stage.kari.wait_for("har lukket spørsmålet uten å svare her")
        await stage.settled(bot)
        assert "Levert til den som spurte." in as_seen(stage.channel(), notice)
        again = await stage.channel(ODD).submit(notice, "Send svaret", {"answer": ANSWER})
        assert "Lukket av Olga" in again.text
    assert [(each["state"], each["answer"]) for each in await inquiries(stage)] == [("closed", "")]


async def test_a_channel_that_takes_nothing_is_told_to_who_asked(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.connect()
        with stage.teams.during(Refuse(404), operations=frozenset({"create"})):
            reference = await asked(stage)
            await stage.kari.wait_for(f"Jeg fikk ikke levert spørsmålet {reference}")
        await stage.settled(bot)


async def test_an_answer_that_cannot_be_delivered_is_seen_by_the_officer(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        blocked = Refuse(403, code="MessageWritesBlocked")
        with stage.teams.during(blocked, conversation_id=stage.kari.conversation.id):
            await stage.channel().submit(notice, "Send svaret", {"answer": ANSWER})
            await stage.settled(bot)
        assert "Ikke levert. Den som spurte, tar ikke imot" in as_seen(stage.channel(), notice)


# Once, and by one


async def test_repeated_clicks_deliveries_and_old_cards_do_nothing_twice(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        taken = await stage.channel().submit(notice, "Jeg tar det")
        (before,) = await inquiries(stage)
        for same_id in (True, False):
            assert "Tatt av Olga" in (await stage.channel().redeliver(taken, same_id=same_id)).text
        assert await inquiries(stage) == [before]
        answered = await stage.channel().submit(notice, "Send svaret", {"answer": ANSWER})
        await stage.settled(bot)
        (before,) = await inquiries(stage)
        for same_id in (True, False):
            await stage.channel().redeliver(answered, same_id=same_id)
            await stage.channel().redeliver(taken, same_id=same_id)
        other = await stage.channel(ODD).submit(notice, "Send svaret", {"answer": "Noe helt annet."})
        assert ANSWER in other.text
        assert "Noe helt annet." not in other.text
        await stage.settled(bot)
        assert await inquiries(stage) == [before]
        assert sum(ANSWER in text for text in stage.kari.texts()) == 1


async def test_a_colleague_may_take_over_and_answer(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        await stage.channel().submit(notice, "Jeg tar det")
        asked = await stage.channel(ODD).submit(notice, "Jeg tar det")
        assert "Tatt av Olga" in asked.text
        assert asked.card is not None
        take_over = next(action for action in asked.card["actions"] if action["title"] == "Ta over")
        assert "Tatt av Odd" in (await stage.channel(ODD).raw_action(take_over)).text
        (inquiry,) = await inquiries(stage)
        assert [one["by_id"] for one in inquiry["taken_before"]] == [OLGA.aad_object_id]
        await stage.channel().submit(notice, "Send svaret", {"answer": ANSWER})
        assert "Svar fra Olga" in (await stage.kari.wait_for(ANSWER)).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Skriv svaret først."),
        (" \n\u200b", "Skriv svaret først."),
        ("x" * 4_001, "høyst 4"),
        ("Det gjelder 01819000049.", "elleve siffer"),
        ("Konto 1234 56 78903", "elleve siffer"),
    ],
    ids=["empty", "blank", "long", "number", "maybe-number"],
)
async def test_what_cannot_be_sent_is_said_and_nothing_is_kept(stage: Stage, typed: str, said: str) -> None:
    async with stage.running():
        notice = await noticed(stage)
        before = await dump(stage.store)
        outcome = await forged(stage.channel(), "inquiry_answer", notice, answer=typed)
        assert said in str(outcome.notice)
        assert await dump(stage.store) == before


async def test_three_open_and_one_more_once_one_is_answered(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        for number in (2, 3):
            await asked(stage, f"Kan vi få båt nummer {number}?")
        await stage.kari.say("Kan vi få båt nummer 4?")
        await stage.kari.say("spør sekretariatet")
        await stage.kari.wait_for("Du har 3 spørsmål som sekretariatet ikke har svart på ennå.")
        await stage.channel().submit(notice, "Send svaret", {"answer": ANSWER})
        await stage.kari.wait_for(ANSWER)
        await stage.kari.say("spør sekretariatet")
        await stage.kari.wait_for("Send dette til sekretariatet?")


# Who may not


async def test_only_the_channels_officers_do_anything_with_a_question(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        await stage.settled(bot)
        before, written = await dump(stage.store), len(await stage.outbox())
        for who in (GRETE, STRANGER, KARI):
            for button in BUTTONS:
                inputs = {"answer": ANSWER} if button == "Send svaret" else {}
                outcome = await stage.team.channel("Søknader", who).submit(notice, button, inputs)
                assert outcome.notice == REFUSED, (who.name, button)
        assert await dump(stage.store) == before
        assert len(await stage.outbox()) == written


async def test_who_leaves_the_team_answers_nothing_five_minutes_later(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        assert "Tatt av Olga" in (await stage.channel().submit(notice, "Jeg tar det")).text
        await stage.team.remove_member(OLGA, tell_bot=False)
        stage.roster_seconds += 301
        outcome = await stage.channel().submit(notice, "Send svaret", {"answer": ANSWER})
        assert outcome.notice == REFUSED


@pytest.mark.parametrize("fault", [Refuse(500), throttled(30), UNAUTHORIZED], ids=["500", "429", "401"])
async def test_without_a_roster_nobody_answers(stage: Stage, fault: Refuse) -> None:
    async with stage.running():
        notice = await noticed(stage)
        stage.roster_seconds += 301
        with stage.teams.during(fault, operations=MEMBERS):
            assert (await stage.channel().submit(notice, "Jeg tar det")).notice == REFUSED


async def test_a_forged_tap_from_anywhere_else_is_refused_like_any_other(stage: Stage) -> None:
    officer, foreign = person(40, "Berit Bergen"), person(41, "Ivar Annetsted", tenant=OTHER_TENANT)
    async with stage.running() as bot:
        notice = await noticed(stage)
        team = stage.teams.team("Sekretariatet i Bergen", ["Søknader"], [officer, OLGA])
        foreign_team = stage.teams.team("Sekretariatet", ["Søknader"], [foreign])
        elsewhere = team.channel("Søknader", officer)
        await stage.connect(elsewhere, "bergensomradet")
        await stage.settled(bot)
        before, written = await dump(stage.store), len(await stage.outbox())
        places = {
            "personal": stage.teams.personal(OLGA),
            "group": stage.teams.group([OLGA, ODD]).chat(OLGA),
            "another channel": stage.channel(name="Annet"),
            "another team": team.channel("Søknader", OLGA),
            "another tenant": foreign_team.channel("Søknader", foreign),
            "the channel of another helsefellesskap": elsewhere,
        }
        for name, chat in places.items():
            for verb in VERBS:
                assert (await forged(chat, verb, notice)).notice == REFUSED, (name, verb)
        assert await dump(stage.store) == before
        assert len(await stage.outbox()) == written


@pytest.mark.parametrize("data", [{}, {"i": "SP-22222"}, {"i": 5}, {"i": "../.."}, {"i": "S" * 5_000}])
async def test_a_forged_tap_on_what_is_not_there_is_refused_alike(stage: Stage, data: dict[str, Any]) -> None:
    async with stage.running():
        await noticed(stage)
        before = await dump(stage.store)
        for verb in VERBS:
            action = {"type": "Action.Execute", "verb": verb, "data": {**data, "answer": ANSWER}}
            assert (await stage.channel().raw_action(action)).notice == REFUSED
        assert await dump(stage.store) == before


async def test_a_channel_that_was_replaced_answers_no_longer(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        await stage.connect(stage.channel(ODD, "Annet"), replace=True)
        assert (await stage.channel().submit(notice, "Jeg tar det")).notice == REFUSED


async def forged(chat: Chat, verb: str, notice: Seen, *, answer: str = ANSWER) -> Outcome:
    data = next(action["data"] for action in notice.card["actions"] if action.get("verb") == "inquiry_take")
    action = {"type": "Action.Execute", "verb": verb, "data": {**data, "answer": answer}}
    return await chat.raw_action(action)
