"""The conversation in a terminal: the same turns, drawn as text, beside a running `serve` or alone."""

from __future__ import annotations

import os
import stat
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import Bot, build_bot
from bot.body import Json
from bot.commands.card_text import draw_card, handle, printable
from bot.commands.chat import Chat, unhurried
from bot.commands.terminal import LEFT_TO_SERVE, Terminal, free_path, upload_url
from bot.outcomes import Outcome, Refused, Uploaded
from bot.service_urls import TERMINAL, FileHosts
from bot.settings import Settings
from storage.data_folder import DataFolder
from storage.memory_store import MemoryStore
from storage.store import OutboxRow, Store
from storage.tinydb_store import open_store
from tests.command_line import USER, serving, tilskuddshjelpen
from tests.terminal_application import ANSWERS, answer_everything, application_of, person_of, send_it

CONVERSATION = f"{TERMINAL}{USER}"


class Recorder(Terminal):
    """A terminal that also remembers every message it was given."""

    def __init__(self) -> None:
        super().__init__(CONVERSATION)
        self.cards: list[Json] = []

    async def send(self, service_url: str, conversation_id: str, activity: Json) -> Outcome:
        self.cards += [each["content"] for each in activity.get("attachments", ())]
        return await super().send(service_url, conversation_id, activity)


@dataclass
class Seat:
    """Somebody at a terminal, and what they have read."""

    bot: Bot
    talk: Chat
    terminal: Recorder
    read: list[str] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.bot.store

    async def type(self, *lines: str) -> str:
        """What came after these lines."""
        before = len(self.read)
        for line in lines:
            await self.talk.take(line)
        return "\n".join(self.read[before:])


@asynccontextmanager
async def seat(store: Store, data: Path, *, greeted: bool = True) -> AsyncIterator[Seat]:
    terminal, read = Recorder(), list[str]()
    settings = Settings(data=data, local=True)
    bot = build_bot(settings, store, terminal, pace=unhurried(), raise_faults=True)
    talk = Chat(bot, terminal, USER, lambda line: read.append(line.text))
    if greeted:
        await talk.begin(None)
    yield Seat(bot, talk, terminal, read)


# --- A conversation.


async def test_a_whole_application_is_written_sent_and_filed_by_typing_alone(tmp_path: Path) -> None:
    async with seat(MemoryStore(), tmp_path) as at:
        await answer_everything(at.talk, at.store, USER)
        sent = await send_it(at.talk, at.store, USER)
        said = "\n".join(at.read)
        assert sent.status == "sent"
        assert f"Saksnummer: {sent.case_number}" in said
        folder = tmp_path / "filed" / "agder" / str(sent.case_number) / "v1"
        assert (folder / "application.pdf").read_bytes().startswith(b"%PDF-")
        assert "Dokumentene er lagret." in said[said.index("Kvittering") :]
        open_rows = await at.store.outbox(states=("waiting", "uncertain", "failed"))
        assert [row.target for row in open_rows] == ["notice"], "only the secretariat's is left to `serve`"


async def test_the_documents_can_be_saved_where_one_sits_without_overwriting_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with seat(MemoryStore(), tmp_path / "var") as at:
        await answer_everything(at.talk, at.store, USER)
        sent = await send_it(at.talk, at.store, USER)
        (tmp_path / f"{sent.case_number}.pdf").write_text("mine")
        assert "[1] Lagre filen her" in at.read
        said = await at.type("[1]")
    saved = tmp_path / f"{sent.case_number}-2.pdf"
    assert str(saved) in said
    assert saved.read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert (tmp_path / f"{sent.case_number}.pdf").read_text() == "mine"


async def test_a_card_is_filled_by_letter_label_and_number_and_sent_by_its_button(tmp_path: Path) -> None:
    async with seat(MemoryStore(), tmp_path) as at:
        await at.type("start")
        filled = await at.type("a=1")
        assert filled == "a) Helsefellesskap: Helsefellesskapet Agder"
        number = next(line for line in reversed(at.read) if "Lagre" in line).split("]")[0].strip("[")
        asked = await at.type(f":{number}")
        assert asked.startswith("Helsefellesskap: Helsefellesskapet Agder"), (
            "the answer stands before what follows"
        )
        assert "Budsjettår" in asked
        draft = await application_of(at.store, USER)
        assert draft.value("community") == "agder"

        await at.type("2027", "1", "Bygland")
        await at.type("b=Kari Eksempel", "kontaktpersonens rolle=rådgiver", "c = kari@example.no")
        shown = [line for line in at.read if line.startswith(("b)", "c)"))]
        assert any("Kari Eksempel" in line for line in shown)
        button = next(line for line in reversed(at.read) if "Lagre" in line).split("]")[0].strip("[")
        await at.type(f"[{button}]")
        draft = await application_of(at.store, USER)
        written = {
            slot: answer.value for slot, answer in draft.answers.items() if slot.startswith("contact_")
        }
        assert "Kari Eksempel" in written.values()


async def test_a_button_that_is_not_there_is_said_and_nothing_happens(tmp_path: Path) -> None:
    async with seat(MemoryStore(), tmp_path) as at:
        await at.type("start")
        before = await application_of(at.store, USER)
        assert "ingen knapp 99" in await at.type("[99]")
        assert await application_of(at.store, USER) == before


async def test_a_question_is_answered_and_what_is_near_it_is_pressed_by_number(tmp_path: Path) -> None:
    async with seat(MemoryStore(), tmp_path) as at:
        said = await at.type("Hvilke språk kan jeg bruke?")
        assert "Jeg snakker bokmål, nynorsk og engelsk." in said
        assert "[1] Hva kan du hjelpe meg med, og hvordan begynner jeg?" in said
        assert "Jeg hjelper kommune og sykehus" in await at.type("[1]")
        await at.bot.stop()


async def test_text_with_an_equals_sign_is_an_answer_where_no_field_is_called_so(tmp_path: Path) -> None:
    async with seat(MemoryStore(), tmp_path) as at:
        await answer_everything(at.talk, at.store, USER)
        assert (await application_of(at.store, USER)).value("title") == ANSWERS["title"]


async def test_of_a_card_that_is_replaced_only_what_is_new_is_written(tmp_path: Path) -> None:
    async with seat(MemoryStore(), tmp_path) as at:
        await answer_everything(at.talk, at.store, USER)
        await send_it(at.talk, at.store, USER)
        after_receipt = "\n".join(at.read).split("Dokumentene er lagret.")[1]
        assert "Helsefellesskap: Helsefellesskapet Agder" not in after_receipt


async def test_the_language_is_kept_and_everything_is_said_in_it(tmp_path: Path) -> None:
    store = MemoryStore()
    async with seat(store, tmp_path, greeted=False) as at:
        await at.talk.begin("nn")
        assert any("trykkjer" in line for line in at.read)
        assert "Det finst ingen knapp 9" in await at.type(":9")
    async with seat(store, tmp_path) as again:
        assert any("trykkjer" in line for line in again.read)
        assert "There is no button 9" in await again.type("language english", ":9")


async def test_coming_back_one_is_welcomed_once_and_led_to_the_open_question(tmp_path: Path) -> None:
    store = MemoryStore()
    async with seat(store, tmp_path) as at:
        assert any(line.startswith("Hei!") for line in at.read)
        await at.type("start", "Agder")
    async with seat(store, tmp_path) as again:
        assert not any(line.startswith("Hei!") for line in again.read)
        assert any("Budsjettår" in line for line in again.read)


async def test_what_an_earlier_chat_had_no_time_to_show_is_shown_by_the_next(tmp_path: Path) -> None:
    store = MemoryStore()
    async with seat(store, tmp_path) as at:
        await at.type("start")
        left = OutboxRow(
            "left.0",
            "teams",
            CONVERSATION,
            {
                "do": "send",
                "service_url": TERMINAL,
                "conversation": CONVERSATION,
                "tenant": "local",
                "activity": {"type": "message", "text": "Ikke vist ennå."},
            },
            created_at=1.0,
            due_at=9e9,
        )
        await store.commit(expect={}, enqueue=[left])
    async with seat(store, tmp_path) as again:
        assert "Ikke vist ennå." in again.read
    assert (await store.outbox(ids=["left.0"]))[0].state == "delivered"


async def test_what_is_for_somebody_in_teams_is_left_to_serve() -> None:
    terminal = Terminal(CONVERSATION)
    for url, conversation in (
        (TERMINAL, f"{TERMINAL}ola"),
        ("https://smba.trafficmanager.net/emea/", "19:x"),
    ):
        assert await terminal.send(url, conversation, {"type": "message"}) == LEFT_TO_SERVE
        assert await terminal.update(url, conversation, "1", {"type": "message"}) == LEFT_TO_SERVE
    assert await terminal.create_conversation(TERMINAL, {}) == LEFT_TO_SERVE
    assert await terminal.members(TERMINAL, CONVERSATION) == LEFT_TO_SERVE
    assert terminal.take_shown() == []


async def test_a_file_that_cannot_be_written_is_refused_and_none_is_overwritten(tmp_path: Path) -> None:
    terminal, hosts = Terminal(CONVERSATION), FileHosts.on_loopback()
    path = free_path(tmp_path, "å b.pdf")
    assert await terminal.upload_file(upload_url(path), b"1", hosts) == Uploaded()
    assert path.read_bytes() == b"1"
    assert await terminal.upload_file(upload_url(path), b"2", hosts) == Refused(0, "NotWritten")
    assert free_path(tmp_path, "å b.pdf") == tmp_path / "å b-2.pdf"
    assert free_path(tmp_path, "../../etc/x.pdf") == tmp_path / "x.pdf"


# --- Cards as text.


def words_on(card: Any) -> Iterator[str]:
    """Every text of a card that a person can read or tap; a terminal has nothing to uncover."""
    if isinstance(card, dict) and card.get("type") != "Action.ToggleVisibility":
        for key, value in card.items():
            if isinstance(value, str) and key in ("text", "title", "label", "placeholder", "altText"):
                yield from (line.strip() for line in value.split("\n"))
            elif key not in ("data", "fallbackText"):
                yield from words_on(value)
    elif isinstance(card, list):
        for each in card:
            yield from words_on(each)


async def test_every_word_of_every_card_is_drawn(tmp_path: Path) -> None:
    async with seat(MemoryStore(), tmp_path) as at:
        await answer_everything(at.talk, at.store, USER)
        await at.type("hjelp", "status", "personvern", "dette trenger du", "mine søknader", "endre tittel")
        await send_it(at.talk, at.store, USER)
    assert len(at.terminal.cards) > 60
    for card in at.terminal.cards:
        drawn = " ".join(line.text for line in draw_card(card).lines)
        missing = [words for words in words_on(card) if words.rstrip(":") not in drawn]
        # An example stands in an empty field only.
        assert [words for words in missing if not words.startswith("For eksempel")] == []


@given(st.text())
def test_nothing_that_people_wrote_steers_the_terminal(text: str) -> None:
    card = {"body": [{"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text}]}]}
    drawn = "".join(line.text for line in draw_card(card).lines)
    assert all(c.isprintable() or c in "\u00a0\u00ad" for c in drawn)
    assert printable("\x1b[31mrød\x07\u202e") == "[31mrød"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
elements = st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            ["TextBlock", "Container", "ColumnSet", "Table", "Input.Text", "ActionSet", "X"]
        )
    },
    optional={
        name: st.lists(st.fixed_dictionaries({"type": st.just("TextBlock"), "text": st.text(max_size=5)}))
        for name in ("items", "columns", "rows", "cells", "actions")
    },
)


@given(st.lists(elements, max_size=5))
def test_a_card_of_a_later_release_is_drawn_as_far_as_it_is_known(body: list[Json]) -> None:
    drawn = draw_card({"type": "AdaptiveCard", "body": body})
    assert [button.number for button in drawn.buttons] == list(range(1, len(drawn.buttons) + 1))


def test_fields_have_letters_for_as_many_as_there_are() -> None:
    handles = [handle(index) for index in range(800)]
    assert handles[:3] == ["a", "b", "c"]
    assert handles[25:28] == ["z", "aa", "ab"]
    assert len(set(handles)) == 800


# --- As a command.


def test_a_transcript_on_standard_input_is_played_and_ends_with_it(tmp_path: Path) -> None:
    ended = tilskuddshjelpen(
        "chat", "--data", tmp_path, typed="start\nAgder\n2027\n1\nBygland\n\nhjelp\nTo\\\nlinjer\n"
    )
    assert ended.code == 0, ended.err
    assert ended.err == ""
    assert "> Bygland" in ended.out
    assert "Kontaktperson" in ended.out
    assert ended.out.endswith("Alt er lagret.\n")
    assert DataFolder(tmp_path).mode() == "local"


def test_what_was_written_is_there_for_the_next_and_for_nobody_else(tmp_path: Path) -> None:
    tilskuddshjelpen("chat", "--data", tmp_path, typed="start\nAgder\n")
    same = tilskuddshjelpen("chat", "--data", tmp_path, typed="mine søknader\n")
    assert "Budsjettår" in same.out
    other = tilskuddshjelpen("chat", "--data", tmp_path, "--user", "ola", typed="mine søknader\n")
    assert "Du har ingen søknader ennå." in other.out


def test_a_language_can_be_chosen_and_english_is_spoken(tmp_path: Path) -> None:
    spoken = tilskuddshjelpen("chat", "--data", tmp_path, "--language", "en", typed="start\n")
    assert spoken.code == 0
    assert "Write here as in Teams" in spoken.out
    assert "Skriv" not in spoken.out


async def test_a_chat_beside_a_running_serve_writes_to_the_same_store(tmp_path: Path) -> None:
    data = tmp_path / "var"
    with serving("--local", "--data", data, output=tmp_path) as served:
        ended = tilskuddshjelpen("chat", "--data", data, typed="start\nAgder\n")
        assert ended.code == 0, ended.err
        assert "Budsjettår" in ended.out
        assert served.end() == 0
    store = open_store(data / "store.db")
    person = await person_of(store, USER)
    assert person.open_application is not None
    left = await store.outbox(states=("waiting", "uncertain", "failed"))
    await store.close()
    assert left == [], "what was said in the terminal is nobody else's to deliver"


def test_what_teams_has_proven_is_not_mixed_with_what_anyone_here_types(tmp_path: Path) -> None:
    DataFolder(tmp_path).use_in("credentials")
    refused = tilskuddshjelpen("chat", "--data", tmp_path, typed="start\n")
    assert refused.code == 4
    assert "with credentials" in refused.err
    assert os.listdir(tmp_path) == ["mode.json"]
