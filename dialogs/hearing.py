"""How somebody wants to hear what the others change: one wish for all their applications, another for a single one."""

from __future__ import annotations

from datetime import datetime

from dialogs.application import Application, Gathering
from dialogs.changes_told import new_gathering, tell_later, with_gathering
from dialogs.effects import ChooseNews, SpreadNews
from dialogs.members import NEWS, Member, NewsSetting
from dialogs.moment import Moment

HERE = "here"
"""Asks how it is to be in the open application alone; «here_daily» says it."""
AS_ELSEWHERE = "here_as_elsewhere"


def choose(moment: Moment, wanted: str) -> None:
    """Asks, or takes what was chosen: for all applications, or for the open one alone."""
    here = None if moment.application is None else moment.member
    if wanted.startswith(HERE) and here is None:
        moment.say("no-draft")
        return moment.ask_again()
    if here is not None and wanted == AS_ELSEWHERE:
        _set_here(moment, moment.person.news, is_own=False)
        return _chosen(moment, moment.person.news, "all")
    for setting in NEWS:
        if here is not None and wanted == f"{HERE}_{setting}":
            _set_here(moment, setting, is_own=True)
            return _chosen(moment, setting, "here")
        if wanted == setting:
            moment.change_person(news=setting)
            if here is not None:
                _set_here(moment, setting, is_own=False)
            moment.show(SpreadNews(setting, moment.event.at, moment.event.fresh("spread news")))
            return _chosen(moment, setting, "all")
    moment.show(_as_it_is(moment, is_here=wanted == HERE))
    return moment.ask_briefly()


def with_wish(
    application: Application, member: Member, setting: NewsSetting, at: datetime, name: str, *, is_own: bool
) -> tuple[Application, Gathering | None]:
    """The application with the wish of one who is in it: what is being gathered follows it, under a new name."""
    changed = member.model_copy(update={"news": setting, "news_here": is_own})
    waiting = [one for one in application.gatherings if one.to == member.person_id and at < one.due]
    after = application.model_copy(
        update={
            "members": tuple(changed if one is member else one for one in application.members),
            "gatherings": tuple(one for one in application.gatherings if one not in waiting),
        }
    )
    if not waiting or setting == "none":
        return after, None
    was = {slot: value for one in reversed(waiting) for slot, value in one.was.items()}
    new = new_gathering(changed, min(one.since for one in waiting), at, name).model_copy(update={"was": was})
    return with_gathering(after, new, at), new


def _set_here(moment: Moment, setting: NewsSetting, *, is_own: bool) -> None:
    member, at = moment.member, moment.event.at
    assert member is not None
    name = moment.event.fresh(f"gathering {member.person_id}")
    moment.application, gathering = with_wish(moment.draft, member, setting, at, name, is_own=is_own)
    if gathering is not None:
        tell_later(moment, gathering)


def _chosen(moment: Moment, setting: NewsSetting, scope: str) -> None:
    moment.replacement = _as_it_is(moment, is_here=scope == "here")
    moment.say(f"news-{setting}", scope=scope)
    moment.ask_briefly()


def _as_it_is(moment: Moment, *, is_here: bool) -> ChooseNews:
    member = None if moment.application is None else moment.member
    own = member.news if member is not None and member.news_here else None
    return ChooseNews(moment.person.news, own, is_here and member is not None)
