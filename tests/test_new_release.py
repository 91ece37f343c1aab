"""A new release with other questions, while conversations are open: nothing is lost, and nobody is lost either."""

from __future__ import annotations

import pytest

from dialogs.questions import Nok, Text
from tests.drafts import READY, TO_PERIOD, TO_TITLE
from tests.releases import (
    NEW,
    TITLE_AS_CHOICE,
    texts_of_any_release,
    turned_round,
    with_kind,
    with_new,
    with_new_beside,
    without,
)
from tests.talking import Talk


@pytest.fixture
def talk(talk: Talk) -> Talk:
    talk.use_texts(texts_of_any_release())
    return talk


def test_a_new_question_is_asked_in_its_place_and_the_open_one_first(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk.restart(with_new(talk.context.form, before="title"))
    talk("""
        > 2027
        1. januar 2027 – 31. desember 2027
        Når er tilbudet åpent?
        > Hele døgnet
        Hvordan støtter tiltaket opp om formålet
    """)
    assert talk.value(NEW) == "Hele døgnet"


def test_a_complete_draft_lacks_the_new_question_and_is_not_sent_without_it(talk: Talk) -> None:
    talk(READY)
    talk("> send")
    talk.restart(with_new(talk.context.form, before="what"))
    talk("""
        > ja
        Søknaden er endret siden du så den.
        Du kan ikke sende søknaden ennå.
        Mangler: Åpningstid
        > fortsett
        Når er tilbudet åpent?
        > Hele døgnet
        Ingenting mangler
        > send
        > ja
        Kvittering
        Åpningstid
        Hele døgnet
    """)


def test_what_is_typed_for_a_question_that_is_gone_is_kept_beside_the_draft(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk.restart(without(talk.context.form, "period"))
    talk("""
        > 2027
        Jeg vet ikke hvilket spørsmål dette svarer på.
        [Fortsett]
        Hvordan støtter tiltaket opp om formålet
        > oppsummering
        Ved siden av utkastet
        2027
    """)


def test_an_old_card_with_a_question_that_is_gone_keeps_its_words(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk.restart(without(talk.context.form, "for_whom"))
    talk("""
        [Lagre] For hvem=Alle som venter; Periode=2027
        1. januar 2027 – 31. desember 2027
        > oppsummering
        Ved siden av utkastet
        Alle som venter
    """)


def test_a_question_that_comes_back_has_its_answer(talk: Talk) -> None:
    talk(READY)
    form = talk.context.form
    talk.restart(without(form, "title"))
    talk("""
        > oppsummering
        ! Felles akutteam
        Ingenting mangler
    """)
    talk.restart(form)
    talk("""
        > oppsummering
        Ingenting mangler
        Felles akutteam
    """)


def test_questions_in_another_order_leave_the_open_one_open(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk.restart(turned_round(talk.context.form))
    talk("""
        > 2027
        1. januar 2027
        Er det noe av dette dere vil ta med?
        > nei takk
        På hvilket språk
    """)
    assert talk.value("period") == ["2027-01-01", "2027-12-31"]


def test_a_card_that_was_drawn_before_a_page_grew_is_taken_and_the_rest_is_asked(talk: Talk) -> None:
    talk(TO_TITLE)
    talk.restart(with_new_beside(talk.context.form, beside="title"))
    talk("""
        [Lagre] Tittel=Felles akutteam; Sammendrag=Kort
        Når er tilbudet åpent?
        Tittel: [Felles akutteam]
        > Hele døgnet
        Hva skal dere gjøre?
    """)


@pytest.mark.parametrize("kind", [Nok(), TITLE_AS_CHOICE, Text(5)], ids=["amount", "choice", "shorter"])
def test_an_answer_that_no_longer_fits_is_shown_as_wrong_and_asked_again(talk: Talk, kind: Nok) -> None:
    talk(READY)
    talk.restart(with_kind(talk.context.form, "title", kind))
    talk("""
        > send
        Du kan ikke sende søknaden ennå.
        Må rettes: Tittel
        > fortsett
        Hva heter tiltaket?
        Svaret passer ikke lenger. Svar på nytt.
    """)


def test_an_answer_of_another_sort_than_the_form_reads_breaks_nothing(talk: Talk) -> None:
    talk(READY)
    form = talk.context.form
    for name in form.questions():
        talk.restart(with_kind(form, name, Text(200)))
        talk("> oppsummering")
        talk.restart(with_kind(form, name, Nok()))
        talk("> oppsummering")
        talk("> fortsett")
        talk("> status")
    talk.restart(form)
    talk("""
        > oppsummering
        Ingenting mangler
    """)


def test_every_question_may_go_and_come_back(talk: Talk) -> None:
    talk(READY)
    form = talk.context.form
    answers = talk.draft.answers
    for name in form.questions():
        talk.restart(without(form, name))
        talk("> oppsummering")
        talk("> fortsett")
    talk.restart(form)
    talk("""
        > oppsummering
        Ingenting mangler
    """)
    assert talk.draft.answers == answers
