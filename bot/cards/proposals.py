"""What the parties propose to each other, and what can be said to it."""

from __future__ import annotations

from bot.cards.elements import Json, Pen, beside, card, heading, labelled, near, parted, primary, small, words
from bot.cards.fitting import shortened
from bot.cards.summary import command
from bot.cards.waiting import SHOWN, proposed_text, proposer
from dialogs.effects import ShowProposals
from dialogs.events import Command
from dialogs.ownership import Open, is_in
from dialogs.proposal import Remark
from dialogs.proposing import BETWEEN, MOST_SHOWN, in_order
from dialogs.showing import label, shown
from dialogs.view import View

MOST_REMARKS = 2
"""The latest words to one proposal."""


def proposals_card(pen: Pen, view: View, effect: ShowProposals) -> Json:
    """Those to the viewer's party with what they can do, then those that wait for others, counted on."""
    viewer = view.application.member(effect.person_id)
    party = viewer.party if viewer is not None and viewer.is_contact else None
    every = in_order(view, viewer)
    own = [one for one in every if one.owner == party]
    others = every[len(own) :]
    body: list[Json] = [heading(pen.t("card-proposals"), level=1)]
    if not every:
        body.append(words(pen.t("card-no-proposals")))
    body += own_elements(pen, view, own)
    if others:
        body.append(parted(heading(pen.t("card-proposals-waiting"))))
    for number, one in enumerate(others[:MOST_SHOWN], len(own) + 1):
        waits = _waiting(pen, view, one, number)
        if viewer is not None and viewer.is_contact and view.application.is_draft:
            say = command(pen, Command.ANSWER_PROPOSAL, one.key)
            waits = beside([waits], say, pen.t("b-answer_proposal"))
        body += [waits, *_remarks(pen, view, one)]
    if len(others) > MOST_SHOWN:
        body.append(small(pen.t("card-more-proposals", count=len(others) - MOST_SHOWN)))
    return card(pen, body, [*accept_all(pen, own), command(pen, Command.SUMMARY)])


def own_elements(pen: Pen, view: View, own: list[Open]) -> list[Json]:
    made: list[Json] = []
    for number, one in enumerate(own[:MOST_SHOWN], 1):
        made.append(parted(_asked(pen, view, one, number)))
        actions = [primary(command(pen, Command.ACCEPT, one.key)), command(pen, Command.CHANGE, one.slot)]
        if not one.stands:
            field = view.field_by_id[one.slot]
            made.append(
                near(
                    labelled(
                        pen.t("card-you-answered"), shortened(pen, shown(view, field, pen.language), SHOWN)
                    )
                )
            )
            actions.append(command(pen, Command.KEEP_OWN, one.key))
        actions.append(command(pen, Command.ANSWER_PROPOSAL, one.key))
        made += [*_remarks(pen, view, one), {"type": "ActionSet", "actions": actions}]
    if len(own) > MOST_SHOWN:
        made.append(small(pen.t("card-more-proposals", count=len(own) - MOST_SHOWN)))
    return made


def accept_all(pen: Pen, own: list[Open]) -> list[Json]:
    """Those that are seen, where each is for a field of its own, so that all of them can be meant."""
    seen = own[:MOST_SHOWN]
    if len(seen) < 2 or len({one.slot for one in seen}) < len(seen):
        return []
    return [command(pen, Command.ACCEPT, BETWEEN.join(one.key for one in seen), title=pen.t("b-accept_all"))]


def remark_element(pen: Pen, view: View, remark: Remark) -> Json:
    name = view.application.name_of(remark.by) or pen.t("card-no-name")
    who = f"{name} ({view.party_name(remark.party)})" if remark.party else name
    return labelled(pen.t("card-says", name=who), shortened(pen, remark.text, SHOWN))


def _remarks(pen: Pen, view: View, one: Open) -> list[Json]:
    said = [remark for remark in view.application.remarks if remark.slot == one.slot]
    return [near(remark_element(pen, view, remark)) for remark in said[-MOST_REMARKS:]]


def _asked(pen: Pen, view: View, one: Open, number: int) -> Json:
    name = label(view, view.field_by_id[one.slot], pen.language)
    asked = pen.t("card-proposes", party=proposer(pen, view, one), value=proposed_text(pen, view, one))
    return labelled(f"{number}. {name}", asked)


def _waiting(pen: Pen, view: View, one: Open, number: int) -> Json:
    name = label(view, view.field_by_id[one.slot], pen.language)
    values = {"party": proposer(pen, view, one), "value": proposed_text(pen, view, one)}
    owner = view.party_name(one.owner)
    key = "card-waits-for" if is_in(view.application, one.owner) else "card-waits-for-nobody"
    return labelled(f"{number}. {name}", pen.t(key, owner=owner, **values))
