"""What one step says, as outbox rows in order, and what the tapped card becomes."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.activities import Incoming, Tapped, card_reply, text_reply, to_message
from bot.body import Json
from bot.cards.elements import Pen, card, words
from bot.delivery.agreement import agreement_offer_row
from bot.delivery.pdf import DRAFT, pdf_offer_row
from bot.delivery.state import NOTHING_YET
from bot.drawing import draw
from bot.files import file_offer
from bot.form_files import SUFFIXES
from bot.rows import own_row, place
from dialogs.context import Context
from dialogs.effects import (
    AskPage,
    Effect,
    FileIt,
    OfferAgreement,
    OfferedFile,
    OfferFile,
    OfferPreview,
    ShowReceipt,
)
from dialogs.moment import Step
from dialogs.person import Language, Person
from dialogs.view import View
from knowledge.library import EMPTY, Library
from storage.store import OutboxRow


@dataclass(frozen=True, slots=True)
class FileOffers:
    """How the form as a Word file and the tables of the budget as an Excel file are given."""

    sizes: Mapping[tuple[OfferedFile, Language], int]
    link: str = ""
    """Local mode only: where this machine serves them, without the name."""


@dataclass(frozen=True, slots=True)
class Replies:
    rows: tuple[OutboxRow, ...]
    person: Person
    """Knows which row carries the question that was shown."""
    invoke: Json | None = None
    receipt_row: str = ""


class Speaks(Protocol):
    """How a door says what a step says."""

    def __call__(
        self,
        step: Step,
        before: Person,
        incoming: Incoming,
        context: Context,
        *,
        offers: FileOffers,
        turn_id: str,
        delivery: Mapping[str, str] = NOTHING_YET,
        library: Library = EMPTY,
    ) -> Replies: ...


@dataclass(slots=True)
class _Drawing:
    context: Context
    view: View | None
    incoming: Incoming
    person: Person
    turn_id: str
    delivery: Mapping[str, str]
    library: Library
    rows: list[OutboxRow] = field(default_factory=list)

    @property
    def reader(self) -> Json:
        """What a row of an application says of who may read it: no longer in it, they are not sent it any more."""
        application = self.view.application if self.view is not None else None
        if application is None or not application.has_member(self.person.id):
            return {}
        return {"of": application.id, "to": self.person.id}

    def pen(self, key: str) -> Pen:
        application = self.view.application.id if self.view is not None else ""
        return Pen(self.context.texts, self.person.language, key, application)

    def row_id(self) -> str:
        return f"{self.turn_id}.{len(self.rows)}"

    def send(self, card: Json) -> str:
        row_id = self.row_id()
        self.rows.append(self._row(row_id, {"do": "send", "activity": to_message(card)}))
        return row_id

    def offer_file(self, what: OfferedFile, offers: FileOffers) -> None:
        """By Teams' file consent; where the client knows none, by a link to this machine."""
        say, language = self.context.texts.say, self.person.language
        offered = say(language, f"card-{what}-offer")
        if offers.link:
            link = {
                "type": "Action.OpenUrl",
                "title": say(language, f"b-{what}_file"),
                "url": f"{offers.link}/{language}.{SUFFIXES[what]}",
            }
            self.send(card(self.pen(self.row_id()), [words(offered)], [link]))
            return
        size_bytes = offers.sizes[what, language]
        offer = file_offer(say(language, f"card-{what}-file"), offered, size_bytes, {"what": what})
        self.rows.append(self._row(self.row_id(), {"do": "send", "activity": offer}))

    def offer_pdf(self, application_id: str, version: int) -> None:
        """A receipt that is shown again offers the PDF again."""
        where = self.incoming.where
        to = {**place(where), "application": application_id, "version": version, "person": self.person.id}
        self.rows.append(pdf_offer_row(f"{self.turn_id}.pdf", to, time.time()))

    def offer_agreement(self, application_id: str, suffix: str) -> None:
        to = {**place(self.incoming.where), "application": application_id, "person": self.person.id}
        self.rows.append(agreement_offer_row(f"{self.turn_id}.agreement", {**to, "suffix": suffix}))

    def update(self, message: str, card: Json) -> None:
        body = {"do": "update", "message": message, "activity": to_message(card)}
        self.rows.append(self._row(self.row_id(), body, queue=f"update:{message}"))

    def _row(self, row_id: str, body: Json, queue: str = "") -> OutboxRow:
        repeat = self.context.texts.say(self.person.language, "card-repeat")
        return own_row(row_id, self.incoming.where, {**body, **self.reader, "repeat": repeat}, queue=queue)


def replies(
    step: Step,
    before: Person,
    incoming: Incoming,
    context: Context,
    *,
    offers: FileOffers,
    turn_id: str,
    delivery: Mapping[str, str] = NOTHING_YET,
    library: Library = EMPTY,
) -> Replies:
    """`delivery` is what has become of the version whose receipt is shown."""
    view = step.view_in(context)
    drawing = _Drawing(context, view, incoming, step.person, turn_id, delivery, library)
    tapped = incoming.deed if isinstance(incoming.deed, Tapped) and incoming.deed.is_invoke else None
    effects: Sequence[Effect] = step.effects
    shown_row = step.person.shown.message if step.person.shown else ""
    invoke: Json | None = None
    if tapped is not None:
        card_key = str(tapped.data.get("k") or turn_id)
        if effects and isinstance(effects[0], AskPage) and effects[0].instance == tapped.data.get("p"):
            first, *effects = effects
            invoke = card_reply(draw(drawing.pen(card_key), view, context, first)[0])
            shown_row = card_key
        elif step.replacement is not None:
            drawn = draw(drawing.pen(card_key), view, context, step.replacement, delivery, library)
            invoke = card_reply(drawn[0]) if drawn else None
        if invoke is None:
            invoke = text_reply(context.texts.say(step.person.language, "m-see-below"))
    elif step.replacement is not None and before.shown is not None and before.shown.message:
        for card in draw(drawing.pen(before.shown.message), view, context, step.replacement)[:1]:
            drawing.update(before.shown.message, card)
    receipt_row = ""
    is_sent_now = any(isinstance(effect, FileIt) for effect in effects)
    for effect in effects:
        if isinstance(effect, OfferFile):
            drawing.offer_file(effect.what, offers)
        if isinstance(effect, OfferAgreement) and step.application is not None:
            drawing.offer_agreement(step.application.id, effect.suffix)
        if isinstance(effect, OfferPreview) and step.application is not None:
            drawing.offer_pdf(step.application.id, DRAFT)
        if isinstance(effect, ShowReceipt) and step.application is not None and not is_sent_now:
            drawing.offer_pdf(step.application.id, effect.version)
        for at, card in enumerate(_cards(drawing, view, context, effect)):
            row_id = drawing.send(card)
            if isinstance(effect, AskPage):
                shown_row = row_id
            if isinstance(effect, ShowReceipt) and at == 0:
                receipt_row = row_id
    person = step.person
    if person.shown is not None and person.shown.message != shown_row:
        person = person.model_copy(update={"shown": person.shown.model_copy(update={"message": shown_row})})
    return Replies(tuple(drawing.rows), person, invoke, receipt_row)


def _cards(drawing: _Drawing, view: View | None, context: Context, effect: Effect) -> list[Json]:
    """Each card carries the id of the row that will bring it; several from one effect share the first's."""
    return draw(drawing.pen(drawing.row_id()), view, context, effect, drawing.delivery, drawing.library)
