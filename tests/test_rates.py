"""What an årsverk and an hour are worth: by a rate that is shown and can be changed, or by a value that is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.budget import budget_of
from dialogs.view import View
from tests.drafts import TO_OWN, TO_PERIOD
from tests.talking import Talk

TO_FULL_TIME = f"""
    {TO_OWN}
    > egne penger
    > 300 000
    > årsverk
"""
EVJE = "m4219"


def own_value(talk: Talk) -> int:
    return budget_of(View(talk.draft, talk.context)).total("own_value", party=EVJE)


def with_rates(talk: Talk, *, full_time: int | None, hour: int | None) -> None:
    agder = talk.context.communities["agder"]
    rates = {"rate_per_full_time_equivalent_nok": full_time, "rate_per_hour_nok": hour}
    settings = agder.settings.model_copy(update=rates)
    known = {**talk.context.communities, "agder": agder.model_copy(update={"settings": settings})}
    talk.context = replace(talk.context, communities=known)
    talk.restart()


@pytest.mark.parametrize(
    "typed",
    ["900 000 per årsverk", "900.000 kr pr. årsverk", "900 000/årsverk", "kr 900 000 per hel stilling"],
)
def test_a_party_may_say_its_own_rate_where_a_value_is_asked_for(talk: Talk, typed: str) -> None:
    talk(TO_FULL_TIME)
    talk(f"""
        > 0,4 årsverk
        Hva er årsverkene verdt i kroner?
        > {typed}
        Kroner per årsverk
        900 000 kr
        Hvor mye av tilskuddet skal parten ha?
        > oppsummering
        0,4 (360 000 kr med 900 000 kr per årsverk)
        ! Verdi av årsverkene
    """)
    assert own_value(talk) == 360_000


def test_a_value_that_is_typed_stands_and_shows_the_rate_it_comes_to(talk: Talk) -> None:
    talk(TO_FULL_TIME)
    talk("""
        > 0,4 årsverk
        > 320 000
        > oppsummering
        320 000 kr (800 000 kr per årsverk)
    """)
    assert own_value(talk) == 320_000


def test_without_a_rate_and_a_value_it_is_worth_nothing_in_kroner(talk: Talk) -> None:
    talk(TO_FULL_TIME)
    talk("""
        > 0,4 årsverk
        > hopp over
        > oppsummering
        ! per årsverk)
    """)
    assert own_value(talk) == 0


def test_the_helsefellesskaps_rate_is_used_and_can_be_changed(talk: Talk) -> None:
    with_rates(talk, full_time=1_000_000, hour=600)
    talk(TO_FULL_TIME)
    talk("""
        > 0,4 årsverk
        Hva er ett årsverk verdt i kroner hos dere?
        > hopp over
        Hvor mye av tilskuddet skal parten ha?
        > oppsummering
        0,4 (400 000 kr med 1 000 000 kr per årsverk)
        > endre kroner per årsverk
        > 800 000
        0,4 (320 000 kr med 800 000 kr per årsverk)
    """)
    assert own_value(talk) == 320_000


def test_hours_have_a_rate_too_and_count_in_halves(talk: Talk) -> None:
    talk(TO_OWN)
    talk("""
        > egne penger
        > 300 000
        > timer
        > 120,5 timer
        > 555 kr timen
        > oppsummering
        120,5 (66 878 kr med 555 kr per time)
    """)
    assert own_value(talk) == 66_878


def test_a_rate_counts_in_every_year_that_has_no_value_of_its_own(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > 2027-2028
        > Nærmere hjemmet
        > samhandling
        > skrøpelige eldre
        > nei
        > endre egeninnsats Evje og Hornnes
        [Lagre] own_kinds@m4219=Årsverk
        [Lagre] own_full_time@m4219/2027=0,2; own_full_time@m4219/2028=0,5; own_full_time_nok@m4219/2027=900 000/årsverk
    """)
    budget = budget_of(View(talk.draft, talk.context))
    assert [budget.total("own_value", year=year) for year in (2027, 2028)] == [180_000, 450_000]


def test_what_is_no_rate_is_read_as_an_amount_or_asked_again(talk: Talk) -> None:
    talk(TO_FULL_TIME)
    talk("""
        > 0,4 årsverk
        > mye per årsverk
        Verdi av årsverkene
        > 0 kr
    """)
    assert talk.value(f"own_full_time_nok@{EVJE}/2027") == 0
