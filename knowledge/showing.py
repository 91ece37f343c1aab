"""An entry as people read it: what it says, where to turn, and where it is from. Cards and plain text share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from dialogs.evidence import Language
from dialogs.texts.catalogues import Texts, day
from knowledge.entry import Communal, Entry, National, Regional, passages
from knowledge.library import Library
from knowledge.source_files import Source


@dataclass(frozen=True, slots=True)
class Shown:
    passages: tuple[str, ...]
    """The curator's words, first what stands first. An entry that is only a title has none."""
    turn_to: str
    """Where to turn with what is not known, or ""."""
    source: str
    """«Kilde: …, dato, gjelder …», or "" where the entry quotes nobody."""


def shown_parts(library: Library, entry: Entry, language: Language, texts: Texts) -> Shown:
    return Shown(
        passages(entry, language),
        _turn_to(entry, language, texts),
        source_line(library, entry, language, texts),
    )


def shown_text(library: Library, entry: Entry, language: Language, texts: Texts, today: date) -> str:
    """Word for word what is answered, in paragraphs; the source and what must be seen beside the words, last."""
    shown = shown_parts(library, entry, language, texts)
    beside = "\n".join((shown.source, *standing_lines(entry, language, texts, today))).strip()
    return "\n\n".join(part for part in (*shown.passages, shown.turn_to, beside) if part)


def source_line(library: Library, entry: Entry, language: Language, texts: Texts) -> str:
    quoted: dict[str, set[date]] = {}
    for quote in entry.sources:
        quoted.setdefault(quote.document, set()).update([quote.date] if quote.date else ())
    if not quoted:
        return ""
    scope = _scope(library, entry, language, texts)
    documents = [
        _cited(library.sources[document], sorted(dates), language, texts)
        for document, dates in quoted.items()
    ]
    if len(documents) == 1:
        return texts.say(language, "k-source", document=documents[0], scope=scope)
    return texts.say(language, "k-sources", documents="; ".join(documents), scope=scope)


def standing_lines(entry: Entry, language: Language, texts: Texts, today: date) -> list[str]:
    """What must be seen beside the words: that a source only proposes, and that the time has passed since the review.

    What had passed before it, the words themselves say.
    """
    lines = []
    standings = {quote.standing for quote in entry.sources}
    if "proposed" in standings:
        key = "k-proposed" if standings == {"proposed"} else "k-partly-proposed"
        lines.append(texts.say(language, key))
    until, year = entry.validity.until, entry.validity.year
    reviewed = entry.reviewed.on if entry.reviewed is not None else date.min
    if until is not None and reviewed <= until < today:
        lines.append(texts.say(language, "k-past", day=day(language, until)))
    elif year is not None and reviewed.year <= year < today.year:
        lines.append(texts.say(language, "k-past-year", year=str(year)))
    return lines


def _cited(source: Source, quoted: Sequence[date], language: Language, texts: Texts) -> str:
    """`quoted` are the days of what is older than the document and stands in it, where the entry uses that."""
    document = source.document
    if source.text == "own_words":
        return texts.say(language, "k-own-words")
    dated = texts.say(language, "k-undated") if document.date is None else day(language, document.date)
    key = "k-document" if source.text == "document" else "k-document-notes"
    cited = texts.say(language, key, title=document.title, publisher=document.publisher, date=dated)
    if not quoted:
        return cited
    return texts.say(
        language, "k-quoting", document=cited, dates=", ".join(day(language, on) for on in quoted)
    )


def _scope(library: Library, entry: Entry, language: Language, texts: Texts) -> str:
    match entry.scope:
        case National():
            where = texts.say(language, "k-national")
        case Regional(region=region):
            where = region
        case Communal(community=community):
            known = library.communities.get(community)
            where = known.name.in_language(language) if known else community
        case _:
            assert_never(entry.scope)
    year = entry.validity.year
    return where if year is None else texts.say(language, "k-in-year", scope=where, year=str(year))


def _turn_to(entry: Entry, language: Language, texts: Texts) -> str:
    if entry.gap is None:
        return ""
    match entry.gap.turn_to:
        case "secretariat":
            return texts.say(language, "k-turn-to-secretariat")
        case "other_authority":
            return texts.say(language, "k-turn-to-other-authority")
        case "own_organisation":
            # Who that is differs from entry to entry, and stands in what is known.
            return ""
        case _:
            assert_never(entry.gap.turn_to)
