"""What an eleven-digit number can be: one of Norway's identity numbers, an account number, or neither."""

from __future__ import annotations

from enum import StrEnum
from operator import mul
from typing import Final

LENGTH: Final = 11

_K1_WEIGHTS: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_K2_WEIGHTS: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DAYS_IN_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_D_NUMBER_DAY: Final = 40
_HELP_NUMBER_MONTH: Final = 40
_HEALTH_TEST_MONTH: Final = 65
_TAX_TEST_MONTH: Final = 80


class IdentityKind(StrEnum):
    BIRTH_NUMBER = "birth_number"
    D_NUMBER = "d_number"
    HELP_NUMBER = "help_number"
    """H-number, and the welfare administration's test persons: both add 40 to the month."""
    COMMON_HELP_NUMBER = "common_help_number"
    """FH-number: starts with 8 or 9 and holds no date."""
    SYNTHETIC = "synthetic"
    """Test persons: +80 on the month (the tax administration's), +65 (the health network's)."""
    FROM_2032 = "from_2032"
    """Valid only by the control digits of numbers issued from 1 January 2032."""


def identity_kind(digits: str) -> IdentityKind | None:
    """The kind of identity number that eleven ASCII digits are by date and both control digits, else None.

    Source: Skatteetaten, «Nytt fødselsnummer fra 2032»: k2 as before; k1's remainder may then be 0, 1, 2 or
    3, and the three digits after the date no longer tell the century (so they are not looked at).
    """
    if not is_account_number(digits):  # the same weights as k2
        return None
    kind = dated_kind(digits)
    if kind is None:
        return None
    match _remainder(digits, _K1_WEIGHTS):
        case 0:
            return kind
        case 1 | 2 | 3 if kind is not IdentityKind.COMMON_HELP_NUMBER:
            return IdentityKind.FROM_2032
        case _:
            return None


def dated_kind(digits: str) -> IdentityKind | None:
    """The kind by the first six digits alone: also a number that is mistyped further back."""
    if digits[0] in "89":
        return IdentityKind.COMMON_HELP_NUMBER
    day, month, year = int(digits[0:2]), int(digits[2:4]), int(digits[4:6])
    is_d_number = day > _D_NUMBER_DAY
    if is_d_number:
        day -= _D_NUMBER_DAY
    kind = IdentityKind.D_NUMBER if is_d_number else IdentityKind.BIRTH_NUMBER
    if month > _TAX_TEST_MONTH:
        month, kind = month - _TAX_TEST_MONTH, IdentityKind.SYNTHETIC
    elif month > _HEALTH_TEST_MONTH:
        month, kind = month - _HEALTH_TEST_MONTH, IdentityKind.SYNTHETIC
    elif month > _HELP_NUMBER_MONTH:
        month, kind = month - _HELP_NUMBER_MONTH, IdentityKind.HELP_NUMBER
    return kind if _is_date(day, month, year) else None


def is_account_number(digits: str) -> bool:
    """Every identity number is also a valid account number, so the reverse can never be told from digits."""
    return _remainder(digits, _K2_WEIGHTS) == 0


def is_iban(digits: str) -> bool:
    """`digits` are the thirteen after NO: two control digits and the account."""
    return int(digits[2:] + "2324" + digits[:2]) % 97 == 1


def _is_date(day: int, month: int, year_of_century: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS_IN_MONTH[month - 1]:
        return False
    return (day, month) != (29, 2) or year_of_century % 4 == 0


def _remainder(digits: str, weights: tuple[int, ...]) -> int:
    # Quickly, since a long text of digits is asked about at every digit. "0" is 48.
    total: int = sum(map(mul, weights, digits.encode()))
    return (total - 48 * sum(weights)) % 11
