"""`settings`: every setting with its name in the environment, its default, what it is for, and whether it is set."""

from __future__ import annotations

from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from bot.settings import PREFIX, Settings, default_text, environment_name

BY_OPTION_ONLY = "local"

HEAD = f"""# Settings

Read from the environment when a command starts, each under its own name with `{PREFIX}` before it.
An option on the command line wins over the environment; an empty value counts as not set.
`tilskuddshjelpen settings` shows them with what is set now; `tilskuddshjelpen settings --markdown` writes this page.

| setting | default | what it is for |
|---|---|---|
"""


def as_markdown() -> str:
    rows = (
        f"| {_named(name)} | {_code(default_text(name))} | {_help(name)} |\n"
        for name in Settings.model_fields
    )
    return HEAD + "".join(rows)


def show(settings: Settings) -> None:
    """Values are shown where they are no secret."""
    table = Table(show_lines=False, pad_edge=False)
    for header in ("setting", "default", "now", "what it is for"):
        table.add_column(header, overflow="fold")
    for name in Settings.model_fields:
        given = "--local" if name == BY_OPTION_ONLY else environment_name(name)
        table.add_row(given, default_text(name), _now(settings, name), _help(name))
    Console(markup=False, highlight=False).print(table)


def _named(name: str) -> str:
    return (
        "`--local` (an option, never from the environment)"
        if name == BY_OPTION_ONLY
        else _code(environment_name(name))
    )


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _help(name: str) -> str:
    return Settings.model_fields[name].description or ""


def _now(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    if isinstance(value, SecretStr):
        return "(set)" if value else ""
    shown = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return "" if shown == default_text(name) else shown
