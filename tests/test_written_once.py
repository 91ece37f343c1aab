"""What is alike for several parties is written once, and a person's name, role and address or date in one line."""

from __future__ import annotations

from tests.drafts import TO_PARTIES, TO_TITLE
from tests.talking import Talk

TO_CONTACTS = """
    > start
    > Agder
    > 2027
    > 1
    > Evje og Hornnes, Bygland, Valle
"""


def test_one_contact_for_several_municipalities_is_written_once(talk: Talk) -> None:
    talk(TO_CONTACTS)
    talk("""
        > Medisinsk avdeling, Arendal. Kontakt Nina Prøve, avdelingsleder, nina@example.no
        Klinikk og sykehussted: [Medisinsk avdeling, Arendal]
        Navn på kontaktperson: [Nina Prøve]
        > hopp over
        Kontaktperson – Evje og Hornnes
        ! Samme som
        > Marit Eksempel, rådgiver, marit@example.no
        > hopp over
        Kontaktperson – Bygland
        [Lagre] [Samme som Evje og Hornnes] [Hopp over] [Tilbake] [Oppsummering]
        [Samme som Evje og Hornnes]
        Marit Eksempel
        rådgiver
        marit@example.no
        Kontaktperson – Valle
        > samme som Evje
        Marit Eksempel
        Hvem leder?
    """)
    assert talk.value("contact_email@m4220") == talk.value("contact_email@m4221") == "marit@example.no"


def test_what_one_municipality_brings_is_taken_over_with_all_it_brings_along(talk: Talk) -> None:
    talk(TO_CONTACTS)
    talk("""
        [Hopp over]
        [Hopp over]
        [Hopp over]
        [Hopp over]
        > Evje
        > sammen
        > Trygt hjem
        > endre periode
        > august 2027 – juli 2028
        > endre egeninnsats Evje og Hornnes
        [Lagre] own_kinds@m4219=Årsverk + Annet, som lokaler eller utstyr
        [Lagre] own_full_time@m4219/2027=0,3; own_full_time@m4219/2028=0,3; own_other@m4219=Biler
        > endre egeninnsats Bygland
        > samme
        Årsverk; Annet, som lokaler eller utstyr
        Biler
    """)
    assert talk.value("own_full_time@m4220/2028") == 300


def test_same_is_an_answer_where_there_is_nobody_to_be_the_same_as(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > samme
        Tittel
        samme
        > hopp over
        > endre egeninnsats Evje og Hornnes
        > samme
        Her er det ingen annen part å ta svarene fra.
    """)


def test_what_a_colleague_has_written_is_not_written_over_by_the_same(talk: Talk) -> None:
    talk(TO_CONTACTS)
    talk("""
        [Hopp over]
        > Marit Eksempel, rådgiver, marit@example.no
        > hopp over
        Kontaktperson – Bygland
    """)
    talk.let_in("Ola")
    talk("""
        (Ola)
        > fortsett
        Kontaktperson – Bygland
        [Lagre] Navn på kontaktperson=Per Prøve
        (Kari)
        [Samme som Evje og Hornnes på «Kontaktperson – Bygland»]
        Kontaktpersonens e-post
        marit@example.no
    """)
    assert talk.value("contact_name@m4220") == "Per Prøve"


def test_a_button_that_is_tapped_late_writes_nothing_over(talk: Talk) -> None:
    talk(TO_CONTACTS)
    talk("""
        [Hopp over]
        > Marit Eksempel, rådgiver, marit@example.no
        > hopp over
        Kontaktperson – Bygland
        > Per Prøve, helsesjef, per@example.no
        Hvilket telefonnummer
        [Samme som Evje og Hornnes på «Kontaktperson – Bygland»]
        Kontaktperson – Valle
    """)
    assert talk.value("contact_email@m4220") == "per@example.no"


def test_who_wrote_half_of_it_may_still_say_that_it_is_the_same(talk: Talk) -> None:
    talk(TO_CONTACTS)
    talk("""
        [Hopp over]
        > Marit Eksempel, rådgiver, marit@example.no
        > hopp over
        > som i Evje
        Hvilken rolle har kontaktpersonen?
        > samme som Evje
        Navn på kontaktperson
        Marit Eksempel
        rådgiver
    """)


def test_a_whole_contact_goes_to_its_fields_also_when_the_page_is_half_filled_in(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        > Medisinsk klinikk, Fjellbyen
        > den samme
        Hvilken rolle har kontaktpersonen?
        > Kari Eksempel, rådgiver, kari@example.no
        Kari Eksempel
        rådgiver
        kari@example.no
    """)
    assert talk.value("contact_name@hsorlandet-sykehus") == "Kari Eksempel"


def test_who_confirms_is_written_in_one_line_with_the_yes_or_after_it(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > endre enighet Sørlandet sykehus HF
        Er parten enig i søknaden?
        > Ja, Tor Prøve, klinikksjef, 3.11.2026
        Ja, parten er enig
        Tor Prøve
        klinikksjef
        3. november 2026
        > endre enighet Evje og Hornnes
        > ja
        Hvem bekrefter for parten?
        > Anne Prøve, kommunedirektør, 10. november 2026
        Anne Prøve
        kommunedirektør
        10. november 2026
    """)
