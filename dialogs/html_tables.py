"""The HTML that Teams sends beside a message: a table pasted from Excel or Word is whole only there."""

from __future__ import annotations

import html
import re
from typing import Final

LONGEST_HTML: Final = 200_000
"""Characters; a longer one is left alone, and the message's text is what there is."""
_TAG: Final = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,10})(?:[\s/][^<>]*)?>")
_BLOCKS: Final = ("p", "div", "br", "li", "table", "h1", "h2", "h3", "h4")
_BLANK: Final = re.compile(r"[ \t\r\n\f\u00a0]+")


def with_tables(markup: str) -> str | None:
    """The message with tabs between the cells of its tables, a line for each row; None where it has no table."""
    if len(markup) > LONGEST_HTML or "<table" not in markup.lower():
        return None
    markup = _without_comments(markup)
    lines: list[str] = []
    rows = 0
    cells: list[str] | None = None
    text = ""
    place = 0
    for tag in _TAG.finditer(markup):
        text += markup[place : tag.start()]
        place = tag.end()
        name, is_closing = tag["name"].lower(), bool(tag["closing"])
        if name == "tr":
            if is_closing and cells is not None:
                lines.append("\t".join(cells))
                rows += 1
            elif not is_closing:
                lines += _told(text)
            cells, text = (None, "") if is_closing else ([], "")
        elif name in ("td", "th"):
            if is_closing and cells is not None:
                cells.append(_plain(text))
            text = ""
        elif name in _BLOCKS and cells is None:
            lines += _told(text)
            text = ""
        elif name in _BLOCKS:
            text += " "
    lines += _told(text + markup[place:])
    return "\n".join(lines) if rows else None


def _without_comments(markup: str) -> str:
    first, *others = markup.split("<!--")
    return "".join([first, *(after.partition("-->")[2] for after in others)])


def _told(text: str) -> list[str]:
    told = _plain(text)
    return [told] if told else []


def _plain(text: str) -> str:
    return _BLANK.sub(" ", html.unescape(text)).strip()
