"""What is alike for several parties is written once, and a person's name, role and address or date in one line."""

from __future__ import annotations

from tests.drafts import READY, TO_APPLIED, TO_BUDGET, TO_PARTIES, TO_TITLE
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


def test_the_next_partys_contact_may_be_written_where_only_a_telephone_is_left(talk: Talk) -> None:
    talk(TO_CONTACTS)
    talk("""
        > Medisinsk avdeling, Nina Prøve, avdelingsleder, nina@example.no
        Hvilket telefonnummer har kontaktpersonen?
        > Marit Eksempel, rådgiver, marit@example.no
        Marit Eksempel
        Hvilket telefonnummer har kontaktpersonen?
        > Per Prøve, helsesjef, per@example.no, 00 00 00 00
        Kontaktperson – Valle
    """)
    parties = ("hsorlandet-sykehus", "m4219", "m4220")
    assert [talk.value(f"contact_name@{party}") for party in parties] == [
        "Nina Prøve",
        "Marit Eksempel",
        "Per Prøve",
    ]


def test_an_address_among_other_words_goes_to_its_own_field(talk: Talk) -> None:
    talk(TO_CONTACTS)
    talk("""
        [Hopp over]
        > Marit Eksempel, rådgiver marit@example.no
        rådgiver
        marit@example.no
    """)
    assert talk.value("contact_role@m4219") == "rådgiver"


def test_who_the_person_is_with_may_be_typed_where_a_department_is_asked_for(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        > Evje og Hornnes kommune
        Kontaktperson – Sørlandet sykehus HF
        > Evje og Hornnes
        Klinikk og sykehussted: [Evje og Hornnes]
    """)
    assert talk.draft.members[0].party == "m4219"


def test_a_cost_may_be_written_on_one_line(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Sykepleier, 50 %, Evje og Hornnes, 162.500,-
        Hva kostnaden gjelder
        Sykepleier, 50 %
        Jeg leste 162 500 kr
        Er det flere kostnader?
        > ja
        > Utstyr, 85 000
        Hvem har kostnaden?
        > det er sykehuset i sørlandet
        Det er ikke blant alternativene.
        > sørlandet tar den
        Er det flere kostnader?
        > ja
        > Kurs, ikke bestemt
        Hva kostnaden gjelder: [Kurs, ikke bestemt]
    """)
    assert (talk.value("cost_party#1"), talk.value("cost_nok#1")) == ("m4219", 162_500)
    assert (talk.value("cost_party#2"), talk.value("cost_nok#2")) == ("hsorlandet-sykehus", 85_000)


def test_the_year_of_a_cost_may_stand_on_its_line_where_there_are_several(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > endre periode
        > august 2027 – juli 2028
        > endre kostnad
        > Lege 20 %, sykehuset, 2028, 163'
        Er det flere kostnader?
    """)
    assert (talk.value("cost_year#1"), talk.value("cost_nok#1")) == ("2028", 163_000)


def test_what_to_write_an_example_and_what_is_missing_may_be_asked_for_in_ones_own_words(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > hva skal jeg skrive her?
        Hva heter tiltaket?
        > har du et eksempel?
        Felles jordmorvakt
        > hva mangler?
        Hva heter tiltaket?
    """)
    assert talk.value("title") is None
    assert talk.draft.set_aside == ()


def test_what_is_for_each_year_may_be_written_for_the_years_by_name(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > endre periode
        > august 2027 – juli 2028
        > endre egeninnsats Sørlandet
        > årsverk og penger
        > 50 000 i 2027 og 60 000 i 2028
        50 000 kr
        60 000 kr
        > ja
        > 0,2 begge år
        > ja
        > endre søknadsbeløp Evje og Hornnes 2027
        > 2027: 85', 2028: 0
        > ja
    """)
    values = {"own_money": [50_000, 60_000], "own_full_time": [200, 200]}
    for name, by_year in values.items():
        assert [talk.value(f"{name}@hsorlandet-sykehus/{year}") for year in (2027, 2028)] == by_year
    assert [talk.value(f"applied@m4219/{year}") for year in (2027, 2028)] == [85_000, 0]


def test_years_that_cannot_all_be_read_are_asked_for_one_at_a_time(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > endre periode
        > august 2027 – juli 2028
        > endre søknadsbeløp Evje og Hornnes 2027
        > 50 000 i 2027 og 60 000 i 2031
        Skriv ett beløp
        > 50 000 i 2027 og mye i 2028
        Skriv ett beløp
    """)
    assert talk.value("applied@m4219/2027") is None


def test_a_date_without_its_year_is_asked_for_again_and_the_rest_of_the_line_is_kept(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > endre enighet Evje og Hornnes
        > Ja, Anne Prøve, kommunedirektør, 10. november
        Den som bekrefter: [Anne Prøve]
        Skriv en dato, for eksempel 15.11.2026.
        > 10.11.26
        10. november 2026
    """)
    assert talk.value("confirmer_role@m4219") == "kommunedirektør"


def test_what_is_told_with_a_yes_goes_to_its_questions(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > endre enighet Evje og Hornnes
        > Ja, kommunedirektør Anne Prøve stadfestar i kraft av stillinga, 10.11.2026
        Ja, parten er enig
        Anne Prøve
        kommunedirektør
        10. november 2026
        Stillingen
    """)
    names = ("confirmer_name", "confirmer_role", "confirmed_on", "confirmer_authority")
    assert [talk.value(f"{name}@m4219") for name in names] == [
        "Anne Prøve",
        "kommunedirektør",
        "2026-11-10",
        "position",
    ]


def test_an_answer_that_begins_with_an_option_is_that_option_and_the_rest_is_kept(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("""
        > endre pasientansvar
        Må det avklares hvem som har ansvaret for pasientene
        > ja det er aktuelt, men det er sykehuset som vet hvordan
        Ja, det er aktuelt
        Resten av det du skrev, har jeg tatt vare på ved siden av utkastet:
        det er sykehuset som vet hvordan
    """)
    assert talk.value("responsibility_relevant") == "yes"
    assert [one.text for one in talk.draft.set_aside] == ["det er sykehuset som vet hvordan"]


def test_the_helsefellesskap_is_read_also_where_more_is_told_with_it(talk: Talk) -> None:
    talk("""
        > start
        > agder, og vi er Evje og Hornnes kommune
        Agder
        Resten av det du skrev
        vi er Evje og Hornnes kommune
        Hvilket budsjettår
    """)
    assert talk.value("community") == "agder"


def test_options_are_known_by_the_words_that_plainly_name_them_in_nynorsk_too(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        > 2027
        > sørlandet sjukehus
        Sørlandet sykehus HF
    """)
    assert talk.value("hospitals") == ["sorlandet-sykehus"]


def test_several_options_told_in_a_sentence_go_to_the_questions_they_name(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > endre områder
        > betre samarbeid og god bruk av personell på tvers. skrøpelege eldre
        Bedre samhandling
        Skrøpelige eldre
    """)
    assert talk.value("areas") == ["recruitment", "collaboration"]
    assert talk.value("groups") == ["frail_elderly"]


def test_a_cost_in_one_line_is_read_in_the_cards_field_too(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        [Lagre] Hva kostnaden gjelder=Overlege geriatri 0,5 årsverk, sykehuset, 750 000
        Overlege geriatri 0,5 årsverk
        Sørlandet sykehus HF
        Jeg leste 750 000 kr
        Er det flere kostnader?
    """)
    assert talk.value("cost_nok#1") == 750_000


def test_a_cost_typed_where_it_is_asked_whether_there_are_more_is_one_more(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege, sykehuset, 900 000
        Er det flere kostnader?
        > ja, Prosjektledelse 0,2 årsverk, Evje og Hornnes, 160 000
        Prosjektledelse 0,2 årsverk
        Jeg leste 160 000 kr
        Er det flere kostnader?
        > Kurs, Evje og Hornnes, 20 000
        Er det flere kostnader?
    """)
    assert [talk.value(f"cost_nok#{line}") for line in talk.draft.lines["cost"]] == [900_000, 160_000, 20_000]


def test_costs_under_each_other_are_a_cost_each(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.type("Prosjektledelse, Evje og Hornnes, 160 000\nKurs, Evje og Hornnes, 20 000\nLege, sykehuset, 5")
    talk("""
        Prosjektledelse
        Kurs
        Lege
        Mente du 5 kr
        > nei, 500 000
        Jeg leste 500 000 kr
        Er det flere kostnader?
    """)
    assert [talk.value(f"cost_nok#{line}") for line in talk.draft.lines["cost"]] == [160_000, 20_000, 500_000]


def test_a_cost_is_found_by_its_name_and_year_and_several_are_told_apart_by_them(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > endre periode
        > august 2027 – juli 2028
        > endre kostnad
        > Bil og *utstyr*, Evje og Hornnes, 2027, 180 000
        > ja
        > Bil og *utstyr*, Evje og Hornnes, 2028, 60 000
        > nei
        > endre beløp bil og utstyr
        Hvilket felt vil du endre?
        [Beløp – Bil og utstyr, 2027] [Beløp – Bil og utstyr, 2028]
        > endre beløp bil og *utstyr* 2028 til 70 000
        Beløp: [60 000]
        > 70 000
    """)
    assert talk.value("cost_nok#2") == 70_000


def test_a_budget_that_does_not_meet_is_mended_from_its_overview(talk: Talk) -> None:
    talk(READY)
    talk("""
        > endre søknadsbeløp Evje og Hornnes
        > 250 000
        50 000 kr for mye
        [Rett]
        Budsjettet samlet
        Finansieringen er 50 000 kr større enn kostnadene
        ! Fjern linjen
    """)


def test_no_with_another_amount_corrects_what_was_asked_about(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Sørlandet sykehus HF
        > 540
        Mente du 540 kr?
        > nei 540 000
        Jeg leste 540 000 kr
    """)
    assert talk.value("cost_nok#1") == 540_000
