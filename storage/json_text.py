"""JSON as it is stored and sent: pydantic's writer and reader, which take a quarter of the standard library's time."""

from __future__ import annotations

import json
from typing import Any

from pydantic_core import from_json, to_json


def to_bytes(body: object) -> bytes:
    """As UTF-8, letters as they are. Raises ValueError for NaN, a lone surrogate and what is no JSON."""
    written = to_json(body)
    if b"NaN" in written or b"Infinity" in written:
        # A number, or somebody's word? The standard library can be told to refuse the first.
        json.dumps(body, allow_nan=False)
    return written


def from_text(text: str) -> dict[str, Any]:
    body: dict[str, Any] = from_json(text)
    return body
