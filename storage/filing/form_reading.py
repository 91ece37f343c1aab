"""The Word form filled in: what stands in each place, found by its tag. Places that people copied come again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from dialogs.file_parts import Place
from storage.filing.packages import CONTENT_TYPES, Refused, parsed

DOCUMENT = "word/document.xml"
MOST_PLACES = 2_000
MOST_CHARACTERS = 60_000
LONGEST_TAG = 64
_MAIN = re.compile(rb"wordprocessingml\.(?:document|template)\.main\+xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TAG = re.compile(r"[a-z][a-z0-9_]{0,39}(?:[@#/:][A-Za-z0-9_-]{1,60}){0,3}")
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}


def is_document(parts: Mapping[str, bytes]) -> bool:
    return _MAIN.search(parts[CONTENT_TYPES]) is not None


def read_places(parts: Mapping[str, bytes]) -> list[Place]:
    """In order, empty ones left out. Raises Refused where it is another document."""
    if DOCUMENT not in parts:
        raise Refused("damaged")
    places = []
    for place in _places(parsed(parts[DOCUMENT])):
        places.append(place)
        if len(places) > MOST_PLACES:
            raise Refused("too_much_text")
    if not places:
        raise Refused("not_our_form")
    if sum(len(place.text) for place in places) > MOST_CHARACTERS:
        raise Refused("too_much_text")
    return [place for place in places if place.is_ticked or place.text.strip()]


def _places(document: ElementTree.Element) -> Iterator[Place]:
    for control in document.iter(f"{_W}sdt"):
        properties = control.find(f"{_W}sdtPr")
        tagged = properties.find(f"{_W}tag") if properties is not None else None
        tag = tagged.get(f"{_W}val", "") if tagged is not None else ""
        content = control.find(f"{_W}sdtContent")
        if properties is None or content is None or len(tag) > LONGEST_TAG or not _TAG.fullmatch(tag):
            continue
        box = properties.find(f"{_W14}checkbox")
        if box is None:
            yield Place(tag, _text(content))
        else:
            state = box.find(f"{_W14}checked")
            is_ticked = state is not None and state.get(f"{_W14}val", "1") in ("1", "true", "on")
            yield Place(tag, is_ticked=is_ticked)


def _text(content: ElementTree.Element) -> str:
    """What is seen: deleted words that Word still keeps are no part of it."""
    pieces: list[str] = []
    for element in content.iter():
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag in _BREAKS:
            pieces.append(_BREAKS[element.tag])
        elif element.tag == f"{_W}p" and pieces:
            pieces.append("\n")
    return "".join(pieces)
