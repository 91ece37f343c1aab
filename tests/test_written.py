"""What a store keeps of a body is JSON that gives the body back, or nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.json_text import Once, from_text, to_bytes
from storage.written import to_text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
"""Of one value; with a hundred, three times as long is spent on thinking them up."""


@given(st.dictionaries(st.text(), JSON))
def test_any_body_comes_back_as_it_was(body: dict[str, Any]) -> None:
    assert from_text(to_text(body)) == body


@given(st.dictionaries(st.text(), JSON), st.dictionaries(st.text(), st.dictionaries(st.text(), JSON)))
def test_what_is_stored_and_sent_is_the_same_as_if_it_were_written_twice(
    body: dict[str, Any], sent: dict[str, dict[str, Any]]
) -> None:
    parts = {name: Once(part) for name, part in sent.items()}
    for _ in range(2):
        assert from_text(to_text({**body, **parts})) == {**body, **sent}
        for name, part in parts.items():
            assert to_bytes(part) == to_bytes(sent[name])


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.booleans() | st.none()))
def test_words_and_whole_numbers_are_written_as_the_standard_library_writes_them(
    body: dict[str, Any],
) -> None:
    assert to_text(body) == json.dumps(body, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused_at_any_depth(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_text({"answers": [{"value": number}]})
    with pytest.raises(ValueError, match="JSON"):
        to_text({"answers": Once(value=[number])})


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity og NaN"])
def test_a_word_that_looks_like_one_is_kept(word: str) -> None:
    assert from_text(to_text({"answer": word})) == {"answer": word}


@pytest.mark.parametrize("body", [[], "x", None])
def test_only_an_object_is_a_body(body: Any) -> None:
    with pytest.raises(ValueError, match="object"):
        to_text(body)
