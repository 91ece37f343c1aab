"""What became of something that was sent out."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.body import Json


@dataclass(frozen=True, slots=True)
class Sent:
    """It is there. The activity id is None where the answer did not tell it."""

    activity_id: str | None
    conversation_id: str


@dataclass(frozen=True, slots=True)
class Uploaded:
    pass


@dataclass(frozen=True, slots=True)
class Fetched:
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The file has more bytes than were wanted; no more of it was fetched."""


@dataclass(frozen=True, slots=True)
class Roster:
    members: tuple[Json, ...]
    complete: bool
    """False where there were more members than were asked for."""


@dataclass(frozen=True, slots=True)
class Throttled:
    """Not done: too much at once. May be tried again after the pause."""

    retry_after_seconds: float


@dataclass(frozen=True, slots=True)
class Unknown:
    """Perhaps done, perhaps not: sending it again may repeat it."""

    reason_code: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """Nothing left this machine. May be tried again as it is."""

    reason_code: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person has blocked the bot or taken it away. Not to be tried again."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The conversation, activity or member is not there, or no longer open to the bot."""

    code: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Not done, and will not be: what was sent is not accepted. Status 0: by ourselves, before sending."""

    status: int
    code: str


Failure = Throttled | Unknown | NotSent | Blocked | Gone | Refused
Outcome = Sent | Failure
