"""A person's deed in Teams as an event of the dialog: scrubbed, and with a key that repetitions share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, assert_never

from bot.activities import Arrived, Attached, Consented, Incoming, Opened, Other, Tapped, Worded, Wrote
from bot.file_texts import scrubbed_file, texts_of_file
from bot.held_digits import HeldDigits
from bot.incoming import Scrub, Scrubbed, TooMuch
from bot.interpret import Phrases, interpret, key_of
from dialogs.application import Application
from dialogs.events import (
    AnyEvent,
    Command,
    Commanded,
    Greeted,
    Masked,
    Refused,
    Remarked,
    Replied,
    SentFile,
    Submitted,
    Typed,
    Unreadable,
)
from dialogs.person import ElevenDigits, Person, Refusing
from dialogs.plain_text import from_teams
from dialogs.reading import MAX_TYPED
from dialogs.slots import to_slot
from dialogs.view import View

MOST_FIELDS = 80
MOST_CODE = 80
MOST_TYPED = 2 * MAX_TYPED
"""Characters on one card, together: to look through each for numbers of persons takes its time."""


def to_event(
    incoming: Incoming,
    person: Person,
    view: View | None,
    *,
    scrub: Scrub,
    phrases: Phrases,
    held: HeldDigits,
    at: datetime,
) -> AnyEvent | None:
    """None for what is none of the dialog's business: an officer's tap, a file's consent, a forged verb."""
    deed = incoming.deed
    match deed:
        case Wrote():
            return _wrote(deed, incoming, person, view, scrub, phrases, held, at)
        case Tapped():
            return _tapped(deed, incoming, person, view, scrub, held, at)
        case Worded():
            return _worded(deed, incoming, person, scrub, at)
        case Arrived():
            return Greeted(at=at, key=key_of("arrived", incoming.id))
        case Other():
            return Unreadable(at=at, key=key_of("other", incoming.id), what=deed.what)
        case Opened():
            return _sent_file(deed, incoming, scrub, at)
        case Attached() | Consented():
            return None
        case _:
            assert_never(deed)


def texts_in(deed: object, person: Person, application: Application | None) -> list[str]:
    """All that is going to be looked through for numbers: what came, and what stands where it goes."""
    answers = application.answers if application is not None else {}
    match deed:
        case Wrote():
            came, slots = [plain(deed)], [person.shown.slot] if person.shown is not None else []
        case Tapped():
            revisions = deed.data.get("r")
            slots = [str(slot) for slot in revisions] if isinstance(revisions, dict) else []
            came = [_text(deed.data, slot) for slot in slots]
        case Worded():
            return [deed.text]
        case Opened():
            return texts_of_file(deed)
        case _:
            return []
    standing = [answers[slot] for slot in slots if slot in answers]
    return [*came, *(a.value if isinstance(a.value, str) else a.raw for a in standing)]


def application_named(deed: object) -> str:
    """The application a tapped card was drawn for; "" when it names none."""
    named = deed.data.get("a") if isinstance(deed, Tapped) else None
    return named if isinstance(named, str) else ""


def _wrote(
    deed: Wrote,
    incoming: Incoming,
    person: Person,
    view: View | None,
    scrub: Scrub,
    phrases: Phrases,
    held: HeldDigits,
    at: datetime,
) -> AnyEvent:
    key = key_of("wrote", incoming.where.conversation_id, incoming.id)
    typed = scrub.text(plain(deed))
    if isinstance(typed, TooMuch):
        return _too_long(at, key, typed)
    if not typed.text.strip():
        return Refused(at=at, key=key, refusal="control")
    shown = person.shown.slot if person.shown is not None else ""
    typed = _unless_accepted(typed, shown, view, scrub)
    if typed.masked == "doubtful":
        held.hold(person.id, typed.original)
    event = interpret(typed, person, view, phrases, at=at, key=key)
    if isinstance(event, Replied) and isinstance(person.pending, ElevenDigits) and event.reply == "no":
        return Replied(at=at, key=key, to=event.to, reply="no", text=held.release(person.id))
    return event


def _worded(
    deed: Worded, incoming: Incoming, person: Person, scrub: Scrub, at: datetime
) -> Remarked | Typed | Refused | None:
    key = key_of("worded", incoming.where.conversation_id, incoming.id)
    words = scrub.text(deed.text)
    if isinstance(words, TooMuch):
        return _too_long(at, key, words)
    text = words.text.strip()
    if not text:
        return Refused(at=at, key=key, refusal="control")
    if deed.about:
        return Remarked(at=at, key=key, slot=deed.about, text=text, masked=words.masked)
    is_asked = isinstance(person.pending, Refusing)
    return Typed(at=at, key=key, text=text, masked=words.masked) if is_asked else None


def _sent_file(deed: Opened, incoming: Incoming, scrub: Scrub, at: datetime) -> SentFile | Refused:
    key = key_of("file", incoming.where.conversation_id, incoming.id)
    typed = scrub.text(deed.text)
    if isinstance(typed, TooMuch):
        return _too_long(at, key, typed)
    opened, is_number_out = scrubbed_file(deed, scrub)
    return SentFile(
        at=at,
        key=key,
        sheets=opened.sheets,
        places=opened.places,
        refusal=opened.refusal,
        text=typed.text.strip(),
        masked="number" if is_number_out or typed.masked == "number" else "nothing",
    )


def _tapped(
    deed: Tapped,
    incoming: Incoming,
    person: Person,
    view: View | None,
    scrub: Scrub,
    held: HeldDigits,
    at: datetime,
) -> AnyEvent | None:
    data = deed.data
    key = key_of(deed.verb, data) if _text(data, "k") else key_of(deed.verb, incoming.id)
    match deed.verb:
        case "answer":
            return _submitted(data, person, view, scrub, held, key, at)
        case "command":
            command = next((c for c in Command if c == _text(data, "c")), None)
            if command is None:
                return None
            return Commanded(at=at, key=key, command=command, argument=_argument(command, data, view))
        case "reply":
            to, reply = _text(data, "t"), _text(data, "y")
            text = held.release(person.id) if (to, reply) == ("eleven_digits", "no") else ""
            application = _text(data, "a")
            about = _text(data, "i")
            if to == "belonging":
                reply = _text(data, "community")[:MOST_CODE]
            if to == "forwarding":
                text = scrub.name(_text(data, "organisation"))
            if to == "taking_in":
                text = " ".join(code for name in ("party", "year") if (code := _code(data, name)))
            if (to, reply) == ("taking_in", "corrected"):
                corrected = scrub.text(_text(data, "table"))
                if isinstance(corrected, TooMuch):
                    return _too_long(at, key, corrected)
                text = corrected.text
            return Replied(
                at=at, key=key, to=to, about=about, reply=reply, text=text, application=application
            )
        case _:
            return None


def _submitted(
    data: Mapping[str, Any],
    person: Person,
    view: View | None,
    scrub: Scrub,
    held: HeldDigits,
    key: str,
    at: datetime,
) -> Submitted | Refused | None:
    revisions = data.get("r")
    if not isinstance(revisions, dict) or len(revisions) > MOST_FIELDS:
        return None
    known = {
        slot: revision
        for slot, revision in revisions.items()
        if isinstance(revision, int) and _may_be_kept(slot, view, scrub)
    }
    length = sum(len(_text(data, slot)) for slot in known)
    if length > MOST_TYPED:
        return Refused(at=at, key=key, refusal="too_long", values={"length": length, "maximum": MOST_TYPED})
    raw: dict[str, str] = {}
    masked: dict[str, Masked] = {}
    for slot, scrubbed in scrub.fields({slot: _text(data, slot) for slot in known}).items():
        if isinstance(scrubbed, TooMuch):
            return _too_long(at, key, scrubbed)
        scrubbed = _unless_accepted(scrubbed, slot, view, scrub)
        raw[slot] = scrubbed.text
        masked[slot] = scrubbed.masked
        if scrubbed.masked == "doubtful" and "doubtful" not in list(masked.values())[:-1]:
            held.hold(person.id, scrubbed.original)
    return Submitted(at=at, key=key, raw=raw, revisions=known, page=_text(data, "p")[:120], masked=masked)


def _too_long(at: datetime, key: str, text: TooMuch) -> Refused:
    return Refused(
        at=at, key=key, refusal="too_long", values={"length": text.length, "maximum": text.maximum}
    )


def _may_be_kept(slot: str, view: View | None, scrub: Scrub) -> bool:
    """A slot of the draft, or one that is gone, under which its words are set aside; no text in disguise."""
    if view is not None and slot in view.field_by_id:
        return True
    return to_slot(slot) is not None and scrub.text(slot) == Scrubbed(slot)


def _unless_accepted(scrubbed: Scrubbed, slot: str, view: View | None, scrub: Scrub) -> Scrubbed:
    """Digits that stand in the answer already were asked about once: the same are not asked about again."""
    answer = view.application.answers.get(slot) if view is not None else None
    if scrubbed.masked != "doubtful" or answer is None:
        return scrubbed
    standing = answer.value if isinstance(answer.value, str) else answer.raw
    if not set(scrub.doubtful_digits(scrubbed.original)) <= set(scrub.doubtful_digits(standing)):
        return scrubbed
    return Scrubbed(scrubbed.original)


def _argument(command: Command, data: Mapping[str, Any], view: View | None) -> str:
    """A button names a field by its slot: what names none is an old card's, or nobody's, and is not repeated."""
    argument = _text(data, "x")
    names_none = view is None or argument not in view.field_by_id
    return "" if command is Command.CHANGE and names_none else argument


def plain(deed: Wrote) -> str:
    return from_teams(deed.text, recipient_name=deed.mentions_as, is_markup=deed.is_markup)


def _code(data: Mapping[str, Any], name: str) -> str:
    """What was chosen in a list; whether it is there is for the dialog to say."""
    chosen = _text(data, name)[:MOST_CODE]
    return chosen if chosen.isascii() and " " not in chosen else ""


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""
