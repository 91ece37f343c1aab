"""Which places and years a question speaks of, however they are written."""

from __future__ import annotations

import datetime

import pytest

from knowledge.by_letters import gazetteer_of
from knowledge.library import load_library
from knowledge.masking import masked
from knowledge.whereabouts import Gazetteer
from knowledge.years import leaves_year_open, years_asked

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
        ("hva fikk midt i 2024", ["Helse Midt-Norge RHF"]),
        ("130 til nord i alt", ["Helse Nord RHF"]),
        ("helse midtnorge", ["Helse Midt-Norge RHF"]),
        ("sorost", ["Helse Sør-Øst RHF"]),
        ("i Soer-Oest", ["Helse Sør-Øst RHF"]),
        ("Nordlansykehuset", ["nordlandssykehuset"]),
        ("frist i trondelag", ["sondre-trondelag"]),
        ("i Lofotregionen", ["nordlandssykehuset"]),
        ("agderkommunene", ["agder"]),
        ("Begren", ["bergensomradet"]),
        ("Sør-Varanger", ["Helse Nord RHF"]),
        ("Helse Møre og Romsdal", ["Helse Midt-Norge RHF"]),
        ("å bo og jobbe der", []),
        ("det er en fordel", []),
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
        ("fristen 2024/2025", {2024, 2025}),
        ("24-25", {2024, 2025}),
        ("2024-2026", {2024, 2025, 2026}),
        ("tildelingen -24", {2024}),
        ("fra 24-midlene", {2024}),
        ("to år sidan", {2024}),
        ("the year before last", {2024}),
        ("i forfjor", {2024}),
        ("førre året", {2025}),
        ("neste budsjettår", {2027}),
        ("next budget", {2027}),
        ("twenty twenty-four", {2024}),
        ("FY25", {2025}),
        ("våren 25", {2025}),
        ("h-24", {2024}),
        ("24 kommuner i 30 dager", set()),
        ("innen klokken 24", set()),
        ("", set()),
    ],
)
def test_years_are_those_of_the_sentence_that_asks(text: str, years: set[int]) -> None:
    assert years_asked(text, TODAY) == years


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("hva fikk Kvitsund i 2024", True),
        ("når er fristen i kvitsund?", True),
        ("hva med nabokommunen", True),
        ("What did other regions get?", True),
        ("fristen for rogalad", True),
        ("Hva fikk Agder i 2024?", False),
        ("hva er formålet med tilskuddet?", False),
        ("Hilsen Kari Hansen", False),
    ],
)
def test_a_name_that_nobody_wrote_down_leaves_the_place_open(
    gazetteer: Gazetteer, text: str, is_open: bool
) -> None:
    assert gazetteer.leaves_open(text) == is_open


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("hva fikk vi året før", True), ("i andre år enn 2024", True), ("hva fikk vi i fjor", False)],
)
def test_a_year_that_is_not_said_is_left_open(text: str, is_open: bool) -> None:
    assert leaves_year_open(text, years_asked(text, TODAY)) == is_open


def test_what_is_asked_is_the_same_wherever_and_whenever(gazetteer: Gazetteer) -> None:
    assert masked("Hva fikk Agder i 2024?", gazetteer) == masked("Hva fikk Østfold i 2027?", gazetteer)
    assert masked("Hva fikk Agder?", gazetteer) != masked("Hva fikk Helse Vest?", gazetteer)
