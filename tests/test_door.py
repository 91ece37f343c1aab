"""The door of local mode and what both doors ask of a body: who is refused, and with what."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from bot.body import LIMITS, Limits, Unreadable, depth_of, fault_in_shape, parse_json
from bot.door import Admitted, LocalDoor, Refusal, to_response
from bot.peer_limit import PeerLimit
from bot.service_urls import FileHosts, NotAHost, PublicAddresses, ServiceUrls
from tests.loopback import RawAnswer, raw_post, serving

CANARY = "kanarifugl"

ACTIVITY: dict[str, Any] = {
    "type": "message",
    "id": "1",
    "text": CANARY,
    "channelId": "msteams",
    "serviceUrl": "http://localhost:56150/_connector",
    "from": {"id": "user-id-0", "name": CANARY, "aadObjectId": "person-1"},
    "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": "tenant-1"},
    "recipient": {"id": "28:bot"},
    "channelData": {"tenant": {"id": "tenant-1"}},
}


class Entrance:
    """A server whose only work is to ask the door."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.came_in: list[Admitted] = []
        self.refused: list[Refusal] = []

    async def post(
        self,
        body: bytes | dict[str, Any] = ACTIVITY,
        *,
        host: str | None = None,
        content_type: str | None = "application/json",
        more: tuple[tuple[str, str], ...] = (),
    ) -> RawAnswer:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = [("Host", host or f"127.0.0.1:{self.port}")]
        if content_type is not None:
            headers.append(("Content-Type", content_type))
        return await raw_post(self.port, [*headers, *more], raw)


@asynccontextmanager
async def entrance(
    *, peer_limit: PeerLimit | None = None, limits: Limits = LIMITS
) -> AsyncIterator[Entrance]:
    doors: list[tuple[Entrance, LocalDoor]] = []

    async def handle(request: web.Request) -> web.Response:
        at, door = doors[0]
        admitted = await door.admit(request)
        if isinstance(admitted, Refusal):
            at.refused.append(admitted)
            return to_response(admitted)
        at.came_in.append(admitted)
        return web.Response(status=200)

    async with serving(handle) as port:
        at = Entrance(port)
        door = LocalDoor(
            port=port, peer_limit=peer_limit or PeerLimit(per_second=1000, burst=1000), limits=limits
        )
        doors.append((at, door))
        yield at


async def test_the_playgrounds_post_comes_in() -> None:
    async with entrance() as at:
        answer = await at.post(
            more=(
                ("Accept", "application/json, text/plain, */*"),
                ("x-ms-agents-playground", "true"),
                ("User-Agent", "axios/1.12.2"),
                ("Accept-Encoding", "gzip, compress, deflate, br"),
            )
        )
        assert answer.status == 200
        assert at.came_in[0].body == ACTIVITY
        assert at.came_in[0].identity.local
        assert at.came_in[0].identity.tenant_id == "tenant-1"


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
async def test_every_name_of_this_machine_is_a_good_host(name: str) -> None:
    async with entrance() as at:
        assert (await at.post(host=f"{name}:{at.port}")).status == 200


@pytest.mark.parametrize(
    "host",
    ["rebound.example:{port}", "127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1:{port}.example",
     "127.0.0.2:{port}", "0.0.0.0:{port}", "localhost.:{port}", "[::]:{port}"],
)  # fmt: skip
async def test_another_host_is_refused(host: str) -> None:
    async with entrance() as at:
        assert (await at.post(host=host.format(port=at.port))).status in (400, 403)
        assert at.came_in == []


async def test_two_hosts_are_refused() -> None:
    async with entrance() as at:
        assert (await at.post(more=(("Host", f"127.0.0.1:{at.port}"),))).status in (400, 403)
        assert at.came_in == []


@pytest.mark.parametrize(
    "header",
    ["Origin", "origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Forwarded", "Via", "X-Forwarded-For",
     "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "CF-Connecting-IP", "X-Original-Host", "X-ARR-SSL",
     "X-Azure-ClientIP", "True-Client-IP", "X-Envoy-External-Address"],
)  # fmt: skip
async def test_browsers_and_what_was_passed_on_are_refused(header: str) -> None:
    async with entrance() as at:
        assert (await at.post(more=((header, "http://localhost:56150"),))).status == 403
        assert at.came_in == []


@pytest.mark.parametrize(
    "content_type",
    [None, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
     "application/json-patch+json", "text/json", "application/json; charset=utf-16"],
)  # fmt: skip
async def test_only_json_in_utf_8_is_taken(content_type: str | None) -> None:
    async with entrance() as at:
        assert (await at.post(content_type=content_type)).status == 415


async def test_a_charset_may_be_named_but_no_compression() -> None:
    async with entrance() as at:
        assert (await at.post(content_type="application/json; charset=UTF-8")).status == 200
        assert (await at.post(more=(("Content-Encoding", "gzip"),))).status in (400, 415)
        assert (await at.post(more=(("Content-Type", "application/json"),))).status in (400, 415)


async def test_a_large_body_is_refused_whether_its_length_is_told_or_not() -> None:
    async with entrance() as at:
        large = json.dumps({**ACTIVITY, "text": "x" * 300_000}).encode()
        assert (await at.post(large)).status == 413
        chunk = f"{len(large):x}\r\n".encode() + large + b"\r\n0\r\n\r\n"
        assert (await at.post(chunk, more=(("Transfer-Encoding", "chunked"),))).status == 413
        just_fits = {
            **ACTIVITY,
            "text": "x" * (LIMITS.body_bytes - len(json.dumps({**ACTIVITY, "text": ""}))),
        }
        assert (await at.post(just_fits)).status == 200


async def test_ten_megabytes_are_refused_before_they_are_sent() -> None:
    async with entrance() as at:
        assert (await at.post(b"{", more=(("Content-Length", str(10_000_000)),))).status == 413


async def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    async with entrance(limits=Limits(read_seconds=0.05)) as at:
        assert (await at.post(b"{", more=(("Content-Length", "100"),))).status == 408


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"{}", b"null", b'"text"', b"17", b"\xff\xfe{}", b'{"type": NaN}', b'{"n": 1e999}',
     b'{"n": ' + b"9" * 5000 + b"}", b"[" * 10_000 + b"]" * 10_000, b'{"a":' * 65 + b"1" + b"}" * 65,
     json.dumps([ACTIVITY]).encode(), json.dumps(ACTIVITY).encode("utf-16"), b"\xef\xbb\xbf{}"],
)  # fmt: skip
async def test_what_is_not_a_json_object_is_refused(body: bytes) -> None:
    async with entrance() as at:
        answer = await at.post(body)
        assert (answer.status, answer.body) == (400, b"")


@pytest.mark.parametrize(
    "change",
    [{"type": None}, {"type": 1}, {"channelId": ""}, {"serviceUrl": None}, {"serviceUrl": ["x"]},
     {"conversation": None}, {"conversation": {}}, {"conversation": {"id": 5}}, {"conversation": "a:1"},
     {"from": "user"}, {"from": {"id": {"$ne": 1}}}, {"from": {"id": "x", "aadObjectId": "a\x00b"}},
     {"id": "x" * 1025}, {"id": "\ud800"}, {"text": ["x"]}, {"channelData": [1]},
     {"channelData": {"tenant": {"id": 7}}}],
)  # fmt: skip
async def test_an_activity_without_its_names_is_refused(change: dict[str, Any]) -> None:
    async with entrance() as at:
        answer = await at.post({**ACTIVITY, **change})
        assert (answer.status, answer.body) == (400, b"")


async def test_what_is_unknown_or_strange_inside_is_let_through() -> None:
    strange = {
        **ACTIVITY,
        "text": "\ud83d \u202e\x00" + "9" * 5000 + "[{" * 1000,
        "value": {"deep": [[[[{"a": 1}]]]]},
        "entities": [{"type": "new"}, 7],
        "from": {"id": "29:1", "new": True},
        "new": {"field": []},
    }
    async with entrance() as at:
        assert (await at.post(strange)).status == 200
        assert at.came_in[0].body == strange


@pytest.mark.parametrize(
    "service_url",
    ["https://smba.trafficmanager.net/emea/", "http://192.168.0.1:56150/", "http://localhost.example/",
     "http://localhost@evil.example/", "http://127.0.0.1:80@evil.example/", "file:///etc/passwd",
     "http://localhost:56150/a/../b", "http://localhost:56150/?a=1", "http://localhost:56150/#a",
     "http://localhost\\@evil.example/", "http://0.0.0.0/", "http://[::]/", "//localhost/", "localhost",
     "http://localhost:56150/_connector\n", "http://2130706433/", "http://0177.0.0.1/"],
)  # fmt: skip
async def test_a_service_url_elsewhere_is_refused(service_url: str) -> None:
    async with entrance() as at:
        assert (await at.post({**ACTIVITY, "serviceUrl": service_url})).status in (400, 403)
        assert at.came_in == []


async def test_nothing_of_a_request_is_in_a_refusal() -> None:
    async with entrance() as at:
        answers = [
            await at.post({**ACTIVITY, "serviceUrl": f"https://{CANARY}.example/"}),
            await at.post(CANARY.encode()),
            await at.post(host=f"{CANARY}.example"),
            await at.post(content_type=f"text/{CANARY}"),
            await at.post({**ACTIVITY, "type": [CANARY]}),
        ]
        assert [answer.status for answer in answers] == [403, 400, 403, 415, 400]
        assert all(CANARY not in answer.head and answer.body == b"" for answer in answers)
        assert all(CANARY not in refusal.reason for refusal in at.refused)


async def test_a_caller_without_an_address_is_refused(tmp_path: Path) -> None:
    door = LocalDoor(port=3978, peer_limit=PeerLimit(per_second=1, burst=1))

    async def handle(request: web.Request) -> web.Response:
        admitted = await door.admit(request)
        return web.Response(status=admitted.status if isinstance(admitted, Refusal) else 200)

    app = web.Application()
    app.router.add_post("/", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.UnixSite(runner, str(tmp_path / "s")).start()
        async with (
            aiohttp.ClientSession(connector=aiohttp.UnixConnector(str(tmp_path / "s"))) as session,
            session.post("http://localhost:3978/", json=ACTIVITY) as answer,
        ):
            assert answer.status == 403
    finally:
        await runner.cleanup()


async def test_an_address_that_knocks_too_often_has_to_wait() -> None:
    now = [100.0]
    limit = PeerLimit(per_second=2, burst=3, clock=lambda: now[0])
    async with entrance(peer_limit=limit) as at:
        assert [(await at.post()).status for _ in range(5)] == [200, 200, 200, 429, 429]
        now[0] += 1.0
        assert [(await at.post()).status for _ in range(3)] == [200, 200, 429]


def test_the_limit_counts_each_address_and_forgets_the_oldest() -> None:
    limit = PeerLimit(per_second=0.0, burst=1, max_peers=2, clock=lambda: 0.0)
    assert [limit.allows(peer) for peer in ("192.0.2.1", "192.0.2.2", "192.0.2.1")] == [True, True, False]
    assert [limit.allows(peer) for peer in ("2001:db8::1", "2001:db8::2")] == [True, False]
    assert limit.allows("192.0.2.2")


def nesting(value: Any) -> int:
    match value:
        case dict():
            return 1 + max((nesting(one) for one in value.values()), default=0)
        case list():
            return 1 + max((nesting(one) for one in value), default=0)
        case _:
            return 0


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(['"[', "\\", '\\"{', "]}"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=30,
)


@given(json_values)
def test_depth_is_never_measured_too_small(value: Any) -> None:
    measured = depth_of(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    assert measured == nesting(value) if measured > 16 else measured >= nesting(value)


@given(
    st.binary(max_size=200) | st.text(alphabet='{}[]":,\\0189.eE+-ntf \u00e6', max_size=200).map(str.encode)
)
def test_no_bytes_can_raise(raw: bytes) -> None:
    parsed = parse_json(raw, LIMITS)
    if not isinstance(parsed, Unreadable):
        fault_in_shape(parsed)


def test_measuring_depth_takes_time_by_length_only() -> None:
    unending = b"[" * 20 + b'"' + b'\\"' * 120_000
    assert depth_of(unending) == 20
    assert depth_of(b'["' * 60_000) == 30_000


@pytest.mark.parametrize(
    "url",
    ["https://smba.trafficmanager.net/emea/", "https://SMBA.trafficmanager.net/no/", "https://smba.trafficmanager.net",
     "https://smba.trafficmanager.net:443/emea/", "https://smba.trafficmanager.net/emea/tenant-1/"],
)  # fmt: skip
def test_an_exact_host_over_https_is_allowed(url: str) -> None:
    assert ServiceUrls.on_hosts(["smba.trafficmanager.net"]).allows(url)


@pytest.mark.parametrize(
    "url",
    ["http://smba.trafficmanager.net/", "https://evil.trafficmanager.net/", "https://smba.trafficmanager.net.evil.example/",
     "https://a@smba.trafficmanager.net/", "https://smba.trafficmanager.net@evil.example/",
     "https://smba.trafficmanager.net:444/", "https://smba.trafficmanager.net./", "https://trafficmanager.net/",
     "https://xn--smba-trafficmanager.net/", "https://smbа.trafficmanager.net/", "https://20.1.2.3/",
     "https://[::1]/", "https://127.0.0.1/", "https://localhost/", "https://smba.trafficmanager.net/%2e%2e/",
     "https://smba.trafficmanager.net/..", "https://smba.trafficmanager.net//x", "https://smba.trafficmanager.net\\x",
     " https://smba.trafficmanager.net/", "https://smba.trafficmanager.net/\t", "https:///emea", "",
     "https://smba.trafficmanager.net/" + "a" * 3000, "HTTPS://smba.trafficmanager.net/?x"],
)  # fmt: skip
def test_anything_but_an_exact_host_over_https_is_not(url: str) -> None:
    assert not ServiceUrls.on_hosts(["smba.trafficmanager.net"]).allows(url)


@pytest.mark.parametrize(
    "host", ["*.trafficmanager.net", "*", "", "smba.trafficmanager.net:443", "https://x.example", "127.0.0.1",
             "[::1]", "smba_x.example", "a..example", ".example.org", "localhost"],
)  # fmt: skip
def test_only_exact_names_can_be_put_on_the_list(host: str) -> None:
    with pytest.raises(NotAHost):
        ServiceUrls.on_hosts([host])


def test_file_hosts_lie_below_a_domain_and_are_never_addresses() -> None:
    hosts = FileHosts.below(["sharepoint.com"])
    assert hosts.allows("https://tenant-my.sharepoint.com/personal/x/_api/uploadSession?guid='a'&temp=1%20b")
    for url in (
        "https://sharepoint.com/", "https://evilsharepoint.com/", "https://a.sharepoint.com.evil.example/",
        "http://a.sharepoint.com/", "https://a.sharepoint.com:8443/", "https://u@a.sharepoint.com/",
        "https://.sharepoint.com/", "https://a..sharepoint.com/", "https://127.0.0.1/", "https://a.sharepoint.com/\n",
    ):  # fmt: skip
        assert not hosts.allows(url), url
    assert FileHosts.on_loopback().allows("http://127.0.0.1:9/upload?x=1")
    assert not FileHosts.on_loopback().allows("https://a.sharepoint.com/")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("https://a.sharepoint.com/Documents/x.pdf", "https://a.sharepoint.com/Documents/x.pdf"),
        (
            "https://a.sharepoint.com/Møter og sånt/x.pdf",
            "https://a.sharepoint.com/M%C3%B8ter%20og%20s%C3%A5nt/x.pdf",
        ),
        ("https://a.sharepoint.com/a%20b.pdf", "https://a.sharepoint.com/a%20b.pdf"),
        ("https://a.sharepoint.com\n.evil.example/", ""),
        ("https://evil.example/https://a.sharepoint.com/", ""),
        ("https://evil.example\\@a.sharepoint.com/", ""),
        ("http://a.sharepoint.com/x.pdf", ""),
        ("javascript:alert(1)//a.sharepoint.com/", ""),
        ("", ""),
    ],
)
def test_an_address_is_shown_as_a_link_only_where_files_may_lie(said: str, shown: str) -> None:
    assert FileHosts.below(["sharepoint.com"]).link(said) == shown


async def test_a_name_that_leads_into_the_own_network_is_not_resolved() -> None:
    resolver = PublicAddresses()
    try:
        with pytest.raises(OSError, match="no public address"):
            await resolver.resolve("localhost", 443)
    finally:
        await resolver.close()
