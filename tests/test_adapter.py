"""The adapter: what a turn sees of an activity, and what an invoke is answered with."""

from __future__ import annotations

from typing import Any

import pytest
from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext
from botbuilder.schema import Activity
from hypothesis import given
from hypothesis import strategies as st

from bot.adapter import (
    Adapter,
    InvokeReply,
    SendsGoThroughTheConnector,
    answer_invoke,
    body_of,
    identity_of,
)
from bot.door import Identity
from bot.sdk_activity import to_sdk_activity

IDENTITY = Identity(tenant_id="tenant-1", app_id="app-1", claims={"aud": "app-1"}, local=False)

MESSAGE: dict[str, Any] = {
    "type": "message",
    "id": "1700000000001",
    "timestamp": "2026-11-23T10:00:00.000Z",
    "localTimestamp": "2026-11-23T11:00:00.000+01:00",
    "localTimezone": "Europe/Oslo",
    "serviceUrl": "https://smba.trafficmanager.net/emea/",
    "channelId": "msteams",
    "from": {"id": "29:1", "name": "Kari Eksempel", "aadObjectId": "person-1", "userRole": "user"},
    "conversation": {"conversationType": "personal", "tenantId": "tenant-1", "id": "a:1", "isGroup": False},
    "recipient": {"id": "28:bot", "name": "Tilskuddshjelpen"},
    "entities": [
        {"type": "clientInfo", "locale": "nb-NO", "platform": "Web"},
        {"type": "mention", "mentioned": {"id": "28:bot", "name": "Bot"}, "text": "<at>Bot</at>"},
    ],
    "channelData": {"tenant": {"id": "tenant-1"}, "new": {"field": [1, 2]}},
    "attachments": [{"contentType": "text/html", "content": "<p>hei</p>"}],
    "locale": "nb-NO",
    "text": "hei",
    "textFormat": "plain",
    "value": {"a": {"b": [1, 2.5, None, True]}},
    "somethingNew": {"x": 1},
}
MEMBERS: dict[str, Any] = {
    "type": "conversationUpdate",
    "id": "f:1",
    "serviceUrl": "http://localhost:56150/_connector",
    "channelId": "msteams",
    "conversation": {"conversationType": "channel", "id": "19:1@thread.tacv2", "isGroup": True},
    "membersAdded": [{"id": "29:1"}, {"id": "28:bot"}],
    "membersRemoved": [],
    "channelData": {"eventType": "teamMemberAdded"},
}
REACTION: dict[str, Any] = {
    "type": "messageReaction",
    "channelId": "msteams",
    "conversation": {"id": "a:1"},
    "reactionsAdded": [{"type": "like"}],
    "replyToId": "1700000000001",
}

ADDED_BY_HAND = {"timestamp", "local_timestamp", "additional_properties"}


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(one) for one in value]
    if hasattr(value, "additional_properties"):
        return {name: plain(one) for name, one in vars(value).items()}
    return value


@pytest.mark.parametrize("body", [MESSAGE, MEMBERS, REACTION])
def test_an_activity_is_read_as_botbuilder_reads_it(body: dict[str, Any]) -> None:
    ours, theirs = plain(to_sdk_activity(body)), plain(Activity.deserialize(body))
    for name in ADDED_BY_HAND:
        ours.pop(name), theirs.pop(name)
    for attachment in (ours["attachments"] or []) + (theirs["attachments"] or []):
        attachment.pop("additional_properties")
    for reaction in (ours["reactions_added"] or []) + (theirs["reactions_added"] or []):
        reaction.pop("additional_properties")
    # botbuilder looks for "tenantID" and leaves Teams' "tenantId" among the unknown.
    theirs["conversation"]["tenant_id"] = theirs["conversation"]["additional_properties"].pop(
        "tenantId", None
    )
    assert ours == theirs


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*MESSAGE, *MEMBERS, *REACTION]), json_values))
def test_no_shape_of_a_body_can_raise(body: dict[str, Any]) -> None:
    activity = to_sdk_activity(body)
    assert activity.text is None or isinstance(activity.text, str)
    assert activity.delivery_mode is None


async def test_a_message_runs_its_logic_and_has_no_answer() -> None:
    seen: list[tuple[str, str, Any]] = []

    async def logic(context: TurnContext) -> None:
        seen.append((context.activity.text, identity_of(context).tenant_id, body_of(context)["somethingNew"]))

    assert await Adapter().run(MESSAGE, IDENTITY, logic) is None
    assert seen == [("hei", "tenant-1", {"x": 1})]


async def test_an_invoke_is_answered_with_the_plain_dict_it_was_given() -> None:
    card = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": {"body": ["æ"]}}

    async def logic(context: TurnContext) -> None:
        answer_invoke(context, InvokeReply(200, card))

    reply = await Adapter().run({**MESSAGE, "type": "invoke"}, IDENTITY, logic)
    assert reply == InvokeReply(200, card)
    assert reply is not None
    assert reply.body is card


async def test_an_invoke_that_nobody_answers_is_not_implemented() -> None:
    async def logic(context: TurnContext) -> None:
        return None

    assert await Adapter().run({**MESSAGE, "type": "invoke"}, IDENTITY, logic) == InvokeReply(501, None)


async def test_botbuilders_own_handler_classes_work() -> None:
    heard: list[str] = []

    class Handler(ActivityHandler):  # type: ignore[misc]  # botbuilder has no types
        async def on_message_activity(self, turn_context: TurnContext) -> None:
            heard.append(turn_context.activity.text)

        async def on_members_added_activity(self, members_added: Any, turn_context: TurnContext) -> None:
            heard.extend(member.id for member in members_added)

        async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
            return InvokeResponse(status=200, body={"verb": turn_context.activity.value["action"]["verb"]})

    adapter = Adapter()
    handler = Handler()
    invoke = {**MESSAGE, "type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"verb": "go"}}}
    assert await adapter.run(MESSAGE, IDENTITY, handler.on_turn) is None
    assert await adapter.run({**MEMBERS, "recipient": {"id": "28:bot"}}, IDENTITY, handler.on_turn) is None
    assert await adapter.run(invoke, IDENTITY, handler.on_turn) == InvokeReply(200, {"verb": "go"})
    assert heard == ["hei", "29:1", "28:bot"]


async def test_what_the_logic_raises_comes_through() -> None:
    async def logic(context: TurnContext) -> None:
        raise LookupError("a bug")

    with pytest.raises(LookupError):
        await Adapter().run(MESSAGE, IDENTITY, logic)


async def test_a_message_cannot_leave_beside_the_outbox() -> None:
    async def logic(context: TurnContext) -> None:
        await context.send_activity("hei")

    with pytest.raises(SendsGoThroughTheConnector):
        await Adapter().run(MESSAGE, IDENTITY, logic)
    with pytest.raises(SendsGoThroughTheConnector):
        await Adapter().run({**MESSAGE, "deliveryMode": "expectReplies"}, IDENTITY, logic)
