"""«Samme som Evje og Hornnes»: what one party answered on a page, taken over for another party of its kind."""

from __future__ import annotations

from dialogs.answering import carry_on
from dialogs.effects import Understood
from dialogs.fields import Field, Instance
from dialogs.moment import Moment
from dialogs.naming_parties import party_named
from dialogs.slots import slot_name
from dialogs.view import View

BETWEEN = "~"
"""In a button's argument, between the page it stands on and the party whose answers are meant."""


def alike_parties(view: View, instance: Instance) -> list[str]:
    """Ids of the parties whose answers there may be taken over: the nearest before it first."""
    if not instance.page.alike or instance.party is None:
        return []
    kinds = {party.id: party.kind for party in view.parties()}
    pages = [
        other
        for other in view.instances()
        if other.page is instance.page and kinds.get(other.party or "") == kinds.get(instance.party)
    ]
    at = next((n for n, other in enumerate(pages) if other.party == instance.party), 0)
    ordered = (*reversed(pages[:at]), *pages[at + 1 :])
    return [other.party for other in ordered if other.party is not None and _is_complete(view, other)]


def alike_party_named(view: View, instance: Instance, wanted: str) -> str | None:
    """The one that is named, or the nearest when none is; None where there is no such party to take over from."""
    parties = alike_parties(view, instance)
    if not wanted:
        return next(iter(parties), None)
    named = party_named(view, wanted)
    return named if named in parties else None


def take_over(moment: Moment, argument: str) -> None:
    """`argument` is `page~party` from a button; typed, the party or nothing."""
    page, _, wanted = argument.rpartition(BETWEEN)
    shown = moment.shown_field()
    instance = moment.instance(page) if page else shown.instance if shown is not None else None
    party = alike_party_named(moment.view, instance, wanted) if instance is not None else None
    if instance is None or party is None:
        moment.say("nothing-alike")
        return moment.ask_again()
    taken: list[str] = []
    spared = _standing(moment, instance, by_others=not page)
    while (found := _next_to_take(moment, instance, party, spared.union(taken))) is not None:
        answer = moment.draft.answers[_counterpart(found, party)]
        moment.put(found.id, answer.value, problem=answer.problem)
        taken.append(found.id)
    moment.replacement = Understood(tuple(taken))
    return carry_on(moment, moment.view.fields_of(instance)[0])


def _is_complete(view: View, instance: Instance) -> bool:
    answers = [(field, view.answer(field)) for field in view.fields_of(instance)]
    return all(a is not None and a.is_valid for field, a in answers if field.question.required)


def _standing(moment: Moment, instance: Instance, *, by_others: bool) -> frozenset[str]:
    """What is left as it is: what a colleague wrote, and after a tap, which may come late, all that stands."""
    answers = ((field.id, moment.view.answer(field)) for field in moment.view.fields_of(instance))
    stand = ((slot, answer) for slot, answer in answers if answer is not None and answer.is_valid)
    return frozenset(slot for slot, answer in stand if not by_others or answer.by != moment.person.id)


def _next_to_take(moment: Moment, instance: Instance, party: str, spared: frozenset[str]) -> Field | None:
    """One at a time: an answer may bring along the next question."""
    for field in moment.view.fields_of(instance):
        here, there = moment.view.answer(field), moment.draft.answers.get(_counterpart(field, party))
        if field.id in spared or there is None or not (there.is_valid or there.was_skipped):
            continue
        if here is None or (here.value, here.problem) != (there.value, there.problem):
            return field
    return None


def _counterpart(field: Field, party: str) -> str:
    return slot_name(field.slot.question, party, field.slot.line, field.slot.year)
