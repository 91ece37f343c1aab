"""Texts that no entry answers, by group: what a finder learns from not to answer everything."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated

from pydantic import Field

from dialogs.evidence import Frozen, Line
from knowledge.yaml_files import read_yaml, validated

Texts = Annotated[tuple[Line, ...], Field(min_length=1)]


class Strangers(Frozen):
    near: Texts
    """About health services, municipalities and grants, and yet in no entry, nor among what is known to be unknown."""
    far: Texts
    """About anything else, and what is said without asking."""
    injection: Texts
    """Tries to make the bot reveal, change or obey something."""
    statements: Texts
    """Answers to the form's questions, as applicants type them."""
    context: Texts
    """No question and no stranger: what people say before and after one, to be put beside any phrasing."""


def load_strangers(file: Traversable | None = None) -> Strangers:
    """Without a file, those that come with the project. Raises FileWrong, for whoever trains a finder to report."""
    where = files("knowledge").joinpath("strangers.yaml") if file is None else file
    return validated(where.name, Strangers, read_yaml(where))
