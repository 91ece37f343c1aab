"""Coming in: somebody shows an invitation and waits; a contact sees who it is, and lets them in or does not."""

from __future__ import annotations

from dialogs.agreement.naming import with_nomination
from dialogs.context import Redeemed
from dialogs.effects import MEMBERS, Say
from dialogs.inviting import replace, settle
from dialogs.members import MOST_MEMBERS, Claim, Invitation, Member
from dialogs.membership import may_admit, waiting, who_may_admit
from dialogs.moment import Moment
from dialogs.naming_parties import at_number
from dialogs.parting import end
from dialogs.person import Admitting
from dialogs.telling import tell, tell_others


def join(moment: Moment, redeemed: Redeemed | None) -> None:
    """One and the same reply for a code that is wrong, used, revoked, out of date, or for another's tenant."""
    if redeemed is None:
        moment.say("code-wrong")
        return moment.ask_again()
    invitation = next(one for one in moment.draft.invitations if one.id == redeemed.invitation)
    claim = Claim(
        person_id=moment.person.id,
        name=moment.person.name,
        guest=redeemed.guest,
        tenant_id=redeemed.tenant_id,
        news=moment.person.news,
        at=moment.event.at,
    )
    if invitation.claim is None:
        claimed = invitation.model_copy(update={"state": "claimed", "claim": claim})
        replace(moment, claimed)
        for contact in who_may_admit(moment.draft, claimed, moment.context):
            tell(moment, contact.person_id, "claim", claimed.id)
    return moment.say("join-asked")


def admit(moment: Moment, wanted: str) -> None:
    """`wanted` is the invitation's id, from a card that shows who waits. Typed, who it is is shown first."""
    invitation = _decided(moment, wanted)
    if invitation is None:
        return
    if invitation.id != wanted:
        moment.ask_about(Admitting(invitation=invitation.id))
        return
    admitted = _admitted(moment, invitation)
    if admitted is not None:
        moment.replacement = admitted
    moment.ask_again()


def admit_shown(moment: Moment, pending: Admitting) -> None:
    """The yes to letting in somebody who was shown."""
    invitation = _decided(moment, pending.invitation)
    if invitation is None:
        return
    admitted = _admitted(moment, invitation)
    if admitted is not None:
        moment.show(admitted)
    moment.ask_again()


def _admitted(moment: Moment, invitation: Invitation) -> Say | None:
    claim, member = invitation.claim, moment.member
    assert member is not None
    assert claim is not None
    if len(moment.draft.active) >= MOST_MEMBERS:
        moment.say("members-enough", most=MOST_MEMBERS)
        return None
    settle(moment, invitation, "used")
    replaced = moment.draft.member(invitation.replaces) if invitation.replaces else None
    if replaced is not None:
        end(moment, replaced, "left" if replaced.person_id == member.person_id else "removed")
    if not moment.draft.has_member(claim.person_id):
        joined = Member(
            person_id=claim.person_id,
            name=claim.name,
            guest=claim.guest,
            tenant_id=claim.tenant_id,
            party=invitation.party,
            role=invitation.role,
            news=claim.news,
            joined_at=moment.event.at,
            via="successor" if invitation.replaces else "invitation",
            invited_by=invitation.by,
            admitted_by=member.person_id,
            admitted_by_party=member.party,
        )
        moment.change_application(members=(*moment.draft.members, joined))
        if joined.role == "signatory" and joined.party is not None:
            with_nomination(moment, joined.party, joined.person_id, invitation.by)
            text = moment.draft.agreement.text
            if text is not None and not text.is_open:
                tell(moment, joined.person_id, "asked_to_confirm", text.text_hash)
    tell(moment, claim.person_id, "admitted", claim.person_id)
    tell_others(moment, "joined", claim.person_id)
    if replaced is not None and replaced.person_id == member.person_id:
        moment.leave_application()
        return Say("handed-over", {"name": claim.name}, tone="good")
    return Say("admitted", {"name": claim.name}, (MEMBERS,), tone="good")


def decline(moment: Moment, wanted: str) -> None:
    invitation = _decided(moment, wanted)
    if invitation is None or invitation.claim is None:
        return
    settle(moment, invitation, "declined")
    tell(moment, invitation.claim.person_id, "declined", invitation.id)
    said = Say("declined", {"name": invitation.claim.name})
    if wanted == invitation.id:
        moment.replacement = said
    else:
        moment.show(said)
    moment.ask_again()


def _decided(moment: Moment, wanted: str) -> Invitation | None:
    """Says why where it is not this person's to decide, or is decided already."""
    member = moment.member
    assert member is not None
    all_waiting = waiting(moment.draft, moment.event.at)
    found = next((one for one in all_waiting if one.id == wanted), None) or at_number(all_waiting, wanted)
    if not wanted and len(all_waiting) == 1:
        found = all_waiting[0]
    if found is None:
        moment.say("nobody-waits")
    elif not may_admit(moment.draft, found, member, moment.context):
        moment.say("not-yours-to-admit", party=moment.view.party_name(found.party or ""))
    else:
        return found
    moment.ask_again()
    return None
