"""The documents that entries quote: their titles and fingerprints, never their text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Self

from pydantic import ValidationError, model_validator

from dialogs.evidence import Document, Frozen
from knowledge.fingerprints import Fingerprint, fingerprint
from knowledge.yaml_files import FileWrong

LARGEST_FILE_BYTES = 1_000_000


class Source(Frozen):
    """`text` says what the fingerprint is of: the document; our dated notes of a page that could not be kept
    (then a quote is the notes', not the page's); or the bot's own words, which are read where they stand."""

    document: Document
    text: Literal["document", "notes", "own_words"]
    fingerprint: Fingerprint | None

    @model_validator(mode="after")
    def _can_be_checked(self) -> Self:
        if (self.fingerprint is None) != (self.text == "own_words"):
            raise ValueError("a fingerprint is needed for all but our own words")
        return self


class SourceFileWrong(FileWrong):
    """A file that cannot be used. Whoever loads the sources reports it."""


def load_sources(directory: Path | None = None) -> Mapping[str, Source]:
    """By document id; our own words with the fingerprint that they have now. Raises SourceFileWrong."""
    where: Traversable = files("knowledge").joinpath("sources") if directory is None else directory
    if not where.is_dir():
        raise SourceFileWrong(where.name, "", "is no directory")
    found = sorted((f for f in where.iterdir() if f.name.endswith(".json")), key=lambda file: file.name)
    sources = (_read(file) for file in found)
    return MappingProxyType({source.document.id: source for source in sources})


def to_json(source: Source) -> str:
    return json.dumps(source.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def own_words() -> str:
    """What the bot says to people, in bokmål, as the catalogues have it now."""
    folder = files("dialogs").joinpath("texts", "nb")
    catalogues = sorted((f for f in folder.iterdir() if f.name.endswith(".ftl")), key=lambda file: file.name)
    return "\n".join(catalogue.read_text(encoding="utf-8") for catalogue in catalogues)


def _read(file: Traversable) -> Source:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise SourceFileWrong(file.name, "", "cannot be read") from error
    if len(raw) > LARGEST_FILE_BYTES:
        raise SourceFileWrong(file.name, "", f"is larger than {LARGEST_FILE_BYTES} bytes")
    try:
        source = Source.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        raise SourceFileWrong(file.name, ".".join(map(str, first["loc"])), first["msg"][:200]) from None
    if f"{source.document.id}.json" != file.name:
        raise SourceFileWrong(file.name, "document.id", f"the file must be named {source.document.id}.json")
    return (
        source.model_copy(update={"fingerprint": fingerprint(own_words())})
        if source.text == "own_words"
        else source
    )
