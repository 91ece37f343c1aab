"""One Adaptive Card on the screen: fill in by label, press by title, read."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, Request, TimeoutError, expect

PHONE_WIDTH = 340
"""Pixels for a card on a narrow phone; the client's own page does not get narrower than a desk's."""

TALLEST_CARD = 6000
COLOURS = 256
"""Of a picture: enough for a screen of text, and a third of the size."""

Value = str | bool | Sequence[str]


@dataclass(frozen=True, slots=True)
class Card:
    page: Page
    on_screen: Locator

    def text(self) -> str:
        return " ".join(self.on_screen.inner_text().split())

    def fill(self, label: str, value: Value) -> None:
        """Text, number and date (as 2027-01-31) are strings, a choice its title, several a list, a toggle a bool."""
        field = self.field(label)
        match value:
            case bool():
                field.set_checked(value, force=True)
            case str() if self._is(field, "div[role=radiogroup]"):
                field.locator("label").get_by_text(value, exact=True).click()
            case str() if self._is(field, ".fui-DatePicker input"):
                field.fill(value)
                field.press("Enter")
                self.page.keyboard.press("Escape")
            case str() if self._is(field, "input[role=combobox]"):
                self._choose(field, [value])
            case str():
                field.fill(value)
                field.press("Tab")
            case titles if self._is(field, "input[role=combobox]"):
                self._choose(field, titles)
            case titles:
                for title in titles:
                    field.locator("label").get_by_text(title, exact=True).click()

    def field(self, label: str) -> Locator:
        """The input that this label belongs to; a required one's star is no part of its label."""
        text = self.page.locator(".ac-textRun").get_by_text(label, exact=True)
        for_input = (
            self.on_screen.locator("label.ac-richTextBlock").filter(has=text).first.get_attribute("for")
        )
        return self.on_screen.locator(f"[id='{for_input}']")

    def labels(self) -> list[str]:
        texts = self.on_screen.locator(
            "label.ac-richTextBlock .ac-textRun:not([aria-hidden])"
        ).all_inner_texts()
        return [text.strip() for text in texts]

    def buttons(self) -> list[str]:
        return [
            button.inner_text().strip() for button in self.on_screen.locator(".ac-actionSet button").all()
        ]

    def press(self, title: str) -> None:
        """Sends the card and waits for the answer. The client loses some first clicks, as right after it has
        refused a value: then it is clicked again."""
        button = self._button(title)
        for _ in range(3):
            try:
                with self.page.expect_request(_sends_card, timeout=2000) as sent:
                    button.click()
            except TimeoutError:
                continue
            sent.value.response()
            return
        raise AssertionError(f"«{title}» sends nothing; the card says: {self.text()}")

    def press_twice(self, title: str) -> None:
        """A double click, which sends the card two times at once."""
        with self.page.expect_request(_sends_card) as sent:
            self._button(title).dblclick()
        sent.value.response()

    def press_without_sending(self, title: str) -> None:
        """A button that shows or hides something, or one whose card the client will refuse to send."""
        self._button(title).click()

    def picture(self, name: str, *, height: int = TALLEST_CARD) -> None:
        """The card alone, as wide as on a narrow phone; of a long one perhaps only what is seen first."""
        viewport = self.page.viewport_size
        if not are_pictures_wanted() or viewport is None:
            return
        # High enough that nothing scrolls, or the client's own bars would lie over the card.
        self.page.set_viewport_size({"width": viewport["width"], "height": TALLEST_CARD})
        self.on_screen.evaluate("(card, width) => { card.style.width = width }", f"{PHONE_WIDTH}px")
        keep_picture(self.on_screen.screenshot(), name, height=height)
        self.on_screen.evaluate("card => { card.style.width = '' }")
        self.page.set_viewport_size(viewport)

    def _button(self, title: str) -> Locator:
        button = self.on_screen.get_by_role("button", name=title, exact=True).first
        if button.count():
            return button
        # From the seventh on, a card's buttons are in a menu.
        self.on_screen.get_by_role("button", name="More options").first.click()
        return self.page.get_by_role("menuitem", name=title, exact=True)

    def _choose(self, field: Locator, titles: Sequence[str]) -> None:
        field.click()
        for title in titles:
            self.page.get_by_role("option", name=title, exact=True).or_(
                self.page.get_by_role("menuitemcheckbox", name=title, exact=True)
            ).click()
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("listbox")).to_have_count(0)

    def _is(self, field: Locator, selector: str) -> bool:
        return bool(field.evaluate("(element, selector) => element.matches(selector)", selector))


def are_pictures_wanted() -> bool:
    return "PICTURES" in os.environ


def keep_picture(png: bytes, name: str, *, height: int = TALLEST_CARD) -> None:
    """In the folder that PICTURES names, in few colours and so small; no more of it than `height` pixels."""
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    seen = whole.crop((0, 0, whole.width, min(whole.height, height)))
    picture = seen.quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(Path(os.environ["PICTURES"]) / f"{name}.png", optimize=True)


def _sends_card(request: Request) -> bool:
    return request.url.endswith(("/v1/invoke", "/v1/submit"))
