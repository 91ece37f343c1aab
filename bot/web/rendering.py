"""Draws a page: a template, the reader's words, and addresses that change with what lies behind them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined

from dialogs.person import Language
from dialogs.texts.catalogues import Texts, minute

CONTENT_TYPES: Final[Mapping[str, str]] = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
DESIGN: Final = ("theme.css", "components.css")
"""Designsystemet's, laid here when it is installed; without them the plain ones are used."""
PLAIN: Final = ("plain.css",)


@dataclass(frozen=True, slots=True)
class Asset:
    name: str
    """With a part of its hash: another content has another address, so it can be kept for good."""
    data: bytes
    content_type: str


class Pages:
    def __init__(self, texts: Texts, *, is_plain: bool = False) -> None:
        """`is_plain`: as where Designsystemet is not installed."""
        self._texts = texts
        folder = files("bot.web") / "static"
        design = folder / "designsystemet"
        has_design = not is_plain and all((design / name).is_file() for name in DESIGN)
        styles = [design / name for name in DESIGN] if has_design else [folder / name for name in PLAIN]
        self.assets: dict[str, Asset] = {}
        self._styles = [self._asset(file) for file in (*styles, folder / "page.css")]
        self._script = self._asset(folder / "code.js")
        self._environment = Environment(
            loader=FunctionLoader(_template),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )

    def draw(self, name: str, language: Language, **values: Any) -> str:
        def t(key: str, **filled: str | int) -> str:
            return self._texts.say(language, key, **filled)

        return self._environment.get_template(f"{name}.html").render(
            t=t,
            minute=lambda at: minute(language, at),
            language=language,
            styles=self._styles,
            script=self._script,
            **values,
        )

    def _asset(self, file: Traversable) -> str:
        data = file.read_bytes()
        stem, _, suffix = file.name.rpartition(".")
        name = f"{stem}.{hashlib.sha256(data).hexdigest()[:16]}.{suffix}"
        self.assets[name] = Asset(name, data, CONTENT_TYPES[suffix])
        return f"/static/{name}"


def _template(name: str) -> str | None:
    file = files("bot.web") / "templates" / name
    return file.read_text(encoding="utf-8") if file.is_file() else None
