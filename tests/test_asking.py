"""Questions about the scheme, in a transcript: answered, offered near ones, or told that nobody has written it."""

from __future__ import annotations

from tests.drafts import TO_BUDGET
from tests.talking import Talk

# --- An answer.


def test_a_question_from_the_welcome_is_answered_word_for_word_with_its_source(talk: Talk) -> None:
    talk.finder.knows("hvor lang tid tar dette", "bot-preparation")
    talk.arrive()
    talk("""
        > hvor lang tid tar dette
        Hva trenger vi før vi begynner, og hvor lang tid tar det?
        Regn med omtrent en time i alt, og gjerne i flere omganger.
        Kilde: Tilskuddshjelpen, slik den virker nå, gjelder hele landet.
        Se også
        [Blir det jeg skriver lagret, og hvordan fortsetter jeg senere?]
        Ja, det du skriver, lagres med en gang
    """)


def test_a_question_in_the_middle_of_the_budget_is_answered_and_the_same_field_asked_again(
    talk: Talk,
) -> None:
    talk.finder.knows("hva kan pengene brukes til hos oss", "areas")
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > hva kan pengene brukes til hos oss
        Kilde
        Passet svaret?
        Hvor mye koster det?
        > 300 000
        Jeg leste 300 000 kr
    """)
