"""Offers the filed PDF in a personal chat, to who is in or to an officer, for Teams' file consent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot import records
from bot.activities import to_message
from bot.body import Json
from bot.cards.elements import Pen, card, words
from bot.delivery.news import chat_of
from bot.delivery.still_in import application_of, dropped, person_of
from bot.delivery.teams import TeamsDelivery
from bot.files import file_offer, keep_here
from dialogs.application import Application
from dialogs.context import Context
from dialogs.person import Language, Person
from dialogs.view import View
from storage.store import OutboxRow, OutboxState, Settled, Store


def pdf_offer_row(row_id: str, to: Json, now: float) -> OutboxRow:
    """Offers the PDF once it is filed. A queue of its own: it may wait, and no message waits for it."""
    queue = f"pdf:{to.get('conversation') or to['person']}"
    return OutboxRow(row_id, "pdf", queue, dict(to), now, now)


DRAFT = 0
"""The version of what is not sent."""


def pdf_name(context: Context, language: Language, application: Application) -> str:
    if application.is_draft:
        return context.texts.say(language, "card-preview-file")
    return context.texts.say(language, "card-pdf-file", case=application.case_number or "")


class FiledPdfs:
    """The PDFs as they were filed; of a draft, made of what stands when it is asked for."""

    def __init__(
        self,
        store: Store,
        root: Path,
        context: Context,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._root = root
        self._context = context
        self._clock = clock

    def folder(self, application: Application, version: int) -> Path:
        community = str(application.value("community") or "other")
        return self._root / community / str(application.case_number) / f"v{version}"

    async def read(self, application_id: str, version: int) -> tuple[Application, bytes] | None:
        """None when that version is not sent, or not filed yet; of a draft, when it is none any more."""
        if version == DRAFT:
            application = await application_of(self._store, application_id)
            if application is None or not application.is_draft:
                return None
            return application, await asyncio.to_thread(self._drawn, application)
        key = records.submission_key(application_id, version)
        stored = (await self._store.get([key])).get(key)
        if stored is None:
            return None
        application = Application.model_validate(stored.body["application"])
        try:
            return application, await asyncio.to_thread(
                (self.folder(application, version) / "application.pdf").read_bytes
            )
        except OSError:
            return None

    def _drawn(self, application: Application) -> bytes:
        """The printing is loaded when the first is asked for: it would be a tenth of every start."""
        from storage.filing.draft_document import draft_pdf

        return draft_pdf(View(application, self._context), self._clock())

    def preview(self, application_id: str) -> Path:
        """Where a draft's latest PDF is kept for a client that takes no files."""
        return self._root.parent / "previews" / f"{application_id}.pdf"


class PdfDelivery:
    def __init__(
        self, store: Store, context: Context, teams: TeamsDelivery, filed: FiledPdfs, *, tells_path: bool
    ) -> None:
        self._store = store
        self._context = context
        self._teams = teams
        self._filed = filed
        self._tells_path = tells_path
        """The client takes no files; it is the local one, so the folder is on the same machine."""

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        return ()

    async def deliver(self, row: OutboxRow) -> Settled:
        body = row.body
        application_id, version = str(body["application"]), int(body["version"])
        person: Person | None = None
        if "language" not in body:
            person = await person_of(self._store, str(body["person"]))
            now = await application_of(self._store, application_id)
            if person is None or now is None or not now.has_member(person.id):
                return dropped(row, "no_longer_in")
        found = await self._filed.read(application_id, version)
        if found is None and version == DRAFT:
            return dropped(row, "no_longer")
        if found is None:
            return Settled(
                row.id, "waiting", time.time() + self._teams.pauses.first_seconds, {"code": "not_filed_yet"}
            )
        application, pdf = found
        language: Language = person.language if person is not None else body["language"]
        if person is not None and person.conversation is not None and "conversation" not in body:
            row = replace(row, body={**body, **chat_of(person)})
        say = self._context.texts.say
        number = application.case_number or ""
        if self._tells_path:
            pen = Pen(self._context.texts, language, row.id, application_id)
            path = str(self._filed.folder(application, version))
            if version == DRAFT:
                path = str(await asyncio.to_thread(keep_here, self._filed.preview(application_id), pdf))
            return await self._send(row, to_message(card(pen, [words(pen.t("card-pdf-path", path=path))])))
        is_draft = version == DRAFT
        offered = (
            say(language, "card-preview-offer") if is_draft else say(language, "card-pdf-offer", case=number)
        )
        offer = file_offer(
            pdf_name(self._context, language, application),
            offered,
            len(pdf),
            {"what": "pdf", "a": application_id, "n": version},
        )
        return await self._send(row, offer)

    async def _send(self, row: OutboxRow, activity: Json) -> Settled:
        do = "person" if row.body.get("member") else "send"
        return await self._teams.deliver(replace(row, body={**row.body, "do": do, "activity": activity}))
