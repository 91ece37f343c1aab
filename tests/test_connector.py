"""The connector against real servers on loopback: what it sends, and what it says became of it."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
import structlog
from aiohttp import web

from bot.connector import (
    Blocked,
    Connector,
    Gone,
    NotSent,
    Outcome,
    Refused,
    Roster,
    Sent,
    Throttled,
    Unknown,
    Uploaded,
)
from bot.exchange import Timeouts, open_session
from bot.service_urls import FileHosts, PublicAddresses, ServiceUrls
from bot.tokens import NoToken, TokenUnavailable
from tests.loopback import EveryNameHere, make_ca, serving

CANARY = "kanarifugl"
ACTIVITY = {"type": "message", "text": f"{CANARY} æøå"}
PATIENT = Timeouts(connect_seconds=5, total_seconds=5)


@dataclass
class Teams:
    """Keeps what it is sent, and answers as it is told."""

    status: int = 201
    body: bytes = b'{"id": "activity-1"}'
    headers: dict[str, str] = field(default_factory=dict)
    answers: list[bytes] = field(default_factory=list)
    hangs: set[str] = field(default_factory=set)
    asked: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    got: list[dict[str, str]] = field(default_factory=list)
    came: asyncio.Queue[None] = field(default_factory=asyncio.Queue)

    async def handle(self, request: web.Request) -> web.Response:
        self.asked.append((request.method, request.raw_path))
        self.got.append(dict(request.headers))
        self.bodies.append(await request.read())
        self.came.put_nowait(None)
        if any(name in request.raw_path for name in self.hangs):
            await asyncio.Event().wait()
        body = self.answers.pop(0) if self.answers else self.body
        return web.Response(
            status=self.status, body=body, headers=self.headers, content_type="application/json"
        )


@asynccontextmanager
async def connected(teams: Teams, *, timeouts: Timeouts = PATIENT) -> AsyncIterator[tuple[Connector, str]]:
    async with serving(teams.handle) as port, open_session() as session:
        connector = Connector(session, urls=ServiceUrls.on_loopback(), tokens=NoToken(), timeouts=timeouts)
        yield connector, f"http://127.0.0.1:{port}/emea/"


async def test_an_activity_is_sent_as_plain_json() -> None:
    teams = Teams()
    async with connected(teams) as (connector, url):
        sent = await connector.send(url, "19:x@thread.tacv2;messageid=17/..a", ACTIVITY)
        assert sent == Sent("activity-1", "19:x@thread.tacv2;messageid=17/..a")
        assert await connector.reply(url, "a:1", "f:2", ACTIVITY) == Sent("activity-1", "a:1")
        assert await connector.update(url, "a:1", "f:2", ACTIVITY) == Sent("activity-1", "a:1")
    assert teams.asked == [
        ("POST", "/emea/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D17%2F..a/activities"),
        ("POST", "/emea/v3/conversations/a%3A1/activities/f%3A2"),
        ("PUT", "/emea/v3/conversations/a%3A1/activities/f%3A2"),
    ]
    assert teams.bodies[0] == json.dumps(ACTIVITY, ensure_ascii=False, separators=(",", ":")).encode()
    assert teams.got[0]["Content-Type"] == "application/json; charset=utf-8"
    assert "Authorization" not in teams.got[0]


async def test_a_conversation_is_created_with_its_first_activity() -> None:
    teams = Teams(body=b'{"id": "19:c;messageid=5", "activityId": "5", "serviceUrl": "x"}')
    async with connected(teams) as (connector, url):
        created = await connector.create_conversation(url, {"channelData": {"channel": {"id": "19:c"}}})
        assert created == Sent("5", "19:c;messageid=5")
        teams.body = b'{"id": "a:new"}'
        assert await connector.create_conversation(url, {"members": []}) == Sent(None, "a:new")
        teams.body = b"{}"
        assert await connector.create_conversation(url, {"members": []}) == Unknown("no_conversation_id")
    assert teams.asked[0] == ("POST", "/emea/v3/conversations")


def error(code: str) -> bytes:
    return json.dumps({"error": {"code": code, "message": CANARY}}).encode()


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (200, b'{"id": "7"}', Sent("7", "a:1")),
        (201, b"", Sent(None, "a:1")),
        (202, b"not json", Sent(None, "a:1")),
        (200, b'{"id": 7}', Sent(None, "a:1")),
        (200, b"[" * 50_000, Sent(None, "a:1")),
        (200, b'"' + b"x" * 5_000_000 + b'"', Sent(None, "a:1")),
        (400, error("BadSyntax"), Refused(400, "BadSyntax")),
        (401, error("BotNotRegistered"), Refused(401, "BotNotRegistered")),
        (403, error("MessageWritesBlocked"), Blocked()),
        (403, error("BotNotInConversationRoster"), Gone("BotNotInConversationRoster")),
        (403, b"", Gone("unnamed")),
        (404, error("ConversationNotFound"), Gone("ConversationNotFound")),
        (410, b"<html>", Gone("unnamed")),
        (413, error("MessageSizeTooBig"), Refused(413, "MessageSizeTooBig")),
        (400, error(f"{CANARY} with words"), Refused(400, "unnamed")),
        (400, b'{"error": ["x"]}', Refused(400, "unnamed")),
        (412, error("PreconditionFailed"), Throttled(2.0)),
        (500, error("ServiceError"), Unknown("http_500")),
        (502, b"", Unknown("http_502")),
        (503, b"", Unknown("http_503")),
        (504, b"", Unknown("http_504")),
        (301, b"", Refused(301, "redirect")),
        (307, b"", Refused(307, "redirect")),
    ],
)
async def test_what_an_answer_means(status: int, body: bytes, expected: Outcome) -> None:
    teams = Teams(
        status=status, body=body, headers={"Location": "http://127.0.0.1:1/"} if status < 400 else {}
    )
    async with connected(teams) as (connector, url):
        assert await connector.send(url, "a:1", ACTIVITY) == expected
        assert len(teams.asked) == 1


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("3", 3.0),
        ("0", 0.0),
        ("1.5", 1.5),
        ("", 2.0),
        ("soon", 2.0),
        ("-5", 2.0),
        ("nan", 2.0),
        ("9" * 9, 3600.0),
    ],
)
async def test_retry_after_is_read(told: str, expected: float) -> None:
    async with connected(Teams(status=429, headers={"Retry-After": told})) as (connector, url):
        assert await connector.send(url, "a:1", ACTIVITY) == Throttled(expected)


async def test_retry_after_may_be_a_date() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    long_ago = format_datetime(datetime.now(UTC) - timedelta(days=1), usegmt=True)
    async with connected(Teams(status=429, headers={"Retry-After": soon})) as (connector, url):
        outcome = await connector.send(url, "a:1", ACTIVITY)
        assert isinstance(outcome, Throttled)
        assert 60 < outcome.retry_after_seconds <= 100
    async with connected(Teams(status=429, headers={"Retry-After": long_ago})) as (connector, url):
        assert await connector.send(url, "a:1", ACTIVITY) == Throttled(0.0)


async def test_a_server_that_hangs_leaves_it_unknown() -> None:
    teams = Teams(hangs={"activities"})
    async with connected(teams, timeouts=Timeouts(total_seconds=0.1)) as (connector, url):
        assert await connector.send(url, "a:1", ACTIVITY) == Unknown("timeout")
        assert await connector.update(url, "a:1", "1", ACTIVITY) == Unknown("timeout")


async def test_one_hanging_conversation_delays_no_other() -> None:
    teams = Teams(hangs={"hangs"})
    async with connected(teams) as (connector, url):
        hanging = [
            asyncio.create_task(connector.send(url, f"hangs-{number}", ACTIVITY)) for number in range(150)
        ]
        for _ in range(150):
            await asyncio.wait_for(teams.came.get(), 10)
        assert await connector.send(url, "a:1", ACTIVITY) == Sent("activity-1", "a:1")
        assert not any(task.done() for task in hanging)
        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)


Misbehaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def close_at_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(10)


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(10)
    sock: socket.socket = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


async def half_a_head(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(65536)
    writer.write(b"HTTP/1.1 201 Crea")
    await writer.drain()


async def not_http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(65536)
    writer.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    await writer.drain()


async def half_a_body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(65536)
    writer.write(b'HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{"id": ')
    await writer.drain()


@pytest.mark.parametrize(
    ("misbehaviour", "expected"),
    [
        (close_at_once, Unknown("reset")),
        (reset, Unknown("reset")),
        (half_a_head, Unknown("reset")),
        (not_http, Unknown("broken_answer")),
        (half_a_body, Sent(None, "a:1")),
    ],
)
async def test_a_connection_that_breaks(misbehaviour: Misbehaviour, expected: Outcome) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await misbehaviour(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server, open_session() as session:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        connector = Connector(session, urls=ServiceUrls.on_loopback(), tokens=NoToken())
        assert await connector.send(url, "a:1", ACTIVITY) == expected


async def test_where_nobody_listens_nothing_is_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as once:
        port = once.getsockname()[1]
    async with open_session() as session:
        connector = Connector(session, urls=ServiceUrls.on_loopback(), tokens=NoToken())
        url = f"http://127.0.0.1:{port}/"
        assert await connector.send(url, "a:1", ACTIVITY) == NotSent("connection_refused")
        assert await connector.members(url, "a:1") == NotSent("connection_refused")


async def test_when_every_connection_is_taken_nothing_is_sent() -> None:
    teams = Teams(hangs={"hangs"})
    async with serving(teams.handle) as port, open_session(max_connections=1) as session:
        timeouts = Timeouts(connect_seconds=0.05, total_seconds=5)
        connector = Connector(session, urls=ServiceUrls.on_loopback(), tokens=NoToken(), timeouts=timeouts)
        url = f"http://127.0.0.1:{port}/"
        hanging = asyncio.create_task(connector.send(url, "hangs", ACTIVITY))
        await asyncio.wait_for(teams.came.get(), 10)
        assert await connector.send(url, "a:1", ACTIVITY) == NotSent("connect_timeout")
        hanging.cancel()
        await asyncio.gather(hanging, return_exceptions=True)


@pytest.mark.parametrize("bad", ["", ".", "..", "a/../b", "..\\x", "a\nb", "x" * 2000, "\ud800", "a\x00"])
async def test_an_id_that_would_lead_elsewhere_is_not_sent(bad: str) -> None:
    teams = Teams()
    async with connected(teams) as (connector, url):
        assert await connector.send(url, bad, ACTIVITY) == Refused(0, "BadId")
        assert await connector.update(url, "a:1", bad, ACTIVITY) == Refused(0, "BadId")
        assert await connector.member(url, "a:1", bad) == Refused(0, "BadId")
    assert teams.asked == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", object(), b"\xff"])
async def test_what_is_not_json_is_not_sent(value: Any) -> None:
    teams = Teams()
    async with connected(teams) as (connector, url):
        assert await connector.send(url, "a:1", {"value": value}) == Refused(0, "NotJson")
    assert teams.asked == []


async def test_a_stored_address_that_is_no_longer_allowed_is_not_sent_to() -> None:
    teams = Teams()
    async with serving(teams.handle) as port, open_session() as session:
        connector = Connector(
            session, urls=ServiceUrls.on_hosts(["smba.trafficmanager.net"]), tokens=FixedToken()
        )
        url = f"http://127.0.0.1:{port}/"
        assert await connector.send(url, "a:1", ACTIVITY) == Refused(0, "ServiceUrlNotAllowed")
        assert await connector.create_conversation(url, {}) == Refused(0, "ServiceUrlNotAllowed")
        assert await connector.members(url, "a:1") == Refused(0, "ServiceUrlNotAllowed")
    assert teams.asked == []


class FixedToken:
    def __init__(self, *tokens: str) -> None:
        self._tokens = list(tokens) or ["token-1"]
        self.forgotten: list[str] = []

    async def token(self) -> str:
        if not self._tokens:
            raise TokenUnavailable
        return self._tokens[0]

    def forget(self, token: str) -> None:
        self.forgotten.append(token)
        self._tokens.remove(token)


@asynccontextmanager
async def over_tls(teams: Teams, folder: Path, tokens: FixedToken) -> AsyncIterator[Connector]:
    ca = make_ca(folder, "smba.trafficmanager.net")
    async with serving(teams.handle, tls=ca.server) as port:
        session = open_session(resolver=EveryNameHere(port), ssl_context=ca.client)
        async with session:
            yield Connector(session, urls=ServiceUrls.on_hosts(["smba.trafficmanager.net"]), tokens=tokens)


async def test_the_token_goes_to_the_listed_host_over_https(tmp_path: Path) -> None:
    teams = Teams()
    async with over_tls(teams, tmp_path, FixedToken("token-1")) as connector:
        sent = await connector.send("https://smba.trafficmanager.net/emea/", "a:1", ACTIVITY)
        assert sent == Sent("activity-1", "a:1")
        outcome = await connector.send("https://smba.trafficmanager.net.evil.example/", "a:1", ACTIVITY)
        assert outcome == Refused(0, "ServiceUrlNotAllowed")
    assert [got["Authorization"] for got in teams.got] == ["Bearer token-1"]


async def test_a_refused_token_is_replaced_once(tmp_path: Path) -> None:
    teams = Teams(status=401)
    tokens = FixedToken("token-1", "token-2", "token-3")
    async with over_tls(teams, tmp_path, tokens) as connector:
        outcome = await connector.send("https://smba.trafficmanager.net/", "a:1", ACTIVITY)
        assert outcome == Refused(401, "unnamed")
    assert [got["Authorization"] for got in teams.got] == ["Bearer token-1", "Bearer token-2"]
    assert tokens.forgotten == ["token-1", "token-2"]


async def test_without_a_token_nothing_is_sent(tmp_path: Path) -> None:
    teams = Teams(status=401)
    tokens = FixedToken("token-1")
    async with over_tls(teams, tmp_path, tokens) as connector:
        url = "https://smba.trafficmanager.net/"
        assert await connector.send(url, "a:1", ACTIVITY) == NotSent("token")
        assert await connector.send(url, "a:1", ACTIVITY) == NotSent("token")
    assert len(teams.asked) == 1


async def test_a_server_with_another_certificate_is_not_sent_to(tmp_path: Path) -> None:
    teams = Teams()
    shown = make_ca(tmp_path, "somebody.example")
    async with serving(teams.handle, tls=shown.server) as port:
        session = open_session(resolver=EveryNameHere(port), ssl_context=shown.client)
        async with session:
            urls = ServiceUrls.on_hosts(["smba.trafficmanager.net"])
            connector = Connector(session, urls=urls, tokens=FixedToken())
            outcome = await connector.send("https://smba.trafficmanager.net/", "a:1", ACTIVITY)
            assert outcome == NotSent("tls")
    assert teams.asked == []


async def test_in_local_mode_no_token_is_attached_whoever_has_one() -> None:
    teams = Teams()
    async with serving(teams.handle) as port, open_session() as session:
        connector = Connector(session, urls=ServiceUrls.on_loopback(), tokens=FixedToken())
        await connector.send(f"http://localhost:{port}/", "a:1", ACTIVITY)
    assert "Authorization" not in teams.got[0]


def page(first: int, count: int, token: str | None) -> bytes:
    members = [{"id": f"29:{number}"} for number in range(first, first + count)]
    return json.dumps({"members": members} | ({"continuationToken": token} if token else {})).encode()


async def test_all_pages_of_a_roster_are_read() -> None:
    teams = Teams(status=200, answers=[page(0, 500, "a&b=c"), page(500, 500, "d"), page(1000, 3, None)])
    async with connected(teams) as (connector, url):
        roster = await connector.members(url, "19:c@thread.tacv2")
        assert isinstance(roster, Roster)
        assert roster.complete
        assert [member["id"] for member in roster.members] == [f"29:{number}" for number in range(1003)]
    path = "/emea/v3/conversations/19%3Ac%40thread.tacv2/pagedmembers?pageSize=500"
    assert teams.asked == [
        ("GET", path),
        ("GET", f"{path}&continuationToken=a%26b%3Dc"),
        ("GET", f"{path}&continuationToken=d"),
    ]


async def test_a_roster_that_never_ends_is_cut_and_says_so() -> None:
    async with connected(Teams(status=200, body=page(0, 2, "again"))) as (connector, url):
        assert await connector.members(url, "a:1") == Roster(
            ({"id": "29:0"}, {"id": "29:1"}, {"id": "29:0"}, {"id": "29:1"}), complete=False
        )
    answers = [page(0, 3, "1"), page(3, 3, "2"), page(6, 3, None)]
    async with connected(Teams(status=200, answers=answers)) as (connector, url):
        roster = await connector.members(url, "a:1", limit=4)
        assert isinstance(roster, Roster)
        assert (len(roster.members), roster.complete) == (4, False)


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"members": {}}', b"x"])
async def test_a_roster_that_is_none_is_a_failure(body: bytes) -> None:
    async with connected(Teams(status=200, answers=[page(0, 1, "1"), body], body=body)) as (connector, url):
        assert await connector.members(url, "a:1") == Unknown("broken_answer")


async def test_a_roster_fails_as_a_whole() -> None:
    async with connected(Teams(status=503)) as (connector, url):
        assert await connector.members(url, "a:1") == Unknown("http_503")
        assert await connector.member(url, "a:1", "29:1") == Unknown("http_503")


async def test_one_member_is_found_or_gone() -> None:
    teams = Teams(status=200, body=b'{"id": "29:1", "tenantId": "t", "userRole": "user"}')
    async with connected(teams) as (connector, url):
        member = {"id": "29:1", "tenantId": "t", "userRole": "user"}
        assert await connector.member(url, "a:1", "29:1") == Roster((member,), complete=True)
        teams.status, teams.body = 404, error("MemberNotFoundInConversation")
        assert await connector.member(url, "a:1", "29:2") == Gone("MemberNotFoundInConversation")
        teams.status, teams.body = 200, b"[]"
        assert await connector.member(url, "a:1", "29:2") == Unknown("broken_answer")


async def test_a_file_is_put_in_one_piece_and_without_a_token() -> None:
    teams = Teams()
    async with serving(teams.handle) as port, open_session() as session:
        connector = Connector(session, urls=ServiceUrls.on_loopback(), tokens=FixedToken())
        url = f"http://127.0.0.1:{port}/upload?guid='x%20y'&temp=1"
        assert await connector.upload_file(url, b"%PDF-1.7", FileHosts.on_loopback()) == Uploaded()
        assert teams.asked == [("PUT", "/upload?guid='x%20y'&temp=1")]
        assert teams.bodies == [b"%PDF-1.7"]
        assert teams.got[0]["Content-Range"] == "bytes 0-7/8"
        assert "Authorization" not in teams.got[0]
        teams.status, teams.headers = 307, {"Location": f"http://127.0.0.1:{port}/elsewhere"}
        assert await connector.upload_file(url, b"x", FileHosts.on_loopback()) == Refused(307, "redirect")
        teams.status = 202
        assert await connector.upload_file(url, b"x", FileHosts.on_loopback()) == Refused(202, "unnamed")
        teams.status = 404
        assert await connector.upload_file(url, b"x", FileHosts.on_loopback()) == Gone("unnamed")
        before = len(teams.asked)
        assert await connector.upload_file(url, b"", FileHosts.on_loopback()) == Refused(0, "EmptyFile")
        elsewhere = FileHosts.below(["sharepoint.com"])
        assert await connector.upload_file(url, b"x", elsewhere) == Refused(0, "FileHostNotAllowed")
        assert len(teams.asked) == before


async def test_a_file_host_that_leads_into_the_own_network_is_not_put_to() -> None:
    teams = Teams()
    async with serving(teams.handle) as port:
        resolver = PublicAddresses(EveryNameHere(port))
        async with open_session(resolver=resolver) as session:
            connector = Connector(
                session, urls=ServiceUrls.on_hosts(["smba.trafficmanager.net"]), tokens=NoToken()
            )
            url = "https://tenant-my.sharepoint.com/upload"
            outcome = await connector.upload_file(url, b"x", FileHosts.below(["sharepoint.com"]))
            assert outcome == NotSent("name_lookup")
            sent = await connector.send("https://smba.trafficmanager.net/", "a:1", ACTIVITY)
            assert sent == NotSent("name_lookup")
    assert teams.asked == []


async def test_a_session_keeps_no_cookies() -> None:
    teams = Teams(headers={"Set-Cookie": "session=1; Path=/"})
    async with connected(teams) as (connector, url):
        await connector.send(url.replace("127.0.0.1", "localhost"), "a:1", ACTIVITY)
        await connector.send(url.replace("127.0.0.1", "localhost"), "a:1", ACTIVITY)
    assert all("Cookie" not in got for got in teams.got)


async def test_logs_hold_codes_and_never_what_was_said(tmp_path: Path) -> None:
    with structlog.testing.capture_logs() as logged:
        teams = Teams(status=400, body=error("BadSyntax"))
        async with over_tls(teams, tmp_path, FixedToken("hemmelig-token")) as connector:
            await connector.send("https://smba.trafficmanager.net/", "a:1", ACTIVITY)
            await connector.send("https://smba.trafficmanager.net/", "a:1", {"text": object()})
    told = str(logged)
    assert "BadSyntax" in told
    assert CANARY not in told
    assert "hemmelig-token" not in told


async def test_on_the_way_out_nothing_is_sent() -> None:
    session = open_session()
    await session.close()
    connector = Connector(session, urls=ServiceUrls.on_loopback(), tokens=NoToken())
    assert await connector.send("http://127.0.0.1:1/", "a:1", ACTIVITY) == NotSent("closing")


async def test_the_environments_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    async with connected(Teams()) as (connector, url):
        assert await connector.send(url, "a:1", ACTIVITY) == Sent("activity-1", "a:1")
