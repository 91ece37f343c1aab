"""Two parties in a real browser: an invitation, a proposal, a conflict, the budget. Activities play the second one,
each posted to the bot as the local client posts its own, so that the next comes when the last is done.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import count
from pathlib import Path

import pytest

from tests.local_run import LocalRun, local_run
from tests.playground import Playground, open_playground
from tests.test_browser_questions import TO_AN_AMOUNT

OLAV = "5a1d0c3e-0000-4000-8000-000000000021"
TENANT = "5a1d0c3e-0000-4000-8000-000000000001"
TITLE_OF_OLAV = "Felles akutteam i Setesdal"
TITLE_OF_INGRID = "Akutteam for Evje og Hornnes"
COSTS = """Hva; Part; År; Beløp
Overlege, halv stilling; sykehuset; 2027; 750 000
Overlege, halv stilling; sykehuset; 2028; 920 000
Sykepleier; kommunen; 2027; 650 000
Sykepleier; kommunen; 2028; 800 000"""
SHARES = """Part; År; Egne penger; Søknadsbeløp
sykehuset; 2027; 300 000; 450 000
sykehuset; 2028; 350 000; 570 000
kommunen; 2027; 200 000; 450 000
kommunen; 2028; 250 000; 550 000"""


@dataclass(slots=True)
class Olav:
    """The municipality's contact, who has no window of his own here: what he does is seen in the other's."""

    run: LocalRun
    _number: count[int] = field(default_factory=lambda: count(1))

    def says(self, text: str) -> None:
        activity = {
            "type": "message",
            "id": f"olav-{next(self._number)}",
            "timestamp": datetime.now(UTC).isoformat(),
            "channelId": "msteams",
            "serviceUrl": f"http://localhost:{self.run.playground_port}/_connector",
            "from": {"id": "29:olav-breivik", "name": "Olav Breivik", "aadObjectId": OLAV},
            "recipient": {"id": "28:5a1d0c3e-0000-4000-8000-0000000000b0", "name": "Tilskuddshjelpen"},
            "conversation": {
                "conversationType": "personal",
                "tenantId": TENANT,
                "id": "a:personal-olav-breivik",
            },
            "channelData": {"tenant": {"id": TENANT}},
            "text": text,
        }
        connection = HTTPConnection("127.0.0.1", self.run.bot_port, timeout=20)
        try:
            headers = {"Content-Type": "application/json"}
            connection.request("POST", "/api/messages", json.dumps(activity), headers)
            assert connection.getresponse().status == 200
        finally:
            connection.close()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalRun]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.chdir(tmp_path)
    with local_run(Path("var"), module="tests.told_run") as started:
        yield started


def test_two_parties_write_one_application(run: LocalRun) -> None:
    with open_playground(run.url) as playground:
        olav = Olav(run)
        playground.bot_says("Hei! Jeg hjelper dere")
        for typed, next_words in TO_AN_AMOUNT:
            playground.say(typed)
            playground.bot_says(next_words)
        playground.say("300 000")
        playground.bot_says("Er det flere kostnader?")
        let_him_in(playground, olav, invite(playground))
        accept_what_he_proposes(playground, olav)
        choose_between_two_titles(playground, olav)
        see_the_budget_of_both(playground, olav)
        see_the_whole(playground)


MOST_ROUNDS = 5
"""What is accepted may bring new fields, and with them new proposals."""


def invite(playground: Playground) -> str:
    playground.say("min part Sørlandet sykehus")
    playground.bot_says("Du er med for Sørlandet sykehus HF")
    playground.say("inviter Evje og Hornnes")
    invitation = playground.card("Invitasjon")
    code = re.search(r"bli med ([A-Z0-9]{4}-[A-Z0-9]{4})", invitation.text())
    assert code is not None, invitation.text()
    playground.picture("invitation", bottom=invitation)
    return code.group(1)


def let_him_in(playground: Playground, olav: Olav, code: str) -> None:
    olav.says(f"bli med {code}")
    asks = playground.card("Vil være med for Evje og Hornnes")
    assert "Olav Breivik" in asks.text()
    playground.picture("wants-in", bottom=asks)
    asks.press("Slipp inn")
    playground.card("Olav Breivik er med i søknaden nå.")


def accept_what_he_proposes(playground: Playground, olav: Olav) -> None:
    olav.says("åpne 1")
    for said in ("endre egeninnsats Sørlandet sykehus HF", "årsverk", "0,4 årsverk"):
        olav.says(said)
    playground.say("forslag")
    proposals = playground.card("Evje og Hornnes foreslår")
    assert "0,4" in proposals.text()
    playground.picture("proposal", bottom=proposals)
    proposals.picture("proposal-phone")
    playground.say("godta alle")
    playground.bot_says("forslag er godtatt")


def choose_between_two_titles(playground: Playground, olav: Olav) -> None:
    playground.say("endre tittel")
    playground.bot_says("Hva heter tiltaket?")
    for said in ("endre tittel", TITLE_OF_OLAV):
        olav.says(said)
    playground.say(TITLE_OF_INGRID)
    playground.bot_says("Feltet er endret siden du fikk det opp")
    both = playground.card("Feltet er endret siden du fikk det opp")
    assert TITLE_OF_OLAV in both.text()
    assert TITLE_OF_INGRID in both.text()
    playground.picture("conflict", bottom=both)
    both.press("Bruk det jeg skrev")
    playground.bot_says(TITLE_OF_INGRID)


def see_the_budget_of_both(playground: Playground, olav: Olav) -> None:
    """He pastes what both bring. What he says of the hospital's own money, it accepts."""
    for said in ("endre periode", "januar 2027 – desember 2028", COSTS, "erstatt", SHARES, "ja"):
        olav.says(said)
    for _ in range(MOST_ROUNDS):
        playground.say("forslag")
        if "Ingen forslag venter på svar" in playground.bot_says("orslag").inner_text():
            break
        playground.say("godta alle")
        playground.bot_says("odtatt")
    playground.say("oppsummering")
    budget = playground.card("Budsjettet samlet")
    for said in ("2027", "2028", "1 400 000 kr", "1 720 000 kr"):
        assert said in budget.text().replace("\u00a0", " ")
    budget.picture("budget-of-two-phone", height=1140)


def see_the_whole(playground: Playground) -> None:
    playground.say("oppsummering")
    whole = playground.card("Budsjettet samlet")
    assert TITLE_OF_INGRID in whole.text() or TITLE_OF_INGRID in " ".join(playground.texts())
    playground.picture("together", bottom=whole)
    whole.picture("together-phone")
    playground.say("status")
    playground.bot_says("Mangler:")
    status = playground.card("Olav Breivik")
    assert "Evje og Hornnes" in status.text()
    status.picture("status-phone")
