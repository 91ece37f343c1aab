"""What does not add up without being wrong is said with its figures, to the parties and to the secretariat."""

from __future__ import annotations

from dataclasses import replace

from dialogs.budget import budget_of
from dialogs.view import View
from tests.drafts import READY, TO_OWN
from tests.talking import Talk


def test_more_than_the_frame_is_said_and_stops_nothing(talk: Talk) -> None:
    talk(READY)
    talk("""
        > oppsummering
        ! Rammen til helsefellesskapet
    """)
    agder = talk.context.communities["agder"]
    frame = agder.frames[0].model_copy(update={"year": 2027, "amount_nok": 500_000})
    known = {**talk.context.communities, "agder": agder.model_copy(update={"frames": (frame,)})}
    talk.context = replace(talk.context, communities=known)
    talk.restart()
    talk("""
        > oppsummering
        Verdt å se på
        Dere søker om 600 000 kr. Rammen til helsefellesskapet for 2027 er omtrent 500 000 kr.
        > send
        Rammen til helsefellesskapet for 2027
        [Send nå]
    """)


def test_a_party_that_bears_costs_and_brings_nothing_is_pointed_out(talk: Talk) -> None:
    talk(TO_OWN)
    talk("""
        > ingen
        > Ingen ledig kapasitet
        > egne penger
        > 300 000
        > 400 000
        > 200 000
        > nei
        > oppsummering
        Sørlandet sykehus HF står med kostnader på 900 000 kr, men bidrar ikke med noe selv.
        ! Ingen av partene
        > endre egeninnsats Evje og Hornnes
        > ingen
        > Ingen hos oss heller
        > oppsummering
        Ingen av partene bidrar med noe selv.
        ! står med kostnader
    """)


def test_the_cost_shift_is_a_small_table_and_its_difference_is_computed(talk: Talk) -> None:
    talk(READY)
    talk("""
        > endre tillegg
        > kostnadsforskyvning
        > Evje og Hornnes
        > Sørlandet sykehus HF
        > 250 000
        > 200 000
        > 80 000
        > hopp over
        Det er mer enn de 50 000 kr
        Kostnadsforskyvning
        Evje og Hornnes får høyere kostnader: 250 000 kr
        Sørlandet sykehus HF sparer: 200 000 kr
        Forskjell: 50 000 kr
        Tilskuddet dekker: 80 000 kr
        Igjen å dekke: −30 000 kr
        > oppsummering
        Verdt å se på
        Det er mer enn de 50 000 kr
        > endre dekkes av tilskuddet
        > 50 000
        Igjen å dekke: 0 kr
        ! Det er mer enn de
    """)
    shift = budget_of(View(talk.draft, talk.context)).shift
    assert shift is not None
    assert (shift.gap_nok, shift.left_nok) == (50_000, 0)
