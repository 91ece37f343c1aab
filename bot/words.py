"""Reads the catalogues from the package, once, for the composition root."""

from __future__ import annotations

from importlib.resources import files

from dialogs.person import LANGUAGES, Language
from dialogs.texts.catalogues import Texts


def load_texts() -> Texts:
    folder = files("dialogs.texts")
    sources: dict[Language, list[str]] = {
        language: [
            found.read_text(encoding="utf-8")
            for found in sorted((folder / language).iterdir(), key=lambda f: f.name)
            if found.name.endswith(".ftl")
        ]
        for language in LANGUAGES
    }
    return Texts(sources)
