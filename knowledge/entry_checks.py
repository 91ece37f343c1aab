"""What a curator may not get wrong, each rule by itself; a fault names its entry and says what to mend."""

# Norwegian on purpose: words that are looked for in curated texts, never words that people read from here.

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import assert_never

from dialogs.evidence import Language
from dialogs.places import Community
from knowledge.entry import LANGUAGES, Communal, Entry, National, Regional, Scope

Entries = Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Fault:
    entry: str
    what: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.what}"


def names(entries: Entries, fields: Collection[str], communities: Mapping[str, Community]) -> Iterator[Fault]:
    """Everything that is pointed at is there, and no two titles are the same."""
    for entry in entries.values():
        for related in entry.related:
            if related not in entries:
                yield Fault(entry.id, f"related: there is no {related}")
            if related == entry.id:
                yield Fault(entry.id, "related: points at itself")
        for field in entry.fields:
            if field not in fields:
                yield Fault(entry.id, f"fields: the form has no {field}")
        if isinstance(entry.scope, Communal) and entry.scope.community not in communities:
            yield Fault(entry.id, f"scope: there is no helsefellesskap {entry.scope.community}")
    for language in LANGUAGES:
        titles = Counter(entry.question.in_language(language) for entry in entries.values())
        for entry in entries.values():
            if titles[entry.question.in_language(language)] > 1:
                yield Fault(entry.id, f"question.{language}: another entry asks the same")


def subjects(entries: Entries) -> Iterator[Fault]:
    """Place and year choose among entries of one subject: one must be left for every other place and year."""
    by_subject: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.subject is not None:
            by_subject[entry.subject].append(entry)
    for subject, members in by_subject.items():
        anywhere = [e for e in members if isinstance(e.scope, National) and e.validity.year is None]
        if len(anywhere) != 1:
            yield Fault(
                members[0].id, f"subject {subject}: {len(anywhere)} entries are national and of no year"
            )
        if len(members) == 1:
            yield Fault(members[0].id, f"subject {subject}: has no other entry")
        for first, second in combinations(members, 2):
            if (first.scope, first.validity.year) == (second.scope, second.validity.year):
                yield Fault(second.id, f"subject {subject}: same scope and year as {first.id}")


_SAY_NOTHING = {
    *("helsefellesskapet", "helsefellesskap", "helse", "rhf", "health", "community", "area", "southern"),
    *("i", "og", "til", "and", "the"),
}
_TELLING_LETTERS = 5
"""Of a place's name: «Bergensområdet» and «Bergen» are the same place, «Midt-Norge» and «Midt-Noreg» too."""


def says_whose(text: str, scope: Scope, language: Language, communities: Mapping[str, Community]) -> bool:
    """Whether the text names the place it is about, so that nobody takes it for a rule of theirs."""
    match scope:
        case National():
            return True
        case Regional():
            name: str = scope.region
        case Communal():
            known = communities.get(scope.community)
            name = known.name.in_language(language) if known else scope.community
        case _:
            assert_never(scope)
    telling = [word[:_TELLING_LETTERS] for word in name.casefold().split() if word not in _SAY_NOTHING]
    return any(word in text.casefold() for word in telling)


def titles_say_whose(entries: Entries, communities: Mapping[str, Community]) -> Iterator[Fault]:
    for entry in entries.values():
        for language in LANGUAGES:
            if not says_whose(entry.question.in_language(language), entry.scope, language, communities):
                yield Fault(entry.id, f"question.{language}: does not say whose it is")
