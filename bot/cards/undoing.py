"""Asks before a change is taken back, or made again: each field from what stands to what would."""

from __future__ import annotations

from typing import Any

from bot.cards.elements import Json, Pen, card, heading, labelled, primary, small
from bot.cards.history import content_text, slot_label
from dialogs.application import Answer
from dialogs.effects import ConfirmUndoing
from dialogs.view import View

MOST_FIELDS = 12


def undoing_card(pen: Pen, view: View, effect: ConfirmUndoing) -> Json:
    deed = effect.deed
    body = [heading(pen.t("card-redo" if effect.is_redo else "card-undo"), level=1)]
    for one in deed.fields[:MOST_FIELDS]:
        now = content_text(pen, view, one.slot, _content(view.application.answers.get(one.slot)))
        then = content_text(pen, view, one.slot, _content(one.answer))
        body.append(labelled(slot_label(pen, view, one.slot), f"{now} → {then}"))
    if len(deed.fields) > MOST_FIELDS:
        body.append(small(pen.t("card-undo-more", count=len(deed.fields) - MOST_FIELDS)))
    for lines in deed.lines:
        if pen.texts.has(pen.language, f"p-{lines.page}"):
            counts = pen.t("card-history-lines", old=len(lines.new), new=len(lines.old))
            body.append(labelled(pen.t(f"p-{lines.page}"), counts))
    for settled in deed.proposals[:MOST_FIELDS]:
        name = pen.t("card-history-proposed", field=slot_label(pen, view, settled.slot))
        content = {"value": settled.value, "raw": "", "problem": None}
        body.append(labelled(name, content_text(pen, view, settled.slot, content)))
    yes_words = pen.t("b-redo-yes" if effect.is_redo else "b-undo-yes")
    yes = pen.tap(yes_words, "reply", t="undoing", y="yes", i=effect.about)
    no = pen.tap(pen.t("b-undo-no"), "reply", t="undoing", y="no", i=effect.about)
    return card(pen, body, [primary(yes), no])


def _content(answer: Answer | None) -> Any:
    if answer is None:
        return None
    return {"value": answer.value, "raw": answer.raw, "problem": answer.problem}
