"""The audit's chain: how a line is hashed, how a value is, and whether lines follow on each other."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from storage.store import AuditLine, Json


def canonical(value: Any) -> bytes:
    """RFC 8785, as far as what comes here goes: str, int, bool, None, lists, and objects with ASCII keys."""
    return _CANONICAL.encode(value).encode()


_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def salted(salt: str, value: Any) -> str:
    return hmac.digest(bytes.fromhex(salt), canonical(value), "sha256").hex()


def line_hash(body: Json) -> str:
    return hashlib.sha256(canonical(body)).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """What is wrong with one line of an audit."""

    code: Literal["gap", "not_following", "other_application", "unreadable", "value_altered"]
    seq: int
    """The number the line has, or should have."""


@dataclass(frozen=True, slots=True)
class End:
    """Where a chain ends, as its lines say. Both are as of a chain without lines, before the first."""

    seq: int = 0
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Walked:
    end: End
    broken: Break | None
    """The first line that is wrong; nothing after it can be told."""


def walk(application_id: str, bodies: Iterable[Json], start: End = End()) -> Walked:
    """Goes along the chain from `start`. Order is by number alone; what time the lines give says nothing here."""
    end = start
    for body in bodies:
        try:
            seq, previous, application = body["seq"], body["previous"], body["application"]
        except (KeyError, TypeError):
            return Walked(end, Break("unreadable", end.seq + 1))
        if application != application_id:
            return Walked(end, Break("other_application", end.seq + 1))
        if seq != end.seq + 1:
            return Walked(end, Break("gap", end.seq + 1))
        if previous != end.hash:
            return Walked(end, Break("not_following", seq))
        end = End(seq, line_hash(body))
    return Walked(end, None)


def values_state(line: AuditLine) -> Literal["as_hashed", "erased", "altered"]:
    """Whether the values that lie beside a line are those its hashes were made from; erased values tell nothing."""
    values = line.values
    if not values:
        return "erased"
    try:
        salt, old, new = values["salt"], values["old"], values["new"]
        fits = (salted(salt, old), salted(salt, new)) == (line.body["old"], line.body["new"])
    except (KeyError, TypeError, ValueError):
        return "altered"
    return "as_hashed" if fits else "altered"
