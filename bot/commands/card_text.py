"""A card as text: every word that stands on it, its fields with letters, its buttons with numbers."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.body import Json

Style = Literal["plain", "strong", "subtle", "attention", "field", "button"]
INDENT = "  "
_LETTERS = string.ascii_lowercase


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Button:
    number: int
    title: str
    action: Json

    @property
    def takes_inputs(self) -> bool:
        return self.action.get("associatedInputs") != "none"


@dataclass(frozen=True, slots=True)
class Input:
    handle: str
    """«a», «b», … «aa»."""
    id: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    """Title and value of each, in order."""
    is_multiple: bool = False

    def to_value(self, typed: str) -> str:
        """What stands in the field after this was typed: numbers name choices, all else is as typed."""
        parts = [part.strip() for part in typed.split(",")]
        if self.choices and all(part.isdecimal() and self._has(int(part)) for part in parts):
            chosen = [self.choices[int(part) - 1][1] for part in parts]
            return ",".join(chosen)
        return typed

    def _has(self, number: int) -> bool:
        return 1 <= number <= len(self.choices)


@dataclass(frozen=True, slots=True)
class Drawn:
    lines: tuple[Line, ...]
    inputs: tuple[Input, ...]
    buttons: tuple[Button, ...]


def draw_card(card: Json, *, first_letter: int = 0, first_number: int = 1) -> Drawn:
    """Letters and numbers go on from what stands on the screen already."""
    drawing = _Drawing(first_letter, first_number)
    drawing.elements(card.get("body"))
    drawing.actions(card.get("actions"))
    return Drawn(tuple(drawing.lines), tuple(drawing.inputs), tuple(drawing.buttons))


def printable(text: str) -> str:
    """Nothing in it steers a terminal; a line break stays."""
    return "".join(c for c in text if c == "\n" or (c.isprintable() or c in "\u00a0\u00ad"))


def handle(index: int) -> str:
    name = ""
    index += 1
    while index > 0:
        index, letter = divmod(index - 1, len(_LETTERS))
        name = _LETTERS[letter] + name
    return name


@dataclass(slots=True)
class _Drawing:
    next_letter: int
    next_number: int
    lines: list[Line] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)

    def elements(self, elements: Any) -> None:
        for element in elements if isinstance(elements, list) else []:
            self.element(element)

    def element(self, element: Json) -> None:
        kind = str(element.get("type"))
        match kind:
            case "TextBlock":
                strong = element.get("style") == "heading" or element.get("weight") == "Bolder"
                self.say(str(element.get("text", "")), _style(element, strong))
            case "RichTextBlock":
                self.rich_text(element)
            case "FactSet":
                for fact in _dicts(element.get("facts")):
                    self.say(f"{fact.get('title', '')}: {fact.get('value', '')}")
            case "Image":
                self.say(str(element.get("altText", "")), "subtle")
            case "ActionSet":
                self.actions(element.get("actions"))
            case "ColumnSet":
                self.columns(_dicts(element.get("columns")))
            case _ if kind.startswith("Input."):
                self.input(element)
            case _ if "selectAction" in element:
                self.actions([element["selectAction"]])
            case _:
                # Whatever else holds something (containers, columns, tables, a later release's): draw that.
                for name in ("items", "columns", "rows", "cells", "body"):
                    self.elements(element.get(name))

    def rich_text(self, element: Json) -> None:
        runs = [run if isinstance(run, dict) else {"text": str(run)} for run in element.get("inlines", [])]
        texts = [str(run.get("text", "")) for run in runs]
        if len(runs) > 1 and texts[0].endswith("\n") and runs[0].get("isSubtle"):
            label, rest = texts[0].rstrip("\n:"), "".join(texts[1:])
            self.say(f"{label}: {rest}" if rest else label)
            return
        whole = [run for run in runs if str(run.get("text", "")).strip()]
        strong = bool(whole) and all(run.get("weight") == "Bolder" for run in whole)
        self.say("".join(texts), _style(whole[0] if whole else {}, strong))

    def say(self, text: str, style: Style = "plain", indent: str = "") -> None:
        """Further lines of one text are set in, so that one sees that they belong to it."""
        first, *more = printable(text).split("\n")
        self.lines.append(Line(indent + first, style))
        self.lines += [Line(indent + INDENT + line, style) for line in more]

    def columns(self, columns: Iterator[Json]) -> None:
        """One under the other; buttons beside a text stay on its line."""
        for column in columns:
            before = len(self.lines)
            if "selectAction" in column:
                self.actions([column["selectAction"]])
            else:
                self.elements(column.get("items"))
            added = self.lines[before:]
            if before and added and all(line.style == "button" for line in added):
                beside = self.lines[before - 1]
                texts = [beside.text, *(line.text for line in added)]
                self.lines[before - 1 :] = [Line(INDENT.join(texts), beside.style)]

    def input(self, element: Json) -> None:
        made = Input(
            handle=handle(self.next_letter),
            id=str(element.get("id", "")),
            label=str(element.get("label") or element.get("title") or element.get("id", "")),
            value=str(element.get("value") or ""),
            choices=tuple(
                (str(choice.get("title", "")), str(choice.get("value", "")))
                for choice in _dicts(element.get("choices"))
            ),
            is_multiple=bool(element.get("isMultiSelect")),
        )
        self.next_letter += 1
        self.inputs.append(made)
        shown = ", ".join(_titles(made)) if made.choices else made.value
        self.say(f"{made.handle}) {made.label}: {shown}".rstrip(), "field")
        for number, (title, _) in enumerate(made.choices, start=1):
            self.say(f"{number} {title}", "plain", INDENT)
        if not made.value and element.get("placeholder"):
            self.say(str(element["placeholder"]), "subtle", INDENT)

    def actions(self, actions: Any) -> None:
        """Buttons on one line; below them what opens by a button of its own. Nothing here needs to be uncovered."""
        listed = [each for each in _dicts(actions) if each.get("type") != "Action.ToggleVisibility"]
        shown = [action for action in listed if action.get("type") == "Action.ShowCard"]
        pressed = [self.button(action) for action in listed if action not in shown]
        if pressed:
            self.say(INDENT.join(pressed), "button")
        for action in shown:
            self.say(str(action.get("title", "")), "strong")
            inner = action.get("card", {})
            self.elements(inner.get("body"))
            self.actions(inner.get("actions"))

    def button(self, action: Json) -> str:
        title = str(action.get("title", ""))
        if action.get("type") == "Action.OpenUrl":
            return f"{title}: {action.get('url', '')}"
        self.buttons.append(Button(self.next_number, title, action))
        self.next_number += 1
        return f"[{self.next_number - 1}] {title}"


def to_data(button: Button, values: Mapping[str, str]) -> Json:
    """What a client sends: the button's own data, and the card's inputs that are not empty."""
    filled = {name: value for name, value in values.items() if value} if button.takes_inputs else {}
    data = button.action.get("data")
    return {**filled, **(data if isinstance(data, dict) else {})}


def _style(element: Mapping[str, Any], strong: bool) -> Style:
    if element.get("color") == "Attention":
        return "attention"
    if strong:
        return "strong"
    return "subtle" if element.get("isSubtle") else "plain"


def _titles(made: Input) -> list[str]:
    chosen = made.value.split(",") if made.is_multiple else [made.value]
    return [title for title, value in made.choices if value in chosen]


def _dicts(listed: Any) -> Iterator[Json]:
    yield from (one for one in (listed if isinstance(listed, Sequence) else ()) if isinstance(one, dict))
