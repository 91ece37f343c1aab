"""YAML as curated files may hold it: small and plain; what is wrong is said with file and place."""

from __future__ import annotations

import re
from collections.abc import Hashable
from importlib.resources.abc import Traversable
from typing import Any, Protocol, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # PyYAML without libyaml: slower, the same answers
    from yaml import SafeLoader as _Base  # type: ignore[assignment]  # mypy sees two classes of one name

LARGEST_FILE_BYTES = 200_000
DEEPEST = 20
MOST_NODES = 20_000

Model = TypeVar("Model", bound=BaseModel)
Resolvers = dict[str, list[tuple[str, re.Pattern[str]]]]


class Mark(Protocol):
    """A place in a file, counted from 0."""

    line: int
    column: int


class FileWrong(Exception):
    """Says which file, where in it, and what is wrong; never what the file says otherwise."""

    def __init__(self, file: str, place: str, what: str) -> None:
        super().__init__(f"{file}: {place}: {what}" if place else f"{file}: {what}")
        self.file = file
        self.place = place
        self.what = what


def _plain_scalars() -> Resolvers:
    patterns = (
        ("null", r"null|~|", ["n", "~", ""]),
        ("bool", r"true|false", ["t", "f"]),
        ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", list("0123456789")),
        ("int", r"-?(?:0|[1-9][0-9]{0,15})", list("-0123456789")),
    )
    resolvers: Resolvers = {}
    for tag, pattern, first_letters in patterns:
        for letter in first_letters:
            resolvers.setdefault(letter, []).append(
                (f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"))
            )
    return resolvers


class _Loader(_Base):
    """Numbers, dates, true, false and null are read; «no», «0301» and «12:00» stay words."""

    yaml_implicit_resolvers: Resolvers = _plain_scalars()

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for name, _ in node.value:
            if not isinstance(name, yaml.ScalarNode) or name.tag != "tag:yaml.org,2002:str":
                raise yaml.constructor.ConstructorError(None, None, "a key must be a word", name.start_mark)
            if name.value in seen:
                raise yaml.constructor.ConstructorError(None, None, "a key stands twice", name.start_mark)
            seen.add(name.value)
        return super().construct_mapping(node, deep)


def read_yaml(file: Traversable) -> Any:
    """The one document of the file, of dicts with str keys, lists, str, int, bool, date and None.

    Raises FileWrong, for whoever loads the files to report.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise FileWrong(file.name, "", "cannot be read") from error
    if len(raw) > LARGEST_FILE_BYTES:
        raise FileWrong(file.name, "", f"is larger than {LARGEST_FILE_BYTES} bytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileWrong(file.name, "", "is not UTF-8") from None
    try:
        _refuse_tricks(file.name, text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - _Loader is a SafeLoader that reads less
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise FileWrong(file.name, _place(mark), (error.problem or "is not YAML")[:120]) from None
    except (yaml.YAMLError, ValueError):
        raise FileWrong(file.name, "", "has a character or a date that cannot be read") from None


def validated(file: str, model: type[Model], content: Any) -> Model:
    """The content as the model. Raises FileWrong with the first thing that is wrong."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        place = ".".join(str(step)[:40] for step in first["loc"])
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        raise FileWrong(file, place, first["msg"][:200] + more) from None


def _refuse_tricks(file: str, text: str) -> None:
    """Before anything is built: a bomb of aliases or of depth must not be unfolded to be found."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Base)):
        match event:
            case yaml.AliasEvent():
                raise FileWrong(file, _place(event.start_mark), "aliases (*name) are not allowed")
            case yaml.CollectionStartEvent() | yaml.ScalarEvent() if event.anchor is not None:
                raise FileWrong(file, _place(event.start_mark), "anchors (&name) are not allowed")
            case yaml.CollectionStartEvent() | yaml.ScalarEvent() if event.tag is not None:
                raise FileWrong(file, _place(event.start_mark), "tags (!name) are not allowed")
            case yaml.CollectionStartEvent():
                depth += 1
            case yaml.CollectionEndEvent():
                depth -= 1
            case _:
                pass
        if depth > DEEPEST:
            raise FileWrong(file, _place(event.start_mark), f"is nested deeper than {DEEPEST}")
        if count > MOST_NODES:
            raise FileWrong(file, _place(event.start_mark), f"has more than {MOST_NODES} items")


def _place(mark: Mark | None) -> str:
    return f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
