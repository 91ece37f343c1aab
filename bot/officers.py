"""What a case officer does in the secretariat's channel. Who is one is decided from the roster, never from a card."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from bot import records
from bot.activities import Incoming, Tapped, card_reply, text_reply, to_message
from bot.adapter import InvokeReply
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.notice import notice_card
from bot.cards.summary import answers_cards
from bot.delivery.pdf import pdf_offer_row
from bot.incoming import Scrub
from bot.roster import Officer, Rosters
from bot.rows import deed_name, own_row, place
from dialogs.application import Application
from dialogs.context import Context
from dialogs.person import Language
from dialogs.view import View
from storage.store import Committed, Key, OutboxRow, Put, Store, Stored

log = structlog.get_logger(__name__)

VERBS = frozenset(("show", "open_pdf", "take", "register"))
_ARCHIVE_NUMBER = re.compile(r"[0-9A-Za-zÆØÅæøå][0-9A-Za-zÆØÅæøå/ .-]{0,39}")


@dataclass(frozen=True, slots=True)
class Bound:
    """A case as an officer may see it: sent, and of the helsefellesskap whose channel this is."""

    application: Application
    version: int
    officer: Officer
    language: Language
    handling: Stored | None


class Officers:
    def __init__(self, store: Store, context: Context, rosters: Rosters) -> None:
        self._store = store
        self._context = context
        self._rosters = rosters

    async def take(self, incoming: Incoming, deed: Tapped) -> tuple[InvokeReply, list[OutboxRow]]:
        """The answer, the same for everyone who may not, and rows to send. Nothing is changed by a refusal."""
        bound = await self._bound(incoming, deed)
        if bound is None:
            log.info("officer.refused", verb=deed.verb)
            return InvokeReply(200, text_reply(self._context.texts.say("nb", "notice-refused"))), []
        match deed.verb:
            case "show":
                return await self._show(incoming, bound)
            case "open_pdf":
                return await self._open_pdf(incoming, bound)
            case "take":
                return await self._take(incoming, deed, bound)
            case _:
                return await self._register(incoming, deed, bound)

    async def _bound(self, incoming: Incoming, deed: Tapped) -> Bound | None:
        application_id, version = deed.data.get("a"), deed.data.get("n")
        where = incoming.where
        if where.scope != "channel" or not isinstance(application_id, str) or not isinstance(version, int):
            return None
        submission = records.submission_key(application_id, version)
        handling = Key("handling", f"{application_id}.{version}")
        found = await self._store.get([submission, handling])
        if submission not in found:
            return None
        application = Application.model_validate(found[submission].body["application"])
        channel_key = records.channel_key(str(application.value("community") or ""))
        channel = (await self._store.get([channel_key])).get(channel_key)
        if channel is None or not is_bound(channel.body, incoming):
            return None
        officer = await self._rosters.officer(
            where.service_url,
            str(channel.body["channel"]),
            str(channel.body["tenant"]),
            incoming.who.object_id,
        )
        if not isinstance(officer, Officer):
            return None
        language: Language = channel.body.get("language", "nb")
        return Bound(application, version, officer, language, found.get(handling))

    async def _show(self, incoming: Incoming, bound: Bound) -> tuple[InvokeReply, list[OutboxRow]]:
        """Every answer, in the officer's personal chat: a channel's card is seen by everybody in some clients."""
        row_id = f"show.{bound.application.id}.{deed_name(incoming)}"
        pen = Pen(self._context.texts, bound.language, row_id, bound.application.id)
        cards = answers_cards(pen, View(bound.application, self._context))
        to = {**_chat(incoming, bound), "do": "person", "repeat": pen.t("card-repeat")}
        queue = str(to["conversation"])
        rows = [
            own_row(f"{row_id}.{at}", incoming.where, {**to, "activity": to_message(card)}, queue=queue)
            for at, card in enumerate(cards)
        ]
        await self._write_reading(bound)
        return self._said(bound, "notice-shown"), rows

    async def _open_pdf(self, incoming: Incoming, bound: Bound) -> tuple[InvokeReply, list[OutboxRow]]:
        what = {"application": bound.application.id, "version": bound.version, "language": bound.language}
        to = {**place(incoming.where), **what, **_chat(incoming, bound)}
        row = pdf_offer_row(f"pdf.{bound.application.id}.{deed_name(incoming)}", to, time.time())
        await self._write_reading(bound)
        return self._said(bound, "notice-pdf-sent"), [row]

    async def _take(
        self, incoming: Incoming, deed: Tapped, bound: Bound
    ) -> tuple[InvokeReply, list[OutboxRow]]:
        """What a colleague has is taken over only by saying so: the tap names the state in which it was asked."""
        before = bound.handling.body if bound.handling is not None else {}
        revision = bound.handling.revision if bound.handling is not None else 0
        holder, officer = before.get("taken_by_id"), bound.officer.object_id
        if holder not in (None, officer) and deed.data.get("h") != revision:
            return InvokeReply(200, card_reply(self._notice(bound, before, take_over=revision))), []
        name = Scrub(self._context.texts, bound.language).name(bound.officer.name)
        taken: Json = {"taken_by": name, "taken_by_id": officer}
        if holder != officer:
            now = {"by": name, "by_id": officer, "at": datetime.now(UTC).isoformat()}
            taken["taken"] = [*takings(before), now]
        return await self._handle(incoming, bound, taken)

    async def _register(
        self, incoming: Incoming, deed: Tapped, bound: Bound
    ) -> tuple[InvokeReply, list[OutboxRow]]:
        typed = deed.data.get("archive_number")
        number = Scrub(self._context.texts, bound.language).name(typed if isinstance(typed, str) else "")
        if not _ARCHIVE_NUMBER.fullmatch(number):
            return self._said(bound, "notice-number-wrong"), []
        return await self._handle(incoming, bound, {"archive_number": number})

    async def _handle(
        self, incoming: Incoming, bound: Bound, what: Json
    ) -> tuple[InvokeReply, list[OutboxRow]]:
        """Who took the case and its number in the archive lie beside the application, which stays as sent."""
        key = Key("handling", f"{bound.application.id}.{bound.version}")
        before = bound.handling.body if bound.handling is not None else {}
        after = {**before, **what, "at": datetime.now(UTC).isoformat()}
        revision = bound.handling.revision if bound.handling is not None else 0
        if {k: before.get(k) for k in what} != what:
            written = await self._store.commit(expect={key: revision}, put=[Put(key, after)])
            if not isinstance(written, Committed):
                return self._said(bound, "m-try-again"), []
        card = self._notice(bound, after)
        return InvokeReply(200, card_reply(card)), [self._update(incoming, bound, card)]

    def _notice(self, bound: Bound, handling: Json, *, take_over: int = 0) -> Json:
        pen = Pen(self._context.texts, bound.language, _notice_row(bound), bound.application.id)
        earlier = takings(handling)[:-1]
        return notice_card(
            pen,
            View(bound.application, self._context),
            bound.version,
            taken_by=str(handling.get("taken_by", "")),
            taken_from=str(earlier[-1]["by"]) if earlier else "",
            archive_number=str(handling.get("archive_number", "")),
            take_over=take_over,
        )

    def _update(self, incoming: Incoming, bound: Bound, card: Json) -> OutboxRow:
        row_id = _notice_row(bound)
        body: Json = {"do": "update", "message": row_id, "activity": to_message(card)}
        return own_row(
            f"update.{row_id}.{deed_name(incoming)}", incoming.where, body, queue=f"update:{row_id}"
        )

    async def _write_reading(self, bound: Bound) -> None:
        """Reading by an officer leaves a line: who, when, which case."""
        at = datetime.now(UTC)
        line = {"case": bound.application.case_number, "who": bound.officer.object_id, "at": at.isoformat()}
        key = Key("reading", f"{bound.application.id}.{at.timestamp():.6f}.{bound.officer.object_id}")
        await self._store.commit(expect={}, put=[Put(key, line)])

    def _said(self, bound: Bound, key: str) -> InvokeReply:
        return InvokeReply(200, text_reply(self._context.texts.say(bound.language, key)))


def takings(handling: Json) -> list[Json]:
    """Everybody who has taken the case, the latest last: nobody is replaced without a trace."""
    taken = handling.get("taken")
    if taken is None and "taken_by" in handling:  # written before takings were kept
        return [{"by": handling["taken_by"], "by_id": handling.get("taken_by_id"), "at": handling.get("at")}]
    return list(taken or ())


def _notice_row(bound: Bound) -> str:
    return f"{bound.application.id}.{bound.version}.notice"


def is_bound(channel: Json, incoming: Incoming) -> bool:
    """Whether the deed was done in just that channel, of that team, in that tenant."""
    where = incoming.where
    if where.conversation_id.partition(";")[0] != where.channel_id:
        return False
    return (where.tenant_id, where.team_id, where.channel_id) == (
        channel.get("tenant"),
        channel.get("team"),
        channel.get("channel"),
    )


def _chat(incoming: Incoming, bound: Bound) -> Json:
    """The officer's personal chat: opened when the row is sent."""
    return {
        "conversation": f"person:{bound.officer.object_id}",
        "member": bound.officer.user_id,
        "bot": incoming.where.bot_id,
    }
