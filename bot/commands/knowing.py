"""The knowledge base for a command: loaded as a whole, or said in a sentence why it cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.commands.refusal import FAILED, Refusal
from bot.settings import Settings
from knowledge.entry import Entry
from knowledge.finding import Finder
from knowledge.lexical import LexicalFinder
from knowledge.library import Library, load_library
from knowledge.yaml_files import FileWrong


def library_of(settings: Settings, directory: Path | None = None) -> Library:
    try:
        return load_library(directory or settings.knowledge_dir, settings.communities_dir)
    except FileWrong as wrong:
        raise Refusal(f"The knowledge base cannot be used: {wrong}", FAILED) from None


def finder_of(library: Library) -> Finder:
    return finder_for(library.entries)


def finder_for(entries: Mapping[str, Entry]) -> Finder:
    return LexicalFinder(entries)
