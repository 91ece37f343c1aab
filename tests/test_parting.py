"""Going out and being replaced; from that moment nothing is read, nothing works, and nothing more comes."""

from __future__ import annotations

from tests.drafts import READY, TO_PARTIES
from tests.talking import Account, Talk
from tests.test_inviting import MUNICIPAL, the_code, together

REFUSED = "Denne søknaden har du ikke tilgang til"


def a_third(talk: Talk, who: str = "Eva", tenant: str = MUNICIPAL, *, guest: bool | None = False) -> None:
    """Per of the municipality has brought in a colleague, and is at the keyboard."""
    talk.accounts[who] = Account(tenant, guest=guest)
    talk("> inviter Evje og Hornnes")
    code = the_code(talk)
    talk(f"""
        ({who})
        > bli med {code}
        (Per)
        (news)
        [Slipp inn]
        ({who})
        (news)
        [Åpne]
        (Per)
        (news)
    """)


def test_who_leaves_sees_nothing_more_and_the_others_are_told(talk: Talk) -> None:
    together(talk)
    a_third(talk)
    talk("""
        > meld meg ut
        Vil du gå ut av søknaden? Du ser den ikke lenger
        > ja
        Du er ikke lenger med i søknaden
        > oppsummering
        Du har ingen søknad åpen
        > mine søknader
        Du har ingen søknader ennå
        (Eva)
        (news)
        Per Eksempel har gått ut av søknaden
        > hvem er med
        Eva Eksempel
        ! Per Eksempel
    """)


def test_the_last_of_a_party_goes_only_when_a_successor_has_come(talk: Talk) -> None:
    together(talk)
    talk("""
        > meld meg ut
        Du er den eneste som er med for parten din
        [Gi plassen videre]
        Kommer i stedet for Per Eksempel
        Kode
    """)
    code = the_code(talk)
    talk.accounts["Eva"] = Account(MUNICIPAL)
    talk(f"""
        (Eva)
        > bli med {code}
        (Kari)
        (news)
        (Per)
        > slipp inn
        Eva Eksempel
        Kommer i stedet for Per Eksempel
        > ja
        Eva Eksempel har overtatt plassen din. Du er ikke lenger med
        > oppsummering
        Du har ingen søknad åpen
        (Eva)
        (news)
        Du er sluppet inn. Du er med for: Evje og Hornnes
        [Åpne]
        (Kari)
        (news)
        > hvem er med
        Eva Eksempel
        ! Per Eksempel
    """)
    assert [m.via for m in talk.draft.active] == ["start", "successor"]


def test_of_two_who_leave_at_the_same_time_the_second_stays(talk: Talk) -> None:
    together(talk)
    a_third(talk)
    talk("""
        > meld meg ut
        (Eva)
        > meld meg ut
        (Per)
        > ja
        Du er ikke lenger med i søknaden
        (Eva)
        > ja
        Du er den eneste som er med for parten din
        > hvem er med
        Eva Eksempel
    """)


def test_ones_own_party_takes_somebody_out_and_the_other_party_cannot(talk: Talk) -> None:
    together(talk)
    a_third(talk)
    talk("""
        (Kari)
        > ta ut 3
        Eva Eksempel er med for en annen part
        (Per)
        > ta ut 3
        Skal Eva Eksempel ut av søknaden?
        > nei
        > hvem er med
        [Ta ut]
        > ja
        Eva Eksempel er tatt ut av søknaden
        (Eva)
        > oppsummering
        Du har ingen søknad åpen
        [Hvem er med]
        Denne søknaden har du ikke tilgang til
    """)
    before = len(talk.windows["Eva"].sheets)
    talk("""
        (Kari)
        (news)
        Eva Eksempel er tatt ut av søknaden
        > status
    """)
    assert len(talk.windows["Eva"].sheets) == before


def test_every_old_card_refuses_who_has_been_taken_out_in_the_same_words(talk: Talk) -> None:
    together(talk)
    a_third(talk)
    talk("""
        (Per)
        > ta ut 3
        > ja
        (Eva)
    """)
    taps = [(s.row, o) for s, o in talk.window.offered() if o.action["data"].get("a")]
    assert len(taps) > 3
    for row, offer in taps:
        talk.send_action(row, offer.action, dict(offer.action["data"]))
        assert talk.said == ["Svaret står nederst i samtalen.", f"{REFUSED}."], offer.action
    talk.be("Per")
    assert [m.name for m in talk.draft.active] == ["Kari Eksempel", "Per Eksempel"]


def test_what_was_on_its_way_to_somebody_who_is_taken_out_is_not_sent(talk: Talk) -> None:
    together(talk)
    a_third(talk)
    talk("> inviter Evje og Hornnes")
    code = the_code(talk)
    talk(f"""
        (Siv)
        > bli med {code}
        (Per)
        > slipp inn
        > ja
        > ta ut 3
        > ja
    """)
    before = len(talk.windows["Eva"].sheets)
    talk.news()
    assert len(talk.windows["Eva"].sheets) == before
    dropped = [row for row in talk.outbox("news") if row.result.get("code") == "no_longer"]
    assert len(dropped) == 3
    assert {row.state for row in dropped} == {"delivered"}
    assert all(not row.body for row in dropped)


def test_what_somebody_who_is_taken_out_had_under_way_falls(talk: Talk) -> None:
    together(talk, READY)
    talk("> godta alle")
    a_third(talk)
    talk("""
        (Eva)
        > inviter Evje og Hornnes
    """)
    code = the_code(talk)
    talk(f"""
        > send
        Send søknaden?
        (Per)
        > ta ut 3
        > ja
        (Eva)
        > ja
        Dette er det allerede svart på
        [Send nå]
        {REFUSED}
        (Siv)
        > bli med {code}
        Koden gjelder ikke
        (Per)
        > status
    """)
    assert talk.draft.is_draft


def test_a_colleague_takes_over_from_a_contact_who_has_gone_where_settings_say_whose_tenant_it_is(
    talk: Talk,
) -> None:
    talk.maps("agder", m4219=MUNICIPAL)
    together(talk)
    talk("""
        (Kari)
        > hvem er med
        [Bytt ut ved «Per Eksempel»]
        Kommer i stedet for Per Eksempel
        Bare kontoer i partens egen Teams-organisasjon kan bruke den
    """)
    code = the_code(talk)
    talk.accounts["Eva"] = Account(MUNICIPAL, guest=False)
    talk(f"""
        (Eva)
        > bli med {code}
        (Per)
        (news)
        Kommer i stedet for Per Eksempel
        (Kari)
        > slipp inn
        Evje og Hornnes ({MUNICIPAL})
        > ja
        Eva Eksempel er med i søknaden nå
        > hvem er med
        Eva Eksempel
        ! Per Eksempel
        (Per)
        > oppsummering
        Du har ingen søknad åpen
    """)


def test_a_guest_in_the_tenant_does_not_take_over_by_the_other_partys_word(talk: Talk) -> None:
    talk.maps("agder", m4219=MUNICIPAL)
    together(talk)
    talk("(Kari)\n> bytt ut 2")
    code = the_code(talk)
    for guest in (True, None):
        talk.accounts["Eva"] = Account(MUNICIPAL, guest=guest)
    talk(f"""
        (Eva)
        > bli med {code}
        (Kari)
        > slipp inn
        Det er kontaktene i Evje og Hornnes som bestemmer hvem som er med der
    """)


def test_without_settings_nobody_but_they_themselves_replaces_another_partys_only_contact(talk: Talk) -> None:
    together(talk)
    talk("""
        (Kari)
        > bytt ut 2
        Per Eksempel er med for en annen part
        > ta ut 2
        Per Eksempel er med for en annen part
    """)


def test_who_is_replaced_and_has_not_gone_can_say_no(talk: Talk) -> None:
    talk.maps("agder", m4219=MUNICIPAL)
    together(talk)
    talk("(Kari)\n> bytt ut 2")
    code = the_code(talk)
    talk.accounts["Eva"] = Account(MUNICIPAL)
    talk(f"""
        (Eva)
        > bli med {code}
        (Per)
        (news)
        [Ikke slipp inn]
        Eva Eksempel er ikke sluppet inn
        (Kari)
        > slipp inn
        Ingen venter på å bli sluppet inn
    """)


def test_a_shared_draft_is_deleted_when_every_party_has_said_yes(talk: Talk) -> None:
    together(talk)
    talk("""
        (Kari)
        > slett utkast
        Utkastet slettes først når alle har sagt ja
        > ja
        Er du helt sikker?
        > ja
        Utkastet slettes når disse også har sagt ja: Evje og Hornnes
        > status
        Status
        (Per)
        (news)
        Kari Eksempel vil slette utkastet
        [Slett utkastet]
        Utkastet slettes først når alle har sagt ja
        > ja
        > ja
        Utkastet er slettet
        (Kari)
        (news)
        Et utkast du var med i, er slettet: Helsefellesskapet Agder, 2027
        > status
        Du har ingen søknad åpen
    """)
    assert talk.records("application") == []


def test_who_waits_to_be_let_in_is_told_when_the_draft_is_deleted_and_nothing_of_it(talk: Talk) -> None:
    together(talk)
    talk("> inviter Evje og Hornnes")
    code = the_code(talk)
    talk(f"""
        (Frode)
        > bli med {code}
        (Per)
        > slett utkast
        > ja
        > ja
        (Kari)
        > slett utkast
        > ja
        > ja
        Utkastet er slettet
        (Frode)
        (news)
        Du ble ikke sluppet inn i søknaden
        ! Agder
    """)


def test_one_no_keeps_a_shared_draft_and_the_one_who_asked_is_told(talk: Talk) -> None:
    together(talk)
    talk("""
        (Kari)
        > slett utkast
        > ja
        > ja
        (Per)
        (news)
        [Behold utkastet]
        Utkastet beholdes
        (Kari)
        (news)
        Per Eksempel vil beholde utkastet
        > behold utkastet
        Ingen har bedt om at utkastet slettes
    """)


def test_ones_own_party_alone_deletes_nothing_of_a_shared_draft(talk: Talk) -> None:
    together(talk)
    a_third(talk)
    talk("""
        > slett utkast
        > ja
        > ja
        Utkastet slettes når disse også har sagt ja: Sørlandet sykehus HF
        (Eva)
        > slett utkast
        > ja
        > ja
        Utkastet slettes når disse også har sagt ja: Sørlandet sykehus HF
    """)
    assert talk.draft.is_draft


def test_a_draft_of_one_party_goes_after_two_yeses_as_before(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        > slett utkast
        Vil du slette hele utkastet?
        > ja
        > ja
        Utkastet er slettet
    """)


def test_who_sends_sees_who_has_access_and_everybody_gets_a_receipt_in_their_language(talk: Talk) -> None:
    together(talk, READY)
    talk("> godta alle")
    talk("""
        > language english
        (Kari)
        > send
        Disse ser søknaden
        Sørlandet sykehus HF
        Kari Eksempel
        Evje og Hornnes
        Per Eksempel
        > ja
        Kvittering
        Kvitteringen går til alle som er med: Kari Eksempel, Per Eksempel
        (Per)
        (news)
        Receipt
        Sent by Kari Eksempel
        Case number
        The receipt goes to everybody who is in: Kari Eksempel, Per Eksempel
        > send
        has been sent and cannot be changed here
        > receipt
        Receipt
    """)


def test_who_sends_is_asked_once_more_when_somebody_has_come_in_meanwhile(talk: Talk) -> None:
    together(talk, READY)
    talk("> godta alle")
    talk("""
        (Kari)
        > inviter Sørlandet sykehus
    """)
    code = the_code(talk)
    talk(f"""
        (Siv)
        > bli med {code}
        (Per)
        > send
        Disse ser søknaden
        ! Siv Eksempel
        (Kari)
        > slipp inn
        > ja
        (Per)
        > ja
        Søknaden er endret siden du så den
        Disse ser søknaden
        Kari Eksempel, Siv Eksempel
        > ja
        Kvittering
    """)


def test_status_says_who_is_in_invited_and_waiting_what_each_lacks_and_the_days_left(talk: Talk) -> None:
    talk.call("agder", year=2027, deadline="2026-11-22")
    talk(TO_PARTIES)
    talk("""
        > min part Sørlandet sykehus
        > inviter
        > Medisinsk klinikk
        > status
        6 dager igjen til fristen
        Sørlandet sykehus HF
        Kari Eksempel
        Mangler: Kontaktperson
        Evje og Hornnes
        Ingen er med ennå. Koden gjelder til 30. november
        Mangler: Kontaktperson
    """)
    code = the_code(talk)
    talk(f"""
        (Per)
        > bli med {code}
        (Kari)
        > status
        Evje og Hornnes
        Ingen er med ennå. Noen venter på å bli sluppet inn.
    """)


def test_a_party_that_is_in_is_not_written_out_by_another_and_goes_when_it_wants(talk: Talk) -> None:
    together(talk, READY)
    talk("""
        (Kari)
        > endre kommuner
        > Bygland
        Bare en part selv kan gå ut av søknaden. Står fortsatt blant partene: Evje og Hornnes
        > endre kommuner
        > Bygland, Herøy
        Hvilken mener du?
        > 1
        Står fortsatt blant partene: Evje og Hornnes
        (Per)
        > meld meg ut
        Du er den eneste som er med for parten din
        > endre kommuner
        > Bygland
        ! Står fortsatt
        > hvem er med
        Parten er ikke blant søkerne lenger
        Per Eksempel
        > meld meg ut
        Vil du gå ut av søknaden?
        > ja
        Du er ikke lenger med i søknaden
    """)


def test_who_is_in_for_a_party_known_by_name_is_so_also_when_it_is_spelt_anew(talk: Talk) -> None:
    talk.accounts["Per"] = Account(MUNICIPAL)
    talk("""
        > start
        > Et annet
        > 2027
        > Lovisenborg sykehus
        > Evje og Hornnes
        > min part Lovisenborg sykehus
        > inviter Evje og Hornnes
    """)
    code = the_code(talk)
    talk(f"""
        (Per)
        > bli med {code}
        (Kari)
        > slipp inn
        > ja
        (Per)
        (news)
        [Åpne]
        > endre helseforetak
        > Lovisenberg sykehus
        ! Står fortsatt
        > endre helseforetak
        > Et helt annet
        >> Et til
        Står fortsatt blant partene: Lovisenberg sykehus
        > hvem er med
        Lovisenberg sykehus
        1. Kari Eksempel
    """)
