"""Who has the patient: one text is enough; phase by phase on request, with gaps and overlaps pointed out."""

from __future__ import annotations

from dialogs.oddities import oddities
from dialogs.view import View
from storage.filing.application_document import application_document
from tests.drafts import READY
from tests.talking import Talk

TO_PHASES = f"""
    {READY}
    > endre tillegg
    > pasientansvar fase for fase
"""


def test_one_text_is_enough(talk: Talk) -> None:
    talk(READY)
    talk("""
        > oppsummering
        Ingenting mangler
        ! Fase
        ! Verdt å se på
    """)


def test_phases_are_named_and_each_has_somebody_responsible(talk: Talk) -> None:
    talk(TO_PHASES)
    talk("""
        Hvilke pasienter gjelder det?
        > Skrøpelige eldre
        Fase 1
        Hva heter fasen?
        > På sykehuset
        Hvem har ansvaret i fasen?
        > Sørlandet sykehus HF
        Hva må ha skjedd før ansvaret går over
        > Kommunen har tatt imot pasienten
        Er det flere faser?
        > ja
        Fase 2
        > Hjemme
        > Evje og Hornnes
        > hopp over
        > nei
        Hvem har ansvaret om natten?
        > Legevakta
        Hvem avgjør når partene er uenige?
        > Vakthavende
        Ingenting mangler
        ! Verdt å se på
        > oppsummering
        Fase 2
        Hjemme
        Om natten
        Legevakta
    """)


def test_gaps_and_overlaps_between_phases_are_pointed_out_and_stop_nothing(talk: Talk) -> None:
    talk(TO_PHASES)
    talk("""
        > Skrøpelige eldre
        > På sykehuset
        > Sørlandet sykehus HF
        > hopp over
        > ja
        > På vei hjem
        > Sørlandet sykehus HF, Evje og Hornnes
        > hopp over
        > ja
        > Hjemme
        > hopp over
        > hopp over
        > nei
        > hopp over
        > hopp over
        Ingenting mangler
        Verdt å se på
        Det står ikke når ansvaret går over mellom fasene «På sykehuset» og «På vei hjem».
        Sørlandet sykehus HF, Evje og Hornnes har ansvaret samtidig i fasen «På vei hjem».
        Ingen er satt opp med ansvaret i fasen «Hjemme».
        > send
        Ingen er satt opp med ansvaret i fasen «Hjemme».
        [Send nå]
    """)


def test_phases_and_what_is_open_in_them_stand_in_the_documents_own_section(talk: Talk) -> None:
    talk(TO_PHASES)
    talk("""
        > Skrøpelige eldre
        > På sykehuset
        > hopp over
        > hopp over
        > nei
        > hopp over
        > hopp over
        > send
        > ja
    """)
    view = View(talk.draft, talk.context)
    document = application_document(view, 1)
    section = next(s for s in document.sections if s.heading == "Pasientansvar")
    assert "På sykehuset" in repr(section)
    assert document.first_page is not None
    assert "Ingen er satt opp med ansvaret i fasen «På sykehuset»" in repr(document.first_page)


def test_what_is_not_relevant_has_no_phases(talk: Talk) -> None:
    talk(TO_PHASES)
    talk("""
        > Skrøpelige eldre
        > På sykehuset
        > endre pasientansvar
        > 1
        > nei
    """)
    view = View(talk.draft, talk.context)
    assert not oddities(view)
    assert not [field for field in view.fields if field.question.name.startswith("phase")]


def test_somebody_who_is_party_no_longer_is_responsible_no_longer(talk: Talk) -> None:
    talk(TO_PHASES)
    talk("""
        > Skrøpelige eldre
        > Hjemme
        > Evje og Hornnes
        > hopp over
        > nei
        > hopp over
        > hopp over
        > endre kommuner
        > Bygland
    """)
    view = View(talk.draft, talk.context)
    assert [oddity.code for oddity in oddities(view)] == ["phase_nobody"]
