"""«historikk»: who changed what, when and from what, for the parties alone, a page at a time."""

from __future__ import annotations

import asyncio
import json
import re

from bot.cards.elements import Pen
from bot.cards.history import history_card
from bot.history import with_history
from bot.records import put_application
from dialogs.effects import HistoryLine, ShowHistory
from dialogs.history import LINES_SHOWN
from dialogs.moment import Step
from dialogs.person import LANGUAGES
from dialogs.view import View
from storage.store import LineId
from tests.card_validation import CardValidator
from tests.drafts import READY, TO_PERIOD, TO_TITLE
from tests.talking import Talk

pytest_plugins = ["tests.fixtures_teams"]


def test_a_change_is_told_with_who_when_the_label_and_both_values(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > endre tittel
        > Akutteam for eldre
        > historikk
        Historikk
        16. november 2026
        Kari
        Tittel: Felles akutteam → Akutteam for eldre
        Tittel: ikke besvart → Felles akutteam
    """)


def test_the_newest_come_first_and_older_ones_are_a_tap_or_a_word_away(talk: Talk) -> None:
    talk(READY)
    last = talk.draft.audit.seq
    assert last > 2 * LINES_SHOWN
    talk.type("historikk")
    assert shown_numbers(talk) == [*range(last, last - LINES_SHOWN, -1)]
    talk.tap("Vis eldre")
    assert shown_numbers(talk) == [*range(last - LINES_SHOWN, last - 2 * LINES_SHOWN, -1)]
    talk.type(f"historikk {LINES_SHOWN + 1}")
    assert shown_numbers(talk) == [*range(LINES_SHOWN, 0, -1)]
    assert "Søknaden ble opprettet" in talk.window.text()
    assert "Vis eldre" not in sheets(talk)[-1]
    for nonsense in ("historikk 0", "historikk 1", "historikk 99999", f"historikk {'9' * 60}"):
        talk.type(nonsense)
        assert shown_numbers(talk)[0] == last


def test_what_was_asked_is_asked_again_after_the_history(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > historikk
        Historikk
        Hva heter tiltaket?
        > Felles akutteam
    """)
    assert talk.value("title") == "Felles akutteam"


def test_half_and_unreadable_answers_are_told_as_such(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > en gang
        > historikk
        Periode: ikke besvart → en gang (kunne ikke leses)
    """)


def test_erased_values_are_told_as_erased(talk: Talk) -> None:
    talk(TO_PERIOD)
    seqs = [line.seq for line in talk.audit(talk.draft.id) if line.body["field"] == "title"]
    asyncio.run(talk.store.commit(expect={}, erase_values=[LineId(talk.draft.id, seq) for seq in seqs]))
    talk.type("historikk")
    talk.tap("Vis eldre") if "Tittel" not in talk.window.text() else None
    assert "Tittel: slettet → slettet" in everything_shown(talk)


def test_the_history_is_there_for_the_parties_when_the_application_is_sent(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        [Send nå]
        Kvittering
        > historikk
        Søknaden ble sendt, versjon 1
        Saksnummer: RST-2026-
        Status: utkast → sendt
    """)


def test_a_reader_sees_the_draft_and_not_how_it_came_to_be(talk: Talk) -> None:
    talk(READY)
    reader = talk.draft.members[0].model_copy(update={"role": "reader"})
    draft = talk.draft.model_copy(update={"members": (reader,)})
    asyncio.run(talk.store.commit(expect={}, put=[put_application(draft)]))
    talk("""
        > historikk
        Historikken er for dem som skriver søknaden.
        ! Felles akutteam
    """)


def test_the_audit_is_read_by_nobody_who_does_not_ask_for_it(talk: Talk) -> None:
    talk(TO_PERIOD)
    reads: list[int] = []
    audit = talk.store.audit

    async def counted(application_id: str, *, after: int = 0, limit: int = 1000) -> object:
        reads.append(limit)
        return await audit(application_id, after=after, limit=limit)

    talk.store.audit = counted  # type: ignore[method-assign,assignment]
    talk("""
        > 1.1.2027 - 31.12.2028
        > status
        > oppsummering
        > hjelp
    """)
    assert reads == []
    talk.type("historikk")
    assert reads == [LINES_SHOWN]


def test_no_ids_are_shown(talk: Talk) -> None:
    talk(READY)
    talk.type("send")
    talk.tap("Send nå")
    person, application = talk.person, talk.draft
    talk.type("historikk")
    number = application.audit.seq
    while number > 1:
        number -= LINES_SHOWN
        shown = sheets(talk)[-1]
        for hidden in (person.id, person.object_id, person.tenant_id, application.id, "@m", "@h", "{'"):
            assert hidden not in shown, hidden
        if number > 1:
            talk.type(f"historikk {number}")


def test_the_largest_page_of_history_is_small_enough(talk: Talk, card_validator: CardValidator) -> None:
    talk(READY)
    view = View(talk.draft, talk.context)
    huge = '\\"😀<b>' * 3_000
    slots = [*talk.draft.answers]
    content = {"value": huge, "raw": huge, "problem": None}
    half = {"value": None, "raw": huge, "problem": "x"}
    lines = [
        HistoryLine(n, talk.now, talk.person.id, "web", slots[n % len(slots)], content, half)
        for n in range(1000 + LINES_SHOWN, 1000, -1)
    ]
    many = [[slot, huge, talk.person.id, "m4219"] for slot in slots]
    said = [[slot, talk.person.id, huge] for slot in slots]
    lines[0] = HistoryLine(1100, talk.now, "nobody", "web", "proposals", many[:50], many[50:])
    lines[1] = HistoryLine(1099, talk.now, "nobody", "web", "remarks", None, said)
    lines[2] = HistoryLine(1098, talk.now, "nobody", "x", "something new", {"a": 1}, [None])
    lines[3] = HistoryLine(1097, talk.now, "nobody", "x", "proposals", None, "not as it was")
    for language in LANGUAGES:
        pen = Pen(talk.context.texts, language, "t0123456789abcdef0123.12", talk.draft.id)
        card = history_card(pen, view, ShowHistory(before=1101, lines=tuple(lines)))
        assert list(card_validator.problems(card)) == []
        assert re.search(r"…", json.dumps(card, ensure_ascii=False))


def test_every_line_that_the_audit_ever_keeps_can_be_told_in_every_language(talk: Talk) -> None:
    talk(READY)
    talk.type("send")
    talk.tap("Send nå")
    application = talk.draft
    step = Step(application, talk.person, (ShowHistory(before=application.audit.seq + 1),))
    found = asyncio.run(with_history(talk.store, step))
    (shown,) = found.effects
    assert isinstance(shown, ShowHistory)
    assert [line.seq for line in shown.lines] == [
        *range(application.audit.seq, application.audit.seq - LINES_SHOWN, -1)
    ]
    for language in LANGUAGES:
        pen = Pen(talk.context.texts, language, "k", application.id)
        for line in talk.audit(application.id):
            old, new = line.values["old"], line.values["new"]
            one = HistoryLine(line.seq, talk.now, "p", "teams", line.body["field"], old, new)
            text = json.dumps(history_card(pen, View(application, talk.context), ShowHistory(9, (one,))))
            assert talk.person.id not in text
            assert pen.t("card-history-kind-other") not in text


def shown_numbers(talk: Talk) -> list[int]:
    """Of the lines on the card of history that was shown last."""
    text = next(sheet for sheet in reversed(sheets(talk)) if sheet.startswith("Historikk"))
    return [int(number) for number in re.findall(r"(?m)^(\d+)\. \d+\. ", text)]


def everything_shown(talk: Talk) -> str:
    return "\n".join(sheets(talk))


def sheets(talk: Talk) -> list[str]:
    return [sheet.states[-1].text for sheet in talk.window.sheets]
