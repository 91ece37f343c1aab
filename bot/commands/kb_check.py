"""`kb check`: what must be mended before a knowledge base is used, and what a curator had better look at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.commands.knowing import library_of, maker_of
from bot.commands.refusal import FAILED
from bot.settings import Settings
from knowledge.checking import advice, faults
from knowledge.entry_checks import Fault
from knowledge.library import Library

_STYLES = {"mend": "bold red", "look": "yellow"}


def kb_check(settings: Settings, *, directory: Path | None, quick: bool) -> int:
    """The exit code: 1 if anything must be mended."""
    console = Console(markup=False, highlight=False, soft_wrap=True)
    library = library_of(settings, directory)
    to_mend = _show(console, library, "mend", faults(library))
    to_look_at = 0
    if not quick:
        with console.status("Asking every phrasing of a finder that has not learnt it …"):
            found = list(advice(library, maker_of(library), date.today()))  # noqa: DTZ011 the day here
        to_look_at = _show(console, library, "look", found)
    files = len(set(library.files.values()))
    entries = len(library.entries)
    console.print(
        f"{entries} {'entry' if entries == 1 else 'entries'} in {files} file{'' if files == 1 else 's'}, "
        f"{len(library.sources)} documents: "
        f"{f'{to_mend} to mend' if to_mend else 'nothing to mend'}"
        f"{f', {to_look_at} to look at' if to_look_at else ''}."
    )
    return FAILED if to_mend else 0


def _show(console: Console, library: Library, what: str, found: Iterable[Fault]) -> int:
    count = 0
    for fault in found:
        file = library.files.get(fault.entry, "")
        console.print(Text.assemble((what, _STYLES[what]), f"  {file}: {fault}"))
        count += 1
    return count
