"""A curator's folder of entries: a change is live without a restart when it is right, and never when it is wrong."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

import knowledge
from bot.answering import Answering, lexical
from bot.commands.doctor_works import answers_check
from bot.knowledge_folder import KnowledgeFolder, Rereading
from bot.settings import Settings
from dialogs.findings import Found
from knowledge.finding import Asked
from tests.finders import the_library

FIRST = "Jeg snakker bokmål, nynorsk og engelsk."
CHANGED = "Jeg snakker både bokmål, nynorsk og engelsk."


@dataclass
class Curated:
    path: Path

    @property
    def file(self) -> Path:
        return self.path / "entries" / "about-the-bot.yaml"

    def write(self, old: str, new: str) -> None:
        text = self.file.read_text("utf-8")
        assert old in text
        self.file.write_text(text.replace(old, new), "utf-8")

    def folder(self) -> KnowledgeFolder:
        return KnowledgeFolder(self.path, None)


@pytest.fixture
def curated(tmp_path: Path) -> Curated:
    shutil.copytree(Path(knowledge.__file__).parent / "entries", tmp_path / "entries")
    return Curated(tmp_path)


def says(folder: KnowledgeFolder) -> str | None:
    """What the entry on languages says in a library that has become another; None where none has."""
    library = folder.look()
    if library is None:
        return None
    answer = library.entries["bot-language"].answer
    assert answer is not None
    return answer.nb.short


def test_a_change_is_taken_once_it_is_at_rest_and_only_once(curated: Curated) -> None:
    folder = curated.folder()
    assert folder.load().entries.keys() == the_library().entries.keys()
    assert says(folder) is None
    curated.write(FIRST, CHANGED)
    assert says(folder) is None, "it may still be written on"
    said = says(folder)
    assert said is not None
    assert said.startswith(CHANGED)
    assert says(folder) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("topic: about-the-bot", "topic: about-the-bot\nentries: ["),
        ("kind: answer", "kind: anything"),
        (FIRST, "Jeg snakker bokmål og 17 andre språk."),
        ("Alle partene bekrefter den samme teksten", "Alle partene bekrefter en annen tekst"),
    ],
    ids=["no yaml", "outside the schema", "a figure without a source", "a quote that stands nowhere"],
)
async def test_what_is_wrong_is_not_taken_and_doctor_says_so(curated: Curated, old: str, new: str) -> None:
    folder = curated.folder()
    folder.load()
    curated.write(old, new)
    assert [says(folder) for _ in range(3)] == [None, None, None]
    (finding,) = await answers_check(Settings(knowledge_dir=curated.path))
    assert finding.state == "wrong"
    curated.write(new, old)
    said = [says(folder) for _ in range(3)]
    assert any(one is not None and one.startswith(FIRST) for one in said), "mended, it is taken again"


async def test_doctor_counts_the_entries_that_are_in_order(curated: Curated) -> None:
    (finding,) = await answers_check(Settings(knowledge_dir=curated.path))
    assert finding.state == "ok"
    assert str(curated.path) in finding.said


def test_a_folder_that_is_wrong_from_the_beginning_leaves_the_packaged_answers(curated: Curated) -> None:
    curated.write("kind: answer", "kind: anything")
    assert curated.folder().load().entries == the_library().entries


def test_a_folder_that_is_not_there_leaves_the_packaged_answers(tmp_path: Path) -> None:
    assert KnowledgeFolder(tmp_path / "nowhere", None).load().entries == the_library().entries


async def test_the_bot_answers_from_the_changed_folder_without_a_restart(curated: Curated) -> None:
    folder = curated.folder()
    answering = Answering(folder.load, lexical, patience_seconds=60)
    rereading = Rereading(folder, answering, every_seconds=0.01)
    rereading.start()
    before = await version_of(answering)
    curated.write(FIRST, CHANGED)
    for _ in range(1_000):
        if await version_of(answering) != before:
            break
        await asyncio.sleep(0.02)
    assert await version_of(answering) != before
    await rereading.stop()
    await answering.stop()


async def version_of(answering: Answering) -> str:
    """Of the entry that is found for its own title."""
    shelf = await answering.shelf()
    assert shelf is not None
    found = await answering.find(shelf, Asked("Hvilke språk kan jeg bruke?"))
    assert isinstance(found, Found)
    assert found.entry.id == "bot-language"
    assert shelf.library.entries["bot-language"].version == found.entry.version
    return found.entry.version
