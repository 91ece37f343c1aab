"""Looks up what people read: Project Fluent messages in three languages, dates by Babel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeVar, TypeVarTuple
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Identifier, Placeable, TextElement, VariableReference

from dialogs.person import LANGUAGES, Language

OSLO = ZoneInfo("Europe/Oslo")
NARROW = "\u00a0"
Made = TypeVar("Made")
About = TypeVarTuple("About")
_BABEL = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


class MissingWords(KeyError):
    """A key without words in a language: a fault of the release, found by the tests."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What a catalogue says of one question of the form."""

    asked: str
    label: str
    help: str | None
    example: str | None


class Texts:
    """The catalogues, read once. Values are put in as they are: nothing in them is read as Fluent."""

    def __init__(self, sources: Mapping[Language, Sequence[str]]) -> None:
        self._bundles: dict[Language, Any] = {}
        for language in LANGUAGES:
            bundle = FluentBundle([_BABEL[language].replace("_", "-")], use_isolating=False)
            for source in sources[language]:
                bundle.add_resource(FluentResource(source))
            self._bundles[language] = bundle
        self.plain = lru_cache(maxsize=4096)(self._plain)
        self.optional = lru_cache(maxsize=4096)(self._optional)
        self.question = lru_cache(maxsize=4096)(self._question)
        self._made = lru_cache(maxsize=4096)(lambda make, *about: make(self, *about))
        self._template = lru_cache(maxsize=4096)(self._made_template)

    def say(self, language: Language, key: str, **values: str | int) -> str:
        """The sentence under `key` or `key.attribute`. Raises MissingWords, also for a missing value."""
        if not values:
            return self.plain(language, key)
        template = self._template(language, key)
        if template is None:
            return self._format(language, key, values)
        for value in values.values():
            if not isinstance(value, str) and not 0 <= value < 1000:
                # The language has its own way of writing larger numbers.
                return self._format(language, key, values)
        try:
            return template.format_map(values)
        except KeyError:
            raise MissingWords(f"{key} ({language}): a value is missing") from None

    def once(self, make: Callable[[Texts, *About], Made], *about: *About) -> Made:
        """What is made of these words and of nothing a person wrote. It is shared: nobody changes it."""
        made: Made = self._made(make, *about)
        return made

    def has(self, language: Language, key: str) -> bool:
        name, _, attribute = key.partition(".")
        bundle = self._bundles[language]
        if not bundle.has_message(name):
            return False
        message = bundle.get_message(name)
        return attribute in message.attributes if attribute else message.value is not None

    def phrases(self, language: Language, key: str) -> tuple[str, ...]:
        """The ways people say one thing: the catalogue separates them by « | »."""
        return tuple(p.strip() for p in self.plain(language, key).split("|"))

    def _optional(self, language: Language, key: str) -> str | None:
        return self._plain(language, key) if self.has(language, key) else None

    def _question(self, language: Language, name: str) -> QuestionWords:
        return QuestionWords(
            self.plain(language, f"q-{name}"),
            self.plain(language, f"q-{name}.label"),
            self.optional(language, f"q-{name}.help"),
            self.optional(language, f"q-{name}.example"),
        )

    def _plain(self, language: Language, key: str) -> str:
        return self._format(language, key, {})

    def _pattern(self, language: Language, key: str) -> Any:
        if not self.has(language, key):
            raise MissingWords(f"{key} ({language})")
        name, _, attribute = key.partition(".")
        message = self._bundles[language].get_message(name)
        return message.attributes[attribute] if attribute else message.value

    def _made_template(self, language: Language, key: str) -> str | None:
        """The sentence for str.format, which takes a tenth of Fluent's time; None where Fluent has to choose."""
        pattern = self._pattern(language, key)
        pieces = []
        for element in getattr(pattern, "elements", [pattern]):
            match element:
                case TextElement():
                    pieces.append(element.value.replace("{", "{{").replace("}", "}}"))
                case Placeable(expression=VariableReference(id=Identifier(name=name))):
                    pieces.append(f"{{{name}}}")
                case _:
                    return None
        return "".join(pieces)

    def _format(self, language: Language, key: str, values: Mapping[str, str | int]) -> str:
        bundle = self._bundles[language]
        text, errors = bundle.format_pattern(self._pattern(language, key), dict(values))
        if errors:
            raise MissingWords(f"{key} ({language}): {type(errors[0]).__name__}")
        return str(text)


def nok(language: Language, amount: int) -> str:
    """«1 200 000 kr», with spaces that do not break."""
    return f"{number(language, amount)}{NARROW}kr"


def number(language: Language, value: int) -> str:
    """With spaces in English too: «300,000» typed back would be asked about, since a comma is Norway's decimal."""
    return f"{value:,}".replace(",", NARROW).replace("-", "\u2212")


def thousandths(language: Language, value: int) -> str:
    """Full-time equivalents: 200 -> «0,2»."""
    return _decimal(language, value // 1000, f"{value % 1000:03}")


def half_hours(language: Language, value: int) -> str:
    return _decimal(language, value // 2, "5" if value % 2 else "")


def _decimal(language: Language, whole: int, decimals: str) -> str:
    """As Babel writes it, in a twentieth of the time: a card may hold dozens."""
    group, point = (",", ".") if language == "en" else (NARROW, ",")
    digits = f"{whole:,}".replace(",", group)
    shown = decimals.rstrip("0")
    return f"{digits}{point}{shown}" if shown else digits


def day(language: Language, iso: str | date) -> str:
    value = date.fromisoformat(iso) if isinstance(iso, str) else iso
    return str(
        format_date(value, format="d. MMMM y" if language != "en" else "d MMMM y", locale=_BABEL[language])
    )


def moment(language: Language, at: datetime) -> str:
    """Norwegian time, with the seconds: a deadline may hang on them."""
    pattern = "d. MMMM y 'kl'. HH:mm:ss" if language != "en" else "d MMMM y, HH:mm:ss"
    return str(format_datetime(at.astimezone(OSLO), format=pattern, locale=_BABEL[language]))


def minute(language: Language, at: datetime) -> str:
    """Norwegian time, as people say it."""
    pattern = "d. MMMM y 'kl'. HH.mm" if language != "en" else "d MMMM y, HH:mm"
    return str(format_datetime(at.astimezone(OSLO), format=pattern, locale=_BABEL[language]))
