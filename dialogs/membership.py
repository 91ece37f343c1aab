"""The rules of who may come in, who may let them in, and who may let them go. Each is asked, and changes nothing."""

from __future__ import annotations

from datetime import datetime

from dialogs.application import Application
from dialogs.context import Context
from dialogs.members import Claim, Invitation, Member
from dialogs.view import View


def tenants_of(context: Context, party: str | None) -> frozenset[str]:
    """The tenants that settings say the party's people come from; empty where they say nothing.

    Whichever helsefellesskap's file says so: which one an application names is the applicants' own choice.
    """
    if party is None:
        return frozenset()
    return frozenset().union(*(community.tenants_of(party) for community in context.communities.values()))


def can_be_redeemed(
    application: Application,
    invitation: Invitation,
    person_id: str,
    tenant_id: str,
    context: Context,
    now: datetime,
) -> bool:
    """Whether it is open to this person, or they have shown it already and wait."""
    if invitation.waits(now) and invitation.claim is not None:
        return invitation.claim.person_id == person_id
    return invitation.is_open(now) and _may_claim(application, invitation, person_id, tenant_id, context)


def _may_claim(
    application: Application, invitation: Invitation, person_id: str, tenant_id: str, context: Context
) -> bool:
    if invitation.person_id not in (None, person_id) or application.has_member(person_id):
        return False
    tenants = tenants_of(context, invitation.party)
    if invitation.role == "reader":
        tenants = _of_secretariat(application, context)
    return not tenants or tenant_id in tenants


def _of_secretariat(application: Application, context: Context) -> frozenset[str]:
    community = context.communities.get(str(application.value("community") or ""))
    tenant = community.settings.secretariat_tenant_id if community is not None else None
    return frozenset((tenant,)) if tenant is not None else frozenset()


def may_admit(application: Application, invitation: Invitation, member: Member, context: Context) -> bool:
    """Who comes in for a party is its own contacts' matter; where it has none, any contact's.

    Where the only contact is to be replaced by somebody of the party's own tenant, another party's contact is
    enough: a contact who has gone answers no more. Without such a tenant in the settings only they themselves are.
    """
    if not member.is_contact or invitation.claim is None:
        return False
    own = application.contacts_of(invitation.party) if invitation.role != "reader" else ()
    if not own or member in own:
        return True
    is_only_one = [one.person_id for one in own] == [invitation.replaces]
    return is_only_one and is_known_to_belong(invitation.party, invitation.claim, context)


def is_known_to_belong(party: str | None, claim: Claim, context: Context) -> bool:
    """The account is of a tenant that settings give the party, and surely no guest there."""
    return claim.guest is False and claim.tenant_id in tenants_of(context, party)


def who_may_admit(application: Application, invitation: Invitation, context: Context) -> tuple[Member, ...]:
    return tuple(m for m in application.contacts if may_admit(application, invitation, m, context))


def may_revoke(invitation: Invitation, member: Member) -> bool:
    """The inviting party, and whoever made it."""
    if not member.is_contact:
        return False
    is_own = member.party is not None and invitation.by_party == member.party
    return is_own or invitation.by == member.person_id


def may_remove(member: Member, other: Member) -> bool:
    """Somebody of one's own party, or a reader. Oneself one leaves."""
    if not member.is_contact or not other.is_active or other.person_id == member.person_id:
        return False
    return other.role == "reader" or (member.party is not None and other.party == member.party)


def may_replace(application: Application, member: Member, other: Member, context: Context) -> bool:
    """Oneself, a colleague, or another party's only contact where settings tell who belongs to it."""
    if not (member.is_contact and other.is_contact) or other.party is None:
        return False
    if other.party == member.party:
        return True
    return len(application.contacts_of(other.party)) == 1 and bool(tenants_of(context, other.party))


def is_last_of_party(view: View, member: Member) -> bool:
    """Of a party that is among the parties, or of all."""
    application = view.application
    if not member.is_contact or application.contacts_of(member.party) != (member,):
        return False
    return is_among_parties(view, member.party) or application.contacts == (member,)


def is_among_parties(view: View, party: str | None) -> bool:
    """Its own people may have written it out since they came."""
    return any(one.id == party for one in view.parties())


def may_choose_party(view: View, member: Member, party: str) -> bool:
    """Freely while nobody else is in; then only where one has none in the application, and the party has nobody."""
    application = view.application
    if not member.is_contact:
        return False
    if application.contacts == (member,):
        return True
    return not is_among_parties(view, member.party) and not application.contacts_of(party)


def listed(view: View) -> tuple[Member, ...]:
    """Everybody who is in, as a list counts them: by party, then who has not said theirs, then readers."""
    order = [party.id for party in view.parties()]

    def place(member: Member) -> int:
        if member.role == "reader":
            return len(order) + 1
        return order.index(member.party) if member.party in order else len(order)

    return tuple(sorted(view.application.active, key=place))


def joined_parties(application: Application) -> tuple[str | None, ...]:
    """The parties that have somebody in, in the order they came."""
    return tuple(dict.fromkeys(member.party for member in application.contacts))


def waiting(application: Application, now: datetime) -> tuple[Invitation, ...]:
    return tuple(one for one in application.invitations if one.waits(now))


def unused(application: Application, now: datetime) -> tuple[Invitation, ...]:
    return tuple(one for one in application.invitations if one.is_open(now))
