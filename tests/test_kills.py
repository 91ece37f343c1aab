"""The real `serve` is killed again and again while ten people apply: nothing that was said to be there is lost."""

from __future__ import annotations

import asyncio
import json
import os
import random
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.codes import code_key, load_secret, new_code
from storage.data_folder import DataFolder
from storage.store import OUTBOX_STATES, Put, Store
from storage.tinydb_store import open_store
from tests.fake_teams import FakeTeams
from tests.kill_applicants import CASE, Applicant
from tests.kill_promises import broken_promises, pasts_of
from tests.kill_served import Served
from tests.stage import OLGA, person

KILLS = 200 if os.environ.get("SOAK") else 20
APPLICANTS = 10
SEED = 20261123
LAST_KILLS = 14
"""During these no further application is begun."""
FINISHING_SECONDS = 100
REPEAT = "(mulig gjentakelse)"


@dataclass(frozen=True, slots=True)
class Death:
    """How many messages the channel had before the kill, and when the next process was ready."""

    before: int
    after: int

    def lies_between(self, first: int, again: int) -> bool:
        """What was under way may arrive after the kill, and the next process sends before it is ready."""
        return first < self.after and again >= self.before


async def test_killed_again_and_again_it_loses_nothing_and_does_nothing_twice(tmp_path: Path) -> None:
    dice = random.Random(SEED)
    served = Served(tmp_path)
    code = await made_code(tmp_path)
    # Cards are judged in other tests: here there are too many of them, and each has been seen before.
    async with FakeTeams(served.bot_url, validator=None) as teams, served:
        team = teams.team("Sekretariatet", ["Søknader"], [OLGA])
        channel = team.channel("Søknader", OLGA)
        await served.start()
        await channel.say(f"koble til {code}")
        await channel.wait_for("Denne kanalen får nå varsler")
        is_over = asyncio.Event()
        applicants = [
            Applicant(
                number=n,
                chat=teams.personal(person(100 + n, f"Søker {n}")),
                served=served,
                dice=random.Random(dice.random()),
                is_over=is_over,
                fills_cards=n % 5 != 0,
            )
            for n in range(APPLICANTS)
        ]
        applying = asyncio.ensure_future(asyncio.gather(*(applicant.apply() for applicant in applicants)))
        deaths: list[Death] = []
        for kill in range(KILLS):
            await asyncio.sleep(dice.uniform(0.1, 1.2))
            if kill > KILLS - LAST_KILLS:
                is_over.set()
            told_before = len(channel.messages)
            await served.kill()
            await served.start()
            deaths.append(Death(told_before, len(channel.messages)))
        done, _ = await asyncio.wait({applying}, timeout=FINISHING_SECONDS)
        for ended in done:
            ended.result()
        unfinished = [one.chat.transcript()[-1500:] for one in applicants if one.begun not in one.cases]
        applying.cancel()
        assert not unfinished, unfinished[:2]
        await all_delivered(tmp_path)
        await served.end()

        store = open_store(DataFolder(tmp_path).store_file)
        sent = await sent_applications(store)
        broken = [
            broken
            for applicant in applicants
            for broken in broken_promises(applicant, await pasts_of(store, applicant))
        ]
        await store.close()
        assert not broken, broken
        assert sum(len(applicant.cases) for applicant in applicants) >= APPLICANTS
        assert sum(one.is_answered for applicant in applicants for one in applicant.said) >= APPLICANTS * 30
        assert not wrongly_filed(tmp_path, applicants, sent)
        assert not wrongly_told([seen.text for seen in channel.messages], sent, deaths)


async def made_code(data: Path) -> str:
    """What `secretariat invite agder` makes."""
    code = new_code()
    folder = DataFolder(data)
    folder.create()
    store = open_store(folder.store_file)
    body = {"purpose": "secretariat", "community": "agder", "replace": False, "expires_at": 4e9}
    await store.commit(expect={}, put=[Put(code_key(load_secret(data), code), body)])
    await store.close()
    return code


async def all_delivered(data: Path) -> None:
    store = open_store(DataFolder(data).store_file)
    for _ in range(300):
        counts = await store.outbox_counts()
        if not counts["waiting"] and not counts["uncertain"]:
            break
        await asyncio.sleep(0.2)
    assert {state for state in OUTBOX_STATES if counts[state]} == {"delivered"}
    await store.close()


async def sent_applications(store: Store) -> dict[str, dict[str, Any]]:
    """Case number -> the application as it was sent."""
    found: dict[str, dict[str, Any]] = {}
    after = ""
    while page := await store.scan("submission", after=after):
        for stored in page:
            application = stored.body["application"]
            assert application["case_number"] not in found, "two versions have one number"
            found[application["case_number"]] = application
        after = page[-1].key.id
    return found


def wrongly_filed(data: Path, applicants: list[Applicant], sent: dict[str, dict[str, Any]]) -> list[str]:
    """Whatever was sent lies in one folder, whole, and whoever has a receipt has sent it once."""
    filed = sorted(path.name for path in (data / "filed/agder").iterdir() if CASE.fullmatch(path.name))
    wrong = [f"{number} is filed {n} times" for number, n in Counter(filed).items() if n != 1]
    wrong += [f"{number} is filed or sent, and not both" for number in set(filed) ^ set(sent)]
    for number in filed:
        folder = data / "filed/agder" / number
        if [path.name for path in folder.iterdir()] != ["v1"]:
            wrong.append(f"{number} has {list(folder.iterdir())}")
        names = {path.name for path in (folder / "v1").iterdir()}
        manifest = json.loads((folder / "v1/manifest.json").read_text("utf-8"))
        if not {"application.json", "application.pdf", "manifest.json"} <= names or not manifest:
            wrong.append(f"{number} holds {names}")
    numbers = [number for applicant in applicants for number in applicant.cases.values()]
    wrong += [f"{number} is on a receipt and was not sent" for number in set(numbers) - set(sent)]
    ids = Counter(application["id"] for application in sent.values())
    wrong += [f"{one} was sent {times} times" for one, times in ids.items() if times > 1]
    return wrong


def wrongly_told(messages: list[str], sent: dict[str, dict[str, Any]], deaths: list[Death]) -> list[str]:
    """Each is told of at least once; again only after the process died, with the words that it may be a repeat."""
    wrong = []
    for number in sent:
        told = [at for at, text in enumerate(messages) if number in text]
        if not told:
            wrong.append(f"the channel was never told of {number}")
        for first, again in pairwise(told):
            if REPEAT not in messages[again]:
                wrong.append(f"the channel was told of {number} twice as if it were new")
            if not any(death.lies_between(first, again) for death in deaths):
                wrong.append(f"the channel was told of {number} again by the same process")
    return wrong
