"""Records to and from the store: which kind, which index, and which audit lines a change leaves."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel, TypeAdapter

from dialogs.agreement.records import Agreement, KeptText
from dialogs.application import Answer, Application, AuditHead, Submission
from dialogs.inquiry import Inquiry
from dialogs.members import Invitation
from dialogs.person import Person
from dialogs.spelling import key as folded_name
from storage.chain import line_hash, salted
from storage.store import AuditLine, Json, Key, Put, Stored

SALT_BYTES = 16


def person_key(person_id: str) -> Key:
    return Key("person", person_id)


def identity_key(tenant_id: str, object_id: str) -> Key:
    return Key("identity", f"{tenant_id}/{object_id}")


def application_key(application_id: str) -> Key:
    return Key("application", application_id)


def submission_key(application_id: str, version: int) -> Key:
    return Key("submission", f"{application_id}.{version}")


def case_key(number: str) -> Key:
    return Key("case", number)


def agreement_key(application_id: str, text_hash: str) -> Key:
    return Key("agreement", f"{application_id}.{text_hash}")


def put_kept_text(text_hash: str, kept: KeptText) -> Put:
    """Written once, and the same whenever it is written again."""
    return Put(agreement_key(kept.application, text_hash), kept.model_dump(mode="json"))


def to_kept_text(stored: Stored) -> KeptText:
    return KeptText.model_validate(stored.body)


def invitation_key(hashed_code: str) -> Key:
    return Key("invitation", hashed_code)


def put_invitation(hashed_code: str, application_id: str, invitation: Invitation) -> Put:
    """Leads from a code's keyed hash to the invitation, which stands in the application."""
    body: Json = {"schema_version": 1, "application": application_id, "invitation": invitation.id}
    return Put(invitation_key(hashed_code), body, expires_at=invitation.until.timestamp())


def channel_key(community: str) -> Key:
    return Key("channel", community)


def inquiry_key(reference: str) -> Key:
    return Key("inquiry", reference)


def to_inquiry(stored: Stored) -> Inquiry:
    return Inquiry.model_validate(stored.body)


def put_inquiry(inquiry: Inquiry) -> Put:
    index: dict[str, list[str]] = {
        "asker": [inquiry.asked_by],
        "community": [f"{inquiry.community}.{inquiry.state}"],
        "application": [inquiry.application] if inquiry.application else [],
    }
    return Put(inquiry_key(inquiry.reference), inquiry.model_dump(mode="json"), index)


def to_person(stored: Stored) -> Person:
    return Person.model_validate(stored.body)


def to_application(stored: Stored) -> Application:
    return Application.model_validate(stored.body)


def put_person(person: Person) -> Put:
    return Put(person_key(person.id), person.model_dump_json())


_ANSWERS = TypeAdapter(dict[str, Answer])


def put_application(application: Application) -> Put:
    index: dict[str, list[str]] = {
        "member": [m.person_id for m in application.members if m.standing == "active"],
        "invited": [i.person_id for i in application.invitations if i.person_id and i.state == "open"],
        "contact": [contact_index(m.party, m.name) for m in application.contacts if m.party is not None],
        "status": [application.status],
        "community": [str(application.value("community") or "")],
    }
    rest = application.model_dump_json(exclude={"answers"})
    # Hundreds of them, of which most have nothing but a value: what is as it is by default is left out.
    answers = _ANSWERS.dump_json(application.answers, exclude_defaults=True).decode()
    return Put(application_key(application.id), f'{rest[:-1]},"answers":{answers}}}', index)


def contact_index(party: str, name: str) -> str:
    """What a contact is found by, by who knows the name: the index itself holds no name."""
    return hashlib.sha256(f"{party}\0{folded_name(name)}".encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two states of an application."""

    field: str
    old: Any
    new: Any


def changes(before: Application | None, after: Application) -> list[Change]:
    old = before.answers if before is not None else {}
    found = [
        Change(slot, _content(old.get(slot)), _content(answer))
        for slot, answer in after.answers.items()
        if old.get(slot) is not answer and old.get(slot) != answer
    ]
    if before is None:
        found.insert(0, Change("created", None, after.created_by))
    else:
        for name in ("status", "case_number", "lines"):
            if getattr(before, name) != getattr(after, name):
                found.append(Change(name, getattr(before, name), getattr(after, name)))
        found += [
            Change("submission", None, _submission(one))
            for one in after.submissions[len(before.submissions) :]
        ]
        if before.deletion != after.deletion:
            found.append(Change("deletion", _deletion(before), _deletion(after)))
        if before.proposals != after.proposals:
            found.append(Change("proposals", _proposals(before), _proposals(after)))
        if before.remarks != after.remarks:
            said = after.remarks[len(before.remarks) :]
            found.append(Change("remarks", None, [[one.slot, one.by, one.text] for one in said]))
        if before.members != after.members:
            found.append(Change("members", _members(before), _members(after)))
        if before.agreement != after.agreement:
            found += agreement_changes(before.agreement, after.agreement)
        if before.invitations != after.invitations:
            found.append(Change("invitations", _invitations(before), _invitations(after)))
    return found


def agreement_changes(before: Agreement, after: Agreement) -> Iterator[Change]:
    """One for the text, for each naming, and for each party's word that came or fell."""
    if before.text != after.text:
        yield Change("agreement", _json(before.text), _json(after.text))
    if before.nominations != after.nominations:
        yield Change("confirmers", [*map(_json, before.nominations)], [*map(_json, after.nominations)])
    known = {one.id: one for one in before.confirmations}
    for one in after.confirmations:
        if known.get(one.id) != one:
            yield Change(f"confirmation {one.id}", _json(known.get(one.id)), _json(one))
    for refusal in after.refusals[len(before.refusals) :]:
        yield Change("refusal", None, _json(refusal))


def _json(record: BaseModel | None) -> Any:
    return record.model_dump(mode="json") if record is not None else None


def _content(answer: Answer | None) -> Any:
    return None if answer is None else {"value": answer.value, "raw": answer.raw, "problem": answer.problem}


def _members(application: Application) -> list[Any]:
    """Random ids and codes: names and tenants stand in the application itself."""
    return [[m.person_id, m.party, m.role, m.standing, m.admitted_by] for m in application.members]


def _submission(sent: Submission) -> Any:
    """Hashes only, so that this one value can be shown to whoever holds the filed folder."""
    return {
        "version": sent.version,
        "received_at": sent.received_at.isoformat(),
        "fingerprint": sent.fingerprint,
        "answers_sha256": sent.answers_sha256,
        "content_hash": sent.content_hash,
    }


def _proposals(application: Application) -> list[Any]:
    return [[one.slot, one.value, one.by, one.party] for one in application.proposals]


def _deletion(application: Application) -> Any:
    asked = application.deletion
    return None if asked is None else [asked.by, list(asked.agreed)]


def _invitations(application: Application) -> list[Any]:
    return [
        [i.id, i.party, i.role, i.by, i.replaces, i.state, i.claim.person_id if i.claim else None]
        for i in application.invitations
    ]


def with_audit(
    before: Application | None, after: Application, *, person_id: str, door: str, at: datetime
) -> tuple[Application, list[AuditLine]]:
    """Chains a line for each change. The chain covers salted hashes; the values lie apart and can be erased."""
    head = after.audit
    lines = []
    for change in changes(before, after):
        salt = secrets.token_hex(SALT_BYTES)
        body: Json = {
            "version": 1,
            "application": after.id,
            "seq": head.seq + 1,
            "at": at.isoformat(),
            "person": person_id,
            "door": door,
            "field": change.field,
            "old": salted(salt, change.old),
            "new": salted(salt, change.new),
            "previous": head.hash,
        }
        values: Json = {"salt": salt, "old": change.old, "new": change.new}
        lines.append(AuditLine(after.id, head.seq + 1, body, values))
        head = AuditHead(seq=head.seq + 1, hash=line_hash(body))
    return (after.model_copy(update={"audit": head}) if lines else after), lines
