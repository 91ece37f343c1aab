"""The secretariat's channel: who may connect it, and what an officer may read and do there, over HTTP."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any, Final

import pytest

from dialogs.context import Context
from storage.store import Key, Put
from tests.fake_teams import UNAUTHORIZED, Chat, Outcome, Refuse, Seen, Team, User, throttled
from tests.fake_teams_faults import Operation
from tests.stage import GRETE, KARI, ODD, OLGA, OTHER_TENANT, STRANGER, Stage, dump, person
from tests.talking import the_context

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

WRONG = "Koden gjelder ikke"
CONNECTED = "Denne kanalen får nå varsler om nye søknader i Helsefellesskapet Agder"
REFUSED = "Bare sekretariatets medlemmer i denne kanalen kan gjøre dette."
CANARY = "lege og sykepleier"
MEMBERS: Final[frozenset[Operation]] = frozenset({"members"})


async def connected(stage: Stage) -> list[str]:
    return [stored.key.id for stored in await stage.store.scan("channel")]


async def said(chat: Chat, text: str) -> str:
    """What the bot answers to a message in a channel."""
    before = len(chat.texts())
    await chat.say(text)
    return "\n".join(chat.texts()[before:])


# Connecting


async def test_an_officer_connects_a_channel_with_a_code_once(stage: Stage) -> None:
    async with stage.running():
        code = await stage.code()
        assert CONNECTED in await said(stage.channel(), f"koble til {code.lower().replace('-', ' ')}")
        (bound,) = await stage.store.scan("channel")
        assert (bound.body["tenant"], bound.body["team"], bound.body["channel"]) == (
            OLGA.tenant_id,
            stage.team.id,
            stage.team.channel_id("Søknader"),
        )
        assert WRONG in await said(stage.channel(ODD, "Annet"), f"koble til {code}"), "it is used"
        assert (await stage.store.scan("channel"))[0].body == bound.body


async def test_an_activity_id_that_another_channel_has_had_suppresses_no_reply(stage: Stage) -> None:
    """An id is Teams' within one conversation, and whoever forges one is not to silence anybody else."""
    async with stage.running():
        other = stage.teams.team("Sekretariatet i Bergen", ["Søknader"], [ODD])
        channels = (stage.channel(), other.channel("Søknader", ODD), stage.channel(GRETE))
        for channel in channels:
            before = len(channel.texts())
            await channel.raw(id="1700000000001", text="hei")
            await channel.raw(id="1700000000001", text="hei")
            assert len(channel.texts()) == before + 1


async def test_the_code_is_stored_only_hashed(stage: Stage) -> None:
    async with stage.running():
        code = await stage.code()
        kept = await dump(stage.store)
    assert code not in kept
    assert code.replace("-", "") not in kept


async def test_a_redelivered_code_says_again_that_it_is_connected(stage: Stage) -> None:
    async with stage.running():
        channel = stage.channel()
        typed = await channel.say(f"koble til {await stage.code()}")
        await channel.wait_for(CONNECTED)
        await channel.redeliver(typed, same_id=True)
        await channel.redeliver(typed, same_id=False)
        assert not any(WRONG in text for text in channel.texts())


@pytest.mark.parametrize("text", ["koble til ABCD-EFGH", "koble til", "koble til 1234"])
async def test_a_wrong_code_connects_nothing(stage: Stage, text: str) -> None:
    async with stage.running():
        assert WRONG in await said(stage.channel(), text)
        assert await connected(stage) == []


async def test_an_expired_code_connects_nothing(stage: Stage) -> None:
    async with stage.running():
        code = await stage.code(expires_at=time.time() - 1)
        assert WRONG in await said(stage.channel(), f"koble til {code}")
        assert await connected(stage) == []


async def test_a_code_connects_no_personal_or_group_chat(stage: Stage) -> None:
    async with stage.running():
        code = await stage.code()
        for chat in (stage.teams.personal(OLGA), stage.teams.group([OLGA, ODD]).chat(OLGA)):
            assert "Skriv koden i kanalen" in await said(chat, f"koble til {code}")
        assert await connected(stage) == []
        assert CONNECTED in await said(stage.channel(), f"koble til {code}"), "the code is not used up"


async def test_an_answer_that_begins_like_the_command_is_an_answer(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        await stage.kari.say("endre hva dere vil gjøre")
        await stage.kari.say("Koble til alle legekontor i et felles system.")
        answers = (await stage.application())["answers"]
    assert answers["what"]["value"] == "Koble til alle legekontor i et felles system."


@pytest.mark.parametrize("who", [GRETE, STRANGER], ids=["guest", "not-on-the-roster"])
async def test_a_guest_and_a_stranger_connect_nothing(stage: Stage, who: User) -> None:
    async with stage.running():
        code = await stage.code()
        assert WRONG in await said(stage.team.channel("Søknader", who), f"koble til {code}")
        assert await connected(stage) == []
        assert CONNECTED in await said(stage.channel(), f"koble til {code}")


async def test_a_member_with_another_tenant_connects_nothing(stage: Stage) -> None:
    """A shared channel has members of other tenants on its roster."""
    shared = person(20, "Siri Delt", tenant=OTHER_TENANT)
    async with stage.running():
        await stage.team.add_member(shared)
        channel = stage.team.channel("Søknader", shared)
        code = await stage.code()
        assert WRONG in await said(channel, f"koble til {code}")
        assert await connected(stage) == []


def of_tenant(tenant: str) -> Context:
    """With Agder's file as an installation writes it: it names the secretariat's tenant."""
    context = the_context()
    agder = context.communities["agder"]
    settings = agder.settings.model_copy(update={"secretariat_tenant_id": tenant})
    named = agder.model_copy(update={"settings": settings})
    return replace(context, communities={**context.communities, "agder": named})


async def test_a_code_holds_only_in_the_tenant_that_the_helsefellesskap_names(stage: Stage) -> None:
    elsewhere = person(21, "Ellen Annetsted", tenant=OTHER_TENANT)
    team = stage.teams.team("Annet sekretariat", ["Søknader"], [elsewhere])
    async with stage.running(context=of_tenant(OLGA.tenant_id)):
        code = await stage.code()
        assert WRONG in await said(team.channel("Søknader", elsewhere), f"koble til {code}")
        assert CONNECTED in await said(stage.channel(), f"koble til {code}")


async def test_a_roster_that_cannot_be_had_connects_nothing_and_uses_no_code_up(stage: Stage) -> None:
    async with stage.running():
        code = await stage.code()
        for fault in (Refuse(500), throttled(30), UNAUTHORIZED):
            with stage.teams.during(fault, operations=MEMBERS):
                for _ in range(3):
                    answer = await said(stage.channel(), f"koble til {code}")
                    assert "Koden gjelder fortsatt" in answer
        assert await connected(stage) == []
        assert CONNECTED in await said(stage.channel(), f"koble til {code}")


async def test_guessing_is_stopped_for_the_one_who_guesses_and_for_nobody_else(stage: Stage) -> None:
    async with stage.running():
        code = await stage.code()
        for guess in "ABCDE":
            await said(stage.channel(ODD), f"koble til {guess * 4}-{guess * 4}")
        assert WRONG in await said(stage.channel(ODD), f"koble til {code}")
        assert CONNECTED in await said(stage.channel(OLGA), f"koble til {code}")


async def test_a_second_channel_takes_over_only_with_a_code_made_to_replace(stage: Stage) -> None:
    async with stage.running() as bot:
        first, second = stage.channel(), stage.channel(ODD, "Annet")
        await stage.connect(first)
        code = await stage.code()
        assert "--replace" in await said(second, f"koble til {code}")
        assert not any("går nå til en annen kanal" in text for text in first.texts())
        await stage.connect(second, replace=True)
        told = await first.wait_for("Varslene for Helsefellesskapet Agder går nå til en annen kanal")
        assert told.thread_id.endswith(told.id)
        await stage.draft_ready()
        number = await stage.send()
        await second.wait_for(f"Ny søknad: {number}")
        await stage.settled(bot)
        assert not any(number in text for text in first.texts())


async def test_the_same_channel_connected_again_is_not_told_of_a_move(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.connect()
        await stage.connect(replace=True)
        await stage.settled(bot)
        assert not any("en annen kanal" in text for text in stage.channel().texts())


# What an officer does


async def noticed(stage: Stage) -> Seen:
    """An application of Kari's is sent, and the connected channel knows of it."""
    await stage.connect()
    await stage.draft_ready()
    number = await stage.send()
    return await stage.channel().wait_for(f"Ny søknad: {number}")


async def test_an_officer_sees_the_whole_application_in_the_personal_chat_alone(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        outcome = await stage.channel().submit(notice, "Vis hele søknaden")
        assert outcome.notice == "Jeg har sendt deg hele søknaden i den personlige samtalen."
        olga = stage.teams.personal(OLGA)
        shown = await olga.wait_for(CANARY, anywhere=True)
        assert await stage.case_number() in shown.text
        await stage.settled(bot)
        assert not any(CANARY in text for text in stage.channel().texts())
        assert stage.teams.personal(ODD).texts() == []
        (line,) = await stage.store.scan("reading")
    assert line.body["who"] == OLGA.aad_object_id
    assert line.body["case"] == await stage.case_number()
    assert line.body["at"]


async def test_an_officer_gets_the_pdf_in_the_personal_chat_by_consent(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        await stage.channel().submit(notice, "Åpne PDF")
        olga = stage.teams.personal(OLGA)
        offer = await olga.wait_for(".pdf", anywhere=True)
        await olga.accept_file(offer)
        await olga.wait_for(".pdf")
        assert bytes(stage.teams.uploads[-1].content[:5]) == b"%PDF-"
        assert [line.body["who"] for line in await stage.store.scan("reading")] == [OLGA.aad_object_id]


async def test_taking_and_registering_change_the_card_for_everybody(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        taken = await stage.channel().submit(notice, "Jeg tar den", twice=True)
        assert "Tatt av Olga Saksbehandler" in taken.text
        await stage.channel(ODD).submit(notice, "Lagre saksnummer", {"archive_number": "26/01234-5"})
        await stage.settled(bot)
        (seen,) = [one for one in stage.channel(ODD).messages if one.id == notice.id]
        assert "Tatt av Olga Saksbehandler" in seen.text
        assert "Saksnummer i arkivet: 26/01234-5" in seen.text
        (handling,) = await stage.store.scan("handling")
    assert handling.body["taken_by_id"] == OLGA.aad_object_id
    assert handling.body["archive_number"] == "26/01234-5"


async def press(chat: Chat, outcome: Outcome, title: str) -> Outcome:
    """A button of the card that the client was given in answer, which nobody else sees."""
    assert outcome.card is not None
    return await chat.raw_action(next(a for a in outcome.card["actions"] if a["title"] == title))


async def test_a_case_that_a_colleague_has_is_taken_over_only_by_saying_so(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        await stage.channel().submit(notice, "Jeg tar den")
        (before,) = await stage.store.scan("handling")
        asked = await stage.channel(ODD).submit(notice, "Jeg tar den", twice=True)
        assert "Tatt av Olga Saksbehandler" in asked.text
        assert "En kollega har tatt denne. Vil du ta over?" in asked.text
        assert (await stage.store.scan("handling"))[0] == before
        await stage.settled(bot)
        (seen,) = [one for one in stage.channel().messages if one.id == notice.id]
        assert "Vil du ta over" not in seen.text
        over = await press(stage.channel(ODD), asked, "Ta over")
        assert "Tatt av Odd" in over.text
        assert "Tatt over fra Olga Saksbehandler" in over.text
        await stage.settled(bot)
        (seen,) = [one for one in stage.channel().messages if one.id == notice.id]
        assert "Tatt over fra Olga Saksbehandler" in seen.text
        (handling,) = await stage.store.scan("handling")
    assert handling.body["taken_by_id"] == ODD.aad_object_id
    assert [one["by_id"] for one in handling.body["taken"]] == [OLGA.aad_object_id, ODD.aad_object_id]


async def test_whoever_says_take_over_after_somebody_else_did_is_asked_again(stage: Stage) -> None:
    nina = person(30, "Nina Nysaksbehandler")
    async with stage.running():
        notice = await noticed(stage)
        await stage.team.add_member(nina, tell_bot=False)
        stage.roster_seconds += 301
        await stage.channel().submit(notice, "Jeg tar den")
        odd, new = stage.channel(ODD), stage.channel(nina)
        by_odd = await odd.submit(notice, "Jeg tar den")
        by_nina = await new.submit(notice, "Jeg tar den")
        assert "Tatt av Odd" in (await press(odd, by_odd, "Ta over")).text
        again = await press(new, by_nina, "Ta over")
        assert "Tatt av Odd" in again.text
        assert "Vil du ta over?" in again.text
        assert "Tatt av Nina" in (await press(new, again, "Ta over")).text
        (handling,) = await stage.store.scan("handling")
    names = [str(one["by"]).split()[0] for one in handling.body["taken"]]
    assert names == ["Olga", "Odd", "Nina"]


async def test_whoever_had_a_case_before_takings_were_kept_is_kept_too(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        old = {"taken_by": "Olga Saksbehandler", "taken_by_id": OLGA.aad_object_id, "at": "2026-11-02T09:00"}
        key = Key("handling", f"{(await stage.application())['id']}.1")
        await stage.store.commit(expect={}, put=[Put(key, old)])
        asked = await stage.channel(ODD).submit(notice, "Jeg tar den")
        await press(stage.channel(ODD), asked, "Ta over")
        (handling,) = await stage.store.scan("handling")
    assert handling.body["taken"][0] == {"by": old["taken_by"], "by_id": old["taken_by_id"], "at": old["at"]}


async def test_a_number_that_is_none_registers_nothing(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        for typed in ("", "   ", "x" * 41, "26/1 <b>", "01819000200"):
            outcome = await stage.channel().submit(notice, "Lagre saksnummer", {"archive_number": typed})
            assert "høyst 40 tegn" in outcome.text
        assert await stage.store.scan("handling") == []


async def test_repeated_clicks_and_deliveries_do_it_once(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        show = await stage.channel().submit(notice, "Vis hele søknaden")
        await stage.settled(bot)
        sent = len(stage.teams.personal(OLGA).texts())
        await stage.channel().redeliver(show, same_id=True)
        await stage.settled(bot)
        assert len(stage.teams.personal(OLGA).texts()) == sent
        first = await stage.channel().submit(notice, "Jeg tar den")
        (before,) = await stage.store.scan("handling")
        for same_id in (True, False):
            assert "Tatt av Olga" in (await stage.channel().redeliver(first, same_id=same_id)).text
        assert (await stage.store.scan("handling"))[0] == before


async def test_write_to_opens_a_chat_with_the_contact(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        links = {action["title"]: action["url"] for action in open_urls(notice.card)}
    assert links == {
        "Skriv til Sørlandet sykehus HF": "https://teams.microsoft.com/l/chat/0/0?users=kari@example.no",
        "Skriv til Evje og Hornnes": "https://teams.microsoft.com/l/chat/0/0?users=per@example.no",
    }


def open_urls(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in open_urls(one)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") == "Action.OpenUrl" else []
    return own + [found for one in part.values() for found in open_urls(one)]


# Who may not


async def test_only_the_channels_officers_do_anything_with_a_notice(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        await stage.settled(bot)
        before, written = await dump(stage.store), len(await stage.outbox())
        for who in (GRETE, STRANGER, KARI):
            for action in ("Vis hele søknaden", "Åpne PDF", "Jeg tar den", "Lagre saksnummer"):
                inputs = {"archive_number": "26/1"} if action == "Lagre saksnummer" else {}
                outcome = await stage.team.channel("Søknader", who).submit(notice, action, inputs)
                assert outcome.notice == REFUSED, (who.name, action)
        assert await dump(stage.store) == before
        assert len(await stage.outbox()) == written


async def test_who_leaves_the_team_is_an_officer_no_longer_than_five_minutes(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        assert (await stage.channel().submit(notice, "Vis hele søknaden")).notice != REFUSED
        await stage.team.remove_member(OLGA, tell_bot=False)
        stage.roster_seconds += 301
        assert (await stage.channel().submit(notice, "Vis hele søknaden")).notice == REFUSED
        assert len(await stage.store.scan("reading")) == 1


async def test_who_joins_the_team_is_an_officer_when_the_roster_is_read_again(stage: Stage) -> None:
    new = person(30, "Nina Nysaksbehandler")
    async with stage.running():
        notice = await noticed(stage)
        await stage.team.add_member(new, tell_bot=False)
        chat = stage.channel(new)
        assert (await chat.submit(notice, "Jeg tar den")).notice == REFUSED
        stage.roster_seconds += 301
        assert "Tatt av Nina" in (await chat.submit(notice, "Jeg tar den")).text


@pytest.mark.parametrize("fault", [Refuse(500), throttled(30), UNAUTHORIZED], ids=["500", "429", "401"])
async def test_without_a_roster_nobody_is_an_officer(stage: Stage, fault: Refuse) -> None:
    async with stage.running():
        notice = await noticed(stage)
        stage.roster_seconds += 301
        with stage.teams.during(fault, operations=MEMBERS):
            assert (await stage.channel().submit(notice, "Jeg tar den")).notice == REFUSED
        assert "Tatt av Olga" in (await stage.channel().submit(notice, "Jeg tar den")).text


async def test_a_roster_of_many_pages_is_read_to_its_end(stage: Stage) -> None:
    stage.teams.small_roster_pages(1)
    async with stage.running():
        notice = await noticed(stage)
        assert "Tatt av Odd" in (await stage.channel(ODD).submit(notice, "Jeg tar den")).text


def other_team(stage: Stage) -> tuple[Team, User]:
    """The secretariat of another helsefellesskap, in the same tenant."""
    officer = person(40, "Berit Bergen")
    return stage.teams.team("Sekretariatet i Bergen", ["Søknader"], [officer, OLGA]), officer


async def test_a_forged_action_from_anywhere_else_is_refused_like_any_other(stage: Stage) -> None:
    async with stage.running() as bot:
        notice = await noticed(stage)
        team, officer = other_team(stage)
        foreign = person(41, "Ivar Annetsted", tenant=OTHER_TENANT)
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
            for verb in ("show", "open_pdf", "take", "register"):
                assert (await forged(chat, verb, notice)).notice == REFUSED, (name, verb)
        assert await dump(stage.store) == before
        assert len(await stage.outbox()) == written


async def forged(chat: Chat, verb: str, notice: Seen) -> Outcome:
    data = next(action["data"] for action in notice.card["actions"] if action.get("verb") == "show")
    action = {"type": "Action.Execute", "verb": verb, "data": {**data, "archive_number": "26/1"}}
    return await chat.raw_action(action)


async def test_a_forged_action_on_what_is_not_there_is_refused_alike(stage: Stage) -> None:
    names: list[dict[str, Any]] = [
        {},
        {"a": "a0", "n": 1},
        {"a": 5, "n": "1"},
        {"a": "../..", "n": True},
        {"a": "a" * 5000, "n": 1},
    ]
    async with stage.running() as bot:
        await noticed(stage)
        await stage.settled(bot)
        before = await dump(stage.store)
        for data in names:
            action = {"type": "Action.Execute", "verb": "show", "data": data}
            assert (await stage.channel().raw_action(action)).notice == REFUSED
        assert await dump(stage.store) == before


async def test_a_draft_is_not_to_be_seen_by_any_officer(stage: Stage) -> None:
    async with stage.running():
        await stage.connect()
        await stage.draft_ready()
        application = (await stage.application())["id"]
        for number in (0, 1, 2):
            action = {"type": "Action.Execute", "verb": "show", "data": {"a": application, "n": number}}
            assert (await stage.channel().raw_action(action)).notice == REFUSED


async def test_a_channel_that_was_replaced_can_read_no_longer(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        await stage.connect(stage.channel(ODD, "Annet"), replace=True)
        assert (await stage.channel().submit(notice, "Vis hele søknaden")).notice == REFUSED


async def test_an_officer_who_left_the_team_cannot_fetch_the_offered_pdf(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        olga = stage.teams.personal(OLGA)
        await olga.install()
        await stage.channel().submit(notice, "Åpne PDF")
        offer = await olga.wait_for(".pdf", anywhere=True)
        await stage.team.remove_member(OLGA, tell_bot=False)
        stage.roster_seconds += 301
        await olga.accept_file(offer)
        await olga.wait_for("ikke tilgang")
        assert not any(upload.content for upload in stage.teams.uploads)


async def test_nobody_gets_a_pdf_by_forging_a_consent(stage: Stage) -> None:
    async with stage.running():
        await stage.connect()
        await stage.draft_ready()
        await stage.send()
        offer = await stage.kari.wait_for(".pdf", anywhere=True)
        context = offer.activity["attachments"][0]["content"]["acceptContext"]
        stranger = stage.teams.personal(STRANGER)
        await stranger.install()
        value = {
            "type": "fileUpload",
            "action": "accept",
            "context": context,
            "uploadInfo": stage.teams.service.files.offered("min.pdf"),
        }
        await stranger.raw(type="invoke", name="fileConsent/invoke", value=value)
        await stranger.wait_for("ikke tilgang")
        assert not any(upload.content for upload in stage.teams.uploads)


async def test_a_notice_shows_its_handling_also_to_who_reads_it_later(stage: Stage) -> None:
    async with stage.running():
        notice = await noticed(stage)
        await stage.channel().submit(notice, "Jeg tar den")
        again = await stage.channel(ODD).submit(notice, "Lagre saksnummer", {"archive_number": "26/1"})
        assert "Tatt av Olga" in again.text
        key = Key("handling", f"{(await stage.application())['id']}.1")
        assert (await stage.store.get([key]))[key].revision == 2
