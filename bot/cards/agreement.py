"""The agreement: its text, how each party stands to it, the second step, and what is told when one falls."""

from __future__ import annotations

from functools import partial

from bot.cards.document import document_bodies, in_pages, text_bodies
from bot.cards.elements import Json, Pen, box, card, heading, labelled, near, primary, words
from bot.cards.fitting import shortened
from bot.cards.summary import command
from dialogs.agreement.locking import FILES, WHOLE
from dialogs.agreement.standing import agreed, how_agreed, parties_stand
from dialogs.agreement.text import make
from dialogs.agreement.words import agreed_text, authority_texts, confirmation_text, stands_text
from dialogs.budget import budget_of
from dialogs.effects import ChooseConfirmer, ConfirmAgreement, ConfirmUnlocking, ShowAgreement, ShowConfirmed
from dialogs.events import Command
from dialogs.inviting import SIGNATORY
from dialogs.members import Member
from dialogs.texts.catalogues import moment, nok
from dialogs.view import View

MOST_REASON = 600


def agreement_cards(pen: Pen, view: View, effect: ShowAgreement) -> list[Json]:
    """The text first, where all of it is asked for; how the parties stand, and what the reader can do, last."""
    viewer = view.application.member(effect.person_id)
    bodies = _text_bodies(view) if effect.whole else []
    text = view.application.agreement.text
    tops = in_pages(
        pen, bodies, "card-agreement-text", code=text.code if text else pen.t("card-agreement-draft")
    )
    cards = [card(pen, [heading(top, level=1), *body]) for top, body in tops] if effect.whole else []
    return [*cards, _stands_card(pen, view, viewer, shows_text=effect.whole)]


def _text_bodies(view: View) -> list[list[Json]]:
    """As it was asked about: drawn, where it can still be drawn word for word."""
    made, text, kept = make(view), view.application.agreement.text, view.context.kept_text
    if text is not None and kept is not None and text.is_open is False and made.text_hash != text.text_hash:
        return text_bodies(text.code, kept.text)
    return document_bodies(made.document)


def _stands_card(pen: Pen, view: View, viewer: Member | None, *, shows_text: bool) -> Json:
    agreement = view.application.agreement
    body: list[Json] = [heading(pen.t("card-agreement"), level=1), _state(pen, view)]
    parties = parties_stand(view)
    if how_agreed(view) != "stated":
        shorten = partial(shortened, pen, room=MOST_REASON)
        for one in parties:
            body.append(near(labelled(one.party.name, stands_text(pen.texts, pen.language, one, shorten))))
        body.append(words(agreed_text(view, pen.language), bold=True))
    whole = command(pen, Command.AGREEMENT, WHOLE, title=pen.t("b-agreement_text"))
    files = [command(pen, Command.AGREEMENT, one, title=pen.t(f"b-agreement_{one}")) for one in FILES]
    body.append({"type": "ActionSet", "actions": files})
    actions = [] if shows_text else [whole]
    is_contact = viewer is not None and viewer.is_contact
    if how_agreed(view) == "stated" or not view.application.is_draft or viewer is None:
        return card(pen, body, actions)
    own = next((one for one in parties if one.party.id == viewer.party), None)
    is_named = own is not None and any(one.person_id == viewer.person_id for one in own.nominated)
    if agreement.is_locked and own is not None and own.confirmation is None and is_named:
        actions = [primary(command(pen, Command.CONFIRM)), command(pen, Command.REFUSE), *actions]
    if is_contact and not agreement.is_locked:
        actions = [primary(command(pen, Command.ASK_CONFIRMATION)), *actions]
    if is_contact and own is not None and own.confirmation is None:
        actions.append(command(pen, Command.NOMINATE))
    if is_contact and agreement.is_locked:
        actions += [command(pen, Command.PAPER), command(pen, Command.UNLOCK)]
    return card(pen, body, actions)


def _state(pen: Pen, view: View) -> Json:
    text = view.application.agreement.text
    if how_agreed(view) == "stated":
        return words(pen.t("m-agreement-only-stated"))
    if text is None:
        return words(pen.t("card-agreement-not-asked"))
    if text.is_open:
        return words(pen.t("card-agreement-open", code=text.code))
    return words(pen.t("card-agreement-locked", code=text.code, at=moment(pen.language, text.at)))


def confirm_agreement_card(pen: Pen, view: View, effect: ConfirmAgreement) -> Json:
    """Repeats just what is confirmed. Only a tap here, or a typed yes to it, confirms."""
    budget, text = budget_of(view), view.application.agreement.text
    party = view.party_name(effect.party)
    said = effect.statement
    own = {"applied": budget.total("applied", party=effect.party), "own": budget.own(effect.party)}
    body = [
        heading(pen.t("card-confirm-agreement"), level=1),
        labelled(pen.t("card-party"), party),
        labelled(pen.t("card-measure"), str(view.value("title") or "")),
        labelled(pen.t("card-agreement-code"), text.code if text is not None else ""),
        words(pen.t("card-party-money", party=party, **{k: nok(pen.language, v) for k, v in own.items()})),
        labelled(pen.t("card-confirmer"), ", ".join((said.name, said.role))),
        *(near(words(line)) for line in authority_texts(pen.texts, pen.language, said)),
    ]
    if effect.covers:
        names = ", ".join(view.party_name(one) for one in effect.covers)
        body.append(labelled(pen.t("card-covers"), names))
        body.append(near(words(effect.mandate)))
    if said.paper:
        body.append(labelled(pen.t("card-paper-where"), said.paper))
    body.append(words(pen.t("card-paper-means" if effect.form == "paper" else "card-confirming-means")))
    yes = pen.tap(
        pen.t("b-register-paper" if effect.form == "paper" else "b-confirm-for", party=party),
        "reply",
        t="confirming",
        y="yes",
        i=effect.about,
    )
    no = pen.tap(pen.t("b-not-now"), "reply", t="confirming", y="no", i=effect.about)
    first = f"{'paper_name' if effect.form == 'paper' else 'confirmer_name'}@{effect.party}"
    change = command(pen, Command.CHANGE, first, title=pen.t("b-change"))
    return card(pen, body, [primary(yes), change, no])


def confirm_unlocking_card(pen: Pen, view: View, effect: ConfirmUnlocking) -> Json:
    """«Da faller 3 bekreftelser: …»"""
    standing = view.application.agreement.standing
    body: list[Json] = [heading(pen.t("card-unlock"), level=1)]
    if standing:
        body.append(words(pen.t("card-will-fall", count=len(standing)), bold=True))
        body += [
            near(labelled(view.party_name(one.party), f"{one.statement.name}, {one.statement.role}"))
            for one in standing
        ]
    body.append(words(pen.t("card-unlock-means")))
    yes = pen.tap(pen.t("b-unlock-now"), "reply", t="unlocking", y="yes", i=effect.about)
    return card(pen, body, [yes, pen.tap(pen.t("b-no"), "reply", t="unlocking", y="no", i=effect.about)])


def choose_confirmer_card(pen: Pen, view: View, effect: ChooseConfirmer) -> Json:
    viewer = view.application.member(effect.person_id)
    party = viewer.party if viewer is not None else None
    own = view.application.people_of(party)
    body = [
        heading(pen.t("card-choose-confirmer"), level=1),
        words(pen.t("card-choose-confirmer-why", party=view.party_name(party or ""))),
        *(near(words(f"{number}. {one.name}")) for number, one in enumerate(own, 1)),
    ]
    named = [
        command(
            pen,
            Command.NOMINATE,
            one.person_id,
            title=pen.t("b-nominate-self") if one.person_id == effect.person_id else one.name,
        )
        for one in own[:10]
    ]
    invite = command(pen, Command.INVITE, SIGNATORY, title=pen.t("b-invite-signatory"))
    return card(pen, body, [*named, invite, command(pen, Command.PAPER)])


def confirmed_card(pen: Pen, view: View, effect: ShowConfirmed) -> Json:
    """A receipt: what was confirmed, and what it can be known by."""
    agreement = view.application.agreement
    one = next(each for each in agreement.confirmations if each.id == effect.confirmation)
    code = agreement.text.code if agreement.text is not None else ""
    body = [
        box([words(pen.t("card-confirmed", party=view.party_name(one.party)), bold=True)], "good"),
        words(confirmation_text(pen.texts, pen.language, one, of=one.party)),
        labelled(pen.t("card-agreement-code"), code),
        labelled(pen.t("card-fingerprint"), one.text_hash),
        words(pen.t("card-electronic" if one.form == "electronic" else "card-paper-kept")),
        words(agreed_text(view, pen.language), bold=True),
    ]
    ready = Command.SEND if agreed(view).confirmed == len(view.parties()) else Command.AGREEMENT
    return card(pen, body, [command(pen, ready)])
