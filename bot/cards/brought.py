"""What was read of a table, line by line, to be taken in or put right."""

from __future__ import annotations

from bot.cards.elements import (
    Json,
    Pen,
    apart,
    box,
    card,
    labelled,
    near,
    primary,
    problem,
    small,
    words,
)
from bot.cards.fitting import shortened, units
from bot.cards.pages import pages
from bot.cards.summary import cards_of
from dialogs.brought import Brought, BroughtAnswer, BroughtLine, LeftOut
from dialogs.effects import ChooseSheets, ConfirmTaking, CorrectTable
from dialogs.fields import any_field
from dialogs.ownership import is_line_of_another
from dialogs.showing import brought_text, label, problem_text, shown, value_text, with_brought
from dialogs.slots import slot_name
from dialogs.table_costs import PAGE, QUESTIONS, missing_everywhere
from dialogs.taking_in import as_table, standing_lines
from dialogs.texts.catalogues import nok
from dialogs.view import View

SHORT_ANSWER = 600
SHORT = 300
"""Of a text in a row that stands elsewhere as a whole."""
MOST_OF_NAME = 31
"""What Excel lets a sheet be called."""
MOST_STANDING = 8
ROOM_TO_CORRECT = 15_000
"""Of a table that is put right in the card; a longer one is pasted anew."""


def confirm_taking_cards(pen: Pen, view: View, effect: ConfirmTaking) -> list[Json]:
    """All of it, on as many cards as it takes. Only a tap on the last, or a typed answer to it, takes it in."""
    brought = effect.brought
    taken = with_brought(view, brought.answers) if brought.is_of_file else view
    elements = [
        *(near(_line(pen, taken, number, line)) for number, line in enumerate(brought.lines, 1)),
        *_mended(pen, taken, brought),
        *_answers(pen, view, taken, effect),
        *_remarks(pen, brought),
        *_left_out(pen, brought),
        *(_choice(pen, view, name) for name in missing_everywhere(view, brought)),
        apart(words(_question(pen, view, brought), bold=True)),
        *_standing(pen, view, brought),
    ]
    bodies = pages(elements)
    title = _title(pen, brought)
    tops = [title] + [pen.t("card-table-more", page=number) for number in range(2, len(bodies) + 1)]
    return cards_of(pen, bodies, tops, _actions(pen, view, effect))


def choose_sheets_card(pen: Pen, effect: ChooseSheets) -> Json:
    def reply(title: str, code: str) -> Json:
        return pen.tap(title, "reply", t="which_sheets", y=code, i=effect.about)

    each = [
        labelled(
            f"{number}. {shortened(pen, one.name, SHORT)}",
            pen.t("card-sheet-costs", count=one.count, amount=nok(pen.language, one.nok)),
        )
        for number, one in enumerate(effect.costs, 1)
    ]
    buttons = [reply(one.name[:MOST_OF_NAME], str(one.at)) for one in effect.costs]
    body = [words(pen.t("card-which-sheets"), bold=True), *map(near, each), small(pen.t("card-sheets-then"))]
    no = reply(pen.t("b-leave_table"), "no")
    return card(pen, body, [reply(pen.t("b-all_sheets"), "all"), *buttons, no])


def correct_table_card(pen: Pen, view: View, effect: CorrectTable) -> Json:
    """The table in a field of its own; one that has no room there is pasted anew."""
    text = as_table(view, effect.brought, pen.language)
    if units(text) > ROOM_TO_CORRECT:
        return card(pen, [words(pen.t("card-table-paste-again"))])
    field = {
        "type": "Input.Text",
        "id": "table",
        "label": pen.t("card-table-correct-label"),
        "isMultiline": True,
        "value": text,
        "errorMessage": pen.t("e-empty"),
    }
    save = pen.tap(pen.t("b-save"), "reply", t="taking_in", y="corrected", i=effect.about)
    return card(pen, [words(pen.t("card-table-correct")), field], [primary(save)])


def _title(pen: Pen, brought: Brought) -> str:
    if not brought.lines:
        return pen.t("card-table-answers", count=brought.answer_count)
    return pen.t("card-table-read", count=len(brought.lines), amount=nok(pen.language, brought.cost_nok()))


def _answers(pen: Pen, view: View, taken: View, effect: ConfirmTaking) -> list[Json]:
    """Each with what would give way to it, and what is to be put right. `taken` is the draft with them."""
    brought = effect.brought
    made: list[Json] = []
    if brought.lines and brought.answer_count:
        made.append(apart(words(pen.t("card-table-answers", count=brought.answer_count), bold=True)))
    for answer in brought.answers:
        field = any_field(view.context.form, answer.slot)
        if field is None:
            continue
        told = shortened(pen, brought_text(taken, answer, pen.language), SHORT_ANSWER)
        standing = view.application.value(answer.slot)
        if answer.slot in effect.proposed:
            told = f"{told}\n{pen.t('card-table-proposed', party=taken.party_name(field.slot.party or ''))}"
        if standing is not None and standing != answer.value:
            stored = shortened(pen, value_text(view, field, standing, pen.language), SHORT_ANSWER)
            told = f"{told}\n{pen.t('card-table-stored', stored=stored)}"
        made.append(near(labelled(label(taken, field, pen.language), told)))
        sentence = _remark(pen, taken, answer)
        if sentence:
            made.append(near(problem(sentence)))
    for phase in brought.phases:
        made += _phase(pen, taken, phase)
    return made


def _phase(pen: Pen, view: View, phase: BroughtLine) -> list[Json]:
    """«Fase: På sykehuset», and under it who has the patient and what has to happen first."""
    texts = [brought_text(view, answer, pen.language) for answer in phase.answers]
    remarks = (_remark(pen, view, answer) for answer in phase.answers)
    told = labelled(pen.t("p-phase"), "\n".join(shortened(pen, text, SHORT_ANSWER) for text in texts))
    return [near(told), *(near(problem(sentence)) for sentence in remarks if sentence)]


def _line(pen: Pen, view: View, number: int, line: BroughtLine) -> Json:
    """«1. Lege», and under it who, when and how much, as it will be stored."""
    what = line.answer("cost_what")
    others = [answer for answer in line.answers if answer.slot != "cost_what"]
    name = brought_text(view, what, pen.language) if what is not None else pen.t("card-table-no-name")
    told = " · ".join(brought_text(view, answer, pen.language) for answer in others)
    return labelled(f"{number}. {name}", told)


def _mended(pen: Pen, view: View, brought: Brought) -> list[Json]:
    """What must be put right, or may be meant otherwise, line by line."""
    made: list[Json] = []
    for number, line in enumerate(brought.lines, 1):
        for answer in line.answers:
            sentence = _remark(pen, view, answer)
            if sentence:
                made.append(near(problem(pen.t("card-table-line", number=number, problem=sentence))))
    return made


def _remark(pen: Pen, view: View, answer: BroughtAnswer) -> str:
    if answer.problem is not None:
        return problem_text(view, answer.problem, pen.language)
    if answer.is_unsure:
        return pen.t("card-table-unsure", raw=answer.raw)
    return ""


def _remarks(pen: Pen, brought: Brought) -> list[Json]:
    said = []
    if brought.is_in_thousands:
        said.append(pen.t("card-table-thousands"))
    if brought.are_amounts_small:
        said.append(pen.t("card-table-small"))
    if brought.sum_said is not None:
        amounts = {"said": nok(pen.language, brought.sum_said), "read": nok(pen.language, brought.cost_nok())}
        said.append(pen.t("card-table-sum", **amounts))
    return [box([words(text) for text in said], "warning")] if said else []


def _left_out(pen: Pen, brought: Brought) -> list[Json]:
    if not brought.left_out and not brought.columns_left_out and not brought.sheets_left_out:
        return []
    made: list[Json] = [apart(small(pen.t("card-table-left-out")))]
    for one in brought.left_out:
        made.append(near(small(_why(pen, one))))
    if brought.columns_left_out:
        names = ", ".join(brought.columns_left_out)
        made.append(near(small(pen.t("card-table-columns", names=shortened(pen, names, SHORT)))))
    if brought.sheets_left_out:
        names = ", ".join(brought.sheets_left_out)
        made.append(near(small(pen.t("card-file-sheets", names=shortened(pen, names, SHORT)))))
    return made


def _why(pen: Pen, one: LeftOut) -> str:
    why = pen.t(f"card-table-why-{one.why}")
    if not one.row and one.why == "twice":
        return pen.t("card-file-twice", name=shortened(pen, one.text, SHORT))
    if not one.row:
        return pen.t("card-file-place", text=shortened(pen, one.text, SHORT), why=why)
    return pen.t("card-table-row", row=one.row, text=shortened(pen, one.text, SHORT), why=why)


def _choice(pen: Pen, view: View, question: str) -> Json:
    """For all lines that say nothing of it. Left open, it is asked for line by line."""
    is_party = question == "cost_party"
    options = (
        [(party.name, party.id) for party in view.parties()]
        if is_party
        else [(str(year), str(year)) for year in view.years()]
    )
    return {
        "type": "Input.ChoiceSet",
        "id": "party" if is_party else "year",
        "label": pen.t("card-table-whose") if is_party else pen.t("card-table-when"),
        "choices": [{"title": name, "value": code} for name, code in options],
    }


def _question(pen: Pen, view: View, brought: Brought) -> str:
    standing = len(standing_lines(view)) if brought.lines else 0
    if standing:
        return pen.t("card-table-add-or-replace", count=standing)
    return pen.t("card-file-take") if brought.is_of_file else pen.t("card-table-take")


def _standing(pen: Pen, view: View, brought: Brought) -> list[Json]:
    """The costs that may give way: what they are for, whose, when and how much; another party's own stay."""
    lines = standing_lines(view) if brought.lines else ()
    made = [near(_standing_line(pen, view, line)) for line in lines[:MOST_STANDING]]
    if len(lines) > MOST_STANDING:
        made.append(near(small(pen.t("card-more-changes", count=len(lines) - MOST_STANDING))))
    owners = {is_line_of_another(view, PAGE, line, "") for line in lines} - {None}
    return [*made, near(small(pen.t("card-table-theirs-stay")))] if len(owners) > 1 else made


def _standing_line(pen: Pen, view: View, line: str) -> Json:
    told = [
        shortened(pen, shown(view, field, pen.language), SHORT)
        for name in QUESTIONS
        if (field := view.field_by_id.get(slot_name(name, line=line))) is not None
    ]
    what, *others = told or [""]
    return labelled(what or pen.t("card-table-no-name"), " · ".join(other for other in others if other))


def _actions(pen: Pen, view: View, effect: ConfirmTaking) -> list[Json]:
    def reply(words: str, code: str) -> Json:
        return pen.tap(pen.t(f"b-{words}"), "reply", t="taking_in", y=code, i=effect.about)

    takes = (
        [reply("add_lines", "add"), reply("replace_lines", "replace")]
        if effect.brought.lines and standing_lines(view)
        else [primary(reply("take_in", "yes"))]
    )
    answer = [reply("meant-answer", "answer")] if effect.may_be_answer else []
    correct = (
        [reply("correct_table", "correct")] if effect.brought.lines and not effect.brought.answers else []
    )
    return [*takes, *correct, *answer, reply("leave_table", "no")]
