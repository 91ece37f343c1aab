"""The activities Teams posts to a bot, with the fields, oddities and unknown extras they have there."""

from __future__ import annotations

import html
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from tests.fake_teams_world import BotAccount, Conversation, Json, User

OSLO = ZoneInfo("Europe/Oslo")
Trigger = Literal["manual", "automatic"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands when they do something: the conversation and, in a channel, the thread."""

    bot: BotAccount
    user: User
    conversation: Conversation
    thread_id: str
    service_url: str


def envelope(kind: str, identifier: str, place: Place, now: datetime) -> Json:
    """What all activities have in common."""
    utc = now.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    return {
        "type": kind,
        "id": identifier,
        "timestamp": utc,
        "localTimestamp": now.astimezone(OSLO).isoformat(timespec="milliseconds"),
        "localTimezone": "Europe/Oslo",
        "rawTimestamp": utc,
        "channelId": "msteams",
        "serviceUrl": place.service_url,
        "from": place.user.account,
        "recipient": place.bot.account,
        "conversation": conversation_account(place),
        "channelData": channel_data(place),
        "locale": place.user.locale,
        "entities": [client_info(place.user)],
        "callerId": "urn:botframework:azure",
    }


def conversation_account(place: Place) -> Json:
    conversation = place.conversation
    account: Json = {
        "conversationType": conversation.kind,
        "tenantId": conversation.tenant_id,
        "id": place.thread_id,
    }
    if conversation.kind != "personal":
        account |= {"isGroup": True, "name": conversation.name}
    return account


def channel_data(place: Place, event_type: str | None = None) -> Json:
    data: Json = {"tenant": {"id": place.conversation.tenant_id}, "source": {"name": "message"}}
    if event_type is not None:
        data["eventType"] = event_type
    team = place.conversation.team
    if team is not None:
        data |= {
            "teamsChannelId": place.conversation.id,
            "teamsTeamId": team.id,
            "channel": {"id": place.conversation.id, "name": place.conversation.name},
            "team": {"id": team.id, "name": team.name, "aadGroupId": team.group_id},
        }
    return data


def client_info(user: User) -> Json:
    return {
        "type": "clientInfo",
        "locale": user.locale,
        "country": "NO",
        "platform": "Windows",
        "timezone": "Europe/Oslo",
        "unknownToYou": {"nested": [1, None]},
    }


def message(common: Json, place: Place, text: str, text_format: str, *, mention_bot: bool) -> Json:
    """Typed text: beside it Teams always sends the same words as HTML; an @mention stands in the text."""
    paragraph = f"<p>{html.escape(text, quote=False)}</p>"
    entities = common["entities"]
    if mention_bot:
        mention = f"<at>{place.bot.name}</at>"
        item = "http://schema.skype.com/Mention"
        paragraph = (
            f'<p><span itemscope itemtype="{item}" itemid="0">{place.bot.name}</span>&nbsp;{paragraph[3:]}'
        )
        entities = [
            *entities,
            {"type": "mention", "mentioned": place.bot.account, "text": mention},
        ]
        text = f"{mention} {text}\n"
    return {
        **common,
        "text": text,
        "textFormat": text_format,
        "entities": entities,
        "attachments": [{"contentType": "text/html", "content": paragraph}],
    }


def without_text(common: Json, attachments: list[Json], body_html: str = "<p></p>") -> Json:
    """A file, picture, GIF or recording alone: Teams leaves the text out and describes it in HTML."""
    page = {"contentType": "text/html", "content": body_html}
    return {**common, "textFormat": "plain", "attachments": [*attachments, page]}


def edited(original: Json, text: str, now: datetime) -> Json:
    common = {key: value for key, value in original.items() if key not in ("attachments", "text")}
    return {
        **common,
        "type": "messageUpdate",
        "timestamp": now.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z",
        "channelData": {**original["channelData"], "eventType": "editMessage"},
        "text": text,
        "textFormat": "plain",
        "attachments": [{"contentType": "text/html", "content": f"<p>{html.escape(text, quote=False)}</p>"}],
    }


def deleted(original: Json) -> Json:
    common = {
        key: value for key, value in original.items() if key not in ("attachments", "text", "textFormat")
    }
    return {
        **common,
        "type": "messageDelete",
        "channelData": {**original["channelData"], "eventType": "softDeleteMessage"},
    }


def invoke(common: Json, name: str, value: Json, reply_to: str | None) -> Json:
    activity = {
        **common,
        "name": name,
        "value": value,
        "channelData": {**common["channelData"], "legacy": {}},
    }
    if reply_to is not None:
        activity["replyToId"] = reply_to
    return activity


def action_value(action: Json, data: Any, trigger: Trigger) -> Json:
    """The value of an adaptiveCard/action invoke; what the card's author left out is left out here."""
    sent = {"type": "Action.Execute", "data": data}
    sent |= {key: action[key] for key in ("id", "title", "verb") if key in action}
    return {"action": sent, "trigger": trigger}


def new_invoke_id() -> str:
    return f"f:{uuid.uuid4()}"
