"""botbuilder's Activity out of the JSON that came in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botbuilder.schema import (
    Activity,
    Attachment,
    ChannelAccount,
    ConversationAccount,
    Entity,
    MessageReaction,
)

from bot.body import Json


def to_sdk_activity(body: Json) -> Activity:
    """The activity in a body. What has a type that botbuilder does not expect is left out, never guessed at.

    Written by hand because msrest's reading takes ten times as long, raises on a strange date, and turns
    objects into text. Times stay text; deliveryMode is not read, since nothing here buffers replies.
    """
    return Activity(
        **{name: _text(body, key) for name, key in _TEXTS},
        value=body.get("value"),
        channel_data=body.get("channelData"),
        from_property=_account(body.get("from")),
        recipient=_account(body.get("recipient")),
        conversation=_conversation(body.get("conversation")),
        members_added=_each(body, "membersAdded", _account),
        members_removed=_each(body, "membersRemoved", _account),
        reactions_added=_each(body, "reactionsAdded", _reaction),
        reactions_removed=_each(body, "reactionsRemoved", _reaction),
        attachments=_each(body, "attachments", _attachment),
        entities=_each(body, "entities", _entity),
    )


_TEXTS = (
    ("type", "type"),
    ("id", "id"),
    ("timestamp", "timestamp"),
    ("local_timestamp", "localTimestamp"),
    ("local_timezone", "localTimezone"),
    ("service_url", "serviceUrl"),
    ("channel_id", "channelId"),
    ("text_format", "textFormat"),
    ("topic_name", "topicName"),
    ("locale", "locale"),
    ("text", "text"),
    ("summary", "summary"),
    ("action", "action"),
    ("reply_to_id", "replyToId"),
    ("name", "name"),
)


def _text(raw: Json, key: str) -> str | None:
    value = raw.get(key)
    return value if isinstance(value, str) else None


def _rest(raw: Json, *known: str) -> Json:
    return {key: value for key, value in raw.items() if key not in known}


def _each(body: Json, key: str, read: Callable[[Any], Any]) -> list[Any] | None:
    listed = body.get(key)
    if not isinstance(listed, list):
        return None
    return [one for one in map(read, listed) if one is not None]


def _account(raw: Any) -> ChannelAccount | None:
    if not isinstance(raw, dict):
        return None
    account = ChannelAccount(
        id=_text(raw, "id"),
        name=_text(raw, "name"),
        aad_object_id=_text(raw, "aadObjectId"),
        role=_text(raw, "role"),
    )
    account.additional_properties = _rest(raw, "id", "name", "aadObjectId", "role")
    return account


def _conversation(raw: Any) -> ConversationAccount | None:
    if not isinstance(raw, dict):
        return None
    is_group = raw.get("isGroup")
    conversation = ConversationAccount(
        id=_text(raw, "id"),
        name=_text(raw, "name"),
        conversation_type=_text(raw, "conversationType"),
        tenant_id=_text(raw, "tenantId"),
        is_group=is_group if isinstance(is_group, bool) else None,
    )
    conversation.additional_properties = _rest(raw, "id", "name", "conversationType", "tenantId", "isGroup")
    return conversation


def _reaction(raw: Any) -> MessageReaction | None:
    return MessageReaction(type=_text(raw, "type")) if isinstance(raw, dict) else None


def _attachment(raw: Any) -> Attachment | None:
    if not isinstance(raw, dict):
        return None
    return Attachment(
        content_type=_text(raw, "contentType"),
        content_url=_text(raw, "contentUrl"),
        content=raw.get("content"),
        name=_text(raw, "name"),
    )


def _entity(raw: Any) -> Entity | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("type"), str):
        return None
    entity = Entity(type=raw["type"])
    entity.additional_properties = _rest(raw, "type")
    return entity
