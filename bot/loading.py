"""What a turn reads: the person, the application they have open or tapped a card of, and their own list."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from bot import records
from bot.acquainted import people_known_to, person_called
from bot.activities import Incoming
from bot.deeds import application_named
from bot.incoming import Scrub
from bot.kept_texts import with_kept_text
from bot.latest import Latest
from bot.spoken import spoken
from dialogs.application import Application
from dialogs.context import Context, InvitedTo, KnownPerson, Listed
from dialogs.events import AnyEvent, Command, Commanded, Inquired, Replied
from dialogs.inviting import name_and_party
from dialogs.members import Invitation
from dialogs.person import Belonging, ConversationReference, Forwarding, Person, Suggested
from dialogs.progress import missing_count
from dialogs.view import View
from storage.store import Key, Store, Stored

MOST_LISTED = 200
MOST_INVITED = 5
MOST_REMEMBERED = 20_000
MOST_NAMES = 1_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records of a turn as they were read. Revision 0 means that the record is new."""

    person: Person
    person_revision: int
    application: Application | None
    application_revision: int
    view: View | None = None
    """Of the application as the latest turn left it, where it has been read already."""
    has_identity: bool = True
    """Whether tenant and object id lead to the person already."""
    refused: bool = False
    """A card or a command named an application that this person may not open, or that is not there."""

    def view_in(self, context: Context) -> View | None:
        """For one turn: what is read with it is kept no longer."""
        if self.view is not None and self.view.context is context:
            return self.view.after(self.view.application)
        return View(self.application, context) if self.application is not None else None


class Look:
    """Records read together, as far as it was known beforehand which were needed; the others one by one."""

    def __init__(self, store: Store, keys: Sequence[Key]) -> None:
        self._store = store
        self._keys = keys
        self._found: Mapping[Key, Stored] | None = None

    async def at(self, key: Key) -> Stored | None:
        if self._found is None:
            self._found = await self._store.get(self._keys)
        if key in self._keys:
            return self._found.get(key)
        return (await self._store.get([key])).get(key)


class Loading:
    def __init__(self, store: Store, context: Context, latest: Latest, *, hears_client: bool = True) -> None:
        """`hears_client`: somebody new is met in their client's language. A local client's is no one's own."""
        self._store = store
        self._hears_client = hears_client
        self._context = context
        self._latest = latest
        self._needed_last: OrderedDict[Key, tuple[Key, ...]] = OrderedDict()
        """What somebody's latest turn read, by their identity: a guess at what the next one needs, no more."""
        self._name = lru_cache(MOST_NAMES)(lambda name, language: Scrub(context.texts, language).name(name))

    async def load(self, incoming: Incoming, at: datetime) -> Loaded:
        """Only what the person may read: what they are no member of comes back as refused."""
        identity = records.identity_key(incoming.who.tenant_id, incoming.who.object_id)
        look = Look(self._store, [identity, *self._needed_last.get(identity, ())])
        person, revision, has_identity = await self._person(look, identity, incoming, at)
        named = application_named(incoming.deed)
        wanted = named or person.open_application
        self._remember(identity, person, wanted)
        found = await look.at(records.application_key(wanted)) if wanted else None
        view = self._latest.view(found) if found is not None else None
        application = view.application if view is not None else None
        if found is not None and application is None:
            application = records.to_application(found)
        if found is None or application is None or not application.has_member(person.id):
            return Loaded(person, revision, None, 0, has_identity=has_identity, refused=bool(named))
        return Loaded(person, revision, application, found.revision, view, has_identity)

    async def named(
        self, loaded: Loaded, context: Context, event: AnyEvent
    ) -> tuple[Loaded, Context, AnyEvent]:
        """What names or lists applications or inquiries needs them loaded: the person's own, and no other."""
        if _is_about_inquiries(event, loaded.person):
            own = await self._store.find("inquiry", "asker", loaded.person.id, limit=MOST_LISTED)
            return loaded, replace(context, inquiries=tuple(map(records.to_inquiry, own))), event
        if isinstance(event, Commanded) and event.command is Command.INVITE:
            return loaded, await self._acquainted(loaded, context, event), event
        if isinstance(event, Commanded) and event.command in (Command.AGREEMENT, Command.CONFIRM):
            return loaded, await with_kept_text(self._store, loaded.application, context), event
        if isinstance(event, Commanded) and event.command is Command.JOIN:
            return await self._invited(loaded, context, event)
        if not isinstance(event, Commanded) or event.command not in (Command.APPLICATIONS, Command.OPEN):
            return loaded, context, event
        found = await self._store.find("application", "member", loaded.person.id, limit=MOST_LISTED)
        mine = sorted(
            (records.to_application(stored) for stored in found), key=lambda a: a.changed_at, reverse=True
        )
        context = replace(context, mine=tuple(_listed(application, context) for application in mine))
        if event.command is Command.APPLICATIONS:
            return loaded, context, event
        wanted = event.argument
        if wanted.isdigit() and 1 <= int(wanted) <= len(mine):
            wanted = mine[int(wanted) - 1].id
        application = next((a for a in mine if a.id == wanted), None)
        if application is None and wanted.isdigit():
            return loaded, context, replace(event, command=Command.APPLICATIONS, argument="")
        if application is None:
            return replace(loaded, refused=True), context, event
        revisions = {stored.key.id: stored.revision for stored in found}
        loaded = replace(
            loaded,
            application=application,
            application_revision=revisions[application.id],
            view=None,
            refused=False,
        )
        return loaded, context, replace(event, argument=wanted)

    async def _acquainted(self, loaded: Loaded, context: Context, event: Commanded) -> Context:
        """Whom the inviter knows already; for a name, whoever is called just that."""
        application = loaded.application
        if application is None or not application.has_member(loaded.person.id):
            return context
        name, party = name_and_party(View(application, context), event.argument)
        if party is None:
            known = await people_known_to(self._store, loaded.person.id, application)
            return replace(context, known_people=tuple(known))
        found = await person_called(self._store, name, party, application)
        people = (KnownPerson(found, name, party),) if found is not None else ()
        return replace(context, known_people=people)

    async def _invited(
        self, loaded: Loaded, context: Context, event: Commanded
    ) -> tuple[Loaded, Context, AnyEvent]:
        """With nothing said, or a number: the invitations that are for this person alone."""
        wanted = event.argument
        if wanted and not (wanted.isascii() and wanted.isdigit() and len(wanted) < 3):
            return loaded, context, event
        found = await self._store.find("application", "invited", loaded.person.id, limit=MOST_INVITED)
        invited = tuple(
            _invited_to(View(application, context), one)
            for application in map(records.to_application, found)
            for one in application.invitations
            if one.person_id == loaded.person.id and one.is_open(event.at)
        )
        if wanted and 1 <= int(wanted) <= len(invited):
            chosen = invited[int(wanted) - 1]
            named = f"{chosen.application}/{chosen.invitation}"
            return loaded, context, replace(event, argument=named)
        return loaded, replace(context, invited_to=invited), replace(event, argument="")

    def _remember(self, identity: Key, person: Person, application: str | None) -> None:
        needed = (records.application_key(application),) if application else ()
        self._needed_last[identity] = (records.person_key(person.id), *needed)
        self._needed_last.move_to_end(identity)
        if len(self._needed_last) > MOST_REMEMBERED:
            self._needed_last.popitem(last=False)

    async def _person(
        self, look: Look, identity_key: Key, incoming: Incoming, at: datetime
    ) -> tuple[Person, int, bool]:
        who, where = incoming.who, incoming.where
        identity = await look.at(identity_key)
        stored = (
            await look.at(records.person_key(str(identity.body["person"]))) if identity is not None else None
        )
        if stored is not None:
            person = self._latest.person(stored) or records.to_person(stored)
        else:
            known = str(identity.body["person"]) if identity is not None else "p" + secrets.token_hex(12)
            person = Person(
                id=known,
                tenant_id=who.tenant_id,
                object_id=who.object_id,
                language=spoken(incoming) if self._hears_client else "nb",
            )
        conversation = person.conversation
        if where.scope == "personal":
            conversation = ConversationReference(
                service_url=where.service_url,
                conversation_id=where.conversation_id,
                bot_id=where.bot_id,
                user_id=who.user_id,
                tenant_id=who.tenant_id,
            )
        name = self._name(who.name, person.language) or person.name
        person = person.model_copy(update={"name": name, "conversation": conversation, "seen_at": at})
        return person, stored.revision if stored is not None else 0, identity is not None


def _is_about_inquiries(event: AnyEvent, person: Person) -> bool:
    """Whether the step may list the person's questions to secretariats, or send one."""
    match event:
        case Inquired():
            return True
        case Replied():
            return isinstance(person.pending, Suggested | Belonging | Forwarding)
        case Commanded(command=Command.ASK_SECRETARIAT | Command.INQUIRIES):
            return True
        case _:
            return False


def _invited_to(view: View, invitation: Invitation) -> InvitedTo:
    inviters = [m.name for m in view.application.members if m.person_id == invitation.by]
    return InvitedTo(
        application=view.application.id,
        invitation=invitation.id,
        by_name=inviters[-1] if inviters else "",
        by_party=view.party_name(invitation.by_party or ""),
        party=view.party_name(invitation.party or ""),
        community=str(view.value("community") or ""),
    )


def _listed(application: Application, context: Context) -> Listed:
    return Listed(
        id=application.id,
        title=str(application.value("title") or ""),
        status=application.status,
        case_number=application.case_number,
        changed_at=application.changed_at,
        missing=missing_count(View(application, context)),
    )
