"""Norway's municipalities: the list itself, and reading names as people type them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.municipality_names import Part, find_municipalities, found_in, read_municipalities
from dialogs.municipality_reading import Ambiguous, Found, Gazetteer, Reading, Unknown
from dialogs.places import Municipality
from knowledge.municipalities import load_municipalities

NORWAY = load_municipalities()
COUNTIES = {
    "03": "Oslo",
    "11": "Rogaland",
    "15": "Møre og Romsdal",
    "18": "Nordland",
    "31": "Østfold",
    "32": "Akershus",
    "33": "Buskerud",
    "34": "Innlandet",
    "39": "Vestfold",
    "40": "Telemark",
    "42": "Agder",
    "46": "Vestland",
    "50": "Trøndelag",
    "55": "Troms",
    "56": "Finnmark",
}


def labels(reading: Reading) -> list[str]:
    match reading:
        case Found(municipalities=municipalities) | Ambiguous(choices=municipalities):
            return [m.label for m in municipalities]
        case Unknown(near=near):
            return [m.label for m in near]


def found(text: str) -> list[str]:
    reading = find_municipalities(text, NORWAY)
    assert isinstance(reading, Found), reading
    return labels(reading)


def asked(text: str) -> list[str]:
    reading = find_municipalities(text, NORWAY)
    assert isinstance(reading, Ambiguous), reading
    return labels(reading)


def not_found(text: str) -> list[str]:
    reading = find_municipalities(text, NORWAY)
    assert isinstance(reading, Unknown), reading
    return labels(reading)


# -- the list --------------------------------------------------------------------------------------------


def test_there_are_357_municipalities_in_15_counties() -> None:
    assert len(NORWAY) == 357
    assert {m.county for m in NORWAY.values()} == set(COUNTIES.values())


def test_each_number_has_four_digits_and_begins_with_that_of_its_county() -> None:
    for number, municipality in NORWAY.items():
        assert re.fullmatch(r"[0-9]{4}", number)
        assert municipality.number == number
        assert COUNTIES[number[:2]] == municipality.county


def test_each_county_has_as_many_as_it_had_in_2024() -> None:
    assert Counter(m.county for m in NORWAY.values()) == {
        "Innlandet": 46,
        "Vestland": 43,
        "Nordland": 41,
        "Trøndelag": 38,
        "Møre og Romsdal": 27,
        "Agder": 25,
        "Rogaland": 23,
        "Akershus": 21,
        "Troms": 21,
        "Buskerud": 18,
        "Finnmark": 18,
        "Telemark": 17,
        "Østfold": 12,
        "Vestfold": 6,
        "Oslo": 1,
    }


@pytest.mark.parametrize(
    ("number", "label"),
    [
        ("0301", "Oslo"),
        ("1508", "Ålesund"),
        ("1580", "Haram"),
        ("1515", "Herøy (Møre og Romsdal)"),
        ("1818", "Herøy (Nordland)"),
        ("3114", "Våler (Østfold)"),
        ("3419", "Våler (Innlandet)"),
        ("1867", "Bø (Nordland)"),
        ("4020", "Midt-Telemark"),
        ("3234", "Lunner"),
        ("3236", "Jevnaker"),
        ("4204", "Kristiansand"),
        ("5636", "Nesseby"),
    ],
)
def test_the_numbers_are_those_of_2024(number: str, label: str) -> None:
    assert NORWAY[number].label == label


def test_only_heroy_and_valer_are_the_name_of_two() -> None:
    names = Counter(m.name for m in NORWAY.values())
    assert {name for name, times in names.items() if times > 1} == {"Herøy", "Våler"}
    assert len({m.label for m in NORWAY.values()}) == 357


def test_names_hold_only_letters_of_names() -> None:
    for municipality in NORWAY.values():
        for name in every_name(municipality):
            assert re.fullmatch(r"[^\W\d_]+(?:[ -](?:og )?[^\W\d_]+)*", name), name


# -- one name --------------------------------------------------------------------------------------------


def every_name(municipality: Municipality) -> tuple[str, ...]:
    return (municipality.name, *municipality.official_names, *municipality.other_names)


def test_every_name_alone_finds_its_municipality_or_is_asked_about() -> None:
    for municipality in NORWAY.values():
        for name in (*every_name(municipality), municipality.label):
            for typed in (name, name.upper(), f"{name} kommune", f"  {name.lower()}. "):
                reading = find_municipalities(typed, NORWAY)
                assert isinstance(reading, Found | Ambiguous), typed
                assert municipality.label in labels(reading), typed


def test_every_name_is_found_from_a_keyboard_without_norwegian_letters() -> None:
    for municipality in NORWAY.values():
        if municipality.name not in ("Herøy", "Våler"):
            typed = municipality.name.lower().replace("å", "aa").replace("ø", "oe").replace("æ", "ae")
            assert found(typed) == [municipality.label]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Karasjohka", "Karasjok"),
        ("guovdageaidnu", "Kautokeino"),
        ("Deanu gielda", "Tana"),
        ("Kaivuono", "Kåfjord"),
        ("Alesund", "Ålesund"),
        ("BÖ", "Bø (Nordland)"),
        ("A\u030as", "Ås"),
        ("Bergens kommune", "Bergen"),
        ("Lunds", "Lund"),
        ("Trondhiem", "Trondheim"),
        ("nore og uvdaal", "Nore og Uvdal"),
        ("Evje og hornes", "Evje og Hornnes"),
        ("Midt Telemark", "Midt-Telemark"),
        ("Aurskog - Høland", "Aurskog-Høland"),
        ("4219 Evje og Hornnes", "Evje og Hornnes"),
        ("4601", "Bergen"),
        ("Voss herad", "Voss"),
        ("Vi er fra Risør kommune", "Risør"),
        ("municipality of Bergen", "Bergen"),
    ],
)
def test_a_name_is_found_as_people_write_it(typed: str, label: str) -> None:
    assert found(typed) == [label]


def test_a_name_that_two_bear_is_asked_about_unless_the_county_is_said() -> None:
    assert asked("Herøy") == ["Herøy (Møre og Romsdal)", "Herøy (Nordland)"]
    assert asked("våler kommune") == ["Våler (Østfold)", "Våler (Innlandet)"]
    for typed in ("Herøy i Nordland", "Herøy (Nordland)", "Herøy, Nordland", "Herøy kommune, Nordland fylke"):
        assert found(typed) == ["Herøy (Nordland)"]
    for typed in ("Herøy i Møre og Romsdal", "Herøy (møre & romsdal)"):
        assert found(typed) == ["Herøy (Møre og Romsdal)"]
    assert found("Våler i Hedmark") == ["Våler (Innlandet)"]


def test_a_county_that_the_municipality_does_not_lie_in_is_asked_about() -> None:
    assert not_found("Bergen i Agder") == ["Bergen"]


def test_a_name_that_lies_between_two_is_asked_about() -> None:
    assert asked("Nesn") == ["Nes (Akershus)", "Nesna", "Nesbyen"]
    assert asked("Strandd") == ["Strand", "Stranda"]
    assert asked("Kristiansun") == ["Kristiansund", "Kristiansand"]
    assert asked("Kæfjord") == ["Kåfjord", "Åfjord", "Kvæfjord"]
    assert asked("4601 Kristiansand") == ["Kristiansand", "Bergen"]


def test_a_short_name_is_only_taken_as_it_is_written() -> None:
    assert found("Bø") == ["Bø (Nordland)"]
    assert found("Aas") == ["Ås"]
    assert found("Os") == ["Os (Innlandet)"]
    assert not_found("As") == ["Ås"]
    assert not_found("Tim") == ["Time"]
    assert "Bø (Nordland)" in not_found("Bo")


def test_a_part_of_a_name_is_no_name_but_leads_to_it() -> None:
    assert not_found("Evje") == ["Evje og Hornnes"]
    assert not_found("Toten") == ["Østre Toten", "Vestre Toten"]


def test_a_municipality_that_is_no_more_leads_to_the_one_it_became() -> None:
    assert find_municipalities("Søgne kommune", NORWAY) == Unknown(
        "Søgne kommune", (NORWAY["4204"],), "Søgne"
    )
    assert not_found("Tysfjord") == ["Narvik", "Hamarøy"]
    assert not_found("Bø i Telemark") == ["Midt-Telemark"]
    assert not_found("Nes i Buskerud") == ["Nesbyen"]
    assert not_found("Os i Hordaland") == ["Bjørnafjorden"]


@pytest.mark.parametrize(
    "typed", ["", "  \n ", "Agder", "alle kommunene i Agder", "Sørlandet sykehus", "?!", "kommune"]
)
def test_what_names_no_municipality_is_unknown(typed: str) -> None:
    assert not_found(typed) == []


# -- several at once ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Risør, Tvedestrand og Arendal kommune", ["Risør", "Tvedestrand", "Arendal"]),
        ("Evje og Hornnes og Bygland", ["Evje og Hornnes", "Bygland"]),
        ("Bygland og Evje & Hornnes", ["Bygland", "Evje og Hornnes"]),
        ("• Bergen\n• Askøy\n1. Oslo\n2) Lom", ["Bergen", "Askøy", "Oslo", "Lom"]),
        ("- Haram\n- Ålesund\n- Haram", ["Haram", "Ålesund"]),
        ("kommunane Volda, Ørsta and Ulstein", ["Volda", "Ørsta", "Ulstein"]),
        ("Risør Tvedestrand Søndre Land", ["Risør", "Tvedestrand", "Søndre Land"]),
        ("Guovdageaidnu - Kautokeino; Hamarøy/Hábmer", ["Kautokeino", "Hamarøy"]),
        ("Halden + Moss. Råde.", ["Halden", "Moss", "Råde"]),
        ("4201\tRisør\r\n4213\tTvedestrand", ["Risør", "Tvedestrand"]),
        (
            "Sande i Møre og Romsdal og Herøy i Møre og Romsdal",
            ["Sande (Møre og Romsdal)", "Herøy (Møre og Romsdal)"],
        ),
        ("Bergen, Vestland", ["Bergen"]),
    ],
)
def test_several_are_found_at_once(typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


def test_what_is_understood_can_be_taken_while_the_rest_is_asked_about() -> None:
    parts = read_municipalities("Bø, Sauherad og Herøy", NORWAY)
    bo, midt_telemark = NORWAY["1867"], NORWAY["4020"]
    assert parts == (
        Part("Bø", Found((bo,))),
        Part("Sauherad", Unknown("Sauherad", (midt_telemark,), "Sauherad")),
        Part("Herøy", Ambiguous("Herøy", (NORWAY["1515"], NORWAY["1818"]))),
    )
    assert found_in(parts) == (bo,)
    assert find_municipalities("Bø, Sauherad og Herøy", NORWAY) == parts[1].reading


def test_all_of_norway_can_be_pasted() -> None:
    assert len(found("\n".join(m.label for m in NORWAY.values()))) == 357


def test_a_text_longer_than_any_list_is_not_read() -> None:
    assert isinstance(find_municipalities("Bergen, " * 5_000, NORWAY), Unknown)


def test_a_text_that_is_no_list_is_not_read_to_its_end() -> None:
    parts = read_municipalities("x," * 4_000, NORWAY)
    assert len(parts) == 26
    assert all(isinstance(part.reading, Unknown) for part in parts)


# -- properties --------------------------------------------------------------------------------------------

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåáš -"
LONG_NAMES = sorted(
    (n, m.number) for m in NORWAY.values() for n in every_name(m) if len(re.sub(r"\W", "", n)) >= 6
)


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(NORWAY)


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[str, str]:
    name, number = draw(st.sampled_from(LONG_NAMES))
    at = draw(st.integers(0, len(name) - 1))
    letter = draw(st.sampled_from(LETTERS))
    typed = draw(
        st.sampled_from(
            (
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at + 1 :],
                name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
            )
        )
    )
    return typed, number


@given(mistyped())
def test_one_wrong_letter_never_silently_gives_another_municipality(typed_for: tuple[str, str]) -> None:
    typed, number = typed_for
    if not gazetteer().exactly(typed):  # «Narvik» for Larvik is a name, and no typing error that can be seen
        assert found_in(read_municipalities(typed, NORWAY)) in ((), (NORWAY[number],))


SEPARATORS = (", ", ";", "\n", " og ", " and ", " & ", " samt ", "\n- ", "\n• ", " / ", " + ", ",\n", ", og ")


@given(
    st.lists(st.sampled_from(sorted(NORWAY)), min_size=1, max_size=8, unique=True),
    st.lists(st.sampled_from(SEPARATORS), min_size=8, max_size=8),
    st.sampled_from(("{}", "{} kommune", "kommunene {}", "KOMMUNE {}")),
)
def test_a_list_with_any_separators_reads_back(
    numbers: list[str], separators: list[str], written: str
) -> None:
    municipalities = [NORWAY[number] for number in numbers]
    text = "".join(
        written.format(m.label) + separator for m, separator in zip(municipalities, separators, strict=False)
    )
    assert found(text.removesuffix(separators[len(numbers) - 1])) == [m.label for m in municipalities]


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(("Herøy", "og", "i", "Nordland", "4601", ",", "(", "Nes", "\n", "-"))).map(
        " ".join
    )
)
def test_no_text_breaks_the_reading(text: str) -> None:
    for part in read_municipalities(text, NORWAY):
        match part.reading:
            case Found(municipalities=municipalities):
                assert len(municipalities) == 1
            case Ambiguous(text=shown, choices=choices):
                assert shown
                assert len(set(choices)) == len(choices) > 1
            case Unknown(text=shown, near=near):
                assert len(shown) <= 80
                assert len(set(near)) == len(near) <= 5
