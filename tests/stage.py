"""A stage to play on: the pretended Teams, the real bot behind its door, an applicant, an officer's channel."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.app import Bot
from bot.codes import code_key, load_secret, new_code
from bot.delivery.at_once import PATIENCE_SECONDS
from bot.exchange import TIMEOUTS, Timeouts
from dialogs.context import Context
from storage.memory_store import MemoryStore
from storage.store import AuditLine, Json, OutboxRow, Put, Store, Stored
from tests.fake_teams import Chat, FakeTeams, Team, User
from tests.finders import KnowsWhatItIsTold
from tests.running_bot import Clock, running_bot

TENANT = "3f6c2f0e-0000-4000-8000-00000000000a"
OTHER_TENANT = "3f6c2f0e-0000-4000-8000-00000000000b"
KINDS = (
    "person",
    "identity",
    "application",
    "submission",
    "case",
    "handling",
    "reading",
    "channel",
    "code",
    "inquiry",
    "unanswered",
    "shown",
    "invitation",
    "tries",
    "websession",
    "websignin",
)
SHORT_APPLICATION = """
start | Agder | 2027 | 1 | Evje og Hornnes
Medisinsk klinikk | Kari Eksempel, rådgiver, kari@example.no | hopp over
Per Prøve, helsesjef, per@example.no | 00 00 00 00 | 1 | sammen
Felles akutteam | Vi går sammen om et team. | Et team med lege og sykepleier.
Evje | Skrøpelige eldre | 2027 | Det støtter formålet. | 1, 2 | skrøpelige eldre | nei
Lege | Sørlandet sykehus HF | 1,2 mill | ja | Sykepleier | Evje og Hornnes | 600' | nei | sosiale kostnader
penger | 300 000 | årsverk | 0,5 årsverk | 400 000 | 900 000 | 200 000 | nei
ja | Sykehuset til utskriving, deretter kommunen.
ja | Ola Direktør | klinikksjef | 15.11.2026 | stillingen
ja | Kari Direktør | kommunedirektør | 15.11.2026 | fullmakt | Kommunedirektøren 1.10.2026
1 | nei takk
"""
"""A whole small application, typed: two parties, two cost lines, one year."""


def answers(script: str = SHORT_APPLICATION) -> list[str]:
    return [part.strip() for line in script.strip().splitlines() for part in line.split("|")]


def person(number: int, name: str, *, tenant: str = TENANT, guest: bool = False) -> User:
    return User(tenant, f"11111111-0000-4000-8000-{number:012}", name, guest=guest)


KARI = person(1, "Kari Eksempel")
PER = person(2, "Per Prøve")
OLGA = person(3, "Olga Saksbehandler")
ODD = person(4, "Odd Saksbehandler")
GRETE = person(5, "Grete Gjest", guest=True)
STRANGER = person(6, "Frode Fremmed")


@dataclass(slots=True)
class Stage:
    teams: FakeTeams
    store: Store
    data: Path
    clock: Clock = field(default_factory=Clock)
    roster_seconds: float = 0.0
    """The clock by which a roster grows old."""
    ready: Ready = field(default_factory=lambda: Ready())
    finder: KnowsWhatItIsTold = field(default_factory=KnowsWhatItIsTold)
    team: Team = field(init=False)
    other_channel: Chat = field(init=False)
    """The channel of another helsefellesskap, where a test has one."""

    def __post_init__(self) -> None:
        self.team = self.teams.team("Sekretariatet", ["Søknader", "Annet"], [OLGA, ODD, GRETE])

    @property
    def kari(self) -> Chat:
        return self.teams.personal(KARI)

    def channel(self, user: User = OLGA, name: str = "Søknader") -> Chat:
        return self.team.channel(name, user)

    @asynccontextmanager
    async def running(
        self,
        *,
        raise_faults: bool = True,
        unhurried: bool = False,
        timeouts: Timeouts = TIMEOUTS,
        store: Store | None = None,
        context: Context | None = None,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> AsyncIterator[Bot]:
        """The bot, until the block ends; started again it finds what it left."""
        async with running_bot(
            store or self.store,
            self.data,
            raise_faults=raise_faults,
            unhurried=unhurried,
            timeouts=timeouts,
            clock=self.clock,
            roster_clock=lambda: self.roster_seconds,
            context=context,
            patience_seconds=patience_seconds,
            finder=self.finder,
        ) as (bot, url):
            self.teams.bot_url = url
            yield bot

    async def code(self, community: str = "agder", *, replace: bool = False, expires_at: float = 4e9) -> str:
        """A fresh one-time code, as `secretariat invite` makes it."""
        code = new_code()
        body = {
            "purpose": "secretariat",
            "community": community,
            "replace": replace,
            "expires_at": expires_at,
        }
        await self.store.commit(expect={}, put=[Put(code_key(load_secret(self.data), code), body)])
        return code

    async def connect(
        self, chat: Chat | None = None, community: str = "agder", *, replace: bool = False
    ) -> None:
        chat = chat or self.channel()
        await chat.say(f"koble til {await self.code(community, replace=replace)}")
        await chat.wait_for("Denne kanalen får nå varsler")

    async def type_all(self, chat: Chat, script: Sequence[str]) -> None:
        for line in script:
            await chat.say(line)

    async def draft_ready(self) -> None:
        """Kari's application with nothing missing: typed once, elsewhere, and laid into each store as it was."""
        if not self.ready.records:
            await self._type_elsewhere()
        self.kari.conversation.has_bot = True
        put = [
            Put(stored.key, stored.body, {"member": [m["person_id"] for m in stored.body.get("members", ())]})
            for stored in self.ready.records
        ]
        await self.store.commit(expect={}, put=put, append_audit=self.ready.audit)

    async def _type_elsewhere(self) -> None:
        async with FakeTeams(validator=None) as teams:
            stage = Stage(teams, MemoryStore(), self.data / "elsewhere")
            async with stage.running():
                await stage.type_all(stage.kari, answers())
                await stage.kari.wait_for("Ingenting mangler")
            for kind in ("person", "identity", "application"):
                self.ready.records += await stage.store.scan(kind)
            self.ready.audit += await stage.store.audit((await stage.application())["id"])

    async def send(self) -> str:
        """Sends Kari's ready application, and returns its case number."""
        await self.kari.say("send")
        await self.kari.wait_for("Send søknaden?")
        await self.kari.say("ja")
        await self.kari.wait_for("Kvittering")
        return await self.case_number()

    async def case_number(self) -> str:
        (case,) = await self.store.scan("case")
        return case.key.id

    async def application(self) -> Json:
        (stored,) = await self.store.scan("application")
        return stored.body

    async def outbox(self) -> dict[str, OutboxRow]:
        return {row.id: row for row in await self.store.outbox(limit=100_000)}

    async def settled(self, bot: Bot, *, but: str = "") -> list[OutboxRow]:
        """All rows, once none is waiting or uncertain any more; `but` is a target that may."""
        for _ in range(400):
            await bot.worker.flush()
            rows = list((await self.outbox()).values())
            left = [row for row in rows if row.state in ("waiting", "uncertain") and row.target != but]
            if not left:
                return rows
            bot.worker.wake()
            await asyncio.sleep(0.05)
        raise AssertionError(f"not settled: {[(row.id, row.state, row.result) for row in left]}")


@dataclass(slots=True)
class Ready:
    """Kari's application, ready to be sent, once it has been typed."""

    records: list[Stored] = field(default_factory=list)
    audit: list[AuditLine] = field(default_factory=list)


async def dump(store: Store, *, without_ids: Collection[str] = ()) -> str:
    """All records and audit lines, as text to compare; `without_ids` are left out."""
    kept: list[Any] = []
    for kind in KINDS:
        after = ""
        while page := await store.scan(kind, after=after):
            kept += [(one.key, one.revision, one.body) for one in page if one.key.id not in without_ids]
            after = page[-1].key.id
    for stored in await store.scan("application"):
        if stored.key.id not in without_ids:
            kept += [(line.application_id, line.seq, line.body) for line in await store.audit(stored.key.id)]
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)
