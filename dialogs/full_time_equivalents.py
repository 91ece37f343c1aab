"""Reads full-time equivalents as people write them: «0,5 årsverk», «halv stilling», «20 % jordmor i 2 år»."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from dialogs.amounts import NumberRefusal, refuse_unread, why_unread
from dialogs.distribution import EveryYear, lasting_years
from dialogs.number_words import ENGLISH, NORWEGIAN
from dialogs.numerals import Numeral, mentions_number, read_number
from dialogs.typed_text import Refused, plain, without_full_stop

__all__ = [
    "FullTimeEquivalents",
    "FullTimeEquivalentsInYears",
    "FullTimeRefusal",
    "Refused",
    "read_full_time_equivalents",
]

# how_large: «en stilling» does not say how large it is, nor does «50», which may be per cent.
FullTimeRefusal = NumberRefusal | Literal["how_large"]
LARGEST_THOUSANDTHS: Final = 1_000_000
_SMALLEST_UNCLEAR_BARE: Final = 5


@dataclass(frozen=True, slots=True)
class FullTimeEquivalents:
    thousandths: int


@dataclass(frozen=True, slots=True)
class FullTimeEquivalentsInYears:
    """So many in each of `years` years. To be shown before it is taken."""

    thousandths: int
    years: int


_POSITION: Final = r"(?:[a-zæøåé-]*stilling(?:er|ar|a|en)?|positions?|posts?)"
_FULL: Final = r"(?:hele?|heile?|fulle?|full[- ]?time|whole|(?:full|hel|heil)tids?)"
_PER_CENT: Final = re.compile(
    r"(?P<number>.+?) ?(?:%|prosents?|pst\.?|percent|per cent)(?: ?-? ?)(?P<tail>[^0-9%]*)"
)
_YEARS_OF_WORK: Final = re.compile(
    r"(?P<number>.+?) ?(?:årsverk(?:er|ar)?|ftes?|full[- ]time equivalents?|(?:man|person)[- ]years?)"
    r"(?P<tail>(?: [^0-9%]*)?)"
)
_FULL_POSITIONS: Final = re.compile(rf"(?:(?P<number>.+?) )?{_FULL}[ -]?{_POSITION}(?P<tail>(?: [^0-9%]*)?)")
_POSITIONS: Final = re.compile(rf"(?P<number>.+?) {_POSITION}(?P<tail>(?: [^0-9%]*)?)")

# Who does the work may follow («jordmor», «som lege i Evje»); whatever may make it another quantity may not.
_WORK: Final = re.compile(r"[a-zæøåéäöü./() &-]*")
_MOST_WORDS_OF_WORK: Final = 8
_PART_OF_ONE: Final = re.compile(
    rf"(?:av|i|of) (?:en |ein |ei |et |eit |a )?(?:{_FULL} )?(?:{_POSITION}|årsverk)"
)
_OTHER_QUANTITY: Final = re.compile(
    r"(?:og|eller|samt|pluss|minus|men|ikke|ikkje|and|or|plus|but|not|hver|kvar|each|begge|both|til|per|pr|ca|av|of"
    r"|ganger?|gonger|maks|minst|over|under|første|fyrste|first|siste|last|deretter|så|then|resten|hal[vf][a-zæøå]*"
    r"|år.*|years?|måned.*|månad.*|months?|mnd|uke.*|uker|veke.*|weeks?|dag.*|days?|time.*|hours?|vår.*|høst.*|haust.*"
    r"|kr|kron.*|nok|lønn.*|løn|pris.*|kost.*|cost.*|budsjett.*|budget.*|utgift.*|finans.*|financ.*|andel.*|del|del[ea]n"
    r"|tilsku.*|tilsko.*|grant.*|dekning.*|dekking.*|økning.*|auke|reduksjon.*|mva|moms|vat|egen.*|eigen.*|sum|total.*"
    r"|midler|midlar|beløp.*|salary|salaries|reduction|increase|rabatt|sykmeld.*|permisjon.*|(?:20)?[0-9]+)"
)


def read_full_time_equivalents(
    text: str,
) -> FullTimeEquivalents | FullTimeEquivalentsInYears | Refused[FullTimeRefusal]:
    """Never raises, whatever the text."""
    refused = refuse_unread(text)
    if refused is not None:
        return refused
    said = without_full_stop(plain(text))
    if said.startswith(("-", "minus ")):
        return Refused("negative") if mentions_number(said) else Refused("not_a_number")
    lasting = lasting_years(said)
    if lasting is None:
        return Refused("one_amount")
    share = _share(lasting.rest)
    if share is None:
        return why_unread(said)
    if isinstance(share, Refused):
        return share
    thousandths = share * 1_000
    if thousandths > LARGEST_THOUSANDTHS:
        return Refused("too_large")
    if thousandths.denominator != 1:
        return Refused("too_precise")
    if isinstance(lasting, EveryYear) and lasting.years is not None:
        return FullTimeEquivalentsInYears(int(thousandths), lasting.years)
    return FullTimeEquivalents(int(thousandths))


def _share(said: str) -> Fraction | Refused[FullTimeRefusal] | None:
    if found := _PER_CENT.fullmatch(said):
        per_cent = read_number(found["number"])
        tail = found["tail"].strip()
        if per_cent is None or not (_PART_OF_ONE.fullmatch(tail) or _says_only_who(tail)):
            return None
        if _is_unclear(per_cent) or 0 < per_cent.value < 1:  # «0,5 %» is hardly half a per cent
            return Refused("how_large")
        return per_cent.value / 100
    if found := _YEARS_OF_WORK.fullmatch(said):
        return _of_full(read_number(found["number"]), found["tail"])
    if found := _FULL_POSITIONS.fullmatch(said):
        return _of_full(read_number(found["number"] or "1"), found["tail"])
    if found := _POSITIONS.fullmatch(said):
        number = read_number(found["number"])
        without_size = number is not None and number.value.denominator == 1 and not number.decimals
        return Refused("how_large") if without_size else _of_full(number, found["tail"])
    number = read_number(said)
    if number is None:
        return None
    if _is_unclear(number) or number.value >= _SMALLEST_UNCLEAR_BARE:
        return Refused("how_large")
    return number.value


def _of_full(number: Numeral | None, tail: str) -> Fraction | Refused[FullTimeRefusal] | None:
    if number is None or not _says_only_who(tail.strip()):
        return None
    return Refused("how_large") if _is_unclear(number) else number.value


def _is_unclear(number: Numeral) -> bool:
    return number.doubtful or number.mark != ""


def _says_only_who(tail: str) -> bool:
    words = [word.strip(".-()&") for word in re.split("[ /]+", tail) if word]
    if not _WORK.fullmatch(tail) or len(words) > _MOST_WORDS_OF_WORK:
        return False
    return not any(_OTHER_QUANTITY.fullmatch(word) or _is_number(word) for word in words)


def _is_number(word: str) -> bool:
    return any(word in words and words[word].place not in "ao" for words in (NORWEGIAN, ENGLISH))
