"""The tables of the budget as an empty Excel file, under the headers by which they are read back."""

from __future__ import annotations

from datetime import UTC, datetime

from dialogs.column_words import OF_PARTY
from dialogs.context import Context
from dialogs.person import Language
from storage.filing.workbook import Column, Sheet, Workbook, render_workbook

RELEASE = datetime(2026, 11, 30, tzinfo=UTC)
"""A fixed time: the same tables are the same file."""
WIDTHS = {"what": 44, "party": 30, "year": 10}


def budget_xlsx(context: Context, language: Language) -> bytes:
    """Some tens of milliseconds: call it off the event loop."""

    def columns(*roles: str) -> tuple[Column, ...]:
        """Under the first of the words that each column may be called."""
        phrases = (context.texts.phrases(language, f"c-column-{role}")[0] for role in roles)
        return tuple(
            Column(phrase[:1].upper() + phrase[1:], WIDTHS.get(role, 22))
            for role, phrase in zip(roles, phrases, strict=True)
        )

    costs = columns("what", "party", "year", "amount")
    shares = columns("party", "year", *OF_PARTY)
    say = context.texts.say
    return render_workbook(
        Workbook(
            say(language, "card-budget-offer"),
            (
                Sheet(say(language, "s-budget"), costs, ()),
                Sheet(say(language, "d-shares"), shares, ()),
            ),
        ),
        created=RELEASE,
    )
