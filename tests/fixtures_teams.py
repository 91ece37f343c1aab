"""The pretended Teams and the card validator as fixtures."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.card_validation import CardValidator
from tests.fake_teams import FakeTeams


@pytest.fixture(scope="session")
def card_validator() -> Iterator[CardValidator]:
    """One for the whole session: it keeps a Node process open."""
    with CardValidator() as validator:
        yield validator


@pytest.fixture
async def teams(card_validator: CardValidator) -> AsyncIterator[FakeTeams]:
    """A running Teams; set `bot_url` before anybody says anything. Violations are raised at the end."""
    running = FakeTeams(validator=card_validator)
    await running.start()
    yield running
    await running.close()
