"""A party's own resources are its own: what another party writes there is a proposal, and waits for its word."""

from __future__ import annotations

from tests.drafts import READY, TO_APPLIED, TO_BUDGET, TO_OWN
from tests.sent_office_files import workbook
from tests.talking import Talk

HOSPITAL, MUNICIPALITY = "hsorlandet-sykehus", "m4219"
FULL_TIME = f"own_full_time@{MUNICIPALITY}/2027"


def with_per(talk: Talk, beginning: str) -> None:
    """Kari of the hospital has begun; Per of the municipality is in."""
    talk(beginning)
    talk(f"> min part {HOSPITAL}")
    talk.let_in("Per", MUNICIPALITY)


def proposed(talk: Talk) -> None:
    """Kari has proposed 0,4 årsverk from the municipality, and Per has it in front of him."""
    with_per(talk, TO_OWN)
    talk("""
        > egne penger
        > 300 000
        > endre egeninnsats Evje og Hornnes
        > årsverk
        Egeninnsats – Evje og Hornnes
        Forslag fra Sørlandet sykehus HF, som Evje og Hornnes ikke har godtatt ennå
        > 0,4 årsverk
        (Per)
        (2 minutes later)
        (news)
        Forslag
        Egeninnsats – Evje og Hornnes
        Sørlandet sykehus HF foreslår: Årsverk. Godtar dere?
        Årsverk – Evje og Hornnes
        Sørlandet sykehus HF foreslår: 0,4. Godtar dere?
    """)


def test_what_one_party_writes_in_anothers_field_waits_until_the_other_has_accepted_it(talk: Talk) -> None:
    with_per(talk, TO_OWN)
    talk("""
        > egne penger
        > 300 000
        ! Forslag
        > endre egeninnsats Evje og Hornnes
        Hva bidrar parten med selv?
        > årsverk
        > 0,4 årsverk
        > send
        Evje og Hornnes har ikke svart på forslaget: Årsverk – Evje og Hornnes
        (Per)
        (2 minutes later)
        (news)
        [Godta alle]
        2 forslag er godtatt. De er deres egne svar nå
        Jeg leste 0,4
        > forslag
        Ingen forslag venter på svar
        > oppsummering
        ! Forslag fra
        ! ikke svart på forslaget
    """)
    assert talk.draft.answers[FULL_TIME].by == talk.person.id


def test_a_proposal_is_accepted_by_its_number(talk: Talk) -> None:
    proposed(talk)
    talk("""
        > godta 2
        Godtatt. Det er deres eget svar nå
        Jeg leste 0,4
        > forslag
        ! foreslår: 0,4
        > godta
        Godtatt
        > forslag
        Ingen forslag venter på svar
    """)


def test_another_value_takes_the_place_of_a_proposal_and_is_the_partys_own(talk: Talk) -> None:
    proposed(talk)
    talk("""
        [Endre ved «Sørlandet sykehus HF foreslår: 0,4»]
        > 0,2 årsverk
        > godta
        > forslag
        Ingen forslag venter på svar
    """)
    assert talk.value(FULL_TIME) == 200
    assert talk.draft.answers[FULL_TIME].by == talk.person.id


def test_a_proposal_stands_beside_what_the_party_has_answered_and_never_in_its_place(talk: Talk) -> None:
    with_per(talk, TO_APPLIED)
    talk("""
        (Per)
        > forslag
        > godta alle
        (Kari)
        > endre årsverk
        > 0,8 årsverk
        Sørlandet sykehus HF foreslår 0,8
    """)
    assert talk.value(FULL_TIME) == 500
    talk("""
        > oppsummering
        Evje og Hornnes har ikke svart på forslaget: Årsverk – Evje og Hornnes
        (Per)
        > forslag
        Sørlandet sykehus HF foreslår: 0,8. Godtar dere?
        Dere har svart
        0,5
        [Behold vårt svar]
        Svaret deres står. Forslaget er lagt bort
        0,5
        > forslag
        Ingen forslag venter på svar
        (Kari)
        (news)
        Evje og Hornnes holder fast på sitt eget svar
        0,5
    """)
    assert talk.value(FULL_TIME) == 500


def test_what_is_proposed_to_an_answer_is_accepted_in_its_place(talk: Talk) -> None:
    with_per(talk, TO_APPLIED)
    talk("""
        (Per)
        > godta alle
        (Kari)
        > endre årsverk
        > 0,8 årsverk
        (Per)
        > godta 1
        Godtatt
        0,8
        > forslag
        Ingen forslag venter på svar
    """)
    assert talk.value(FULL_TIME) == 800


def test_a_proposal_is_answered_in_words_that_everybody_sees(talk: Talk) -> None:
    proposed(talk)
    talk("""
        > svar på forslag 2
        Skriv det du vil si til forslaget
        > Vi har bare råd til 0,2 før sommeren, kan vi dele?
        Sendt til de andre. Forslaget står åpent
        (Kari)
        (news)
        Svar på forslaget: Årsverk – Evje og Hornnes
        Per Eksempel (Evje og Hornnes) skriver
        Vi har bare råd til 0,2 før sommeren, kan vi dele?
        [Se forslag]
        Venter på andre parter
        Per Eksempel (Evje og Hornnes) skriver
        [Svar med ord ved «foreslår: 0,4»]
        > ja
        Sendt til de andre
        (Per)
        (news)
        Kari Eksempel (Sørlandet sykehus HF) skriver
        ja
    """)
    assert [one.text for one in talk.draft.remarks][-1] == "ja"


def test_words_to_a_proposal_that_is_settled_meanwhile_stand_beside_the_draft(talk: Talk) -> None:
    proposed(talk)
    talk("""
        (Kari)
        > svar på forslag 2
        (Per)
        > godta 2
        (Kari)
        > Det er viktig for oss.
        Forslaget er avgjort i mellomtiden. Teksten din ligger ved siden av utkastet
        Det er viktig for oss.
    """)
    assert [one.text for one in talk.draft.set_aside] == ["Det er viktig for oss."]


def test_nobody_is_asked_for_what_a_party_that_is_in_has_the_last_word_on(talk: Talk) -> None:
    with_per(talk, TO_OWN)
    talk("""
        > egne penger
        > 300 000
        Hvor mye av tilskuddet skal parten ha?
        (Per)
        > fortsett
        Egeninnsats – Evje og Hornnes
        Hva bidrar parten med selv?
    """)


def test_an_application_with_an_open_proposal_is_not_sent(talk: Talk) -> None:
    with_per(talk, READY)
    talk("""
        > send
        Evje og Hornnes har ikke svart på forslaget
        ! Send søknaden?
        (Per)
        > godta alle
        > godta alle
        (Kari)
        > send
        Send søknaden?
    """)


def test_a_party_that_nobody_is_in_for_is_stated_by_the_other_and_sending_does_not_wait(talk: Talk) -> None:
    talk(READY)
    talk(f"""
        > min part {HOSPITAL}
        > vis del 5
        Opplyst av Sørlandet sykehus HF, ikke bekreftet av Evje og Hornnes
        > send
        Send søknaden?
    """)


def test_a_figure_from_a_file_for_another_partys_own_field_is_a_proposal_too(talk: Talk) -> None:
    with_per(talk, TO_APPLIED)
    talk("""
        (Per)
        > godta alle
        (Kari)
    """)
    shares = [
        ("Part", "Egne penger", "Årsverk"),
        ("sykehuset", 350_000, ""),
        ("Evje og Hornnes", "", 0.8),
    ]
    talk.send_file(workbook({"Bidrag": shares}))
    talk("""
        Jeg leste 2 svar
        Egne penger – Sørlandet sykehus HF
        350 000 kr
        nå: 300 000 kr
        Årsverk – Evje og Hornnes
        0,8
        blir et forslag til Evje og Hornnes
        nå: 0,5
        > ja
        2 svar er tatt inn
    """)
    assert talk.value(f"own_money@{HOSPITAL}/2027") == 350_000
    assert talk.value(FULL_TIME) == 500
    talk("""
        (Per)
        (2 minutes later)
        (news)
        Årsverk – Evje og Hornnes
        Sørlandet sykehus HF foreslår: 0,8. Godtar dere?
        Dere har svart
        0,5
        > godta
    """)
    assert talk.value(FULL_TIME) == 800
    assert talk.draft.answers[FULL_TIME].by == talk.person.id


def test_a_figure_from_a_file_in_another_partys_empty_field_waits_for_its_word(talk: Talk) -> None:
    with_per(talk, TO_OWN)
    talk.send_file(workbook({"Bidrag": [("Part", "Årsverk"), ("Evje og Hornnes", 0.4)]}))
    talk("""
        Årsverk – Evje og Hornnes
        0,4
        blir et forslag til Evje og Hornnes
        > ja
        (Per)
        (2 minutes later)
        (news)
        Årsverk – Evje og Hornnes
        Sørlandet sykehus HF foreslår: 0,4. Godtar dere?
    """)
    assert talk.draft.answers[FULL_TIME].by != talk.person.id


def with_a_cost_each(talk: Talk) -> None:
    """Line 1 is the hospital's, line 2 the municipality's, each in its own words."""
    with_per(talk, TO_BUDGET)
    talk("""
        > Lege, sykehuset, 900 000
        > nei
        (Per)
        > legg til kostnad
        > Bil og utstyr, Evje og Hornnes, 180 000
        > nei
    """)


def test_what_a_party_pays_is_changed_by_that_party_alone(talk: Talk) -> None:
    with_a_cost_each(talk)
    talk("""
        (Kari)
        > endre bil og utstyr
        > 150 000
        Beløp – Bil og utstyr: Sørlandet sykehus HF foreslår 150 000 kr
        > send
        Evje og Hornnes har ikke svart på forslaget: Beløp – Bil og utstyr
        (Per)
        (2 minutes later)
        (news)
        Beløp – Bil og utstyr
        Sørlandet sykehus HF foreslår: 150 000 kr. Godtar dere?
        Dere har svart
        180 000 kr
    """)
    assert talk.value("cost_nok#2") == 180_000
    talk("""
        [Godta]
        Godtatt
    """)
    assert talk.value("cost_nok#2") == 150_000


def test_who_proposed_a_change_of_a_cost_hears_that_the_party_keeps_its_own(talk: Talk) -> None:
    with_a_cost_each(talk)
    talk("""
        (Kari)
        > endre bil og utstyr
        > 150 000
        (Per)
        > behold vårt svar
        (Kari)
        (news)
        Evje og Hornnes holder fast på sitt eget svar
        Beløp – Bil og utstyr
        180 000 kr
    """)


def test_a_cost_that_another_writes_for_a_party_waits_for_its_word_with_one_proposal(talk: Talk) -> None:
    with_per(talk, TO_BUDGET)
    talk("""
        > Bil og utstyr, Evje og Hornnes, 180 000
        > nei
        (Per)
        (2 minutes later)
        (news)
        Beløp – Bil og utstyr
        Sørlandet sykehus HF foreslår: 180 000 kr. Godtar dere?
        ! Hvem har kostnaden
        > godta
        Godtatt
        (Kari)
        > endre hva kostnaden gjelder
        > Bil
    """)
    assert talk.value("cost_what#1") == "Bil og utstyr"


def test_nobody_moves_or_removes_what_another_party_pays(talk: Talk) -> None:
    with_a_cost_each(talk)
    talk("""
        (Kari)
        > fjern linjen 2
        Denne kostnaden er det Evje og Hornnes som betaler
        > endre hvem som har kostnaden bil og utstyr
        > Sørlandet sykehus HF
    """)
    assert talk.value("cost_party#2") == "m4219"
    talk("""
        (Per)
        > fjern linjen 2
        Linjen er fjernet
    """)


def test_a_table_in_the_place_of_the_costs_leaves_those_that_another_party_pays(talk: Talk) -> None:
    with_a_cost_each(talk)
    talk.be("Kari")
    talk.type("Hva\tPart\tBeløp\nPsykolog\tSørlandet sykehus HF\t500 000")
    talk("""
        Det står 2 kostnader fra før
        Lege
        Sørlandet sykehus HF · 900 000 kr
        Bil og utstyr
        Evje og Hornnes · 180 000 kr
        [Bytt ut dem som står]
    """)
    lines = talk.draft.lines["cost"]
    assert [talk.value(f"cost_what#{line}") for line in lines] == ["Bil og utstyr", "Psykolog"]
