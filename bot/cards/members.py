"""Who is in, whom to invite, and who waits to be let in, as people see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from bot.cards.elements import (
    Json,
    Pen,
    beside,
    box,
    card,
    heading,
    labelled,
    near,
    parted,
    primary,
    small,
    words,
)
from bot.cards.summary import command
from dialogs.application import Application
from dialogs.context import Context
from dialogs.effects import ShowCode, ShowMembers
from dialogs.events import Command
from dialogs.inviting import SECRETARIAT, SOMEBODY
from dialogs.members import Claim, Invitation, Member
from dialogs.membership import may_admit, may_revoke, tenants_of, unused, waiting
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
    return card(pen, [*body, parted(beside([line], reader, pen.t("b-invite")))])


def code_card(pen: Pen, view: View, effect: ShowCode) -> Json:
    """The only place where the code ever stands. Whoever has it sees nothing before they are let in."""
    invitation = next(one for one in view.application.invitations if one.id == effect.invitation)
    link = view.context.chat_link
    body = [
        heading(pen.t("card-invitation"), level=1),
        labelled(pen.t("card-invited-for"), invited_for(pen, view, invitation)),
        labelled(pen.t("card-code"), effect.code, bold=True, size="ExtraLarge"),
        words(pen.t("card-code-how", code=effect.code)),
    ]
    if link:
        typed = quote(f"{pen.t('card-code-typed')} {effect.code}")
        body.append(labelled(pen.t("card-code-link"), f"{link}&message={typed}"))
    if tenants_of(view.context, invitation.party):
        body.append(words(pen.t("card-code-tenant")))
    body.append(small(pen.t("card-code-until", until=moment(pen.language, invitation.until))))
    revoke = command(pen, Command.REVOKE, invitation.id)
    return card(pen, body, [command(pen, Command.MEMBERS), revoke])


def invited_for(pen: Pen, view: View, invitation: Invitation) -> str:
    if invitation.role == "reader":
        return pen.t("card-reader")
    return view.party_name(invitation.party or "")


def members_card(pen: Pen, view: View, effect: ShowMembers) -> Json:
    """Party by party; then who reads along, who is invited, and who waits, with what the viewer may do about it."""
    application = view.application
    viewer = application.member(effect.person_id)
    body: list[Json] = [heading(pen.t("card-members"), level=1), *access_elements(pen, view)]
    if viewer is not None:
        body += _waiting(pen, view, viewer, effect.at)
        body += _invited(pen, view, viewer, effect.at)
    may_invite = viewer is not None and viewer.is_contact
    return card(pen, body, [command(pen, Command.INVITE, SOMEBODY)] if may_invite else [])


def access_elements(pen: Pen, view: View) -> list[Json]:
    """Everybody who can see the application now, by party; a party that has nobody in is named too."""
    application = view.application
    named = [(party.id, party.name) for party in view.parties()]
    known = {party for party, _ in named}
    rest = tuple(m for m in application.contacts if m.party not in known)
    made = [
        near(labelled(name, _names(pen, application.contacts_of(party)) or pen.t("card-nobody-in")))
        for party, name in named
    ]
    if rest:
        made.append(near(labelled(pen.t("card-party-not-said"), _names(pen, rest))))
    readers = tuple(m for m in application.active if m.role == "reader")
    if readers:
        made.append(near(labelled(pen.t("card-reader"), _names(pen, readers))))
    return made


def _names(pen: Pen, members: Sequence[Member]) -> str:
    return ", ".join(f"{m.name} ({pen.t('card-guest')})" if m.guest else m.name for m in members)


def _waiting(pen: Pen, view: View, viewer: Member, now: datetime) -> list[Json]:
    made: list[Json] = []
    for number, invitation in enumerate(waiting(view.application, now), 1):
        lines = claim_elements(pen, view, invitation, viewer, f"{number}. ")
        if may_admit(view.application, invitation, viewer, view.context):
            lines.append({"type": "ActionSet", "actions": decision_actions(pen, invitation)})
        made.append(box(lines, "warning"))
    return [parted(heading(pen.t("card-waiting"))), *made] if made else []


def _invited(pen: Pen, view: View, viewer: Member, now: datetime) -> list[Json]:
    own = [one for one in unused(view.application, now) if may_revoke(one, viewer)]
    others = [one for one in unused(view.application, now) if one not in own]
    made: list[Json] = []
    for number, invitation in enumerate([*own, *others], 1):
        until = pen.t("card-invited-until", until=moment(pen.language, invitation.until))
        name = invited_for(pen, view, invitation)
        if invitation in own:
            revoke = command(pen, Command.REVOKE, invitation.id)
            made.append(beside([labelled(f"{number}. {name}", until)], revoke, pen.t("b-revoke")))
        else:
            made.append(labelled(name, until))
    return [parted(heading(pen.t("card-invited"))), *made] if made else []


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
    if invitation.replaces:
        replaced = view.application.member(invitation.replaces)
        if replaced is not None:
            made.append(near(words(pen.t("card-replaces", name=replaced.name))))
    return made


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


def told_title(pen: Pen, application: Application) -> str:
    return str(application.value("title") or "") or pen.t("card-untitled")
