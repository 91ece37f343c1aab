"""The port to everything that must last: records with revisions, the audit, the outbox, in one write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, Protocol, get_args

from storage.json_text import from_text

Json = dict[str, Any]
"""A JSON object: only str keys, and values that json.dumps(allow_nan=False) takes."""


class Key(NamedTuple):
    """Names one record: what kind it is, and which."""

    kind: str
    id: str


@dataclass(frozen=True)
class Stored:
    """A record as it was read. Its revision is 1 after the first write and grows by one with each."""

    key: Key
    revision: int
    text: str = field(repr=False)
    """The body as it lies there."""

    @cached_property
    def body(self) -> Json:
        """Made of the text when it is first looked at: often the revision says enough."""
        return from_text(self.text)


@dataclass(frozen=True, slots=True)
class Put:
    """A record to write. `index` is what it can be found by later: index name -> values."""

    key: Key
    body: Json | str
    """Or the JSON of it, where it is text already."""
    index: Mapping[str, Sequence[str]] = field(default_factory=dict)
    expires_at: float | None = None
    """Unix seconds; the record is gone after the first purge past it. Never for anything of an application: what a
    person typed there is erased when they say so. A question that waits for a curator is nobody's application."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of an application's audit. Values lie apart to be erasable; the body holds their hashes."""

    application_id: str
    seq: int
    """From 1, without gaps, per application; a line that exists is never replaced."""
    body: Json
    values: Json = field(default_factory=dict)


class LineId(NamedTuple):
    """Names one line of an application's audit."""

    application_id: str
    seq: int


OutboxState = Literal["waiting", "delivered", "uncertain", "failed"]
OUTBOX_STATES: Final[tuple[OutboxState, ...]] = get_args(OutboxState)
DELIVERED_KEPT_SECONDS: Final = 30 * 24 * 3600.0
"""How long a delivered row can still be looked up before a purge erases it."""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """Something to deliver. A row whose id exists is not written again: enqueued twice is enqueued once."""

    id: str
    target: str
    """Which delivery takes it: "teams", "folder", ..."""
    queue: str
    """Rows of one queue are delivered one at a time, in the order they were written."""
    body: Json
    created_at: float
    due_at: float
    state: OutboxState = "waiting"
    attempts: int = 0
    result: Json = field(default_factory=dict)
    """What delivery learnt, for instance {"activity_id": "..."}; ids and codes, never people's words."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an attempt. `waiting` is tried again at due_at; `uncertain` too, marked as a repeat.

    For `delivered` and `failed` due_at is when that was settled. Delivered is final: an attempt that was
    given up and reports late cannot open it again, and its body, which holds people's words, is emptied.
    A failed row can be settled as `waiting` to try again.
    """

    id: str
    state: OutboxState
    due_at: float
    result: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Committed:
    revisions: Mapping[Key, int]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Nothing was written. `found` are the revisions that were not as expected."""

    found: Mapping[Key, int]


class StoreUnavailable(Exception):
    """The disk or the database failed; nothing of the call was written. Raised by every method of a store."""


class Store(Protocol):
    """All methods may be called at the same time from one event loop, and none of them blocks it."""

    async def get(self, keys: Sequence[Key]) -> Mapping[Key, Stored]:
        """The records that exist among `keys`, read in one consistent look."""

    async def find(self, kind: str, index: str, value: str, *, limit: int = 100) -> Sequence[Stored]:
        """Records of a kind whose index holds the value, by id. Costs by the number found, not stored."""

    async def scan(self, kind: str, *, after: str = "", limit: int = 500) -> Sequence[Stored]:
        """All records of a kind by id, a page at a time: for export and migration, never on a turn's path."""

    async def commit(
        self,
        *,
        expect: Mapping[Key, int],
        put: Sequence[Put] = (),
        delete: Sequence[Key] = (),
        append_audit: Sequence[AuditLine] = (),
        erase_values: Sequence[LineId] = (),
        enqueue: Sequence[OutboxRow] = (),
    ) -> Committed | Conflict:
        """Writes everything or nothing, durably, before it returns.

        `expect` holds the revision each key must have now; 0 means that it must not exist. A key that is put
        without being expected is overwritten. An audit line whose (application, seq) exists is a Conflict on
        Key("audit", application_id), found at the last seq that exists.

        Of the lines in `erase_values` the values go, and with them the salt, so that nobody can tell what the
        hashes in the body were made from; the body stays, and with it the chain. A line that does not exist, or
        has none, is passed over.

        ValueError for what no store can hold (NaN, a lone surrogate) and for a commit that contradicts itself
        (a key twice, a gap in an audit, a line that is appended and erased).
        """

    async def audit(self, application_id: str, *, after: int = 0, limit: int = 1000) -> Sequence[AuditLine]:
        """An application's audit lines after `after`, in order."""

    async def claim(self, now: float, *, lease_seconds: float, limit: int = 50) -> Sequence[OutboxRow]:
        """Due rows (waiting or uncertain), oldest first, at most the first unsettled row of each queue.

        A claimed row is not handed out again before the lease is over; `attempts` counts this one. A row
        whose lease ran out unsettled comes back as `uncertain`: nobody knows what became of that attempt.
        """

    async def settle(self, settled: Sequence[Settled]) -> None:
        """Records what became of rows. An unknown id is passed over; result keys are merged into the row's.

        A row may be settled that was never claimed: a turn sends its own replies itself.
        """

    async def outbox(
        self, *, ids: Sequence[str] = (), states: Sequence[OutboxState] = (), limit: int = 500
    ) -> Sequence[OutboxRow]:
        """Rows by id in the order asked for, or the newest first by state (no states: every state)."""

    async def outbox_counts(self) -> Mapping[OutboxState, int]:
        """How many rows stand in each state; every state is named."""

    async def purge(self, now: float) -> int:
        """Erases expired records, and outbox rows delivered more than 30 days ago. Returns how many.

        Afterwards nothing that was deleted, overwritten or erased before is left in the files of the store.
        """

    async def close(self) -> None:
        """Waits for writes under way. The store is not used afterwards."""
