"""Reads amounts in kroner, and hours, as people write them; a doubtful amount is never taken silently."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, assert_never

from dialogs.distribution import EveryParty, EveryYear, Whole, how_distributed
from dialogs.number_words import NOT_ONE_NUMBER
from dialogs.numerals import Numeral, count_numbers, mentions_number, read_number
from dialogs.typed_text import MAX_TYPED_CHARACTERS, Refused, has_foreign_digits, plain, without_full_stop

__all__ = [
    "Amount",
    "Doubtful",
    "Each",
    "Hours",
    "NumberRefusal",
    "PerYear",
    "Refused",
    "read_amount",
    "read_hours",
]

NumberRefusal = Literal[
    "not_a_number", "one_amount", "negative", "too_large", "too_precise", "foreign_digits", "too_long"
]
LARGEST_NOK: Final = 9_999_999_999
LARGEST_HALF_HOURS: Final = 2_000_000
# Bare digits outside these may be meant in thousands or be a year (2027), a phone or an organisation number.
_SMALLEST_SURE_NOK: Final = 1_000
_SMALLEST_SURE_BARE_NOK: Final = 10_000
_LARGEST_SURE_BARE_NOK: Final = 9_999_999
_LARGEST_SURE_NOK: Final = 999_999_999


@dataclass(frozen=True, slots=True)
class Amount:
    nok: int


@dataclass(frozen=True, slots=True)
class PerYear:
    """For each of `years` years; None when that was not said. To be shown before it is taken."""

    nok: int
    years: int | None


@dataclass(frozen=True, slots=True)
class Each:
    """For each party. To be shown before it is taken."""

    nok: int


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Probably this amount; to be asked about."""

    nok: int


@dataclass(frozen=True, slots=True)
class Hours:
    half_hours: int


_KRONER: Final = r"(?:norske |norwegian )?(?:kr|kroner|krone|kronar|nok|nkr)"
_BEFORE: Final = re.compile(rf"{_KRONER}(?:[.:]? ?(?=[0-9])|[.:]? (?=[^ ]))")
_AFTER: Final = re.compile(rf"(?P<rest>.*[^a-zæøå ]|.* |.*[a-zæøå] ) ?{_KRONER}\.?", re.DOTALL)
_SCALES: Final = (("(?:tkr|tnok|kkr)", "tusen"), ("(?:mkr|mnok)", "million"))
_NO_ORE: Final = re.compile(r"(?P<rest>.*[0-9]) ?[.,] ?-", re.DOTALL)
_VALUE_ADDED_TAX: Final = re.compile(
    r"(?P<rest>.+?),? ?(?:\(|\+ ?| )(?:(?:eks|ekskl|eksklusive|ex|excl|excluding|exclusive of|uten|utan|u/"
    r"|inkl|inklusive|inkludert|incl|including|inclusive of|med|m/)\.? ?)?"
    r"(?:mva|moms|merverdiavgift|meirverdiavgift|vat)\.?\)?"
)
_LEAD_IN: Final = re.compile(
    r"(?:(?:vi|me|eg|jeg|we|i) )?"
    r"(?:(?:søker|søkjer|ønsker|ønskjer|trenger|treng|are applying|apply|applying|need|ask)(?: om| for)?"
    r"|beløpet er|beløpet blir|det er|det blir|beløp|søknadsbeløp|sum|the amount is|amount):? "
)
_MINUS: Final = re.compile(rf"(?:(?:{_KRONER}|tkr|mnok|mkr)\.? ?)?(?:-|minus )")
_UNIT_OF_HOURS: Final = re.compile(
    r"(?P<rest>.*[^a-zæøå]|.* ) ?(?:arbeids)?(?:timer|timar|time|timen|t|h|hrs?|hours?)\.?", re.DOTALL
)
_WORDS: Final = re.compile(r"[a-zæøå]+")


def read_amount(text: str) -> Amount | PerYear | Each | Doubtful | Refused[NumberRefusal]:
    """Never raises, whatever the text."""
    refused = refuse_unread(text)
    if refused is not None:
        return refused
    said = without_full_stop(plain(text))
    softened = False
    if found := _VALUE_ADDED_TAX.fullmatch(said):
        said, softened = found["rest"], True
    if found := _LEAD_IN.match(said):
        said, softened = said[found.end() :], True
    if re.search("[0-9] ?-$", said):  # a minus put last, «,-» without its comma, or half a range
        said, softened = said[:-1].rstrip(), True
    if _MINUS.match(said):
        return Refused("negative") if mentions_number(said) else Refused("not_a_number")
    distributed = how_distributed(said)
    if distributed is None:
        return Refused("one_amount")
    number, has_currency = _number_of_kroner(distributed.rest)
    if number is None:
        return why_unread(said)
    if number.value > LARGEST_NOK:
        return Refused("too_large")
    if number.value.denominator != 1:
        return Refused("too_precise")
    nok = int(number.value)
    match distributed:
        case EveryYear():
            total = nok * (distributed.years or 1)
            return Refused("too_large") if total > LARGEST_NOK else PerYear(nok, distributed.years)
        case EveryParty():
            return Each(nok)
        case Whole():
            sure = not softened and _is_sure(number, nok, has_currency)
            return Amount(nok) if sure else Doubtful(nok)
        case _:
            assert_never(distributed)


def read_hours(text: str) -> Hours | Refused[NumberRefusal]:
    """Whole or half hours. Never raises, whatever the text."""
    refused = refuse_unread(text)
    if refused is not None:
        return refused
    said = without_full_stop(plain(text))
    if said.startswith(("-", "minus ")):
        return Refused("negative") if mentions_number(said) else Refused("not_a_number")
    distributed = how_distributed(said)
    if isinstance(distributed, EveryYear) and distributed.years is None:
        distributed = Whole(distributed.rest)
    if not isinstance(distributed, Whole):
        return Refused("one_amount")
    unit = _UNIT_OF_HOURS.fullmatch(distributed.rest)
    number = read_number((unit["rest"] if unit else distributed.rest).strip())
    if number is None:
        return why_unread(said)
    half_hours: Fraction = number.value * 2
    if half_hours > LARGEST_HALF_HOURS:
        return Refused("too_large")
    if number.doubtful or number.mark or half_hours.denominator != 1:
        return Refused("too_precise")
    return Hours(int(half_hours))


def refuse_unread(text: str) -> Refused[NumberRefusal] | None:
    """What is refused before anything is parsed."""
    if len(text) > MAX_TYPED_CHARACTERS:
        return Refused("too_long")
    return Refused("foreign_digits") if has_foreign_digits(text) else None


def why_unread(said: str) -> Refused[NumberRefusal]:
    if re.fullmatch(r"\([0-9][0-9 .,]*\)", said):  # a bookkeeper's minus
        return Refused("negative")
    words = set(_WORDS.findall(said))
    if "øre" in words and mentions_number(said):
        return Refused("too_precise")
    vague = bool(words & NOT_ONE_NUMBER) or any(sign in said for sign in "~≈±<>")
    if (vague and mentions_number(said)) or count_numbers(said) > 1:
        return Refused("one_amount")
    return Refused("not_a_number")


def _number_of_kroner(said: str) -> tuple[Numeral | None, bool]:
    has_currency = False
    for name, scale in _SCALES:
        if found := re.fullmatch(rf"{name}\.?:? ?(?P<rest>[0-9].*)|(?P<number>.*[0-9]) ?{name}\.?", said):
            said, has_currency = f"{found['rest'] or found['number']} {scale}", True
            break
    if found := _BEFORE.match(said):
        said, has_currency = said[found.end() :], True
    for ending in (_NO_ORE, _AFTER, _NO_ORE):
        if found := ending.fullmatch(said):
            said, has_currency = found["rest"].rstrip(), True
    return read_number(said), has_currency


def _is_sure(number: Numeral, nok: int, has_currency: bool) -> bool:
    if nok == 0:
        return True
    if number.doubtful or not _SMALLEST_SURE_NOK <= nok <= _LARGEST_SURE_NOK:
        return False
    if number.mark == "," or (number.mark == "." and nok < _SMALLEST_SURE_BARE_NOK):
        return False
    if number.multiplied:
        return True
    if number.decimals not in (0, 2):
        return False
    return has_currency or _SMALLEST_SURE_BARE_NOK <= nok <= _LARGEST_SURE_BARE_NOK
