"""What holds for every request and every reply of the web page, before and after anything of it is looked at."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}
NOT_KEPT: Final = {"Cache-Control": "no-store"}
KEPT: Final = {"Cache-Control": "public, max-age=31536000, immutable"}


def is_from_elsewhere(request: web.Request, public_url: str) -> bool:
    """Whether another page than ours sent a form. Browsers of our day say so; of the others the token asks.

    Under our Referrer-Policy a browser says `Origin: null` of our own forms too.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site != "same-origin"
    origin = request.headers.get("Origin")
    return origin not in (None, "null", origin_of(public_url))


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def is_public_url(url: str) -> bool:
    """https, a host and nothing else; http only where it cannot leave this machine."""
    parts = urlsplit(url)
    is_here = parts.hostname in ("localhost", "127.0.0.1")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_here):
        return False
    return bool(parts.hostname) and url == origin_of(url) and "@" not in parts.netloc
