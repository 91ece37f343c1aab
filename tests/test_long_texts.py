"""A long text is read beside the event loop: whoever sends one keeps nobody else waiting."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable

import pytest

from bot.activities import Incoming, Tapped, Where, Who, Wrote
from bot.incoming import MAX_NAME, Scrub, Scrubbed
from dialogs.identity_numbers import mask_identity_numbers
from dialogs.reading import MAX_TYPED
from tests.drafts import TO_PERIOD
from tests.talking import TENANT, Talk, the_context

SLOWEST = " ".join(random.Random(1).choices("0123456789", k=MAX_TYPED // 2))
"""Digits one by one: at each of them an identity number could begin."""
BLOCKED = 50
"""Turns of the loop that it would have at most, if it had to wait for the text."""


async def turns_of_the_loop_during(work: Awaitable[object]) -> int:
    task, turns = asyncio.ensure_future(work), 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    await task
    return turns


async def test_the_loop_goes_on_while_a_long_text_is_read() -> None:
    scrub = Scrub(the_context().texts, "nb")
    assert await turns_of_the_loop_during(scrub.ahead([SLOWEST])) > BLOCKED


async def test_what_was_read_ahead_is_read_as_any_text() -> None:
    texts = (SLOWEST, "Kari 018190 00049 " + "x" * 2_000, "x" * 30_000, "kort")
    ahead, at_once = Scrub(the_context().texts, "nb"), Scrub(the_context().texts, "nb")
    await ahead.ahead(texts)
    assert [ahead.text(text) for text in texts] == [at_once.text(text) for text in texts]


@pytest.mark.parametrize("as_card", [False, True], ids=["typed", "on a card"])
def test_a_turn_reads_a_long_text_beside_the_loop(talk: Talk, as_card: bool) -> None:
    talk(TO_PERIOD)
    talk("> endre tittel")

    def turns_for(text: str) -> int:
        data = {"k": text[:9], "a": talk.draft.id, "p": "title", "r": {"title": 1}, "title": text}
        deed = Tapped("answer", data) if as_card else Wrote(text)
        who = Who(TENANT, talk.who, "Kari Eksempel", talk.who)
        where = Where("personal", "https://teams.example/", "a:Kari", TENANT, "bot")
        return asyncio.run(turns_of_the_loop_during(talk.turns.take(Incoming(text[:9], who, where, deed))))

    assert turns_for(SLOWEST) > turns_for("En tittel") + BLOCKED


def test_a_text_of_nothing_but_digits_is_kept_and_asked_about_as_before(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("> endre beskrivelse av tiltaket")
    talk.type(SLOWEST)
    expected = mask_identity_numbers(SLOWEST, removed_as="[nummer fjernet]", doubtful_as="[elleve siffer]")
    assert expected.doubtful
    slot = talk.person.shown.slot if talk.person.shown is not None else ""
    assert talk.draft.answers[slot].raw == expected.text


def test_a_name_of_any_length_is_short_when_it_is_kept() -> None:
    scrub = Scrub(the_context().texts, "nb")
    assert len(scrub.name(SLOWEST * 20)) <= MAX_NAME
    assert scrub.name(f"  {'x' * 90} 018190 00049") == f"{'x' * 90} [nummer fjernet]"
    assert scrub.text("x") == Scrubbed("x")
