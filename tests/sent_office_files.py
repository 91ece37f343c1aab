"""Files as people send them: workbooks with rows, our Word form with something written in it, and harmful ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

import openpyxl
from lxml import etree  # type: ignore[import-untyped]

Rows = Sequence[Sequence[Any]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    excel = openpyxl.Workbook()
    excel.remove(excel.worksheets[0])
    for name, rows in sheets.items():
        sheet = excel.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    packed = io.BytesIO()
    excel.save(packed)
    return packed.getvalue()


def filled_in(form: bytes, written: Mapping[str, str | bool], *, copied: Sequence[str] = ()) -> bytes:
    """The form with texts in its places and its boxes ticked.

    Rows that hold a place of `copied` stand there twice; the second of them is written as «tag'».
    """
    document = etree.fromstring(parts_of(form)["word/document.xml"])
    for tag in copied:
        row = next(_places(document)[tag][0].iterancestors(f"{W}tr"))
        row.addnext(deepcopy(row))
    places = _places(document)
    for tag, content in written.items():
        plain = tag.rstrip("'")
        _fill(places[plain][len(tag) - len(plain)], content)
    return with_parts(form, {"word/document.xml": etree.tostring(document)})


def _places(document: Any) -> dict[str, list[Any]]:
    """By their tags; one that was copied is there several times."""
    found: dict[str, list[Any]] = {}
    for place in document.iter(f"{W}sdt"):
        found.setdefault(place.find(f"{W}sdtPr/{W}tag").get(f"{W}val"), []).append(place)
    return found


def _fill(place: Any, content: str | bool) -> None:
    properties = place.find(f"{W}sdtPr")
    box = properties.find(f"{W14}checkbox")
    if box is not None:
        box.find(f"{W14}checked").set(f"{W14}val", "1" if content else "0")
        return
    properties.remove(properties.find(f"{W}showingPlcHdr"))
    run = place.find(f".//{W}r")
    for text in run.findall(f"{W}t"):
        run.remove(text)
    for number, line in enumerate(str(content).split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def parts_of(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_parts(packed: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with these parts changed or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in {**parts_of(packed), **changed}.items():
            package.writestr(name, part)
    return made.getvalue()
