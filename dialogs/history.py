"""What has happened in an application, a page at a time, for the parties: the latest first."""

from __future__ import annotations

from dialogs.effects import MEMBERS, SUMMARY, ShowHistory
from dialogs.moment import Moment

LONGEST_NUMBER = 9
LINES_SHOWN = 10


def show(moment: Moment, wanted: str) -> None:
    """`wanted` is the number of a line: what is older than it is shown. Else the latest.

    A reader sees how the draft stands, and not what the parties wrote on their way to it.
    """
    if moment.member is None or not moment.may_write:
        return moment.say("history-of-parties", SUMMARY, MEMBERS)
    last = moment.draft.audit.seq
    before = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) <= LONGEST_NUMBER else 0
    moment.show(ShowHistory(before=before if 1 < before <= last else last + 1))
    return moment.ask_again()
