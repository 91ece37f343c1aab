"""What the kill test calls lost, and what it does not: shown on records made for it."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dialogs.application import Answer, Application, SetAside, Submission
from tests.fake_teams import FakeTeams
from tests.kill_applicants import Applicant, Said
from tests.kill_promises import Past, broken_promises
from tests.kill_sayings import Saying, saying
from tests.kill_served import Served
from tests.stage import KARI

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
TITLE, AGAIN = (saying("title", person=1, application=1, attempt=attempt) for attempt in (1, 2))
ROLE = saying("contact_role@m4219", person=1, application=1, attempt=1)
YES = saying("agreed@m4219", person=1, application=1, attempt=1)
POSITION = saying("confirmer_authority@m4219", person=1, application=1, attempt=1)


def right(value: Any) -> dict[str, Any]:
    return {"value": value, "raw": "", "problem": None}


def refused(raw: str) -> dict[str, Any]:
    return {"value": None, "raw": raw, "problem": "date_not_a_date"}


def kari(path: Path, *said: Said, read: str = "") -> Applicant:
    chat = FakeTeams("http://127.0.0.1:9/api/messages", validator=None).personal(KARI)
    applicant = Applicant(1, chat, Served(path), random.Random(1), asyncio.Event())
    applicant.said += said
    applicant.read.add(read)
    return applicant


def past(contents: dict[str, list[dict[str, Any]]], aside: str = "") -> Past:
    """`contents` of a slot: all that ever stood there, the oldest first."""
    application = Application(
        id="a1",
        created_at=NOW,
        created_by="p1",
        changed_at=NOW,
        members=(),
        answers={slot: Answer(**stood[-1], by="p1", at=NOW) for slot, stood in contents.items()},
        set_aside=(SetAside(text=aside, slot=None, reason="not_shown", by="p1", at=NOW),) if aside else (),
    )
    return Past(application, contents, application)


def said(slot: str, words: Saying, *, is_answered: bool = True) -> Said:
    return Said(1, slot, words, is_answered, drawn_for="a1", by_card=False, at=NOW)


@pytest.mark.parametrize(
    ("spoken", "read", "stands"),
    [
        ([said("title", TITLE)], "", past({"title": [right(TITLE.stored)]})),
        ([said("agreed@m4219", YES)], "", past({"agreed@m4219": [right("yes")]})),
        ([said("title", TITLE, is_answered=False)], "", past({})),
        ([said("title", TITLE)], "", past({}, aside=TITLE.words)),
        (
            [said("title", TITLE), said("title", AGAIN)],
            "",
            past({"title": [right(TITLE.stored), right(AGAIN.stored)]}),
        ),
        ([said("title", TITLE)], f"Sammendrag\n{TITLE.words}", past({"summary": [right(TITLE.stored)]})),
        (
            [said("title", TITLE), said("confirmer_authority@m4219", POSITION)],
            f"Dato for enigheten\n{TITLE.words}",
            past(
                {
                    "confirmed_on@m4219": [refused(TITLE.words), refused(POSITION.words)],
                    "confirmer_authority@m4219": [right(POSITION.stored)],
                }
            ),
        ),
    ],
    ids=[
        *("answer", "choice", "not-answered", "beside", "said-anew", "shown-elsewhere", "refused-in-sight"),
    ],
)
async def test_these_are_kept(tmp_path: Path, spoken: list[Said], read: str, stands: Past) -> None:
    assert broken_promises(kari(tmp_path, *spoken, read=read), [stands]) == []


@pytest.mark.parametrize(
    ("spoken", "read", "stands"),
    [
        ([said("title", TITLE)], "", past({})),
        ([said("agreed@m4219", YES)], "", past({"agreed@m4219": [right("not_yet")]})),
        ([said("agreed@m4219", YES)], "", past({"smallest_hospitals": [right("yes")]})),
        ([said("title", TITLE, is_answered=False)], f"Tittel\n{TITLE.words}", past({})),
        ([said("title", TITLE)], "", past({"title": [right("Tekst")]}, aside="Tekst")),
        (
            [said("title", TITLE), said("contact_role@m4219", ROLE)],
            f"{TITLE.words}\n{ROLE.words}",
            past({"title": [right(TITLE.stored), right(ROLE.stored)]}),
        ),
        ([said("title", TITLE)], "", past({"summary": [right(TITLE.stored)]})),
        (
            [said("title", TITLE)],
            "",
            past({"confirmed_on@m4219": [refused(TITLE.words), refused("stillingen")]}),
        ),
    ],
    ids=[
        *("gone", "another-choice", "another-question", "shown-and-gone", "cut", "ousted-by-other-words"),
        *("elsewhere-out-of-sight", "refused-out-of-sight"),
    ],
)
async def test_these_are_lost(tmp_path: Path, spoken: list[Said], read: str, stands: Past) -> None:
    (broken,) = broken_promises(kari(tmp_path, *spoken, read=read), [stands])
    assert repr(spoken[0].saying.words) in broken


@pytest.mark.parametrize(
    ("minutes", "told", "is_lost"), [(1, True, False), (1, False, True), (-1, True, True)]
)
async def test_what_came_after_the_sending_is_not_lost_where_that_was_said(
    tmp_path: Path, minutes: int, told: bool, is_lost: bool
) -> None:
    late = replace(said("title", TITLE), by_card=True, at=NOW + timedelta(minutes=minutes))
    submission = Submission(version=1, received_at=NOW, by="p1", late="in_time", fingerprint="f")
    application = past({}).application.model_copy(
        update={"case_number": "RST-2026-AAAAA", "submissions": (submission,)}
    )
    read = "Søknaden RST-2026-AAAAA er sendt og kan ikke endres her." if told else ""
    broken = broken_promises(kari(tmp_path, late, read=read), [Past(application, {}, application)])
    assert bool(broken) is is_lost


async def test_an_answer_that_changed_without_a_line_of_audit_is_found(tmp_path: Path) -> None:
    stands = past({"title": [right(TITLE.stored)]})
    stands.contents["title"].append(right(AGAIN.stored))
    (broken,) = broken_promises(kari(tmp_path), [stands])
    assert "the audit ends with" in broken
