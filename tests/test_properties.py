"""No sequence of deeds breaks the conversation, loses an answer, skips a required field or sends a half application."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogs.progress import gaps
from dialogs.showing import typed_text
from dialogs.view import Field, View
from tests.drafts import READY, TO_PERIOD
from tests.kept_promises import all_told_once, broken_promises, kept_now
from tests.releases import texts_of_any_release
from tests.talking import Talk
from tests.test_audit import what_the_histories_lack
from tests.wild_people import (
    AnswersWell,
    Becomes,
    Deed,
    Repeats,
    Restarts,
    Taps,
    Types,
    a_good_answer,
    deeds,
    do,
    knows_some,
    one_by_one,
)

LARGEST_CARD = 40_000
"""Characters of JSON: half of what Teams takes, which counts twice as many bytes."""


WRONG_TABLE = "Hva;Part;År;Beløp\nLege;begge;2027;ca. 900 000\nKurs;Evje;2031;20 000\nSum;;;920 000"


class Beginnings:
    """Chats to begin from, played once: nothing yet, half a draft, one that can be sent, one that is sent."""

    def __init__(self) -> None:
        transcripts = {
            "nothing": "> hei",
            "half": TO_PERIOD,
            "ready": READY,
            "asked": READY + "\n> send",
            "sent": READY + "\n> send\n> ja",
        }
        self._made = {name: self._play(transcript) for name, transcript in transcripts.items()}

    def _play(self, transcript: str) -> Talk:
        talk = Talk()
        talk.use_texts(texts_of_any_release())
        knows_some(talk.finder)
        talk(transcript)
        if talk.person.open_application is not None:
            talk.let_in("Ola")
        return talk

    def begin(self, name: str) -> Talk:
        return self._made[name].copied()

    def close(self) -> None:
        for talk in self._made.values():
            talk.close()


@pytest.fixture(scope="module")
def beginnings() -> Iterator[Beginnings]:
    beginnings = Beginnings()
    yield beginnings
    beginnings.close()


@given(
    begun=st.sampled_from(["nothing", "half", "ready", "asked", "sent"]),
    done=st.lists(deeds, min_size=10, max_size=25),
)
@example(
    begun="nothing",
    done=[*map(Types, ("start", "start", "start", "start", "ja", "ja", "1")), Becomes("Ola"), Repeats(False)],
)
@example(begun="nothing", done=[Types("\x1b")])
@example(begun="ready", done=[Restarts(9), Types("endre tittel"), Types("hopp over")])
@example(begun="half", done=[AnswersWell(0, 1), Types("ja"), Types("ja"), Types("ja")])
@example(
    begun="half",
    done=[
        *map(Types, ("Kan vi søke om lønn?", "Kan vi søke om lønn?")),
        AnswersWell(0, 1),
        *map(Types, ("ja", "ja", *["Kan vi søke om lønn?"] * 4, "ja")),
    ],
)
@example(begun="half", done=[Types(WRONG_TABLE), Types("ja"), Types(WRONG_TABLE)])
@example(begun="ready", done=[Taps("answer", 55, ((0, "start"), (3, "start"))), Types("ja")])
@example(
    begun="half",
    done=[*map(Types, ("endre e-post Sørlandet", "Kan vi søke om lønn?", "det var svaret"))],
)
@example(
    begun="half",
    done=[Types("endre kontakt Evje og Hornnes"), *[Types("Kari Eksempel, rådgiver, kari@example.no")] * 3],
)
def test_no_sequence_of_deeds_breaks_a_promise(beginnings: Beginnings, begun: str, done: list[Deed]) -> None:
    talk = beginnings.begin(begun)
    try:
        form = talk.context.form
        before = kept_now(talk)
        for deed in one_by_one(done):
            typed = deed.text if isinstance(deed, Types) else None
            if isinstance(deed, AnswersWell):
                typed = a_good_answer(talk, deed.which)
            do(deed, talk, form)
            after = kept_now(talk)
            assert broken_promises(talk, typed, before, after) == []
            before = after
        assert all_told_once(talk)
        _cards_can_be_sent(talk)
        assert what_the_histories_lack(talk) == []
    finally:
        talk.close()


def _cards_can_be_sent(talk: Talk) -> None:
    for window in talk.windows.values():
        for sheet in window.sheets:
            for state in sheet.states:
                assert len(json.dumps(state.card, ensure_ascii=True, allow_nan=False)) < LARGEST_CARD


@settings(max_examples=settings().max_examples // 3)
@given(
    emptied=st.sets(st.integers(0, 60), min_size=1, max_size=8), skips=st.lists(st.booleans(), max_size=20)
)
def test_what_is_emptied_is_asked_for_until_it_is_there_and_only_then_is_anything_sent(
    beginnings: Beginnings, emptied: set[int], skips: list[bool]
) -> None:
    talk = beginnings.begin("ready")
    try:
        view = View(talk.draft, talk.context)
        required = [
            field for field in view.fields if field.question.required and not field.question.asks_for_lines
        ]
        answers = {field.id: typed_text(view, field, "nb") for field in view.fields}
        for field in (required[at % len(required)] for at in sorted(emptied)):
            _empty(talk, field)
        talk.type("send")
        talk.type("ja")
        assert talk.draft.is_draft
        for _ in range(60):
            talk.type("fortsett")
            asked = talk.person.shown
            if asked is None:
                break
            talk.type("hopp over" if skips and skips.pop() else answers[asked.slot])
            again = talk.person.shown
            if again is not None and again.slot == asked.slot:
                talk.type("hopp over")  # it cannot be answered before another one is
        assert gaps(View(talk.draft, talk.context)) == ()
        talk.type("send")
        talk.type("ja")
        assert talk.draft.status == "sent"
    finally:
        talk.close()


def _empty(talk: Talk, field: Field) -> None:
    """As a client does with an input that was cleared: nothing comes for it."""
    data = {
        "k": f"{field.id}.card",
        "a": talk.draft.id,
        "p": field.instance.id,
        "r": {field.id: talk.draft.revision(field.id)},
    }
    talk.send_action("", {"type": "Action.Execute", "verb": "answer"}, data)
