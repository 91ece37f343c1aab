"""«angre»: one's own last change, shown and confirmed, as long as nothing has come since; and it again."""

from __future__ import annotations

import asyncio

from bot.records import put_person
from dialogs.deed import MOST
from tests.drafts import READY, TO_BUDGET, TO_PERIOD, TO_TITLE
from tests.talking import Talk
from tests.test_audit import chained


def test_the_last_change_is_shown_and_taken_back_by_one_tap(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > endre tittel
        > Akutteam for eldre
        > angre
        Angre den siste endringen din?
        Akutteam for eldre → Felles akutteam
        [Ja, angre]
        Endringen er angret.
    """)
    assert talk.value("title") == "Felles akutteam"
    lines = [line for line in talk.audit(talk.draft.id) if line.body["field"] == "title"]
    assert [line.values["new"]["value"] for line in lines] == [
        "Felles akutteam",
        "Akutteam for eldre",
        "Felles akutteam",
    ]
    assert chained(talk, talk.draft)


def test_what_was_taken_back_can_be_made_again_and_taken_back_again(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > endre tittel
        > Akutteam for eldre
        > angre
        > ja
        Endringen er angret.
        > gjør om igjen
        Gjøre endringen om igjen?
        Felles akutteam → Akutteam for eldre
        [Ja, gjør om igjen]
        Endringen er gjort om igjen.
    """)
    assert talk.value("title") == "Akutteam for eldre"
    talk("""
        > angre
        [Ja, angre]
        > gjør om igjen
        [Ja, gjør om igjen]
        > gjør om igjen
        Det er ingenting å gjøre om igjen.
    """)
    assert talk.value("title") == "Akutteam for eldre"


def test_angre_again_goes_further_back_and_all_of_it_forth_again(talk: Talk) -> None:
    talk(TO_PERIOD)
    titles = ["Felles akutteam", "To", "Tre", "Fire"]
    for title in titles[1:]:
        talk.type("endre tittel")
        talk.type(title)
    for title in reversed(titles[:-1]):
        talk.type("angre")
        talk.tap("Ja, angre")
        assert talk.value("title") == title
    for title in titles[1:]:
        talk.type("gjør om igjen")
        talk.tap("Ja, gjør om igjen")
        assert talk.value("title") == title
    talk.type("angre")
    talk.tap("Ja, angre")
    assert talk.value("title") == "Tre"


def test_a_no_leaves_everything(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > endre tittel
        > Akutteam for eldre
        > angre
        [Nei, la det stå]
    """)
    assert talk.value("title") == "Akutteam for eldre"


def test_a_first_answer_that_is_taken_back_is_asked_again(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Felles akutteam
        > angre
        Felles akutteam → ikke besvart
        [Ja, angre]
        Endringen er angret.
    """)
    assert talk.value("title") is None
    talk("""
        > endre tittel
        Hva heter tiltaket?
        > Noe annet
    """)
    assert talk.value("title") == "Noe annet"


def test_what_was_asked_about_first_is_one_change_with_its_answer(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > 1.1.2027 - 31.12.2028
        > endre periode
        > 1.1.2026 - 31.12.2028
        > ja
        > angre
        1. januar 2026 – 31. desember 2028 → 1. januar 2027 – 31. desember 2028
        [Ja, angre]
    """)
    assert talk.value("period") == ["2027-01-01", "2028-12-31"]


def test_a_line_that_was_removed_comes_back_with_what_stood_in_it(talk: Talk) -> None:
    talk(READY)
    talk.type("legg til kostnad")
    talk.type("Bil")
    before = talk.draft.lines
    talk("""
        > fjern kostnad 2
        > angre
        [Ja, angre]
        Endringen er angret.
    """)
    assert talk.draft.lines == before
    assert talk.value("cost_what#2") == "Bil"


def test_a_line_that_was_added_goes_again_when_what_stood_in_it_is_taken_back_first(talk: Talk) -> None:
    talk(READY)
    before = talk.draft.lines
    talk.type("legg til kostnad")
    talk.type("Bil")
    talk("""
        > angre
        Bil → ikke besvart
        [Ja, angre]
        > angre
        [Ja, angre]
        Endringen er angret.
    """)
    assert [*talk.draft.lines.values()] in ([*before.values()], [("1",)])


def test_a_field_that_has_changed_since_is_left_alone_and_the_old_words_are_shown(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk.type("endre tittel")
    talk.type("Akutteam for eldre")
    mine = talk.person.undo
    talk.type("endre tittel")
    talk.type("Noe helt annet")
    _with_only(talk, mine)
    talk("""
        > angre
        Dette er endret siden, så jeg kan ikke angre det.
        Felles akutteam
    """)
    assert talk.value("title") == "Noe helt annet"


def test_what_is_sent_is_not_taken_back_and_nothing_is_kept_for_it(talk: Talk) -> None:
    talk(READY)
    assert talk.person.undo
    talk("""
        > send
        [Send nå]
        Kvittering
        > angre
        ! Angre den siste endringen din?
    """)
    assert talk.person.undo == talk.person.redo == ()


def test_of_a_draft_that_is_deleted_nothing_is_kept_to_be_taken_back(talk: Talk) -> None:
    talk(TO_BUDGET)
    assert "Felles akutteam" in talk.everything()
    talk("""
        > endre tittel
        > Akutteam for eldre
        > angre
        > slett utkast
        > ja
        > ja
        Utkastet er slettet.
    """)
    assert talk.person.undo == talk.person.redo == ()
    assert "akutteam" not in str(talk.records("person")).casefold()


def test_without_a_change_there_is_nothing_to_take_back(talk: Talk) -> None:
    talk("""
        > start
        > angre
        Jeg vet ikke om noen endring av deg i denne søknaden som kan angres.
        > gjør om igjen
        Det er ingenting å gjøre om igjen.
    """)


def test_what_is_kept_for_it_is_bounded(talk: Talk) -> None:
    talk(READY)
    assert len(talk.person.undo) <= MOST
    for number in range(6):
        talk.type("endre hva")
        talk.type(f"{number}" + " ord" * 1_400)
    assert sum(deed.length for deed in talk.person.undo) <= 20_000
    assert talk.person.undo


def _with_only(talk: Talk, undo: object) -> None:
    """As if what came since had been written by another."""
    person = talk.person.model_copy(update={"undo": undo})
    asyncio.run(talk.store.commit(expect={}, put=[put_person(person)]))
