"""The learned finder as a process of its own: a library in, then questions in and findings out, a line each.

What is sent and received are lines of JSON on standard input and output. It ends when its input does.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

from pydantic import TypeAdapter

from dialogs.findings import EntryRef, Finding, Found, Near, NotKnown
from dialogs.places import Community
from knowledge.entry import Entry
from knowledge.finding import Asked
from knowledge.library import Library

READY = "ready"


def to_library_line(library: Library, folder: Path | None) -> str:
    return json.dumps(
        {
            "entries": [entry.model_dump(mode="json") for entry in library.entries.values()],
            "communities": [community.model_dump(mode="json") for community in library.communities.values()],
            "folder": str(folder) if folder else None,
        }
    )


def to_question_line(number: int, asked: Asked) -> str:
    today = asked.today.isoformat() if asked.today else None
    return json.dumps({**dataclasses.asdict(asked), "today": today, "number": number})


def from_finding_line(line: Mapping[str, Any]) -> Finding:
    """Raises KeyError and ValueError for what this module has not written."""
    refs = tuple(EntryRef(*ref) for ref in line["entries"])
    match line["type"]:
        case "found":
            return Found(refs[0])
        case "near":
            return Near(refs)
        case "not_known":
            return NotKnown(refs[0] if refs else None)
        case _:
            raise ValueError("unknown finding")


def serve(questions: IO[bytes], findings: IO[bytes]) -> None:
    from knowledge.finders import learned_finder  # only the child needs it, and it takes a second to load

    given = json.loads(questions.readline())
    folder = Path(given["folder"]) if given["folder"] else None
    finder = learned_finder(_library(given), folder)
    _write(findings, {READY: True})
    for line in questions:
        asked = json.loads(line)
        number, today = asked.pop("number"), asked.pop("today")
        day = datetime.date.fromisoformat(today) if today else None
        finding = finder.find(Asked(**asked, today=day))
        _write(findings, {"number": number, "type": finding.type, "entries": _refs(finding)})


def _library(given: Mapping[str, Any]) -> Library:
    entries = TypeAdapter(tuple[Entry, ...]).validate_json(json.dumps(given["entries"]))
    communities = TypeAdapter(tuple[Community, ...]).validate_json(json.dumps(given["communities"]))
    return Library(
        MappingProxyType({entry.id: entry for entry in entries}),
        MappingProxyType({}),
        MappingProxyType({community.id: community for community in communities}),
    )


def _refs(finding: Finding) -> list[tuple[str, str]]:
    match finding:
        case Found(entry=entry):
            return [(entry.id, entry.version)]
        case Near(entries=entries):
            return [(entry.id, entry.version) for entry in entries]
        case NotKnown(entry=gap):
            return [(gap.id, gap.version)] if gap else []


def _write(findings: IO[bytes], line: Mapping[str, Any]) -> None:
    findings.write(json.dumps(line).encode() + b"\n")
    findings.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the bot decides when to end, by closing the input
    serve(sys.stdin.buffer, sys.stdout.buffer)
