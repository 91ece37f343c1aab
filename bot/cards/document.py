"""A document on a card: the same words as in print, so that a phone can read them."""

from __future__ import annotations

from typing import assert_never

from bot.cards.elements import Json, Pen, box, heading, labelled, near, parted, words
from bot.cards.pages import pages
from dialogs.document import (
    Block,
    Bullets,
    Document,
    Facts,
    KeyFigures,
    Note,
    PageBreak,
    Paragraph,
    Section,
    Subheading,
    Table,
    Words,
)


def document_bodies(document: Document) -> list[list[Json]]:
    """In as many bodies as Teams needs."""
    top: list[Json] = [words(document.kicker, subtle=True)] if document.kicker else []
    top.append(words(document.title, size="Large", bold=True))
    for section in document.sections:
        top += _section(section)
    return pages(top)


def text_bodies(title: str, text: str) -> list[list[Json]]:
    """A kept text, where it can no longer be drawn otherwise."""
    return pages([words(title, size="Large", bold=True), words(text)])


def _section(section: Section) -> list[Json]:
    made = [parted(heading(section.heading))]
    for block in section.blocks:
        made += _drawn(block)
    return made


def _drawn(block: Block) -> list[Json]:
    match block:
        case Facts(rows=facts) | KeyFigures(figures=facts):
            return [
                near(labelled(f.label, f.value if f.note is None else f"{f.value}\n{f.note}")) for f in facts
            ]
        case Subheading(text=text):
            return [words(text, bold=True)]
        case Paragraph(text=text):
            return [words(text)]
        case Note(text=text):
            return [box([words(text)])]
        case Words(text=text, by=by):
            return [box([labelled(by, text) if by is not None else words(text)])]
        case Bullets(items=items):
            return [near(words(f"• {item}")) for item in items]
        case Table():
            return _table(block)
        case PageBreak():
            return []
        case _:
            assert_never(block)


def _table(table: Table) -> list[Json]:
    """A row at a time, each cell beside the name of its column: a phone has no room for more."""
    made = [words(table.caption, bold=True)] if table.caption is not None else []
    for row in table.rows:
        first, *rest = row
        cells = [f"{header}: {cell}" for header, cell in zip(table.headers[1:], rest, strict=True) if cell]
        made.append(near(labelled(table.headers[0], "\n".join([first, *cells]))))
    if table.sums_row is not None:
        first, *rest = table.sums_row
        cells = [f"{header}: {cell}" for header, cell in zip(table.headers[1:], rest, strict=True) if cell]
        made.append(near(words("\n".join([first, *cells]), bold=True)))
    return made


def in_pages(pen: Pen, bodies: list[list[Json]], key: str, **values: str) -> list[tuple[str, list[Json]]]:
    """Each body with what stands above it."""
    if len(bodies) == 1:
        return [(pen.t(key, **values), bodies[0])]
    return [
        (f"{pen.t(key, **values)} ({number}/{len(bodies)})", body) for number, body in enumerate(bodies, 1)
    ]
