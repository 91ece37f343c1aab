"""A long application is checked a part at a time: nobody is sent a dozen cards that they did not ask for."""

from __future__ import annotations

import re

import pytest

from bot.cards.parts import MOST_AT_ONCE
from dialogs.application import SetAside
from dialogs.events import Command
from dialogs.view import View
from tests.drafts import READY
from tests.largest_application import balanced, fill
from tests.talking import Talk


@pytest.fixture
def long(talk: Talk) -> Talk:
    """Ten municipalities, four years, and every field filled in."""
    talk("> start")
    talk.keep(balanced(fill(talk.draft, talk.context, "Ord ", year="2027"), talk.context))
    return talk


def cards_of_last_reply(talk: Talk) -> int:
    newest = talk.window.sheets[-1].row.rpartition(".")[0]
    return sum(sheet.row.startswith(f"{newest}.") for sheet in talk.window.sheets)


def test_a_long_summary_is_one_card_with_the_sums_and_a_way_to_each_part(long: Talk) -> None:
    long("""
        > oppsummering
        Se over svarene
        Ingenting mangler. Søknaden kan sendes.
        Budsjettet samlet
        Del 1: Utlysningen
        2 svar. Ingenting mangler.
        Del 5: Budsjettet
        Del 8: Mer om tiltaket
        Skriv «vis del 5» for å se en del, eller «vis alle svarene» for å se alt på én gang.
        ! Kostnad 30
    """)
    assert cards_of_last_reply(long) == 1


def test_a_part_is_shown_by_its_button_and_by_typing_in_every_language(long: Talk) -> None:
    long("> oppsummering")
    for ask in (
        "[Vis del 2: Partene]",
        "> vis del 2",
        "> Vis del 2: Partene",
        "> vis del 2: partane",
        "> show part 2",
        "> Show part 2: The parties",
    ):
        long(f"""
            {ask}
            Del 2: Partene
            Kontaktperson – Evje og Hornnes
            Prosjektledelse
            ! Del 5
        """)
        assert cards_of_last_reply(long) <= MOST_AT_ONCE


def test_a_part_that_is_long_itself_comes_in_batches(long: Talk) -> None:
    long("""
        > vis del 5
        Del 5: Budsjettet (1 av 4)
        Kostnad 1
        ! Søknadsbeløp –
        [Vis del 5: Budsjettet (2 av 4)]
        Del 5: Budsjettet (2 av 4)
        > Vis del 5: Budsjettet (3 av 4)
        Del 5: Budsjettet (3 av 4)
        > vis del 5 4
        Del 5: Budsjettet (4 av 4)
        Annen finansiering
        [Vis del 6: Pasientansvar]
        Del 6: Pasientansvar
        > vis del 5 99
        Del 5: Budsjettet (4 av 4)
    """)


def test_a_part_that_does_not_exist_is_the_summary(long: Talk) -> None:
    long("""
        > vis del 42
        Se over svarene
        Del 8: Mer om tiltaket
    """)


def test_everything_comes_when_it_is_asked_for(long: Talk) -> None:
    for ask in ("> vis alle svarene", "[Vis alle svarene]", "> show everything"):
        long(f"""
            > oppsummering
            {ask}
            Se over svarene (1 av
            Kostnad 30
        """)
        assert cards_of_last_reply(long) > MOST_AT_ONCE


def test_every_field_can_be_changed_from_a_part(long: Talk) -> None:
    long("> oppsummering")
    for part in range(1, 9):
        for batch in range(1, 5):
            long(f"> vis del {part} {batch}")
    offered = {
        offer.action["data"].get("x")
        for _, offer in long.window.offered()
        if offer.action["data"].get("c") == str(Command.CHANGE)
    }
    fields = {f.id for f in View(long.draft, long.context).fields if not f.question.asks_for_lines}
    assert fields <= offered


def test_after_a_change_only_what_it_touched_is_shown(long: Talk) -> None:
    long("""
        > vis del 3
        [Endre ved «Tittel»]
        Hva heter tiltaket?
        > Et nytt navn
        Se over svarene etter endringen
        Ingenting mangler. Søknaden kan sendes.
        Tiltaket
        Et nytt navn
        ! Budsjettet samlet
        ! Kostnad
    """)
    assert cards_of_last_reply(long) == 1
    long("""
        [Endre på «etter endringen» ved «Tittel»]
        > Enda et navn
        Se over svarene etter endringen
        Enda et navn
        [Oppsummering]
        Se over svarene
        Del 3: Tiltaket
    """)


def test_after_a_change_of_an_amount_the_sums_and_what_they_lack_are_shown(long: Talk) -> None:
    long("""
        > oppsummering
        > vis del 5
    """)
    change(long, "cost_nok#7")
    long("""
        Kostnad 7
        [Lagre] cost_nok=1 000
        Mente du 1 000 kr?
        > ja
        Se over svarene etter endringen
        1 000 kr mangler.
        Budsjettet samlet
        Kostnad 7
        Beløp
        1 000 kr
        Del 5: Budsjettet
        ! Kostnad 8
        [Vis del 5: Budsjettet på «etter endringen»]
        Del 5: Budsjettet (1 av 4)
    """)


def test_a_line_that_is_taken_away_from_the_summary_is_a_change(long: Talk) -> None:
    long("""
        > oppsummering
        > fjern kostnad 7
        Linjen er fjernet.
        Se over svarene etter endringen
        Del 5: Budsjettet
        ! Budsjettet samlet
        > fjern kostnad 1
        Linjen er fjernet.
        Se over svarene etter endringen
        Rett
        Budsjettet samlet
        Finansieringen er 999 999 999 kr større enn kostnadene.
    """)


def change(talk: Talk, slot: str) -> None:
    """Taps «Endre» beside the field on the newest card that has it."""
    sheet, offer = next(
        (sheet, offer)
        for sheet, offer in reversed(talk.window.offered())
        if offer.action["data"].get("x") == slot
    )
    talk.send_action(sheet.row, offer.action, offer.action["data"])


def test_what_is_set_aside_is_a_part_of_its_own(long: Talk) -> None:
    kept = tuple(
        SetAside(text=f"Tekst {n} " + "x" * 4_000, slot=None, reason="not_shown", by="p", at=long.now)
        for n in range(24)
    )
    long.keep(long.draft.model_copy(update={"set_aside": kept}))
    long("""
        > oppsummering
        Ved siden av utkastet
        24 tekster som ikke ble svar
        ! Tekst 3
        [Vis det som står ved siden av]
        Ved siden av utkastet (1 av 2)
        Tekst 0
        > vis det som står ved siden av
        Tekst 3
    """)


def test_a_short_summary_stays_whole_also_after_a_change(talk: Talk) -> None:
    talk(READY)
    whole = [sheet for sheet in talk.window.sheets if re.search("Se over svarene", sheet.states[-1].text)]
    assert len(whole) == cards_of_last_reply(talk) <= MOST_AT_ONCE
    talk("""
        [Endre ved «Tittel»]
        > Et nytt navn
        Et nytt navn
        > vis del 3
        Del 3: Tiltaket
        Et nytt navn
        ! Budsjettet samlet
    """)
