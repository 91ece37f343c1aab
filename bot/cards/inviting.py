"""Whom to invite, the code to do it with, and who waits to be let in, as people see it."""

from __future__ import annotations

from urllib.parse import quote

from bot.cards.elements import Json, Pen, beside, card, heading, labelled, near, parted, primary, small, words
from bot.cards.summary import command
from dialogs.context import Context
from dialogs.effects import ConfirmAdmitting, ShowCode, ShowLinkCode
from dialogs.events import Command
from dialogs.inviting import SECRETARIAT
from dialogs.members import Claim, Invitation, Member
from dialogs.membership import tenants_of
from dialogs.texts.catalogues import moment
from dialogs.view import View

MOST_BUTTONS = 6


def choose_party_card(pen: Pen, view: View) -> Json:
    parties = view.parties()
    body = [words(pen.t("card-which-party"), bold=True), small(pen.t("card-which-party-why"))]
    if len(parties) <= MOST_BUTTONS:
        return card(pen, body, [command(pen, Command.PARTY, p.id, title=p.name) for p in parties])
    choices = [{"title": party.name, "value": party.id} for party in parties]
    body.append(
        {
            "type": "Input.ChoiceSet",
            "id": "x",
            "style": "compact",
            "label": pen.t("card-which-party-label"),
            "choices": choices,
        }
    )
    return card(pen, body, [pen.tap(pen.t("b-choose"), "command", c=str(Command.PARTY))])


def choose_invited_card(pen: Pen, view: View) -> Json:
    body: list[Json] = [heading(pen.t("card-whom-to-invite"), level=1)]
    for number, party in enumerate(view.parties(), 1):
        names = [one.name for one in view.application.contacts_of(party.id)]
        state = pen.t("card-is-in", names=", ".join(names)) if names else pen.t("card-nobody-in")
        invite = command(pen, Command.INVITE, party.id, title=pen.t("b-invite"))
        body.append(beside([labelled(f"{number}. {party.name}", state)], invite, pen.t("b-invite")))
    reader = command(pen, Command.INVITE, SECRETARIAT, title=pen.t("b-invite"))
    line = labelled(pen.t("card-the-secretariat"), pen.t("card-reader-may"))
    body.append(parted(beside([line], reader, pen.t("b-invite"))))
    return card(pen, [*body, small(pen.t("card-invite-by-name"))])


def code_card(pen: Pen, view: View, effect: ShowCode) -> Json:
    """The only place where the code ever stands. Whoever has it sees nothing before they are let in."""
    invitation = next(one for one in view.application.invitations if one.id == effect.invitation)
    link = view.context.chat_link
    body = [
        heading(pen.t("card-invitation"), level=1),
        labelled(pen.t("card-invited-for"), invited_for(pen, view, invitation)),
        *replaces_elements(pen, view, invitation),
        labelled(pen.t("card-code"), effect.code, bold=True, size="ExtraLarge"),
        words(pen.t("card-code-how", code=effect.code)),
    ]
    if link:
        typed = quote(f"{pen.t('card-code-typed')} {effect.code}")
        body.append(labelled(pen.t("card-code-link"), f"{link}&message={typed}"))
    if view.context.web_link:
        # After the # it goes to no server, and so into no log.
        body.append(labelled(pen.t("card-code-web"), f"{view.context.web_link}#{effect.code}"))
    if tenants_of(view.context, invitation.party):
        body.append(words(pen.t("card-code-tenant")))
    body.append(small(pen.t("card-code-until", until=moment(pen.language, invitation.until))))
    known = [
        command(pen, Command.INVITE, f"{person}@{invitation.party}", title=pen.t("b-ask-person", name=name))
        for person, name in effect.known[:3]
    ]
    revoke = command(pen, Command.REVOKE, invitation.id)
    return card(pen, body, [*known, command(pen, Command.MEMBERS), revoke])


def link_code_card(pen: Pen, effect: ShowLinkCode) -> Json:
    body = [
        heading(pen.t("card-link"), level=1),
        labelled(pen.t("card-code"), effect.code, bold=True, size="ExtraLarge"),
        words(pen.t("card-link-how", code=effect.code)),
        words(pen.t("card-link-warning"), bold=True),
    ]
    return card(pen, body)


def invited_for(pen: Pen, view: View, invitation: Invitation) -> str:
    if invitation.role == "reader":
        return pen.t("card-reader")
    return view.party_name(invitation.party or "")


def confirm_admitting_card(pen: Pen, view: View, effect: ConfirmAdmitting) -> Json | None:
    invitation = next((i for i in view.application.invitations if i.id == effect.invitation), None)
    if invitation is None or invitation.claim is None:
        return None
    yes = pen.tap(pen.t("b-admit"), "reply", t="admitting", y="yes", i=effect.about)
    no = pen.tap(pen.t("b-not-now"), "reply", t="admitting", y="no", i=effect.about)
    body = [*claim_elements(pen, view, invitation, None), words(pen.t("card-admit-means"))]
    return card(pen, body, [primary(yes), no])


def claim_elements(
    pen: Pen, view: View, invitation: Invitation, viewer: Member | None, number: str = ""
) -> list[Json]:
    """Who it is, as Teams presents them: name, whom they say they are of, tenant, and whether they are a guest."""
    claim = invitation.claim
    assert claim is not None
    asks = pen.t("card-wants-in", party=invited_for(pen, view, invitation))
    made = [
        labelled(f"{number}{asks}", claim.name or pen.t("card-no-name"), bold=True),
        labelled(pen.t("card-account-of"), tenant_text(pen, view.context, claim.tenant_id)),
    ]
    if viewer is not None and viewer.tenant_id == claim.tenant_id:
        made.append(near(words(pen.t("card-same-tenant"))))
    made.append(near(words(_guest_text(pen, claim), bold=claim.guest is not False)))
    return [*made, *replaces_elements(pen, view, invitation)]


def replaces_elements(pen: Pen, view: View, invitation: Invitation) -> list[Json]:
    replaced = view.application.member(invitation.replaces) if invitation.replaces else None
    return [near(words(pen.t("card-replaces", name=replaced.name)))] if replaced is not None else []


def decision_actions(pen: Pen, invitation: Invitation) -> list[Json]:
    return [
        primary(command(pen, Command.ADMIT, invitation.id)),
        command(pen, Command.DECLINE, invitation.id),
    ]


def _guest_text(pen: Pen, claim: Claim) -> str:
    match claim.guest:
        case True:
            return pen.t("card-is-guest")
        case False:
            return pen.t("card-is-no-guest")
        case None:
            return pen.t("card-guest-not-known")


def tenant_text(pen: Pen, context: Context, tenant: str) -> str:
    """The organisations that settings know it by, and always its id: a name may be anybody's."""
    names = [*_parties_in(context, tenant), *_secretariats_in(pen, context, tenant)]
    known = ", ".join(names) if names else pen.t("card-tenant-not-known")
    return f"{known} ({tenant})"


def _parties_in(context: Context, tenant: str) -> list[str]:
    found = sorted({party for one in context.communities.values() for party in one.parties_in(tenant)})
    hospitals = {f"h{h.id}": h.name for one in context.communities.values() for h in one.hospitals}
    municipalities = {f"m{number}": place.label for number, place in context.municipalities.items()}
    names = hospitals | municipalities
    return [names[party] for party in found if party in names]


def _secretariats_in(pen: Pen, context: Context, tenant: str) -> list[str]:
    return [
        pen.t("card-secretariat-of", community=one.name.in_language(pen.language))
        for one in context.communities.values()
        if one.settings.secretariat_tenant_id == tenant
    ]
