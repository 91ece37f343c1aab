"""The catalogues as they are written: every text by its key, with what a translation must keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import serialize_pattern
from fluent.syntax.visitor import Visitor

from dialogs.person import Language

WORDS = Path(__file__).with_name("words")
FOLDER = Path(__file__).parents[1] / "dialogs" / "texts"
_QUOTED = {"nb": r"«([^«»]+)»", "nn": r"«([^«»]+)»", "en": r"“([^“”]+)”"}


@dataclass(frozen=True, slots=True)
class Text:
    """One text: a message («m-sent»), one of its attributes («q-title.help») or a term («-no-person»)."""

    key: str
    file: str
    written: str
    """As it stands in the file, placeholders and all."""
    said: str
    """Its words, variants of a selection one after another, placeholders left out."""
    variables: frozenset[str]
    terms: frozenset[str]

    @property
    def is_list(self) -> bool:
        """Ways of saying one thing, for the bot to understand; nobody reads them."""
        return self.key.startswith("c-") or self.key.endswith(".synonyms")

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(phrase.strip() for phrase in self.written.split("|"))

    def quoted(self, language: Language) -> list[str]:
        return re.findall(_QUOTED[language], self.said)


@cache
def texts_of(language: Language) -> Mapping[str, Text]:
    """By key. Raises ValueError for an entry that Fluent cannot read, as a selection without a default."""
    found: dict[str, Text] = {}
    for file in sorted((FOLDER / language).glob("*.ftl")):
        for text in _texts_in(file):
            if text.key in found:
                raise ValueError(
                    f"{text.key} stands twice in {language}: {found[text.key].file}, {file.name}"
                )
            found[text.key] = text
    return found


@cache
def reviewed(name: str) -> frozenset[str]:
    """The words of tests/words/<name>.txt: one a line; a line with # says why those below it are there."""
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in map(str.strip, lines) if line and not line.startswith("#"))


def _texts_in(file: Path) -> Iterator[Text]:
    for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
        if isinstance(entry, ast.Junk):
            raise ValueError(
                f"{file.parent.name}/{file.name}: {entry.annotations[0].message}: {entry.content}"
            )
        if isinstance(entry, ast.Message | ast.Term):
            name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
            patterns = {f"{name}.{attribute.id.name}": attribute.value for attribute in entry.attributes}
            if entry.value is not None:
                patterns[name] = entry.value
            for key, pattern in patterns.items():
                yield _text(key, file.name, pattern)


def _text(key: str, file: str, pattern: ast.Pattern) -> Text:
    parts = _Parts()
    parts.visit(pattern)
    return Text(
        key,
        file,
        serialize_pattern(pattern).strip(),
        " ".join(parts.words),
        frozenset(parts.variables),
        frozenset(parts.terms),
    )


class _Parts(Visitor):
    def __init__(self) -> None:
        self.words: list[str] = []
        self.variables: set[str] = set()
        self.terms: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.words.append(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.terms.add(node.id.name)
