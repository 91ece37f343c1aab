"""A draft as it would be sent, to be looked at: marked as a draft on every page, without a number or a version."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dialogs.document import Document, FrontPage, Note
from dialogs.person import Language
from dialogs.texts.catalogues import moment
from dialogs.view import View
from storage.filing.application_document import application_document
from storage.filing.pdf import render_pdf

UNSENT = 0


def draft_document(view: View, at: datetime) -> Document:
    language: Language = view.value("document_language") or "nb"
    say = view.context.texts.say
    document = application_document(view, UNSENT)
    note = Note(say(language, "d-draft-note", at=moment(language, at)), "warning")
    blocks = document.first_page.blocks if document.first_page is not None else ()
    return replace(
        document,
        case_number=say(language, "d-draft"),
        version_code=moment(language, at),
        kicker=f"{say(language, 'd-draft')} – {document.kicker}",
        first_page=FrontPage((note, *blocks)),
    )


def draft_pdf(view: View, at: datetime) -> bytes:
    """Takes some tens of milliseconds: call it off the event loop."""
    return render_pdf(draft_document(view, at), created=at).pdf
