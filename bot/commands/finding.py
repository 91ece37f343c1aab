"""What `doctor` found about one thing, and what to do where it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    about: str
    state: Literal["ok", "note", "wrong"]
    """A note is worth knowing and nothing to mend."""
    said: str
    remedy: str = ""


def ok(about: str, said: str) -> Finding:
    return Finding(about, "ok", said)


def note(about: str, said: str) -> Finding:
    return Finding(about, "note", said)


def wrong(about: str, said: str, remedy: str) -> Finding:
    return Finding(about, "wrong", said, remedy)
