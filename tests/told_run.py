"""`run` with a finder that knows what it is told, so that what a browser shows hangs on no learning."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from bot.app import Bot, build_bot
from bot.commands.run import run
from bot.commands.serve import Parts, serve
from bot.logs import configure_logs
from bot.outgoing import Outgoing
from bot.settings import Settings, read_settings
from storage.store import Store
from tests.finders import AtOnce, KnowsWhatItIsTold, the_library

ASKED: dict[str, tuple[str, ...]] = {
    "Hva kan vi få penger til?": ("areas",),
    "skal vi ta med moms i beløpet?": ("unknown-vat-and-social-costs",),
    "når er fristen": ("unknown-our-deadline", "deadline-agder-2026", "deadline-ostfold-2024"),
}
"""Everything else is unknown."""


def told_bot(settings: Settings, store: Store, outgoing: Outgoing) -> Bot:
    finder = KnowsWhatItIsTold()
    for question, entries in ASKED.items():
        finder.knows(question, *entries)
    return build_bot(settings, store, outgoing, load=the_library, open_finder=lambda _: AtOnce(finder))


def main() -> int:
    """As `run` is called, and as it calls the bot: `serve --local --port 1 --data DIR`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("command", nargs="?", default="run")
    parser.add_argument("--local", action="store_true")
    parser.add_argument("--port", type=int)
    parser.add_argument("--playground-port", type=int, default=0)
    parser.add_argument("--data", type=Path)
    given = parser.parse_args()
    if given.command == "run":
        command = (sys.executable, "-m", "tests.told_run")
        return run(
            data=given.data,
            bot_port=given.port,
            playground_port=given.playground_port,
            bot_command=command,
        )
    configure_logs("info")
    asyncio.run(serve(read_settings(local=True, port=given.port, data=given.data), Parts(build_bot=told_bot)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
