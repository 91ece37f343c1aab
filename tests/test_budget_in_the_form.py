"""The budget as it is filled in: sums are computed, what does not meet is shown, and nothing is typed twice."""

from __future__ import annotations

from tests.drafts import READY, TO_APPLIED, TO_BUDGET, TO_OWN, TO_PERIOD
from tests.talking import Talk


def test_sums_are_computed_by_sort_and_by_party(talk: Talk) -> None:
    talk(READY)
    talk("""
        > oppsummering
        Budsjettet
        Kostnader: 900 000 kr
        Søknadsbeløp: 600 000 kr
        Egne penger: 300 000 kr
        Sørlandet sykehus HF: søker 400 000 kr, egeninnsats 300 000 kr
        Evje og Hornnes: søker 200 000 kr, egeninnsats 0 kr
        ! mangler i finansieringen
    """)


def test_what_lacks_is_shown_and_does_not_block_going_on(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("""
        > 350 000
        > 200 000
        > nei
        Må det avklares
        > oppsummering
        Finansieringen er mindre enn kostnadene: 50 000 kr mangler.
        50 000 kr mangler i finansieringen.
        > fortsett
        Må det avklares
    """)


def test_own_effort_with_a_value_counts_as_financing_and_without_in_neither_sum(talk: Talk) -> None:
    talk(READY)
    talk("""
        > endre verdi av årsverkene
        > 100 000
        Egeninnsats med verdi: 100 000 kr
        Finansieringen er 100 000 kr større enn kostnadene.
    """)


def test_other_financing_is_asked_for_only_when_there_is_some(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("""
        > 300 000
        > 200 000
        Har dere annen finansiering?
        > ja
        Hvor kommer den andre finansieringen fra?
        > Fylkeskommunen
        Hvor stor er den andre finansieringen?
        > 100 000
        Jeg leste 100 000 kr
        > oppsummering
        Annen finansiering: 100 000 kr
        ! mangler i finansieringen
    """)


def test_each_year_is_summed_for_itself(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > 2027-2028
        > Nærmere hjemmet
        > samhandling
        > skrøpelige eldre
        > nei
        > Lege
        > Sørlandet sykehus HF
        > 2027
        > 500 000
        > ja
        Kostnad 2
        > Lege
        > Sørlandet sykehus HF
        > 2028
        > 400 000
        > nei
        > sosiale kostnader
        > ingen
        > Ingen ledig kapasitet
        > ingen
        > Ingen ledig kapasitet
        > 450 000
        > 450 000
        > 0
        > 0
        > nei
        > oppsummering
        I 2027 er finansieringen mindre enn kostnadene: 50 000 kr mangler.
        I 2028 er finansieringen større enn kostnadene: 50 000 kr for mye.
    """)


def test_a_cost_outside_the_period_is_pointed_out(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > 2027-2028
        > Nærmere hjemmet
        > samhandling
        > skrøpelige eldre
        > nei
        > Lege
        > Sørlandet sykehus HF
        > 2028
        > 500 000
        > endre periode
        > 2027-2029
        > endre periode
        > 2029-2030
        > oppsummering
        Må rettes: År for kostnaden
        En kostnad står i 2028, som er utenfor perioden.
    """)


def test_applying_for_nothing_is_pointed_out(talk: Talk) -> None:
    talk(TO_APPLIED)
    talk("""
        > 0
        > 0
        > oppsummering
        Dere har ikke søkt om noe beløp.
    """)


def test_what_a_party_no_longer_brings_is_hidden_and_comes_back_as_it_was(talk: Talk) -> None:
    talk(TO_OWN)
    talk("""
        > penger og timer
        > 50 000
        > 120 timer
        > hopp over
        > endre egeninnsats Sørlandet sykehus HF
        > timer
        > oppsummering
        ! 50 000 kr
        > endre egeninnsats Sørlandet sykehus HF
        > penger, timer
        > oppsummering
        50 000 kr
    """)


def test_a_card_saved_with_one_thing_unticked_keeps_what_was_filled_in_for_it(talk: Talk) -> None:
    talk(TO_OWN)
    talk("""
        [Lagre] Egeninnsats=Egne penger + Timer
        [Lagre] Egne penger=50 000; Timer=120
        Egeninnsats – Evje og Hornnes
        [Tilbake]
        [Lagre] Egeninnsats=Timer
        Egeninnsats – Evje og Hornnes
    """)
    assert talk.value("own_money@hsorlandet-sykehus/2027") == 50_000
    assert talk.draft.set_aside == ()


def test_a_line_is_never_given_an_old_lines_answers(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > 100 000
        > ja
        Kostnad 2
        > Sykepleier
        > Evje og Hornnes
        > 50 000
        > nei
        > fjern kostnad 2
        Linjen er fjernet.
        > legg til kostnad
        Kostnad 2
        Hva kostnaden gjelder: [For eksempel
    """)


def test_there_is_an_end_to_the_lines(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("> Lege")
    for _ in range(305):
        talk("> ny kostnad")
    assert any("Det er plass til 300 linjer." in line for line in talk.said)
    assert len(talk.draft.lines["cost"]) == 300
