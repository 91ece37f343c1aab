"""Questions to measure on, with what should be found: tables that lie beside the tests, never in the package."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BeforeValidator

from dialogs.evidence import Frozen, Language, Line, Slug
from knowledge.yaml_files import FileWrong, validated

QuestionKind = Literal[
    "plain",
    "context",
    "emotional",
    "english",
    "nynorsk",
    "short",
    "typo",
    "elsewhere",
    "near",
    "far",
    "injection",
]
"""How it is asked; `elsewhere` is about a place or a year that has no entry. The last three have no answer."""
KINDS: Final[tuple[QuestionKind, ...]] = get_args(QuestionKind)
UNANSWERABLE: Final[frozenset[QuestionKind]] = frozenset({"near", "far", "injection"})
NOTHING: Final = "-"
"""Where the table expects that no entry is shown."""
COLUMNS: Final = ("id", "language", "kind", "community", "question", "expected", "also")

Split = Literal["tune", "final"]


class Question(Frozen):
    id: Slug
    language: Language
    kind: QuestionKind
    community: Slug | None
    """The asker's own, where it is known."""
    question: Line
    wanted: frozenset[Slug]
    """Entries that answer it, or that say that it is not known; none where nothing should be shown."""
    expected: Slug | None
    """The one of them that answers best."""

    @property
    def is_answerable(self) -> bool:
        return self.kind not in UNANSWERABLE

    @property
    def split(self) -> Split:
        return split_of(self.id)


class _Row(Frozen):
    """One line of a table, as it stands."""

    id: Slug
    language: Language
    kind: QuestionKind
    community: Slug | Literal[""]
    question: Line
    expected: Slug | Literal["-"]
    also: Annotated[tuple[Slug, ...], BeforeValidator(lambda cell: re.findall(r"[^\s,]+", cell))]


def split_of(id: str) -> Split:
    """Fixed for ever by the id alone: about half are used for choosing, and half are asked once per release."""
    return "tune" if hashlib.sha256(id.encode()).digest()[-1] % 2 == 0 else "final"


def load_questions(directory: Path) -> tuple[Question, ...]:
    """Of every .tsv file in the folder. Raises FileWrong."""
    if not directory.is_dir():
        raise FileWrong(str(directory), "", "is no folder with questions to measure on")
    files = sorted(directory.glob("*.tsv"))
    if not files:
        raise FileWrong(str(directory), "", "has no .tsv file")
    questions = [question for file in files for question in _read(file)]
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise FileWrong(str(directory), question.id, "stands twice")
        seen.add(question.id)
    return tuple(questions)


def _read(file: Path) -> Iterator[Question]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FileWrong(file.name, "", "cannot be read as UTF-8") from error
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise FileWrong(file.name, "line 1", f"must be the columns {', '.join(COLUMNS)}, with tabs between")
    for number, line in enumerate(lines[1:], start=2):
        yield _question(file.name, number, line.split("\t"))


def _question(file: str, number: int, cells: Sequence[str]) -> Question:
    if len(cells) != len(COLUMNS):
        raise FileWrong(file, f"line {number}", f"has {len(cells)} columns instead of {len(COLUMNS)}")
    content: dict[str, Any] = dict(zip(COLUMNS, cells, strict=True))
    try:
        row = validated(file, _Row, content)
    except FileWrong as wrong:
        raise FileWrong(file, f"line {number}, {wrong.place}", wrong.what) from None
    expected = None if row.expected == NOTHING else row.expected
    return Question(
        id=row.id,
        language=row.language,
        kind=row.kind,
        community=row.community or None,
        question=row.question,
        wanted=frozenset({*([expected] if expected else []), *row.also}),
        expected=expected,
    )
