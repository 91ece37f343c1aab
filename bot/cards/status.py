"""How far an application has come: who is in and invited, what each party lacks, and how long there is."""

from __future__ import annotations

from bot.cards.elements import Json, Pen, card, heading, parted, primary, words
from bot.cards.members import party_lines
from bot.cards.summary import MOST_GAPS, command, gap_elements
from dialogs.effects import ShowStatus
from dialogs.events import Command
from dialogs.places import days_left
from dialogs.progress import gaps
from dialogs.view import View


def status_card(pen: Pen, view: View, effect: ShowStatus) -> Json:
    answered = sum(1 for f in view.fields if (a := view.answer(f)) is not None and a.is_valid)
    days = days_left(view.call, effect.at) if view.application.is_draft else None
    first_gap, *more_gaps = gap_elements(pen, view, most=MOST_GAPS, may_write=effect.may_write)
    body = [
        heading(pen.t("card-status"), level=1),
        words(str(view.value("title") or pen.t("card-untitled")), bold=True),
        words(pen.t("card-answered", answered=answered, all=len(view.fields))),
        *([words(pen.t("card-days-left", days=days))] if days is not None else []),
        *party_lines(pen, view, effect.at),
        parted(first_gap),
        *more_gaps,
    ]
    on: list[Json] = []
    if view.application.is_draft and effect.may_write:
        on = [primary(command(pen, Command.RESUME if gaps(view) else Command.SEND))]
    on += [command(pen, Command.SUMMARY), command(pen, Command.MEMBERS)]
    return card(pen, body, [*on, command(pen, Command.HISTORY)] if effect.may_write else on)
