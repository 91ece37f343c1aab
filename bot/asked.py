"""What asking writes beside the person: which answer was shown, what went unanswered, a question to send on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot import records
from dialogs.effects import KeepUnanswered, SendInquiry, ShowEntry
from dialogs.findings import EntryRef
from dialogs.moment import Step
from storage.store import Key, OutboxRow, Put

LONGEST_KEPT = 2_000
"""Characters of a question without a good answer: a curator needs no more."""
TRACED = timedelta(days=2 * 365)
"""How long it can be told which version of an entry somebody was shown."""


@dataclass(frozen=True, slots=True)
class Asked:
    put: list[Put] = field(default_factory=list)
    expect: dict[Key, int] = field(default_factory=dict)
    enqueue: list[OutboxRow] = field(default_factory=list)


def what_asking_writes(step: Step, at: datetime, unanswered_kept: timedelta) -> Asked:
    asked = Asked()
    now = at.timestamp()
    for number, effect in enumerate(step.effects):
        match effect:
            case ShowEntry():
                asked.put.append(put_shown(effect.entry, step.person.id, "personal", at, number))
            case KeepUnanswered():
                asked.put.append(put_unanswered(effect, step.person.language, at, unanswered_kept))
            case SendInquiry(inquiry=inquiry):
                put = records.put_inquiry(inquiry)
                asked.put.append(put)
                asked.expect[put.key] = 0
                to = {"inquiry": inquiry.reference, "community": inquiry.community}
                row = OutboxRow(
                    f"{inquiry.reference}.asked", "inquiry", f"inquiry:{inquiry.reference}", to, now, now
                )
                asked.enqueue.append(row)
            case _:
                pass
    return asked


def put_shown(entry: EntryRef, person: str, where: str, at: datetime, number: int) -> Put:
    """Which version of which answer was given to whom and when: a line without a word of the question."""
    body = {"entry": entry.id, "version": entry.version, "person": person, "where": where}
    return Put(
        Key("shown", f"{at.timestamp():.6f}.{number}.{person or where}"),
        {**body, "at": at.isoformat()},
        {"person": [person] if person else [], "entry": [entry.id]},
        expires_at=(at + TRACED).timestamp(),
    )


def put_unanswered(effect: KeepUnanswered, language: str, at: datetime, kept: timedelta) -> Put:
    """For a curator to see. Who asked is not in it; once for each question, as it stands at last."""
    body = {
        "schema_version": 1,
        "text": effect.text[:LONGEST_KEPT],
        "language": language,
        "community": effect.community,
        "field": effect.question,
        "reason": effect.reason,
        "shown": list(effect.shown),
        "at": at.isoformat(),
    }
    return Put(Key("unanswered", effect.id), body, expires_at=(at + kept).timestamp())
