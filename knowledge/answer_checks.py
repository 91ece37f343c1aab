"""Whether what people are shown is carried by the sources: quotes, figures, places, standing."""

# Norwegian on purpose: words that are looked for in curated texts, never words that people read from here.

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from dialogs.evidence import Language
from dialogs.places import Community, Region
from knowledge.entry import LANGUAGES, Communal, Entry, National, Regional, Scope, passages
from knowledge.entry_checks import Entries, Fault, says_whose
from knowledge.figures import Amount, DayOfYear, Figure, FullDate, carried, figures
from knowledge.fingerprints import holds
from knowledge.likeness import normalised
from knowledge.source_files import Source

EMERGENCY = figures("113", "nb") | figures("116 117", "nb")
"""A fixed reply may name them without a source."""
MOST_SENTENCES = 5
_SENTENCE_END = re.compile(r"(?<!Meld)(?<!St)[.!?]\s+(?=[A-ZÆØÅ«“])")

_PROPOSED: Mapping[Language, str] = {
    "nb": r"foresl|forslag",
    "nn": r"føresl|framlegg|forslag",
    "en": r"propos",
}
_SUPERSEDED: Mapping[Language, str] = {
    "nb": r"\bførst|forløper|tidligere",
    "nn": r"\bførst|forløpar|tidlegare",
    "en": r"\bfirst|forerunner|earlier",
}
_PAST: Mapping[Language, str] = {
    "nb": r"\ber ute\b|\bvar\b|\bble\b|\bskulle\b|\bhadde\b|\bbesto\b|passert",
    "nn": r"\ber ute\b|\bvar\b|\bvart\b|\bskulle\b|\bhadde\b|passert",
    "en": r"\bpassed\b|\bwas\b|\bwere\b|\bhad\b",
}


def written(entries: Entries) -> Iterator[Fault]:
    """An entry that is only a title, lacks a source or a review, or whose short answer is not short."""
    for entry in entries.values():
        if not entry.is_written:
            yield Fault(entry.id, "is not written yet")
            continue
        if entry.reviewed is None:
            yield Fault(entry.id, "reviewed: nobody has")
        if entry.kind == "answer" and not entry.sources:
            yield Fault(entry.id, "sources: an answer needs one")
        for language in LANGUAGES:
            first = passages(entry, language)[0]
            if len(_SENTENCE_END.split(first)) > MOST_SENTENCES:
                yield Fault(entry.id, f"{language}: more than {MOST_SENTENCES} sentences come first")


def quotes(entries: Entries, sources: Mapping[str, Source]) -> Iterator[Fault]:
    for entry in entries.values():
        for place, quote in enumerate(entry.sources):
            source = sources.get(quote.document)
            if source is None or source.fingerprint is None:
                yield Fault(entry.id, f"sources.{place}: there is no document {quote.document}")
            elif not holds(source.fingerprint, quote.quote):
                yield Fault(entry.id, f"sources.{place}: the quote does not stand in {quote.document}")


def figures_are_carried(entries: Entries) -> Iterator[Fault]:
    """Every figure and date that people are shown stands in one of the entry's quotes."""
    for entry in entries.values():
        known = frozenset[Figure]().union(*(carried(quote.quote) for quote in entry.sources))
        if entry.kind == "fixed":
            known |= EMERGENCY
        for language in LANGUAGES:
            for unknown in sorted(figures(" ".join(passages(entry, language)), language) - known, key=str):
                yield Fault(entry.id, f"{language}: no quote has {unknown}")


def figures_stay_in_their_place(entries: Entries, communities: Mapping[str, Community]) -> Iterator[Fault]:
    """No amount and no day of one place is claimed by an entry of another."""
    claimed = {
        entry.id: frozenset(figure for figure in _shown(entry) if isinstance(figure, Amount | FullDate))
        for entry in entries.values()
    }
    for first, second in combinations(entries.values(), 2):
        if _apart(first.scope, second.scope, communities):
            for figure in sorted(claimed[first.id] & claimed[second.id], key=str):
                yield Fault(second.id, f"{figure} is claimed by {first.id}, of another place")


def gaps_hold_no_figures(entries: Entries) -> Iterator[Fault]:
    """What is said where nothing is known, or shown to anyone, must not be taken for one's own amount or day."""
    for entry in entries.values():
        everywhere = entry.kind == "unknown" and isinstance(entry.scope, National)
        if everywhere or entry.shown_elsewhere:
            for figure in sorted(
                (f for f in _shown(entry) if isinstance(f, Amount | FullDate | DayOfYear)), key=str
            ):
                yield Fault(entry.id, f"{figure} may be taken for the reader's own")


def answers_say_whose(entries: Entries, communities: Mapping[str, Community]) -> Iterator[Fault]:
    for entry in entries.values():
        for language in LANGUAGES if entry.is_written else ():
            if not says_whose(" ".join(passages(entry, language)), entry.scope, language, communities):
                yield Fault(entry.id, f"{language}: does not say whose it is")


def standing_is_said(entries: Entries) -> Iterator[Fault]:
    """A proposal is called one, and what has been replaced is not told as if it held."""
    for entry in entries.values():
        standings = {quote.standing for quote in entry.sources}
        for standing, words in (("proposed", _PROPOSED), ("superseded", _SUPERSEDED)):
            for language in LANGUAGES if standing in standings else ():
                if not re.search(words[language], " ".join(passages(entry, language)), re.IGNORECASE):
                    yield Fault(entry.id, f"{language}: uses what is {standing} without saying so")


def past_is_said(entries: Entries) -> Iterator[Fault]:
    """What could be acted on until a day before the review is told as past, with its year."""
    for entry in entries.values():
        until, year = entry.validity.until, entry.validity.year
        for language in LANGUAGES if entry.is_written else ():
            text = " ".join(passages(entry, language))
            if year is not None and str(year) not in text:
                yield Fault(entry.id, f"{language}: does not say {year}")
            if until is None or entry.reviewed is None or until >= entry.reviewed.on:
                continue
            if not re.search(_PAST[language], text):
                yield Fault(entry.id, f"{language}: does not say that it is past")


def too_few_phrasings(entries: Entries) -> Iterator[Fault]:
    """At least ten as people ask, four of them nynorsk and three English; none is another entry's or a title."""
    owners = {
        normalised(entry.question.in_language(language)): entry.id
        for entry in entries.values()
        for language in LANGUAGES
    }
    for entry in entries.values():
        counts = {language: len(entry.phrasings.in_language(language)) for language in LANGUAGES}
        if sum(counts.values()) < 10 or counts["nn"] < 4 or counts["en"] < 3:
            yield Fault(
                entry.id, f"phrasings: {counts['nb']} nb, {counts['nn']} nn, {counts['en']} en are too few"
            )
        for language in LANGUAGES:
            for phrasing in entry.phrasings.in_language(language):
                owner = owners.setdefault(normalised(phrasing), entry.id)
                if owner != entry.id:
                    yield Fault(entry.id, f"phrasings.{language}: stands in {owner} too")


def _shown(entry: Entry) -> frozenset[Figure]:
    said = (figures(" ".join(passages(entry, language)), language) for language in LANGUAGES)
    return frozenset[Figure]().union(*said)


def _apart(first: Scope, second: Scope, communities: Mapping[str, Community]) -> bool:
    """Whether both are local and neither lies within the other."""
    if isinstance(first, National) or isinstance(second, National):
        return False
    if type(first) is type(second):
        return first != second
    return _regions(first, communities).isdisjoint(_regions(second, communities))


def _regions(scope: Regional | Communal, communities: Mapping[str, Community]) -> frozenset[Region]:
    if isinstance(scope, Regional):
        return frozenset({scope.region})
    known = communities.get(scope.community)
    return frozenset(hospital.region for hospital in known.hospitals) if known else frozenset()
