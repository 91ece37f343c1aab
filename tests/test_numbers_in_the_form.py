"""Numbers, positions, dates and periods typed into the form: what was read is always said back, or asked about."""

from __future__ import annotations

import pytest

from tests.drafts import TO_APPLIED, TO_BUDGET, TO_OWN, TO_PERIOD
from tests.talking import Talk

TO_COST = f"""
    {TO_BUDGET}
    > Lege
    > Evje og Hornnes
"""
TO_APPLIED_OVER_THREE_YEARS = f"""
    {TO_PERIOD}
    > 2027-2029
    > Nærmere hjemmet
    > samhandling
    > skrøpelige eldre
    > nei
    > Lege
    > Evje og Hornnes
    > 2028
    > 900 000
    > nei
    > sosiale kostnader
    > annet
    > Lokaler
    [Hopp over]
    > annet
    > Bil
    [Hopp over]
"""


def test_amounts_are_said_back_as_they_were_read(talk: Talk) -> None:
    talk(TO_COST)
    for typed, read in (
        ("300000", "300 000 kr"),
        ("300 000", "300 000 kr"),
        ("300.000", "300 000 kr"),
        ("kr 300 000,-", "300 000 kr"),
        ("300'", "300 000 kr"),
        ("300k", "300 000 kr"),
        ("300 tusen", "300 000 kr"),
        ("tkr 300", "300 000 kr"),
        ("1,2 mill", "1 200 000 kr"),
        ("1.2 mill.", "1 200 000 kr"),
        ("1,2 MNOK", "1 200 000 kr"),
        ("1 200 000,00 kr", "1 200 000 kr"),
        ("en million to hundre tusen", "1 200 000 kr"),
    ):
        talk.type(typed)
        assert f"Jeg leste {read}" in talk.said, (typed, talk.said)
        talk("> endre beløp")


def test_an_amount_that_may_be_another_is_asked_about(talk: Talk) -> None:
    talk(TO_COST)
    talk("""
        > 1.200
        Mente du 1 200 kr?
        [Ja] [Nei]
        > nei
        Hvor mye koster det?
        Skriv det slik det skal være.
        > 1,200
        Mente du 1 200 kr?
        > ja
        Jeg leste 1 200 kr
        Er det flere kostnader?
    """)
    assert talk.value("cost_nok#1") == 1200


def test_an_amount_that_is_asked_about_waits_for_weeks(talk: Talk) -> None:
    talk(TO_COST)
    talk("""
        > 1.200
        Mente du 1 200 kr?
        (restart)
        (3 weeks later)
        > fortsett
        Hvor mye koster det?
        Beløp: [1.200]
        [Lagre]
        Mente du 1 200 kr?
        (restart)
        [Ja]
        Jeg leste 1 200 kr
    """)


def test_what_is_no_single_amount_is_asked_for_again_with_a_sentence(talk: Talk) -> None:
    talk(TO_COST)
    for typed, sentence in (
        ("250–300 000", "Skriv ett beløp, for eksempel 300 000"),
        ("ca. 300 000", "Skriv ett beløp, for eksempel 300 000"),
        ("mellom 2 og 3 mill", "Skriv ett beløp, for eksempel 300 000"),
        ("-5", "kan ikke være mindre enn null"),
        ("999999999999999", "Beløpet er for stort"),
        ("ganske mye", "Skriv beløpet i kroner, for eksempel 250 000 eller 1,2 mill"),
        ("12,3456", "hele kroner"),
        ("٣٠٠٠٠٠", "sifrene 0–9"),
        ("9" * 5000, "Skriv bare beløpet"),
    ):
        talk.type(typed)
        assert any(sentence in line for line in talk.said), (typed, talk.said)
        assert any("Hvor mye koster det?" in line for line in talk.said), typed
        assert talk.value("cost_nok#1") is None
        assert talk.draft.answers["cost_nok#1"].raw == typed


def test_the_same_words_are_there_in_every_language(talk: Talk) -> None:
    talk(TO_COST)
    talk("""
        > nynorsk
        Kor mykje kostar det?
        > ganske mykje
        Skriv beløpet i kroner
        > english
        How much does it cost?
        > quite a lot
        Write the amount in kroner
        > 1.2 million
        I read 1 200 000 kr
    """)


def test_nothing_is_a_certain_amount_to_apply_for(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("> 0")
    assert "Jeg leste 0 kr" in talk.said
    assert talk.value("applied@hsorlandet-sykehus/2027") == 0


def test_an_amount_for_each_year_fills_every_year_after_a_yes(talk: Talk) -> None:
    talk(TO_APPLIED_OVER_THREE_YEARS)
    talk("""
        > 300 000 per år i 3 år
        Jeg leste det slik. Er det riktig?
        Søknadsbeløp – Sørlandet sykehus HF, 2027
        300 000 kr
        Søknadsbeløp – Sørlandet sykehus HF, 2029
        300 000 kr
        [Ja] [Nei]
        > ja
        Søknadsbeløp – Sørlandet sykehus HF
        Søknadsbeløp 2027
        Jeg leste 300 000 kr
        Søknadsbeløp – Evje og Hornnes
        > 100 000 per år i 2 år
        Du skrev 2 år, men perioden går over 3.
        > 100 000 årlig
        Jeg leste det slik.
        > nei
        > 10 000
        Jeg leste 10 000 kr
    """)
    assert [talk.value(f"applied@hsorlandet-sykehus/{year}") for year in (2027, 2028, 2029)] == [300_000] * 3
    assert talk.value("applied@m4219/2027") == 10_000
    assert talk.value("applied@m4219/2028") is None


def test_an_amount_for_each_party_is_shown_before_it_is_taken(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("""
        > endre kommuner
        > Evje og Hornnes, Bygland
        > endre søknadsbeløp sørlandet sykehus
        > 200 000 hver
        Jeg leste det slik. Er det riktig?
        Søknadsbeløp – Sørlandet sykehus HF
        200 000 kr
        Søknadsbeløp – Evje og Hornnes
        200 000 kr
        Søknadsbeløp – Bygland
        200 000 kr
        > ja
        Jeg leste 200 000 kr
    """)
    assert talk.value("applied@m4220/2027") == 200_000


def test_each_of_the_municipalities_when_one_of_them_was_asked(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("""
        > 100 000
        > endre kommuner
        > Evje og Hornnes, Bygland
        > endre søknadsbeløp Bygland
        > 200 000 til hver kommune
        Jeg leste det slik.
        Søknadsbeløp – Evje og Hornnes
        Søknadsbeløp – Bygland
        [Ja]
        Jeg leste 200 000 kr
    """)
    assert talk.value("applied@hsorlandet-sykehus/2027") == 100_000
    assert talk.value("applied@m4220/2027") == 200_000


def test_a_cost_line_stands_for_one_year(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > 2027-2028
        > Nærmere hjemmet
        > samhandling
        > skrøpelige eldre
        > nei
        > Lege
        > Evje og Hornnes
        Hvilket år?
        > 2028
        > 300 000 per år
        Skriv ett beløp for denne linjen, og legg til en linje for hvert år.
        > 300 000
        Jeg leste 300 000 kr
    """)


@pytest.mark.parametrize(
    ("typed", "thousandths"),
    [
        ("0,5 årsverk", 500),
        ("halv stilling", 500),
        ("50 % stilling", 500),
        ("to hele stillinger", 2000),
        ("0,2", 200),
    ],
)
def test_positions_are_read_as_full_time_equivalents(talk: Talk, typed: str, thousandths: int) -> None:
    talk(TO_OWN)
    talk("""
        > årsverk
        Hvor mange årsverk bidrar parten med?
    """)
    talk.type(typed)
    assert talk.value("own_full_time@hsorlandet-sykehus/2027") == thousandths
    assert any(line.startswith("Jeg leste") for line in talk.said)


def test_a_position_for_two_years_fills_both(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > 2027 og 2028
        > Nærmere hjemmet
        > samhandling
        > skrøpelige eldre
        > nei
        [Hopp over]
        > nei
        > sosiale kostnader
        Hva bidrar parten med selv?
        > årsverk
        > 20 % jordmor i 2 år
        Jeg leste det slik. Er det riktig?
        Årsverk – Sørlandet sykehus HF, 2027
        0,2
        Årsverk – Sørlandet sykehus HF, 2028
        0,2
        [Ja]
        Jeg leste 0,2
    """)
    assert talk.value("own_full_time@hsorlandet-sykehus/2028") == 200


def test_hours_are_whole_or_half(talk: Talk) -> None:
    talk(TO_OWN)
    talk("""
        > timer
        Hvor mange timer bidrar parten med?
        > en hel del
        Skriv antall timer, for eksempel 120.
        > 37,5 timer
        Jeg leste 37,5
    """)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1.1.2027 – 31.12.2027", "1. januar 2027 – 31. desember 2027"),
        ("januar 2027", "1. januar 2027 – 31. januar 2027"),
        ("jan 27 – des 28", "1. januar 2027 – 31. desember 2028"),
        ("2027", "1. januar 2027 – 31. desember 2027"),
    ],
)
def test_periods_are_read_as_people_write_them(talk: Talk, typed: str, said: str) -> None:
    talk(TO_PERIOD)
    talk(f"""
        > {typed}
        {said}
        Hvordan støtter tiltaket opp om formålet
    """)


def test_a_period_in_the_past_is_asked_about_and_one_that_ends_before_it_begins_is_wrong(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > desember 2027 til januar 2027
        Slutten kommer før starten.
        > 2025-2027
        Perioden begynner i fortiden. Er det riktig?
        > nei
        Når skal tiltaket gjennomføres?
        > 2025-2027
        [Ja]
        1. januar 2025 – 31. desember 2027
    """)


def test_a_period_of_more_years_asks_for_the_new_years_and_keeps_what_was_said(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("""
        > 400 000
        > 200 000
        > endre periode
        > 2027-2028
    """)
    assert talk.value("applied@hsorlandet-sykehus/2027") == 400_000
    talk("""
        > fortsett
        Hvilket år?
        > 2027
        > 100 000
        > 0,5
        > 0
    """)
    assert talk.value("own_money@hsorlandet-sykehus/2027") == 300_000
    assert talk.value("own_money@hsorlandet-sykehus/2028") == 100_000
    talk("""
        > endre periode
        > 2027
        > oppsummering
        Søknadsbeløp
        400 000 kr
    """)
    assert talk.value("own_money@hsorlandet-sykehus/2028") == 100_000


def test_text_longer_than_there_is_room_for_is_counted_and_kept(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("> endre sammendrag")
    talk.type("å" * 812)
    assert any("Teksten er på 812 tegn. Det er plass til 500." in line for line in talk.said)
    assert talk.draft.answers["summary"].raw == "å" * 812
    talk.type("å" * 20_001)
    assert any("20" in line and "om gangen" in line for line in talk.said)
    assert talk.draft.answers["summary"].raw == "å" * 812
