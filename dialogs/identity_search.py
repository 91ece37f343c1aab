"""Where in a text identity numbers stand, however written, and which other numbers must be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dialogs.digit_windows import FEWEST_DIGITS, Gap, Window, windows
from dialogs.folded_text import fold, is_attached
from dialogs.identity_check import LENGTH, IdentityKind, dated_kind, identity_kind, is_account_number
from dialogs.number_context import NumberContext

_MOST_PASSES: Final = 5
_FILLER: Final = "¤"

_ENOUGH_DIGITS: Final = re.compile(rf"(?:[0-9][^0-9]*+){{{FEWEST_DIGITS}}}")
_RUN: Final = (11,)
_ACCOUNT: Final = (4, 2, 5)
_SPELLED: Final = (1,) * LENGTH
_LIKE_AMOUNTS: Final = frozenset({(6, 5), (2, 2, 2, 5)})
_DATE_AND_SERIAL: Final = frozenset({(6, 5), (2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2)})


class Doubt(StrEnum):
    IDENTITY_NUMBER = "identity_number"
    """Valid but written as something else is, or one slip from valid."""
    ACCOUNT_NUMBER = "account_number"
    UNKNOWN = "unknown"
    """Eleven digits in a row: a case number, a telephone number, an identity number with slips."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of the original text."""

    start: int
    end: int
    kind: IdentityKind | Doubt


def find_numbers(text: str) -> tuple[Span, ...]:
    """In reading order, never overlapping. Kinds are certain; doubts are for a person to settle."""
    found: list[Span] = []
    for _ in range(_MOST_PASSES):  # taking one out can leave its neighbour standing clearly by itself
        spans = _search(text)
        if not spans:
            break
        found.extend(spans)
        characters = list(text)
        for span in spans:
            characters[span.start : span.end] = _FILLER * (span.end - span.start)
        text = "".join(characters)
    return tuple(sorted(found, key=lambda span: span.start))


def _search(text: str) -> list[Span]:
    folded = fold(text)
    taken = bytearray(len(folded.text))
    spans = []
    for _, start, end, kind in sorted(_candidates(folded.text)):
        if taken.find(1, start, end) >= 0:
            continue
        taken[start:end] = b"\x01" * (end - start)
        first, last = folded.original(start, end)
        while last < len(text) and is_attached(text[last]):
            last += 1
        spans.append(Span(first, last, kind))
    return spans


def _candidates(folded: str) -> Iterator[tuple[int, int, int, IdentityKind | Doubt]]:
    """(rank, start, end, kind), to be taken in order of rank."""
    if _ENOUGH_DIGITS.search(folded) is None:
        return
    context = NumberContext(folded)
    for window in windows(folded):
        if context.is_settled(window.start, window.end):
            continue
        kind = _certain_or_doubt(window, context) or _doubt(window, context, folded)
        if kind is not None:
            rank = (0 if isinstance(kind, IdentityKind) else 2) + (0 if _is_shaped(window) else 1)
            yield rank, window.start, window.end, kind


def _certain_or_doubt(window: Window, context: NumberContext) -> IdentityKind | Doubt | None:
    """Of digits whose date and control digits are right."""
    kind = _kind(window.digits)
    if kind is None or not _may_join(window):
        return None
    is_shaped = _is_shaped(window)
    is_named = window.loosest_gap is Gap.LABEL or context.is_named_identity(window.start)
    if is_named and (is_shaped or window.is_alone or window.is_restored):
        return kind
    if window.is_restored:
        return Doubt.IDENTITY_NUMBER if kind is IdentityKind.BIRTH_NUMBER else None
    if is_shaped:
        is_something_else = _is_round(window) and window.digits[3:6] == "000"  # two amounts in thousands
    else:
        is_something_else = context.is_full_date(window.start) or (
            not window.is_alone
            and (kind is IdentityKind.FROM_2032 or context.is_cut_out(window.start, window.end))
        )
    if is_something_else:
        return None
    return kind if _is_clear(window, kind, context) else Doubt.IDENTITY_NUMBER


def _is_clear(window: Window, kind: IdentityKind, context: NumberContext) -> bool:
    """Whether nothing in it or beside it speaks for something else."""
    start, end = window.start, window.end
    if kind is IdentityKind.FROM_2032 or window.loosest_gap is Gap.WEAK or window.shape == _ACCOUNT:
        return False
    if context.is_dialled(start) or context.is_named_other(start):
        return False
    if window.shape == _RUN:
        return not context.is_cut_out(start, end)
    if _is_shaped(window):
        return not _is_round(window)
    return window.is_alone and not context.is_explained(start, end) and not context.is_glued(start, end)


def _doubt(window: Window, context: NumberContext, folded: str) -> Doubt | None:
    """Of digits that are no identity number as they stand."""
    if len(window.digits) != LENGTH or window.loosest_gap is Gap.WEAK:
        return None
    start, end = window.start, window.end
    if window.loosest_gap is Gap.LABEL:
        return Doubt.IDENTITY_NUMBER if _is_dated(window) and _may_join(window) else None
    if window.is_restored or not (window.is_alone or window.shape in (_RUN, _ACCOUNT)):
        return None
    is_account = is_account_number(window.digits)
    if window.shape == _RUN:
        if context.is_cut_out(start, end) or context.is_dialled(start):
            return None
        return Doubt.ACCOUNT_NUMBER if is_account else Doubt.UNKNOWN
    if window.shape == _ACCOUNT and is_account and len(set(folded[start:end]) - set("0123456789")) == 1:
        return Doubt.ACCOUNT_NUMBER
    if not window.is_alone:
        return None
    if context.is_named_other(start) and is_account:
        return Doubt.ACCOUNT_NUMBER
    if context.is_named_identity(start):
        return Doubt.IDENTITY_NUMBER
    is_mistyped = window.shape in _DATE_AND_SERIAL and _is_dated(window) and not window.digits.endswith("00")
    return Doubt.IDENTITY_NUMBER if is_mistyped and not context.is_counted(end) else None


def _is_dated(window: Window) -> bool:
    return dated_kind(window.digits) in (IdentityKind.BIRTH_NUMBER, IdentityKind.D_NUMBER)


def _kind(digits: str) -> IdentityKind | None:
    """Several numbers can have been pasted without anything between them."""
    kinds = [identity_kind(digits[place : place + LENGTH]) for place in range(0, len(digits), LENGTH)]
    return kinds[0] if None not in kinds else None


def _is_shaped(window: Window) -> bool:
    if window.shape == _SPELLED:
        return window.is_alone
    return window.shape in _DATE_AND_SERIAL or (len(window.shape) == 1 and not window.is_restored)


def _is_round(window: Window) -> bool:
    return window.shape in _LIKE_AMOUNTS and window.digits.endswith("000")


def _may_join(window: Window) -> bool:
    match window.loosest_gap:
        case Gap.TIGHT:
            return True
        case Gap.LABEL:
            return window.shape[-1] == 5
        case _:
            return _is_shaped(window) or window.is_restored
