"""What one person sees in one conversation, for a test to read and to wait for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tests.fake_teams_judge import Judge
from tests.fake_teams_render import read_activity
from tests.fake_teams_world import Conversation, Json, Message, User, World


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as it stood on one person's screen at one moment; its old cards stay clickable for ever."""

    message: Message
    viewer: User
    activity: Json
    cards: dict[int, Json]
    changed: int
    deleted: bool

    @property
    def id(self) -> str:
        return self.message.id

    @property
    def thread_id(self) -> str:
        return self.message.conversation_id

    @property
    def by_bot(self) -> bool:
        return self.message.by_bot

    @property
    def card(self) -> Json:
        """The only card of the message."""
        (card,) = self.cards.values()
        return card

    @property
    def text(self) -> str:
        """Text and cards as plain lines; a space that holds a number together reads as a space."""
        return (
            "(deleted)" if self.deleted else read_activity(self.activity, self.cards).replace("\u00a0", " ")
        )

    def __str__(self) -> str:
        author = self.message.author
        if author is None:
            return self.text
        name = "" if author == self.viewer else f" {author.name}:"
        return f">{name} {self.text}"


class View:
    """The eyes of one person on one conversation."""

    def __init__(self, world: World, judge: Judge, user: User, conversation: Conversation) -> None:
        self.user = user
        self.conversation = conversation
        self.notices: list[str] = []
        """What the client itself showed: messages and errors answered to an action, oldest first."""
        self._world = world
        self._judge = judge
        self._acted_at = 0

    @property
    def messages(self) -> list[Seen]:
        """All messages of the conversation, in a channel those of all threads, oldest first."""
        return [self._seen(one) for one in self.conversation.messages]

    @property
    def new(self) -> list[Seen]:
        """The bot's messages that came or changed since this person last did something."""
        changed = (one for one in self.conversation.messages if one.by_bot and one.changed > self._acted_at)
        return [self._seen(one) for one in changed]

    @property
    def last(self) -> Seen:
        """The bot's last message."""
        return next(self._seen(one) for one in reversed(self.conversation.messages) if one.by_bot)

    def texts(self) -> list[str]:
        """The bot's messages as plain lines, oldest first."""
        self._judge.check()
        return [seen.text for seen in self.messages if seen.by_bot]

    def transcript(self) -> str:
        """The whole conversation; what people wrote begins with «>»."""
        self._judge.check()
        return "\n".join(str(seen) for seen in self.messages)

    async def wait_for(self, text: str, *, anywhere: bool = False, within_seconds: float = 10.0) -> Seen:
        """The newest bot message with this text among those new or changed since this person last acted.

        `anywhere` takes older ones too. Raises at once when the bot has done what it must not.
        """
        try:
            async with asyncio.timeout(within_seconds):
                while True:
                    self._judge.check()
                    found = [seen for seen in self._candidates(anywhere) if text in seen.text]
                    if found:
                        return found[-1]
                    await self._world.next_change()
        except TimeoutError:
            heard = "\n".join([*(str(seen) for seen in self.messages[-10:]), *self.notices[-3:]])
            raise AssertionError(
                f"waited in vain for {text!r}; the end of the conversation:\n{heard}"
            ) from None

    async def wait_for_change(self) -> None:
        """Until anything happens anywhere."""
        self._judge.check()
        await self._world.next_change()

    async def wait_for_deletion(self, seen: Seen, *, within_seconds: float = 10.0) -> None:
        async with asyncio.timeout(within_seconds):
            while not seen.message.deleted:
                self._judge.check()
                await self._world.next_change()

    def _candidates(self, anywhere: bool) -> list[Seen]:
        return [seen for seen in self.messages if seen.by_bot] if anywhere else self.new

    def _seen(self, message: Message) -> Seen:
        cards = message.cards_for(self.user)
        return Seen(message, self.user, message.activity, cards, message.changed, message.deleted)

    def _act(self) -> None:
        """Marks that this person does something now: `new` and `wait_for` look at what follows."""
        self._acted_at = self._world.touch()
