"""Takes one field into the draft: right, wrong or half; what is doubtful is asked about before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, assert_never

from dialogs import questions
from dialogs.call_news import tell_of_call
from dialogs.events import Masked
from dialogs.moment import Moment
from dialogs.person import Doubt, ElevenDigits, PastPeriod, Pending, Spread, Which
from dialogs.rates import rate_said
from dialogs.reading import read
from dialogs.readings import Doubted, InThePast, Several, Taken, Unclear, Wrong
from dialogs.showing import typed_text
from dialogs.slots import Slot, to_slot
from dialogs.staying_parties import follow_new_name, new_name, with_parties_that_are_in
from dialogs.view import Field, typed_party_id

MOST_LINES = 300


def take(moment: Moment, asked: Field, raw: str, masked: Masked = "nothing") -> bool:
    """Reads one field and keeps it, right or wrong. False when something is asked about it first."""
    match masked:
        case "number":
            moment.put(asked.id, raw=raw, problem="identity_number")
            moment.say("identity-number")
            return True
        case "control":
            moment.put(asked.id, raw=raw, problem="control_characters")
            return True
        case "doubtful":
            moment.put(asked.id, raw=raw, problem="eleven_digits")
            return _ask(moment, ElevenDigits(slot=asked.id, raw=raw))
        case "nothing":
            return _read(moment, asked, raw)
        case _:
            assert_never(masked)


def _read(moment: Moment, asked: Field, raw: str) -> bool:
    said = rate_said(moment.view, asked, raw)
    if said is not None and isinstance(read(moment.view, *said, moment.today), Taken):
        moment.put(asked.id, problem="skipped")
        asked, raw = said
    answer = moment.view.answer(asked)
    if (
        answer is not None
        and answer.is_valid
        and raw == typed_text(moment.view, asked, moment.person.language)
    ):
        # A card saved again as it stood: nothing of it is asked about anew.
        moment.put(asked.id, answer.value)
        return True
    reading = read(moment.view, asked, raw, moment.today)
    match reading:
        case Taken():
            keep(moment, asked, reading.value)
            return True
        case Wrong():
            moment.put(asked.id, raw=raw, problem=reading.as_problem())
            return True
        case Several():
            pending: Pending = Spread(values=dict(reading.values))
        case Doubted():
            pending = Doubt(slot=asked.id, raw=raw, value=reading.value)
        case InThePast():
            pending = PastPeriod(slot=asked.id, raw=raw)
        case Unclear():
            pending = Which(
                slot=asked.id,
                understood=reading.understood,
                choices=reading.choices,
                rest=reading.rest,
                text=reading.text,
            )
        case _:
            assert_never(reading)
    moment.put(asked.id, raw=raw, problem="unconfirmed")
    return _ask(moment, pending)


def _ask(moment: Moment, pending: Pending) -> bool:
    """One thing is asked about at a time; what else on the card is unsure waits as unconfirmed. Always False."""
    if moment.person.pending is None:
        moment.ask_about(pending)
    return False


def keep(moment: Moment, asked: Field, value: Any) -> None:
    """A value that is sure, with what follows from it."""
    if asked.question.asks_for_lines and value == "yes":
        moment.put(asked.id, raw="yes", problem="again")
        add_line(moment, asked.question.asks_for_lines)
        return
    before = moment.draft.value(asked.id)
    if asked.instance.section.name == "parties":
        value = with_parties_that_are_in(moment, asked, value)
    if not moment.put(asked.id, value):
        return
    if isinstance(asked.question.kind, questions.Names) and isinstance(before, list):
        _keep_answers_of_renamed(moment, before, value)
    tell_of_call(moment, asked)


def add_line(moment: Moment, page: str) -> str:
    """The id of the new line, or of the last one where there are enough."""
    lines = moment.view.lines(page)
    return lines[-1] if len(lines) >= MOST_LINES else add_lines(moment, page, 1, kept=lines)[0]


def add_lines(moment: Moment, page: str, count: int, *, kept: Sequence[str]) -> tuple[str, ...]:
    """The ids of new lines after those that are kept. An id is never used again."""
    names = {
        q.name for s in moment.context.form.sections for p in s.pages if p.name == page for q in p.questions
    }
    slots = (to_slot(slot) for slot in moment.draft.answers)
    used = [s.line for s in slots if s is not None and s.line is not None and s.question in names]
    last = max((int(line) for line in (*kept, *used)), default=0)
    new = tuple(str(last + number) for number in range(1, count + 1))
    moment.change_application(lines={**moment.draft.lines, page: (*kept, *new)})
    return new


def _keep_answers_of_renamed(moment: Moment, before: list[str], after: list[str]) -> None:
    """A party that is known by name only and was spelled anew is the same party, with its answers."""
    changed = new_name(before, after)
    if changed is None:
        return
    old, new = (typed_party_id(name) for name in changed)
    follow_new_name(moment, old, new)
    for slot, answer in moment.draft.answers.items():
        where = to_slot(slot)
        if where is not None and where.party == old:
            renamed = str(Slot(where.question, new, where.line, where.year))
            if renamed not in moment.draft.answers:
                moment.put(renamed, answer.value, raw=answer.raw, problem=answer.problem)
        elif answer.value == old:  # the same word still, of whoever gave it
            renamed_answer = answer.model_copy(update={"value": new, "revision": answer.revision + 1})
            moment.change_application(answers={**moment.draft.answers, slot: renamed_answer})
