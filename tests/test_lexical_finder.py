"""Finding by letters alone: what answers until the learned finder is ready."""

from __future__ import annotations

import pytest

from dialogs.findings import Found, Near, NotKnown
from knowledge.by_letters import lexical_finder
from knowledge.finding import Asked
from knowledge.lexical import LexicalFinder
from knowledge.library import load_library


@pytest.fixture(scope="module")
def finder() -> LexicalFinder:
    return lexical_finder(load_library())


def test_a_title_finds_its_entry(finder: LexicalFinder) -> None:
    found = finder.find(Asked("Hvor mye fikk Helse Vest i 2024?"))
    assert isinstance(found, Found)
    assert found.entry.id == "region-vest-2024"


def test_a_slip_of_the_finger_does_not_hide_it(finder: LexicalFinder) -> None:
    found = finder.find(Asked("Hvor mye fikk Hesle Vest i 2024"))
    assert isinstance(found, Found | Near)
    first = found.entry if isinstance(found, Found) else found.entries[0]
    assert first.id == "region-vest-2024"


@pytest.mark.parametrize("text", ["", "?!", "xyzzy qwfp", "🎉"])
def test_what_shares_nothing_is_not_known(finder: LexicalFinder, text: str) -> None:
    assert finder.find(Asked(text)) == NotKnown()
