"""People in the middle of a half-filled application, put into a store, and what each of them types next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from bot import records
from bot.app import load_context
from bot.settings import Settings
from dialogs import questions
from dialogs.application import Answer, Application
from dialogs.context import Context
from dialogs.events import Event
from dialogs.members import Member
from dialogs.moment import Moment
from dialogs.person import Person
from dialogs.view import Field, View
from storage.data_folder import DataFolder
from storage.store import OutboxRow, Put
from storage.tinydb_store import open_store

BEGUN = datetime(2026, 9, 1, 8, tzinfo=UTC)
SENTENCE = "Akutteamet følger pasienten hjem og blir til kommunens egne ansatte har overtatt. "
OWN_EFFORT = ("money", "full_time", "hours", "other")
AT_A_TIME = 256


@dataclass(slots=True)
class Talker:
    """One person in their own chat, in a tenant of their own, since Teams' pace counts per tenant too."""

    name: str
    texts: tuple[str, ...]
    begins_anew: bool = False
    """For a bot that asks nothing and so can be told the same again."""
    said: int = 0

    def next_text(self) -> str:
        """Raises IndexError when the form has nothing more to ask: then there are too few people."""
        self.said += 1
        at = self.said - 1
        return self.texts[at % len(self.texts) if self.begins_anew else at]


def talkers(people: int, *, begin_anew: bool = False) -> list[Talker]:
    """The same people every time; what they type fits what the form asks them from where they are."""
    context = load_context(Settings())
    application = half_filled("a", "p", context)
    texts = tuple(_texts(application, context))
    return [Talker(f"bench-{n:05}", texts, begin_anew) for n in range(people)]


async def put_people(data: Path, people: int) -> int:
    """Writes them and their applications. Returns the size of an application in bytes."""
    context = load_context(Settings())
    store = open_store(DataFolder(data).store_file)
    application = half_filled("a", "p", context)
    size = len(application.model_dump_json().encode())
    for start in range(0, people, AT_A_TIME):
        put: list[Put] = []
        shown: list[OutboxRow] = []
        for talker in talkers_named(range(start, min(start + AT_A_TIME, people))):
            draft = half_filled(f"a-{talker}", f"p-{talker}", context)
            person = shown_where_they_are(draft, talker, context)
            identity = records.identity_key(person.tenant_id, person.object_id)
            put += [
                records.put_application(draft),
                records.put_person(person),
                Put(identity, {"person": person.id}),
            ]
            shown.append(delivered(person))
        await store.commit(expect={}, put=put, enqueue=shown)
    await store.close()
    return size


def talkers_named(numbers: range) -> Iterator[str]:
    return (f"bench-{n:05}" for n in numbers)


def half_filled(id: str, person_id: str, context: Context) -> Application:
    """Everything before the parties' own effort is answered: two parties, three years, long texts."""
    member = Member(person_id=person_id, name="Kari Nordmann", joined_at=BEGUN)
    application = Application(
        id=id, created_at=BEGUN, created_by=person_id, changed_at=BEGUN, members=(member,)
    )
    while True:
        view = View(application, context)
        asked = next(f for f in view.fields if view.answer(f) is None and not _is_theirs_to_say(f))
        if asked.instance.page.name == "applied":
            return application
        value = _value(view, asked)
        answer = Answer(value=value, by=person_id, at=BEGUN)
        application = application.model_copy(update={"answers": {**application.answers, asked.id: answer}})


def _is_theirs_to_say(asked: Field) -> bool:
    """The parties' own effort is left to the load: a long page, asked for each party."""
    return asked.instance.page.name == "own" and asked.question.name != "own_kinds"


def _value(view: View, asked: Field) -> Any:
    known: dict[str, Any] = {
        "community": "agder",
        "year": "2027",
        "municipalities": ["4203"],
        "period": ["2027-01-01", "2029-12-31"],
        "cost_more": "no",
        "own_kinds": [*OWN_EFFORT],
    }
    name, kind = asked.question.name, asked.question.kind
    if name in known:
        return known[name]
    match kind:
        case questions.Text():
            return (SENTENCE * 80)[: min(kind.maximum, 600) if kind.multiline else 60].strip()
        case questions.Choice():
            return view.options(asked)[0][0]
        case questions.Choices():
            return [view.options(asked)[0][0]]
        case questions.Nok():
            return 450_000
        case questions.Email():
            return "kari.nordmann@kommune.example.no"
        case questions.Phone():
            return "99 00 00 00"
        case questions.Day():
            return "2026-08-20"
        case questions.Names():
            return ["Sykehuset Eksempel"]
        case _:
            raise ValueError(f"the benchmark does not know what to answer to {name}")


def shown_where_they_are(draft: Application, name: str, context: Context) -> Person:
    person = Person(
        id=f"p-{name}", tenant_id=f"tenant-{name}", object_id=name, welcomed=True, open_application=draft.id
    )
    moment = Moment(draft, person, Event(at=BEGUN, key=name), context)
    moment.go_on()
    shown = moment.person.shown
    assert shown is not None
    return moment.person.model_copy(update={"shown": shown.model_copy(update={"message": f"shown-{name}"})})


def delivered(person: Person) -> OutboxRow:
    """The card the person has before them, which their next answer replaces."""
    now = BEGUN.timestamp()
    assert person.shown is not None
    result = {"activity_id": "1:1", "conversation_id": person.object_id}
    return OutboxRow(
        person.shown.message, "teams", person.object_id, {}, now, now, state="delivered", result=result
    )


def _texts(application: Application, context: Context) -> Iterator[str]:
    """For each field of the pages on own effort in turn; no two alike, since a repetition is no answer."""
    number = count(11)
    for asked in View(application, context).fields:
        if _is_theirs_to_say(asked):
            match asked.question.kind:
                case questions.Nok():
                    yield f"{next(number)} 000"
                case questions.FullTimeEquivalents():
                    yield f"0,{next(number)}"
                case questions.Hours():
                    yield f"{next(number)} timer"
                case _:
                    yield f"Lokaler og utstyr, del {next(number)}"
