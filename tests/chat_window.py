"""One person's chat as it stands on their screen: every card that came, what it became, and what a tap sends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tests.fake_teams_cards import ClientRefuses, Offer, filled, offers
from tests.fake_teams_render import read_card

Json = dict[str, Any]
SPOKEN = ("actions", "columns", "items", "body", "selectAction")
"""What an element is asked for, the last first: what one taps stands beside the words before it."""


class State:
    """A card as it stood for a while. Never changed, so that copies of a chat share it."""

    def __init__(self, card: Json) -> None:
        self.card = card

    @cached_property
    def text(self) -> str:
        return plain(read_card(self.card))

    @cached_property
    def offers(self) -> list[Offer]:
        return offers(self.card)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A card in the chat, in all its states: what it was replaced by comes last."""

    row: str
    states: tuple[State, ...]


@dataclass(slots=True)
class Window:
    sheets: list[Sheet] = field(default_factory=list)

    def send(self, row: str, card: Json) -> None:
        self.sheets.append(Sheet(row, (State(card),)))

    def replace(self, row: str, card: Json) -> None:
        """Teams takes an update of a message that is there; of any other it says that it is gone."""
        for at, sheet in enumerate(self.sheets):
            if sheet.row == row:
                self.sheets[at] = Sheet(row, (*sheet.states, State(card)))

    def copied(self) -> Window:
        return Window(list(self.sheets))

    def find(self, title: str, *, on: str = "", beside: str = "") -> tuple[Sheet, Offer]:
        """The button on the newest card that has it. With `on`: on the newest card that ever held those words."""
        for sheet in reversed(self.sheets):
            for state in reversed(sheet.states) if on else sheet.states[-1:]:
                if on and on not in state.text:
                    continue
                found = [o for words, o in _beside(state.card) if o.names[:1] == (title,) and beside in words]
                if len(found) == 1:
                    return sheet, found[0]
                if found:
                    raise ClientRefuses(f"«{title}» stands {len(found)} times on this card; say beside what")
        raise ClientRefuses(f"no card has «{title}»" + (f" and «{on}»" if on else ""))

    def offered(self) -> list[tuple[Sheet, Offer]]:
        """Every button of every card there ever was, in every state."""
        return [(sheet, offer) for sheet in self.sheets for state in sheet.states for offer in state.offers]

    def text(self) -> str:
        return "\n".join(sheet.states[-1].text for sheet in self.sheets)


def _beside(card: Json) -> Iterator[tuple[str, Offer]]:
    """Each button with the words that stand before it in the order of reading."""
    by_action = {id(offer.action): offer for offer in offers(card)}
    words = ""
    stack: list[Any] = [card]
    while stack:
        part = stack.pop()
        if isinstance(part, list):
            stack += reversed(part)
        elif isinstance(part, dict):
            if id(part) in by_action:
                yield words, by_action[id(part)]
            elif part.get("type") in ("RichTextBlock", "TextBlock"):
                words = plain(read_card({"type": "AdaptiveCard", "body": [part]}))
            else:
                stack += [part[key] for key in SPOKEN if key in part]


def tapped(offer: Offer, given: Mapping[str, str]) -> Json:
    """What the client sends: the button's data, and every input of the card as it stands or was filled in."""
    by_name: dict[str, Any] = {}
    for name, value in given.items():
        node = _input_named(offer, name)
        several = node["type"] == "Input.ChoiceSet" and node.get("isMultiSelect") and value
        by_name[node["id"]] = value.split(" + ") if several else value
    return {**offer.action["data"], **filled(offer.inputs, by_name)}


def _input_named(offer: Offer, name: str) -> Json:
    """By its label, its id, or the question's name where only one input of the card asks it."""
    for matches in (
        [i for i in offer.inputs if name in (i["id"], plain(str(i.get("label"))))],
        [i for i in offer.inputs if re.split("[@#/]", i["id"])[0] == name],
    ):
        if len(matches) == 1:
            return matches[0]
    raise ClientRefuses(f"no input «{name}» here, only {[(i['id'], i.get('label')) for i in offer.inputs]}")


def plain(text: str) -> str:
    """As a reader sees it: spaces that do not break are spaces."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))
