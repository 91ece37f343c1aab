"""Whether the ways of asking lead where they should: what a curator had better look at, though it is no fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dialogs.evidence import Language
from dialogs.findings import Finding, Found, Near, NotKnown
from knowledge.entry import LANGUAGES, Communal, Entry, National, Phrasings, Regional
from knowledge.entry_checks import Entries, Fault
from knowledge.finding import Asked, Finder
from knowledge.library import Library
from knowledge.likeness import alike, normalised

NEARLY_ALIKE_PERCENT = 92
FOLDS = 10
"""So that an entry of ten phrasings keeps nine while the tenth is asked."""

MakeFinder = Callable[[Entries], Finder]


def nearly_alike(entries: Entries) -> Iterator[Fault]:
    """Two titles or phrasings of different entries between which a slip of the finger chooses."""
    texts = [
        (entry.id, language, text)
        for entry in entries.values()
        for language in LANGUAGES
        for text in (entry.question.in_language(language), *entry.phrasings.in_language(language))
    ]
    for first, second in alike([normalised(text) for _, _, text in texts], NEARLY_ALIKE_PERCENT):
        (owner, _, text), (other, language, same) = texts[min(first, second)], texts[max(first, second)]
        if owner != other:
            yield Fault(other, f"{language}: «{same}» is nearly «{text}» of {owner}")


def won_by_another(library: Library, make_finder: MakeFinder, folds: int = FOLDS) -> Iterator[Fault]:
    """Phrasings that are answered by another entry, and by that one alone, when their own entry has the others.

    Only what is shown as an answer counts: among suggestions the asker chooses. A part of the phrasings at a time is
    taken away and asked, in the place that the entry is for; not the same part of every entry, since two that are
    alike in two entries would be taken away together.
    """
    for fold in range(folds):
        taken = {id: (fold + number) % folds for number, id in enumerate(library.entries)}
        finder = make_finder({id: _without(entry, taken[id], folds) for id, entry in library.entries.items()})
        for entry in library.entries.values():
            for language in LANGUAGES:
                for text in entry.phrasings.in_language(language)[taken[entry.id] :: folds]:
                    winner = _shown(finder.find(Asked(text, language, _asker_of(entry, library))))
                    if winner not in ("", entry.id) and not _same_subject(entry, library.entries.get(winner)):
                        yield Fault(entry.id, f"{language}: «{text}» is answered by {winner}")


def _without(entry: Entry, taken: int, folds: int) -> Entry:
    kept: Mapping[Language, tuple[str, ...]] = {
        language: tuple(
            text for place, text in enumerate(entry.phrasings.in_language(language)) if place % folds != taken
        )
        for language in LANGUAGES
    }
    return entry.model_copy(update={"phrasings": Phrasings(nb=kept["nb"], nn=kept["nn"], en=kept["en"])})


def _shown(finding: Finding) -> str:
    match finding:
        case Found(entry=entry):
            return entry.id
        case NotKnown(entry=gap):
            return gap.id if gap else ""
        case Near():
            return ""


def _same_subject(entry: Entry, winner: Entry | None) -> bool:
    """Place and year choose between them, and a phrasing need not say either."""
    return winner is not None and entry.subject is not None and entry.subject == winner.subject


def _asker_of(entry: Entry, library: Library) -> str | None:
    match entry.scope:
        case National():
            return None
        case Communal(community=community):
            return community
        case Regional(region=region):
            within = (c.id for c in library.communities.values() if c.hospitals[0].region == region)
            return next(within, None)
