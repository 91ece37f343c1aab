"""What a step says on the web page: the same cards as in Teams, for the page that follows the deed."""

from __future__ import annotations

from collections.abc import Mapping

from bot.activities import Incoming
from bot.cards.elements import Pen
from bot.delivery.state import NOTHING_YET
from bot.drawing import draw
from bot.replies import FileOffers, Replies
from dialogs.context import Context
from dialogs.effects import (
    AskPage,
    ConfirmAgreement,
    Effect,
    ShowAgreement,
    ShowAnswers,
    ShowApplications,
    ShowChanged,
    ShowMembers,
    ShowNeeded,
    ShowPart,
    ShowProposals,
    ShowStatus,
    ShowSummary,
)
from dialogs.moment import Step
from dialogs.person import Person
from knowledge.library import EMPTY, Library

PAGES_OF_THEIR_OWN = (
    ShowAgreement
    | ShowAnswers
    | ShowApplications
    | ShowChanged
    | ShowMembers
    | ShowNeeded
    | ShowPart
    | ShowProposals
    | ShowStatus
    | ShowSummary
)
"""Shown by the page itself whenever it is opened, and so not once more above it."""
PLACE_IN_TEAMS = (
    "open_application",
    "shown",
    "changing",
    "back_to_summary",
    "budget_before",
    "asks_what_follows",
)
"""Where somebody is in their chat: what they do on the web page must not change what a text typed there answers."""


def on_the_web(
    step: Step,
    before: Person,
    incoming: Incoming,
    context: Context,
    *,
    offers: FileOffers,
    turn_id: str,
    delivery: Mapping[str, str] = NOTHING_YET,
    library: Library = EMPTY,
) -> Replies:
    """No rows: a page waits for the answer. `asks` is the page of the form that comes next, "" for none; `confirms`
    says that the agreement's second step does."""
    view = step.view_in(context)
    pen = Pen(context.texts, step.person.language, turn_id, step.application.id if step.application else "")
    effects: list[Effect] = [*([step.replacement] if step.replacement is not None else []), *step.effects]
    asks = ""
    cards = []
    confirms = False
    for effect in effects:
        if isinstance(effect, AskPage):
            asks = effect.instance
        elif isinstance(effect, ConfirmAgreement):
            confirms = True
        elif not isinstance(effect, PAGES_OF_THEIR_OWN):
            cards += draw(pen, view, context, effect, delivery, library)
    person = step.person
    if before.conversation is not None:
        person = person.model_copy(update={name: getattr(before, name) for name in PLACE_IN_TEAMS})
    return Replies((), person, {"cards": cards, "asks": asks, "confirms": confirms})
