"""What can be said at any moment, in the three languages: it never becomes an answer, and no question is lost."""

from __future__ import annotations

import pytest

from dialogs.events import Command
from tests.drafts import READY, TO_APPLIED, TO_BUDGET, TO_PARTIES, TO_PERIOD, TO_TITLE
from tests.talking import Talk


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "bokmål",
            """
            > hjelp
            Skriv «hjelp alt» for å se alt du kan skrive.
            Beskriv tiltaket i noen få setninger.
            For eksempel:
            > hjelp alt
            «tilbake» · «hopp over» · «endre» og navnet på feltet
            Beskriv tiltaket i noen få setninger.
            > status
            spørsmål er besvart
            Beskriv tiltaket i noen få setninger.
            > hopp over
            Hoppet over.
            Hva skal dere gjøre?
            > tilbake
            Beskriv tiltaket i noen få setninger.
            > tilbake
            Hva heter tiltaket?
            Tittel: [Felles akutteam]
            > oppsummering
            Se over svarene
            > avbryt
            Greit. Utkastet er lagret
            > fortsett
            Det mangler
            > endre tittel
            Hva heter tiltaket?
            > mine søknader
            Mine søknader
            > send
            Du kan ikke sende søknaden ennå.
            > kvittering
            Ingen søknad er sendt herfra ennå
            > slett utkast
            Vil du slette hele utkastet?
            > nei
            Utkastet står som før.
            """,
        ),
        (
            "nynorsk",
            """
            > hjelp
            Skriv «hjelp alt» for å sjå alt du kan skrive.
            Beskriv tiltaket
            > kommandoar
            «tilbake»
            > status
            spørsmål er svart på
            > hopp over
            Hoppa over.
            Kva skal de gjere?
            > attende
            > attende
            Kva heiter tiltaket?
            > oppsummering
            Sjå over svara
            > avbryt
            Greitt. Utkastet er lagra
            > hald fram
            Det manglar
            > endre tittel
            Kva heiter tiltaket?
            > søknadene mine
            Mine søknader
            > send
            Du kan ikkje sende søknaden enno.
            > slett utkast
            Vil du slette heile utkastet?
            > nei
            Utkastet står som før.
            """,
        ),
        (
            "english",
            """
            > help
            Write “help all” to see everything you can write.
            Describe the measure in a few sentences.
            > help all
            “back”
            Describe the measure in a few sentences.
            > status
            questions are answered
            > skip
            Skipped.
            What are you going to do?
            > back
            > back
            What is the measure called?
            > summary
            Check your answers
            > cancel
            The draft is saved
            > continue
            missing
            > change title
            What is the measure called?
            > my applications
            My applications
            > send
            cannot be sent yet
            > delete draft
            Do you want to delete the whole draft?
            > no
            The draft is as before.
            """,
        ),
    ],
)
def test_every_command_is_understood_in_the_persons_language(talk: Talk, language: str, lines: str) -> None:
    talk(TO_TITLE)
    talk("> Felles akutteam")
    talk(f"> {language}")
    talk(lines)


def test_commands_are_understood_in_every_language_whatever_the_person_reads(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Felles akutteam
        > Back
        Hva heter tiltaket?
        > continue
        Beskriv tiltaket
        > SUMMARY
        Se over svarene
        > Hald fram!
        Beskriv tiltaket
        > «hjelp»
        Beskriv tiltaket
    """)


def test_each_command_that_can_be_typed_has_words_in_every_language(talk: Talk) -> None:
    typed = {command for command, _ in talk.phrases.commands.values()} | {c for _, c in talk.phrases.openers}
    assert typed == set(Command) - {Command.ASK, Command.SHOW_ENTRY}
    for phrases in (talk.phrases.commands, *talk.phrases.replies.values()):
        assert all(phrase == phrase.casefold().strip() for phrase in phrases)


def test_no_word_means_two_things(talk: Talk) -> None:
    texts = talk.context.texts
    meanings: dict[str, set[str]] = {}
    for command in Command:
        for language in ("nb", "nn", "en"):
            if texts.has(language, f"c-{command}"):
                for phrase in texts.phrases(language, f"c-{command}"):
                    meanings.setdefault(phrase.casefold(), set()).add(command)
    assert {phrase: found for phrase, found in meanings.items() if len(found) > 1} == {}


# --- Back and forth.


def test_going_back_keeps_the_value_and_the_first_question_has_none_before_it(talk: Talk) -> None:
    talk("""
        > start
        > tilbake
        Dette er det første spørsmålet.
        Hvilket helsefellesskap søker dere i?
        > Agder
        > tilbake
        Hvilket helsefellesskap søker dere i?
        Helsefellesskap: [Helsefellesskapet Agder ▾]
        > neste
        Hvilket budsjettår gjelder søknaden?
        > 2027
        [Tilbake]
        Hvilket budsjettår gjelder søknaden?
        Budsjettår: [ ] 2026 [x] 2027
        [Lagre]
        Hvilket helseforetak eller sykehus er med?
    """)


def test_back_on_an_old_card_is_the_page_before_that_card(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        [Tilbake på «Hvilket budsjettår gjelder søknaden?»]
        Hvilket helsefellesskap søker dere i?
        (again)
        ! budsjettår
    """)


def test_from_the_summary_back_is_the_last_page(talk: Talk) -> None:
    talk(READY)
    talk("""
        > tilbake
        Er det noe av dette dere vil ta med?
    """)


def test_what_was_skipped_is_missing_and_asked_last(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > hopp over
        Hoppet over. Det må fylles ut før dere sender søknaden, så jeg spør igjen til slutt.
        Beskriv tiltaket i noen få setninger.
    """)


def test_a_skipped_question_comes_again_at_the_end_and_can_be_skipped_once_more(talk: Talk) -> None:
    talk(
        READY.replace("> Felles akutteam", "> hopp over").replace("Ingenting mangler", "Hva heter tiltaket?")
    )
    talk("""
        > hopp over
        Se over svarene
        Mangler: Tittel
        > fortsett
        Det mangler ett svar.
        Hva heter tiltaket?
        > Felles akutteam
        Ingenting mangler. Søknaden kan sendes.
    """)


def test_skipping_keeps_what_was_typed_wrong(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > en gang
        > hopp over
        Hoppet over.
        > endre periode
        Periode: [en gang]
    """)


def test_skipping_a_good_answer_takes_nothing_away(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > endre tittel
        > hopp over
        Når skal tiltaket gjennomføres?
    """)
    assert talk.value("title") == "Felles akutteam"


# --- Change by name.


def test_a_field_is_changed_by_its_name_by_other_names_and_with_typos(talk: Talk) -> None:
    talk(READY)
    for typed, question in (
        ("endre tittel", "Hva heter tiltaket?"),
        ("endre titel", "Hva heter tiltaket?"),
        ("endre navn på tiltaket", "Hva heter tiltaket?"),
        ("endre samandrag", "Beskriv tiltaket i noen få setninger."),
        ("rediger målgruppe", "Hvem er tiltaket for?"),
        ("endre kommune", "Hvilke kommuner er med?"),
        ("endre sykehus", "Hvilket helseforetak eller sykehus er med?"),
        ("endre perioden", "Når skal tiltaket gjennomføres?"),
        ("endre tidsrom", "Når skal tiltaket gjennomføres?"),
        ("change title", "Hva heter tiltaket?"),
        ("endre mva", "Hva er med i beløpene?"),
        ("endre leder", "Hvilken part leder tiltaket?"),
        ("endre kontakt Evje og Hornnes", "Hvem er kontaktperson?"),
        ("endre e-post Sørlandet sykehus HF", "Hvilken e-postadresse har kontaktpersonen?"),
        ("endre epost sørlandet", "Hvilken e-postadresse har kontaktpersonen?"),
        ("endre egeninnsats Evje og Hornnes", "Hva bidrar parten med selv?"),
        ("endre beløp", "Hvor mye koster det?"),
        ("endre kostnad 1", "Hva skal dere bruke penger på?"),
        ("endre målform", "På hvilket språk skal søknaden og avtalen stå?"),
    ):
        talk("> oppsummering")
        talk.type(typed)
        assert question in talk.said, (typed, talk.said[:6])


def test_several_fields_of_one_name_are_offered(talk: Talk) -> None:
    talk(READY)
    talk("""
        > endre kontakt
        Hvilket felt vil du endre?
        [Navn på kontaktperson – Sørlandet sykehus HF] [Navn på kontaktperson – Evje og Hornnes]
        [Navn på kontaktperson – Evje og Hornnes]
        Kontaktperson – Evje og Hornnes
        Hvem er kontaktperson?
        Navn på kontaktperson: [Per Prøve]
        > endre søknadsbeløp
        Hvilket felt vil du endre?
        [Søknadsbeløp – Sørlandet sykehus HF] [Søknadsbeløp – Evje og Hornnes]
        > 2
        Søknadsbeløp – Evje og Hornnes
        > endre søknadsbeløp
        > Sørlandet sykehus HF
        Søknadsbeløp – Sørlandet sykehus HF
        > endre søknadsbeløp
        > nei
        Hvor mye av tilskuddet skal parten ha?
        > endre søknadsbeløp
        [Søknadsbeløp – Sørlandet sykehus HF] [Søknadsbeløp – Evje og Hornnes]
    """)


def test_an_unknown_field_is_said_to_be_unknown_and_the_question_is_asked_again(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > endre xyzzy
        Jeg finner ikke noe felt som heter det.
        xyzzy
        Hvem har kostnaden?
    """)


def test_change_alone_shows_all_and_a_change_returns_to_where_one_was(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > endre
        Se over svarene
        > fortsett
        Når skal tiltaket gjennomføres?
        > endre tittel
        Hva heter tiltaket?
        > Et annet navn
        Et annet navn
        Når skal tiltaket gjennomføres?
        > oppsummering
        [Endre ved «Hvor»]
        Hvor skal tiltaket gjennomføres?
        > Overalt
        Se over svarene
        Overalt
    """)


def test_a_change_from_the_summary_survives_a_restart(talk: Talk) -> None:
    talk(READY)
    talk("""
        [Endre ved «Tittel»]
        Hva heter tiltaket?
        (restart)
        (3 weeks later)
        > fortsett
        Hva heter tiltaket?
        > Et nytt navn
        Se over svarene
        Et nytt navn
    """)


# --- Lines.


def test_a_cost_is_added_and_taken_away_by_card_and_by_typing(talk: Talk) -> None:
    talk(READY)
    talk("""
        > legg til kostnad
        Kostnad 2
        Hva skal dere bruke penger på?
        > Sykepleier
        > Evje og Hornnes
        > 100 000
        Se over svarene
        Kostnad 2
        Sykepleier
        [Legg til kostnad]
        Kostnad 3
        [Fjern linjen]
        Linjen er fjernet.
        > fjern kostnad 2
        Linjen er fjernet.
        > fjern kostnad 7
        Det er bare én linje. Du kan endre den.
    """)
    assert list(talk.draft.lines["cost"]) == ["1"]
    assert talk.value("cost_what#2") == "Sykepleier"
    talk("> ny kostnad")
    assert list(talk.draft.lines["cost"]) == ["1", "3"]


# --- A question in the middle.


def test_a_question_in_the_middle_of_a_field_is_never_stored_as_an_answer(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > kan vi søke om lønn?
        Dette finner jeg ikke i kildene.
        Hvor mye koster det?
        > hva er fristen for oss
        Dette finner jeg ikke i kildene.
        Hvor mye koster det?
        > 300 000
        Jeg leste 300 000 kr
    """)


def test_in_free_text_one_tap_tells_which_was_meant(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Hva med ambulansen?
        Var dette svaret på spørsmålet, eller et spørsmål til meg?
        Hva med ambulansen?
        [Svar på spørsmålet] [Et spørsmål]
        [Et spørsmål]
        Dette finner jeg ikke i kildene.
        Hva heter tiltaket?
        > Hva med ambulansen?
        > svar
        Hva med ambulansen?
        Beskriv tiltaket i noen få setninger.
        > Hva gjør vi med ventetidene?
        (restart)
        > et spørsmål
        Dette finner jeg ikke i kildene.
        Beskriv tiltaket i noen få setninger.
    """)
    assert talk.value("title") == "Hva med ambulansen?"
    assert talk.value("summary") is None


def test_a_question_that_was_never_cleared_up_is_not_lost(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Hva med ambulansen?
        Var dette svaret på spørsmålet
        > Felles akutteam
        Felles akutteam
        > oppsummering
        Ved siden av utkastet
        Hva med ambulansen?
    """)


def test_an_announced_question_is_a_question_whatever_it_looks_like(talk: Talk) -> None:
    talk.arrive()
    talk("""
        [Still et spørsmål]
        Skriv spørsmålet ditt.
        > kommunedirektørens underskrift
        Dette finner jeg ikke i kildene.
    """)
    talk(TO_TITLE)
    talk("""
        [Still et spørsmål på «Hei»]
        Skriv spørsmålet ditt.
        > underskrift
        Dette finner jeg ikke i kildene.
        Hva heter tiltaket?
        > Felles akutteam
        Felles akutteam
    """)


def test_a_sentence_with_a_question_mark_in_it_is_an_answer_to_a_long_text(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Felles akutteam
        > Hvorfor gjør vi dette?
        >> Fordi pasientene venter.
        Fordi pasientene venter.
        Hva skal dere gjøre?
    """)
    assert talk.value("summary").startswith("Hvorfor gjør vi dette?")


def test_an_amount_with_a_question_mark_is_an_amount_to_be_seen(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("""
        > er 300 000 greit?
        Dette finner jeg ikke i kildene.
        Søknadsbeløp – Sørlandet sykehus HF
    """)


def test_commands_beside_an_open_yes_or_no_leave_it_open(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > 1.200
        Mente du 1 200 kr?
        > nynorsk
        Meinte du 1 200 kr?
        > personvern
        Meinte du 1 200 kr?
        > hjelp
        Meinte du 1 200 kr?
        > ja
        Eg las 1 200 kr
    """)


def test_a_new_contact_is_never_a_command(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        > Medisinsk klinikk
        > Pause Pedersen
        Pause Pedersen
        Hvilken rolle har kontaktpersonen?
    """)
