"""Sending, sealed: the lines of the audit that it leaves, and the signature of where the audit then ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot import records
from bot.signing import Signer
from dialogs.application import Application
from dialogs.context import Context
from dialogs.effects import FileIt
from dialogs.moment import Step
from dialogs.view import View
from storage.filing.application_data import answers_sha256
from storage.filing.audit_files import head_payload
from storage.store import AuditLine


@dataclass(frozen=True, slots=True)
class Sealed:
    """Before anything is drawn, since the receipt tells the end of the audit."""

    step: Step
    lines: list[AuditLine]


def seal(
    step: Step,
    before: Application | None,
    signer: Signer,
    context: Context,
    *,
    person_id: str,
    door: str,
    at: datetime,
) -> Sealed | None:
    """None for a step in which nothing is sent."""
    after = step.application
    if after is None or not any(isinstance(effect, FileIt) for effect in step.effects):
        return None
    view = step.view or View(after, context)
    *earlier, sent = after.submissions
    sent = sent.model_copy(update={"answers_sha256": answers_sha256(view)})
    after = after.model_copy(update={"submissions": (*earlier, sent)})
    after, lines = records.with_audit(before, after, person_id=person_id, door=door, at=at)
    sent = sent.model_copy(update={"head": after.audit})
    signature = signer.sign("audit-head", head_payload(after, sent))
    sent = sent.model_copy(update={"signature": signature})
    after = after.model_copy(update={"submissions": (*earlier, sent)})
    return Sealed(replace(step, application=after, view=view.after(after)), lines)
