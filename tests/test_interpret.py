"""What is a question and what is an answer: the open field keeps its right, and one tap tells where in doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.incoming import Scrubbed
from bot.interpret import decided, interpret
from dialogs.events import AnyEvent, Command, Commanded, Inquired, Replied, Typed, Unsure
from dialogs.findings import EntryRef, Finding, Found, Looked, Near, NotKnown
from dialogs.person import Belonging, Forwarding, Suggested, Writing
from dialogs.view import View
from tests.drafts import READY, TO_BUDGET, TO_PERIOD, TO_TITLE
from tests.talking import Talk

ENTRY = EntryRef("bot-language", "1")
FOUND: Finding = Found(ENTRY)
KNOWN_UNKNOWN: Finding = NotKnown(ENTRY)
NEAR: Finding = Near((ENTRY,))
NOTHING: Finding = NotKnown()
TO_SUMMARY = f"{TO_TITLE}\n> Felles akutteam"
TO_COST = f"{TO_BUDGET}\n> Lege\n> Evje og Hornnes"
"""An amount is asked for."""


def read(talk: Talk, text: str, masked: str = "nothing") -> AnyEvent:
    person = talk.person
    view = View(talk.draft, talk.context) if person.open_application else None
    typed = Scrubbed(text, masked)  # type: ignore[arg-type]  # the literal as a parametrized text
    return interpret(typed, person, view, talk.phrases, at=talk.now, key="k")


def kind_of(event: AnyEvent) -> str:
    return f"{type(event).__name__} {event.leans}" if isinstance(event, Unsure) else type(event).__name__


# --- Where no application is open, all that is no command is a question.


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("fristen", "Inquired"),
        ("hei", "Inquired"),
        ("Hei. Vi er en liten kommune.\nKan vi søke? Haster!\n\nMvh Kari", "Inquired"),
        ("x " * 2_000, "Inquired"),
        ("ja", "Typed"),
        ("Nei takk.", "Typed"),
        ("2", "Typed"),
        ("300 000", "Typed"),
        ("👍", "Typed"),
        ("start", "Commanded"),
        ("takk!", "Commanded"),
        ("spør sekretariatet", "Commanded"),
        ("?", "Commanded"),
    ],
)
def test_before_the_start(talk: Talk, text: str, kind: str) -> None:
    talk.arrive()
    assert kind_of(read(talk, text)) == kind


def test_a_message_with_a_number_in_it_is_still_a_question_before_the_start(talk: Talk) -> None:
    talk.arrive()
    for masked in ("number", "doubtful", "control"):
        event = read(talk, "Jeg har [nummer fjernet] og lurer på fristen", masked)
        assert isinstance(event, Inquired)
        assert event.masked == masked


# --- In a free text.


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Felles akutteam", "Typed"),
        ("Hva med ambulansen?", "Unsure question"),
        ("Kan vi søke om lønn?", "Unsure question"),
        ("kan vi søke om lønn til en sykepleier", "Unsure question"),
        ("Hvor hjelpen er nærmest", "Unsure question"),
        ("Hva nå", "Typed"),
        ("Rett hjelp? Ja, til rett tid.", "Typed"),
        ("Hvorfor gjør vi dette?\nFordi pasientene venter.", "Typed"),
        ("Ventetiden er lang. " * 20 + "Hva gjør vi?", "Typed"),
        ("nei", "Typed"),
        ("42", "Typed"),
        ("Er det ikke på tide at kommunen og sykehuset går sammen", "Unsure question"),
    ],
)
def test_in_a_free_text(talk: Talk, text: str, kind: str) -> None:
    talk(TO_SUMMARY)
    assert kind_of(read(talk, text)) == kind


# --- In a field for a number, a date or a choice.


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("300 000", "Typed"),
        ("1.200", "Typed"),
        ("nei", "Typed"),
        ("ganske mye", "Typed"),
        ("vet ikke helt ennå", "Typed"),
        ("hva kan vi søke om", "Inquired"),
        ("lønn?", "Inquired"),
        ("Vi i Hægebostad lurer på noe. Kan vi få dekket reise? Haster litt.", "Inquired"),
        ("jeg lurer på om vi kan søke om lønn", "Unsure answer"),
        ("det blir vel omtrent tre hundre tusen", "Unsure answer"),
    ],
)
def test_where_an_amount_is_asked_for(talk: Talk, text: str, kind: str) -> None:
    talk(TO_COST)
    assert kind_of(read(talk, text)) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2027-2028", "Typed"),
        ("hele 2027", "Typed"),
        ("når må vi starte?", "Inquired"),
        ("2027?", "Inquired"),
    ],
)
def test_where_a_period_is_asked_for(talk: Talk, text: str, kind: str) -> None:
    talk(TO_PERIOD)
    assert kind_of(read(talk, text)) == kind


# --- Where nothing is asked.


def test_beside_a_draft_a_question_is_one_and_the_rest_is_kept_with_the_draft(talk: Talk) -> None:
    talk(TO_SUMMARY)
    talk("> oppsummering")
    assert kind_of(read(talk, "hvem bestemmer dette hos oss")) == "Inquired"
    assert kind_of(read(talk, "Et avsnitt til om tiltaket.")) == "Unsure answer"


def test_beside_a_sent_application_too(talk: Talk) -> None:
    talk(READY)
    talk("> send")
    talk("> ja")
    assert kind_of(read(talk, "når får vi svar?")) == "Inquired"
    assert kind_of(read(talk, "en ting til om tiltaket")) == "Unsure answer"


# --- What the knowledge base has, decides between doubt and question.


def settled(talk: Talk, event: Unsure, finding: Finding | None) -> str:
    looked = Looked(finding) if finding is not None else None
    event_then = decided(replace(event, looked=looked), talk.phrases)
    if isinstance(event_then, Inquired):
        return "question" if event_then.is_surely else "question to be taken back"
    return kind_of(event_then)


@pytest.mark.parametrize(
    ("text", "finding", "becomes"),
    [
        ("Kan vi søke om lønn?", FOUND, "question to be taken back"),
        ("Kan vi søke om lønn?", KNOWN_UNKNOWN, "question to be taken back"),
        ("Kan vi søke om lønn?", NEAR, "Unsure question"),
        ("Kan vi søke om lønn?", NOTHING, "Unsure question"),
        ("Kan vi søke om lønn?", None, "Unsure question"),
        ("Lønn til en sykepleier?", FOUND, "Unsure question"),
        ("kan vi søke om lønn til en sykepleier", FOUND, "Unsure question"),
        ("Kan vi? Kan dere?", FOUND, "Unsure question"),
    ],
)
def test_a_free_text_is_only_passed_over_for_a_clear_question_that_is_known(
    talk: Talk, text: str, finding: Finding | None, becomes: str
) -> None:
    unsure = Unsure(at=talk.now, key="k", text=text)
    assert settled(talk, unsure, finding) == becomes
    assert settled(talk, replace(unsure, masked="number"), finding) == "Unsure question"


@pytest.mark.parametrize(
    ("finding", "becomes"),
    [
        (FOUND, "question"),
        (KNOWN_UNKNOWN, "question"),
        (NEAR, "Typed"),
        (NOTHING, "Typed"),
        (None, "Typed"),
    ],
)
def test_what_no_field_can_hold_is_a_question_only_when_it_is_known(
    talk: Talk, finding: Finding | None, becomes: str
) -> None:
    unsure = Unsure(at=talk.now, key="k", text="jeg lurer på om vi kan søke om lønn", leans="answer")
    assert settled(talk, unsure, finding) == becomes


def test_nothing_else_is_decided_by_what_is_found(talk: Talk) -> None:
    for event in (
        Typed(at=talk.now, key="k", text="Kan vi søke om lønn?", looked=Looked(FOUND)),
        Commanded(at=talk.now, key="k", command=Command.HELP, looked=Looked(FOUND)),
    ):
        assert decided(event, talk.phrases) is event


# --- What was asked last is answered first.


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("1", "bot-language"),
        ("2", "bot-saved"),
        ("2.", "bot-saved"),
        ("nr. 2", "bot-saved"),
        ("nummer to", ""),
        ("den andre", "bot-saved"),
        ("the second one", "bot-saved"),
        ("3", ""),
        ("nei", "no"),
        ("ingen av disse", "no"),
        ("none of these", "no"),
        ("ja", ""),
        ("300 000", ""),
    ],
)
def test_a_number_or_an_order_chooses_among_near_ones(talk: Talk, text: str, reply: str) -> None:
    talk(TO_COST)
    near = Suggested(text="?", entries=(ENTRY, EntryRef("bot-saved", "1")))
    person = talk.person.model_copy(update={"pending": near})
    view = View(talk.draft, talk.context)
    event = interpret(Scrubbed(text), person, view, talk.phrases, at=talk.now, key="k")
    assert (event.reply if isinstance(event, Replied) else "") == reply


def test_a_yes_is_enough_for_the_only_near_one(talk: Talk) -> None:
    talk.arrive()
    person = talk.person.model_copy(update={"pending": Suggested(text="?", entries=(ENTRY,))})
    event = interpret(Scrubbed("ja"), person, None, talk.phrases, at=talk.now, key="k")
    assert isinstance(event, Replied)
    assert event.reply == "bot-language"


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Agder", "agder"),
        ("helsefellesskapet agdr", "agder"),
        ("sykehuset østfold", "ostfold"),
        ("2", "bergensomradet"),
        ("ikke her", "other"),
        ("hvem bestemmer dette", ""),
        ("start", ""),
    ],
)
def test_a_helsefellesskap_is_named_in_many_ways(talk: Talk, text: str, reply: str) -> None:
    talk.arrive()
    person = talk.person.model_copy(update={"pending": Belonging(text="?")})
    event = interpret(Scrubbed(text), person, None, talk.phrases, at=talk.now, key="k")
    assert (event.reply if isinstance(event, Replied) else "") == reply


def test_what_is_written_to_the_secretariat_is_no_answer_and_commands_still_are(talk: Talk) -> None:
    talk(TO_SUMMARY)
    person = talk.person.model_copy(update={"pending": Writing()})
    view = View(talk.draft, talk.context)
    for text, kind in (("Underskriften", Inquired), ("ja", Inquired), ("avbryt", Commanded)):
        event = interpret(Scrubbed(text), person, view, talk.phrases, at=talk.now, key="k")
        assert isinstance(event, kind), text


def test_a_text_beside_what_would_be_sent_answers_the_field(talk: Talk) -> None:
    talk(TO_COST)
    talk("> spør sekretariatet")
    talk("> kan vi få båt")
    assert isinstance(talk.person.pending, Forwarding)
    assert kind_of(read(talk, "300 000")) == "Typed"
    assert kind_of(read(talk, "send spørsmålet")) == "Replied"
    talk.wait(timedelta(days=1))
    assert kind_of(read(talk, "ja")) == "Replied"
