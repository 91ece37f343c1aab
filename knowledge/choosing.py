"""From ranked topics to entries: what each finder has in common, however it ranks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from knowledge.entry import Entry
from knowledge.finding import Asked
from knowledge.scoping import Situation, best_fitting, covers_all_named, holds_everywhere
from knowledge.whereabouts import Gazetteer
from knowledge.years import leaves_year_open

MOST_SUGGESTED = 3
MOST_LOOKED_AT = 12
"""Topics, the likeliest first, among which entries for the asker's place and year are sought."""

Likely = list[tuple[Entry, float]]
"""Entries that may be shown to the asker, the likeliest first."""


def topic_of(entry: Entry) -> str:
    """Entries of one subject are one topic: place and year choose among them afterwards, by rule."""
    return entry.subject or entry.id


class Chooser:
    def __init__(self, entries: Mapping[str, Entry], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._by_topic: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries.values():
            self._by_topic[topic_of(entry)].append(entry)

    def likely(self, asked: Asked, ranked: Iterable[tuple[str, float]]) -> Likely:
        """`ranked` are topics, the likeliest first."""
        situation = Situation.of(asked, self._gazetteer)
        chosen = ((best_fitting(self._by_topic.get(topic, ()), situation), share) for topic, share in ranked)
        return [(entry, share) for entry, share in chosen if entry is not None]

    def stands_alone(self, asked: Asked, entry: Entry) -> bool:
        """Whether it may be shown by itself, and not only be offered by its title, which says whose it is.

        What holds for one place or year may not where another one can be meant, understood or not.
        """
        if holds_everywhere(entry):
            return True
        situation = Situation.of(asked, self._gazetteer)
        return (
            not leaves_year_open(asked.text, situation.years)
            and covers_all_named(entry, situation)
            and not self._gazetteer.leaves_open(asked.text)
        )
