"""Files a sent version: makes its documents off the loop, and puts them in the folder once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path

from bot.delivery.pdf import pdf_offer_row
from bot.delivery.receipt import receipt_rows
from bot.signing import Signer
from dialogs.application import Application
from dialogs.context import Context
from dialogs.view import View
from storage.filing.application_files import application_files
from storage.filing.folder import AlreadyFiledOtherwise, FilingFailed, Signed, file_application
from storage.store import AuditLine, Json, Key, OutboxRow, OutboxState, Settled, Store

PAUSE_SECONDS = 15.0
LINES_AT_A_TIME = 1000


class FolderDelivery:
    def __init__(self, store: Store, context: Context, root: Path, signer: Signer) -> None:
        self._store = store
        self._context = context
        self._root = root
        self._signer = signer

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        """The receipts' news, and the offer of the PDF to everybody who is in."""
        news = receipt_rows(row, became, now)
        if became != "delivered":
            return news
        sent = {"application": row.body["application"], "version": row.body["version"]}
        others = [
            pdf_offer_row(f"{row.id}.pdf.{one['person']}", {**sent, "person": one["person"]}, now)
            for one in row.body.get("others", ())
        ]
        return [*news, pdf_offer_row(f"{row.id}.pdf", row.body, now), *others]

    async def deliver(self, row: OutboxRow) -> Settled:
        application_id, version = str(row.body["application"]), int(row.body["version"])
        key = Key("submission", f"{application_id}.{version}")
        stored = (await self._store.get([key])).get(key)
        if stored is None:
            return Settled(row.id, "failed", time.time(), {"code": "no_submission"})
        application = Application.model_validate(stored.body["application"])
        try:
            lines = await self._audit(application, version)
            path = await asyncio.to_thread(self._file, application, version, lines)
        except FilingFailed as failed:
            return Settled(row.id, "waiting", time.time() + PAUSE_SECONDS, {"code": failed.code})
        except AlreadyFiledOtherwise:
            return Settled(row.id, "failed", time.time(), {"code": "already_filed_otherwise"})
        return Settled(row.id, "delivered", time.time(), {"path": str(path.relative_to(self._root))})

    async def _audit(self, application: Application, version: int) -> list[AuditLine]:
        """Its lines until it was sent: what came afterwards belongs to no version that is filed."""
        head = application.submissions[version - 1].head
        lines: list[AuditLine] = []
        while head is not None and len(lines) < head.seq:
            most = min(LINES_AT_A_TIME, head.seq - len(lines))
            read = await self._store.audit(application.id, after=len(lines), limit=most)
            if not read:
                break
            lines += read
        return lines

    def _sign(self, manifest: Json) -> Signed:
        return Signed(self._signer.sign("manifest", manifest), self._signer.public_keys)

    def _file(self, application: Application, version: int, lines: Sequence[AuditLine]) -> Path:
        view = View(application, self._context)
        made = application_files(view, version, lines)
        community = str(application.value("community") or "other")
        number = application.case_number or ""
        filed = file_application(
            self._root, community, number, version, made.files, made.manifest, sign=self._sign
        )
        return filed.path
