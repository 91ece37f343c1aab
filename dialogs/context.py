"""What the dialog may know about the world while it takes one step. Frozen: it is given, never asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dialogs.fields import Layout
from dialogs.places import Community, Municipality
from dialogs.questions import Form
from dialogs.texts.catalogues import Texts


@dataclass(frozen=True, slots=True)
class Listed:
    """One of a person's applications, as a list shows it."""

    id: str
    title: str
    status: str
    case_number: str | None
    changed_at: datetime
    missing: int


@dataclass(frozen=True, slots=True)
class Context:
    form: Form
    texts: Texts
    communities: Mapping[str, Community]
    municipalities: Mapping[str, Municipality]
    """By municipality number."""
    connected: frozenset[str] = frozenset()
    """Communities whose secretariat is connected to receive."""
    mine: tuple[Listed, ...] = field(default_factory=tuple)
    layout: Layout = field(default_factory=Layout, repr=False, compare=False)
