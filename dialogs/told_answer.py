"""An answer told in a sentence: the option its words plainly name, and what is left of it for other questions."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogs.questions import Choice, Choices
from dialogs.reading_choices import LONGEST_TEXT, choose_one, choose_some, option_phrases
from dialogs.view import Field, View

_PARTS = re.compile(r"\s*(?:[,;\n]|\.(?=\s|$)|\b(?:og|and|samt|men|but)\b)\s*", re.IGNORECASE)
_BETWEEN_WORDS = r"[\s,;:.–-]+"
_LEADS_ON = re.compile(r"^(?:[\s,;:.–-]+|(?:og|and|men|but)\b)+", re.IGNORECASE)
_HEAD = re.compile(r"[^,;:.\n]+(?=[,;:.\n])")
_DENIES = re.compile(r"\b(?:ikke|ikkje|ingen|uten|utan|verken|not?|neither|without)\b", re.IGNORECASE)
_LEAST_LETTERS = 4
"""Of a word that names an option wherever it stands in a part."""


@dataclass(frozen=True, slots=True)
class Told:
    """Slot -> what is said for it; `rest` is what none of them holds."""

    raw: Mapping[str, str]
    rest: str


def told_answer(view: View, asked: Field, text: str) -> Told | None:
    """None where no option is plainly named: at the beginning for one of several, in a part for each of some."""
    if len(text) > LONGEST_TEXT or "?" in text:
        return None
    match asked.question.kind:
        case Choice():
            return _one(view, asked, text)
        case Choices():
            return _some(view, asked, text)
        case _:
            return None


def _one(view: View, asked: Field, text: str) -> Told | None:
    found: list[tuple[int, str]] = []
    for code, phrases in option_phrases(view, asked).items():
        ends = [
            said.end()
            for phrase in phrases
            if len(phrase) > 1 and not phrase.isdigit() and (said := _begins(phrase, text)) is not None
        ]
        found += [(max(ends), code)] if ends else []
    if not found and (head := _HEAD.match(text)) is not None and not head[0].strip().isdigit():
        named = choose_one(view, asked, head[0])
        found = [(head.end(), named)] if named is not None and len(head[0].strip()) >= _LEAST_LETTERS else []
    if not found:
        return None
    end, code = max(found)
    rest = _LEADS_ON.sub("", text[end:]).strip()
    is_tie = sum(1 for one, _ in found if one == end) > 1
    return None if is_tie or not rest else Told({asked.id: code}, rest)


def _begins(phrase: str, text: str) -> re.Match[str] | None:
    words = [re.escape(word).replace("sykehus", "s(?:y|ju)kehus") for word in re.findall(r"\w+", phrase)]
    if not words:
        return None
    return re.match(_BETWEEN_WORDS.join(words) + r"(?=[\s,;:.!]|$)", text.lstrip(), re.IGNORECASE)


def _some(view: View, asked: Field, text: str) -> Told | None:
    """Each part for the question it names an option of; figures belong to a question that asks how much."""
    if any(sign.isdigit() for sign in text):
        return None
    others = [
        field
        for field in view.fields_of(asked.instance)
        if field is not asked and isinstance(field.question.kind, Choices)
    ]
    chosen: dict[str, list[str]] = {}
    rest: list[str] = []
    for part in (part for part in _PARTS.split(text) if part.strip()):
        named = next(((f, codes) for f in (asked, *others) if (codes := _named(view, f, part))), None)
        if named is None:
            rest.append(part.strip())
        else:
            field, codes = named
            chosen[field.id] = [*chosen.get(field.id, ()), *codes]
    if asked.id not in chosen or not all(_is_possible(view, slot, codes) for slot, codes in chosen.items()):
        return None
    return Told({slot: ",".join(dict.fromkeys(codes)) for slot, codes in chosen.items()}, ", ".join(rest))


def _named(view: View, asked: Field, part: str) -> Sequence[str]:
    """What the part is called by, or the one option a word of which stands in it."""
    if _DENIES.search(part):
        return ()
    whole = choose_some(view, asked, part)
    if whole:
        return whole
    said = part.casefold()
    codes = [
        code
        for code, phrases in option_phrases(view, asked).items()
        if any(
            len(phrase) >= _LEAST_LETTERS and re.search(rf"\b{re.escape(phrase)}\b", said)
            for phrase in phrases
        )
    ]
    return codes if len(codes) == 1 else ()


def _is_possible(view: View, slot: str, codes: Sequence[str]) -> bool:
    kind = view.field_by_id[slot].question.kind
    alone = kind.alone if isinstance(kind, Choices) else None
    return alone not in codes or len(set(codes)) == 1
