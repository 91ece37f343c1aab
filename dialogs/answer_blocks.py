"""Answers as parts of a document: short ones beside their names, long ones as the words they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dialogs import questions
from dialogs.document import Block, Fact, Facts, Subheading, Words
from dialogs.person import Language
from dialogs.showing import label, page_title, short_label, shown
from dialogs.view import Field, View

IN_TABLES: Final = frozenset(
    ("cost_what", "cost_party", "cost_year", "cost_nok", "applied", "own_money", "other_financing_nok")
)
"""What stands in the tables of the budget, and is not said again beside them."""


def answer_blocks(view: View, fields: Iterable[Field], language: Language) -> list[Block]:
    """Of what is answered; under a heading for each party or line that has its own page."""
    blocks: list[Block] = []
    page = ""
    facts: list[Fact] = []

    def flush() -> None:
        if facts:
            blocks.append(Facts(tuple(facts)))
            facts.clear()

    for field in fields:
        if not is_answered(view, field):
            continue
        instance = field.instance
        if instance.id != page:
            page = instance.id
            if instance.party or instance.line:
                flush()
                title = page_title(view, instance.page.name, instance.party, instance.line, language)
                blocks.append(Subheading(title))
        text = shown(view, field, language)
        if isinstance(field.question.kind, questions.Text) and field.question.kind.multiline:
            flush()
            blocks += [Subheading(label(view, field, language)), Words(text)]
        else:
            facts.append(Fact(short_label(view, field, language), text))
    flush()
    return blocks


def is_answered(view: View, field: Field) -> bool:
    """Whether there is something to show; whether one more line was wanted is no answer of its own."""
    answer = view.answer(field)
    return answer is not None and answer.is_valid and not field.question.asks_for_lines
