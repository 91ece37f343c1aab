"""A party that has somebody in stays among the parties: only its own people write it out."""

from __future__ import annotations

from typing import Any

from dialogs.moment import Moment
from dialogs.view import Field, typed_party_id

PREFIXES = {"hospitals": "h", "municipalities": "m"}


def with_parties_that_are_in(moment: Moment, asked: Field, value: Any) -> Any:
    """The answer with those added whom somebody of another party would write out; then it says so."""
    lacking = [one for one in _of_others(moment, asked) if one not in value]
    before = moment.draft.value(asked.id)
    if asked.question.name == "hospital_names" and isinstance(before, list) and new_name(before, value):
        lacking = []
    if not lacking:
        return value
    names = ", ".join(_name(moment, asked, one) for one in lacking)
    moment.say("party-stays", parties=names)
    return [*value, *lacking]


def writes_out(moment: Moment, asked: Field, value: list[Any]) -> bool:
    """Whether the answer would leave out a party of others that has somebody in."""
    return any(one not in value for one in _of_others(moment, asked))


def _of_others(moment: Moment, asked: Field) -> list[str]:
    """As the answer names them: the parties of this sort that have somebody in, but for the person's own.

    Not found in what stands: while an answer is unsure, nothing does.
    """
    own = moment.member.party if moment.member is not None else None
    parties = dict.fromkeys(one.party for one in moment.draft.contacts if one.party not in (None, own))
    name = asked.question.name
    if name == "hospital_names":
        return [one for one in moment.draft.value(asked.id) or () if typed_party_id(one) in parties]
    prefix = PREFIXES.get(name, "")
    known = moment.context.municipalities if name == "municipalities" else moment.view.known_hospitals()
    ids = (party[1:] for party in parties if prefix and party is not None and party.startswith(prefix))
    return [one for one in ids if one in known]


def _name(moment: Moment, asked: Field, one: str) -> str:
    match asked.question.name:
        case "hospitals":
            return moment.view.known_hospitals()[one]
        case "municipalities":
            return moment.context.municipalities[one].name
        case _:
            return one


def new_name(before: list[str], after: list[str]) -> tuple[str, str] | None:
    """The one name that was put in another's place, if that is all that was changed."""
    changed = [(old, new) for old, new in zip(before, after, strict=False) if old != new]
    if len(before) != len(after) or len(changed) != 1 or changed[0][1] in before:
        return None
    return changed[0]


def follow_new_name(moment: Moment, old: str, new: str) -> None:
    """Whoever is in, or invited, for a party that is known by name only is so for the same one spelled anew."""
    members, invitations = (
        tuple(one.model_copy(update={"party": new}) if one.party == old else one for one in every)
        for every in (moment.draft.members, moment.draft.invitations)
    )
    if (members, invitations) != (moment.draft.members, moment.draft.invitations):
        moment.change_application(members=members, invitations=invitations)
