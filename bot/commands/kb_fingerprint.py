"""`kb fingerprint`: makes known that a document exists and what stands in it, without a copy of its text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from bot.commands.refusal import FAILED, WRONG_CALL, Refusal
from dialogs.evidence import Document
from knowledge.fingerprints import SEQUENCE_WORDS, Fingerprint, fingerprint
from knowledge.source_files import Source, to_json

LARGEST_BYTES = 20_000_000


def kb_fingerprint(
    file: Path,
    *,
    id: str,
    title: str,
    publisher: str,
    on: str | None,
    address: str | None,
    read: Literal["whole", "beginning"],
    notes: bool,
    directory: Path,
    replace: bool,
) -> None:
    document = _document(id, title, publisher, on, address, read)
    made = _fingerprint(file)
    source = Source(document=document, text="notes" if notes else "document", fingerprint=made)
    target = directory / "sources" / f"{id}.json"
    if not directory.is_dir():
        raise Refusal(
            f"{directory} is no folder. Where the knowledge base is, is said with --dir.", WRONG_CALL
        )
    if target.exists() and not replace:
        raise Refusal(f"{target} is there already; --replace writes it anew.", FAILED)
    try:
        target.parent.mkdir(exist_ok=True)
        target.write_text(to_json(source), encoding="utf-8")
    except OSError as error:
        raise Refusal(f"{target} cannot be written: {error.strerror or 'the disk failed'}.", FAILED) from None
    print(f"{target}: {made.words} words. An entry quotes it as `document: {id}`.")


def _document(
    id: str,
    title: str,
    publisher: str,
    on: str | None,
    address: str | None,
    read: Literal["whole", "beginning"],
) -> Document:
    try:
        day = date.fromisoformat(on) if on else None
    except ValueError:
        raise Refusal(f"--date {on} is no day; write it as 2026-11-23.", WRONG_CALL) from None
    try:
        return Document(id=id, title=title, publisher=publisher, date=day, address=address, read=read)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        raise Refusal(f"--{first['loc'][0]}: {first['msg']}.", WRONG_CALL) from None


def _fingerprint(file: Path) -> Fingerprint:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise Refusal(f"{file} cannot be read: {error.strerror or 'the disk failed'}.", FAILED) from None
    if len(raw) > LARGEST_BYTES:
        raise Refusal(f"{file} is larger than {LARGEST_BYTES} bytes.", FAILED)
    try:
        made = fingerprint(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Refusal(
            f"{file} is not text in UTF-8. Save the document's text as such first.", FAILED
        ) from None
    if made.words < SEQUENCE_WORDS:
        raise Refusal(f"{file} has fewer than {SEQUENCE_WORDS} words: nothing of it could be quoted.", FAILED)
    return made
