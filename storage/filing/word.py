"""Word as our documents use it: page, fonts, language, footer, and tables that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from dialogs.document import Language
from storage.filing.office import xml_text

INK = "1B1F23"
ACCENT = "123F5E"
QUIET = "52606B"
HAIRLINE = "CDD5DB"
TINT = "F2F5F7"

PAGE_WIDTH, MARGIN = Cm(21.0), Cm(2.4)
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN

_FONT = "Arial"
"""On every machine with Word, and with metric twins everywhere else."""
_LANGUAGES: dict[Language, str] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
_LONGEST_PROPERTY_CHARACTERS = 255
_AFTER_SHADING = ("w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")
"""What the schema wants after a paragraph's shading, of what we use."""


def new_word_document(*, lang: Language, title: str, created: datetime) -> WordDocument:
    """An empty document with our styles, its language, title and times set."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, Cm(29.7)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Cm(2.2)
    properties = word.core_properties
    properties.title = xml_text(" ".join(title.split()))[:_LONGEST_PROPERTY_CHARACTERS]
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.language = _LANGUAGES[lang]
    properties.created = properties.modified = created.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    _set_language(word, _LANGUAGES[lang])
    _style(word, "Normal", size=10.5, colour=INK, after=6)
    _style(word, "Title", size=22, colour=ACCENT, bold=True, after=12)
    _style(word, "Heading 1", size=15, colour=ACCENT, bold=True, before=20, after=6)
    _style(word, "Heading 2", size=11.5, colour=ACCENT, bold=True, before=12, after=4)
    caption = _style(word, "Caption", size=9.5, colour=INK, bold=True, before=8, after=4)
    caption.paragraph_format.keep_with_next = True
    _style(word, "List Bullet", size=10.5, after=3)
    _style(word, "Footer", size=8, colour=QUIET, after=0)
    small = _new_style(word, "Small print", size=9, colour=QUIET, after=2)
    small.paragraph_format.keep_with_next = True
    _new_style(word, "Table text", size=9.5, after=0)
    words = _new_style(word, "Quoted words", size=10.5, after=8)
    draw_bar(words.element.get_or_add_pPr(), "B9C6CF", eighths_of_a_point=18)
    return word


def say(paragraph: Paragraph, text: str, *, bold: bool = False) -> Paragraph:
    """Adds the text as it was typed: its line breaks and tabs become Word's."""
    paragraph.add_run(xml_text(text)).bold = bold or None
    return paragraph


def say_in(cell: _Cell, text: str, *, style: str = "Table text", bold: bool = False) -> Paragraph:
    """Fills the cell's first paragraph if it is empty, else adds one."""
    first = cell.paragraphs[0]
    paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
    paragraph._p.style = style.replace(" ", "")  # its id: finding it by name takes a millisecond
    return say(paragraph, text, bold=bold)


def new_table(
    word: WordDocument,
    rows: int,
    widths: Sequence[int],
    *,
    header_row: bool = False,
    header_column: bool = False,
) -> Table:
    """A ruled table of the given column widths (EMU); a header row is repeated on every page."""
    table: Table = word.add_table(rows, len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    properties = table._tbl.tblPr
    for element in [*properties.findall(qn("w:tblLook")), *properties.findall(qn("w:tblLayout"))]:
        properties.remove(element)
    # In the order the schema demands: Word calls the file damaged otherwise.
    borders = add_element(properties, "w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        add_element(borders, f"w:{side}", val="single", sz="4", space="0", color=HAIRLINE)
    add_element(properties, "w:tblLayout", type="fixed")
    margins = add_element(properties, "w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        add_element(margins, f"w:{side}", w="70" if side in ("left", "right") else "50", type="dxa")
    add_element(
        properties,
        "w:tblLook",
        val="0000",
        firstRow=str(int(header_row)),
        lastRow="0",
        firstColumn=str(int(header_column)),
        lastColumn="0",
        noHBand="1",
        noVBand="1",
    )
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Emu(width)
    if header_row:
        repeat_on_every_page(table, 0)
    return table


def repeat_on_every_page(table: Table, row: int) -> None:
    add_element(table.rows[row]._tr.get_or_add_trPr(), "w:tblHeader")


def fill_cell(cell: _Cell, colour: str) -> None:
    add_element(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=colour)


def fill_paragraph(properties: BaseOxmlElement, colour: str) -> None:
    shading = new_element("w:shd", val="clear", color="auto", fill=colour)
    properties.insert_element_before(shading, *_AFTER_SHADING)


def draw_bar(properties: BaseOxmlElement, colour: str, *, eighths_of_a_point: int) -> None:
    """To the left of a paragraph."""
    borders = OxmlElement("w:pBdr")
    add_element(borders, "w:left", val="single", sz=str(eighths_of_a_point), space="8", color=colour)
    properties.insert_element_before(borders, "w:shd", *_AFTER_SHADING)


def write_footer(word: WordDocument, left: str, page_word: str, of_word: str) -> None:
    """«left ... page 1 of 4»; Word counts the pages."""
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph_style(word, "Footer").paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    say(paragraph, f"{left}\t{page_word} ")
    _count(paragraph, "PAGE")
    say(paragraph, f" {of_word} ")
    _count(paragraph, "NUMPAGES")


def _count(paragraph: Paragraph, field: str) -> None:
    run = add_element(add_element(paragraph._p, "w:fldSimple", instr=field), "w:r")
    add_element(run, "w:t").text = "1"


def paragraph_style(word: WordDocument, name: str) -> ParagraphStyle:
    style = word.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no style for paragraphs")
    return style


def _style(
    word: WordDocument,
    name: str,
    *,
    size: float,
    colour: str | None = None,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    style = paragraph_style(word, name)
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    if colour is not None:
        style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.15
    run_properties = style.element.get_or_add_rPr()
    for fonts in run_properties.findall(qn("w:rFonts")):
        run_properties.remove(fonts)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)
    run_properties.insert(0, fonts)
    for borders in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.get_or_add_pPr().remove(borders)
    return style


def _new_style(
    word: WordDocument, name: str, *, size: float, colour: str = INK, after: float
) -> ParagraphStyle:
    word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    return _style(word, name, size=size, colour=colour, after=after)


def _set_language(word: WordDocument, tag: str) -> None:
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), tag)
    for lang in word.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), tag)


def add_element(parent: BaseOxmlElement, tag: str, **attributes: str) -> BaseOxmlElement:
    child = new_element(tag, **attributes)
    parent.append(child)
    return child


def new_element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
