"""What changed, told to the others: gathered, and by each person's own setting at once, daily or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, time, timedelta

from dialogs.application import Application, Gathering, Gone
from dialogs.members import Member, NewsSetting
from dialogs.moment import Moment
from dialogs.telling import tell
from dialogs.texts.catalogues import OSLO

AT_ONCE = timedelta(minutes=5)
"""So long changes are gathered for who wants to know at once: a message for each field would be too many."""
DAILY_AT = time(8)
MOST_GONE = 50
MOST_WAS = 100
LONGEST_WAS = 300
"""Characters; a longer text is told as it is now."""
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
    _keep_what_was(moment, before, now, {one.person_id for one in others})


def _keep_what_was(moment: Moment, before: Application, now: Application, others: Collection[str]) -> None:
    """What stood before, with each gathering that tells of it, so that both can be told."""
    was = {
        slot: old.value
        for slot, old in before.answers.items()
        if (new := now.answers.get(slot)) is not None and new is not old and new.value != old.value
        if old.value is not None and len(str(old.value)) <= LONGEST_WAS
    }
    gatherings = tuple(
        one.model_copy(update={"was": dict([*(was | one.was).items()][:MOST_WAS])})
        if one.to in others and moment.event.at < one.due and was.keys() - one.was.keys()
        else one
        for one in moment.draft.gatherings
    )
    if gatherings != moment.draft.gatherings:
        moment.application = moment.draft.model_copy(update={"gatherings": gatherings})


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
        for line in lines:
            if line not in now.lines.get(page, ()):
                yield Gone(what=page, by=moment.person.id, at=moment.event.at, line=line)


def _begin(moment: Moment, member: Member, since: datetime) -> None:
    new = new_gathering(member, since, moment.event.at, moment.event.fresh(f"gathering {member.person_id}"))
    moment.application = with_gathering(moment.draft, new, moment.event.at)
    tell_later(moment, new)


def tell_now(moment: Moment) -> tuple[str, ...]:
    """What is being gathered is told at once: nothing is sent that the others have not heard of.

    The ids of the gatherings; that of whoever acts is among them, and is for the card they are shown.
    """
    at = moment.event.at
    heard = {one.person_id for one in moment.draft.contacts if one.news != "none"}
    waiting = [one for one in moment.draft.gatherings if at < one.due and one.to in heard]
    if not waiting:
        return ()
    kept = [one for one in moment.draft.gatherings if one not in waiting]
    now = [
        one.model_copy(update={"id": moment.event.fresh(f"gathering {one.to}"), "due": at}) for one in waiting
    ]
    moment.change_application(gatherings=(*kept, *now))
    for one in now:
        if one.to != moment.person.id:
            tell_later(moment, one)
    return tuple(one.id for one in now)


def new_gathering(member: Member, since: datetime, at: datetime, name: str) -> Gathering:
    return Gathering(id=name, to=member.person_id, since=since, due=due(member.news, at))


def with_gathering(application: Application, new: Gathering, at: datetime) -> Application:
    kept = tuple(one for one in application.gatherings if at < one.due + KEPT)
    return application.model_copy(update={"gatherings": (*kept, new)})


def tell_later(moment: Moment, gathering: Gathering) -> None:
    wait = gathering.due - moment.event.at
    tell(moment, gathering.to, "changed", gathering.id, after_seconds=wait.total_seconds())
