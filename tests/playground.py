"""The local Teams client as a person uses it: what stands on the screen, typing, cards, conversations, pictures.

Every wait is for something to appear, never for time to pass. A picture is only taken when PICTURES names a folder.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any

from playwright.sync_api import Locator, Page, Route, ViewportSize, expect, sync_playwright

from tests.playground_card import Card, are_pictures_wanted, keep_picture

DESK: ViewportSize = {"width": 1280, "height": 900}
SECONDS = 1000
PATIENCE = 60 * SECONDS
"""How long something may take to appear where other tests run beside; nothing is measured by it."""
CHROMIUM_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium_page(url: str) -> Iterator[Page]:
    """A page of Debian's Chromium that asks nobody but `url`, with Norwegian as its language."""
    executable = shutil.which("chromium")
    assert executable, "the browser tests need Chromium as `chromium`; `make test` says how"

    def ask_only_url(route: Route) -> None:
        if route.request.url.startswith(url):
            route.continue_()
        else:
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        context = browser.new_context(viewport=DESK, locale="nb-NO", timezone_id="Europe/Oslo")
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        context.route("**/*", ask_only_url)
        yield context.new_page()
        context.close()
        browser.close()


@dataclass(slots=True)
class Playground:
    """One person's client. The conversation it opens with is the personal chat with the bot."""

    page: Page
    url: str
    _seen: int = field(default=0, repr=False)

    def open(self) -> None:
        """Loads the page. The screen is then empty whatever was said before, and the bot is told of a new arrival."""
        with self._loading():
            self.page.goto(self.url)

    def reload(self) -> None:
        with self._loading():
            self.page.reload()

    def say(self, text: str) -> None:
        """Types into the personal or group chat and sends."""
        self._seen = self._from_bot.count()
        composer = self._composers.last
        composer.click()
        for number, line in enumerate(text.split("\n")):
            if number:
                self.page.keyboard.press("Shift+Enter")
            self.page.keyboard.insert_text(line)
        self._send("Enter")

    def bot_says(self, text: str) -> Locator:
        """Waits for a message from the bot with this in it that was not there at the last `say` or `go_to`."""
        found = self.page.wait_for_function(_NEW_MESSAGE, arg=[_FROM_BOT, self._seen, " ".join(text.split())])
        return self._from_bot.nth(int(found.json_value()) - 1)

    def card(self, text: str = "") -> Card:
        """Waits for a card with this in it; the last one if there are several."""
        found = self.page.locator(".ac-adaptiveCard").filter(has_text=text).last
        expect(found).to_be_visible()
        return Card(self.page, found)

    def texts(self) -> list[str]:
        """Everything on the screen of this conversation, top to bottom, one string for each message."""
        return [_plain(message) for message in self.page.locator(_MESSAGES).all()]

    def go_to(self, conversation: str) -> None:
        """`Personal Chat`, the group chat's name, or `<team> - <channel>`, as the list to the left has them."""
        self.page.get_by_role("treeitem", name=conversation, exact=True).click()
        self._seen = self._from_bot.count()

    def post(self, text: str, *, to_bot: bool = True) -> None:
        """Starts a new post in the channel that is shown; what is not addressed to the bot does not reach it."""
        self._write_in(self._composers.first, text, to_bot=to_bot)
        with self._sent():
            self.page.get_by_role("button", name="Post", exact=True).click()

    def posts(self) -> Locator:
        """The channel's posts, newest first, each with its answers."""
        return self.page.locator("div[role=group].fui-Card").filter(
            has_not=self.page.get_by_role("button", name="Post", exact=True)
        )

    def answer(self, post: Locator, text: str, *, to_bot: bool = True) -> None:
        """Writes in the reply box of one post."""
        self._write_in(post.locator(_COMPOSER), text, to_bot=to_bot)
        self._send("Enter")

    def mock(self, activity: dict[str, Any]) -> None:
        """Sends the bot any activity at all, as the menu «Custom activity» does: so another person can act."""
        connection = HTTPConnection(self.url.removeprefix("http://"), timeout=20)
        try:
            body = json.dumps(activity, allow_nan=False)
            headers = {"Content-Type": "application/json"}
            connection.request("POST", "/_internal/v1/customActivities", body, headers)
            assert connection.getresponse().status == 200
        finally:
            connection.close()

    def picture(
        self, name: str, *, top: Card | None = None, bottom: Card | None = None, height: int = DESK["height"]
    ) -> None:
        """The whole screen, as at a desk; with `top` that card begins it, with `bottom` it ends it."""
        if not are_pictures_wanted():
            return
        self.page.wait_for_load_state("networkidle")
        while (line := self.page.get_by_label("Dismiss Invoke Message").first).count():
            line.click()
        self.page.evaluate("document.activeElement.blur()")
        self.page.set_viewport_size({**DESK, "height": height})
        for card, block in ((top, "start"), (bottom, "end")):
            if card is not None:
                card.on_screen.evaluate(_SCROLL, block)
        keep_picture(self.page.screenshot(), name)
        self.page.set_viewport_size(DESK)

    @property
    def _composers(self) -> Locator:
        return self.page.locator(_COMPOSER)

    @property
    def _from_bot(self) -> Locator:
        return self.page.locator(_FROM_BOT)

    @contextmanager
    def _loading(self) -> Iterator[None]:
        """Until the client has told the bot of it, which it may do before the page says that it is loaded."""
        with self.page.expect_response(lambda response: response.url.endswith("/installation")):
            yield
            self._composers.first.wait_for()
        close = self.page.get_by_title("Hide log panel")
        if close.count():
            close.click()
        self._seen = 0

    def _write_in(self, composer: Locator, text: str, *, to_bot: bool) -> None:
        composer.click()
        if to_bot:
            self.page.keyboard.type("@")
            self.page.get_by_role("menuitem").first.click()
            text = f" {text}"
        self.page.keyboard.insert_text(text)

    def _send(self, key: str) -> None:
        with self._sent():
            self.page.keyboard.press(key)

    @contextmanager
    def _sent(self) -> Iterator[None]:
        with self.page.expect_response(lambda response: response.url.endswith("/messages")):
            yield


@contextmanager
def open_playground(url: str) -> Iterator[Playground]:
    with chromium_page(url) as page:
        playground = Playground(page, url)
        playground.open()
        yield playground


_FROM_BOT = ".fai-OutputCard"
_NEW_MESSAGE = """([selector, seen, text]) => 1 + [...document.querySelectorAll(selector)].findIndex(
    (message, index) => index >= seen && message.innerText.replace(/\\s+/g, " ").includes(text))"""
_SCROLL = """(card, block) => {
    card.style.scrollMargin = "48px 0 24px"
    card.scrollIntoView({block})
}"""
_COMPOSER = "[contenteditable=true][role=textbox]"
_MESSAGES = "[aria-label='Message header'] + div, div[role=group].fui-Card:not(:has(button:text-is('Post')))"


def _plain(message: Locator) -> str:
    return " ".join(message.inner_text().split())
