"""`kb learn`: learns how the entries are asked, so that nothing has to be learnt when a question comes."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from bot.commands.knowing import finder_of, library_of
from bot.settings import Settings
from knowledge.learning import default_folder


def kb_learn(settings: Settings, *, directory: Path | None) -> None:
    library = library_of(settings, directory)
    finder_of(library)
    console = Console(markup=False, highlight=False, soft_wrap=True)
    console.print(
        f"{len(library.entries)} entries are learnt; what was learnt is kept in {default_folder()}."
    )
