"""Whatever the parties do in whatever order: no answer is lost, no word of another's is put in a party's mouth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, assert_never

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dialogs.application import Application
from dialogs.at_work import pages_of_others
from dialogs.budget import budget_of
from dialogs.ownership import is_in, open_proposals, owner_of, speaks_for
from dialogs.questions import Nok
from dialogs.view import View
from tests.drafts import READY
from tests.kept_promises import Kept, broken_promises, kept_now
from tests.talking import Talk
from tests.test_proposals import HOSPITAL, MUNICIPALITY

CANARY = "Kanarifugl"
"""Stands in everything people write here: where it is read, something of the application is."""
MEMBERS = ("Kari", "Per", "Eva")
OUT = ("Rolf", "Olga")
"""One who was in and is out again, and one who never was."""


@dataclass(frozen=True, slots=True)
class Says:
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Taps:
    """A button of somebody's cards, the newest first; people forward cards, so it need not be their own."""

    who: str
    of: str
    which: int
    filled: str = ""


@dataclass(frozen=True, slots=True)
class Waits:
    minutes: int


Deed = Says | Taps | Waits

NAMES = ("tittel", "årsverk", "egeninnsats Evje og Hornnes", "egeninnsats Sørlandet sykehus", "egne penger")
CHANGES = tuple(f"endre {name}" for name in (*NAMES, "beløp", "søknadsbeløp Evje og Hornnes", "kommuner"))
ANSWERS = (
    f"{CANARY} for alle",
    f"{CANARY} i fjellet",
    *(
        "0,4 årsverk",
        "0,2",
        "300 000",
        "200 000",
        "1.200",
        "penger, årsverk",
        "ingen",
        "Bygland",
        "ganske mye",
    ),
)
WORDS = (
    *("godta", "godta 1", "godta 2", "godta alle", "behold vårt svar", "svar på forslag 1", "forslag"),
    *("fortsett", "oppsummering", "status", "hopp over", "tilbake", "avbryt", "hvem er med"),
    *("daglige beskjeder", "ingen beskjeder", "legg til kostnad", "fjern linjen 2"),
)
ENDS = ("send", "ja", "ja", "nei", "bruk det jeg skrev", "behold det som står")

_who = st.sampled_from((*MEMBERS, *MEMBERS, *OUT))
deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(Says, _who, st.sampled_from(CHANGES)),
    st.builds(Says, _who, st.sampled_from(ANSWERS)),
    st.builds(Says, _who, st.sampled_from(ANSWERS)),
    st.builds(Says, _who, st.sampled_from(WORDS)),
    st.builds(Says, _who, st.sampled_from(ENDS)),
    st.builds(Taps, _who, st.sampled_from(MEMBERS), st.integers(0, 12), st.sampled_from(("", *ANSWERS))),
    st.builds(Waits, st.sampled_from([1, 6, 11, 60 * 24])),
)


@pytest.fixture(scope="module")
def gathered() -> Iterator[Talk]:
    talk = Talk()
    talk(READY)
    talk(f"> endre tittel\n> {CANARY}\n> min part {HOSPITAL}")
    for who, party in (("Per", MUNICIPALITY), ("Eva", MUNICIPALITY), ("Rolf", MUNICIPALITY)):
        talk.let_in(who, party)
    talk("(Rolf)\n> forslag\n> oppsummering\n(Per)\n> ta ut 4\n> ja\nRolf Eksempel er tatt ut\n(Olga)\n> hei")
    talk.wait(timedelta(minutes=11))
    yield talk
    talk.close()


@given(done=st.lists(deeds, min_size=6, max_size=14))
@example(done=[Says("Kari", "send"), Says("Kari", "ja")])
@example(done=[Says("Kari", "send"), Says("Per", "godta alle"), Says("Kari", "send"), Says("Kari", "ja")])
@example(
    done=[
        Says("Per", "godta alle"),
        Says("Kari", "send"),
        Says("Kari", "endre årsverk"),
        Says("Kari", "0,2"),
        Says("Kari", "ja"),
        Says("Eva", "godta"),
    ]
)
def test_no_order_of_the_parties_deeds_breaks_a_promise(gathered: Talk, done: list[Deed]) -> None:
    talk = gathered.copied()
    try:
        heard = {who: len(_heard(talk, who)) for who in OUT}
        before = kept_now(talk)
        for deed in done:
            typed = _do(talk, deed)
            after = kept_now(talk)
            if not isinstance(deed, Waits):
                assert broken_promises(talk, typed, before, after) == []
            assert [*_between_parties(talk, before, after)] == []
            assert [*_not_offered_twice(talk, deed, before, after)] == []
            before = after
        for who in OUT:
            assert CANARY not in _heard(talk, who)[heard[who] :], who
    finally:
        talk.close()


def _do(talk: Talk, deed: Deed) -> str | None:
    """What was typed."""
    match deed:
        case Says(who, text):
            talk.be(who)
            talk.type(text)
            return text
        case Taps():
            _tap(talk, deed)
        case Waits(minutes):
            talk.wait(timedelta(minutes=minutes))
            talk.news()
        case _:
            assert_never(deed)
    return None


def _tap(talk: Talk, deed: Taps) -> None:
    offered = talk.windows[deed.of].offered()
    sheet, offer = offered[-1 - deed.which % len(offered)]
    data: dict[str, Any] = {**offer.action["data"]}
    data |= {node["id"]: str(node["value"]) for node in offer.inputs if node.get("value")}
    if deed.filled and offer.inputs:
        data[offer.inputs[0]["id"]] = deed.filled
    talk.be(deed.who)
    talk.send_action(sheet.row, offer.action, data)


def _heard(talk: Talk, who: str) -> str:
    window = talk.windows.get(who)
    return "\n".join(state.text for sheet in window.sheets for state in sheet.states) if window else ""


def _between_parties(talk: Talk, before: Kept, after: Kept) -> Iterator[str]:
    for key, now in after.applications.items():
        was = before.applications[key]
        view, view_before = View(now, talk.context), View(was, talk.context)
        for field in view_before.fields:
            owner = owner_of(view_before, field)
            if owner is None or field.id not in was.answers or field.id not in now.answers:
                continue
            if speaks_for(was, was.answers[field.id].by, owner) and not speaks_for(
                now, now.answers[field.id].by, owner
            ):
                yield f"{field.id} was the party's own word, and is another's now"
        if was.is_draft and not now.is_draft and any(is_in(was, one.owner) for one in _open(talk, was)):
            yield "sent with an open proposal"
        yield from _sums(view)


def _open(talk: Talk, application: Application) -> tuple[Any, ...]:
    return open_proposals(View(application, talk.context))


def _sums(view: View) -> Iterator[str]:
    """Added up anew from the answers alone, without what the budget is made with."""
    budget = budget_of(view)

    def total(*questions: str) -> int:
        found = [field for field in view.fields if field.slot.question in questions]
        return sum(view.application.value(f.id) or 0 for f in found if isinstance(f.question.kind, Nok))

    own = ("own_money", "own_full_time_nok", "own_hours_nok", "own_other_nok")
    if budget.costs() != total("cost_nok"):
        yield "the costs are not their sum"
    if budget.financing() != total("applied", "other_financing_nok", *own):
        yield "the financing is not its sum"
    if sum(budget.total("applied", party=party.id) for party in view.parties()) != budget.applied():
        yield "what the parties apply for is not what is applied for in all"


def _not_offered_twice(talk: Talk, deed: Deed, before: Kept, after: Kept) -> Iterator[str]:
    """«fortsett» offers what is next: nothing that another is at."""
    if not isinstance(deed, Says) or deed.text != "fortsett":
        return
    was, now = before.persons.get(talk.who), after.persons.get(talk.who)
    if was is None or now is None or now.shown is None or was.changing is not None or was.pending is not None:
        return
    draft = before.applications[now.shown.application]
    if now.shown.page in pages_of_others(draft, now.id, talk.now):
        yield f"{now.shown.page} is offered to two"
