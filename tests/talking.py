"""The real bot below HTTP, for transcripts: from the activity to the card, with its records as JSON between turns."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot import records
from bot.activities import DOWNLOAD, Attached, Incoming, Opened, to_incoming
from bot.app import load_context
from bot.delivery.news import NewsDelivery
from bot.interpret import Phrases, phrases_of
from bot.latest import Latest
from bot.replies import FileOffers
from bot.sent_files import to_opened
from bot.settings import Settings
from bot.signing import Signer
from bot.turn import Turns
from dialogs.application import Application
from dialogs.context import Context
from dialogs.effects import OfferedFile
from dialogs.inquiry import Inquiry
from dialogs.members import Member
from dialogs.person import Language, Person
from dialogs.places import AgreementForm, Call, CommunitySettings
from dialogs.questions import Form
from dialogs.texts.catalogues import Texts
from dialogs.view import View
from storage.filing.reading_process import read_file
from storage.memory_store import MemoryStore
from storage.store import AuditLine, Key, OutboxRow, Settled, Stored
from tests.chat_window import Window, plain, tapped
from tests.fake_teams_activities import (
    Place,
    action_value,
    deleted,
    edited,
    envelope,
    invoke,
    message,
    without_text,
)
from tests.fake_teams_render import read_card
from tests.fake_teams_world import BotAccount, Conversation, User
from tests.finders import KnowsWhatItIsTold, answering
from tests.transcripts import play

Json = dict[str, Any]
BEGINNING = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
BETWEEN_DEEDS = timedelta(seconds=5)
TENANT = "3f6c2f0e-0000-4000-8000-000000000001"
BOT = BotAccount()


@lru_cache(maxsize=1)
def the_context() -> Context:
    return load_context(Settings())


@lru_cache(maxsize=1)
def the_phrases() -> Phrases:
    return phrases_of(the_context().texts, the_context().communities)


@lru_cache(maxsize=1)
def the_signer() -> Signer:
    return Signer(Ed25519PrivateKey.from_private_bytes(b"s" * 32), {})


def copied(store: MemoryStore) -> MemoryStore:
    """What the store holds is never changed in place."""
    other = MemoryStore()
    other._records = dict(store._records)
    other._audit = {key: list(lines) for key, lines in store._audit.items()}
    other._outbox._rows = dict(store._outbox._rows)
    return other


@dataclass(frozen=True, slots=True)
class Account:
    tenant: str = TENANT
    guest: bool | None = False
    locale: str = "nb-NO"


class _Compared(Latest):
    """What a turn is spared to read is just what it would read."""

    def view(self, stored: Stored) -> View | None:
        view = super().view(stored)
        assert view is None or view.application == records.to_application(stored)
        return view

    def person(self, stored: Stored) -> Person | None:
        person = super().person(stored)
        assert person is None or person == records.to_person(stored)
        return person


class OneByte(dict[tuple[OfferedFile, Language], int]):
    """So large is every file that is offered here."""

    def __missing__(self, key: tuple[OfferedFile, Language]) -> int:
        return 1


class Talk:
    """Call it with a transcript. What a transcript cannot say is asked of `draft`, `person` and `value`."""

    def __init__(self) -> None:
        self.context = the_context()
        self.phrases = the_phrases()
        self.connected = frozenset({"agder"})
        self.finder = KnowsWhatItIsTold()
        self.store = MemoryStore()
        self.now = BEGINNING
        self.windows: dict[str, Window] = {}
        self.files: dict[str, bytes] = {}
        self.accounts: dict[str, Account] = {}
        """Of people who are not in the tenant of the others."""
        self.said: list[str] = []
        self.be("Kari")
        self._deeds = 0
        self._last: Json = {}
        self._last_row = ""
        self._last_of = ("", "")
        self._runner = asyncio.Runner()
        self.restart()

    def close(self) -> None:
        self._runner.close()

    def restart(self, form: Form | None = None) -> None:
        """Another process over the same records; perhaps another release, with other questions."""
        if form is not None:
            self.context = replace(self.context, form=form)
        self.turns = Turns(
            store=self.store,
            context=self.context,
            phrases=self.phrases,
            connected=lambda: self.connected,
            send_now=self._receive,
            wake=lambda: None,
            flush=self._nothing,
            offers=FileOffers(OneByte()),
            open_file=self._open_file,
            secret=b"k" * 32,
            signer=the_signer(),
            is_guest=self._is_guest,
            answering=answering(self.finder),
            raise_faults=True,
            clock=lambda: self.now,
            latest=_Compared(),
        )

    def copied(self) -> Talk:
        """The same records and chats, to go on from in more ways than one."""
        other = Talk()
        other.context, other.connected, other.now = self.context, self.connected, self.now
        other.store = copied(self.store)
        other.finder = self.finder
        other.accounts = self.accounts
        other.windows = {who: window.copied() for who, window in self.windows.items()}
        other.restart()
        return other

    # --- What people do.

    def __call__(self, transcript: str) -> None:
        """The rules of reading it stand in tests/transcripts.py."""
        play(transcript, self)

    def type(self, text: str) -> None:
        self._do(message(self._envelope("message"), self._place(), text, "plain", mention_bot=False))

    def paste(self, html: str, text: str) -> None:
        """A table from elsewhere: Teams sends its HTML beside what it makes of it as text."""
        activity = message(self._envelope("message"), self._place(), text, "plain", mention_bot=False)
        self._do({**activity, "attachments": [{"contentType": "text/html", "content": html}]})

    def send_file(self, packed: bytes, text: str = "", *, count: int = 1) -> None:
        """It is read in this process: that there is another is shown elsewhere."""
        url = f"https://files.example/{len(self.files)}"
        self.files[url] = packed
        attached = {"contentType": DOWNLOAD, "content": {"downloadUrl": url}}
        activity = message(self._envelope("message"), self._place(), text, "plain", mention_bot=False)
        self._do({**activity, "attachments": [attached] * count})

    async def _open_file(self, attached: Attached) -> Opened:
        if attached.count > 1:
            return Opened(refusal="several", text=attached.text)
        if attached.url not in self.files:
            return Opened(refusal="not_fetched", text=attached.text)
        return to_opened(json.dumps(read_file(self.files[attached.url])).encode(), attached.text)

    def tap(
        self, title: str, *, on: str = "", beside: str = "", inputs: Mapping[str, str] | None = None
    ) -> None:
        sheet, offer = self.window.find(title, on=on, beside=beside)
        self.send_action(sheet.row, offer.action, tapped(offer, inputs or {}))

    def send_action(self, row: str, action: Json, data: Json) -> None:
        value = action_value(action, data, "manual")
        self._do(invoke(self._envelope("invoke"), "adaptiveCard/action", value, row), row)

    def again(self) -> None:
        """The same deed under a new id, as Teams delivers it when no answer came in time.

        Whoever is meant by now, it is done by the one who did it, and that person is meant from here on.
        """
        self._who, self._called = self._last_of
        self._deliver({**self._last, "id": self._new_id()}, self._last_row)

    def same_delivery_again(self) -> None:
        self._who, self._called = self._last_of
        self._deliver(self._last, self._last_row)

    def arrive(self) -> None:
        """The chat is opened, or the bot installed once more."""
        self._do({**self._envelope("installationUpdate"), "action": "add"})

    def edit(self) -> None:
        self._do(edited(self._last_message(), "Noe annet", self.now))

    def delete(self) -> None:
        self._do(deleted(self._last_message()))

    def react(self) -> None:
        self._do({**self._envelope("messageReaction"), "reactionsAdded": [{"type": "like"}]})

    def attach(self, content_type: str) -> None:
        self._do(without_text(self._envelope("message"), [{"contentType": content_type, "content": {}}]))

    def _last_message(self) -> Json:
        return message(self._envelope("message"), self._place(), "Noe", "plain", mention_bot=False)

    def wait(self, pause: timedelta) -> None:
        self.now += pause

    def be(self, who: str, *, called: str = "") -> None:
        """From here on another person; `called` is the name that Teams gives for them."""
        self._who, self._called = who, called or f"{who} Eksempel"

    def news(self) -> None:
        """What is due for anybody arrives; `said` is what came for this person."""
        self.said = []
        now = self.now.timestamp()
        waiting = [row for row in reversed(self.outbox("news")) if row.state == "waiting"]
        rows = [row for row in waiting if row.due_at <= max(now, row.created_at)]
        delivery = NewsDelivery(self.store, self.context, self)
        for row in rows:
            self._runner.run(self._settle(delivery, row))

    async def _settle(self, delivery: NewsDelivery, row: OutboxRow) -> None:
        await self.store.settle([await delivery.deliver(row)])

    async def deliver(self, row: OutboxRow) -> Settled:
        """Teams, for what is not said in the turn itself."""
        card, who = row.body["activity"]["attachments"][0]["content"], row.body["conversation"][2:]
        self.windows.setdefault(who, Window()).send(row.id, card)
        if who == self._who:
            self._show(card)
        return Settled(row.id, "delivered", self.now.timestamp(), {"activity_id": row.id})

    # --- What the world does.

    def maps(self, community: str, **parties: str) -> None:
        """The helsefellesskap's file says which tenant a party's people are in: `m4219=…`, `hsorlandet_sykehus=…`."""
        tenants = [
            {
                "municipality" if party[0] == "m" else "hospital": party[1:].replace("_", "-"),
                "tenants": [tenant],
            }
            for party, tenant in parties.items()
        ]
        known = self.context.communities[community]
        read = CommunitySettings.model_validate({"party_tenants": tenants}).party_tenants
        settings = known.settings.model_copy(update={"party_tenants": read})
        changed = known.model_copy(update={"settings": settings})
        self.context = replace(self.context, communities={**self.context.communities, community: changed})
        self.restart()

    def agree_by(self, form: AgreementForm, community: str = "agder") -> None:
        """The installation says how the parties show that they agree."""
        known = self.context.communities[community]
        settings = known.settings.model_copy(update={"agreement_form": form})
        changed = known.model_copy(update={"settings": settings})
        self.context = replace(self.context, communities={**self.context.communities, community: changed})
        self.restart()

    def call(
        self, community: str, *, year: int, deadline: str, time: str | None = None, status: str = "open"
    ) -> None:
        """The helsefellesskap announces a call, and the process is started anew with it."""
        evidence = {"document": "fictional", "reading": "Fictional."}
        until = {"day": date.fromisoformat(deadline), "time": time, "evidence": evidence}
        call = Call.model_validate(
            {"year": year, "status": status, "announced": [evidence], "deadline": until}
        )
        known = self.context.communities[community]
        others = tuple(other for other in known.calls if other.year != year)
        changed = known.model_copy(update={"calls": (*others, call)})
        self.context = replace(self.context, communities={**self.context.communities, community: changed})
        self.restart()

    def keep_inquiry(self, inquiry: Inquiry) -> None:
        self._runner.run(self.store.commit(expect={}, put=[records.put_inquiry(inquiry)]))

    def use_texts(self, texts: Texts) -> None:
        """Catalogues with words for questions that only another release has."""
        self.context = replace(self.context, texts=texts)
        self.restart()

    def keep(self, application: Application) -> None:
        """The draft becomes this one: longer than anybody wants to type in a test."""
        self._runner.run(self.store.commit(expect={}, put=[records.put_application(application)]))

    def let_in(self, who: str, party: str | None = None) -> None:
        """Another person becomes a member of the open draft, perhaps for a party, and has it open."""
        draft = self.draft
        self.be(who)
        self.type("hei")
        person = self.person.model_copy(update={"open_application": draft.id})
        member = Member(person_id=person.id, name=self._called, joined_at=self.now, party=party)
        draft = draft.model_copy(update={"members": (*draft.members, member)})
        put = [records.put_person(person), records.put_application(draft)]
        self._runner.run(self.store.commit(expect={}, put=put))
        self.be(draft.members[0].name.split()[0])

    # --- What there is.

    @property
    def who(self) -> str:
        return self._user().aad_object_id

    @property
    def tapped_data(self) -> Json | None:
        """What the last tap carried; None where the last deed was no tap."""
        value = self._last.get("value")
        return value["action"]["data"] if isinstance(value, dict) else None

    @property
    def has_done_something(self) -> bool:
        return bool(self._last)

    @property
    def window(self) -> Window:
        return self.windows.setdefault(self._who, Window())

    @property
    def person(self) -> Person:
        person = self.person_or_none
        assert person is not None
        return person

    @property
    def person_or_none(self) -> Person | None:
        """None before the person's first deed."""
        identity = self._find(records.identity_key(self._user().tenant_id, self.who))
        found = self._find(records.person_key(identity["person"])) if identity is not None else None
        return Person.model_validate(found) if found is not None else None

    @property
    def draft(self) -> Application:
        assert self.person.open_application is not None
        return Application.model_validate(self._find(records.application_key(self.person.open_application)))

    def value(self, slot: str) -> Any:
        return self.draft.value(slot)

    def purged(self) -> int:
        """How many records were erased because their time was up."""
        before = sum(len(self.records(kind)) for kind in ("unanswered", "shown"))
        self._runner.run(self.store.purge(self.now.timestamp()))
        return before - sum(len(self.records(kind)) for kind in ("unanswered", "shown"))

    def records(self, kind: str) -> list[Json]:
        return [stored.body for stored in self._runner.run(self.store.scan(kind))]

    def everything(self) -> str:
        """All that is kept, as text: records, outbox and audit."""
        rows = self._runner.run(self.store.outbox(limit=100_000))
        kinds = (
            *("person", "application", "submission", "case", "identity", "inquiry", "unanswered", "shown"),
            *("invitation", "tries", "code", "agreement"),
        )
        audit = [
            line
            for application in self.records("application")
            for line in self._runner.run(self.store.audit(application["id"], limit=100_000))
        ]
        return repr([self.records(kind) for kind in kinds]) + repr(rows) + repr(audit)

    def audit(self, application_id: str) -> Sequence[AuditLine]:
        return self._runner.run(self.store.audit(application_id, limit=100_000))

    def outbox(self, target: str) -> list[OutboxRow]:
        rows = self._runner.run(self.store.outbox(limit=100_000))
        return [row for row in rows if row.target == target]

    def _find(self, key: Key) -> Json | None:
        found = self._runner.run(self.store.get([key])).get(key)
        return found.body if found is not None else None

    # --- How it gets there and back.

    def _user(self) -> User:
        account = self.accounts.get(self._who, Account())
        return User(account.tenant, f"object-{self._who}", self._called, locale=account.locale)

    def _place(self) -> Place:
        user = self._user()
        chat = Conversation(f"a:{self._who}", "personal", user.tenant_id, [user], has_bot=True)
        return Place(BOT, user, chat, chat.id, "https://teams.example/")

    def _envelope(self, kind: str) -> Json:
        return envelope(kind, self._new_id(), self._place(), self.now)

    def _new_id(self) -> str:
        self._deeds += 1
        return f"{int(self.now.timestamp())}:{self._deeds}"

    def _do(self, activity: Json, row: str = "") -> None:
        self._last, self._last_row, self._last_of = activity, row, (self._who, self._called)
        self._deliver(activity, row)

    def _deliver(self, activity: Json, row: str) -> None:
        self.now += BETWEEN_DEEDS
        self.said = []
        incoming = to_incoming(activity)
        assert incoming is not None
        reply = self._runner.run(self.turns.take(incoming))
        value = reply.body.get("value") if reply is not None and reply.body else None
        if isinstance(value, dict):
            self.window.replace(row, value)
            self.said[:0] = plain(read_card(value)).split("\n")
        elif value:
            self.said.insert(0, plain(value))

    async def _receive(self, rows: Sequence[OutboxRow]) -> None:
        for row in rows:
            attachment = row.body["activity"]["attachments"][0]
            if "body" in attachment["content"]:
                self._show(attachment["content"])
                if row.body["do"] == "send":
                    self.window.send(row.id, attachment["content"])
                else:
                    self.window.replace(row.body["message"], attachment["content"])
        now = self.now.timestamp()
        await self.store.settle([Settled(row.id, "delivered", now, {"activity_id": row.id}) for row in rows])

    def _show(self, card: Json) -> None:
        self.said += plain(read_card(card)).split("\n")

    async def _is_guest(self, incoming: Incoming) -> bool | None:
        who = incoming.who.object_id.removeprefix("object-")
        return self.accounts.get(who, Account()).guest

    async def _nothing(self) -> None:
        return None
