"""Answers in a group or a channel, where the bot was mentioned: what anyone may read, and nothing of any draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from bot import records
from bot.activities import Incoming, Tapped, Where, Wrote, text_reply, to_message
from bot.adapter import InvokeReply
from bot.answering import Answering, Shelf
from bot.asked import put_shown, put_unanswered
from bot.body import Json
from bot.cards.elements import Pen, card, words
from bot.cards.entries import entry_card, near_card
from bot.incoming import Scrub, Scrubbed
from bot.interpret import Phrases, interpret, key_of
from bot.looking_up import LookingUp
from bot.rows import deed_name, own_row
from bot.spoken import spoken
from dialogs.context import Context
from dialogs.effects import KeepUnanswered, ShowEntry, ShowNear
from dialogs.events import Inquired, without_codes
from dialogs.findings import EntryRef, Found, Looked, Near, NotKnown
from dialogs.person import Language, Person
from dialogs.plain_text import from_teams
from dialogs.texts.catalogues import OSLO
from knowledge.finding import Asked, ref
from storage.store import OutboxRow, Put, Store

VERBS = frozenset(("entry",))


class PublicAnswers:
    def __init__(
        self,
        *,
        store: Store,
        context: Context,
        answering: Answering,
        phrases: Phrases,
        community_in: Callable[[Where], str | None],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._context = context
        self._answering = answering
        self._looking_up = LookingUp(answering, phrases)
        self._phrases = phrases
        self._community_in = community_in
        self._clock = clock

    async def wrote(self, incoming: Incoming, deed: Wrote) -> list[OutboxRow] | None:
        """None for what is no question: commands, and answers to what was asked elsewhere."""
        person = await self._person(incoming)
        language = person.language if person is not None else spoken(incoming)
        typed = from_teams(deed.text, recipient_name=deed.mentions_as, is_markup=deed.is_markup)
        scrubbed = Scrub(self._context.texts, language).text(typed)
        at = self._clock()
        nobody = Person(id="", tenant_id="", object_id="", language=language)
        if not isinstance(scrubbed, Scrubbed) or not scrubbed.text.strip():
            return None
        event = interpret(scrubbed, nobody, None, self._phrases, at=at, key="")
        if not isinstance(event, Inquired):
            return None
        row_id = f"public.{deed_name(incoming)}"
        if await self._store.outbox(ids=[row_id]):
            return []
        community = self._community_in(incoming.where) or (person.community if person is not None else None)
        shelf = await self._answering.shelf()
        known = shelf.library.communities if shelf is not None else {}
        asked = Asked(
            event.text, language, community if community in known else None, at.astimezone(OSLO).date()
        )
        looked = await self._looking_up.find(shelf, asked) if shelf is not None else None
        pen = Pen(self._context.texts, language, row_id)
        drawn = self._drawn(pen, shelf, looked, incoming, at)
        if event.masked == "number":
            drawn = {**drawn, "body": [words(pen.t("m-identity-number-out")), *drawn["body"]]}
        put = self._kept(event, looked, incoming, person, language, community or "", at)
        row = self._row(row_id, incoming, drawn, pen)
        await self._store.commit(expect={}, put=put)
        return [row]

    async def tapped(self, incoming: Incoming, deed: Tapped) -> tuple[InvokeReply, list[OutboxRow]]:
        """Another entry that a public card offers: said once for each card, whoever taps."""
        person = await self._person(incoming)
        language = person.language if person is not None else spoken(incoming)
        shelf = await self._answering.shelf()
        wanted = str(deed.data.get("x") or "")
        entry = shelf.library.entries.get(wanted) if shelf is not None else None
        say = self._context.texts.say
        if shelf is None or entry is None:
            return InvokeReply(200, text_reply(say(language, "m-no-such-entry"))), []
        at = self._clock()
        row_id = f"entry.{key_of(incoming.where.conversation_id, deed.message_id or deed_name(incoming), entry.id)}"
        pen = Pen(self._context.texts, language, row_id)
        drawn = entry_card(pen, shelf.library, self._show(ref(entry), at), is_public=True)
        put = put_shown(ref(entry), person.id if person is not None else "", incoming.where.scope, at, 0)
        await self._store.commit(expect={}, put=[put])
        return InvokeReply(200, text_reply(say(language, "m-see-below"))), [
            self._row(row_id, incoming, drawn, pen)
        ]

    def _drawn(
        self, pen: Pen, shelf: Shelf | None, looked: Looked | None, incoming: Incoming, at: datetime
    ) -> Json:
        if shelf is None or looked is None:
            return card(pen, [words(pen.t("m-not-looked-up"))])
        finding = looked.finding
        match finding:
            case Near():
                return near_card(pen, shelf.library, ShowNear(finding.entries, ""), is_public=True)
            case Found() | NotKnown(entry=EntryRef()):
                assert finding.entry is not None
                return entry_card(pen, shelf.library, self._show(finding.entry, at), is_public=True)
            case _:
                said = [words(pen.t("m-not-found")), words(pen.t("card-ask-personally"))]
                return card(pen, said, [go_personal(pen, incoming.where)])

    def _show(self, entry: EntryRef, at: datetime) -> ShowEntry:
        return ShowEntry(entry, at.astimezone(OSLO).date())

    def _kept(
        self,
        event: Inquired,
        looked: Looked | None,
        incoming: Incoming,
        person: Person | None,
        language: Language,
        community: str,
        at: datetime,
    ) -> Sequence[Put]:
        finding = looked.finding if looked is not None else None
        who = person.id if person is not None else ""
        match finding:
            case Found() | NotKnown(entry=EntryRef()):
                assert finding.entry is not None
                return [put_shown(finding.entry, who, incoming.where.scope, at, 0)]
            case NotKnown():
                key = key_of("public", incoming.where.conversation_id, incoming.id)[:16]
                unanswered = KeepUnanswered(
                    key, without_codes(event.text), "unknown", (), community=community
                )
                kept = timedelta(days=self._context.unanswered_days)
                return [put_unanswered(unanswered, language, at, kept)]
            case _:
                return []

    def _row(self, row_id: str, incoming: Incoming, drawn: Json, pen: Pen) -> OutboxRow:
        body: Json = {"do": "send", "activity": to_message(drawn), "repeat": pen.t("card-repeat")}
        return own_row(row_id, incoming.where, body)

    async def _person(self, incoming: Incoming) -> Person | None:
        """None for somebody the bot has no record of: answering them makes none."""
        identity = records.identity_key(incoming.who.tenant_id, incoming.who.object_id)
        found = (await self._store.get([identity])).get(identity)
        if found is None:
            return None
        key = records.person_key(str(found.body["person"]))
        stored = (await self._store.get([key])).get(key)
        return records.to_person(stored) if stored is not None else None


def go_personal(pen: Pen, where: Where) -> Json:
    return {
        "type": "Action.OpenUrl",
        "title": pen.t("b-go-personal"),
        "url": f"https://teams.microsoft.com/l/chat/0/0?users={where.bot_id}",
    }
