"""The document tree: what a filed document says, however a PDF, a Word file or a page draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

Language = Literal["nb", "nn", "en"]

NoteLevel = Literal["neutral", "stated", "confirmed", "warning", "missing"]
"""Only how much a note stands out: its text alone must say what it means."""


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str
    note: str | None = None
    """Small print under the value."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels to the left, values to the right."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few short values that must be seen first, side by side. Four at most in a row."""

    figures: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Subheading:
    """One level below the section it stands in."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """What people wrote, line breaks kept, set apart from the document's own words."""

    text: str
    by: str | None = None
    """Whose words they are, as it shall be printed."""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells are text as it shall be printed; sums are computed by whoever made the table."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric_columns: frozenset[int] = frozenset()
    """Counted from 0; set flush right with digits of equal width."""
    sums_row: tuple[str, ...] | None = None
    caption: str | None = None

    def __post_init__(self) -> None:
        if not self.headers:
            raise ValueError("a table needs headers: a screen reader reads them before each cell")
        for row in (*self.rows, *([self.sums_row] if self.sums_row is not None else [])):
            if len(row) != len(self.headers):
                raise ValueError(f"a row of {len(row)} cells under {len(self.headers)} headers")


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    level: NoteLevel = "neutral"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Facts | KeyFigures | Subheading | Paragraph | Words | Table | Note | Bullets | PageBreak


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What a committee in a hurry reads. Set smaller, down to a limit, when it would not fit one page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FooterWords:
    page: str
    """«side»"""
    of: str
    """«av»"""


@dataclass(frozen=True, slots=True)
class Document:
    lang: Language
    title: str
    case_number: str
    version_code: str
    """Tells one version of the text from every other, on every page, also when only paper is left."""
    footer: FooterWords
    sections: tuple[Section, ...]
    first_page: FrontPage | None = None
    """None: the sections follow directly under the title."""
    kicker: str | None = None
    """A line above the title: what kind of document this is."""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document needs a title: it is what a screen reader says first")


def texts(document: Document) -> Iterator[str]:
    """Every text of the document, in reading order: what all its renderings must hold."""
    if document.kicker is not None:
        yield document.kicker
    yield document.title
    if document.first_page is not None:
        for block in document.first_page.blocks:
            yield from block_texts(block)
    for section in document.sections:
        yield section.heading
        for block in section.blocks:
            yield from block_texts(block)
    yield from (document.case_number, document.version_code, document.footer.page, document.footer.of)


def block_texts(block: Block) -> Iterator[str]:
    match block:
        case Facts(rows=facts) | KeyFigures(figures=facts):
            for fact in facts:
                yield from (fact.label, fact.value)
                if fact.note is not None:
                    yield fact.note
        case Subheading(text=text) | Paragraph(text=text) | Note(text=text):
            yield text
        case Words(text=text, by=by):
            if by is not None:
                yield by
            yield text
        case Table(headers=headers, rows=rows, sums_row=sums_row, caption=caption):
            if caption is not None:
                yield caption
            yield from headers
            for row in rows:
                yield from row
            yield from sums_row or ()
        case Bullets(items=items):
            yield from items
        case PageBreak():
            pass
        case _:
            assert_never(block)
