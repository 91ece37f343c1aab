"""The bricks of a card. People's words stand in text runs only, where neither markdown nor HTML is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dialogs.person import Language
from dialogs.texts.catalogues import QuestionWords, Texts

Json = dict[str, Any]
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION = "1.5"


@dataclass(frozen=True, slots=True)
class Pen:
    """What drawing needs beside the thing drawn: the reader's language, and the key that taps carry back."""

    texts: Texts
    language: Language
    key: str
    """The outbox row of the card; part of each tap's idempotency key."""
    application: str = ""

    def t(self, key: str, **values: str | int) -> str:
        texts = self.texts
        return texts.say(self.language, key, **values) if values else texts.plain(self.language, key)

    def question(self, name: str) -> QuestionWords:
        return self.texts.question(self.language, name)

    def tap(self, title: str, verb: str, /, **data: Any) -> Json:
        """A button. Its data are hints: the server decides from person, conversation and record."""
        return {
            "type": "Action.Execute",
            "title": title,
            "verb": verb,
            "data": {"k": self.key, "a": self.application, **data},
        }


def heading(text: str, *, level: int = 2) -> Json:
    """Our own words only: a heading reads markdown."""
    return {
        "type": "TextBlock",
        "text": text,
        "style": "heading",
        "size": "Medium" if level > 1 else "Large",
        "weight": "Bolder",
        "wrap": True,
    }


def title(text: str) -> Json:
    """What the whole card is about; may hold people's words, as the name of a party."""
    return words(text, size="Large", bold=True)


def small(text: str) -> Json:
    return words(text, size="Small", subtle=True)


def words(
    text: str, *, size: str | None = None, subtle: bool = False, bold: bool = False, color: str | None = None
) -> Json:
    """Text as it is, ours or people's; a line break stays a line break."""
    run: Json = {"type": "TextRun", "text": text}
    if size:
        run["size"] = size
    if subtle:
        run["isSubtle"] = True
    if bold:
        run["weight"] = "Bolder"
    if color:
        run["color"] = color
    return {"type": "RichTextBlock", "inlines": [run]}


def labelled(label: str, text: str, *, bold: bool = False, size: str | None = None) -> Json:
    """A label of ours, and on the next line what stands there."""
    run: Json = {"type": "TextRun", "text": text}
    if bold:
        run["weight"] = "Bolder"
    if size:
        run["size"] = size
    return {
        "type": "RichTextBlock",
        "inlines": [{"type": "TextRun", "text": label + "\n", "size": "Small", "isSubtle": True}, run],
    }


def problem(text: str) -> Json:
    return words(text, color="Attention", bold=True)


def near(element: Json) -> Json:
    """Close to what stands before it, as lines of one list are."""
    return {**element, "spacing": "Small"}


def parted(element: Json) -> Json:
    """With a line above: something new begins."""
    return {**element, "separator": True, "spacing": "Large"}


def apart(element: Json) -> Json:
    """Further from what stands before it than lines are from each other."""
    return {**element, "spacing": "Large"}


Style = Literal["emphasis", "good", "attention", "warning"]


def box(items: Sequence[Json], style: Style = "emphasis") -> Json:
    """Set apart from what is around it; the colour says nothing that the words do not."""
    return {"type": "Container", "style": style, "items": list(items)}


def beside(left: Sequence[Json], action: Json, shown: str) -> Json:
    """A row, with an action to its right that looks like a link and takes little room."""
    return {
        "type": "ColumnSet",
        "columns": [
            {"type": "Column", "width": "stretch", "items": list(left)},
            {
                "type": "Column",
                "width": "auto",
                "selectAction": action,
                "items": [words(shown, color="Accent")],
            },
        ],
    }


def columns(*each: Sequence[Json]) -> Json:
    """Side by side, each as wide as the others."""
    return {
        "type": "ColumnSet",
        "columns": [{"type": "Column", "width": "stretch", "items": list(items)} for items in each],
    }


def primary(action: Json) -> Json:
    """The button that most people want next."""
    return {**action, "style": "positive"}


def card(
    pen: Pen,
    body: Sequence[Json],
    actions: Sequence[Json] = (),
    *,
    fallback: str = "",
    refresh: Json | None = None,
) -> Json:
    """A whole card. The first six buttons are seen at once by every client; the rest in a menu."""
    made: Json = {
        "type": "AdaptiveCard",
        "$schema": SCHEMA,
        "version": VERSION,
        "lang": pen.language,
        "body": list(body),
    }
    if fallback:
        made["fallbackText"] = fallback
    if actions:
        made["actions"] = list(actions)
    if refresh:
        made["refresh"] = refresh
    return made
