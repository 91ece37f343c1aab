"""Check your answers and send: only what is whole, in two steps, and once however often it is delivered."""

from __future__ import annotations

import re

from dialogs.progress import gaps
from dialogs.view import View
from tests.drafts import READY, TO_APPLIED, TO_PERIOD
from tests.talking import Talk

CASE = re.compile(r"RST-2026-[23456789ABCDEFGHJKMNPQRSTVWXYZ]{5}")


def test_the_summary_tells_gaps_first_then_every_field_by_section(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > en gang
        > oppsummering
        Se over svarene
        ting mangler eller må rettes
        Må rettes: Periode
        Mangler: Støtte til formålet
        Utlysningen
        Helsefellesskapet Agder
        Partene
        Sørlandet sykehus HF
        Tiltaket
        Felles akutteam
        en gang
        Skriv fra og til
        Støtte til formålet: ikke besvart
    """)


def test_nothing_is_sent_while_something_is_missing_or_wrong(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("""
        > send
        Du kan ikke sende søknaden ennå. Dette må på plass først
        Mangler: Søknadsbeløp – Sørlandet sykehus HF
        ! Send nå
        > ja
        ! Kvittering
    """)
    assert talk.draft.is_draft


def test_costs_and_financing_that_do_not_meet_stop_only_the_sending(talk: Talk) -> None:
    talk(READY)
    talk("""
        > endre beløp
        > 950 000
        Finansieringen er mindre enn kostnadene: 50 000 kr mangler.
        > send
        Du kan ikke sende søknaden ennå.
        50 000 kr mangler.
        > endre beløp
        > 850 000
        50 000 kr for mye.
        > endre beløp
        > 900 000
        Ingenting mangler. Søknaden kan sendes.
    """)


def test_it_is_sent_in_two_steps_and_the_receipt_tells_all(talk: Talk) -> None:
    talk(READY)
    talk("""
        [Send søknaden]
        Send søknaden?
        Felles akutteam
        Sørlandet sykehus HF, Evje og Hornnes
        600 000 kr
        Helsefellesskapet Agder
        Søknaden er et offentlig dokument når den er mottatt.
        [Send nå] [Vent]
        [Send nå]
        Søknaden er sendt. Saksnummer: RST-2026-
        Kvittering
        Saksnummer
        Mottatt
        16. november 2026 kl.
        Fristen er ikke kjent.
        Alle svarene
        Felles akutteam
        Sykehuset til utskriving, deretter kommunen.
    """)
    assert CASE.fullmatch(talk.draft.case_number or "")
    assert talk.draft.submissions[0].late == "not_known"


def test_the_margin_to_the_deadline_stands_in_the_receipt(talk: Talk) -> None:
    talk.call("agder", year=2027, deadline="2026-12-15", time="12:00")
    talk(READY)
    talk("""
        > send
        ! fristen
        > ja
        15. desember 2026 kl. 12:00:00: mottatt 29 d
        før fristen
    """)
    assert talk.draft.submissions[0].late == "in_time"


def test_what_comes_after_the_deadline_is_sent_and_marked(talk: Talk) -> None:
    talk.call("agder", year=2027, deadline="2026-11-10")
    talk(READY)
    talk("""
        > send
        Søknadsfristen var 10. november 2026.
        Send søknaden?
        > ja
        etter fristen
    """)
    assert talk.draft.submissions[0].late == "late"


def test_waiting_sends_nothing_and_the_old_button_then_sends_nothing_either(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        [Vent]
        Ikke sendt. Utkastet er lagret.
        [Send nå på «Send søknaden?»]
        Dette er det allerede svart på.
    """)
    assert talk.draft.is_draft


def test_what_the_buttons_say_can_be_typed(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        > vent
        Ikke sendt. Utkastet er lagret.
        > send
        > Send nå
        Kvittering
    """)


def test_what_changed_between_the_two_steps_is_shown_anew(talk: Talk) -> None:
    talk(READY)
    talk.let_in("Ola")
    talk("""
        > send
        Send søknaden?
        (Ola)
        > endre tittel
        > Olas tittel
        (Kari)
        (6 minutes later)
        [Send nå]
        Søknaden er endret siden du så den. Se over på nytt:
        Send søknaden?
        Olas tittel
        [Send nå på «Felles akutteam»]
        Dette er det allerede svart på.
    """)
    assert talk.draft.is_draft
    talk("""
        [Send nå]
        Søknaden er sendt.
    """)


def test_a_double_click_a_redelivery_an_old_card_and_another_client_give_the_same_number(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        [Send nå]
        Søknaden er sendt.
    """)
    number = talk.draft.case_number
    for line in ("(again)", "(again)", "(restart)", "(again)", "[Send nå på «Send søknaden?»]"):
        talk(line)
        if not line.startswith("(r"):
            assert any(f"Saksnummer: {number}" in said for said in talk.said), talk.said
            assert not any("Kvittering" in said for said in talk.said)
    talk("> ja")
    talk("> send")
    assert len(talk.records("case")) == len(talk.records("submission")) == 1
    assert len(talk.draft.submissions) == 1
    assert len(talk.outbox("folder")) == len(talk.outbox("notice")) == 1


def test_two_clients_of_two_members_send_it_once(talk: Talk) -> None:
    talk(READY)
    talk.let_in("Ola")
    talk("""
        > send
        (Ola)
        > send
        Send søknaden?
        [Send nå]
        Søknaden er sendt.
        (Kari)
        [Send nå]
        Søknaden er sendt.
        ! Kvittering
    """)
    assert len(talk.records("case")) == 1


def test_afterwards_the_draft_is_closed_and_old_cards_answer_politely(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        > ja
        Kvittering
    """)
    before = talk.draft
    talk("""
        [Lagre på «Hva heter tiltaket?»] Tittel=For sent
        er sendt og kan ikke endres her
        > endre tittel
        er sendt og kan ikke endres her
        > Takk for hjelpen!
        Bare hyggelig!
        > En ting til om tiltaket
        er sendt og kan ikke endres her
        > tilbake
        er sendt og kan ikke endres her
        > slett utkast
        er sendt og kan ikke endres her
        > fortsett
        er sendt og kan ikke endres her
        [Kvittering] [Start en søknad] [Mine søknader]
        > kvittering
        Kvittering
        > status
        Status
    """)
    assert talk.draft.answers == before.answers
    assert talk.draft.submissions == before.submissions


def test_a_yes_to_an_old_doubt_changes_nothing_in_what_a_colleague_has_sent(talk: Talk) -> None:
    talk(READY)
    talk.let_in("Ola")
    talk("""
        > endre tittel
        > Hva med ambulansen?
        Var dette svaret på spørsmålet
        (Ola)
        > send
        > ja
        Kvittering
        (Kari)
        > svar
        er sendt og kan ikke endres her
    """)
    assert talk.value("title") == "Felles akutteam"


def test_what_is_hidden_is_not_asked_not_shown_and_does_not_stop_the_sending(talk: Talk) -> None:
    talk(READY)
    talk("""
        > endre tillegg
        > faser
        > hopp over
        > endre tillegg
        > nei takk
        Ingenting mangler. Søknaden kan sendes.
        ! Ansvar fase for fase
    """)


def test_what_is_sent_is_valid_also_when_looked_at_again(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        > ja
    """)
    view = View(talk.draft, talk.context)
    assert gaps(view) == ()
    assert all(view.answer(field) is not None for field in view.fields)


def test_the_receipt_is_in_the_persons_language(talk: Talk) -> None:
    talk(READY)
    talk("""
        > nynorsk
        > send
        > ja
        Kvittering
        Saksnummer
        Motteken
    """)


def test_a_new_application_can_be_begun_after_one_is_sent(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        > ja
        > start
        Da begynner vi.
        Hvilket helsefellesskap søker dere i?
        > mine søknader
        Uten tittel ennå
        Felles akutteam
        Sendt som RST-2026-
    """)


def test_another_community_gets_its_documents_for_the_ordinary_way(talk: Talk) -> None:
    other = READY.replace("> Agder", "> ikke her").replace("> Sørlandet sykehus\n", "> Fjellsykehuset HF\n")
    talk(other.replace("> Sørlandet sykehus HF", "> Fjellsykehuset HF"))
    talk("""
        > send
        Jeg har ingen opplysninger om utlysningen i helsefellesskapet deres.
        > ja
        Kvittering
    """)
