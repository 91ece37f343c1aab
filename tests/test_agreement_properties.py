"""Whatever is done in whatever order: a confirmation holds for just the text it was given on, and falls with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, assert_never

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dialogs.agreement.standing import parties_stand
from dialogs.agreement.text import current_hash, hash_of
from dialogs.application import Application
from dialogs.view import View
from tests.talking import TENANT, Account, Talk
from tests.test_agreement import ALL_ANSWERED, HOSPITAL, MUNICIPAL_TENANT, MUNICIPALITY


@dataclass(frozen=True, slots=True)
class Says:
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Taps:
    """A button of somebody's cards, the newest first."""

    who: str
    which: int


@dataclass(frozen=True, slots=True)
class Waits:
    minutes: int


Deed = Says | Taps | Waits
WHO = st.sampled_from(("Kari", "Per"))
CHANGES = (
    *("endre tittel", "endre søknadsbeløp Evje og Hornnes", "endre kontaktperson Evje og Hornnes"),
    *("endre hva dere vil gjøre", "endre egne penger", "endre telefon Evje og Hornnes"),
)
ANSWERS = (
    "Et annet navn",
    "150 000",
    "200 000",
    "Felles akutteam",
    "11 11 11 11",
    "stillingen",
    "ja",
    "hopp over",
)
AGREEMENT = (
    *("be om bekreftelse", "lås opp", "bekreft", "bekrefter ikke", "avtalen", "bekrefter er 1", "send"),
    *("registrer papiravtale", "godta alle", "ja", "nei", "oppsummering", "avbryt"),
)
deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(Says, WHO, st.sampled_from(AGREEMENT)),
    st.builds(Says, WHO, st.sampled_from(AGREEMENT)),
    st.builds(Says, WHO, st.sampled_from(CHANGES)),
    st.builds(Says, WHO, st.sampled_from(ANSWERS)),
    st.builds(Taps, WHO, st.integers(0, 10)),
    st.builds(Waits, st.sampled_from([1, 16, 60 * 24])),
)
KARI_CONFIRMS = [
    Says("Kari", text)
    for text in (
        "be om bekreftelse",
        "bekreft",
        "bekrefter er 1",
        "bekreft",
        "stillingen",
        "ja",
        "hopp over",
        "ja",
    )
]


@pytest.fixture(scope="module")
def gathered() -> Iterator[Talk]:
    """All is answered, and both parties are in."""
    talk = Talk()
    talk.agree_by("either")
    talk.maps("agder", hsorlandet_sykehus=TENANT, m4219=MUNICIPAL_TENANT)
    talk.accounts["Per"] = Account(MUNICIPAL_TENANT)
    talk(ALL_ANSWERED)
    talk(f"> min part {HOSPITAL}")
    talk.let_in("Per", MUNICIPALITY)
    talk("(Per)\n> godta alle\n(Kari)")
    yield talk
    talk.close()


@given(done=st.lists(deeds, min_size=6, max_size=16))
@example(done=KARI_CONFIRMS)
@example(
    done=[
        *KARI_CONFIRMS,
        Says("Per", "lås opp"),
        Says("Per", "ja"),
        Says("Per", "endre tittel"),
        Says("Per", "Nytt"),
    ]
)
@example(done=[*KARI_CONFIRMS, Says("Per", "endre tittel"), Says("Per", "Nytt"), Says("Kari", "send")])
def test_no_confirmation_outlives_its_text_and_none_falls_without_a_change(
    gathered: Talk, done: list[Deed]
) -> None:
    talk = gathered.copied()
    try:
        before = _application(talk)
        for deed in done:
            _do(talk, deed)
            after = _application(talk)
            assert [*_broken(talk, before, after)] == []
            before = after
    finally:
        talk.close()


def _application(talk: Talk) -> Application:
    (record,) = talk.records("application")
    return Application.model_validate(record)


def _broken(talk: Talk, before: Application, after: Application) -> Iterator[str]:
    view = View(after, talk.context)
    agreement, text = after.agreement, after.agreement.text
    kept = {hash_of(record["content"]) for record in talk.records("agreement")}
    for one in agreement.standing:
        if text is None or one.text_hash != text.text_hash:
            yield "it stands on another text than the one that is asked about"
        elif current_hash(view, text) != one.content_hash:
            yield "it has outlived its text"
        if one.content_hash not in kept:
            yield "the text it stands on is not kept"
    old = {one.id: one for one in before.agreement.confirmations}
    for one in agreement.confirmations:
        fell_now = one.fall is not None and one.id in old and old[one.id].fall is None
        was = before.agreement.text
        if fell_now and was is not None and current_hash(view, was) == was.content_hash:
            yield "it fell though the text is the same"
        if one.id in old and old[one.id].fall is not None and one.fall is None:
            yield "it came back"
        if one.id in old and one.model_copy(update={"fall": None}) != old[one.id].model_copy(
            update={"fall": None}
        ):
            yield "it was changed"
    if old.keys() - {one.id for one in agreement.confirmations}:
        yield "it is gone"
    parties = [party for one in agreement.standing for party in one.parties]
    if len(parties) != len(set(parties)):
        yield "a party counts twice"
    if not after.is_draft and any(one.confirmation is None for one in parties_stand(view)):
        yield "it was sent without all of them"
    if agreement.is_locked and text is not None and current_hash(view, text) != text.content_hash:
        yield "a locked text was changed"


def _do(talk: Talk, deed: Deed) -> None:
    match deed:
        case Says(who, text):
            talk.be(who)
            talk.type(text)
        case Taps(who, which):
            offered = talk.windows[who].offered()
            sheet, offer = offered[-1 - which % len(offered)]
            data: dict[str, Any] = {**offer.action["data"]}
            data |= {node["id"]: str(node["value"]) for node in offer.inputs if node.get("value")}
            talk.be(who)
            talk.send_action(sheet.row, offer.action, data)
        case Waits(minutes):
            talk.wait(timedelta(minutes=minutes))
        case _:
            assert_never(deed)
