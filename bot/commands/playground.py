"""The Microsoft 365 Agents Playground as a program: whether it can start here, and with what."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OLDEST_NODE = 20
PORT_TAKEN = 98
"""The exit code of loopback_only.cjs when somebody else listens on the port."""

CHECKOUT = Path(__file__).resolve().parents[2]
PRELOAD = Path(__file__).with_name("loopback_only.cjs")


@dataclass(frozen=True, slots=True)
class Unavailable:
    reason: str


@dataclass(frozen=True, slots=True)
class Program:
    arguments: tuple[str, ...]
    environment: dict[str, str]


def find_playground(*, bot_port: int, port: int, log: Path) -> Program | Unavailable:
    """How to start the Playground against the bot on `bot_port`, or why it cannot be started here."""
    node = shutil.which("node")
    if node is None:
        return Unavailable(f"Node.js was not found; the Playground needs Node.js {OLDEST_NODE} or newer.")
    found = _node_version(node)
    if found is None or found < OLDEST_NODE:
        return Unavailable(
            f"{node} is version {found or 'unknown'}; the Playground needs {OLDEST_NODE} or newer."
        )
    cli = CHECKOUT / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
    if not cli.is_file():
        return Unavailable(
            f"The Playground is not installed; `npm ci --ignore-scripts` in {CHECKOUT} does it."
        )
    return Program(
        arguments=(
            *(node, "--require", str(PRELOAD), str(cli), "start"),
            *("--app-endpoint", f"http://127.0.0.1:{bot_port}/api/messages"),
            *("--channel-id", "msteams"),
            *("--port", str(port)),
            # Its own choice is `localhost`, which may be ::1, where it does not listen.
            *("--service-url", f"http://127.0.0.1:{port}/_connector"),
            "--disable-telemetry",
        ),
        environment={
            **os.environ,
            "TEAMSAPPTESTER_BROWSER": "none",
            "M365_AGENTS_PLAYGROUND_LOGFILE": str(log),
            "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(CHECKOUT / ".m365agentsplayground.yml"),
        },
    )


def _node_version(node: str) -> int | None:
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 our own path
    major = re.match(r"v(\d+)\.", told.stdout)
    return int(major.group(1)) if major else None
