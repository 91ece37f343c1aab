"""A sentence with its buttons, and where it needs them, people's words set apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from bot.cards.elements import Json, Pen, box, card, labelled, primary, words
from bot.cards.fitting import shortened
from bot.cards.people import person_name
from dialogs.effects import Button, Say
from dialogs.events import Command
from dialogs.places import Community
from dialogs.showing import community_name, label, on_button, shown, value_text
from dialogs.texts.catalogues import day, minute, moment
from dialogs.view import View

Named = Mapping[str, Community]
NO_NAMES: Named = MappingProxyType({})
ONWARD = (Command.START, Command.RESUME, Command.SEND)


def say_card(pen: Pen, view: View | None, effect: Say, communities: Named = NO_NAMES) -> Json:
    said = sentence(pen, view, effect, communities)
    # Without values it is all ours, and each line of it a paragraph.
    paragraphs = [said] if effect.values else said.split("\n")
    color = "Attention" if effect.tone == "attention" else None
    body: list[Json] = [words(text, color=color, bold=effect.tone == "good") for text in paragraphs]
    if effect.key == "spread" and view is not None:
        body += _lines(pen, view, str(effect.values["list"]))
    if effect.quote:
        quote = shortened(pen, effect.quote, is_kept=effect.is_kept)
        body.append(box([labelled(effect.quote_of or pen.t("card-you-wrote"), quote)]))
    return card(pen, body, [button(pen, view, b) for b in effect.buttons])


def sentence(pen: Pen, view: View | None, effect: Say, communities: Named = NO_NAMES) -> str:
    """The sentence, with slots told by name and values as people write them."""
    values = {k: v for k, v in effect.values.items() if k != "list"}
    if "question" in values and view is not None:
        values["question"] = _question(pen, view, str(values["question"]))
    slot = str(values.pop("slot", ""))
    field = view.field_by_id.get(slot) if view is not None and slot else None
    if str(values.get("community")) in communities:
        values["community"] = communities[str(values["community"])].name.in_language(pen.language)
    elif "community" in values and view is not None:
        values["community"] = community_name(view, str(values["community"]), pen.language)
    if "deadline" in values:
        values["deadline"] = _moment(str(values["deadline"]), pen)
    if "changed_at" in values:
        values["at"] = minute(pen.language, datetime.fromisoformat(str(values.pop("changed_at"))))
    if "changed_by" in values and view is not None:
        values["by"] = person_name(pen, view, str(values.pop("changed_by")))
    if field is not None and view is not None:
        if "value" in values:
            values["amount"] = value_text(view, field, values.pop("value"), pen.language)
        else:
            answer = view.answer(field)
            half = answer.raw if answer is not None else ""
            values["stored"] = shown(view, field, pen.language) or half
    return pen.t(f"m-{effect.key}", **values)


def _question(pen: Pen, view: View, slot: str) -> str:
    """As it is asked, and for which of several."""
    field = view.field_by_id.get(slot)
    if field is None:
        return ""
    asked = pen.t(f"q-{field.question.name}")
    is_of_several = bool(field.slot.party or field.slot.line or field.slot.year)
    return f"{asked} ({label(view, field, pen.language)})" if is_of_several else asked


def _moment(iso: str, pen: Pen) -> str:
    """A day, or a time where the deadline has one."""
    return moment(pen.language, datetime.fromisoformat(iso)) if "T" in iso else day(pen.language, iso)


def _lines(pen: Pen, view: View, pairs: str) -> list[Json]:
    lines = []
    for pair in pairs.split(" "):
        slot, _, value = pair.partition("=")
        field = view.field_by_id.get(slot)
        if field is not None:
            lines.append(
                labelled(label(view, field, pen.language), value_text(view, field, int(value), pen.language))
            )
    return lines


def button(pen: Pen, view: View | None, wanted: Button) -> Json:
    title = wanted.label or pen.t(f"b-{wanted.words}")
    if title.startswith("field:") and view is not None:
        field = view.field_by_id.get(title.removeprefix("field:"))
        title = on_button(label(view, field, pen.language)) if field is not None else pen.t("b-change")
    if wanted.command is not None:
        argument = {"x": wanted.argument} if wanted.argument else {}
        tap = pen.tap(title, "command", c=str(wanted.command), **argument)
        return primary(tap) if wanted.command in ONWARD else tap
    return pen.tap(title, "reply", t=wanted.reply_to, y=wanted.reply, i=wanted.about)
