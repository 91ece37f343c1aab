"""Every card that the bot can send is valid and small enough, with all fields at their greatest length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.app import load_context
from bot.cards.elements import Json, Pen
from bot.cards.notice import notice_card
from bot.cards.summary import answers_cards
from bot.drawing import draw
from bot.records import put_application
from bot.settings import Settings
from dialogs.application import Answer, Application, Submission
from dialogs.context import Context, Listed
from dialogs.effects import (
    BESIDE,
    AskPage,
    ConfirmSending,
    Effect,
    ShowApplications,
    ShowChanged,
    ShowNeeded,
    ShowPart,
    ShowReceipt,
    ShowStatus,
    ShowSummary,
    Understood,
)
from dialogs.events import Command
from dialogs.form.more import CALL_QUESTIONS
from dialogs.members import Member
from dialogs.person import LANGUAGES, Language
from dialogs.questions import Page
from dialogs.reading import MAX_TYPED
from dialogs.view import View
from tests.card_validation import CardValidator
from tests.fake_teams import FakeTeams
from tests.largest_application import AT, HEAVY, MUNICIPALITIES, YEARS, balanced, fill
from tests.stage import Stage

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

EMPTY = Application(
    id="a1",
    created_at=AT,
    created_by="p1",
    changed_at=AT,
    members=(Member(person_id="p1", name="Kari Eksempel", joined_at=AT),),
)
SENT = Submission(version=1, received_at=AT, by="p1", late="late", fingerprint="f")


@pytest.fixture(scope="module")
def context() -> Context:
    """Every call asks for all that any call can ask for."""
    context = load_context(Settings())
    agder = context.communities["agder"]
    calls = tuple(
        call.model_copy(
            update={"extra_questions": CALL_QUESTIONS, "attachments_required": ("signed-agreement",)}
        )
        for call in agder.calls
    )
    settings = agder.settings.model_copy(update={"agreement_form": "stated"})
    called = agder.model_copy(update={"calls": calls, "settings": settings})
    communities = {**context.communities, "agder": called}
    return replace(context, communities=communities)


def test_the_largest_application_answers_every_question_of_the_form(context: Context) -> None:
    application = fill(EMPTY, context)
    view = View(application, context)
    assert len([party for party in view.parties() if party.kind == "municipality"]) == MUNICIPALITIES
    assert len(view.years()) == YEARS
    asked = {field.question.name for field in view.fields}
    never_together = {"hospital_names", "own_none_reason", "responsibility_why_not"}
    never_together |= {"own_full_time_rate", "own_hours_rate"}  # instead of a value
    # Asked of whoever confirms, while the agreement stands still.
    never_together |= {q.name for p in ("authority", "paper") for q in _page(context, p).questions}
    assert set(context.form.questions()) - asked == never_together


def _page(context: Context, name: str) -> Page:
    return next(page for section in context.form.sections for page in section.pages if page.name == name)


@pytest.mark.parametrize(
    ("language", "signs"),
    [*((language, HEAVY) for language in LANGUAGES), ("nb", "😀"), ("nn", "\\"), ("en", "å")],
    ids=[*LANGUAGES, "emojis", "backslashes", "letters"],
)
def test_every_card_of_the_largest_application_is_valid_and_small_enough(
    context: Context, card_validator: CardValidator, language: Language, signs: str
) -> None:
    draft = fill(EMPTY, context, signs)
    sent = draft.model_copy(
        update={"status": "sent", "case_number": "RST-2026-K7MP4", "submissions": (SENT,)}
    )
    pen = Pen(context.texts, language, "t0123456789abcdef0123.12", "a0123456789abcdef")
    listed = Listed("a1", (signs * 150)[:150], "draft", None, AT, 100)
    many = replace(context, mine=(listed,) * 200)
    found = [
        (str(effect)[:60], problem)
        for application in (draft, sent)
        for effect, card in drawn(pen, View(application, many))
        for problem in card_validator.problems(card)
    ]
    assert found == []


def drawn(pen: Pen, view: View) -> Iterator[tuple[object, Json]]:
    for effect in effects(view):
        for card in draw(pen, view, view.context, effect):
            yield effect, card
    for card in answers_cards(pen, view):
        yield "answers", card
    if view.application.submissions:
        yield (
            "notice",
            notice_card(
                pen,
                view,
                1,
                taken_by="Olga Saksbehandler" * 6,
                archive_number="26/" + "1" * 37,
            ),
        )


def effects(view: View) -> Iterator[Effect]:
    for instance in view.instances():
        slots = tuple(field.id for field in view.fields_of(instance))
        if slots:
            yield AskPage(instance.id, slots[0], help=True, example=True)
            yield Understood(slots)
    yield from (ShowSummary(), ShowSummary(everything=True), ShowStatus(AT), ShowNeeded(), ShowApplications())
    for section in view.context.form.sections:
        yield from (ShowPart(section.name, batch) for batch in range(1, 8))
    yield ShowPart(BESIDE)
    yield from (ShowChanged(field.id, with_budget=True) for field in view.fields[::7])
    if view.application.submissions:
        yield ShowReceipt(1)
    else:
        yield ConfirmSending("f" * 64)


@pytest.mark.parametrize(
    "typed",
    [HEAVY * 40, "å" * MAX_TYPED, "😀" * MAX_TYPED, "\\" * MAX_TYPED],
    ids=["mixed", "letters", "emojis", "backslashes"],
)
def test_every_card_is_small_enough_also_while_everything_in_it_is_wrong(
    context: Context, card_validator: CardValidator, typed: str
) -> None:
    """What could not be read stands in the card as it was typed, with what is wrong beside it."""
    filled = fill(EMPTY, context)
    kept = ("call", "parties")
    wrong = Answer(raw=typed, problem="too_long length=9999 maximum=6000", by="p1", at=AT)
    answers = {
        field.id: wrong
        for field in View(filled, context).fields
        if field.instance.section.name not in kept and field.question.name not in ("period", "extras")
    }
    draft = filled.model_copy(update={"answers": {**filled.answers, **answers}})
    pen = Pen(context.texts, "nb", "t0123456789abcdef0123.12", "a0123456789abcdef")
    found = [
        (str(effect)[:60], problem)
        for effect, card in drawn(pen, View(draft, context))
        for problem in card_validator.problems(card)
    ]
    assert found == []


async def test_the_largest_application_goes_through_teams_to_the_receipt_and_the_channel(
    stage: Stage, teams: FakeTeams
) -> None:
    async with stage.running() as bot:
        await stage.connect()
        await stage.kari.say("start")
        (person,) = await stage.store.scan("person")
        (begun,) = await stage.store.scan("application")
        empty = Application.model_validate(begun.body)
        application = balanced(fill(empty, bot.context, year="2027"), bot.context)
        await stage.store.commit(expect={}, put=[put_application(application)])
        await stage.kari.say("oppsummering")
        await stage.kari.wait_for("Ingenting mangler")
        await stage.kari.say("status")
        for instance in View(application, bot.context).instances():
            slot = View(application, bot.context).fields_of(instance)
            if slot:
                action = {
                    "type": "Action.Execute",
                    "verb": "command",
                    "data": {
                        "k": "k",
                        "a": application.id,
                        "c": str(Command.CHANGE),
                        "x": slot[0].id,
                    },
                }
                await stage.kari.raw_action(action)
        number = await stage.send()
        await stage.kari.wait_for("Mottatt av sekretariatet", anywhere=True)
        await stage.channel().press("Vis hele søknaden")
        rows = await stage.settled(bot)
    assert {row.state for row in rows} == {"delivered"}
    assert (stage.data / "filed/agder" / number / "v1/application.pdf").is_file()
    assert person.key.id == application.created_by
