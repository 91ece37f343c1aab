"""What a person is asked beside the form, as it is shown: at first, and again after something else was said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from dialogs.application import Application
from dialogs.brought import Brought
from dialogs.context import Context
from dialogs.effects import (
    AskCommunity,
    Button,
    ChooseSheets,
    ConfirmAdmitting,
    ConfirmAgreement,
    ConfirmInquiry,
    ConfirmSending,
    ConfirmTaking,
    ConfirmUndoing,
    ConfirmUnlocking,
    CorrectTable,
    Effect,
    Say,
    ShowNear,
)
from dialogs.events import Command
from dialogs.membership import joined_parties
from dialogs.ownership import owner_of_slot, speaks_for
from dialogs.person import (
    Admitting,
    Belonging,
    Confirming,
    Deleting,
    Differs,
    Doubt,
    ElevenDigits,
    Fitting,
    Forwarding,
    Inquiring,
    Leaving,
    Linking,
    Meant,
    PastPeriod,
    Pending,
    Refusing,
    Removing,
    Sending,
    Spread,
    Suggested,
    TakingAway,
    TakingIn,
    Undoing,
    Unlocking,
    Which,
    WhichField,
    WhichSheets,
    Wording,
    Writing,
)
from dialogs.places import Municipality


def prompt(
    pending: Pending, context: Context, title: str, draft: Application | None = None, reader: str = ""
) -> Effect | None:
    """`title` is the draft's, `reader` who is asked. None for what is asked on the card that it is about."""
    aside = draft.set_aside if draft is not None else ()
    yes, no = (Button(words, reply_to=pending.type, reply=words, about=pending.id) for words in ("yes", "no"))
    match pending:
        case Spread():
            return Say("spread", {"list": _list(pending.values)}, (yes, no))
        case Doubt():
            return Say("doubt", {"slot": pending.slot, "value": pending.value}, (yes, no))
        case PastPeriod():
            return Say("past-period", {}, (yes, no), quote=pending.raw)
        case Which():
            return Say(
                "which-near" if pending.text else "which-municipality",
                {},
                _places(pending, context.municipalities),
                quote=pending.text,
            )
        case WhichField():
            return Say("which-field", {}, tuple(_change(slot) for slot in pending.slots))
        case Differs():
            mine = Button("use_mine", reply_to="differs", reply="yes", about=pending.id)
            stored = Button("keep_stored", reply_to="differs", reply="no", about=pending.id)
            first = pending.fields[0]
            changed = draft.answers.get(first.slot) if draft is not None else None
            if draft is None or changed is None:
                return None
            values = {"slot": first.slot, "changed_by": changed.by, "changed_at": changed.at.isoformat()}
            member = draft.member(reader)
            is_own = member is not None and member.is_person(changed.by)
            return Say("differs-own" if is_own else "differs", values, (stored, mine), quote=first.raw)
        case Wording():
            return Say("say-it")
        case Meant():
            answer = Button("meant-answer", reply_to="meant", reply="yes", about=pending.id)
            question = Button("meant-question", reply_to="meant", reply="no", about=pending.id)
            return Say("meant", {}, (answer, question), quote=pending.text)
        case ElevenDigits():
            return Say("eleven-digits", {}, (yes, no), quote=pending.raw)
        case Confirming():
            return ConfirmAgreement(
                pending.party, pending.form, pending.statement, pending.covers, pending.mandate, pending.id
            )
        case Refusing():
            return Say("refuse-why")
        case Unlocking():
            return ConfirmUnlocking(pending.id)
        case Sending():
            return ConfirmSending(pending.fingerprint, pending.id, pending.news)
        case Deleting():
            is_shared = draft is not None and len(joined_parties(draft)) > 1
            return Say(
                "delete-really" if pending.sure else "delete-shared" if is_shared else "delete-sure",
                {},
                (yes, no),
                quote=title,
            )
        case Admitting():
            return ConfirmAdmitting(pending.invitation, pending.id)
        case Linking(name=name, tenant_id=tenant):
            return Say("link-sure", {"name": name, "tenant": tenant}, (yes, no))
        case Leaving():
            return Say("leave-sure", {}, (yes, no), quote=title)
        case Removing(person=person):
            removed = draft.member(person) if draft is not None else None
            return Say("remove-sure", {"name": removed.name}, (yes, no)) if removed is not None else None
        case TakingAway(text_key=key):
            text = next((one.text for one in aside if one.key == key), "")
            return Say("take-away", {}, (yes, no), quote=text)
        case Undoing(deed=deed, is_redo=is_redo):
            return ConfirmUndoing(deed, is_redo, pending.id)
        case TakingIn(is_correcting=True):
            return CorrectTable(pending.brought, pending.id)
        case TakingIn():
            proposed = _proposed(pending.brought, context, draft, reader) if draft is not None else ()
            return ConfirmTaking(pending.brought, pending.id, pending.may_be_answer, proposed)
        case WhichSheets(costs=costs):
            return ChooseSheets(costs, pending.id)
        case Inquiring():
            return Say("ask-away")
        case Suggested():
            return ShowNear(pending.entries, pending.id)
        case Fitting():
            return None
        case Belonging():
            return AskCommunity(pending.id, pending.is_to_forward)
        case Writing():
            return Say("write-inquiry")
        case Forwarding():
            return ConfirmInquiry(pending.inquiry, pending.id)
        case _:
            assert_never(pending)


def _proposed(brought: Brought, context: Context, draft: Application, reader: str) -> tuple[str, ...]:
    owners = ((answer.slot, owner_of_slot(context.form, draft, answer.slot)) for answer in brought.answers)
    return tuple(slot for slot, owner in owners if owner is not None and not speaks_for(draft, reader, owner))


def slots_of(pending: Pending) -> tuple[str, ...]:
    """The fields it is about: it cannot be asked again when the form no longer has them."""
    match pending:
        case Spread():
            return tuple(pending.values)
        case Doubt() | PastPeriod() | Which() | ElevenDigits():
            return (pending.slot,)
        case Differs():
            return (pending.fields[0].slot,)
        case WhichField() | Meant() | Sending() | Deleting() | TakingAway() | TakingIn() | Inquiring():
            return ()
        case WhichSheets():
            return ()
        case Suggested() | Fitting() | Belonging() | Writing() | Forwarding() | Wording():
            return ()
        case Admitting() | Leaving() | Removing() | Linking() | Undoing():
            return ()
        case Confirming() | Refusing() | Unlocking():
            return ()
        case _:
            assert_never(pending)


def words_of(pending: Pending) -> tuple[tuple[str | None, str], ...]:
    """What a person wrote that stands in no answer, with the field it was for where that is known."""
    match pending:
        case Meant(text=text):
            return ((None, text),)
        case TakingIn(text=text):
            return ((None, text),) if text else ()
        case Differs(fields=fields):
            return tuple((field.slot, field.raw) for field in fields)
        case _:
            return ()


def _list(values: Mapping[str, int]) -> str:
    """Slots and values for the sentence that shows them: `slot=value …`; it is drawn with names and amounts."""
    return " ".join(f"{slot}={value}" for slot, value in values.items())


def _change(slot: str) -> Button:
    """A command, so that an old list can still be tapped."""
    return Button("", Command.CHANGE, slot, label=f"field:{slot}")


def _places(pending: Which, municipalities: Mapping[str, Municipality]) -> tuple[Button, ...]:
    """One button for each, and where a name is only near, one for none of them."""
    none = Button("no", reply_to="which", reply="no", about=pending.id)
    places = (
        Button("", reply_to="which", reply=number, about=pending.id, label=municipalities[number].label)
        for number in pending.choices
        if number in municipalities
    )
    return (*places, none) if pending.text else tuple(places)
