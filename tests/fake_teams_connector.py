"""The service's side of the pretended Teams: the connector's REST interface over the world."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from tests.fake_teams_judge import Judge, NotStrictJson, strict_json
from tests.fake_teams_switchboard import Call, Done, Refused, Switchboard
from tests.fake_teams_world import THREAD_MARK, Conversation, Json, Message, TeamRecord, World

MESSAGE_LIMIT_UTF16_BYTES: Final = 100 * 1024
ROSTER_PAGE_SIZES: Final = (50, 500)
PAGE_TOKEN: Final = "a+b&c=/{}/=="  # opaque, and nothing that may stand in an address as it is


class Connector:
    """Plays the REST interface; what is asked for is done, how it is answered is the switchboard's."""

    def __init__(self, world: World, judge: Judge, switchboard: Switchboard) -> None:
        self._world = world
        self._judge = judge
        self._switchboard = switchboard
        self.roster_page_size: int | None = None
        """Overrides what the bot asks for, so that a small roster has several pages."""

    def routes(self) -> list[web.RouteDef]:
        root = "/{region}/v3"
        chat = root + "/conversations/{conversation}"
        take = self._switchboard.handler
        return [
            web.post(root + "/conversations", take("create", self._create, self._read_create)),
            web.post(chat + "/activities", take("send", self._send, self._read_activity)),
            web.post(chat + "/activities/{activity}", take("send", self._send, self._read_activity)),
            web.put(chat + "/activities/{activity}", take("update", self._update, self._read_activity)),
            web.delete(chat + "/activities/{activity}", take("delete", self._delete)),
            web.get(chat + "/members", take("members", self._members)),
            web.get(chat + "/pagedmembers", take("members", self._paged_members)),
            web.get(chat + "/members/{member}", take("members", self._member)),
            web.get(root + "/teams/{team}", take("team", self._team)),
            web.get(root + "/teams/{team}/conversations", take("team", self._channels)),
        ]

    # What the bot sends

    def _read_activity(self, call: Call, raw: bytes) -> None:
        call.body = self._read_object(call, raw)
        self._judge.look_at_activity(call.body, len(raw.decode()), call.conversation_id)
        self._measure(raw)

    def _read_create(self, call: Call, raw: bytes) -> None:
        call.body = self._read_object(call, raw)
        call.conversation_id = self._created_in(call.body)
        if isinstance(call.body.get("activity"), dict):
            self._judge.look_at_activity(call.body["activity"], len(raw.decode()), None)
        self._measure(raw)

    def _read_object(self, call: Call, raw: bytes) -> Json:
        if call.content_type != "application/json":
            raise Refused(415, "UnsupportedMediaType", f"content type {call.content_type!r}")
        try:
            body = strict_json(raw)
        except NotStrictJson as error:
            raise Refused(400, "BadSyntax", f"not strict JSON: {error}") from error
        if not isinstance(body, dict):
            raise Refused(400, "BadSyntax", "the body is not an object")
        return body

    def _measure(self, raw: bytes) -> None:
        if len(raw.decode().encode("utf-16-le")) > MESSAGE_LIMIT_UTF16_BYTES:
            raise Refused(413, "MessageSizeTooBig", "Message size too large.")

    def _created_in(self, body: Json) -> str | None:
        channel = _asked_channel(body)
        if channel is not None:
            return channel
        members: list[Any] = body.get("members") or []
        user = self._world.user(str(members[0].get("id"))) if members else None
        return self._world.personal(user).id if user else None

    # What the service does

    def _send(self, call: Call, request: web.Request) -> Done:
        conversation = self._writable(call.conversation_id or "")
        thread_id = call.conversation_id or ""
        identifier = self._world.new_message_id()
        if call.body.get("type") == "typing":
            return Done(202, {"id": identifier})
        if conversation.kind == "channel" and THREAD_MARK not in thread_id:
            thread_id += THREAD_MARK + identifier
        message = self._deliver(conversation, thread_id, call.body, identifier)
        return Done(201, {"id": message.id}, message)

    def _deliver(
        self, conversation: Conversation, thread_id: str, activity: Json, identifier: str
    ) -> Message:
        if not activity.get("text") and not activity.get("attachments"):
            raise Refused(400, "BadSyntax", "a message without text and attachments")
        return self._world.add_message(conversation, thread_id, None, activity, identifier)

    def _update(self, call: Call, request: web.Request) -> Done:
        message = self._own_message(call, request)
        self._world.replace(message, call.body)
        return Done(200, {"id": message.id}, message)

    def _delete(self, call: Call, request: web.Request) -> Done:
        message = self._own_message(call, request)
        self._world.delete(message)
        return Done(200, {}, message)

    def _own_message(self, call: Call, request: web.Request) -> Message:
        message = self._writable(call.conversation_id or "").message(request.match_info["activity"])
        if message is None or message.deleted:
            raise Refused(404, "ActivityNotFoundInConversation", "The activity was not found.")
        if not message.by_bot:
            raise Refused(403, "Forbidden", "A bot may change its own messages only.")
        return message

    def _create(self, call: Call, request: web.Request) -> Done:
        body: Json = call.body
        activity = body.get("activity")
        if _asked_channel(body) is not None:
            if activity is None:
                raise Refused(400, "BadArgument", "A new thread needs its first activity.")
            conversation = self._writable(call.conversation_id or "")
            identifier = self._world.new_message_id()
            thread_id = conversation.id + THREAD_MARK + identifier
            message = self._deliver(conversation, thread_id, activity, identifier)
            return Done(201, {"id": thread_id, "activityId": message.id}, message)
        tenant = body.get("tenantId") or ((body.get("channelData") or {}).get("tenant") or {}).get("id")
        members = body.get("members") or []
        if len(members) != 1 or body.get("isGroup") or not tenant:
            raise Refused(400, "BadArgument", "A personal chat has one member, a tenant and isGroup false.")
        user = self._world.user(str(members[0].get("id")))
        if user is None or user.tenant_id != tenant or not self._world.knows_bot(user):
            raise Refused(
                403, "BotNotInConversationRoster", "The bot is not part of the conversation roster."
            )
        conversation = self._world.personal(user)
        if activity is None:
            return Done(201, {"id": conversation.id})
        self._writable(conversation.id)
        message = self._deliver(conversation, conversation.id, activity, self._world.new_message_id())
        return Done(201, {"id": conversation.id, "activityId": message.id}, message)

    def _readable(self, conversation_id: str) -> Conversation:
        conversation = self._world.find(conversation_id)
        if conversation is None or conversation.deleted:
            raise Refused(404, "ConversationNotFound", "Conversation not found.")
        has_bot = conversation.team.has_bot if conversation.team else conversation.has_bot
        known = conversation.kind == "personal" and self._world.knows_bot(conversation.members[0])
        if not has_bot and not known:
            raise Refused(
                403, "BotNotInConversationRoster", "The bot is not part of the conversation roster."
            )
        return conversation

    def _writable(self, conversation_id: str) -> Conversation:
        conversation = self._readable(conversation_id)
        if conversation.blocks_bot:
            raise Refused(403, "MessageWritesBlocked", "Message writes are blocked.")
        return conversation

    def _roster(self, call: Call) -> list[Json]:
        return [user.roster_entry for user in self._readable(call.conversation_id or "").members]

    def _members(self, call: Call, request: web.Request) -> Done:
        return Done(200, self._roster(call))

    def _paged_members(self, call: Call, request: web.Request) -> Done:
        roster = self._roster(call)
        smallest, largest = ROSTER_PAGE_SIZES
        asked = int(request.query.get("pageSize", largest))
        size = self.roster_page_size or max(smallest, min(asked, largest))
        start = int(request.query.get("continuationToken", PAGE_TOKEN.format(0)).split("/")[1])
        page: Json = {"members": roster[start : start + size]}
        if start + size < len(roster):
            page["continuationToken"] = PAGE_TOKEN.format(start + size)
        return Done(200, page)

    def _member(self, call: Call, request: web.Request) -> Done:
        identifier = request.match_info["member"]
        for entry in self._roster(call):
            if identifier in (entry["id"], entry["aadObjectId"]):
                return Done(200, entry)
        raise Refused(404, "MemberNotFoundInConversation", "Member not found in conversation.")

    def _asked_team(self, request: web.Request) -> TeamRecord:
        team = self._world.teams.get(request.match_info["team"])
        if team is None or not team.has_bot:
            raise Refused(404, "NotFound", "Team not found.")
        return team

    def _team(self, call: Call, request: web.Request) -> Done:
        team = self._asked_team(request)
        return Done(200, {"id": team.id, "name": team.name, "aadGroupId": team.group_id, "type": "standard"})

    def _channels(self, call: Call, request: web.Request) -> Done:
        channels = [one for one in self._asked_team(request).channels if not one.deleted]
        # Teams leaves out the name of the General channel.
        named = [
            {"id": one.id} if one.name == "General" else {"id": one.id, "name": one.name} for one in channels
        ]
        return Done(200, {"conversations": named})


def _asked_channel(body: Json) -> str | None:
    identifier = ((body.get("channelData") or {}).get("channel") or {}).get("id")
    return None if identifier is None else str(identifier)
