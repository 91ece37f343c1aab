"""An Office file from somebody else, opened with suspicion: how large, how many parts, and nothing in it that acts."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree

from dialogs.file_parts import FileRefusal

LARGEST_BYTES = 2 * 1024 * 1024
LARGEST_UNPACKED_BYTES = 20 * 1024 * 1024
MOST_PARTS = 200
_CHUNK = 64 * 1024
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Office's older container: files of before 2007, and new ones under a password."""
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ACTS = re.compile(r"vbaproject|/macrosheets/|/intlmacrosheets/|/activex/|/dialogsheets/")
_REACHES_OUT = re.compile(r"/externallinks/|/embeddings/|/querytables/|(?:^|/)connections\.xml$")
_MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_HYPERLINK = "/hyperlink"
CONTENT_TYPES = "[Content_Types].xml"


class Refused(Exception):
    """The file is not read. Caught where the child process begins, and told to whoever sent it."""

    def __init__(self, code: FileRefusal) -> None:
        super().__init__(code)
        self.code: FileRefusal = code


def opened(packed: bytes) -> Mapping[str, bytes]:
    """The parts by name, all of them checked. Raises Refused."""
    if len(packed) > LARGEST_BYTES:
        raise Refused("too_large")
    if packed.startswith(_COMPOUND):
        raise Refused("encrypted" if _ENCRYPTED_PACKAGE in packed else "old_format")
    if not packed.startswith(_ZIP):
        raise Refused("other_kind")
    try:
        parts = _unpacked(packed)
    except RuntimeError as wrong:  # zipfile's word for a part under a password
        raise Refused("encrypted") from wrong
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as wrong:
        raise Refused("damaged") from wrong
    if CONTENT_TYPES not in parts:
        raise Refused("other_kind")
    for name, part in parts.items():
        _check_name(name)
        _check_markup(name, part)
    if _MACRO_TYPES.search(parts[CONTENT_TYPES]):
        raise Refused("macros")
    for name, part in parts.items():
        if name.lower().endswith(".rels"):
            _check_relations(part)
    return parts


def parsed(part: bytes) -> ElementTree.Element:
    """Of a part that was checked: it has no document type, so nothing in it expands. Raises Refused."""
    try:
        return ElementTree.fromstring(part)  # noqa: S314
    except ElementTree.ParseError as wrong:
        raise Refused("damaged") from wrong


def _unpacked(packed: bytes) -> dict[str, bytes]:
    """What the parts come to is counted while they are unpacked: what a file says of itself proves nothing."""
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    room = LARGEST_UNPACKED_BYTES
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        entries = package.infolist()
        if len(entries) > MOST_PARTS:
            raise Refused("unpacked")
        for entry in entries:
            if entry.flag_bits & 0x1:
                raise Refused("encrypted")
            if entry.filename.lower() in seen or not _is_plain_name(entry.filename):
                raise Refused("damaged")
            if entry.compress_type not in _METHODS:
                raise Refused("damaged")
            seen.add(entry.filename.lower())
            part = bytearray()
            with package.open(entry) as unpacking:
                while chunk := unpacking.read(_CHUNK):
                    room -= len(chunk)
                    if room < 0:
                        raise Refused("unpacked")
                    part += chunk
            parts[entry.filename] = bytes(part)
    return parts


def _is_plain_name(name: str) -> bool:
    """Below the package's own root."""
    steps = name.split("/")
    return bool(name) and "\\" not in name and ":" not in name and ".." not in steps and steps[0] != ""


def _check_name(name: str) -> None:
    lowered = f"/{name.lower()}"
    if _ACTS.search(lowered):
        raise Refused("macros")
    if _REACHES_OUT.search(lowered):
        raise Refused("external")


def _check_markup(name: str, part: bytes) -> None:
    """No document type and no entities, in the one encoding in which they can be looked for."""
    begins = part[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    is_markup = begins.startswith(b"<") or name.lower().endswith((".xml", ".rels", ".vml"))
    if not is_markup:
        return
    encoding = _ENCODING.match(begins)
    if encoding is not None and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        raise Refused("damaged")
    if b"\x00" in part:
        raise Refused("damaged")
    if _DECLARES.search(part):
        raise Refused("entities")


def _check_relations(part: bytes) -> None:
    """A link that somebody may press is harmless; what Office would fetch by itself is not."""
    for relation in parsed(part).iter():
        is_outside = str(relation.get("TargetMode", "")).lower() == "external"
        if is_outside and not str(relation.get("Type", "")).endswith(_HYPERLINK):
            raise Refused("external")
