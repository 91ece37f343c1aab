"""What is said of whoever confirms, read from the party's own answers, and what is still to be asked of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from dialogs.agreement.records import Form, Statement
from dialogs.fields import Field
from dialogs.view import View

PAGES: Final[dict[Form, tuple[str, ...]]] = {"electronic": ("confirmer", "authority"), "paper": ("paper",)}


def may_state(page: str, party: str | None, own: str | None) -> bool:
    """Whether somebody who only confirms for `own` may answer this page."""
    return party is not None and party == own and page in PAGES["electronic"]


def next_to_state(view: View, party: str, form: Form) -> Field | None:
    """The first question that must be answered before the second step."""
    for field in fields_to_state(view, party, form):
        answer = view.answer(field)
        if field.question.required and (answer is None or not answer.is_valid):
            return field
    return None


def fields_to_state(view: View, party: str, form: Form) -> tuple[Field, ...]:
    return tuple(
        field
        for field in (*view.fields, *view.on_demand)
        if field.instance.page.name in PAGES[form] and field.slot.party == party
    )


def statement_of(view: View, party: str, form: Form) -> Statement:
    def said(question: str) -> str:
        return str(view.value(question, party) or "")

    def day(question: str) -> date | None:
        iso = said(question)
        return date.fromisoformat(iso) if iso else None

    if form == "paper":
        return Statement(
            name=said("paper_name"),
            role=said("paper_role"),
            signed_on=day("paper_date"),
            paper=said("paper_where"),
        )
    is_delegated = view.value("authority", party) == "delegated"
    return Statement(
        name=said("confirmer_name"),
        role=said("confirmer_role"),
        authority="delegated" if is_delegated else "position",
        delegated_by=said("delegated_by") if is_delegated else "",
        delegated_on=day("delegated_on") if is_delegated else None,
        delegation_reference=said("delegation_reference") if is_delegated else "",
        covers_own_effort=view.value("covers_own_effort", party) == "yes",
        archive_number=said("archive_number"),
    )


def covered_by(view: View, party: str, form: Form) -> tuple[tuple[str, ...], str]:
    """Other municipalities that this one confirms for, and where their mandates are."""
    if form == "paper" or f"confirmer_covers@{party}" not in view.field_by_id:
        return (), ""
    chosen = view.value("confirmer_covers", party) or ()
    among = [one.id for one in view.parties() if one.id in chosen and one.id != party]
    return tuple(among), str(view.value("confirmer_mandate", party) or "") if among else ""
