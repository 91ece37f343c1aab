"""The answer to an offered file: who may have it is decided anew, then the bytes go where Teams says."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from uuid import uuid4

import structlog

from bot import records
from bot.activities import Consented, Incoming, to_message
from bot.agreement_files import FORMATS, AgreementFiles
from bot.body import Json
from bot.cards.elements import Pen, card, words
from bot.delivery.at_once import PATIENCE_SECONDS
from bot.delivery.pdf import FiledPdfs, pdf_name
from bot.files import file_info
from bot.form_files import empty_file
from bot.outcomes import Uploaded
from bot.outgoing import Outgoing
from bot.roster import Officer, Rosters
from bot.rows import deed_name, own_row
from bot.service_urls import TERMINAL, FileHosts
from bot.spoken import spoken
from dialogs.application import Application
from dialogs.context import Context
from dialogs.person import Language, Person
from storage.store import OutboxRow, Store

log = structlog.get_logger(__name__)

_UNIQUE_ID = re.compile(r"[0-9A-Za-z-]{1,64}", re.ASCII)


class Consents:
    def __init__(
        self,
        store: Store,
        context: Context,
        connector: Outgoing,
        filed: FiledPdfs,
        agreements: AgreementFiles,
        rosters: Rosters,
        hosts: FileHosts,
        send_now: Callable[[Sequence[OutboxRow]], Awaitable[None]],
        *,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._patience_seconds = patience_seconds
        self._store = store
        self._context = context
        self._connector = connector
        self._filed = filed
        self._agreements = agreements
        self._rosters = rosters
        self._hosts = hosts
        self._send_now = send_now
        self._under_way: dict[str, asyncio.Task[None]] = {}

    async def take(self, incoming: Incoming, deed: Consented) -> None:
        """Uploads at once: the address is short-lived. A failure is said; the file can be asked for again.

        Returns when it is done, or when Teams wants its answer: then the upload goes on by itself.
        """
        # A second click, or the same consent delivered again, has the same address.
        name = f"consent.{deed_name(incoming, deed.upload_url)}"
        if name in self._under_way or await self._store.outbox(ids=[name]):
            return
        self._under_way[name] = task = asyncio.create_task(self._take(incoming, deed, name))
        task.add_done_callback(lambda _: self._under_way.pop(name))
        done, _ = await asyncio.wait({task}, timeout=self._patience_seconds)
        for ended in done:
            ended.result()

    async def _take(self, incoming: Incoming, deed: Consented, name: str) -> None:
        person = await self._person(incoming)
        language: Language = person.language if person is not None else spoken(incoming)
        if not deed.accepted:
            return await self._say(incoming, name, language, "card-file-declined")
        found = await self._file(incoming, deed, person, language)
        if found is None:
            return await self._say(incoming, name, language, "m-refused-person")
        file_name, data = found
        uploaded = await self._connector.upload_file(deed.upload_url, data, self._hosts)
        if not isinstance(uploaded, Uploaded):
            log.warning("file.not_uploaded", outcome=type(uploaded).__name__)
            return await self._say(incoming, name, language, "card-file-failed")
        # What came with the consent is a client's word: a link that we send is to lead where the file is.
        # The terminal's word is our own: it is a path of this machine, and no door lets anyone else say it.
        is_here = incoming.where.service_url == TERMINAL
        link = deed.content_url if is_here else self._hosts.link(deed.content_url)
        if not link:
            log.warning("file.no_link")
            return await self._say(incoming, name, language, "card-file-there")
        unique_id = deed.unique_id if _UNIQUE_ID.fullmatch(deed.unique_id) else str(uuid4())
        info = file_info(file_name, link, unique_id, file_name.rpartition(".")[2])
        return await self._send(incoming, name, language, info)

    async def _file(
        self, incoming: Incoming, deed: Consented, person: Person | None, language: Language
    ) -> tuple[str, bytes] | None:
        say = self._context.texts.say
        match deed.context.get("what"):
            case "form" | "budget" as what:
                return say(language, f"card-{what}-file"), await asyncio.to_thread(
                    empty_file, what, self._context, language
                )
            case "pdf":
                application_id, version = deed.context.get("a"), deed.context.get("n")
                if not isinstance(application_id, str) or not isinstance(version, int):
                    return None
                found = await self._filed.read(application_id, version)
                if found is None or not await self._may_read(incoming, person, application_id, found[0]):
                    return None
                return pdf_name(self._context, language, found[0]), found[1]
            case "agreement":
                return await self._agreement(deed, person, language)
            case _:
                return None

    async def _agreement(
        self, deed: Consented, person: Person | None, language: Language
    ) -> tuple[str, bytes] | None:
        application_id = deed.context.get("a")
        suffix = next((one for one in FORMATS if one == deed.context.get("f")), None)
        if person is None or suffix is None or not isinstance(application_id, str):
            return None
        found = await self._agreements.read(application_id, person.id, suffix)
        if found is None:
            return None
        say = self._context.texts.say
        return say(language, "card-agreement-file", code=found.code, suffix=suffix), found.content

    async def _may_read(
        self, incoming: Incoming, person: Person | None, application_id: str, sent: Application
    ) -> bool:
        """A member of the application as it is now, or of what is sent an officer of its helsefellesskap."""
        key = records.application_key(application_id)
        stored = (await self._store.get([key])).get(key)
        if person is not None and stored is not None and records.to_application(stored).has_member(person.id):
            return True
        if sent.is_draft:
            return False
        channel_key = records.channel_key(str(sent.value("community") or ""))
        channel = (await self._store.get([channel_key])).get(channel_key)
        if channel is None or incoming.who.tenant_id != channel.body["tenant"]:
            return False
        officer = await self._rosters.officer(
            str(channel.body["service_url"]),
            str(channel.body["channel"]),
            str(channel.body["tenant"]),
            incoming.who.object_id,
        )
        return isinstance(officer, Officer)

    async def _person(self, incoming: Incoming) -> Person | None:
        key = records.identity_key(incoming.who.tenant_id, incoming.who.object_id)
        identity = (await self._store.get([key])).get(key)
        if identity is None:
            return None
        person = records.person_key(str(identity.body["person"]))
        stored = (await self._store.get([person])).get(person)
        return records.to_person(stored) if stored is not None else None

    async def _say(self, incoming: Incoming, name: str, language: Language, key: str) -> None:
        pen = Pen(self._context.texts, language, name)
        await self._send(incoming, name, language, to_message(card(pen, [words(pen.t(key))])))

    async def _send(self, incoming: Incoming, name: str, language: Language, activity: Json) -> None:
        repeat = self._context.texts.say(language, "card-repeat")
        row = own_row(name, incoming.where, {"do": "send", "activity": activity, "repeat": repeat})
        await self._store.commit(expect={}, enqueue=[row])
        await self._send_now([row])
