"""The document tree as PDF/A-2a and PDF/UA-1: to be archived, and to be read aloud by a screen reader."""

from __future__ import annotations

import json
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import assert_never

import typst

from dialogs.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    KeyFigures,
    Note,
    PageBreak,
    Paragraph,
    Section,
    Subheading,
    Table,
    Words,
    texts,
)
from storage.filing.glyphs import FONT_FAMILIES, FONT_FOLDER, stand_ins
from storage.filing.lines import column_shares, lines
from storage.store import Json

_TEMPLATE = Path(__file__).with_name("document.typ")
_REGIONS = {"nb": "NO", "nn": "NO", "en": "GB"}

# About how many characters a line of each kind holds: what is longer and has no space gets places to break.
_BODY, _TITLE, _LABEL, _VALUE, _FIGURE, _SMALL = 70, 34, 24, 48, 12, 16


_COMPILATIONS_BEFORE_TYPST_FORGETS = 11
"""typst keeps what it laid out through ten later compilations: people's words, and up to 300 MB of memory."""


@dataclass(frozen=True, slots=True)
class Rendered:
    pdf: bytes
    substituted: tuple[str, ...]
    """The characters that the fonts lack, in order of appearance; each is shown as «▯»."""


def characters_not_in_print(document: Document) -> tuple[str, ...]:
    """What `render_pdf` would substitute, known beforehand so that the document itself can say so."""
    return tuple(character for character, shown in stand_ins(texts(document)).items() if shown)


def render_pdf(document: Document, *, created: datetime) -> Rendered:
    """The same document and time give the same bytes. Call it off the event loop."""
    replaced = stand_ins(texts(document))
    printable = str.maketrans(dict(replaced))

    def said(text: str, widest: int = _BODY) -> list[list[str]]:
        return lines(text.translate(printable), widest=widest)

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)]
    )
    with tempfile.TemporaryDirectory(prefix="empty-root-") as empty_root:
        compiler = typst.Compiler(
            _TEMPLATE.read_bytes(),
            root=empty_root,
            font_paths=fonts,
            sys_inputs={"document": json.dumps(_tree(document, said, printable))},
        )
        pdf = compiler.compile(
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=created.astimezone(UTC).replace(microsecond=0),
        )
        for _ in range(_COMPILATIONS_BEFORE_TYPST_FORGETS):
            typst.Compiler(b"// nothing", root=empty_root, font_paths=fonts).compile(format="svg")
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return Rendered(pdf, tuple(character for character, shown in replaced.items() if shown))


_Said = Callable[..., list[list[str]]]


def _tree(document: Document, said: _Said, printable: dict[int, str]) -> Json:
    """What document.typ draws: texts as lines of pieces, blocks by kind."""
    return {
        "lang": document.lang,
        "region": _REGIONS[document.lang],
        "fonts": FONT_FAMILIES,
        "metadata_title": _one_line(document.title.translate(printable)) or document.case_number,
        "kicker": None if document.kicker is None else said(document.kicker),
        "title": said(document.title, _TITLE),
        "case_number": document.case_number.translate(printable),
        "version_code": document.version_code.translate(printable),
        "page_word": document.footer.page.translate(printable),
        "of_word": document.footer.of.translate(printable),
        "first_page": None
        if document.first_page is None
        else [_block(block, said) for block in document.first_page.blocks],
        "sections": [_section(section, said) for section in document.sections],
    }


def _section(section: Section, said: _Said) -> Json:
    return {
        "heading": _heading(section.heading, said, _TITLE),
        "blocks": [_block(block, said) for block in section.blocks],
    }


def _block(block: Block, said: _Said) -> Json:
    match block:
        case Facts(rows=rows):
            return {"kind": "facts", "rows": [_fact(row, said, _LABEL, _VALUE) for row in rows]}
        case KeyFigures(figures=figures):
            return {"kind": "key-figures", "figures": [_fact(row, said, _SMALL, _FIGURE) for row in figures]}
        case Subheading(text=text):
            return {"kind": "subheading", "text": _heading(text, said, _BODY)}
        case Paragraph(text=text):
            return {"kind": "paragraph", "text": said(text)}
        case Words(text=text, by=by):
            return {"kind": "words", "text": said(text), "by": None if by is None else said(by)}
        case Table():
            return _table(block, said)
        case Note(text=text, level=level):
            return {"kind": "note", "text": said(text), "level": level}
        case Bullets(items=items):
            return {"kind": "bullets", "items": [said(item) for item in items]}
        case PageBreak():
            return {"kind": "page-break"}
        case _:
            assert_never(block)


def _heading(text: str, said: _Said, widest: int) -> list[list[str]] | None:
    """None when nothing of it can be seen: the standard forbids an empty heading."""
    heading = said(text, widest)
    return heading if _one_line("".join(piece for line in heading for piece in line)) else None


def _one_line(text: str) -> str:
    """The text on one line, without what is invisible."""
    return " ".join("".join(each for each in text if unicodedata.category(each) != "Cf").split())


def _fact(fact: Fact, said: _Said, label_widest: int, value_widest: int) -> Json:
    return {
        "label": said(fact.label, label_widest),
        "value": said(fact.value, value_widest),
        "note": None if fact.note is None else said(fact.note, value_widest),
    }


def _table(table: Table, said: _Said) -> Json:
    shares, scale = column_shares(table)

    def row_said(row: tuple[str, ...]) -> list[list[list[str]]]:
        return [said(cell, share - 2) for cell, share in zip(row, shares, strict=True)]

    return {
        "kind": "table",
        "headers": row_said(table.headers),
        "rows": [row_said(row) for row in table.rows],
        "numeric": sorted(table.numeric_columns),
        "sums_row": None if table.sums_row is None else row_said(table.sums_row),
        "caption": None if table.caption is None else said(table.caption),
        "shares": shares,
        "scale": scale,
    }
