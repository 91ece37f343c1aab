"""Says what is wrong with an Adaptive Card: the published schema, Microsoft's own parser, and our rules."""

from __future__ import annotations

import importlib.resources
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from tests.card_rules import rule_problems

Card = dict[str, Any]

PARSER_SCRIPT: Final = Path(__file__).with_name("card_parser.cjs")
PARSER_LIBRARY: Final = PARSER_SCRIPT.parent.parent / "node_modules/adaptivecards/dist/adaptivecards.js"
ANNOTATIONS: Final = frozenset({"description", "examples", "version", "features", "default"})


def published_schema() -> dict[str, Any]:
    """The Adaptive Cards 1.5 schema, exactly as it came."""
    file = importlib.resources.files("adaptive_cards") / "schemas" / "schema-1.5.json"
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


class CardSchema:
    """The published schema, compiled once.

    "One of these element types" is decided by the element's `type` instead of by trying all of them: the same
    verdict, many times faster, and the error names the place. Two things that Teams documents for 1.5 and the
    published file lacks are let through: `msteams` on the card and the choice set style `filtered`.
    """

    def __init__(self) -> None:
        definitions = _without_annotations(published_schema()["definitions"])
        definitions["AdaptiveCard"]["properties"]["msteams"] = {
            "type": "object",
            "properties": {"width": {"enum": ["Full", "full"]}, "entities": {"type": "array"}},
            "additionalProperties": False,
        }
        definitions["ChoiceInputStyle"]["anyOf"].append({"enum": ["filtered"]})
        for name, definition in definitions.items():
            if name.startswith("ImplementationsOf.") and len(definition["anyOf"]) > 1:
                definition["typed"] = [
                    one["allOf"][0]["$ref"].rpartition("/")[2] for one in definition.pop("anyOf")
                ]
        self._definitions = definitions
        self._good: set[str] = set()  # elements return card after card: what was good is not read again
        keywords = {"$ref": self._by_name, "typed": self._by_type, "properties": self._properties}
        validator_class: Any = extend(Draft7Validator, keywords)  # type: ignore[no-untyped-call]  # stub lacks it
        self._validator = validator_class(definitions["AdaptiveCard"])

    def problems(self, card: object) -> list[str]:
        errors = self._validator.iter_errors(card)
        return [f"schema: {error.json_path}: {error.message[:300]}" for error in errors]

    def _by_name(
        self, validator: Any, reference: str, instance: object, _: object
    ) -> Iterator[ValidationError]:
        yield from validator.descend(instance, self._definitions[reference.rpartition("/")[2]])

    def _by_type(
        self, validator: Any, allowed: list[str], instance: object, _: object
    ) -> Iterator[ValidationError]:
        if not isinstance(instance, dict):
            yield ValidationError(f"{instance!r} is not an object")
        elif instance.get("type") not in allowed:
            yield ValidationError(f"type {instance.get('type')!r} may not stand here")
        else:
            known = json.dumps(instance)
            if known not in self._good:
                errors = list(validator.descend(instance, self._definitions[instance["type"]]))
                yield from errors
                if not errors:
                    self._good.add(known)

    def _properties(
        self, validator: Any, properties: Card, instance: object, _: object
    ) -> Iterator[ValidationError]:
        if isinstance(instance, dict):
            for name, value in instance.items():
                if properties.get(name):  # an empty schema says nothing
                    yield from validator.descend(value, properties[name], path=name, schema_path=name)


def _without_annotations(definitions: dict[str, Any]) -> dict[str, Any]:
    """Without what is only for readers; names of definitions and properties are kept."""

    def schema(part: Any) -> Any:
        if isinstance(part, list):
            return [schema(one) for one in part]
        if not isinstance(part, dict):
            return part
        kept = {key: value for key, value in part.items() if key not in ANNOTATIONS}
        return {key: named(value) if key == "properties" else schema(value) for key, value in kept.items()}

    def named(schemas: dict[str, Any]) -> dict[str, Any]:
        return {name: schema(value) for name, value in schemas.items()}

    return named(definitions)


class CardParser:
    """Microsoft's own parser (npm adaptivecards) in one Node process, kept open; close it when done."""

    def __init__(self) -> None:
        self._node = subprocess.Popen(
            ["node", str(PARSER_SCRIPT), str(PARSER_LIBRARY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def problems(self, card: object) -> list[str]:
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps(card) + "\n")
        self._node.stdin.flush()
        answer = self._node.stdout.readline()
        if not answer:
            raise RuntimeError(f"the card parser ended with {self._node.wait()}: is node_modules installed?")
        return [f"parser: {problem}" for problem in json.loads(answer)]

    def close(self) -> None:
        self._node.communicate()


class CardValidator:
    """All three judges over one card; a card seen before is not judged again."""

    def __init__(self) -> None:
        self._schema = CardSchema()
        self._parser = CardParser()
        self._known: dict[str, tuple[str, ...]] = {}

    def problems(self, card: object) -> tuple[str, ...]:
        """What is wrong with the card, a sentence each; empty when it is good."""
        if not isinstance(card, dict):
            return ("rule: a card is a JSON object",)
        try:
            key = json.dumps(card, allow_nan=False, ensure_ascii=False)
            key.encode("utf-8")
        except ValueError as error:
            return (f"rule: the card is not JSON: {error}",)
        if key not in self._known:
            found = (*rule_problems(card), *self._schema.problems(card), *self._parser.problems(card))
            self._known[key] = found
        return self._known[key]

    def close(self) -> None:
        self._parser.close()

    def __enter__(self) -> CardValidator:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
