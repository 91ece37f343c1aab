"""Who runs a command, for the lines that reading and inviting leave."""

from __future__ import annotations

import getpass


def operator() -> str:
    """The user name on this machine: what is known of an operator, and proven by nobody but the machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
