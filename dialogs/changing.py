"""Out of the form's order: change a field by its name, add a line, take one away."""

from __future__ import annotations

from dialogs.at_work import pages_of_others
from dialogs.budget import budget_of
from dialogs.moment import Moment
from dialogs.naming import fields_named
from dialogs.ownership import is_line_of_another
from dialogs.person import WhichField
from dialogs.taking import MOST_LINES, add_line
from dialogs.view import Field, Instance

# Norwegian on purpose: what people type, never what they read.
TO = " til "


def change(moment: Moment, wanted: str) -> None:
    """`wanted` is a slot from a button, or what a person calls the field."""
    if wanted in moment.view.field_by_id:
        return _change_field(moment, moment.view.field_by_id[wanted])
    if not wanted.strip():
        return moment.summarise()
    found = fields_named(moment.view, wanted)
    name, _, _ = wanted.rpartition(TO)
    if len(found) != 1 and name:  # «beløp bil 2027 til 150 000»
        found = fields_named(moment.view, name) or found
    if len(found) == 1:
        return _change_field(moment, found[0])
    if not found:
        moment.say("no-such-field", quote=wanted)
        return moment.ask_again()
    return moment.ask_about(WhichField(slots=tuple(field.id for field in found)))


def _change_field(moment: Moment, asked: Field) -> None:
    """The form goes on where it was; from the summary, where no question stood open, it returns there."""
    moment.change_person(
        changing=asked.id,
        back_to_summary=moment.shown_field() is None,
        budget_before=budget_of(moment.view).fingerprint(),
        asks_what_follows=all(moment.view.answer(field) is not None for field in moment.view.fields),
    )
    at_it = pages_of_others(moment.draft, moment.person.id, moment.event.at).get(asked.instance.id)
    if at_it is not None:
        moment.say("another-is-at-it", name=at_it.name)
    moment.ask(asked)


def add(moment: Moment, wanted: str) -> None:
    """`wanted` is a page; typed, the one that is shown or the first there is."""
    instance = _repeated(moment, wanted)
    if instance is None:
        return moment.ask_again()
    page = instance.page.name
    if len(moment.view.lines(page)) >= MOST_LINES:
        moment.say("enough-lines", most=MOST_LINES)
        return moment.ask_again()
    line = add_line(moment, page)
    new = next(i for i in moment.view.instances() if i.page.name == page and i.line == line)
    return _change_field(moment, moment.view.fields_of(new)[0])


def remove(moment: Moment, wanted: str) -> None:
    """`wanted` is `page#line` from a button; typed, a line's number or nothing: then the one that is shown."""
    instance = _repeated(moment, wanted)
    if instance is None:
        return moment.ask_again()
    page = instance.page.name
    lines = moment.view.lines(page)
    line = str(instance.line)
    if wanted.isdigit():
        place = int(wanted[:4])
        line = lines[place - 1] if 1 <= place <= len(lines) else ""
    if line not in lines or len(lines) == 1:
        moment.say("no-such-line" if len(lines) > 1 else "only-line")
        return moment.ask_again()
    theirs = is_line_of_another(moment.view, page, line, moment.person.id)
    if theirs is not None:
        moment.say("line-of-another", party=moment.view.party_name(theirs))
        return moment.ask_again()
    budget_before = budget_of(moment.view).fingerprint()
    kept = tuple(other for other in lines if other != line)
    moment.change_application(lines={**moment.draft.lines, page: kept})
    moment.say("line-removed")
    first = instance.page.questions[0].name
    if moment.person.shown is not None:
        return moment.go_on()
    return moment.show_changed(first, budget_before)


def _repeated(moment: Moment, wanted: str) -> Instance | None:
    """The line that is meant; None where the form has no lines, or a button's line is gone."""
    lines = [i for i in moment.view.instances() if i.page.repeated]
    if "#" in wanted:
        return next((i for i in lines if i.id == wanted), None)
    shown = moment.shown_field()
    here = [i for i in lines if i.page.name == wanted] or [
        i for i in lines if shown and i.id == shown.instance.id
    ]
    return next(iter(here or lines), None)
