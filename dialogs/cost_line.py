"""«Sykepleier, Kvinesdal, 2027, 325 000»: one typed line for all that a page asks about one amount."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from datetime import date

from dialogs import questions
from dialogs.meant_field import is_of_figures
from dialogs.party_names import PartyNames, party_meant
from dialogs.reading import read
from dialogs.reading_choices import choose_one
from dialogs.readings import Wrong
from dialogs.view import Field, View

LONGEST = 300
MOST_AT_ONCE = 30
"""Lines; more are pasted as a table."""
_YES = re.compile(r"(?:ja|jepp|jo|yes)[,.:;]?\s+(?=\S)", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;]\s+")


def over_cost(view: View, asked: Field, text: str, today: date) -> dict[str, str]:
    """Slot -> its part of the line, by what each part is; empty when the text is no such line.

    Only where what the amount is for is asked, and one part is an amount and nothing else.
    """
    fields = view.fields_of(asked.instance)
    amounts = [f for f in fields if isinstance(f.question.kind, questions.Nok)]
    if asked.id != fields[0].id or len(amounts) != 1 or len(text) > LONGEST or "\n" in text:
        return {}
    if not isinstance(asked.question.kind, questions.Text):
        return {}
    choices = [f for f in fields if isinstance(f.question.kind, questions.Choice)]
    raw: dict[str, str] = {}
    rest: list[str] = []
    for part in _BETWEEN.split(text):
        chosen = next((f for f in choices if f.id not in raw and _names_option(view, f, part)), None)
        if rest and chosen is not None:
            raw[chosen.id] = party_meant(view, chosen, part)
        elif rest and _is_amount(view, amounts[0], part, today):
            if amounts[0].id in raw:
                return {}
            raw[amounts[0].id] = part
        else:
            rest.append(part)
    return {asked.id: ", ".join(rest), **raw} if rest and amounts[0].id in raw else {}


def over_costs(view: View, asked: Field, text: str, today: date) -> list[dict[str, str]]:
    """Several costs under each other, or one more said where it is asked whether there are more: «ja, Lege, …».

    Question -> its part, for each; empty unless every line is a cost.
    """
    page = asked.question.asks_for_lines
    lines = [one.strip() for one in text.strip().split("\n") if one.strip()]
    if page:
        lines = [_YES.sub("", lines[0], count=1), *lines[1:]] if lines else []
        instance = next((one for one in view.instances() if one.page.name == page), None)
        first = view.fields_of(instance)[0] if instance is not None else None
    else:
        first = asked if len(lines) > 1 else None
    if first is None or first.instance.line is None or not lines or len(lines) > MOST_AT_ONCE:
        return []
    read_lines = [over_cost(view, first, line, today) for line in lines]
    if not all(read_lines):
        return []
    return [{view.field_by_id[slot].question.name: raw for slot, raw in one.items()} for one in read_lines]


def _names_option(view: View, asked: Field, part: str) -> bool:
    """By name: a number alone is not the place in a list here."""
    kind = asked.question.kind
    if isinstance(kind, questions.Choice) and kind.options == "parties":
        return len(PartyNames(view).named(part)) == 1
    is_option = any(part == code for code, _ in view.options(asked))
    return is_option or (not part.isdigit() and choose_one(view, asked, part) is not None)


def _is_amount(view: View, amount: Field, part: str, today: date) -> bool:
    is_plain = is_of_figures(part) and "%" not in part
    return is_plain and not isinstance(read(view, amount, part, today), Wrong)
