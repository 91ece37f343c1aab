"""Whose word an answer is: what stands beside answers that wait for the party whose field it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.elements import Json, Pen, near, small
from bot.cards.fitting import shortened
from dialogs.ownership import Open, is_in, open_at, owner_of
from dialogs.showing import label, short_label, value_text
from dialogs.view import Field, View

SHOWN = 300
"""Of a text that stands with others like it on one card, as Teams counts."""


def waiting_notes(pen: Pen, view: View, fields: Sequence[Field]) -> list[Json]:
    """Beside answers: which of them are another party's word, and what else is proposed. Nothing for most."""
    found = [
        one for field in fields if (owner := owner_of(view, field)) for one in open_at(view, field, owner)
    ]
    given = [one for one in found if one.stands and one.party is not None]
    made = []
    for owner, party in dict.fromkeys((one.owner, one.party) for one in given):
        theirs = [one.slot for one in given if (one.owner, one.party) == (owner, party)]
        is_joined = is_in(view.application, owner)
        said = {"owner": view.party_name(owner), "party": view.party_name(party or "")}
        if len(theirs) == sum(1 for field in fields if (a := view.answer(field)) is not None and a.is_valid):
            key = "card-proposed-by" if is_joined else "card-stated-by"
        else:
            key = "card-proposed-by-some" if is_joined else "card-stated-by-some"
            names = (short_label(view, view.field_by_id[slot], pen.language) for slot in theirs)
            said["fields"] = ", ".join(names)
        made.append(near(small(pen.t(key, **said))))
    for one in found:
        if not one.stands:
            text = pen.t(
                "card-also-proposed",
                field=label(view, view.field_by_id[one.slot], pen.language),
                party=proposer(pen, view, one),
                value=proposed_text(pen, view, one),
            )
            made.append(near(small(text)))
    return made


def proposer(pen: Pen, view: View, one: Open) -> str:
    """The party; where whoever gave it belongs to none, themselves."""
    if one.party is not None:
        return view.party_name(one.party)
    return view.application.name_of(one.by) or pen.t("card-no-name")


def proposed_text(pen: Pen, view: View, one: Open) -> str:
    field = view.field_by_id[one.slot]
    return shortened(pen, value_text(view, field, one.value, pen.language), SHOWN)
