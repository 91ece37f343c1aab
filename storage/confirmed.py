"""What is signed of a confirmation, so that it holds also when the person's data have been erased."""

from __future__ import annotations

from typing import Literal

from dialogs.agreement.records import Confirmation
from storage.chain import salted
from storage.signatures import PublicKeys, holds
from storage.store import Json

SCHEMA = "tilskuddshjelpen/confirmation/1"


def with_hashes(confirmation: Confirmation, salt: str) -> Confirmation:
    return confirmation.model_copy(
        update={
            "salt": salt,
            "personal_hash": salted(salt, _personal(confirmation)),
            "account_hash": salted(salt, [confirmation.proof.tenant_id, confirmation.proof.object_id]),
        }
    )


def confirmation_payload(application_id: str, confirmation: Confirmation) -> Json:
    """Everything but who it was: that stands there by its hashes."""
    return {
        "schema": SCHEMA,
        "application": application_id,
        "id": confirmation.id,
        "party": confirmation.party,
        "covers": list(confirmation.covers),
        "form": confirmation.form,
        "is_verified": confirmation.is_verified,
        "content_hash": confirmation.content_hash,
        "text_hash": confirmation.text_hash,
        "template": confirmation.template,
        "at": confirmation.at.isoformat(),
        "after_line": confirmation.after_line,
        "personal": confirmation.personal_hash,
        "account": confirmation.account_hash,
    }


def is_as_signed(
    keys: PublicKeys, application_id: str, confirmation: Confirmation
) -> Literal["yes", "no", "unknown_key"]:
    """Whether just this was signed; with the personal parts where they are still there."""
    if confirmation.signature is None:
        return "no"
    has_parts = bool(confirmation.salt and confirmation.statement.name)
    if has_parts and salted(confirmation.salt, _personal(confirmation)) != confirmation.personal_hash:
        return "no"
    return holds(
        keys, "confirmation", confirmation_payload(application_id, confirmation), confirmation.signature
    )


def _personal(confirmation: Confirmation) -> Json:
    """What is as it is by default is left out: a field that a release adds changes no hash. No default is changed."""
    proof, statement = confirmation.proof, confirmation.statement
    return {
        "statement": statement.model_dump(mode="json", exclude_defaults=True),
        "proof": proof.model_dump(mode="json", exclude={"tenant_id", "object_id"}, exclude_defaults=True),
    }
