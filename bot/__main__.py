"""The command line: `tilskuddshjelpen`, or `python -m bot`."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def about() -> None:
    """Tilskuddshjelpen: guides municipalities and hospitals through a joint grant application in Teams."""


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 3978,
    data: Annotated[Path, typer.Option(help="Folder for the store and the filed applications.")] = Path(
        "var"
    ),
    local: Annotated[bool, typer.Option("--local", help="No tokens; this machine only.")] = False,
) -> None:
    """Serve the bot until Ctrl-C."""
    from bot.commands.serve import serve as run
    from bot.settings import Settings

    asyncio.run(run(Settings(port=port, data=data, local=local)))


def main() -> None:
    app()


if __name__ == "__main__":
    main()
