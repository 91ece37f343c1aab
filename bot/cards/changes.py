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
from dialogs.showing import label, shown
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
    """Each with whose doing it is, one person's together, in the form's order."""
    made: list[tuple[str, Json]] = []
    for field in _changed(view, gathering, receiver):
        value = shortened(pen, shown(view, field, pen.language), SHOWN)
        made.append(
            (view.application.answers[field.id].by, labelled(label(view, field, pen.language), value))
        )
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
