"""The history of an application: who changed what, when, from what to what, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.cards.elements import Json, Pen, card, heading, labelled, small, words
from bot.cards.fitting import shortened
from bot.cards.people import person_name
from bot.cards.summary import command
from dialogs.effects import HistoryLine, ShowHistory
from dialogs.events import Command
from dialogs.fields import any_field
from dialogs.showing import label, value_text
from dialogs.standing import has_shape
from dialogs.texts.catalogues import moment
from dialogs.view import View

ROOM = 500
"""For each of the two values of a line."""
DOORS = ("web", "paper")
"""Where something came from that did not come from the chat, as the audit names it."""
OF_AGREEMENT = ("agreement", "confirmers", "confirmation", "refusal")
KINDS = ("created", "status", "case_number", "deletion", "members", "invitations", *OF_AGREEMENT, "other")
"""What the audit tells of beside answers, that is told by one word; what is not known is told as something else."""
MOST_PARTS = 4
"""Of one line that tells of several things, as proposals for many fields."""


def history_card(pen: Pen, view: View, effect: ShowHistory) -> Json:
    body: list[Json] = [
        heading(pen.t("card-history"), level=1),
        words(str(view.value("title") or pen.t("card-untitled")), bold=True),
        *(_line(pen, view, line) for line in effect.lines),
    ]
    on: list[Json] = []
    oldest = effect.lines[-1].seq if effect.lines else 1
    if oldest > 1:
        body.append(small(pen.t("card-history-older", number=str(oldest))))
        on = [command(pen, Command.HISTORY, str(oldest), title=pen.t("b-history-older"))]
    return card(pen, body, [*on, command(pen, Command.SUMMARY)])


def _line(pen: Pen, view: View, line: HistoryLine) -> Json:
    door = pen.t(f"card-history-door-{line.door}") if line.door in DOORS else ""
    when = f"{line.seq}. {moment(pen.language, line.at)}, {person_name(pen, view, line.person)}{door}"
    return labelled(when, "\n".join(_told(pen, view, line)))


def _told(pen: Pen, view: View, line: HistoryLine) -> Iterator[str]:
    if any_field(view.context.form, line.field) is not None:
        yield _changed(slot_label(pen, view, line.field), *_contents(pen, view, line))
        return
    erased = pen.t("card-history-erased")
    try:
        parts = list(_part(pen, view, line)) if not line.is_erased else []
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        parts = []  # of a release that told it otherwise
    if not parts:
        yield f"{_kind(pen, line.field)}: {erased}" if line.is_erased else _kind(pen, line.field)
    yield from (shortened(pen, part, ROOM) for part in parts[:MOST_PARTS])
    if len(parts) > MOST_PARTS:
        yield pen.t("card-more-changes", count=len(parts) - MOST_PARTS)


def _contents(pen: Pen, view: View, line: HistoryLine) -> tuple[str, str]:
    if line.is_erased:
        return pen.t("card-history-erased"), pen.t("card-history-erased")
    return content_text(pen, view, line.field, line.old), content_text(pen, view, line.field, line.new)


def content_text(pen: Pen, view: View, slot: str, content: Any) -> str:
    """What stood in a slot, as the audit keeps it: {"value", "raw", "problem"} or None."""
    if not isinstance(content, dict):
        return pen.t("card-history-nothing")
    value, raw = content.get("value"), str(content.get("raw") or "")
    if content.get("problem") is None:
        return shortened(pen, _value(pen, view, slot, value), ROOM)
    if not raw:
        return pen.t("card-history-nothing")
    return pen.t("card-history-unread", text=shortened(pen, raw, ROOM))


def _value(pen: Pen, view: View, slot: str, value: Any) -> str:
    field = any_field(view.context.form, slot)
    if field is None or not has_shape(field.question.kind, value):
        return pen.t("card-history-nothing") if value is None else str(value)
    return value_text(view, field, value, pen.language)


def _changed(name: str, old: str, new: str) -> str:
    return f"{name}: {old} → {new}"


def slot_label(pen: Pen, view: View, slot: str) -> str:
    field = any_field(view.context.form, slot)
    return label(view, field, pen.language) if field else pen.t("card-history-no-longer-asked")


def _kind(pen: Pen, name: str) -> str:
    name = name.partition(" ")[0]
    return pen.t(f"card-history-kind-{name if name in KINDS else 'other'}")


def _part(pen: Pen, view: View, line: HistoryLine) -> Iterator[str]:
    """What is no answer: random ids in it become names, or are left out."""
    old, new = line.old, line.new
    match line.field:
        case "status":
            before, after = pen.t(f"card-history-status-{old}"), pen.t(f"card-history-status-{new}")
            yield _changed(pen.t("card-history-kind-status"), before, after)
        case "case_number":
            yield f"{pen.t('card-history-kind-case_number')}: {new}"
        case "submission":
            yield pen.t("card-history-submission", version=str(new["version"]))
        case "lines":
            for page in dict.fromkeys((*old, *new)):
                count_before, count_after = len(old.get(page, ["1"])), len(new.get(page, ["1"]))
                if old.get(page) != new.get(page) and pen.texts.has(pen.language, f"p-{page}"):
                    counts = pen.t("card-history-lines", old=count_before, new=count_after)
                    yield f"{pen.t(f'p-{page}')}: {counts}"
        case "proposals":
            for slot, value, *_ in (one for one in new if one not in old):
                proposed = pen.t("card-history-proposed", field=slot_label(pen, view, slot))
                yield f"{proposed}: {shortened(pen, _value(pen, view, slot, value), ROOM)}"
            for slot, *_ in (one for one in old if one not in new):
                yield pen.t("card-history-proposal-settled", field=slot_label(pen, view, slot))
        case "remarks":
            for slot, _, text in new:
                said = pen.t("card-history-remark", field=slot_label(pen, view, slot))
                yield f"{said}: {shortened(pen, text, ROOM)}"
        case "members":
            people = dict.fromkeys(one[0] for one in (*new, *old) if one not in old or one not in new)
            yield f"{pen.t('card-history-kind-members')}: {', '.join(person_name(pen, view, one) for one in people)}"
        case _:
            return
