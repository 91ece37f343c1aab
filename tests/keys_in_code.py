"""Which keys of the catalogues the code uses: those it names, and those it makes from what it declares."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, get_args, get_type_hints

from bot.cards.history import DOORS, KINDS
from bot.cards.question import QUIET
from bot.interpret import _TYPED as TYPED_COMMANDS
from bot.web.own import State
from dialogs.agreement.locking import FILES
from dialogs.agreement.text_1 import PARTS
from dialogs.amounts import NumberRefusal
from dialogs.application import Application
from dialogs.brought import NotRead, WhyLeftOut
from dialogs.budget import ShiftRow
from dialogs.column_words import NAMED
from dialogs.dates import DateRefusal
from dialogs.effects import OfferedFile
from dialogs.events import Unreadable
from dialogs.fields import PartyKind
from dialogs.file_parts import FileRefusal
from dialogs.form import FORM
from dialogs.full_time_equivalents import FullTimeRefusal
from dialogs.inquiry import STATES
from dialogs.members import NEWS
from dialogs.money_tables import SORTS
from dialogs.oddities import Oddity
from dialogs.person import LANGUAGES
from dialogs.places import Step
from dialogs.progress import Gap
from dialogs.questions import Choice, Choices
from dialogs.rates import EFFORTS
from dialogs.view import OTHER_COMMUNITY
from storage.filing.application_form import PARTIES
from storage.store import OutboxState

CHECKOUT = Path(__file__).parents[1]
ROOMS = ("bot", "dialogs", "knowledge", "storage")
COMMAND_LINE = CHECKOUT / "bot" / "commands"
"""Talks English with whoever runs the bot; its sentences are no keys."""

_KEY = re.compile(r"(?:[bcdegkmopqrsvw]|card|notice|step)-[a-z0-9_-]*[a-z0-9](?:\.[a-z]+)?")
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_IN_A_TEMPLATE = re.compile(r"""["'](w-[a-z0-9-]*[a-z0-9])["']""")
_MADE_IN_A_TEMPLATE = re.compile(r"""t\("([a-z]+-(?:[a-z-]+-)?)" ~""")
_MADE = re.compile(r"(?:[bcdegkmopqrsvw]|card|notice|step)-")

NAMED_BY = {
    "say": "m-",
    "_say": "m-",
    "_says": "m-",
    "Say": "m-",
    "_ask": "m-",
    "_apologise": "m-",
    "Button": "b-",
    "Wrong": "e-",
}
"""Who takes a key by its name alone, without the beginning: the first name among what the call is given.

A new way to hand over a name has its line here, else its keys are unused in the eyes of the test.
"""


@dataclass(frozen=True, slots=True)
class Module:
    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        return str(self.path.relative_to(CHECKOUT))

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                function = node.func
                yield function.attr if isinstance(function, ast.Attribute) else _id(function), node


@cache
def modules() -> tuple[Module, ...]:
    return tuple(
        Module(path, ast.parse(path.read_text(encoding="utf-8")))
        for room in ROOMS
        for path in sorted((CHECKOUT / room).rglob("*.py"))
    )


def templates() -> list[Path]:
    """Of the web page's."""
    return sorted((CHECKOUT / "bot" / "web" / "templates").glob("*.html"))


def named_keys() -> set[str]:
    """Keys whose whole name stands in code, or is handed over to one of NAMED_BY, or as an answer's problem."""
    keys: set[str] = set()
    for module in modules():
        keys |= {text for text in _texts(module.tree) if _KEY.fullmatch(text)}
        keys |= {f"e-{name}" for value in _given_as("problem", module.tree) for name in _texts(value)}
        ranges = _ranges(module.tree)
        for called, call in module.calls():
            if module.path.is_relative_to(COMMAND_LINE):
                continue
            if called in NAMED_BY:
                names = _first_names(call.args, ranges.get(id(call), {}))
                keys |= {NAMED_BY[called] + name for name in names}
            if called in ("command", "_command") and not any(k.arg == "title" for k in call.keywords):
                keys |= {f"b-{name.lower()}" for name in _members_of_command(call)}
    keys |= {template for template in made_in_code() if "{}" not in template}
    for page in templates():
        keys |= set(_IN_A_TEMPLATE.findall(page.read_text(encoding="utf-8")))
    return keys - {f"e-{name}" for name in QUIET}


def web_families() -> Mapping[str, set[str]]:
    errors = ("not-found", "wrong", "elsewhere", "too-large", "reader-only", "busy", "fault")
    return {
        "w-signin-{}": {f"w-signin-{why}" for why in ("failed", "unavailable", "consumer", "tenant", "old")},
        "w-ended-{}": {f"w-ended-{why}" for why in ("signed-out", "no-longer-in", "session")},
        "w-error-{}": {f"w-error-{code}" for code in errors},
        "w-state-{}": {f"w-state-{status}" for status in _codes(get_type_hints(Application)["status"])},
        "w-page-{}": {f"w-page-{state}" for state in _codes(State)},
    }


def families() -> Mapping[str, set[str]]:
    """The keys that f-strings make. `{}` is what varies; what it varies over is taken from where it is declared."""
    questions = FORM.questions()
    options = {
        (question.name, code)
        for question in questions.values()
        if isinstance(question.kind, Choice | Choices) and isinstance(question.kind.options, tuple)
        for code in question.kind.options
    }
    pages = [page for section in FORM.sections for page in section.pages]
    return {
        # Names that are handed over, and found where they are: see NAMED_BY.
        "m-{}": set(),
        "b-{}": set(),
        "e-{}": set(),
        # What the web page's templates make.
        **web_families(),
        # The form.
        "s-{}": {f"s-{section.name}" for section in FORM.sections},
        "p-{}": {f"p-{page.name}" for page in pages},
        "q-{}": {f"q-{name}" for name in questions},
        "q-{}.label": {f"q-{name}.label" for name in questions},
        "q-{}.help": set(),
        "q-{}.example": set(),
        "q-{}.synonyms": set(),
        "o-{}-{}": {f"o-{name}-{code}" for name, code in options},
        "o-{}-yes": {f"o-{name}-yes" for name in questions if name.endswith("_more")},
        "o-community-{}": {f"o-community-{OTHER_COMMUNITY}"},
        # What is typed.
        "c-{}": {f"c-{command}" for command in (*TYPED_COMMANDS, *LANGUAGES)},
        "b-add-{}": {f"b-add-{page.name}" for page in pages if page.repeated},
        "b-language-{}": {f"b-language-{language}" for language in LANGUAGES},
        "b-news-{}": {f"b-news-{setting}" for setting in NEWS},
        "c-news_{}": {f"c-news_{setting}" for setting in NEWS},
        "c-news_here_{}": {f"c-news_here_{setting}" for setting in NEWS},
        "m-news-{}": {f"m-news-{setting}" for setting in NEWS},
        # What is wrong.
        "e-amount_{}": {f"e-amount_{code}" for code in _codes(NumberRefusal)},
        "e-hours_{}": {f"e-hours_{code}" for code in _codes(NumberRefusal)},
        "e-full_time_{}": {f"e-full_time_{code}" for code in _codes(FullTimeRefusal)},
        "e-period_{}": {f"e-period_{code}" for code in _codes(DateRefusal)},
        "e-date_{}": {f"e-date_{code}" for code in _codes(DateRefusal)},
        "g-{}": {f"g-{code}" for code in _codes(get_type_hints(Gap)["code"])},
        "r-{}": {f"r-{code}" for code in _codes(get_type_hints(Oddity)["code"])},
        "v-{}": {f"v-{name}" for quantity, effort in EFFORTS.items() for name in (quantity, effort.value)},
        "m-unreadable-{}": {f"m-unreadable-{what}" for what in _codes(get_type_hints(Unreadable)["what"])},
        "m-refused-{}": {f"m-refused-{code}" for code in _refusals_of_text()},
        # What follows sending.
        "card-filed-{}": {f"card-filed-{state}" for state in _codes(OutboxState)},
        "card-told-{}": {f"card-told-{state}" for state in (*_codes(OutboxState), "nobody")},
        "step-{}": {f"step-{does}" for does in _codes(Step.model_fields["does"].annotation)},
        "card-history-kind-{}": {f"card-history-kind-{kind}" for kind in KINDS},
        "card-history-door-{}": {f"card-history-door-{door}" for door in DOORS},
        "card-history-status-{}": {
            f"card-history-status-{status}"
            for status in _codes(Application.model_fields["status"].annotation)
        },
        # Questions, and what the secretariat is asked.
        "c-column-{}": {f"c-column-{role}" for role in NAMED},
        "c-the-{}": {f"c-the-{kind}" for kind in _codes(PartyKind)},
        "m-table-{}": {f"m-table-{code}" for code in _codes(NotRead.model_fields["code"].annotation)},
        "m-file-{}": {
            f"m-file-{code}"
            for code in (*_codes(FileRefusal), *_codes(NotRead.model_fields["code"].annotation))
        },
        "card-{}-offer": {f"card-{what}-offer" for what in _codes(OfferedFile)},
        "card-{}-file": {f"card-{what}-file" for what in _codes(OfferedFile)},
        "b-{}_file": {f"b-{what}_file" for what in _codes(OfferedFile)},
        "card-table-why-{}": {f"card-table-why-{why}" for why in _codes(WhyLeftOut)},
        "c-number-{}": {f"c-number-{number}" for number in "123"},
        "card-state-{}": {f"card-state-{state}" for state in STATES},
        "notice-told-{}": {f"notice-told-{state}" for state in _codes(OutboxState)},
        # The documents.
        "d-a1-{}": {f"d-a1-{part}" for part in PARTS},
        "b-agreement_{}": {f"b-agreement_{suffix}" for suffix in FILES},
        "c-agreement_{}": {f"c-agreement_{suffix}" for suffix in FILES},
        "d-sort-{}": {f"d-sort-{sort}" for sort in SORTS},
        "card-shift-{}": {f"card-shift-{row}" for row in get_args(ShiftRow)},
        "d-shift-{}": {f"d-shift-{row}" for row in get_args(ShiftRow)},
        "d-form-{}": {f"d-form-{kind}" for kind in PARTIES},
    }


def optional_keys() -> set[str]:
    """What a question or an option may have and need not."""
    made = families()
    of_questions = {f"{key}.{part}" for key in made["q-{}"] for part in ("help", "example", "synonyms")}
    return of_questions | {f"{key}.synonyms" for key in made["o-{}-{}"] | made["o-community-{}"]}


def made_in_code() -> Mapping[str, set[str]]:
    """Each f-string that makes a key, its placeholders as `{}`: template -> the modules it stands in."""
    found: dict[str, set[str]] = {}
    for module in modules():
        ranges = _ranges(module.tree)
        handed_over = {
            id(argument): NAMED_BY[called]
            for called, call in module.calls()
            if called in NAMED_BY and not module.path.is_relative_to(COMMAND_LINE)
            for argument in call.args[:1]
        }
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr):
                for template in _templates(node, ranges.get(id(node), {})):
                    template = handed_over.get(id(node), "") + template
                    if _MADE.match(template):
                        found.setdefault(template, set()).add(module.name)
    for page in templates():
        for beginning in _MADE_IN_A_TEMPLATE.findall(page.read_text(encoding="utf-8")):
            found.setdefault(f"{beginning}{{}}", set()).add(str(page.relative_to(CHECKOUT)))
    return found


def _templates(node: ast.JoinedStr, ranges: Mapping[str, Iterable[str]]) -> list[str]:
    """One template; several where a placeholder runs through names that stand beside it."""
    parts: list[Iterable[str]] = []
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append([str(value.value)])
        elif isinstance(value, ast.FormattedValue):
            parts.append(ranges.get(_id(value.value), ["{}"]))
    return ["".join(chosen) for chosen in product(*parts)]


def _ranges(tree: ast.Module) -> dict[int, dict[str, list[str]]]:
    """For f-strings and calls in `… for name in ("a", "b")`: what each name runs through, by the node's id."""
    found: dict[int, dict[str, list[str]]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            literal = {
                _id(g.target): _texts(g.iter) for g in node.generators if isinstance(g.iter, ast.Tuple)
            }
            found |= {id(n): literal for n in ast.walk(node.elt) if isinstance(n, ast.JoinedStr | ast.Call)}
    return found


def _given_as(name: str, tree: ast.AST) -> Iterator[ast.expr]:
    """The values in `f(name=value)` and in `{"name": value}`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == name:
            yield node.value
        if isinstance(node, ast.Dict):
            yield from (v for k, v in zip(node.keys, node.values, strict=True) if k and name in _texts(k))


def _refusals_of_text() -> set[str]:
    """The codes that the bot gives the event Refused."""
    return {
        code
        for module in modules()
        for called, call in module.calls()
        if called == "Refused"
        for keyword in call.keywords
        if keyword.arg == "refusal"
        for code in _texts(keyword.value)
    }


def _first_names(arguments: Iterable[ast.expr], ranges: Mapping[str, list[str]]) -> list[str]:
    """Of the first argument that is a name and no language; both of «a if x else b», all that a loop runs through."""
    for argument in arguments:
        texts = (
            _texts(argument)
            if isinstance(argument, ast.Constant | ast.IfExp)
            else ranges.get(_id(argument), [])
        )
        names = [text for text in texts if _NAME.fullmatch(text) and text not in LANGUAGES]
        if names:
            return [name for name in names if not _KEY.fullmatch(name)]
    return []


def _members_of_command(call: ast.Call) -> list[str]:
    return [a.attr for a in call.args if isinstance(a, ast.Attribute) and _id(a.value) == "Command"]


def _texts(tree: ast.AST) -> list[str]:
    """String literals, without the pieces of f-strings."""
    pieces = {id(v) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for v in n.values}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces
    ]


def _id(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _codes(literal: Any) -> list[str]:
    """All values of a Literal, or of a union of Literals."""
    return [
        code for part in get_args(literal) for code in ([part] if isinstance(part, str) else _codes(part))
    ]
