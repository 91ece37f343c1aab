"""Texts with and without identity numbers, as people paste them; every number is made from a seed.

Ordinary birth and D-numbers are drawn only where none is given to anybody (years 40 to 53 with 500 to 899
after the date), the others by algorithm; the Norwegian in this file is data.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

K1_WEIGHTS: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2)
K2_WEIGHTS: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)

KINDS: Final = ("birth", "d", "h", "d+h", "fh", "+65", "d+65", "+80", "d+80", "2032", "d2032")
_MONTH_OF: Final = {"h": 40, "d+h": 40, "+65": 65, "d+65": 65, "+80": 80, "d+80": 80}


@dataclass(frozen=True, slots=True)
class Sample:
    text: str
    kind: str
    """Of the number in it, or of the text when there is none."""
    style: str
    digits: str = ""


def check_digits(nine: str, k1_rest: int = 0) -> str | None:
    """Both control digits; None where a number would be thrown away (a control digit of ten)."""
    k1 = (k1_rest - sum(w * int(d) for w, d in zip(K1_WEIGHTS, nine, strict=True))) % 11
    if k1 == 10:
        return None
    k2 = -sum(w * int(d) for w, d in zip(K2_WEIGHTS, f"{nine}{k1}", strict=True)) % 11
    return None if k2 == 10 else f"{k1}{k2}"


def identity_number(random: Random, kind: str) -> str:
    while True:
        if kind == "fh":
            nine = random.choice("89") + f"{random.randrange(10**8):08}"
        else:
            unassigned = kind in ("birth", "d", "2032", "d2032")
            born = datetime.date(1940, 1, 1) + datetime.timedelta(days=random.randrange(13 * 365))
            if not unassigned:
                born = datetime.date(1900, 1, 1) + datetime.timedelta(days=random.randrange(125 * 365))
            day = born.day + (40 if kind.startswith("d") else 0)
            month = born.month + _MONTH_OF.get(kind, 0)
            serial = random.randrange(500, 900) if unassigned else random.randrange(1000)
            nine = f"{day:02}{month:02}{born.year % 100:02}{serial:03}"
        check = check_digits(nine, random.choice((1, 2, 3)) if "2032" in kind else 0)
        if check is not None:
            return nine + check


def account_number(random: Random) -> str:
    while True:
        ten = f"{random.randrange(10**9, 10**10)}"
        k2 = -sum(w * int(d) for w, d in zip(K2_WEIGHTS, ten, strict=True)) % 11
        if k2 != 10:
            return f"{ten}{k2}"


# How one number is written.

SEPARATORS: Final = (
    " ", "\u00a0", "\u2009", "\u202f", "\u2007", "\u3000", "  ", ".", "/", "-", "\u2010", "\u2011", "–", "—",
    "−", " - ", " – ", "_", ":", "·", "\\", "*", "**", "&nbsp;", "<b>", " / ", ".-",
)  # fmt: skip
INVISIBLE: Final = (
    "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e", "\u200f", "\u202a", "\u202c",
    "\u2066", "\u2069", "\u034f", "\ufe0f", "\u3164", "\u0338",
)  # fmt: skip
LOOSE: Final = ("\t", "\n", "\r\n", ", ", ";", " | ", "\u2028", ",\n", ". ")
LABELS: Final = (
    ", personnummer ",
    " personnr. ",
    ", pnr ",
    " (fnr. ",
    ", fødselsnummer: ",
    " og personnummer ",
)
SCRIPTS: Final = {
    "fullwidth": 0xFF10, "arabic": 0x660, "persian": 0x6F0, "devanagari": 0x966, "bengali": 0x9E6,
    "thai": 0xE50, "myanmar": 0x1040, "khmer": 0x17E0, "mongolian": 0x1810, "bold": 0x1D7CE,
    "double-struck": 0x1D7D8, "monospace": 0x1D7F6, "adlam": 0x1E950, "segmented": 0x1FBF0,
}  # fmt: skip
TYPOGRAPHIES: Final = ("⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "⓪①②③④⑤⑥⑦⑧⑨")


def split(digits: str, *sizes: int) -> list[str]:
    parts = []
    for size in sizes:
        parts.append(digits[:size])
        digits = digits[size:]
    return [*parts, digits] if digits else parts


def in_script(digits: str, zero: int) -> str:
    return "".join(chr(zero + int(digit)) for digit in digits)


def _sometimes(random: Random, chance: float, signs: tuple[str, ...]) -> str:
    return random.choice(signs) if random.random() < chance else ""


STYLES: Final[dict[str, Callable[[Random, str], str]]] = {
    "plain": lambda _, d: d,
    "6 5": lambda r, d: r.choice(SEPARATORS).join(split(d, 6)),
    "date 5": lambda r, d: r.choice(" ./-").join(split(d[:6], 2, 2)) + r.choice(SEPARATORS[:17]) + d[6:],
    "2 2 2 3 2": lambda r, d: r.choice(SEPARATORS[:13]).join(split(d, 2, 2, 2, 3, 2)),
    "6 3 2": lambda r, d: r.choice(SEPARATORS[:13]).join(split(d, 6, 3, 2)),
    "4 2 5": lambda r, d: r.choice(". ").join(split(d, 4, 2, 5)),
    "3 3 3 2": lambda r, d: r.choice(SEPARATORS[:10]).join(split(d, 3, 3, 3)),
    "4 4 3": lambda r, d: r.choice(SEPARATORS[:10]).join(split(d, 4, 4)),
    "spelled": lambda r, d: r.choice(SEPARATORS[:19]).join(d),
    "anyhow": lambda r, d: d[0] + "".join(_sometimes(r, 0.4, SEPARATORS) + x for x in d[1:]),
    "invisible": lambda r, d: "".join(x + _sometimes(r, 0.6, INVISIBLE) for x in d),
    "loose": lambda r, d: r.choice(LOOSE).join(split(d, 6)),
    "labelled": lambda r, d: r.choice(LABELS).join(split(d, 6)),
    "labelled date": lambda r, d: f"{d[:2]}.{d[2:4]}.19{d[4:6]}{r.choice(LABELS)}{d[6:]}",
    "script": lambda r, d: in_script(d, r.choice(tuple(SCRIPTS.values()))),
    "script 6 5": lambda r, d: r.choice(SEPARATORS).join(
        in_script(part, r.choice(tuple(SCRIPTS.values()))) for part in split(d, 6)
    ),
    "mixed scripts": lambda r, d: "".join(in_script(x, r.choice((48, *SCRIPTS.values()))) for x in d),
    "typography": lambda r, d: d.translate(str.maketrans("0123456789", r.choice(TYPOGRAPHIES))),
    "keycaps": lambda _, d: "".join(f"{x}\ufe0f\u20e3" for x in d),
}  # fmt: skip

NATURAL_STYLES: Final = frozenset(STYLES) - {"4 2 5", "3 3 3 2", "4 4 3", "anyhow", "loose"}
"""Those that nothing else is written in: a number in one of these is never asked about."""


# What stands around it; § is the number.
AROUND: Final = (
    "§", "fnr:§", "fnr§", "f.nr. §", "FNR=§;", "x§y", "(§)", "«§»", '"fnr": "§"', "<td>§</td>", "§<br>",
    "ID:§ ID", "Kari Normann (§)", "Kontakt er Kari Normann, §, tlf 900 00 000.",
    "Pasienten (§) skrives ut 15.3.2027.",
    "Vi søker om 300 000 kr. Pasient § følges opp av kommunen.", "Prosjektleder §\nBudsjett 1 200 000",
    "Jordmor i 20 % stilling\n§ \n2 årsverk", "søknad-§.pdf", "cv_§.docx", "kari.§@example.no",
    "https://example.no/pasient?fnr=§", "Ho er fødd på Voss, § – og bur no i Evje", "• §\n• 250 000 kr",
    "Perioden 1.1.2027–31.12.2028 gjelder §.", "Linje 1: §", "Brukar § har vedtak 2024/12345-67.", "§.",
    "Tiltak\tBeløp\nLege, §\t650 000", "A og B, se §! Takk 😀", "😀§😀", "Styret (org.nr 987 654 321) og §",
)  # fmt: skip


def texts_with(amount: int, seed: int) -> Iterator[Sample]:
    """Every kind in every style, in turn, each inside a text drawn at random."""
    random = Random(seed)
    for number in range(amount):
        kind = KINDS[number % len(KINDS)]
        style = tuple(STYLES)[number // len(KINDS) % len(STYLES)]
        if style == "labelled date" and kind == "fh":  # it holds no date
            style = "labelled"
        digits = identity_number(random, kind)
        written = STYLES[style](random, digits)
        yield Sample(random.choice(AROUND).replace("§", written), kind, style, digits)


# Texts without, by what they hold instead. § is the thing, drawn twice where it stands twice.


def _grouped(amount: int, separator: str = " ") -> str:
    return f"{amount:,}".replace(",", separator)


def _amount(random: Random) -> str:
    rounded = random.choice((1, 100, 1000, 10_000))
    amount = random.randrange(1, 10 ** random.randrange(3, 9)) // rounded * rounded
    separator = random.choice((" ", " ", "\u00a0", "."))
    return random.choice(
        (
            _grouped(amount, separator),
            f"{_grouped(amount, separator)} kr",
            f"kr {_grouped(amount, separator)},-",
            f"{amount}",
            f"{_grouped(amount, separator)},50 NOK",
            f"{_grouped(amount, separator)}–{_grouped(amount * 3, separator)}",
            f"{amount / 1_000_000:.2f} mill.".replace(".", ",", 1),
        )
    )


def _phone(random: Random) -> str:
    number = f"{random.choice('24579')}{random.randrange(10**7):07}"
    grouped = random.choice(
        (
            number,
            " ".join(split(number, 2, 2, 2)),
            " ".join(split(number, 3, 2)),
            " ".join(split(number, 4)),
        )
    )
    return random.choice(("", "", "+47 ", "+47", "0047 ", "0047", "(+47) ", "tlf. ", "Tlf ")) + grouped


def _foreign_phone(random: Random) -> str:
    return "+" + random.choice(
        (
            "46 7{} 123 45 67", "45 2{} 12 34 56", "44 77{}0 900123", "358 4{} 123 4567", "1 {}55 555 0123",
            "46-7{}-1234567",
        )
    ).format(random.randrange(10))  # fmt: skip


def _date(random: Random) -> str:
    on = datetime.date(2024, 1, 1) + datetime.timedelta(days=random.randrange(2000))
    separator = random.choice("..-/")
    return random.choice(
        (
            f"{on.day:02}{separator}{on.month:02}{separator}{on.year}",
            f"{on.day}.{on.month}.{on.year}",
            f"{on.day}. {on.month}. {on.year}",
            f"{on.day:02}.{on.month:02}.{on.year % 100:02}",
            on.isoformat(),
            f"{on.isoformat()} {random.randrange(24):02}:{random.randrange(60):02}:{random.randrange(60):02}",
            f"{on.isoformat()}T12:30:45Z",
        )
    )


def _period(random: Random) -> str:
    return _date(random) + random.choice(("–", " – ", "-", " til ", " - ")) + _date(random)


def _case_number(random: Random) -> str:
    year, serial, document = (
        random.randrange(2009, 2029),
        random.randrange(1, 99_999),
        random.randrange(1, 99),
    )
    return random.choice(
        (
            f"{year}/{serial}-{document}", f"{year % 100:02}/{serial:05}-{document}",
            f"{year}/{serial:05}-{document:02}", f"sak {serial % 90}/{year}", f"{year}/{serial}",
            f"RST-{year}-K7MP4", f"sak {document:02}-{year}", f"{year}{serial:05}",
        )
    )  # fmt: skip


def _hours(random: Random) -> str:
    return random.choice(
        (
            "07.30-15.30",
            "kl. 08:00–16:00",
            "07:30-15:30, 15:30-22:00",
            "tirsdag 12.00-13.30",
            "24/7",
            "4 timer 30 min",
        )
    )


def _organisation(random: Random) -> str:
    number = f"{random.choice('89')}{random.randrange(10**8):08}"
    return random.choice(
        (f"org.nr. {number}", f"NO {number} MVA", f"Org.nr {' '.join(split(number, 3, 3))}", f"{number}")
    )


def _table(random: Random) -> str:
    rows = (
        f"{name}\t{random.randrange(10, 900) * 1000}\t{random.randrange(10, 99) * 1000}\t2027"
        for name in ("Lønn", "Reise", "Utstyr", "Kurs")
    )
    return "Post\tKommune\tSykehus\tÅr\n" + "\n".join(rows)


def _spaced_table(random: Random) -> str:
    return "\n".join(
        f"{name}   {_grouped(random.randrange(900) * 1000)}   {_grouped(random.randrange(900) * 500)}   2027"
        for name in ("Lønn", "Reise", "Utstyr")
    )


def _years(random: Random) -> str:
    first = random.randrange(2024, 2030)
    years = [str(first + step) for step in range(random.randrange(2, 6))]
    return random.choice((" ", ", ", "/", "\t", "-", " og ", "\n")).join(years)


def _counted(random: Random) -> str:
    count = random.choice((f"{random.randrange(10, 999)} timer", _grouped(random.randrange(999) * 1000)))
    return f"{_date(random)} {count}"


def _decimals(random: Random) -> str:
    return random.choice(
        (
            f"{random.random() * 10:.11f}".replace(".", ","), f"{random.random():.4f}", "3.14159265359",
            f"{random.randrange(100)},{random.randrange(10)} %",
            f"0,{random.randrange(1, 10)}33333333333 årsverk",
        )
    )  # fmt: skip


def _long_id(random: Random) -> str:
    return random.choice(
        (
            f"https://example.org/dok/{random.randrange(10**12, 10**17)}",
            f"https://example.org/a/{random.randrange(10**10, 10**11)}?side=2",
            f"ISBN 978-82-{random.randrange(10000, 99999)}-{random.randrange(10, 99)}-{random.randrange(10)}",
            f"https://doi.example/10.1001/x.{random.randrange(2000, 2026)}.{random.randrange(10000, 99999)}",
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}".format(
                *(random.getrandbits(bits) for bits in (32, 16, 16, 16, 48))
            ),
            f"192.168.{random.randrange(256)}.{random.randrange(256)}",
            f"KID {random.randrange(10**14, 10**16)}",
            f"{random.randrange(10**11, 10**12)}",
        )
    )


def _iban(random: Random) -> str:
    account = account_number(random)
    check = 98 - int(f"{account}232400") % 97
    iban = f"NO{check:02}{account}"
    return random.choice(
        (iban, " ".join(split(iban, 4, 4, 4)), f"IBAN {iban[:4]} {iban[4:8]} {iban[8:10]} {iban[10:]}")
    )


def _prose(random: Random) -> str:
    return random.choice(
        (
            "Felles akutteam på dag- og kveldstid for 3 kommuner med 14 500 innbyggere.",
            "Jordmorvaktordning i samarbeid mellom sykehuset og kommunane, 2 årsverk i 2 år.",
            "Punkt 1.2.3: rehabilitering nær heimen for 60–80 personar over 67 år.",
            "4838 Arendal, 4735 Evje og 4640 Søgne ligger 15, 62 og 14 km unna.",
            "Reinnleggelser (30 dager) ned fra 18,4 % til 15 %. 😀",
        )
    )


WITHOUT: Final[dict[str, Callable[[Random], str]]] = {
    "amounts": _amount, "phones": _phone, "foreign phones": _foreign_phone, "dates": _date,
    "periods": _period, "case numbers": _case_number, "hours": _hours, "organisations": _organisation,
    "tables": _table, "spaced tables": _spaced_table, "years": _years, "dates and counts": _counted,
    "decimals": _decimals, "long ids": _long_id, "iban": _iban, "prose": _prose,
}  # fmt: skip
SETTINGS: Final = (
    "§", "Vi søker om §.", "§ § §", "Budsjett: §, §, §", "- §\n- §\n- §", "Del 3 av 7: §", "(§) og (§)",
    "§\t§\t§", "Tiltaket varer i to år. §", "§ 2027", "| § | § |\n|---|---|\n| § | 2 |", "§; §; §",
    "i 2026 § og i 2027 §",
)  # fmt: skip
ELEVEN_DIGITS: Final[dict[str, Callable[[Random], str]]] = {
    "account": account_number,
    "dotted account": lambda r: ".".join(split(account_number(r), 4, 2)),
    "spaced account": lambda r: " ".join(split(account_number(r), 4, 2)),
    "named account": lambda r: f"kontonr. {account_number(r)}",
    "serial": lambda r: f"{r.randrange(10**10, 10**11)}",
    "named serial": lambda r: (
        f"{r.choice(('Saksnr', 'ref.', 'fakturanummer', 'Arkivnr.:'))} {r.randrange(10**10, 10**11)}"
    ),
}
ELEVEN_SETTINGS: Final = (
    "§",
    "Dei kan setjast på §.",
    "Gjelder § innen 1.3.2027",
    "Drift: §, Evje",
    "(§)",
    "- §\n- 2027",
)


def texts_without(amount: int, seed: int) -> Iterator[Sample]:
    """One kind of thing at a time in every other text, different kinds beside each other in the rest."""
    random = Random(seed)
    for number in range(amount):
        kind = "mixed" if number % 2 else tuple(WITHOUT)[number // 2 % len(WITHOUT)]
        text = random.choice(SETTINGS)
        while "§" in text:
            drawn = random.choice(tuple(WITHOUT)) if kind == "mixed" else kind
            text = text.replace("§", WITHOUT[drawn](random), 1)
        yield Sample(text, kind, kind)


def texts_with_eleven_digits(amount: int, seed: int) -> Iterator[Sample]:
    """Eleven digits that are something else, which only the person can say."""
    random = Random(seed)
    for number in range(amount):
        style = tuple(ELEVEN_DIGITS)[number % len(ELEVEN_DIGITS)]
        yield Sample(random.choice(ELEVEN_SETTINGS).replace("§", ELEVEN_DIGITS[style](random)), style, style)
