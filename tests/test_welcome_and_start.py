"""Welcome, languages, and what is said of the call before anything is written."""

from __future__ import annotations

from tests.drafts import READY, TO_TITLE
from tests.talking import Account, Talk


def test_the_welcome_comes_once_however_often_clients_open_the_chat(talk: Talk) -> None:
    talk.arrive()
    assert "Hei! Jeg hjelper dere å søke" in talk.said[0]
    assert any("bare du og de som er med i søknaden" in line for line in talk.said)
    assert "[Start en søknad] [Dette trenger du] [Still et spørsmål] [Språk]" in talk.said
    for _ in range(3):
        talk.arrive()
        assert talk.said == []


def test_the_welcome_is_in_the_language_of_the_client(talk: Talk) -> None:
    talk.accounts |= {"Ragnhild": Account(locale="nn-NO"), "Ann": Account(locale="en-GB")}
    for who, hello in (
        ("Ragnhild", "Hei! Eg hjelper"),
        ("Ann", "Hello! I help"),
        ("Kari", "Hei! Jeg hjelper"),
    ):
        talk.be(who)
        talk.arrive()
        assert hello in talk.said[0]


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
        > ja
        Du har ingen søknad åpen. Skriv «start» for å begynne
        > jeg vil ha penger til et team
        Dette finner jeg ikke i kildene.
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
