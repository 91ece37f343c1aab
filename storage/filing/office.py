"""What Word and Excel files need alike: text that XML can hold, bytes that depend on the content alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from storage.filing.glyphs import STAND_IN

_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EARLIEST_A_ZIP_CAN_SAY = (1980, 1, 1, 0, 0, 0)


def xml_text(text: str) -> str:
    """The text, with «▯» for what XML cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF."""
    return _NOT_IN_XML.sub(STAND_IN, text)


def same_bytes_each_time(package: bytes, *, but: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """The package with no trace of when it was zipped, and with some parts replaced."""
    replaced = dict(but)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(packed, "w") as target:
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, date_time=_EARLIEST_A_ZIP_CAN_SAY)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            target.writestr(fixed, replaced.get(entry.filename, source.read(entry.filename)))
    return packed.getvalue()
