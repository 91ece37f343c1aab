"""What a typed text says to what was asked: yes or no, a button's own words, or a choice by number or name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dialogs.brought import SheetCosts
from dialogs.party_names import LONGEST_NAME, PartyNames
from dialogs.person import (
    LANGUAGES,
    Belonging,
    Inquiring,
    Person,
    Suggested,
    TakingIn,
    Which,
    WhichField,
    WhichSheets,
    Wording,
    Writing,
)
from dialogs.reading_choices import Phrases as Named
from dialogs.reading_choices import choose_among, fold
from dialogs.showing import label
from dialogs.table_costs import missing_everywhere
from dialogs.taking_files import ALL_SHEETS
from dialogs.texts.catalogues import Texts
from dialogs.view import View

YES, NO = "yes", "no"
_SAID: Mapping[str, Mapping[str, Sequence[str]]] = {
    "": {YES: ("c-yes", "b-yes"), NO: ("c-no", "b-no")},
    "meant": {YES: ("c-meant-answer", "b-meant-answer"), NO: ("c-meant-question", "b-meant-question")},
    "sending": {YES: ("b-send-now",), NO: ("b-wait",)},
    "differs": {YES: ("b-use_mine",), NO: ("b-keep_stored",)},
    "taking_in": {
        "add": ("c-add-lines", "b-add_lines"),
        "replace": ("c-replace-lines", "b-replace_lines"),
        "correct": ("c-correct-table", "b-correct_table"),
        "answer": ("b-meant-answer",),
        YES: ("b-take_in",),
        NO: ("b-leave_table",),
    },
    "which_sheets": {
        ALL_SHEETS: ("c-all-sheets", "b-all_sheets"),
        NO: ("b-leave_table",),
    },
    "undoing": {YES: ("b-undo-yes", "b-redo-yes"), NO: ("b-undo-no",)},
    "forwarding": {YES: ("b-send_inquiry",), NO: ("b-keep_inquiry",)},
    "suggested": {NO: ("c-none_of_these", "b-none_of_these"), **{n: (f"c-number-{n}",) for n in "123"}},
}
"""Type of what was asked, "" for all -> reply -> keys of the words for it."""

Replies = Mapping[str, Mapping[str, str]]
"""Type of what was asked -> folded phrase -> reply."""


def replies_of(texts: Texts) -> Replies:
    def said(key: str) -> Iterator[str]:
        return (fold(p) for language in LANGUAGES for p in texts.phrases(language, key))

    return {
        asked: {phrase: reply for reply, keys in replies.items() for key in keys for phrase in said(key)}
        for asked, replies in _SAID.items()
    }


def reply_in(
    text: str, person: Person, view: View | None, replies: Replies, communities: Named | None = None
) -> str:
    """ "yes", "no", a choice's code, or "" when the text is something else."""
    said = fold(text)
    pending = person.pending
    match pending:
        case None | Inquiring() | Writing() | Wording():
            return ""
        case Suggested(entries=entries):
            return _suggested(said, [entry.id for entry in entries], replies)
        case Belonging():
            return choose_among(communities or {}, text) or ""
        case Which(choices=choices, text=near):
            named = _place(said, choices, view)
            agreed = choices[0] if near and len(choices) == 1 and replies[""].get(said) == YES else ""
            return named or agreed or (NO if replies[""].get(said) == NO else "")
        case WhichField(slots=slots):
            return _field(said, slots, view) or (NO if replies[""].get(said) == NO else "")
        case WhichSheets(costs=costs):
            plain = replies[pending.type].get(said, "")
            return plain or _sheet(said, costs) or (NO if replies[""].get(said) == NO else "")
        case TakingIn():
            plain = replies[pending.type].get(said) or replies[""].get(said, "")
            return plain or _chosen_for_lines(pending, text, view)
        case _:
            return replies.get(pending.type, {}).get(said) or replies[""].get(said, "")


def _chosen_for_lines(pending: TakingIn, text: str, view: View | None) -> str:
    """Whose the costs are, or which year they fall in, where the table does not say it."""
    if view is None or len(text) > LONGEST_NAME:
        return ""
    missing = missing_everywhere(view, pending.brought)
    named = PartyNames(view).named(text) if "cost_party" in missing else ()
    if len(named) == 1:
        return named[0]
    is_year = "cost_year" in missing and text in [str(year) for year in view.years()]
    return text if is_year else ""


def _sheet(said: str, costs: Sequence[SheetCosts]) -> str:
    """By its number in the list, or its name."""
    named = [str(one.at) for one in costs if fold(one.name) == said]
    return named[0] if len(named) == 1 else _numbered(said, [str(one.at) for one in costs])


def _suggested(said: str, entries: Sequence[str], replies: Replies) -> str:
    """By its number, as «2», «nr. 2» or «den andre»; «ja» to the only one, «nei» to them all."""
    counted = replies["suggested"].get(said.rstrip(")"), "")
    plain = replies[""].get(said, "")
    if counted == NO or plain == NO:
        return NO
    if plain == YES and len(entries) == 1:
        return entries[0]
    return _numbered(counted, entries)


def _numbered(said: str, choices: Sequence[str]) -> str:
    is_number = said.isascii() and said.isdigit() and len(said) < 3
    return choices[int(said) - 1] if is_number and 1 <= int(said) <= len(choices) else ""


def _place(said: str, choices: Sequence[str], view: View | None) -> str:
    """By its number in the list, its name or its county."""
    if view is None:
        return ""
    known = view.context.municipalities
    places = {number: known[number] for number in choices if number in known}
    by_name = [n for n, place in places.items() if said in (fold(place.label), fold(place.name))]
    by_county = [n for n, place in places.items() if said == fold(place.county)]
    named = by_name if len(by_name) == 1 else by_county
    return _numbered(said, choices) or (named[0] if len(named) == 1 else "")


def _field(said: str, slots: Sequence[str], view: View | None) -> str:
    """By its number in the list, or by what tells it from the others, in any language."""
    if view is None or not said:
        return ""
    fields = [view.field_by_id[slot] for slot in slots if slot in view.field_by_id]
    labels = {f.id: [fold(label(view, f, language)) for language in LANGUAGES] for f in fields}
    for named in (
        [slot for slot, names in labels.items() if said in names],
        [slot for slot, names in labels.items() if any(said in name for name in names)],
    ):
        if len(named) == 1:
            return named[0]
    return _numbered(said, slots)
