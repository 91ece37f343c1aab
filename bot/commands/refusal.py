"""Why a command does not do what it was asked: a sentence for the operator, and the exit code that goes with it."""

from __future__ import annotations

import os
import sys

from bot.logs import told
from bot.settings import WrongSettings

FAILED = 1
"""It was tried and did not come about, or what was looked at is not in order."""
WRONG_CALL = 2
"""The options or the settings are wrong or missing."""
IN_USE = 3
"""Another process serves from the data folder."""
OTHER_MODE = 4
"""The data folder belongs to the other mode."""
PORT_TAKEN = 5
STORE_CLOSED = 6
"""The data folder or its store cannot be opened."""
NOT_SIGNED = 7
"""What was looked at is consistent in itself, and carries no signature that holds."""
OTHER_RECEIPT = 8
"""It is consistent and signed, and not what the receipt tells of."""
BUG = 70
"""A fault of the program itself: its type and place are said."""


class Refusal(Exception):
    """Raised by commands, said on stderr and turned into the exit code by the command line."""

    def __init__(self, sentence: str, code: int = FAILED) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def exit_code_for(fault: Exception) -> int:
    """Says on stderr what a command ended by; of a bug, only type and place."""
    match fault:
        case Refusal():
            print(fault.sentence, file=sys.stderr)
            return fault.code
        case BrokenPipeError():
            # Whoever read along has seen enough; nothing is left to be written when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return FAILED
        case WrongSettings():
            print(f"Settings that cannot be used: {fault}.", file=sys.stderr)
            return WRONG_CALL
        case _:
            said = told(fault)
            print(f"A fault of the program: {said['fault']} at {said['at']}.", file=sys.stderr)
            return BUG
