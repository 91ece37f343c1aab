"""What a text in a field is read as: an answer, one to be asked about first, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Taken:
    value: Any


@dataclass(frozen=True, slots=True)
class Wrong:
    """The code of a sentence under `e-<code>`, with its values."""

    code: str
    values: Mapping[str, int] = field(default_factory=dict)

    def as_problem(self) -> str:
        """The code with its values, as it is stored: `too_long length=812 maximum=500`."""
        return " ".join([self.code, *(f"{key}={value}" for key, value in self.values.items())])


@dataclass(frozen=True, slots=True)
class Several:
    """One text for several slots, to be shown before it is taken: slot -> value."""

    values: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Doubted:
    """Probably this value; ask."""

    value: int


@dataclass(frozen=True, slots=True)
class InThePast:
    value: Any


@dataclass(frozen=True, slots=True)
class Unclear:
    """Part of the text names more than one place, or is near the names of some."""

    understood: tuple[str, ...]
    choices: tuple[str, ...]
    rest: tuple[str, ...] = ()
    text: str = ""
    """The part as typed, where it is no place's name."""


Reading = Taken | Wrong | Several | Doubted | InThePast | Unclear
