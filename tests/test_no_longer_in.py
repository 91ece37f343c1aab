"""What was on its way in Teams to somebody who is out of the application meanwhile is not sent to them."""

from __future__ import annotations

from bot import records
from tests.fake_teams import User
from tests.fake_teams_faults import throttled
from tests.stage import KARI, PER, Stage
from tests.three_tenants import let_in

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]


async def take_out(stage: Stage, user: User) -> None:
    """As a colleague does."""
    identity = records.identity_key(user.tenant_id, user.aad_object_id)
    person = str((await stage.store.get([identity]))[identity].body["person"])
    (stored,) = await stage.store.scan("application")
    application = records.to_application(stored)
    members = tuple(
        one.model_copy(update={"standing": "removed"}) if one.person_id == person else one
        for one in application.members
    )
    put = records.put_application(application.model_copy(update={"members": members}))
    await stage.store.commit(expect={}, put=[put])


async def test_a_reply_that_had_to_wait_is_not_sent(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.draft_ready()
        await stage.settled(bot)
        heard = len(stage.kari.texts())
        stage.teams.fault(throttled(1), chat=stage.kari, operations=frozenset({"send"}))
        await stage.kari.say("oppsummering")
        await take_out(stage, KARI)
        rows = await stage.settled(bot)
        assert {row.result.get("code") for row in rows} == {"no_longer_in"}
        assert len(stage.kari.texts()) == heard


async def test_a_receipt_is_not_brought_up_to_date(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.draft_ready()
        await stage.kari.say("min part Sørlandet sykehus")
        per, _ = await let_in(stage, KARI, "inviter Evje og Hornnes", PER)
        await per.say("godta alle")
        await stage.send()
        await per.wait_for("Kvittering")
        await stage.settled(bot, but="notice")
        await take_out(stage, PER)
        heard = per.texts()
        await stage.connect()
        rows = await stage.settled(bot)
        assert [row.target for row in rows if row.result.get("code") == "no_longer_in"] == ["receipt"]
        assert "Mottatt av sekretariatet." in "\n".join(stage.kari.texts())
        assert per.texts() == heard
        await per.say("kvittering")
        assert "Kvittering" not in per.last.text
