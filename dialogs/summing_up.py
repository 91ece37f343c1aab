"""Check your answers: all of them, one part of the form, or what stands beside the draft."""

from __future__ import annotations

from dialogs.effects import BESIDE, ShowPart
from dialogs.moment import Moment
from dialogs.person import TakingAway

EVERYTHING = "all"


def sum_up(moment: Moment, wanted: str) -> None:
    """`wanted` is "", "all", or a part: by its name from a button or by its number, with a batch after a dot."""
    if not moment.may_write:
        return moment.summarise()
    part, _, batch = wanted.partition(".")
    names = [section.name for section in moment.context.form.sections]
    if part.isdigit() and len(part) < 3 and 1 <= int(part) <= len(names):
        part = names[int(part) - 1]
    if part in (*names, BESIDE):
        return moment.check(ShowPart(part, int(batch[:3]) if batch.isdigit() else 1, moment.person.id))
    return moment.summarise(everything=wanted == EVERYTHING)


def ask_to_take_away(moment: Moment, wanted: str) -> None:
    """A text that stands beside the draft: by its key from a button, typed by its number, or the only one."""
    kept = moment.draft.beside_for(moment.person.id)
    found = [one for number, one in enumerate(kept, 1) if wanted in (one.key, str(number))]
    if not wanted and len(kept) == 1:
        found = [*kept]
    if found:
        return moment.ask_about(TakingAway(text_key=found[0].key))
    moment.say("no-such-text" if wanted or not kept else "which-text")
    return moment.check(ShowPart(BESIDE, viewer=moment.person.id)) if kept else moment.ask_again()


def take_away(moment: Moment, pending: TakingAway) -> None:
    left = tuple(one for one in moment.draft.set_aside if one.key != pending.text_key)
    moment.change_application(set_aside=left)
    moment.say("text-removed")
    return moment.check(ShowPart(BESIDE, viewer=moment.person.id)) if left else moment.ask_again()
