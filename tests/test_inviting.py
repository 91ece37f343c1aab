"""Two parties come together: a code is given out, shown, and nothing is seen before somebody has let them in."""

from __future__ import annotations

import re

from tests.drafts import TO_PARTIES
from tests.talking import Account, Talk

MUNICIPAL_TENANT = "3f6c2f0e-0000-4000-8000-000000000002"
CODE = re.compile(r"[23456789A-HJKMNP-TV-Z]{4}-[23456789A-HJKMNP-TV-Z]{4}")


def the_code(talk: Talk) -> str:
    """As it stands on the newest card that holds one."""
    for sheet in reversed(talk.window.sheets):
        found = CODE.search(sheet.states[0].text)
        if found is not None:
            return found[0]
    raise AssertionError("no card holds a code")


def test_a_second_person_joins_by_a_code_and_opens_the_same_draft(talk: Talk) -> None:
    talk.accounts["Per"] = Account(MUNICIPAL_TENANT, guest=False)
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
        en Teams-organisasjon jeg ikke kjenner ({MUNICIPAL_TENANT})
        Ikke gjest.
        [Slipp inn]
        Per Eksempel er med i søknaden nå
        (Per)
        (news)
        Du er sluppet inn. Du er med for: Evje og Hornnes
        [Åpne]
        Hvem er kontaktperson
        > hvem er med
        Sørlandet sykehus HF
        Kari Eksempel
        Evje og Hornnes
        Per Eksempel
    """)
    assert [m.party for m in talk.draft.members] == ["hsorlandet-sykehus", "m4219"]
    assert code not in talk.everything()
