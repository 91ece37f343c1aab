"""People who fill in one application after the other while the bot is killed again and again.

An applicant answers what stands on the screen, as a person does: the first empty field of the newest question.
What was answered is noted down only once the reply is there to be read.
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
from tests.kill_served import Served

CASE = re.compile(r"RST-\d{4}-[23456789A-HJKMNP-TV-Z]{5}")
PATIENCE_SECONDS = 35.0
"""Longer than Teams' pace keeps anything back."""
SHORT_PATIENCE_SECONDS = 2.0
"""Where the message may never have come."""
YEAR = datetime.now(UTC).year + 1
"""Of the measure: ahead, whenever the test is run."""
SAID = {
    "community": "Agder",
    "year": str(YEAR),
    "hospitals": "1",
    "municipalities": "Evje og Hornnes",
    "contact_phone": "hopp over",
    "lead": "1",
    "proposed_by": "sammen",
    "period": str(YEAR),
    "areas": "1, 2",
    "groups": "skrøpelige eldre",
    "smallest_hospitals": "nei",
    "cost_party": "1",
    "cost_nok": "500 000",
    "cost_more": "nei",
    "cost_includes": "sosiale kostnader",
    "own_kinds": "penger",
    "own_money": "100 000",
    "applied": "150 000",
    "other_financing": "nei",
    "responsibility_relevant": "ja",
    "agreed": "ja",
    "confirmed_on": f"15.9.{YEAR - 1}",
    "confirmer_authority": "stillingen",
    "document_language": "1",
    "extras": "nei takk",
}
"""What is said to each question; to all others, words that nobody else says."""

CODES = {
    "community": "agder",
    "year": str(YEAR),
    "groups": "frail_elderly",
    "cost_more": "no",
    "own_kinds": "money",
    "other_financing": "no",
    "extras": "none",
    "cost_includes": "social_costs",
}
"""What is ticked; elsewhere the first choice."""


@dataclass(slots=True)
class Applicant:
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
    answered: dict[tuple[str, str], str] = field(default_factory=dict)
    """(application, slot) -> what was said, for everything whose reply was there."""
    left_behind: set[str] = field(default_factory=set)
    """Messages after which something newer was asked."""
    tried: Counter[tuple[str, str]] = field(default_factory=Counter)
    cases: dict[str, str] = field(default_factory=dict)
    """Application -> the number on its receipt."""

    @property
    def name(self) -> str:
        return self.chat.user.name

    @property
    def application(self) -> str:
        return f"{self.name} {self.begun}"

    async def apply(self) -> None:
        """One application after the other, each to its receipt."""
        while not self.is_over.is_set():
            self.begun += 1
            await self._say("start")
            while self.application not in self.cases:
                await self._step()

    async def _step(self) -> None:
        newest = self._newest()
        if newest is None or self.is_lost:
            await self._say("start" if "[Start en søknad]" in self.chat.last.text else "fortsett")
        elif "Kvittering" in newest.text and (found := CASE.search(newest.text)):
            if found[0] in self.cases.values():
                await self._say("start")
            else:
                self.cases[self.application] = found[0]
        elif "Send nå" in actions_of(newest):
            await self._say("ja")
        elif "Send søknaden" in actions_of(newest):
            await self._say("send")
        else:
            # Where nothing is empty something is wrong: then the whole card is filled in anew.
            await self._answer(newest, empty_fields(newest) or fields_of(newest))

    async def _answer(self, asked: Seen, slots: list[str]) -> None:
        """In words, or by the whole card: also by who sees that their words went elsewhere."""
        self.tried[self.application, slots[0]] += 1
        by_card = self.fills_cards or self.tried[self.application, slots[0]] > 1
        said = {slot: self._words(slot) for slot in (slots if by_card else slots[:1])}
        if await (self._press(asked, said) if by_card else self._say(said[slots[0]])):
            for slot, words in said.items():
                if await self._was_echoed(label_of(asked, slot), words):
                    self.answered[self.application, slot] = words

    def _words(self, slot: str) -> str:
        question = re.split("[@#/]", slot)[0]
        if question == "contact_email":
            return f"{self.name.lower().replace(' ', '.')}@example.no"
        return SAID.get(question) or f"Tekst om {question}: {self.application}"

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
        """Whether it was taken and answered."""
        return await self._deliver(lambda: self.chat.say(text))

    async def _press(self, seen: Seen, said: dict[str, str]) -> bool:
        inputs = {slot: chosen(seen, slot, words) for slot, words in said.items()}
        return await self._deliver(lambda: self.chat.submit(seen, "Lagre", inputs))

    async def _deliver(self, do: Callable[[], Awaitable[Sent | Outcome]]) -> bool:
        """When the bot dies meanwhile the person does it again, or does not know, and looks later."""
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
        newest = self._newest()
        if before is not None and newest is not None and newest.id != before.id:
            self.left_behind.add(before.id)
        return was_new and answered is not None

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

    async def _was_echoed(self, label: str, words: str) -> bool:
        """Whether a reply says under the question's name what was said; only words of one's own are looked for."""
        if not words.endswith(self.application):
            return False
        said_back = re.compile(rf"{re.escape(label)}[^\n]*(\n|: \[){re.escape(words)}")
        try:
            async with asyncio.timeout(SHORT_PATIENCE_SECONDS):
                while not any(said_back.search(seen.text) for seen in self.chat.new):
                    await self.chat.wait_for_change()
        except TimeoutError:
            return False
        return True


def label_of(seen: Seen, slot: str) -> str:
    return next(str(one["label"]) for one in seen.card["body"] if one.get("id") == slot)


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


def chosen(seen: Seen, slot: str, words: str) -> str | list[str]:
    """What a person ticks who would have typed the words."""
    element = next(one for one in seen.card["body"] if one.get("id") == slot)
    if element["type"] != "Input.ChoiceSet":
        return "" if words == "hopp over" else words
    codes = [one["value"] for one in element["choices"]]
    code = CODES.get(slot.partition("@")[0], codes[0])
    return [code] if element.get("isMultiSelect") else code
