"""The agreement is asked about, confirmed by each party on just the text it saw, and falls when the text changes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.confirmed import is_as_signed
from tests.drafts import TO_APPLIED
from tests.talking import TENANT, Account, Talk, the_signer
from tests.test_inviting import the_code

HOSPITAL, MUNICIPALITY = "hsorlandet-sykehus", "m4219"
MUNICIPAL_TENANT = "3f6c2f0e-0000-4000-8000-000000000002"

ALL_ANSWERED = f"""
    {TO_APPLIED}
    > 400 000
    > 200 000
    > nei
    > ja
    > Sykehuset til utskriving, deretter kommunen.
    > Ola Eksempel
    > klinikksjef
    > Anne Eksempel
    > kommunedirektør
    > bokmål
    > nei takk
    Partene er ikke bedt om å bekrefte avtalen
"""
"""Nothing is missing but the agreement."""


@pytest.fixture
def two(talk: Talk) -> Talk:
    """Kari of the hospital has written it all; Per of the municipality is in, in a tenant of its own."""
    talk.agree_by("either")
    talk.maps("agder", hsorlandet_sykehus=TENANT, m4219=MUNICIPAL_TENANT)
    talk.accounts["Per"] = Account(MUNICIPAL_TENANT)
    talk(ALL_ANSWERED)
    talk(f"> min part {HOSPITAL}")
    talk.let_in("Per", MUNICIPALITY)
    talk("""
        (Per)
        > godta alle
        (Kari)
    """)
    return talk


ASKED = """
    > be om bekreftelse
    Avtalen er låst som AV-
    Sørlandet sykehus HF
    Ingen er pekt ut til å bekrefte
    Enighet: 0 av 2
"""

KARI_CONFIRMS = """
    > bekreft
    Si først hvem som bekrefter for parten din
    [Jeg bekrefter]
    Du er pekt ut til å bekrefte
    > bekreft
    Avtaleteksten, AV-
    Sørlandet sykehus HF og Evje og Hornnes er enige om å gjennomføre tiltaket
    Hva gir retten til å bekrefte?
    > stillingen
    Gjelder bekreftelsen også det parten selv bidrar med?
    > ja
    > hopp over
    Bekreft avtalen
    Ola Eksempel, klinikksjef
    I kraft av stillingen
    ikke en kvalifisert signatur
    [Bekreft for Sørlandet sykehus HF]
    Sørlandet sykehus HF har bekreftet avtalen
    Enighet: 1 av 2.
"""

PER_CONFIRMS = """
    (Per)
    > bekreft
    [Jeg bekrefter]
    > bekreft
    > fullmakt
    > Kommunedirektøren
    > 1.10.2026
    > hopp over
    > ja
    > 26/0001
    Fullmakt fra Kommunedirektøren, 1. oktober 2026
    [Bekreft for Evje og Hornnes]
    Enighet: 2 av 2.
    (Kari)
"""


def test_both_parties_confirm_the_text_they_saw_and_then_it_can_be_sent(two: Talk) -> None:
    two(ASKED)
    two(KARI_CONFIRMS)
    two("""
        > send
        Evje og Hornnes har ikke bekreftet avtalen
    """)
    two(PER_CONFIRMS)
    two("""
        > send
        Send søknaden?
        > ja
        RST-2026-
    """)
    hospital, municipality = two.draft.agreement.confirmations
    assert (hospital.party, municipality.party) == (HOSPITAL, MUNICIPALITY)
    assert hospital.is_verified
    assert municipality.is_verified
    assert hospital.text_hash == municipality.text_hash
    assert municipality.statement.delegated_by == "Kommunedirektøren"
    assert municipality.proof.tenant_id == MUNICIPAL_TENANT
    assert two.draft.submissions[0].content_hash == hospital.content_hash


def test_each_confirmation_is_signed_and_a_changed_one_is_found_out(two: Talk) -> None:
    two(ASKED)
    two(KARI_CONFIRMS)
    (given,) = two.draft.agreement.confirmations
    keys = the_signer().public_keys
    assert is_as_signed(keys, two.draft.id, given) == "yes"
    assert is_as_signed(keys, "another", given) == "no"
    for changed in (
        {"text_hash": "0" * 64},
        {"party": MUNICIPALITY},
        {"is_verified": False},
        {"statement": given.statement.model_copy(update={"role": "direktør"})},
        {"at": given.at + timedelta(seconds=1)},
    ):
        assert is_as_signed(keys, two.draft.id, given.model_copy(update=changed)) == "no"
    erased = given.model_copy(
        update={"statement": given.statement.model_copy(update={"name": "", "role": ""}), "salt": ""}
    )
    assert is_as_signed(keys, two.draft.id, erased) == "yes"


def test_what_would_change_a_locked_text_is_not_done_and_what_was_typed_is_kept(two: Talk) -> None:
    two(ASKED)
    two("""
        > endre søknadsbeløp Evje og Hornnes
        > 250 000
        Avtalen er låst
        > oppsummering
        250 000
    """)
    assert two.value(f"applied@{MUNICIPALITY}/2027") == 200_000_00 // 100


def test_opening_says_what_falls_and_a_change_makes_it_fall_for_good(two: Talk) -> None:
    two(ASKED)
    two(KARI_CONFIRMS)
    two("""
        > lås opp
        Da faller én bekreftelse:
        Ola Eksempel, klinikksjef
        [Ja, lås opp]
        Bekreftelsene gjelder til noe i teksten blir endret
    """)
    assert two.draft.agreement.confirmations[0].stands
    two("""
        > endre søknadsbeløp Evje og Hornnes
        > 150 000
        Én bekreftelse gjelder ikke lenger
        > endre søknadsbeløp Evje og Hornnes
        > 200 000
    """)
    assert not two.draft.agreement.confirmations[0].stands
    two("""
        > be om bekreftelse
        Enighet: 0 av 2.
    """)


def test_opened_and_locked_again_without_a_change_the_confirmations_stand(two: Talk) -> None:
    two(ASKED)
    two(KARI_CONFIRMS)
    two("""
        > lås opp
        > ja
        > be om bekreftelse
        Enighet: 1 av 2.
    """)


def test_a_second_step_that_waited_too_long_confirms_nothing(two: Talk) -> None:
    two(ASKED)
    before, _, _ = KARI_CONFIRMS.partition("[Bekreft for")
    two(before)
    two("""
        (16 minutes later)
        [Bekreft for Sørlandet sykehus HF]
        mer enn et kvarter siden
    """)
    assert two.draft.agreement.confirmations == ()


def test_a_guest_and_an_account_of_another_tenant_count_as_not_verified(two: Talk) -> None:
    two.accounts["Per"] = Account(MUNICIPAL_TENANT, guest=True)
    two(ASKED)
    two(KARI_CONFIRMS)
    two(PER_CONFIRMS.replace("Enighet: 2 av 2.", "Enighet: 2 av 2, 1 ikke verifisert"))
    assert [one.is_verified for one in two.draft.agreement.confirmations] == [True, False]


def test_a_party_that_does_not_confirm_says_why_and_the_others_see_it(two: Talk) -> None:
    two(ASKED)
    two("""
        (Per)
        > hvem bekrefter
        [Jeg bekrefter]
        > bekrefter ikke
        Hvorfor bekrefter dere ikke?
        > Budsjettet må opp i formannskapet først.
        De andre får vite det
        (Kari)
        (news)
        Evje og Hornnes bekrefter ikke avtalen
        Budsjettet må opp i formannskapet først.
        > avtalen
        Bekrefter ikke: Budsjettet må opp
    """)


def test_a_signed_paper_counts_when_it_carries_the_code_of_this_text(talk: Talk) -> None:
    talk.agree_by("either")
    talk(ALL_ANSWERED)
    talk(f"> min part {HOSPITAL}")
    talk(ASKED)
    assert talk.draft.agreement.text is not None
    code = talk.draft.agreement.text.code
    talk("""
        > registrer papiravtale Evje og Hornnes
        Hvem har undertegnet?
        > Anne Eksempel
        > kommunedirektør
        > 15.11.2026
        > AV-22222
        > https://arkiv.example.no/26-1
        Koden er en annen enn avtalens
    """)
    talk(f"""
        > {code.lower()}
        Bekreft avtalen
        Undertegnet 15. november 2026
        [Registrer for Evje og Hornnes]
        Evje og Hornnes har bekreftet avtalen
        På papir: https://arkiv.example.no/26-1
        Enighet: 1 av 2, 1 ikke verifisert
    """)


def test_a_deleted_draft_takes_the_texts_that_were_asked_about_with_it(talk: Talk) -> None:
    talk.agree_by("either")
    talk(ALL_ANSWERED)
    talk(f"> min part {HOSPITAL}")
    talk(ASKED)
    assert len(talk.records("agreement")) == 1
    talk("""
        > slett utkast
        > ja
        > ja
    """)
    assert talk.records("agreement") == []


def test_whoever_is_invited_to_confirm_reads_and_confirms_and_writes_nothing_else(two: Talk) -> None:
    two.accounts["Siri"] = Account(MUNICIPAL_TENANT)
    two(ASKED)
    two("""
        (Per)
        > inviter den som bekrefter
        Kode
    """)
    code = the_code(two)
    two(f"""
        (Siri)
        > bli med {code}
        (Per)
        (news)
        [Slipp inn]
        (Siri)
        (news)
        Du er bedt om å bekrefte avtalen
        [Les og bekreft]
        enige om å gjennomføre tiltaket
        > stillingen
        > ja
        > endre tittel
        Du kan lese denne søknaden
        > bekreft
        > hopp over
        [Bekreft for Evje og Hornnes]
        Enighet: 1 av 2.
    """)
    (given,) = two.draft.agreement.confirmations
    assert given.nominated_by != given.person_id
