"""Which field of a page a typed text is for: an amount is nobody's title, and the field just denied is asked anew."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from datetime import date

from dialogs import questions
from dialogs.reading import read
from dialogs.readings import Doubted, InThePast, Several, Taken
from dialogs.view import Field, View

LONGEST = 120
"""Characters; what a number, a date or an address needs, and less than people write by the way."""
_OF_FIGURES = (
    questions.Nok | questions.FullTimeEquivalents | questions.Hours | questions.Day | questions.Phone
)
_WORDS = re.compile(r"[^\W\d_]+")
_OF_AMOUNTS = frozenset(("kr", "nok", "kroner", "kronar", "k", "tkr", "mill", "mnok", "millioner", "tusen"))


def meant_field(view: View, asked: Field, text: str, today: date) -> Field:
    """`asked`, unless it cannot hold the text and just one other field of its page can."""
    if len(text) > LONGEST or "\n" in text or not _is_out_of_place(view, asked, text, today):
        return asked
    others = [
        field
        for field in view.fields_of(asked.instance)
        if field is not asked and not field.question.by_year and _can_hold(view, field, text, today)
    ]
    return others[0] if len(others) == 1 else asked


def _is_out_of_place(view: View, asked: Field, text: str, today: date) -> bool:
    match asked.question.kind:
        case questions.Text(multiline=multiline):
            return not multiline and (is_of_figures(text) or _is_address(text))
        case questions.Choice() | questions.Choices():
            return not _reads(view, asked, text, today)
        case _:
            return False


def _can_hold(view: View, field: Field, text: str, today: date) -> bool:
    match field.question.kind:
        case questions.Email():
            return _reads(view, field, text, today)
        case questions.Choice():
            return not is_of_figures(text) and _reads(view, field, text, today)
        case kind if isinstance(kind, _OF_FIGURES):
            return is_of_figures(text) and _reads(view, field, text, today)
        case _:
            return False


def _reads(view: View, field: Field, text: str, today: date) -> bool:
    return isinstance(read(view, field, text, today), Taken | Doubted | InThePast | Several)


def is_of_figures(text: str) -> bool:
    """Nothing but figures and what stands with them: «750 000», «kr 60.000,-», «00 00 00 00»."""
    return any(sign.isdigit() for sign in text) and _OF_AMOUNTS.issuperset(_WORDS.findall(text.casefold()))


def _is_address(text: str) -> bool:
    return "@" in text and not text.split()[1:]
