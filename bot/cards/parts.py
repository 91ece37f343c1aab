"""A long summary a part at a time: what stops sending and a way to each part, one part, and what a change touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.cards.budget import budget_elements
from bot.cards.elements import Json, Pen, beside, heading, labelled, near, parted, primary, small, words
from bot.cards.pages import ROOM, pages, size_of
from bot.cards.summary import (
    BUDGET,
    MOST_GAPS,
    cards_of,
    command,
    field_elements,
    gap_elements,
    set_aside_elements,
    ways_on,
    whole_summary,
)
from dialogs.effects import BESIDE, ShowChanged, ShowPart, ShowSummary
from dialogs.events import Command
from dialogs.progress import gaps, part_of
from dialogs.slots import to_slot
from dialogs.summing_up import EVERYTHING
from dialogs.view import Field, View

LEAST_OF_A_FIELD = 120
"""Characters of JSON that its row takes at least: so many fields surely do not stand on one card."""
MOST_AT_ONCE = 3
"""Cards that come without being asked for: Teams takes seven in a second, and nobody reads more."""


def summary_cards(pen: Pen, view: View, effect: ShowSummary) -> list[Json]:
    """All of it, or where that is more than people read at once, a card that leads to each part."""
    whole = whole_summary(pen, view, effect.viewer)
    if effect.everything or len(whole) <= MOST_AT_ONCE:
        return whole
    elements = [
        *gap_elements(pen, view, most=MOST_GAPS),
        *budget_elements(pen, view),
        *_ways_to_parts(pen, view),
        *_way_beside(pen, view, effect.viewer),
        near(small(pen.t("card-parts-hint"))),
    ]
    everything = command(pen, Command.SUMMARY, EVERYTHING, title=pen.t("b-summary_all"))
    return _under(pen, pen.t("card-summary"), elements, [*ways_on(pen, view), everything])


def part_cards(pen: Pen, view: View, effect: ShowPart) -> list[Json]:
    """The part's first cards, or those of a later batch, with a way to the rest of it or to the next part."""
    if effect.part == BESIDE:
        _, *kept = set_aside_elements(pen, view, effect.viewer) or [{}]
        elements, top = (
            [words(pen.t("card-set-aside-why")), *kept],
            pen.t("card-set-aside"),
        )  # once as heading
    else:
        _, *elements = field_elements(pen, view, _fields_of(view, effect.part))  # the heading is the card's
        if effect.part == BUDGET:
            elements = [*budget_elements(pen, view), *elements]
        top = _name(pen, view, effect.part)
    bodies = pages(elements)
    batches = (len(bodies) - 1) // MOST_AT_ONCE + 1
    batch = min(max(effect.batch, 1), batches)
    shown = bodies[(batch - 1) * MOST_AT_ONCE : batch * MOST_AT_ONCE]
    if batches > 1:
        top = pen.t("card-part-batch", part=top, batch=batch, batches=batches)
    ahead = _way_ahead(pen, view, effect.part, batch + 1, batches)
    actions = [*ahead, command(pen, Command.SUMMARY)]
    return cards_of(pen, shown, [top] * len(shown), [primary(actions[0]), *actions[1:]])


def changed_cards(pen: Pen, view: View, effect: ShowChanged) -> list[Json]:
    """What stops sending now, the sums if they are others, and what was changed; all of it where that is short."""
    if len(view.fields) * LEAST_OF_A_FIELD < ROOM:
        whole = whole_summary(pen, view, effect.viewer)
        if len(whole) == 1:
            return whole
    elements = [
        *gap_elements(pen, view, most=MOST_GAPS),
        *(budget_elements(pen, view) if effect.with_budget else ()),
        *_what_was_changed(pen, view, effect.slot),
        *_way_beside(pen, view, effect.viewer),
    ]
    actions = [*ways_on(pen, view), command(pen, Command.SUMMARY)]
    return _under(pen, pen.t("card-changed"), elements, actions)


def _under(pen: Pen, top: str, elements: Sequence[Json], actions: Sequence[Json]) -> list[Json]:
    bodies = pages(elements)
    return cards_of(pen, bodies, [top] * len(bodies), actions)


def _what_was_changed(pen: Pen, view: View, slot: str) -> list[Json]:
    """The section, or of a long one the page alone, with a way to the rest."""
    where = to_slot(slot)
    form = view.context.form
    page = form.page_of(where.question) if where is not None else None
    section = form.section_of(page.name) if page is not None else None
    if section is None:
        return []
    fields = _fields_of(view, section.name)
    elements = field_elements(pen, view, fields)
    if size_of(elements) <= ROOM:
        return elements
    changed = view.field_by_id.get(slot)
    on_page = view.fields_of(changed.instance) if changed is not None else ()
    return [*field_elements(pen, view, on_page), _way_to(pen, view, section.name, fields, _counted(view))]


def _ways_to_parts(pen: Pen, view: View) -> list[Json]:
    counted = _counted(view)
    made = [
        _way_to(pen, view, section.name, fields, counted)
        for section in view.context.form.sections
        if (fields := _fields_of(view, section.name))
    ]
    return [parted(heading(pen.t("card-parts"))), *made]


def _way_to(pen: Pen, view: View, section: str, fields: Sequence[Field], counted: Counter[str]) -> Json:
    answers = sum(1 for field in fields if (a := view.answer(field)) is not None and a.is_valid)
    told = pen.t("card-part-state", answers=answers, missing=counted[section])
    show = command(pen, Command.SUMMARY, section, title=_button(pen, view, section))
    return near(beside([labelled(_name(pen, view, section), told)], show, pen.t("b-show")))


def _way_beside(pen: Pen, view: View, viewer: str) -> list[Json]:
    """To what was written without becoming an answer: nothing that was typed is out of reach."""
    kept = len(view.application.beside_for(viewer))
    if not kept:
        return []
    show = command(pen, Command.SUMMARY, BESIDE, title=pen.t("b-summary_beside"))
    told = labelled(pen.t("card-set-aside"), pen.t("card-set-aside-count", count=kept))
    return [near(beside([told], show, pen.t("b-show")))]


def _way_ahead(pen: Pen, view: View, part: str, batch: int, batches: int) -> list[Json]:
    """To the next batch of the part, else to the next part; none after the last."""
    if batch <= batches:
        if part == BESIDE:
            title = pen.t("card-part-batch", part=pen.t("b-summary_beside"), batch=batch, batches=batches)
        else:
            title = pen.t("card-part-batch", part=_button(pen, view, part), batch=batch, batches=batches)
        return [command(pen, Command.SUMMARY, f"{part}.{batch}", title=title)]
    names = [section.name for section in view.context.form.sections]
    after = names[names.index(part) + 1 :] if part in names else []
    following = next((name for name in after if _fields_of(view, name)), None)
    if following is None:
        return []
    return [command(pen, Command.SUMMARY, following, title=_button(pen, view, following))]


def _counted(view: View) -> Counter[str]:
    """Section -> how many gaps it has."""
    fields = (view.field_by_id.get(gap.slot) for gap in gaps(view))
    return Counter(field.instance.section.name for field in fields if field is not None)


def _fields_of(view: View, section: str) -> list[Field]:
    return [field for field in view.fields if field.instance.section.name == section]


def _name(pen: Pen, view: View, section: str) -> str:
    part, _ = part_of(view, section)
    return pen.t("card-part-name", part=part, section=pen.t(f"s-{section}"))


def _button(pen: Pen, view: View, section: str) -> str:
    part, _ = part_of(view, section)
    return pen.t("b-part", part=part, section=pen.t(f"s-{section}"))
