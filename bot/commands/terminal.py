"""The terminal in Teams' place: what is sent to one person's conversation is kept to be shown, nothing else leaves."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote
from uuid import uuid4

from bot.body import Json
from bot.outcomes import Failure, Fetched, NotSent, Outcome, Refused, Roster, Sent, TooLarge, Uploaded
from bot.service_urls import TERMINAL, FileHosts

LEFT_TO_SERVE = NotSent("left_to_serve")
"""For rows that belong to somebody in Teams: a serving process beside this one delivers them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message for the person who sits here. `replaces` is the message it takes the place of, or ""."""

    id: str
    activity: Json
    replaces: str = ""


class Terminal:
    def __init__(self, conversation_id: str) -> None:
        self._conversation_id = conversation_id
        self._shown: list[Shown] = []

    def take_shown(self) -> list[Shown]:
        """What has come since the last time, in order."""
        shown, self._shown = self._shown, []
        return shown

    async def send(self, service_url: str, conversation_id: str, activity: Json) -> Outcome:
        return self._show(service_url, conversation_id, activity, "")

    async def update(
        self, service_url: str, conversation_id: str, activity_id: str, activity: Json
    ) -> Outcome:
        return self._show(service_url, conversation_id, activity, activity_id)

    async def create_conversation(self, service_url: str, body: Json) -> Outcome:
        return LEFT_TO_SERVE

    async def members(
        self, service_url: str, conversation_id: str, *, limit: int = 10_000
    ) -> Roster | Failure:
        return LEFT_TO_SERVE

    async def upload_file(self, url: str, data: bytes, allowed_hosts: FileHosts) -> Uploaded | Failure:
        """Saves what the person said yes to, where they said it."""
        try:
            await asyncio.to_thread(_write_new, _path_of(url), data)
        except OSError:
            return Refused(0, "NotWritten")
        return Uploaded()

    async def fetch_file(
        self, url: str, allowed_hosts: FileHosts, *, max_bytes: int
    ) -> Fetched | TooLarge | Failure:
        """Nobody can send a file here."""
        return Refused(0, "NoFiles")

    def _show(self, service_url: str, conversation_id: str, activity: Json, replaces: str) -> Outcome:
        if (service_url, conversation_id) != (TERMINAL, self._conversation_id):
            return LEFT_TO_SERVE
        shown = Shown(replaces or uuid4().hex, activity, replaces)
        self._shown.append(shown)
        return Sent(shown.id, conversation_id)


def upload_url(path: Path) -> str:
    return TERMINAL + quote(str(path))


def free_path(folder: Path, name: str) -> Path:
    """Where a file of this name can be written without overwriting another."""
    return next(path for path in _paths(folder, Path(name)) if not path.exists())


def _paths(folder: Path, name: Path) -> Iterator[Path]:
    yield folder / name.name
    number = 2
    while True:
        yield folder / f"{name.stem}-{number}{name.suffix}"
        number += 1


def _path_of(url: str) -> Path:
    return Path(unquote(url.removeprefix(TERMINAL)))


def _write_new(path: Path, data: bytes) -> None:
    """For the owner's eyes only: it holds an application."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
