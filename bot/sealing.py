"""Sending, sealed: the lines of the audit that it leaves, and the signature of where the audit then ends."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from bot import records
from bot.signing import Signer
from dialogs.application import Application
from dialogs.context import Context
from dialogs.effects import FileIt
from dialogs.moment import Step
from dialogs.view import View
from storage.confirmed import confirmation_payload, with_hashes
from storage.filing.application_data import answers_sha256
from storage.filing.audit_files import head_payload
from storage.store import AuditLine


@dataclass(frozen=True, slots=True)
class Sealed:
    """Before anything is drawn, since the receipt tells the end of the audit."""

    step: Step
    lines: list[AuditLine]


def _signed(application: Application, signer: Signer) -> Application:
    """Each confirmation is signed as it is given, with a salt of its own for what is personal in it."""
    confirmations = []
    for one in application.agreement.confirmations:
        if one.signature is None:
            one = with_hashes(one, secrets.token_hex(records.SALT_BYTES))
            signature = signer.sign("confirmation", confirmation_payload(application.id, one))
            one = one.model_copy(update={"signature": signature})
        confirmations.append(one)
    agreement = application.agreement.model_copy(update={"confirmations": tuple(confirmations)})
    return application.model_copy(update={"agreement": agreement})


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
    """None for a step in which nothing is sent and nothing confirmed."""
    after = step.application
    is_sent = any(isinstance(effect, FileIt) for effect in step.effects)
    is_confirmed = after is not None and any(one.signature is None for one in after.agreement.confirmations)
    if after is None or not (is_sent or is_confirmed):
        return None
    before = before if before is not None and before.id == after.id else None
    view = step.view or View(after, context)
    after = _signed(after, signer) if is_confirmed else after
    *earlier, sent = after.submissions if is_sent else (None,)
    if sent is not None:
        sent = sent.model_copy(update={"answers_sha256": answers_sha256(view)})
        after = after.model_copy(update={"submissions": (*earlier, sent)})
    after, lines = records.with_audit(before, after, person_id=person_id, door=door, at=at)
    if sent is not None:
        sent = sent.model_copy(update={"head": after.audit})
        signature = signer.sign("audit-head", head_payload(after, sent))
        sent = sent.model_copy(update={"signature": signature})
        after = after.model_copy(update={"submissions": (*earlier, sent)})
    return Sealed(replace(step, application=after, view=view.after(after)), lines)
