"""What the others have changed in an application, told together; and how somebody wants to be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.cards.elements import Json, Pen, card, heading, labelled, near, small, words
from bot.cards.fitting import shortened
from bot.cards.people import person_name
from bot.cards.summary import command
from bot.cards.waiting import SHOWN, waiting_notes
from dialogs.application import Gathering
from dialogs.effects import ChooseNews
from dialogs.events import Command
from dialogs.hearing import AS_ELSEWHERE, HERE
from dialogs.members import NEWS, Member
from dialogs.showing import label, page_title, shown, value_text
from dialogs.standing import has_shape
from dialogs.view import Field, View

MOST_TOLD = 15


def changes_card(pen: Pen, view: View, gathering_id: str, receiver: Member) -> Json | None:
    """None where nothing of it stands any more, it is gathered anew, or the receiver wants to hear no more."""
    application = view.application
    gathering = next((one for one in application.gatherings if one.id == gathering_id), None)
    if gathering is None or receiver.news == "none" or not (receiver.is_contact and application.is_draft):
        return None
    told = [*_told(pen, view, gathering, receiver)]
    if not told:
        return None
    body: list[Json] = [
        heading(pen.t("card-changes"), level=1),
        labelled(pen.t("card-about-application"), str(view.value("title") or "") or pen.t("card-untitled")),
    ]
    by = ""
    for author, element in told[:MOST_TOLD]:
        if author != by:
            by = author
            body.append(words(person_name(pen, view, author), bold=True))
        body.append(near(element))
    if len(told) > MOST_TOLD:
        body.append(small(pen.t("card-more-changes", count=len(told) - MOST_TOLD)))
    else:
        body += waiting_notes(pen, view, [*_changed(view, gathering, receiver)])
    opens = command(pen, Command.OPEN, application.id, title=pen.t("b-open"))
    return card(pen, body, [opens, command(pen, Command.SUMMARY), command(pen, Command.NEWS)])


def _changed(view: View, gathering: Gathering, receiver: Member) -> Iterator[Field]:
    for field in view.fields:
        answer = view.answer(field)
        is_new = answer is not None and answer.at >= gathering.since and not receiver.is_person(answer.by)
        if is_new and answer is not None and answer.is_valid and not field.question.asks_for_lines:
            yield field


def _told(pen: Pen, view: View, gathering: Gathering, receiver: Member) -> Sequence[tuple[str, Json]]:
    """Each with whose doing it is, one person's together, in the form's order; of a line all that changed in one."""
    made: list[tuple[str, Json]] = []
    lines: dict[tuple[str, str], list[Field]] = {}
    for field in _changed(view, gathering, receiver):
        author = view.application.answers[field.id].by
        if not field.slot.line:
            text = _now_and_before(pen, view, field, gathering)
            made.append((author, labelled(label(view, field, pen.language), text)))
        elif (author, field.instance.id) in lines:
            lines[author, field.instance.id].append(field)
        else:
            lines[author, field.instance.id] = [field]
    made += [(author, _line(pen, view, fields, gathering)) for (author, _), fields in lines.items()]
    for one in view.application.gone:
        if one.at < gathering.since or receiver.is_person(one.by):
            continue
        taken = view.field_by_id.get(one.what)
        if taken is not None and view.application.value(one.what) is None:
            name = label(view, taken, pen.language)
            made.append((one.by, labelled(name, pen.t("card-answer-gone"))))
        elif taken is None and pen.texts.has(pen.language, f"p-{one.what}"):
            made.append((one.by, labelled(pen.t(f"p-{one.what}"), pen.t("card-line-gone"))))
    order = [*dict.fromkeys(author for author, _ in made)]
    return sorted(made, key=lambda each: order.index(each[0]))


def _line(pen: Pen, view: View, changed: Sequence[Field], gathering: Gathering) -> Json:
    """«Kostnad 3: Bil og utstyr, 2027», and what of it changed: all of it where the line is new."""
    where = changed[0].instance
    title = page_title(view, where.page.name, None, where.line, pen.language)
    name, *others = view.fields_of(where)
    known = [one for one in others if view.answer(one) is not None and one not in changed]
    told = [
        shown(view, one, pen.language)
        for one in (name, *(k for k in known if k.question.name == "cost_year"))
    ]
    named = ", ".join(text for text in told if text)
    texts = [_now_and_before(pen, view, one, gathering) for one in changed if one is not name]
    if name in changed and name.id in gathering.was:
        texts.insert(0, _now_and_before(pen, view, name, gathering))
    return labelled(
        f"{title}: {shortened(pen, named, SHOWN)}" if named else title, " · ".join(texts) or named
    )


def _now_and_before(pen: Pen, view: View, field: Field, gathering: Gathering) -> str:
    value = shortened(pen, shown(view, field, pen.language), SHOWN)
    before = gathering.was.get(field.id)
    if before is None or not has_shape(field.question.kind, before):
        return value
    was = shortened(pen, value_text(view, field, before, pen.language), SHOWN)
    return value if was == value else pen.t("card-was", value=value, was=was)


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
