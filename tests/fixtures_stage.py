"""The stage as a fixture: a store in memory, and one ready application for the whole session."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.memory_store import MemoryStore
from tests.fake_teams import FakeTeams
from tests.stage import Ready, Stage


@pytest.fixture(scope="session")
def ready() -> Ready:
    return Ready()


@pytest.fixture
def stage(teams: FakeTeams, tmp_path: Path, ready: Ready) -> Stage:
    return Stage(teams, MemoryStore(), tmp_path, ready=ready)
