"""The texts that no entry answers: enough of each, each in one group, and none of them a question of an entry."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from knowledge.community_files import load_communities
from knowledge.entry import LANGUAGES
from knowledge.entry_files import load_entries
from knowledge.municipalities import load_municipalities
from knowledge.strangers import Strangers, load_strangers
from knowledge.yaml_files import FileWrong

STRANGERS = load_strangers()
GROUPS: dict[str, tuple[str, ...]] = dict(STRANGERS)
FEWEST = {"near": 330, "far": 330, "injection": 70, "statements": 150, "context": 160}


def normalised(text: str) -> str:
    """What two texts share that differ in case, punctuation and white space only."""
    return " ".join(re.findall(r"\w+", text.casefold())) or text.strip()


def asked() -> dict[str, str]:
    """Each title and phrasing, normalised, with its entry."""
    return {
        normalised(text): entry.id
        for entry in load_entries().values()
        for language in LANGUAGES
        for text in (entry.question.in_language(language), *entry.phrasings.in_language(language))
    }


def places() -> frozenset[str]:
    """Municipalities and their old names, counties, helsefellesskap and hospitals, as they are written."""
    towns = load_municipalities().values()
    communities = load_communities().values()
    return frozenset(
        name
        for names in (
            *((town.name, town.county, *town.official_names, *town.other_names) for town in towns),
            *(tuple(former.name for former in town.former) for town in towns),
            *((community.name.in_language(language) for language in LANGUAGES) for community in communities),
            *((hospital.name for hospital in community.hospitals) for community in communities),
        )
        for name in names
    )


@pytest.mark.parametrize(("group", "fewest"), FEWEST.items())
def test_there_are_enough_of_each_group(group: str, fewest: int) -> None:
    assert len(GROUPS[group]) >= fewest


def test_every_group_is_counted() -> None:
    assert FEWEST.keys() == GROUPS.keys()


def test_no_text_stands_twice_or_in_two_groups() -> None:
    counts = Counter(normalised(text) for texts in GROUPS.values() for text in texts)
    assert [text for text, count in counts.items() if count > 1] == []


def test_no_stranger_is_a_title_or_a_phrasing_of_an_entry() -> None:
    known = asked()
    assert {
        text: known[normalised(text)]
        for texts in GROUPS.values()
        for text in texts
        if normalised(text) in known
    } == {}


def test_what_is_put_beside_a_question_asks_nothing_and_names_no_number_and_no_place() -> None:
    named = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, places())))})(?!\w)")
    assert [text for text in STRANGERS.context if re.search(r"[?\d]", text) or named.search(text)] == []


def test_a_group_that_is_missing_is_said_with_the_name_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "fewer.yaml"
    file.write_text("near: [Blir det regn i morgen?]\n", encoding="utf-8")
    with pytest.raises(FileWrong, match=r"fewer\.yaml: far: "):
        load_strangers(file)


def test_what_is_loaded_cannot_be_changed() -> None:
    assert isinstance(STRANGERS, Strangers)
    assert Strangers.model_config.get("frozen") is True
    assert all(isinstance(texts, tuple) for texts in GROUPS.values())
