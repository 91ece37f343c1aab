"""The bot's own token for the connector: fetched in a thread, kept, and renewed before it runs out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Protocol

import msal
import requests
import structlog

log = structlog.get_logger(__name__)

ON_GARBAGE = (ValueError, AttributeError, KeyError, TypeError)
"""What msal raises when the authority answers something that is no OAuth answer."""

CONNECTOR_SCOPE = "https://api.botframework.com/.default"


class TokenUnavailable(Exception):
    """No token could be had. The connector catches it: nothing was sent."""


class TokenSource(Protocol):
    async def token(self) -> str | None:
        """The token to send, None where none is needed. Raises TokenUnavailable."""

    def forget(self, token: str) -> None:
        """This token was not accepted: fetch another the next time."""


class NoToken:
    """Local mode: nobody asks for a token, and there is none that could leak."""

    async def token(self) -> None:
        return None

    def forget(self, token: str) -> None:
        return None

    async def close(self) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Credential:
    """Who the bot is to Entra: single-tenant, with a secret or a certificate."""

    app_id: str
    tenant_id: str
    secret: str | Mapping[str, str] = field(repr=False)
    """A client secret, or msal's mapping of a certificate: private_key, thumbprint, public_certificate."""
    authority: str = "https://login.microsoftonline.com"


@dataclass(frozen=True, slots=True)
class TokenTimes:
    early_seconds: float = 600
    """A token with less left than this is renewed in the background and serves meanwhile."""
    wait_seconds: float = 8
    """How long a caller waits for the first token."""
    retry_seconds: float = 5
    """After a failed fetch the next one waits so long."""


@dataclass(frozen=True, slots=True)
class _Held:
    token: str
    until: float


class MsalToken:
    def __init__(
        self,
        credential: Credential,
        *,
        scope: str = CONNECTOR_SCOPE,
        verify: bool | str = True,
        times: TokenTimes = TokenTimes(),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`verify` is the file of the authority's CA where that is not a public one."""
        self._credential = credential
        self._scope = scope
        self._verify = verify
        self._times = times
        self._clock = clock
        self._held: _Held | None = None
        self._tried_at = float("-inf")
        self._fetching: asyncio.Task[None] | None = None
        # Of its own, so that an authority that hangs takes no thread from anything else.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="msal")

    async def token(self) -> str:
        held = self._held
        left = held.until - self._clock() if held else 0.0
        if held is None or left <= 0:
            held = await self._first()
        elif left < self._times.early_seconds and self._may_try():
            self._start_fetching()
        return held.token

    def forget(self, token: str) -> None:
        if self._held is not None and self._held.token == token:
            self._held = None

    async def close(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.wait({self._fetching})
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _first(self) -> _Held:
        if not self._may_try():
            raise TokenUnavailable
        try:
            async with asyncio.timeout(self._times.wait_seconds):
                await asyncio.shield(self._start_fetching())
        except TimeoutError:
            raise TokenUnavailable from None
        if self._held is None or self._held.until <= self._clock():
            raise TokenUnavailable
        return self._held

    def _may_try(self) -> bool:
        under_way = self._fetching is not None and not self._fetching.done()
        return under_way or self._clock() - self._tried_at >= self._times.retry_seconds

    def _start_fetching(self) -> asyncio.Task[None]:
        if self._fetching is None or self._fetching.done():
            self._tried_at = self._clock()
            self._fetching = asyncio.create_task(self._renew())
        return self._fetching

    async def _renew(self) -> None:
        answer = await asyncio.get_running_loop().run_in_executor(self._thread, self._acquire)
        token, seconds = answer.get("access_token"), answer.get("expires_in")
        if isinstance(token, str) and isinstance(seconds, int):
            self._held = _Held(token, self._clock() + seconds)
            log.info("token.renewed", seconds=seconds)
        else:
            log.warning("token.not_renewed", reason=str(answer.get("error", "unnamed"))[:64])

    def _acquire(self) -> dict[str, Any]:
        """Runs in the thread, with a new application: msal's own cache would return what was forgotten."""
        credential = self._credential
        http = Http(self._verify, timeout_seconds=self._times.wait_seconds / 2)
        try:
            application = msal.ConfidentialClientApplication(
                credential.app_id,
                authority=f"{credential.authority}/{credential.tenant_id}",
                client_credential=credential.secret,
                instance_discovery=False,
                http_client=http,
            )
            answer: dict[str, Any] = application.acquire_token_for_client([self._scope])
        except (requests.RequestException, msal.exceptions.MsalError, *ON_GARBAGE) as failed:
            return {"error": type(failed).__name__}
        finally:
            http.close()
        return answer


class Http(requests.Session):
    """What msal speaks through: bounded in time, and with the secret to the authority alone."""

    def __init__(self, verify: bool | str, *, timeout_seconds: float) -> None:
        super().__init__()
        self.verify = verify
        # The environment's CA bundle would win over a named one; its proxies are wanted otherwise.
        self.trust_env = verify is True
        self.max_redirects = 0
        self._timeout_seconds = timeout_seconds

    def request(self, method: str, url: str, **options: Any) -> requests.Response:  # type: ignore[override]  # its thirty options go through as they are
        return super().request(method, url, **{"timeout": self._timeout_seconds, **options})
