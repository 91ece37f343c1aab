"""Amounts written the ways a person may write them, for the tests that read them back."""

# Norwegian on purpose: what people type.

from __future__ import annotations

from collections.abc import Callable


def grouped(nok: int, mark: str) -> str:
    return f"{nok:,}".replace(",", mark)


NORWEGIAN_WAYS: tuple[Callable[[int], str], ...] = (
    lambda nok: str(nok),
    lambda nok: grouped(nok, " "),
    lambda nok: grouped(nok, "\u00a0"),
    lambda nok: grouped(nok, "\u202f"),
    lambda nok: grouped(nok, "."),
    lambda nok: f"{grouped(nok, ' ')} kr",
    lambda nok: f"kr {grouped(nok, '.')},-",
    lambda nok: f"kr {grouped(nok, ' ')},00",
    lambda nok: f"{grouped(nok, '.')},00",
    lambda nok: f"NOK {grouped(nok, ',')}.00",
    lambda nok: f"{nok}kroner",
)


_NORWEGIAN = """
    null en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten
    tjue tretti førti femti seksti sytti åtti nitti
"""
_ENGLISH = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
NORWEGIAN = tuple(_NORWEGIAN.split())
ENGLISH = tuple(_ENGLISH.split())


def in_norwegian(number: int) -> str:
    if number < 20:
        return NORWEGIAN[number]
    if number < 100:
        ones = f" {NORWEGIAN[number % 10]}" if number % 10 else ""
        return NORWEGIAN[18 + number // 10] + ones
    if number < 1_000:
        rest = f" og {in_norwegian(number % 100)}" if number % 100 else ""
        return f"{in_norwegian(number // 100)} hundre{rest}"
    scale, word = (1_000, "tusen") if number < 1_000_000 else (1_000_000, "millioner")
    rest = f" {in_norwegian(number % scale)}" if number % scale else ""
    return f"{in_norwegian(number // scale)} {word}{rest}"


def in_english(number: int) -> str:
    if number < 20:
        return ENGLISH[number]
    if number < 100:
        ones = f"-{ENGLISH[number % 10]}" if number % 10 else ""
        return ENGLISH[18 + number // 10] + ones
    if number < 1_000:
        rest = f" and {in_english(number % 100)}" if number % 100 else ""
        return f"{in_english(number // 100)} hundred{rest}"
    scale, word = (1_000, "thousand") if number < 1_000_000 else (1_000_000, "million")
    rest = f" {in_english(number % scale)}" if number % scale else ""
    return f"{in_english(number // scale)} {word}{rest}"
