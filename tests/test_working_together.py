"""Several write in one application at the same time: nobody overwrites another unseen, and each hears of the others."""

from __future__ import annotations

from tests.drafts import READY, TO_APPLIED, TO_BUDGET, TO_PERIOD
from tests.talking import Talk
from tests.test_proposals import HOSPITAL, MUNICIPALITY, with_per


def test_who_types_an_answer_to_a_field_that_changed_sees_both_values_and_chooses(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        > endre tittel
        (Per)
        > endre tittel
        Kari Eksempel holder på med det samme nå
        (4 minutes later)
        > Akutteam i fjellet
        (Kari)
        (4 minutes later)
        > Akutteam for alle
        Feltet er endret siden du fikk det opp
        Per Eksempel (Evje og Hornnes) endret det 16. november 2026 kl. 10.05
        Nå står det: Akutteam i fjellet.
        Akutteam for alle
        [Bruk det jeg skrev]
        > status
        Akutteam for alle
    """)


def test_who_typed_first_chooses_too_when_the_other_has_changed_it_again(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        (Per)
        > endre tittel
        (Kari)
        > endre tittel
        > Akutteam for alle
        (Per)
        > Akutteam i fjellet
        Nå står det: Akutteam for alle
        [Behold det som står]
        > status
        Akutteam for alle
    """)
    assert talk.value("title") == "Akutteam for alle"


def test_a_card_that_was_saved_late_shows_both_values_of_what_has_changed_and_takes_the_rest(
    talk: Talk,
) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        > endre tittel
        (Per)
        > endre tittel
        [Lagre på «Tittel»] Tittel=Fra Per; Sammendrag=Sammendrag fra Per
        (Kari)
        [Lagre på «Tittel»] Tittel=Fra Kari
        Feltet er endret siden du fikk det opp. Per Eksempel (Evje og Hornnes) endret det
        Nå står det: Fra Per.
        Fra Kari
        [Behold det som står]
    """)
    assert talk.value("title") == "Fra Per"


def test_who_was_asked_whether_an_amount_was_meant_sees_what_another_has_answered_meanwhile(
    talk: Talk,
) -> None:
    with_per(talk, TO_BUDGET)
    talk("""
        > Lege
        > hopp over
        > 1.200
        1
        (Per)
        > endre beløp
        > 700 000
        (Kari)
        > ja
        Nå står det: 700
        1.200
        [Behold det som står]
    """)
    assert talk.value("cost_nok#1") == 700_000


def test_half_an_answer_of_a_colleague_is_shown_as_it_was_written(talk: Talk) -> None:
    with_per(talk, TO_BUDGET)
    talk("""
        > Lege
        > Sørlandet sykehus HF
        (Per)
        > endre beløp
        (Kari)
        > ganske mye
        (Per)
        > 700 000
        Nå står det: ganske mye.
    """)


def test_a_field_that_one_is_answering_is_not_offered_to_another_for_ten_minutes(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        > fortsett
        Når skal tiltaket gjennomføres?
        (Per)
        > fortsett
        Hvordan støtter
        (Kari)
        > fortsett
        Når skal tiltaket gjennomføres?
        (Per)
        (11 minutes later)
        > fortsett
        Når skal tiltaket gjennomføres?
    """)


def test_who_has_gone_on_holds_nothing_back(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        > fortsett
        Når skal tiltaket gjennomføres?
        > oppsummering
        (Per)
        > fortsett
        Når skal tiltaket gjennomføres?
    """)


def test_who_is_the_only_one_left_with_something_to_do_is_told_who_is_at_it(talk: Talk) -> None:
    with_per(talk, TO_APPLIED)
    talk("""
        > endre søknadsbeløp Sørlandet sykehus
    """)
    pages = {one.page for one in talk.draft.at_work}
    assert pages == {f"applied@{HOSPITAL}"}


def test_the_others_hear_what_changed_in_one_message_for_many_fields(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        > 2027
        > Pasientene får hjelp nærmere hjemmet.
        > samhandling
        (Per)
        (news)
        ! Endret av de andre
        (6 minutes later)
        (news)
        Endret av de andre
        Søknaden
        Felles akutteam
        Kari Eksempel (Sørlandet sykehus HF)
        Periode
        1. januar 2027
        Støtte til formålet
        Pasientene får hjelp nærmere hjemmet.
        [Åpne] [Oppsummering] [Beskjeder]
    """)
    assert len([row for row in talk.outbox("news") if row.result.get("code") is None]) == 1
    talk("""
        (10 minutes later)
        (news)
        ! Endret
    """)


def test_of_a_cost_it_is_told_which_and_what_stood_before(talk: Talk) -> None:
    with_per(talk, TO_BUDGET)
    talk("""
        > Bil og utstyr
        > Evje og Hornnes
        > 180 000
        (Per)
        (6 minutes later)
        (news)
        Kari Eksempel (Sørlandet sykehus HF)
        Kostnad 1: Bil og utstyr
        Evje og Hornnes · 180 000 kr
        (Kari)
        > endre beløp
        > 160 000
        > endre beløp
        > 150 000
        > endre tittel
        > Felles dagteam
        (Per)
        (6 minutes later)
        (news)
        Tittel
        Felles dagteam (før: Felles akutteam)
        Kostnad 1: Bil og utstyr
        150 000 kr (før: 180 000 kr)
        ! 160 000 kr
    """)


def test_who_changes_something_hears_nothing_of_it_themselves(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        > 2027
        (6 minutes later)
        (news)
        ! Endret
    """)


def test_who_wants_it_daily_hears_at_eight(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        (Per)
        > beskjeder
        Beskjeder om endringer
        Beskjed med en gang
        [Én beskjed om dagen]
        Du får vite hva de andre har endret, én gang om dagen, klokka åtte
        (Kari)
        > 2027
        (Per)
        (6 hours later)
        (news)
        ! Endret
        (Kari)
        > Pasientene får hjelp nærmere hjemmet.
        (Per)
        (18 hours later)
        (news)
        Endret av de andre
        Periode
        Støtte til formålet
    """)


def test_who_wants_to_hear_nothing_hears_only_what_they_must_answer(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        (Per)
        > ingen beskjeder
        Du får ikke lenger vite hva de andre endrer
        (Kari)
        > 2027
        > endre egeninnsats Evje og Hornnes
        > årsverk
        (Per)
        (2 days later)
        (news)
        Forslag
        ! Endret
    """)


def test_what_was_being_gathered_follows_a_new_wish(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        (Per)
        > daglige beskjeder
        (Kari)
        > 2027
        (Per)
        > beskjed med en gang
        (6 minutes later)
        (news)
        Endret av de andre
        Periode
        (2 days later)
        (news)
        ! Endret
    """)


def with_two_applications(talk: Talk) -> None:
    """Kari and Per are in both; both have the second one open."""
    with_per(talk, TO_PERIOD)
    talk("> start")
    talk(TO_PERIOD)
    talk(f"> min part {HOSPITAL}")
    talk("""
        > endre tittel
        > Felles nattevakt
    """)
    talk.let_in("Per", MUNICIPALITY)


def test_a_wish_for_news_holds_for_all_applications_of_a_person_and_what_is_gathered_follows_it(
    talk: Talk,
) -> None:
    with_two_applications(talk)
    talk("""
        > mine søknader
        [Åpne ved «Felles akutteam»]
        > endre tittel
        > Akutteam i fjellet
        (Per)
        > daglige beskjeder
        klokka åtte. Det gjelder alle søknadene dine
        (6 minutes later)
        (news)
        ! Endret
        (1 day later)
        (news)
        Endret av de andre
        Akutteam i fjellet
    """)


def test_another_wish_for_one_application_stands_beside_the_one_for_all(talk: Talk) -> None:
    with_two_applications(talk)
    talk("""
        (Per)
        > beskjeder her
        Beskjeder fra denne søknaden
        Felles nattevakt
        Nå får du
        Beskjed med en gang
        [Ingen beskjeder]
        Du får ikke lenger vite hva de andre endrer
        Det gjelder bare denne søknaden.
        > daglige beskjeder fra denne søknaden
        klokka åtte. Det gjelder bare denne søknaden
        > beskjeder
        Nå får du
        Beskjed med en gang
        Fra denne søknaden får du
        Én beskjed om dagen
        [Bare denne søknaden]
        [Som for de andre søknadene]
        Beskjed med en gang
        > ingen beskjeder her
        > mine søknader
        [Åpne ved «Felles akutteam»]
        > beskjeder
        ! Fra denne søknaden får du
        > daglige beskjeder
        > mine søknader
        [Åpne ved «Felles nattevakt»]
        > beskjeder her
        Nå får du
        Ingen beskjeder
    """)


def test_who_has_chosen_is_asked_as_they_chose_in_what_they_come_into_later(talk: Talk) -> None:
    talk("""
        (Per)
        > ingen beskjeder
        Du får ikke lenger vite hva de andre endrer
        > beskjeder
        Ingen beskjeder
        [Beskjed med en gang] [Én beskjed om dagen]
        > beskjeder her
        Du har ingen søknad
    """)
    talk("> start")
    assert talk.draft.members[0].news == "none"


def test_nobody_who_has_left_hears_what_changes_after_them(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk.let_in("Eva", MUNICIPALITY)
    talk("""
        > 2027
        (Per)
        > ta ut 3
        > ja
        (Eva)
        (6 minutes later)
        (news)
        ! Endret
    """)


def test_an_answer_that_was_taken_back_and_a_line_that_was_removed_are_told(talk: Talk) -> None:
    with_per(talk, TO_BUDGET)
    talk("""
        > Lege
        > Sørlandet sykehus HF
        > 900 000
        > ja
        > Bil
        > Evje og Hornnes
        > 100 000
        > nei
        (6 minutes later)
        (news)
        > fjern linjen 2
        > endre tittel
        [Lagre på «Tittel»] Tittel=
        (Per)
        (6 minutes later)
        (news)
        Endret av de andre
        Kostnad – Bil
        En linje er fjernet
        Tittel
        Svaret er tatt bort. Før: Felles akutteam
    """)


def test_a_change_is_told_by_the_name_of_the_cost_with_what_stood_before_and_who_did_it(talk: Talk) -> None:
    with_per(talk, TO_BUDGET)
    talk("""
        > Lege
        > Sørlandet sykehus HF
        > 900 000
        > nei
        (6 minutes later)
        (news)
        > endre beløp
        > 850 000
        > hopp over
        > endre beløp
        > 800 000
        (Per)
        (6 minutes later)
        (news)
        Kari Eksempel (Sørlandet sykehus HF)
        Kostnad 1: Lege
        800 000 kr (før: 900 000 kr)
    """)


def test_what_was_changed_back_is_no_news(talk: Talk) -> None:
    with_per(talk, TO_PERIOD)
    talk("""
        (6 minutes later)
        (news)
        > endre tittel
        > Akutteam
        > endre tittel
        > Felles akutteam
        (Per)
        (6 minutes later)
        (news)
        ! Endret
    """)


def test_what_changed_lately_is_told_to_the_others_before_anything_is_sent(talk: Talk) -> None:
    with_per(talk, READY)
    talk("""
        (Per)
        > godta alle
        (6 minutes later)
        (news)
        (Kari)
        > endre tittel
        > Akutteam for alle
        > send
        Send søknaden?
        En sendt søknad kan ikke endres her
        Endret siden de andre sist fikk beskjed
        Kari Eksempel (Sørlandet sykehus HF)
        Tittel
        Akutteam for alle (før: Felles akutteam)
        (Per)
        (news)
        Endret av de andre
        Kari Eksempel (Sørlandet sykehus HF)
        Akutteam for alle (før: Felles akutteam)
        (Kari)
        > vent
        > send
        ! Endret siden
        > ja
        (Per)
        (10 minutes later)
        (news)
        ! Endret av de andre
    """)


def test_status_tells_what_is_missing_from_whom_and_for_how_many_days(talk: Talk) -> None:
    talk.call("agder", year=2027, deadline="2026-11-22")
    with_per(talk, TO_PERIOD)
    talk("""
        > status
        Sørlandet sykehus HF
        Kari Eksempel
        Mangler: Egeninnsats
        Enighet – 6 dager igjen
        Evje og Hornnes
        Per Eksempel
        Mangler: Egeninnsats
        6 dager igjen
        Felles for alle
        Mangler: Periode, Støtte til formålet
    """)


def test_status_tells_of_proposals_that_wait(talk: Talk) -> None:
    with_per(talk, TO_APPLIED)
    talk("""
        > status
        Evje og Hornnes
        svar på 2 forslag
    """)
