"""Reads what stands in one field, from a card or typed, into the value its kind stores."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, assert_never

from rapidfuzz import fuzz, process

from dialogs import amounts, full_time_equivalents, periods, questions
from dialogs.municipality_names import found_in, read_municipalities
from dialogs.municipality_reading import Ambiguous, Found, Unknown
from dialogs.person import LANGUAGES, Language
from dialogs.view import Field, View

MAX_TYPED = 20_000
_EMAIL = re.compile(r"[^\s@<>,;\"'()]{1,64}@[^\s@<>,;\"'()]+\.[^\s@<>,;\"'().]{2,}")
_BETWEEN = re.compile(r"\s*(?:[,;\n]|\b(?:og|and|&)\b)\s*")
LIKE_ENOUGH = 86


@dataclass(frozen=True, slots=True)
class Taken:
    value: Any


@dataclass(frozen=True, slots=True)
class Wrong:
    """The code of a sentence under `e-<code>`, with its values."""

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Several:
    """One text for several slots, to be shown before it is taken: slot -> value."""

    values: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Doubted:
    """Probably this value; ask."""

    value: int


@dataclass(frozen=True, slots=True)
class InThePast:
    value: Any


@dataclass(frozen=True, slots=True)
class Unclear:
    """Part of the text names more than one place."""

    understood: tuple[str, ...]
    choices: tuple[str, ...]
    rest: tuple[str, ...] = ()


Reading = Taken | Wrong | Several | Doubted | InThePast | Unclear


def read(view: View, asked: Field, raw: str, today: date) -> Reading:
    """`raw` is clean text (no control characters), at most MAX_TYPED characters. Never raises for any of it."""
    text = raw.strip()
    if not text:
        return Wrong("empty")
    kind = asked.question.kind
    match kind:
        case questions.Text():
            if len(text) > kind.maximum:
                return Wrong("too_long", {"length": len(text), "maximum": kind.maximum})
            return Taken(text if kind.multiline else " ".join(text.split()))
        case questions.Choice():
            return _choice(view, asked, text)
        case questions.Choices():
            return _choices(view, asked, kind, text)
        case questions.Municipalities():
            return _municipalities(view, text)
        case questions.Names():
            return _names(kind, text)
        case questions.Nok():
            return _nok(view, asked, text)
        case questions.FullTimeEquivalents():
            return _full_time(view, asked, text)
        case questions.Hours():
            hours = amounts.read_hours(text)
            return (
                Taken(hours.half_hours) if isinstance(hours, amounts.Hours) else Wrong(f"hours_{hours.code}")
            )
        case questions.PeriodOfTime():
            period = periods.read_period(text, today=today)
            if isinstance(period, periods.Refused):
                return Wrong(f"period_{period.code}")
            value = [period.first.isoformat(), period.last.isoformat()]
            return InThePast(value) if periods.starts_in_the_past(period, today) else Taken(value)
        case questions.Day():
            day = periods.read_date(text, today=today)
            return Wrong(f"date_{day.code}") if isinstance(day, periods.Refused) else Taken(day.isoformat())
        case questions.Email():
            return Taken(text) if len(text) <= 254 and _EMAIL.fullmatch(text) else Wrong("email")
        case questions.Phone():
            digits = re.sub(r"[\s().-]", "", text)
            return (
                Taken(" ".join(text.split())) if re.fullmatch(r"\+?[0-9]{5,15}", digits) else Wrong("phone")
            )
        case _:
            assert_never(kind)


def option_phrases(view: View, asked: Field) -> dict[str, list[str]]:
    """How each option may be named, in every language: code -> phrases."""
    return {code: _phrases(view, asked, code, proper) for code, proper in view.options(asked)}


def _phrases(view: View, asked: Field, code: str, proper: str | None) -> list[str]:
    if proper is not None:
        return [proper]
    community = view.context.communities.get(code) if asked.question.name == "community" else None
    if community is not None:
        names = [community.name.in_language(language) for language in LANGUAGES]
        return [*names, *community.registry.also_called, *(h.name for h in community.hospitals)]
    key = f"o-{asked.question.name}-{code}"
    said = [view.context.texts.optional(language, key) for language in LANGUAGES]
    more = [word for language in LANGUAGES for word in _synonyms(view, language, f"{key}.synonyms")]
    return [words for words in (*said, *more) if words]


def _synonyms(view: View, language: Language, key: str) -> Sequence[str]:
    words = view.context.texts.optional(language, key)
    return [w.strip() for w in words.split("|")] if words else []


def _match(phrases: Mapping[str, Sequence[str]], text: str) -> list[str]:
    """Codes the text may name: exactly one is sure, several is a tie, none is unknown."""
    wanted = _fold(text)
    if text in phrases:
        return [text]
    exact = [code for code, said in phrases.items() if wanted in map(_fold, said)]
    if exact:
        return exact
    if wanted.rstrip(".").isdigit() and 1 <= int(wanted.rstrip(".")[:4]) <= len(phrases):
        return [list(phrases)[int(wanted.rstrip(".")[:4]) - 1]]
    if len(wanted) < 3:
        return []
    begins = [code for code, said in phrases.items() if any(_fold(s).startswith(wanted) for s in said)]
    if begins:
        return begins
    scored = [
        (max(fuzz.ratio(wanted, _fold(s)) for s in said), code) for code, said in phrases.items() if said
    ]
    return [code for score, code in scored if score >= LIKE_ENOUGH and score >= max(scored)[0] - 4]


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("\u00a0", " ").strip(" .!«»\"'").split())


def _choice(view: View, asked: Field, text: str) -> Reading:
    found = _match(option_phrases(view, asked), text)
    return Taken(found[0]) if len(found) == 1 else Wrong("choose_one")


def _choices(view: View, asked: Field, kind: questions.Choices, text: str) -> Reading:
    phrases = option_phrases(view, asked)
    whole = _match(phrases, text)
    parts = [text] if len(whole) == 1 else [p for p in _BETWEEN.split(text) if p.strip()]
    if len(parts) == 1 and re.fullmatch(r"[0-9 ]+", text):
        parts = text.split()
    chosen: set[str] = set()
    for part in parts:
        found = _match(phrases, part)
        if len(found) != 1:
            return Wrong("choose_some", {"part": part[:80]})
        chosen.add(found[0])
    if kind.alone in chosen and len(chosen) > 1:
        return Wrong("choose_alone")
    return Taken([code for code in phrases if code in chosen])


def _municipalities(view: View, text: str) -> Reading:
    known = view.context.municipalities
    numbers = [part.strip() for part in text.split(",")]
    if all(number in known for number in numbers):
        return Taken(list(dict.fromkeys(numbers)))
    parts = read_municipalities(text, known)
    for at, part in enumerate(parts):
        match part.reading:
            case Ambiguous(choices=choices):
                understood = tuple(m.number for m in found_in(parts[:at]))
                return Unclear(
                    understood, tuple(m.number for m in choices), tuple(p.text for p in parts[at + 1 :])
                )
            case Unknown(near=near):
                return Wrong("municipality_near" if near else "municipality")
            case Found():
                pass
            case _:
                assert_never(part.reading)
    return Taken([m.number for m in found_in(parts)])


def _names(kind: questions.Names, text: str) -> Reading:
    names = [" ".join(n.split()) for n in re.split(r"[\n;]", text) if n.strip()]
    longest = max((len(n) for n in names), default=0)
    if longest > kind.maximum:
        return Wrong("too_long", {"length": longest, "maximum": kind.maximum})
    return Taken(list(dict.fromkeys(names))) if names else Wrong("empty")


def _nok(view: View, asked: Field, text: str) -> Reading:
    amount = amounts.read_amount(text)
    match amount:
        case amounts.Amount():
            return Taken(amount.nok)
        case amounts.Doubtful():
            return Doubted(amount.nok)
        case amounts.Refused():
            return Wrong(f"amount_{amount.code}")
        case amounts.PerYear():
            return _over_years(view, asked, amount.nok, amount.years)
        case amounts.Each():
            return _over_parties(view, asked, amount.nok)
        case _:
            assert_never(amount)


def _full_time(view: View, asked: Field, text: str) -> Reading:
    share = full_time_equivalents.read_full_time_equivalents(text)
    match share:
        case full_time_equivalents.FullTimeEquivalents():
            return Taken(share.thousandths)
        case full_time_equivalents.FullTimeEquivalentsInYears():
            return _over_years(view, asked, share.thousandths, share.years)
        case full_time_equivalents.Refused():
            return Wrong(f"full_time_{share.code}")
        case _:
            assert_never(share)


def _siblings(view: View, asked: Field) -> list[Field]:
    """The same question for the same party in each year."""
    return [f for f in view.fields if f.question is asked.question and f.slot.party == asked.slot.party]


def _over_years(view: View, asked: Field, value: int, years: int | None) -> Reading:
    fields = _siblings(view, asked) if asked.question.by_year else [asked]
    if years is not None and years != len(fields):
        return Wrong("years_differ", {"said": years, "years": len(fields)})
    return Taken(value) if len(fields) == 1 else Several({f.id: value for f in fields})


def _over_parties(view: View, asked: Field, value: int) -> Reading:
    """«hver»: each party of the same kind, in the one year there is."""
    kinds = {p.id: p.kind for p in view.parties()}
    if asked.slot.party is None or (asked.question.by_year and len(_siblings(view, asked)) > 1):
        return Wrong("amount_one_amount")
    fields = [
        f
        for f in view.fields
        if f.question is asked.question and kinds.get(f.slot.party or "") == kinds[asked.slot.party]
    ]
    return Several({f.id: value for f in fields}) if len(fields) > 1 else Taken(value)


def nearest(view: View, phrases: Mapping[str, Sequence[str]], wanted: str, limit: int = 5) -> list[str]:
    """Codes whose phrases come nearest what was typed; best first, none that is far off."""
    flat = [(said, code) for code, ways in phrases.items() for said in ways]
    found = process.extract(
        _fold(wanted), [_fold(said) for said, _ in flat], scorer=fuzz.WRatio, limit=12, score_cutoff=72
    )
    best = max((score for _, score, _ in found), default=0)
    return list(dict.fromkeys(flat[at][1] for _, score, at in found if score >= best - 6))[:limit]
