"""People who fill in one application after the other while the bot is killed again and again.

An applicant answers what stands on the screen, as a person does: the first empty field of the newest question. All
that was said is noted down, with whether the bot answered; tests/kill_promises.py holds it against the records.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.fake_teams import BotDidNotAnswer, Chat, Outcome, Seen, Sent
from tests.kill_sayings import Saying, saying
from tests.kill_served import Served

CASE = re.compile(r"RST-\d{4}-[23456789A-HJKMNP-TV-Z]{5}")
PATIENCE_SECONDS = 35.0
"""Longer than Teams' pace keeps anything back."""
SHORT_PATIENCE_SECONDS = 2.0
"""Where the message may never have come."""
CHANGED = "title"
"""What every second application has changed before it is sent."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something said about one field, in words or on its card."""

    application: int
    """The person's nth."""
    slot: str
    """Of the field that it was meant for."""
    saying: Saying
    is_answered: bool
    """The bot answered the message or the tap, and with that said that it is there."""
    drawn_for: str
    """The id of the application whose card asked."""
    by_card: bool
    at: datetime
    """When it was answered."""


@dataclass(slots=True)
class Applicant:
    number: int
    chat: Chat
    served: Served
    dice: random.Random
    is_over: asyncio.Event
    """Set when no further application is to be begun."""
    fills_cards: bool = False
    """Fills in whole cards, instead of answering them in words."""
    is_lost: bool = False
    """Nothing came that asks for anything."""
    begun: int = 0
    said: list[Said] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    """What stood on the screen after something was said: messages and cards, also those replaced since."""
    left_behind: set[str] = field(default_factory=set)
    """Messages after which something newer was asked."""
    tried: Counter[tuple[int, str]] = field(default_factory=Counter)
    changed: set[int] = field(default_factory=set)
    """Applications in which an answer was changed."""
    cases: dict[int, str] = field(default_factory=dict)
    """Application -> the number on its receipt."""

    async def apply(self) -> None:
        """One application after the other, each to its receipt."""
        while not self.is_over.is_set():
            self.begun += 1
            await self._say("start")
            while self.begun not in self.cases:
                await self._step()

    async def _step(self) -> None:
        newest = self._newest()
        if newest is None or self.is_lost:
            await self._say("start" if self._may_begin() else "fortsett")
        elif "Kvittering" in newest.text and (found := CASE.search(newest.text)):
            if found[0] in self.cases.values():
                await self._say("start")
            else:
                self.cases[self.begun] = found[0]
        elif "Send nå" in actions_of(newest):
            await self._say("ja")
        elif "Send søknaden" in actions_of(newest):
            await self._send_or_change()
        else:
            # Where nothing is empty something is wrong, or is to be changed: then it is filled in anew.
            await self._answer(newest, empty_fields(newest) or fields_of(newest))

    def _may_begin(self) -> bool:
        """Nothing has come yet, or the bot offers to begin."""
        texts = self.chat.texts()
        return not texts or "[Start en søknad]" in texts[-1]

    async def _send_or_change(self) -> None:
        if (self.number + self.begun) % 2 or self.begun in self.changed:
            await self._say("send")
        else:
            self.changed.add(self.begun)
            await self._say("endre tittel")

    async def _answer(self, asked: Seen, slots: list[str]) -> None:
        """In words, or by the whole card: also by who sees that their words went elsewhere."""
        self.tried[self.begun, slots[0]] += 1
        attempt = self.tried[self.begun, slots[0]]
        by_card = self.fills_cards or attempt > 1
        said = {
            slot: saying(slot, person=self.number, application=self.begun, attempt=attempt)
            for slot in (slots if by_card else slots[:1])
        }
        if by_card:
            inputs = {slot: chosen(asked, slot, one) for slot, one in said.items()}
            is_answered = await self._deliver(lambda: self.chat.submit(asked, "Lagre", inputs))
        else:
            is_answered = await self._say(said[slots[0]].words)
        drawn_for = str(actions_of(asked)["Lagre"]["data"]["a"])
        now = datetime.now(UTC)
        self.said += [
            Said(self.begun, slot, one, is_answered, drawn_for, by_card, now) for slot, one in said.items()
        ]

    def _newest(self) -> Seen | None:
        """The newest message that asks something, sums up, or is a receipt."""
        for seen in reversed(self.chat.messages):
            if seen.id in self.left_behind:
                continue
            if seen.by_bot and (actions_of(seen).keys() & {"Lagre", "Send nå", "Send søknaden"}):
                return seen
            if seen.by_bot and "Kvittering" in seen.text:
                return seen
        return None

    async def _say(self, text: str) -> bool:
        return await self._deliver(lambda: self.chat.say(text))

    async def _deliver(self, do: Callable[[], Awaitable[Sent | Outcome]]) -> bool:
        """Whether the bot answered. When it dies meanwhile the person tries again, or does not know and looks later."""
        before = self._newest()
        answered: Sent | Outcome | None = None
        was_new = False
        for _ in range(self.dice.randint(1, 3)):
            await self.served.up.wait()
            try:
                answered = await do()
            except BotDidNotAnswer:
                was_new = await self._was_answered(before, SHORT_PATIENCE_SECONDS)
            if was_new or answered is not None:
                break
        was_new = was_new or await self._was_answered(before, PATIENCE_SECONDS if answered else 0.1)
        self.is_lost = not was_new
        self.read.update(seen.text for seen in self.chat.new)
        newest = self._newest()
        if before is not None and newest is not None and newest.id != before.id:
            self.left_behind.add(before.id)
        return answered is not None

    async def _was_answered(self, before: Seen | None, patience_seconds: float) -> bool:
        """Whether something else asks now, or the same card asks for more."""
        try:
            async with asyncio.timeout(patience_seconds):
                while (newest := self._newest()) is None or (
                    before is not None and (newest.id, newest.cards) == (before.id, before.cards)
                ):
                    await self.chat.wait_for_change()
        except TimeoutError:
            return False
        return True


def actions_of(seen: Seen) -> dict[str, dict[str, Any]]:
    return {
        action.get("title", ""): action for card in seen.cards.values() for action in card.get("actions", ())
    }


def fields_of(seen: Seen, *, empty: bool = False) -> list[str]:
    return [
        str(element["id"])
        for card in seen.cards.values()
        for element in card["body"]
        if str(element.get("type")).startswith("Input.") and not (empty and element.get("value"))
    ]


def empty_fields(seen: Seen) -> list[str]:
    """The fields of a question's card in which nothing stands yet."""
    return fields_of(seen, empty=True)


def chosen(seen: Seen, slot: str, one: Saying) -> str | list[str]:
    """What a person ticks or leaves empty who would have typed the words."""
    element = next(found for found in seen.card["body"] if found.get("id") == slot)
    if element["type"] != "Input.ChoiceSet":
        return "" if one.stored is None else one.words
    return [one.code] if element.get("isMultiSelect") else one.code
