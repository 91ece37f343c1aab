"""The curated entries, one topic a file, read as a whole before anything is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from dialogs.evidence import Frozen, Slug
from knowledge.entry import Entry
from knowledge.yaml_files import FileWrong, read_yaml, validated

MOST_FILES = 200


class Topic(Frozen):
    topic: Slug
    entries: Annotated[tuple[Entry, ...], Field(min_length=1)]


class EntryFileWrong(FileWrong):
    """A file that cannot be used. Whoever loads the entries reports it and keeps what it had."""


def load_entries(directory: Path | None = None) -> Mapping[str, Entry]:
    """By id, in the order of the files. Raises EntryFileWrong."""
    return MappingProxyType({entry.id: entry for topic in load_topics(directory) for entry in topic.entries})


def load_topics(directory: Path | None = None) -> tuple[Topic, ...]:
    """Without a directory, the entries that come with the project. Raises EntryFileWrong."""
    where: Traversable = files("knowledge").joinpath("entries") if directory is None else directory
    topics = tuple(_read(file) for file in _files(where))
    seen: dict[str, str] = {}
    for topic in topics:
        for entry in topic.entries:
            if entry.id in seen:
                raise EntryFileWrong(f"{topic.topic}.yaml", entry.id, f"stands in {seen[entry.id]}.yaml too")
            seen[entry.id] = topic.topic
    return topics


def _files(where: Traversable) -> Iterator[Traversable]:
    if not where.is_dir():
        raise EntryFileWrong(where.name, "", "is no directory")
    found = sorted((file for file in where.iterdir() if file.is_file()), key=lambda file: file.name)
    if misnamed := [file for file in found if file.name.endswith(".yml")]:
        raise EntryFileWrong(misnamed[0].name, "", "must end in .yaml")
    found = [file for file in found if file.name.endswith(".yaml")]
    if not found:
        raise EntryFileWrong(where.name, "", "has no .yaml file")
    if len(found) > MOST_FILES:
        raise EntryFileWrong(where.name, "", f"has more than {MOST_FILES} files")
    yield from found


def _read(file: Traversable) -> Topic:
    try:
        topic = validated(file.name, Topic, read_yaml(file))
    except FileWrong as wrong:
        raise EntryFileWrong(wrong.file, wrong.place, wrong.what) from None
    if f"{topic.topic}.yaml" != file.name:
        raise EntryFileWrong(file.name, "topic", f"the file must be named {topic.topic}.yaml")
    return topic
