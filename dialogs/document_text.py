"""A document as plain text: what is hashed, and what a reader without tables gets. The same words as everywhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import assert_never

from dialogs.document import (
    Block,
    Bullets,
    Document,
    Facts,
    KeyFigures,
    Note,
    PageBreak,
    Paragraph,
    Subheading,
    Table,
    Words,
)


def plain_text(document: Document) -> str:
    """UTF-8 fit, NFC, lines parted by LF, ending with one. Footers are no part of it."""
    lines = [*([document.kicker] if document.kicker else []), document.title]
    blocks = [*(document.first_page.blocks if document.first_page else ())]
    for block in blocks:
        lines += _lines(block)
    for section in document.sections:
        lines += ["", section.heading]
        for block in section.blocks:
            lines += _lines(block)
    text = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Facts(rows=facts) | KeyFigures(figures=facts):
            for fact in facts:
                yield f"{fact.label}: {fact.value}"
                if fact.note is not None:
                    yield fact.note
        case Subheading(text=text):
            yield ""
            yield text
        case Paragraph(text=text) | Note(text=text):
            yield text
        case Words(text=text, by=by):
            if by is not None:
                yield by
            yield text
        case Table(headers=headers, rows=rows, sums_row=sums, caption=caption):
            if caption is not None:
                yield ""
                yield caption
            for row in (headers, *rows, *([sums] if sums is not None else [])):
                yield "\t".join(row)
        case Bullets(items=items):
            yield from (f"• {item}" for item in items)
        case PageBreak():
            pass
        case _:
            assert_never(block)
