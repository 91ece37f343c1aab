"""application.json: a sent version as data, by codes and by the words people saw."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from dialogs.agreement.standing import how_agreed, lacking
from dialogs.budget import budget_of
from dialogs.person import Language
from dialogs.showing import label, shown
from dialogs.view import Field, View
from storage.chain import canonical
from storage.store import Json

SCHEMA = "tilskuddshjelpen/application/1"


def application_data(view: View, version: int) -> Json:
    """Documented in docs/application-json.md. Amounts are whole kroner, full-time equivalents thousandths."""
    application = view.application
    submission = application.submissions[version - 1]
    budget = budget_of(view)
    return {
        "schema": SCHEMA,
        "case_number": application.case_number,
        "version": version,
        "version_code": version_code(view, version),
        "application_id": application.id,
        "received_at": submission.received_at.isoformat(),
        "deadline_state": submission.late,
        "fingerprint": submission.fingerprint,
        "content_hash": submission.content_hash or None,
        "answers_sha256": submission.answers_sha256 or None,
        "audit": submission.head.model_dump(mode="json") if submission.head is not None else None,
        "community": view.value("community"),
        "budget_year": int(view.value("year")),
        "parties": [{"id": p.id, "kind": p.kind, "name": p.name} for p in view.parties()],
        "answers": [_answer(view, field) for field in view.fields if _is_sent(view, field)],
        "budget": {
            "years": list(budget.years),
            "entries": [
                {"sort": e.sort, "party": e.party, "year": e.year, "nok": e.nok} for e in budget.entries
            ],
            "costs_nok": budget.costs(),
            "financing_nok": budget.financing(),
            "applied_nok": budget.applied(),
            "own_nok": budget.own(),
        },
        "agreement": _agreement(view),
    }


def answers_sha256(view: View) -> str:
    """Of the slots and values in `answers`, which whoever holds the file can count over."""
    return hash_of_answers(
        (field.id, view.application.value(field.id)) for field in view.fields if _is_sent(view, field)
    )


def hash_of_answers(answers: Iterable[tuple[str, Any]]) -> str:
    """SHA-256 of the RFC 8785 JSON of an object of slot -> value."""
    return hashlib.sha256(canonical(dict(answers))).hexdigest()


def _agreement(view: View) -> dict[str, Any]:
    """How the parties agree, and each confirmation of the text as it was sent, with what it can be known by."""
    text = view.application.agreement.text
    standing = [
        one for one in view.application.agreement.standing if text and one.text_hash == text.text_hash
    ]
    return {
        "how": how_agreed(view),
        "text": text.model_dump(mode="json", exclude={"by"}) if text is not None else None,
        "confirmations": [
            one.model_dump(
                mode="json", exclude={"person_id": True, "nominated_by": True, "proof": {"object_id"}}
            )
            for one in standing
        ],
        "lacking": [party.id for party in lacking(view)],
    }


def version_code(view: View, version: int) -> str:
    """Tells this text from every other, on paper too: «v1-3f9a2c»."""
    return f"v{version}-{view.application.submissions[version - 1].fingerprint[:6]}"


def _is_sent(view: View, field: Field) -> bool:
    answer = view.answer(field)
    return answer is not None and answer.is_valid and not field.question.name.endswith("_more")


def _answer(view: View, field: Field) -> dict[str, Any]:
    language: Language = view.value("document_language") or "nb"
    return {
        "slot": field.id,
        "question": field.question.name,
        "party": field.slot.party,
        "line": field.slot.line,
        "year": field.slot.year,
        "label": label(view, field, language),
        "value": view.application.value(field.id),
        "text": shown(view, field, language),
    }
