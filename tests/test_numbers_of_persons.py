"""National identity numbers in the conversation: taken out before anything is kept, and the rest is not lost."""

from __future__ import annotations

from tests.drafts import TO_PARTIES, TO_PERIOD, TO_TITLE
from tests.talking import Talk

NUMBER = "018190 00049"
ACCOUNT = "1234 56 78903"


def test_a_number_is_taken_out_and_the_rest_is_kept_and_shown(talk: Talk) -> None:
    talk(TO_TITLE)
    talk(f"""
        > Hjelp til {NUMBER} og familien
        Det så ut som et fødselsnummer. Jeg har tatt det ut og ikke lagret det.
        Slett også meldingen din i Teams.
        Hva heter tiltaket?
        Tittel: [Hjelp til [nummer fjernet] og familien]
        > Hjelp til familier
        Beskriv tiltaket
    """)
    assert not holds_digits(talk, NUMBER)


def test_a_number_on_a_card_is_taken_out_of_that_field_only(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk(f"""
        [Lagre] Klinikk og sykehussted=Akuttklinikken; Navn på kontaktperson=Kari {NUMBER}
        Det så ut som et fødselsnummer.
        Navn på kontaktperson: [Kari [nummer fjernet]]
    """)
    assert talk.value("unit@hsorlandet-sykehus") == "Akuttklinikken"
    assert not holds_digits(talk, NUMBER)


def test_a_number_in_a_question_before_the_start_and_beside_the_form_is_taken_out(talk: Talk) -> None:
    talk(f"""
        > hei jeg har {NUMBER}
        Det så ut som et fødselsnummer. Jeg har tatt det ut og ikke lagret det.
        > start
        > kan {NUMBER} få penger?
        Det så ut som et fødselsnummer.
        Dette finner jeg ikke i kildene.
        Hvilket helsefellesskap søker dere i?
        > avbryt
        > Noe om {NUMBER}
        Det så ut som et fødselsnummer.
        Noe om [nummer fjernet]
    """)
    assert not holds_digits(talk, NUMBER)


def test_a_question_with_a_number_takes_no_answer_away(talk: Talk) -> None:
    talk(TO_TITLE)
    talk(f"""
        > Felles akutteam
        > tilbake
        > Hva med {NUMBER}?
        Det så ut som et fødselsnummer.
        Var dette svaret på spørsmålet, eller et spørsmål til meg?
        Hva med [nummer fjernet]?
        > et spørsmål
        Hva heter tiltaket?
    """)
    assert talk.value("title") == "Felles akutteam"


def test_eleven_digits_are_masked_until_the_person_has_said_what_they_are(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk(f"""
        > endre hvor
        > På kontoret, konto {ACCOUNT}
        Det står elleve siffer i teksten. Er det et fødselsnummer?
        På kontoret, konto [elleve siffer]
        [Ja] [Nei]
    """)
    assert not holds_digits(talk, ACCOUNT)
    talk(f"""
        > nei
        På kontoret, konto {ACCOUNT}
    """)
    assert talk.value("where") == f"På kontoret, konto {ACCOUNT}"


def test_eleven_digits_that_are_a_persons_stay_out(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk(f"""
        > endre hvor
        > På kontoret, {ACCOUNT}
        [Ja]
        Det så ut som et fødselsnummer. Jeg har tatt det ut
        Hvor: [På kontoret, [elleve siffer]]
    """)
    assert not holds_digits(talk, ACCOUNT)


def test_after_a_restart_the_digits_are_gone_and_must_be_written_again(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk(f"""
        > endre hvor
        > På kontoret, {ACCOUNT}
        Det står elleve siffer i teksten.
        (restart)
        > nei
        Jeg har ikke sifrene lenger. Skriv svaret på nytt.
        Hvor skal tiltaket gjennomføres?
        > På kontoret, {ACCOUNT}
        Det står elleve siffer i teksten.
        > nei
        På kontoret, {ACCOUNT}
    """)


def test_digits_that_were_accepted_are_not_asked_about_at_each_save(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk(f"""
        > endre hvor
        > På kontoret, {ACCOUNT}
        > nei
        > endre hvor
        [Lagre] For hvem=Alle som trenger det
        ! elleve siffer
        Alle som trenger det
        > endre hvor
        > På et annet kontor, {ACCOUNT}
        ! elleve siffer
        På et annet kontor
        > endre for hvem
        > De med konto {ACCOUNT}
        Det står elleve siffer i teksten.
        (restart)
        [Nei]
        Jeg har ikke sifrene lenger.
    """)
    assert talk.value("where") == f"På et annet kontor, {ACCOUNT}"


def test_the_digits_are_in_the_open_nowhere_but_in_the_accepted_answer(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk(f"""
        > endre hvor
        [Lagre] Hvor=På kontoret, {ACCOUNT}
        Det står elleve siffer i teksten.
    """)
    assert not holds_digits(talk, ACCOUNT)
    talk("[Nei]")
    talk("> endre hvor")
    talk("> Et nytt sted")
    assert not holds_digits(talk, ACCOUNT, kinds=("application",))  # «angre» knows them as long as it may


def test_a_double_save_of_eleven_digits_asks_once(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk(f"""
        > endre hvor
        [Lagre] Hvor=På kontoret, {ACCOUNT}
        Det står elleve siffer i teksten.
        (again)
        ! Det står elleve siffer i teksten.
        [Nei]
        På kontoret, {ACCOUNT}
    """)


def test_a_display_name_with_a_number_is_kept_without_it(talk: Talk) -> None:
    talk.be("Kari", called=f"Kari {NUMBER}")
    talk("> start")
    assert "[nummer fjernet]" in talk.draft.members[0].name
    assert not holds_digits(talk, NUMBER, kinds=("person", "application"))


def test_invisible_controls_are_refused_with_a_sentence_and_the_text_is_kept(talk: Talk) -> None:
    talk(TO_TITLE)
    talk.type("Felles\u202e akutteam")
    assert any("usynlige styretegn" in line for line in talk.said)
    assert talk.draft.answers["title"].raw == "Felles akutteam"
    talk.type("\u202e\x00")
    assert any("bare usynlige styretegn" in line for line in talk.said)
    talk("""
        [Lagre]
        Felles akutteam
    """)
    assert talk.value("title") == "Felles akutteam"


def test_text_as_people_paste_it_comes_out_as_typed(talk: Talk) -> None:
    talk(TO_TITLE)
    for typed in (
        "Team 👩‍⚕️ – <b>fett</b> & [lenke](http://example.org) **stjerner** _strek_",
        "=SUM(A1:A3)",
        "{ $name } | ~ `x`",
    ):
        talk("> endre tittel")
        talk.type(typed)
        assert talk.value("title") == typed
        assert typed in talk.said
    talk("> endre sammendrag")
    talk.type("\uf0b7 et punkt\r\n\uf0b7 to punkt")
    assert talk.value("summary") == "• et punkt\n• to punkt"


def holds_digits(talk: Talk, digits: str, kinds: tuple[str, ...] = ()) -> bool:
    """Whether the digits stand anywhere in what is kept, however they are set apart."""
    kept = repr([talk.records(kind) for kind in kinds]) if kinds else talk.everything()
    bare = "".join(sign for sign in kept if sign.isdigit())
    return "".join(digits.split()) in bare
