"""Who is at which page now: what one member is answering is not offered to another meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta

from dialogs.application import Application
from dialogs.members import AtWork, Member

KEPT_FREE = timedelta(minutes=10)


def with_page(application: Application, person_id: str, page: str | None, at: datetime) -> Application:
    """The person is at this page now, or at none; kept only where others are in who could be offered it."""
    others = tuple(one for one in application.at_work if one.by != person_id and at < one.at + KEPT_FREE)
    own = (AtWork(page=page, by=person_id, at=at),) if page is not None else ()
    found = (*others, *own) if len(application.contacts) > 1 and application.is_draft else ()
    return application if found == application.at_work else application.model_copy(update={"at_work": found})


def pages_of_others(application: Application, person_id: str, at: datetime) -> dict[str, Member]:
    """Pages that others are at, with who."""
    return {
        one.page: member
        for one in application.at_work
        if one.by != person_id
        and at < one.at + KEPT_FREE
        and (member := application.member(one.by)) is not None
        and member.is_contact
    }
