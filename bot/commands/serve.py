"""`serve`: the bot as a web server, alone on its data folder."""

from __future__ import annotations

import asyncio
import errno
import gc
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import aiohttp
import structlog
from aiohttp import web

from bot.app import (
    Bot,
    build_app,
    build_serving_bot,
    connector_to_teams,
    file_hosts,
    local_door,
    service_urls,
    signing_in_keys,
    signing_keys,
    token_door,
    token_source,
    web_registration,
)
from bot.commands.opening import OpenStore, held, opened_store
from bot.commands.refusal import FAILED, PORT_TAKEN, WRONG_CALL, Refusal
from bot.connections import BACKLOG, answering
from bot.door import Door
from bot.exchange import open_session
from bot.logs import watch_loop
from bot.outgoing import Outgoing
from bot.service_urls import NotAHost, PublicAddresses
from bot.settings import Settings
from bot.signing import HOW_TO_MAKE, NoSigningKey, read_key
from knowledge.community_files import CommunityFileWrong
from storage.filing.folder import FilingFailed, clean_unfinished
from storage.store import Store
from storage.tinydb_store import open_store

log = structlog.get_logger(__name__)

SECONDS_TO_END = 3.0
"""How long a request that is being answered may still take when the process is asked to end."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What serving is put together from."""

    open_store: OpenStore = open_store
    build_bot: Callable[[Settings, Store, Outgoing], Bot] = build_serving_bot
    build_app: Callable[[Bot, Door], web.Application] = build_app


async def serve(settings: Settings, parts: Parts = Parts()) -> None:
    """Until a signal. Raises Refusal before anything is listened to."""
    stop = _stop_by_signal()
    watch_loop(asyncio.get_running_loop())
    _check(settings)
    with held(settings.data, "local" if settings.local else "credentials"), _listen(settings) as listening:
        _clean(settings)
        async with (
            opened_store(settings.data, parts.open_store) as store,
            _answering(settings, store, listening, parts) as address,
        ):
            mode = "local mode" if settings.local else "with credentials"
            print(f"Ready: {address}/api/messages ({mode}, data in {settings.data})", flush=True)
            log.info("serving", port=listening.getsockname()[1], local=settings.local)
            await stop.wait()
            log.info("ending")


@asynccontextmanager
async def _answering(
    settings: Settings, store: Store, listening: socket.socket, parts: Parts
) -> AsyncIterator[str]:
    """Yields the address once it answers that it is healthy."""
    port = int(listening.getsockname()[1])
    resolver = None if settings.local else PublicAddresses()
    tokens = token_source(settings)
    async with open_session(resolver=resolver) as session:
        keys = signing_keys(session)
        door: Door = local_door(port) if settings.local else token_door(settings, keys)
        try:
            with _refusing_without_key():
                bot = parts.build_bot(settings, store, connector_to_teams(settings, session, tokens))
        except CommunityFileWrong as wrong:
            raise Refusal(f"A helsefellesskap file cannot be used: {wrong}", WRONG_CALL) from None
        await bot.connected.refresh()
        registration = web_registration(settings)
        web_keys = signing_in_keys(session, registration) if registration is not None else None
        try:
            app = parts.build_app(bot, door)
            if registration is not None and web_keys is not None:
                from bot.web.opening import web_site  # a twentieth of the start of whoever has no web page

                web_site(bot, registration, web_keys).join(app)
            async with answering(app, listening, shutdown_seconds=SECONDS_TO_END):
                bot.start(alone=True)
                await _healthy(session, _own_address(listening))
                _leave_the_start_alone()
                yield f"http://{settings.host if not settings.local else '127.0.0.1'}:{port}"
        finally:
            await bot.stop()
            await keys.close()
            if web_keys is not None:
                await web_keys.close()
            await tokens.close()


def _check(settings: Settings) -> None:
    missing = settings.missing_credentials()
    if not settings.local and missing:
        raise Refusal(
            f"Serving Teams needs these settings, which are empty: {', '.join(missing)}. "
            "They are read from the environment; `tilskuddshjelpen settings` explains each. "
            "To try the bot on this machine alone, without Teams, add --local.",
            WRONG_CALL,
        )
    if settings.signing_key_file is not None:
        with _refusing_without_key():
            read_key(settings.signing_key_file)
    lacking = settings.missing_for_web()
    if lacking:
        raise Refusal(
            f"The web page needs these settings too, or none of them: {', '.join(lacking)}.", WRONG_CALL
        )
    try:
        web_registration(settings)
    except ValueError as wrong:
        raise Refusal(
            f"{wrong} is no address the web page can use: https and a host, without a path; the authority with "
            "one name after it.",
            WRONG_CALL,
        ) from None
    try:
        service_urls(settings)
        file_hosts(settings)
    except NotAHost as wrong:
        raise Refusal(
            f"TILSKUDD_SERVICE_HOSTS or TILSKUDD_FILE_HOSTS is wrong: {wrong}. "
            "Each host is named in full; a wildcard would lead the bot's token to others.",
            WRONG_CALL,
        ) from None


@contextmanager
def _refusing_without_key() -> Iterator[None]:
    try:
        yield
    except NoSigningKey as missing:
        raise Refusal(
            f"There is no key to sign with: {missing}. `{HOW_TO_MAKE}` makes one; "
            "TILSKUDD_SIGNING_KEY_FILE names it.",
            WRONG_CALL,
        ) from None


def _clean(settings: Settings) -> None:
    try:
        clean_unfinished(settings.data / "filed")
    except FilingFailed as failed:
        raise Refusal(f"{settings.data / 'filed'} cannot be written ({failed.code}).", FAILED) from None


def _listen(settings: Settings) -> socket.socket:
    """Bound before anything else is made ready, so that a port that is taken is said at once."""
    host = "127.0.0.1" if settings.local else settings.host
    try:
        found = socket.getaddrinfo(host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, address = found[0]
        listening = socket.create_server(address[:2], family=family, backlog=BACKLOG)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Refusal(
                f"Port {settings.port} on {host} is taken by another program. Choose another with --port.",
                PORT_TAKEN,
            ) from None
        why = error.strerror or "no such address"
        raise Refusal(f"Nothing can listen on {host}, port {settings.port}: {why}.", PORT_TAKEN) from None
    listening.setblocking(False)
    return listening


def _own_address(listening: socket.socket) -> str:
    """How this process reaches itself, also when it listens on every address."""
    host, port = listening.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 compared with, not bound to
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def _healthy(session: aiohttp.ClientSession, address: str) -> None:
    async with session.get(f"{address}/healthz", allow_redirects=False) as answer:
        if answer.status != 200:
            raise Refusal(f"The bot started but is not healthy (/healthz answers {answer.status}).", FAILED)


def _leave_the_start_alone() -> None:
    """Python's collector need not look through all that was made at start, again and again, while people wait."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)


def _stop_by_signal() -> asyncio.Event:
    """Set by the first signal; the second one finds the usual handlers again and ends at once."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def ask_to_stop() -> None:
        stop.set()
        for number in _SIGNALS:
            loop.remove_signal_handler(number)

    for number in _SIGNALS:
        loop.add_signal_handler(number, ask_to_stop)
    return stop


_SIGNALS = (signal.SIGINT, signal.SIGTERM)
