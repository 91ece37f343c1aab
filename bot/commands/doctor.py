"""`doctor`: looks at everything the bot needs, and says what is wrong and what to do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from rich.console import Console
from rich.text import Text

from bot.commands import doctor_outside, doctor_store, doctor_works
from bot.commands.finding import Finding, wrong
from bot.commands.refusal import FAILED
from bot.logs import told
from bot.settings import Settings

Check = Callable[[Settings], Awaitable[Sequence[Finding]]]
CHECKS: tuple[tuple[str, Check], ...] = (
    ("settings", doctor_outside.settings_check),
    ("signing", doctor_outside.signing_check),
    ("data folder", doctor_outside.folder_check),
    ("disk", doctor_outside.disk_check),
    ("serving", doctor_outside.serving_check),
    ("store", doctor_store.store_check),
    ("channels", doctor_store.channels_check),
    ("places", doctor_works.places_check),
    ("words", doctor_works.words_check),
    ("answers", doctor_works.answers_check),
    ("documents", doctor_works.documents_check),
    ("a turn", doctor_works.turn_check),
    ("local client", doctor_outside.playground_check),
)
_STYLES = {"ok": "green", "note": "yellow", "wrong": "bold red"}


def doctor(settings: Settings) -> int:
    """The exit code: 1 if anything is wrong."""
    return asyncio.run(_examine(settings))


async def _examine(settings: Settings) -> int:
    console = Console(markup=False, highlight=False, soft_wrap=True)
    faults = 0
    for about, check in CHECKS:
        for finding in await _findings(settings, about, check):
            _show(console, finding)
            faults += finding.state == "wrong"
    console.print("Everything is in order." if not faults else f"{faults} to mend.")
    return FAILED if faults else 0


async def _findings(settings: Settings, about: str, check: Check) -> Sequence[Finding]:
    try:
        return await check(settings)
    except Exception as fault:  # the named edge: one thing that breaks does not hide the others
        said = told(fault)
        remedy = "This is a fault of the program or of the installation; the place tells where."
        return [wrong(about, f"{said['fault']} at {said['at']}", remedy)]


def _show(console: Console, finding: Finding) -> None:
    console.print(
        Text.assemble(
            (f"{finding.state:<6}", _STYLES[finding.state]), f"{finding.about:<15}", " ", finding.said
        )
    )
    if finding.remedy:
        console.print(Text(f"{'':<22}→ {finding.remedy}"))
