"""The knowledge base for a command: loaded as a whole, or said in a sentence why it cannot be."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from bot.commands.refusal import FAILED, Refusal
from bot.settings import Settings
from knowledge.by_letters import lexical_maker
from knowledge.finders import learned_finder
from knowledge.finding import Finder
from knowledge.library import Library, load_library
from knowledge.phrasing_checks import MakeFinder
from knowledge.yaml_files import FileWrong


def library_of(settings: Settings, directory: Path | None = None) -> Library:
    try:
        return load_library(directory or settings.knowledge_dir, settings.communities_dir)
    except FileWrong as wrong:
        raise Refusal(f"The knowledge base cannot be used: {wrong}", FAILED) from None


def finder_of(library: Library) -> Finder:
    """The learned one. The first time after a change it must learn, and says how far it has come."""
    errors = Console(stderr=True, markup=False, highlight=False)
    return learned_finder(library, progress=lambda said: errors.print(f"Learning the entries: {said}"))


def maker_of(library: Library) -> MakeFinder:
    """Makes finders in a moment, for checks that take wordings away."""
    return lexical_maker(library)
