"""Offers the agreement as a file in a personal chat, to who is in, for Teams' file consent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.activities import to_message
from bot.agreement_files import FORMATS, AgreementFiles
from bot.body import Json
from bot.cards.elements import Pen, card, words
from bot.delivery.still_in import dropped, person_of
from bot.delivery.teams import TeamsDelivery
from bot.files import file_offer, keep_here
from dialogs.context import Context
from storage.store import OutboxRow, OutboxState, Settled, Store

TARGET = "agreement"


def agreement_offer_row(row_id: str, to: Json) -> OutboxRow:
    now = time.time()
    return OutboxRow(row_id, TARGET, f"agreement:{to['conversation']}", dict(to), now, now)


class AgreementDelivery:
    def __init__(
        self,
        store: Store,
        context: Context,
        teams: TeamsDelivery,
        files: AgreementFiles,
        *,
        kept_in: Path | None,
    ) -> None:
        self._store = store
        self._context = context
        self._teams = teams
        self._files = files
        self._kept_in = kept_in
        """A folder of this machine, where the client takes no files; it is the local one then."""

    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        return ()

    async def deliver(self, row: OutboxRow) -> Settled:
        application_id = str(row.body["application"])
        suffix = next((one for one in FORMATS if one == row.body["suffix"]), FORMATS[0])
        person = await person_of(self._store, str(row.body["person"]))
        found = await self._files.read(application_id, person.id, suffix) if person is not None else None
        if person is None or found is None:
            return dropped(row, "no_longer_in")
        say, language = self._context.texts.say, person.language
        if self._kept_in is not None:
            pen = Pen(self._context.texts, language, row.id, application_id)
            name = f"{application_id}.{found.code}.{suffix}"
            path = await asyncio.to_thread(keep_here, self._kept_in / name, found.content)
            activity = to_message(card(pen, [words(pen.t("card-pdf-path", path=str(path)))]))
        else:
            activity = file_offer(
                say(language, "card-agreement-file", code=found.code, suffix=suffix),
                say(language, "card-agreement-offer", code=found.code),
                len(found.content),
                {"what": "agreement", "a": application_id, "f": suffix},
            )
        body = {**row.body, "do": "send", "activity": activity}
        return await self._teams.deliver(replace(row, body=body))
