"""`run`: the bot in local mode and the Playground beside it, until one of them ends or you stop both."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from bot.commands.companion import Companion
from bot.commands.playground import PORT_TAKEN, Unavailable, find_playground

BOT_PORT = 3978
PLAYGROUND_PORT = 56150
PORTS_TRIED = 20
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run(
    *,
    data: Path = Path("var"),
    bot_port: int = BOT_PORT,
    playground_port: int = PLAYGROUND_PORT,
    bot_command: Sequence[str] = (sys.executable, "-m", "bot"),
) -> int:
    """The exit code: 0 when it was stopped, 1 when something could not start or ended by itself.

    Without a usable Node.js this process becomes `chat` and does not return.
    """
    bot_port, playground_port = _free_port("bot", bot_port), _free_port("Playground", playground_port)
    logs = data / "log"
    logs.mkdir(parents=True, exist_ok=True)
    playground = find_playground(bot_port=bot_port, port=playground_port, log=logs / "playground.log")
    if isinstance(playground, Unavailable):
        _say(f"{playground.reason}\nStarting the conversation here in the terminal instead.\n")
        os.execv(bot_command[0], [*bot_command, "chat", "--data", str(data)])  # noqa: S606 no shell is wanted
    serve = [*bot_command, "serve", "--local", "--port", str(bot_port), "--data", str(data)]
    companions = (
        Companion(
            "bot",
            serve,
            {**os.environ, "TILSKUDD_CLIENT_TAKES_FILES": "false"},
            bot_port,
            "/healthz",
            logs / "bot.log",
        ),
        Companion(
            "Playground",
            playground.arguments,
            playground.environment,
            playground_port,
            "/_debug/ping",
            logs / "playground-output.log",
        ),
    )
    return asyncio.run(_run_until_stopped(companions, _invitation(playground_port, data)))


async def _run_until_stopped(companions: Sequence[Companion], invitation: str) -> int:
    asked_to_stop = asyncio.Event()
    for number in STOP_SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, asked_to_stop.set)
    stopped = asyncio.create_task(asked_to_stop.wait())
    async with AsyncExitStack() as leaving:
        running: list[Companion] = []
        for companion in companions:
            _say(f"Starting the {companion.name} ...")
            running.append(await leaving.enter_async_context(companion))
            ready = asyncio.create_task(companion.ready())
            await _first_of(ready, stopped, *(other.ended for other in running))
            if not (ready.done() and ready.result()):
                return _farewell(stopped, running)
        _say(invitation)
        await _first_of(stopped, *(companion.ended for companion in running))
        return _farewell(stopped, running)


async def _first_of(*tasks: asyncio.Task[bool] | asyncio.Task[int]) -> None:
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)


def _farewell(stopped: asyncio.Task[bool], running: Sequence[Companion]) -> int:
    if stopped.done():
        _say("\nStopping both; everything that was written is kept.")
        return 0
    ended = [companion for companion in running if companion.ended.done()]
    for companion in ended:
        _say(f"The {companion.name} ended by itself: {_why(companion)}")
    if not ended:
        _say(f"The {running[-1].name} did not answer in time.\n{running[-1].last_words()}")
    return 1


def _why(companion: Companion) -> str:
    code = companion.ended.result()
    if code == PORT_TAKEN:
        return f"another program took port {companion.port}."
    return f"exit code {code}. The end of {companion.log}:\n{companion.last_words()}"


def _free_port(name: str, wanted: int) -> int:
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        if port != wanted:
            _say(f"Port {wanted} is taken by another program, so the {name} is on {port} this time.")
        return port
    raise SystemExit(f"No port between {wanted} and {wanted + PORTS_TRIED - 1} is free for the {name}.")


def _invitation(port: int, data: Path) -> str:
    return f"""
    Open    http://127.0.0.1:{port}
    Type    start          (or: hjelp · språk nynorsk · language english)
    Stop    Ctrl-C         (both end; what was written is kept in {data})

    A secretariat receives in the channel «Søknader»: `tilskuddshjelpen secretariat --help`
"""


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.commands.run", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("var"), help="where everything is kept")
    parser.add_argument("--port", type=int, default=BOT_PORT, help="the bot's port on 127.0.0.1")
    parser.add_argument("--playground-port", type=int, default=PLAYGROUND_PORT, help="the Playground's port")
    chosen = parser.parse_args()
    return run(data=chosen.data, bot_port=chosen.port, playground_port=chosen.playground_port)


if __name__ == "__main__":
    raise SystemExit(main())
