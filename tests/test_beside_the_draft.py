"""What did not become an answer is kept beside the draft while there is room, and never let go unsaid."""

from __future__ import annotations

import pytest

from dialogs.application import MOST_CHARACTERS_SET_ASIDE, MOST_SET_ASIDE, SetAside
from dialogs.reading import MAX_TYPED
from tests.drafts import READY, TO_TITLE
from tests.talking import Talk


def set_aside(talk: Talk, *texts: str) -> None:
    kept = tuple(
        SetAside(text=text, slot=None, reason="not_shown", by=talk.person.id, at=talk.now) for text in texts
    )
    talk.keep(talk.draft.model_copy(update={"set_aside": kept}))


def kept(talk: Talk) -> list[str]:
    return [one.text for one in talk.draft.set_aside]


LONG = ["x" * (MAX_TYPED - 1) + str(n) for n in range(MOST_CHARACTERS_SET_ASIDE // MAX_TYPED)]
MANY = [f"Tekst nummer {n}" for n in range(MOST_SET_ASIDE)]


@pytest.mark.parametrize("full", [LONG, MANY], ids=["long", "many"])
def test_where_there_is_no_room_the_person_is_told_that_the_text_is_not_kept(
    talk: Talk, full: list[str]
) -> None:
    talk(READY)
    set_aside(talk, *full)
    talk("""
        > Og så var det dette med båten.
        Det er ikke plass til mer ved siden av utkastet, så denne teksten er ikke lagret.
        Og så var det dette med båten.
        [Vis det som står ved siden av]
        Ved siden av utkastet
    """)
    assert kept(talk) == full


def test_a_long_text_that_is_not_kept_is_not_said_to_be_kept(talk: Talk) -> None:
    talk(READY)
    set_aside(talk, *LONG)
    talk.type("y" * MAX_TYPED)
    talk("""
        ! tatt vare på
    """)
    assert "tegn til, som ikke er lagret." in "\n".join(talk.said)
    assert kept(talk) == LONG


def test_words_that_wait_for_a_yes_or_no_are_told_of_too(talk: Talk) -> None:
    talk(TO_TITLE)
    set_aside(talk, *MANY)
    talk("""
        > Hva med ambulansen?
        så denne teksten er ikke lagret.
        Hva med ambulansen?
        Var dette svaret på spørsmålet, eller et spørsmål til meg?
        [Svar på spørsmålet]
        Hva med ambulansen?
    """)
    assert talk.value("title") == "Hva med ambulansen?"
    assert kept(talk) == MANY


def test_a_text_is_taken_away_by_its_button_once_it_is_sure(talk: Talk) -> None:
    talk(READY)
    set_aside(talk, "Den første", "Den andre")
    talk("""
        > ved siden av utkastet
        1. Kari Eksempel, 16. november 2026
        Den første
        2. Kari Eksempel, 16. november 2026
        Den andre
        [Fjern teksten ved «Den andre»]
        Skal denne teksten fjernes?
        Den andre
        [Ja] [Nei]
        [Nei]
        > ved siden av utkastet
        [Fjern teksten ved «Den andre»]
        [Ja]
        Teksten er fjernet.
        Den første
        ! Den andre
        [Fjern teksten på «Den andre» ved «Den andre»]
        Den teksten finnes ikke.
    """)
    assert kept(talk) == ["Den første"]


def test_a_text_is_taken_away_by_typing_its_number_and_a_repetition_takes_no_other(talk: Talk) -> None:
    talk(READY)
    set_aside(talk, "Den første", "Den andre", "Den tredje")
    talk("""
        > fjern tekst
        Skriv nummeret også, for eksempel «fjern tekst 1».
        > fjern tekst 2
        Skal denne teksten fjernes?
        Den andre
        > ja
        Teksten er fjernet.
        > fjern tekst 2
        Den tredje
        > nei
        > slett tekst 9
        Den teksten finnes ikke.
        > remove text 1
        > ja
        > fjern tekst
        Den tredje
        > ja
        Teksten er fjernet.
        > fjern tekst 1
        Den teksten finnes ikke.
    """)
    assert kept(talk) == []


def test_there_is_room_again_when_something_is_taken_away(talk: Talk) -> None:
    talk(READY)
    set_aside(talk, *LONG)
    talk("""
        > Noe mer
        ikke lagret
        > fjern tekst 3
        > ja
        > Noe mer
        Jeg har tatt vare på teksten ved siden av utkastet.
    """)
    assert kept(talk) == [*LONG[:2], *LONG[3:], "Noe mer"]


def test_words_that_were_for_no_field_are_their_authors_alone(talk: Talk) -> None:
    talk(READY)
    talk.let_in("Per", "m4219")
    talk("""
        > Husk å ringe klinikken om dette
        > oppsummering
        Ved siden av utkastet
        Kari Eksempel, 16. november 2026
        Husk å ringe klinikken om dette
        (Per)
        > oppsummering
        ! Husk å ringe
    """)


def test_words_for_a_field_are_seen_by_all_with_whose_they_are(talk: Talk) -> None:
    talk(READY)
    talk.let_in("Per", "m4219")
    talk("""
        > endre tittel
        (Per)
        > endre tittel
        > Akutteam i fjellet
        (Kari)
        > Akutteam for alle
        Nå står det: Akutteam i fjellet
        (Per)
        > oppsummering
        Kari Eksempel, 16. november 2026
        Akutteam for alle
    """)
