"""Which party of the application a name means, in a table or typed: in full, in short, by its kind, and with typos."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from dialogs.person import LANGUAGES
from dialogs.questions import Choice
from dialogs.spelling import key
from dialogs.view import Field, Party, View

LIKE_ENOUGH = 86
CLEARLY_BEFORE = 6
FEWEST_LETTERS = 4
LONGEST_NAME = 120
MOST_WORDS = 4
"""Of a text that only says which party it is."""
_DENIES = frozenset(("ikke", "ikkje", "not", "unntatt", "unnateke", "uten", "utan", "without"))
_ENDING = re.compile(r" (hf|helseforetak|kommune)$")


def party_meant(view: View, asked: Field, text: str) -> str:
    """«vi i Kvinesdal» and the like, where a party is asked for, as that party's id; any other text as it is."""
    words = text.split()
    is_asked = isinstance(asked.question.kind, Choice) and asked.question.kind.options == "parties"
    if not is_asked or len(words) > MOST_WORDS or not _DENIES.isdisjoint(text.casefold().split()):
        return text
    names = PartyNames(view)
    pairs = combinations(range(len(words) + 1), 2)
    named = [names.named(" ".join(words[first:last])) for first, last in pairs]
    sure = {found[0] for found in named if len(found) == 1}
    return sure.pop() if len(sure) == 1 else text


class PartyNames:
    """Made for one reading: names are folded once."""

    def __init__(self, view: View) -> None:
        self._names = {party.id: frozenset(_names_of(party)) for party in view.parties()}
        self._initials = {party.id: frozenset(_initials_of(party)) for party in view.parties()}
        self._by_kind = {}
        for kind in ("hospital", "municipality"):
            of_kind = [party.id for party in view.parties() if party.kind == kind]
            for language in LANGUAGES:
                for word in view.context.texts.phrases(language, f"c-the-{kind}"):
                    self._by_kind[key(word)] = of_kind
        self._known: dict[str, tuple[str, ...]] = {}

    def named(self, text: str) -> tuple[str, ...]:
        """Ids of the parties it may mean: one is sure, several are a tie, none is unknown."""
        if text not in self._known:
            self._known[text] = self._look(text) if 0 < len(text) <= LONGEST_NAME else ()
        return self._known[text]

    def _look(self, text: str) -> tuple[str, ...]:
        said = key(text)
        short = _ENDING.sub("", said)
        exact = tuple(party for party, names in self._names.items() if said in names or short in names)
        if exact:
            return exact
        if text.strip().isupper():
            by_initials = tuple(party for party, initials in self._initials.items() if said in initials)
            if by_initials:
                return by_initials
        if said in self._by_kind:
            return tuple(self._by_kind[said])
        if len(short) < FEWEST_LETTERS:
            return ()
        begins = tuple(
            party for party, names in self._names.items() if any(n.startswith(f"{short} ") for n in names)
        )
        return begins or self._near(short)

    def _near(self, said: str) -> tuple[str, ...]:
        scored = sorted(
            ((max(fuzz.ratio(said, name) for name in names), party) for party, names in self._names.items()),
            reverse=True,
        )
        best = scored[0][0] if scored else 0.0
        if best < LIKE_ENOUGH:
            return ()
        return tuple(party for score, party in scored if score > best - CLEARLY_BEFORE)


def _names_of(party: Party) -> Iterator[str]:
    yield key(party.name)
    yield _ENDING.sub("", key(party.name))


def _initials_of(party: Party) -> Iterator[str]:
    """«SSHF», «UNN»."""
    words = [word for word in key(party.name).split() if word not in ("hf", "og")]
    if len(words) > 1:
        initials = "".join(word[0] for word in words)
        yield initials
        yield f"{initials}hf"
