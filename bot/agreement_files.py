"""The agreement as a PDF or a Word file, made when it is asked for, for who is in the application."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal, get_args

from bot.delivery.still_in import application_of
from bot.kept_texts import kept_text
from dialogs.agreement.records import KeptText
from dialogs.agreement.text import make
from dialogs.application import Application
from dialogs.context import Context
from dialogs.view import View
from storage.store import Store

AgreementFormat = Literal["pdf", "docx"]
FORMATS: Final[tuple[AgreementFormat, ...]] = get_args(AgreementFormat)


@dataclass(frozen=True, slots=True)
class AgreementFile:
    application: Application
    code: str
    content: bytes


class AgreementFiles:
    def __init__(
        self, store: Store, context: Context, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store = store
        self._context = context
        self._clock = clock

    async def read(
        self, application_id: str, person_id: str, suffix: AgreementFormat
    ) -> AgreementFile | None:
        """None for whoever is not in the application, and where there is none."""
        application = await application_of(self._store, application_id)
        if application is None or not application.has_member(person_id):
            return None
        text = application.agreement.text
        kept = await kept_text(self._store, application.id, text.text_hash) if text is not None else None
        return await asyncio.to_thread(self._made, application, kept, suffix)

    def _made(
        self, application: Application, kept: KeptText | None, suffix: AgreementFormat
    ) -> AgreementFile:
        """The printing is loaded when the first is asked for: it would be a tenth of every start."""
        from storage.filing.agreement_document import agreement_docx, agreement_pdf, as_asked

        view = View(application, self._context)
        made = as_asked(view, make(view), kept)
        draw = agreement_pdf if suffix == "pdf" else agreement_docx
        return AgreementFile(application, made.code, draw(view, made, self._clock()))
