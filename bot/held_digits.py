"""Texts with eleven digits that may be somebody's: held in memory, for minutes, until the person has answered."""

from __future__ import annotations

import time
from collections.abc import Callable

SECONDS = 900.0
MOST = 1_000


class HeldDigits:
    """Nothing of it is ever written; after a restart the person is asked to write the answer again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: dict[str, tuple[float, str]] = {}

    def hold(self, person_id: str, text: str) -> None:
        while len(self._held) >= MOST:
            self._held.pop(next(iter(self._held)))
        self._held[person_id] = (self._clock(), text)

    def release(self, person_id: str) -> str:
        """The text, once; "" when it is not held any more."""
        at, text = self._held.pop(person_id, (0.0, ""))
        return text if text and self._clock() - at <= SECONDS else ""
