"""JSON as it is stored and sent: pydantic's writer and reader, which take a quarter of the standard library's time."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from pydantic_core import from_json, to_json


class Once(dict[str, Any]):
    """A JSON object that is both stored and sent: it is written once. Nobody changes it."""

    @cached_property
    def written(self) -> bytes:
        return _written(self)


def to_bytes(body: object) -> bytes:
    """As UTF-8, letters as they are. Raises ValueError for NaN, a lone surrogate and what is no JSON."""
    match body:
        case Once():
            return body.written
        case dict() if once := {name: value for name, value in body.items() if isinstance(value, Once)}:
            rest = _written({name: value for name, value in body.items() if name not in once})
            parts = [_written(name) + b":" + value.written for name, value in once.items()]
            return b"{%b}" % b",".join([rest[1:-1], *parts] if len(rest) > 2 else parts)
        case _:
            return _written(body)


def from_text(text: str) -> dict[str, Any]:
    body: dict[str, Any] = from_json(text)
    return body


def _written(body: object) -> bytes:
    written = to_json(body)
    if b"NaN" in written or b"Infinity" in written:
        # A number, or somebody's word? The standard library can be told to refuse the first.
        json.dumps(body, allow_nan=False)
    return written
