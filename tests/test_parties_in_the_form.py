"""Who applies together: municipalities as people type them, contacts, and parties that come and go."""

from __future__ import annotations

from tests.drafts import READY, TO_PARTIES, TO_TITLE
from tests.talking import Talk


def test_municipalities_are_typed_many_at_once_with_typos_and_other_names(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        > 2027
        > 1
        > Evje og hornes, bygland og Kristiansand
        Evje og Hornnes, Bygland, Kristiansand
        > endre kommuner
        > Guovdageaidnu
        Kautokeino
    """)


def test_a_name_that_two_municipalities_bear_is_asked_about_also_inside_a_list(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        > 2027
        > 1
        > Bygland, Herøy, Våler og Lom
        Det er flere kommuner som heter det. Hvilken mener du?
        [Herøy (Møre og Romsdal)] [Herøy (Nordland)]
        [Herøy (Nordland)]
        Det er flere kommuner som heter det. Hvilken mener du?
        [Våler (Østfold)] [Våler (Innlandet)]
        > Østfold
        Bygland, Herøy (Nordland), Våler (Østfold), Lom
        Kontaktperson – Sørlandet sykehus HF
    """)


def test_a_place_that_is_no_municipality_is_met_by_those_it_may_be(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        > 2027
        > 1
        > Bygland og Hornnes
        Jeg kjenner ikke igjen denne kommunen. Mente du en av disse?
        Hornnes
        > Evje og Hornnes
        Bygland, Evje og Hornnes
        Kontaktperson – Sørlandet sykehus HF
        > endre kommuner
        > Evje
        Mente du en av disse?
        [Evje og Hornnes] [Nei]
        > ja
        Evje og Hornnes
        > endre kommuner
        > Evje
        [Nei]
        Hvilke kommuner er med?
        Skriv det slik det skal være.
        Kommuner: [Evje]
        > Qwertyuiop
        Hvilke kommuner er med?
        Jeg kjenner ikke igjen alle kommunene.
    """)


def test_an_unsure_place_is_still_unsure_after_a_restart(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        > 2027
        > 1
        > Herøy
        Det er flere kommuner som heter det.
        (restart)
        (3 weeks later)
        > 2
        Herøy (Nordland)
    """)


def test_a_whole_country_of_municipalities_is_too_many(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        > 2027
        > 1
    """)
    talk.type(", ".join(talk.context.municipalities))
    talk("> hjelp")
    assert any("Det er 357. Jeg kan ta imot 60." in line for line in talk.said)


def test_a_contact_is_typed_in_one_line_or_one_thing_at_a_time(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        > Medisinsk klinikk, Fjellbyen
        Hvem er kontaktperson?
        > Kari Eksempel
        Hvilken rolle har kontaktpersonen?
        > rådgiver
        Hvilken e-postadresse har kontaktpersonen?
        > kari-at-example
        Hvilken e-postadresse har kontaktpersonen?
        Skriv en e-postadresse, for eksempel kari@example.no.
        > kari@example.no
        Hvilket telefonnummer har kontaktpersonen?
        > hopp over
        Kontaktperson – Evje og Hornnes
        > Per Prøve, helsesjef, per@example.no, 00 00 00 00
        Per Prøve
        helsesjef
        per@example.no
        00 00 00 00
        Hvilken part leder tiltaket?
    """)


def test_the_hospitals_unit_may_stand_first_in_the_line_or_be_left_for_its_own_question(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("> Akuttklinikken; Kari Eksempel; rådgiver; kari@example.no")
    assert talk.value("unit@hsorlandet-sykehus") == "Akuttklinikken"
    assert talk.value("contact_name@hsorlandet-sykehus") == "Kari Eksempel"
    talk("> slett utkast")
    talk("> ja")
    talk("> ja")
    talk(TO_PARTIES)
    talk("""
        > Kari Eksempel, rådgiver, kari@example.no, 00 00 00 00
        Kari Eksempel
        Hvilken klinikk eller avdeling
    """)


def test_a_party_taken_away_keeps_its_answers_until_it_comes_back(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > endre kommuner
        > Bygland
        > oppsummering
        ! Per Prøve
        > endre kommuner
        > Evje og Hornnes
        > oppsummering
        Per Prøve
        helsesjef
    """)


def test_an_answer_that_names_a_party_that_is_gone_is_asked_again(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > endre kommuner
        > Bygland
        Kontaktperson – Bygland
        > Per Prøve, helsesjef, per@example.no
        > hopp over
        Hvem leder?
        Hvilken part leder tiltaket?
        Svaret passer ikke lenger. Svar på nytt.
        > Bygland
        Hva heter tiltaket?
    """)


def test_another_community_asks_for_its_hospitals_again(talk: Talk) -> None:
    talk(READY)
    talk("""
        > endre helsefellesskap
        > Østfold
        > oppsummering
        Må rettes: Helseforetak
        > fortsett
        Hvilket helseforetak eller sykehus er med?
        Helseforetak: [ ] Sykehuset Østfold HF
    """)
