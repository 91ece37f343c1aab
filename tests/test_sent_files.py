"""A file is sent in the chat: read elsewhere, shown as it was read, and taken in when the person has said so."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pytest

from bot.form_files import empty_file
from dialogs.person import LANGUAGES, Language
from storage.filing.sheet_reading import cell_text
from tests.drafts import READY, TO_BUDGET
from tests.sent_office_files import Rows, workbook
from tests.talking import Talk
from tests.test_pasted_tables import EVJE, HF, TO_TWO_YEARS, costs

THREE: Rows = (
    ("Hva", "Part", "Beløp"),
    ("Lege", "Sørlandet sykehus", 900_000),
    ("Sykepleier", "Evje og Hornnes kommune", 600_000.0),
    ("Leie av bil", "kommunen", "45 000,-"),
)


def test_a_budget_from_excel_is_shown_as_it_was_read_and_taken_in(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.send_file(workbook({"Budsjett": THREE}))
    talk("""
        Jeg leste 3 kostnader, i alt 1 545 000 kr
        1. Lege
        Sørlandet sykehus HF · 900 000 kr
        2. Sykepleier
        Evje og Hornnes · 600 000 kr
        3. Leie av bil
        Evje og Hornnes · 45 000 kr
        Skal dette tas inn i søknaden?
        [Ta det inn] [Rett tabellen] [Ikke ta inn]
    """)
    assert costs(talk) == [(None, None, None)]
    talk("""
        > ja
        3 kostnader er tatt inn. Du kan endre eller fjerne dem én for én.
    """)
    assert costs(talk) == [
        ("Lege", HF, 900_000),
        ("Sykepleier", EVJE, 600_000),
        ("Leie av bil", EVJE, 45_000),
    ]


def test_of_several_sheets_the_costs_and_what_each_brings_are_read_and_the_others_named(talk: Talk) -> None:
    talk(TO_BUDGET)
    shares = [("Part", "Egne penger", "Søknadsbeløp"), ("sykehuset", 300_000, 900_000), ("Bygland", 1, 2)]
    talk.send_file(workbook({"Notater": [("Husk",)], "Budsjett": THREE, "Bidrag": shares}))
    talk("""
        Jeg leste 3 kostnader, i alt 1 545 000 kr
        Jeg leste 3 svar
        Egne penger – Sørlandet sykehus HF
        300 000 kr
        Dette er ikke med:
        ukjent part: Bidrag: Bygland
        Ark jeg ikke bruker: Notater
        [Ta det inn] [Ikke ta inn]
        > ja
        3 kostnader og 3 svar er tatt inn
    """)
    assert talk.value(f"applied@{HF}/2027") == 900_000
    assert len(costs(talk)) == 3


OLDER: Rows = (("Hva", "Part", "Beløp"), ("Lege", "sykehuset", 800_000))


def test_where_several_sheets_hold_costs_it_is_asked_which_are_meant(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.send_file(workbook({"Budsjett": THREE, "Gammelt": OLDER}))
    talk("""
        Det er kostnader i flere ark. Hvilke skal jeg lese?
        1. Budsjett
        3 kostnader, i alt 1 545 000 kr
        2. Gammelt
        Én kostnad, på 800 000 kr
        [Alle arkene] [Budsjett] [Gammelt] [Ikke ta inn]
        [Budsjett]
        Jeg leste 3 kostnader, i alt 1 545 000 kr
        Ark jeg ikke bruker: Gammelt
        > ja
        3 kostnader er tatt inn
    """)
    assert len(costs(talk)) == 3


@pytest.mark.parametrize(
    ("said", "count"), [("alle", 4), ("2", 1), ("gammelt", 1), ("Begge arkene", 4), ("nei", 1)]
)
def test_which_sheets_are_meant_is_typed_as_well(talk: Talk, said: str, count: int) -> None:
    talk(TO_BUDGET)
    talk.send_file(workbook({"Budsjett": THREE, "Gammelt": OLDER}))
    talk.restart()
    talk.type(said)
    talk("Greit, ingenting er tatt inn" if said == "nei" else "> ja")
    assert len(costs(talk)) == count


def test_a_sheet_for_each_year_or_each_party_gives_its_lines_what_it_is_called(talk: Talk) -> None:
    talk(TO_TWO_YEARS)
    first: Rows = (("Hva", "Part", "Beløp"), ("Lege", "sykehuset", 800_000))
    second: Rows = (("Hva", "Part", "Beløp"), ("Lege", "sykehuset", 850_000))
    talk.send_file(workbook({"Budsjett 2027": first, "Budsjett 2028": second}))
    talk("""
        > alle arkene
        Jeg leste 2 kostnader, i alt 1 650 000 kr
        Sørlandet sykehus HF · 2027 · 800 000 kr
        Sørlandet sykehus HF · 2028 · 850 000 kr
        > nei
    """)
    kommunen: Rows = (("Hva", "År", "Beløp"), ("Sykepleier", 2027, 600_000))
    sykehuset: Rows = (("Hva", "År", "Beløp"), ("Lege", 2028, 850_000))
    talk.send_file(workbook({"Kommunen": kommunen, "Sykehuset": sykehuset}))
    talk("""
        > alle
        1. Sykepleier
        Evje og Hornnes · 2027 · 600 000 kr
        2. Lege
        Sørlandet sykehus HF · 2028 · 850 000 kr
    """)


def test_two_sheets_with_what_each_brings_are_read_together_and_a_contradiction_is_told(talk: Talk) -> None:
    talk(TO_BUDGET)
    money = [("Part", "Egne penger"), ("sykehuset", 300_000)]
    posts = [("Part", "Årsverk"), ("sykehuset", 0.5)]
    other = [("Part", "Egne penger"), ("sykehuset", 400_000)]
    talk.send_file(workbook({"Penger": money, "Stillinger": posts, "Kladd": other}))
    talk("""
        Egeninnsats – Sørlandet sykehus HF
        Egne penger; Årsverk
        Egne penger – Sørlandet sykehus HF
        300 000 kr
        Årsverk – Sørlandet sykehus HF
        0,5
        Arket Kladd sier noe annet om det samme enn et ark før det
        > ja
    """)
    assert talk.value(f"own_money@{HF}/2027") == 300_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_filled_in_is_read_back(talk: Talk, language: Language) -> None:
    talk(TO_BUDGET)
    template = openpyxl.load_workbook(io.BytesIO(empty_file("budget", talk.context, language)))
    first, second = template.worksheets
    first.append(["Lege", "Evje og Hornnes", 2027, 900_000])
    second.append(["Sørlandet sykehus HF", 2027, 300_000, 0.5, 400_000, 12, 6_000, 700_000])
    packed = io.BytesIO()
    template.save(packed)
    talk.send_file(packed.getvalue())
    talk("> ja")
    assert costs(talk) == [("Lege", EVJE, 900_000)]
    for slot, value in (
        ("own_money", 300_000),
        ("own_full_time", 500),
        ("own_full_time_nok", 400_000),
        ("own_hours", 24),
        ("own_hours_nok", 6_000),
        ("applied", 700_000),
    ):
        assert talk.value(f"{slot}@{HF}/2027") == value


def test_what_is_typed_beside_a_file_stands_beside_the_draft(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.send_file(workbook({"Budsjett": THREE}), "Her er budsjettet vårt")
    talk("""
        Teksten du skrev sammen med filen, står ved siden av utkastet.
        Her er budsjettet vårt
        Jeg leste 3 kostnader
        > nei
        Greit, ingenting er tatt inn. Rett filen og send den på nytt når du vil.
    """)
    assert [one.text for one in talk.draft.set_aside] == ["Her er budsjettet vårt"]


def test_what_is_typed_beside_a_file_that_is_not_read_is_kept_or_heard(talk: Talk) -> None:
    talk.send_file(b"%PDF-1.7", "start")
    talk("Hvilket helsefellesskap")
    talk.send_file(b"%PDF-1.7", "Her er vedtaket")
    talk("""
        Teksten du skrev sammen med filen, står ved siden av utkastet.
        Jeg leser bare filer fra Excel (.xlsx) og mitt eget skjema i Word (.docx).
    """)
    assert [one.text for one in talk.draft.set_aside] == ["Her er vedtaket"]


def test_one_file_is_read_at_a_time(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.send_file(workbook({"Budsjett": THREE}), count=2)
    talk("Send én fil om gangen. Jeg har ikke lest noen av dem.")


def test_an_identity_number_in_a_file_is_taken_out_before_anything_is_kept(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.send_file(workbook({"Budsjett": [*THREE, ("Vikar 01819000049", "kommunen", 20_000)]}))
    talk("""
        4. Vikar [nummer fjernet]
        > ja
        4 kostnader er tatt inn
    """)
    assert "01819000049" not in talk.everything()


def test_a_file_is_left_unread_where_there_is_nothing_to_take_it_into(talk: Talk) -> None:
    talk.send_file(b"never opened")
    talk("Start en søknad")
    talk(READY)
    talk("""
        > send
        > ja
    """)
    talk.send_file(b"never opened")
    talk("er sendt og kan ikke endres her")


def test_the_same_file_again_changes_nothing(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.send_file(workbook({"Budsjett": THREE}))
    talk("> ja")
    before = talk.draft
    talk.send_file(workbook({"Budsjett": THREE}))
    talk("Det står ingenting i filen som ikke står i søknaden fra før")
    assert talk.draft == before


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (900_000, "General", "900000"),
        (899_999.6, "#,##0", "900000"),
        (0.5, "0.00", "0,5"),
        (0.5, "0%", "50 %"),
        (1_234.5, "General", "1234,5"),
        (900_000, '"kr" #,##0', "900000"),
        (datetime(2027, 2, 1), "dd.mm.yyyy", "2027-02-01"),  # noqa: DTZ001
        (True, "General", ""),
        ("  Lege\n og bil ", "@", "Lege og bil"),
    ],
)
def test_a_cell_is_read_as_it_is_seen(value: object, number_format: str, text: str) -> None:
    assert cell_text(value, number_format) == text
