"""Asking for confirmation locks the text; opening it says what will fall; a change makes it fall for good."""

from __future__ import annotations

from typing import Final, Literal

from dialogs.agreement.naming import nominate_self_button
from dialogs.agreement.records import Called, Confirmation, Fall
from dialogs.agreement.standing import how_agreed
from dialogs.agreement.text import current_hash, make
from dialogs.application import Application
from dialogs.effects import AGREEMENT, ASK_CONFIRMATION, UNLOCK, KeepText, OfferAgreement, Say, ShowAgreement
from dialogs.events import AnyEvent, Pasted, SentFile, Submitted, Typed
from dialogs.moment import Moment
from dialogs.person import Unlocking
from dialogs.progress import gaps_in_text
from dialogs.telling import tell, tell_others

WHOLE = "whole"
FILES: Final[tuple[Literal["pdf", "docx"], ...]] = ("pdf", "docx")


def show(moment: Moment, wanted: str) -> None:
    """How each party stands to the agreement; with "whole" also all of its text, or the file of that format."""
    suffix = next((one for one in FILES if one == wanted), None)
    if suffix is not None:
        moment.show(OfferAgreement(suffix))
    else:
        moment.show(ShowAgreement(moment.person.id, whole=wanted == WHOLE))
    return moment.ask_again() if moment.draft.is_draft else None


def ask_for_confirmation(moment: Moment) -> None:
    """From here on the text stands still, until somebody opens it."""
    if how_agreed(moment.view) == "stated":
        moment.say("agreement-only-stated")
        return moment.ask_again()
    if gaps_in_text(moment.view):
        moment.say("agreement-not-ready")
        return moment.summarise()
    agreement = moment.draft.agreement
    if agreement.is_locked:
        moment.say("agreement-asked-already", AGREEMENT)
        return moment.ask_again()
    made = make(moment.view)
    parties = [Called(id=party.id, name=party.name) for party in moment.view.parties()]
    before = agreement.text
    if before is not None and before.content_hash == made.content_hash:
        text = before.model_copy(update={"is_open": False})
    else:
        text = made.as_asked(moment.person.id, moment.event.at, parties)
        moment.show(KeepText(made.text_hash, made.kept))
    known = agreement.asked if text.text_hash in agreement.asked else (*agreement.asked, text.text_hash)
    moment.change_application(agreement=agreement.model_copy(update={"text": text, "asked": known}))
    moment.put_away()
    asked = {one.person_id for one in agreement.nominations} - {moment.person.id}
    for person in sorted(asked):
        tell(moment, person, "asked_to_confirm", text.text_hash)
    tell_others(moment, "locked", moment.person.id)
    moment.say("agreement-asked", *nominate_self_button(moment), code=text.code)
    return moment.show(ShowAgreement(moment.person.id))


def ask_to_open(moment: Moment) -> None:
    """Says what falls before it does."""
    if not moment.draft.agreement.is_locked:
        moment.say("agreement-is-open", ASK_CONFIRMATION)
        return moment.ask_again()
    return moment.ask_about(Unlocking())


def opened(moment: Moment) -> None:
    agreement = moment.draft.agreement
    if agreement.text is None:
        return moment.ask_again()
    text = agreement.text.model_copy(update={"is_open": True})
    moment.change_application(agreement=agreement.model_copy(update={"text": text}))
    tell_others(moment, "opened", moment.person.id)
    moment.say("agreement-opened", ASK_CONFIRMATION)
    return moment.summarise()


def would_change_locked(before: Application | None, moment: Moment) -> bool:
    """Whether the step has changed what the locked text says."""
    now = moment.application
    if before is None or now is None or now is before or now.id != before.id:
        return False
    if not before.agreement.is_locked or not now.agreement.is_locked:
        return False
    text = before.agreement.text
    assert text is not None
    return _may_differ(before, now) and current_hash(moment.view, text) != text.content_hash


def keep_locked(moment: Moment, event: AnyEvent) -> None:
    """What would have changed the text is not done; the words stay beside the draft."""
    kept = True
    for slot, text in _words(event):
        kept = moment.put_aside(text, slot, "locked") and kept
    moment.say("agreement-locked", UNLOCK, AGREEMENT)
    return moment.ask_again()


def _words(event: AnyEvent) -> list[tuple[str | None, str]]:
    match event:
        case Typed(text=text) | Pasted(text=text) | SentFile(text=text):
            return [(None, text)]
        case Submitted(raw=raw):
            return [(slot, text) for slot, text in raw.items() if text.strip()]
        case _:
            return []


def fall_where_changed(moment: Moment, before: Application | None) -> None:
    """The text has become another one: every confirmation of it falls, for good, and whoever gave one is told."""
    now = moment.application
    if before is None or now is None or now.id != before.id or not now.is_draft:
        return
    text = now.agreement.text
    if text is None or not _may_differ(before, now) or current_hash(moment.view, text) == text.content_hash:
        return
    fall = Fall(why="changed", by=moment.person.id, at=moment.event.at)
    fallen = [one for one in now.agreement.standing if one.text_hash == text.text_hash]
    confirmations = tuple(
        one.model_copy(update={"fall": fall}) if one in fallen else one for one in now.agreement.confirmations
    )
    agreement = now.agreement.model_copy(update={"text": None, "confirmations": confirmations})
    moment.application = now.model_copy(update={"agreement": agreement})
    if not fallen:
        return
    moment.show_before_question_or_last(Say("confirmations-fell", {"count": len(fallen)}, (AGREEMENT,)))
    for person in sorted({one.person_id for one in fallen} - {moment.person.id}):
        if now.has_member(person):
            tell(moment, person, "fell", _latest_of(person, fallen).id)


def _latest_of(person: str, fallen: list[Confirmation]) -> Confirmation:
    return [one for one in fallen if one.person_id == person][-1]


def _may_differ(before: Application, now: Application) -> bool:
    return now.answers is not before.answers or now.lines is not before.lines
