"""The way through the form as a case officer reads it: help, examples, and only what applies."""

from __future__ import annotations

from dialogs.person import LANGUAGES
from tests.drafts import READY, TO_BUDGET, TO_TITLE
from tests.talking import Talk


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
        > milepæler og effekt
        Hvilken effekt venter dere
        > Færre liggedøgn
        Hvilke milepæler har tiltaket?
        (restart)
        > fortsett
        Hvilke milepæler har tiltaket?
        > Oppstart i mars
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
