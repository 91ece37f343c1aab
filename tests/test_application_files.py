"""What is filed of a sent application: the words people wrote, in data and in print."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from bot.words import load_texts
from dialogs.application import Answer, Application, Submission
from dialogs.context import Context
from dialogs.form import FORM
from dialogs.members import Member
from dialogs.view import View
from knowledge.community_files import load_communities
from knowledge.municipalities import load_municipalities
from storage.filing.application_files import application_files

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
CONTEXT = Context(FORM, load_texts(), load_communities(None), load_municipalities())


def sent(**answers: object) -> View:
    """A sent application with just these answers: enough to file, whatever the form demands."""
    values = {
        "community": "agder",
        "year": "2027",
        "hospitals": ["sorlandet-sykehus"],
        "municipalities": ["4219"],
        "period": ["2027-01-01", "2027-12-31"],
        "title": "Felles jordmorvakt",
        "document_language": "nb",
        **answers,
    }
    application = Application(
        id="a1",
        created_at=AT,
        created_by="p1",
        changed_at=AT,
        status="sent",
        case_number="RST-2026-K7MP4",
        members=(Member(person_id="p1", name="Kari Eksempel", joined_at=AT),),
        answers={slot: Answer(value=value, by="p1", at=AT) for slot, value in values.items()},
        submissions=(
            Submission(version=1, received_at=AT, by="p1", late="not_known", fingerprint="3f9a2c" + "0" * 58),
        ),
    )
    return View(application, CONTEXT)


def print_of(view: View) -> str:
    reader = PdfReader(BytesIO(application_files(view, 1).files["application.pdf"]))
    return "\n".join(page.extract_text() for page in reader.pages)


def test_the_same_version_is_the_same_files() -> None:
    assert application_files(sent(), 1) == application_files(sent(), 1)


def test_a_character_that_print_lacks_is_noted_there_and_exact_in_the_data() -> None:
    view = sent(title="Felles jordmorvakt 🤰")
    data = json.loads(application_files(view, 1).files["application.json"])
    assert next(a for a in data["answers"] if a["slot"] == "title")["value"] == "Felles jordmorvakt 🤰"
    note = CONTEXT.texts.say("nb", "d-substituted").split(".")[0]
    assert note.split()[0] in print_of(view)
    assert "▯" in print_of(view)
    assert "▯" not in print_of(sent())


def test_the_documents_stand_in_the_language_the_parties_chose() -> None:
    for language, word in (("nb", "Søkere"), ("nn", "Søkjarar")):
        view = sent(document_language=language)
        assert word in print_of(view)
        reader = PdfReader(BytesIO(application_files(view, 1).files["application.pdf"]))
        assert str(reader.root_object["/Lang"]).startswith(language)


def test_the_first_page_says_what_is_only_stated_by_the_applicant() -> None:
    assert "ikke bekreftet av parten" in " ".join(print_of(sent()).split())


def test_every_page_carries_the_case_number_and_the_version_code() -> None:
    reader = PdfReader(
        BytesIO(application_files(sent(what="Vi går sammen.\n" * 300), 1).files["application.pdf"])
    )
    assert len(reader.pages) > 3
    for number, page in enumerate(reader.pages, 1):
        text = " ".join(page.extract_text().split())
        assert "RST-2026-K7MP4" in text
        assert "v1-3f9a2c" in text
        assert f"side {number} av {len(reader.pages)}" in text
