"""Finds entries by the letters they share with a question: what answers until the learned finder is ready."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from dialogs.findings import Finding, Near, NotKnown
from knowledge.choosing import MOST_LOOKED_AT, MOST_SUGGESTED, Chooser, topic_of
from knowledge.entry import LANGUAGES, Entry
from knowledge.finding import Asked, ref, shown
from knowledge.whereabouts import Gazetteer

LIKE_ENOUGH_TO_ANSWER = 0.62
LIKE_ENOUGH_TO_SUGGEST = 0.3
CLEARLY_NEARER = 0.1
"""How much nearer the first must be than the second to be shown alone."""
LONGEST_READ = 1_000
"""Characters of a question that are looked at."""
_WORD = re.compile(r"\w+")
_GRAM = 4


class LexicalFinder:
    """Cosine over weighted letter sequences, against each title and phrasing."""

    def __init__(self, entries: Mapping[str, Entry], gazetteer: Gazetteer) -> None:
        self._chooser = Chooser(entries, gazetteer)
        texts = [(entry, text) for entry in entries.values() for text in _texts(entry)]
        counted = [Counter(_grams(text)) for _, text in texts]
        document_frequency = Counter(gram for grams in counted for gram in grams)
        self._weights = {
            gram: math.log(len(texts) / (1 + count)) + 1 for gram, count in document_frequency.items()
        }
        self._topics = [topic_of(entry) for entry, _ in texts]
        self._index: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, grams in enumerate(counted):
            for gram, weight in self._normalised(grams).items():
                self._index[gram].append((number, weight))

    def find(self, asked: Asked) -> Finding:
        likely = self._chooser.likely(asked, self._nearest(asked.text[:LONGEST_READ]))
        if not likely:
            return NotKnown()
        (first, likeness), *others = likely
        second = others[0][1] if others else 0.0
        is_clear = likeness >= LIKE_ENOUGH_TO_ANSWER and likeness - second >= CLEARLY_NEARER
        if is_clear and self._chooser.stands_alone(asked, first):
            return shown(first)
        return Near(tuple(ref(entry) for entry, _ in likely[:MOST_SUGGESTED]))

    def _nearest(self, text: str) -> list[tuple[str, float]]:
        """Topics with how like their nearest wording is, for what is like enough."""
        likeness: dict[int, float] = defaultdict(float)
        for gram, weight in self._normalised(Counter(_grams(text))).items():
            for number, other in self._index.get(gram, ()):
                likeness[number] += weight * other
        best: dict[str, float] = defaultdict(float)
        for number, like in likeness.items():
            topic = self._topics[number]
            best[topic] = max(best[topic], like)
        ranked = sorted(best.items(), key=lambda pair: -pair[1])[:MOST_LOOKED_AT]
        return [(topic, like) for topic, like in ranked if like >= LIKE_ENOUGH_TO_SUGGEST]

    def _normalised(self, grams: Mapping[str, int]) -> dict[str, float]:
        known = {
            gram: (1 + math.log(count)) * self._weights[gram]
            for gram, count in grams.items()
            if gram in self._weights
        }
        length = math.sqrt(sum(weight * weight for weight in known.values()))
        return {gram: weight / length for gram, weight in known.items()}


def _texts(entry: Entry) -> list[str]:
    return [
        text
        for language in LANGUAGES
        for text in (entry.question.in_language(language), *entry.phrasings.in_language(language))
    ]


def _grams(text: str) -> list[str]:
    """Whole words and the letter sequences within them, so that a slip of the finger costs little."""
    grams = []
    for word in _WORD.findall(text.casefold()):
        grams.append(word)
        padded = f"^{word}$"
        grams += [padded[at : at + _GRAM] for at in range(max(1, len(padded) - _GRAM + 1))]
    return grams
