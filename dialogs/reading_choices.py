"""Reads choices as people name them: by number, by name in any language, by another name, and with typos."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from dialogs import questions
from dialogs.person import LANGUAGES, Language
from dialogs.places import Community
from dialogs.texts.catalogues import Texts
from dialogs.view import OTHER_COMMUNITY, Field, View

BETWEEN = re.compile(r"\s*(?:[,;\n]|\b(?:og|and|&)\b)\s*")
LIKE_ENOUGH = 86
LONGEST_TEXT = 1_000
"""Characters; all options of the longest list by their full names take about 600."""

Phrases = Mapping[str, Sequence[str]]


def fold(text: str) -> str:
    """With «sjukehus» as «sykehus»: proper names are written one way, and said in two."""
    said = text.casefold().replace("\u00a0", " ").replace("sjukehus", "sykehus")
    return " ".join(said.strip(" .!«»\"'").split())


def option_phrases(view: View, asked: Field) -> dict[str, list[str]]:
    """How each option may be named, in every language: code -> phrases, folded."""
    return {
        code: [fold(words) for words in _phrases(view, asked, code, proper)]
        for code, proper in view.options(asked)
    }


def names_an_option(view: View, asked: Field, text: str) -> bool:
    """Whether the text is just what an option is called. Such a word is an answer, also where it is a command."""
    if not isinstance(asked.question.kind, questions.Choice | questions.Choices) or len(text) > LONGEST_TEXT:
        return False
    said = fold(text)
    return any(said in phrases for phrases in option_phrases(view, asked).values())


def choose_one(view: View, asked: Field, text: str) -> str | None:
    """The code, or None where none or several may be meant."""
    if len(text) > LONGEST_TEXT:
        return None
    found = _match(option_phrases(view, asked), text)
    return found[0] if len(found) == 1 else None


def choose_some(view: View, asked: Field, text: str) -> list[str] | None:
    """The codes in the form's order, or None where some part of the text names no one option."""
    if len(text) > LONGEST_TEXT:
        return None
    phrases = option_phrases(view, asked)
    whole = _match(phrases, text)
    parts = [text] if len(whole) == 1 else [part for part in BETWEEN.split(text) if part.strip()]
    if len(parts) == 1 and re.fullmatch(r"[0-9 ]+", text):
        parts = text.split()
    chosen, parts = _named_with_and(phrases, parts)
    for part in parts:
        found = _match(phrases, part)
        if len(found) != 1:
            return None
        chosen.add(found[0])
    return [code for code in phrases if code in chosen]


def _named_with_and(phrases: Mapping[str, Sequence[str]], parts: list[str]) -> tuple[set[str], list[str]]:
    """«Evje og Hornnes» is one name: its pieces are put together before each part is looked at alone."""
    folded = [fold(part) for part in parts]
    chosen: set[str] = set()
    for code, said in phrases.items():
        for pieces in ([fold(piece) for piece in BETWEEN.split(name)] for name in said):
            size = len(pieces)
            at = next((n for n in range(len(folded)) if folded[n : n + size] == pieces), None)
            if size > 1 and at is not None:
                chosen.add(code)
                del folded[at : at + size], parts[at : at + size]
    return chosen, parts


def _phrases(view: View, asked: Field, code: str, proper: str | None) -> list[str]:
    if proper is not None:
        return [proper]
    community = view.context.communities.get(code) if asked.question.name == "community" else None
    if community is not None:
        return _names(community)
    return _option(view.context.texts, f"o-{asked.question.name}-{code}")


def community_phrases(communities: Mapping[str, Community], texts: Texts) -> Phrases:
    """How each helsefellesskap may be named, also by its hospital, in the order of a list; folded."""
    named = {code: _names(community) for code, community in communities.items()}
    named[OTHER_COMMUNITY] = _option(texts, f"o-community-{OTHER_COMMUNITY}")
    return {code: [fold(name) for name in names] for code, names in named.items()}


def choose_among(phrases: Phrases, text: str) -> str | None:
    """The code, or None where none or several may be meant."""
    found = _match(phrases, text) if len(text) <= LONGEST_TEXT else []
    return found[0] if len(found) == 1 else None


def _names(community: Community) -> list[str]:
    names = [community.name.in_language(language) for language in LANGUAGES]
    return [*names, *community.registry.also_called, *(h.name for h in community.hospitals)]


def _option(texts: Texts, key: str) -> list[str]:
    said = [texts.optional(language, key) for language in LANGUAGES]
    more = [word for language in LANGUAGES for word in _synonyms(texts, language, f"{key}.synonyms")]
    return [words for words in (*said, *more) if words]


def _synonyms(texts: Texts, language: Language, key: str) -> Sequence[str]:
    words = texts.optional(language, key)
    return [w.strip() for w in words.split("|")] if words else []


def _match(phrases: Phrases, text: str) -> list[str]:
    """Codes the text may name: exactly one is sure, several is a tie, none is unknown."""
    wanted = fold(text)
    if text in phrases:
        return [text]
    exact = [code for code, said in phrases.items() if wanted in said]
    if exact:
        return exact
    number = wanted.rstrip(".)")
    if number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(phrases):
        return [list(phrases)[int(number[:4]) - 1]]
    if len(wanted) < 3:
        return []
    begins = [code for code, said in phrases.items() if any(s.startswith(wanted) for s in said)]
    if begins:
        return begins
    scored = [(max(fuzz.ratio(wanted, s) for s in said), code) for code, said in phrases.items() if said]
    best = max(scored, default=(0.0, ""))[0]
    return [code for score, code in scored if score >= LIKE_ENOUGH and score >= best - 4]
