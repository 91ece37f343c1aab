"""Takes what was typed or saved on a card: never over a newer answer unseen, and nothing of it is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs.contact_line import next_of_kind, over_contact
from dialogs.cost_line import over_cost, over_costs
from dialogs.effects import BESIDE_THE_DRAFT, Understood
from dialogs.events import Submitted, Typed
from dialogs.meant_field import meant_field
from dialogs.moment import Moment
from dialogs.party_names import party_meant
from dialogs.person import Differing, Differs
from dialogs.questions import Choice
from dialogs.rates import rate_slot
from dialogs.reading import read
from dialogs.readings import Doubted, InThePast, Several, Taken, Unclear, Wrong
from dialogs.slots import slot_name
from dialogs.standing import as_typed
from dialogs.taking import MOST_LINES, add_lines, take
from dialogs.told_answer import told_answer
from dialogs.view import Field


def take_typed(moment: Moment, event: Typed, asked: Field) -> None:
    """Text for `asked`, the field that was shown last."""
    shown = moment.person.shown
    revisions = shown.revisions if shown is not None else {}
    if event.masked == "nothing":
        if _take_costs(moment, event, asked, revisions) or _take_line(moment, event, asked, revisions):
            return None
        asked = meant_field(moment.view, asked, event.text, moment.today)
    moment.let_go()
    if _is_newer(moment, asked, revisions.get(asked.id, 0)) and not _stands_already(
        moment, asked, event.text
    ):
        return ask_which_stands(moment, (Differing(slot=asked.id, raw=event.text, masked=event.masked),))
    text = party_meant(moment.view, asked, event.text) if event.masked == "nothing" else event.text
    if event.masked == "nothing" and _take_told(moment, asked, text):
        return None
    if take(moment, asked, text, event.masked):
        moment.replacement = Understood((asked.id, *rate_slot(asked)))
        carry_on(moment, asked)
    return None


def _take_told(moment: Moment, asked: Field, text: str) -> bool:
    """«Ja, det er aktuelt, men sykehuset vet hvordan»: the option it names, and the rest beside the draft."""
    if not isinstance(read(moment.view, asked, text, moment.today), Wrong):
        return False
    told = told_answer(moment.view, asked, text)
    if told is None:
        return False
    before = moment.draft.answers
    fields = [moment.view.field_by_id[slot] for slot in told.raw]
    for field in fields:
        take(moment, field, told.raw[field.id])
    if told.rest:
        rest = told.rest if moment.draft.answers != before else text
        if moment.put_aside(rest, asked.id, "unclear"):
            moment.say("rest-beside", BESIDE_THE_DRAFT, quote=rest)
    moment.replacement = Understood(tuple(told.raw))
    carry_on(moment, asked)
    return True


def _take_line(moment: Moment, event: Typed, asked: Field, revisions: Mapping[str, int]) -> bool:
    """A line with all that the page asks about a person, perhaps after what it asks first: «Ja, Kari Eksempel, …»."""
    before, text = moment.application, event.text
    following = next_of_kind(moment.view, asked)
    if following is not None and over_contact(moment.view, following, text, moment.today):
        moment.put(asked.id, problem="skipped")
        asked, revisions = following, {}
    first = asked
    line = over_contact(moment.view, asked, text, moment.today)
    line = line or over_cost(moment.view, asked, text, moment.today)
    head, _, rest = text.partition(",")
    if not line and rest and isinstance(asked.question.kind, Choice) and asked.instance.party:
        if not isinstance(read(moment.view, asked, head, moment.today), Taken):
            return False
        take(moment, asked, head)
        names = (f for f in moment.view.fields_of(asked.instance) if f.question.names_person)
        first = next(names, asked)
        line = over_contact(moment.view, first, rest, moment.today) if first is not asked else {}
    if not line:
        moment.application = before
        return False
    card = Submitted(at=event.at, key=event.key, raw=line, revisions=revisions, page=asked.instance.id)
    take_card(moment, card)
    if first is not asked:
        moment.replacement = Understood((asked.id, *line))
    return True


def _take_costs(moment: Moment, event: Typed, asked: Field, revisions: Mapping[str, int]) -> bool:
    """Several costs under each other, each a line of its own; or one more, where it is asked whether there are."""
    read_lines = over_costs(moment.view, asked, event.text, moment.today)
    if not read_lines:
        return False
    page = asked.question.asks_for_lines or asked.instance.page.name
    if len(moment.view.lines(page)) + len(read_lines) > MOST_LINES:
        return False
    moment.let_go()
    here = [] if asked.question.asks_for_lines else [str(asked.instance.line)]
    if asked.question.asks_for_lines:
        moment.put(asked.id, raw="yes", problem="again")
    new = add_lines(moment, page, len(read_lines) - len(here), kept=moment.view.lines(page))
    cards = [
        {slot_name(question, line=line): part for question, part in said.items()}
        for line, said in zip((*here, *new), read_lines, strict=True)
    ]
    for raw in cards[:-1]:
        for slot, part in raw.items():
            if (field := moment.view.field_by_id.get(slot)) is not None:
                take(moment, field, part)
    shown = {slot: revisions.get(slot, 0) for raw in cards for slot in raw}
    last = moment.view.field_by_id[next(iter(cards[-1]))]
    take_card(
        moment, Submitted(at=event.at, key=event.key, raw=cards[-1], revisions=shown, page=last.instance.id)
    )
    moment.replacement = Understood(tuple(slot for raw in cards for slot in raw))
    return True


def _with_line(moment: Moment, event: Submitted) -> Submitted:
    """A whole cost in the card's first field, where the others are empty: each part goes to its own."""
    for slot, raw in event.raw.items():
        asked = moment.view.field_by_id.get(slot)
        line = over_cost(moment.view, asked, raw, moment.today) if asked is not None else {}
        if (
            line
            and event.masked.get(slot, "nothing") == "nothing"
            and not any(event.raw.get(s, "").strip() for s in line if s != slot)
        ):
            return replace(event, raw={**event.raw, **line})
    return event


def take_card(moment: Moment, event: Submitted) -> None:
    """All fields of a card. What is right is kept also when something beside it is wrong."""
    event = _with_line(moment, event)
    fields = {slot: found for slot in event.raw if (found := moment.view.field_by_id.get(slot)) is not None}
    fresh: list[Field] = []
    differing: list[Differing] = []
    is_known = event.key in moment.person.done
    for slot, asked in fields.items():
        raw, revision = event.raw[slot], event.revisions.get(slot, 0)
        is_old = is_known or moment.draft.revision(slot) != revision
        if is_old and (not raw.strip() or _stands_already(moment, asked, raw)):
            continue  # a repetition, or an old card's empty place
        if _is_newer(moment, asked, revision):
            differing.append(Differing(slot=slot, raw=raw, masked=event.masked.get(slot, "nothing")))
        else:
            fresh.append(asked)
    _put_aside_what_is_not_asked(moment, event)
    rates = (slot for asked in fields.values() for slot in rate_slot(asked))
    moment.replacement = Understood((*fields, *dict.fromkeys(rates)))
    if fields and not fresh and not differing:
        return None
    moment.let_go()
    waiting = [asked for asked in fresh if not _take_from_card(moment, asked, event)]
    if differing:
        return ask_which_stands(moment, tuple(differing))
    if waiting:
        return None
    instance = moment.instance(event.page)
    on_page = moment.view.fields_of(instance) if instance is not None else ()
    first = next(iter((*fields.values(), *on_page)), None)
    return carry_on(moment, first) if first is not None else moment.go_on()


def _take_from_card(moment: Moment, asked: Field, event: Submitted) -> bool:
    raw = event.raw[asked.id]
    if raw.strip():
        return take(moment, asked, raw, event.masked.get(asked.id, "nothing"))
    moment.put(asked.id, problem="empty" if asked.question.required else "skipped")
    return True


def _put_aside_what_is_not_asked(moment: Moment, event: Submitted) -> None:
    """An old card may hold text for a question that is gone: a new release, or another answer meanwhile."""
    for slot, raw in event.raw.items():
        answer = moment.draft.answers.get(slot)
        known = () if answer is None else (answer.raw, as_typed(answer.value))
        if slot not in moment.view.field_by_id and raw not in known:
            moment.put_aside(raw, slot, "no_longer_asked")


def carry_on(moment: Moment, asked: Field) -> None:
    """On the same page while it has something wrong or missing, else on."""
    if moment.instance(asked.instance.id) is None:
        return moment.go_on()
    for field in moment.view.fields_of(asked.instance):
        answer = moment.view.answer(field)
        if answer is not None and answer.problem == "unconfirmed":
            if not take(moment, field, answer.raw):
                return None
            answer = moment.view.answer(field)
        if answer is None and moment.person.back_to_summary and asked.instance.line is None:
            continue  # from the summary one field was to be changed, not the page filled in
        if answer is None or not (answer.is_valid or answer.was_skipped or answer.problem == "again"):
            return moment.ask(field)
    return moment.go_on()


def ask_which_stands(moment: Moment, fields: tuple[Differing, ...]) -> None:
    """Both values are shown; the person chooses."""
    moment.ask_about(Differs(fields=fields, revision=moment.draft.revision(fields[0].slot)))


def _is_newer(moment: Moment, asked: Field, revision: int) -> bool:
    """Whether an answer stands that the person was not shown: a value, or a colleague's half one."""
    answer = moment.draft.answers.get(asked.id)
    if answer is None or answer.revision == revision:
        return False
    return answer.value is not None or (bool(answer.raw) and answer.by != moment.person.id)


def _stands_already(moment: Moment, asked: Field, raw: str) -> bool:
    """Whether the draft holds just this answer: then the card is a repetition."""
    answer = moment.view.answer(asked)
    if answer is None:
        return not raw.strip()
    if answer.raw == raw or (answer.was_skipped and not raw.strip()):
        return True
    if answer.value is None:
        return False
    match read(moment.view, asked, raw, moment.today):
        case Taken(value=value) | InThePast(value=value) | Doubted(value=value):
            return bool(value == answer.value)
        case Several(values=values):
            return bool(values.get(asked.id) == answer.value)
        case Unclear(understood=understood, choices=choices):
            return set(understood) <= set(answer.value) and not set(choices).isdisjoint(answer.value)
        case Wrong():
            return False
