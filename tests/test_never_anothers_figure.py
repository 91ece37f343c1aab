"""Nobody is shown another place's or another year's figure as an answer, however the place and the year are said."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from dialogs.findings import Finding, Found, Near, NotKnown
from knowledge.by_letters import lexical_finder
from knowledge.entry import Communal, Entry, National, Regional
from knowledge.finders import learned_finder
from knowledge.finding import Asked, Finder
from knowledge.lexical import LexicalFinder
from knowledge.library import load_library
from tests.forms_of_places import SEVERAL_YEARS, THE_YEAR_IT_IS, YEARS, Form, all_places

TODAY = datetime.date(THE_YEAR_IT_IS, 11, 30)
LIBRARY = load_library()
IN_A_PLACE = (
    "Hvor mye fikk {} i 2024?",
    "hva fikk {}",
    "Når er fristen i {}?",
    "Kven er det som bestemmer i {}?",
    "Kor mykje pengar hadde {} å dele ut i 2024?",
    "How much did {} get in 2024?",
    "What is the deadline in {}?",
    "Hva krevde utlysningen i {}?",
)
IN_A_YEAR = (
    "Hvor mye fikk Agder {}?",
    "Kor mykje fekk Helse Vest {}?",
    "Hvor mye ble satt av nasjonalt {}?",
    "Når var fristen vår {}?",
    "How much did we get {}?",
    "Hvem bestemmer hos oss {}?",
)
ASKERS = (None, "agder", "sondre-trondelag", "troms-og-ofoten")


@pytest.fixture(scope="module", params=["letters", "learned"])
def finder(request: pytest.FixtureRequest) -> Finder:
    return lexical_finder(LIBRARY) if request.param == "letters" else learned_finder(LIBRARY)


def shown_alone(finding: Finding) -> Entry | None:
    match finding:
        case Found(entry=entry) | NotKnown(entry=entry) if entry is not None:
            return LIBRARY.entries[entry.id]
        case Found() | NotKnown() | Near():
            return None


def is_of_place(entry: Entry, form: Form) -> bool:
    match entry.scope:
        case National():
            return True
        case Regional(region=region):
            return entry.shown_elsewhere or region == form.region
        case Communal(community=community):
            return entry.shown_elsewhere or community == form.community


def is_of_year(entry: Entry, year: int | None) -> bool:
    validity = entry.validity
    years = {validity.year, *(day.year for day in (validity.since, validity.until) if day is not None)} - {
        None
    }
    return not years or year in years


def asked_in_places(
    askers: tuple[str | None, ...], templates: tuple[str, ...]
) -> Iterator[tuple[Asked, Form]]:
    for number, form in enumerate(all_places()):
        for turn, template in enumerate(templates):
            asker = askers[(number + turn) % len(askers)]
            yield Asked(template.format(form.text), None, asker, TODAY), form


def test_no_other_places_entry_is_ever_the_answer(finder: Finder) -> None:
    templates = IN_A_PLACE if isinstance(finder, LexicalFinder) else IN_A_PLACE[:2]
    anothers = [
        (asked.text, asked.community, entry.id)
        for asked, form in asked_in_places(ASKERS, templates)
        if (entry := shown_alone(finder.find(asked))) is not None and not is_of_place(entry, form)
    ]
    assert anothers == []


def test_no_other_years_entry_is_ever_the_answer(finder: Finder) -> None:
    said = [(text, year) for year, texts in YEARS.items() for text in texts] + [
        (text, None) for text in SEVERAL_YEARS
    ]
    anothers = [
        (asked.text, community, entry.id)
        for text, year in said
        for template in IN_A_YEAR
        for community in ("agder", "troms-og-ofoten")
        if (asked := Asked(template.format(text), None, community, TODAY))
        and (entry := shown_alone(finder.find(asked))) is not None
        and not is_of_year(entry, year)
    ]
    assert anothers == []
