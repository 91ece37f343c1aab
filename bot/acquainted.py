"""Whom an inviter may be helped to find: people of their own applications, or by a name they know exactly already."""

from __future__ import annotations

from collections.abc import Sequence

from bot import records
from dialogs.application import Application
from dialogs.context import KnownPerson
from dialogs.spelling import key
from storage.store import Store

MOST_LOOKED_AT = 50
"""Applications of the inviter's own."""


async def people_known_to(store: Store, person_id: str, application: Application) -> Sequence[KnownPerson]:
    """Contacts in the inviter's other applications of the same helsefellesskap, who are not in this one."""
    found: dict[tuple[str, str], KnownPerson] = {}
    for stored in await store.find("application", "member", person_id, limit=MOST_LOOKED_AT):
        other = records.to_application(stored)
        if other.id == application.id or not _is_of_same_community(other, application):
            continue
        for member in other.contacts:
            if member.party is not None and not application.has_member(member.person_id):
                known = KnownPerson(member.person_id, member.name, member.party)
                found[known.person_id, known.party] = known
    return tuple(found.values())


async def person_called(store: Store, name: str, party: str, application: Application) -> str | None:
    """Somebody who has been in for just that party in the same helsefellesskap and is called just that.

    None also where several are: whoever asks is not told which it was.
    """
    people: set[str] = set()
    value = records.contact_index(party, name)
    for stored in await store.find("application", "contact", value, limit=MOST_LOOKED_AT):
        other = records.to_application(stored)
        if _is_of_same_community(other, application):
            people |= {m.person_id for m in other.contacts_of(party) if key(m.name) == key(name)}
    people -= {member.person_id for member in application.active}
    return people.pop() if len(people) == 1 else None


def _is_of_same_community(other: Application, application: Application) -> bool:
    community = application.value("community")
    return community is not None and other.value("community") == community
