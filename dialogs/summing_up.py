"""Check your answers: all of them, one part of the form, or what stands beside the draft."""

from __future__ import annotations

from dialogs.effects import ShowPart
from dialogs.moment import Moment

EVERYTHING = "all"
BESIDE = "beside"
"""What was written without becoming an answer: a part of its own."""


def sum_up(moment: Moment, wanted: str) -> None:
    """`wanted` is "", "all", or a part: by its name from a button or by its number, with a batch after a dot."""
    part, _, batch = wanted.partition(".")
    names = [section.name for section in moment.context.form.sections]
    if part.isdigit() and len(part) < 3 and 1 <= int(part) <= len(names):
        part = names[int(part) - 1]
    if part in (*names, BESIDE):
        return moment.check(ShowPart(part, int(batch[:3]) if batch.isdigit() else 1))
    return moment.summarise(everything=wanted == EVERYTHING)
