"""What is filed of the audit: its lines without a value or a name, and the signed end of it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dialogs.application import Application, Submission
from storage.chain import canonical
from storage.store import AuditLine, Json

AUDIT_FILE = "audit.jsonl"
HEAD_FILE = "audit-head.json"
HEAD_SCHEMA = "tilskuddshjelpen/audit-head/1"


def head_payload(application: Application, sent: Submission) -> Json:
    """What is signed when a version is sent: where the audit ends, and what it was that was sent."""
    head = sent.head or application.audit
    return {
        "schema": HEAD_SCHEMA,
        "application": application.id,
        "case_number": application.case_number or "",
        "version": sent.version,
        "received_at": sent.received_at.isoformat(),
        "fingerprint": sent.fingerprint,
        "answers_sha256": sent.answers_sha256,
        "content_hash": sent.content_hash,
        "seq": head.seq,
        "hash": head.hash,
    }


def audit_files(application: Application, version: int, lines: Sequence[AuditLine]) -> dict[str, bytes]:
    """`lines` are those up to the head of the version. Nothing for a version from before its head was kept."""
    sent = application.submissions[version - 1]
    if sent.head is None or sent.signature is None:
        return {}
    head = {
        "signed": head_payload(application, sent),
        "signature": sent.signature.model_dump(mode="json"),
        "opened": _opened(sent, lines),
    }
    return {
        AUDIT_FILE: b"".join(canonical(line.body) + b"\n" for line in lines),
        HEAD_FILE: json.dumps(head, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n",
    }


def _opened(sent: Submission, lines: Sequence[AuditLine]) -> Json | None:
    """Salt and value of the line that tells of this sending: hashes alone, so that the chain can be held to them."""
    for line in reversed(lines):
        new = line.values.get("new")
        if line.body.get("field") == "submission" and new and new.get("version") == sent.version:
            return {"seq": line.seq, **line.values}
    return None
