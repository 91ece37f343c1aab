"""How fast Teams lets a bot send: per conversation, and per tenant over all of them."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """At most `sends` in any `seconds`."""

    sends: int
    seconds: float


PER_CONVERSATION = (Window(7, 1), Window(60, 30), Window(1800, 3600))
PER_TENANT = (Window(50, 1),)
MARGIN_SECONDS = 0.05
"""Added to each window, since sends arrive with other spaces between them than they left with."""


class Track:
    """What has left on one track, and so when the next may. Never waits and never asks for the time."""

    def __init__(self, windows: tuple[Window, ...], *, margin_seconds: float = MARGIN_SECONDS) -> None:
        self._windows = windows
        self._margin_seconds = margin_seconds
        self._left: deque[float] = deque(maxlen=max(window.sends for window in windows))
        self._held_until = float("-inf")

    def free_at(self, now: float, *, ahead: int = 0) -> float:
        """When one more may leave, after `ahead` others that wait already."""
        at = max(now, self._held_until, self._windows_free_at(self._left))
        if ahead:
            left = self._left.copy()
            for _ in range(ahead):
                left.append(at)
                at = max(at, self._windows_free_at(left))
        return at

    def leave(self, at: float) -> None:
        self._left.append(at)

    def arrive(self, left_at: float, now: float) -> None:
        """What left then is there at the latest now: it counts from now, however slow the way was."""
        if left_at in self._left:
            self._left.remove(left_at)
            self._left.append(now)

    def hold(self, until: float) -> None:
        self._held_until = max(self._held_until, until)

    def _windows_free_at(self, left: deque[float]) -> float:
        free_at, sent = float("-inf"), len(left)
        for window in self._windows:
            if sent >= window.sends:
                free_at = max(free_at, left[-window.sends] + window.seconds + self._margin_seconds)
        return free_at


@dataclass(frozen=True, slots=True)
class Leave:
    """One send on its way, on its two tracks."""

    track: Track
    at: float
    tenant: Track
    tenant_at: float


class _Lane:
    """One conversation: its track, and who waits for it, in order."""

    def __init__(self, windows: tuple[Window, ...]) -> None:
        self.track = Track(windows)
        self.turn = asyncio.Lock()
        self.waiting = 0


class Pace:
    """Lets sends leave as fast as Teams takes them; those of one conversation in the order they came.

    A conversation that has to wait holds no place in its tenant's pace meanwhile, so it delays no other.
    """

    def __init__(
        self,
        *,
        per_conversation: tuple[Window, ...] = PER_CONVERSATION,
        per_tenant: tuple[Window, ...] = PER_TENANT,
        max_lanes: int = 20_000,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._per_conversation = per_conversation
        self._per_tenant = per_tenant
        self._max_lanes = max_lanes
        self._clock = clock
        self._sleep = sleep
        self._lanes: OrderedDict[str, _Lane] = OrderedDict()
        self._tenants: dict[str, Track] = {}

    def delay_seconds(self, conversation_key: str) -> float:
        """How long this conversation has to wait for one more, apart from its tenant's pace."""
        lane = self._lanes.get(conversation_key)
        now = self._clock()
        return 0.0 if lane is None else lane.track.free_at(now, ahead=lane.waiting) - now

    async def wait(
        self, conversation_key: str, tenant_id: str, *, at_most_seconds: float = float("inf")
    ) -> Leave | None:
        """When the send may leave; None at once if this conversation has to wait longer than that."""
        if self.delay_seconds(conversation_key) > at_most_seconds:
            return None
        lane = self._lane(conversation_key)
        lane.waiting += 1
        try:
            async with lane.turn:
                await self._until(lambda now: lane.track.free_at(now))
                tenant = self._tenant(tenant_id)
                at = tenant.free_at(self._clock())
                tenant.leave(at)
                await self._until(lambda now: max(at, lane.track.free_at(now)))
                leave = Leave(lane.track, self._clock(), tenant, at)
                lane.track.leave(leave.at)
        finally:
            lane.waiting -= 1
        return leave

    def arrive(self, leave: Leave) -> None:
        """The answer is here, or the wait for it is over."""
        now = self._clock()
        leave.track.arrive(leave.at, now)
        leave.tenant.arrive(leave.tenant_at, now)

    def hold(self, conversation_key: str, retry_after_seconds: float) -> None:
        """Remembers a Retry-After, for those too who wait already."""
        self._lane(conversation_key).track.hold(self._clock() + retry_after_seconds)

    async def _until(self, free_at: Callable[[float], float]) -> None:
        while (left := free_at(self._clock()) - self._clock()) > 0:
            await self._sleep(left)

    def _lane(self, key: str) -> _Lane:
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = _Lane(self._per_conversation)
            if len(self._lanes) > self._max_lanes:
                self._lanes.popitem(last=False)
        self._lanes.move_to_end(key)
        return lane

    def _tenant(self, key: str) -> Track:
        return self._tenants.setdefault(key, Track(self._per_tenant))
