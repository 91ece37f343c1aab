"""The files of a sent version: the data, the document for the committee, and what the manifest says of both."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogs.view import View
from storage.filing.application_data import SCHEMA, application_data
from storage.filing.application_document import application_document
from storage.filing.audit_files import audit_files
from storage.filing.pdf import render_pdf
from storage.store import AuditLine, Json


@dataclass(frozen=True, slots=True)
class ApplicationFiles:
    files: Mapping[str, bytes]
    manifest: Json
    substituted: tuple[str, ...]
    """Characters that the PDF shows with a substitute; the data have them as they were typed."""


def application_files(view: View, version: int, audit: Sequence[AuditLine] = ()) -> ApplicationFiles:
    """The same version gives the same bytes. Takes some tens of milliseconds: call it off the event loop.

    `audit` are the lines up to where the version was sent.
    """
    submission = view.application.submissions[version - 1]
    data = application_data(view, version)
    rendered = render_pdf(application_document(view, version), created=submission.received_at)
    files = {
        "application.json": json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n",
        "application.pdf": rendered.pdf,
        **audit_files(view.application, version, audit),
    }
    manifest: Json = {
        "schema": SCHEMA,
        "received_at": submission.received_at.isoformat(),
        "fingerprint": submission.fingerprint,
        "content_hash": submission.content_hash or None,
        "audit": submission.head.model_dump(mode="json") if submission.head is not None else None,
        "archive_mailbox": view.community.settings.archive_mailbox if view.community else None,
        "note": view.context.texts.say(view.value("document_language") or "nb", "notice-not-archive"),
    }
    return ApplicationFiles(files, manifest, rendered.substituted)
