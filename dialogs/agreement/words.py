"""The parties' words on the agreement, as people read them: the same on cards, on pages and in print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from dialogs.agreement.records import Confirmation, Fall, Statement
from dialogs.agreement.standing import PartyStands, agreed, how_agreed, lacking
from dialogs.person import Language
from dialogs.texts.catalogues import Texts, day, moment
from dialogs.view import View


def agreed_text(view: View, language: Language) -> str:
    """«Enighet: 3 av 3, 1 ikke verifisert»."""
    found, say = agreed(view), view.context.texts.say
    key = "card-agreed" if not found.unverified else "card-agreed-unverified"
    said = say(language, key, confirmed=found.confirmed, all=found.parties, unverified=found.unverified)
    if found.confirmations < found.confirmed:
        count = {"count": found.confirmations, "parties": found.confirmed}
        said = f"{said} {say(language, 'card-agreed-for-several', **count)}"
    return said


def state_text(view: View, language: Language) -> str:
    """How far the parties have come, wherever an application is told of: stated, or confirmed by each."""
    if how_agreed(view) == "stated":
        parties = view.parties()
        stated = sum(1 for party in parties if view.value("agreed", party.id) == "yes")
        return view.context.texts.say(language, "notice-agreement-stated", stated=stated, all=len(parties))
    without = [party.name for party in lacking(view)]
    said = agreed_text(view, language)
    if without:
        lacks = view.context.texts.say(language, "notice-agreement-lacks", parties=", ".join(without))
        return f"{said} {lacks}"
    return said


def stands_text(
    texts: Texts, language: Language, one: PartyStands, shorten: Callable[[str], str] = str
) -> str:
    """How one party stands to the text; `shorten` fits what people wrote into the room there is."""
    if one.confirmation is not None:
        return confirmation_text(texts, language, one.confirmation, of=one.party.id)
    if one.refusal is not None:
        return texts.say(language, "card-party-refused", reason=shorten(one.refusal.reason))
    waits = texts.say(language, "card-party-waits" if one.nominated else "card-party-unnamed")
    if one.fallen is not None and one.fallen.fall is not None:
        return f"{fall_text(texts, language, one.fallen.fall)}\n{waits}"
    return waits


def fall_text(texts: Texts, language: Language, fall: Fall) -> str:
    say, at = texts.say, moment(language, fall.at)
    match fall.why:
        case "rejected":
            return say(language, "card-fell-rejected", at=at, reason=fall.reason)
        case "withdrawn":
            return say(language, "card-fell-withdrawn", at=at)
        case "changed":
            return say(language, "card-fell-changed", at=at)
        case _:
            assert_never(fall.why)


def confirmation_text(texts: Texts, language: Language, one: Confirmation, *, of: str) -> str:
    """Who, by what right and when; whether the account is known to be the party's is said every time."""
    said, say = one.statement, texts.say
    lines = [say(language, "card-confirmed-by", name=said.name, role=said.role, at=moment(language, one.at))]
    lines += authority_texts(texts, language, said)
    if one.form == "paper":
        lines.append(say(language, "card-on-paper", where=said.paper))
    elif not one.is_verified:
        lines.append(say(language, "card-not-verified"))
    if of != one.party:
        lines.append(say(language, "card-confirmed-for-others", mandate=one.mandate))
    if one.joined_through is not None:
        lines.append(say(language, "card-joined-through"))
    return "\n".join(lines)


def authority_texts(texts: Texts, language: Language, said: Statement) -> Iterable[str]:
    say = texts.say
    if said.authority == "position":
        yield say(language, "card-by-position")
    elif said.authority == "delegated" and said.delegated_on is not None:
        on = day(language, said.delegated_on)
        yield say(
            language,
            "card-by-delegation",
            by=said.delegated_by,
            on=on,
            reference=said.delegation_reference or "–",
        )
    if said.covers_own_effort is False:
        yield say(language, "card-without-own-effort")
    if said.signed_on is not None:
        yield say(language, "card-signed-on", on=day(language, said.signed_on))
    if said.archive_number:
        yield say(language, "card-own-archive", number=said.archive_number)
