"""What is shown as read of a table is what is stored, whatever was pasted; and nothing that is pasted is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.brought import NotRead
from dialogs.fields import any_field
from dialogs.grids import as_text, to_grid
from dialogs.person import TakingIn
from dialogs.showing import shown
from dialogs.standing import has_shape, is_offered
from dialogs.tables import read_table
from dialogs.view import View
from tests.drafts import TO_BUDGET
from tests.talking import Talk
from tests.test_pasted_tables import EVJE, HF, TO_TWO_YEARS
from tests.written_amounts import NORWEGIAN_WAYS

NAMES = {
    HF: ("Sørlandet sykehus HF", "Sørlandet sykehus", "sykehuset", "SSHF", "Sørlandet sykhus"),
    EVJE: ("Evje og Hornnes", "Evje og Hornnes kommune", "kommunen", "Evje", "Evje og Hornes"),
}
WORDS = st.text(alphabet="abcæøåABC xyz-/&0123456789", min_size=1, max_size=20).map(lambda t: f"v{t}".strip())
CELLS = st.one_of(
    st.sampled_from(
        (
            *("", "-", "0", "1", "2027", "2028", "2031", "900 000", "1.200", "ca. 300 000", "(500)", "0,5"),
            *("900 000 kr", "20 %", "50 timer", "100 000 per år", "200 000 hver", "1e5", "#REF!", "=A1"),
            *(
                "Hva",
                "Part",
                "År",
                "Beløp",
                "Sum",
                "Totalt",
                "Egne penger",
                "Søkt",
                "Årsverk",
                "Timer",
                "i tusen kr",
            ),
            *("Kostnad 2027", "Sum 2028", "Beløp (1000 kr)", "sykehuset", "kommunen", "Bygland", "begge"),
            *("Lege", "x" * 200, "[nummer fjernet]", "01.02.2027", "\u202e", "<b>x</b>", "|", ";"),
        )
    ),
    st.text(max_size=8),
)
GRIDS = st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=8).map(to_grid)


@pytest.fixture(scope="module")
def begun() -> Iterator[tuple[Talk, Talk]]:
    one, two = Talk(), Talk()
    one(TO_BUDGET)
    two(TO_TWO_YEARS)
    yield one, two
    one.close()
    two.close()


@st.composite
def budgets(draw: st.DrawFn) -> tuple[list[tuple[str, str, int]], str]:
    """Cost lines, and how somebody may have written them."""
    lines = draw(
        st.lists(
            st.tuples(WORDS, st.sampled_from((HF, EVJE)), st.integers(1_000, 90_000_000)),
            min_size=2,
            max_size=6,
        )
    )
    order = draw(st.permutations((0, 1, 2)))
    way = draw(st.sampled_from(NORWEGIAN_WAYS))
    rows = [("Hva", "Part", "Beløp")] if draw(st.booleans()) else []
    rows += [(what, draw(st.sampled_from(NAMES[party])), way(nok)) for what, party, nok in lines]
    if rows[0][0] == "Hva" and draw(st.booleans()):
        rows.append(("Sum", "", way(sum(nok for _, _, nok in lines))))
    separator = draw(st.sampled_from(("\t", ";", " | ", "\t")))
    return lines, "\n".join(separator.join(row[at] for at in order) for row in rows)


@given(budget=budgets())
def test_what_is_shown_as_read_is_what_is_stored(
    begun: tuple[Talk, Talk], budget: tuple[list[tuple[str, str, int]], str]
) -> None:
    lines, text = budget
    talk = begun[0].copied()
    try:
        talk.type(text)
        assert isinstance(talk.person.pending, TakingIn), text
        seen = list(talk.said)
        talk.type("ja")
        view = View(talk.draft, talk.context)
        stored = talk.draft.lines["cost"]
        assert [talk.value(f"cost_nok#{line}") for line in stored] == [nok for _, _, nok in lines]
        assert [talk.value(f"cost_party#{line}") for line in stored] == [party for _, party, _ in lines]
        for number, line in enumerate(stored, 1):
            told = [
                shown(view, view.field_by_id[f"{name}#{line}"], "nb")
                for name in ("cost_what", "cost_party", "cost_nok")
            ]
            at = seen.index(" ".join(f"{number}. {told[0]}".split()))
            assert " ".join(f"{told[1]} · {told[2]}".split()) == seen[at + 1]
    finally:
        talk.close()


@given(grid=GRIDS)
def test_whatever_stands_in_the_cells_what_is_read_can_be_stored_or_says_what_is_wrong(
    begun: tuple[Talk, Talk], grid: tuple[tuple[str, ...], ...]
) -> None:
    for talk in begun:
        view = View(talk.draft, talk.context)
        read = read_table(grid, view, talk.now.date(), most_lines=5)
        if isinstance(read, NotRead):
            continue
        assert len(read.lines) <= 5
        for answer in (*read.answers, *(answer for line in read.lines for answer in line.answers)):
            field = any_field(talk.context.form, answer.slot)
            assert field is not None
            if answer.value is None:
                assert answer.problem
                assert answer.raw
            else:
                assert answer.problem is None
                assert has_shape(field.question.kind, answer.value)
                options = frozenset(code for code, _ in view.options(field))
                assert is_offered(field.question.kind, answer.value, options)


@given(grid=GRIDS)
def test_a_table_pasted_and_answered_in_any_way_is_stored_as_shown_or_kept(
    begun: tuple[Talk, Talk], grid: tuple[tuple[str, ...], ...]
) -> None:
    talk = begun[1].copied()
    try:
        text = as_text(grid)
        if not text.strip():
            return
        talk.type(text)
        pending = talk.person.pending
        if not isinstance(pending, TakingIn):
            return
        talk.type("ja")
        stored = [
            {
                answer.slot: (a.value, a.problem)
                for answer in line.answers
                if (a := talk.draft.answers.get(f"{answer.slot}#{name}")) is not None
            }
            for line, name in zip(pending.brought.lines, talk.draft.lines.get("cost", ()), strict=False)
        ]
        assert stored == [
            {answer.slot: (answer.value, answer.problem) for answer in line.answers}
            for line in pending.brought.lines
        ]
        for answer in pending.brought.answers:
            assert talk.draft.answers[answer.slot].value == answer.value
        kept = "\n".join(one.text for one in talk.draft.set_aside)
        for one in pending.brought.left_out:
            assert one.why == "sum" or one.text in kept or pending.brought.columns_left_out
    finally:
        talk.close()
