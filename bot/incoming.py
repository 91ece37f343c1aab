"""The one place through which every text from people comes, before anything of it is stored or logged."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dialogs.events import Masked
from dialogs.identity_numbers import Masked as MaskedText
from dialogs.identity_numbers import mask_identity_numbers
from dialogs.person import Language
from dialogs.plain_text import Refused, clean, one_line
from dialogs.reading import MAX_TYPED
from dialogs.texts.catalogues import Texts

MAX_NAME = 120
LONG = 1_000
"""Characters: of fewer, nobody notices how long they take."""
MOST_AHEAD = 4 * MAX_TYPED
"""Characters of all long texts of a deed, with what stands in their fields; with more it is refused."""


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
    """Made for one turn and one reader: what is taken out is replaced by words of their language.

    Looking for numbers takes its time, so each text is looked through once, and long ones `ahead`.
    """

    def __init__(self, texts: Texts, language: Language) -> None:
        self.language = language
        self._removed = texts.say(language, "m-number-removed")
        self._masked = texts.say(language, "m-digits-masked")
        self._seen: dict[str, MaskedText] = {}
        self._scrubbed: dict[str, Scrubbed] = {}

    async def ahead(self, texts: Iterable[str]) -> None:
        """Looks through them beside the event loop where they are long together, so that they keep nobody waiting."""
        short_enough = [text for text in texts if len(text) <= MAX_TYPED]
        if LONG < sum(map(len, short_enough)) <= MOST_AHEAD:
            await asyncio.to_thread(lambda: [self.text(text) for text in short_enough])

    def text(self, raw: str) -> Scrubbed | TooMuch:
        if len(raw) > MAX_TYPED:
            return TooMuch(len(raw))
        if raw not in self._scrubbed:
            self._scrubbed[raw] = self._text(raw)
        return self._scrubbed[raw]

    def _text(self, raw: str) -> Scrubbed:
        cleaned = clean(raw)
        was_refused = isinstance(cleaned, Refused)
        kept = cleaned.without if isinstance(cleaned, Refused) else cleaned.text
        numbers = self._numbers(kept)
        if numbers.removed:
            return Scrubbed(numbers.text, "number")
        if numbers.doubtful:
            return Scrubbed(numbers.text, "doubtful", kept)
        return Scrubbed(kept, "control" if was_refused else "nothing")

    def doubtful_digits(self, text: str) -> list[str]:
        """The stretches of digits that a person would be asked about, as written."""
        return [text[span.start : span.end] for span in self._numbers(text).doubtful]

    def _numbers(self, text: str) -> MaskedText:
        if text not in self._seen:
            self._seen[text] = mask_identity_numbers(text, removed_as=self._removed, doubtful_as=self._masked)
        return self._seen[text]

    def name(self, raw: str) -> str:
        """A display or file name: one line, no numbers, no controls; the rest as it is."""
        scrubbed = self.text(raw[:LONG])
        return one_line(scrubbed.text)[:MAX_NAME] if isinstance(scrubbed, Scrubbed) else ""

    def fields(self, raw: Mapping[str, str]) -> dict[str, Scrubbed | TooMuch]:
        return {slot: self.text(text) for slot, text in raw.items()}
