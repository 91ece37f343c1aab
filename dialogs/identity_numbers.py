"""Takes national identity numbers out of what people write, before anything is stored or logged."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogs.identity_check import IdentityKind
from dialogs.identity_search import Doubt, Span, find_numbers

__all__ = ["Doubt", "IdentityKind", "Masked", "Span", "mask_identity_numbers", "remove", "restore"]


@dataclass(frozen=True, slots=True)
class _Part:
    shown: str = field(repr=False)
    span: Span | None = None
    original: str | None = field(default=None, repr=False)
    """Kept for doubtful numbers only, until the person has answered."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without identity numbers. The doubtful digits live in it alone: store and log only `text`."""

    _parts: tuple[_Part, ...] = field(repr=False)
    _removed_as: str = field(repr=False)

    @property
    def text(self) -> str:
        return "".join(part.shown for part in self._parts)

    @property
    def removed(self) -> tuple[Span, ...]:
        """Gone for good; places are those of the text as typed."""
        return tuple(part.span for part in self._parts if part.span is not None and part.original is None)

    @property
    def doubtful(self) -> tuple[Span, ...]:
        """To be asked about, then given to `restore` or `remove`."""
        return tuple(part.span for part in self._parts if part.span is not None and part.original is not None)

    def __repr__(self) -> str:
        return f"Masked(removed={len(self.removed)}, doubtful={len(self.doubtful)})"


def mask_identity_numbers(text: str, *, removed_as: str, doubtful_as: str) -> Masked:
    """Everything but the numbers is left as typed; each becomes one of the two, the catalogue's words."""
    parts: list[_Part] = []
    place = 0
    for span in find_numbers(text):
        parts.append(_Part(text[place : span.start]))
        match span.kind:
            case IdentityKind():
                parts.append(_Part(removed_as, span))
            case Doubt():
                parts.append(_Part(doubtful_as, span, text[span.start : span.end]))
        place = span.end
    parts.append(_Part(text[place:]))
    return Masked(tuple(parts), removed_as)


def restore(masked: Masked, span: Span) -> Masked:
    """The person has answered that it is no identity number: it stands as typed. KeyError if not doubtful."""
    return _answered(masked, span, is_identity_number=False)


def remove(masked: Masked, span: Span) -> Masked:
    """The person has answered that it is an identity number. KeyError if it is not doubtful."""
    return _answered(masked, span, is_identity_number=True)


def _answered(masked: Masked, span: Span, *, is_identity_number: bool) -> Masked:
    if span not in masked.doubtful:
        raise KeyError(span)
    answered = [
        part
        if part.span != span or part.original is None
        else _Part(masked._removed_as, span)
        if is_identity_number
        else _Part(part.original)
        for part in masked._parts
    ]
    return Masked(tuple(answered), masked._removed_as)
