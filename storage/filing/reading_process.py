"""A file from somebody else, read in a process of its own: bytes in, what stands in it out, as one line of JSON.

It has little memory and little time, and nothing of the bot's: whoever starts it gives it no environment.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

from dialogs.file_parts import FileRefusal
from storage.filing import form_reading
from storage.filing.packages import LARGEST_BYTES, Refused, opened

MEMORY_BYTES = 768 * 1024 * 1024
CPU_SECONDS = 4
MOST_OPEN_FILES = 32


def read_file(packed: bytes) -> dict[str, Any]:
    """As JSON has it: {"refused": code}, {"sheets": [[name, rows]]} or {"places": [[tag, text, is_ticked]]}."""
    try:
        return _read(packed)
    except Refused as refused:
        return {"refused": refused.code}
    except MemoryError:
        return _refused("too_heavy")
    except RecursionError:
        return _refused("damaged")


def _read(packed: bytes) -> dict[str, Any]:
    parts = opened(packed)
    if form_reading.is_document(parts):
        places = form_reading.read_places(parts)
        return {"places": [[place.tag, place.text, place.is_ticked] for place in places]}
    # Loaded only when it is needed: openpyxl takes its time.
    from storage.filing import sheet_reading

    if sheet_reading.is_workbook(parts):
        return {"sheets": sheet_reading.read_sheets(packed)}
    return _refused("other_kind")


def _refused(code: FileRefusal) -> dict[str, Any]:
    return {"refused": code}


def _limit() -> None:
    """What the system does not know how to limit is left to whoever waits."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, MOST_OPEN_FILES),
    ):
        _, hard = resource.getrlimit(what)
        if hard == resource.RLIM_INFINITY or most <= hard:
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    _limit()
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would load it for nothing
    found = read_file(sys.stdin.buffer.read(LARGEST_BYTES + 1))
    sys.stdout.buffer.write(json.dumps(found).encode())
