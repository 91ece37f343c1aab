"""Which addresses outside are spoken to at all: the connector's, and the file hosts'."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

_SERVICE_URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9.-]+|\[::1\])(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>(?:/[A-Za-z0-9._~-]+)*/?)",
    re.ASCII,
)
"""Narrower than RFC 3986 on purpose: no userinfo, query, fragment, percent, backslash or empty segment."""

_FILE_URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9.-]+|\[::1\])(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>/[!-~]*)?",
    re.ASCII,
)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", re.ASCII)
_MAX_URL = 2048
_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))

TERMINAL = "terminal:"
"""Where `chat` reads. No door lets it in, and nothing meant for it is sent: a terminal shows things itself."""


class NotAHost(ValueError):
    """A name on an allow-list is not one exact host name. Raised at start; the settings are wrong."""


@dataclass(frozen=True, slots=True)
class ServiceUrls:
    """The connector addresses that may stand in an activity, and that are sent to.

    Asked when an activity comes in and again before each request, since stored addresses can be old.
    """

    hosts: frozenset[str]
    local: bool

    @classmethod
    def on_loopback(cls) -> ServiceUrls:
        return cls(hosts=frozenset(), local=True)

    @classmethod
    def on_hosts(cls, hosts: Iterable[str]) -> ServiceUrls:
        """Only https on these hosts. Raises NotAHost for a wildcard, an address or anything with a port."""
        return cls(hosts=frozenset(_exact(host) for host in hosts), local=False)

    def allows(self, url: str) -> bool:
        if len(url) > _MAX_URL:
            return False
        found = _SERVICE_URL.fullmatch(url)
        if found is None or any(set(part) == {"."} for part in found["path"].split("/") if part):
            return False
        if self.local:
            return _is_loopback(found["host"])
        return _is_plain_https(found) and found["host"].lower() in self.hosts


@dataclass(frozen=True, slots=True)
class FileHosts:
    """Where files may be put or fetched: pre-authenticated addresses on hosts that end in a known domain."""

    suffixes: frozenset[str]
    local: bool

    @classmethod
    def on_loopback(cls) -> FileHosts:
        return cls(suffixes=frozenset(), local=True)

    @classmethod
    def below(cls, domains: Iterable[str]) -> FileHosts:
        """https on hosts below these domains, such as "sharepoint.com". Raises NotAHost."""
        return cls(suffixes=frozenset("." + _exact(domain) for domain in domains), local=False)

    def allows(self, url: str) -> bool:
        if len(url) > 4 * _MAX_URL:
            return False
        found = _FILE_URL.fullmatch(url)
        if found is None:
            return False
        if self.local:
            return _is_loopback(found["host"])
        host = found["host"].lower()
        below = any(host.endswith(suffix) and len(host) > len(suffix) for suffix in self.suffixes)
        return _is_plain_https(found) and below and bool(_HOST.fullmatch(host))

    def link(self, url: str) -> str:
        """The address as it may be shown, what no address can hold escaped; "" where it leads elsewhere."""
        escaped = quote(url, safe=_PRINTABLE)
        return escaped if self.allows(escaped) else ""


class PublicAddresses(AbstractResolver):
    """Resolves names to public addresses only, so that an allowed name cannot lead into the own network.

    The connection is made to the very addresses that were looked at here, so nothing can change in between.
    """

    def __init__(self, resolver: AbstractResolver | None = None) -> None:
        self._resolver = resolver or DefaultResolver()

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        found: Sequence[ResolveResult] = await self._resolver.resolve(host, port, family)  # type: ignore[arg-type]  # aiohttp's default family is an int here and an enum there
        public = [address for address in found if ipaddress.ip_address(address["host"]).is_global]
        if not public:
            raise OSError(f"no public address among {len(found)}")
        return public

    async def close(self) -> None:
        await self._resolver.close()


def _exact(host: str) -> str:
    lowered = host.strip().lower()
    if not _HOST.fullmatch(lowered):
        raise NotAHost(f"{host!r} is not one exact host name")
    return lowered


def _is_plain_https(found: re.Match[str]) -> bool:
    return found["scheme"] == "https" and found["port"] in (None, "443")


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
