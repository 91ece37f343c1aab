"""The door of a real tenant, with real keys, real tokens and a real key server on loopback."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.door import Admitted, Refusal, to_response
from bot.keys import KeyCache, KeysUnavailable, KeyTimes
from bot.peer_limit import PeerLimit
from bot.service_urls import ServiceUrls
from bot.token_door import BOT_FRAMEWORK_ISSUER, TokenDoor
from tests.loopback import RawAnswer, raw_post, serving

APP_ID = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
SERVICE_URL = "https://smba.trafficmanager.net/emea/"
ACTIVITY: dict[str, Any] = {
    "type": "message",
    "id": "1",
    "text": "hei",
    "channelId": "msteams",
    "serviceUrl": SERVICE_URL,
    "from": {"id": "29:1", "aadObjectId": "person-1"},
    "conversation": {"id": "a:1", "tenantId": TENANT},
    "channelData": {"tenant": {"id": TENANT}},
}
Reply = Callable[[web.Request], Any]


@pytest.fixture(scope="module")
def key() -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


@pytest.fixture(scope="module")
def other_key() -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


def public_jwk(key: RSAPrivateKey, kid: str, endorsements: Any = ("msteams",)) -> dict[str, Any]:
    jwk: dict[str, Any] = dict(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True))
    jwk |= {"kid": kid, "use": "sig"}
    return jwk if endorsements is None else {**jwk, "endorsements": endorsements}


@dataclass
class KeyServer:
    """What it answers with can be changed while it runs."""

    keys: list[dict[str, Any]]
    port: int = 0
    asked: int = 0
    status: int = 200
    issuer: str = BOT_FRAMEWORK_ISSUER
    jwks_uri: str = ""
    raw: bytes | None = None
    let_go: asyncio.Event = field(default_factory=asyncio.Event)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.let_go.set()

    @property
    def metadata_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/metadata"

    async def handle(self, request: web.Request) -> web.Response:
        if request.path == "/metadata":
            self.asked += 1
            self.came.set()
            await self.let_go.wait()
            if self.raw is not None:
                return web.Response(body=self.raw, content_type="application/json")
            uri = self.jwks_uri or f"http://127.0.0.1:{self.port}/keys"
            return web.json_response({"issuer": self.issuer, "jwks_uri": uri}, status=self.status)
        return web.json_response({"keys": self.keys})


@asynccontextmanager
async def key_server(*keys: dict[str, Any]) -> AsyncIterator[KeyServer]:
    server = KeyServer(list(keys))
    async with serving(server.handle) as port:
        server.port = port
        try:
            yield server
        finally:
            server.let_go.set()


@asynccontextmanager
async def cache_of(
    server: KeyServer, *, now: list[float] | None = None, times: KeyTimes | None = None
) -> AsyncIterator[KeyCache]:
    at = now if now is not None else [1000.0]
    async with aiohttp.ClientSession() as session:
        cache = KeyCache(
            session,
            server.metadata_url,
            issuer=BOT_FRAMEWORK_ISSUER,
            times=times or KeyTimes(),
            clock=lambda: at[0],
        )
        try:
            yield cache
        finally:
            await cache.close()


class Entrance:
    def __init__(self, port: int) -> None:
        self.port = port
        self.came_in: list[Admitted] = []
        self.reasons: list[str] = []

    async def post(self, authorization: str | None, body: bytes | dict[str, Any] = ACTIVITY) -> RawAnswer:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = [("Host", "bot.example.no"), ("Content-Type", "application/json")]
        if authorization is not None:
            headers.append(("Authorization", authorization))
        return await raw_post(self.port, headers, raw)


@asynccontextmanager
async def entrance(keys: KeyCache) -> AsyncIterator[Entrance]:
    door = TokenDoor(
        app_id=APP_ID,
        tenants=[TENANT],
        urls=ServiceUrls.on_hosts(["smba.trafficmanager.net"]),
        keys=keys,
        peer_limit=PeerLimit(per_second=1000, burst=1000),
    )
    entrances: list[Entrance] = []

    async def handle(request: web.Request) -> web.Response:
        admitted = await door.admit(request)
        if isinstance(admitted, Refusal):
            entrances[0].reasons.append(admitted.reason)
            return to_response(admitted)
        entrances[0].came_in.append(admitted)
        return web.Response(status=200)

    async with serving(handle) as port:
        entrances.append(Entrance(port))
        yield entrances[0]


def claims(**changes: Any) -> dict[str, Any]:
    now = int(time.time())
    good = {
        "iss": BOT_FRAMEWORK_ISSUER,
        "aud": APP_ID,
        "nbf": now - 10,
        "exp": now + 3600,
        "serviceurl": SERVICE_URL,
    }
    return {name: value for name, value in (good | changes).items() if value is not None}


def signed(key: RSAPrivateKey, /, kid: str | None = "key-1", **changes: Any) -> str:
    payload = json.dumps(claims(**changes)).encode()
    return "Bearer " + jwt.PyJWS().encode(payload, key, "RS256", headers={} if kid is None else {"kid": kid})


def segment(value: Any) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


async def test_a_good_token_comes_in(key: RSAPrivateKey) -> None:
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server) as keys, entrance(keys) as at:
        assert (await at.post(signed(key))).status == 200
        assert (await at.post(signed(key).replace("Bearer", "bearer"))).status == 200
        assert (await at.post(signed(key, exp=int(time.time()) - 200))).status == 200, "within the leeway"
        identity = at.came_in[0].identity
        assert (identity.tenant_id, identity.app_id, identity.local) == (TENANT, APP_ID, False)
        assert identity.claims["serviceurl"] == SERVICE_URL
        assert server.asked == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": 1000},
        {"exp": None},
        {"exp": "soon"},
        {"exp": float("inf")},
        {"nbf": 4_000_000_000},
        {"nbf": None},
        {"aud": "another-bot"},
        {"aud": None},
        {"aud": [APP_ID]},
        {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
        {"iss": "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"},
        {"iss": None},
        {"iss": [BOT_FRAMEWORK_ISSUER]},
        {"serviceurl": None},
        {"kid": None},
        {"kid": "nobody-knows"},
    ],
)
async def test_a_token_that_is_not_for_this_bot_is_not_believed(
    key: RSAPrivateKey, changes: dict[str, Any]
) -> None:
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server) as keys, entrance(keys) as at:
        answer = await at.post(signed(key, **changes))
        assert (answer.status, answer.body) == (401, b"")
        assert "WWW-Authenticate: Bearer" in answer.head


async def test_a_token_of_another_making_is_not_believed(
    key: RSAPrivateKey, other_key: RSAPrivateKey
) -> None:
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    good = signed(key)
    head, payload, signature = good.removeprefix("Bearer ").split(".")
    hs256_head = segment({"alg": "HS256", "typ": "JWT", "kid": "key-1"})
    hs256 = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    by_public_key = segment(hs256.sign(f"{hs256_head}.{payload}".encode(), public))
    made = [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer a.b.c",
        "Basic dXNlcjpwYXNz",
        good.removeprefix("Bearer "),
        good + ".more",
        good + " more",
        good.replace("Bearer ", "Bearer  "),
        f"Bearer {'a' * 2000}.{'b' * 2000}.{'c' * 2000}",
        signed(other_key),
        f"Bearer {head}.{segment(claims(aud='x'))}.{signature}",
        f"Bearer {segment({'alg': 'none', 'kid': 'key-1'})}.{payload}.{segment(b'x')}",
        f"Bearer {segment({'alg': 'none', 'kid': 'key-1'})}.{payload}.",
        f"Bearer {hs256_head}.{payload}.{by_public_key}",
        f"Bearer {segment({'alg': 'RS256', 'kid': 7})}.{payload}.{signature}",
        f"Bearer {segment({'alg': ['RS256'], 'kid': 'key-1'})}.{payload}.{signature}",
        f"Bearer {segment(b'[' * 5000)}.{payload}.{signature}",
        f"Bearer {segment(b'not json')}.{payload}.{signature}",
        f"Bearer {segment({'alg': 'RS256', 'kid': 'key-1', 'crit': ['x'], 'x': 1})}.{payload}.{signature}",
        f"Bearer {segment({'alg': 'RS256', 'kid': 'key-1', 'b64': False})}.{payload}.{signature}",
    ]
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server) as keys, entrance(keys) as at:
        assert [(await at.post(authorization)).status for authorization in made] == [401] * len(made)
        assert at.came_in == []


@pytest.mark.parametrize(
    ("claimed", "body"),
    [
        ("https://smba.trafficmanager.net/no/", SERVICE_URL),
        (SERVICE_URL, "https://evil.trafficmanager.net/"),
        *((url, url) for url in (
            "https://evil.trafficmanager.net/", "https://smba.trafficmanager.net.evil.example/",
            "https://a@smba.trafficmanager.net/", "https://smba.trafficmanager.net:8443/",
            "http://smba.trafficmanager.net/", "https://smba.trafficmanager.net./",
            "https://xn--smb-1ma.trafficmanager.net/", "https://203.0.113.5/", "http://127.0.0.1/",
        )),
        ([SERVICE_URL], SERVICE_URL),
    ],
)  # fmt: skip
async def test_a_service_url_that_is_not_claimed_and_listed_is_refused(
    key: RSAPrivateKey, claimed: Any, body: str
) -> None:
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server) as keys, entrance(keys) as at:
        answer = await at.post(signed(key, serviceurl=claimed), {**ACTIVITY, "serviceUrl": body})
        assert (answer.status, at.reasons) == (403, ["service_url"])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"channelId": "webchat"}, "channel"),
        ({"channelId": "emulator"}, "channel"),
        ({"channelData": {"tenant": {"id": "elsewhere"}}}, "tenant"),
        ({"conversation": {"id": "a:1", "tenantId": "elsewhere"}}, "tenant"),
        ({"from": {"id": "29:1", "tenantId": "elsewhere"}}, "tenant"),
        ({"channelData": None, "conversation": {"id": "a:1"}}, "tenant"),
    ],
)
async def test_another_channel_or_tenant_is_refused(
    key: RSAPrivateKey, change: dict[str, Any], reason: str
) -> None:
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server) as keys, entrance(keys) as at:
        answer = await at.post(signed(key), {**ACTIVITY, **change})
        assert (answer.status, at.reasons) == (403, [reason])


@pytest.mark.parametrize("endorsements", [None, [], ["webchat"], "msteams", [["msteams"]]])
async def test_a_key_that_may_not_speak_for_teams_is_refused(key: RSAPrivateKey, endorsements: Any) -> None:
    jwk = public_jwk(key, "key-1", endorsements)
    async with key_server(jwk) as server, cache_of(server) as keys, entrance(keys) as at:
        assert ((await at.post(signed(key))).status, at.reasons) == (403, ["endorsement"])


async def test_a_bad_body_is_refused_with_a_good_token_too(key: RSAPrivateKey) -> None:
    bodies: list[Any] = [b"x", b"[]", b"{}", b"[" * 10_000, {**ACTIVITY, "serviceUrl": None}]
    bodies += [
        {name: value for name, value in ACTIVITY.items() if name != left}
        for left in ("channelId", "conversation")
    ]
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server) as keys, entrance(keys) as at:
        assert [(await at.post(signed(key), body)).status for body in bodies] == [400] * len(bodies)
        assert (await at.post(signed(key), {**ACTIVITY, "text": "x" * 300_000})).status == 413


async def test_a_rotated_key_is_found_and_a_key_taken_away_is_not_believed(
    key: RSAPrivateKey, other_key: RSAPrivateKey
) -> None:
    now = [1000.0]
    async with (
        key_server(public_jwk(key, "key-1")) as server,
        cache_of(server, now=now) as keys,
        entrance(keys) as at,
    ):
        assert (await at.post(signed(key))).status == 200
        server.keys = [public_jwk(other_key, "key-2")]
        now[0] += 61
        assert (await at.post(signed(other_key, kid="key-2"))).status == 200
        assert (await at.post(signed(key))).status == 401


async def test_unknown_key_ids_cause_one_fetch_a_minute(key: RSAPrivateKey) -> None:
    now = [1000.0]
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server, now=now) as keys:
        assert await keys.key("key-1") is not None
        for attempt in range(20):
            assert await keys.key(f"unknown-{attempt}") is None
        assert server.asked == 1
        now[0] += 60
        assert [await keys.key("unknown") for _ in range(20)] == [None] * 20
        assert server.asked == 2


async def test_many_at_once_fetch_once(key: RSAPrivateKey) -> None:
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server) as keys:
        found = await asyncio.gather(*(keys.key("key-1") for _ in range(50)))
        assert all(found)
        assert server.asked == 1


async def test_who_hangs_up_does_not_take_the_fetch_from_the_others(key: RSAPrivateKey) -> None:
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server) as keys:
        server.let_go.clear()
        first, second = asyncio.create_task(keys.key("key-1")), asyncio.create_task(keys.key("key-1"))
        await asyncio.wait_for(server.came.wait(), 10)
        first.cancel()
        server.let_go.set()
        assert await second is not None
        assert server.asked == 1


async def test_known_keys_serve_at_once_while_a_slow_endpoint_is_asked(key: RSAPrivateKey) -> None:
    now = [1000.0]
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server, now=now) as keys:
        await keys.key("key-1")
        server.let_go.clear()
        server.came.clear()
        now[0] += KeyTimes().fresh_seconds + 1
        waiting = asyncio.create_task(keys.key("unknown"))
        await asyncio.wait_for(server.came.wait(), 10)
        assert await keys.key("key-1") is not None
        assert not waiting.done()
        server.let_go.set()
        assert await waiting is None
        assert keys.age_seconds() == 0


BROKEN: list[dict[str, Any]] = [
    {"status": 500},
    {"status": 302},
    {"raw": b"garbage"},
    {"raw": b"[" * 100_000},
    {"raw": b'{"issuer": 1}'},
    {"raw": b"x" * 1_000_000},
    {"issuer": "https://evil.example"},
    {"jwks_uri": "http://127.0.0.2:1/keys"},
    {"jwks_uri": "no address"},
    {"keys": []},
    {"keys": ["x", {"kid": "a"}, {"kid": "b", "kty": "RSA", "n": "!", "e": "AQAB"}]},
    {"keys": [{"kid": "c", "kty": "oct", "k": "eA"}, {"kty": "RSA"}]},
]


@pytest.mark.parametrize("fault", BROKEN, ids=range(len(BROKEN)))
async def test_old_keys_serve_while_the_endpoint_is_broken(key: RSAPrivateKey, fault: dict[str, Any]) -> None:
    now = [1000.0]
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server, now=now) as keys:
        await keys.key("key-1")
        for name, value in fault.items():
            setattr(server, name, value)
        now[0] += 61
        assert await keys.key("unknown") is None
        assert await keys.key("key-1") is not None
        now[0] += KeyTimes().usable_seconds
        with pytest.raises(KeysUnavailable):
            await keys.key("key-1")


@pytest.mark.parametrize("fault", BROKEN, ids=range(len(BROKEN)))
async def test_without_any_key_the_door_asks_to_try_again(key: RSAPrivateKey, fault: dict[str, Any]) -> None:
    now = [1000.0]
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server, now=now) as keys:
        good = dict(vars(server))
        for name, value in fault.items():
            setattr(server, name, value)
        async with entrance(keys) as at:
            assert [(await at.post(signed(key))).status for _ in range(3)] == [503] * 3
            assert server.asked == 1
            for name in fault:
                setattr(server, name, good[name])
            now[0] += KeyTimes().retry_seconds
            assert (await at.post(signed(key))).status == 200


async def test_a_slow_endpoint_is_given_up(key: RSAPrivateKey) -> None:
    times = KeyTimes(fetch_seconds=0.05)
    async with key_server(public_jwk(key, "key-1")) as server, cache_of(server, times=times) as keys:
        server.let_go.clear()
        with pytest.raises(KeysUnavailable):
            await keys.key("key-1")


async def test_a_short_key_is_not_believed() -> None:
    weak = generate_private_key(65537, 1024)
    async with key_server(public_jwk(weak, "key-1")) as server, cache_of(server) as keys:
        with pytest.raises(KeysUnavailable):
            await keys.key("key-1")
