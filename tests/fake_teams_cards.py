"""A person's hands on a card: the buttons it offers, and what a client sends when its inputs are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from tests.fake_teams_world import Json

Given = str | int | float | bool | date | Sequence[str] | None
SPOKEN_LIST: Final = ("body", "items", "columns", "rows", "cells", "images", "inlines")


class ClientRefuses(AssertionError):
    """The client does not let a person do this; the text is what it shows beside the input, or why not."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An action somebody can choose on the card, and the inputs that are sent with it."""

    action: Json
    inputs: tuple[Json, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """How it may be asked for, the best first: by title, by verb, by id."""
        return tuple(str(self.action[key]) for key in ("title", "verb", "id") if self.action.get(key))


def elements(part: object) -> Iterator[Json]:
    """Every element in the order of reading; not what a ShowCard hides, nor actions."""
    if isinstance(part, list):
        for one in part:
            yield from elements(one)
    elif isinstance(part, dict):
        yield part
        for name in SPOKEN_LIST:
            yield from elements(part.get(name))


def inputs_of(card: Json) -> tuple[Json, ...]:
    return tuple(one for one in elements(card) if str(one.get("type")).startswith("Input."))


def offers(card: Json, outer_inputs: tuple[Json, ...] = ()) -> list[Offer]:
    """All actions of the card that reach anybody; inside a ShowCard the inputs of the cards around it go along."""
    inputs = (*outer_inputs, *inputs_of(card))
    actions = [action for element in elements(card) for action in _actions_on(element)]
    found: list[Offer] = []
    for action in actions:
        if action["type"] == "Action.ShowCard":
            found += offers(action["card"], inputs)
        elif action["type"] != "Action.ToggleVisibility":
            found.append(Offer(action, () if action.get("associatedInputs") == "none" else inputs))
    return found


def _actions_on(element: Json) -> list[Json]:
    single = [element[key] for key in ("selectAction", "inlineAction") if key in element]
    return [*single, *element.get("actions", ())]


def find_offer(card: Json, wanted: str, having: Mapping[str, Any] | None = None) -> Offer | None:
    """The one action with this title, verb or id and this in its data; raises when several are meant."""
    all_offers = [offer for offer in offers(card) if _has(offer.action.get("data"), having)]
    for key in ("title", "verb", "id"):
        found = [offer for offer in all_offers if offer.action.get(key) == wanted]
        if len(found) > 1:
            data = [offer.action.get("data") for offer in found]
            raise ClientRefuses(f"{len(found)} actions are called {wanted!r}; say which by having=: {data}")
        if found:
            if found[0].action.get("isEnabled") is False:
                raise ClientRefuses(f"the action {wanted!r} is disabled")
            return found[0]
    return None


def _has(data: object, having: Mapping[str, Any] | None) -> bool:
    if not having:
        return True
    return isinstance(data, dict) and all(key in data and data[key] == value for key, value in having.items())


def filled(inputs: Sequence[Json], given: Mapping[str, Given], *, forced: bool = False) -> dict[str, str]:
    """What the client sends for the inputs: texts only, nothing for an empty one, defaults where untouched.

    Raises ClientRefuses with the error message of the input where the client would stop the person. `forced`
    sends what was given, as any program can that is not a client.
    """
    unknown = given.keys() - {one["id"] for one in inputs}
    if unknown and not forced:
        raise ClientRefuses(f"no input {sorted(unknown)} here, only {[one['id'] for one in inputs]}")
    values = {one["id"]: _value(one, given, forced) for one in inputs}
    if forced:
        values |= {identifier: _text(given[identifier]) for identifier in unknown}
    return {identifier: value for identifier, value in values.items() if value != ""}


def _text(given: Given) -> str:
    match given:
        case None:
            return ""
        case bool():
            return "true" if given else "false"
        case str():
            return given
        case int() | float() | date():
            return str(given)
        case _:
            return ",".join(given)


def _value(node: Json, given: Mapping[str, Given], forced: bool) -> str:
    identifier = node["id"]
    touched = identifier in given
    if touched and node.get("isVisible") is False and not forced:
        raise ClientRefuses(f"the input {identifier!r} is not visible")
    chosen = given[identifier] if touched else node.get("value")
    if forced and touched:
        return _text(chosen)
    match node["type"]:
        case "Input.Toggle":
            value = _toggled(node, chosen)
        case "Input.ChoiceSet":
            value = _chosen(node, chosen, touched)
        case _:
            value = _text(chosen)
    if not forced and node.get("isVisible") is not False:
        return _checked(node, value)
    return value


def _toggled(node: Json, chosen: Given) -> str:
    on, off = node.get("valueOn", "true"), node.get("valueOff", "false")
    return str(on if chosen is True or chosen == on else off)


def _chosen(node: Json, chosen: Given, touched: bool) -> str:
    """By value or by the title people read; several are sent with commas between."""
    if chosen is None or chosen == "":
        return ""
    several = bool(node.get("isMultiSelect"))
    if isinstance(chosen, str):
        picked = chosen.split(",") if several and not touched else [chosen]
    else:
        picked = list(chosen) if isinstance(chosen, Sequence) else [_text(chosen)]
    if len(picked) > 1 and not several:
        raise ClientRefuses(f"{node['id']!r} takes one choice, not {picked}")
    choices = node.get("choices", ())
    by_name = {one["title"]: one["value"] for one in choices} | {
        one["value"]: one["value"] for one in choices
    }
    missing = [one for one in picked if one not in by_name]
    if missing:
        raise ClientRefuses(f"{node['id']!r} has no choice {missing}")
    return ",".join(by_name[one] for one in picked)


def _checked(node: Json, value: str) -> str:
    """The value as the client lets it through; raises ClientRefuses as the client stops."""
    message = str(node.get("errorMessage") or f"{node['id']!r} is not accepted by the client")
    unticked = node["type"] == "Input.Toggle" and value == node.get("valueOff", "false")
    if node.get("isRequired") and (value == "" or unticked):
        raise ClientRefuses(message)
    if value == "":
        return value
    match node["type"]:
        case "Input.Number":
            return _clamped(node, value, message)
        case "Input.Date":
            _within(node, value, date.fromisoformat, message)
        case "Input.Time":
            _within(node, value, time.fromisoformat, message)
        case "Input.Text":
            if len(value) > node.get("maxLength", len(value)):
                raise ClientRefuses(f"{node['id']!r} takes {node['maxLength']} characters, not {len(value)}")
            if "regex" in node and not re.search(node["regex"], value):
                raise ClientRefuses(message)
    return value


def _clamped(node: Json, value: str, message: str) -> str:
    try:
        number = float(value)
    except ValueError as error:
        raise ClientRefuses(message) from error
    for bound, beyond in (
        ("min", number < node.get("min", number)),
        ("max", number > node.get("max", number)),
    ):
        if beyond:
            return str(node[bound])
    return value


def _within(node: Json, value: str, read: Any, message: str) -> None:
    try:
        moment = read(value)
        outside = moment < read(node.get("min", value)) or moment > read(node.get("max", value))
    except ValueError as error:
        raise ClientRefuses(message) from error
    if outside:
        raise ClientRefuses(message)
