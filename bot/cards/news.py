"""News of an application for one of its people, drawn when they are sent: only what is still so, for who still may."""

from __future__ import annotations

from typing import assert_never

from bot.cards.elements import Json, Pen, card, labelled, primary, words
from bot.cards.members import claim_elements, decision_actions, told_title
from bot.cards.summary import command
from dialogs.effects import News
from dialogs.events import Command
from dialogs.members import Invitation
from dialogs.membership import may_admit
from dialogs.view import View


def news_card(pen: Pen, view: View, what: News, about: str, to: str) -> Json | None:
    """None where it is no longer so, or no longer for this person to know."""
    application, receiver = view.application, view.application.member(to)
    match what:
        case "declined":
            return card(Pen(pen.texts, pen.language, pen.key), [words(pen.t("card-news-declined"))])
        case _ if receiver is None:
            return None
        case "claim":
            invitation = _waiting(view, about)
            if invitation is None or not may_admit(application, invitation, receiver, view.context):
                return None
            body = [
                labelled(pen.t("card-about-application"), told_title(pen, application)),
                *claim_elements(pen, view, invitation, receiver),
                words(pen.t("card-admit-means")),
            ]
            return card(pen, body, decision_actions(pen, invitation))
        case "admitted":
            party = view.party_name(receiver.party) if receiver.party else pen.t("card-reader")
            body = [
                words(pen.t("card-news-admitted", party=party), bold=True),
                labelled(pen.t("card-about-application"), told_title(pen, application)),
            ]
            opens = primary(command(pen, Command.OPEN, application.id, title=pen.t("b-open")))
            return card(pen, body, [opens, command(pen, Command.MEMBERS)])
        case "joined":
            joined = application.member(about)
            if joined is None:
                return None
            party = view.party_name(joined.party) if joined.party else pen.t("card-reader")
            body = [
                words(pen.t("card-news-joined", name=joined.name, party=party)),
                labelled(pen.t("card-about-application"), told_title(pen, application)),
            ]
            return card(pen, body, [command(pen, Command.MEMBERS)])
        case _:
            assert_never(what)


def _waiting(view: View, about: str) -> Invitation | None:
    found = (one for one in view.application.invitations if one.id == about and one.state == "claimed")
    return next(found, None)
