"""A table that was pasted: shown as it was read, and taken in only when the person has said so."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from dialogs.brought import Brought, BroughtAnswer, BroughtLine, NotRead
from dialogs.effects import BESIDE_THE_DRAFT, Say
from dialogs.events import Pasted, Replied, Typed
from dialogs.fields import any_field
from dialogs.form_lines import PHASES, standing_phases
from dialogs.grids import grid_of
from dialogs.moment import Moment
from dialogs.ownership import is_line_of_another
from dialogs.person import LANGUAGES, Language, TakingIn
from dialogs.questions import Text
from dialogs.showing import brought_text
from dialogs.slots import slot_name
from dialogs.table_costs import PAGE, QUESTIONS, with_chosen
from dialogs.tables import read_table
from dialogs.taking import MOST_LINES, add_lines, keep
from dialogs.texts.catalogues import number
from dialogs.view import View


def pasted(moment: Moment, event: Pasted) -> Typed | None:
    """Shows what was read. Returns the event that the text turned out to be where it is no table."""
    typed = Typed(at=event.at, key=event.key, text=event.text, masked=event.masked)
    grid = grid_of(event.text)
    if moment.application is None or not moment.draft.is_draft or grid is None:
        return typed
    asked = moment.shown_field()
    is_free_text = asked is not None and isinstance(asked.question.kind, Text)
    read = read_table(grid, moment.view, moment.today, most_lines=MOST_LINES)
    if isinstance(read, NotRead) or read.is_empty:
        if is_free_text:
            return typed
        _not_read(moment, event, read.code if isinstance(read, NotRead) else "no_amounts")
        return None
    _say_number_is_out(moment, event)
    if stand_already(moment.view, read):
        moment.let_go()
        moment.say("table-stands")
        moment.ask_again()
        return None
    before = lines_hash(moment.view)
    moment.ask_about(TakingIn(brought=read, text=event.text, may_be_answer=is_free_text, lines_before=before))
    return None


def _not_read(moment: Moment, event: Pasted, code: str) -> None:
    moment.let_go()
    _say_number_is_out(moment, event)
    if moment.put_aside(event.text, None, "unclear"):
        moment.say(f"table-{code}", BESIDE_THE_DRAFT)
    moment.ask_again()


def _say_number_is_out(moment: Moment, event: Pasted) -> None:
    say = moment.context.texts.say
    is_out = any(say(language, "m-number-removed") in event.text for language in LANGUAGES)
    if event.masked == "number" or is_out:
        moment.say("identity-number-out")


def keeps_words(pending: TakingIn, event: Replied) -> bool:
    """Whether the table as it was pasted goes on standing beside the draft, since not all of it is taken."""
    match event.reply:
        case "answer":
            return False
        case "yes" | "add" | "replace":
            return bool(pending.brought.columns_left_out)
        case _:
            return True


def settle(moment: Moment, pending: TakingIn, event: Replied) -> Pasted | Typed | None:
    """Takes it in, lets it be put right, or leaves it. May return the event that the reply turned out to be."""
    standing = standing_lines(moment.view)
    chosen = with_chosen(moment.view, pending.brought, event.text.split())
    pending = pending.model_copy(update={"brought": chosen})
    match event.reply:
        case "answer" if pending.may_be_answer:
            return Typed(at=event.at, key=event.key, text=pending.text)
        case "corrected" if event.text.strip():
            return Pasted(at=event.at, key=event.key, text=event.text)
        case "correct" if not pending.brought.answers:
            moment.ask_about(pending.model_copy(update={"is_correcting": True}))
        case "no":
            moment.say("file-not-taken") if not pending.text else moment.say(
                "table-not-taken", BESIDE_THE_DRAFT
            )
            moment.ask_again()
        case "yes" if standing and pending.brought.lines:
            moment.say("table-add-or-replace")
            moment.ask_about(pending)
        case "yes" | "add" | "replace" if _is_stale(moment.view, pending, event.reply):
            moment.say("table-changed")
            moment.ask_about(_renewed(moment.view, pending))
        case "yes" | "add" | "replace":
            kept = theirs(moment.view, moment.person.id) if event.reply == "replace" else standing
            _take(moment, pending, kept, is_tapped=bool(event.to))
        case code:
            chosen = with_chosen(moment.view, pending.brought, [code])
            moment.ask_about(pending.model_copy(update={"brought": chosen}))
    return None


def _take(moment: Moment, pending: TakingIn, kept: Sequence[str], *, is_tapped: bool) -> None:
    brought = pending.brought
    if len(kept) + len(brought.lines) > MOST_LINES:
        moment.say("enough-lines", most=MOST_LINES)
        return moment.ask_about(pending)
    _keep_lines(moment, PAGE, brought.lines, kept)
    _keep(moment, brought.answers)
    _keep_lines(moment, PHASES, brought.phases, tuple(standing_phases(moment.view).values()))
    if not brought.columns_left_out or brought.is_of_file:
        moment.put_aside(brought.words_left_out(), None, "unclear")
    said = _taken(brought)
    if is_tapped:
        moment.replacement = said
    else:
        moment.show(said)
    return moment.go_on()


def _keep_lines(moment: Moment, page: str, lines: Sequence[BroughtLine], kept: Sequence[str]) -> None:
    if not lines:
        return
    new = add_lines(moment, page, len(lines), kept=kept)
    moment.put_all(
        {
            slot_name(answer.slot, line=line): (answer.value, _raw(answer.value, answer.raw), answer.problem)
            for line, read in zip(new, lines, strict=True)
            for answer in read.answers
        }
    )


def _keep(moment: Moment, answers: Sequence[BroughtAnswer]) -> None:
    """First what others hang on: who the parties are, and which call it is for."""
    written = {}
    for answer in answers:
        field = any_field(moment.context.form, answer.slot)
        if answer.value is not None and field is not None and field.slot.party is None:
            keep(moment, field, answer.value)
        else:
            written[answer.slot] = (answer.value, _raw(answer.value, answer.raw), answer.problem)
    moment.put_all(written)


def _taken(brought: Brought) -> Say:
    lines, answers = len(brought.lines), brought.answer_count
    if lines and answers:
        return Say("file-taken", {"lines": lines, "answers": answers}, tone="good")
    return Say("table-taken" if lines else "table-answers-taken", {"count": lines or answers}, tone="good")


def _is_stale(view: View, pending: TakingIn, how: str) -> bool:
    """Whether something would give way that was not there when it was shown."""
    lines = how == "replace" and lines_hash(view) != pending.lines_before
    answers = pending.brought.answers
    return lines or any(view.application.revision(answer.slot) != answer.revision for answer in answers)


def _renewed(view: View, pending: TakingIn) -> TakingIn:
    answers = tuple(
        answer.model_copy(update={"revision": view.application.revision(answer.slot)})
        for answer in pending.brought.answers
    )
    brought = pending.brought.model_copy(update={"answers": answers})
    return pending.model_copy(update={"brought": brought, "lines_before": lines_hash(view)})


def _raw(value: object, raw: str) -> str:
    """What was written is kept only as long as it could not be read."""
    return raw if value is None else ""


def as_table(view: View, brought: Brought, language: Language) -> str:
    """The lines as a table that reads as the same again, to be put right."""
    header = "; ".join(
        view.context.texts.say(language, f"d-{name}") for name in ("cost", "party", "year", "amount")
    )
    rows = [
        "; ".join(_cell(view, line.answer(name), language) for name in QUESTIONS) for line in brought.lines
    ]
    return "\n".join([header, *rows])


def _cell(view: View, answer: BroughtAnswer | None, language: Language) -> str:
    if answer is None:
        return ""
    if answer.slot == "cost_nok" and answer.value is not None:
        return number(language, answer.value)
    return brought_text(view, answer, language).replace(";", ",")


def standing_lines(view: View) -> tuple[str, ...]:
    """The cost lines in which anything stands."""
    return tuple(
        line
        for line in view.lines(PAGE)
        if any(
            (answer := view.application.answers.get(slot_name(name, line=line))) is not None
            and (answer.value is not None or answer.raw)
            for name in QUESTIONS
        )
    )


def theirs(view: View, person_id: str) -> tuple[str, ...]:
    """The cost lines that stay, also where others take the place of those that stand: another party's own."""
    return tuple(
        line for line in standing_lines(view) if is_line_of_another(view, PAGE, line, person_id) is not None
    )


def lines_hash(view: View) -> str:
    """Changes with every line that comes, goes or is changed."""
    told = [
        (line, *(view.application.revision(slot_name(name, line=line)) for name in QUESTIONS))
        for line in standing_lines(view)
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16] if told else ""


def stand_already(view: View, brought: Brought) -> bool:
    """Whether all of it stands in the draft just so: then it is pasted once more."""
    lines = brought.lines
    standing = Counter(
        tuple(view.application.value(slot_name(name, line=line)) for name in QUESTIONS)
        for line in standing_lines(view)
    )
    read = Counter(
        tuple(answer.value if (answer := line.answer(name)) is not None else None for name in QUESTIONS)
        for line in lines
    )
    answers = (
        answer.value is not None and view.application.value(answer.slot) == answer.value
        for answer in brought.answers
    )
    lines_stand = all(standing[line] >= count for line, count in read.items())
    return not brought.phases and lines_stand and all(answers)
