"""Two parties come together: a code is given out, shown, and nothing is seen before somebody has let them in."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from bot.codes import is_surely_code
from dialogs.application import Application
from tests.drafts import READY, TO_PARTIES
from tests.talking import Account, Talk

HOSPITAL = "3f6c2f0e-0000-4000-8000-000000000001"
MUNICIPAL = "3f6c2f0e-0000-4000-8000-000000000002"
ELSEWHERE = "3f6c2f0e-0000-4000-8000-000000000003"
CODE = re.compile(r"[23456789A-HJKMNP-TV-Z]{4}-[23456789A-HJKMNP-TV-Z]{4}")
WRONG = "Koden gjelder ikke. Be den som inviterte deg, om en ny"


def the_code(talk: Talk) -> str:
    """As it stands on the newest card that holds one."""
    for sheet in reversed(talk.window.sheets):
        found = CODE.search(sheet.states[0].text)
        if found is not None:
            return found[0]
    raise AssertionError("no card holds a code")


def invited(talk: Talk, beginning: str = TO_PARTIES, *, wanted: str = "inviter") -> str:
    """Kari of the hospital has begun, and has a code for the municipality."""
    talk.accounts["Per"] = Account(MUNICIPAL)
    talk(beginning)
    talk(f"""
        > min part Sørlandet sykehus
        > {wanted}
    """)
    return the_code(talk)


def together(talk: Talk, beginning: str = TO_PARTIES) -> None:
    """Kari of the hospital and Per of the municipality are in, and Per is at the keyboard."""
    code = invited(talk, beginning)
    talk(f"""
        (Per)
        > bli med {code}
        (Kari)
        (news)
        [Slipp inn]
        (Per)
        (news)
        [Åpne]
    """)


def test_a_second_person_joins_by_a_code_and_opens_the_same_draft(talk: Talk) -> None:
    talk.accounts["Per"] = Account(MUNICIPAL)
    talk(TO_PARTIES)
    talk("""
        Hvem er du med for?
        Du kan svare når som helst; det stopper ingenting
        Hvem er kontaktperson
        > inviter
        Si først hvem du selv er med for
        [Sørlandet sykehus HF]
        Du er med for Sørlandet sykehus HF
        > inviter
        Invitasjon
        Gjelder
        Evje og Hornnes
        Kode
        Personen skriver «bli med
        Koden gjelder én gang, til 30. november 2026
    """)
    code = the_code(talk)
    talk(f"""
        (Per)
        > bli med {code}
        Jeg har spurt dem som er med i søknaden
        ! Evje
        > oppsummering
        Du har ingen søknad åpen
        (Kari)
        (news)
        Vil være med for Evje og Hornnes
        Per Eksempel
        Kontoen hører til
        en Teams-organisasjon jeg ikke kjenner ({MUNICIPAL})
        Ikke gjest.
        [Slipp inn]
        Per Eksempel er med i søknaden nå
        (Per)
        (news)
        Du er sluppet inn. Du er med for: Evje og Hornnes
        Disse ser søknaden
        Kari Eksempel
        Per Eksempel
        [Åpne]
        Hvem er kontaktperson
        > hvem er med
        Sørlandet sykehus HF
        1. Kari Eksempel
        Evje og Hornnes
        2. Per Eksempel
    """)
    assert [m.party for m in talk.draft.members] == ["hsorlandet-sykehus", "m4219"]
    assert code not in talk.everything()


def test_both_write_in_the_same_draft(talk: Talk) -> None:
    together(talk)
    talk("""
        > Medisinsk klinikk
        (Kari)
        > oppsummering
        Medisinsk klinikk
    """)


def test_who_is_asked_sees_a_guest_an_organisation_that_is_known_and_their_own(talk: Talk) -> None:
    talk.maps("agder", m4219=MUNICIPAL)
    code = invited(talk)
    talk.accounts["Per"] = Account(MUNICIPAL, guest=True)
    talk(f"""
        (Per)
        > bli med {code}
        (Kari)
        (news)
        Per Eksempel
        Evje og Hornnes ({MUNICIPAL})
        ! samme Teams-organisasjon
        Gjest i den organisasjonen
    """)


def test_a_colleague_who_poses_as_the_municipality_is_told_apart(talk: Talk) -> None:
    code = invited(talk)
    talk.accounts["Per"] = Account(HOSPITAL, guest=None)
    talk(f"""
        (Per)
        > bli med {code}
        (Kari)
        (news)
        Det er samme Teams-organisasjon som din egen
        Jeg vet ikke om det er en gjest
        [Ikke slipp inn]
        Per Eksempel er ikke sluppet inn
        (Per)
        (news)
        Du ble ikke sluppet inn i søknaden
        > bli med {code}
        {WRONG}
    """)
    assert len(talk.windows["Kari"].sheets) > 0


def test_where_settings_say_which_tenant_is_whose_the_code_works_there_alone(talk: Talk) -> None:
    talk.maps("agder", m4219=MUNICIPAL)
    code = invited(talk)
    talk.accounts |= {"Frode": Account(ELSEWHERE), "Per": Account(MUNICIPAL)}
    talk(f"""
        Bare kontoer i partens egen Teams-organisasjon kan bruke den
        (Frode)
        > bli med {code}
        {WRONG}
        (Per)
        > bli med {code}
        Jeg har spurt dem som er med i søknaden
    """)


def test_one_and_the_same_reply_for_wrong_used_revoked_and_out_of_date(talk: Talk) -> None:
    code = invited(talk)
    said = {}
    talk(f"(Per)\n> bli med {code}")
    talk.be("Frode")
    for name, text in (
        ("used", f"bli med {code}"),
        ("wrong", "bli med 2345-6789"),
        ("mistyped", "bli med k2m4p9x"),
    ):
        talk.type(text)
        said[name] = tuple(talk.said)
    talk("(Kari)\n> inviter Evje og Hornnes")
    revoked = the_code(talk)
    talk("""
        > trekk tilbake
        Invitasjonen er trukket tilbake
        > inviter Evje og Hornnes
    """)
    late = the_code(talk)
    talk("(Kari)\n(news)\n[Slipp inn]")
    talk.be("Frode")
    talk.type(f"bli med {code}")
    said["used, and let in"] = tuple(talk.said)
    talk.type(f"bli med {revoked}")
    said["revoked"] = tuple(talk.said)
    talk("(15 days later)")
    talk.type(f"bli med {late}")
    said["late"] = tuple(talk.said)
    assert set(said.values()) == {(WRONG + ".",)}


def test_a_link_puts_the_same_words_in_the_chat_and_opening_it_reaches_nobody_here(talk: Talk) -> None:
    chat = "https://teams.microsoft.com/l/chat/0/0?users=28:app"
    talk.context = replace(talk.context, chat_link=chat)
    talk.restart()
    code = invited(talk)
    found = re.search(rf"{re.escape(chat)}&message=(\S+)", "\n".join(talk.said))
    assert found is not None
    assert unquote(found[1]) == f"bli med {code}"
    talk(f"""
        (Per)
        > {unquote(found[1])}
        Jeg har spurt dem som er med i søknaden
    """)


def test_who_began_is_known_as_a_guest_before_the_others_come(talk: Talk) -> None:
    talk.accounts["Kari"] = Account(HOSPITAL, guest=True)
    together(talk)
    talk("""
        > hvem er med
        1. Kari Eksempel (gjest)
        2. Per Eksempel
    """)


def test_after_five_wrong_tries_in_an_hour_not_even_the_right_code_is_right(talk: Talk) -> None:
    code = invited(talk)
    talk.be("Per")
    for wrong in range(5):
        talk.type(f"bli med 234{wrong + 2}-ABCD")
    talk.restart()
    talk(f"""
        > bli med {code}
        {WRONG}
        (2 hours later)
        > bli med {code}
        Jeg har spurt dem som er med
    """)


def test_wrong_tries_count_for_the_tenant_too_and_never_against_the_invitation(talk: Talk) -> None:
    code = invited(talk)
    for number in range(10):
        talk.accounts[f"Gjetter{number}"] = Account(ELSEWHERE)
        talk.be(f"Gjetter{number}")
        for wrong in range(5):
            talk.type(f"bli med 234{wrong + 2}-ABCD")
    talk.accounts["Frode"] = Account(ELSEWHERE)
    talk(f"""
        (Frode)
        > bli med {code}
        {WRONG}
        (Per)
        > bli med {code}
        Jeg har spurt dem som er med
    """)


def test_the_code_alone_is_enough_and_a_delivery_that_is_repeated_counts_once(talk: Talk) -> None:
    code = invited(talk)
    talk(f"""
        (Per)
        > {code.lower()}
        Jeg har spurt dem som er med
        (again)
        Jeg har spurt dem som er med
    """)
    assert len([i for i in _draft_of_kari(talk).invitations if i.claim is not None]) == 1
    assert len([row for row in talk.outbox("news") if row.body.get("what") == "claim"]) == 1
    assert talk.records("tries") == []


def test_nothing_of_a_code_is_kept_whatever_it_was_typed_into(talk: Talk) -> None:
    code = invited(talk)
    for text in (code, f"bli med {code}", f"koble identitet {code}"):
        talk.type(text)
        talk("(Per)\n> start")
        talk.type(text)
        talk.be("Kari")
    assert code not in talk.everything()
    assert code.replace("-", "") not in talk.everything()


def test_who_comes_in_for_a_party_is_that_partys_own_matter(talk: Talk) -> None:
    together(talk)
    talk("""
        (Kari)
        > inviter Evje og Hornnes
    """)
    code = the_code(talk)
    talk(f"""
        (Frode)
        > bli med {code}
        (Kari)
        (news)
        > slipp inn
        Det er kontaktene i Evje og Hornnes som bestemmer hvem som er med der
        (Per)
        > hvem er med
        Venter på å bli sluppet inn
        1. Vil være med for Evje og Hornnes
        Frode Eksempel
        > slipp inn 1
        Frode Eksempel
        Slipper du inn, ser personen hele søknaden
        > ja
        Frode Eksempel er med i søknaden nå
        (Kari)
        (news)
        Frode Eksempel er med nå, for: Evje og Hornnes
    """)


def test_the_party_is_known_from_the_tenant_or_from_the_last_time(talk: Talk) -> None:
    talk.maps("agder", hsorlandet_sykehus=HOSPITAL)
    talk(TO_PARTIES)
    talk("""
        Jeg regner med at du er med for Sørlandet sykehus HF
        [Velg en annen part]
        [Evje og Hornnes]
        Du er med for Evje og Hornnes
        > start
        > Agder
        > 2027
        > Sørlandet sykehus
        > Evje og Hornnes
        Jeg regner med at du er med for Evje og Hornnes
    """)


def test_nobody_changes_sides_once_others_are_in(talk: Talk) -> None:
    together(talk)
    talk("""
        > min part Sørlandet sykehus
        Du kan ikke velge Sørlandet sykehus HF her
    """)


def test_the_secretariat_reads_along_and_changes_nothing(talk: Talk) -> None:
    code = invited(talk, READY, wanted="inviter sekretariatet")
    talk.accounts["Olga"] = Account(ELSEWHERE)
    talk(f"""
        (Olga)
        > bli med {code}
        (Kari)
        (news)
        Vil være med for Leser med
        [Slipp inn]
        (Olga)
        (news)
        [Åpne]
        Felles akutteam
        ! Endre
        > Et nytt navn
        Du kan lese denne søknaden, men ikke endre den
        > endre tittel
        Du kan lese denne søknaden, men ikke endre den
        > send
        Du kan lese denne søknaden, men ikke endre den
        > inviter
        Du kan lese denne søknaden, men ikke endre den
        > status
        Ingenting mangler
        > meld meg ut
        Vil du gå ut av søknaden?
        > ja
        Du er ikke lenger med
        > oppsummering
        Du har ingen søknad åpen
    """)
    assert _draft_of_kari(talk).set_aside == ()


def test_someone_known_from_before_is_asked_by_name_and_whether_they_were_found_is_not_told(
    talk: Talk,
) -> None:
    together(talk)
    talk("""
        (Kari)
        > start
        > Agder
        > 2027
        > Sørlandet sykehus
        > Evje og Hornnes
        > inviter
        Spør Per Eksempel
        [Spør Per Eksempel]
        Jeg har spurt Per Eksempel
        (Per)
        (news)
        Kari Eksempel (Sørlandet sykehus HF) spør om du vil være med i en søknad, for Evje og Hornnes
        Helsefellesskapet Agder
        [Bli med]
        Jeg har spurt dem som er med
        (Kari)
        (news)
        Per Eksempel
        [Slipp inn]
        Per Eksempel er med i søknaden nå
        (Frode)
        > start
        > Agder
        > 2027
        > Sørlandet sykehus
        > Evje og Hornnes
        > min part Sørlandet sykehus
        > oppsummering
        > inviter Per Eksempel, Evje og Hornnes
        Kjenner jeg noen med akkurat dette navnet hos Evje og Hornnes
        > inviter Ingen Eksempel, Evje og Hornnes
        Kjenner jeg noen med akkurat dette navnet hos Evje og Hornnes
        > hvem er med
        1. Evje og Hornnes
        Spurt. Kan svare til
        2. Evje og Hornnes
        Spurt. Kan svare til
        (Per)
        > bli med
        Frode Eksempel (Sørlandet sykehus HF) spør om du vil være med i en søknad i Helsefellesskapet Agder
        > bli med 1
        Jeg har spurt dem som er med
    """)


def _draft_of_kari(talk: Talk) -> Application:
    talk.be("Kari")
    return talk.draft


def test_a_code_is_known_without_its_hyphen_and_in_small_letters() -> None:
    assert is_surely_code("9bdn8c9f")
    assert is_surely_code("abcd2345", is_asked=False)
    assert not is_surely_code("mars2027")
    assert not is_surely_code("23456789")
    assert not is_surely_code("2027 2028")
