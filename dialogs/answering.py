"""Takes answers into the draft: typed or from a card, right, wrong or half, and never over a newer one unseen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, assert_never

from dialogs import questions
from dialogs.effects import Button, Say, Understood, Value
from dialogs.events import Masked, Submitted, Typed
from dialogs.moment import Moment, yes_no
from dialogs.person import Differs, Doubt, ElevenDigits, PastPeriod, Pending, Spread, Which
from dialogs.reading import Doubted, InThePast, Several, Taken, Unclear, Wrong, read
from dialogs.showing import typed_text
from dialogs.texts.catalogues import OSLO
from dialogs.view import Field

MORE = "_more"


def take_typed(moment: Moment, event: Typed) -> None:
    """Text for the question shown last."""
    asked = moment.shown_field()
    shown = moment.person.shown
    if asked is None or shown is None:
        return moment.go_on()
    spread = _over_page(moment, asked, event.text) if event.masked == "nothing" else {}
    if spread:
        return take_card(
            moment,
            Submitted(
                at=event.at, key=event.key, raw=spread, revisions=shown.revisions, page=asked.instance.id
            ),
        )
    if _changed_since(moment, asked.id, event.text, shown.revisions.get(asked.id, 0)):
        return _ask_which_stands(moment, {asked.id: event.text})
    ready = take(moment, asked, event.text, event.masked)
    moment.replacement = Understood((asked.id,))
    return carry_on(moment, asked) if ready else None


def take_card(moment: Moment, event: Submitted) -> None:
    """All fields of a card. What is right is kept also when something beside it is wrong."""
    differing: dict[str, str] = {}
    seen: list[str] = []
    fresh = waits = False
    for slot, raw in event.raw.items():
        asked = moment.view.field_by_id.get(slot)
        if asked is None:
            continue
        seen.append(slot)
        newer = moment.draft.revision(slot) != event.revisions.get(slot, 0)
        if newer and _stands_already(moment, asked, raw):
            continue
        fresh = True
        if newer and moment.draft.value(slot) is not None:
            differing[slot] = raw
        elif raw.strip():
            waits = not take(moment, asked, raw, event.masked.get(slot, "nothing")) or waits
        elif not asked.question.required:
            moment.put(slot, problem="skipped")
        else:
            moment.put(slot, problem="empty")
    moment.replacement = Understood(tuple(seen))
    if differing:
        return _ask_which_stands(moment, differing)
    if waits or (not fresh and seen):
        return None
    instance = moment.instance(event.page)
    first = next((moment.view.field_by_id[s] for s in seen if s in moment.view.field_by_id), None)
    if first is None and instance is not None:
        fields = moment.view.fields_of(instance)
        first = fields[0] if fields else None
    return carry_on(moment, first) if first is not None else moment.go_on()


def take(moment: Moment, asked: Field, raw: str, masked: Masked = "nothing") -> bool:
    """Reads one field and keeps it, right or wrong. False when something is asked about it first."""
    if masked == "number":
        moment.put(asked.id, raw=raw, problem="identity_number")
        moment.say("identity-number")
        return True
    if masked == "control":
        moment.put(asked.id, raw=raw, problem="control_characters")
        return True
    if masked == "doubtful":
        moment.put(asked.id, raw=raw, problem="eleven_digits")
        return _ask(moment, ElevenDigits(slot=asked.id, raw=raw), "eleven-digits")
    if moment.draft.value(asked.id) is not None and raw == typed_text(
        moment.view, asked, moment.person.language
    ):
        return True
    reading = read(moment.view, asked, raw, moment.event.at.astimezone(OSLO).date())
    match reading:
        case Taken():
            _keep(moment, asked, reading.value)
            return True
        case Wrong():
            moment.put(asked.id, raw=raw, problem=_problem(reading))
            return True
        case Several():
            moment.put(asked.id, raw=raw, problem="unconfirmed")
            return _ask(moment, Spread(values=dict(reading.values)), "spread", list=_list(reading.values))
        case Doubted():
            moment.put(asked.id, raw=raw, problem="unconfirmed")
            doubt = Doubt(slot=asked.id, raw=raw, value=reading.value)
            return _ask(moment, doubt, "doubt", slot=asked.id, value=reading.value)
        case InThePast():
            moment.put(asked.id, raw=raw, problem="unconfirmed")
            return _ask(moment, PastPeriod(slot=asked.id, raw=raw), "past-period")
        case Unclear():
            moment.put(asked.id, raw=raw, problem="unconfirmed")
            if moment.person.pending is None:
                ask_which(
                    moment,
                    Which(
                        slot=asked.id,
                        understood=reading.understood,
                        choices=reading.choices,
                        rest=reading.rest,
                    ),
                )
            return False
        case _:
            assert_never(reading)


def _ask(moment: Moment, pending: Pending, key: str, **values: Value) -> Literal[False]:
    """One thing is asked about at a time; what else on the card is unsure waits as unconfirmed."""
    if moment.person.pending is None:
        moment.expect(pending)
        moment.show(Say(key, values, yes_no(pending.type)))
    return False


def ask_which(moment: Moment, which: Which) -> None:
    """Two municipalities of one name: the county tells them apart."""
    moment.expect(which)
    places = moment.context.municipalities
    buttons = (Button("", reply_to="which", reply=n, label=places[n].label) for n in which.choices)
    moment.say("which-municipality", *buttons)


def _keep(moment: Moment, asked: Field, value: object) -> None:
    name = asked.question.name
    if name.endswith(MORE) and value == "yes":
        page = name.removesuffix(MORE)
        moment.put(asked.id, raw="yes", problem="again")
        add_line(moment, page)
    else:
        moment.put(asked.id, value)


def add_line(moment: Moment, page: str) -> str:
    lines = moment.view.lines(page)
    new = str(max(int(line) for line in lines) + 1)
    moment.change_application(lines={**moment.draft.lines, page: (*lines, new)})
    return new


def _problem(wrong: Wrong) -> str:
    """The code with its values, as it is stored: `too_long length=812 maximum=500`."""
    return " ".join(
        [wrong.code, *(f"{k}={v}" for k, v in wrong.values.items() if k != "part" and k != "near")]
    )


def carry_on(moment: Moment, asked: Field) -> None:
    """On the same page while it has something wrong or missing, else on."""
    on_page = moment.view.fields_of(asked.instance)
    for field in on_page:
        answer = moment.view.answer(field)
        if answer is not None and answer.problem == "unconfirmed":
            if not take(moment, field, answer.raw):
                return None
            continue
        if answer is None or (not answer.is_valid and not answer.was_skipped and answer.problem != "again"):
            return moment.ask(field)
    return moment.go_on()


def _stands_already(moment: Moment, asked: Field, raw: str) -> bool:
    """Whether the draft holds just this answer: then the card is a repetition."""
    answer = moment.view.answer(asked)
    if answer is None:
        return not raw.strip()
    if answer.raw == raw or (answer.was_skipped and not raw.strip()):
        return True
    reading = read(moment.view, asked, raw, moment.event.at.astimezone(OSLO).date())
    return isinstance(reading, Taken | InThePast) and reading.value == answer.value


def _changed_since(moment: Moment, slot: str, raw: str, revision: int) -> bool:
    asked = moment.view.field_by_id[slot]
    stored = moment.draft.value(slot)
    return (
        moment.draft.revision(slot) != revision
        and stored is not None
        and not _stands_already(moment, asked, raw)
    )


def _ask_which_stands(moment: Moment, differing: Mapping[str, str]) -> None:
    (slot, raw), *more = differing.items()
    ask_differs(moment, Differs(slot=slot, raw=raw, revision=moment.draft.revision(slot), more=dict(more)))


def ask_differs(moment: Moment, differs: Differs) -> None:
    """Both values are shown; the person chooses."""
    moment.expect(differs)
    moment.say(
        "differs",
        Button("keep_stored", reply_to="differs", reply="no"),
        Button("use_mine", reply_to="differs", reply="yes"),
        quote=differs.raw,
        slot=differs.slot,
    )


def _list(values: Mapping[str, int]) -> str:
    """Slots and values for the sentence that shows them: `slot=value …`; it is drawn with names and amounts."""
    return " ".join(f"{slot}={value}" for slot, value in values.items())


def _over_page(moment: Moment, asked: Field, text: str) -> dict[str, str]:
    """«Kari Nordmann, rådgiver, kari@example.no»: one line for the whole contact card, by what each part is."""
    fields = moment.view.fields_of(asked.instance)
    email = next((f for f in fields if isinstance(f.question.kind, questions.Email)), None)
    parts = [p.strip() for p in re.split(r"[,;\n]", text) if p.strip()]
    if (
        email is None
        or (asked is not next(iter(fields)) and asked.question.name != "contact_name")
        or len(parts) < 2
    ):
        return {}
    today = moment.event.at.date()
    raw: dict[str, str] = {}
    rest: list[str] = []
    phone = next((f for f in fields if isinstance(f.question.kind, questions.Phone)), None)
    for part in parts:
        if email.id not in raw and isinstance(read(moment.view, email, part, today), Taken):
            raw[email.id] = part
        elif phone and phone.id not in raw and isinstance(read(moment.view, phone, part, today), Taken):
            raw[phone.id] = part
        else:
            rest.append(part)
    texts = [
        f for f in fields if isinstance(f.question.kind, questions.Text) and not moment.draft.value(f.id)
    ]
    if email.id not in raw or len(rest) > len(texts):
        return {}
    return {**dict(zip((f.id for f in texts), rest, strict=False)), **raw}
