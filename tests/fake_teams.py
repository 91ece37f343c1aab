"""A pretended Microsoft Teams over real HTTP: tenants, people, chats and channels around one bot.

    async with FakeTeams("http://127.0.0.1:3978/api/messages", validator=validator) as teams:
        kari = User("tenant-a", "object-1", "Kari Nordmann")
        chat = teams.personal(kari)
        await chat.say("start")
        await chat.wait_for("Hva heter tiltaket?")
        await chat.press("Lagre", {"title": "Felles akutteam"})

What the bot sends is judged as it comes; a violation is raised by the next thing a person does or waits for,
and by `close`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from typing import Final

from tests.card_validation import CardValidator
from tests.fake_teams_cards import ClientRefuses
from tests.fake_teams_chat import Chat, Sent
from tests.fake_teams_faults import (
    CONVERSATION_NOT_FOUND,
    UNAUTHORIZED,
    WRITES,
    WRITES_BLOCKED,
    Fault,
    Hang,
    Operation,
    Pace,
    Planned,
    Refuse,
    Reset,
    Slow,
    WithoutId,
    throttled,
)
from tests.fake_teams_files import Upload
from tests.fake_teams_hands import Outcome
from tests.fake_teams_judge import TeamsViolation
from tests.fake_teams_service import BotAnswer, BotDidNotAnswer, Service, TokenFor, no_token, utc_now
from tests.fake_teams_switchboard import Call
from tests.fake_teams_teams import Group, Team
from tests.fake_teams_view import Seen
from tests.fake_teams_world import BotAccount, Json, Message, User

__all__ = [
    "CONVERSATION_NOT_FOUND",
    "UNAUTHORIZED",
    "WRITES",
    "WRITES_BLOCKED",
    "BotAccount",
    "BotAnswer",
    "BotDidNotAnswer",
    "Call",
    "Chat",
    "ClientRefuses",
    "FakeTeams",
    "Fault",
    "Group",
    "Hang",
    "Outcome",
    "Pace",
    "Refuse",
    "Reset",
    "Seen",
    "Sent",
    "Slow",
    "Team",
    "TeamsViolation",
    "Upload",
    "User",
    "WithoutId",
    "throttled",
]

NOWHERE: Final = "http://127.0.0.1:9/api/messages"


class FakeTeams:
    """`bot_url` may be set later. A `validator` of None leaves cards unjudged (for load only)."""

    def __init__(
        self,
        bot_url: str = NOWHERE,
        *,
        validator: CardValidator | None,
        bot: BotAccount | None = None,
        token_for: TokenFor = no_token,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self.service = Service(
            bot_url, validator=validator, bot=bot or BotAccount(), token_for=token_for, now=now
        )
        self._chats: dict[tuple[str, str], Chat] = {}

    async def start(self, port: int = 0) -> None:
        await self.service.start(port)

    async def close(self) -> None:
        """Lets go what hangs, stops, and raises what the bot did wrong."""
        await self.service.stop()
        self.check()

    async def __aenter__(self) -> FakeTeams:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.service.stop()
        if error is None:
            self.check()

    # Who and where

    @property
    def bot_url(self) -> str:
        return self.service.bot_url

    @bot_url.setter
    def bot_url(self, url: str) -> None:
        self.service.bot_url = url

    @property
    def service_url(self) -> str:
        """What activities carry; another `region` makes another address that works as well."""
        return self.service.service_url

    @property
    def region(self) -> str:
        return self.service.region

    @region.setter
    def region(self, region: str) -> None:
        self.service.region = region

    def personal(self, user: User) -> Chat:
        """The user's own chat with the bot, the same every time."""
        conversation = self.service.world.personal(user)
        key = (user.id, conversation.id)
        if key not in self._chats:
            self._chats[key] = Chat(self.service, user, conversation)
        return self._chats[key]

    def second_client(self, user: User) -> Chat:
        """The same person's personal chat on another machine."""
        return Chat(self.service, user, self.service.world.personal(user))

    def group(self, users: Sequence[User], name: str | None = None) -> Group:
        conversation = self.service.world.add_conversation(
            "groupChat", users[0].tenant_id, list(users), None, name
        )
        conversation.has_bot = True
        return Group(self.service, conversation)

    def team(
        self, name: str, channels: Sequence[str], members: Sequence[User], tenant_id: str | None = None
    ) -> Team:
        """A team with the bot in it, of the first member's tenant unless said otherwise."""
        record = self.service.world.add_team(
            name, list(channels), list(members), tenant_id or members[0].tenant_id
        )
        return Team(self.service, record)

    # What goes wrong

    def fault(
        self,
        fault: Fault,
        *,
        times: int | None = 1,
        chat: Chat | None = None,
        conversation_id: str | None = None,
        operations: frozenset[Operation] = WRITES,
    ) -> Planned:
        """For the next so many calls (None: all), of one conversation or of any."""
        where = chat.conversation.id if chat else conversation_id
        return self.service.faults.plan(fault, times=times, conversation_id=where, operations=operations)

    def during(
        self,
        fault: Fault,
        *,
        chat: Chat | None = None,
        conversation_id: str | None = None,
        operations: frozenset[Operation] = WRITES,
    ) -> AbstractContextManager[Planned]:
        """For all calls while the block lasts."""
        where = chat.conversation.id if chat else conversation_id
        return self.service.faults.during(fault, conversation_id=where, operations=operations)

    def enforce_pace(self, pace: Pace | None = None) -> Pace:
        """From now Teams' limits hold (or others); what is too fast gets 429."""
        self.service.switchboard.pace = pace or Pace()
        return self.service.switchboard.pace

    def resend_unanswered(self, patience_seconds: float = 15.0) -> None:
        """From now an activity not answered in time comes again with its id, then with a new one."""
        self.service.patience_seconds = patience_seconds
        self.service.resends = True

    def small_roster_pages(self, size: int) -> None:
        self.service.connector.roster_page_size = size

    # What happened

    @property
    def calls(self) -> list[Call]:
        """Everything the bot asked Teams for, in order."""
        return self.service.switchboard.calls

    async def wait_for_calls(
        self, count: int, operation: Operation = "send", *, within_seconds: float = 10.0
    ) -> list[Call]:
        """All calls of the kind so far, once there are so many; they need not have been answered yet."""
        try:
            async with asyncio.timeout(within_seconds):
                while len(found := [call for call in self.calls if call.operation == operation]) < count:
                    self.check()
                    await self.service.world.next_change()
        except TimeoutError:
            raise AssertionError(f"waited in vain for {count} calls {operation!r}: {self.calls}") from None
        return found

    @property
    def uploads(self) -> list[Upload]:
        return list(self.service.files.uploads.values())

    @property
    def delivered(self) -> list[Message]:
        """All messages of the bot that arrived, wherever, also those whose answer was lost."""
        conversations = self.service.world.conversations.values()
        sent = (message for one in conversations for message in one.messages if message.by_bot)
        return sorted(sent, key=lambda message: int(message.id))

    @property
    def violations(self) -> list[str]:
        return list(self.service.judge.violations)

    def check(self) -> None:
        """Raises TeamsViolation with everything found since last time."""
        self.service.judge.check()

    def expecting_violations(self) -> AbstractContextManager[list[str]]:
        """Gathers violations instead of raising them; none at all is an error."""
        return self.service.judge.expecting()

    async def get(self, address: str) -> str:
        """What stands at an address, as text."""
        return await self.service.get(address)

    async def deliver(self, activity: Json) -> BotAnswer:
        """Posts any activity as it is and judges nothing; raises BotDidNotAnswer."""
        return await self.service.deliver(activity)
