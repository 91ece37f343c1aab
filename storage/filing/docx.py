"""The document tree as a Word file, with the same words as the PDF."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from typing import assert_never

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt

from dialogs.document import (
    Block,
    Bullets,
    Document,
    Facts,
    KeyFigures,
    Note,
    NoteLevel,
    PageBreak,
    Paragraph,
    Subheading,
    Table,
    Words,
)
from storage.filing.lines import column_shares
from storage.filing.office import same_bytes_each_time
from storage.filing.word import (
    TEXT_WIDTH,
    TINT,
    draw_bar,
    fill_cell,
    fill_paragraph,
    new_table,
    new_word_document,
    say,
    say_in,
    write_footer,
)

_BARS: dict[NoteLevel, tuple[str, str]] = {
    "neutral": ("8796A3", TINT),
    "stated": ("8796A3", TINT),
    "confirmed": ("1D6B43", "EEF6F1"),
    "warning": ("A35A00", "FDF5E8"),
    "missing": ("B3261E", "FDF0EF"),
}
_FIGURES_IN_A_ROW = 4


def render_docx(document: Document, *, created: datetime) -> bytes:
    """The same document and time give the same bytes. Call it off the event loop."""
    word = new_word_document(lang=document.lang, title=document.title, created=created)
    if document.kicker is not None:
        say(word.add_paragraph(style="Small print"), document.kicker, bold=True)
    say(word.add_paragraph(style="Title"), document.title)
    if document.first_page is not None:
        _draw_all(word, document.first_page.blocks, subheading="Heading 1", subheading_points=11.5)
    for number, section in enumerate(document.sections):
        heading = say(word.add_paragraph(style="Heading 1"), section.heading)
        heading.paragraph_format.page_break_before = number == 0 and document.first_page is not None
        _draw_all(word, section.blocks, subheading="Heading 2")
    footer = document.footer
    named = " · ".join(one for one in (document.case_number, document.version_code) if one)
    write_footer(word, named, footer.page, footer.of)
    package = io.BytesIO()
    word.save(package)
    return same_bytes_each_time(package.getvalue())


def _draw_all(
    word: WordDocument, blocks: Iterable[Block], *, subheading: str, subheading_points: float | None = None
) -> None:
    for block in blocks:
        match block:
            case Subheading(text=text):
                heading = say(word.add_paragraph(style=subheading), text)
                if subheading_points is not None:
                    heading.runs[0].font.size = Pt(subheading_points)
            case Paragraph(text=text):
                say(word.add_paragraph(), text)
            case Words(text=text, by=by):
                if by is not None:
                    say(word.add_paragraph(style="Small print"), by)
                say(word.add_paragraph(style="Quoted words"), text)
            case Bullets(items=items):
                for item in items:
                    say(word.add_paragraph(style="List Bullet"), item)
            case Note():
                _draw_note(word, block)
            case Facts():
                _draw_facts(word, block)
            case KeyFigures():
                _draw_key_figures(word, block)
            case Table():
                _draw_table(word, block)
            case PageBreak():
                word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case _:
                assert_never(block)


def _draw_note(word: WordDocument, note: Note) -> None:
    bar, fill = _BARS[note.level]
    paragraph = say(word.add_paragraph(), note.text)
    draw_bar(paragraph._p.get_or_add_pPr(), bar, eighths_of_a_point=24)
    fill_paragraph(paragraph._p.get_or_add_pPr(), fill)


def _draw_facts(word: WordDocument, facts: Facts) -> None:
    if not facts.rows:
        return
    label_width = TEXT_WIDTH * 34 // 100
    table = new_table(word, len(facts.rows), [label_width, TEXT_WIDTH - label_width], header_column=True)
    for row, fact in zip(table.rows, facts.rows, strict=True):
        label, value = row.cells
        say_in(label, fact.label, bold=True)
        say_in(value, fact.value)
        if fact.note is not None:
            say_in(value, fact.note, style="Small print")
    _keep_apart(word)


def _draw_key_figures(word: WordDocument, key_figures: KeyFigures) -> None:
    for start in range(0, len(key_figures.figures), _FIGURES_IN_A_ROW):
        figures = key_figures.figures[start : start + _FIGURES_IN_A_ROW]
        table = new_table(word, 1, [TEXT_WIDTH // len(figures)] * len(figures))
        for cell, figure in zip(table.rows[0].cells, figures, strict=True):
            fill_cell(cell, TINT)
            say_in(cell, figure.label, style="Small print")
            say_in(cell, figure.value, bold=True).runs[0].font.size = Pt(14)
            if figure.note is not None:
                say_in(cell, figure.note, style="Small print")
        _keep_apart(word)


def _draw_table(word: WordDocument, table: Table) -> None:
    if table.caption is not None:
        say(word.add_paragraph(style="Caption"), table.caption)
    shares, scale = column_shares(table)
    lines = [table.headers, *table.rows, *([table.sums_row] if table.sums_row is not None else [])]
    drawn = new_table(
        word, len(lines), [TEXT_WIDTH * share // sum(shares) for share in shares], header_row=True
    )
    for number, (row, cells) in enumerate(zip(drawn.rows, lines, strict=True)):
        bold = number == 0 or (table.sums_row is not None and number == len(lines) - 1)
        for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            paragraph = say_in(cell, text, bold=bold)
            if scale < 1:
                paragraph.runs[0].font.size = Pt(round(9.5 * scale * 2) / 2)
            if column in table.numeric_columns:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _keep_apart(word)


def _keep_apart(word: WordDocument) -> None:
    """Word joins two tables with nothing between them."""
    word.add_paragraph(style="Table text")
