"""The conversation as a case officer reads it: welcome, start, the way through the form, and coming back to it."""

from __future__ import annotations

from dialogs.person import LANGUAGES
from tests.drafts import READY, TO_BUDGET, TO_PARTIES, TO_PERIOD, TO_TITLE
from tests.talking import Talk

# --- Welcome and languages.


def test_the_welcome_comes_once_however_often_clients_open_the_chat(talk: Talk) -> None:
    talk.arrive()
    assert "Hei! Jeg hjelper dere å søke" in talk.said[0]
    assert any("bare du og de som er med i søknaden" in line for line in talk.said)
    assert "[Start en søknad] [Dette trenger du] [Still et spørsmål] [Språk]" in talk.said
    for _ in range(3):
        talk.arrive()
        assert talk.said == []


def test_installing_the_bot_again_loses_nothing(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("> Felles akutteam")
    talk.arrive()
    talk("""
        > fortsett
        Beskriv tiltaket i noen få setninger.
    """)
    assert talk.value("title") == "Felles akutteam"


def test_the_language_is_each_persons_own_and_is_remembered(talk: Talk) -> None:
    talk("""
        > språk nynorsk
        Då snakkar eg nynorsk.
        > start
        Då begynner vi.
        Kva helsefellesskap søkjer de i?
        > language english
        I will use English from now on.
        Which health community are you applying in?
        (restart)
        > status
        Which health community are you applying in?
        (Ola)
        > start
        Hvilket helsefellesskap søker dere i?
        (Kari)
        > bokmål
        Da snakker jeg bokmål.
        Hvilket helsefellesskap søker dere i?
        > språk
        Hvilket språk vil du bruke?
        [Nynorsk]
        Då snakkar eg nynorsk.
    """)


def test_a_language_that_is_not_there_is_met_by_those_that_are(talk: Talk) -> None:
    talk("""
        > start
        > språk tysk
        Hvilket språk vil du bruke?
        [Bokmål] [Nynorsk] [English]
    """)


def test_privacy_is_told_at_any_moment_and_the_same_question_is_asked_again(talk: Talk) -> None:
    talk("""
        > personvern
        Det du skriver i skjemaet, lagres hos den som driver denne boten
        > start
        > personvern
        Det du skriver i skjemaet
        Hvilket helsefellesskap søker dere i?
    """)


# --- Before and at the start.


def test_all_questions_are_told_before_the_start_and_the_open_question_is_asked_again(talk: Talk) -> None:
    talk("""
        > dette trenger du
        Dette trenger du
        Regn med omtrent en time i alt.
        Utlysningen
        Helsefellesskap · Budsjettår
        [Start en søknad] [Skjemaet som Word]
        [Start en søknad]
        Hvilket helsefellesskap søker dere i?
        > hva trenger vi
        Dette trenger du
        Hvilket helsefellesskap søker dere i?
        > Agder
        Helsefellesskapet Agder
        Hvilket budsjettår gjelder søknaden?
    """)


def test_nothing_is_lost_or_begun_by_writing_before_the_start(talk: Talk) -> None:
    talk("""
        > hei
        Du har ingen søknad åpen. Skriv «start» for å begynne
        > fortsett
        Du har ingen søknad åpen.
        > oppsummering
        Du har ingen søknad åpen.
        > mine søknader
        Du har ingen søknader ennå.
    """)


def test_a_passed_deadline_is_said_at_the_start_and_stops_nobody(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        ! frist
        > 2026
        Søknadsfristen var 15. desember 2025. Du kan likevel skrive og sende
        merkes «etter fristen»
        Hvilket helseforetak eller sykehus er med?
        > Sørlandet sykehus
        ! frist
    """)


def test_an_unknown_deadline_is_said_at_the_start(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        > 2027
        Jeg kjenner ikke søknadsfristen for 2027. Spør sekretariatet.
        ! koblet
        Hvilket helseforetak eller sykehus er med?
    """)


def test_a_deadline_to_come_is_said_with_the_days_that_are_left(talk: Talk) -> None:
    talk.call("agder", year=2027, deadline="2026-12-15", time="12:00")
    talk("""
        > start
        > Agder
        > 2027
        Søknadsfristen er 15. desember 2026 kl. 12:00:00. Det er 29 dager igjen.
    """)


def test_a_closed_call_is_said_at_the_start_and_stops_nobody(talk: Talk) -> None:
    talk.call("agder", year=2027, deadline="2026-12-15", status="closed")
    talk("""
        > start
        > Agder
        > 2027
        Utlysningen er stengt, sier helsefellesskapet. Du kan likevel skrive og sende
        Hvilket helseforetak eller sykehus er med?
    """)


def test_that_no_secretariat_is_connected_is_said_at_the_start_and_at_sending(talk: Talk) -> None:
    talk.connected = frozenset()
    talk("""
        > start
        > Agder
        > 2027
        Sekretariatet for Helsefellesskapet Agder er ikke koblet til her ennå.
    """)
    talk.be("Ola")
    talk(READY)
    talk("""
        > send
        Send søknaden?
        Sekretariatet for Helsefellesskapet Agder er ikke koblet til her ennå.
    """)


def test_another_year_or_another_community_is_told_of_anew(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        > 2027
        Jeg kjenner ikke søknadsfristen for 2027.
        > endre år
        Hvilket budsjettår gjelder søknaden?
        > 2026
        Søknadsfristen var 15. desember 2025.
        > endre helsefellesskap
        > Østfold
        Jeg kjenner ikke søknadsfristen for 2026.
        Sekretariatet for Helsefellesskapet i Østfold
    """)


def test_a_community_that_is_not_known_is_a_choice_and_its_hospitals_are_typed(talk: Talk) -> None:
    talk("""
        > start
        > mitt helsefellesskap er ikke her
        Jeg har ingen opplysninger om utlysningen i helsefellesskapet deres.
        Hvilket budsjettår gjelder søknaden?
        > 2027
        Hvilket helseforetak eller sykehus er med?
        > Fjellsykehuset HF
        >> Fjordsykehuset HF
        Fjellsykehuset HF, Fjordsykehuset HF
        > Lom
        Kontaktperson – Fjellsykehuset HF
    """)


def test_a_typed_hospital_that_is_spelled_anew_keeps_its_answers(talk: Talk) -> None:
    talk("""
        > start
        > ikke her
        > 2027
        > Fjelsykehuset
        > Lom
        > Medisinsk klinikk
        > Kari Eksempel, rådgiver, kari@example.no
        > endre helseforetak
        > Fjellsykehuset HF
        Kontaktperson – Fjellsykehuset HF
        Hvilket telefonnummer har kontaktpersonen?
        > oppsummering
        Medisinsk klinikk
        Kari Eksempel
    """)


def test_the_community_is_found_by_other_names_by_its_hospital_and_with_a_typo(talk: Talk) -> None:
    for typed, name in (
        ("Helse Bergen", "bergensomradet"),
        ("sykehuset østfold", "ostfold"),
        ("helsefellesskapet agdr", "agder"),
        ("St. Olavs hospital HF", "sondre-trondelag"),
    ):
        talk("> start")
        talk(f"> {typed}")
        assert talk.value("community") == name
        talk("> slett utkast")
        talk("> ja")
        talk("> ja")


# --- Parties.


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
    talk("> status")
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


# --- The way through.


def test_progress_help_and_examples_stand_with_every_question(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > fortsett
        Del 3 av 8: Tiltaket
        Hva heter tiltaket?
        Ikke navn på enkeltpersoner
        > Felles akutteam
        Beskriv tiltaket i noen få setninger.
        Ikke enkeltpersoner; er gruppen liten, skriver dere «få» i stedet for antallet.
        > eksempel
        For eksempel: Kommunene og sykehuset deler to jordmødre
        > hopp over
        > eksempel
        For eksempel: Et forsterket utskrivningsteam
        Hva dere vil gjøre
    """)


def test_every_free_text_asks_for_no_persons_in_every_language(talk: Talk) -> None:
    words = {"nb": "enkeltpersoner", "nn": "enkeltpersonar", "en": "individual"}
    persons = {"unit", "confirmer_role", "confirmer_delegation", "other_financing_from"}
    texts = talk.context.texts
    for name, question in talk.context.form.questions().items():
        if not getattr(question.kind, "multiline", False) or question.names_person or name in persons:
            continue
        for language in LANGUAGES:
            help_text = texts.optional(language, f"q-{name}.help") or ""
            assert words[language] in help_text, (name, language)


def test_conditional_questions_come_only_when_they_apply(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Sørlandet sykehus HF
        ! Hvilket år
        > 100 000
        > nei
        > sosiale kostnader
        Hva bidrar parten med selv?
        > penger og årsverk
        Egne penger; Årsverk
        Hvor mange kroner bidrar parten med?
        > 50 000
        Hvor mange årsverk bidrar parten med?
        ! timer
        > 0,2
        Hva er årsverkene verdt i kroner?
        > hopp over
        Egeninnsats – Evje og Hornnes
        > ingen
        Hvorfor bidrar ikke parten med egne ressurser?
    """)


def test_extras_are_asked_only_on_request_and_a_small_measure_stays_small(talk: Talk) -> None:
    talk(READY)
    talk("""
        > endre tillegg
        > faser og effekt
        Hvilken effekt venter dere
        > Færre liggedøgn
        Hvem har ansvaret i hver fase
        (restart)
        > fortsett
        Hvem har ansvaret i hver fase
        > Før innleggelse: kommunen. Ellers: sykehuset.
        Se over svarene
        Ingenting mangler
    """)


def test_the_calls_own_questions_come_last(talk: Talk) -> None:
    talk(READY.replace("> 2027\n", "> 2026\n", 1).replace("Ingenting mangler", ""))
    talk("""
        > fortsett
        Hvilke vedlegg sender dere, og hvordan?
        > Signert avtale, i posten
        Hvordan er tiltaket forankret?
    """)


def test_a_word_that_is_an_option_is_an_answer_also_where_it_is_a_command(talk: Talk) -> None:
    talk(READY)
    talk("""
        > endre språk i dokumentene
        > nynorsk
        Nynorsk
        ! Då snakkar eg nynorsk
        > nynorsk
        Då snakkar eg nynorsk
    """)
    assert talk.value("document_language") == "nn"


def test_a_title_may_begin_as_a_command_does(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Rett behandling på rett sted
        Rett behandling på rett sted
        Beskriv tiltaket i noen få setninger.
        > Endre arbeidsdelingen mellom kommune og sykehus
        Endre arbeidsdelingen mellom kommune og sykehus
        Hva skal dere gjøre?
        > Språk og kultur i helsetjenesten
        Språk og kultur i helsetjenesten
    """)
    assert talk.value("title") == "Rett behandling på rett sted"


# --- Cards and typing are the same thing.


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
        Feltet er endret siden du fikk det opp. Nå står det: Et team med lege og sykepleier rykker ut sammen.
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
        > fortsett
        Hva heter tiltaket?
        > Olas tittel
        Olas tittel
        (Kari)
        > Karis tittel
        Feltet er endret siden du fikk det opp. Nå står det: Olas tittel.
        Karis tittel
        > ja
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


# --- Deeds that are no answer.


def test_what_is_not_text_gets_one_honest_reply_and_changes_nothing(talk: Talk) -> None:
    talk(TO_TITLE)
    before = talk.draft
    for deed, said in (
        (talk.edit, "Jeg ser at du endret en melding. Det endrer ikke svaret i søknaden."),
        (talk.delete, "Du slettet en melding. Svaret i søknaden står som før."),
        (talk.react, "En reaksjon endrer ingenting i søknaden."),
        (lambda: talk.attach("image/gif"), "Jeg kan ikke lese bilder."),
        (lambda: talk.attach("image/png"), "Jeg kan ikke lese bilder."),
        (lambda: talk.attach("audio/mp4"), "Jeg kan ikke høre lyd."),
        (
            lambda: talk.attach("application/vnd.microsoft.teams.file.download.info"),
            "Jeg kan ikke lese filer",
        ),
    ):
        deed()
        assert sum(said in line for line in talk.said) == 1, talk.said
        assert any("Hva heter tiltaket?" in line for line in talk.said)
        assert talk.draft == before


def test_a_question_that_waits_for_a_yes_is_asked_again_after_a_picture(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > 1.200
        Mente du 1 200 kr?
    """)
    talk.attach("image/png")
    assert any("Mente du 1 200 kr?" in line for line in talk.said)


# --- Stopping and going on.


def test_it_goes_on_at_the_right_place_after_a_restart_and_three_weeks(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        (restart)
        (3 weeks later)
        > fortsett
        Det mangler
        For hvem: [Skrøpelige eldre]
        Når skal tiltaket gjennomføres?
        > avbryt
        Greit. Utkastet er lagret; skriv «fortsett» når du vil gå videre.
        (restart)
        [Fortsett]
        Når skal tiltaket gjennomføres?
    """)


def test_typed_text_without_an_open_question_is_kept_beside_the_draft_and_shown(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > avbryt
        > Husk at vi også vil ha med ambulansen.
        Jeg vet ikke hvilket spørsmål dette svarer på. Jeg har tatt vare på teksten ved siden av utkastet.
        Husk at vi også vil ha med ambulansen.
        > oppsummering
        Ved siden av utkastet
        Husk at vi også vil ha med ambulansen.
    """)


def test_wrong_and_half_answers_are_kept_and_shown_when_one_comes_back(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > en gang neste år
        Skriv
        Periode: [en gang neste år]
        (restart)
        > fortsett
        Periode: [en gang neste år]
        > oppsummering
        Må rettes: Periode
        en gang neste år
    """)


def test_several_applications_are_listed_and_switched_between(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Det første
        > start
        Da begynner vi på en ny søknad. Den du hadde åpen, er lagret
        Det første
        Hvilket helsefellesskap søker dere i?
        > Østfold
        > mine søknader
        Mine søknader
        Uten tittel ennå
        Det første
        > åpne 2
        Beskriv tiltaket i noen få setninger.
        > Et sammendrag
        > mine søknader
        [Åpne ved «Uten tittel ennå»]
        Hvilket budsjettår gjelder søknaden?
        > åpne 17
        Mine søknader
        > åpne
        Mine søknader
    """)
    assert {a["answers"]["community"]["value"] for a in talk.records("application")} == {"agder", "ostfold"}


def test_an_old_card_of_another_draft_answers_that_draft_and_typed_text_the_question_shown_last(
    talk: Talk,
) -> None:
    talk(TO_TITLE)
    talk("""
        > start
        Da begynner vi på en ny søknad.
        [Lagre på «Hva heter tiltaket?»] Tittel=Til den gamle; Sammendrag=Kort.
        Til den gamle
        Hva skal dere gjøre?
        > Dette gjør vi.
        Dette gjør vi.
        Hvor skal tiltaket gjennomføres?
    """)
    assert talk.value("what") == "Dette gjør vi."


def test_a_draft_is_erased_only_after_two_yeses(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Hemmelig tittel
        > slett utkast
        Vil du slette hele utkastet?
        > nei
        Utkastet står som før.
        > slett utkastet
        Vil du slette hele utkastet?
        Hemmelig tittel
        > ja
        Er du helt sikker? Alt i utkastet blir borte for godt.
        > Vent litt
        > oppsummering
        Hemmelig tittel
        > slett utkast
        > ja
        [Ja på «Er du helt sikker?»]
        Utkastet er slettet.
        > fortsett
        Du har ingen søknad åpen.
        > mine søknader
        Du har ingen søknader ennå.
    """)
    assert talk.records("application") == []


def test_an_old_yes_answers_nothing_new(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > 1.200
        Mente du 1 200 kr?
        > nei
        Hvor mye koster det?
        > 1.300
        Mente du 1 300 kr?
        [Ja på «Mente du 1 200 kr?»]
        Dette er det allerede svart på.
        Mente du 1 300 kr?
    """)
    assert talk.value("cost_nok#1") is None


def test_a_card_of_a_draft_that_is_erased_is_refused_as_a_strangers_would_be(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > slett utkast
        > ja
        > ja
        [Lagre på «Hva heter tiltaket?»] Tittel=For sent
        Denne søknaden har du ikke tilgang til.
    """)
