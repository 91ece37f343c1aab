"""A question answered without a conversation: what is shown, and what else the reply holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from bot.incoming import Scrub, TooMuch
from dialogs.evidence import Language
from dialogs.findings import Found, Near, NotKnown
from dialogs.reading_choices import fold
from dialogs.texts.catalogues import Texts
from knowledge.entry import LANGUAGES, Entry
from knowledge.finding import Asked, Finder
from knowledge.library import Library
from knowledge.showing import shown_text


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that the answer quotes, with the sentences that carry it."""

    id: str
    title: str
    publisher: str
    date: str | None
    address: str | None
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    answered: bool
    """Whether an answer is shown. A word that nothing is known is none."""
    answer: str
    """The text as shown, whatever it is."""
    suggestions: tuple[str, ...]
    """Of each entry that may have been meant, its answer as it would be shown."""
    id: str | None
    """The entry that is shown."""
    sources: tuple[Cited, ...]
    suggested: tuple[str, ...] = ()
    """The entries that may have been meant."""
    related: tuple[str, ...] = ()
    """Entries that lie near the one that is shown."""


class QuestionTooLong(Exception):
    """Raised for what the bot would not read either. Whoever asked is told."""


class Answerer:
    def __init__(
        self, library: Library, finder: Finder, texts: Texts, today: Callable[[], date] = date.today
    ) -> None:
        self._library = library
        self._today = today
        self._finder = finder
        self._texts = texts
        self._names = {
            id: tuple(
                fold(name)
                for name in (
                    *(community.name.in_language(language) for language in LANGUAGES),
                    *community.registry.also_called,
                    *(hospital.name for hospital in community.hospitals),
                )
            )
            for id, community in library.communities.items()
        }

    def community_called(self, said: str) -> str | None:
        """The id, by which it may be called too; None where none or several may be meant."""
        wanted = fold(said)
        found = {
            id for id, names in self._names.items() if any(f" {wanted} " in f" {name} " for name in names)
        }
        return wanted if wanted in self._names else found.pop() if len(found) == 1 else None

    def reply(self, question: str, language: Language, community: str | None) -> Reply:
        """Raises QuestionTooLong."""
        scrubbed = Scrub(self._texts, language).text(question)
        if isinstance(scrubbed, TooMuch):
            raise QuestionTooLong(f"the question has more than {scrubbed.maximum} characters")
        asked = Asked(scrubbed.text, language, community, self._today())
        match finding := self._finder.find(asked):
            case Found(entry=entry):
                return self._shown(self._library.entries[entry.id], language, answered=True)
            case Near(entries=entries):
                return self._suggested([self._library.entries[entry.id] for entry in entries], language)
            case NotKnown(entry=gap):
                if gap is None:
                    said = (
                        self._texts.say(language, key) for key in ("m-not-found", "k-turn-to-secretariat")
                    )
                    return Reply(False, "\n\n".join(said), (), None, ())
                return self._shown(self._library.entries[gap.id], language, answered=False)
            case _:
                assert_never(finding)

    def titles(self, ids: Sequence[str], language: Language) -> list[str]:
        return [self._library.entries[id].question.in_language(language) for id in ids]

    def _shown(self, entry: Entry, language: Language, *, answered: bool) -> Reply:
        text, cited = self._text(entry, language), tuple(self._cited(entry))
        return Reply(answered, text, (), entry.id, cited, related=entry.related)

    def _suggested(self, entries: Sequence[Entry], language: Language) -> Reply:
        ids = tuple(entry.id for entry in entries)
        titles = [f"{number}. {title}" for number, title in enumerate(self.titles(ids, language), start=1)]
        shown = "\n".join((self._texts.say(language, "k-did-you-mean"), *titles))
        texts = tuple(self._text(entry, language) for entry in entries)
        return Reply(False, shown, texts, None, (), suggested=ids)

    def _text(self, entry: Entry, language: Language) -> str:
        return shown_text(self._library, entry, language, self._texts, self._today())

    def _cited(self, entry: Entry) -> list[Cited]:
        quotes: dict[str, list[str]] = {}
        for quote in entry.sources:
            quotes.setdefault(quote.document, []).append(quote.quote)
        cited = []
        for id, sentences in quotes.items():
            document = self._library.sources[id].document
            on = document.date.isoformat() if document.date else None
            cited.append(
                Cited(id, document.title, document.publisher, on, document.address, tuple(sentences))
            )
        return cited
