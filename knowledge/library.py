"""The knowledge base as one thing: the entries, the documents they quote, and the places they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from dialogs.places import Community
from knowledge.community_files import load_communities
from knowledge.entry import Entry
from knowledge.entry_files import load_topics
from knowledge.source_files import Source, load_sources


@dataclass(frozen=True, slots=True)
class Library:
    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]
    communities: Mapping[str, Community]
    files: Mapping[str, str] = field(default_factory=dict)
    """In which file each entry stands."""


EMPTY: Final = Library(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
"""What there is before anything is loaded."""


def load_library(directory: Path | None = None, communities: Path | None = None) -> Library:
    """Of a folder with `entries/`, and with `sources/` where it quotes more than the packaged documents.

    Raises FileWrong. Helsefellesskap of one's own are known beside the packaged ones, which the packaged
    entries are about.
    """
    packaged = load_communities()
    topics = load_topics(None if directory is None else directory / "entries")
    return Library(
        MappingProxyType({entry.id: entry for topic in topics for entry in topic.entries}),
        _sources(directory),
        packaged if communities is None else MappingProxyType({**packaged, **load_communities(communities)}),
        MappingProxyType({entry.id: f"{topic.topic}.yaml" for topic in topics for entry in topic.entries}),
    )


def _sources(directory: Path | None) -> Mapping[str, Source]:
    packaged = load_sources()
    if directory is None or not (directory / "sources").is_dir():
        return packaged
    return MappingProxyType({**packaged, **load_sources(directory / "sources")})
