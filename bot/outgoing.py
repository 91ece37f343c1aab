"""The port to wherever people read: Teams' connector, a terminal, or nowhere in a trial."""

from __future__ import annotations

from typing import Protocol

from bot.body import Json
from bot.outcomes import Failure, Fetched, Outcome, Roster, TooLarge, Uploaded
from bot.service_urls import FileHosts


class Outgoing(Protocol):
    """No method raises for what happens outside, and none waits longer than it must."""

    async def send(self, service_url: str, conversation_id: str, activity: Json) -> Outcome: ...

    async def update(
        self, service_url: str, conversation_id: str, activity_id: str, activity: Json
    ) -> Outcome: ...

    async def create_conversation(self, service_url: str, body: Json) -> Outcome: ...

    async def members(
        self, service_url: str, conversation_id: str, *, limit: int = 10_000
    ) -> Roster | Failure: ...

    async def upload_file(self, url: str, data: bytes, allowed_hosts: FileHosts) -> Uploaded | Failure: ...

    async def fetch_file(
        self, url: str, allowed_hosts: FileHosts, *, max_bytes: int
    ) -> Fetched | TooLarge | Failure: ...
