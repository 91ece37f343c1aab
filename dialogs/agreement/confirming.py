"""Confirming in two steps: the whole text and what is said of oneself, then a yes to just that."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from dialogs.agreement.naming import nominate
from dialogs.agreement.records import MOST_KEPT, Confirmation, Form, Refusal
from dialogs.agreement.standing import how_agreed, parties_stand
from dialogs.agreement.stating import covered_by, fields_to_state, next_to_state, statement_of
from dialogs.effects import AGREEMENT, CONFIRM, NOMINATE, ShowAgreement, ShowConfirmed
from dialogs.events import Typed
from dialogs.members import Member
from dialogs.membership import tenants_of
from dialogs.moment import Moment
from dialogs.naming_parties import party_named
from dialogs.person import AtConfirming, Confirming, Refusing
from dialogs.telling import tell_others

SECOND_STEP_WITHIN: Final = timedelta(minutes=15)


def confirm(moment: Moment) -> None:
    """The first step: the whole text is shown, and what is missing of the statement is asked."""
    member = moment.member
    assert member is not None
    party = member.party
    if party is None or not _is_possible(moment, party, "electronic"):
        return moment.ask_again()
    if not moment.draft.agreement.is_nominated(party, member.person_id):
        if not member.is_contact:
            moment.say("confirmer-is-another")
            return moment.ask_again()
        moment.say("confirmer-first", NOMINATE)
        return nominate(moment, "")
    moment.show(ShowAgreement(moment.person.id, whole=True))
    return _begin(moment, party, "electronic")


def register_paper(moment: Moment, wanted: str) -> None:
    """Of one's own party, or of one that has nobody in. `wanted` names it, or is nothing: then the own one."""
    member = moment.member
    assert member is not None
    party = party_named(moment.view, wanted) if wanted else member.party
    if party is None:
        moment.say("paper-which-party")
        return moment.ask_again()
    if party != member.party and moment.draft.contacts_of(party):
        moment.say("paper-not-yours", party=moment.view.party_name(party))
        return moment.ask_again()
    if not _is_possible(moment, party, "paper"):
        return moment.ask_again()
    return _begin(moment, party, "paper")


def _is_possible(moment: Moment, party: str, form: Form) -> bool:
    """Says why where it is not."""
    how = how_agreed(moment.view)
    stands = next((one for one in parties_stand(moment.view) if one.party.id == party), None)
    if how == "stated":
        moment.say("agreement-only-stated")
    elif stands is None:
        moment.say("paper-which-party")
    elif form == "electronic" and how == "signed_pdf":
        moment.say("agreement-paper-only")
    elif form == "paper" and how == "confirmation":
        moment.say("agreement-no-paper")
    elif not moment.draft.agreement.is_locked:
        moment.say("agreement-not-asked")
    elif stands.confirmation is not None:
        moment.say("confirmed-already", AGREEMENT, party=stands.party.name)
    elif len(moment.draft.agreement.confirmations) >= MOST_KEPT:
        moment.say("agreement-full")
    else:
        return True
    return False


def _begin(moment: Moment, party: str, form: Form) -> None:
    moment.change_person(
        confirming=AtConfirming(application=moment.draft.id, party=party, form=form),
        changing=None,
        back_to_summary=False,
    )
    fields = fields_to_state(moment.view, party, form)
    first = next_to_state(moment.view, party, form) or (fields[0] if form == "paper" and fields else None)
    return moment.ask(first) if first is not None else go_on(moment)


def go_on(moment: Moment) -> None:
    """What is still to be said of whoever confirms, else the second step."""
    at = moment.person.confirming
    text = moment.draft.agreement.text
    if at is None or text is None or not moment.draft.agreement.is_locked:
        moment.change_person(confirming=None)
        moment.say("agreement-changed-meanwhile", AGREEMENT)
        return None
    if at.form == "paper" and _is_of_another_text(moment, at.party, text.code):
        return None
    asked = next_to_state(moment.view, at.party, at.form)
    if asked is not None:
        return moment.ask(asked)
    covers, mandate = covered_by(moment.view, at.party, at.form)
    moment.put_away()
    return moment.ask_about(
        Confirming(
            party=at.party,
            form=at.form,
            statement=statement_of(moment.view, at.party, at.form),
            covers=covers,
            mandate=mandate,
            content_hash=text.content_hash,
            text_hash=text.text_hash,
            at=moment.event.at,
        )
    )


def _is_of_another_text(moment: Moment, party: str, code: str) -> bool:
    """A paper counts for the text whose code is printed on it."""
    field = moment.view.field_by_id.get(f"paper_code@{party}")
    typed = str(moment.view.value("paper_code", party) or "")
    if field is None or not typed or _folded(typed) == _folded(code):
        return False
    moment.put(field.id, raw=typed, problem="paper_code")
    moment.ask(field)
    return True


def _folded(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())


def confirmed(moment: Moment, pending: Confirming) -> None:
    """The yes. Everything is judged once more: the text, the naming, what was said, and how long ago."""
    moment.change_person(confirming=None)
    member, proof, text = moment.member, moment.event.proof, moment.draft.agreement.text
    assert member is not None
    if text is None or not moment.draft.agreement.is_locked or text.text_hash != pending.text_hash:
        moment.say("agreement-changed-meanwhile", AGREEMENT)
        return None
    if moment.event.at - pending.at > SECOND_STEP_WITHIN:
        moment.say("confirming-too-late", CONFIRM)
        return None
    if proof is None or not _is_possible(moment, pending.party, pending.form):
        return moment.ask_again()
    nomination = moment.draft.agreement.is_nominated(pending.party, member.person_id)
    is_paper = pending.form == "paper"
    is_own = member.party == pending.party
    if (nomination is None and not is_paper) or (
        is_paper and not _may_register(moment, member, pending.party)
    ):
        moment.say("confirmer-is-another")
        return moment.ask_again()
    if pending.statement != statement_of(moment.view, pending.party, pending.form):
        return _begin(moment, pending.party, pending.form)
    confirmation = Confirmation(
        id="c" + moment.event.fresh("confirmation"),
        party=pending.party,
        covers=pending.covers,
        mandate=pending.mandate,
        form=pending.form,
        person_id=member.person_id,
        statement=pending.statement,
        proof=proof,
        is_verified=not is_paper
        and proof.guest is False
        and proof.tenant_id in tenants_of(moment.context, pending.party),
        nominated_by=nomination.by if nomination is not None else member.person_id,
        joined_through=None if is_own and _came_by_own(member) else member.admitted_by_party or member.party,
        content_hash=text.content_hash,
        text_hash=text.text_hash,
        template=text.template,
        at=moment.event.at,
        after_line=moment.draft.audit.seq,
    )
    agreement = moment.draft.agreement
    became = agreement.model_copy(update={"confirmations": (*agreement.confirmations, confirmation)})
    moment.change_application(agreement=became)
    tell_others(moment, "confirmed", confirmation.id)
    return moment.show(ShowConfirmed(confirmation.id))


def not_now(moment: Moment) -> None:
    moment.change_person(confirming=None)
    moment.say("not-confirmed", CONFIRM, AGREEMENT)


def _may_register(moment: Moment, member: Member, party: str) -> bool:
    return member.is_contact and (member.party == party or not moment.draft.contacts_of(party))


def _came_by_own(member: Member) -> bool:
    return member.via == "start" or member.admitted_by_party == member.party


def refuse(moment: Moment) -> None:
    """Whoever would have confirmed says why not, and the others hear it."""
    member, text = moment.member, moment.draft.agreement.text
    assert member is not None
    if member.party is None or text is None or not moment.draft.agreement.is_locked:
        moment.say("agreement-not-asked")
        return moment.ask_again()
    if not moment.draft.agreement.is_nominated(member.party, member.person_id):
        moment.say("confirmer-is-another")
        return moment.ask_again()
    return moment.ask_about(Refusing(party=member.party, text_hash=text.text_hash))


def refused(moment: Moment, event: Typed, pending: Refusing) -> None:
    moment.let_go()
    if event.masked == "number":
        moment.say("identity-number-out")
    agreement = moment.draft.agreement
    text = agreement.text
    if text is None or text.text_hash != pending.text_hash or len(agreement.refusals) >= MOST_KEPT:
        moment.say("agreement-changed-meanwhile", AGREEMENT)
        return
    refusal = Refusal(
        party=pending.party,
        by=moment.person.id,
        at=moment.event.at,
        reason=event.text,
        text_hash=text.text_hash,
    )
    moment.change_application(
        agreement=agreement.model_copy(update={"refusals": (*agreement.refusals, refusal)})
    )
    tell_others(moment, "refused", pending.party)
    moment.say("refused-agreement", AGREEMENT)
