"""The learned finder in its own process: letters until it is ready, and again when it has gone."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import psutil
import pytest

from bot.finder_child import InChild
from dialogs.findings import Found
from knowledge.finding import Asked
from knowledge.learning import default_folder
from knowledge.library import Library, load_library

ASKED = Asked("Hvor mye fikk Helse Vest i 2024?", "nb")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


async def test_letters_answer_until_it_is_ready_and_then_it_does(library: Library) -> None:
    finder = InChild(library, start_seconds=0.0)
    try:
        await finder.ready()
        before = await finder.find(ASKED)
        await finder.learned()
        after = await finder.find(ASKED)
        assert isinstance(before, Found)
        assert before == after
        many = await asyncio.gather(*(finder.find(ASKED) for _ in range(30)))
        assert set(many) == {after}
    finally:
        await finder.close()
    assert not _children()


async def test_when_the_process_is_killed_letters_answer_and_it_comes_back(library: Library) -> None:
    finder = InChild(library, start_seconds=0.0, pauses_seconds=(0.1,))
    try:
        await finder.learned()
        (child,) = _children()
        asked = [asyncio.create_task(finder.find(ASKED)) for _ in range(5)]
        await asyncio.sleep(0)
        os.kill(child.pid, signal.SIGKILL)
        assert all(isinstance(found, Found) for found in await asyncio.gather(*asked))
        await finder.learned()
        assert isinstance(await finder.find(ASKED), Found)
    finally:
        await finder.close()
    assert not _children()


def test_what_is_learnt_lies_inside_the_environment() -> None:
    assert default_folder().is_relative_to(Path(sys.prefix))


def _children() -> list[psutil.Process]:
    return [
        child
        for child in psutil.Process().children()
        if child.status() != psutil.STATUS_ZOMBIE and "knowledge.finder_process" in " ".join(child.cmdline())
    ]
