"""`chat`: the conversation in a terminal, with the turns, the store and the cards that Teams gets."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

from rich.console import Console
from rich.text import Text

from bot import records
from bot.activities import CARD, Arrived, Consented, Deed, Incoming, Tapped, Where, Who, Wrote
from bot.adapter import InvokeReply
from bot.app import Bot, build_bot
from bot.body import Json
from bot.commands.card_text import Line, Style, printable
from bot.commands.opening import refusals
from bot.commands.operator import operator
from bot.commands.screen import Filled, NoButton, Pressed, SaveFile, Screen
from bot.commands.terminal import Terminal, free_path, upload_url
from bot.delivery.notice import TO_CHANNEL
from bot.finder_child import InChild
from bot.pace import Pace, Window
from bot.service_urls import TERMINAL
from bot.settings import Settings
from dialogs.person import Language, Person
from storage.data_folder import DataFolder
from storage.store import OutboxRow
from storage.tinydb_store import open_store

TENANT = "local"
MOST_ROUNDS = 5
"""Filing is followed by news for the receipt and by the offer of the PDF; nothing goes further."""

_STYLES: dict[Style, str] = {
    "plain": "",
    "strong": "bold",
    "subtle": "dim",
    "attention": "bold red",
    "field": "cyan",
    "button": "green",
}


NOBODY_ELSE_WAITS_SECONDS = 60.0
"""How long a question may wait for the answers to be read: here it keeps nobody's chat waiting but the asker's."""


def chat(settings: Settings, *, language: Language | None, user: str | None) -> None:
    """Until the input ends or Ctrl-C. The loop runs only while a turn does, so waiting for a line holds up nothing."""
    name = printable(user or operator()).strip()[:60] or "person"
    folder = DataFolder(settings.data)
    with refusals(settings.data):
        folder.use_in("local")
        store = open_store(folder.store_file)
    with asyncio.Runner() as runner:
        try:
            terminal = Terminal(f"{TERMINAL}{name}")
            talk = Chat(
                build_bot(
                    settings,
                    store,
                    terminal,
                    pace=unhurried(),
                    open_finder=InChild,
                    answer_patience_seconds=NOBODY_ELSE_WAITS_SECONDS,
                ),
                terminal,
                name,
                writer(),
            )
            with contextlib.suppress(KeyboardInterrupt):
                runner.run(talk.begin(language))
                for typed in typed_lines():
                    runner.run(talk.take(typed))
            talk.end()
        finally:
            runner.run(store.close())


def unhurried() -> Pace:
    """A terminal takes everything at once; Teams' pace is for Teams."""
    window = (Window(sends=100_000, seconds=1.0),)
    return Pace(per_conversation=window, per_tenant=window)


class Chat:
    """One person's conversation. What they do here is an Incoming like any other."""

    def __init__(self, bot: Bot, terminal: Terminal, name: str, write: Callable[[Line], None]) -> None:
        self._bot = bot
        self._terminal = terminal
        self._write = write
        self._screen = Screen(write, lambda: self._words("m-terminal-save"))
        self._who = Who(TENANT, f"terminal-{name}", name, user_id=f"{TERMINAL}{name}")
        self._where = Where("personal", TERMINAL, f"{TERMINAL}{name}", TENANT, bot_id="bot")
        self._language: Language = "nb"

    async def begin(self, language: Language | None) -> None:
        """Greets, shows what an earlier `chat` had no time to show, and takes up an open draft."""
        if language is not None:
            await self._do(_command("language", language))
        self._language = (await self._person_language()) or language or "nb"
        self._screen.say(self._words("m-terminal-intro"))
        await self._do(Arrived())
        await self._deliver_own(everything=True)
        person = await self._person()
        if person is not None and person.open_application is not None:
            await self._do(_command("resume"))

    async def take(self, typed: str) -> None:
        read = self._screen.read(typed)
        match read:
            case Filled():
                self._write(read.line)
            case NoButton():
                self._screen.say(self._words("m-terminal-no-button", number=read.number))
            case Pressed():
                await self._do(Tapped(read.verb, read.data, read.message_id))
            case SaveFile():
                await self._save(read)
            case "text":
                await self._do(Wrote(typed))

    def end(self) -> None:
        self._write(Line(self._words("m-terminal-end"), "subtle"))

    async def _do(self, deed: Deed) -> None:
        is_invoke = isinstance(deed, Tapped | Consented) and getattr(deed, "is_invoke", True)
        incoming = Incoming(uuid4().hex, self._who, self._where, deed, is_invoke=is_invoke)
        await self._bot.connected.refresh()
        reply = await self._bot.dispatch.take(incoming)
        await (
            self._bot.at_once.finish()
        )  # also what replaces a card: the loop stands still until the next line
        self._language = await self._person_language() or self._language
        shown = self._terminal.take_shown()
        self._screen.clear()
        self._show_reply(reply, deed, is_alone=not shown)
        for each in shown:
            self._screen.show(each)
        await self._bot.worker.flush()
        await self._deliver_own()

    def _show_reply(self, reply: InvokeReply | None, deed: Deed, *, is_alone: bool) -> None:
        """The card in place of the tapped one first; a text only where nothing else says what happened."""
        body: Json = (reply.body if reply is not None else None) or {}
        value = body.get("value")
        if body.get("type") == CARD and isinstance(value, dict):
            self._screen.show_card(deed.message_id if isinstance(deed, Tapped) else "", value)
        elif is_alone and isinstance(value, str) and value:
            self._screen.say(value)

    async def _save(self, file: SaveFile) -> None:
        path = free_path(Path.cwd(), file.name)
        await self._do(Consented(True, file.context, upload_url(path), str(path), uuid4().hex))

    async def _deliver_own(self, *, everything: bool = False) -> None:
        """What is for this conversation and due. The notice to the secretariat is a serving process' to send."""
        for _ in range(MOST_ROUNDS):
            rows = await self._bot.store.outbox(states=("waiting", "uncertain"))
            mine = [row for row in reversed(rows) if self._is_mine(row, everything=everything)]
            if not mine:
                return
            for row in mine:
                await self._bot.worker.deliver_here(row)
            for shown in self._terminal.take_shown():
                self._screen.show(shown)
            everything = False

    def _is_mine(self, row: OutboxRow, *, everything: bool) -> bool:
        return (
            row.body.get("service_url") == TERMINAL
            and row.body.get("conversation") == self._where.conversation_id
            and row.target not in TO_CHANNEL
            and (everything or row.due_at <= time.time())
        )

    async def _person(self) -> Person | None:
        identity = records.identity_key(self._who.tenant_id, self._who.object_id)
        found = (await self._bot.store.get([identity])).get(identity)
        if found is None:
            return None
        key = records.person_key(str(found.body["person"]))
        stored = (await self._bot.store.get([key])).get(key)
        return records.to_person(stored) if stored is not None else None

    async def _person_language(self) -> Language | None:
        person = await self._person()
        return person.language if person is not None else None

    def _words(self, key: str, **values: str | int) -> str:
        return self._bot.context.texts.say(self._language, key, **values)


def typed_lines() -> Iterator[str]:
    """Lines as the person sends them; one that ends in a backslash goes on. Ends with the input."""
    asks = sys.stdin.isatty()
    if asks:
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401  # lets one edit the line; its history stays in memory
    else:
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a text file, as far as anyone can run this
    kept: list[str] = []
    while True:
        try:
            line = input("> " if asks else "")
        except EOFError:
            return
        if not asks:
            print(f"> {printable(line)}")
        if line.endswith("\\"):
            kept.append(line[:-1])
            continue
        whole = "\n".join([*kept, line])
        kept = []
        if whole.strip():
            yield whole


def writer() -> Callable[[Line], None]:
    """Writes lines, wrapped and coloured where a person reads along."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # as above
    console = Console(markup=False, highlight=False, emoji=False, soft_wrap=not sys.stdout.isatty())

    def write(line: Line) -> None:
        console.print(Text(line.text, style=_STYLES[line.style]))

    return write


def _command(name: str, argument: str = "") -> Tapped:
    return Tapped("command", {"c": name, "x": argument}, is_invoke=False)
