"""The real `serve` is killed after a change and before the other party has heard: they hear of it all the same."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.commands.opening import opened_store
from storage.store import Settled
from tests.fake_teams import Chat, FakeTeams
from tests.fake_teams_faults import Hang
from tests.kill_served import Served
from tests.stage import KARI, PER
from tests.three_tenants import code_for

BEGINNING = ("start", "Agder", "2027", "Sørlandet sykehus", "Evje og Hornnes", "min part Sørlandet sykehus")


@asynccontextmanager
async def killed_before_hearing(served: Served, teams: FakeTeams, chat: Chat) -> AsyncIterator[None]:
    """What is done in the block is done, and nothing of it has reached this chat when the process dies."""
    hang = teams.fault(Hang(), chat=chat, times=None, operations=frozenset({"send"}))
    heard = len(chat.texts())
    yield
    await served.kill()
    assert len(chat.texts()) == heard
    teams.service.faults.end(hang)
    await served.start()


async def both_in(kari: Chat, per: Chat) -> None:
    """Kari has begun for the hospital, and Per is in for the municipality."""
    for line in BEGINNING:
        await kari.say(line)
    code = await code_for(kari, "inviter")
    await per.say(f"bli med {code}")
    await per.wait_for("Jeg har spurt dem som er med")
    await kari.submit(await kari.wait_for("Vil være med for Evje og Hornnes"), "Slipp inn")
    await per.submit(await per.wait_for("Du er sluppet inn"), "Åpne")


async def let_gathering_end(data: Path) -> None:
    """As if the five minutes had gone by while nothing ran."""
    async with opened_store(data) as store:
        waiting = [row for row in await store.outbox(states=["waiting"]) if row.body.get("what") == "changed"]
        assert len(waiting) == 1
        await store.settle([Settled(waiting[0].id, "waiting", time.time())])


async def test_the_other_party_hears_of_a_change_also_when_the_process_dies_before_telling(
    tmp_path: Path,
) -> None:
    served = Served(tmp_path)
    async with FakeTeams(served.bot_url, validator=None) as teams, served:
        await served.start()
        kari, per = teams.personal(KARI), teams.personal(PER)
        for line in BEGINNING:
            await kari.say(line)
        code = await code_for(kari, "inviter")
        async with killed_before_hearing(served, teams, kari):
            await per.say(f"bli med {code}")
            await per.wait_for("Jeg har spurt dem som er med")
        asked = await kari.wait_for("Vil være med for Evje og Hornnes")
        await kari.submit(asked, "Slipp inn")
        await per.submit(await per.wait_for("Du er sluppet inn"), "Åpne")
        async with killed_before_hearing(served, teams, per):
            # A second «ja» before the first is answered would be taken for the same one, delivered again.
            await kari.say("slett utkast")
            await kari.wait_for("Vil du slette det?")
            await kari.say("ja")
            await kari.wait_for("Er du helt sikker?")
            await kari.say("ja")
            await kari.wait_for("Utkastet slettes når disse også har sagt ja")
        await per.submit(await per.wait_for("vil slette utkastet"), "Behold utkastet")
        await kari.wait_for("vil beholde utkastet")
        await served.end()


async def test_what_was_gathered_when_the_process_died_is_told_after_it_has_started_again_and_once(
    tmp_path: Path,
) -> None:
    served = Served(tmp_path)
    async with FakeTeams(served.bot_url, validator=None) as teams, served:
        await served.start()
        kari, per = teams.personal(KARI), teams.personal(PER)
        await both_in(kari, per)
        for said in ("endre tittel", "Felles akutteam", "endre tittel", "Felles nattevakt"):
            await kari.say(said)
        await kari.wait_for("Felles nattevakt")
        await served.kill()
        await let_gathering_end(tmp_path)
        await served.start()
        told = await per.wait_for("Endret av de andre")
        assert "Felles nattevakt" in told.text
        assert "Kari Eksempel (Sørlandet sykehus HF)" in told.text
        await served.end()
        await served.start()
        await per.say("status")
        await per.wait_for("Felles nattevakt")
        assert len([text for text in per.texts() if "Endret av de andre" in text]) == 1
        await served.end()
