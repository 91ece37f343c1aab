"""Looks up what a deed asks before the dialog takes its step: the event then carries what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answering import Answering, Shelf, title_key
from bot.interpret import Phrases, decided
from dialogs.events import AnyEvent, Command, Commanded, Inquired, Replied, Unsure
from dialogs.findings import Finding, Found, Looked, Near, NotKnown
from dialogs.person import Belonging, Meant, Person, Suggested
from dialogs.places import Region
from dialogs.texts.catalogues import OSLO
from dialogs.view import View
from knowledge.entry import Communal, National, Regional
from knowledge.finding import Asked, shown
from knowledge.library import EMPTY, Library


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be looked up: a question in words, or an entry by its id."""

    text: str = ""
    entry: str = ""
    community: str | None = None
    """Said with the same deed; else it is known from before."""


class LookingUp:
    def __init__(self, answering: Answering, phrases: Phrases) -> None:
        self._answering = answering
        self._phrases = phrases

    async def look(self, event: AnyEvent, person: Person, view: View | None) -> tuple[AnyEvent, Library]:
        """The event with what was found, and no longer unsure where that tells what it is.

        The library is the one it was found in, to draw it from.
        """
        wanted = wanted_by(event, person)
        if wanted is None and not _may_show_entries(event, person):
            return event, self._answering.library
        shelf = await self._answering.shelf()
        if wanted is None:
            return event, shelf.library if shelf is not None else EMPTY
        looked = await self._looked(shelf, wanted, event, person, view) if shelf is not None else None
        return decided(replace(event, looked=looked), self._phrases), shelf.library if shelf else EMPTY

    async def find(self, shelf: Shelf, asked: Asked) -> Looked | None:
        """None where nothing could be looked up now."""
        titled = shelf.titles.get(title_key(asked.text))
        finding = (
            shown(shelf.library.entries[titled])
            if titled is not None
            else await self._answering.find(shelf, asked)
        )
        return _told(shelf.library, finding) if finding is not None else None

    async def _looked(
        self, shelf: Shelf, wanted: Wanted, event: AnyEvent, person: Person, view: View | None
    ) -> Looked | None:
        if wanted.entry:
            entry = shelf.library.entries.get(wanted.entry)
            return _told(shelf.library, shown(entry)) if entry is not None else None
        community = wanted.community or community_of(person, view)
        asked = Asked(
            wanted.text,
            person.language,
            community if community in shelf.library.communities else None,
            event.at.astimezone(OSLO).date(),
        )
        looked = await self.find(shelf, asked)
        if looked is None or community is not None:
            return looked
        return replace(looked, depends_on_place=await self._depends_on_place(shelf, asked, looked.finding))

    async def _depends_on_place(self, shelf: Shelf, asked: Asked, found: Finding) -> bool:
        """Whether a helsefellesskap that has an entry of its own on the subject would be shown another one."""
        for community in _with_entries_of_their_own(shelf.library, found):
            other = await self._answering.find(shelf, replace(asked, community=community))
            if other is not None and _ids(other) != _ids(found):
                return True
        return False


def wanted_by(event: AnyEvent, person: Person) -> Wanted | None:
    """None for what asks the knowledge base nothing."""
    pending = person.pending
    match event:
        case Inquired() | Unsure():
            return Wanted(event.text)
        case Commanded(command=Command.SHOW_ENTRY):
            return Wanted(entry=event.argument.partition("/")[0])
        case Replied(reply="no") if isinstance(pending, Meant):
            return Wanted(pending.text)
        case Replied() if isinstance(pending, Suggested) and event.reply != "no":
            return Wanted(entry=event.reply)
        case Replied() if isinstance(pending, Belonging):
            return Wanted(pending.text, community=event.reply)
        case _:
            return None


def _may_show_entries(event: AnyEvent, person: Person) -> bool:
    """Whether what is said may be drawn from the library although nothing new is asked."""
    match event:
        case Commanded(command=Command.HELP | Command.MORE | Command.FITS | Command.FITS_NOT):
            return True
        case Replied(to="fitting"):
            return True
        case _:
            return isinstance(person.pending, Suggested)


def community_of(person: Person, view: View | None) -> str | None:
    """The open application's helsefellesskap, else what the person has said."""
    value = view.value("community") if view is not None else None
    return str(value) if value is not None else person.community


def _told(library: Library, finding: Finding) -> Looked:
    """What the dialog must know of the entries: nothing personal is passed on, or kept."""
    entries = [library.entries[ref] for ref in _ids(finding) if ref in library.entries]
    is_personal = any(entry.kind == "fixed" for entry in entries)
    may = entries[0].is_forwardable if len(entries) == 1 else not is_personal
    return Looked(finding, may_be_passed_on=may, is_personal=is_personal)


def _ids(finding: Finding) -> tuple[str, ...]:
    match finding:
        case Found():
            return (finding.entry.id,)
        case Near():
            return tuple(entry.id for entry in finding.entries)
        case NotKnown():
            return (finding.entry.id,) if finding.entry is not None else ()


def _with_entries_of_their_own(library: Library, finding: Finding) -> Iterable[str]:
    """Helsefellesskap for which another entry of the same subject may hold."""
    subjects = {library.entries[one].subject for one in _ids(finding)[:1] if one in library.entries} - {None}
    scopes = [entry.scope for entry in library.entries.values() if entry.subject in subjects]
    for code, community in library.communities.items():
        regions = {hospital.region for hospital in community.hospitals}
        if any(_is_local_to(scope, code, regions) for scope in scopes):
            yield code


def _is_local_to(scope: National | Regional | Communal, community: str, regions: set[Region]) -> bool:
    match scope:
        case National():
            return False
        case Regional():
            return scope.region in regions
        case Communal():
            return scope.community == community
