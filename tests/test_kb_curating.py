"""What a curator does: see what went unanswered, begin an entry, and make a document quotable."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.asked import put_unanswered
from dialogs.effects import KeepUnanswered
from knowledge.entry_files import load_entries
from knowledge.fingerprints import holds
from knowledge.likeness import groups
from knowledge.source_files import load_sources
from storage.tinydb_store import open_store
from tests.command_line import Ended, tilskuddshjelpen


def keep(data: Path, questions: Sequence[tuple[KeepUnanswered, str, datetime]]) -> None:
    """As the conversation keeps them."""

    async def write() -> None:
        store = open_store(data / "store.db")
        for question, language, at in questions:
            await store.commit(expect={}, put=[put_unanswered(question, language, at, timedelta(days=9_000))])
        await store.close()

    asyncio.run(write())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "var"
    folder.mkdir()
    early, late = datetime(2026, 11, 28, 9, tzinfo=UTC), datetime(2026, 11, 30, 9, tzinfo=UTC)
    beside_the_budget = KeepUnanswered(
        *("q-2", "får vi dekt parkering", "not_fitting", ("unknown-which-costs",)), "cost_what", "agder"
    )
    keep(
        folder,
        [
            (KeepUnanswered("q-1", "Får vi dekket parkering?", "unknown", ()), "nb", early),
            (beside_the_budget, "nn", late),
            (KeepUnanswered("q-3", "Hvem leder SSU\x1b[2J\ni Fonna?", "none_of_these", ()), "nb", early),
        ],
    )
    return folder


def unanswered(data: Path, *more: str) -> Ended:
    return tilskuddshjelpen("kb", "unanswered", "--data", data, *more)


# --- What went unanswered.


def test_questions_that_are_alike_stand_beside_each_other_with_where_they_were_asked(data: Path) -> None:
    shown = unanswered(data)
    assert shown.code == 0
    assert shown.out.splitlines() == [
        "2 alike: 1 not fitting, 1 unknown",
        "  får vi dekt parkering",
        "    q-2 · 2026-11-30 · nn · agder · field cost_what · shown unknown-which-costs",
        "  Får vi dekket parkering?",
        "    q-1 · 2026-11-28 · nb",
        "",
        "none of these",
        "  Hvem leder SSU[2J i Fonna?",
        "    q-3 · 2026-11-28 · nb",
        "",
        "3 questions in 2 groups. `kb draft` begins an entry; `kb unanswered --done ID` takes a question away.",
    ]


def test_what_is_done_is_taken_away_and_nothing_else(data: Path) -> None:
    taken = unanswered(data, "--done", "q-1", "--done", "q-3")
    assert taken.out == "q-1 is taken away.\nq-3 is taken away.\n"
    left = unanswered(data).out
    assert "q-2" in left
    assert "q-1" not in left
    assert "q-3" not in left


def test_nothing_is_taken_away_when_one_is_not_there(data: Path) -> None:
    refused = unanswered(data, "--done", "q-1", "--done", "q-9")
    assert refused.code == 1
    assert "No question q-9 waits." in refused.err
    assert "q-1" in unanswered(data).out


def test_that_no_question_waits_is_said(data: Path) -> None:
    for id in ("q-1", "q-2", "q-3"):
        assert unanswered(data, "--done", id).code == 0
    assert unanswered(data).out == "No question waits.\n"


def test_a_folder_without_a_store_is_said_and_left_empty(tmp_path: Path) -> None:
    assert unanswered(tmp_path).code == 6
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("texts", "grouped"),
    [
        ([], []),
        (["Når er fristen?"], [[0]]),
        (["Når er fristen?", "er fristen når", "Hvem kan søke?", "NÅR ER FRISTEN"], [[0, 1, 3], [2]]),
        (
            ["får vi dekket parkering", "vi i Hægebostad lurer på en ting, får vi dekket parkering?"],
            [[0, 1]],
        ),
        (["fristen?", "Hva skjer hvis vi sender søknaden etter fristen?"], [[0], [1]]),
    ],
)
def test_what_is_asked_in_much_the_same_words_is_one_group(
    texts: list[str], grouped: list[list[int]]
) -> None:
    assert groups(texts) == grouped


# --- A new entry.


def draft(id: str, topic: Path, *more: str) -> Ended:
    return tilskuddshjelpen("kb", "draft", id, "--topic", topic, *more)


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    folder = tmp_path / "own" / "entries"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("kind", ["answer", "unknown"])
def test_a_draft_loads_and_is_told_to_be_unwritten(entries: Path, kind: str) -> None:
    begun = draft("parking", entries / "costs.yaml", "--kind", kind)
    assert begun.code == 0, begun.err
    assert f"kb check --dir {entries.parent}" in begun.out
    (entry,) = load_entries(entries).values()
    assert (entry.id, entry.kind, entry.is_written) == ("parking", kind, False)
    checked = tilskuddshjelpen("kb", "check", "--quick", "--dir", entries.parent)
    assert checked.code == 1
    assert "mend  costs.yaml: parking: is not written yet" in checked.out


@pytest.mark.parametrize("kind", ["answer", "unknown"])
def test_what_is_to_be_filled_in_is_right_when_it_is(entries: Path, kind: str) -> None:
    topic = entries / "costs.yaml"
    draft("parking", topic, "--kind", kind)
    text = re.sub(r"^ *## .*\n", "", topic.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^    # ", "    ", text, flags=re.MULTILINE)
    topic.write_text(re.sub(r">-$", "Fem ord eller flere her.", text, flags=re.MULTILINE), encoding="utf-8")
    (entry,) = load_entries(entries).values()
    assert entry.is_written
    assert entry.sources
    assert entry.reviewed is not None


def test_a_draft_comes_after_what_stands_in_the_file_which_is_left_as_it_is(entries: Path) -> None:
    topic = entries / "costs.yaml"
    draft("parking", topic)
    before = topic.read_text("utf-8").rstrip("\n")
    topic.write_text(before, encoding="utf-8")
    assert draft("ferries", topic).code == 0
    assert topic.read_text("utf-8").startswith(before + "\n\n  - id: ferries\n")
    assert list(load_entries(entries)) == ["parking", "ferries"]


def test_what_was_asked_is_not_in_the_draft(data: Path, entries: Path) -> None:
    draft("parking", entries / "costs.yaml")
    assert "dek" not in (entries / "costs.yaml").read_text("utf-8")


def test_an_id_that_is_taken_in_another_file_is_refused(entries: Path) -> None:
    draft("parking", entries / "costs.yaml")
    refused = draft("parking", entries / "other.yaml")
    assert refused.code == 1
    assert "parking is there already, in costs.yaml" in refused.err
    assert not (entries / "other.yaml").exists()


@pytest.mark.parametrize(
    ("id", "name", "said"),
    [
        ("Får vi parkering?", "costs.yaml", "is no id"),
        ("parking", "costs.yml", "must be named as the topic"),
        ("parking", "nowhere/costs.yaml", "is no folder"),
    ],
)
def test_a_wrong_draft_is_said(entries: Path, id: str, name: str, said: str) -> None:
    refused = draft(id, entries / name)
    assert refused.code == 2
    assert said in refused.err
    assert list(entries.iterdir()) == []


# --- A document.

LETTER = "Helsefellesskapet **skal** ha sendt\nsøknadene videre innen 1. april 2025 til utvalget.\n"
NAMED = ("--id", "brev-2025", "--title", "Brev om frist", "--publisher", "Helse Nord RHF")


def fingerprinted(tmp_path: Path, text: bytes, *more: str) -> Ended:
    file = tmp_path / "brev.txt"
    file.write_bytes(text)
    return tilskuddshjelpen("kb", "fingerprint", file, *NAMED, "--dir", tmp_path / "own", *more)


def test_a_document_can_be_quoted_and_its_text_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    made = fingerprinted(tmp_path, LETTER.encode(), "--date", "2025-03-05", "--address", "example.no/brev")
    assert made.code == 0, made.err
    assert "12 words. An entry quotes it as `document: brev-2025`." in made.out
    source = load_sources(tmp_path / "own" / "sources")["brev-2025"]
    assert (source.text, source.document.read, str(source.document.date)) == (
        "document",
        "whole",
        "2025-03-05",
    )
    assert source.fingerprint is not None
    assert holds(source.fingerprint, "skal ha sendt søknadene videre innen 1. april 2025")
    assert not holds(source.fingerprint, "skal ha sendt søknadene videre innen 2. april 2025")
    assert "videre" not in (tmp_path / "own" / "sources" / "brev-2025.json").read_text("utf-8")


def test_notes_of_a_page_say_that_they_are_notes(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    assert fingerprinted(tmp_path, LETTER.encode(), "--notes", "--read", "beginning").code == 0
    source = load_sources(tmp_path / "own" / "sources")["brev-2025"]
    assert (source.text, source.document.read, source.document.date) == ("notes", "beginning", None)


def test_a_fingerprint_is_written_anew_only_when_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    assert fingerprinted(tmp_path, LETTER.encode()).code == 0
    refused = fingerprinted(tmp_path, LETTER.encode())
    assert refused.code == 1
    assert "--replace" in refused.err
    assert fingerprinted(tmp_path, LETTER.encode(), "--replace").code == 0


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        (b"\xff\xfe\x00", (), "is not text in UTF-8"),
        (b"Fire ord er for", (), "fewer than 5 words"),
        (LETTER.encode(), ("--date", "5. mars"), "--date 5. mars is no day"),
        (LETTER.encode(), ("--id", "Brev 2025"), "--id: String should match"),
    ],
)
def test_what_cannot_be_a_source_is_said(tmp_path: Path, text: bytes, more: Sequence[str], said: str) -> None:
    (tmp_path / "own").mkdir()
    refused = fingerprinted(tmp_path, text, *more)
    assert refused.code in (1, 2)
    assert said in refused.err
    assert list((tmp_path / "own").iterdir()) == []


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert fingerprinted(tmp_path, LETTER.encode()).code == 2
    assert not (tmp_path / "own").exists()
