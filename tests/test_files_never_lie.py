"""What is shown as read of a file is what is stored, whatever stands in it; and no file breaks what reads it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.form_files import empty_file
from dialogs.form import FORM
from dialogs.person import TakingIn
from dialogs.questions import Choice, Choices
from dialogs.showing import shown
from dialogs.view import View
from storage.filing.reading_process import read_file
from tests.drafts import TO_BUDGET
from tests.sent_office_files import filled_in
from tests.talking import Talk, the_context
from tests.test_pasted_tables import EVJE, HF
from tests.test_tables_never_lie import NAMES, WORDS
from tests.written_amounts import NORWEGIAN_WAYS

FORMATS = ("General", "#,##0", "0", '#,##0 "kr"', '_-* #,##0 _k_r_-;-* #,##0 _k_r_-;_-* "-"?? _k_r_-;_-@_-')
ANSWERS = (
    "Felles akutteam",
    "900 000",
    "0,5",
    "2027",
    "kommunen",
    "ganske mye",
    "x" * 700,
    "ja",
    "\u202e",
    "-",
)


@pytest.fixture(scope="module")
def begun() -> Iterator[Talk]:
    talk = Talk()
    talk(TO_BUDGET)
    yield talk
    talk.close()


@cache
def form() -> bytes:
    return empty_file("form", the_context(), "nb")


def tags() -> list[str]:
    """Of places, and of boxes, that are asked of everybody, of a party, or in a line."""
    made = []
    for section in FORM.sections:
        for page in section.pages:
            suffix = "#2" if page.repeated else "" if page.each == "application" else "@municipality1"
            for question in page.questions:
                options = getattr(question.kind, "options", ())
                is_ticked = isinstance(question.kind, Choice | Choices) and isinstance(options, tuple)
                codes = [f":{code}" for code in options] if is_ticked else [""]
                made += [f"{question.name}{suffix}{code}" for code in codes]
    return [tag for tag in made if "_more" not in tag]


@given(
    lines=st.lists(
        st.tuples(WORDS, st.sampled_from((HF, EVJE)), st.integers(1_000, 90_000_000)), min_size=1, max_size=5
    ),
    data=st.data(),
)
def test_a_workbook_is_stored_as_it_was_shown(
    begun: Talk, lines: list[tuple[str, str, int]], data: st.DataObject
) -> None:
    excel = openpyxl.Workbook()
    sheet = excel.worksheets[0]
    sheet.append(["Hva", "Part", "Beløp"])
    for what, party, nok in lines:
        is_text = data.draw(st.booleans())
        amount = data.draw(st.sampled_from(NORWEGIAN_WAYS))(nok) if is_text else nok
        sheet.append([what, data.draw(st.sampled_from(NAMES[party])), amount])
        sheet.cell(sheet.max_row, 3).number_format = data.draw(st.sampled_from(FORMATS))
    packed = io.BytesIO()
    excel.save(packed)
    talk = begun.copied()
    try:
        talk.send_file(packed.getvalue())
        seen = list(talk.said)
        talk.type("ja")
        view = View(talk.draft, talk.context)
        stored = talk.draft.lines["cost"]
        assert [talk.value(f"cost_nok#{line}") for line in stored] == [nok for _, _, nok in lines]
        assert [talk.value(f"cost_party#{line}") for line in stored] == [party for _, party, _ in lines]
        for number, line in enumerate(stored, 1):
            names = ("cost_what", "cost_party", "cost_nok")
            told = [shown(view, view.field_by_id[f"{name}#{line}"], "nb") for name in names]
            at = seen.index(" ".join(f"{number}. {told[0]}".split()))
            assert " ".join(f"{told[1]} · {told[2]}".split()) == seen[at + 1]
    finally:
        talk.close()


@given(data=st.data())
def test_a_form_is_stored_as_it_was_shown_and_nothing_valid_gives_way_to_what_is_not(
    begun: Talk, data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(tags()), min_size=1, max_size=12, unique=True))
    written = {tag: True if ":" in tag else data.draw(st.sampled_from(ANSWERS)) for tag in chosen}
    talk = begun.copied()
    try:
        before = talk.draft
        talk.send_file(filled_in(form(), written))
        pending = talk.person.pending
        if not isinstance(pending, TakingIn):
            assert talk.draft.answers == before.answers
            return
        seen = " ".join(" ".join(talk.said).split())
        talk.type("ja")
        now = talk.draft
        view = View(now, talk.context)
        for answer in pending.brought.answers:
            stored = now.answers[answer.slot]
            assert (stored.value, stored.problem) == (answer.value, answer.problem)
            assert stored.value is not None or before.value(answer.slot) is None
            field = view.field_by_id.get(answer.slot)
            if field is not None and stored.value is not None:
                assert " ".join(shown(view, field, "nb")[:200].split()) in seen
        changed = {slot for slot, answer in now.answers.items() if before.answers.get(slot) != answer}
        pages = (("cost", pending.brought.lines), ("phase", pending.brought.phases))
        lines = {
            f"{answer.slot}#{line}"
            for page, read in pages
            for one in read
            for answer in one.answers
            for line in now.lines.get(page, ())
        }
        for one in (*pending.brought.lines, *pending.brought.phases):
            for answer in one.answers:
                names = [slot for slot in changed if slot.startswith(f"{answer.slot}#")]
                kept = [(now.answers[slot].value, now.answers[slot].problem) for slot in names]
                assert (answer.value, answer.problem) in kept
        assert changed <= {answer.slot for answer in pending.brought.answers} | lines
    finally:
        talk.close()


@given(at=st.integers(0, 10_000), put=st.binary(min_size=1, max_size=20), cut=st.booleans())
def test_no_file_breaks_what_reads_it(at: int, put: bytes, cut: bool) -> None:
    packed = form()
    at %= len(packed)
    changed = packed[:at] + put + (b"" if cut else packed[at + len(put) :])
    assert set(read_file(changed)) <= {"refused", "sheets", "places"}
