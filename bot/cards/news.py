"""News of an application for one of its people, drawn when they are sent: only what is still so, for who still may."""

from __future__ import annotations

from typing import assert_never

from bot.cards.agreement_news import agreement_news
from bot.cards.changes import changes_card
from bot.cards.elements import Json, Pen, card, heading, labelled, primary, words
from bot.cards.inviting import claim_elements, decision_actions
from bot.cards.members import access_elements
from bot.cards.proposals import accept_all, own_elements, remark_element
from bot.cards.summary import command
from dialogs.application import Application
from dialogs.context import Context
from dialogs.effects import News
from dialogs.events import Command
from dialogs.members import Invitation, Member
from dialogs.membership import may_admit
from dialogs.ownership import open_proposals, owner_of
from dialogs.showing import community_name, label, shown
from dialogs.view import View


def news_card(pen: Pen, view: View, what: News, about: str, to: str) -> Json | None:
    """None where it is no longer so, or no longer for this person to know."""
    application = view.application
    bare = Pen(pen.texts, pen.language, pen.key)
    match what:
        case "declined":
            return declined_card(pen)
        case "invited":
            return _invited(bare, view, _invitation(application, about), to)
        case _:
            receiver = application.member(to)
            return _for_member(pen, view, what, about, receiver) if receiver is not None else None


def _for_member(pen: Pen, view: View, what: News, about: str, receiver: Member) -> Json | None:
    application = view.application
    match what:
        case "claim":
            return _claim(pen, view, _invitation(application, about), receiver)
        case "admitted":
            return _admitted(pen, view, receiver)
        case "proposed":
            return _proposed(pen, view, about, receiver)
        case "own_kept":
            return _own_kept(pen, view, about)
        case "remark":
            return _remark(pen, view, about)
        case "changed":
            return changes_card(pen, view, about, receiver)
        case "joined":
            joined = application.member(about)
            if joined is None:
                return None
            party = _party(pen, view, joined)
            return _about(pen, view, pen.t("card-news-joined", name=joined.name, party=party))
        case "left":
            return _about(pen, view, pen.t("card-news-left", name=application.name_of(about)))
        case "removed":
            return _about(pen, view, pen.t("card-news-removed", name=application.name_of(about)))
        case "deletion":
            if application.deletion is None:
                return None
            said = pen.t("card-news-deletion", name=application.name_of(about))
            return _about(pen, view, said, (Command.DELETE, Command.KEEP_DRAFT))
        case "kept":
            return _about(pen, view, pen.t("card-news-kept", name=application.name_of(about)))
        case "named" | "locked" | "asked_to_confirm" | "opened" | "confirmed" | "fell" | "refused":
            return agreement_news(pen, view, what, about, receiver)
        case "declined" | "invited" | "deleted" | "receipt":
            return None
        case _:
            assert_never(what)


def declined_card(pen: Pen) -> Json:
    """Nothing of the application stands on it; it may be gone."""
    return card(Pen(pen.texts, pen.language, pen.key), [words(pen.t("card-news-declined"))])


def deleted_card(pen: Pen, context: Context, about: str) -> Json:
    """When nothing of the draft is left but where and for which year it was: `place/year`."""
    community, _, year = about.partition("/")
    known = context.communities.get(community)
    if known is None or not year:
        return card(pen, [words(pen.t("card-news-deleted-some"))])
    name = known.name.in_language(pen.language)
    return card(pen, [words(pen.t("card-news-deleted", community=name, year=year))])


def _about(pen: Pen, view: View, said: str, commands: tuple[Command, ...] = (Command.MEMBERS,)) -> Json:
    return card(pen, [words(said), _which(pen, view)], [command(pen, wanted) for wanted in commands])


def _which(pen: Pen, view: View) -> Json:
    title = str(view.value("title") or "") or pen.t("card-untitled")
    return labelled(pen.t("card-about-application"), title)


def _claim(pen: Pen, view: View, invitation: Invitation | None, receiver: Member) -> Json | None:
    if invitation is None or invitation.state != "claimed":
        return None
    if not may_admit(view.application, invitation, receiver, view.context):
        return None
    elements = claim_elements(pen, view, invitation, receiver)
    body = [_which(pen, view), *elements, words(pen.t("card-admit-means"))]
    return card(pen, body, decision_actions(pen, invitation))


def _admitted(pen: Pen, view: View, receiver: Member) -> Json:
    said = pen.t("card-news-admitted", party=_party(pen, view, receiver))
    opens = primary(command(pen, Command.OPEN, view.application.id, title=pen.t("b-open")))
    body = [
        words(said, bold=True),
        _which(pen, view),
        words(pen.t("card-who-has-access"), bold=True),
        *access_elements(pen, view),
    ]
    return card(pen, body, [opens, command(pen, Command.MEMBERS)])


def _invited(pen: Pen, view: View, invitation: Invitation | None, to: str) -> Json | None:
    """Nothing of the application but who asks, for which party, where and for which year."""
    if invitation is None or invitation.state != "open" or invitation.person_id != to:
        return None
    inviter = view.application.name_of(invitation.by)
    community = community_name(view, str(view.value("community") or ""), pen.language)
    said = pen.t(
        "card-news-invited",
        name=inviter,
        by=view.party_name(invitation.by_party or ""),
        party=view.party_name(invitation.party or ""),
    )
    body = [words(said), labelled(community, str(view.value("year") or ""))]
    return card(pen, body, [primary(command(pen, Command.JOIN, f"{view.application.id}/{invitation.id}"))])


def _party(pen: Pen, view: View, member: Member) -> str:
    return view.party_name(member.party) if member.party else pen.t("card-reader")


def _invitation(application: Application, about: str) -> Invitation | None:
    return next((one for one in application.invitations if one.id == about), None)


def _proposed(pen: Pen, view: View, about: str, receiver: Member) -> Json | None:
    """All that waits for the receiver's party, told with the latest of it; nothing that was told before is new."""
    own = open_proposals(view, receiver.party) if receiver.party is not None and receiver.is_contact else ()
    if not own or max(one.at for one in own).isoformat() > about:
        return None
    body = [
        heading(pen.t("card-proposals"), level=1),
        _which(pen, view),
        *own_elements(pen, view, [*own]),
    ]
    return card(pen, body, [*accept_all(pen, [*own]), command(pen, Command.PROPOSALS)])


def _own_kept(pen: Pen, view: View, slot: str) -> Json | None:
    field = view.field_by_id.get(slot)
    owner = owner_of(view, field) if field is not None else None
    if field is None or owner is None:
        return None
    said = pen.t("card-news-own-kept", party=view.party_name(owner))
    stands = labelled(label(view, field, pen.language), shown(view, field, pen.language))
    return card(pen, [words(said), _which(pen, view), stands], [command(pen, Command.PROPOSALS)])


def _remark(pen: Pen, view: View, key: str) -> Json | None:
    remark = next((one for one in view.application.remarks if one.key == key), None)
    field = view.field_by_id.get(remark.slot) if remark is not None else None
    if remark is None or field is None:
        return None
    heard = pen.t("card-news-remark", field=label(view, field, pen.language))
    body = [words(heard), _which(pen, view), remark_element(pen, view, remark)]
    return card(pen, body, [command(pen, Command.PROPOSALS)])
