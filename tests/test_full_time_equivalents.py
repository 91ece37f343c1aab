"""Full-time equivalents, typed as people type them. Thousandths: 500 is half a position."""

# Norwegian on purpose: what people type.

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.full_time_equivalents import (
    FullTimeEquivalents,
    FullTimeEquivalentsInYears,
    FullTimeRefusal,
    Refused,
    read_full_time_equivalents,
)


@pytest.mark.parametrize(
    ("typed", "thousandths"),
    [
        ("0,5 årsverk", 500),
        ("halv stilling", 500),
        ("50 % stilling", 500),
        ("to hele stillinger", 2_000),
        ("0.5", 500),
        ("½ årsverk", 500),
        ("halvt årsverk", 500),
        ("eit halvt årsverk", 500),
        ("en halv stilling", 500),
        ("halv stilling som jordmor", 500),
        ("halv jordmorstilling", 500),
        ("half a position", 500),
        ("50%", 500),
        ("50 %-stilling", 500),
        ("50 prosent", 500),
        ("50 prosentstilling", 500),
        ("femti prosent stilling", 500),
        ("50 percent position", 500),
        ("50 % av en stilling", 500),
        ("50 % av ei full stilling", 500),
        ("20 % jordmor", 200),
        ("20 % jordmor/lege", 200),
        ("20 % fagsykepleier i Evje", 200),
        ("0,2 årsverk jordmor", 200),
        ("33,3 %", 333),
        ("12,5 % stilling", 125),
        ("0,125 årsverk", 125),
        ("100 % prosjektleder", 1_000),
        ("hundre prosent stilling", 1_000),
        ("full stilling", 1_000),
        ("ein heil stilling", 1_000),
        ("full-time position", 1_000),
        ("1,0 stilling", 1_000),
        ("1", 1_000),
        ("1,5", 1_500),
        ("1 1/2 stilling", 1_500),
        ("halvannen stilling", 1_500),
        ("en og en halv stilling", 1_500),
        ("150 %", 1_500),
        ("2 FTE", 2_000),
        ("two full-time positions", 2_000),
        ("2 heile stillingar", 2_000),
        ("0,5 årsverk i året", 500),
        ("0", 0),
        ("0 %", 0),
    ],
)
def test_full_time_equivalents_are_read_as_they_are_said(typed: str, thousandths: int) -> None:
    assert read_full_time_equivalents(typed) == FullTimeEquivalents(thousandths)


@pytest.mark.parametrize(
    ("typed", "thousandths", "years"),
    [
        ("20 % jordmor i 2 år", 200, 2),
        ("20 % fagsykepleier i Evje i to år", 200, 2),
        ("0,5 årsverk i 3 år", 500, 3),
        ("0,5 årsverk per år i 3 år", 500, 3),
        ("0,5 årsverk per år over 3 år", 500, 3),
        ("halv stilling i ett år", 500, 1),
        ("half a position for two years", 500, 2),
        ("20 percent midwife for 2 years", 200, 2),
        ("to heile stillingar i tre år", 2_000, 3),
    ],
)
def test_full_time_equivalents_keep_the_years_that_were_said(
    typed: str, thousandths: int, years: int
) -> None:
    assert read_full_time_equivalents(typed) == FullTimeEquivalentsInYears(thousandths, years)


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("how_large", "en stilling"),  # full or part?
        ("how_large", "to stillinger"),
        ("how_large", "to jordmorstillinger"),
        ("how_large", "1 position"),
        ("how_large", "50"),  # per cent?
        ("how_large", "5"),
        ("how_large", "0,5 %"),  # half a per cent, or half a position?
        ("how_large", "1.500 årsverk"),
        ("how_large", "1,500"),
        ("one_amount", "0,5-1 årsverk"),
        ("one_amount", "ca. 0,5 årsverk"),
        ("one_amount", "2 x 50 %"),
        ("one_amount", "to 50 % stillinger"),
        ("one_amount", "20 % av to stillinger"),
        ("one_amount", "20 % jordmor og 30 % lege"),
        ("one_amount", "50 % lege og sykepleier"),
        ("one_amount", "50 % hver"),
        ("one_amount", "50 % det første året"),
        ("one_amount", "50 % stilling i 2027"),
        ("one_amount", "0,5 årsverk i 6 måneder"),
        ("one_amount", "1 årsverk over 2 år"),  # in all, or in each?
        ("one_amount", "1 årsverk i halvannet år"),
        ("one_amount", "20 % jordmor i 2 år og 30 % i 1 år"),
        ("one_amount", "20 % jordmor i 50 år"),
        ("not_a_number", "2 jordmødre"),
        ("not_a_number", "0,5 jordmor"),
        ("not_a_number", "50 % lønn"),
        ("not_a_number", "50 % av budsjettet"),
        ("not_a_number", "50 % egenandel"),
        ("not_a_number", "50 %?"),
        ("not_a_number", "deltid"),
        ("not_a_number", "37,5 timer"),
        ("not_a_number", ""),
        ("negative", "-0,5"),
        ("too_large", "1001 årsverk"),
        ("too_precise", "0,3333"),
        ("too_precise", "33,33 %"),
        ("foreign_digits", "٥٠ %"),
        ("too_long", "9" * 5_000),
    ],
)
def test_what_is_no_single_share_is_asked_for_again_with_the_reason(
    code: FullTimeRefusal, typed: str
) -> None:
    assert read_full_time_equivalents(typed) == Refused(code)


FRAGMENTS = """
    0 1 2 3 20 50 100 0,5 1,5 1.500 ½ % prosent årsverk stilling stillinger hele hel halv halvannen en to ein full
    fte position half a jordmor lege og av i på for per år years timer - / , + x ca. hver
"""
ALMOST_SHARES = st.lists(st.sampled_from(FRAGMENTS.split()), max_size=7).map(" ".join)


@given(st.text(st.characters(exclude_categories=())) | ALMOST_SHARES)
def test_any_text_at_all_is_read_or_refused_and_never_breaks(text: str) -> None:
    read = read_full_time_equivalents(text)

    assert isinstance(read, Refused) or isinstance(read.thousandths, int)


@given(st.integers(0, 4_999), st.sampled_from([" årsverk", " stilling", " FTE", ""]), st.sampled_from(",."))
def test_every_number_of_thousandths_reads_back_as_itself(thousandths: int, unit: str, mark: str) -> None:
    written = f"{thousandths // 1_000}{mark}{thousandths % 1_000:03}".rstrip("0").removesuffix(mark)
    read = read_full_time_equivalents(f"{written}{unit}")

    if thousandths >= 1_000 and len(written) == 5:
        assert read == Refused("how_large")  # 1,234 may be a thousand
    elif unit == " stilling" and thousandths % 1_000 == 0:
        assert read == Refused("how_large")
    else:
        assert read == FullTimeEquivalents(thousandths)


@given(
    st.integers(10, 9_999), st.sampled_from(["{} %", "{}%", "{} % stilling", "{} prosent", "{} % jordmor"])
)
def test_every_percentage_reads_back_as_itself(tenths: int, way: str) -> None:
    percentage = f"{tenths // 10},{tenths % 10}" if tenths % 10 else f"{tenths // 10}"

    assert read_full_time_equivalents(way.format(percentage)) == FullTimeEquivalents(tenths)
