"""What goes wrong between the bot, Teams and the disk: nothing lost, nothing out of order, one honest word."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.records import put_application
from dialogs.application import MOST_SET_ASIDE, Application, SetAside
from dialogs.context import Context
from dialogs.person import Language
from dialogs.texts.catalogues import About, Made, QuestionWords, Texts
from tests.fake_teams import (
    CONVERSATION_NOT_FOUND,
    Chat,
    Fault,
    Hang,
    Refuse,
    Reset,
    WithoutId,
    throttled,
)
from tests.running_bot import IMPATIENT
from tests.stage import KARI, PER, Stage, person
from tests.talking import the_context
from tests.troubled_store import TroubledStore

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

REPEAT = "(mulig gjentakelse)"
NOT_DELIVERED: dict[str, Fault] = {
    "429": throttled(1),
    "reset before delivery": Reset(after_delivery=False),
    "500 before delivery": Refuse(500),
}
DELIVERED: dict[str, Fault] = {
    "500 after delivery": Refuse(500, after_delivery=True),
    "reset after delivery": Reset(),
    "answer without id": WithoutId(),
}
FAULTS = {**NOT_DELIVERED, **DELIVERED}
KNOWN = {"429", "answer without id"}
"""After these it is known what became of the message, so nothing is marked as a repeat."""


def by_name(faults: dict[str, Fault]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", faults)


def counted(chat: Chat, words: str) -> int:
    return sum(words in text for text in chat.texts())


# The turn's replies


@by_name(FAULTS)
async def test_a_reply_gets_there_in_order_whatever_happens_to_it(stage: Stage, name: str) -> None:
    async with stage.running(timeouts=IMPATIENT) as bot:
        await stage.draft_ready()
        kari = stage.kari
        stage.teams.fault(FAULTS[name], chat=kari, operations=frozenset({"send"}))
        first = await kari.say("endre tittel")
        second = await kari.say("endre sammendrag")
        assert (first.status, second.status) == (200, 200)
        rows = await stage.settled(bot)
        assert {row.state for row in rows} == {"delivered"}
        texts = kari.texts()
    asked = [
        "title" if "Hva heter tiltaket" in text else "summary"
        for text in texts
        if "Hva heter tiltaket" in text or "sammendrag" in text.lower()
    ]
    assert asked == sorted(asked, reverse=True), "the first question first"
    assert asked[0] == "title"
    marked = [text for text in texts if REPEAT in text]
    assert len(marked) == (0 if name in KNOWN else 1)
    assert len(texts) == (3 if name in DELIVERED and name not in KNOWN else 2)


async def test_a_reply_that_hangs_delays_its_own_conversation_and_no_other(stage: Stage) -> None:
    async with stage.running(patience_seconds=0.3) as bot:
        await stage.draft_ready()
        kari, per = stage.kari, stage.teams.personal(PER)
        hang = Hang()
        with stage.teams.during(hang, chat=kari):
            hanging = [await kari.say("endre tittel"), await kari.say("endre sammendrag")]
            assert [sent.status for sent in hanging] == [200, 200], "Teams has its answer in time"
            await per.say("start")
            await per.wait_for("Helsefellesskap")
            assert kari.texts() == []
        rows = await stage.settled(bot)
        assert {row.state for row in rows} == {"delivered"}
        texts = kari.texts()
    assert "Hva heter tiltaket" in texts[0]
    assert len(texts) == 2
    assert not any(REPEAT in text for text in texts)


async def test_many_hanging_conversations_delay_nobody_else(stage: Stage) -> None:
    async with stage.running(patience_seconds=0.1) as bot:
        slow = [stage.teams.personal(person(100 + number, f"Person {number}")) for number in range(30)]
        hangs = [stage.teams.fault(Hang(), chat=chat, times=None) for chat in slow]
        answers = await asyncio.gather(*(chat.say("hjelp") for chat in slow))
        assert {sent.status for sent in answers} == {200}
        per = stage.teams.personal(PER)
        await per.say("start")
        await per.wait_for("Helsefellesskap")
        for hang in hangs:
            stage.teams.service.faults.end(hang)
        rows = await stage.settled(bot)
        assert {row.state for row in rows} == {"delivered"}
        assert {len(chat.texts()) for chat in slow} == {1}


async def test_a_message_that_hangs_past_our_patience_is_sent_again_and_marked(stage: Stage) -> None:
    async with stage.running(timeouts=IMPATIENT) as bot:
        await stage.draft_ready()
        stage.teams.fault(Hang(after_delivery=True), chat=stage.kari, operations=frozenset({"send"}))
        assert (await stage.kari.say("endre tittel")).status == 200
        await stage.settled(bot)
        first, second = stage.kari.texts()
    assert REPEAT not in first
    assert REPEAT in second


@pytest.mark.parametrize("gone", [True, False], ids=["gone", "blocked"])
async def test_who_cannot_be_reached_stops_nothing_and_shows_in_the_outbox(stage: Stage, gone: bool) -> None:
    async with stage.running() as bot:
        await stage.draft_ready()
        if gone:
            stage.teams.fault(CONVERSATION_NOT_FOUND, chat=stage.kari, times=None)
        else:
            stage.kari.block_bot()
        assert (await stage.kari.say("endre tittel")).status == 200
        assert (await stage.kari.say("Et nytt navn")).status == 200
        rows = await stage.settled(bot)
        assert {row.state for row in rows} == {"failed"}
        assert {row.result["code"] for row in rows} <= {
            "blocked",
            "ConversationNotFound",
            "no_activity_id",
        }
        assert (await stage.application())["answers"]["title"]["value"] == "Et nytt navn"
        stage.teams.service.faults.end_all()
        stage.kari.unblock_bot()
        await stage.kari.say("status")
        await stage.kari.wait_for("Et nytt navn")


async def test_teams_pace_is_kept_however_fast_people_write(stage: Stage) -> None:
    stage.teams.enforce_pace()
    async with stage.running(unhurried=True) as bot:
        await stage.connect()
        await stage.draft_ready()
        for _ in range(12):
            assert (await stage.kari.say("oppsummering")).status == 200
        rows = await stage.settled(bot)
    assert {row.state for row in rows} == {"delivered"}
    assert not [call for call in stage.teams.calls if call.status == 429]


async def test_an_officers_many_cards_keep_the_pace_too(stage: Stage) -> None:
    stage.teams.enforce_pace()
    async with stage.running(unhurried=True) as bot:
        await stage.connect()
        await stage.draft_ready()
        notice = await stage.channel().wait_for(await stage.send(), anywhere=True)
        for _ in range(5):
            await stage.channel().submit(notice, "Vis hele søknaden")
        rows = await stage.settled(bot)
    assert {row.state for row in rows} == {"delivered"}
    assert not [call for call in stage.teams.calls if call.status == 429]


# The notice, the receipt, the PDF


@by_name(FAULTS)
async def test_the_notice_gets_there_and_is_marked_only_where_it_may_be_a_repeat(
    stage: Stage, name: str
) -> None:
    async with stage.running(timeouts=IMPATIENT) as bot:
        await stage.connect()
        await stage.draft_ready()
        stage.teams.fault(FAULTS[name], chat=stage.channel(), operations=frozenset({"create"}))
        number = await stage.send()
        await stage.settled(bot)
        notices = [text for text in stage.channel().texts() if number in text]
        receipt = next(seen for seen in stage.kari.messages if "Kvittering" in seen.text)
    if name == "answer without id":
        # The thread's id is part of what Teams tells: without it, it is not known whether there is one.
        assert len(notices) == 2
    else:
        assert len(notices) == (2 if name in DELIVERED else 1)
    assert (REPEAT in notices[-1]) == (name != "429")
    assert all(REPEAT not in text for text in notices[:-1])
    assert "Mottatt av sekretariatet" in receipt.text


@by_name({**FAULTS, "hang": Hang()})
async def test_the_receipt_is_brought_up_to_date_without_a_word_twice(stage: Stage, name: str) -> None:
    fault = {**FAULTS, "hang": Hang()}[name]
    async with stage.running(timeouts=IMPATIENT) as bot:
        await stage.connect()
        await stage.draft_ready()
        stage.teams.fault(fault, chat=stage.kari, operations=frozenset({"update"}), times=2)
        await stage.send()
        rows = await stage.settled(bot)
        texts = [text for text in stage.kari.texts() if "Kvittering" in text]
    assert {row.state for row in rows} == {"delivered"}
    assert len(texts) == 1
    assert "Mottatt av sekretariatet." in texts[0]
    assert "Dokumentene er lagret." in texts[0]
    assert REPEAT not in texts[0]


@by_name(FAULTS)
async def test_the_receipt_gets_there_and_says_the_same_in_the_end(stage: Stage, name: str) -> None:
    async with stage.running(timeouts=IMPATIENT) as bot:
        await stage.connect()
        await stage.draft_ready()
        await stage.kari.say("send")
        confirm = await stage.kari.wait_for("Send søknaden?")
        stage.teams.fault(FAULTS[name], chat=stage.kari, operations=frozenset({"send"}))
        sent = await stage.kari.submit(confirm, "Send nå")
        assert sent.status == 200
        rows = await stage.settled(bot)
        texts = stage.kari.texts()
    assert {row.state for row in rows} == {"delivered"}
    number = await stage.case_number()
    assert number in sent.text
    assert any("Mottatt av sekretariatet." in text and number in text for text in texts)
    first_versions = "".join(str([*seen.message.versions, seen.activity][0]) for seen in stage.kari.messages)
    assert first_versions.count(REPEAT) == (0 if name in KNOWN else 1)


@by_name(FAULTS)
async def test_the_pdf_is_offered_at_last(stage: Stage, name: str) -> None:
    async with stage.running(timeouts=IMPATIENT) as bot:
        await stage.draft_ready()
        await stage.kari.say("send")
        confirm = await stage.kari.wait_for("Send søknaden?")
        await stage.kari.submit(confirm, "Send nå")
        await stage.kari.wait_for("Kvittering")
        stage.teams.fault(FAULTS[name], chat=stage.kari, operations=frozenset({"send"}))
        await stage.kari.say("kvittering")
        await stage.settled(bot, but="notice")
        offers = counted(stage.kari, "(file offered: RST-")
    assert offers >= 1


async def test_a_dead_channel_is_shown_as_failed_said_in_the_receipt_and_mended_by_another(
    stage: Stage,
) -> None:
    async with stage.running() as bot:
        await stage.connect()
        await stage.draft_ready()
        await stage.team.delete_channel("Søknader", stage.channel().user)
        number = await stage.send()
        rows = await stage.settled(bot)
        (notice,) = [row for row in rows if row.target == "notice"]
        assert (notice.state, notice.result["code"]) == ("failed", "ConversationNotFound")
        await stage.kari.wait_for("Kontakt sekretariatet med saksnummeret", anywhere=True)
        other = stage.channel(name="Annet")
        await stage.connect(other, replace=True)
        await other.wait_for(f"Ny søknad: {number}", anywhere=True)
        await stage.kari.wait_for("Mottatt av sekretariatet.", anywhere=True)


async def test_what_waited_when_the_process_ended_is_sent_by_the_next_in_order(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.draft_ready()
        stage.teams.fault(throttled(1), chat=stage.kari, times=1)
        await stage.kari.say("endre tittel")
        await stage.kari.say("Første navn")
        await bot.worker.flush()
    async with stage.running() as bot:
        await stage.kari.say("status")
        await stage.settled(bot)
        first, *_, last = [seen for seen in stage.kari.messages if seen.by_bot]
    assert "Hva heter tiltaket" in str(first.message.versions[0])
    assert "Første navn" in first.text
    assert "besvart" in last.text or "Status" in stage.kari.transcript()


# The store


async def test_a_store_that_fails_for_a_while_costs_nothing_that_was_saved(stage: Stage) -> None:
    store = TroubledStore(stage.store)
    async with stage.running(store=store) as bot:
        await stage.draft_ready()
        await stage.kari.say("endre tittel")
        await stage.settled(bot)
        before = await stage.application()
        store.broken = True
        assert (await stage.kari.say("Et nytt navn")).status == 200
        await stage.kari.wait_for("Jeg får ikke lagret akkurat nå")
        pressed = await stage.kari.press("Lagre", {"title": "Et annet navn"})
        assert pressed.notice is not None
        assert "Jeg får ikke lagret akkurat nå" in pressed.notice
        store.broken = False
        assert await stage.application() == before
        await stage.kari.say("Et nytt navn")
        assert (await stage.application())["answers"]["title"]["value"] == "Et nytt navn"
        rows = await stage.settled(bot)
    assert {row.state for row in rows} == {"delivered"}


async def test_an_application_is_not_sent_by_half_when_the_store_fails_in_the_middle(stage: Stage) -> None:
    store = TroubledStore(stage.store)
    async with stage.running(store=store) as bot:
        await stage.connect()
        await stage.draft_ready()
        await stage.kari.say("send")
        confirm = await stage.kari.wait_for("Send søknaden?")
        store.commits_broken = True
        failed = await stage.kari.submit(confirm, "Send nå")
        assert "Jeg får ikke lagret akkurat nå" in failed.text
        assert await stage.store.scan("submission") == []
        assert (await stage.application())["status"] == "draft"
        store.commits_broken = False
        sent = await stage.kari.submit(confirm, "Send nå")
        assert await stage.case_number() in sent.text
        await stage.settled(bot)


async def test_a_notice_that_is_there_is_not_sent_again_because_the_store_failed_after_it(
    stage: Stage,
) -> None:
    store = TroubledStore(stage.store)
    async with stage.running(store=store) as bot:
        await stage.connect()
        await stage.draft_ready()
        with stage.teams.during(Hang(), chat=stage.channel(), operations=frozenset({"create"})):
            number = await stage.send()
            await stage.teams.wait_for_calls(1, "create")
            store.commits_broken = True
        await stage.channel().wait_for(number, anywhere=True)
        store.commits_broken = False
        await stage.settled(bot)
        assert counted(stage.channel(), number) == 1
        await stage.kari.wait_for("Mottatt av sekretariatet.", anywhere=True)


async def test_an_officer_is_told_when_the_store_fails(stage: Stage) -> None:
    store = TroubledStore(stage.store)
    async with stage.running(store=store):
        await stage.connect()
        await stage.draft_ready()
        number = await stage.send()
        notice = await stage.channel().wait_for(number, anywhere=True)
        store.broken = True
        outcome = await stage.channel().submit(notice, "Jeg tar den")
        assert "Jeg får ikke lagret akkurat nå" in outcome.text
        store.broken = False
        assert "Tatt av" in (await stage.channel().submit(notice, "Jeg tar den")).text


# Ourselves


class Forgetful:
    """A catalogue in which one sentence is missing, as after a mistake of ours. All else is asked of the real one."""

    def __init__(self, texts: Texts, missing: str) -> None:
        self._texts = texts
        self._missing = missing

    def say(self, language: Language, key: str, **values: str | int) -> str:
        if key == self._missing:
            raise KeyError(key)
        return self._texts.say(language, key, **values)

    def plain(self, language: Language, key: str) -> str:
        return self.say(language, key)

    def question(self, language: Language, name: str) -> QuestionWords:
        return self._texts.question(language, name)

    def once(self, make: Callable[[Texts, *About], Made], *about: *About) -> Made:
        return self._texts.once(make, *about)

    def optional(self, language: Language, key: str) -> str | None:
        return self._texts.optional(language, key)

    def has(self, language: Language, key: str) -> bool:
        return self._texts.has(language, key)

    def phrases(self, language: Language, key: str) -> list[str]:
        return list(self._texts.phrases(language, key))


def forgetting(key: str) -> Context:
    context = the_context()
    return replace(context, texts=Forgetful(context.texts, key))  # type: ignore[arg-type]  # just these are asked


async def test_a_fault_of_ours_keeps_what_was_typed_and_says_so_once(stage: Stage) -> None:
    async with stage.running(context=forgetting("card-status"), raise_faults=False) as bot:
        await stage.draft_ready()
        before = await stage.application()
        broken = await stage.kari.say("status")
        assert broken.status == 200
        sorry = await stage.kari.wait_for("Noe gikk galt hos meg (feil t")
        assert "Jeg har tatt vare på det du skrev" in sorry.text
        after = await stage.application()
        assert after["answers"] == before["answers"]
        assert [aside["text"] for aside in after["set_aside"]] == ["status"]
        assert after["set_aside"][0]["reason"] == "fault"
        await stage.kari.say("endre tittel")
        await stage.kari.say("Et nytt navn")
        assert (await stage.application())["answers"]["title"]["value"] == "Et nytt navn"
        await stage.settled(bot)


async def test_a_fault_while_a_card_is_taken_keeps_what_stood_in_the_card(stage: Stage) -> None:
    async with stage.running(context=forgetting("card-nothing-missing"), raise_faults=False):
        await stage.draft_ready()
        await stage.kari.say("endre tittel")
        asked = await stage.kari.wait_for("Hva heter tiltaket")
        slots = [one["id"] for one in asked.card["body"] if one.get("type") == "Input.Text"]
        filled = dict(zip(slots, ["Et nytt navn", "Et nytt sammendrag"], strict=True))
        before = await stage.application()
        outcome = await stage.kari.submit(asked, "Lagre", filled)
        after = await stage.application()
    assert outcome.status == 200
    assert outcome.notice is not None
    assert "Jeg har tatt vare på det du skrev" in outcome.notice
    assert {aside["slot"]: aside["text"] for aside in after["set_aside"]} == filled
    assert after["answers"] == before["answers"]


async def test_a_fault_where_nothing_more_can_be_kept_promises_nothing(stage: Stage) -> None:
    async with stage.running(context=forgetting("card-status"), raise_faults=False):
        await stage.draft_ready()
        draft = Application.model_validate(await stage.application())
        kept = tuple(
            SetAside(text=f"Tekst {n}", slot=None, reason="fault", by=draft.created_by, at=draft.created_at)
            for n in range(MOST_SET_ASIDE)
        )
        full = draft.model_copy(update={"set_aside": kept})
        await stage.store.commit(expect={}, put=[put_application(full)])
        await stage.kari.say("status")
        sorry = await stage.kari.wait_for("Noe gikk galt hos meg")
        after = Application.model_validate(await stage.application())
    assert "tatt vare på" not in sorry.text
    assert after.set_aside == kept


async def test_a_fault_before_there_is_a_draft_promises_nothing(stage: Stage) -> None:
    async with stage.running(context=forgetting("m-help"), raise_faults=False):
        await stage.kari.install()
        assert (await stage.kari.say("hjelp")).status == 200
        sorry = await stage.kari.wait_for("Noe gikk galt hos meg")
        assert "tatt vare på" not in sorry.text
        await stage.kari.say("start")
        await stage.kari.wait_for("Helsefellesskap")


async def test_the_apology_is_in_the_persons_language(stage: Stage) -> None:
    async with stage.running(context=forgetting("m-help"), raise_faults=False):
        await stage.kari.say("language english")
        await stage.kari.say("help")
        await stage.kari.wait_for("Something went wrong on my side")


async def test_a_fault_in_one_delivery_stops_no_other(stage: Stage) -> None:
    async with stage.running(context=forgetting("notice-title"), raise_faults=False) as bot:
        await stage.connect()
        await stage.draft_ready()
        number = await stage.send()
        await stage.kari.wait_for(f"(file offered: {number}.pdf", anywhere=True)
        await bot.worker.flush()
        rows = await stage.outbox()
    (notice,) = [row for row in rows.values() if row.target == "notice"]
    assert (notice.state, notice.result) == ("waiting", {"code": "KeyError"})
    async with stage.running():
        await stage.kari.say("status")


async def test_two_deeds_of_one_person_at_once_lose_nothing(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.draft_ready()
        phone = stage.teams.second_client(KARI)
        await asyncio.gather(
            stage.kari.say("endre tittel"), phone.say("status"), stage.kari.say("oppsummering")
        )
        rows = await stage.settled(bot)
    assert {row.state for row in rows} == {"delivered"}
