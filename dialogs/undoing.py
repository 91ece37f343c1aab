"""«angre»: takes the person's own last change back, shown and confirmed first; and what was taken back, again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dialogs.application import Answer, Application
from dialogs.budget import budget_of
from dialogs.deed import MOST_CHARACTERS, MOST_FIELDS, Before, Deed, LinesBefore, bounded, moved
from dialogs.effects import HISTORY, PROPOSALS, REDO, UNDO, Button
from dialogs.events import Command
from dialogs.fields import FIRST_LINE, any_field
from dialogs.moment import Moment
from dialogs.ownership import owner_of_slot
from dialogs.person import Person, Undoing
from dialogs.showing import value_text
from dialogs.slots import to_slot
from dialogs.standing import has_shape
from dialogs.staying_parties import writes_out

Direction = Literal["undo", "redo"]


@dataclass(frozen=True, slots=True)
class _Refusal:
    code: Literal["changed", "anothers", "too_much", "party_in"]
    field: Before | None = None


def remember(moment: Moment, before: Application | None) -> None:
    """What this step changed of the open draft, for its author to take back."""
    now, person = moment.application, moment.person
    gone = moment.erased or (now.id if now is not None and not _may_undo(moment, now) else None)
    if gone is not None and has_deeds(person, gone):
        moment.person = without_deeds(person, gone)
    if now is None or before is None or now is before or now.id != before.id or moment.has_undone:
        return
    deed = _deed(moment, before, now) if _may_undo(moment, now) else None
    if deed is not None:
        moment.change_person(undo=bounded((*moment.person.undo, _with_half_before(moment, deed))))


def has_deeds(person: Person, application: str) -> bool:
    is_asked = isinstance(person.pending, Undoing) and person.pending.application == application
    return is_asked or any(one.application == application for one in (*person.undo, *person.redo))


def without_deeds(person: Person, application: str) -> Person:
    """The person, who can take nothing of that application back any more."""
    undo, redo = (
        tuple(one for one in deeds if one.application != application) for deeds in (person.undo, person.redo)
    )
    pending = None if isinstance(person.pending, Undoing) else person.pending
    return person.model_copy(update={"undo": undo, "redo": redo, "pending": pending})


def ask(moment: Moment, direction: Direction) -> None:
    """Shows what the last change was, and asks; or says why it cannot be taken back."""
    deed = _last(moment, direction)
    if deed is None:
        if direction == "undo":
            moment.say("undo-nothing", HISTORY)
        else:
            moment.say("redo-nothing", HISTORY)
        return moment.ask_again()
    refusal = _refusal(moment, deed)
    if refusal is not None:
        return _refuse(moment, refusal)
    return moment.ask_about(Undoing(deed=deed, is_redo=direction == "redo"))


def confirmed(moment: Moment, pending: Undoing) -> None:
    direction: Direction = "redo" if pending.is_redo else "undo"
    deed = _last(moment, direction)
    if deed is None or deed.id != pending.deed.id or deed.fields != pending.deed.fields:
        return _refuse(moment, _Refusal("changed"))
    refusal = _refusal(moment, deed)
    if refusal is not None:
        return _refuse(moment, refusal)
    budget_before = budget_of(moment.view).fingerprint()
    _put_back(moment, deed, direction)
    first = deed.fields[0].slot if deed.fields else ""
    if direction == "undo":
        moment.say("undone", REDO, HISTORY)
    else:
        moment.say("redone", UNDO, HISTORY)
    asked = moment.view.field_by_id.get(first)
    if moment.person.shown is None and asked is not None:
        return moment.show_changed(first, budget_before)
    return moment.go_on()


def _may_undo(moment: Moment, now: Application) -> bool:
    member = now.member(moment.person.id)
    return now.is_draft and member is not None and member.is_contact


def _deed(moment: Moment, before: Application, now: Application) -> Deed | None:
    fields = tuple(
        Before(slot=slot, answer=before.answers.get(slot), revision=answer.revision)
        for slot, answer in (now.answers.items() if now.answers is not before.answers else ())
        if answer is not before.answers.get(slot) and answer != before.answers.get(slot)
    )
    lines = tuple(
        LinesBefore(page=page, old=before.lines.get(page, (FIRST_LINE,)), new=new)
        for page, new in now.lines.items()
        if before.lines.get(page, (FIRST_LINE,)) != new
    )
    settled = tuple(one for one in before.proposals if one not in now.proposals)
    has_proposed = any(one not in before.proposals for one in now.proposals)
    if not (fields or lines or has_proposed):
        return None
    deed = Deed(
        id=moment.event.fresh("deed", 12), application=now.id, at=moment.event.at, fields=fields, lines=lines
    )
    if has_proposed and not (fields or lines):
        return deed.model_copy(update={"obstacle": "anothers"})
    deed = deed.model_copy(update={"proposals": settled})
    parties = ({one.party for one in every.members} - {None} for every in (before, now))
    if len(fields) > MOST_FIELDS or deed.length > MOST_CHARACTERS or next(parties) - next(parties):
        empty = {"fields": (), "lines": (), "proposals": (), "obstacle": "too_much"}
        return deed.model_copy(update=empty)
    return deed


def _with_half_before(moment: Moment, deed: Deed) -> Deed:
    """What was asked about before it was taken is one change with its answer: taken back, it stands as before both."""
    last = moment.person.undo[-1] if moment.person.undo else None
    if last is None or last.application != deed.application or last.obstacle is not None or last.lines:
        return deed
    half = {one.slot: one for one in last.fields}
    is_half = {
        one.slot
        for one in deed.fields
        if one.answer is not None and one.answer.problem not in (None, "skipped") and one.slot in half
    }
    is_same = all(half[o.slot].revision == o.revision_before for o in deed.fields if o.slot in half)
    if not is_half or is_half != half.keys() or not is_same:
        return deed
    fields = tuple(
        one.model_copy(update={"answer": half[one.slot].answer}) if one.slot in half else one
        for one in deed.fields
    )
    moment.change_person(undo=moment.person.undo[:-1])
    return deed.model_copy(update={"fields": fields, "proposals": (*last.proposals, *deed.proposals)})


def _last(moment: Moment, direction: Direction) -> Deed | None:
    deeds = moment.person.undo if direction == "undo" else moment.person.redo
    return next((one for one in reversed(deeds) if one.application == moment.draft.id), None)


def _refusal(moment: Moment, deed: Deed) -> _Refusal | None:
    draft = moment.draft
    if deed.obstacle is not None:
        return _Refusal(deed.obstacle)
    for one in deed.fields:
        standing = draft.answers.get(one.slot)
        owner = owner_of_slot(moment.context.form, draft, one.slot)
        if owner is not None and moment.is_only_proposed(one.slot, standing, owner):
            return _Refusal("anothers", one)
        if draft.revision(one.slot) != one.revision:
            return _Refusal("changed", one)
        asked = moment.view.field_by_id.get(one.slot)
        value = one.answer.value if one.answer is not None else None
        if asked is not None and writes_out(moment, asked, value if isinstance(value, list) else []):
            return _Refusal("party_in", one)
    touched = {one.slot for one in deed.fields}
    for line in deed.lines:
        if draft.lines.get(line.page, (FIRST_LINE,)) != line.new or _is_written(moment, line, touched):
            return _Refusal("changed")
    return None


def _is_written(moment: Moment, lines: LinesBefore, touched: set[str]) -> bool:
    """Whether something stands in a line that would go."""
    going = set(lines.new) - set(lines.old)
    for name, answer in moment.draft.answers.items():
        slot = to_slot(name)
        if slot is None or slot.line not in going:
            continue
        page = moment.context.form.page_of(slot.question)
        is_there = page is not None and page.name == lines.page
        if is_there and name not in touched and (answer.value is not None or answer.raw):
            return True
    return False


def _put_back(moment: Moment, deed: Deed, direction: Direction) -> None:
    draft, person, at = moment.draft, moment.person, moment.event.at
    answers: dict[str, Answer] = {}
    opposite: list[Before] = []
    for one in deed.fields:
        standing = draft.answers[one.slot]
        old = one.answer
        # In a party's own field it is that party's word again, or another's: whoever gave it stays its author.
        owned = owner_of_slot(moment.context.form, draft, one.slot) is not None
        answers[one.slot] = Answer(
            value=old.value if old is not None else None,
            raw=old.raw if old is not None else "",
            problem=old.problem if old is not None else "skipped",
            revision=standing.revision + 1,
            by=old.by if old is not None and owned else person.id,
            at=at,
        )
        opposite.append(Before(slot=one.slot, answer=standing, revision=standing.revision + 1))
    lines = {one.page: one.old for one in deed.lines}
    there = {(one.slot, one.party) for one in draft.proposals}
    again = tuple(one for one in deed.proposals if (one.slot, one.party) not in there)
    changes: dict[str, object] = {"answers": {**draft.answers, **answers}, "lines": {**draft.lines, **lines}}
    if again:
        changes["proposals"] = (*draft.proposals, *again)
    moment.change_application(**changes)
    moment.has_undone = True
    back = deed.model_copy(
        update={
            "fields": tuple(opposite),
            "lines": tuple(LinesBefore(page=one.page, old=one.new, new=one.old) for one in deed.lines),
        }
    )
    revisions = {one.slot: (one.revision_before, answers[one.slot].revision) for one in deed.fields}
    undo, redo = (
        moved(tuple(one for one in deeds if one.id != deed.id), revisions)
        for deeds in (person.undo, person.redo)
    )
    if direction == "undo":
        moment.change_person(undo=undo, redo=bounded((*redo, back)))
    else:
        moment.change_person(undo=bounded((*undo, back)), redo=redo)


def _refuse(moment: Moment, refusal: _Refusal) -> None:
    match refusal.code:
        case "changed":
            before = refusal.field
            asked = moment.view.field_by_id.get(before.slot) if before is not None else None
            change = (
                ()
                if asked is None
                else (Button("change", Command.CHANGE, asked.id, label=f"field:{asked.id}"),)
            )
            moment.say("undo-changed", *change, HISTORY, quote=_text(moment, before))
        case "anothers":
            moment.say("undo-anothers", PROPOSALS, HISTORY)
        case "too_much":
            moment.say("undo-too-much", HISTORY)
        case "party_in":
            moment.say("undo-party-in", HISTORY)
    return moment.ask_again()


def _text(moment: Moment, before: Before | None) -> str:
    """What stood there, for the person to write again."""
    answer = before.answer if before is not None else None
    if before is None or answer is None:
        return ""
    field = any_field(moment.context.form, before.slot)
    if field is None or not answer.is_valid or not has_shape(field.question.kind, answer.value):
        return answer.raw
    return value_text(moment.view, field, answer.value, moment.person.language)
