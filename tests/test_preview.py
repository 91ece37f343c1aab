"""A draft can be seen as the document it will be, and nobody can take it for one that was sent."""

from __future__ import annotations

import pytest

from dialogs.document import texts
from dialogs.view import View
from storage.filing.draft_document import draft_document, draft_pdf
from tests.drafts import READY, TO_BUDGET, TO_PARTIES
from tests.stage import PER, Stage
from tests.talking import Talk

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]


@pytest.mark.parametrize("beginning", ["> start", TO_PARTIES, TO_BUDGET, READY])
def test_a_draft_that_is_begun_or_ready_is_drawn_and_marked(talk: Talk, beginning: str) -> None:
    talk(beginning)
    view = View(talk.draft, talk.context)
    document = draft_document(view, talk.now)
    assert document.case_number == "UTKAST"
    assert document.kicker is not None
    assert document.kicker.startswith("UTKAST – ")
    said = "\n".join(texts(document))
    assert "Det er ikke sendt" in said
    assert "RST-" not in said
    assert "Mottatt" not in said
    assert draft_pdf(view, talk.now).startswith(b"%PDF")


async def test_the_preview_comes_by_file_consent_to_who_is_in(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        await stage.kari.say("forhåndsvisning")
        offer = await stage.kari.wait_for("utkast.pdf", anywhere=True)
        await stage.kari.accept_file(offer)
        uploaded = stage.teams.uploads[-1]
    assert uploaded.complete
    assert uploaded.content.startswith(b"%PDF")


async def test_a_stranger_who_names_a_draft_gets_no_preview(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        (draft,) = await stage.store.scan("application")
        upload = stage.teams.service.files.offered("utkast.pdf")
        context = {"what": "pdf", "a": draft.key.id, "n": 0}
        value = {"type": "fileUpload", "action": "accept", "context": context, "uploadInfo": upload}
        await stage.teams.personal(PER).raw(type="invoke", name="fileConsent/invoke", value=value)
        assert not any(upload.complete for upload in stage.teams.uploads)
