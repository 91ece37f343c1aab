"""The bot's own token from a real authority on loopback, over TLS, as msal wants it."""

from __future__ import annotations

import asyncio
import base64
import json
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.tokens import Credential, MsalToken, NoToken, TokenTimes, TokenUnavailable
from tests.loopback import make_ca, serving

TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
APP_ID = "11111111-2222-3333-4444-555555555555"
SECRET = "hemmelig-verdi"


@dataclass
class Authority:
    port: int = 0
    ca_file: str = ""
    status: int = 200
    raw: bytes | None = None
    given: int = 0
    expires_in: int = 3600
    asked: list[dict[str, str]] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def origin(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    async def handle(self, request: web.Request) -> web.Response:
        base = f"{self.origin}/{TENANT}"
        if request.path.endswith("/.well-known/openid-configuration"):
            return web.json_response(
                {
                    "issuer": f"{base}/v2.0",
                    "authorization_endpoint": f"{base}/authorize",
                    "token_endpoint": f"{base}/oauth2/v2.0/token",
                }
            )
        self.asked.append({name: str(value) for name, value in (await request.post()).items()})
        self.came.set()
        await self.let_go.wait()
        if self.raw is not None:
            return web.Response(body=self.raw, status=self.status, content_type="application/json")
        self.given += 1
        body = {"token_type": "Bearer", "access_token": f"token-{self.given}", "expires_in": self.expires_in}
        return web.json_response(body, status=self.status)


@asynccontextmanager
async def authority(folder: Path) -> AsyncIterator[Authority]:
    ca = make_ca(folder)
    made = Authority(ca_file=ca.ca_file)
    made.let_go.set()
    async with serving(made.handle, tls=ca.server) as port:
        made.port = port
        try:
            yield made
        finally:
            made.let_go.set()


@asynccontextmanager
async def token_of(
    made: Authority,
    *,
    now: list[float] | None = None,
    times: TokenTimes | None = None,
    secret: str | dict[str, str] = SECRET,
) -> AsyncIterator[MsalToken]:
    at = now if now is not None else [1000.0]
    tokens = MsalToken(
        Credential(APP_ID, TENANT, secret, authority=made.origin),
        verify=made.ca_file,
        times=times or TokenTimes(),
        clock=lambda: at[0],
    )
    try:
        yield tokens
    finally:
        await tokens.close()


async def test_a_token_is_fetched_once_and_kept(tmp_path: Path) -> None:
    async with authority(tmp_path) as made, token_of(made) as tokens:
        assert await asyncio.gather(*(tokens.token() for _ in range(30))) == ["token-1"] * 30
        assert await tokens.token() == "token-1"
        assert len(made.asked) == 1
        assert made.asked[0]["client_id"] == APP_ID
        assert made.asked[0]["scope"] == "https://api.botframework.com/.default"
        assert made.asked[0]["grant_type"] == "client_credentials"


async def test_a_certificate_is_as_good_as_a_secret(tmp_path: Path) -> None:
    key = generate_private_key(65537, 2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    certificate = {"private_key": pem, "thumbprint": "ab" * 20}
    async with authority(tmp_path) as made, token_of(made, secret=certificate) as tokens:
        assert await tokens.token() == "token-1"
        claimed = made.asked[0]["client_assertion"].split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(claimed + "=="))
        assert claims["iss"] == APP_ID
        assert "client_secret" not in made.asked[0]


async def test_the_loop_goes_on_while_the_authority_thinks(tmp_path: Path) -> None:
    async with authority(tmp_path) as made, token_of(made) as tokens:
        made.let_go.clear()
        waiting = asyncio.create_task(tokens.token())
        await asyncio.wait_for(made.came.wait(), 10)
        assert not waiting.done()
        made.let_go.set()
        assert await waiting == "token-1"


async def test_a_token_is_renewed_early_and_nobody_waits(tmp_path: Path) -> None:
    now = [1000.0]
    async with authority(tmp_path) as made, token_of(made, now=now) as tokens:
        assert await tokens.token() == "token-1"
        now[0] += 3600 - TokenTimes().early_seconds + 1
        made.let_go.clear()
        made.came.clear()
        assert await tokens.token() == "token-1"
        await asyncio.wait_for(made.came.wait(), 10)
        assert [await tokens.token() for _ in range(5)] == ["token-1"] * 5
        made.let_go.set()
        now[0] += 3600
        assert await tokens.token() == "token-2"
        assert len(made.asked) == 2


async def test_an_early_renewal_that_fails_leaves_the_old_token(tmp_path: Path) -> None:
    now = [1000.0]
    async with authority(tmp_path) as made, token_of(made, now=now) as tokens:
        await tokens.token()
        made.status, made.raw = 500, b"down"
        now[0] += 3600 - 60
        for _ in range(3):
            assert await tokens.token() == "token-1"
            await asyncio.wait_for(made.came.wait(), 10)
        now[0] += 61
        with pytest.raises(TokenUnavailable):
            await tokens.token()


async def test_a_forgotten_token_is_replaced(tmp_path: Path) -> None:
    now = [1000.0]
    async with authority(tmp_path) as made, token_of(made, now=now) as tokens:
        assert await tokens.token() == "token-1"
        tokens.forget("another")
        assert await tokens.token() == "token-1"
        tokens.forget("token-1")
        now[0] += TokenTimes().retry_seconds
        assert await tokens.token() == "token-2"


@pytest.mark.parametrize(
    ("status", "raw"),
    [
        (401, b'{"error": "invalid_client", "error_description": "AADSTS7000215"}'),
        (500, b"garbage"),
        (200, b"garbage"),
        (200, b"{}"),
        (200, b"[]"),
        (503, b""),
    ],
)
async def test_an_authority_that_fails_is_asked_again_later(tmp_path: Path, status: int, raw: bytes) -> None:
    now = [1000.0]
    async with authority(tmp_path) as made, token_of(made, now=now) as tokens:
        made.status, made.raw = status, raw
        for _ in range(5):
            with pytest.raises(TokenUnavailable):
                await tokens.token()
        assert len(made.asked) == 1
        made.status, made.raw = 200, None
        now[0] += TokenTimes().retry_seconds
        assert await tokens.token() == "token-1"


async def test_an_authority_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    times = TokenTimes(wait_seconds=0.2)
    async with authority(tmp_path) as made, token_of(made, times=times) as tokens:
        made.let_go.clear()
        with pytest.raises(TokenUnavailable):
            await tokens.token()
        made.let_go.set()


async def test_nobody_there_is_no_token(tmp_path: Path) -> None:
    async with authority(tmp_path) as made:
        gone = Authority(port=made.port, ca_file=made.ca_file)
    async with token_of(gone) as tokens:
        with pytest.raises(TokenUnavailable):
            await tokens.token()


async def test_an_authority_with_a_strange_certificate_is_not_told_the_secret(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = make_ca(tmp_path / "other")
    async with authority(tmp_path) as made:
        made.ca_file = other.ca_file
        async with token_of(made) as tokens:
            with pytest.raises(TokenUnavailable):
                await tokens.token()
        assert made.asked == []


async def test_no_thread_is_left_behind(tmp_path: Path) -> None:
    async with authority(tmp_path) as made, token_of(made) as tokens:
        await tokens.token()
    for thread in [each for each in threading.enumerate() if each.name.startswith("msal")]:
        thread.join(timeout=5)
        assert not thread.is_alive()


async def test_local_mode_has_no_token() -> None:
    tokens = NoToken()
    await tokens.token()
    tokens.forget("x")


def test_a_secret_is_not_shown() -> None:
    assert SECRET not in repr(Credential(APP_ID, TENANT, SECRET))
