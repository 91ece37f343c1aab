"""The agreement's text: just what is material stands in it, and it says the same on a card and in print."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import docx
import pypdf
import pytest

from bot.cards.document import document_bodies
from dialogs import questions
from dialogs.agreement.records import Called
from dialogs.agreement.text import Made, current_hash, make
from dialogs.answer_blocks import is_answered
from dialogs.application import Application
from dialogs.context import Context
from dialogs.document import texts
from dialogs.members import Member
from dialogs.view import Field, View
from storage.filing.agreement_document import agreement_document, agreement_docx, agreement_pdf
from tests.largest_application import fill
from tests.talking import the_context

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
GATES = ("extras", "cost_more", "phase_more")
"""Not material themselves: what they bring or take away may be."""


@pytest.fixture(scope="module")
def context() -> Context:
    """Whose call asks for everything."""
    context = the_context()
    agder = context.communities["agder"]
    settings = agder.settings.model_copy(update={"agreement_form": "either"})
    communities = {**context.communities, "agder": agder.model_copy(update={"settings": settings})}
    return replace(context, communities=communities)


@pytest.fixture(scope="module")
def view(context: Context) -> View:
    """An application with everything in it, small enough to be read."""
    member = Member(person_id="p1", name="Kari Eksempel", joined_at=AT)
    empty = Application(id="a1", created_at=AT, created_by="p1", changed_at=AT, members=(member,))
    filled = fill(empty, context, "Ord & <tegn> ", year="2027")
    answers = dict(filled.answers)
    lines = {page: ids[:2] for page, ids in filled.lines.items()}
    for slot, answer in answers.items():
        if isinstance(answer.value, str) and len(answer.value) > 60:
            answers[slot] = answer.model_copy(update={"value": f"{slot} {answer.value[:40]}"})
    period = answers["period"].model_copy(update={"value": ["2027-01-01", "2028-12-31"]})
    few = answers["municipalities"].model_copy(update={"value": ["4219", "4220"]})
    answers |= {"period": period, "municipalities": few}
    return View(filled.model_copy(update={"answers": answers, "lines": lines}), context)


def changed(view: View, field: Field) -> Iterator[View]:
    """The same application with another good answer in one field."""
    answer = view.answer(field)
    assert answer is not None
    other = _other(view, field, answer.value)
    if other is not None:
        answers = {**view.application.answers, field.id: answer.model_copy(update={"value": other})}
        yield View(view.application.model_copy(update={"answers": answers}), view.context)


def _other(view: View, field: Field, value: Any) -> Any:
    match field.question.kind:
        case questions.Text():
            return f"Noe annet {value}"[: field.question.kind.maximum]
        case questions.Choice():
            return next((code for code, _ in view.options(field) if code != value), None)
        case questions.Choices():
            others = [code for code, _ in view.options(field) if [code] != value]
            return others[:1] or None
        case questions.Municipalities():
            return [*value, "4221"]
        case questions.Nok() | questions.FullTimeEquivalents() | questions.Hours():
            return value - 1
        case questions.PeriodOfTime():
            return ["2027-02-01", value[1]]
        case questions.Day():
            return "2026-10-01"
        case questions.Email():
            return "en.annen@example.no"
        case questions.Phone():
            return "+47 11 11 11 11"
        case _:
            return None


def test_the_hashes_and_the_text_change_with_each_material_answer_and_with_no_other(view: View) -> None:
    before = make(view)
    text = before.as_asked("p1", AT, [])
    tried = set()
    for field in view.fields:
        if not is_answered(view, field) and not field.question.asks_for_lines:
            continue
        for after in changed(view, field):
            now = make(after)
            has_changed = current_hash(after, text) != text.content_hash
            assert has_changed == (now.text_hash != before.text_hash), field.id
            assert (now.content_hash != before.content_hash) == has_changed, field.id
            if field.question.name not in GATES:
                assert has_changed == field.question.material, field.id
            tried.add(field.question.name)
    assert {"title", "applied", "own_money", "responsibility_who", "contact_email", "milestones"} <= tried
    assert len(tried) > 60


def test_the_text_is_hashed_as_it_is_read(view: View) -> None:
    made = make(view)
    assert hashlib.sha256(made.kept.text.encode()).hexdigest() == made.text_hash
    assert made.kept.text.count("\r") == 0
    assert made.kept.text.endswith("\n")
    assert make(view) == made


def test_a_party_that_gets_another_name_in_a_release_leaves_a_text_that_was_asked_about(view: View) -> None:
    made = make(view)
    text = made.as_asked("p1", AT, _called(view))
    places = {
        number: replace(place, name=f"{place.name} nye")
        for number, place in view.context.municipalities.items()
    }
    renamed = View(view.application, replace(view.context, municipalities=places))
    assert current_hash(renamed, text) == text.content_hash


def _called(view: View) -> list[Called]:
    return [Called(id=party.id, name=party.name) for party in view.parties()]


def test_card_pdf_and_word_file_say_the_same_words_in_the_same_order(view: View) -> None:
    made = make(view)
    card = _squeezed(json.dumps(document_bodies(made.document), ensure_ascii=False))
    printed = _squeezed(_pdf_text(agreement_pdf(view, made, AT)))
    word = _squeezed(_docx_text(agreement_docx(view, made, AT)))
    footers = {made.document.footer.page, made.document.footer.of, made.code, ""}
    for said in texts(made.document):
        if said not in footers:
            plain = _squeezed(said)
            assert plain in _squeezed(made.kept.text)
            assert plain in card
            assert plain in word
            assert plain in printed
    assert _squeezed(made.code) in word
    assert _squeezed(made.code) in printed


def _squeezed(text: str) -> str:
    """Line breaks and hyphens of a drawn page are nobody's words."""
    unescaped = text.replace("\\n", "").replace('\\"', '"')
    return "".join(sign for sign in unescaped if sign not in " \n\t\u00a0\u00ad-\u2009")


def _pdf_text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def _docx_text(packed: bytes) -> str:
    document = docx.Document(io.BytesIO(packed))
    parts = [node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t")]
    for section in document.sections:
        parts += [node.text or "" for node in section.footer._element.iter() if node.tag.endswith("}t")]
    return "".join(parts)


def test_who_has_confirmed_stands_on_a_page_that_is_no_part_of_the_text(view: View) -> None:
    made = make(view)
    document = agreement_document(view, made)
    assert document.sections[: len(made.document.sections)] == made.document.sections
    assert "ikke en del av avtaleteksten" in str(document.sections[len(made.document.sections)])
    assert "Kari" not in made.kept.text


def test_the_language_of_the_agreement_is_an_answer_of_the_application(view: View) -> None:
    answer = view.application.answers["document_language"].model_copy(update={"value": "nn"})
    answers = {**view.application.answers, "document_language": answer}
    nynorsk: Made = make(View(view.application.model_copy(update={"answers": answers}), view.context))
    assert "er samde om å gjennomføre tiltaket" in nynorsk.kept.text
