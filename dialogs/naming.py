"""Which field a person means by what they call it: by label, other names, party, year, line, and with typos."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from dialogs.person import LANGUAGES
from dialogs.reading_choices import fold
from dialogs.showing import line_name
from dialogs.view import Field, Instance, View

LIKE_ENOUGH = 78
ABOUT_AS_LIKE = 5
PART_OF_A_NAME = 4
"""Letters: fewer are in too many names by chance."""
MOST_NAMED = 6


def fields_named(view: View, wanted: str) -> list[Field]:
    """The fields that may be meant, likeliest first; one is sure, several are a tie, none is unknown.

    A page's name means its first field, and a name without a party means the field of each party.
    """
    said = fold(wanted)
    phrases = [(field, [fold(name) for name in names]) for field, names in _phrases(view)]
    exact = [field for field, names in phrases if said in names]
    if exact:
        return exact[:MOST_NAMED]
    scored = [
        (max((_likeness(said, name) for name in names), default=0.0), field) for field, names in phrases
    ]
    best = max((score for score, _ in scored), default=0.0)
    if best >= LIKE_ENOUGH:
        return [field for score, field in scored if score >= best - ABOUT_AS_LIKE][:MOST_NAMED]
    if len(said) < PART_OF_A_NAME:
        return []
    return [
        field
        for field, names in phrases
        if any(said in name or name in said for name in names if len(name) >= PART_OF_A_NAME)
    ][:MOST_NAMED]


def names_a_field(view: View, wanted: str) -> bool:
    """Whether it is a field's name and hardly anything else: a text for the form may begin like a command."""
    said = fold(wanted)
    return any(_likeness(said, fold(name)) >= LIKE_ENOUGH for _, names in _phrases(view) for name in names)


def _likeness(said: str, name: str) -> float:
    return float(max(fuzz.ratio(said, name), fuzz.token_sort_ratio(said, name)))


def _phrases(view: View) -> Iterator[tuple[Field, list[str]]]:
    for instance in view.instances():
        for place, field in enumerate(view.fields_of(instance)):
            names = _names(view, f"q-{field.question.name}.label", f"q-{field.question.name}.synonyms")
            if place == 0:
                names += _names(view, f"p-{instance.page.name}", "")
            called = _called(view, instance)
            lines = [*called] if place == 0 else []
            lines += [f"{name} {line}" for line in called for name in names]
            yield field, [*lines, *_with_place(view, field, instance, names)]


def _called(view: View, instance: Instance) -> list[str]:
    """«Bil og utstyr 2027», «Bil og utstyr»: a line by what it is called, for this year where there are several."""
    if instance.line is None:
        return []
    whole = line_name(view, instance, "nb")
    called, _, year = whole.rpartition(", ")
    return [f"{called} {year}", called] if year.isdigit() else [whole]


def _names(view: View, label: str, synonyms: str) -> list[str]:
    texts = view.context.texts
    names = [texts.say(language, label) for language in LANGUAGES]
    for language in LANGUAGES:
        more = texts.optional(language, synonyms) if synonyms else None
        names += [name.strip() for name in more.split("|")] if more else []
    return list(dict.fromkeys(names))


def _with_place(view: View, field: Field, instance: Instance, names: Sequence[str]) -> list[str]:
    """«beløp», «beløp 2», «søknadsbeløp Bygland 2028», «epost Sørlandet»."""
    party = view.party_name(instance.party) if instance.party else ""
    year = str(field.slot.year) if field.slot.year and len(view.years()) > 1 else ""
    lines = view.lines(instance.page.name)
    line = str(lines.index(instance.line) + 1) if instance.line in lines else ""
    placed = [" ".join(p for p in (name, party, line, year) if p) for name in names]
    parts = [party, year, *(word for word in party.split() if len(word) >= PART_OF_A_NAME)]
    return [*placed, *names, *(f"{name} {part}" for part in parts if part for name in names)]
