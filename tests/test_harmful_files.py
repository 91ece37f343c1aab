"""Files that nobody should open: each is refused with a sentence of its own, and nothing of it is kept."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from bot.form_files import empty_file
from bot.reading_child import read_in_child
from bot.sent_files import to_opened
from dialogs.file_parts import FileRefusal
from dialogs.person import LANGUAGES
from storage.filing.reading_process import read_file
from tests.drafts import TO_BUDGET
from tests.sent_office_files import parts_of, with_parts, workbook
from tests.talking import Talk, the_context

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPES = "[Content_Types].xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
SHEET = "xl/worksheets/sheet1.xml"


def good() -> bytes:
    return workbook({"Budsjett": [("Hva", "Beløp"), ("Lege", 900_000)]})


def changed(part: str, old: bytes, new: bytes) -> bytes:
    before = parts_of(good())[part]
    assert old in before
    return with_parts(good(), {part: before.replace(old, new, 1)})


def related(kind: str) -> bytes:
    relation = (
        f'<Relationship Id="rX" Type="http://x/{kind}" Target="https://x.example/" TargetMode="External"/>'
    )
    return changed(RELATIONS, b"</Relationships>", f"{relation}</Relationships>".encode())


def under_a_password() -> bytes:
    packed = bytearray(good())
    for at in range(len(packed) - 4):
        if packed[at : at + 4] == b"PK\x03\x04":
            packed[at + 6] |= 1
        if packed[at : at + 4] == b"PK\x01\x02":
            packed[at + 8] |= 1
    return bytes(packed)


def bomb() -> bytes:
    return with_parts(good(), {"xl/media/image1.png": bytes(21 * 1024 * 1024)})


def bomb_that_lies() -> bytes:
    """It says that it unfolds into ten bytes."""
    packed = bytearray(bomb())
    said = struct.pack("<I", 21 * 1024 * 1024)
    while (at := packed.find(said)) >= 0:
        packed[at : at + 4] = struct.pack("<I", 10)
    return bytes(packed)


def many_parts() -> bytes:
    return with_parts(good(), {f"xl/media/{number}.png": b"" for number in range(200)})


def twice_the_same_part() -> bytes:
    made = io.BytesIO(good())
    with zipfile.ZipFile(made, "a") as package:
        package.writestr(SHEET.upper(), b"<a/>")
    return made.getvalue()


def other_document() -> bytes:
    form = empty_file("form", the_context(), "nb")
    document = parts_of(form)["word/document.xml"].replace(b"w:tag ", b"w:tug ")
    return with_parts(form, {"word/document.xml": document})


FILES: dict[str, tuple[FileRefusal, Callable[[], bytes]]] = {
    "larger than two megabytes": ("too_large", lambda: good() + bytes(2 * 1024 * 1024)),
    "a zip bomb": ("unpacked", bomb),
    "a zip bomb that says it is small": ("damaged", bomb_that_lies),
    "more than 200 parts": ("unpacked", many_parts),
    "cut short": ("damaged", lambda: good()[:2_000]),
    "the same part twice": ("damaged", twice_the_same_part),
    "a part outside the package": ("damaged", lambda: with_parts(good(), {"../../etc/passwd": b"x"})),
    "not the XML it says": ("damaged", lambda: changed(SHEET, b"<sheetData>", b"<sheetData")),
    "a password": ("encrypted", lambda: COMPOUND + "EncryptedPackage".encode("utf-16-le")),
    "a part under a password": ("encrypted", under_a_password),
    "of before 2007": ("old_format", lambda: COMPOUND + bytes(500)),
    "a PDF": ("other_kind", lambda: b"%PDF-1.7"),
    "nothing at all": ("other_kind", lambda: b""),
    "another zip": ("other_kind", lambda: zip_of("a.txt", b"hei")),
    "macros": ("macros", lambda: with_parts(good(), {"xl/vbaProject.bin": b"x"})),
    "macros by its type": (
        "macros",
        lambda: changed(TYPES, b"sheet.main+xml", b"sheet.macroEnabled.main+xml"),
    ),
    "a link to another file": ("external", lambda: with_parts(good(), {"xl/externalLinks/a.xml": b"<a/>"})),
    "something Office would fetch": ("external", lambda: related("oleObject")),
    "another file inside": ("external", lambda: with_parts(good(), {"xl/embeddings/a.bin": b"x"})),
    "entities": (
        "entities",
        lambda: changed(SHEET, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
    ),
    "501 rows": ("too_many_cells", lambda: workbook({"A": [("Lege", 1)] * 501})),
    "31 columns": ("too_many_cells", lambda: workbook({"A": [[1] * 31]})),
    "more text than any budget": ("too_much_text", lambda: workbook({"A": [["x" * 30_000, "y" * 31_000]]})),
    "no cells": ("no_cells", lambda: workbook({"A": []})),
    "another Word document": ("not_our_form", other_document),
}


def zip_of(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_and_said_why(name: str) -> None:
    refusal, made = FILES[name]
    assert read_file(made()) == {"refused": refusal}


def test_a_link_that_somebody_may_press_is_no_harm() -> None:
    assert "sheets" in read_file(related("hyperlink"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_refusal_is_a_sentence_of_its_own_and_the_draft_stands(talk: Talk, language: str) -> None:
    talk(TO_BUDGET)
    talk.type({"nb": "bokmål", "nn": "nynorsk", "en": "english"}[language])
    before = talk.draft
    said = set()
    for refusal, made in dict(FILES.values()).items():
        talk.send_file(made())
        said.add(talk.said[0])
        assert talk.said[0] == talk.context.texts.say(talk.person.language, f"m-file-{refusal}")
    assert len(said) == len(dict(FILES.values()))
    assert talk.draft == before


async def test_what_takes_too_long_ends_with_the_process_that_reads_it() -> None:
    assert to_opened(await read_in_child(good(), seconds=0.001), "").refusal == "too_heavy"
