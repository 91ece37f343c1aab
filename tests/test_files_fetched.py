"""Files sent in the chat over real HTTP: fetched without a token, read in a process of its own, nobody waits."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from aiohttp import web

from bot.connector import Connector
from bot.exchange import open_session
from bot.form_files import empty_file
from bot.outcomes import Fetched, Refused, TooLarge
from bot.reading_child import read_in_child
from bot.service_urls import FileHosts, ServiceUrls
from bot.tokens import NoToken
from storage.filing.packages import LARGEST_BYTES
from tests.fake_teams import FakeTeams
from tests.kill_served import Served
from tests.loopback import serving
from tests.sent_office_files import with_parts, workbook
from tests.stage import KARI, PER, Stage, answers
from tests.talking import the_context
from tests.test_harmful_files import bomb

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]
BUDGET = [
    ("Hva", "Part", "Beløp"),
    ("Lege", "Sørlandet sykehus", 900_000),
    ("Sykepleier", "kommunen", 600_000),
]


def heavy() -> bytes:
    """All within the limits of size, and a second's work or more."""
    return with_document(b"<a/>" * 4_000_000)


def hungry() -> bytes:
    """All within the limits of size, and more memory than the process that reads it may have."""
    return with_document(b"<a b=''/>" * 2_150_000)


def with_document(inner: bytes) -> bytes:
    return with_parts(
        empty_file("form", the_context(), "nb"), {"word/document.xml": b"<w>" + inner + b"</w>"}
    )


async def costs(stage: Stage) -> list[object]:
    draft = await stage.application()
    return [draft["answers"][f"cost_nok#{line}"]["value"] for line in draft["lines"].get("cost", ())]


async def test_an_excel_file_becomes_cost_lines(
    stage: Stage,
) -> None:
    async with stage.running():
        await stage.type_all(stage.kari, answers()[:5])
        await stage.kari.send_file("budsjett.xlsx", workbook({"Budsjett": BUDGET}))
        await stage.kari.wait_for("Jeg leste 2 kostnader, i alt 1 500 000 kr")
        assert await costs(stage) == []
    async with stage.running():
        await stage.kari.say("ja")
        await stage.kari.wait_for("2 kostnader er tatt inn")
        assert await costs(stage) == [900_000, 600_000]


async def test_killed_between_the_file_and_the_yes_it_takes_in_what_was_shown(tmp_path: Path) -> None:
    served = Served(tmp_path)
    async with FakeTeams(served.bot_url, validator=None) as teams, served:
        await served.start()
        chat = teams.personal(KARI)
        for said in answers()[:5]:
            await chat.say(said)
        await chat.send_file("budsjett.xlsx", workbook({"Budsjett": BUDGET}))
        await chat.wait_for("Jeg leste 2 kostnader, i alt 1 500 000 kr")
        await served.kill()
        await served.start()
        await chat.say("ja")
        await chat.wait_for("2 kostnader er tatt inn")
        await chat.say("oppsummering")
        await chat.wait_for("1 500 000 kr")


async def test_while_a_heavy_file_is_read_others_are_answered_and_the_draft_stands(stage: Stage) -> None:
    async with stage.running():
        await stage.type_all(stage.kari, answers()[:5])
        before = await stage.application()
        sending = asyncio.create_task(stage.kari.send_file("skjema.docx", heavy()))
        await asyncio.sleep(0.05)
        await stage.teams.personal(PER).say("hjelp")
        assert not sending.done()
        await sending
        await stage.kari.wait_for("send")
        assert await stage.application() == before


@pytest.mark.parametrize(
    ("made", "said"),
    [(bomb, "Filen blir for stor når den pakkes ut"), (hungry, "Filen er for tung å lese")],
)
async def test_a_harmful_file_leaves_the_loop_free_and_the_draft_as_it_was(
    stage: Stage, made: Callable[[], bytes], said: str
) -> None:
    packed = made()
    async with stage.running():
        await stage.type_all(stage.kari, answers()[:5])
        before = await stage.application()
        sending = asyncio.create_task(stage.kari.send_file("skjema.docx", packed))
        turns = 0
        while not sending.done():
            await asyncio.sleep(0.001)
            turns += 1
        assert turns > 20
        await stage.kari.wait_for(said)
        assert await stage.application() == before
        await stage.kari.send_file("budsjett.xlsx", workbook({"Budsjett": BUDGET}))
        await stage.kari.wait_for("Jeg leste 2 kostnader")


async def test_what_needs_more_memory_than_there_is_for_a_file_ends_the_process_that_reads_it() -> None:
    assert json.loads(await read_in_child(hungry(), seconds=60)) == {"refused": "too_heavy"}


async def test_nothing_is_fetched_from_elsewhere_nor_where_there_is_no_draft(stage: Stage) -> None:
    async with stage.running():
        await stage.kari.send_file("budsjett.xlsx", b"", download_url="http://files.example/never")
        await stage.kari.wait_for("Start en søknad")
        await stage.kari.say("start")
        await stage.kari.send_file("budsjett.xlsx", b"", download_url="http://files.example/never")
        await stage.kari.wait_for("Jeg fikk ikke hentet filen")


async def test_a_redirect_is_not_followed_wherever_it_leads(stage: Stage) -> None:
    asked = []

    async def elsewhere(request: web.Request) -> web.Response:
        asked.append(request.path)
        if request.path == "/there":
            return web.Response(body=workbook({"Budsjett": BUDGET}))
        return web.Response(status=302, headers={"Location": "/there"})

    async with stage.running(), serving(elsewhere) as port:
        await stage.type_all(stage.kari, answers()[:5])
        before = await stage.application()
        url = f"http://127.0.0.1:{port}/here"
        await stage.kari.send_file("budsjett.xlsx", b"", download_url=url)
        await stage.kari.wait_for("Jeg fikk ikke hentet filen")
        assert asked == ["/here"]
        assert await stage.application() == before


async def test_no_more_is_taken_than_a_file_may_hold_and_nothing_is_unfolded_on_the_way() -> None:
    packed = workbook({"Budsjett": BUDGET})
    answers_with: dict[str, tuple[bytes, dict[str, str]]] = {
        "/plain": (packed, {}),
        "/packed": (gzip.compress(packed), {"Content-Encoding": "gzip"}),
        "/bomb": (gzip.compress(bytes(200 * 1024 * 1024), 1), {"Content-Encoding": "gzip"}),
        "/endless": (bytes(50 * 1024 * 1024), {}),
    }

    async def files(request: web.Request) -> web.Response:
        assert request.headers["Accept-Encoding"] == "identity"
        assert "Authorization" not in request.headers
        body, headers = answers_with[request.path]
        return web.Response(body=body, headers=headers)

    async with serving(files) as port, open_session() as session:
        connector = Connector(session, urls=ServiceUrls.on_loopback(), tokens=NoToken())
        became = {
            path: await connector.fetch_file(
                f"http://127.0.0.1:{port}{path}", FileHosts.on_loopback(), max_bytes=LARGEST_BYTES
            )
            for path in answers_with
        }
    assert became == {
        "/plain": Fetched(packed),
        "/packed": Refused(200, "unnamed"),
        "/bomb": Refused(200, "unnamed"),
        "/endless": TooLarge(),
    }


async def test_the_tables_of_the_budget_are_given_as_excel(stage: Stage) -> None:
    async with stage.running():
        await stage.kari.say("budsjettmal")
        await stage.kari.accept_file(await stage.kari.wait_for("budsjett-rekrutterings"))
        await stage.kari.wait_for("budsjett-rekrutterings")
        (upload,) = stage.teams.uploads
    assert bytes(upload.content) == empty_file("budget", the_context(), "nb")


def test_only_https_below_the_hosts_that_are_allowed_is_fetched_from() -> None:
    hosts = FileHosts.below(["sharepoint.com"])
    assert hosts.allows("https://contoso-my.sharepoint.com/a?tempauth=1")
    for url in ("http://contoso.sharepoint.com/a", "https://sharepoint.com.example/a", "file:///etc/passwd"):
        assert not hosts.allows(url)
