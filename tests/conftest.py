"""What every test shares: fixed seeds, and `talk`, which plays a transcript."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.talking import Talk

settings.register_profile(
    "test",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=300,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("soak", parent=settings.get_profile("test"), max_examples=10_000)
settings.load_profile("soak" if os.environ.get("SOAK") else "test")


@pytest.fixture
def talk() -> Iterator[Talk]:
    """Plays a transcript against the real bot; the rules of reading it stand in tests/transcripts.py."""
    talk = Talk()
    yield talk
    talk.close()
