"""What a person at the terminal sees, and what their buttons and fields stand for until the next message."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.activities import CARD, CONSENT
from bot.body import Json
from bot.commands.card_text import Button, Drawn, Input, Line, draw_card, printable, to_data
from bot.commands.terminal import Shown
from bot.files import INFO

_PRESS = re.compile(r"(?:\[\s*(\d{1,4})\s*\]|:\s*(\d{1,4}))")
_FILL = re.compile(r"([^=\n]{1,80})=(.*)", re.DOTALL)
REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Pressed:
    verb: str
    data: Json
    message_id: str


@dataclass(frozen=True, slots=True)
class SaveFile:
    """The person wants the file that was offered."""

    name: str
    context: Json


@dataclass(frozen=True, slots=True)
class Filled:
    line: Line
    """The field as it stands now."""


@dataclass(frozen=True, slots=True)
class NoButton:
    number: int


Typed = Pressed | SaveFile | Filled | NoButton | Literal["text"]


@dataclass(slots=True)
class _Card:
    message_id: str
    drawn: Drawn
    values: dict[str, str] = field(default_factory=dict)


class Screen:
    """Buttons and fields are those shown since the person last wrote, as on a screen of Teams."""

    def __init__(self, write: Callable[[Line], None], save_words: Callable[[], str]) -> None:
        self._write = write
        self._save_words = save_words
        self._cards: list[_Card] = []
        self._seen: dict[str, frozenset[str]] = {}
        """The lines of earlier messages by id: of one that is replaced only what is new is written again."""

    def clear(self) -> None:
        self._cards = []

    def show(self, shown: Shown) -> None:
        for attachment in shown.activity.get("attachments") or ():
            content = attachment.get("content")
            match attachment.get("contentType"):
                case kind if kind == CARD:
                    self.show_card(shown.id, content)
                case kind if kind == CONSENT:
                    self._offer(shown.id, str(attachment.get("name", "")), content)
                case kind if kind == INFO:
                    self._write(Line(f"{attachment.get('name', '')}: {attachment.get('contentUrl', '')}"))
        text = shown.activity.get("text")
        if isinstance(text, str) and text:
            self.say(text)

    def show_card(self, message_id: str, card: Json) -> None:
        drawn = draw_card(card, first_letter=self._letters(), first_number=self._buttons() + 1)
        self._cards.append(_Card(message_id, drawn, {each.id: each.value for each in drawn.inputs}))
        seen = self._seen.get(message_id, frozenset())
        for line in drawn.lines:
            if line.style == "button" or line.text not in seen:
                self._write(line)
        self._seen.pop(message_id, None)
        self._seen[message_id] = frozenset(line.text for line in drawn.lines)
        while len(self._seen) > REMEMBERED:
            del self._seen[next(iter(self._seen))]
        self._write(Line(""))

    def say(self, text: str) -> None:
        for line in printable(text).split("\n"):
            self._write(Line(line))
        self._write(Line(""))

    def read(self, typed: str) -> Typed:
        """What a typed line is: a button, a field of a card, or a text for the bot."""
        press = _PRESS.fullmatch(typed.strip())
        if press is not None:
            return self._press(int(press[1] or press[2]))
        fill = _FILL.fullmatch(typed.strip())
        found = self._field(fill[1]) if fill is not None else None
        if fill is None or found is None:
            return "text"
        card, field_ = found
        value = card.values[field_.id] = field_.to_value(fill[2].strip())
        return Filled(Line(f"{field_.handle}) {field_.label}: {_shown(field_, value)}", "field"))

    def _press(self, number: int) -> Typed:
        for card in self._cards:
            for button in card.drawn.buttons:
                if button.number == number:
                    return _pressed(card, button)
        return NoButton(number)

    def _field(self, name: str) -> tuple[_Card, Input] | None:
        """By its letter, or by the beginning of its label when only one begins so."""
        wanted = name.strip().casefold()
        fields = [(card, each) for card in self._cards for each in card.drawn.inputs]
        by_letter = [found for found in fields if found[1].handle == wanted]
        if by_letter:
            return by_letter[0]
        named = [
            found for found in fields if len(wanted) > 2 and found[1].label.casefold().startswith(wanted)
        ]
        return named[0] if len(named) == 1 else None

    def _offer(self, message_id: str, name: str, content: Json) -> None:
        number = self._buttons() + 1
        action: Json = {"type": "save", "name": name, "context": content.get("acceptContext") or {}}
        line = Line(f"[{number}] {self._save_words()}", "button")
        described = Line(printable(f"{content.get('description', '')}: {name}"))
        self._cards.append(_Card(message_id, Drawn((described, line), (), (Button(number, "", action),))))
        for each in (described, line, Line("")):
            self._write(each)

    def _letters(self) -> int:
        return sum(len(card.drawn.inputs) for card in self._cards)

    def _buttons(self) -> int:
        return sum(len(card.drawn.buttons) for card in self._cards)


def _pressed(card: _Card, button: Button) -> Pressed | SaveFile:
    if button.action.get("type") == "save":
        return SaveFile(str(button.action["name"]), button.action["context"])
    return Pressed(str(button.action.get("verb", "")), to_data(button, card.values), card.message_id)


def _shown(field_: Input, value: str) -> str:
    titles = {choice: title for title, choice in field_.choices}
    parts = value.split(",") if field_.is_multiple else [value]
    return ", ".join(titles.get(part, part) for part in parts)
