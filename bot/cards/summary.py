"""Check your answers: gaps and contradictions first, then every field by section, each with «Endre»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.cards.answer import understood_lines
from bot.cards.budget import budget_elements
from bot.cards.elements import (
    Json,
    Pen,
    beside,
    box,
    card,
    heading,
    labelled,
    near,
    parted,
    primary,
    problem,
    small,
    words,
)
from bot.cards.pages import pages
from bot.cards.waiting import waiting_notes
from dialogs.application import SetAside
from dialogs.events import Command
from dialogs.oddities import oddities, oddity_text
from dialogs.progress import Gap, gaps
from dialogs.showing import label, page_title, short_label
from dialogs.texts.catalogues import moment, nok
from dialogs.view import Field, View

BUDGET = "budget"
"""The part of the form where costs and financing stand together."""
MOST_GAPS = 12
LONGEST_ROW = 6_000
"""Characters of a row that is still kept together; a longer one may be divided between cards."""


def whole_summary(pen: Pen, view: View, viewer: str = "") -> list[Json]:
    """One card, or several when it is long. Sending is offered on the last."""
    elements = [
        *gap_elements(pen, view, most=MOST_GAPS),
        *set_aside_elements(pen, view, viewer),
        *budget_elements(pen, view),
        *field_elements(pen, view, view.fields),
    ]
    bodies = pages(elements)
    tops = (pen.t("card-summary-of", page=number, pages=len(bodies)) for number in range(1, len(bodies) + 1))
    return cards_of(pen, bodies, [pen.t("card-summary")] if len(bodies) == 1 else tops, ways_on(pen, view))


def cards_of(
    pen: Pen, bodies: Sequence[Sequence[Json]], tops: Iterable[str], actions: Sequence[Json]
) -> list[Json]:
    """A card for each body, under its heading; the buttons stand on the last."""
    last = len(bodies)
    return [
        card(pen, [heading(top, level=1), *body], actions if number == last else [])
        for number, (body, top) in enumerate(zip(bodies, tops, strict=True), 1)
    ]


def answers_cards(pen: Pen, view: View) -> list[Json]:
    """The whole application to read, without a button."""
    bodies = pages(answer_elements(pen, view, may_write=False))
    number = view.application.case_number or ""
    title = words(" ".join(part for part in (number, str(view.value("title") or "")) if part), bold=True)
    return [card(pen, [title, *body]) for body in bodies]


def answer_elements(pen: Pen, view: View, *, may_write: bool = True) -> list[Json]:
    """All there is to read of an application, the money first."""
    return [*budget_elements(pen, view), *field_elements(pen, view, view.fields, may_write=may_write)]


def ways_on(pen: Pen, view: View) -> list[Json]:
    if not view.application.is_draft:
        return [command(pen, Command.RECEIPT)]
    others = [command(pen, Command.PREVIEW), command(pen, Command.BACK)]
    if gaps(view):
        return [primary(command(pen, Command.RESUME)), command(pen, Command.SEND), *others]
    return [primary(command(pen, Command.SEND)), *others]


def command(pen: Pen, wanted: Command, argument: str = "", title: str = "") -> Json:
    data = {"c": str(wanted), **({"x": argument} if argument else {})}
    return {**pen.tap(title or pen.t(f"b-{wanted}"), "command", **data), "associatedInputs": "none"}


def gap_elements(pen: Pen, view: View, *, most: int, may_write: bool = True) -> list[Json]:
    """What is wrong and what contradicts itself, then what is missing: of that the first `most`."""
    found = gaps(view)
    if not found:
        return [box([words(pen.t("card-nothing-missing"), bold=True)], "good"), *oddity_elements(pen, view)]
    missing, proposed = ([gap for gap in found if gap.code == code] for code in ("missing", "proposed"))
    others = [gap for gap in found if gap.code not in ("missing", "proposed")]
    shown = [*others[: 3 * most], *proposed[:most], *missing[:most]]
    made: list[Json] = [heading(pen.t("card-missing", count=len(found)))]
    made += [near(_gap(pen, view, gap, may_write=may_write)) for gap in shown]
    if len(found) > len(shown):
        made.append(small(pen.t("card-more-missing", count=len(found) - len(shown))))
    return [*made, *oddity_elements(pen, view)]


def oddity_elements(pen: Pen, view: View) -> list[Json]:
    """What stops nothing: a word beside it is enough, so only the field can be gone to."""
    made = []
    for oddity in oddities(view)[:MOST_GAPS]:
        said = words(oddity_text(view, oddity, pen.language))
        if oddity.slot in view.field_by_id and view.application.is_draft:
            to = command(pen, Command.CHANGE, oddity.slot, title=pen.t("b-change"))
            said = beside([said], to, pen.t("b-change"))
        made.append(near(said))
    return [parted(heading(pen.t("card-oddities"))), *made] if made else []


def _gap(pen: Pen, view: View, gap: Gap, *, may_write: bool) -> Json:
    is_missing = gap.code == "missing"
    sentence = gap_sentence(pen, view, gap)
    said = words(sentence) if is_missing else problem(sentence)
    if gap.code == "proposed" and view.application.is_draft:
        return beside([said], command(pen, Command.PROPOSALS), pen.t("b-proposals"))
    if gap.code in ("money_lacking", "money_over") and view.application.is_draft and may_write:
        overview = command(pen, Command.SUMMARY, BUDGET, title=pen.t("b-mend"))
        return beside([said], overview, pen.t("b-mend"))
    if gap.slot not in view.field_by_id or not view.application.is_draft or not may_write:
        return said
    title = pen.t("b-fill" if is_missing else "b-mend")
    return beside([said], command(pen, Command.CHANGE, gap.slot, title=title), title)


def gap_sentence(pen: Pen, view: View, gap: Gap) -> str:
    field = view.field_by_id.get(gap.slot)
    values: dict[str, str | int] = dict(gap.values)
    if "nok" in values:
        values["amount"] = nok(pen.language, int(values.pop("nok")))
    if "year" in values:
        values["yeartext"] = str(values["year"])
    if "owner" in values:
        values["owner"] = view.party_name(str(values["owner"]))
    if gap.code in ("missing", "wrong", "proposed") and field is not None:
        values["field"] = label(view, field, pen.language)
    return pen.t(f"g-{gap.code}", **values)


def field_elements(pen: Pen, view: View, fields: Iterable[Field], *, may_write: bool = True) -> list[Json]:
    """Each field with its answer, under its section and page."""
    made: list[Json] = []
    section = page = ""
    on_page: list[Field] = []
    for field in fields:
        instance = field.instance
        if instance.id != page:
            made += waiting_notes(pen, view, on_page)
            on_page = []
        if instance.section.name != section:
            section = instance.section.name
            made.append(parted(heading(pen.t(f"s-{section}"))))
        of_several = bool(instance.party or instance.line) and len(view.fields_of(instance)) > 1
        if instance.id != page:
            page = instance.id
            if of_several:
                name = page_title(view, instance.page.name, instance.party, instance.line, pen.language)
                made.append(words(name, bold=True, subtle=True))
        name = (short_label if of_several else label)(view, field, pen.language)
        made += _line(pen, view, field, name, may_write=may_write and view.application.is_draft)
        on_page.append(field)
    return [*made, *waiting_notes(pen, view, on_page)]


def _line(pen: Pen, view: View, field: Field, name: str, *, may_write: bool) -> list[Json]:
    if field.question.asks_for_lines:
        return _add_line(pen, field.question.asks_for_lines) if may_write else []
    lines = understood_lines(pen, view, field, name)
    if not lines:
        lines = [words(pen.t("card-not-answered", field=name), subtle=True)]
    if not may_write:
        return [near(line) for line in lines]
    change = pen.tap(pen.t("b-change"), "command", c=str(Command.CHANGE), x=field.id)
    if len(str(lines)) > LONGEST_ROW:
        return [*lines, {"type": "ActionSet", "actions": [change]}]
    return [near(beside([lines[0], *map(near, lines[1:])], change, pen.t("b-change")))]


def _add_line(pen: Pen, page: str) -> list[Json]:
    add = command(pen, Command.ADD_LINE, page, title=pen.t(f"b-add-{page}"))
    return [{"type": "ActionSet", "actions": [add]}]


def set_aside_elements(pen: Pen, view: View, viewer: str = "") -> list[Json]:
    """What was written without becoming an answer, each by whose it is: nothing that was typed is out of sight."""
    kept = view.application.beside_for(viewer)
    if not kept:
        return []
    made = [labelled(pen.t("card-set-aside"), pen.t("card-set-aside-why"))]
    for number, one in enumerate(kept, 1):
        name = view.application.name_of(one.by) or pen.t("card-no-name")
        made += _aside(pen, view, one, f"{number}. {name}, {moment(pen.language, one.at)}")
    return made


def _aside(pen: Pen, view: View, one: SetAside, name: str) -> list[Json]:
    text = labelled(name, one.text)
    if not view.application.is_draft:
        return [text]
    away = command(pen, Command.REMOVE_ASIDE, one.key)
    if len(str(text)) > LONGEST_ROW:
        return [text, {"type": "ActionSet", "actions": [away]}]
    return [beside([text], away, pen.t("b-away"))]
