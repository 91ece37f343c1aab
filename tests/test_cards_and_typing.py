"""Cards and typing are the same thing: also old cards, double clicks, and two people on one field."""

from __future__ import annotations

from tests.drafts import READY, TO_BUDGET, TO_PARTIES, TO_PERIOD, TO_TITLE
from tests.talking import Talk


def test_a_card_is_replaced_by_what_was_understood(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        [Lagre] Tittel=Felles akutteam; Sammendrag=Kort sagt.
        Felles akutteam
        Kort sagt.
        Hva skal dere gjøre?
    """)
    assert "Felles akutteam" in talk.window.text()
    assert "Tittel: [" not in talk.window.text()


def test_a_card_with_several_wrong_fields_keeps_them_all_and_tells_each(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        [Lagre] Klinikk og sykehussted=Akuttklinikken; Kontaktpersonens e-post=kari; contact_phone=abc
        Klinikk og sykehussted: [Akuttklinikken]
        Dette må fylles ut.
        Navn på kontaktperson
        Dette må fylles ut.
        Skriv en e-postadresse
        Kontaktpersonens e-post: [kari]
        Skriv et telefonnummer
        Kontaktpersonens telefon (valgfritt): [abc]
        [Lagre] Navn på kontaktperson=Kari Eksempel; Kontaktpersonens e-post=kari@example.no
        Dette må fylles ut.
        Kontaktpersonens telefon (valgfritt): [abc]
        (restart)
        (3 weeks later)
        > fortsett
        Hvilken rolle har kontaktpersonen?
        Kontaktpersonens telefon (valgfritt): [abc]
    """)


def test_half_a_card_may_be_saved_and_the_rest_typed(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        [Lagre] Klinikk og sykehussted=Akuttklinikken; Navn på kontaktperson=Kari Eksempel
        Hvilken rolle har kontaktpersonen?
        > rådgiver
        Hvilken e-postadresse har kontaktpersonen?
        [Lagre] Kontaktpersonens e-post=kari@example.no; contact_phone=00 00 00 00
        Kontaktperson – Evje og Hornnes
    """)


def test_skipping_on_a_card_skips_all_that_is_empty_there_and_goes_on(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        [Hopp over]
        Hoppet over. Det må fylles ut før dere sender søknaden, så jeg spør igjen til slutt.
        Kontaktperson – Evje og Hornnes
        [Hopp over]
        Hvem leder?
    """)


def test_a_double_click_saves_once_and_asks_the_next_question_once(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        [Lagre] Periode=2027
        Hvordan støtter tiltaket opp om formålet
        (again)
        1. januar 2027 – 31. desember 2027
        ! Hvordan støtter tiltaket
    """)
    assert talk.draft.answers["period"].revision == 1


def test_a_double_click_on_an_unsure_amount_leaves_the_question_open(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        [Lagre] Hva kostnaden gjelder=Lege; Hvem som har kostnaden=Evje og Hornnes; Beløp=1.200
        Mente du 1 200 kr?
        (again)
        ! Mente du
        [Ja]
        Jeg leste 1 200 kr
        (again)
        Svaret står nederst i samtalen.
        ! Jeg leste
    """)
    assert talk.value("cost_nok#1") == 1200


def test_an_old_card_is_taken_while_nobody_has_changed_what_it_shows(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        [Lagre på «Hva dere vil gjøre»] Hva dere vil gjøre=Noe helt annet.
        Feltet er endret siden du fikk det opp. Du endret det selv 16. november 2026 kl. 10.01.
        Nå står det: Et team med lege og sykepleier rykker ut sammen.
        Du skrev:
        Noe helt annet.
        [Behold det som står] [Bruk det jeg skrev]
        [Bruk det jeg skrev]
        Noe helt annet.
        Når skal tiltaket gjennomføres?
    """)
    assert talk.value("what") == "Noe helt annet."


def test_what_stands_is_kept_when_the_person_says_so_and_what_was_written_is_not_lost(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        [Lagre på «Hva dere vil gjøre»] Hva dere vil gjøre=Noe helt annet.
        Feltet er endret siden du fikk det opp.
        (restart)
        > nei
        Et team med lege og sykepleier rykker ut sammen.
        Når skal tiltaket gjennomføres?
        [Lagre på «Hva dere vil gjøre»] Hva dere vil gjøre=En tredje tekst.
        Feltet er endret
        > 2027
        1. januar 2027
        > oppsummering
        Ved siden av utkastet
        En tredje tekst.
    """)
    assert talk.value("what") == "Et team med lege og sykepleier rykker ut sammen."


def test_only_a_tap_puts_away_what_was_written_since_a_no_may_mean_what_was_asked_before(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        [Lagre på «Hva dere vil gjøre»] Hva dere vil gjøre=Noe helt annet.
        Feltet er endret siden du fikk det opp.
        > nei
        Når skal tiltaket gjennomføres?
        [Lagre på «Hva dere vil gjøre»] Hva dere vil gjøre=En tredje tekst.
        Feltet er endret siden du fikk det opp.
        [Behold det som står]
        Når skal tiltaket gjennomføres?
        > oppsummering
        Ved siden av utkastet
        Noe helt annet.
    """)
    assert talk.value("what") == "Et team med lege og sykepleier rykker ut sammen."
    assert [kept.text for kept in talk.draft.set_aside] == ["Noe helt annet."]


def test_an_old_card_with_empty_places_takes_nothing_away(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        [Lagre] Klinikk og sykehussted=Akuttklinikken
        > Kari Eksempel
        [Lagre på «Kontaktperson – Sørlandet sykehus HF»] Kontaktpersonens rolle=rådgiver
    """)
    assert talk.value("contact_name@hsorlandet-sykehus") == "Kari Eksempel"
    assert talk.value("contact_role@hsorlandet-sykehus") == "rådgiver"


def test_two_colleagues_on_one_field_both_see_both_values(talk: Talk) -> None:
    talk(TO_TITLE)
    talk.let_in("Ola")
    talk("""
        > fortsett
        Hva heter tiltaket?
        (Ola)
        > endre tittel
        Hva heter tiltaket?
        > Olas tittel
        Olas tittel
        (Kari)
        > Karis tittel
        Feltet er endret siden du fikk det opp. Ola Eksempel endret det 16. november 2026 kl. 10.01.
        Nå står det: Olas tittel.
        Karis tittel
        > bruk det jeg skrev
        Karis tittel
        Beskriv tiltaket i noen få setninger.
    """)


def test_the_same_button_works_again_when_it_is_pressed_later(talk: Talk) -> None:
    talk(READY)
    talk("""
        [Endre ved «Tittel»]
        Hva heter tiltaket?
        > Første endring
        Se over svarene
        [Endre på «Ingenting mangler» ved «Tittel»]
        Hva heter tiltaket?
        > oppsummering
        [Send søknaden]
        Send søknaden?
        (again)
        Svaret står nederst i samtalen.
        ! Send søknaden?
        (1 minute later)
        (again)
        Send søknaden?
    """)


def test_a_double_click_on_start_begins_one_application(talk: Talk) -> None:
    talk.arrive()
    talk("""
        [Start en søknad]
        Da begynner vi.
        (again)
        ! Da begynner vi.
    """)
    assert len(talk.records("application")) == 1
    talk("""
        > Agder
        (1 minute later)
        [Start en søknad]
        Da begynner vi på en ny søknad.
    """)
    assert len(talk.records("application")) == 2


def test_a_double_click_on_one_more_cost_adds_one(talk: Talk) -> None:
    talk(READY)
    talk("""
        [Legg til kostnad]
        Kostnad 2
        (again)
        ! Kostnad 3
    """)
    assert talk.draft.lines["cost"] == ("1", "2")


def test_typed_text_delivered_again_is_not_taken_twice(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("> Felles akutteam")
    talk.same_delivery_again()
    assert talk.said == []
    talk("> oppsummering")
    assert talk.value("title") == "Felles akutteam"
    assert talk.value("summary") is None


def test_what_is_typed_after_a_no_is_for_the_field_that_was_read_wrong(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        Hvem har kostnaden?
        [Lagre] Hvem som har kostnaden=Evje og Hornnes; Beløp=229
        Mente du 229 kr?
        [Nei]
        Skriv det slik det skal være.
        Beløp: [229]
        > 229 167
        Jeg leste 229 167 kr
        Er det flere kostnader?
    """)
    assert talk.value("cost_party#1") == "m4219"


def test_an_amount_typed_where_a_page_asks_for_words_is_for_its_amount(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        [Lagre] Hva kostnaden gjelder=Sykepleier; Hvem som har kostnaden=Evje og Hornnes; Beløp=7 500 000
        Er det flere kostnader?
        [Endre på «7 500 000 kr»]
        Hva kostnaden gjelder: [Sykepleier]
        > 750 000
        Jeg leste 750 000 kr
        Er det flere kostnader?
    """)
    assert (talk.value("cost_what#1"), talk.value("cost_nok#1")) == ("Sykepleier", 750_000)
