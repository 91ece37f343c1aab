"""Draws an effect: which card it is, in the receiver's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from bot.cards.agreement import (
    agreement_cards,
    choose_confirmer_card,
    confirm_agreement_card,
    confirm_unlocking_card,
    confirmed_card,
)
from bot.cards.answer import understood_card
from bot.cards.brought import choose_sheets_card, confirm_taking_cards, correct_table_card
from bot.cards.changes import news_setting_card
from bot.cards.elements import Json, Pen
from bot.cards.entries import details_card, entry_card, near_card, offered_card
from bot.cards.history import history_card
from bot.cards.inquiry import confirm_inquiry_card, inquiries_card, which_community_card
from bot.cards.inviting import (
    choose_invited_card,
    choose_party_card,
    code_card,
    confirm_admitting_card,
    link_code_card,
)
from bot.cards.lists import applications_card, needed_card
from bot.cards.members import members_card
from bot.cards.parts import changed_cards, part_cards, summary_cards
from bot.cards.proposals import proposals_card
from bot.cards.question import question_card
from bot.cards.say import say_card
from bot.cards.sending import confirm_card, receipt_cards
from bot.cards.status import status_card
from bot.cards.summary import answers_cards
from bot.cards.undoing import undoing_card
from bot.delivery.state import NOTHING_YET
from dialogs.context import Context
from dialogs.effects import (
    AskCommunity,
    AskPage,
    ChooseConfirmer,
    ChooseInvited,
    ChooseNews,
    ChooseParty,
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
    FileIt,
    KeepText,
    KeepUnanswered,
    LinkPersons,
    OfferAgreement,
    OfferEntries,
    OfferFile,
    OfferPreview,
    Say,
    SendInquiry,
    ShowAgreement,
    ShowAnswers,
    ShowApplications,
    ShowChanged,
    ShowCode,
    ShowConfirmed,
    ShowDetails,
    ShowEntry,
    ShowHistory,
    ShowInquiries,
    ShowLinkCode,
    ShowMembers,
    ShowNear,
    ShowNeeded,
    ShowPart,
    ShowProposals,
    ShowReceipt,
    ShowStatus,
    ShowSummary,
    SpreadNews,
    Tell,
    Understood,
)
from dialogs.view import View
from knowledge.library import EMPTY, Library


def draw(
    pen: Pen,
    view: View | None,
    context: Context,
    effect: Effect,
    delivery: Mapping[str, str] = NOTHING_YET,
    library: Library = EMPTY,
) -> list[Json]:
    """The cards that show the effect, in order; none for what is done rather than shown."""
    match effect:
        case Say():
            return [say_card(pen, view, effect, context.communities)]
        case ShowNeeded():
            return [needed_card(pen, context)]
        case ShowApplications():
            return [applications_card(pen, context)]
        case (
            OfferFile()
            | OfferPreview()
            | FileIt()
            | SendInquiry()
            | KeepUnanswered()
            | Tell()
            | LinkPersons()
            | SpreadNews()
            | KeepText()
            | OfferAgreement()
        ):
            return []
        case ShowLinkCode():
            return [link_code_card(pen, effect)]
        case ShowEntry():
            return [entry_card(pen, library, effect)]
        case ShowDetails():
            return [details_card(pen, library, effect)]
        case ShowNear():
            return [near_card(pen, library, effect)]
        case AskCommunity():
            return [which_community_card(pen, context, effect)]
        case OfferEntries():
            return offered_card(pen, library, effect)
        case ConfirmInquiry():
            return [confirm_inquiry_card(pen, context, effect)]
        case ShowInquiries():
            return [inquiries_card(pen, context)]
        case ChooseSheets():
            return [choose_sheets_card(pen, effect)]
        case ChooseNews():
            return [news_setting_card(pen, view, effect)]
        case _ if view is None:
            return []
        case AskPage():
            drawn = question_card(pen, view, effect)
            return [drawn] if drawn is not None else []
        case Understood():
            return [understood_card(pen, view, effect)]
        case ShowSummary():
            return summary_cards(pen, view, effect)
        case ShowPart():
            return part_cards(pen, view, effect)
        case ShowChanged():
            return changed_cards(pen, view, effect)
        case ChooseParty():
            return [choose_party_card(pen, view)]
        case ChooseInvited():
            return [choose_invited_card(pen, view)]
        case ShowCode():
            return [code_card(pen, view, effect)]
        case ConfirmAdmitting():
            drawn = confirm_admitting_card(pen, view, effect)
            return [drawn] if drawn is not None else []
        case ShowAnswers():
            return answers_cards(pen, view)
        case ShowMembers():
            return [members_card(pen, view, effect)]
        case ShowProposals():
            return [proposals_card(pen, view, effect)]
        case ConfirmUndoing():
            return [undoing_card(pen, view, effect)]
        case ShowHistory():
            return [history_card(pen, view, effect)]
        case ShowStatus():
            return [status_card(pen, view, effect)]
        case ShowAgreement():
            return agreement_cards(pen, view, effect)
        case ConfirmAgreement():
            return [confirm_agreement_card(pen, view, effect)]
        case ConfirmUnlocking():
            return [confirm_unlocking_card(pen, view, effect)]
        case ChooseConfirmer():
            return [choose_confirmer_card(pen, view, effect)]
        case ShowConfirmed():
            return [confirmed_card(pen, view, effect)]
        case ConfirmSending():
            return [confirm_card(pen, view, effect, connected=is_connected(view))]
        case ConfirmTaking():
            return confirm_taking_cards(pen, view, effect)
        case CorrectTable():
            return [correct_table_card(pen, view, effect)]
        case ShowReceipt():
            if delivery["told"] == "waiting" and not is_connected(view):
                delivery = {**delivery, "told": "nobody"}
            return receipt_cards(pen, view, effect.version, delivery)
        case _:
            assert_never(effect)


def is_connected(view: View) -> bool:
    return view.value("community") in view.context.connected
