"""The application as a document: a first page for a committee in a hurry, then everything in the call's order."""

from __future__ import annotations

from dataclasses import replace

from dialogs.agreement.standing import how_agreed
from dialogs.agreement.words import state_text
from dialogs.answer_blocks import IN_TABLES, answer_blocks
from dialogs.budget import budget_of
from dialogs.document import (
    Block,
    Document,
    Fact,
    Facts,
    FooterWords,
    FrontPage,
    KeyFigures,
    Note,
    Section,
)
from dialogs.money_tables import money_blocks
from dialogs.oddities import oddity_texts
from dialogs.person import Language
from dialogs.showing import community_name, shown
from dialogs.texts.catalogues import moment, nok
from dialogs.view import Field, View
from storage.filing.agreement_document import confirmation_blocks
from storage.filing.application_data import version_code
from storage.filing.pdf import characters_not_in_print

CONTENT = ("measure", "purpose", "budget", "responsibility", "agreement", "parties", "more", "call")
"""The order a committee reads in."""


def application_document(view: View, version: int) -> Document:
    """With a note of its own where the print lacks a character that was typed. Version 0 is what is not sent."""
    document = _document(view, version)
    if document.first_page is None or not characters_not_in_print(document):
        return document
    note = Note(view.context.texts.say(document.lang, "d-substituted"), "warning")
    return replace(document, first_page=FrontPage((*document.first_page.blocks, note)))


def _document(view: View, version: int) -> Document:
    language: Language = view.value("document_language") or "nb"
    say = view.context.texts.say
    return Document(
        lang=language,
        title=str(view.value("title") or say(language, "card-untitled")),
        case_number=view.application.case_number or "",
        version_code=version_code(view, version) if version else "",
        footer=FooterWords(say(language, "d-page"), say(language, "d-of")),
        kicker=say(language, "d-kicker"),
        first_page=FrontPage(tuple(_front(view, version, language))),
        sections=tuple(
            Section(say(language, f"s-{name}"), blocks)
            for name in CONTENT
            if (blocks := tuple(_section(view, name, language)))
        ),
    )


def _front(view: View, version: int, language: Language) -> list[Block]:
    say = view.context.texts.say
    budget = budget_of(view)
    submission = view.application.submissions[version - 1] if version else None
    period = view.field_by_id.get("period")
    per_year = "; ".join(f"{y}: {nok(language, budget.total('applied', year=y))}" for y in budget.years)
    blocks: list[Block] = [
        Facts(
            (
                Fact(say(language, "card-parties"), ", ".join(p.name for p in view.parties())),
                Fact(say(language, "q-summary.label"), str(view.value("summary") or "")),
            )
        ),
        KeyFigures(
            (
                Fact(say(language, "d-applied"), nok(language, budget.applied())),
                Fact(say(language, "d-total"), nok(language, budget.costs())),
                Fact(say(language, "d-own"), nok(language, budget.own())),
            )
        ),
        Facts(
            (
                Fact(say(language, "q-period.label"), shown(view, period, language) if period else ""),
                Fact(say(language, "notice-per-year"), per_year),
                *(
                    Fact(say(language, f"q-{name}.label"), shown(view, view.field_by_id[name], language))
                    for name in ("areas", "groups", "responsibility_relevant")
                    if name in view.field_by_id
                ),
                *(
                    [Fact(say(language, "card-goes-to"), community_name(view, community, language))]
                    if (community := view.value("community"))
                    else []
                ),
                *(
                    [Fact(say(language, "card-received"), moment(language, submission.received_at))]
                    if submission is not None
                    else []
                ),
            )
        ),
        Note(state_text(view, language), "stated" if how_agreed(view) == "stated" else "confirmed"),
    ]
    match submission.late if submission is not None else "in_time":
        case "late":
            blocks.append(Note(say(language, "notice-late"), "warning"))
        case "not_known":
            blocks.append(Note(say(language, "notice-deadline-unknown"), "warning"))
        case _:
            pass
    return [
        *blocks,
        *(Note(text, "warning") for text in oddity_texts(view, language)),
    ]


def _section(view: View, section: str, language: Language) -> list[Block]:
    if section == "budget":
        fields = [one for one in _of(view, section) if one.question.name not in IN_TABLES]
        return [*money_blocks(view, language), *answer_blocks(view, fields, language)]
    blocks = answer_blocks(view, _of(view, section), language)
    if section == "agreement" and how_agreed(view) == "stated":
        blocks.insert(0, Note(view.context.texts.say(language, "d-stated"), "stated"))
    elif section == "agreement":
        blocks = [*confirmation_blocks(view, language), *blocks]
    return blocks


def _of(view: View, section: str) -> list[Field]:
    return [one for one in view.fields if one.instance.section.name == section]
