"""A card as blocks of a page: headings, words, boxes, buttons and fields, each known by what it is for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from bot.body import Json

Tone = Literal["plain", "quiet", "strong", "wrong", "small", "example"]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    tone: Tone = "plain"
    kind: str = "words"


@dataclass(frozen=True, slots=True)
class Labelled:
    label: str
    text: str
    is_strong: bool = False
    kind: str = "labelled"


@dataclass(frozen=True, slots=True)
class Box:
    style: str
    blocks: tuple[Block, ...]
    kind: str = "box"


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    address: str
    kind: str = "link"


@dataclass(frozen=True, slots=True)
class Press:
    """A button: what it posts is what a tap on the card would send, and as little believed."""

    title: str
    deed: str
    to: str = "gjor"
    """The address, within the application's."""
    is_primary: bool = False
    kind: str = "press"


Way = Link | Press


@dataclass(frozen=True, slots=True)
class Ways:
    ways: tuple[Way, ...]
    about: str = ""
    """What stands above them: heard with each, where several of them are called the same."""
    kind: str = "ways"


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    title: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One field with all that stands with it."""

    name: str
    label: str
    sort: Literal["text", "area", "email", "tel", "radio", "check", "select"]
    value: str = ""
    options: tuple[Option, ...] = ()
    before: tuple[Words | Labelled, ...] = ()
    """The question, its help, an example."""
    wrong: tuple[str, ...] = ()
    kind: str = "asked"

    @property
    def rows(self) -> int:
        return min(20, max(4, len(self.value) // 70 + self.value.count("\n") + 2))


Block = Heading | Words | Labelled | Box | Ways | Asked


class Blocks:
    """`way` says what becomes of a button: a link, a press, or nothing where the page has no such thing."""

    def __init__(self, way: Callable[[Json], Way | None], *, level: int = 2) -> None:
        self._way = way
        self._level = level

    def of_card(self, card: Json) -> tuple[Block, ...]:
        return (*self.of_elements(card["body"]), *self._ways(card.get("actions", ())))

    def of_elements(self, elements: Sequence[Json]) -> tuple[Block, ...]:
        made: list[Block] = []
        about = ""
        for block in (block for element in elements for block in self._block(element)):
            if isinstance(block, Labelled):
                about = about or block.label
            if isinstance(block, Ways):
                block, about = replace(block, about=about), ""
            made.append(block)
        return tuple(made)

    def _block(self, element: Json) -> Iterator[Block]:
        match element["type"]:
            case "TextBlock":
                level = self._level + (element.get("size") != "Large")
                yield Heading(element["text"], level)
            case "RichTextBlock" if not element.get("isVisible", True):
                yield Words("".join(run["text"] for run in element["inlines"]), "example")
            case "RichTextBlock":
                yield _words(element["inlines"], self._level)
            case "Container":
                yield Box(str(element.get("style", "plain")), self.of_elements(element["items"]))
            case "ColumnSet":
                for column in element["columns"]:
                    tap = column.get("selectAction")
                    if tap is None:
                        yield from self.of_elements(column["items"])
                    else:
                        yield from self._ways([tap])
            case "ActionSet":
                yield from self._ways(element["actions"])
            case "Input.Text" | "Input.ChoiceSet":
                yield _asked(element)
            case _:
                return

    def _ways(self, actions: Sequence[Json]) -> tuple[Ways, ...]:
        ways = tuple(way for action in actions if (way := self._way(action)) is not None)
        return (Ways(ways),) if ways else ()


def press(action: Json, to: str = "gjor") -> Press:
    deed = json.dumps({"verb": action["verb"], **action["data"]}, ensure_ascii=False, sort_keys=True)
    return Press(str(action["title"]), deed, to, action.get("style") == "positive")


def form_of(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """What stands before a field, since the one before it, is said with the field and belongs to it."""
    made: list[Block] = []
    waiting: list[Words | Labelled] = []
    for block in blocks:
        if isinstance(block, Asked):
            wrong = tuple(one.text for one in waiting if isinstance(one, Words) and one.tone == "wrong")
            before = tuple(one for one in waiting if not (isinstance(one, Words) and one.tone == "wrong"))
            made.append(replace(block, before=(*before, *block.before), wrong=wrong))
            waiting = []
        elif isinstance(block, Words | Labelled):
            waiting.append(block)
        else:
            made += [*waiting, block]
            waiting = []
    return (*made, *waiting)


def _words(runs: Sequence[Json], level: int) -> Block:
    if len(runs) == 2 and runs[0]["text"].endswith("\n"):
        return Labelled(
            runs[0]["text"].removesuffix("\n"), runs[1]["text"], runs[1].get("weight") == "Bolder"
        )
    run = runs[0]
    text = "".join(one["text"] for one in runs)
    if run.get("size") == "Large":
        return Heading(text, level)
    if run.get("color") == "Attention":
        return Words(text, "wrong")
    if run.get("weight") == "Bolder":
        return Words(text, "strong")
    if run.get("size") == "Small":
        return Words(text, "small")
    return Words(text, "quiet" if run.get("isSubtle") else "plain")


def _asked(element: Json) -> Asked:
    value = str(element.get("value", ""))
    sort: Literal["text", "area", "email", "tel", "radio", "check", "select"]
    if element["type"] == "Input.Text":
        sorts: dict[Any, Literal["email", "tel"]] = {"Email": "email", "Tel": "tel"}
        sort = "area" if element.get("isMultiline") else sorts.get(element.get("style"), "text")
        hint = str(element.get("placeholder", ""))
        before = (Words(hint, "quiet"),) if hint else ()
        return Asked(element["id"], element["label"], sort, value, (), before)
    many = bool(element.get("isMultiSelect"))
    chosen = set(value.split(",")) if many else {value}
    options = tuple(Option(one["value"], one["title"], one["value"] in chosen) for one in element["choices"])
    sort = "check" if many else "radio" if element.get("style") == "expanded" else "select"
    return Asked(element["id"], element["label"], sort, value, options)
