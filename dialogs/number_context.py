"""What the text around a number says that it is: a date, an amount, a telephone, an account, a person."""

from __future__ import annotations

import re
from typing import Final

from dialogs.identity_check import is_iban

# What people write before or after a number, in the languages they write: data, not sentences.
IDENTITY_WORDS: Final = (
    r"(?:f[øo]dsels(?:nummer|nr)|person(?:nummer|nr)|pers\. ?nr|p\. ?nr|pnr|fnr|f\. ?nr|d-?(?:nummer|nr)"
    r"|ident(?:itets)?(?:nummer|nr)|national id(?:entity)?(?: number)?|personal (?:id|number)|id number)"
)
_OTHER_WORDS: Final = (
    r"(?:konto|account|bban|iban|kid|saks?|case|arkiv|journal|ref|referanse|faktura|ordre|order|tlf|telefon"
    r"|mobil|phone|org)"
)
_UNITS: Final = r"(?:kr|nok|,-|timer|timar|hours|mill|%)"

_LOOK_BACK: Final = 48
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_YEAR: Final = r"(?:19|20)\d\d"
_FULL_DATE: Final = re.compile(rf"{_DAY}[./-] ?{_MONTH}[./-] ?{_YEAR}(?![0-9])")
_EXPLAINS_ITSELF: Final = re.compile(
    rf"""(?<![0-9])(?:
        {_DAY}[./-]\ ?{_MONTH}[./-]\ ?{_YEAR}                   # 1.1.2027
      | {_YEAR}-{_MONTH}-{_DAY}                                  # 2027-01-01
      | (?:{_YEAR}|\d\d)/\d{{3,7}}(?:-\d{{1,3}})?                # case 2024/12345-67
      | (?:(?:\+|00)\d{{2,3}}[ -]?)?                             # telephone
        (?:[2-9]\d(?:\ \d\d){{3}}|[489]\d\d\ \d\d\ \d{{3}}|[2-9]\d{{3}}\ \d{{4}}|[2-9]\d{{7}})
      | [1-9]\d{{0,2}}(?:([ .'])\d{{3}})(?:\1\d{{3}})*           # amount, organisation number
      | {_YEAR}
      | \d+[.,]\d{{11}}                                          # a fraction as a spreadsheet shows it
    )(?![0-9])""",
    re.VERBOSE,
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_IBAN: Final = re.compile(r"(?<![A-Za-z])NO ?([0-9]{2}(?: ?[0-9]){11})(?![0-9])", re.IGNORECASE)
_NAMED_IDENTITY: Final = re.compile(rf"(?<![a-zæøå]){IDENTITY_WORDS}[^0-9\n]{{0,20}}$")
_NAMED_OTHER: Final = re.compile(rf"{_OTHER_WORDS}[.-]?\s?s?(?:nr|nummer|no|number)?[\s.:#()=-]{{0,6}}$")
_COUNTED: Final = re.compile(rf"\s?{_UNITS}", re.IGNORECASE)


class NumberContext:
    """Places are places in folded text; every question is about the digits from `start` to `end`."""

    def __init__(self, folded: str) -> None:
        self._text = folded
        self._explained = bytearray(len(folded) + 1)
        self._inside = bytearray(len(folded) + 1)
        self._settled = bytearray(len(folded) + 1)
        for pattern in (_EXPLAINS_ITSELF, _ADDRESS):
            for match in pattern.finditer(folded):
                _mark(self._explained, match.start(), match.end())
                _mark(self._inside, match.start() + 1, match.end())
        for match in _IBAN.finditer(folded):
            if is_iban(match[1].replace(" ", "")):
                _mark(self._settled, match.start(), match.end())

    def is_settled(self, start: int, end: int) -> bool:
        """Part of an international account number whose own control digits are right."""
        return self._settled.find(1, start, end) >= 0

    def is_explained(self, start: int, end: int) -> bool:
        """Some of it is a date with its year, an amount, a telephone, a case number or part of an address."""
        return self._explained.find(1, start, end) >= 0

    def is_cut_out(self, start: int, end: int) -> bool:
        """It begins or ends in the middle of something that explains itself."""
        return bool(self._inside[start] or self._inside[end])

    def is_glued(self, start: int, end: int) -> bool:
        """Letters stand right at it, as in a hexadecimal code."""
        return self._text[max(0, start - 1) : start].isalpha() or self._text[end : end + 1].isalpha()

    def is_full_date(self, start: int) -> bool:
        """It begins with a date whose year has four digits, as no identity number does."""
        return _FULL_DATE.match(self._text, start) is not None

    def is_dialled(self, start: int) -> bool:
        return self._before(start).endswith(("+", "+("))

    def is_named_other(self, start: int) -> bool:
        """The words just before it say that it is an account, a case, a telephone and the like."""
        return _NAMED_OTHER.search(self._before(start)) is not None

    def is_named_identity(self, start: int) -> bool:
        return _NAMED_IDENTITY.search(self._before(start)) is not None and not self.is_named_other(start)

    def is_counted(self, end: int) -> bool:
        """A unit follows, so that the digits before it are an amount or a count."""
        return _COUNTED.match(self._text, end) is not None

    def _before(self, start: int) -> str:
        return self._text[max(0, start - _LOOK_BACK) : start].lower()


def _mark(marks: bytearray, start: int, end: int) -> None:
    marks[start:end] = b"\x01" * (end - start)
