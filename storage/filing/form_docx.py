"""The empty form as a Word file to work on elsewhere: each answer has its place, found again by its tag."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.table import _Cell

from dialogs.document import FooterWords, Language
from storage.filing.office import same_bytes_each_time, xml_text
from storage.filing.word import (
    QUIET,
    TEXT_WIDTH,
    TINT,
    add_element,
    fill_cell,
    new_element,
    new_table,
    new_word_document,
    say,
    say_in,
    write_footer,
)

_LONGEST_TAG_CHARACTERS = 64
"""Word refuses to open a file with a longer one."""
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_UNTICKED, _TICKED = "☐", "☒"
_BOX_FONT = "MS Gothic"


@dataclass(frozen=True, slots=True)
class Option:
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class FormField:
    """One place to write, tagged with `field_id`; a choice has a box for each option, tagged «id:code»."""

    field_id: str
    label: str
    help: str = ""
    options: tuple[Option, ...] = ()

    def __post_init__(self) -> None:
        for tag in self.tags:
            if len(tag) > _LONGEST_TAG_CHARACTERS:
                raise ValueError(f"{tag} is too long for a tag in Word")

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(f"{self.field_id}:{option.code}" for option in self.options) or (self.field_id,)


@dataclass(frozen=True, slots=True)
class FormSection:
    heading: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class FormSheet:
    lang: Language
    title: str
    intro: tuple[str, ...]
    """Paragraphs."""
    headers: tuple[str, str]
    """«Spørsmål», «Svar»: read aloud before each cell."""
    hint: str
    """What an empty place says until somebody writes there, «Skriv her». It is never an answer."""
    sections: tuple[FormSection, ...]
    version_code: str
    """Which release of the questions this is."""
    footer: FooterWords


def render_form_docx(sheet: FormSheet, *, created: datetime) -> bytes:
    """The same sheet and time give the same bytes. Call it off the event loop."""
    tags = [tag for section in sheet.sections for field in section.fields for tag in field.tags]
    if len(tags) != len(set(tags)):
        raise ValueError("two places of the form have the same tag")
    word = new_word_document(lang=sheet.lang, title=sheet.title, created=created)
    say(word.add_paragraph(style="Title"), sheet.title)
    for text in sheet.intro:
        say(word.add_paragraph(), text)
    label_width = TEXT_WIDTH * 42 // 100
    for section in sheet.sections:
        say(word.add_paragraph(style="Heading 1"), section.heading)
        widths = [label_width, TEXT_WIDTH - label_width]
        table = new_table(word, 1 + len(section.fields), widths, header_row=True, header_column=True)
        for cell, header in zip(table.rows[0].cells, sheet.headers, strict=True):
            say_in(cell, header, style="Small print")
        for row, field in zip(list(table.rows)[1:], section.fields, strict=True):
            question, answer = row.cells
            fill_cell(question, TINT)
            say_in(question, field.label, bold=True)
            if field.help:
                say_in(question, field.help, style="Small print")
            _make_places(answer, field, hint=sheet.hint)
            row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Cm(1.2)
    for number, properties in enumerate(word.element.iter(qn("w:sdtPr")), start=1):
        identity = new_element("w:id", val=str(number))
        properties.insert(2, identity)  # after alias and tag, where the schema wants it
    write_footer(word, f"{sheet.title} · {sheet.version_code}", sheet.footer.page, sheet.footer.of)
    package = io.BytesIO()
    word.save(package)
    return same_bytes_each_time(package.getvalue())


def _make_places(cell: _Cell, field: FormField, *, hint: str) -> None:
    if not field.options:
        run = new_element("w:r")
        add_element(add_element(run, "w:rPr"), "w:color", val=QUIET)
        add_element(run, "w:t").text = xml_text(hint)
        kind = [new_element("w:showingPlcHdr"), new_element("w:text", multiLine="1")]
        say_in(cell, "")._p.append(_place(field.field_id, field.label, kind, run))
    for option, tag in zip(field.options, field.tags, strict=False):
        run = new_element("w:r")
        add_element(
            add_element(run, "w:rPr"), "w:rFonts", ascii=_BOX_FONT, eastAsia=_BOX_FONT, hAnsi=_BOX_FONT
        )
        add_element(run, "w:t").text = _UNTICKED
        paragraph = say_in(cell, "")
        paragraph._p.append(_place(tag, option.label, [_box(run)], run))
        say(paragraph, f" {option.label}")


def _place(tag: str, title: str, kind: Iterable[BaseOxmlElement], shown: BaseOxmlElement) -> BaseOxmlElement:
    """A content control that can be written in and not deleted."""
    place = new_element("w:sdt")
    properties = add_element(place, "w:sdtPr")
    add_element(properties, "w:alias", val=xml_text(" ".join(title.split()))[:_LONGEST_TAG_CHARACTERS])
    add_element(properties, "w:tag", val=tag)
    add_element(properties, "w:lock", val="sdtLocked")
    properties.extend(kind)
    add_element(place, "w:sdtContent").append(shown)
    return place


def _box(maker: BaseOxmlElement) -> BaseOxmlElement:
    """Word's own tick box, of a later namespace than python-docx knows."""
    box: BaseOxmlElement = maker.makeelement(f"{_W14}checkbox")
    box.append(maker.makeelement(f"{_W14}checked", {f"{_W14}val": "0"}))
    for state, character in (("checkedState", _TICKED), ("uncheckedState", _UNTICKED)):
        value = {f"{_W14}val": f"{ord(character):04X}", f"{_W14}font": _BOX_FONT}
        box.append(maker.makeelement(f"{_W14}{state}", value))
    return box
