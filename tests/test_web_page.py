"""The web page for those who do not have the app: signing in, reading, answering for one's own party."""

from __future__ import annotations

from pathlib import Path

from tests.stage import Stage
from tests.three_tenants import PER
from tests.web_stage import two_are_in, web_stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]


async def test_somebody_without_the_app_signs_in_and_reads_the_application(
    stage: Stage, tmp_path: Path
) -> None:
    async with web_stage(stage, tmp_path) as web:
        await two_are_in(stage)
        browser = await web.signed_in(PER)
        assert browser.now.title == "Søknadene dine – Tilskuddshjelpen"
        page = await browser.follow("Felles akutteam")
        assert "Du er med for Evje og Hornnes" in page.text
        assert "Et team med lege og sykepleier." in page.text
