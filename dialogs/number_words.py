"""The words for numbers in bokmål, nynorsk and English, each with its place in the grammar of numbers."""

# Norwegian on purpose: what people type, never what they read.

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal

# a: one, also as an article; s: 2 to 9; n: 10 to 19; t: tens; h: hundred; T, M, G: thousand, million, 10^9
# (milliard); o: and; f: a fraction; z: nought; d: written in digits. dialogs/numerals.py has the grammar.
Place = Literal["a", "s", "n", "t", "h", "T", "M", "G", "o", "f", "z", "d"]


@dataclass(frozen=True, slots=True)
class NumberWord:
    place: Place
    value: Fraction
    doubtful: bool = False


def _words(
    place: Place, listed: Mapping[str, int | Fraction], *, doubtful: bool = False
) -> dict[str, NumberWord]:
    return {
        word: NumberWord(place, Fraction(value), doubtful)
        for words, value in listed.items()
        for word in words.split()
    }


_MULTIPLIERS: Final = MappingProxyType(
    _words("T", {"k ' tusen thousand thousands": 1_000})
    | _words("M", {"mill mio million millions millioner millionar milion milioner milionar": 1_000_000})
    | _words("M", {"m mil": 1_000_000}, doubtful=True)
    | _words("G", {"mrd milliard milliarder milliardar": 1_000_000_000})
)

_NORWEGIAN_UNITS: Final = MappingProxyType(
    {"en ein ei ett et eitt eit én èn éin éi étt": 1}
    | {"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju syv": 7, "åtte": 8, "ni": 9}
)
_NORWEGIAN_TENS: Final = MappingProxyType(
    {"tjue tyve": 20, "tretti tredve": 30, "førti førr": 40, "femti": 50, "seksti": 60}
    | {"sytti": 70, "åtti": 80, "nitti": 90}
)


def _units_before_tens() -> dict[str, NumberWord]:
    """The old way, «femogtjue», written as one word; in two words it may be two numbers."""
    units = {word: value for words, value in _NORWEGIAN_UNITS.items() for word in words.split()}
    tens = {word: value for words, value in _NORWEGIAN_TENS.items() for word in words.split()}
    return {
        f"{unit}og{ten}": NumberWord("n", Fraction(ones + value))
        for unit, ones in units.items()
        for ten, value in tens.items()
    }


NORWEGIAN: Final[Mapping[str, NumberWord]] = MappingProxyType(
    dict(_MULTIPLIERS)
    | _words("s", {words: value for words, value in _NORWEGIAN_UNITS.items() if value > 1})
    | _words("a", {words: value for words, value in _NORWEGIAN_UNITS.items() if value == 1})
    | _words("n", {"ti": 10, "elleve ellve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15})
    | _words("n", {"seksten": 16, "sytten": 17, "atten": 18, "nitten": 19})
    | _words("t", dict(_NORWEGIAN_TENS))
    | _units_before_tens()
    | _words("h", {"hundre": 100})
    | _words("T", {"ettusen eittusen": 1_000})
    | _words("o", {"og": 0})
    | _words("z", {"null": 0})
    | _words("f", {"halv halvt halve": Fraction(1, 2), "kvart": Fraction(1, 4), "trekvart": Fraction(3, 4)})
    | _words("f", {"halvannen halvannan halvanna halvannet": Fraction(3, 2)})
)

ENGLISH: Final[Mapping[str, NumberWord]] = MappingProxyType(
    dict(_MULTIPLIERS)
    | _words("a", {"one a an": 1})
    | _words("s", {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9})
    | _words("n", {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15})
    | _words("n", {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19})
    | _words("t", {"twenty": 20, "thirty": 30, "forty fourty": 40, "fifty": 50, "sixty": 60})
    | _words("t", {"seventy": 70, "eighty": 80, "ninety": 90})
    | _words("h", {"hundred": 100})
    | _words("o", {"and": 0})
    | _words("z", {"zero": 0, "nil": 0})
    | _words("f", {"half": Fraction(1, 2), "quarter": Fraction(1, 4)})
)

_NOT_ONE_NUMBER: Final = """
    ca cirka sirka omtrent omlag lag rundt kring omkring nærmere nærare nesten godt drøyt drøye vel litt
    anslagsvis about around approx approximately roughly circa nearly almost some few couple several
    par noen nokre flere fleire mellom fra frå til eller og between from or and to samt pluss plus minus
    gange ganger gonger times inntil opptil opp opptill maks maksimalt max maximum høyst høgst minst minimum
    min least most up under over mer meir mindre more less than enn kanskje maybe perhaps muligens typ
    begge both tilsammen sammen saman totalt hver kvar hvert kvart each every apiece
    år året åra årene years year årlig årleg annually yearly måned måneden månad månaden måneder månader mnd
    month months uke uka uken veke veka week dag dagen dagar day time timen hour
    kvartal kvartalet quarterly halvår
"""
# With a number beside them these mean that there is no single number to take.
NOT_ONE_NUMBER: Final = frozenset(_NOT_ONE_NUMBER.split())
