"""The boundary to Teams: an activity as one thing that a person did, and a card as an activity."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from bot.body import Json
from dialogs.agreement.records import Proof
from dialogs.file_parts import FileRefusal, Place, Sheet
from dialogs.html_tables import with_tables
from storage.json_text import Once

Scope = Literal["personal", "group", "channel", "web"]
"""`web` is no chat: nothing can be said there afterwards."""
CARD = "application/vnd.microsoft.card.adaptive"
HTML = "text/html"
DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"

_NAMED: Final = frozenset("akcxptyi")
"""What the cards name things by in their data: application, card, command, argument, page, what is asked."""
_NAME: Final = re.compile(r"[A-Za-z0-9._@#/~:-]{0,160}", re.ASCII)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
UNFIT: Final = "?"
"""In place of a name that no card of ours has: it names nothing, and is fit to be looked for."""


@dataclass(frozen=True, slots=True)
class Who:
    """A person is tenant and object id; the name is only what Teams called them now."""

    tenant_id: str
    object_id: str
    name: str
    user_id: str
    """Their id in this conversation, for mentions and for opening a chat."""


@dataclass(frozen=True, slots=True)
class Where:
    scope: Scope
    service_url: str
    conversation_id: str
    tenant_id: str
    bot_id: str
    team_id: str = ""
    channel_id: str = ""


@dataclass(frozen=True, slots=True)
class Wrote:
    text: str
    is_markup: bool = False
    mentions_as: str | None = None
    """What the bot was called in the message, when it was mentioned."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button of a card, new or old, ours or forged: `data` are hints."""

    verb: str
    data: Mapping[str, Any]
    message_id: str = ""
    is_invoke: bool = True


@dataclass(frozen=True, slots=True)
class Attached:
    """Files of the person's own in a personal chat: where the first lies, and what was typed beside them."""

    url: str = field(repr=False)
    count: int = 1
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """The file once it has been fetched and read: what stands in it, or why it is not read."""

    sheets: tuple[Sheet, ...] = field(default=(), repr=False)
    places: tuple[Place, ...] = field(default=(), repr=False)
    refusal: FileRefusal | None = None
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Worded:
    """Words in a place of their own, where nothing they say can be meant as anything else."""

    text: str = field(repr=False)
    about: str
    """The field they are about, by its slot; "" where they say why the agreement is not confirmed."""


@dataclass(frozen=True, slots=True)
class Consented:
    """The answer to an offered file."""

    accepted: bool
    context: Mapping[str, Any]
    upload_url: str = ""
    content_url: str = ""
    unique_id: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """The chat was opened or the bot installed."""


@dataclass(frozen=True, slots=True)
class Other:
    what: Literal["edited", "deleted", "reaction", "gif", "voice", "file", "image", "empty"]


Deed = Wrote | Tapped | Worded | Attached | Opened | Consented | Arrived | Other


@dataclass(frozen=True, slots=True)
class Incoming:
    id: str
    who: Who
    where: Where
    deed: Deed
    is_invoke: bool = False
    locale: str = ""
    sent_at: datetime | None = None
    """By the clock of whoever sent it."""
    proof: Proof | None = None
    """Of a door that proves more than a message of Teams does."""


def to_incoming(body: Json) -> Incoming | None:
    """None for what is nobody's deed or not for us: typing, a bot's own event, a person without an object id."""
    deed = _deed(body)
    sender = body.get("from") if isinstance(body.get("from"), dict) else {}
    object_id = _text(sender, "aadObjectId") or _text(sender, "objectId")
    where = _where(body)
    if deed is None or where is None or not object_id:
        return None
    who = Who(where.tenant_id, object_id, _text(sender, "name"), _text(sender, "id"))
    deed_id = _text(body, "id") or f"unnamed.{secrets.token_hex(16)}"
    return Incoming(
        deed_id, who, where, deed, body.get("type") == "invoke", _text(body, "locale"), _sent_at(body)
    )


def _sent_at(body: Json) -> datetime | None:
    try:
        at = datetime.fromisoformat(_text(body, "timestamp"))
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


def _text(mapping: Any, key: str) -> str:
    value = mapping.get(key) if isinstance(mapping, dict) else None
    return value if isinstance(value, str) else ""


def _dict(mapping: Any, key: str) -> dict[str, Any]:
    value = mapping.get(key) if isinstance(mapping, dict) else None
    return value if isinstance(value, dict) else {}


def _where(body: Json) -> Where | None:
    conversation, channel_data = _dict(body, "conversation"), _dict(body, "channelData")
    kind = _text(conversation, "conversationType")
    scopes: dict[str, Scope] = {"personal": "personal", "groupChat": "group", "channel": "channel"}
    if kind not in scopes or not _text(conversation, "id"):
        return None
    return Where(
        scope=scopes[kind],
        service_url=_text(body, "serviceUrl"),
        conversation_id=_text(conversation, "id"),
        tenant_id=_text(_dict(channel_data, "tenant"), "id") or _text(conversation, "tenantId"),
        bot_id=_text(_dict(body, "recipient"), "id"),
        team_id=_text(_dict(channel_data, "team"), "id") or _text(channel_data, "teamsTeamId"),
        channel_id=_text(_dict(channel_data, "channel"), "id") or _text(channel_data, "teamsChannelId"),
    )


def _deed(body: Json) -> Deed | None:
    match body.get("type"):
        case "message":
            return _message(body)
        case "invoke":
            return _invoke(body)
        case "messageUpdate":
            return Other("edited")
        case "messageDelete":
            return Other("deleted")
        case "messageReaction":
            return Other("reaction") if body.get("reactionsAdded") else None
        case "installationUpdate":
            return Arrived() if _text(body, "action").startswith("add") else None
        case "conversationUpdate":
            bot = _text(_dict(body, "recipient"), "id")
            added = body.get("membersAdded")
            joined = isinstance(added, list) and any(_text(member, "id") == bot for member in added)
            return Arrived() if joined else None
        case _:
            return None


def _message(body: Json) -> Deed:
    value = body.get("value")
    if isinstance(value, dict):
        return Tapped(
            _text(value, "verb") or "answer", hints(value), _text(body, "replyToId"), is_invoke=False
        )
    text = _text(body, "text")
    files = _files(body)
    if files:
        return Attached(_encodable(files[0]), len(files), text)
    table = _pasted_table(body)
    if table is not None:
        return Wrote(table)
    if text.strip():
        return Wrote(text, _text(body, "textFormat") == "xml", _mention(body))
    attachments = body.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else []:
        kind = _text(attachment, "contentType")
        if kind == HTML:
            # Teams sends what stands in a message as HTML beside it: a GIF is nothing but a line of it.
            if "<img" in _text(attachment, "content"):
                return Other("gif" if "giphy" in _text(attachment, "content").lower() else "image")
        elif kind.startswith("image/gif"):
            return Other("gif")
        elif kind.startswith("image/"):
            return Other("image")
        elif kind.startswith(("audio/", "video/")):
            return Other("voice")
        else:
            return Other("file")
    return Other("empty")


def _pasted_table(body: Json) -> str | None:
    """In a personal chat, the message as its HTML has it, where that holds a table: of its text no row is left."""
    if _text(_dict(body, "conversation"), "conversationType") != "personal":
        return None
    attachments = body.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else []:
        if _text(attachment, "contentType") == HTML:
            return with_tables(_text(attachment, "content"))
    return None


def _files(body: Json) -> list[str]:
    """Where the files lie that a person sends in a personal chat; elsewhere Teams gives none to a bot."""
    if _text(_dict(body, "conversation"), "conversationType") != "personal":
        return []
    attachments = body.get("attachments")
    return [
        _text(_dict(attachment, "content"), "downloadUrl")
        for attachment in (attachments if isinstance(attachments, list) else [])
        if _text(attachment, "contentType") == DOWNLOAD
    ]


def _mention(body: Json) -> str | None:
    bot = _text(_dict(body, "recipient"), "id")
    entities = body.get("entities")
    for entity in entities if isinstance(entities, list) else []:
        mentioned = _dict(entity, "mentioned")
        if _text(entity, "type") == "mention" and _text(mentioned, "id") == bot:
            return _text(mentioned, "name")
    return None


def _invoke(body: Json) -> Deed | None:
    value = _dict(body, "value")
    match body.get("name"):
        case "adaptiveCard/action":
            action = _dict(value, "action")
            return Tapped(_text(action, "verb"), hints(_dict(action, "data")), _text(body, "replyToId"))
        case "fileConsent/invoke":
            info = _dict(value, "uploadInfo")
            return Consented(
                _text(value, "action") == "accept",
                hints(_dict(value, "context")),
                _encodable(_text(info, "uploadUrl")),
                _encodable(_text(info, "contentUrl")),
                _encodable(_text(info, "uniqueId")),
            )
        case _:
            return None


def hints(data: Json) -> Json:
    """Anyone can send any data. What people filled in is judged later, by the one place for texts."""
    return {name: _hint(value) if name in _NAMED else value for name, value in data.items()}


def _hint(value: Any) -> str:
    return value if isinstance(value, str) and _NAME.fullmatch(value) else UNFIT


def _encodable(text: str) -> str:
    """Empty where no store could hold it."""
    return "" if _SURROGATE.search(text) else text


def to_message(card: Json, *, notice: str = "") -> Json:
    """A card as a message. `notice` is what a phone shows before the chat is opened: our words only."""
    summary = {"summary": notice} if notice else {}
    return Once(type="message", attachments=[{"contentType": CARD, "content": card}], **summary)


def card_reply(card: Json) -> Json:
    """The body of an invoke's answer that replaces the card."""
    return {"statusCode": 200, "type": CARD, "value": card}


def text_reply(text: str) -> Json:
    """The body of an invoke's answer that leaves the card, with our own words under it."""
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}
