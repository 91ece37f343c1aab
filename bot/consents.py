"""The answer to an offered file: who may have it is decided anew, then the bytes go where Teams says."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from uuid import uuid4

import structlog

from bot import records
from bot.activities import Consented, Incoming, to_message
from bot.body import Json
from bot.cards.elements import Pen, card, words
from bot.delivery.pdf import FiledPdfs
from bot.files import file_info
from bot.outcomes import Uploaded
from bot.outgoing import Outgoing
from bot.replies import OWN_LEASE_SECONDS
from bot.roster import Rosters
from bot.service_urls import FileHosts
from dialogs.application import Application
from dialogs.context import Context
from dialogs.person import Language, Person
from storage.filing.application_form import form_docx
from storage.store import OutboxRow, Store

log = structlog.get_logger(__name__)


class Consents:
    def __init__(
        self,
        store: Store,
        context: Context,
        connector: Outgoing,
        filed: FiledPdfs,
        rosters: Rosters,
        hosts: FileHosts,
        send_now: Callable[[Sequence[OutboxRow]], Awaitable[None]],
    ) -> None:
        self._store = store
        self._context = context
        self._connector = connector
        self._filed = filed
        self._rosters = rosters
        self._hosts = hosts
        self._send_now = send_now

    async def take(self, incoming: Incoming, deed: Consented) -> None:
        """Uploads at once: the address is short-lived. A failure is said; the file can be asked for again."""
        person = await self._person(incoming)
        language: Language = person.language if person is not None else "nb"
        if not deed.accepted:
            return await self._say(incoming, language, "card-file-declined")
        found = await self._file(incoming, deed, person, language)
        if found is None:
            return await self._say(incoming, language, "m-refused-person")
        name, data = found
        uploaded = await self._connector.upload_file(deed.upload_url, data, self._hosts)
        if not isinstance(uploaded, Uploaded):
            log.warning("file.not_uploaded", outcome=type(uploaded).__name__)
            return await self._say(incoming, language, "card-file-failed")
        info = file_info(name, deed.content_url, deed.unique_id or str(uuid4()), name.rsplit(".", 1)[-1])
        return await self._send(incoming, info)

    async def _file(
        self, incoming: Incoming, deed: Consented, person: Person | None, language: Language
    ) -> tuple[str, bytes] | None:
        say = self._context.texts.say
        match deed.context.get("what"):
            case "form":
                return say(language, "card-form-file"), await asyncio.to_thread(
                    form_docx, self._context, language
                )
            case "pdf":
                application_id, version = deed.context.get("a"), deed.context.get("n")
                if not isinstance(application_id, str) or not isinstance(version, int):
                    return None
                found = await self._filed.read(application_id, version)
                if found is None or not await self._may_read(incoming, person, application_id, found[0]):
                    return None
                return say(language, "card-pdf-file", case=found[0].case_number or ""), found[1]
            case _:
                return None

    async def _may_read(
        self, incoming: Incoming, person: Person | None, application_id: str, sent: Application
    ) -> bool:
        """A member of the application as it is now, or an officer of its helsefellesskap."""
        key = records.application_key(application_id)
        stored = (await self._store.get([key])).get(key)
        if person is not None and stored is not None and records.to_application(stored).has_member(person.id):
            return True
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
        return officer is not None

    async def _person(self, incoming: Incoming) -> Person | None:
        key = records.identity_key(incoming.who.tenant_id, incoming.who.object_id)
        identity = (await self._store.get([key])).get(key)
        if identity is None:
            return None
        person = records.person_key(str(identity.body["person"]))
        stored = (await self._store.get([person])).get(person)
        return records.to_person(stored) if stored is not None else None

    async def _say(self, incoming: Incoming, language: Language, key: str) -> None:
        pen = Pen(self._context.texts, language, incoming.id)
        await self._send(incoming, to_message(card(pen, [words(pen.t(key))])))

    async def _send(self, incoming: Incoming, activity: Json) -> None:
        where, now = incoming.where, time.time()
        body: Json = {
            "do": "send",
            "service_url": where.service_url,
            "conversation": where.conversation_id,
            "tenant": where.tenant_id,
            "activity": activity,
        }
        row = OutboxRow(
            f"consent.{incoming.id}", "teams", where.conversation_id, body, now, now + OWN_LEASE_SECONDS
        )
        await self._store.commit(expect={}, enqueue=[row])
        await self._send_now([row])
