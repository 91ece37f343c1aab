"""The first wording of the agreement. A confirmed text keeps its wording: a change here is a new file with a number."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.answer_blocks import IN_TABLES, answer_blocks
from dialogs.document import Block, Document, Fact, Facts, FooterWords, PageBreak, Paragraph, Section
from dialogs.money_tables import money_blocks
from dialogs.person import Language
from dialogs.showing import community_name, label, shown
from dialogs.view import Field, View

PARTS = ("measure", "purpose", "budget", "responsibility")
"""Sections of the form that are parts of the text, in its order; of each, only what is material."""


def agreement_1(view: View, language: Language) -> Document:
    """Of material answers and the parties alone: nothing else can change a word of it."""
    say = view.context.texts.say
    material = [field for field in view.fields if field.question.material]

    def of(section: str) -> list[Field]:
        return [one for one in material if one.instance.section.name == section]

    def part(name: str) -> Section:
        return Section(say(language, f"d-a1-{name}"), tuple(_part(view, name, of, language)))

    title = str(view.value("title") or say(language, "card-untitled"))
    return Document(
        lang=language,
        kicker=say(language, "d-a1-kicker"),
        title=title,
        case_number="",
        version_code="",
        footer=FooterWords(say(language, "d-page"), say(language, "d-of")),
        sections=(
            Section(say(language, "d-a1-parties"), (_parties(view, material, language),)),
            Section(say(language, "d-a1-agreed"), (_agreed(view, language),)),
            *(part(name) for name in PARTS),
            Section(
                say(language, "d-a1-confirming"),
                (Paragraph(say(language, "d-a1-how-confirmed")), PageBreak()),
            ),
        ),
    )


def _parties(view: View, material: list[Field], language: Language) -> Facts:
    units = {one.slot.party: one for one in material if one.question.name == "unit"}
    rows = [
        Fact(party.name, shown(view, units[party.id], language) if party.id in units else "")
        for party in view.parties()
    ]
    lead = [one for one in material if one.question.name == "lead"]
    return Facts((*rows, *(Fact(label(view, one, language), shown(view, one, language)) for one in lead)))


def _agreed(view: View, language: Language) -> Paragraph:
    *most, last = [party.name for party in view.parties()] or [""]
    listed = last
    if most:
        listed = view.context.texts.say(language, "d-a1-list", most=", ".join(most), last=last)
    return Paragraph(
        view.context.texts.say(
            language,
            "d-a1-that-they-agree",
            parties=listed,
            year=str(view.value("year") or ""),
            community=community_name(view, view.value("community") or "", language),
        )
    )


def _part(view: View, name: str, of: Callable[[str], list[Field]], language: Language) -> list[Block]:
    if name != "budget":
        return answer_blocks(view, of(name), language)
    beside = [one for one in (*of("budget"), *of("more")) if one.question.name not in IN_TABLES]
    return [*money_blocks(view, language), *answer_blocks(view, beside, language)]
