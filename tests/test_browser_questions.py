"""Questions in a real browser: from the welcome, in the budget, «Mente du …?», and to the secretariat and back."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.local_run import LocalRun, local_run
from tests.playground import Playground, open_playground

CHANNEL = "Sekretariatet - Søknader"
PERSONAL = "Personal Chat"
UNKNOWN = "Kan vi få penger til en båt i skjærgården?"
ANSWER = "Ja, hvis båten er en nødvendig del av tiltaket. Skriv i budsjettet hva den skal brukes til."

TO_AN_AMOUNT = (
    ("start", "Hvilket helsefellesskap søker dere i?"),
    ("Agder", "Hvilket budsjettår gjelder søknaden?"),
    ("2027", "Hvilket helseforetak eller sykehus er med?"),
    ("Sørlandet sykehus", "Hvilke kommuner er med?"),
    ("Evje og Hornnes", "Kontaktperson – Sørlandet sykehus HF"),
    ("Medisinsk klinikk, Fjellbyen", "Hvem er kontaktperson?"),
    ("Kari Eksempel, rådgiver, kari@example.no", "Hvilket telefonnummer har kontaktpersonen?"),
    ("hopp over", "Kontaktperson – Evje og Hornnes"),
    ("Per Prøve, helsesjef, per@example.no, 00 00 00 00", "Hvilken part leder tiltaket?"),
    ("Evje og Hornnes", "Hvem foreslo tiltaket?"),
    ("sammen", "Hva heter tiltaket?"),
    ("Felles akutteam", "Beskriv tiltaket i noen få setninger."),
    ("Kommunen og sykehuset deler et akutteam.", "Hva skal dere gjøre?"),
    ("Et team med lege og sykepleier rykker ut sammen.", "Hvor skal tiltaket gjennomføres?"),
    ("I Evje og ved sykehuset i Fjellbyen", "Hvem er tiltaket for?"),
    ("Skrøpelige eldre", "Når skal tiltaket gjennomføres?"),
    ("2027", "Hvordan støtter tiltaket"),
    ("Pasientene får hjelp nærmere hjemmet.", "Hvilke områder"),
    ("samhandling", "Hvilke prioriterte grupper"),
    ("skrøpelige eldre", "minste sykehusene"),
    ("nei", "Hva skal dere bruke penger på?"),
    ("Skyssbåt", "Hvem har kostnaden?"),
    ("Evje og Hornnes", "Hvor mye koster det?"),
)
"""What is typed, and what the bot then asks."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalRun]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.chdir(tmp_path)
    with local_run(Path("var"), module="tests.told_run") as started:
        yield started


def test_questions_are_answered_and_what_is_unknown_goes_to_the_secretariat_and_back(run: LocalRun) -> None:
    with open_playground(run.url) as playground:
        playground.bot_says("Hei! Jeg hjelper dere")
        connect_the_secretariat(playground, run.data)
        ask_from_the_welcome(playground)
        choose_among_near_ones(playground)
        ask_in_the_budget(playground)
        reference = ask_the_secretariat(playground)
        the_officer_answers(playground, reference)
        the_answer_is_there(playground, reference)


def connect_the_secretariat(playground: Playground, data: Path) -> None:
    invite = [sys.executable, "-m", "bot", "secretariat", "invite", "agder", "--data", str(data)]
    said = subprocess.run(invite, capture_output=True, text=True, check=True).stdout
    code = re.search(r"koble til ([A-Z0-9]{4}-[A-Z0-9]{4})", said)
    assert code is not None, said
    playground.go_to(CHANNEL)
    playground.post(code.group())
    expect(playground.posts().first).to_contain_text("Denne kanalen får nå varsler")
    playground.go_to(PERSONAL)


def ask_from_the_welcome(playground: Playground) -> None:
    playground.say("Hva kan vi få penger til?")
    playground.bot_says("Passet svaret?")
    answer = playground.card("Passet svaret?")
    assert "Kilde" in answer.text()
    playground.picture("answer", bottom=answer)
    answer.press_without_sending("Mer")
    answer.picture("answer-phone")
    answer.press("Ja")
    playground.card("Du sa at svaret passet. Takk!")


def choose_among_near_ones(playground: Playground) -> None:
    playground.say("når er fristen")
    near = playground.card("Mente du ett av disse?")
    expect(near.on_screen).to_contain_text("3.")
    near.picture("near-phone")
    playground.say("2")
    playground.bot_says("15. desember 2025")
    near.press("Ingen av disse")
    playground.bot_says("Dette er det allerede svart på.")


def ask_in_the_budget(playground: Playground) -> None:
    for typed, next_words in TO_AN_AMOUNT:
        playground.say(typed)
        playground.bot_says(next_words)
    playground.say("skal vi ta med moms i beløpet?")
    playground.bot_says("Dette sier kildene:")
    playground.bot_says("Hvor mye koster det?")
    playground.picture("answer-in-the-budget", top=playground.card("Dette sier kildene:"), height=1060)
    playground.say("300 000")
    playground.bot_says("Er det flere kostnader?")


def ask_the_secretariat(playground: Playground) -> str:
    playground.say(UNKNOWN)
    playground.bot_says("Dette finner jeg ikke i kildene.")
    playground.card("Dette finner jeg ikke i kildene.").press("Spør sekretariatet")
    confirm = playground.card("Send dette til sekretariatet?")
    confirm.fill("Hvilken kommune eller hvilket sykehus spør du for? (valgfritt)", "Evje og Hornnes kommune")
    playground.picture("inquiry-confirm", bottom=confirm)
    confirm.press_twice("Send spørsmålet")
    sent = playground.card("Jeg sender spørsmålet")
    playground.bot_says("Er det flere kostnader?")
    found = re.search(r"SP-[A-Z0-9]{5}", sent.text())
    assert found is not None
    return found.group()


def the_officer_answers(playground: Playground, reference: str) -> None:
    playground.go_to(CHANNEL)
    card = playground.card(f"Spørsmål {reference}")
    for words in (UNKNOWN, "Evje og Hornnes kommune", "Flere kostnader"):
        assert words in card.text(), words
    card.press("Jeg tar det")
    expect(card.on_screen).to_contain_text("Tatt av Ingrid Solvang")
    card.press_without_sending("Svar")
    card.fill("Svaret", ANSWER)
    playground.picture("inquiry", top=card)
    card.press("Send svaret")
    expect(card.on_screen).to_contain_text("Levert til den som spurte.")
    expect(playground.posts()).to_have_count(2)


def the_answer_is_there(playground: Playground, reference: str) -> None:
    playground.go_to(PERSONAL)
    answer = playground.card(f"Spørsmålet {reference}")
    expect(answer.on_screen).to_contain_text(ANSWER)
    expect(answer.on_screen).to_contain_text("Svar fra Ingrid Solvang")
    playground.picture("inquiry-answered", bottom=answer)
    playground.say("mine spørsmål")
    playground.bot_says("Spørsmålene dine til sekretariatet")
    expect(playground.card("Spørsmålene dine til sekretariatet").on_screen).to_contain_text("Besvart")
    playground.say("nei")
    playground.bot_says("Hva er med i beløpene?")
