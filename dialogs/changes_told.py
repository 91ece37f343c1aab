"""What changed, told to the others: gathered, and by each person's own setting at once, daily or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from dialogs.application import Application, Gathering, Gone
from dialogs.effects import ChooseNews
from dialogs.members import NEWS, Member, NewsSetting
from dialogs.moment import Moment
from dialogs.telling import tell
from dialogs.texts.catalogues import OSLO

AT_ONCE = timedelta(minutes=5)
"""So long changes are gathered for who wants to know at once: a message for each field would be too many."""
DAILY_AT = time(8)
MOST_GONE = 50
KEPT = timedelta(days=7)
"""A gathering whose message has been sent, or could not be for so long."""


def due(setting: NewsSetting, at: datetime) -> datetime:
    """When what changes now is told."""
    if setting == "at_once":
        return at + AT_ONCE
    local = at.astimezone(OSLO)
    day = local.date() if local.time() < DAILY_AT else local.date() + timedelta(days=1)
    return datetime.combine(day, DAILY_AT, OSLO).astimezone(at.tzinfo)


def tell_of_changes(moment: Moment, before: Application | None) -> None:
    """To everybody else who is in: the first change begins a gathering, and the later ones come along with it."""
    now = moment.application
    if before is None or now is None or before is now or before.id != now.id or not now.is_draft:
        return
    others = [one for one in now.contacts if one.person_id != moment.person.id and one.news != "none"]
    if not others:
        return
    gone = tuple(_gone(moment, before, now))
    if not gone and not _is_changed(before, now):
        return
    if gone:
        moment.change_application(gone=(*now.gone, *gone)[-MOST_GONE:])
    for member in others:
        if not any(one.to == member.person_id and moment.event.at < one.due for one in now.gatherings):
            _begin(moment, member, moment.event.at)


def _is_changed(before: Application, now: Application) -> bool:
    """Whether an answer that counts is another; what is half or wrong is nobody else's news yet."""
    return before.lines != now.lines or any(
        answer is not before.answers.get(slot) and answer.is_valid and answer != before.answers.get(slot)
        for slot, answer in now.answers.items()
    )


def _gone(moment: Moment, before: Application, now: Application) -> Iterator[Gone]:
    """Answers that were taken back, and lines: nothing else in the draft tells of them."""
    for slot, answer in now.answers.items():
        if answer is not before.answers.get(slot) and not answer.is_valid and before.value(slot) is not None:
            yield Gone(what=slot, by=moment.person.id, at=moment.event.at)
    for page, lines in before.lines.items():
        for _ in set(lines) - set(now.lines.get(page, ())):
            yield Gone(what=page, by=moment.person.id, at=moment.event.at)


def _begin(moment: Moment, member: Member, since: datetime) -> None:
    at = moment.event.at
    new = Gathering(
        id=moment.event.fresh(f"gathering {member.person_id}"),
        to=member.person_id,
        since=since,
        due=due(member.news, at),
    )
    kept = tuple(one for one in moment.draft.gatherings if at < one.due + KEPT)
    moment.application = moment.draft.model_copy(update={"gatherings": (*kept, new)})
    tell(moment, member.person_id, "changed", new.id, after_seconds=(new.due - at).total_seconds())


def choose(moment: Moment, wanted: str) -> None:
    """How the person wants to hear of changes in this application; what is being gathered follows the new wish."""
    member = moment.member
    assert member is not None
    setting = next((one for one in NEWS if one == wanted), None)
    if setting is None:
        moment.show(ChooseNews(member.news))
        return moment.ask_again()
    changed = member.model_copy(update={"news": setting})
    members = tuple(changed if one is member else one for one in moment.draft.members)
    mine = [one for one in moment.draft.gatherings if one.to == member.person_id]
    waiting = [one for one in mine if moment.event.at < one.due]
    kept = tuple(one for one in moment.draft.gatherings if one not in waiting)
    moment.change_application(members=members, gatherings=kept)
    if waiting and setting != "none":
        _begin(moment, changed, min(one.since for one in waiting))
    moment.replacement = ChooseNews(setting)
    moment.say(f"news-{setting}")
    return moment.ask_again()
