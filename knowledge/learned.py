"""The learned finder: ranks topics, lets place and year choose the entry, and knows when it does not know."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dialogs.findings import Finding, Near, NotKnown
from knowledge.choosing import MOST_LOOKED_AT, MOST_SUGGESTED, Chooser, Likely
from knowledge.embedding import Embedder
from knowledge.finding import Asked, ref, shown
from knowledge.learning import STRANGE
from knowledge.library import Library
from knowledge.masking import masked
from knowledge.ranker import AtSight, Ranker, Scores, embedded
from knowledge.whereabouts import Gazetteer

LONGEST_READ = 1_500
"""Characters of a question that are looked at."""


@dataclass(frozen=True, slots=True)
class Gate:
    """When to answer, to suggest, or to say that it is not known. Chosen on the questions that are for choosing."""

    sharpness: float = 24.0
    """Makes shares of the scores: the larger, the more the first takes."""
    answers_from: float = 0.25
    ahead_by: float = 0.3
    unknown_ahead_by: float = 0.4
    """Before it is said alone that something is not known: while in doubt, what may be known is offered beside."""
    strange_from: float = 0.65
    """The share of what no entry answers, from which nothing is suggested either."""
    sure_by: float = 0.1
    """How far before every other topic the first is by letters and words alone, where the meaning is not asked for."""
    sure_unknown_by: float = 0.115
    sure_strange_by: float = 0.16


class LearnedFinder:
    def __init__(
        self,
        library: Library,
        gazetteer: Gazetteer,
        ranker: Ranker,
        embedder: Embedder | None,
        gate: Gate = Gate(),
    ) -> None:
        self._chooser = Chooser(library.entries, gazetteer)
        self._gazetteer = gazetteer
        self._ranker = ranker
        self._embedder = embedder
        self._gate = gate
        self._is_strange = np.array([topic.startswith(STRANGE) for topic in ranker.topics])

    def find(self, asked: Asked) -> Finding:
        text = asked.text[:LONGEST_READ]
        if not any(letter.isalnum() for letter in text):
            return NotKnown()
        bare = masked(text, self._gazetteer)
        seen = self._ranker.at_sight([bare])
        return self._sure(asked, seen.scores[0]) or self._weighed(asked, bare, seen)

    def _sure(self, asked: Asked, scores: Scores) -> Finding | None:
        """What letters and words leave no doubt about: most of the time is the vector of the question."""
        second, first = np.argsort(scores)[-2:]
        ahead = scores[first] - scores[second]
        if self._is_strange[first]:
            ahead = scores[first] - scores[~self._is_strange].max(initial=0.0)
            return NotKnown() if ahead >= self._gate.sure_strange_by else None
        if ahead < self._gate.sure_by:
            return None
        likely = self._chooser.likely(asked, [(self._ranker.topics[first], 1.0)])
        if not likely or (likely[0][0].kind != "answer" and ahead < self._gate.sure_unknown_by):
            return None
        return shown(likely[0][0]) if self._chooser.stands_alone(asked, likely[0][0]) else None

    def _weighed(self, asked: Asked, bare: str, seen: AtSight) -> Finding:
        (scores,) = self._ranker.score(seen, embedded([bare], self._embedder))
        raised = np.exp(self._gate.sharpness * (scores - scores.max()))
        shares: Scores = raised / raised.sum()
        if shares[self._is_strange].sum() >= self._gate.strange_from:
            return NotKnown()
        first = np.argsort(-shares)[:MOST_LOOKED_AT]
        ranked = ((self._ranker.topics[place], float(shares[place])) for place in first)
        return self._judged(asked, self._chooser.likely(asked, ranked))

    def _judged(self, asked: Asked, likely: Likely) -> Finding:
        if not likely:
            return NotKnown()
        (first, share), *others = likely
        ahead = share - (others[0][1] if others else 0.0)
        needed = self._gate.ahead_by if first.kind == "answer" else self._gate.unknown_ahead_by
        is_clear = share >= self._gate.answers_from and ahead >= needed
        if is_clear and self._chooser.stands_alone(asked, first):
            return shown(first)
        return Near(tuple(ref(entry) for entry, _ in likely[:MOST_SUGGESTED]))
