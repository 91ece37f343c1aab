"""Reads what stands in one field, from a card or typed, into the value its kind stores."""

from __future__ import annotations

import re
from datetime import date
from typing import assert_never

from dialogs import periods, questions
from dialogs.municipality_names import found_in, read_municipalities
from dialogs.municipality_reading import Ambiguous, Found, Unknown
from dialogs.plain_text import is_blank
from dialogs.reading_choices import choose_one, choose_some
from dialogs.reading_numbers import read_full_time, read_hours, read_nok
from dialogs.readings import InThePast, Reading, Taken, Unclear, Wrong
from dialogs.view import Field, View

MAX_TYPED = 20_000
_EMAIL = re.compile(r"[^\s@<>,;\"'()]{1,64}@[^\s@<>,;\"'()]+\.[^\s@<>,;\"'().]{2,}")


def read(view: View, asked: Field, raw: str, today: date) -> Reading:
    """`raw` is clean text (no control characters), at most MAX_TYPED characters. Never raises for any of it."""
    where = (asked.id, raw, today)
    if where not in view.readings:
        view.readings[where] = _read(view, asked, raw, today)
    return view.readings[where]


def _read(view: View, asked: Field, raw: str, today: date) -> Reading:
    text = raw.strip()
    if is_blank(text):
        return Wrong("empty")
    kind = asked.question.kind
    match kind:
        case questions.Text():
            return _text(kind, text)
        case questions.Choice():
            chosen = choose_one(view, asked, text)
            return Taken(chosen) if chosen is not None else Wrong("choose_one")
        case questions.Choices():
            return _choices(view, asked, kind, text)
        case questions.Municipalities():
            return _municipalities(view, kind, text)
        case questions.Names():
            return _names(kind, text)
        case questions.Nok():
            return read_nok(view, asked, text)
        case questions.FullTimeEquivalents():
            return read_full_time(view, asked, text)
        case questions.Hours():
            return read_hours(text)
        case questions.PeriodOfTime():
            return _period(text, today)
        case questions.Day():
            return _day(text, today)
        case questions.Email():
            return Taken(text) if len(text) <= 254 and _EMAIL.fullmatch(text) else Wrong("email")
        case questions.Phone():
            digits = re.sub(r"[\s().-]", "", text)
            is_phone = re.fullmatch(r"\+?[0-9]{5,15}", digits)
            return Taken(" ".join(text.split())) if is_phone else Wrong("phone")
        case _:
            assert_never(kind)


def _text(kind: questions.Text, text: str) -> Reading:
    if len(text) > kind.maximum:
        return Wrong("too_long", {"length": len(text), "maximum": kind.maximum})
    return Taken(text if kind.multiline else " ".join(text.split()))


def _choices(view: View, asked: Field, kind: questions.Choices, text: str) -> Reading:
    chosen = choose_some(view, asked, text)
    if not chosen:
        return Wrong("choose_some")
    return Wrong("choose_alone") if kind.alone in chosen and len(chosen) > 1 else Taken(chosen)


def _municipalities(view: View, kind: questions.Municipalities, text: str) -> Reading:
    known = view.context.municipalities
    numbers = [part.strip() for part in text.split(",")]
    if all(number in known for number in numbers):
        return _so_many(kind, numbers)
    parts = read_municipalities(text, known)
    for at, part in enumerate(parts):
        understood = tuple(m.number for m in found_in(parts[:at]))
        rest = tuple(p.text for p in parts[at + 1 :])
        match part.reading:
            case Ambiguous(choices=choices):
                return Unclear(understood, tuple(m.number for m in choices), rest)
            case Unknown(near=near):
                if near:
                    return Unclear(understood, tuple(m.number for m in near), rest, part.text)
                return Wrong("municipality_rest" if understood else "municipality")
            case Found():
                pass
            case _:
                assert_never(part.reading)
    return _so_many(kind, [m.number for m in found_in(parts)])


def _so_many(kind: questions.Municipalities, numbers: list[str]) -> Reading:
    if len(numbers) > kind.most:
        return Wrong("too_many", {"count": len(numbers), "most": kind.most})
    return Taken(list(dict.fromkeys(numbers)))


def _names(kind: questions.Names, text: str) -> Reading:
    names = list(dict.fromkeys(" ".join(n.split()) for n in re.split(r"[\n;]", text) if not is_blank(n)))
    longest = max((len(n) for n in names), default=0)
    if longest > kind.maximum:
        return Wrong("too_long", {"length": longest, "maximum": kind.maximum})
    if len(names) > kind.most:
        return Wrong("too_many", {"count": len(names), "most": kind.most})
    return Taken(names) if names else Wrong("empty")


def _period(text: str, today: date) -> Reading:
    period = periods.read_period(text, today=today)
    if isinstance(period, periods.Refused):
        return Wrong(f"period_{period.code}")
    value = [period.first.isoformat(), period.last.isoformat()]
    return InThePast(value) if periods.starts_in_the_past(period, today) else Taken(value)


def _day(text: str, today: date) -> Reading:
    day = periods.read_date(text, today=today)
    return Wrong(f"date_{day.code}") if isinstance(day, periods.Refused) else Taken(day.isoformat())
