"""One request of the web page after it was let in: who it is, which application, and what their form says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from bot import records
from bot.activities import Incoming, Tapped, Where, Who, Worded, Wrote
from bot.body import Json
from bot.delivery.still_in import person_of as the_person
from bot.web.sessions import Said, Session, conversation_of
from dialogs.agreement.records import Proof
from dialogs.application import Application
from dialogs.members import Member
from dialogs.person import LANGUAGES, Language, Person
from dialogs.view import View
from storage.store import Store

MOST_FIELDS = 200


@dataclass(frozen=True, slots=True)
class Form:
    """What a form holds. A name that stands there several times is a list of choices."""

    fields: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False)

    def text(self, name: str) -> str:
        return next(iter(self.fields.get(name, ())), "")

    def choices(self, name: str) -> str:
        return ",".join(one for one in self.fields.get(name, ()) if one)


def to_form(body: bytes) -> Form | None:
    """None for what no browser sends from our pages."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        return None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value.replace("\r\n", "\n"))
    return Form(fields)


@dataclass(frozen=True, slots=True)
class Visit:
    """What is None the route did not ask for."""

    held: str
    language: Language
    session: Session | None = None
    person: Person | None = None
    view: View | None = None
    member: Member | None = None
    form: Form = field(default_factory=Form)
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def signed_in(self) -> Session:
        assert self.session is not None
        return self.session

    @property
    def application(self) -> Application:
        return self.seen.application

    @property
    def seen(self) -> View:
        assert self.view is not None
        return self.view

    @property
    def who(self) -> Member:
        assert self.member is not None
        return self.member

    @property
    def said(self) -> Said | None:
        """What the latest deed led to, where this is the page that follows it."""
        said = self.session.said if self.session is not None else None
        here = self.view.application.id if self.view is not None else ""
        if said is None or said.id != self.query.get("etter") or said.application not in ("", here):
            return None
        return said


def incoming_of(visit: Visit, deed_id: str, deed: Tapped | Worded | Wrote) -> Incoming:
    session = visit.signed_in
    where = Where("web", "", conversation_of(visit.held), session.tenant_id, "")
    who = Who(session.tenant_id, session.object_id, session.name, "")
    proof = Proof(
        door="web",
        issuer=session.issuer,
        tenant_id=session.tenant_id,
        object_id=session.object_id,
        guest=session.guest,
        name=session.name,
        deed=session.token_id,
        signed_in_at=datetime.fromtimestamp(session.auth_time, UTC),
    )
    return Incoming(deed_id, who, where, deed, is_invoke=True, locale=visit.language, proof=proof)


async def person_of(store: Store, session: Session) -> Person | None:
    """By tenant and object id, and by nothing else of what the sign-in says; None before their first deed."""
    key = records.identity_key(session.tenant_id, session.object_id)
    identity = (await store.get([key])).get(key)
    if identity is None:
        return None
    return await the_person(store, str(identity.body["person"]))


def accepted(header: str) -> Language:
    """The first of our languages that a browser asks for."""
    for part in header[:200].split(","):
        wanted = part.split(";")[0].strip().lower()[:2]
        wanted = "nb" if wanted == "no" else wanted
        known = next((one for one in LANGUAGES if one == wanted), None)
        if known is not None:
            return known
    return "nb"


def to_hints(data: Json) -> Json:
    """Of what a button posts: texts, and the revisions a page was drawn with."""
    revisions = data.get("r")
    kept: Json = {name: value for name, value in data.items() if isinstance(value, str)}
    return kept | ({"r": revisions} if isinstance(revisions, dict) else {})
