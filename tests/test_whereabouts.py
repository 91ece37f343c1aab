"""Which places and years a question speaks of, however they are written."""

from __future__ import annotations

import datetime

import pytest

from knowledge.by_letters import gazetteer_of
from knowledge.library import load_library
from knowledge.masking import masked
from knowledge.whereabouts import Gazetteer
from knowledge.years import years_asked

TODAY = datetime.date(2026, 11, 30)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return gazetteer_of(load_library())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("frist agder 2026", ["agder"]),
        ("når var sist dag i østflod", ["ostfold"]),
        ("Hva gjelder i Hægebostad?", ["agder"]),
        ("vi på Haukeland lurer", ["bergensomradet"]),
        ("Sykehuset Østfold her.", ["ostfold"]),
        ("St. Olavs sender ut", ["sondre-trondelag"]),
        ("Ka fikk dem i Namsos?", ["Helse Midt-Norge RHF"]),
        ("kva fekk Helse Vest", ["Helse Vest RHF"]),
        ("How much did the western region get?", ["Helse Vest RHF"]),
        ("alle nordpå", ["Helse Nord RHF"]),
        ("Sirdal ser mot Stavanger", ["agder", "Helse Vest RHF"]),
        ("oss i kommunen", []),
        ("vi er midt i skjemaet", []),
        ("hva sier mandatet om listen", []),
        ("Har vi time til det?", []),
        ("", []),
    ],
)
def test_places_are_known_as_people_write_them(gazetteer: Gazetteer, text: str, places: list[str]) -> None:
    found = [mention.place for mention in gazetteer.mentions(text)]
    assert [place.community or place.region for place in found] == places


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("frist 2026", {2026}),
        ("hva sto i utlysningen i 24", {2024}),
        ("ka fikk vi i tjuefire?", {2024}),
        ("Kva fekk dei i fjor?", {2025}),
        ("deadline this year", {2026}),
        ("kan resten føres over til neste år", {2027}),
        ("Vi fikk ni millioner i 2024. Hva har vi å rutte med i 2026?", {2026}),
        ("Sak 05-2024 lå i innkallingen til 31.03.2025", {2025}),
        ("2 024 000 kroner", set()),
        ("vi søker om 2025 kroner", set()),
        ("skrevet i 1998", set()),
        ("i år eller andre år enn 2024", {2026}),
        ("", set()),
    ],
)
def test_years_are_those_of_the_sentence_that_asks(text: str, years: set[int]) -> None:
    assert years_asked(text, TODAY) == years


def test_what_is_asked_is_the_same_wherever_and_whenever(gazetteer: Gazetteer) -> None:
    assert masked("Hva fikk Agder i 2024?", gazetteer) == masked("Hva fikk Østfold i 2027?", gazetteer)
    assert masked("Hva fikk Agder?", gazetteer) != masked("Hva fikk Helse Vest?", gazetteer)
