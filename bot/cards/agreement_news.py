"""News of the agreement for one of its people: who is asked, who has confirmed, and what has changed since they did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, assert_never

from bot.cards.elements import Json, Pen, card, heading, labelled, near, primary, words
from bot.cards.fitting import shortened
from bot.cards.summary import command
from dialogs.agreement.records import Confirmation
from dialogs.agreement.text import content_of
from dialogs.agreement.words import agreed_text
from dialogs.events import Command
from dialogs.fields import any_field
from dialogs.members import Member
from dialogs.showing import label, value_text
from dialogs.view import View

Of = Literal["named", "locked", "asked_to_confirm", "opened", "confirmed", "fell", "refused"]
SHOWN = 400
MOST_DIFFERENCES = 20


def agreement_news(pen: Pen, view: View, what: Of, about: str, receiver: Member) -> Json | None:
    """None where it is no longer so, or another's."""
    application, agreement = view.application, view.application.agreement
    party = view.party_name(receiver.party or "")
    is_named = receiver.party is not None and agreement.is_nominated(receiver.party, receiver.person_id)
    match what:
        case "named":
            return _about(pen, view, pen.t("card-news-named", party=party)) if is_named else None
        case "asked_to_confirm":
            if not is_named or agreement.text is None or agreement.text.text_hash != about:
                return None
            said = pen.t("card-news-asked", code=agreement.text.code, party=party)
            buttons = [primary(command(pen, Command.CONFIRM)), command(pen, Command.REFUSE)]
            return _about(pen, view, said, buttons)
        case "locked":
            return _about(pen, view, pen.t("card-news-locked", name=application.name_of(about)))
        case "opened":
            return _about(pen, view, pen.t("card-news-opened", name=application.name_of(about)))
        case "confirmed":
            found = _confirmation(view, about)
            if found is None or not found.stands:
                return None
            said = pen.t("card-news-confirmed", party=view.party_name(found.party))
            return _about(pen, view, f"{said} {agreed_text(view, pen.language)}")
        case "refused":
            refusal = next((one for one in reversed(agreement.refusals) if one.party == about), None)
            if refusal is None:
                return None
            said = pen.t("card-news-refused", party=view.party_name(about))
            reason = labelled(pen.t("card-says", name=application.name_of(refusal.by)), refusal.reason)
            return card(pen, [words(said), _which(pen, view), reason], [command(pen, Command.AGREEMENT)])
        case "fell":
            fallen = _confirmation(view, about)
            return _fell(pen, view, fallen) if fallen is not None and fallen.fall is not None else None
        case _:
            assert_never(what)


def _fell(pen: Pen, view: View, fallen: Confirmation) -> Json:
    body = [
        words(pen.t("card-news-fell", party=view.party_name(fallen.party))),
        _which(pen, view),
        heading(pen.t("card-difference")),
        *_differences(pen, view, fallen),
    ]
    return card(pen, body, [command(pen, Command.AGREEMENT)])


def _differences(pen: Pen, view: View, fallen: Confirmation) -> Iterator[Json]:
    """Old, new and who: of each answer that the text is made of."""
    kept = view.context.fallen_text
    if kept is None:
        return
    old = dict(kept.content["material"])
    new = dict(content_of(view, fallen.template, ())["material"])
    slots = [slot for slot in {**old, **new} if old.get(slot) != new.get(slot)]
    for slot in slots[:MOST_DIFFERENCES]:
        field = view.field_by_id.get(slot) or any_field(view.context.form, slot)
        if field is None:
            continue
        said = [
            pen.t(key, **{name: _value(pen, view, slot, values.get(slot))})
            for key, name, values in (
                ("card-difference-was", "old", old),
                ("card-difference-is", "new", new),
            )
        ]
        answer = view.application.answers.get(slot)
        if answer is not None:
            name = view.application.name_of(answer.by) or pen.t("card-no-name")
            said.append(pen.t("card-difference-by", name=name))
        yield near(labelled(label(view, field, pen.language), "\n".join(said)))
    if len(slots) > MOST_DIFFERENCES:
        yield words(pen.t("card-more-changes", count=len(slots) - MOST_DIFFERENCES))


def _value(pen: Pen, view: View, slot: str, value: object) -> str:
    field = view.field_by_id.get(slot) or any_field(view.context.form, slot)
    if value is None or field is None:
        return pen.t("card-nothing-there")
    return shortened(pen, value_text(view, field, value, pen.language), SHOWN)


def _confirmation(view: View, id: str) -> Confirmation | None:
    return next((one for one in view.application.agreement.confirmations if one.id == id), None)


def _about(pen: Pen, view: View, said: str, buttons: list[Json] | None = None) -> Json:
    actions = buttons or [command(pen, Command.AGREEMENT)]
    return card(pen, [words(said), _which(pen, view)], actions)


def _which(pen: Pen, view: View) -> Json:
    title = str(view.value("title") or "") or pen.t("card-untitled")
    return labelled(pen.t("card-about-application"), title)
