"""Which of the dialog's deeds may be done on the web page. Everything else is done in Teams."""

from __future__ import annotations

from typing import Final

from dialogs.events import Command

COMMANDS: Final = frozenset(
    {Command.ACCEPT, Command.KEEP_OWN, Command.NOMINATE, Command.CONFIRM, Command.PAPER}
)
"""What a button of this page may ask for. Everything else is done in Teams."""
REPLIES: Final = frozenset(
    {"spread", "doubt", "past_period", "which", "which_field", "differs", "eleven_digits"}
)
"""Which questions beside the form may be answered here: those that come of an answer."""

CONFIRMING: Final = "confirming"
"""The reply that confirms the agreement, or registers its paper: posted to an address of its own, which asks for a
fresh proof of who it is."""
OF_SIGNATORIES: Final = frozenset({Command.CONFIRM})
"""What also somebody may ask for who only confirms."""
