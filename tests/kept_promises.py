"""What must hold between any two deeds: no answer is lost, nothing half is sent, nobody writes unasked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.incoming import Scrub, Scrubbed
from bot.interpret import interpret
from dialogs.alike import BETWEEN
from dialogs.application import Application, SetAside
from dialogs.asking import slots_of, words_of
from dialogs.brought import Brought
from dialogs.budget import budget_of
from dialogs.contact_line import over_contact
from dialogs.cost_line import over_cost, over_costs
from dialogs.events import AnyEvent, Command, Commanded, Pasted, Replied, Typed
from dialogs.grids import grid_of
from dialogs.inquiry import MOST_OPEN, Inquiry
from dialogs.meant_field import meant_field
from dialogs.ownership import open_proposals
from dialogs.person import Deleting, Differs, Forwarding, Person, TakingAway, TakingIn, Undoing
from dialogs.reading import read
from dialogs.readings import Taken
from dialogs.slots import to_slot
from dialogs.standing import as_typed, has_shape
from dialogs.table_costs import PAGE, QUESTIONS
from dialogs.tables import read_table
from dialogs.taking import MOST_LINES
from dialogs.view import Field, View
from tests.talking import Talk

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is stored, as it was between two deeds."""

    applications: dict[str, Application]
    persons: dict[str, Person]
    """By object id."""
    submissions: list[Json]
    cases: list[Json]
    inquiries: dict[str, Inquiry]
    """By reference."""


def kept_now(talk: Talk) -> Kept:
    applications = [Application.model_validate(body) for body in talk.records("application")]
    persons = [Person.model_validate(body) for body in talk.records("person")]
    return Kept(
        {application.id: application for application in applications},
        {person.object_id: person for person in persons},
        talk.records("submission"),
        talk.records("case"),
        {inquiry.reference: inquiry for inquiry in map(Inquiry.model_validate, talk.records("inquiry"))},
    )


def broken_promises(talk: Talk, typed: str | None, before: Kept, after: Kept) -> list[str]:
    """`typed` is what was typed just now; None for every other deed, also for a repeated delivery."""
    return [
        *_nothing_goes(talk, before, after),
        *_answers_change_only_when_meant(talk, typed, before, after),
        *_words_are_kept(talk, typed, before, after),
        *_sent_once_and_whole(talk, before, after),
        *_asked_as_it_was_shown(talk, before, after),
        *_taken_as_it_was_shown(talk, before, after),
        *_undone_as_it_was_shown(talk, before, after),
    ]


def _nothing_goes(talk: Talk, before: Kept, after: Kept) -> Iterator[str]:
    person = before.persons.get(talk.who)
    for key, was in before.applications.items():
        now = after.applications.get(key)
        if now is None:
            pending = person.pending if person is not None else None
            if not (isinstance(pending, Deleting) and pending.sure and pending.application == key):
                yield f"{key} is gone without two yeses"
            continue
        for slot, answer in was.answers.items():
            is_now = now.answers.get(slot)
            if is_now is None or is_now.revision < answer.revision:
                yield f"{slot} is gone, or its revision fell"
            elif is_now.revision == answer.revision and is_now != answer:
                yield f"{slot} changed under one revision"
        settled = words_of(person.pending) if person is not None and person.pending is not None else ()
        by_tap = talk.tapped_data is not None
        gone = [
            one
            for one in was.set_aside
            if (one.slot, one.text) not in {(kept.slot, kept.text) for kept in now.set_aside}
            and not ((one.slot, one.text) in settled and (by_tap or _was_answered(one, was, now)))
            and not _was_asked(person, one)
        ]
        if gone:
            yield f"no longer beside the draft: {gone}"
        if now.audit.seq < was.audit.seq:
            yield "the audit fell back"
        if now != was and (person is None or not was.has_member(person.id)):
            yield "a stranger changed an application"


def _was_answered(kept: SetAside, was: Application, now: Application) -> bool:
    """Whether words for a field became its answer; words for none were taken for an answer or a question."""
    return kept.slot is None or was.answers.get(kept.slot) != now.answers.get(kept.slot)


def _was_asked(person: Person | None, one: SetAside) -> bool:
    pending = person.pending if person is not None else None
    return isinstance(pending, TakingAway) and pending.text_key == one.key


def _answers_change_only_when_meant(
    talk: Talk, typed: str | None, before: Kept, after: Kept
) -> Iterator[str]:
    person = before.persons.get(talk.who)
    event = _as_interpreted(talk, typed, person, before) if typed is not None and person is not None else None
    data = talk.tapped_data
    is_said = isinstance(event, Commanded) and event.command is not Command.WAS_ANSWER
    is_tapped = data is not None and "c" in data and data["c"] != Command.WAS_ANSWER
    is_tapped = is_tapped and not {"r", "y"} & set(data or ())  # a card that was saved, or a reply
    is_command = is_said or is_tapped
    for key, now in after.applications.items():
        was = before.applications.get(key)
        if was is None:
            continue
        changed = {slot for slot, answer in now.answers.items() if was.answers.get(slot) != answer}
        if person is not None and _accepts(event, data):
            changed -= _proposed_to(person, View(was, talk.context), now)
        if changed and not was.is_draft:
            yield f"sent, and yet changed: {sorted(changed)}"
        meant = _meant_slots(talk, was, person, typed)
        same = _made_alike(talk, event, now, person)
        meant |= same
        valid = {slot for slot in changed if slot in was.answers and was.answers[slot].is_valid}
        is_alike = same if data is None else set()
        may_not = sorted(valid - is_alike)
        if is_command and (taken := [slot for slot in may_not if _is_taken_away(talk, slot, was, now)]):
            yield f"a command changed answers: {taken}"
        seen = _revisions_seen(talk, person)
        unseen = {
            slot for slot in valid if seen.get(slot, was.answers[slot].revision) != was.answers[slot].revision
        }
        if unseen:
            yield f"answers were changed that the person had not seen: {sorted(unseen)}"
        if "hospital_names" not in meant and changed - meant:  # a name spelled anew takes the answers with it
            yield f"changed without being meant: {sorted(changed - meant)}"


def _made_alike(talk: Talk, event: AnyEvent | None, now: Application, person: Person | None) -> set[str]:
    """The slots of the page that «Samme som …» was said about; what another party has brings along its questions."""
    data = talk.tapped_data
    if data is not None and data.get("c") == Command.SAME:
        page = str(data.get("x")).rpartition(BETWEEN)[0]
    elif isinstance(event, Commanded) and event.command is Command.SAME and person is not None:
        page = person.shown.page if person.shown is not None else ""
    else:
        return set()
    return {field.id for field in View(now, talk.context).fields if field.instance.id == page}


def _accepts(event: AnyEvent | None, data: Json | None) -> bool:
    is_tapped = data is not None and data.get("c") == Command.ACCEPT
    return is_tapped or (isinstance(event, Commanded) and event.command is Command.ACCEPT)


def _proposed_to(person: Person, was: View, now: Application) -> set[str]:
    """Slots whose answer has become just what was proposed to the person's own party."""
    member = was.application.member(person.id)
    proposed = open_proposals(was, member.party or "") if member is not None else ()
    return {one.slot for one in proposed if now.value(one.slot) == one.value}


def _is_taken_away(talk: Talk, slot: str, was: Application, now: Application) -> bool:
    """An answer that fits its question no longer, after another release, may be passed over; its words stay."""
    view = View(was, talk.context)
    field = view.field_by_id.get(slot)
    answer = view.answer(field) if field is not None else was.answers[slot]
    stands = answer is None or answer.is_valid
    return stands or now.answers[slot].raw != as_typed(was.answers[slot].value)


def _revisions_seen(talk: Talk, person: Person | None) -> dict[str, int]:
    """As the card that was saved, or the question that was answered by typing, had them; empty for a reply."""
    data = talk.tapped_data
    if data is not None:
        revisions = data.get("r")
        return revisions if isinstance(revisions, dict) else {}
    if person is None or person.shown is None or person.pending is not None:
        return {}
    return dict(person.shown.revisions)


def _meant_slots(talk: Talk, was: Application, person: Person | None, typed: str | None) -> set[str]:
    """The slots that the deed could be about: shown, asked about, or on the tapped card or its page."""
    meant = {slot for slot, answer in was.answers.items() if answer.problem == "unconfirmed"}
    if person is not None and person.pending is not None:
        meant.update(slots_of(person.pending))
    if person is not None and isinstance(person.pending, TakingIn):
        meant.update(answer.slot for answer in person.pending.brought.answers)
        meant.update(_slots_of_new_lines(was, person.pending))
    if person is not None and isinstance(person.pending, Undoing):
        meant.update(one.slot for one in person.pending.deed.fields)
    if person is not None and isinstance(person.pending, Differs):
        meant.update(differing.slot for differing in person.pending.fields)
    data = talk.tapped_data
    if data is not None:
        meant.update(data["r"] if isinstance(data.get("r"), dict) else ())
        meant.update(f.id for f in View(was, talk.context).fields if f.instance.id == data.get("x"))
    if person is not None and person.shown is not None and (data is None or "r" not in data):
        meant.update(person.shown.slots)
    if data is None and typed is not None and person is not None:
        meant.update(_slots_of_typed_costs(talk, was, person, typed))
    return meant


def _slots_of_typed_costs(talk: Talk, was: Application, person: Person, typed: str) -> set[str]:
    """Costs that were typed under each other, or as one more, are lines of their own."""
    view = View(was, talk.context)
    asked = view.field_by_id.get(person.shown.slot) if person.shown is not None else None
    costs = over_costs(view, asked, typed, talk.now.date()) if asked is not None else []
    used = [int(slot.line) for name in was.answers if (slot := to_slot(name)) is not None and slot.line]
    first = max((*used, *map(int, was.lines.get(PAGE, ("0",)))), default=0)
    lines = range(first, first + len(costs) + 1)
    slots = {f"{name}#{line}" for name in QUESTIONS for line in lines}
    return {slot for slot in slots if slot not in was.answers} if costs else set()


def _slots_of_new_lines(was: Application, pending: TakingIn) -> set[str]:
    used = [int(slot.line) for name in was.answers if (slot := to_slot(name)) is not None and slot.line]
    first = max((*used, *map(int, was.lines.get(PAGE, ("0",)))), default=0) + 1
    lines = range(1, first + len(pending.brought.lines) + 1)
    return {f"{name}#{line}" for name in QUESTIONS for line in lines if f"{name}#{line}" not in was.answers}


def _taken_as_it_was_shown(talk: Talk, before: Kept, after: Kept) -> Iterator[str]:
    """Lines that came by a table are just those that were shown, all of them or none."""
    person = before.persons.get(talk.who)
    pending = person.pending if person is not None else None
    was = before.applications.get(pending.application) if isinstance(pending, TakingIn) else None
    if not isinstance(pending, TakingIn) or was is None or was.id not in after.applications:
        return
    now = after.applications[was.id]
    new = [line for line in now.lines.get(PAGE, ()) if any(_is_new(was, now, line, q) for q in QUESTIONS)]
    if not new:
        return
    read = pending.brought.lines
    if len(new) != len(read):
        yield f"{len(new)} lines came of {len(read)}"
    for line, shown in zip(new, read, strict=False):
        for answer in shown.answers:
            stored = now.answers.get(f"{answer.slot}#{line}")
            if stored is None or (stored.value, stored.problem) != (answer.value, answer.problem):
                yield f"{answer.slot}#{line} is not as it was shown"


def _undone_as_it_was_shown(talk: Talk, before: Kept, after: Kept) -> Iterator[str]:
    """What was taken back stands just as it stood, and can be made again."""
    was, now = before.persons.get(talk.who), after.persons.get(talk.who)
    pending = was.pending if was is not None else None
    if not isinstance(pending, Undoing) or now is None:
        return
    opposite = now.undo if pending.is_redo else now.redo
    draft = after.applications.get(pending.application)
    old = before.applications.get(pending.application)
    back = next((one for one in opposite if one.id == pending.deed.id), None)
    if draft is None or old is None or back is None or draft.answers == old.answers:
        return
    for one, again in zip(pending.deed.fields, back.fields, strict=True):
        stands, wanted = draft.answers[one.slot], one.answer
        if wanted is not None and (stands.value, stands.raw) != (wanted.value, wanted.raw):
            yield f"{one.slot} does not stand as it was shown that it would"
        if wanted is None and (stands.value is not None or stands.raw):
            yield f"{one.slot} is not as if it had never been answered"
        if again.answer != old.answers[one.slot] or again.revision != stands.revision:
            yield f"{one.slot} cannot be had again"


def _is_new(was: Application, now: Application, line: str, question: str) -> bool:
    slot = f"{question}#{line}"
    return slot in now.answers and slot not in was.answers


def _words_are_kept(talk: Talk, typed: str | None, before: Kept, after: Kept) -> Iterator[str]:
    was, now = before.persons.get(talk.who), after.persons.get(talk.who)
    if was is None or now is None:
        return
    event = _as_interpreted(talk, typed, was, before) if typed is not None else None
    data = talk.tapped_data
    replied = isinstance(event, Replied) or (data is not None and "y" in data)
    aside = {(kept.slot, kept.text) for a in after.applications.values() for kept in a.set_aside}
    aside |= {(None, remark.text) for a in after.applications.values() for remark in a.remarks}
    if was.pending is not None and now.pending != was.pending and not replied:
        for slot, text in words_of(was.pending):
            if (slot, text) not in aside:
                yield f"what was asked about is gone: {text!r}"
    draft = before.applications.get(was.open_application or "")
    if isinstance(event, Pasted) and draft is not None and draft.is_draft:
        became = after.applications[draft.id]
        changed = (became.answers, became.proposals) != (draft.answers, draft.proposals)
        if (
            not changed
            and event.text not in {text for _, text in aside}
            and not _stands_in(talk, draft, event)
        ):
            yield f"pasted and nowhere: {event.text!r}"
    if isinstance(event, Typed) and draft is not None and draft.is_draft:
        now_there = after.applications[draft.id]
        is_taken = (now_there.answers, now_there.proposals, now_there.lines) != (
            draft.answers,
            draft.proposals,
            draft.lines,  # «one more» a second time adds a line, and nothing else
        )
        in_answers = is_taken or _stands(talk, draft, was, event.text)
        if not in_answers and event.text not in {text for _, text in aside}:
            yield f"typed and nowhere: {event.text!r}"


def _as_interpreted(talk: Talk, typed: str, was: Person, before: Kept) -> AnyEvent | None:
    draft = before.applications.get(was.open_application or "")
    scrubbed = Scrub(talk.context.texts, was.language).text(typed)
    if not isinstance(scrubbed, Scrubbed) or not scrubbed.text.strip():
        return None
    view = View(draft, talk.context) if draft is not None else None
    return interpret(scrubbed, was, view, talk.phrases, at=talk.now, key="")


def _stands_in(talk: Talk, draft: Application, event: Pasted) -> bool:
    """Whether all of the table stands in the draft already."""
    grid = grid_of(event.text)
    view = View(draft, talk.context)
    read = read_table(grid, view, talk.now.date(), most_lines=MOST_LINES) if grid is not None else None
    if not isinstance(read, Brought) or read.is_empty:
        return False
    values = {value for slot in draft.answers if isinstance(value := draft.value(slot), str | int)}
    wrong = {answer.raw for answer in draft.answers.values() if not answer.is_valid}
    wanted = [answer for line in read.lines for answer in line.answers]
    are_there = all(one.value in values if one.value is not None else one.raw in wrong for one in wanted)
    return are_there and all(draft.value(answer.slot) == answer.value for answer in read.answers)


def _stands(talk: Talk, draft: Application, was: Person, text: str) -> bool:
    """Whether what it answers, on the page that was shown, is answered with just this already."""
    view, today = View(draft, talk.context), talk.now.date()
    shown = view.field_by_id.get(was.shown.slot) if was.shown is not None else None
    if shown is None:
        return False
    line = over_contact(view, shown, text, today) or over_cost(view, shown, text, today)
    return all(
        _is_just(view, view.field_by_id[slot], raw, today)
        for slot, raw in (line or {meant_field(view, shown, text, today).id: text}).items()
    )


def _is_just(view: View, asked: Field, raw: str, today: date) -> bool:
    answer = view.application.answers.get(asked.id)
    if answer is None:
        return False
    reading = read(view, asked, raw, today)
    return answer.raw == raw or (isinstance(reading, Taken) and reading.value == answer.value)


def _sent_once_and_whole(talk: Talk, before: Kept, after: Kept) -> Iterator[str]:
    for key, now in after.applications.items():
        was = before.applications.get(key)
        if was is None or was.is_draft:
            if not now.is_draft:
                yield from _what_is_not_whole(View(now, talk.context))
        elif (was.case_number, was.submissions, was.status) != (now.case_number, now.submissions, now.status):
            yield "the number or the version of what was sent changed"
    sent = [a for a in after.applications.values() if not a.is_draft]
    numbers = {a.case_number for a in sent}
    if not len(sent) == len(numbers) == len(after.submissions) == len(after.cases):
        yield "not one number and one version for each that is sent"


def _asked_as_it_was_shown(talk: Talk, before: Kept, after: Kept) -> Iterator[str]:
    """The secretariat gets what the person saw and said yes to, once, and at most three at a time."""
    person = before.persons.get(talk.who)
    for reference, inquiry in before.inquiries.items():
        if after.inquiries.get(reference) != inquiry:
            yield f"{reference} changed, or is gone"
    for reference in after.inquiries.keys() - before.inquiries.keys():
        pending = person.pending if person is not None else None
        if not isinstance(pending, Forwarding):
            yield f"{reference} was sent unasked"
            continue
        sent, shown = after.inquiries[reference], pending.inquiry
        if (sent.text, sent.question, sent.community) != (shown.text, shown.question, shown.community):
            yield f"{reference} is not what was shown"
        if sent.community not in talk.connected:
            yield f"{reference} goes nowhere"
    askers = [inquiry.asked_by for inquiry in after.inquiries.values()]
    if any(askers.count(asker) > MOST_OPEN for asker in askers):
        yield "more than three are open"


def _what_is_not_whole(view: View) -> Iterator[str]:
    """Looked at anew, without asking the code that let it be sent."""
    for field in view.fields:
        answer = view.application.answers.get(field.id)
        if field.question.asks_for_lines:
            continue
        if field.question.required and (answer is None or answer.value is None or answer.problem is not None):
            yield f"sent without {field.id}"
        elif answer is not None and answer.problem not in (None, "skipped"):
            yield f"sent with {field.id} wrong"
        elif (
            answer is not None
            and answer.value is not None
            and not has_shape(field.question.kind, answer.value)
        ):
            yield f"sent with something else in {field.id}"
    budget = budget_of(view)
    if budget.costs() != budget.financing() or not budget.applied():
        yield "sent with a budget that does not meet"


def all_told_once(talk: Talk) -> bool:
    """Whether each version that was sent is to be filed once, and the secretariat told and asked once."""
    sent = sorted(submission["application"]["id"] for submission in talk.records("submission"))
    told = (sorted(row.body["application"] for row in talk.outbox(target)) for target in ("folder", "notice"))
    asked = sorted(inquiry["reference"] for inquiry in talk.records("inquiry"))
    is_asked_once = sorted(row.body["inquiry"] for row in talk.outbox("inquiry")) == asked
    return is_asked_once and all(one == sent for one in told)
