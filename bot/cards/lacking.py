"""What is missing from whom: of each party its own fields, by the names that people call them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.cards.elements import Pen
from dialogs.progress import gaps
from dialogs.showing import short_label
from dialogs.view import View

MOST_NAMED = 5


def missing_by_party(pen: Pen, view: View) -> Mapping[str | None, Sequence[str]]:
    """None for what is common to all. A page of which several fields are missing is named once, by its title."""
    missing: dict[str | None, dict[str, list[str]]] = {}
    waiting: dict[str, int] = {}
    unconfirmed: list[str] = []
    for gap in gaps(view):
        field = view.field_by_id.get(gap.slot)
        if gap.code == "proposed":
            owner = str(gap.values["owner"])
            waiting[owner] = waiting.get(owner, 0) + 1
        elif gap.code == "unconfirmed":
            unconfirmed.append(str(gap.values["owner"]))
        elif field is not None and gap.code in ("missing", "wrong"):
            pages = missing.setdefault(field.slot.party, {})
            pages.setdefault(field.instance.page.name, []).append(short_label(view, field, pen.language))
    named: dict[str | None, list[str]] = {
        party: [names[0] if len(names) == 1 else pen.t(f"p-{page}") for page, names in pages.items()]
        for party, pages in missing.items()
    }
    for owner, count in waiting.items():
        named.setdefault(owner, []).append(pen.t("card-lacks-answers", count=count))
    for owner in unconfirmed:
        named.setdefault(owner, []).append(pen.t("card-lacks-confirmation"))
    return named


def lacks_text(pen: Pen, names: Sequence[str], days: int | None) -> str:
    """«Mangler: Årsverk, Bekreftelse – 6 dager igjen»."""
    if not names:
        return pen.t("card-party-lacks-nothing")
    what = ", ".join(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        what = pen.t("card-list-more", list=what, count=len(names) - MOST_NAMED)
    return pen.t("card-lacks", what=what) if days is None else pen.t("card-lacks-until", what=what, days=days)
