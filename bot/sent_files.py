"""A file that somebody sends in the personal chat: fetched without the bot's token, and read elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.activities import Attached, Opened
from bot.outcomes import Fetched, TooLarge
from bot.outgoing import Outgoing
from bot.reading_child import read_in_child
from bot.service_urls import FileHosts
from dialogs.file_parts import FileRefusal, Place, Sheet
from dialogs.grids import to_grid
from storage.filing.packages import LARGEST_BYTES

log = structlog.get_logger(__name__)

OpenFile = Callable[[Attached], Awaitable[Opened]]
ReadFile = Callable[[bytes], Awaitable[bytes]]

AT_ONCE = 2
"""Files that are read beside each other."""
WAITING_SECONDS = 3.0
"""For the files of others; Teams wants its answer."""


class Said(BaseModel):
    """What the reading process says, believed no further than its shape."""

    model_config = ConfigDict(strict=True, frozen=True)

    refused: FileRefusal | None = None
    sheets: list[tuple[str, list[list[str]]]] = []
    places: list[tuple[str, str, bool]] = []


class SentFiles:
    def __init__(self, outgoing: Outgoing, hosts: FileHosts, read: ReadFile = read_in_child) -> None:
        self._outgoing = outgoing
        self._hosts = hosts
        self._read = read
        self._places = asyncio.Semaphore(AT_ONCE)

    async def open(self, attached: Attached) -> Opened:
        """Never raises for what stands in the file, nor for where it lies."""
        if attached.count > 1:
            return Opened(refusal="several", text=attached.text)
        fetched = await self._outgoing.fetch_file(attached.url, self._hosts, max_bytes=LARGEST_BYTES)
        match fetched:
            case Fetched(content=packed):
                return await self._opened(packed, attached.text)
            case TooLarge():
                return Opened(refusal="too_large", text=attached.text)
            case _:
                log.warning("file.not_fetched", outcome=type(fetched).__name__)
                return Opened(refusal="not_fetched", text=attached.text)

    async def _opened(self, packed: bytes, text: str) -> Opened:
        try:
            async with asyncio.timeout(WAITING_SECONDS):
                await self._places.acquire()
        except TimeoutError:
            return Opened(refusal="busy", text=text)
        try:
            said = await self._read(packed)
        finally:
            self._places.release()
        opened = to_opened(said, text)
        log.info("file.read", refusal=opened.refusal, sheets=len(opened.sheets), places=len(opened.places))
        return opened


def to_opened(said: bytes, text: str) -> Opened:
    try:
        known = Said.model_validate_json(said)
    except ValidationError:
        return Opened(refusal="damaged", text=text)
    return Opened(
        sheets=tuple(Sheet(name, to_grid(rows)) for name, rows in known.sheets),
        places=tuple(Place(*place) for place in known.places),
        refusal=known.refused,
        text=text,
    )
