"""One person in one conversation: everything they can write, send and do there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, overload

from tests.fake_teams_activities import (
    Place,
    channel_data,
    deleted,
    edited,
    message,
    without_text,
)
from tests.fake_teams_cards import ClientRefuses
from tests.fake_teams_hands import Hands, Outcome
from tests.fake_teams_service import BotAnswer
from tests.fake_teams_view import Seen
from tests.fake_teams_world import THREAD_MARK, Json, Message

GIF_HTML = (
    '<p><img alt="party" src="https://media.giphy.example/party.gif" itemscope="" '
    'itemtype="http://schema.skype.com/Giphy" style="width:498px; height:280px"></p>'
)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sent, and what the bot answered; None where Teams does not bring it to the bot."""

    activity: Json
    answer: BotAnswer | None
    message: Message

    @property
    def status(self) -> int | None:
        return self.answer.status if self.answer else None


class Chat(Hands):
    """Start with `say`; read with `wait_for`, `texts` and `transcript`; fill in cards with `press`."""

    async def say(
        self,
        text: str,
        *,
        text_format: str = "plain",
        mention_bot: bool = True,
        thread: Seen | Sent | None = None,
        html: str | None = None,
        expect_status: int | None = None,
    ) -> Sent:
        """Types a message; outside personal chats the bot hears it only when mentioned.

        In a channel a message without `thread` begins a thread of its own. `html` is what was pasted, sent
        beside the text.
        """
        mentioned = mention_bot and self.conversation.kind != "personal"
        common, place = self._new_message(thread)
        activity = message(common, place, text, text_format, mention_bot=mentioned)
        if html is not None:
            activity["attachments"] = [{"contentType": "text/html", "content": html}]
        return await self._send(activity, place, mentioned, expect_status)

    async def paste(self, html: str, text: str) -> Sent:
        """Formatted text from elsewhere: Teams sends what it makes of it as text, and the HTML beside it."""
        return await self.say(text, html=html)

    async def send_file(self, name: str, content: bytes, *, download_url: str | None = None) -> Sent:
        """A file of one's own; Teams hands files to bots in personal chats only."""
        if self.conversation.kind != "personal":
            raise ClientRefuses("files reach a bot in personal chats only")
        return await self._send_attachments([self._service.files.sent(name, content, download_url)])

    async def send_picture(self, content: bytes = b"\x89PNG", kind: str = "image/*") -> Sent:
        return await self._send_attachments(
            [self._service.files.pasted(content, kind, self._service.service_url)]
        )

    async def send_voice(self, content: bytes = b"\x00") -> Sent:
        return await self._send_attachments(
            [self._service.files.pasted(content, "audio/mp4", self._service.service_url)]
        )

    async def send_gif(self) -> Sent:
        """A GIF is nothing but a line of HTML."""
        return await self._send_attachments([], GIF_HTML)

    async def edit(self, sent: Sent, text: str) -> BotAnswer:
        self._act()
        activity = edited(sent.message.activity, text, self._service.now())
        self._world.replace(sent.message, activity)
        return await self._service.tell(activity)

    async def delete(self, sent: Sent) -> BotAnswer:
        self._act()
        self._world.delete(sent.message)
        return await self._service.tell(deleted(sent.message.activity))

    async def react(self, seen: Seen, reaction: str = "like", *, remove: bool = False) -> BotAnswer:
        self._act()
        place = self._service.place(self.user, self.conversation, seen.thread_id)
        change = "reactionsRemoved" if remove else "reactionsAdded"
        activity = {
            **self._service.activity("messageReaction", place),
            "replyToId": seen.id,
            change: [{"type": reaction}],
        }
        return await self._service.tell(activity)

    @overload
    async def redeliver(self, last: Sent, *, same_id: bool) -> Sent: ...

    @overload
    async def redeliver(self, last: Outcome, *, same_id: bool) -> Outcome: ...

    async def redeliver(self, last: Sent | Outcome, *, same_id: bool) -> Sent | Outcome:
        """Teams delivers again what it thinks unanswered: with its id, or later with a new one."""
        self._act()
        activity = last.activity
        if not same_id:
            activity = {**activity, "id": self._service.new_id(activity["type"])}
        if isinstance(last, Outcome):
            return await self._again(last, activity)
        return Sent(activity, await self._service.tell(activity), last.message)

    async def tap(self, suggestion: str) -> Sent:
        """Chooses a suggested reply of the bot's last message."""
        suggested = (self.last.activity.get("suggestedActions") or {}).get("actions") or []
        for action in suggested:
            if action.get("title") == suggestion:
                return await self.say(str(action["value"]))
        raise ClientRefuses(f"{suggestion!r} is not suggested, only {[one['title'] for one in suggested]}")

    async def install(self) -> None:
        """Adds the bot to a personal or group chat: two events, in the order Teams sends them."""
        self.conversation.has_bot = True
        await self._installation("add")
        await self._members_changed("membersAdded")

    async def open_again(self) -> None:
        """Some clients welcome at every opening: the events of an installation come again."""
        await self._members_changed("membersAdded")

    async def uninstall(self) -> None:
        self.conversation.has_bot = False
        await self._installation("remove")

    def block_bot(self) -> None:
        """From now the bot's messages here are refused with MessageWritesBlocked."""
        self.conversation.blocks_bot = True

    def unblock_bot(self) -> None:
        self.conversation.blocks_bot = False

    async def raw(self, expect_status: int | None = None, **fields: Any) -> BotAnswer:
        """Posts any activity from here: a message's common fields with these put over them."""
        self._act()
        place = self._service.place(self.user, self.conversation)
        return await self._service.tell({**self._service.activity("message", place), **fields}, expect_status)

    async def _installation(self, action: str) -> None:
        place = self._service.place(self.user, self.conversation)
        common = self._service.activity("installationUpdate", place)
        await self._service.tell({**common, "action": action})

    async def _members_changed(self, change: str) -> None:
        self._act()
        place = self._service.place(self.user, self.conversation)
        common = self._service.activity("conversationUpdate", place)
        members = [{"id": self._service.bot.id}]
        if self.conversation.kind == "personal":
            members.append({"id": self.user.id})
        await self._service.tell({**common, "channelData": channel_data(place), change: members})

    def _new_message(self, thread: Seen | Sent | None = None) -> tuple[Json, Place]:
        identifier = self._service.new_id("message")
        thread_id = self.conversation.id
        if thread is not None:
            thread_id = thread.thread_id if isinstance(thread, Seen) else thread.message.conversation_id
        elif self.conversation.kind == "channel":
            thread_id += THREAD_MARK + identifier
        place = self._service.place(self.user, self.conversation, thread_id)
        return self._service.activity("message", place, identifier), place

    async def _send_attachments(self, attachments: list[Json], body_html: str = "<p></p>") -> Sent:
        common, place = self._new_message()
        return await self._send(without_text(common, attachments, body_html), place, True, None)

    async def _send(self, activity: Json, place: Place, mentioned: bool, expect_status: int | None) -> Sent:
        self._act()
        kept = self._world.add_message(
            self.conversation, place.thread_id, self.user, activity, activity["id"]
        )
        if self.conversation.kind == "personal":
            self.conversation.has_bot = True
        elif not mentioned:
            return Sent(activity, None, kept)
        return Sent(activity, await self._service.tell(activity, expect_status), kept)
