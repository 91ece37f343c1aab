"""The one place through which every text from people comes, before anything of it is stored or logged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.events import Masked
from dialogs.identity_numbers import mask_identity_numbers
from dialogs.person import Language
from dialogs.plain_text import Refused, clean, one_line
from dialogs.reading import MAX_TYPED
from dialogs.texts.catalogues import Texts

MAX_NAME = 120


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """A text fit to be kept, and what was taken out of it."""

    text: str = field(repr=False)
    masked: Masked = "nothing"
    original: str = field(default="", repr=False)
    """Only where digits are doubtful, and only in memory: the text with them."""


@dataclass(frozen=True, slots=True)
class TooMuch:
    length: int
    maximum: int = MAX_TYPED


class Scrub:
    """Made for one reader: what is taken out is replaced by words of their language."""

    def __init__(self, texts: Texts, language: Language) -> None:
        self._removed = texts.say(language, "m-number-removed")
        self._masked = texts.say(language, "m-digits-masked")

    def text(self, raw: str) -> Scrubbed | TooMuch:
        if len(raw) > MAX_TYPED:
            return TooMuch(len(raw))
        cleaned = clean(raw)
        was_refused = isinstance(cleaned, Refused)
        kept = cleaned.without if isinstance(cleaned, Refused) else cleaned.text
        numbers = mask_identity_numbers(kept, removed_as=self._removed, doubtful_as=self._masked)
        if numbers.removed:
            return Scrubbed(numbers.text, "number")
        if numbers.doubtful:
            return Scrubbed(numbers.text, "doubtful", kept)
        return Scrubbed(kept, "control" if was_refused else "nothing")

    def doubtful_digits(self, text: str) -> list[str]:
        """The stretches of digits that a person would be asked about, as written."""
        numbers = mask_identity_numbers(text, removed_as="", doubtful_as="")
        return [text[span.start : span.end] for span in numbers.doubtful]

    def name(self, raw: str) -> str:
        """A display or file name: one line, no numbers, no controls; the rest as it is."""
        scrubbed = self.text(raw[:MAX_TYPED])
        return one_line(scrubbed.text)[:MAX_NAME] if isinstance(scrubbed, Scrubbed) else ""

    def fields(self, raw: Mapping[str, str]) -> dict[str, Scrubbed | TooMuch]:
        return {slot: self.text(text) for slot, text in raw.items()}
