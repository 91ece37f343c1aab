"""The sign-in server of the tests, and certificates that it and the web page show on this machine."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import trustme

HERE = Path(__file__).parent
CLIENT_ID = "5e1f2a00-0000-4000-8000-00000000c11e"
CLIENT_SECRET = "secret-of-the-tests-and-long-enough-for-hs256"


@dataclass(frozen=True, slots=True)
class Certificates:
    ca_file: str
    key_and_chain: str
    server: ssl.SSLContext = field(repr=False)
    client: ssl.SSLContext = field(repr=False)


def make_certificates(folder: Path) -> Certificates:
    ca = trustme.CA()
    shown = ca.issue_cert("localhost", "127.0.0.1")
    ca_file, chain = folder / "web-ca.pem", folder / "web-server.pem"
    ca.cert_pem.write_to_path(str(ca_file))
    shown.private_key_and_cert_chain_pem.write_to_path(str(chain))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.configure_cert(server)
    return Certificates(str(ca_file), str(chain), server, ssl.create_default_context(cafile=str(ca_file)))


@dataclass(frozen=True, slots=True)
class Account:
    tenant_id: str
    object_id: str
    name: str
    email: str = ""
    claims: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Entra:
    origin: str
    _session: aiohttp.ClientSession

    @property
    def authority(self) -> str:
        return f"{self.origin}/organizations"

    async def next_is(self, account: Account, wrong: dict[str, Any] | None = None) -> None:
        """Who signs in next, and what is wrong with the token they bring."""
        told = {
            "tid": account.tenant_id,
            "oid": account.object_id,
            "name": account.name,
            "email": account.email,
            "claims": account.claims,
            **({"wrong": wrong} if wrong is not None else {}),
        }
        await self._control(told)

    async def stop(self) -> None:
        await self._control({"stopped": True})

    async def asked(self) -> list[dict[str, str]]:
        """What the browser was sent to the authority with."""
        async with self._session.get(f"{self.origin}/asked") as answer:
            return list(await answer.json())

    async def _control(self, told: dict[str, Any]) -> None:
        async with self._session.post(f"{self.origin}/control", json=told) as answer:
            assert answer.status == 204


@asynccontextmanager
async def entra(certificates: Certificates, returns_to: str) -> AsyncIterator[Entra]:
    process = await asyncio.create_subprocess_exec(
        "node",
        str(HERE / "entra.mjs"),
        certificates.key_and_chain,
        CLIENT_ID,
        CLIENT_SECRET,
        returns_to,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=HERE.parent,
    )
    assert process.stdout is not None
    try:
        port = int(await asyncio.wait_for(process.stdout.readline(), 30))
        connector = aiohttp.TCPConnector(ssl=certificates.client)
        async with aiohttp.ClientSession(connector=connector) as session:
            yield Entra(f"https://localhost:{port}", session)
    finally:
        process.kill()
        await process.communicate()
