"""Telling the others: who is told of what, by ids; the words are made when it is sent."""

from __future__ import annotations

from dialogs.effects import News, Tell
from dialogs.moment import Moment


def tell_others(moment: Moment, what: News, about: str) -> None:
    """Everybody who is in, but for who acts and whom it is about."""
    for member in moment.draft.active:
        if member.person_id not in (moment.person.id, about):
            tell(moment, member.person_id, what, about)


def tell(moment: Moment, to: str, what: News, about: str, *, after_seconds: float = 0.0) -> None:
    moment.show(Tell(moment.event.fresh(f"{what} {about} {to}"), to, what, about, after_seconds))
