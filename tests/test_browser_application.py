"""One whole application in a real browser, by cards and typing mixed: from the first hello to the secretariat."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.local_run import LocalRun, local_run
from tests.playground import Playground, open_playground
from tests.playground_card import Value

CHANNEL = "Sekretariatet - Søknader"
PERSONAL = "Personal Chat"
CASE = re.compile(r"RST-\d{4}-[A-Z0-9]{5}")
TITLE = "Felles ambulant team for skrøpelige eldre"
SUMMARY = "Lege og sykepleier følger opp skrøpelige eldre hjemme."


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalRun]:
    """Started as people do it, in the folder where they are. The question in the middle is one that nobody answers."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.chdir(tmp_path)
    with local_run(Path("var"), module="tests.told_run") as started:
        yield started


def test_an_application_goes_from_hello_to_a_receipt_and_the_secretariat_takes_it(run: LocalRun) -> None:
    with open_playground(run.url) as playground:
        playground.bot_says("Hei! Jeg hjelper dere")
        playground.picture("welcome")
        connect_the_secretariat(playground, run.data)
        tell_who_applies(playground)
        tell_of_the_measure(playground)
        make_the_budget(playground)
        agree(playground)
        mend_what_does_not_meet(playground)
        number = send_it_once(playground, run.data)
        the_secretariat_takes_it(playground, number)


def connect_the_secretariat(playground: Playground, data: Path) -> None:
    invite = [sys.executable, "-m", "bot", "secretariat", "invite", "agder", "--data", str(data)]
    said = subprocess.run(invite, capture_output=True, text=True, check=True).stdout
    code = re.search(r"koble til ([A-Z0-9]{4}-[A-Z0-9]{4})", said)
    assert code is not None, said
    playground.go_to(CHANNEL)
    playground.post(code.group())
    expect(playground.posts().first).to_contain_text("Denne kanalen får nå varsler")
    playground.go_to(PERSONAL)


def tell_who_applies(playground: Playground) -> None:
    playground.card("Hei! Jeg hjelper dere").press("Start en søknad")
    fill(playground, "Hvilket helsefellesskap", {"Helsefellesskap": "Helsefellesskapet Agder"})
    assert (
        playground.card("Helsefellesskapet Agder").text() == "Helsefellesskap Helsefellesskapet Agder Endre"
    )
    answer(playground, ("2027", "Hvilket helseforetak eller sykehus er med?"))
    fill(playground, "Hvilket helseforetak", {"Helseforetak": ["Sørlandet sykehus HF"]})
    playground.card("Hvilke kommuner er med?")
    answer(playground, ("Evje og hornes og Bygland", "Kontaktperson – Sørlandet sykehus HF"))
    contact = {
        "Klinikk og sykehussted": "Medisinsk klinikk, Fjellbyen",
        "Navn på kontaktperson": "Kari Eksempel",
        "Kontaktpersonens rolle": "samhandlingsrådgiver",
        "Kontaktpersonens e-post": "kari.example.no",
    }
    fill(playground, "Kontaktperson – Sørlandet sykehus HF", contact)
    playground.card("Skriv en e-postadresse, for eksempel kari@example.no")
    answer(
        playground,
        ("kari@example.no", "Kontaktperson – Evje og Hornnes"),
        ("Per Prøve, helsesjef, per@example.no, 00 00 00 00", "Kontaktperson – Bygland"),
        ("Live Eksempel, kommuneoverlege, live@example.no", "Hvilket telefonnummer"),
    )
    playground.card("Kontaktperson – Bygland").press("Hopp over")
    fill(
        playground,
        "Hvilken part leder tiltaket?",
        {"Prosjektledelse": "Sørlandet sykehus HF", "Foreslått av (valgfritt)": "Sammen"},
    )


def tell_of_the_measure(playground: Playground) -> None:
    playground.card("Hva heter tiltaket?")
    answer(
        playground,
        (TITLE, "Beskriv tiltaket i noen få setninger."),
        (SUMMARY, "Hva skal dere gjøre?"),
        ("tilbake", "Tittel og sammendrag"),
    )
    card = playground.card("Tittel og sammendrag")
    expect(card.field("Sammendrag")).to_have_value(SUMMARY)
    card.press("Lagre")
    card = playground.card("Hva skal dere gjøre?")
    card.fill("Hva dere vil gjøre", "Et halvt svar")
    card.press_without_sending("Vis eksempel")
    expect(card.on_screen).to_contain_text("Et forsterket utskrivningsteam")
    expect(card.field("Hva dere vil gjøre")).to_have_value("Et halvt svar")

    playground.reload()
    answer(
        playground,
        ("fortsett", "Hva skal dere gjøre?"),
        ("Et team fra sykehus og kommune reiser hjem til pasientene.", "Hvor, for hvem og når"),
    )
    fill(
        playground,
        "Hvor, for hvem og når",
        {"Hvor": "Evje og Hornnes og Bygland", "For hvem": "Skrøpelige eldre", "Periode": "hele 2027"},
    )
    expect(playground.card("Periode").on_screen).to_contain_text("1. januar 2027 – 31. desember 2027")
    playground.card("Hvordan støtter tiltaket")
    answer(
        playground,
        ("kan vi søke om kombinerte stillinger", "eller et spørsmål til meg?"),
        ("et spørsmål", "Hvordan støtter tiltaket"),
        ("Pasientene får et sammenhengende forløp nærmere hjemmet.", "Områder og grupper"),
    )
    fill(
        playground,
        "Områder og grupper",
        {"Områder": ["Bedre samhandling"], "Prioriterte grupper": ["Barn og unge", "Skrøpelige eldre"]},
    )


def make_the_budget(playground: Playground) -> None:
    cost = {"Hva kostnaden gjelder": "Lege, 50 %", "Hvem som har kostnaden": "Sørlandet sykehus HF"}
    fill(playground, "Kostnad 1", {**cost, "Beløp": "ganske mye"})
    expect(playground.card("Kostnad 1").on_screen).to_contain_text("Skriv beløpet i kroner")
    answer(
        playground,
        ("600'", "Er det flere kostnader?"),
        ("ja", "Kostnad 2"),
        ("Sykepleier", "Hvem har kostnaden?"),
        ("Evje og Hornnes", "Hvor mye koster det?"),
        ("0,6 mill", "Er det flere kostnader?"),
        ("nei", "Hva er med i beløpene?"),
        ("sosiale kostnader", "Egeninnsats – Sørlandet sykehus HF"),
    )
    assert "Jeg leste 600 000 kr" in " ".join(playground.texts())
    fill(playground, "Egeninnsats – Sørlandet sykehus HF", {"Egeninnsats": ["Egne penger"]})
    playground.card("Hvor mange kroner bidrar parten med?")
    answer(
        playground,
        ("200 000", "Egeninnsats – Evje og Hornnes"),
        ("penger", "Hvor mange kroner bidrar"),
        ("150 000", "Egeninnsats – Bygland"),
        ("årsverk", "Hvor mange årsverk bidrar"),
        ("20 % stilling", "Hva er årsverkene verdt"),
        ("50 000", "Søknadsbeløp – Sørlandet sykehus HF"),
        ("500 000", "Søknadsbeløp – Evje og Hornnes"),
    )
    asked = playground.card("Søknadsbeløp – Evje og Hornnes")
    expect(asked.on_screen).to_contain_text("Gjenstår å finansiere: 300 000 kr")
    playground.picture("field", bottom=asked)
    asked.picture("field-phone")
    answer(
        playground,
        ("200 000", "Søknadsbeløp – Bygland"),
        ("0", "Har dere annen finansiering?"),
        ("nei", "Må det avklares hvem som har ansvaret"),
    )


def agree(playground: Playground) -> None:
    answer(
        playground,
        ("ja", "Hvem har ansvaret for pasientene?"),
        ("Sykehuset har ansvaret til utskriving, så kommunen.", "Enighet – Sørlandet sykehus HF"),
    )
    people = (("Sørlandet sykehus HF", "klinikksjef"), ("Evje og Hornnes", "kommunedirektør"))
    for day, (party, role) in enumerate((*people, ("Bygland", "kommunedirektør")), start=16):
        confirmer = {"Den som bekrefter": "Ola Eksempel", "Rollen til den som bekrefter": role}
        fill(playground, f"Enighet – {party}", {"Enighet": "Ja, parten er enig", **confirmer})
        rest = {"Dato for enigheten": f"{day}.11.2026", "Fullmakt (valgfritt)": "Stillingen"}
        fill(playground, "Når ble parten enig?", rest)
    playground.card("På hvilket språk")
    answer(playground, ("bokmål", "Er det noe av dette dere vil ta med?"), ("nei takk", "Se over svarene"))


def mend_what_does_not_meet(playground: Playground) -> None:
    lacking = playground.card("100 000 kr mangler i finansieringen")
    playground.picture("budget", top=lacking)
    answer(playground, ("send", "Du kan ikke sende søknaden ennå"))
    answer(playground, ("endre søknadsbeløp", "Hvilket felt vil du endre?"))
    playground.card("Hvilket felt vil du endre?").press("Søknadsbeløp – Evje og Hornnes")
    playground.card("Hvor mye av tilskuddet skal parten ha?")
    answer(playground, ("300 000", "Ingenting mangler. Søknaden kan sendes."))
    summary = playground.card("Ingenting mangler")
    expect(summary.on_screen).to_contain_text("Kostnader og finansiering går opp.")
    playground.picture("summary", top=summary)
    summary.picture("summary-phone")


def send_it_once(playground: Playground, data: Path) -> str:
    playground.card("Send søknaden").press("Send søknaden")
    playground.card("Søknaden er et offentlig dokument når den er mottatt").press_twice("Send nå")
    receipt = playground.card("Kvittering")
    expect(receipt.on_screen).to_contain_text("Mottatt av sekretariatet.")
    playground.picture("receipt", top=receipt)
    receipt.press_without_sending("Alle svarene")
    expect(receipt.on_screen).to_contain_text("Sykehuset har ansvaret til utskriving, så kommunen.")

    (number,) = set(CASE.findall(" ".join(playground.texts())))
    community = data / "filed" / "agder"
    assert [path.name for path in community.iterdir()] == [number]
    filed = {path.name for path in (community / number / "v1").iterdir()}
    assert {"application.json", "application.pdf", "audit.jsonl", "manifest.json"} < filed
    return str(number)


def the_secretariat_takes_it(playground: Playground, number: str) -> None:
    playground.go_to(CHANNEL)
    notice = playground.card(f"Ny søknad: {number}")
    expect(playground.posts()).to_have_count(1)
    assert "koble til" not in playground.posts().inner_text(), "the notice is a thread of its own"
    for words in (TITLE, "Sørlandet sykehus HF, Evje og Hornnes, Bygland", "800 000 kr", "Frist ikke kjent"):
        assert words in notice.text()
    notice.press("Jeg tar den")
    expect(notice.on_screen).to_contain_text("Tatt av Ingrid Solvang")
    playground.picture("notice", top=notice, height=1060)
    notice.press("Vis hele søknaden")
    assert "halvt svar" not in " ".join(playground.texts())
    playground.go_to(PERSONAL)
    expect(playground.card(f"{number} {TITLE}").on_screen).to_contain_text("Et team fra sykehus og kommune")


def answer(playground: Playground, *pairs: tuple[str, str]) -> None:
    """Types each answer and waits for what the bot says next."""
    for typed, next_words in pairs:
        playground.say(typed)
        playground.bot_says(next_words)


def fill(playground: Playground, asked: str, values: Mapping[str, Value]) -> None:
    """Fills in the card that asks this, by label, and saves it."""
    card = playground.card(asked)
    for label, value in values.items():
        card.fill(label, value)
    card.press("Lagre")
