"""The pretended Teams as a client: what people do arrives as Teams sends it, and what comes back is seen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.echo_bot import (
    EchoBot,
    a_card,
    a_run,
    a_text,
    an_execute,
    an_input,
    shown_card,
    shown_message,
)
from tests.fake_teams import ClientRefuses, FakeTeams, TeamsViolation, User
from tests.fake_teams_judge import FILE_CONSENT, FILE_INFO

pytest_plugins = ["tests.fixtures_teams"]

Json = dict[str, Any]

KARI = User("tenant-a", "object-kari", "Kari Nordmann", user_principal_name="kari@kommune.example")
OLA = User("tenant-a", "object-ola", "Ola Hansen", guest=True)
ANNE = User("tenant-b", "object-anne", "Anne Lie")


@pytest.fixture
async def bot(teams: FakeTeams) -> AsyncIterator[EchoBot]:
    running = EchoBot()
    await running.start()
    teams.bot_url = running.url
    yield running
    await running.stop()


def form(**more: Any) -> Json:
    return a_card(
        a_text("Fyll ut"),
        an_input("title", isRequired=True, errorMessage="Skriv et navn."),
        an_input("amount", "Input.Number", min=0, max=100, errorMessage="Skriv et tall."),
        an_input("start", "Input.Date", min="2026-01-01", errorMessage="Velg en dato."),
        an_input("lead", "Input.Toggle", title="Vi leder", valueOn="yes", valueOff="no"),
        an_input("note", maxLength=5),
        an_input("revision", isVisible=False, value="7"),
        an_input(
            "areas",
            "Input.ChoiceSet",
            isMultiSelect=True,
            style="expanded",
            choices=[{"title": "Rekruttering", "value": "r"}, {"title": "Ventetid", "value": "w"}],
        ),
        actions=[
            an_execute("Lagre", "save", data={"key": "k1"}, id="save"),
            an_execute("Avbryt", "cancel", associatedInputs="none"),
        ],
        **more,
    )


async def offer_form(bot: EchoBot, activity: Json) -> Any:
    """Sends the form at any text, and shows what was sent back when it is saved."""
    if activity["type"] == "message":
        await bot.reply_card(activity, form())
        return None
    sent = activity["value"]["action"]["data"]
    return shown_card(a_card(a_text("Lagret"), a_run(repr(sorted(sent.items())))))


async def test_typed_text_arrives_with_all_that_teams_sends_and_the_answer_is_seen(
    teams: FakeTeams, bot: EchoBot
) -> None:
    chat = teams.personal(KARI)
    sent = await chat.say("hei <b>du</b>")
    assert sent.status == 200
    await chat.wait_for("Du skrev: hei du")  # HTML in a message is drawn, not shown
    (heard,) = bot.heard
    assert heard["channelId"] == "msteams"
    assert heard["serviceUrl"] == teams.service_url
    assert heard["from"] == {"id": KARI.id, "name": "Kari Nordmann", "aadObjectId": "object-kari"}
    assert KARI.id.startswith("29:")
    assert heard["recipient"]["id"].startswith("28:")
    assert heard["conversation"] == {
        "conversationType": "personal",
        "tenantId": "tenant-a",
        "id": chat.conversation.id,
    }
    assert heard["channelData"]["tenant"] == {"id": "tenant-a"}
    assert heard["text"] == "hei <b>du</b>"
    assert heard["textFormat"] == "plain"
    assert heard["attachments"] == [
        {"contentType": "text/html", "content": "<p>hei &lt;b&gt;du&lt;/b&gt;</p>"}
    ]
    assert heard["entities"][0]["type"] == "clientInfo"
    assert heard["timestamp"].endswith("Z")
    assert heard["localTimestamp"][-6:] in ("+01:00", "+02:00")
    assert "Authorization" not in bot.headers[0]


async def test_every_message_has_a_new_id_and_two_people_never_see_each_others_chats(
    teams: FakeTeams, bot: EchoBot
) -> None:
    kari, anne = teams.personal(KARI), teams.personal(ANNE)
    await kari.say("fra Kari")
    await anne.say("fra Anne")
    assert len({heard["id"] for heard in bot.heard}) == 2
    assert [heard["conversation"]["tenantId"] for heard in bot.heard] == ["tenant-a", "tenant-b"]
    assert kari.transcript() == "> fra Kari\nDu skrev: fra Kari"
    assert anne.texts() == ["Du skrev: fra Anne"]
    assert teams.personal(KARI) is kari


async def test_the_header_a_test_supplies_is_sent(teams: FakeTeams, bot: EchoBot) -> None:
    teams.service.token_for = lambda activity: f"Bearer for {activity['from']['aadObjectId']}"
    await teams.personal(KARI).say("hei")
    assert bot.headers[0]["Authorization"] == "Bearer for object-kari"


async def test_waiting_looks_only_at_what_came_since_the_person_last_acted(
    teams: FakeTeams, bot: EchoBot
) -> None:
    chat = teams.personal(KARI)
    await chat.say("en")
    await chat.say("to")
    with pytest.raises(AssertionError, match="waited in vain for 'Du skrev: en'"):
        await chat.wait_for("Du skrev: en", within_seconds=0.01)
    assert (await chat.wait_for("Du skrev: en", anywhere=True)).by_bot
    assert [seen.text for seen in chat.new] == ["Du skrev: to"]


async def test_a_bot_that_answers_badly_or_not_at_all_is_found_out(teams: FakeTeams, bot: EchoBot) -> None:
    async def fails(_bot: EchoBot, _activity: Json) -> Any:
        return (500, {})

    bot.behaviour = fails
    chat = teams.personal(KARI)
    with pytest.raises(TeamsViolation, match="answered 500 to message"):
        await chat.say("hei")
    assert (await chat.say("hei", expect_status=500)).status == 500
    with pytest.raises(TeamsViolation, match="answered 500 to message"):
        await chat.say("hei", expect_status=403)


async def test_a_card_is_filled_in_as_a_client_does_and_replaced_for_the_one_who_sent_it(
    teams: FakeTeams, bot: EchoBot
) -> None:
    bot.behaviour = offer_form
    chat = teams.personal(KARI)
    await chat.say("start")
    seen = await chat.wait_for("Fyll ut")
    outcome = await chat.submit(
        seen,
        "Lagre",
        {"title": "Felles akutteam", "amount": 250, "lead": True, "areas": ["Ventetid", "r"], "note": ""},
    )
    invoke = bot.heard[-1]
    assert invoke["type"] == "invoke"
    assert invoke["name"] == "adaptiveCard/action"
    assert invoke["replyToId"] == seen.id
    assert invoke["value"] == {
        "action": {
            "type": "Action.Execute",
            "id": "save",
            "title": "Lagre",
            "verb": "save",
            "data": {
                "key": "k1",
                "title": "Felles akutteam",
                "amount": "100",  # clamped
                "lead": "yes",
                "revision": "7",  # hidden, untouched
                "areas": "w,r",
            },
        },
        "trigger": "manual",
    }
    assert outcome.status == 200
    assert "Lagret" in outcome.text
    assert len(chat.new) == 1
    assert chat.last.text.startswith("Lagret")
    assert seen.text.startswith("Fyll ut")  # what was seen before stays as it was
    assert teams.second_client(KARI).last.text.startswith("Lagret")
    await chat.submit(seen, "cancel")
    assert bot.heard[-1]["value"]["action"]["data"] == {}


REFUSED_BY_THE_CLIENT: list[tuple[Json, str]] = [
    ({}, "Skriv et navn."),
    ({"title": "x", "amount": "ti"}, "Skriv et tall."),
    ({"title": "x", "start": "2025-12-31"}, "Velg en dato."),
    ({"title": "x", "start": "i morgen"}, "Velg en dato."),
    ({"title": "x", "note": "for lang"}, "takes 5 characters"),
    ({"title": "x", "areas": ["Noe annet"]}, "has no choice"),
    ({"title": "x", "revision": "8"}, "not visible"),
    ({"title": "x", "unknown": "8"}, "no input"),
]


@pytest.mark.parametrize(("inputs", "said"), REFUSED_BY_THE_CLIENT)
async def test_the_client_stops_what_clients_stop_unless_forced(
    teams: FakeTeams, bot: EchoBot, inputs: Json, said: str
) -> None:
    bot.behaviour = offer_form
    chat = teams.personal(KARI)
    await chat.say("start")
    heard = len(bot.heard)
    with pytest.raises(ClientRefuses, match=said):
        await chat.press("Lagre", inputs)
    assert len(bot.heard) == heard
    await chat.press("Lagre", inputs, forced=True)
    data = bot.heard[-1]["value"]["action"]["data"]
    assert {name: data[name] for name in inputs if inputs[name] != ["Noe annet"]} == {
        name: value for name, value in inputs.items() if value != ["Noe annet"]
    }


async def test_an_action_that_is_not_there_cannot_be_chosen_and_a_name_used_twice_must_be_told_apart(
    teams: FakeTeams, bot: EchoBot
) -> None:
    async def rows(bot: EchoBot, activity: Json) -> Any:
        if activity["type"] == "invoke":
            return shown_message(f"Endrer {activity['value']['action']['data']['field']}")
        change = [an_execute("Endre", "change", data={"field": name}) for name in ("title", "amount")]
        await bot.reply_card(activity, a_card({"type": "ActionSet", "actions": change}))
        return None

    bot.behaviour = rows
    chat = teams.personal(KARI)
    await chat.say("oppsummering")
    with pytest.raises(ClientRefuses, match="nothing in the conversation offers 'Slett'"):
        await chat.press("Slett")
    with pytest.raises(ClientRefuses, match="2 actions are called 'Endre'"):
        await chat.press("Endre")
    outcome = await chat.press("Endre", having={"field": "amount"})
    assert outcome.notice == "Endrer amount"
    assert chat.notices == ["Endrer amount"]


async def test_a_double_click_is_two_invokes_and_a_redelivery_keeps_or_changes_the_id(
    teams: FakeTeams, bot: EchoBot
) -> None:
    bot.behaviour = offer_form
    chat = teams.personal(KARI)
    sent = await chat.say("start")
    outcome = await chat.press("Lagre", {"title": "x"}, twice=True)
    assert outcome.twin is not None
    first, second = bot.heard[-2:]
    assert first["id"] != second["id"]
    assert first["value"] == second["value"]
    await chat.redeliver(outcome, same_id=True)
    await chat.redeliver(outcome, same_id=False)
    assert bot.heard[-2]["id"] == outcome.activity["id"] != bot.heard[-1]["id"]
    await chat.redeliver(sent, same_id=True)
    await chat.redeliver(sent, same_id=False)
    assert bot.heard[-2]["id"] == sent.activity["id"] != bot.heard[-1]["id"]
    assert bot.heard[-1]["text"] == "start"
    bot.behaviour = nothing
    await chat.redeliver(sent, same_id=False)
    assert chat.new == []


async def nothing(_bot: EchoBot, _activity: Json) -> None:
    """A bot that knows a repeat when it sees one."""


async def test_anybody_can_send_any_action_from_anywhere(teams: FakeTeams, bot: EchoBot) -> None:
    bot.behaviour = offer_form
    forged = {"type": "Action.Execute", "verb": "save", "data": {"key": "stolen"}}
    outcome = await teams.personal(ANNE).raw_action(forged)
    assert outcome.status == 200
    assert bot.heard[-1]["value"]["action"] == forged
    assert "replyToId" not in bot.heard[-1]


UNSHOWABLE: list[Any] = [
    None,
    {},
    {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": "{}"},
    {"statusCode": 200, "type": "text/plain", "value": "x"},
    {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": a_card(lang="de")},
]


@pytest.mark.parametrize("answer", UNSHOWABLE)
async def test_an_answer_that_no_client_can_show_is_found_out(
    teams: FakeTeams, bot: EchoBot, answer: Any
) -> None:
    async def answers(_bot: EchoBot, _activity: Json) -> Any:
        return answer

    bot.behaviour = answers
    with pytest.raises(TeamsViolation):
        await teams.personal(KARI).raw_action({"type": "Action.Execute", "verb": "x"})


async def test_an_error_answered_to_an_action_is_shown_as_one(teams: FakeTeams, bot: EchoBot) -> None:
    async def refuses(_bot: EchoBot, _activity: Json) -> Any:
        error = {"code": "Forbidden", "message": "Du har ikke tilgang."}
        return {"statusCode": 403, "type": "application/vnd.microsoft.error", "value": error}

    bot.behaviour = refuses
    chat = teams.personal(KARI)
    outcome = await chat.raw_action({"type": "Action.Execute", "verb": "x"})
    assert (outcome.error_code, outcome.notice) == ("Forbidden", "Du har ikke tilgang.")


async def test_an_old_submit_arrives_as_a_message_with_a_value(teams: FakeTeams, bot: EchoBot) -> None:
    async def offers(bot: EchoBot, activity: Json) -> Any:
        if "value" not in activity:
            old = {"type": "Action.Submit", "title": "Svar", "data": {"key": "k"}}
            back = {
                "type": "Action.Submit",
                "title": "Si",
                "data": {"msteams": {"type": "imBack", "value": "start"}},
            }
            await bot.reply_card(activity, a_card(an_input("title"), actions=[old, back]))

    bot.behaviour = offers
    chat = teams.personal(KARI)
    await chat.say("hei")
    await chat.press("Svar", {"title": "x"})
    assert bot.heard[-1]["type"] == "message"
    assert bot.heard[-1]["value"] == {"key": "k", "title": "x"}
    assert "text" not in bot.heard[-1]
    await chat.press("Si")
    assert bot.heard[-1]["text"] == "start"


async def test_inside_a_shown_card_the_outer_inputs_are_sent_too(teams: FakeTeams, bot: EchoBot) -> None:
    async def offers(bot: EchoBot, activity: Json) -> Any:
        if activity["type"] == "invoke":
            return shown_message("Takk")
        inner = {
            "type": "AdaptiveCard",
            "body": [an_input("inner")],
            "actions": [an_execute("Inne", "inside")],
        }
        more = {"type": "Action.ShowCard", "title": "Mer", "card": inner}
        await bot.reply_card(
            activity, a_card(an_input("outer", value="o"), actions=[more, an_execute("Ute", "outside")])
        )
        return None

    bot.behaviour = offers
    chat = teams.personal(KARI)
    await chat.say("hei")
    await chat.press("Inne", {"inner": "i"})
    assert bot.heard[-1]["value"]["action"]["data"] == {"outer": "o", "inner": "i"}
    await chat.press("Ute")
    assert bot.heard[-1]["value"]["action"]["data"] == {"outer": "o"}
    with pytest.raises(ClientRefuses, match="no input"):
        await chat.press("Ute", {"inner": "i"})


async def test_an_update_is_for_all_and_a_reply_card_for_one(teams: FakeTeams, bot: EchoBot) -> None:
    team = teams.team("Sekretariatet", ["Søknader"], [KARI, OLA])
    notice: Json = {}

    async def takes(bot: EchoBot, activity: Json) -> Any:
        if activity["type"] == "message":
            card = a_card(a_text("Ny søknad"), actions=[an_execute("Vis", "show"), an_execute("Ta", "take")])
            notice["sent"] = await bot.reply_card(activity, card)
            return None
        if activity["value"]["action"]["verb"] == "show":
            return shown_card(a_card(a_text("Hele søknaden")))
        taken = a_card(a_text("Tatt"))
        attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": taken}
        await bot.update(activity, activity["replyToId"], {"type": "message", "attachments": [attachment]})
        return shown_message("Du tok den")

    bot.behaviour = takes
    kari, ola = team.channel("Søknader", KARI), team.channel("Søknader", OLA)
    await kari.say("vis")
    seen = await ola.wait_for("Ny søknad")
    await ola.submit(seen, "Vis")
    assert ola.last.text == "Hele søknaden"
    assert kari.last.text.startswith("Ny søknad")
    await ola.reload()
    assert ola.last.text.startswith("Ny søknad")
    await ola.submit(seen, "Vis")
    await kari.press("Ta")
    assert kari.last.text == ola.last.text == "Tatt"
    assert len(kari.last.message.versions) == 1


async def test_a_card_refreshes_itself_for_those_it_names(teams: FakeTeams, bot: EchoBot) -> None:
    async def refreshing(bot: EchoBot, activity: Json) -> Any:
        if activity["type"] == "invoke":
            return shown_card(a_card(a_text("For deg")))
        refresh = {"type": "Refresh", "action": an_execute("Frisk opp", "refresh"), "userIds": [KARI.id]}
        await bot.reply_card(activity, a_card(a_text("For alle"), refresh=refresh))
        return None

    bot.behaviour = refreshing
    team = teams.team("Sekretariatet", ["Søknader"], [KARI, OLA])
    kari, ola = team.channel("Søknader", KARI), team.channel("Søknader", OLA)
    await kari.say("vis")
    assert len(await kari.reload()) == 1
    assert await ola.reload() == []
    assert bot.heard[-1]["value"]["trigger"] == "automatic"
    assert (kari.last.text, ola.last.text) == ("For deg", "For alle")


async def test_in_channels_and_groups_only_a_mention_reaches_the_bot(teams: FakeTeams, bot: EchoBot) -> None:
    team = teams.team("Sekretariatet", ["Søknader"], [KARI, OLA])
    channel = team.channel("Søknader", KARI)
    unheard = await channel.say("bare prat", mention_bot=False)
    assert (unheard.status, bot.heard) == (None, [])
    first = await channel.say("status")
    heard = bot.heard[-1]
    assert heard["text"] == "<at>Tilskuddshjelpen</at> status\n"
    (mention,) = [entity for entity in heard["entities"] if entity["type"] == "mention"]
    assert mention["mentioned"]["id"] == heard["recipient"]["id"]
    assert heard["conversation"]["conversationType"] == "channel"
    assert heard["conversation"]["id"] == f"{team.channel_id('Søknader')};messageid={heard['id']}"
    assert heard["channelData"]["team"]["id"] == team.id
    assert heard["channelData"]["channel"]["id"] == team.channel_id("Søknader")
    await channel.say("mer", thread=first)
    assert bot.heard[-1]["conversation"]["id"] == heard["conversation"]["id"]
    assert {seen.thread_id for seen in channel.messages if seen.by_bot} == {heard["conversation"]["id"]}
    group = teams.group([KARI, OLA]).chat(OLA)
    await group.say("hei")
    assert bot.heard[-1]["conversation"]["conversationType"] == "groupChat"
    assert bot.heard[-1]["conversation"]["isGroup"] is True


async def test_what_else_people_do_arrives_as_its_own_kind_of_activity(
    teams: FakeTeams, bot: EchoBot
) -> None:
    chat = teams.personal(KARI)
    sent = await chat.say("feil")
    await chat.edit(sent, "rett")
    await chat.react(chat.last, "heart")
    await chat.delete(sent)
    await chat.send_gif()
    await chat.send_picture()
    await chat.send_voice()
    await chat.paste("<table><tr><td>1</td></tr></table>", "1")
    _, edited, reaction, gone, gif, picture, voice, pasted = bot.heard
    assert (edited["type"], edited["id"], edited["text"]) == ("messageUpdate", sent.activity["id"], "rett")
    assert edited["channelData"]["eventType"] == "editMessage"
    assert reaction["reactionsAdded"] == [{"type": "heart"}]
    assert (gone["type"], gone["id"]) == ("messageDelete", sent.activity["id"])
    assert gone["channelData"]["eventType"] == "softDeleteMessage"
    assert "text" not in gif
    assert "Giphy" in gif["attachments"][0]["content"]
    assert picture["attachments"][0]["contentType"] == "image/*"
    assert voice["attachments"][0]["contentType"] == "audio/mp4"
    assert pasted["attachments"][0]["content"].startswith("<table>")
    assert chat.messages[0].deleted


async def test_a_file_is_fetched_from_a_short_lived_address_without_any_token(
    teams: FakeTeams, bot: EchoBot
) -> None:
    async def fetches(bot: EchoBot, activity: Json) -> Any:
        info = activity["attachments"][0]["content"]
        _, content = await bot.ask("GET", info["downloadUrl"])
        await bot.reply(activity, {"type": "message", "text": f"{info['fileType']}: {content}"})

    bot.behaviour = fetches
    chat = teams.personal(KARI)
    await chat.send_file("budsjett.xlsx", b"PK")
    assert chat.texts() == ["xlsx: PK"]

    async def leaks(bot: EchoBot, activity: Json) -> Any:
        info = activity["attachments"][0]["content"]
        await bot.ask("GET", info["downloadUrl"], headers={"Authorization": "Bearer secret"})

    bot.behaviour = leaks
    with pytest.raises(TeamsViolation, match="token was sent"):
        await chat.send_file("budsjett.xlsx", b"PK")
    with pytest.raises(ClientRefuses):
        await teams.group([KARI, OLA]).chat(KARI).send_file("budsjett.xlsx", b"PK")


async def test_a_consented_file_is_uploaded_in_parts_and_kept(teams: FakeTeams, bot: EchoBot) -> None:
    async def offers(bot: EchoBot, activity: Json) -> Any:
        if activity["type"] == "message":
            content = {"description": "Kvittering", "sizeInBytes": 5, "acceptContext": {"case": "K7"}}
            consent = {"contentType": FILE_CONSENT, "name": "soknad.pdf", "content": content}
            await bot.reply(activity, {"type": "message", "attachments": [consent]})
        elif activity["value"]["action"] == "accept":
            where = activity["value"]["uploadInfo"]
            for part, said in ((b"abc", "bytes 0-2/5"), (b"de", "bytes 3-4/5")):
                await bot.ask("PUT", where["uploadUrl"], data=part, headers={"Content-Range": said})
            info = {"contentType": FILE_INFO, "name": where["name"], "contentUrl": where["contentUrl"]}
            await bot.reply(activity, {"type": "message", "attachments": [info]})
            await bot.delete(activity, activity["replyToId"])

    bot.behaviour = offers
    chat = teams.personal(KARI)
    await chat.say("pdf")
    seen = await chat.wait_for("(file offered: soknad.pdf, 5 bytes)")
    await chat.decline_file(seen)
    assert teams.uploads == []
    await chat.accept_file(seen)
    assert bot.heard[-1]["name"] == "fileConsent/invoke"
    assert bot.heard[-1]["value"]["context"] == {"case": "K7"}
    (upload,) = teams.uploads
    assert (upload.name, bytes(upload.content), upload.complete) == ("soknad.pdf", b"abcde", True)
    await chat.wait_for("(file: soknad.pdf)")
    await chat.wait_for_deletion(seen)
    assert chat.texts() == ["(deleted)", "(file: soknad.pdf)"]


async def test_an_upload_without_its_range_is_refused(teams: FakeTeams, bot: EchoBot) -> None:
    async def offers(bot: EchoBot, activity: Json) -> Any:
        if activity["type"] == "message":
            consent = {"contentType": FILE_CONSENT, "name": "soknad.pdf", "content": {"sizeInBytes": 5}}
            await bot.reply(activity, {"type": "message", "attachments": [consent]})
        else:
            await bot.ask("PUT", activity["value"]["uploadInfo"]["uploadUrl"], data=b"abcde")

    bot.behaviour = offers
    chat = teams.personal(KARI)
    await chat.say("pdf")
    with pytest.raises(TeamsViolation, match="Content-Range"):
        await chat.accept_file(chat.last)
    assert not teams.uploads[0].complete


async def test_installing_opening_again_and_removing_tell_the_bot(teams: FakeTeams, bot: EchoBot) -> None:
    chat = teams.personal(KARI)
    await chat.install()
    await chat.open_again()
    await chat.uninstall()
    kinds = [(one["type"], one.get("action") or one["membersAdded"][0]["id"][:3]) for one in bot.heard]
    assert kinds == [
        ("installationUpdate", "add"),
        ("conversationUpdate", "28:"),
        ("conversationUpdate", "28:"),
        ("installationUpdate", "remove"),
    ]


async def test_changes_of_a_team_tell_the_bot_and_show_in_the_roster(teams: FakeTeams, bot: EchoBot) -> None:
    team = teams.team("Sekretariatet", ["Søknader"], [KARI])
    await team.install_bot(KARI)
    await team.add_member(OLA)
    await team.create_channel("Arkiv", KARI)
    await team.rename_channel("Arkiv", "Gammelt", KARI)
    await team.delete_channel("Gammelt", KARI)
    await team.remove_member(OLA)
    await team.remove_bot(KARI)
    assert [one["channelData"].get("eventType") for one in bot.heard] == [
        None,
        "teamMemberAdded",
        "teamMemberAdded",
        "channelCreated",
        "channelRenamed",
        "channelDeleted",
        "teamMemberRemoved",
        None,
        "teamMemberRemoved",
    ]
    assert bot.heard[2]["membersAdded"] == [OLA.account]
    assert bot.heard[3]["channelData"]["channel"]["name"] == "Arkiv"
    assert {one["conversation"]["id"] for one in bot.heard} == {team.id}


async def test_suggested_replies_can_be_tapped(teams: FakeTeams, bot: EchoBot) -> None:
    async def suggests(bot: EchoBot, activity: Json) -> Any:
        tap = {"type": "imBack", "title": "Start", "value": "start søknad"}
        await bot.reply(activity, {"type": "message", "text": "Velg", "suggestedActions": {"actions": [tap]}})

    bot.behaviour = suggests
    chat = teams.personal(KARI)
    await chat.say("hei")
    assert chat.last.text == "Velg\n[Start]"
    await chat.tap("Start")
    assert bot.heard[-1]["text"] == "start søknad"
    with pytest.raises(ClientRefuses):
        await chat.tap("Stopp")


READ: list[tuple[Json, str]] = [
    (
        a_text("**Sum** _per år_ [les](https://example.no/) \\*ikke\\*"),
        "Sum per år les (https://example.no/) *ikke*",
    ),
    (a_run("**Sum** [les](https://example.no/)"), "**Sum** [les](https://example.no/)"),
    ({"type": "FactSet", "facts": [{"title": "Sum", "value": "*fem* <b>"}]}, "Sum: fem <b>"),
    (an_input("title", value="**x**", isRequired=True, errorMessage="Skriv."), "Title*: [**x**]"),
    (an_input("lead", "Input.Toggle", title="Vi leder", value="true"), "Lead: [x] Vi leder"),
    (
        an_input("a", "Input.ChoiceSet", value="2", choices=[{"title": t, "value": t} for t in "12"]),
        "A: [2 ▾]",
    ),
    (
        an_input(
            "a",
            "Input.ChoiceSet",
            style="expanded",
            value="2",
            choices=[{"title": t, "value": t} for t in "12"],
        ),
        "A: [ ] 1 [x] 2",
    ),
    (
        {
            "type": "Table",
            "columns": [{"width": 1}, {"width": 1}],
            "rows": [
                {
                    "type": "TableRow",
                    "cells": [{"type": "TableCell", "items": [a_text(one)]} for one in ("2027", "250 000")],
                }
            ],
        },
        "2027 | 250 000",
    ),
    ({"type": "Container", "items": [a_text("skjult", isVisible=False), a_text("synlig")]}, "synlig"),
    ({"type": "ActionSet", "actions": [an_execute("Ja", "y"), an_execute("Nei", "n")]}, "[Ja] [Nei]"),
    ({"type": "Image", "url": "https://example.no/a.png", "altText": "En graf"}, "(image: En graf)"),
]


@pytest.mark.parametrize(("element", "text"), READ)
async def test_a_card_is_read_as_people_read_it(
    teams: FakeTeams, bot: EchoBot, element: Json, text: str
) -> None:
    async def shows(bot: EchoBot, activity: Json) -> Any:
        await bot.reply_card(activity, a_card(element))

    bot.behaviour = shows
    chat = teams.personal(KARI)
    await chat.say("vis")
    assert chat.texts() == [text]


READ_IN_ITS_FORMAT = {
    "markdown": "1 < 2 fet kursiv # ikke",
    "xml": "1 < 2 fet *kursiv* # ikke",
    "plain": "1 &lt; 2 <b>fet</b> *kursiv* # ikke",
}


async def test_a_message_is_read_in_its_format(teams: FakeTeams, bot: EchoBot) -> None:
    async def says(bot: EchoBot, activity: Json) -> Any:
        for text_format in READ_IN_ITS_FORMAT:
            text = "1 &lt; 2 <b>fet</b> *kursiv* # ikke"
            await bot.reply(activity, {"type": "message", "text": text, "textFormat": text_format})

    bot.behaviour = says
    chat = teams.personal(KARI)
    await chat.say("vis")
    assert chat.texts() == list(READ_IN_ITS_FORMAT.values())
