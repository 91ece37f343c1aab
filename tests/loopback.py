"""Real HTTP on loopback: a server for a test, and a client that sends exactly the bytes it is told to."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(handler: Handler, *, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """Every method and path goes to `handler`. Yields the port."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(
        app, handle_signals=False, access_log=None, shutdown_timeout=0.1, lingering_time=0.1
    )
    await runner.setup()
    listening = socket.create_server(("127.0.0.1", 0))
    try:
        await web.SockSite(runner, listening, ssl_context=tls).start()
        yield int(listening.getsockname()[1])
    finally:
        await runner.cleanup()


@dataclass(frozen=True, slots=True)
class RawAnswer:
    status: int
    head: str
    body: bytes


async def raw_post(port: int, headers: Sequence[tuple[str, str]], body: bytes) -> RawAnswer:
    """Posts with these headers and no others, but the one that says the body's length."""
    lines = [f"{name}: {value}" for name, value in headers]
    if not any(name.lower() in ("content-length", "transfer-encoding") for name, _ in headers):
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join(["POST /api/messages HTTP/1.1", *lines, "Connection: close", "", ""])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(head.encode() + body)
        read = await reader.read()
    finally:
        writer.close()
    answer_head, _, answer_body = read.partition(b"\r\n\r\n")
    return RawAnswer(int(answer_head.split()[1]), answer_head.decode(), answer_body)


class EveryNameHere(AbstractResolver):
    """Leads every name to one port of this machine, so that real host names can be used in a test."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        return [
            {
                "hostname": host,
                "host": "127.0.0.1",
                "port": self.port,
                "family": socket.AF_INET,
                "proto": 0,
                "flags": 0,
            }
        ]

    async def close(self) -> None:
        return None


@dataclass(frozen=True, slots=True)
class TestCa:
    """A certificate authority for one test: what a server shows, and what a client has to trust."""

    __test__ = False

    ca_file: str
    server: ssl.SSLContext
    client: ssl.SSLContext


def make_ca(folder: Path, *names: str) -> TestCa:
    """A server certificate for 127.0.0.1 and `names`, signed by a new authority."""
    ca_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    ca_name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Test CA")])
    now = datetime.datetime.now(datetime.UTC)

    def build(
        subject: x509.Name, public: ec.EllipticCurvePublicKey, *, is_ca: bool
    ) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(ca_name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False
            )
            .add_extension(
                x509.KeyUsage(
                    digital_signature=True,
                    content_commitment=False,
                    key_encipherment=False,
                    data_encipherment=False,
                    key_agreement=False,
                    key_cert_sign=is_ca,
                    crl_sign=is_ca,
                    encipher_only=False,
                    decipher_only=False,
                ),
                critical=True,
            )
        )

    alternative = x509.SubjectAlternativeName(
        [x509.IPAddress(ipaddress.ip_address("127.0.0.1")), *(x509.DNSName(name) for name in names)]
    )
    ca = build(ca_name, ca_key.public_key(), is_ca=True).sign(ca_key, hashes.SHA256())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Test server")])
    shown = build(subject, key.public_key(), is_ca=False).add_extension(alternative, critical=False)
    chain = folder / "server.pem"
    chain.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        + shown.sign(ca_key, hashes.SHA256()).public_bytes(Encoding.PEM)
    )
    ca_file = folder / "ca.pem"
    ca_file.write_bytes(ca.public_bytes(Encoding.PEM))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(chain)
    return TestCa(str(ca_file), server, ssl.create_default_context(cafile=str(ca_file)))
