"""The knowledge base checked as a whole, by the command and by the tests alike."""

from __future__ import annotations

import datetime
import inspect
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from knowledge import answer_checks, entry_checks
from knowledge.by_letters import lexical_maker
from knowledge.checking import faults, passed_since_review
from knowledge.entry import Entry, Phrasings
from knowledge.library import Library, load_library
from knowledge.likeness import alike, normalised
from knowledge.phrasing_checks import nearly_alike, won_by_another
from tests.command_line import tilskuddshjelpen

LIBRARY = load_library()


def with_phrasings(id: str, *phrasings: str) -> Entry:
    return LIBRARY.entries[id].model_copy(update={"phrasings": Phrasings(nb=phrasings, nn=(), en=())})


def of(*entries: Entry) -> Library:
    return Library({entry.id: entry for entry in entries}, LIBRARY.sources, LIBRARY.communities)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The packaged entries in a folder of one's own."""
    with as_file(files("knowledge") / "entries") as entries:
        shutil.copytree(entries, tmp_path / "entries")
    return tmp_path


def rewrite(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_the_entries_that_come_with_the_project_have_nothing_to_mend() -> None:
    assert [str(fault) for fault in faults(LIBRARY)] == []


def test_no_check_is_forgotten() -> None:
    checks = {
        name
        for module in (answer_checks, entry_checks)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_")
        and function.__module__ == module.__name__
        and "Iterator[Fault]" in str(inspect.signature(function).return_annotation)
    }
    assert len(checks) > 10
    assert checks - set(faults.__code__.co_names) == set()


def test_texts_are_alike_when_they_differ_by_a_letter() -> None:
    texts = [
        normalised(text) for text in ("Når er fristen?", "når er friste", "Hvem kan søke?", "NÅR ER FRISTEN")
    ]
    assert set(map(frozenset, alike(texts, 92))) == {frozenset({0, 1}), frozenset({0, 3}), frozenset({1, 3})}


def test_phrasings_of_two_entries_that_are_nearly_alike_are_pointed_at() -> None:
    found = nearly_alike(
        of(
            with_phrasings("purpose", "hva er egentlig poenget med dette"),
            with_phrasings("areas", "hva er egentlig poenget med dette?", "hvilke områder"),
        ).entries
    )
    assert [str(fault) for fault in found] == [
        "areas: nb: «hva er egentlig poenget med dette?» is nearly «hva er egentlig poenget med dette» of purpose"
    ]


def test_a_phrasing_that_another_entry_wins_is_pointed_at() -> None:
    both = of(
        with_phrasings("purpose", "hva skal pengene brukes til", "poenget med ordningen"),
        with_phrasings("areas", "hva skal disse pengene brukes til", "områdene som teller"),
    )
    found = [str(fault) for fault in won_by_another(both, lexical_maker(both))]
    assert found == [
        "purpose: nb: «hva skal pengene brukes til» is answered by areas",
        "areas: nb: «hva skal disse pengene brukes til» is answered by purpose",
    ]


def test_of_one_subject_place_and_year_choose_so_that_either_may_win() -> None:
    both = of(
        with_phrasings("deadline-agder-2026", "når måtte vi ha levert søknaden"),
        with_phrasings("deadline-ostfold-2024", "når måtte vi ha levert søknad"),
    )
    assert list(won_by_another(both, lexical_maker(both))) == []


@pytest.mark.parametrize(
    ("today", "passed"),
    [("2026-12-01", False), ("2026-12-15", False), ("2026-12-16", True)],
)
def test_a_day_that_passes_after_the_review_is_pointed_at(today: str, passed: bool) -> None:
    entry = LIBRARY.entries["deadline-agder-2026"]
    until = entry.validity.model_copy(update={"until": datetime.date(2026, 12, 15)})
    open_still = entry.model_copy(update={"validity": until})
    found = list(passed_since_review({entry.id: open_still}, datetime.date.fromisoformat(today)))
    assert bool(found) == passed


# --- The command.


def test_what_is_in_order_is_said_with_exit_code_0() -> None:
    ended = tilskuddshjelpen("kb", "check", "--quick")
    assert ended.code == 0, ended.out
    assert ended.out.endswith("documents: nothing to mend.\n")
    assert f"{len(LIBRARY.entries)} entries in " in ended.out


def test_each_fault_is_told_with_file_entry_and_what_to_mend(own: Path) -> None:
    topic = own / "entries" / "deadlines-and-process.yaml"
    for before, after in (
        ("i Agder for 2026 var 15. desember 2025", "i Agder for 2026 var 16. desember 2025"),
        ("allocates; deadline 15 December 2025;", "allocates; deadline 17 December 2025;"),
        ("related: [agder-call-2026,", "related: [borte,"),
    ):
        rewrite(topic, before, after)
    ended = tilskuddshjelpen("kb", "check", "--quick", "--dir", own)
    assert ended.code == 1
    for said in (
        "nb: no quote has 16.12.2025",
        "sources.0: the quote does not stand in utlysning-agder-2026",
        "related: there is no borte",
    ):
        assert f"mend  deadlines-and-process.yaml: deadline-agder-2026: {said}\n" in ended.out


def test_a_file_that_cannot_be_read_is_told_with_the_place(own: Path) -> None:
    rewrite(own / "entries" / "terms.yaml", "kind: answer", "kind: guess")
    ended = tilskuddshjelpen("kb", "check", "--dir", own)
    assert ended.code == 1
    assert "terms.yaml: entries.0.kind: Input should be 'answer'" in ended.err


def test_a_folder_without_entries_is_said(tmp_path: Path) -> None:
    ended = tilskuddshjelpen("kb", "check", "--dir", tmp_path)
    assert ended.code == 1
    assert "entries: is no directory" in ended.err


def test_what_may_be_better_is_told_beside_what_must_be_mended(tmp_path: Path) -> None:
    (tmp_path / "entries").mkdir()
    with as_file(files("knowledge") / "entries" / "personal.yaml") as personal:
        shutil.copy(personal, tmp_path / "entries")
    rewrite(
        tmp_path / "entries" / "personal.yaml", "- jeg har vondt i ryggen", "- jeg orker ikke leve lenger nå"
    )
    ended = tilskuddshjelpen("kb", "check", "--dir", tmp_path)
    assert "mend  personal.yaml: personal-complaint: related: there is no unknown-appeal" in ended.out
    assert "look  personal.yaml: personal-crisis: nb: «jeg orker ikke leve lenger» is nearly" in ended.out
    assert ended.out.endswith("to look at.\n")
