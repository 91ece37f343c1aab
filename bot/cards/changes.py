"""What the others have changed in an application, told together; and how somebody wants to be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.cards.elements import Json, Pen, card, heading, labelled, near, small, words
from bot.cards.fitting import shortened
from bot.cards.people import person_name
from bot.cards.summary import command
from bot.cards.waiting import SHOWN, waiting_notes
from dialogs.application import Gathering, Gone
from dialogs.effects import ChooseNews
from dialogs.events import Command
from dialogs.hearing import AS_ELSEWHERE, HERE
from dialogs.members import NEWS, Member
from dialogs.showing import label, line_name, page_title, shown, value_text
from dialogs.standing import has_shape
from dialogs.view import Field, Instance, View

MOST_TOLD = 15


def changes_card(pen: Pen, view: View, gathering_id: str, receiver: Member) -> Json | None:
    """None where nothing of it stands any more, it is gathered anew, or the receiver wants to hear no more."""
    application = view.application
    gathering = next((one for one in application.gatherings if one.id == gathering_id), None)
    if gathering is None or receiver.news == "none" or not receiver.is_contact:
        return None
    if not application.is_draft and gathering.due > application.submissions[-1].received_at:
        return None
    told = told_of(pen, view, gathering)
    if not told:
        return None
    body: list[Json] = [
        heading(pen.t("card-changes"), level=1),
        labelled(pen.t("card-about-application"), str(view.value("title") or "") or pen.t("card-untitled")),
        *change_elements(pen, view, told),
    ]
    if len(told) <= MOST_TOLD:
        body += waiting_notes(pen, view, [*_changed(view, gathering)])
    if not application.is_draft:
        return card(pen, body, [command(pen, Command.RECEIPT)])
    opens = command(pen, Command.OPEN, application.id, title=pen.t("b-open"))
    return card(pen, body, [opens, command(pen, Command.SUMMARY), command(pen, Command.NEWS)])


@dataclass(frozen=True, slots=True)
class Told:
    """One change, with whose doing it is."""

    by: str
    is_another: bool
    """Something stood there before: that is told first."""
    element: Json


def changes_before_sending(pen: Pen, view: View, gathering_ids: Sequence[str]) -> list[Json]:
    """What was changed since the others last heard, on the card that asks whether to send; each change once."""
    gatherings = [one for one in view.application.gatherings if one.id in gathering_ids]
    found = {str(told.element): told for one in gatherings for told in told_of(pen, view, one)}
    if not found:
        return []
    return [words(pen.t("card-changed-lately"), bold=True), *change_elements(pen, view, [*found.values()])]


def change_elements(pen: Pen, view: View, told: Sequence[Told]) -> list[Json]:
    """The first of them, under the names of those whose doing it is."""
    body: list[Json] = []
    by = ""
    for one in told[:MOST_TOLD]:
        if one.by != by:
            by = one.by
            body.append(words(person_name(pen, view, by), bold=True))
        body.append(near(one.element))
    if len(told) > MOST_TOLD:
        body.append(small(pen.t("card-more-changes", count=len(told) - MOST_TOLD)))
    return body


def _changed(view: View, gathering: Gathering) -> Iterator[Field]:
    receiver = _receiver(view, gathering)
    for field in view.fields:
        answer = view.answer(field)
        if answer is None or answer.at < gathering.since or receiver is None or receiver.is_person(answer.by):
            continue
        is_as_before = field.id in gathering.was and gathering.was[field.id] == answer.value
        if answer.is_valid and not is_as_before and not field.question.asks_for_lines:
            yield field


def _receiver(view: View, gathering: Gathering) -> Member | None:
    return next((one for one in view.application.active if one.person_id == gathering.to), None)


def told_of(pen: Pen, view: View, gathering: Gathering) -> Sequence[Told]:
    """What is another now before what is new, one person's together, in the form's order; of a line all in one."""
    made: list[Told] = []
    lines: dict[tuple[str, str], list[Field]] = {}
    for field in _changed(view, gathering):
        author = view.application.answers[field.id].by
        if field.slot.line:
            lines.setdefault((author, field.instance.id), []).append(field)
            continue
        element = labelled(label(view, field, pen.language), _now_and_before(pen, view, field, gathering))
        made.append(Told(author, field.id in gathering.was, element))
    for (author, _), fields in lines.items():
        is_another = any(field.id in gathering.was for field in fields)
        made.append(Told(author, is_another, _line(pen, view, fields, gathering)))
    made += _gone(pen, view, gathering)
    order = [*dict.fromkeys(one.by for one in made)]
    return sorted(made, key=lambda one: (order.index(one.by), not one.is_another))


def _gone(pen: Pen, view: View, gathering: Gathering) -> Iterator[Told]:
    receiver = _receiver(view, gathering)
    for one in view.application.gone:
        if one.at < gathering.since or receiver is None or receiver.is_person(one.by):
            continue
        taken = view.field_by_id.get(one.what)
        if taken is not None and view.application.value(one.what) is None:
            was = _before(pen, view, taken, gathering)
            said = pen.t("card-answer-gone-was", was=was) if was else pen.t("card-answer-gone")
            yield Told(one.by, True, labelled(label(view, taken, pen.language), said))
        elif taken is None and pen.texts.has(pen.language, f"p-{one.what}"):
            yield Told(one.by, True, labelled(_gone_line(pen, view, one), pen.t("card-line-gone")))


def _line(pen: Pen, view: View, changed: Sequence[Field], gathering: Gathering) -> Json:
    """«Kostnad 3: Bil og utstyr, 2027», and what of it changed: all of it where the line is new."""
    where = changed[0].instance
    title = page_title(view, where.page.name, None, where.line, pen.language)
    named = line_name(view, where, pen.language)
    name = view.fields_of(where)[0]
    texts = [_now_and_before(pen, view, one, gathering) for one in changed if one is not name]
    if name in changed and name.id in gathering.was:
        texts.insert(0, _now_and_before(pen, view, name, gathering))
    return labelled(title if named == title else f"{title}: {named}", " · ".join(texts) or named)


def _now_and_before(pen: Pen, view: View, field: Field, gathering: Gathering) -> str:
    value = shortened(pen, shown(view, field, pen.language), SHOWN)
    was = _before(pen, view, field, gathering)
    return pen.t("card-was", value=value, was=was) if was and was != value else value


def _before(pen: Pen, view: View, field: Field, gathering: Gathering) -> str:
    """What stood there before; "" where nothing did, or it is no answer to the question any more."""
    was = gathering.was.get(field.id)
    if was is None or not has_shape(field.question.kind, was):
        return ""
    return shortened(pen, value_text(view, field, was, pen.language), SHOWN)


def _gone_line(pen: Pen, view: View, gone: Gone) -> str:
    """«Kostnad – Bil og utstyr, 2027»"""
    name = pen.t(f"p-{gone.what}")
    page = next((i.page for i in view.instances() if i.page.name == gone.what), None)
    section = next((i.section for i in view.instances() if i.page.name == gone.what), None)
    if page is None or section is None or not gone.line:
        return name
    called = line_name(view, Instance(section, page, line=gone.line), pen.language)
    return name if called.startswith(name) else f"{name} – {called}"


def news_setting_card(pen: Pen, view: View | None, effect: ChooseNews) -> Json:
    """For all applications, and by a button for the open one alone; or for that one."""
    if effect.is_here and view is not None:
        return _news_here_card(pen, view, effect)
    body = [
        heading(pen.t("card-news-setting"), level=1),
        labelled(pen.t("card-news-now"), pen.t(f"b-news-{effect.setting}")),
    ]
    if effect.here is not None:
        body.append(labelled(pen.t("card-news-now-here"), pen.t(f"b-news-{effect.here}")))
    others = [one for one in NEWS if one != effect.setting or effect.here is not None]
    buttons = [command(pen, Command.NEWS, one, title=pen.t(f"b-news-{one}")) for one in others]
    if view is not None:
        buttons.append(command(pen, Command.NEWS, HERE, title=pen.t("b-news-here")))
    return card(pen, [*body, words(pen.t("card-news-means"))], buttons)


def _news_here_card(pen: Pen, view: View, effect: ChooseNews) -> Json:
    now = effect.here or effect.setting
    body = [
        heading(pen.t("card-news-setting-here"), level=1),
        labelled(pen.t("card-about-application"), str(view.value("title") or "") or pen.t("card-untitled")),
        labelled(pen.t("card-news-now"), pen.t(f"b-news-{now}")),
        words(pen.t("card-news-means-here")),
    ]
    others = [one for one in NEWS if one != now]
    buttons = [command(pen, Command.NEWS, f"{HERE}_{one}", title=pen.t(f"b-news-{one}")) for one in others]
    if effect.here is not None:
        buttons.append(command(pen, Command.NEWS, AS_ELSEWHERE, title=pen.t("b-news-as-elsewhere")))
    return card(pen, body, buttons)
