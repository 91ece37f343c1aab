"""Whether the parts work: places, words, documents, and a whole turn in memory."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.activities import Incoming, Where, Who, Wrote
from bot.app import build_bot
from bot.commands.card_text import draw_card
from bot.commands.finding import Finding, ok, wrong
from bot.commands.terminal import Shown, Terminal
from bot.service_urls import TERMINAL
from bot.settings import Settings
from bot.words import load_texts
from dialogs.document import Document, FooterWords, Section, Words
from dialogs.person import LANGUAGES
from knowledge.checking import faults
from knowledge.library import load_library
from knowledge.municipalities import load_municipalities
from knowledge.yaml_files import FileWrong
from storage.filing.pdf import render_pdf
from storage.memory_store import MemoryStore

MUNICIPALITIES = 357
REINSTALL = "Install the program again; its own files are damaged."


async def places_check(settings: Settings) -> Sequence[Finding]:
    count = len(load_municipalities())
    if count != MUNICIPALITIES:
        return [wrong("places", f"{count} municipalities instead of {MUNICIPALITIES}", REINSTALL)]
    return [ok("places", f"{count} municipalities")]


async def words_check(settings: Settings) -> Sequence[Finding]:
    texts = load_texts()
    mute = [language for language in LANGUAGES if not texts.has(language, "m-welcome")]
    if mute:
        return [wrong("words", f"no words in {', '.join(mute)}", REINSTALL)]
    return [ok("words", f"catalogues load: {', '.join(LANGUAGES)}")]


async def answers_check(settings: Settings) -> Sequence[Finding]:
    """As a serving process takes them into use: all of it in order, or none of it."""
    where = "packaged" if settings.knowledge_dir is None else str(settings.knowledge_dir)
    keeps = "A serving process goes on with what it had, or with the packaged answers. `kb check` tells more."
    try:
        library = await asyncio.to_thread(load_library, settings.knowledge_dir, settings.communities_dir)
    except FileWrong as wrong_file:
        return [wrong("answers", f"{where}: {wrong_file}", keeps)]
    found = await asyncio.to_thread(lambda: list(faults(library)))
    if found:
        said = f"{where}: {found[0]}" + (f", and {len(found) - 1} more" if len(found) > 1 else "")
        return [wrong("answers", said, keeps)]
    return [ok("answers", f"{len(library.entries)} entries ({where})")]


async def documents_check(settings: Settings) -> Sequence[Finding]:
    page = Document(
        lang="nb",
        title="Prøveside",
        case_number="RST-2026-PRXVE",
        version_code="v0",
        footer=FooterWords("side", "av"),
        first_page=None,
        sections=(Section("Prøve", (Words("Æøå, čđŋšŧž."),)),),
    )
    began = time.perf_counter()
    rendered = await asyncio.to_thread(render_pdf, page, created=datetime.now(UTC))
    if not rendered.pdf.startswith(b"%PDF-"):
        return [wrong("documents", "typst made something that is no PDF", REINSTALL)]
    return [ok("documents", f"typst renders a page ({_ms(began)} ms)")]


async def turn_check(settings: Settings) -> Sequence[Finding]:
    """«start» said to the whole bot over a store in memory: the first question must come."""
    conversation = f"{TERMINAL}doctor"
    with tempfile.TemporaryDirectory(prefix="doctor-") as folder:
        terminal = Terminal(conversation)
        own = settings.model_copy(update={"data": Path(folder), "local": True})
        bot = build_bot(own, MemoryStore(), terminal, raise_faults=True)
        began = time.perf_counter()
        await bot.dispatch.take(
            Incoming(
                "doctor-1",
                Who("local", "doctor", "Doctor", conversation),
                Where("personal", TERMINAL, conversation, "local", "bot"),
                Wrote("start"),
            )
        )
        took = _ms(began)
        await bot.stop()
    if not any(_asks(shown) for shown in terminal.take_shown()):
        return [wrong("a turn", "«start» was not answered by a question", REINSTALL)]
    return [ok("a turn", f"«start» is answered by the first question ({took} ms)")]


def _asks(shown: Shown) -> bool:
    cards = [each.get("content") or {} for each in shown.activity.get("attachments") or ()]
    return any(draw_card(card).inputs for card in cards)


def _ms(began: float) -> int:
    return round((time.perf_counter() - began) * 1000)
