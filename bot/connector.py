"""What goes out to Teams: the connector's REST calls, each with what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

import aiohttp
import structlog
from yarl import URL

from bot.body import MAX_ID_LENGTH, Json
from bot.exchange import TIMEOUTS, Answer, Timeouts, exchange, to_failure
from bot.outcomes import (
    Blocked,
    Failure,
    Fetched,
    Gone,
    NotSent,
    Outcome,
    Refused,
    Roster,
    Sent,
    Throttled,
    TooLarge,
    Unknown,
    Uploaded,
)
from bot.service_urls import TERMINAL, FileHosts, ServiceUrls
from bot.tokens import TokenSource, TokenUnavailable
from storage.json_text import to_bytes

__all__ = [
    "Blocked",
    "Connector",
    "Failure",
    "Gone",
    "NotSent",
    "Outcome",
    "Refused",
    "Roster",
    "Sent",
    "Throttled",
    "Unknown",
    "Uploaded",
]

log = structlog.get_logger(__name__)

_ROSTER_PAGE = 500
_ROSTER_BYTES = 2 * 1024 * 1024


class Connector:
    """No method raises for what Teams or the network does, and none waits longer than the timeouts say."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        urls: ServiceUrls,
        tokens: TokenSource,
        timeouts: Timeouts = TIMEOUTS,
        upload_timeouts: Timeouts = Timeouts(total_seconds=60.0),  # noqa: B008  # frozen
        fetch_timeouts: Timeouts = Timeouts(total_seconds=5.0),  # noqa: B008  # Teams waits meanwhile
    ) -> None:
        self._session = session
        self._urls = urls
        self._allows = lru_cache(maxsize=64)(urls.allows)
        self._address = lru_cache(maxsize=4096)(_address)
        self._tokens = tokens
        self._timeouts = timeouts
        self._upload_timeouts = upload_timeouts
        self._fetch_timeouts = fetch_timeouts

    async def send(self, service_url: str, conversation_id: str, activity: Json) -> Outcome:
        path = ("conversations", conversation_id, "activities")
        return _sent(await self._call("POST", service_url, path, activity), conversation_id)

    async def reply(
        self, service_url: str, conversation_id: str, reply_to_id: str, activity: Json
    ) -> Outcome:
        path = ("conversations", conversation_id, "activities", reply_to_id)
        return _sent(await self._call("POST", service_url, path, activity), conversation_id)

    async def update(
        self, service_url: str, conversation_id: str, activity_id: str, activity: Json
    ) -> Outcome:
        """Replaces an activity. An Unknown may be tried again without harm."""
        path = ("conversations", conversation_id, "activities", activity_id)
        outcome = _sent(await self._call("PUT", service_url, path, activity), conversation_id)
        if isinstance(outcome, Sent) and outcome.activity_id is None:
            return Sent(activity_id, conversation_id)
        return outcome

    async def create_conversation(self, service_url: str, body: Json) -> Outcome:
        """A new thread or personal chat; `Sent` carries its id, and the first activity's if there is one."""
        answer = await self._call("POST", service_url, ("conversations",), body)
        if not isinstance(answer, Answer):
            return answer
        created = answer.body if isinstance(answer.body, dict) else {}
        conversation_id, activity_id = created.get("id"), created.get("activityId")
        if not isinstance(conversation_id, str) or not conversation_id:
            return Unknown("no_conversation_id")
        return Sent(activity_id if isinstance(activity_id, str) else None, conversation_id)

    async def members(
        self, service_url: str, conversation_id: str, *, limit: int = 10_000
    ) -> Roster | Failure:
        """The conversation's members, at most `limit` of them, all pages or a failure."""
        found: list[Json] = []
        seen: set[str] = {""}
        token = ""
        while True:
            query = {"pageSize": str(_ROSTER_PAGE)} | ({"continuationToken": token} if token else {})
            path = ("conversations", conversation_id, "pagedmembers")
            answer = await self._call("GET", service_url, path, query=query, max_bytes=_ROSTER_BYTES)
            if not isinstance(answer, Answer):
                return answer
            page = answer.body.get("members") if isinstance(answer.body, dict) else None
            if not isinstance(page, list):
                return Unknown("broken_answer")
            found += [member for member in page if isinstance(member, dict)]
            token = answer.body.get("continuationToken") or ""
            if not token and len(found) <= limit:
                return Roster(tuple(found), complete=True)
            # A token that comes again would go round for ever.
            if len(found) >= limit or not isinstance(token, str) or token in seen:
                return Roster(tuple(found[:limit]), complete=False)
            seen.add(token)

    async def member(self, service_url: str, conversation_id: str, user_id: str) -> Roster | Failure:
        """One member; `Gone` if there is none with this id."""
        answer = await self._call("GET", service_url, ("conversations", conversation_id, "members", user_id))
        if not isinstance(answer, Answer):
            return answer
        if not isinstance(answer.body, dict):
            return Unknown("broken_answer")
        return Roster((answer.body,), complete=True)

    async def upload_file(self, url: str, data: bytes, allowed_hosts: FileHosts) -> Uploaded | Failure:
        """Puts a file where Teams has said, in one piece. The address is the right: no token goes along."""
        if not allowed_hosts.allows(url):
            return Refused(0, "FileHostNotAllowed")
        if not data:
            return Refused(0, "EmptyFile")
        headers = {
            "Content-Type": "application/octet-stream",
            "Content-Range": f"bytes 0-{len(data) - 1}/{len(data)}",
        }
        answer = await exchange(
            self._session,
            "PUT",
            URL(url, encoded=True),
            data=data,
            headers=headers,
            timeouts=self._upload_timeouts,
        )
        if not isinstance(answer, Answer):
            return answer
        return Uploaded() if answer.status in (200, 201) else to_failure(answer)

    async def fetch_file(
        self, url: str, allowed_hosts: FileHosts, *, max_bytes: int
    ) -> Fetched | TooLarge | Failure:
        """A file that somebody sent. The address is the right: no token goes along, and no redirect is followed."""
        if not allowed_hosts.allows(url):
            return Refused(0, "FileHostNotAllowed")
        answer = await exchange(
            self._session,
            "GET",
            URL(url, encoded=True),
            headers={"Accept-Encoding": "identity"},
            timeouts=self._fetch_timeouts,
            max_bytes=max_bytes,
            is_file=True,
        )
        if not isinstance(answer, Answer):
            return answer
        if answer.status != 200 or answer.headers.get("Content-Encoding", "identity") != "identity":
            return Refused(answer.status, "unnamed")
        if not isinstance(answer.body, bytes):
            return Unknown("broken_answer")
        return Fetched(answer.body) if len(answer.body) <= max_bytes else TooLarge()

    async def _call(
        self,
        method: str,
        service_url: str,
        path: tuple[str, ...],
        body: Json | None = None,
        *,
        query: Mapping[str, str] | None = None,
        max_bytes: int = 64 * 1024,
    ) -> Answer | Failure:
        """A 2xx answer, or what became of the call instead."""
        if service_url == TERMINAL:
            return Answer(200, {}, {})
        if not self._allows(service_url):
            return Refused(0, "ServiceUrlNotAllowed")
        asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items()) if query else ""
        url = self._address(service_url, path, asked)
        if url is None:
            return Refused(0, "BadId")
        try:
            data = None if body is None else to_bytes(body)
        except (ValueError, TypeError):
            # Not a number, a lone surrogate, or something that is no JSON at all.
            return Refused(0, "NotJson")
        answer = await self._ask(method, url, data, max_bytes)
        if isinstance(answer, Answer) and 200 <= answer.status < 300:
            return answer
        failure = to_failure(answer) if isinstance(answer, Answer) else answer
        log.warning(
            "connector.failed", call=f"{method} {'/'.join(path[0::2])}", ids=path[1::2], became=failure
        )
        return failure

    async def _ask(
        self, method: str, url: URL, data: bytes | None, max_bytes: int
    ) -> Answer | NotSent | Unknown:
        answer: Answer | NotSent | Unknown = NotSent("token")
        # A token that is refused was not used for anything: one more try, with a new one.
        for _ in range(2):
            try:
                token = None if self._urls.local else await self._tokens.token()
            except TokenUnavailable:
                return NotSent("token")
            headers = {"Accept": "application/json"}
            if data is not None:
                headers["Content-Type"] = "application/json; charset=utf-8"
            if token is not None:
                headers["Authorization"] = f"Bearer {token}"
            answer = await exchange(
                self._session,
                method,
                url,
                data=data,
                headers=headers,
                timeouts=self._timeouts,
                max_bytes=max_bytes,
            )
            if token is None or not isinstance(answer, Answer) or answer.status != 401:
                break
            self._tokens.forget(token)
        return answer


def _sent(answer: Answer | Failure, conversation_id: str) -> Outcome:
    if not isinstance(answer, Answer):
        return answer
    activity_id = answer.body.get("id") if isinstance(answer.body, dict) else None
    return Sent(activity_id if isinstance(activity_id, str) and activity_id else None, conversation_id)


def _address(service_url: str, path: tuple[str, ...], asked: str) -> URL | None:
    """None where a segment would lead elsewhere."""
    if not all(map(_is_one_segment, path)):
        return None
    quoted = "/".join(quote(segment, safe="") for segment in path)
    return URL(f"{service_url.rstrip('/')}/v3/{quoted}{'?' if asked else ''}{asked}", encoded=True)


def _is_one_segment(segment: str) -> bool:
    """Neither empty nor a step up or aside, once a server has decoded it."""
    return 0 < len(segment) <= MAX_ID_LENGTH and segment.isprintable() and not _STEP.search(segment)


_STEP = re.compile(r"(?:\A|[/\\])\.+(?:\Z|[/\\])")
