"""What a typed message is: a command, a yes or no, a question to the knowledge base, or an answer to the field."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.incoming import Scrubbed
from dialogs import questions
from dialogs.events import AnyEvent, Command, Commanded, Inquired, Replied, Typed, Unsure
from dialogs.person import LANGUAGES, Meant, Person, Which
from dialogs.reading import Taken, read
from dialogs.texts.catalogues import OSLO, Texts
from dialogs.view import Field, View

LONGEST_COMMAND = 120
LONGEST_QUESTION = 300
TAKES_ARGUMENT = (Command.CHANGE, Command.OPEN, Command.LANGUAGE)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Every way of saying a command, in every language, made once from the catalogues."""

    commands: dict[str, Command]
    openers: tuple[tuple[str, Command], ...]
    """Beginnings of commands that take an argument, longest first."""
    languages: dict[str, str]
    yes: frozenset[str]
    no: frozenset[str]
    meant: dict[str, str]
    """What is said to «an answer or a question?»: phrase -> "yes" (an answer) or "no"."""
    question_words: frozenset[str]
    connect: tuple[str, ...]


def phrases_of(texts: Texts) -> Phrases:
    def said(key: str) -> Iterator[str]:
        return (fold(p) for language in LANGUAGES for p in texts.phrases(language, key))

    commands = {
        phrase: command for command in Command if command in _TYPED for phrase in said(f"c-{command}")
    }
    openers = [(phrase, command) for command in TAKES_ARGUMENT for phrase in said(f"c-{command}")]
    return Phrases(
        commands=commands,
        openers=tuple(sorted(set(openers), key=lambda o: -len(o[0]))),
        languages={phrase: language for language in LANGUAGES for phrase in said(f"c-{language}")},
        yes=frozenset(said("c-yes")),
        no=frozenset(said("c-no")),
        meant={p: reply for reply, key in _MEANT.items() for p in said(key)},
        question_words=frozenset(said("c-question-words")),
        connect=tuple(dict.fromkeys(said("c-connect"))),
    )


_MEANT = {"yes": "c-meant-answer", "no": "c-meant-question"}
_TYPED = frozenset(Command) - {Command.ADD_LINE, Command.REMOVE_LINE, Command.ASK}


def fold(text: str) -> str:
    return " ".join(text.casefold().replace("\u00a0", " ").strip(" .!,«»\"'“”").split())


def interpret(
    typed: Scrubbed, person: Person, view: View | None, phrases: Phrases, *, at: datetime, key: str
) -> AnyEvent:
    """Pure. `view` is of the open draft, None without one."""
    if typed.masked != "nothing":
        return Typed(at=at, key=key, text=typed.text, masked=typed.masked)
    text = typed.text.strip()
    folded = fold(text) if len(text) <= LONGEST_COMMAND else ""
    command = _command(folded, text, phrases)
    if command is not None:
        return Commanded(at=at, key=key, command=command[0], argument=command[1])
    if person.pending is not None:
        reply = _reply(folded, person, view, phrases)
        if reply:
            return Replied(at=at, key=key, to="", reply=reply, text="")
    asked = _shown(person, view)
    if looks_like_question(text, phrases) and not _answers(view, asked, text, at):
        in_free_text = asked is not None and isinstance(asked.question.kind, questions.Text)
        return Unsure(at=at, key=key, text=text) if in_free_text else Inquired(at=at, key=key, text=text)
    return Typed(at=at, key=key, text=text)


def _command(folded: str, text: str, phrases: Phrases) -> tuple[Command, str] | None:
    if not folded:
        return (Command.HELP, "") if text == "?" else None
    if folded in phrases.languages:
        return Command.LANGUAGE, phrases.languages[folded]
    if folded in phrases.commands:
        return phrases.commands[folded], ""
    for opener, command in phrases.openers:
        if folded.startswith(f"{opener} "):
            argument = folded.removeprefix(opener).strip()
            if command is Command.LANGUAGE:
                return (command, phrases.languages[argument]) if argument in phrases.languages else None
            if command is Command.OPEN and not argument.isdigit():
                return None
            return command, argument
    return None


def _reply(folded: str, person: Person, view: View | None, phrases: Phrases) -> str:
    """ "yes", "no", a choice's code, or "" when the text is something else."""
    if isinstance(person.pending, Which):
        if view is None:
            return ""
        places = view.context.municipalities
        choices = person.pending.choices
        if folded.isdigit() and len(folded) < 3 and 1 <= int(folded) <= len(choices):
            return choices[int(folded) - 1]
        named = [n for n in choices if folded in (fold(places[n].label), fold(places[n].county))]
        return named[0] if len(named) == 1 else ""
    if isinstance(person.pending, Meant) and folded in phrases.meant:
        return phrases.meant[folded]
    if folded in phrases.yes:
        return "yes"
    return "no" if folded in phrases.no else ""


def _shown(person: Person, view: View | None) -> Field | None:
    if view is None or person.shown is None or person.shown.application != view.application.id:
        return None
    return view.field_by_id.get(person.shown.slot)


def looks_like_question(text: str, phrases: Phrases) -> bool:
    """Short, and either ends with a question mark or begins as questions do."""
    if len(text) > LONGEST_QUESTION or "\n" in text.strip():
        return False
    words = re.findall(r"\w+", text.casefold())
    return text.rstrip().endswith("?") or (len(words) >= 4 and words[0] in phrases.question_words)


def _answers(view: View | None, asked: Field | None, text: str, at: datetime) -> bool:
    """Whether the text is a good answer to a field that is not free text."""
    if view is None or asked is None or isinstance(asked.question.kind, questions.Text):
        return False
    return isinstance(read(view, asked, text, at.astimezone(OSLO).date()), Taken)


def key_of(*parts: object) -> str:
    """One deed's key, the same however often it is delivered."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:32]
