"""The pretended Teams as a service: what the bot asks is answered, limited, judged and, by script, spoilt."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import aiohttp
import pytest

from tests.echo_bot import Answer, EchoBot, a_card, a_run, a_text, an_input
from tests.fake_teams import (
    CONVERSATION_NOT_FOUND,
    UNAUTHORIZED,
    WRITES_BLOCKED,
    BotDidNotAnswer,
    Chat,
    FakeTeams,
    Fault,
    Hang,
    Pace,
    Refuse,
    Reset,
    Slow,
    TeamsViolation,
    User,
    WithoutId,
    throttled,
)
from tests.fake_teams_world import ADAPTIVE_CARD

pytest_plugins = ["tests.fixtures_teams"]

Json = dict[str, Any]

KARI = User("tenant-a", "object-kari", "Kari Nordmann", user_principal_name="kari@kommune.example")
OLA = User("tenant-a", "object-ola", "Ola Hansen", guest=True)
ANNE = User("tenant-b", "object-anne", "Anne Lie")
HELLO: Json = {"type": "message", "text": "hei"}


class Outgoing:
    """The bot's own calls, from outside any turn."""

    def __init__(self, teams: FakeTeams, bot: EchoBot) -> None:
        self._teams = teams
        self._bot = bot

    async def ask(self, method: str, path: str, **how: Any) -> Answer:
        return await self._bot.ask(method, f"{self._teams.service_url}v3/{path}", **how)

    async def send(self, chat: Chat, activity: Json | None = None, **how: Any) -> Answer:
        path = f"conversations/{quote(chat.conversation.id, safe='')}/activities"
        return await self.ask("POST", path, **({"json": activity or HELLO} | how))


@pytest.fixture
async def bot(teams: FakeTeams) -> AsyncIterator[EchoBot]:
    running = EchoBot()
    await running.start()
    teams.bot_url = running.url
    yield running
    await running.stop()


@pytest.fixture
async def out(teams: FakeTeams, bot: EchoBot) -> Outgoing:
    return Outgoing(teams, bot)


@pytest.fixture
async def kari(teams: FakeTeams, bot: EchoBot) -> Chat:
    chat = teams.personal(KARI)
    await chat.install()
    return chat


# What is sent arrives


async def test_a_sent_message_gets_an_id_and_can_be_changed_and_removed(
    teams: FakeTeams, kari: Chat, out: Outgoing
) -> None:
    status, body = await out.send(kari)
    assert (status, kari.texts()) == (201, ["hei"])
    path = f"conversations/{kari.conversation.id}/activities/{body['id']}"
    assert await out.ask("PUT", path, json={"type": "message", "text": "hallo"}) == (200, body)
    assert kari.texts() == ["hallo"]
    assert (await out.ask("POST", path, json={"type": "message", "text": "svar"}))[0] == 201
    assert (await out.ask("DELETE", path))[0] == 200
    assert kari.texts() == ["(deleted)", "svar"]
    status, error = await out.ask("PUT", path, json=HELLO)
    assert (status, error["error"]["code"]) == (404, "ActivityNotFoundInConversation")
    assert len(await teams.wait_for_calls(2, "update")) == 2
    with pytest.raises(AssertionError, match="waited in vain for 3 calls"):
        await teams.wait_for_calls(3, "update", within_seconds=0.01)
    assert [call.operation for call in teams.calls] == ["send", "update", "send", "delete", "update"]
    assert [message.activity["text"] for message in teams.delivered] == ["hallo", "svar"]


async def test_typing_is_taken_and_leaves_no_message(teams: FakeTeams, kari: Chat, out: Outgoing) -> None:
    assert (await out.send(kari, {"type": "typing"}))[0] == 202
    assert kari.texts() == []


async def test_a_bot_may_not_change_what_people_wrote(kari: Chat, out: Outgoing) -> None:
    sent = await kari.say("mitt")
    path = f"conversations/{kari.conversation.id}/activities/{sent.activity['id']}"
    assert (await out.ask("PUT", path, json=HELLO))[0] == 403


async def test_a_channel_notice_starts_its_own_thread(teams: FakeTeams, out: Outgoing) -> None:
    team = teams.team("Sekretariatet", ["Søknader"], [KARI, OLA])
    channel = team.channel_id("Søknader")
    create = {"isGroup": True, "channelData": {"channel": {"id": channel}}, "activity": HELLO}
    status, first = await out.ask("POST", "conversations", json=create)
    _, second = await out.ask("POST", "conversations", json=create)
    assert status == 201
    assert first["id"] == f"{channel};messageid={first['activityId']}"
    assert first["id"] != second["id"]
    reply = f"conversations/{quote(first['id'], safe='')}/activities"
    assert (await out.ask("POST", reply, json=HELLO))[0] == 201
    seen = team.channel("Søknader", OLA)
    assert [one.thread_id for one in seen.messages] == [first["id"], second["id"], first["id"]]
    assert (await seen.wait_for("hei")).thread_id == first["id"]


async def test_a_personal_chat_is_opened_with_those_who_have_the_bot_and_nobody_else(
    teams: FakeTeams, out: Outgoing
) -> None:
    teams.team("Sekretariatet", [], [KARI])
    teams.personal(ANNE)

    async def create(user: User, tenant_id: str, **more: Any) -> Answer:
        body = {"isGroup": False, "members": [{"id": user.id}], "tenantId": tenant_id, **more}
        return await out.ask("POST", "conversations", json=body)

    status, body = await create(KARI, "tenant-a")
    assert (status, body) == (201, {"id": teams.personal(KARI).conversation.id})
    assert (await create(KARI, "tenant-a", activity=HELLO))[1]["id"] == body["id"]
    assert teams.personal(KARI).texts() == ["hei"]
    assert (await create(ANNE, "tenant-b"))[0] == 403
    assert (await create(KARI, "tenant-b"))[0] == 403
    with teams.expecting_violations():
        assert (await create(KARI, ""))[0] == 400


async def test_rosters_come_whole_in_pages_and_one_by_one(teams: FakeTeams, out: Outgoing) -> None:
    team = teams.team("Sekretariatet", ["Søknader"], [KARI, OLA, ANNE])
    chat = f"conversations/{quote(team.channel_id('Søknader') + ';messageid=1', safe='')}"
    _, roster = await out.ask("GET", f"{chat}/members")
    assert [one["userRole"] for one in roster] == ["user", "guest", "user"]
    assert roster[0]["userPrincipalName"] == "kari@kommune.example"
    assert (roster[0]["givenName"], roster[0]["surname"]) == ("Kari", "Nordmann")
    assert [one["tenantId"] for one in roster] == ["tenant-a", "tenant-a", "tenant-b"]
    teams.small_roster_pages(2)
    _, page = await out.ask("GET", f"{chat}/pagedmembers?pageSize=100")
    token = page["continuationToken"]
    _, rest = await out.ask("GET", f"{chat}/pagedmembers?continuationToken={quote(token, safe='')}")
    assert page["members"] + rest["members"] == roster
    assert "continuationToken" not in rest
    for identifier in (OLA.id, OLA.aad_object_id):
        assert (await out.ask("GET", f"{chat}/members/{identifier}"))[1] == roster[1]
    await team.remove_member(OLA, tell_bot=False)
    status, error = await out.ask("GET", f"{chat}/members/{OLA.id}")
    assert (status, error["error"]["code"]) == (404, "MemberNotFoundInConversation")


async def test_a_team_tells_its_name_and_channels(teams: FakeTeams, out: Outgoing) -> None:
    team = teams.team("Sekretariatet", ["Søknader"], [KARI])
    _, told = await out.ask("GET", f"teams/{team.id}")
    assert told["name"] == "Sekretariatet"
    _, channels = await out.ask("GET", f"teams/{team.id}/conversations")
    assert channels == {
        "conversations": [{"id": team.id}, {"id": team.channel_id("Søknader"), "name": "Søknader"}]
    }
    assert (await out.ask("GET", "teams/19:unknown"))[0] == 404


async def test_what_is_gone_blocked_or_left_is_refused_as_teams_does(
    teams: FakeTeams, kari: Chat, out: Outgoing
) -> None:
    async def code() -> tuple[int, str]:
        status, body = await out.send(kari)
        return status, body.get("error", {}).get("code", "")

    kari.block_bot()
    assert await code() == (403, "MessageWritesBlocked")
    kari.unblock_bot()
    assert await code() == (201, "")
    await kari.uninstall()
    assert await code() == (403, "BotNotInConversationRoster")
    team = teams.team("Sekretariatet", ["Søknader"], [KARI])
    channel = team.channel("Søknader", KARI)
    await team.delete_channel("Søknader", KARI)
    assert (await out.send(channel))[1]["error"]["code"] == "ConversationNotFound"
    assert (await out.ask("POST", "conversations/a:nobody/activities", json=HELLO))[0] == 404


async def test_the_service_address_can_change_and_the_old_one_still_works(
    teams: FakeTeams, bot: EchoBot, kari: Chat
) -> None:
    old = bot.heard[-1]
    teams.region = "amer"
    await kari.say("hei")
    assert bot.heard[-1]["serviceUrl"].endswith("/amer/")
    assert (await bot.send(old, kari.conversation.id, HELLO))[0] == 201


async def test_a_token_is_recorded_where_it_came(teams: FakeTeams, kari: Chat, out: Outgoing) -> None:
    await out.send(kari)
    await out.send(kari, headers={"Authorization": "Bearer ours"})
    assert [call.authorization for call in teams.calls] == [None, "Bearer ours"]


# Strictness and size

NOT_JSON: list[bytes] = [
    b'{"type": "message", "text": "x", "amount": NaN}',
    b'{"type": "message", "text": "x", "text": "y"}',
    b'{"type": "message", "text": "\\ud800"}',
    b'{"type": "message", "text": "\xff"}',
    b'["message"]',
    b"",
]


@pytest.mark.parametrize("body", NOT_JSON)
async def test_what_is_not_strict_json_is_refused_and_found_out(
    teams: FakeTeams, kari: Chat, out: Outgoing, body: bytes
) -> None:
    with teams.expecting_violations() as found:
        status, error = await out.send(
            kari, json=None, data=body, headers={"Content-Type": "application/json"}
        )
    assert (status, error["error"]["code"]) == (400, "BadSyntax")
    assert len(found) == 1
    assert kari.texts() == []


async def test_another_content_type_and_an_unknown_interface_are_found_out(
    teams: FakeTeams, kari: Chat, out: Outgoing
) -> None:
    with teams.expecting_violations():
        assert (await out.send(kari, json=None, data=b"{}"))[0] == 415
    with teams.expecting_violations():
        assert (await out.ask("GET", "conversations"))[0] in (404, 405)


async def test_the_size_is_counted_as_utf_16_and_what_is_too_big_is_refused(
    teams: FakeTeams, kari: Chat, out: Outgoing
) -> None:
    def body(characters: int, letter: str = "x") -> bytes:
        empty = json.dumps({"type": "message", "text": ""}, ensure_ascii=False)
        text = letter * (characters - len(empty))
        return json.dumps({"type": "message", "text": text}, ensure_ascii=False).encode()

    async def send(raw: bytes) -> Answer:
        return await out.send(kari, json=None, data=raw, headers={"Content-Type": "application/json"})

    assert (await send(body(39_999)))[0] == 201
    assert (await send(body(39_999, "æ")))[0] == 201  # two bytes each in UTF-8, one unit in UTF-16
    teams.check()
    with teams.expecting_violations() as found:
        assert (await send(body(40_000)))[0] == 201
    assert "the limit is 40000" in found[0]
    with teams.expecting_violations():
        assert (await send(body(51_200)))[0] == 201
        status, error = await send(body(51_201))
        assert (status, error["error"]["code"]) == (413, "MessageSizeTooBig")
        assert (await send(body(26_000, "😀")))[0] == 413
    assert len(kari.texts()) == 4


# What Teams or the house would not accept


async def test_a_broken_card_is_found_out_by_the_next_thing_anybody_does(
    teams: FakeTeams, kari: Chat, out: Outgoing
) -> None:
    def card(*body: Json) -> Json:
        return {"type": "message", "attachments": [{"contentType": ADAPTIVE_CARD, "content": a_card(*body)}]}

    for broken, judge in (
        (card(a_text("x", colour="red")), "card: schema"),
        (card(a_text("x", size="vast-default")), "card: parser"),
        (card(an_input("x", label="")), "card: rule"),
    ):
        await out.send(kari, broken)
        with pytest.raises(TeamsViolation, match=judge):
            kari.texts()
    await out.send(kari, card(a_text("x"), a_run("x")))
    assert kari.texts()[-1] == "x\nx"


async def test_a_violation_wakes_whoever_waits(teams: FakeTeams, kari: Chat, out: Outgoing) -> None:
    waiting = asyncio.ensure_future(kari.wait_for("noe som aldri kommer", within_seconds=60))
    await asyncio.sleep(0)
    with pytest.raises(TeamsViolation):
        await asyncio.gather(waiting, out.send(kari, {"type": "message", "text": 5}))


async def test_a_violation_nobody_met_is_raised_when_teams_closes(bot: EchoBot) -> None:
    teams = FakeTeams(bot.url, validator=None)
    await teams.start()
    chat = teams.personal(KARI)
    await chat.install()
    await Outgoing(teams, bot).send(chat, {"type": "event", "text": "x"})
    with pytest.raises(TeamsViolation, match="'event' is not sent by bots"):
        await teams.close()


WRONG_ACTIVITIES: list[tuple[Json, str]] = [
    ({"text": "x", "textFormat": "html"}, "textFormat 'html'"),
    ({"text": "x", "from": {"id": "29:someone"}}, "sent as '29:someone'"),
    ({"text": "x", "conversation": {"id": "a:other"}}, "names conversation 'a:other'"),
    ({"attachments": [{"contentType": "application/pdf"}]}, "not shown by Teams"),
    ({"text": "x", "entities": [{"type": "mention", "text": "<at>Kari</at>"}]}, "does not stand in the text"),
    ({}, "without text and attachments"),
]


@pytest.mark.parametrize(("activity", "said"), WRONG_ACTIVITIES)
async def test_an_activity_teams_would_not_show_is_found_out(
    teams: FakeTeams, kari: Chat, out: Outgoing, activity: Json, said: str
) -> None:
    await out.send(kari, {"type": "message", **activity})
    with pytest.raises(TeamsViolation, match=said):
        teams.check()


async def test_a_violation_that_was_expected_and_does_not_come_is_an_error(teams: FakeTeams) -> None:
    with pytest.raises(TeamsViolation, match="none came"), teams.expecting_violations():
        pass


# Faults

REFUSALS: list[tuple[Refuse, str]] = [
    (throttled(2), "Throttled"),
    (Refuse(500), "ServiceError"),
    (WRITES_BLOCKED, "MessageWritesBlocked"),
    (CONVERSATION_NOT_FOUND, "ConversationNotFound"),
    (UNAUTHORIZED, "Unauthorized"),
    (Refuse(400, "BadSyntax"), "BadSyntax"),
]


@pytest.mark.parametrize(("fault", "code"), REFUSALS)
async def test_a_scripted_refusal_meets_the_next_call_and_only_that(
    teams: FakeTeams, kari: Chat, out: Outgoing, fault: Refuse, code: str
) -> None:
    teams.fault(fault)
    status, body = await out.send(kari)
    assert (status, body["error"]["code"]) == (fault.status, code)
    assert kari.texts() == []
    assert (await out.send(kari))[0] == 201
    assert [call.status for call in teams.calls] == [fault.status, 201]
    teams.check()


@pytest.mark.parametrize("status", [502, 503])
async def test_what_stands_before_teams_answers_with_a_page(
    teams: FakeTeams, kari: Chat, out: Outgoing, status: int
) -> None:
    teams.fault(Refuse(status, retry_after_seconds=3))
    answered, page = await out.send(kari)
    assert answered == status
    assert page.startswith("<html>")


async def test_a_throttled_call_is_told_how_long_to_wait(teams: FakeTeams, kari: Chat, out: Outgoing) -> None:
    teams.fault(throttled(17))
    url = f"{teams.service_url}v3/conversations/{kari.conversation.id}/activities"
    async with aiohttp.ClientSession() as session, session.post(url, json=HELLO) as response:
        assert response.headers["Retry-After"] == "17"


async def test_a_refusal_after_delivery_lies(teams: FakeTeams, kari: Chat, out: Outgoing) -> None:
    teams.fault(Refuse(500, after_delivery=True))
    assert (await out.send(kari))[0] == 500
    assert kari.texts() == ["hei"]
    assert teams.calls[-1].message is not None


@pytest.mark.parametrize("after_delivery", [True, False])
async def test_a_cut_connection_leaves_the_bot_not_knowing(
    teams: FakeTeams, kari: Chat, out: Outgoing, after_delivery: bool
) -> None:
    teams.fault(Reset(after_delivery=after_delivery))
    with pytest.raises((aiohttp.ClientConnectionError, ConnectionResetError)):
        await out.send(kari)
    assert kari.texts() == (["hei"] if after_delivery else [])
    assert teams.calls[-1].status is None


@pytest.mark.parametrize("after_delivery", [True, False])
async def test_a_hanging_call_is_answered_when_released(
    teams: FakeTeams, kari: Chat, out: Outgoing, after_delivery: bool
) -> None:
    hang = Hang(after_delivery=after_delivery)
    teams.fault(hang)
    sending = asyncio.ensure_future(out.send(kari))
    await teams.wait_for_calls(1)
    assert (await out.send(teams.personal(KARI)))[0] == 201  # another call is not held up
    assert not sending.done()
    assert len(kari.texts()) == (2 if after_delivery else 1)
    hang.release()
    assert (await sending)[0] == 201
    assert len(kari.texts()) == 2


async def test_closing_lets_go_what_hangs(bot: EchoBot) -> None:
    teams = FakeTeams(bot.url, validator=None)
    await teams.start()
    chat = teams.personal(KARI)
    await chat.install()
    teams.fault(Hang(after_delivery=True), times=None)
    sending = asyncio.ensure_future(Outgoing(teams, bot).send(chat))
    await chat.wait_for("hei")
    await teams.close()
    await asyncio.wait([sending])
    assert sending.exception() is None or isinstance(sending.exception(), aiohttp.ClientError)


async def test_an_answer_can_lack_its_id_or_come_late(teams: FakeTeams, kari: Chat, out: Outgoing) -> None:
    teams.fault(WithoutId())
    assert await out.send(kari) == (201, {})
    teams.fault(Slow(0.01))
    assert (await out.send(kari))[0] == 201
    assert kari.texts() == ["hei", "hei"]


async def test_a_fault_can_be_for_one_conversation_for_some_calls_and_for_a_while(
    teams: FakeTeams, kari: Chat, out: Outgoing
) -> None:
    ola = teams.personal(OLA)
    await ola.install()
    teams.fault(Refuse(500), chat=kari, times=2)
    assert [(await out.send(chat))[0] for chat in (ola, kari, kari, kari)] == [201, 500, 500, 201]
    with teams.during(Refuse(503)):
        assert [(await out.send(chat))[0] for chat in (ola, kari, ola)] == [503, 503, 503]
    assert (await out.send(ola))[0] == 201
    roster = f"conversations/{kari.conversation.id}/members"
    teams.fault(Refuse(500), operations=frozenset({"members"}))
    assert [(await out.send(kari))[0], (await out.ask("GET", roster))[0]] == [201, 500]


async def test_a_fault_on_a_channel_meets_its_threads_too(teams: FakeTeams, out: Outgoing) -> None:
    team = teams.team("Sekretariatet", ["Søknader"], [KARI])
    chat = team.channel("Søknader", KARI)
    _, body = await out.send(chat)
    create = {"isGroup": True, "channelData": {"channel": {"id": chat.conversation.id}}, "activity": HELLO}
    with teams.during(Refuse(500), chat=chat):
        thread = f"conversations/{quote(chat.last.thread_id, safe='')}/activities"
        assert (await out.ask("POST", thread, json=HELLO))[0] == 500
        assert (await out.ask("POST", "conversations", json=create))[0] == 500
    assert body["id"] == chat.last.id


# Pace


class Clock:
    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


async def test_the_pace_of_a_conversation_is_held_and_another_is_free(
    teams: FakeTeams, kari: Chat, out: Outgoing
) -> None:
    clock = Clock()
    teams.enforce_pace(Pace(clock=clock))
    ola = teams.personal(OLA)
    await ola.install()
    assert [(await out.send(kari))[0] for _ in range(8)] == [201] * 7 + [429]
    assert (await out.send(ola))[0] == 201
    clock.seconds += 1.0
    assert (await out.send(kari))[0] == 201


def test_the_longer_windows_hold_too_and_tell_how_long() -> None:
    clock = Clock()
    pace = Pace(clock=clock)
    for _ in range(60):
        assert pace.wait_seconds("a:1", "tenant") is None
        clock.seconds += 0.2
    assert pace.wait_seconds("a:1", "tenant") == 18
    clock.seconds += 18.0
    assert pace.wait_seconds("a:1", "tenant") is None


def test_fifty_calls_a_second_are_taken_from_a_tenant() -> None:
    clock = Clock()
    pace = Pace(clock=clock)
    waits = [pace.wait_seconds(f"a:{number}", "tenant") for number in range(51)]
    assert waits == [None] * 50 + [1]
    assert pace.wait_seconds("a:other", "another tenant") is None


# The bot's own silence


async def test_what_is_not_answered_in_time_comes_again_and_then_with_a_new_id(
    teams: FakeTeams, bot: EchoBot, kari: Chat
) -> None:
    released = asyncio.Event()

    async def slow(_bot: EchoBot, _activity: Json) -> Any:
        if len(bot.heard) < 3 + before:
            await released.wait()

    before = len(bot.heard)
    bot.behaviour = slow
    teams.resend_unanswered(patience_seconds=1.0)
    sent = await kari.say("hei")
    released.set()
    assert sent.status == 200
    first, second, third = (one["id"] for one in bot.heard[before:])
    assert first == second != third


async def test_a_bot_that_stays_silent_or_is_down_is_told_apart_from_one_that_answers(
    teams: FakeTeams, bot: EchoBot, kari: Chat
) -> None:
    released = asyncio.Event()

    async def silent(_bot: EchoBot, _activity: Json) -> Any:
        await released.wait()

    bot.behaviour = silent
    teams.service.patience_seconds = 0.02
    with pytest.raises(BotDidNotAnswer):
        await kari.say("hei")
    released.set()
    await bot.stop()
    with pytest.raises(BotDidNotAnswer):
        await kari.say("hei")


def test_every_fault_is_tried_here() -> None:
    tried = {Refuse, Hang, Reset, WithoutId, Slow}
    assert set(Fault.__args__) == tried
