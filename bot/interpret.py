"""What a typed message is: a command, a yes or no, a question to the knowledge base, or an answer to the field."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.codes import find_code, is_code, is_surely_code
from bot.incoming import Scrubbed
from bot.meant_commands import wished
from bot.typed_replies import NO, Replies, replies_of, reply_in
from dialogs import questions
from dialogs.agreement.locking import FILES, WHOLE
from dialogs.alike import alike_party_named
from dialogs.asking import slots_of
from dialogs.column_words import ColumnWords
from dialogs.commanding import ALL
from dialogs.effects import BESIDE
from dialogs.events import AnyEvent, Command, Commanded, Inquired, Pasted, Replied, Typed, Unsure
from dialogs.findings import Found, NotKnown
from dialogs.hearing import AS_ELSEWHERE, HERE
from dialogs.inviting import SECRETARIAT, SIGNATORY, SOMEBODY, name_and_party
from dialogs.members import NEWS
from dialogs.naming import names_a_field
from dialogs.naming_parties import party_named
from dialogs.party_names import PartyNames
from dialogs.person import (
    LANGUAGES,
    Doubt,
    Inquiring,
    PastPeriod,
    Person,
    Spread,
    Wording,
    Writing,
)
from dialogs.places import Community
from dialogs.proposing import ALL as ACCEPT_ALL
from dialogs.reading import read
from dialogs.reading_choices import Phrases as Named
from dialogs.reading_choices import community_phrases, names_an_option
from dialogs.readings import Wrong
from dialogs.summing_up import EVERYTHING
from dialogs.table_columns import looks_like_table
from dialogs.texts.catalogues import OSLO, Texts
from dialogs.told_answer import told_answer
from dialogs.view import Field, View

LONGEST_COMMAND = 120
MOST_NAMES = 3
LONGEST_QUESTION = 300
SENTENCE_WORDS = 5
"""So many words in a field for a number, a date or a choice may be a question without a question mark."""
_MISTYPED = re.compile(r"(?=.*[0-9])[0-9a-zæøå]{2,6}[ -]?[0-9a-zæøå]{2,6}")
_PART = re.compile(r"([0-9]{1,2})(?:: [^0-9()]+)?(?: \(?([0-9]{1,2})(?: [^0-9]{1,5} [0-9]{1,2}\)?)?)?")
"""A part of the summary as its button calls it, or shorter: «5: Budsjettet (2 av 4)», «5», «5 2»."""
SHOWS_ONLY = (Command.HELP, Command.EXAMPLE, Command.NEEDED, Command.STATUS, Command.SUMMARY)
"""Said as a question too: «hva mangler?»"""
TAKES_ARGUMENT = (
    Command.CHANGE,
    Command.OPEN,
    Command.LANGUAGE,
    Command.REMOVE_LINE,
    Command.SAME,
    Command.REMOVE_ASIDE,
    Command.PARTY,
    Command.INVITE,
    Command.REVOKE,
    Command.ADMIT,
    Command.DECLINE,
    Command.JOIN,
    Command.REMOVE_MEMBER,
    Command.REPLACE,
    Command.ACCEPT,
    Command.KEEP_OWN,
    Command.ANSWER_PROPOSAL,
    Command.NOMINATE,
    Command.PAPER,
    Command.HISTORY,
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Every way of saying a command, in every language, made once from the catalogues."""

    commands: dict[str, tuple[Command, str]]
    """Phrase -> the command and its argument."""
    openers: tuple[tuple[str, Command], ...]
    """Beginnings of commands that take an argument, longest first."""
    beginnings: tuple[str, ...]
    """The same, each with the space after it."""
    languages: dict[str, str]
    replies: Replies
    question_words: frozenset[str]
    connect: tuple[str, ...]
    with_code: tuple[tuple[str, Command], ...]
    """Beginnings of what is typed with a one-time code, longest first."""
    secretariat: frozenset[str]
    signatory: frozenset[str]
    communities: Named
    """How each helsefellesskap may be named."""
    columns: ColumnWords
    """How the columns of a table may be named."""


def phrases_of(texts: Texts, communities: Mapping[str, Community] | None = None) -> Phrases:
    def said(key: str) -> Iterator[str]:
        return (fold(p) for language in LANGUAGES for p in texts.phrases(language, key))

    languages: dict[str, str] = {
        phrase: language for language in LANGUAGES for phrase in said(f"c-{language}")
    }
    commands = {
        phrase: (command, "") for command in Command if command in _TYPED for phrase in said(f"c-{command}")
    }
    commands |= dict.fromkeys(said("c-help_all"), (Command.HELP, ALL))
    commands |= dict.fromkeys(said("c-accept_all"), (Command.ACCEPT, ACCEPT_ALL))
    for setting in NEWS:
        commands |= dict.fromkeys(said(f"c-news_{setting}"), (Command.NEWS, setting))
        commands |= dict.fromkeys(said(f"c-news_here_{setting}"), (Command.NEWS, f"{HERE}_{setting}"))
    commands |= dict.fromkeys(said("c-news_here"), (Command.NEWS, HERE))
    commands |= dict.fromkeys(said("c-news_here_as_elsewhere"), (Command.NEWS, AS_ELSEWHERE))
    commands |= dict.fromkeys(said("c-agreement_text"), (Command.AGREEMENT, WHOLE))
    for suffix in FILES:
        commands |= dict.fromkeys(said(f"c-agreement_{suffix}"), (Command.AGREEMENT, suffix))
    commands |= dict.fromkeys(said("c-open"), (Command.APPLICATIONS, ""))
    commands |= dict.fromkeys(said("c-summary_all"), (Command.SUMMARY, EVERYTHING))
    commands |= dict.fromkeys(said("c-summary_beside"), (Command.SUMMARY, BESIDE))
    commands |= {phrase: (Command.LANGUAGE, language) for phrase, language in languages.items()}
    openers = [(phrase, command) for command in TAKES_ARGUMENT for phrase in said(f"c-{command}")]
    openers += [(phrase, Command.SUMMARY) for phrase in said("c-part")]
    with_code = {(phrase, Command.JOIN) for phrase in said("c-join")}
    with_code |= {(phrase, Command.LINK) for phrase in said("c-link")}
    return Phrases(
        commands=commands,
        openers=tuple(sorted(set(openers), key=lambda o: -len(o[0]))),
        beginnings=tuple({f"{opener} " for opener, _ in openers}),
        languages=languages,
        replies=replies_of(texts),
        question_words=frozenset(said("c-question-words")),
        connect=tuple(dict.fromkeys(said("c-connect"))),
        with_code=tuple(sorted(with_code, key=lambda opener: -len(opener[0]))),
        secretariat=frozenset(said("c-the-secretariat")),
        signatory=frozenset(said("c-signatory")),
        communities=community_phrases(communities or {}, texts),
        columns=ColumnWords(texts),
    )


_TYPED = frozenset(Command) - {Command.ASK, Command.OPEN, Command.SHOW_ENTRY}


def fold(text: str) -> str:
    return " ".join(text.casefold().replace("\u00a0", " ").strip(" .!,«»\"'“”").split())


def interpret(
    typed: Scrubbed, person: Person, view: View | None, phrases: Phrases, *, at: datetime, key: str
) -> AnyEvent:
    """Pure. `view` is of the open application, None without one. What stays Unsure, `decided` settles."""
    text = typed.text.strip()
    code = code_in(text, phrases, is_asked=view is not None)
    if code is not None:
        return Commanded(at=at, key=key, command=code[0], argument=code[1])
    is_question = looks_like_question(text, phrases)
    question = Inquired(at=at, key=key, text=text, masked=typed.masked)
    is_awaited = isinstance(person.pending, Inquiring | Writing)
    is_worded = _is_worded(person, view)
    asked = _shown(person, view)
    may_be_one_row = asked is not None and is_of_money(asked)
    if not (is_awaited or is_worded) and looks_like_table(
        typed.text, phrases.columns, may_be_one_row=may_be_one_row
    ):
        return Pasted(at=at, key=key, text=typed.text.strip("\n"), masked=typed.masked)
    if typed.masked != "nothing" and not (typed.masked == "number" and is_question):
        return question if is_awaited or view is None else _answer(typed, at, key)
    folded = fold(text) if len(text) <= LONGEST_COMMAND else ""
    corrected = _corrected(folded, text, person, view, phrases, at)
    if corrected:
        return Replied(at=at, key=key, to="", reply=NO, text=corrected)
    reply = reply_in(folded, person, view, phrases.replies, phrases.communities)
    if reply:
        return Replied(at=at, key=key, to="", reply=reply)
    if (
        person.pending is None
        and view is not None
        and asked is not None
        and names_an_option(view, asked, text)
    ):
        return Typed(at=at, key=key, text=text)
    own = _own_party(folded, person, view, asked)
    if own:
        return Commanded(at=at, key=key, command=Command.PARTY, argument=own)
    command = _command(folded, text, phrases, view, asked)
    if command is not None:
        return Commanded(at=at, key=key, command=command[0], argument=command[1])
    wish = (
        wished(text, has_draft=view is not None)
        if _may_wish(is_awaited, is_worded, asked, is_question)
        else None
    )
    if wish is not None:
        return Commanded(at=at, key=key, command=wish[0], argument=wish[1])
    if is_worded:
        return _answer(typed, at, key)
    if is_awaited:
        return question
    if view is None:
        is_said_to_something = folded in phrases.replies[""] or not re.search(r"[^\W\d_]", text)
        return _answer(typed, at, key) if is_said_to_something else question
    if asked is None or not view.application.is_draft:
        return question if is_question else replace(_unsure(question), leans="answer")
    return _beside_field(question, view, asked, is_question=is_question, typed=typed)


def _may_wish(is_awaited: bool, is_worded: bool, asked: Field | None, is_question: bool) -> bool:
    """Words that were asked for are words, and a free text is one as long as it is no question."""
    is_free = asked is not None and isinstance(asked.question.kind, questions.Text | questions.Names)
    return not (is_awaited or is_worded) and (is_question or not is_free)


def code_in(text: str, phrases: Phrases, *, is_asked: bool = False) -> tuple[Command, str] | None:
    """A one-time code and what it is for, where a text is that or begins with the words for using one.

    What stands in a code's place is one too, though it leads nowhere. Such a text is kept nowhere.
    """
    if len(text) > LONGEST_COMMAND:
        return None
    folded = fold(text)
    if is_surely_code(folded, is_asked=is_asked):
        return Command.JOIN, find_code(folded) or folded
    for opener, command in phrases.with_code:
        if folded.startswith(f"{opener} "):
            said = folded.removeprefix(opener).strip()
            if is_code(said) or _MISTYPED.fullmatch(said):
                return command, find_code(said) or said
    return None


def _beside_field(
    question: Inquired, view: View, asked: Field, *, is_question: bool, typed: Scrubbed
) -> AnyEvent:
    """A free text may hold anything, so it is asked about; what no other field can hold may be a question."""
    answer = _answer(typed, question.at, question.key)
    match asked.question.kind:
        case questions.Text():
            return _unsure(question) if is_question else answer
        case questions.Names():
            return question if is_question else answer
        case _ if _answers(view, asked, question.text, question.at):
            return answer
        case _ if not is_question and told_answer(view, asked, question.text) is not None:
            return answer
        case _:
            if is_question or "?" in question.text:
                return question
            words = re.findall(r"[^\W\d_]+", question.text)
            return replace(_unsure(question), leans="answer") if len(words) >= SENTENCE_WORDS else answer


def decided(event: AnyEvent, phrases: Phrases) -> AnyEvent:
    """What was unsure, once the knowledge base has been asked. A free text loses nothing: one tap takes it back."""
    if not isinstance(event, Unsure):
        return event
    finding = event.looked.finding if event.looked is not None else None
    is_known = isinstance(finding, Found) or (isinstance(finding, NotKnown) and finding.entry is not None)
    question = Inquired(at=event.at, key=event.key, text=event.text, masked=event.masked, looked=event.looked)
    match event.leans:
        case "answer":
            plain = Typed(at=event.at, key=event.key, text=event.text, masked=event.masked)
            return question if is_known else plain
        case "question":
            asks = event.masked == "nothing" and _asks_and_nothing_else(event.text, phrases)
            return replace(question, is_surely=False) if is_known and asks else event
        case _:
            assert_never(event.leans)


def _unsure(question: Inquired) -> Unsure:
    return Unsure(at=question.at, key=question.key, text=question.text, masked=question.masked)


def _answer(typed: Scrubbed, at: datetime, key: str) -> Typed:
    """Stripped, unless something was taken out: then what is left stands as it came."""
    text = typed.text if typed.masked != "nothing" else typed.text.strip()
    return Typed(at=at, key=key, text=text, masked=typed.masked)


def _command(
    folded: str, text: str, phrases: Phrases, view: View | None, asked: Field | None
) -> tuple[Command, str] | None:
    if not folded:
        return (Command.HELP, "") if text == "?" else None
    asking = phrases.commands.get(folded.rstrip("? "))
    if asking is not None and asking[0] in SHOWS_ONLY:
        return asking
    if folded in phrases.commands:
        command, argument = phrases.commands[folded]
        if command is Command.SAME:
            return _with_argument(command, "", phrases, view, asked)
        return command, argument
    if not folded.startswith(phrases.beginnings):
        return None
    for opener, command in phrases.openers:
        if folded.startswith(f"{opener} "):
            return _with_argument(command, folded.removeprefix(opener).strip(), phrases, view, asked)
    return None


def _with_argument(
    command: Command, argument: str, phrases: Phrases, view: View | None, asked: Field | None
) -> tuple[Command, str] | None:
    """None where it is a text that begins as a command does: «Rett behandling på rett sted», «Språk i helsevesenet»."""
    in_free_text = asked is not None and isinstance(asked.question.kind, questions.Text)
    match command:
        case Command.LANGUAGE:
            if argument in phrases.languages:
                return command, phrases.languages[argument]
            return None if in_free_text else (command, "")
        case Command.CHANGE:
            named = view is not None and names_a_field(view, argument)
            return (command, argument) if named or not in_free_text else None
        case Command.PARTY | Command.INVITE | Command.PAPER:
            if command is Command.INVITE and argument in phrases.secretariat:
                return command, SECRETARIAT
            if command is Command.INVITE and argument in phrases.signatory:
                return command, SIGNATORY
            party = party_named(view, argument) if view is not None else None
            by_name = name_and_party(view, argument)[1] if view is not None else None
            is_named = party is not None or by_name is not None
            if command is Command.INVITE and not is_named and _names_somebody(argument, asked):
                return command, SOMEBODY
            return (command, party or argument) if is_named or not in_free_text else None
        case Command.SAME:
            party = None
            if view is not None and asked is not None:
                party = alike_party_named(view, asked.instance, argument)
            return (command, party or "") if party is not None or not (argument or in_free_text) else None
        case Command.SUMMARY:
            part = _PART.fullmatch(argument)
            return (command, f"{part[1]}.{part[2] or 1}") if part is not None else None
        case _:
            return (command, argument) if argument.isascii() and argument.isdigit() else None


def _names_somebody(argument: str, asked: Field | None) -> bool:
    """«inviter kari», where a person or a department is asked for: nobody's name is written so."""
    return (
        asked is not None and asked.instance.section.name == "parties" and len(argument.split()) <= MOST_NAMES
    )


def _own_party(folded: str, person: Person, view: View | None, asked: Field | None) -> str:
    """Whom the person says they are in for, who was asked so beside a question of free text; else ""."""
    if view is None or asked is None or person.pending is not None:
        return ""
    member = view.application.member(person.id)
    is_open = person.asked_party == view.application.id and member is not None and member.party is None
    is_free = isinstance(asked.question.kind, questions.Text) and not asked.question.names_person
    if not (is_open and is_free and asked.instance.party):
        return ""
    named = PartyNames(view).named(folded)
    return named[0] if len(named) == 1 else ""


def is_of_money(asked: Field) -> bool:
    """Whether amounts are asked for on its page."""
    return any(isinstance(question.kind, questions.Nok) for question in asked.instance.page.questions)


def _is_worded(person: Person, view: View | None) -> bool:
    """Whether what comes next was asked for as words to a proposal of the open application."""
    pending = person.pending
    return isinstance(pending, Wording) and view is not None and pending.application == view.application.id


def _corrected(
    folded: str, text: str, person: Person, view: View | None, phrases: Phrases, at: datetime
) -> str:
    """«Nei, 540 000» to «Mente du 540 kr?»: what was meant, where it is an answer to that field; else ""."""
    pending = person.pending
    if view is None or not isinstance(pending, Doubt | PastPeriod | Spread):
        return ""
    asked = view.field_by_id.get(slots_of(pending)[0]) if pending.application == view.application.id else None
    if asked is None:
        return ""
    for no in (said for said, reply in phrases.replies[""].items() if reply == NO):
        if folded.startswith((f"{no} ", f"{no},")):
            meant = text.strip()[len(no) :].strip(" ,.:;-–")
            return meant if meant and _answers(view, asked, meant, at) else ""
    return ""


def _shown(person: Person, view: View | None) -> Field | None:
    if view is None or person.shown is None or person.shown.application != view.application.id:
        return None
    return view.field_by_id.get(person.shown.slot)


def looks_like_question(text: str, phrases: Phrases) -> bool:
    """Short, and either ends with a question mark or begins as questions do."""
    if len(text) > LONGEST_QUESTION or "\n" in text.strip():
        return False
    words = re.findall(r"\w+", text.casefold())
    return bool(words) and (
        text.rstrip().endswith("?") or (len(words) >= 4 and words[0] in phrases.question_words)
    )


def _asks_and_nothing_else(text: str, phrases: Phrases) -> bool:
    """Begins as questions do and ends with the question mark, its only one."""
    words = re.findall(r"\w+", text.casefold())
    ends = text.rstrip().endswith("?") and text.count("?") == 1
    return ends and len(words) >= 3 and words[0] in phrases.question_words


def _answers(view: View, asked: Field, text: str, at: datetime) -> bool:
    """Whether the text is an answer to a field that is not free text, also one to be asked about."""
    return not isinstance(read(view, asked, text, at.astimezone(OSLO).date()), Wrong)


def key_of(*parts: object) -> str:
    """One deed's key, the same however often it is delivered."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:32]
