"""Everything of applications as JSON objects, each with a `kind`. Documented in docs/export.md."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from bot import records
from dialogs.application import Application
from dialogs.context import Context
from dialogs.inquiry import Inquiry
from dialogs.view import View
from storage.filing.application_data import application_data
from storage.store import Json, Key, Store, Stored

SCHEMA = "tilskuddshjelpen/export/1"
PAGE = 200
PERSON_FIELDS = ("id", "name", "tenant_id", "object_id", "guest", "language", "community", "seen_at")
"""What a person's line holds. Left out is what only the conversation needs: where the chat is, what was shown
last, what waits for a yes, and the hash of the latest text."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which applications: None is all."""

    community: str | None
    year: int | None

    @property
    def is_all(self) -> bool:
        return self.community is None and self.year is None

    def holds(self, application: Application) -> bool:
        """The value of the call as it stands in the draft; one without is chosen only when everything is."""
        community = self.community is None or application.value("community") == self.community
        year = self.year is None or application.value("year") == str(self.year)
        return community and year


async def lines(
    store: Store, context: Context, chosen: Chosen, *, who: str, at: datetime
) -> AsyncIterator[Json]:
    yield {
        "kind": "export",
        "schema": SCHEMA,
        "made_at": at.isoformat(),
        "made_by": who,
        "community": chosen.community,
        "year": chosen.year,
    }
    people: set[str] = set()
    applications: set[str] = set()
    async for stored in every(store, "application"):
        application = records.to_application(stored)
        if not chosen.holds(application):
            continue
        applications.add(application.id)
        people |= {application.created_by, *(member.person_id for member in application.members)}
        yield {
            "kind": "draft" if application.is_draft else "application",
            "revision": stored.revision,
            "record": stored.body,
        }
        async for line in _of(store, context, application):
            if line["kind"] == "audit":
                people.add(str(line["line"].get("person", "")))
            yield line
    async for stored in every(store, "reading"):
        if chosen.is_all or stored.key.id.split(".")[0] in applications:
            yield {"kind": "reading", "id": stored.key.id, **stored.body}
    async for stored in every(store, "inquiry"):
        if _is_chosen(records.to_inquiry(stored), chosen, applications):
            people.add(str(stored.body["asked_by"]))
            yield {"kind": "inquiry", "revision": stored.revision, "record": stored.body}
    for kind in ("unanswered", "shown") if chosen.is_all else ():
        async for stored in every(store, kind):
            yield {"kind": kind, "id": stored.key.id, **stored.body}
    async for stored in every(store, "person"):
        if chosen.is_all or stored.key.id in people:
            yield {"kind": "person", **{name: stored.body.get(name) for name in PERSON_FIELDS}}
    async for stored in every(store, "channel"):
        if chosen.community in (None, stored.key.id):
            yield {"kind": "channel", **stored.body, "community": stored.key.id}


def _is_chosen(inquiry: Inquiry, chosen: Chosen, applications: set[str]) -> bool:
    """With its application; one that was asked from none, with its helsefellesskap."""
    if chosen.is_all or inquiry.application in applications:
        return True
    return not inquiry.application and chosen.year is None and inquiry.community == chosen.community


async def _of(store: Store, context: Context, application: Application) -> AsyncIterator[Json]:
    """What belongs to one application."""
    for submission in application.submissions:
        version = submission.version
        handling = Key("handling", f"{application.id}.{version}")
        key = records.submission_key(application.id, version)
        found = await store.get([key, handling])
        if key in found:
            record = found[key].body["application"]
            sent = Application.model_validate(record)
            yield {
                "kind": "submission",
                "application": application.id,
                "version": version,
                "record": record,
                "data": application_data(View(sent, context), version),
            }
        if handling in found:
            body = found[handling].body
            yield {"kind": "handling", "application": application.id, "version": version, **body}
    after = 0
    while audit := await store.audit(application.id, after=after, limit=PAGE):
        for line in audit:
            yield {
                "kind": "audit",
                "application": application.id,
                "seq": line.seq,
                "line": line.body,
                "values": line.values,
            }
        after = audit[-1].seq


async def every(store: Store, kind: str) -> AsyncIterator[Stored]:
    """All records of a kind, a page at a time."""
    after = ""
    while page := await store.scan(kind, after=after, limit=PAGE):
        for stored in page:
            yield stored
        after = page[-1].key.id
