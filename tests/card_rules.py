"""Our rules for a card, known to neither the schema nor the parser: Teams' limits and accessibility."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

Card = dict[str, Any]

CARD_LIMIT_CHARACTERS: Final = 40_000
NEWEST_VERSION: Final = (1, 5)
EXECUTE_SINCE: Final = (1, 4)
LANGUAGES: Final = frozenset({"nb", "nn", "en"})
VALIDATED_BY: Final = ("regex", "min", "max")
REFRESHED_USERS_LIMIT: Final = 60
BUTTONS_IN_A_ROW_LIMIT: Final = 6


def nodes(part: object) -> Iterator[Card]:
    """Every object of the card with a `type`, outermost first; an action's `data` is no card."""
    if isinstance(part, dict):
        if "type" in part:
            yield part
        for name, value in part.items():
            if name != "data":
                yield from nodes(value)
    elif isinstance(part, list):
        for one in part:
            yield from nodes(one)


def rule_problems(card: Card) -> list[str]:
    return [f"rule: {problem}" for problem in _problems(card)]


def _problems(card: Card) -> Iterator[str]:
    size = len(json.dumps(card, ensure_ascii=False).encode("utf-16-le", "surrogatepass")) // 2
    if size >= CARD_LIMIT_CHARACTERS:
        yield f"the card is {size} characters of JSON, the limit is {CARD_LIMIT_CHARACTERS}"
    if card.get("type") != "AdaptiveCard":
        yield "type must be AdaptiveCard"
    if card.get("lang") not in LANGUAGES:
        yield f"lang must be nb, nn or en, not {card.get('lang')!r}"
    yield from _version_problems(card)
    identifiers = Counter(node["id"] for node in nodes(card) if "id" in node)
    for identifier, times in identifiers.items():
        if times > 1:
            yield f"the id {identifier!r} stands {times} times"
    for node in nodes(card):
        yield from _node_problems(node)


def _version_problems(card: Card) -> Iterator[str]:
    version = card.get("version")
    try:
        major, minor = (int(part) for part in str(version).split("."))
    except ValueError:
        yield f"version {version!r} is not a version"
        return
    if (major, minor) > NEWEST_VERSION:
        yield f"version {version} is newer than Teams reads (1.5)"
    if (major, minor) < EXECUTE_SINCE and any(node["type"] == "Action.Execute" for node in nodes(card)):
        yield f"Action.Execute needs version 1.4, the card says {version}"


def _node_problems(node: Card) -> Iterator[str]:
    kind = str(node["type"])
    name = f"{kind} {node.get('id', '')}".strip()
    if kind.startswith("Input."):
        yield from _input_problems(node, name)
    if kind.startswith("Action."):
        if not _says(node, "title") and not _says(node, "tooltip"):
            yield f"{name} has no title to be read aloud"
        if kind == "Action.Execute" and not _says(node, "verb"):
            yield f"{name} has no verb"
    if kind == "Image" and not _says(node, "altText"):
        yield f"{name} has no altText"
    if kind == "TextBlock" and node.get("wrap") is not True:
        yield f"TextBlock {str(node.get('text'))[:40]!r} does not wrap, so a phone cuts it"
    if kind == "Refresh" and len(node.get("userIds", ())) > REFRESHED_USERS_LIMIT:
        yield f"refresh names {len(node['userIds'])} users, Teams allows {REFRESHED_USERS_LIMIT}"
    buttons = [one for one in _objects(node.get("actions")) if one.get("mode") != "secondary"]
    if kind in ("AdaptiveCard", "ActionSet") and len(buttons) > BUTTONS_IN_A_ROW_LIMIT:
        yield f"{name} has {len(buttons)} buttons in a row, Teams shows {BUTTONS_IN_A_ROW_LIMIT}"


def _input_problems(node: Card, name: str) -> Iterator[str]:
    if not _says(node, "id"):
        yield f"{name} has no id"
    if not _says(node, "label"):
        yield f"{name} has no label"
    checked = bool(node.get("isRequired")) or any(key in node for key in VALIDATED_BY)
    if checked and not _says(node, "errorMessage"):
        yield f"{name} is checked by the client but has no errorMessage"


def _says(node: Card, key: str) -> bool:
    value = node.get(key)
    return isinstance(value, str) and bool(value.strip())


def _objects(part: object) -> list[Card]:
    return [one for one in part if isinstance(one, dict)] if isinstance(part, list) else []
