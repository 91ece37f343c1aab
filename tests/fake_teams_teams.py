"""Teams and group chats as a test handles them: who is there, which channels, what the bot is told."""

from __future__ import annotations

from typing import Any

from tests.fake_teams_activities import channel_data
from tests.fake_teams_chat import Chat
from tests.fake_teams_service import Service
from tests.fake_teams_world import Conversation, Json, TeamRecord, User


class Group:
    """A group chat; `chat` is one member's part of it."""

    def __init__(self, service: Service, conversation: Conversation) -> None:
        self._service = service
        self.conversation = conversation

    def chat(self, user: User) -> Chat:
        return Chat(self._service, user, self.conversation)


class Team:
    """A team; changes are told to the bot as Teams does, unless `tell_bot` is False."""

    def __init__(self, service: Service, record: TeamRecord) -> None:
        self._service = service
        self.record = record

    @property
    def id(self) -> str:
        return self.record.id

    def channel_id(self, name: str) -> str:
        return self._channel(name).id

    def channel(self, name: str, user: User) -> Chat:
        """One member's view of a channel and all its threads."""
        return Chat(self._service, user, self._channel(name))

    async def install_bot(self, by: User, channel: str = "General") -> None:
        self.record.has_bot = True
        await self._event(by, "installationUpdate", None, {"action": "add"}, self._selected(channel))
        added = {"membersAdded": [{"id": self._service.bot.id}]}
        await self._event(by, "conversationUpdate", "teamMemberAdded", added, self._selected(channel))

    async def remove_bot(self, by: User) -> None:
        self.record.has_bot = False
        await self._event(by, "installationUpdate", None, {"action": "remove"})
        removed = {"membersRemoved": [{"id": self._service.bot.id}]}
        await self._event(by, "conversationUpdate", "teamMemberRemoved", removed)

    async def add_member(self, user: User, *, tell_bot: bool = True) -> None:
        self.record.members.append(user)
        self._service.world.add_users([user])
        if tell_bot:
            added = {"membersAdded": [user.account]}
            await self._event(user, "conversationUpdate", "teamMemberAdded", added)

    async def remove_member(self, user: User, *, tell_bot: bool = True) -> None:
        self.record.members.remove(user)
        if tell_bot:
            removed = {"membersRemoved": [user.account]}
            await self._event(user, "conversationUpdate", "teamMemberRemoved", removed)

    async def create_channel(self, name: str, by: User) -> str:
        """Returns the new channel's id."""
        channel = self._service.world.add_conversation(
            "channel", self.record.tenant_id, self.record.members, self.record, name
        )
        await self._channel_event(by, "channelCreated", channel)
        return channel.id

    async def rename_channel(self, name: str, new_name: str, by: User) -> None:
        channel = self._channel(name)
        channel.name = new_name
        await self._channel_event(by, "channelRenamed", channel)

    async def delete_channel(self, name: str, by: User, *, tell_bot: bool = True) -> None:
        """Afterwards every call there is answered with ConversationNotFound."""
        channel = self._channel(name)
        channel.deleted = True
        if tell_bot:
            await self._channel_event(by, "channelDeleted", channel)

    def _channel(self, name: str) -> Conversation:
        return next(one for one in self.record.channels if one.name == name and not one.deleted)

    def _selected(self, channel: str) -> Json:
        return {"settings": {"selectedChannel": {"id": self._channel(channel).id}}}

    async def _channel_event(self, by: User, event_type: str, channel: Conversation) -> None:
        about = {"channel": {"id": channel.id, "name": channel.name}}
        await self._event(by, "conversationUpdate", event_type, {}, about)

    async def _event(
        self, by: User, kind: str, event_type: str | None, fields: Json, data: dict[str, Any] | None = None
    ) -> None:
        """Events about a team come from its General channel."""
        place = self._service.place(by, self.record.channels[0])
        about = {**channel_data(place, event_type), **(data or {})}
        await self._service.tell({**self._service.activity(kind, place), **fields, "channelData": about})
