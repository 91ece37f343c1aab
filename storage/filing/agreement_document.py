"""The agreement in print: its text, then, on a page of its own, who has confirmed it, or where to sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dialogs.agreement.records import KeptText
from dialogs.agreement.standing import how_agreed, parties_stand
from dialogs.agreement.text import Made, language_of
from dialogs.agreement.words import stands_text, state_text
from dialogs.document import Block, Document, Fact, Facts, Note, Paragraph, Section, Words
from dialogs.person import Language
from dialogs.texts.catalogues import Texts
from dialogs.view import View
from storage.filing.pdf import render_pdf


def agreement_document(view: View, made: Made) -> Document:
    """The words that are hashed, word for word, and after them pages that are not."""
    texts, language = view.context.texts, language_of(view)
    document = made.document
    annex = (
        _confirmations(view, texts, language),
        *(() if how_agreed(view) == "confirmation" else (_signatures(view, texts, language),)),
        _contacts(view, texts, language),
    )
    return replace(
        document, case_number=view.application.case_number or "", sections=(*document.sections, *annex)
    )


def as_asked(view: View, made: Made, kept: KeptText | None) -> Made:
    """The text that was asked about, also where a release would draw it otherwise: then as it was kept, plainly."""
    text = view.application.agreement.text
    if text is None or text.is_open or kept is None or made.text_hash == text.text_hash:
        return made
    plain = replace(
        made.document,
        kicker=None,
        version_code=text.code,
        sections=(Section(text.code, (Words(kept.text),)),),
    )
    return Made(plain, kept, text.content_hash, text.text_hash)


def agreement_pdf(view: View, made: Made, at: datetime) -> bytes:
    """PDF/A-2a and PDF/UA-1. Takes some tens of milliseconds: call it off the event loop."""
    return render_pdf(agreement_document(view, made), created=at).pdf


def agreement_docx(view: View, made: Made, at: datetime) -> bytes:
    from storage.filing.docx import (
        render_docx,  # few ask for Word, and loading it would be seen at every start
    )

    return render_docx(agreement_document(view, made), created=at)


def confirmation_blocks(view: View, language: Language) -> list[Block]:
    """How each party stands to the text, with the text's code and fingerprint."""
    say, text = view.context.texts.say, view.application.agreement.text
    blocks: list[Block] = [Note(state_text(view, language), "confirmed")]
    texts = view.context.texts
    facts = [Fact(one.party.name, stands_text(texts, language, one)) for one in parties_stand(view)]
    if text is not None:
        facts += [
            Fact(say(language, "card-agreement-code"), text.code),
            Fact(say(language, "card-fingerprint"), text.text_hash),
        ]
    return [*blocks, Facts(tuple(facts))]


def _confirmations(view: View, texts: Texts, language: Language) -> Section:
    meant = Paragraph(texts.say(language, "d-agreement-not-part"))
    blocks = [] if how_agreed(view) == "stated" else confirmation_blocks(view, language)
    return Section(texts.say(language, "d-agreement-confirmations"), (meant, *blocks))


def _signatures(view: View, texts: Texts, language: Language) -> Section:
    """For those who sign on paper: a place for each party."""
    line = "\u2009" + "_" * 34
    names = ("d-sign-name", "d-sign-role", "d-sign-date", "d-sign-signature")
    blocks: list[Block] = [Paragraph(texts.say(language, "d-sign-how"))]
    for party in view.parties():
        rows = [Fact(texts.say(language, name), line) for name in names]
        blocks.append(Facts((Fact(texts.say(language, "card-party"), party.name), *rows)))
    return Section(texts.say(language, "d-sign"), tuple(blocks))


def _contacts(view: View, texts: Texts, language: Language) -> Section:
    rows = []
    for party in view.parties():
        said = [str(view.value(name, party.id) or "") for name in ("contact_name", "contact_role")]
        rows.append(Fact(party.name, ", ".join(one for one in said if one) or "–"))
    return Section(texts.say(language, "d-agreement-contacts"), (Facts(tuple(rows)),))
