"""What people ask of the bot itself, in their own words, leads to the command that does it."""

from __future__ import annotations

import pytest

from bot.meant_commands import wished
from dialogs.events import Command
from tests.drafts import READY, TO_BUDGET, TO_PARTIES
from tests.talking import Talk
from tests.test_proposals import with_per


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Hvordan får jeg med Kari?", Command.INVITE),
        ("Korleis får eg med Kari på sjukehuset?", Command.INVITE),
        ("hvordan får vi med den andre parten", Command.INVITE),
        ("kan jeg se hele søknaden før vi sender?", Command.PREVIEW),
        ("kan eg få sjå heile søknaden ferdig, som dokument, før vi sender?", Command.PREVIEW),
        ("vis hele søknaden som den blir sendt", Command.PREVIEW),
        ("har begge fått kvittering?", Command.RECEIPT),
        ("jeg har fått en kode, hvor skriver jeg den?", Command.JOIN),
        ("jeg skal få en kode av ragnhild, hvor skriver jeg den", Command.JOIN),
        (
            "Hei, eg skal søkje rekrutterings og samhandlingstilskot saman med Sørlandet sykehus. "
            "Korleis gjer eg det?",
            Command.START,
        ),
    ],
)
def test_a_wish_is_known_in_peoples_own_words(text: str, command: Command) -> None:
    found = wished(text, has_draft=False)
    assert found is not None
    assert found[0] is command


@pytest.mark.parametrize("text", ["hva har Ragnhild endret?", "kven endra bil og utstyr 2027?", "endringer"])
def test_who_changed_what_may_be_asked(text: str) -> None:
    assert wished(text, has_draft=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "hvordan får vi med brukerne i tiltaket?",
        "hvem kan se søknaden før den er sendt?",
        "kan andre få innsyn i søknaden?",
        "hva er saksnummeret, og hvor finner jeg kvitteringen?",
        "hvordan kobler sekretariatet en kanal til boten med en kode?",
        "kan vi endre eller trekke en søknad som er sendt?",
        "vi skal søke om penger til lege, får vi det?",
        "hvem kan søke?",
    ],
)
def test_a_question_about_the_scheme_is_no_wish(text: str) -> None:
    assert wished(text, has_draft=False) is None


def test_an_invitation_of_somebody_by_name_is_no_department(talk: Talk) -> None:
    talk(TO_PARTIES)
    talk("""
        > inviter kari
        Hvem er du med for?
    """)
    assert talk.value("contact_unit@hsorlandet-sykehus") is None
    talk("""
        > min part hsorlandet-sykehus
        > Hvordan får jeg med Kari?
        Hvem vil dere invitere?
    """)


def test_the_whole_may_be_seen_before_it_is_sent(talk: Talk) -> None:
    talk(READY)
    talk("""
        > kan jeg se dokumentet før vi sender?
        Dette er søknaden slik den er nå, merket som utkast
        > forhåndsvisning
        merket som utkast
        > oppsummering
        [Se søknaden som PDF]
        merket som utkast
    """)
    assert {row.body["version"] for row in talk.outbox("pdf")} == {0}


def test_what_is_said_beside_a_question_does_not_bring_its_card_again(talk: Talk) -> None:
    with_per(talk, TO_BUDGET)
    talk("""
        > hvem er med
        Spørsmålet står åpent: Hva skal dere bruke penger på?
        ! Hele kroner
        > beskjeder
        Spørsmålet står åpent
        [Vis spørsmålet]
        Hele kroner
        > status
        Spørsmålet står åpent
        > Lege
        Hvem har kostnaden?
    """)
    assert talk.value("cost_what#1") == "Lege"
