"""What can go wrong between the bot and Teams, by script, and the pace that Teams allows."""

from __future__ import annotations

import asyncio
import math
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal

from tests.fake_teams_world import THREAD_MARK

Operation = Literal[
    "send", "update", "delete", "create", "members", "team", "upload", "download", "attachment"
]
WRITES: Final[frozenset[Operation]] = frozenset({"send", "update", "delete", "create"})


@dataclass(frozen=True, slots=True)
class Refuse:
    """Answers with an error; `after_delivery` does first what was asked for, so that the answer lies."""

    status: int
    code: str = "ServiceError"
    message: str = "Refused by the fake."
    retry_after_seconds: int | None = None
    after_delivery: bool = False


@dataclass(frozen=True, slots=True)
class Hang:
    """Takes the request and does not answer until released; then goes on as if nothing had happened."""

    after_delivery: bool = False
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        self.released.set()


@dataclass(frozen=True, slots=True)
class Reset:
    """Cuts the connection: after delivery nobody knows that it was delivered."""

    after_delivery: bool = True


@dataclass(frozen=True, slots=True)
class WithoutId:
    """Delivers, and answers with an empty object."""


@dataclass(frozen=True, slots=True)
class Slow:
    """Delivers at once and answers late."""

    seconds: float


Fault = Refuse | Hang | Reset | WithoutId | Slow

WRITES_BLOCKED: Final = Refuse(403, "MessageWritesBlocked", "Message writes are blocked.")
CONVERSATION_NOT_FOUND: Final = Refuse(404, "ConversationNotFound", "Conversation not found.")
UNAUTHORIZED: Final = Refuse(401, "Unauthorized", "Authorization has been denied for this request.")


def throttled(retry_after_seconds: int) -> Refuse:
    return Refuse(429, "Throttled", "API calls quota exceeded!", retry_after_seconds)


@dataclass(slots=True, eq=False)
class Planned:
    """One line of the script: what happens to which calls, how many times still (None: always)."""

    fault: Fault
    times: int | None
    conversation_id: str | None
    operations: frozenset[Operation]

    def meets(self, operation: Operation, conversation_id: str | None) -> bool:
        if self.times == 0 or operation not in self.operations:
            return False
        if self.conversation_id is None or conversation_id is None:
            return self.conversation_id is None
        return self.conversation_id in (conversation_id, conversation_id.partition(THREAD_MARK)[0])


class Faults:
    """The script: the first line that meets a call is used up by it."""

    def __init__(self) -> None:
        self._lines: list[Planned] = []

    def plan(
        self,
        fault: Fault,
        *,
        times: int | None = 1,
        conversation_id: str | None = None,
        operations: frozenset[Operation] = WRITES,
    ) -> Planned:
        line = Planned(fault, times, conversation_id, operations)
        self._lines.append(line)
        return line

    @contextmanager
    def during(
        self,
        fault: Fault,
        *,
        conversation_id: str | None = None,
        operations: frozenset[Operation] = WRITES,
    ) -> Iterator[Planned]:
        line = self.plan(fault, times=None, conversation_id=conversation_id, operations=operations)
        try:
            yield line
        finally:
            self.end(line)

    def end(self, line: Planned) -> None:
        """No further call is met; what hangs by it is let go."""
        self._lines.remove(line)
        if isinstance(line.fault, Hang):
            line.fault.release()

    def end_all(self) -> None:
        for line in tuple(self._lines):
            self.end(line)

    def take(self, operation: Operation, conversation_id: str | None) -> Fault | None:
        for line in self._lines:
            if line.meets(operation, conversation_id):
                if line.times is not None:
                    line.times -= 1
                return line.fault
        return None


Window = tuple[int, float]  # so many calls, in so many seconds


@dataclass(slots=True)
class Pace:
    """Teams' limits as sliding windows; `clock` in seconds. A refused call is not counted."""

    per_conversation: tuple[Window, ...] = ((7, 1.0), (60, 30.0), (1_800, 3_600.0))
    per_tenant: tuple[Window, ...] = ((50, 1.0),)
    clock: Callable[[], float] = time.monotonic
    _calls: defaultdict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def wait_seconds(self, conversation_id: str | None, tenant_id: str | None) -> int | None:
        """Counts the call and returns None, or returns after how many seconds it may be tried again."""
        now = self.clock()
        held = [
            *self._held(f"conversation {conversation_id}", self.per_conversation, now, conversation_id),
            *self._held(f"tenant {tenant_id}", self.per_tenant, now, tenant_id),
        ]
        if held:
            return max(1, math.ceil(max(held)))
        for key in (f"conversation {conversation_id}", f"tenant {tenant_id}"):
            self._calls[key].append(now)
        return None

    def _held(
        self, key: str, windows: tuple[Window, ...], now: float, subject: str | None
    ) -> Iterator[float]:
        if subject is None:
            return
        calls = self._calls[key]
        while calls and calls[0] <= now - max(seconds for _, seconds in windows):
            calls.popleft()
        for limit, seconds in windows:
            if len(calls) >= limit and calls[-limit] > now - seconds:
                yield calls[-limit] + seconds - now
