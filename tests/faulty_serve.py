"""`serve` with parts that break, each in its own layer and with people's words in the exception and in its frame."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import threading
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from aiohttp import web

from bot.answering import InThread
from bot.app import Bot, build_app, build_bot, load_context
from bot.body import Json
from bot.commands.serve import Parts, serve
from bot.door import Admitted, Door, Refusal
from bot.logs import configure_logs
from bot.outcomes import Failure, Fetched, Outcome, Roster, TooLarge, Uploaded
from bot.outgoing import Outgoing
from bot.service_urls import FileHosts
from bot.settings import Settings, read_settings
from dialogs.findings import Finding
from dialogs.person import Language
from dialogs.questions import Form, Page, Question
from dialogs.texts.catalogues import Texts
from dialogs.view import View
from knowledge.finding import Asked
from storage.store import (
    AuditLine,
    Committed,
    Conflict,
    Key,
    LineId,
    OutboxRow,
    OutboxState,
    Put,
    Settled,
    Store,
    Stored,
)
from storage.tinydb_store import open_store

CANARY = "kanarifugl-17"
BREAKS = "breaks:"
"""A conversation with this name breaks the layer that comes after it."""
KEY_OF_HELP = "m-help"
KEY_OF_FILING = "notice-not-archive"
KEYS_OF_INQUIRIES = ("notice-inquiry", "card-inquiry-about")


class Broken(Exception):
    pass


def break_here(layer: str) -> NoReturn:
    words_of_a_person = f"{CANARY} in {layer}"
    raise Broken(words_of_a_person, {"locals": words_of_a_person})


def is_broken(conversation: object, layer: str) -> bool:
    return conversation == f"{BREAKS}{layer}"


class FaultyDoor:
    """Breaks while the request is read, and outside every turn: in a task, a thread, a destructor, a library."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._kept: set[asyncio.Task[None]] = set()

    async def admit(self, request: web.Request) -> Admitted | Refusal:
        admitted = await self._door.admit(request)
        if isinstance(admitted, Admitted):
            name = admitted.body["conversation"]["id"]
            if is_broken(name, "parse"):
                break_here("parse")
            if is_broken(name, "beside"):
                self._beside()
        return admitted

    def _beside(self) -> None:
        words = f"{CANARY} beside a turn"

        async def task() -> None:
            break_here("task")

        def lost() -> None:
            break_here("callback")

        class Dying:
            def __del__(self) -> None:
                break_here("destructor")

        asyncio.get_running_loop().create_task(task()).add_done_callback(lambda done: gc.collect())
        asyncio.get_running_loop().call_soon(lost)
        threading.Thread(target=break_here, args=("thread",)).start()
        warnings.warn(words, RuntimeWarning, stacklevel=1)
        logging.getLogger("library").error("a library says %s", words)
        logging.getLogger("library").warning(words)
        try:
            break_here("library")
        except Broken:
            logging.getLogger("library").exception(words)
        Dying()


class FaultyStore:
    """Breaks when something is written for the conversation; all else goes to the real store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, keys: Sequence[Key]) -> Mapping[Key, Stored]:
        return await self._store.get(keys)

    async def find(self, kind: str, index: str, value: str, *, limit: int = 100) -> Sequence[Stored]:
        return await self._store.find(kind, index, value, limit=limit)

    async def scan(self, kind: str, *, after: str = "", limit: int = 500) -> Sequence[Stored]:
        return await self._store.scan(kind, after=after, limit=limit)

    async def commit(
        self,
        *,
        expect: Mapping[Key, int],
        put: Sequence[Put] = (),
        delete: Sequence[Key] = (),
        append_audit: Sequence[AuditLine] = (),
        erase_values: Sequence[LineId] = (),
        enqueue: Sequence[OutboxRow] = (),
    ) -> Committed | Conflict:
        if any(is_broken(row.body.get("conversation"), "store") for row in enqueue):
            break_here("store")
        return await self._store.commit(
            expect=expect,
            put=put,
            delete=delete,
            append_audit=append_audit,
            erase_values=erase_values,
            enqueue=enqueue,
        )

    async def audit(self, application_id: str, *, after: int = 0, limit: int = 1000) -> Sequence[AuditLine]:
        return await self._store.audit(application_id, after=after, limit=limit)

    async def claim(self, now: float, *, lease_seconds: float, limit: int = 50) -> Sequence[OutboxRow]:
        return await self._store.claim(now, lease_seconds=lease_seconds, limit=limit)

    async def settle(self, settled: Sequence[Settled]) -> None:
        await self._store.settle(settled)

    async def outbox(
        self, *, ids: Sequence[str] = (), states: Sequence[OutboxState] = (), limit: int = 500
    ) -> Sequence[OutboxRow]:
        return await self._store.outbox(ids=ids, states=states, limit=limit)

    async def outbox_counts(self) -> Mapping[OutboxState, int]:
        return await self._store.outbox_counts()

    async def purge(self, now: float) -> int:
        return await self._store.purge(now)

    async def close(self) -> None:
        await self._store.close()


class FaultyConnector:
    """Breaks when something is sent to the conversation."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing

    async def send(self, service_url: str, conversation_id: str, activity: Json) -> Outcome:
        if is_broken(conversation_id, "connector"):
            break_here("connector")
        return await self._outgoing.send(service_url, conversation_id, activity)

    async def update(
        self, service_url: str, conversation_id: str, activity_id: str, activity: Json
    ) -> Outcome:
        return await self._outgoing.update(service_url, conversation_id, activity_id, activity)

    async def create_conversation(self, service_url: str, body: Json) -> Outcome:
        return await self._outgoing.create_conversation(service_url, body)

    async def members(
        self, service_url: str, conversation_id: str, *, limit: int = 10_000
    ) -> Roster | Failure:
        return await self._outgoing.members(service_url, conversation_id, limit=limit)

    async def upload_file(self, url: str, data: bytes, allowed_hosts: FileHosts) -> Uploaded | Failure:
        return await self._outgoing.upload_file(url, data, allowed_hosts)

    async def fetch_file(
        self, url: str, allowed_hosts: FileHosts, *, max_bytes: int
    ) -> Fetched | TooLarge | Failure:
        return await self._outgoing.fetch_file(url, allowed_hosts, max_bytes=max_bytes)


class FaultyTexts(Texts):
    """Breaks while «hjelp», a question to a secretariat or its answer is drawn, and while a folder is made."""

    def breaking(self, language: Language, key: str) -> str:
        if key == KEY_OF_HELP:
            break_here("render")
        return self._plain(language, key)

    def say(self, language: Language, key: str, **values: str | int) -> str:
        if key == KEY_OF_FILING:
            break_here("filing")
        if key in KEYS_OF_INQUIRIES:
            break_here("inquiry")
        return super().say(language, key, **values)


class FaultyFinder:
    """Breaks on what somebody asked."""

    def find(self, asked: Asked) -> Finding:
        words_of_a_person = asked.text
        raise Broken(words_of_a_person)


def breaking_on_its_words(view: View, party: str | None, line: str | None) -> bool:
    """Whether the question applies: a rule that breaks on what somebody wrote."""
    if CANARY in str(view.value("title")):
        break_here("validate")
    return True


def faulty_bot(settings: Settings, store: Store, outgoing: Outgoing) -> Bot:
    context = load_context(settings)
    texts = FaultyTexts.__new__(FaultyTexts)
    texts.__dict__.update(context.texts.__dict__)
    texts.__dict__["plain"] = texts.breaking
    form = Form(
        tuple(
            replace(
                section,
                pages=tuple(_breaking(page) if page.name == "what" else page for page in section.pages),
            )
            for section in context.form.sections
        )
    )
    faulty = replace(context, texts=texts, form=form)
    return build_bot(
        settings,
        store,
        FaultyConnector(outgoing),
        context=faulty,
        open_finder=lambda _: InThread(FaultyFinder),
    )


def _breaking(page: Page) -> Page:
    def breaking(question: Question) -> Question:
        return replace(question, applies=breaking_on_its_words)

    return replace(page, questions=tuple(map(breaking, page.questions)))


def faulty_app(bot: Bot, door: Door) -> web.Application:
    return build_app(bot, FaultyDoor(door))


def faulty_store(path: Path) -> Store:
    return FaultyStore(open_store(path))


def main(arguments: Sequence[str]) -> None:
    """`--port 0 --data DIR`, as the test starts it."""
    given: dict[str, Any] = dict(zip(arguments[::2], arguments[1::2], strict=True))
    configure_logs("debug")
    settings = read_settings(local=True, port=int(given["--port"]), data=Path(given["--data"]))
    parts = Parts(open_store=faulty_store, build_bot=faulty_bot, build_app=faulty_app)
    asyncio.run(partial(serve, settings, parts)())


if __name__ == "__main__":
    main(sys.argv[1:])
