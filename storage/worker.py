"""A thread that works for an event loop: jobs are queued, done many at a time, and handed back together."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Generic, Protocol, TypeVar, cast

from storage.store import StoreUnavailable

S = TypeVar("S")
"""What jobs work on."""
T = TypeVar("T")

MOST_AT_A_TIME = 256


@dataclass(frozen=True, slots=True)
class Job(Generic[S]):
    work: Callable[[S], object]
    alone: bool
    """Not to be done together with others."""
    future: asyncio.Future[Any]


@dataclass(frozen=True, slots=True)
class Done:
    value: object


@dataclass(frozen=True, slots=True)
class Failed:
    error: Exception


Outcome = Done | Failed


class Place(Protocol[S]):
    """Where the work is done, by one thread alone."""

    def do(self, jobs: Sequence[Job[S]]) -> Sequence[Outcome]:
        """An outcome for each job, in order. Returns when what was done lasts."""

    def close(self) -> None: ...


class Worker(Generic[S]):
    """Does jobs in the order they came, all that wait at a time."""

    def __init__(self, name: str, place: Place[S]) -> None:
        self._place = place
        self._waiting: SimpleQueue[Job[S] | None] = SimpleQueue()
        self._closed = False
        # A daemon: a program that ends without closing its store is not kept from ending.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    async def ask(self, work: Callable[[S], T], *, alone: bool = False) -> T:
        """What the work returned or raised. Queued work is done even if the one who asked has gone away."""
        if self._closed:
            raise StoreUnavailable("closed")
        future = asyncio.get_running_loop().create_future()
        self._waiting.put(Job(work, alone, future))
        return cast(T, await future)

    @property
    def is_closed(self) -> bool:
        return self._closed

    async def close(self) -> None:
        """Returns when everything that was queued is done."""
        if not self._closed:
            self._closed = True
            self._waiting.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        going_on = True
        while going_on:
            jobs, going_on = self._take()
            if jobs:
                _hand_back(jobs, self._outcomes(jobs))
        self._place.close()

    def _take(self) -> tuple[list[Job[S]], bool]:
        """The jobs that wait, at least one, and whether more can come."""
        jobs: list[Job[S]] = []
        job = self._waiting.get()
        while job is not None:
            jobs.append(job)
            if len(jobs) == MOST_AT_A_TIME:
                return jobs, True
            try:
                job = self._waiting.get_nowait()
            except Empty:
                return jobs, True
        return jobs, False

    def _outcomes(self, jobs: Sequence[Job[S]]) -> Sequence[Outcome]:
        """The edge of the thread: whatever went wrong belongs to those who asked, and the thread lives on."""
        try:
            return self._place.do(jobs)
        except Exception as error:
            return [Failed(error)] * len(jobs)


def _hand_back(jobs: Sequence[Job[S]], outcomes: Sequence[Outcome]) -> None:
    by_loop: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], Outcome]]] = {}
    for job, outcome in zip(jobs, outcomes, strict=True):
        by_loop.setdefault(job.future.get_loop(), []).append((job.future, outcome))
    for loop, settled in by_loop.items():
        with contextlib.suppress(RuntimeError):  # The loop is closed, so nobody waits any more.
            loop.call_soon_threadsafe(_resolve, settled)


def _resolve(settled: Sequence[tuple[asyncio.Future[Any], Outcome]]) -> None:
    for future, outcome in settled:
        if future.done():
            continue
        match outcome:
            case Done(value):
                future.set_result(value)
            case Failed(error):
                future.set_exception(error)
