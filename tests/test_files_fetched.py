"""Files sent in the chat over real HTTP: fetched without a token, read in a process of its own, nobody waits."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.form_files import empty_file
from bot.service_urls import FileHosts
from tests.fake_teams import FakeTeams
from tests.kill_served import Served
from tests.sent_office_files import with_parts, workbook
from tests.stage import KARI, PER, Stage, answers
from tests.talking import the_context

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]
BUDGET = [
    ("Hva", "Part", "Beløp"),
    ("Lege", "Sørlandet sykehus", 900_000),
    ("Sykepleier", "kommunen", 600_000),
]


def heavy() -> bytes:
    """All within the limits of size, and a second's work or more."""
    document = b"<w>" + b"<a/>" * 4_000_000 + b"</w>"
    return with_parts(empty_file("form", the_context(), "nb"), {"word/document.xml": document})


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


async def test_while_a_harmful_file_is_read_others_are_answered_and_the_draft_stands(stage: Stage) -> None:
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


async def test_nothing_is_fetched_from_elsewhere_nor_where_there_is_no_draft(stage: Stage) -> None:
    async with stage.running():
        await stage.kari.send_file("budsjett.xlsx", b"", download_url="http://files.example/never")
        await stage.kari.wait_for("Start en søknad")
        await stage.kari.say("start")
        await stage.kari.send_file("budsjett.xlsx", b"", download_url="http://files.example/never")
        await stage.kari.wait_for("Jeg fikk ikke hentet filen")


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
