"""A browser without a window: keeps cookies, follows links, fills in forms, and reads what a page says."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser

import aiohttp
from multidict import CIMultiDictProxy
from yarl import URL


@dataclass(slots=True)
class HtmlForm:
    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    """Title, name, value."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.forms: list[HtmlForm] = []
        self.title = ""
        self._in: list[str] = []
        self._button: tuple[str, str] | None = None
        self._href: str | None = None
        self._said: list[str] = []
        self._select = self._area = ""
        self._typed = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        form = self.forms[-1] if self.forms else None
        self._in.append(tag)
        if tag == "form":
            self.forms.append(HtmlForm(has.get("action", ""), has.get("method", "get")))
        elif tag == "input" and form is not None:
            if has.get("type") not in ("radio", "checkbox") or "checked" in has:
                form.fields.append((has["name"], has.get("value", "")))
        elif tag == "button":
            self._button, self._said = (has.get("name", ""), has.get("value", "")), []
        elif tag == "a":
            self._href, self._said = has.get("href", ""), []
        elif tag == "select":
            self._select = has["name"]
        elif tag == "option" and "selected" in has and form is not None:
            form.fields.append((self._select, has["value"]))
        elif tag == "textarea":
            self._area, self._typed = has["name"], ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "button" and self._button is not None:
            self.forms[-1].buttons.append((" ".join("".join(self._said).split()), *self._button))
            self._button = None
        elif tag == "a" and self._href is not None:
            self.links.append((" ".join("".join(self._said).split()), self._href))
            self._href = None
        elif tag == "textarea":
            self.forms[-1].fields.append((self._area, self._typed.removeprefix("\n")))
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self._typed += data
            return
        if self._in and self._in[-1] == "title":
            self.title += data
            self._in.append("")
            return
        self._said.append(data)
        self.words.append(data)


@dataclass(frozen=True, slots=True)
class Page:
    address: str
    status: int
    headers: CIMultiDictProxy[str]
    html: str
    text: str
    title: str
    links: list[tuple[str, str]]
    forms: list[HtmlForm]

    def form_with(self, button: str) -> HtmlForm:
        found = [form for form in self.forms if any(title == button for title, _, _ in form.buttons)]
        assert found, f"no button «{button}» on {self.address}: {self.text[:2000]}"
        return found[0]

    def link(self, title: str) -> str:
        found = [href for shown, href in self.links if shown == title]
        assert found, f"no link «{title}» on {self.address}: {self.links}"
        return found[0]


def read(address: str, status: int, headers: CIMultiDictProxy[str], html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    text = " ".join("".join(reader.words).split())
    return Page(address, status, headers, html, text, reader.title.strip(), reader.links, reader.forms)


class Browser:
    def __init__(self, session: aiohttp.ClientSession, origin: str) -> None:
        self.session = session
        self.origin = origin
        self.page: Page | None = None

    @property
    def now(self) -> Page:
        assert self.page is not None
        return self.page

    def cookie(self, name: str) -> str:
        found = self.session.cookie_jar.filter_cookies(URL(self.origin)).get(name)
        return found.value if found is not None else ""

    def hold(self, name: str, value: str) -> None:
        """As if this browser had been given the cookie."""
        self.session.cookie_jar.update_cookies({name: value}, URL(self.origin))

    async def get(self, path: str, *, headers: Mapping[str, str] | None = None, follow: bool = True) -> Page:
        async with self.session.get(
            URL(self._at(path), encoded=True), headers=headers, allow_redirects=follow
        ) as answer:
            self.page = read(str(answer.url), answer.status, answer.headers, await answer.text())
        return self.page

    async def post(
        self,
        path: str,
        fields: list[tuple[str, str]],
        *,
        headers: Mapping[str, str] | None = None,
        follow: bool = True,
    ) -> Page:
        sent = {"Sec-Fetch-Site": "same-origin", "Origin": "null"} if headers is None else headers
        async with self.session.post(
            URL(self._at(path), encoded=True),
            data=aiohttp.FormData(fields),
            headers=sent,
            allow_redirects=follow,
        ) as answer:
            self.page = read(str(answer.url), answer.status, answer.headers, await answer.text())
        return self.page

    async def press(self, button: str, **filled: str | list[str]) -> Page:
        """The first form that has the button, with what is filled in in place of what stood there."""
        form = self.now.form_with(button)
        fields = [(name, value) for name, value in form.fields if name not in filled]
        for name, value in filled.items():
            fields += [(name, one) for one in (value if isinstance(value, list) else [value])]
        _, name, value = next(one for one in form.buttons if one[0] == button)
        return await self.post(form.action, [*fields, *([(name, value)] if name else [])])

    async def follow(self, link: str) -> Page:
        return await self.get(self.now.link(link))

    def _at(self, path: str) -> str:
        return path if path.startswith("https://") else f"{self.origin}{path}"


@asynccontextmanager
async def a_browser(origin: str, trusted: ssl.SSLContext, *, language: str = "nb") -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(ssl=trusted), headers={"Accept-Language": language}
    ) as session:
        yield Browser(session, origin)
