"""What the parties of the largest application tell each other is on cards that are valid and small enough."""

from __future__ import annotations

import pytest

from bot.app import load_context
from bot.cards.elements import Pen
from bot.cards.news import news_card
from bot.drawing import draw
from bot.settings import Settings
from dialogs.application import Application, Gathering, Gone
from dialogs.context import Context
from dialogs.effects import ChooseNews, ShowProposals, ShowStatus, ShowSummary
from dialogs.members import NEWS, Member
from dialogs.ownership import owner_of
from dialogs.person import LANGUAGES, Language
from dialogs.proposal import Proposal, Remark
from dialogs.reading import MAX_TYPED
from dialogs.view import View
from tests.card_validation import CardValidator
from tests.largest_application import AT, HEAVY, fill
from tests.test_largest_cards import EMPTY

pytest_plugins = ["tests.fixtures_teams"]

NAME = "Navn Navnesen " * 9


@pytest.fixture(scope="module")
def context() -> Context:
    return load_context(Settings())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signs", [HEAVY, "😀"], ids=["mixed", "emojis"])
def test_every_card_that_the_parties_get_of_each_other_is_valid_and_small_enough(
    context: Context, card_validator: CardValidator, language: Language, signs: str
) -> None:
    application = shared(context, signs)
    view = View(application, context)
    pen = Pen(context.texts, language, "t0123456789abcdef0123.12", "a0123456789abcdef")
    someone = application.members[1].person_id
    cards = [
        *draw(pen, view, context, ShowProposals(someone)),
        *draw(pen, view, context, ShowStatus(AT)),
        *draw(pen, view, context, ShowSummary(everything=True)),
        *(card for one in NEWS for card in draw(pen, view, context, ChooseNews(one, one))),
        *(card for one in NEWS for card in draw(pen, view, context, ChooseNews(one, one, is_here=True))),
        news_card(pen, view, "proposed", AT.isoformat(), someone),
        news_card(pen, view, "changed", "g1", someone),
        news_card(pen, view, "remark", application.remarks[0].key, someone),
        news_card(pen, view, "own_kept", application.proposals[0].slot, someone),
    ]
    assert None not in cards
    assert [problem for card in cards if card for problem in card_validator.problems(card)] == []


def shared(context: Context, signs: str) -> Application:
    """Everybody has proposed to everybody, has said something to it, and has taken something back."""
    filled = fill(EMPTY, context, signs)
    view = View(filled, context)
    members = [Member(person_id=f"of-{p.id}", name=NAME, joined_at=AT, party=p.id) for p in view.parties()]
    own = [field for field in view.fields if owner_of(view, field) is not None]
    proposals = [
        Proposal(slot=f.id, value=filled.value(f.id), by=m.person_id, party=m.party, at=AT)
        for f in own
        for m in members[:3]
    ]
    remarks = [
        Remark(slot=f.id, text=(signs * MAX_TYPED)[:MAX_TYPED], by=m.person_id, party=m.party, at=AT)
        for f in own[:12]
        for m in members[:3]
    ]
    return filled.model_copy(
        update={
            "members": (*filled.members, *members),
            "proposals": tuple(proposals),
            "remarks": tuple(remarks),
            "gatherings": (Gathering(id="g1", to=members[0].person_id, since=AT, due=AT),),
            "gone": tuple(Gone(what="cost", by="p1", at=AT) for _ in range(50)),
        }
    )
