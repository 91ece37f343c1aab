"""What is there in the pretended Teams: accounts, chats, teams, channels, and the messages in them."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Final, Literal

Json = dict[str, Any]
Kind = Literal["personal", "groupChat", "channel"]

ADAPTIVE_CARD: Final = "application/vnd.microsoft.card.adaptive"
THREAD_MARK: Final = ";messageid="


@dataclass(frozen=True, slots=True)
class User:
    """One account in one tenant; a guest carries the host's tenant id and an object id of its own there."""

    tenant_id: str
    aad_object_id: str
    name: str
    guest: bool = False
    user_principal_name: str | None = None
    locale: str = "nb-NO"

    @property
    def id(self) -> str:
        digest = hashlib.sha256(f"{self.tenant_id}/{self.aad_object_id}".encode()).digest()
        return "29:1" + base64.urlsafe_b64encode(digest * 2).decode().rstrip("=")

    @property
    def account(self) -> Json:
        return {"id": self.id, "name": self.name, "aadObjectId": self.aad_object_id}

    @property
    def roster_entry(self) -> Json:
        address = self.user_principal_name or f"{self.aad_object_id}@example.no"
        given, _, family = self.name.rpartition(" ")
        return {
            **self.account,
            "objectId": self.aad_object_id,
            "givenName": given,
            "surname": family,
            "email": address,
            "userPrincipalName": address,
            "tenantId": self.tenant_id,
            "userRole": "guest" if self.guest else "user",
        }


@dataclass(frozen=True, slots=True)
class BotAccount:
    app_id: str = "00000000-0000-4000-8000-00000000b070"
    name: str = "Tilskuddshjelpen"

    @property
    def id(self) -> str:
        return f"28:{self.app_id}"

    @property
    def account(self) -> Json:
        return {"id": self.id, "name": self.name}


@dataclass(slots=True, eq=False)
class Message:
    """One message as the service keeps it; `activity` is replaced at an update, never changed in place."""

    id: str
    conversation_id: str
    author: User | None
    activity: Json
    changed: int
    deleted: bool = False
    versions: list[Json] = field(default_factory=list)
    views: dict[tuple[str, int], Json] = field(default_factory=dict)
    """The card shown to one user alone instead of the attachment with that number."""

    @property
    def by_bot(self) -> bool:
        return self.author is None

    def cards_for(self, user: User) -> dict[int, Json]:
        """The adaptive cards this user sees, by their number among the attachments."""
        attachments = enumerate(self.activity.get("attachments") or [])
        return {
            number: self.views.get((user.id, number), attachment["content"])
            for number, attachment in attachments
            if attachment.get("contentType") == ADAPTIVE_CARD
        }


@dataclass(slots=True, eq=False)
class TeamRecord:
    """A team; its id is the id of its General channel, as in Teams."""

    id: str
    group_id: str
    name: str
    tenant_id: str
    members: list[User]
    channels: list[Conversation] = field(default_factory=list)
    has_bot: bool = True


@dataclass(slots=True, eq=False)
class Conversation:
    """A personal chat, a group chat, or a channel with all its threads."""

    id: str
    kind: Kind
    tenant_id: str
    members: list[User]
    team: TeamRecord | None = None
    name: str | None = None
    has_bot: bool = False
    blocks_bot: bool = False
    deleted: bool = False
    messages: list[Message] = field(default_factory=list)

    def message(self, identifier: str) -> Message | None:
        return next((one for one in reversed(self.messages) if one.id == identifier), None)


class World:
    """Everything there is, and who waits for it to change."""

    def __init__(self, bot: BotAccount) -> None:
        self.bot = bot
        self.conversations: dict[str, Conversation] = {}
        self.teams: dict[str, TeamRecord] = {}
        self.changes = 0
        self._users: dict[str, User] = {}
        self._personal: dict[User, Conversation] = {}
        self._next_change = asyncio.Event()
        self._last_message_id = 0

    def new_message_id(self) -> str:
        """As Teams makes them: the time in milliseconds; never the same twice."""
        self._last_message_id = max(self._last_message_id + 1, time.time_ns() // 1_000_000)
        return str(self._last_message_id)

    def new_conversation_id(self, kind: Kind) -> str:
        unique = uuid.uuid4().hex
        match kind:
            case "personal":
                return f"a:1{unique}{unique[:24]}"
            case "groupChat":
                return f"19:{unique}@thread.v2"
            case "channel":
                return f"19:{unique}@thread.tacv2"

    def add_conversation(
        self,
        kind: Kind,
        tenant_id: str,
        members: list[User],
        team: TeamRecord | None = None,
        name: str | None = None,
    ) -> Conversation:
        self.add_users(members)
        identifier = team.id if team and not team.channels else self.new_conversation_id(kind)
        conversation = Conversation(identifier, kind, tenant_id, members, team, name)
        self.conversations[conversation.id] = conversation
        if team is not None:
            team.channels.append(conversation)
        return conversation

    def add_team(self, name: str, channels: list[str], members: list[User], tenant_id: str) -> TeamRecord:
        team = TeamRecord(self.new_conversation_id("channel"), str(uuid.uuid4()), name, tenant_id, members)
        self.teams[team.id] = team
        for channel in ["General", *channels]:
            self.add_conversation("channel", tenant_id, members, team, channel)
        return team

    def personal(self, user: User) -> Conversation:
        """The one personal chat between this user and the bot, made when first asked for."""
        if user not in self._personal:
            self._personal[user] = self.add_conversation("personal", user.tenant_id, [user])
        return self._personal[user]

    def find(self, conversation_id: str) -> Conversation | None:
        """By the id of a chat, a channel, or a thread in a channel."""
        return self.conversations.get(conversation_id.partition(THREAD_MARK)[0])

    def user(self, identifier: str) -> User | None:
        """By the id Teams gives the bot (29:…) or by the object id."""
        return self._users.get(identifier)

    def add_users(self, users: list[User]) -> None:
        for user in users:
            self._users[user.id] = self._users[user.aad_object_id] = user

    def knows_bot(self, user: User) -> bool:
        """Whether the bot may open a personal chat with the user: installed there, or in a team of theirs."""
        in_team = any(team.has_bot and user in team.members for team in self.teams.values())
        return in_team or (user in self._personal and self._personal[user].has_bot)

    def add_message(
        self, conversation: Conversation, thread_id: str, author: User | None, activity: Json, identifier: str
    ) -> Message:
        message = Message(identifier, thread_id, author, activity, changed=self.touch())
        conversation.messages.append(message)
        return message

    def replace(self, message: Message, activity: Json) -> None:
        """An update: everybody sees the new content, whatever card they were shown alone before."""
        message.versions.append(message.activity)
        message.activity = activity
        message.views.clear()
        message.changed = self.touch()

    def delete(self, message: Message) -> None:
        message.deleted = True
        message.changed = self.touch()

    def show_alone(self, message: Message, user: User, number: int, card: Json) -> None:
        message.views[(user.id, number)] = card
        message.changed = self.touch()

    def touch(self) -> int:
        """Counts one change and wakes all who wait."""
        self.changes += 1
        self._next_change.set()
        self._next_change = asyncio.Event()
        return self.changes

    async def next_change(self) -> None:
        await self._next_change.wait()
